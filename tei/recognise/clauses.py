"""Who sends a telegram and who gets it, by the clause of prose that tells of it, in whatever order it does.

"To Pashin himself Vetrov sent his own, equally tart, message", "the harbour master, Lind, alerted the ministry by
telegram", "they sent a wire to their sister, Ada Lind", "In a cable to Pell of 3 May, Osgood asked": the names of the
clause are weighed by the word before them and by where they stand round what was done. It is asked where no closer form
of words names a party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.regexes import regex

Span = tuple[int, int]

_NO_NAME: Final = (
    r"(?!(?:On|In|At|The|This|That|These|Those|Its|His|Her|Their|One|Another|From|For|To|After|Before|Then|When|A|An|It|"
    r"He|She|They|But|And|What|Which|Who|Whose|There|Here|Nobody|Not|By|As|If|So|Both|Each|Neither|Never|Once|Only|I|We|"
    r"You|My|Our|Your|Some|Most|Many|All|With|Without|How|Why|Where|While|Although|Though|Since|Until|Now|Today|Of|Or|"
    r"Dear|Dated|During|Upon|Under|Having|Instead|Finally|Later|Soon|Eventually|Meanwhile|However|Perhaps|Also|"
    r"Telegram|Telegraph|Cable|Western\sUnion|Morse|Wire|No|Yes|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|"
    r"British|American|German|French|Russian|Soviet|Italian|Japanese|Chinese|Christmas|Easter|"
    rf"{ENGLISH_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!\s(?:Office|Ministry|Embassy|Legation|Admiralty)))"
)
_WORD: Final = r"(?:[A-ZÀ-ÞĀ-Ž](?:\.(?:[A-Z]\.)*|[\w-]*[^\W\d_](?:[’'](?!s\b)[A-Z]?\w+)?))"
_RANK: Final = r"(?:(?:Mr|Mrs|Dr|Capt|Col|Gen|Lt|Maj|Sir|St|Rev|Prof|Sgt|Adm|Messrs)\.\s)?"
_OFFICE: Final = (
    r"(?:governor|minister|ambassador|consul|commissioner|resident|secretary|agent|attach[ée]|director|commander|captain|"
    r"operator|sheriff|mayor|editor|manager|superintendent|postmaster|storekeeper|keeper|harbour\smaster|engineer|chairman|prefect|bishop|board|bank|president|king|emperor|viceroy|chief|general)"
)
_NAMED: Final = regex(
    rf"(?<![\w’'-])(?P<name>{_RANK}{_NO_NAME}{_WORD}(?:\s(?:(?:of|de|von|van|der|la|du)\s(?:the\s)?)?{_WORD}){{0,6}}|"
    rf"the\s(?:[a-z]+\s){{0,2}}?{_OFFICE}(?:[- ]general)?\s(?:at|in|of|for)\s(?:the\s)?{_WORD}(?:\s{_WORD})?)"
)
_BEFORE: Final = regex(
    r"\b(?P<word>[Tt]o|[Ff]or|[Ff]rom|[Bb]y|[Oo]f|[Aa]t|[Ii]n|[Vv]ia|[Tt]hrough|[Ww]ith|[Bb]etween|[Oo]n|[Nn]ear|[Aa]fter|"
    r"[Uu]nder|[Aa]gainst|[Aa]bout|than|like|into|over|far\sas)\s"
    r"(?:(?:the|his|her|their|its|an?|our|my|both|former|then)\s"
    r"(?:(?!(?:in|at|on|from|by|to|for|with|day|morning|afternoon|evening|night|week|month|year|hour|moment)\b)"
    r"[a-z’'-]+\s(?:of\s)?){0,3}?(?:[a-z’'-]+,\s(?:the\s(?:[a-z’'-]+\s){1,2})?)?)?$"
)
_NOUN: Final = (
    r"(?:telegrams?|telegrammes?|cables?|cablegrams?|wires?|radiograms?|marconigrams?|messages?|despatch|dispatch|"
    r"signal|note|reply|answer|response|communication)"
)
_SENT: Final = (
    r"(?:telegraphed|telegraphs|cabled|wired|radioed|wrote|sent|sends?|sending|fired\soff|dispatched|despatched|transmitted|"
    r"replied|answered|responded|shot\sback|signall?ed|flashed|informed|notified|alerted|asked|urged|begged|instructed|"
    r"ordered|congratulated|thanked|warned|advised|summoned|invited|addressed|handed\sin|drafted|composed|scribbled|"
    r"penned|dictated|transmits|writes|signals|tapped|keyed|replies|answers|placed)"
)
_SENDING: Final = regex(
    rf"(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)\b(?:{_SENT}\b|(?<!that\s)(?<!which\s)(?<!who\s)(?!received)[a-z]{{3,}}ed\b(?=[^.;:,]{{0,40}}:$))"
)
_GOT: Final = regex(r"\b(?:received|got|receives|was\shanded|was\sgiven|was\sbrought|opened|read|had)\b(?=\s)")
_THING: Final = regex(rf"\b{_NOUN}\b", re.IGNORECASE)
_DIRECT: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|informed|notified|alerted|asked|urged|begged|instructed|ordered|congratulated|"
    r"thanked|warned|advised|summoned|invited|answered|sent|reached|wiring|cabling|telegraphing|informing|asking|urging)\s"
    r"(?:back\s(?:to\s)?)?(?:(?:the|his|her|their|its|an?)\s(?:[a-z’'-]+\s){0,3}?(?:[a-z’'-]+,\s)?)?$"
)
_THEN_DOES: Final = regex(
    r"(?:,\s[^,;:]{2,80},)?\s(?:(?:had|then|also|himself|herself|once|again)\s){0,2}(?:[a-z]{2,}ed|said|wrote|sent|told|put|gave)\b"
)
_PASSIVE: Final = regex(
    r"\b(?:was|were|been|being|is)\s(?:[a-z]+ly\s)?(?:telegraphed|cabled|wired|radioed|informed|notified|alerted|asked|"
    r"instructed|ordered|warned|advised|summoned|told)\b"
)
_SPLIT: Final = regex(r"\b(?:was|were|had|has|is|[a-z]{2,}ed|sent|wrote|got)\b|[.;:]")
_IS_HIS_NAME: Final = regex(
    r"(?:M|Mr|Mrs|Dr|Sir|Lord|Lady|Count|Baron|Prince|General|Colonel|Captain|[A-Z])\b\.?\s[A-Z]"
)
"""“The ambassador in Tarn, M. Lind”: his name, and no further place."""
_THEN_SENDS: Final = regex(rf",\s(?:(?:then|also|at\sonce|immediately|promptly)\s)?{_SENT}\b")
_REGION: Final = regex(
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|"
    r"Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    r"Nevada|New\s(?:Hampshire|Jersey|Mexico|York|Zealand|South\sWales)|North\s(?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|"
    r"Rhode\sIsland|South\s(?:Carolina|Dakota|Africa|Australia)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West\sVirginia|"
    r"Wisconsin|Wyoming|D\.\s?C|England|Scotland|Wales|Ireland|France|Germany|Italy|Spain|Canada|Australia|Ontario|Quebec|"
    r"Victoria|Queensland|India|China|Japan|Russia|Egypt|Turkey|Mexico|Cuba|Norway|Sweden|Denmark|Austria|Hungary)\b"
)
"""Countries and states, which stand behind the name of a town: “at Tarn, Ohio”."""
_MAKES: Final = regex(r"\s(?:(?:sent|written|dated|addressed)\s)?from\s[^.,;:]{2,40}\sby\s")
"""“A telegram sent from Tarn by Lind”: from a place, by somebody."""
_IN_ONE: Final = regex(
    rf",\s(?:(?:[a-z]+ing|also|then|later)\s)?in\s(?:an?|his|her|their|another|the\ssame)\s(?:[a-z-]+\s){{0,3}}?{_NOUN}\b[^.:]{{0,90}},\s[a-z]+\b"
)
"""“Lind, in a second telegram three days later, pressed for more.”"""
MAX_AFTER: Final = 90
_MARKS: Final = "“\"‘'«"
MAX_OWNED: Final = 4
"""So many words may stand between a name and what it owns."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a clause: where it stands, the preposition that governs it, whether it owns what follows it."""

    start: int
    end: int
    governed: str
    owns: bool


def parties_of(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the parties that a sentence gives a telegram, "from" and "to", as spans of it."""
    names = list(_names(text))
    if not names:
        return
    sender = _sender(text, names)
    recipient = _recipient(text, [name for name in names if name != sender])
    if sender is not None:
        yield "from", (sender.start, sender.end)
    if recipient is not None:
        yield "to", (recipient.start, recipient.end)


def _names(text: str) -> Iterator[_Name]:
    """Yield the names of a sentence; one that is owned is governed by what governs its owner."""
    over: _Name | None = None
    for match in _NAMED.finditer(text):
        start, end = match.span("name")
        before = _BEFORE.search(text, max(0, start - MAX_AFTER), start)
        governed = before["word"].lower() if before else ""
        if not governed and over and over.owns and _is_near(text, over.end + 2, start):
            governed = over.governed
        if not governed and over and over.governed and _goes_on(text, over.end, start, end):
            governed = over.governed  # "at Tarn, West Karsk, they sent"
        if text[start - 1 : start] in _MARKS and text[start - 1 : start]:
            governed = "of"  # the name of a ship or a book
        name = _Name(start, end, governed, text[end : end + 2] in ("’s", "'s"))
        over = name
        yield name


def _goes_on(text: str, over: int, start: int, end: int) -> bool:
    """Say whether a name behind another and a comma says where that place is, and is nobody's."""
    if text[over:start] != ", ":
        return False
    if _REGION.match(text, start):
        return True
    if text[end : end + 1] not in (",", ""):
        return False
    return _IS_HIS_NAME.match(text, start) is None and _THEN_SENDS.match(text, end) is None


def _is_near(text: str, start: int, end: int) -> bool:
    """Say whether nothing but a few words stand between two places of a sentence, none of them a verb."""
    between = text[start:end]
    return "," not in between and between.count(" ") <= MAX_OWNED and _SPLIT.search(between) is None


def _sender(text: str, names: list[_Name]) -> _Name | None:
    """Return who sends: whose telegram it is, who does the sending, or by whom or whence it came."""
    for name in names:
        thing = _THING.search(text, name.end, name.end + MAX_AFTER // 2) if name.owns else None
        if thing and _is_near(text, name.end + 2, thing.start()):
            return name
    free = [name for name in names if not name.governed and not name.owns]
    for verb in reversed([match.start() for match in _SENDING.finditer(text) if _is_active(text, match.start())]):
        found = next((name for name in reversed(free) if name.end < verb), None)
        if found is not None:
            return found
    aside = next((name for name in free if _IN_ONE.match(text, name.end)), None)
    if aside is not None:
        return aside
    ends = [match.end() for pattern in (_THING, _PASSIVE, _SENDING) for match in pattern.finditer(text)]
    for at in sorted(ends):
        by = [name for name in names if not name.owns and 0 <= name.start - at <= MAX_AFTER]
        by = [name for name in by if not text[: name.start].endswith("transmitted by ")]
        found = next((name for name in by if name.governed == "by" and _MAKES.match(text, at)), None)
        found = found or next((name for name in by if name.governed in ("from", "by")), None)
        if found is not None:
            return found
    thing = _THING.search(text)
    behind = (name for name in free if thing and name.start > thing.end())
    return next((name for name in behind if _THEN_DOES.match(text, name.end)), None)


def _is_active(text: str, verb: int) -> bool:
    """Say whether somebody does what a verb says, and it is no participle: "a telegram sent from Karsk"."""
    word = text[:verb].rstrip(" ,").rpartition(" ")[2]
    return not _THING.fullmatch(word) and word not in ("was", "were", "been", "be", "being", "is", "and,")


def _recipient(text: str, names: list[_Name]) -> _Name | None:
    """Return who gets it: to whom it goes, whom one telegraphs, or who has it."""
    names = [name for name in names if not name.owns]
    done = [match.start() for pattern in (_SENDING, _THING) for match in pattern.finditer(text)]
    first = min(done, default=len(text))
    for name in names:
        if (
            name.start > first
            and not name.governed
            and _DIRECT.search(text, max(0, name.start - MAX_AFTER), name.start)
        ):
            return name
    to = [name for name in names if name.governed == "to"]
    found = next((name for name in to if name.start > first), None) or next(iter(to), None)
    if found is not None:
        return found
    had = [verb.start() for verb in _GOT.finditer(text) if _THING.search(text, verb.end())]
    free = [name for name in names if not name.governed]
    for verb in (*(match.start() for match in _PASSIVE.finditer(text)), *had):
        found = next((name for name in reversed(free) if name.end < verb), None)
        if found is not None:
            return found
    return None
