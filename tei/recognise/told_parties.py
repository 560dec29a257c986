"""Who wrote to whom in the words of a page right before a telegram: "received Vetrov's answer by way of Tolbeya"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.clauses import parties_of
from tei.recognise.enveloped import envelope_in
from tei.recognise.layouts.announcing import KIND, is_strong
from tei.recognise.reported import reported_parties
from tei.recognise.sentences import last_sentence
from tei.regexes import regex

_RANK: Final = (
    r"(?:(?:[Cc]omrades?|Com(?:rade)?\.|Cdes?\.|[Cc]aptain|[Dd]irector|[Gg]eneral|[Pp]rofessor|[Aa]mbassador|"
    r"[Cc]hairman|[Tt]he)\s+)?"
)
_NO_NAME: Final = (
    r"(?!(?:Received|Got|Nobody|Somebody|Everybody|Someone|Everyone|On|In|At|The|This|That|Its|His|Her|Their|One|Another|From|For|To|After|Before|Then|When|A|An|It|He|She|And|But|So|"
    rf"They|{ENGLISH_MONTHS})\b)"
)
_WORD: Final = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁİ](?:\.|[\w-]*[^\W\d_](?:['’](?!s\b)\w+)?))"
_OF_COUNTRY: Final = r"(?:(?:the\s)?(?:U\.\s?S\.|US|U\.\s?K\.|UK|then)\s)?"
NAME: Final = rf"{_RANK}{_NO_NAME}{_WORD}(?:\s+(?:(?:of|de|von|van)\s+(?:the\s+)?)?{_WORD}){{0,4}}"
SENT: Final = (
    r"(?i:telegraphed|telegraphs|cabled|cables|wired|radioed|wrote|writes|sent|sends|dispatched|transmitted|"
    r"put (?:it|this|the question)|asked|asks|told|tells|warned|warns|instructed|passed (?:it|this|"
    r"the question) on|issued|issues|informed|informs|followed it)"
)
ANSWERED: Final = r"(?i:replied|replies|answered|answers|responded|responds)"
GOT: Final = (
    r"(?i:received|got|came|comes|arrived|arrives|was received|receives|reached (?:me|us|him|her)|(?:was "
    r")?brought(?= (?:me|us|in|a|an|"
    r"the|another|his|her)\b)|was brought(?=\s*:)|"
    r"handed (?:me|us)(?= (?:a|an|the|his|her)\b)|was (?:handed|brought|delivered)(?: to)? "
    r"(?:me|us))"
)
_ANY: Final = rf"(?i:{KIND}|answers?|reply|replies|responses?|note|telegramme?|ciphertelegrams?)"
_FROM: Final = (
    regex(rf"\b{_ANY}\s+in\s+(?P<name>{NAME})['’]s\s+name\b"),
    regex(rf"(?P<name>{NAME})(?:['’]s|s['’]|['’])\s+(?:(?!(?:of|on|about|that|for)\b)[\w-]+\s+){{0,3}}?{_ANY}\b"),
    regex(rf"\b{_ANY}\s+(?:(?:sent|written|received|coming|dated)\s+)?(?:from|by)\s+(?P<name>{NAME})"),
    regex(
        rf"(?P<name>{NAME}),\s+(?:the\s+)?(?:[\w’'.-]+\s+){{0,4}}?(?i:ambassador|minister|secretary|consul|charg[ée]|envoy|"
        rf"chancellor|attach[ée]|commissioner|governor|representative)\w*\b[^,:;\n]{{0,60}},\s+(?:{SENT}|{ANSWERED})\b"
    ),
    regex(
        rf"^(?P<name>{NAME}),\s(?:[a-z]+\s){{0,3}}?[a-z]{{2,}}(?:ing|ed)\s[^.;:\n]{{3,160}},\s(?:{SENT}|{ANSWERED})\b"
    ),
    regex(
        rf"(?P<name>{NAME})(?:\s+\([^()]*\))?,?\s+(?:(?:then|also|had|has|himself|therefore|now|at once|who|"
        rf"once)\s+){{0,2}}"
        rf"(?:{SENT}|{ANSWERED})\b"
    ),
    regex(rf"(?P<name>{NAME})\b[^.;:\n]{{0,60}}?,\s+who\s+(?:(?:then|also|had|promptly)\s+)?(?:{SENT}|{ANSWERED})\b"),
    regex(rf"\breceived\s+from\s+(?P<name>{NAME})"),
    regex(rf"\bthe\sfollowing\sfrom\s(?:(?:the|his|her)\s(?:[\w’'-]+\s){{0,4}}?[\w’'-]+,\s)?(?P<name>{NAME})"),
    regex(
        rf"(?P<name>{NAME})['’]s\s+(?!(?:idea|plan|draft|suggestion|proposal|capital|government)\b)[a-z]+\b(?![^:]*[a-z\]\d][.](?:\]|\[\d+\])*\s+[A-Z])"
    ),
)
_POSTED: Final = (
    r"(?:the\s+)?(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s)?(?i:ambassador|envoy|minister|"
    r"consul(?:[- ]general)?|charg[ée](?:\sd['’]affaires)?|"
    r"representative|commissioner|plenipotentiary|resident)\s+(?:in|to|at)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s+"
)
"""An office before a name: "the Soviet envoy in Ulaanbaatar, Ivan Ivanov"."""
_TO: Final = (
    regex(rf"\b(?:{SENT}|{ANSWERED}|{_ANY})\b[^.:;\n]{{0,60}}?\s(?:(?:to|for)\s)?{_POSTED}(?P<name>{NAME})"),
    regex(
        rf"\b(?:{SENT}|{ANSWERED}|{_ANY})\b(?:[^.:;\n]|(?<=[Nn]o)\.){{0,60}}?\s(?<!not\s)(?<!showed\s)(?<!shown\s)(?<!train\s)(?<!way\s)(?:to|for)\s+(?!be\b)"
        rf"{_OF_COUNTRY}(?P<name>{NAME})"
    ),
    regex(
        rf"\b(?:{SENT}|{_ANY}),?\s+to\s+(?P<name>the\s(?:[a-z]+\s)?(?:governor|minister|consul|ambassador|resident|"
        rf"commissioner|secretary|director|agent|attach[ée]|engineer)(?:[- ]general)?\s(?:at|of|in|for)\s"
        rf"{_WORD}(?:\s{_WORD})?)"
    ),
    regex(rf"(?P<name>{NAME})\s(?:received|got)\s(?:the\sfollowing|this|a|an)\s(?:\w+\s)?{_ANY}\b"),
    regex(rf"\b(?:{SENT}|{ANSWERED}|informing|instructing|asking|telling|warning)\s+(?P<name>{NAME})"),
)
_VIA: Final = regex(
    r"[(,\s](?:(?:through|via|by way of)\s+(?:the\s+)?(?:[A-Z]\w+ representative\s+)?(?=[A-ZÀ-ÞА-ЯЁ])|"
    r"(?:sent on|passed on|handed on|forwarded) by\s+(?:the\s+)?)(?P<name>[^(),.:;\n]{2,60}?)(?:\s+(?:line|"
    r"channels?|radio)(?!\w)|(?=\s*[).,:;\n]|\s+of\s+\w+['’]s|\s+to\s|$))"
)
_SENT_SOMEHOW: Final = regex(
    r"\b(?:replied|answered|responded|ordered|instructed|directed|informed|messages?|marconigrams?|telegraph|tapped|keyed|transmit\w*|signall?ed|flashed)\b"
)


def parties_told(text: str, shift: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield sender, recipient and way as a sentence gives them, as spans from `shift`."""
    reported = reported_parties(text, shift)
    if reported is not None:
        yield from reported
        return
    if envelope := envelope_in(text):
        sides = (("from", "sender"), ("to", "recipient"))
        yield from ((role, (envelope.start(name) + shift, envelope.end(name) + shift)) for role, name in sides)
        return
    via = _VIA.search(text)
    spans: dict[str, tuple[int, int]] = {"via": via.span("name")} if via else {}
    begun = text.rfind(told := last_sentence(text))
    for role, (start, end) in parties_of(told) if is_strong(told) or _SENT_SOMEHOW.search(told) else ():
        if role not in spans and not _taken((start + begun, end + begun), spans):
            spans[role] = (start + begun, end + begun)
    for role, patterns in (("from", _FROM), ("to", _TO)):
        if role in spans:
            continue
        for pattern in patterns:
            match = next((m for m in pattern.finditer(text) if not _taken(m.span("name"), spans)), None)
            if match:
                spans[role] = match.span("name")
                break
    spans |= dict(_places(text, begun, spans))
    yield from ((role, (start + shift, end + shift)) for role, (start, end) in spans.items())


def _places(text: str, begun: int, spans: dict[str, tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield whence and whither a last sentence says that somebody wired: "wired from Karsk to Pell in Tarn"."""
    sender, to = spans.get("from"), spans.get("to")
    sent = _FROM_PLACE.search(text, sender[1]) if sender and sender[0] >= begun else None
    sent = sent or (_FROM_THERE.match(text, begun) if sender else _FROM_THERE_HE.match(text, begun))
    if sent and not _taken(sent.span("place"), spans):
        yield "place_from", sent.span("place")
    if to and to[0] >= begun and (at := _AT_PLACE.match(text, to[1])):
        yield "place_to", at.span("place")


_PLACE: Final = (
    rf"(?P<place>{_NO_NAME}{_WORD}(?:\s{_WORD}){{0,2}}(?:,\s(?:[A-Z][a-z]+\s?){{1,2}}(?=,|:|$))?)"
    r"(?=[,:;]|\s(?:on|in|to|that|at|late|early|the)\b|$)"
)
_FROM_PLACE: Final = regex(
    rf"[^.;:“”]{{0,60}}?\b(?:telegraphed|cabled|wired|radioed|wrote|sent)\b(?:(?!\bfrom\b)[^.;:“”]){{0,80}}?\sfrom\s{_PLACE}"
)
_FROM_THERE: Final = regex(rf"From\s{_PLACE}")
_FROM_THERE_HE: Final = regex(rf"From\s(?P<place>{_NO_NAME}{_WORD}(?:\s{_WORD}){{0,2}}),?\s(?:he|she|they)\s")
_AT_PLACE: Final = regex(rf",?\s(?:in|at)\s{_PLACE}")


def _taken(span: tuple[int, int], spans: dict[str, tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans.values())
