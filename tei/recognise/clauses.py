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
    r"(?!U\.\s?[SK]\.)(?<!\bU\.)(?!(?:On|In|At|The|This|That|These|Those|Its|His|Her|Their|One|Another|From|For|To|After|Before|Then|When|A|An|It|"
    r"He|She|They|But|And|What|Which|Who|Whose|There|Here|Nobody|Not|By|As|If|So|Both|Each|Neither|Never|Once|Only|I|We|"
    r"You|My|Our|Your|Some|Most|Many|All|With|Without|How|Why|Where|While|Although|Though|Since|Until|Now|Today|Of|Or|"
    r"Dear|Dated|During|Upon|Under|Having|Instead|Finally|Later|Soon|Eventually|Meanwhile|However|Perhaps|Also|"
    r"Late|Early|Earlier|Shortly|Immediately|Subsequently|Afterwards|Accordingly|Thus|Therefore|Hence|Thereupon|Still|"
    r"Already|Just|Even|Next|Again|Midway|Whatever|Whoever|Presently|Hi|Hello|Ciphered|Coded|Telegram|Telegraph(?:ed)?|Cabled?|Wired|Received|Western\sUnion|Morse|Wire|No|Yes|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|"
    r"British|American|German|French|Russian|Soviet|Italian|Japanese|Chinese|Christmas|Easter|Flash|FLASH|NIACT|"
    r"IMMEDIATE|PRIORITY|URGENT|SECRET|TOP\sSECRET|CABLE|TELEGRAM|"
    rf"{ENGLISH_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!\s(?:Office|Ministry|Embassy|Legation|Admiralty|Consulate|Government)\b))"
)
_WORD: Final = r"(?:[A-ZÀ-ÞĀ-Ž](?:\.(?:[A-Z]\.)*|[\w-]*[^\W\d_](?:[’'](?!s\b)[A-Z]?\w+)?))"
_RANK: Final = r"(?:[Cc]omrades?\s|(?:Mr|Mrs|Dr|Capt|Col|Gen|Lt|Maj|Sir|St|Rev|Prof|Sgt|Adm|Messrs)\.\s)?"
_OFFICE: Final = (
    r"(?:governor|minister|ambassador|consul|commissioner|resident|secretary|agent|attach[ée]|director|commander|captain|"
    r"operator|sheriff|mayor|editor|manager|superintendent|postmaster|storekeeper|keeper|harbour\smaster|engineer|chairman|prefect|bishop|board|bank|president|king|emperor|viceroy|chief|general|"
    r"envoy|representative|plenipotentiary|correspondent|partner|deputy|charg[ée](?:\sd[’']affaires)?|counsell?or|officer|head|premier|chancellor|delegate|dispatcher|clerk|owner|doctor|pilot|harbo[u]?rmaster)"
)
_NAMED: Final = regex(
    rf"(?<![\w’'-])(?P<name>{_RANK}{_NO_NAME}{_WORD}(?:\s(?:(?:of|de|von|van|der|la|du)\s(?:the\s)?)?{_WORD}){{0,6}}"
    r"(?:\s(?:office|embassy|legation|consulate|mission|headquarters|station|branch|bureau|agency|bank|zoo|museum|company|firm)\b)?|"
    rf"the\s(?:[a-z]+\s){{0,2}}?{_OFFICE}(?:[- ]general)?\s(?:at|in|of|for)\s(?:the\s)?{_WORD}(?:\s{_WORD})?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)\s(?:[A-Z]\w+\s){{0,2}}(?:Division|Army|Corps|Brigade|Battalion|Regiment|Fleet|Squadron|Flotilla)\b)"
)
_BEFORE: Final = regex(
    r"\b(?P<word>[Tt]o|[Ff]or|[Ff]rom|[Bb]y|[Oo]f|[Aa]t|[Ii]n|[Vv]ia|[Tt]hrough|[Ww]ith|[Bb]etween|[Oo]n|[Nn]ear|[Aa]fter|"
    r"[Uu]nder|[Aa]gainst|[Aa]bout|than|like|into|over|far\sas)\s"
    r"(?:(?:the|his|her|their|its|an?|our|my|both|former|then)\s(?:[A-Z][a-z]+(?:an|ish|ese|ch|eek|wiss)\s)?"
    r"(?:(?!(?:in|at|on|from|by|to|for|with|day|morning|afternoon|evening|night|week|month|year|hour|moment)\b)"
    r"[a-z’'-]+\s(?:of\s)?){0,3}?(?:[a-z’'-]+,\s(?:an?\s|the\s(?:[a-z’'-]+\s){1,2})?)?)?(?:U\.\s?[SK]\.\s|U[SK]\s)?$"
)
_NATION: Final = regex(r"[A-Z][a-z]+(?:an|ish|ese|ch|eek|wiss)\s[a-z]")
"""“the Austrian consul” names no Austrian."""
_NOUN: Final = (
    r"(?:telegrams?|telegrammes?|cables?|cablegrams?|wires?|radiograms?|marconigrams?|messages?|despatch|dispatch|"
    r"signal|note|letters?|reply|answer|response|communication)"
)
_SENT: Final = (
    r"(?:telegraphed|telegraphs|cabled|wired|radioed|wrote|sent|sends?|sending|(?:fired|got|shot)\soff|dispatched|despatched|transmitted|"
    r"replied|answered|responded|shot\sback|signall?ed|flashed|informed|notified|alerted|asked|urged|begged|instructed|"
    r"ordered|congratulated|thanked|warned|advised|summoned|invited|addressed|handed\sin|drafted|composed|scribbled|"
    r"penned|dictated|transmits|writes|signals|tapped|keyed|replies|answers|placed|put\s(?:it|this|the\squestion)|begs|"
    r"(?:cables|wires)(?=\s(?:to|back|him|her|the|his|[A-Z])\b))"
)
_SENDING: Final = regex(
    rf"(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)\b(?:(?i:{_SENT})\b|(?<!that\s)(?<!which\s)(?<!who\s)(?!received)[a-z]{{3,}}ed\b(?=[^.;:,]{{0,60}}(?::|\sthat\s)$))"
)
_GOT: Final = regex(r"\b(?:received|got|receives|was\shanded|was\sgiven|was\sbrought|opened|read|had)\b(?=\s)")
_THING: Final = regex(rf"\b{_NOUN}\b", re.IGNORECASE)
_TELLS: Final = (
    r"(?:(?:inform|instruct|ask|warn|order|direct|alert|thank|remind|summon|request)(?:ed|s|ing)|(?:urg|advis|invit|assur|congratulat)(?:ed|es|ing)|"
    r"beg(?:ged|s|ging)|notif(?:ied|ies|ying))"
)
"""What one does by telegram to the one who gets it."""
_TELLING: Final = regex(rf"\b{_TELLS}\b")
_DIRECT: Final = regex(
    rf"\b(?:telegraphed|cabled|wired|radioed|{_TELLS}|answered|sent|reached|wiring|cabling|telegraphing|cables|wires)\s"
    r"(?:back\s(?:to\s)?)?(?:(?:the|his|her|their|its|an?)\s(?:[a-z’'-]+\s){0,3}?(?:[a-z’'-]+,\s)?)?$"
)
_THEN_DOES: Final = regex(
    r"(?:,\s[^,;:]{2,80},)?\s(?:(?:had|then|also|himself|herself|once|again)\s){0,2}(?:[a-z]{2,}ed|[a-z]{3,}[a-rt-z]s(?=\s(?:an?|the|his|her|that|him)\b)|said|wrote|sent|told|put|gave)\b"
)
_PASSIVE: Final = regex(
    r"\b(?:was|were|been|being|is)\s(?:[a-z]+ly\s)?(?:telegraphed|cabled|wired|radioed|informed|notified|alerted|asked|"
    r"instructed|ordered|warned|advised|summoned|told|addressed|sent)\b"
)
_OF_OFFICE: Final = regex(
    rf"(?:\b(?:the|his|her|its|their|our|an?)\s)(?:[\w’'-]+\s){{0,2}}?{_OFFICE}(?:[- ](?:general|in[- ]chief))?"
    r"\s(?:in|at|to|of|for)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""“the ambassador in Tarn, Axel Pell,”: behind the place stands his name."""
_BARE_OFFICE: Final = regex(rf"(?:[A-Z]\w+\s)?(?i:{_OFFICE})(?:[- ]general)?", re.IGNORECASE)
_APPOSED: Final = regex(r",\s(?:the|an?|his|her|its|their|who|whose|then|now|later|formerly)\s[^,.;:]{0,80}$")
"""“Pell, the German Ambassador”: one and the same."""
_OBJECT: Final = regex(
    r"(?<!the\s)(?<!an\s)(?<!\sa\s)\b(?:[a-z]{2,}ed|told|saw|met|left|gave|found|let|made|asking|telling|informing|instructing)\s"
    rf"(?:(?:(?:the|an?)\s(?:[a-z’'-]+\s){{0,3}}?|the\s{_OFFICE},\s|(?:his|her|their|its)\s(?:[a-z’'-]+\s){{0,3}}?(?:[a-z’'-]+,\s)?))?$"
)
"""“He directed the Ambassador”, “told Pell”: to whom something is done."""
_PRONOUN: Final = regex(
    r"\b(?P<who>[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t)\s(?:(?:had|have|has|then|also|again|himself|herself|once|now|at\sonce|too|[a-z]+ly)\s){0,3}$"
)
_HE_FIRST: Final = regex(r"(?:[^,;:]{0,60},\s)?(?:He|She|They|I|We|he|she|they|we)\s[a-z]")
_HIS_OWN: Final = regex(r"\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur)\s(?:[a-z-]+\s){1,3}$")
_CONTENT: Final = regex(
    rf"\b(?:{_SENT}|reported|complained|explained|insisted|declared|announced|noted|added|argued|stated|claimed|told)\b[^.;:]{{0,90}}?\sthat\s(?=[^“”\"]*$)(?![^:]*,\s(?:and|but)\s)"
)
"""What was said comes behind “that”: whoever is named there neither sent nor got the telegram."""
_CAME: Final = regex(
    r"\b(?:came|comes|arrived|arrives|dated|is|was|are|were|this|one|following|first|second|third|next|last|,)"
    r"(?=\sfrom\s)"
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
_MAKES: Final = regex(r"\s(?:[a-z]+\s){0,3}?from\s[^,;:]{2,60}\sby\s")
"""“A telegram sent from Tarn by Lind”: from a place, by somebody."""
_IN_ONE: Final = regex(
    rf",\s(?:(?:[a-z]+ing|also|then|later)\s)?in\s(?:an?|his|her|their|another|the\ssame)\s(?:[a-z-]+\s){{0,3}}?{_NOUN}\b[^.:]{{0,90}},\s[a-z]+\b"
)
"""“Lind, in a second telegram three days later, pressed for more.”"""
_BEFORE_NAME: Final = regex(
    r"(?:Secretary\sof\s(?:State|War|the\sNavy)|(?:Foreign|Prime|Finance|War)\s(?:Minister|Secretary)|Ambassador|Minister|Premier|"
    r"(?:Vice[\s-])?Consul(?:[\s-]General)?|Attorney\sGeneral)\s(?=[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+)"
)
"""An office before forename and surname: “Secretary of State Axel Pell”."""
_OF_HIS: Final = regex(r"['’]s\s(?:office|headquarters|desk|secretary|staff|agent|house|brother|wife)\b")
"""“to Pell’s office” is to Pell."""
_GARDEN: Final = regex(rf"\s(?:(?:had|has|then|also)\s)?(?:was|were|is|{_SENT})\b")
_WHO_SENT: Final = regex(rf"[”\"]?(?:,\s[^,.;:]{{2,40}})?,\swho\s(?:(?:then|also|had|promptly|in\sturn)\s)?{_SENT}\b")
_SENT_IT: Final = regex(rf"\s(?:had\s)?{_SENT}\b")
_THING_LAST: Final = regex(rf"\b{_NOUN}\s$")
_THING_FOR: Final = regex(rf"\b{_NOUN}\sfor\s(?:the\s)?$")
MAX_GARDEN: Final = 60
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
    lead: int
    """Where the office begins that stands before the name, the name where none does."""


def parties_of(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the parties that a sentence gives a telegram, "from" and "to", as spans of it."""
    content = _CONTENT.search(text)
    text = text[: content.end()] if content else text
    if not any(pattern.search(text) for pattern in (_SENDING, _THING, _PASSIVE, _CAME, _TELLING)):
        return
    names = list(_names(text))
    sender = _sender(text, names)
    recipient = _recipient(text, [name for name in names if name != sender])
    for role, name in (("from", sender), ("to", recipient)):
        if name is not None:
            office = _BEFORE_NAME.match(text, name.start, name.end)
            yield role, (office.end() if office else name.start, name.end)


def _names(text: str) -> Iterator[_Name]:
    """Yield the names of a sentence; one that is owned is governed by what governs its owner."""
    over: _Name | None = None
    for match in _NAMED.finditer(text):
        start, end = match.span("name")
        if text[start - 4 : start].lower() == "the " and _NATION.match(text, start):
            continue
        before = _BEFORE.search(text, max(0, start - MAX_AFTER), start)
        governed = before["word"].lower() if before else ""
        holder = _holder(text, over, start, end) if not governed and over else None
        governed, lead = holder or (governed, start)
        if not governed and over and over.owns and _is_near(text, over.end + 2, start):
            governed = over.governed
        if not governed and over and not over.owns and _APPOSED.match(text, over.end, start):
            governed = "of"
        if not governed and holder is None and over and over.governed and _goes_on(text, over.end, start, end):
            governed = over.governed  # "at Tarn, West Karsk, they sent"
        if text[start - 1 : start] in _MARKS and text[start - 1 : start]:
            governed = "of"  # the name of a ship or a book
        if over and not (holder and _is_office(text, over)):
            yield over
        over = _Name(start, end, governed, text[end : end + 2] in ("’s", "'s"), lead)
    if over:
        yield over


def _holder(text: str, over: _Name, start: int, end: int) -> tuple[str, int] | None:
    """Return what governs the office whose holder stands behind it and a comma, and where it begins; or None."""
    if text[over.end : start] != ", " or (over.governed and _GARDEN.match(text, end)):
        return None
    if _is_office(text, over):
        return over.governed, over.lead
    office = _OF_OFFICE.search(text, max(0, over.start - MAX_AFTER), over.start)
    if office is None or _REGION.match(text, start):
        return None
    before = _BEFORE.search(text, max(0, office.start() - MAX_AFTER), office.start())
    return before["word"].lower() if before else "", office.start()


def _is_office(text: str, name: _Name) -> bool:
    """Say whether a name is an office without its holder: “Premier”, “the consul at Tarn”."""
    return text.startswith("the ", name.start) or _BARE_OFFICE.fullmatch(text, name.start, name.end) is not None


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
    garden = next((name for name in names if _is_garden(text, name)), None)
    if garden is not None:
        return garden
    who = next((at for at in reversed(range(len(names))) if _WHO_SENT.match(text, names[at].end)), -1)
    if who >= 0:
        return names[who - (who > 0 and names[who].governed == "of")]
    free = [name for name in names if not name.owns and not name.governed and not _has_done(text, name)]
    for verb in reversed([match.start() for match in _SENDING.finditer(text) if _is_active(text, match.start())]):
        found = next((name for name in reversed(free) if name.end < verb), None)
        if found is not None:
            return None if _is_of_another(text, found, verb) else found
    aside = next((name for name in free if _IN_ONE.match(text, name.end)), None)
    if aside is not None:
        return aside
    ends = [match.end() for pattern in (_THING, _PASSIVE, _SENDING, _CAME) for match in pattern.finditer(text)]
    for at in sorted(ends):
        by = [name for name in names if not name.owns and 0 <= name.start - at <= MAX_AFTER]
        by = [name for name in by if not text[: name.start].endswith("transmitted by ")]
        found = next((name for name in by if name.governed == "by" and _MAKES.match(text, at)), None)
        found = found or next((name for name in by if name.governed in ("from", "by")), None)
        if found is not None:
            return found
    thing = _THING.search(text)
    behind = (name for name in free if thing and name.start > thing.end())
    owner = names[0] if len(names) > 1 and names[0].owns and not names[0].governed and not names[0].start else None
    return next((name for name in behind if _THEN_DOES.match(text, name.end)), owner)


def _is_garden(text: str, name: _Name) -> bool:
    """Say whether a name behind a preposition does something itself: “To his sister Pell was more candid:”."""
    if name.governed and _SENT_IT.match(text, name.end) and _THING_LAST.search(text, 0, name.start):
        return True  # "one of the messages Pell sent"
    return name.governed == "to" and name.start <= MAX_GARDEN and _GARDEN.match(text, name.end) is not None


def _has_done(text: str, name: _Name) -> bool:
    """Say whether something is done to whom a name names: “He directed the Ambassador to wait”."""
    return _OBJECT.search(text, max(0, name.lead - MAX_AFTER), name.lead) is not None


def _is_of_another(text: str, name: _Name, verb: int) -> bool:
    """Say whether “he” who sends is not whom a sentence names before: “He had met Pell, and wired”."""
    if _HE_FIRST.match(text, 0, name.start) is not None:
        return True
    pronoun = _PRONOUN.search(text, name.end, verb)
    return pronoun is not None and _HIS_OWN.search(text, 0, name.start) is not None


def _is_active(text: str, verb: int) -> bool:
    """Say whether somebody does what a verb says, and it is no participle: "a telegram sent from Karsk"."""
    word = text[:verb].rstrip(" ,").rpartition(" ")[2]
    return not _THING.fullmatch(word) and word not in ("was", "were", "been", "be", "being", "is", "and,")


def _recipient(text: str, names: list[_Name]) -> _Name | None:
    """Return who gets it: to whom it goes, whom one telegraphs, or who has it."""
    names = [name for name in names if not name.owns or _OF_HIS.match(text, name.end)]
    done = [match.start() for pattern in (_SENDING, _THING) for match in pattern.finditer(text)]
    first = min(done, default=len(text))
    last = max((match.start() for match in _SENDING.finditer(text)), default=0)
    wired = any(name.governed == "to" and name.start > last for name in names)
    for name in names:
        if wired and name.start < last:
            continue  # "He directed the ambassador to wait, and wired to Pell"
        if not name.governed and _DIRECT.search(text, max(0, name.lead - MAX_AFTER), name.lead):
            return name
    to = [name for name in names if name.governed == "to"]
    to.extend(name for name in names if name.governed == "for" and _THING_FOR.search(text, 0, name.start))
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
