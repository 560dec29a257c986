"""Who wrote to whom in the words of a page right before a telegram: "received Vetrov's answer by way of Tolbeya"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.clauses import parties_of
from tei.recognise.enveloped import envelope_in
from tei.recognise.layouts.announcing import KIND
from tei.recognise.reported import reported_parties
from tei.recognise.sentences import next_sentences
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
_VIA: Final = regex(
    r"[(,\s](?:(?:through|via|by way of)\s+(?:the\s+)?(?:[A-Z]\w+ representative\s+)?(?=[A-ZÀ-ÞА-ЯЁ])|"
    r"(?:sent on|passed on|handed on|forwarded) by\s+(?:the\s+)?)(?P<name>[^(),.:;\n]{2,60}?)(?:\s+(?:line|"
    r"channels?|radio)(?!\w)|(?=\s*[).,:;\n]|\s+of\s+\w+['’]s|\s+to\s|$))"
)
_HANDS_ON: Final = regex(
    r"(?:[A-Z]{3,}[,:]\s|It|This|Here|These|The\s(?:text|telegram|cable|wire|message)\s(?:read|ran|said|is|was|went|in\sfull)|[^.]{3,60},\s(?:he|she)\s(?:reported|wired|cabled|added|wrote|said),)"
)
MAX_BACK: Final = 3
"""So many sentences back may name who wrote, where the last one names nobody."""


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
    starts = [0, *next_sentences(text)]
    begun = starts[-1]
    for first, last in islice(reversed(list(pairwise([*starts, len(text)]))), MAX_BACK):
        told = text[first:last].rstrip()
        for role, (start, end) in parties_of(told):
            if role not in spans and not _taken((start + first, end + first), spans):
                spans[role] = (start + first, end + first)
        if "from" in spans or _HANDS_ON.match(told) is None:
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
