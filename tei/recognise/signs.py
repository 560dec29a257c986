"""Signs: whether a page holds a telegram at all, what kind of document it is, and which year and day it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal
from unicodedata import combining, normalize

from tei.authority import Authority, Kind
from tei.authority.folding import fold_form
from tei.dates import find_dates
from tei.model import Moment
from tei.recognise.centuries import year_on_page
from tei.recognise.chinese_names import contracted, is_given_name
from tei.recognise.counting import is_sign
from tei.recognise.form_words import FORM_WORDS
from tei.recognise.layouts import Region
from tei.recognise.layouts.page import covers
from tei.recognise.mails import is_foreign_to_wires
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Division, Knowledge, Part
from tei.recognise.provenance import Provenance
from tei.recognise.somebody import writers
from tei.recognise.telling import speaks, surnames, tells_of
from tei.recognise.titles import Title, is_registered, read_title
from tei.regexes import regex
from tei.text import words

_YEAR: Final = regex(r"(?<![\d/.-])(?<!№)(?<!№\s)(?<!No\.\s)(1[89]\d\d|20[0-2]\d)(?![\d/-])")
_TELEGRAPHIC: Final = frozenset(
    ("number", "distribution", "copy", "received", "deciphered", "verified", "delivered", "marking", "dispatch")
)
_HINTS: Final = frozenset(("sent", "precedence", "address", "printed", "instruction", "subject", "reference", "copies"))
_STOP: Final = regex(r"(?<=[A-Z\d] )STOP\b|\bТЧК\b")
_FORM: Final = regex(rf"{FORM_WORDS}[.:]?", re.IGNORECASE)
_OF_LETTERS: Final = regex(
    r"hello\b|(?:my\s+)?(?:own\s+)?dear(?:est)?\b|(?:ever\s)?your\s(?:[a-z]+\s){0,2}affectionate|"
    r"yours\b|sincerely|(?:very )?truly|i remain\b|i am,|i have,?\s&c|believe me\b|"
    r"i have the honou?r to (?:be|remain)\b|your(?:\s[\w’']+){0,3}\s(?:obedient|humble)\b|"
    r"(?:very|most) (?:faithfully|sincerely)|дорог|(?:глубоко|много)?уважаем|любезн|"
    r"милостив\w+ государ|м\.\s?г\.|искренне ваш|此致|[亲親敬]愛?爱?的|敬祝|尊敬的|"
    r"[专專][此肃肅]|[近钧鈞台大道勋勳勛]安[。！!]?$",
    re.IGNORECASE,
)
_LETTER_WORDS: Final = frozenset(("письмо", "letter", "信", "函"))
_OWN_NUMBER: Final = regex(r"\d{4}\.\s+(?=[A-Z“\"(])")
_COVERS: Final = regex(
    r"(?:при\s+(?:этом|сём|сем)\s+)?(?:представля[юе]м?|направля[юе]м?|препровожда[юе]м?|прилага[юе]м?|посыла[юе]м?)\s+"
    r"(?:при\s+(?:этом|сём|сем)\s+|вам\s+|на\s+ваше\s+\w+\s+)*(?:проект|текст|копи\w|записку|справку|перевод)|"
    r"(?:i|we)\s+(?:herewith\s+)?(?:enclose|submit|attach)\b|(?:please\s+find\s+)?(?:enclosed|attached|herewith)\s",
    re.IGNORECASE,
)
"""What a covering letter opens with, however it is numbered."""
MAX_DATELINE: Final = 60
MAX_SUMMARY: Final = 2
ENOUGH: Final = 3
"""So many points make a telegram. An address, a title with both parties, service matter and STOP count two."""


def is_telegram(
    division: Division,
    title: Title,
    provenance: Provenance,
    *,
    told: int = 0,
    day: bool = False,
    formal: bool = False,
) -> bool:
    """Weigh the signs of a telegram: addressed, titled as one, service matter; signed, dated, kept in an archive.

    `told` counts what the page says right before it: that something follows, and that it is a telegram; `day` says
    that it has a date between title and text, `formal` that its title is the document's own heading.
    """
    if (title.other and not _is_wired(division)) or _is_only_dated(division) or is_foreign_to_wires(division):
        return False
    given = bool(division.message or division.opener or _served(division))
    if not given or (not formal and told < TWICE and _is_summary(division, title)):
        return False
    if not (title.kind or title.parties) and " Report on " in title.text and not _is_wired(division):
        return False
    saluted = bool(division.names(Part.SALUTE, opener=True))
    if not (told or saluted) and (title.kind or writers(title.text)) and _is_about(division, title):
        return False
    if not title.kind and _is_record(division, title):
        return False
    if not (told or saluted or _served(division)) and any(_SHOWN.match(row.text) for row in division.message):
        return False
    if not (told or saluted or title.kind or _served(division)) and _is_report(title):
        return False
    titled = bool(title.party("to") and (title.party("from") or (title.kind and not title.text.isascii())))
    titled = titled or (bool(title.kind and title.parties) and is_sign(title.text[:1])) or is_registered(title)
    below = bool(division.names(Part.DATELINE, opener=False))
    alone = day or (below and _INITIALED.match(title.party("to")) is not None)
    titled = titled or (alone and _is_letter_to(title, division))
    dated = bool(division.names(Part.DATELINE, opener=True)) or below
    dated = dated or (titled and (day or bool(find_dates(title.text))))
    dated = dated or any(line.service and line.service.part("date") for line in division.preamble)
    stopped = any(_is_stopped(paragraph.text) for paragraph in division.message)
    points = 2 * stopped + 2 * saluted + 2 * titled + _served(division)
    points += (title.kind is not None) + bool(division.names(Part.SIGNED, opener=False)) + dated
    points += 2 * told + (title.kind == "telegram" and bool(title.parties) and day and not titled)
    return points + bool(provenance.holdings) >= ENOUGH and points >= 2


TWICE: Final = 2
_INITIALED: Final = regex(r"(?:(?:Mr|Dr|M|Com)\.?\s)?(?:[A-ZА-ЯЁ]\.\s?){1,2}[A-ZА-ЯЁ]\w")
_NAMED_TO: Final = regex(r"(?!(?:My|Our|His|Her|A(?!\.)|An|The|Editor|Readers?|Myself)\b)[A-ZÀ-ÞА-ЯЁ]")


def _is_about(division: Division, title: Title) -> bool:
    """Say whether a page without formulae tells of a telegram: it speaks of "the letter" and of him who wrote it."""
    if (
        any(line.part is not Part.DATELINE for line in division.opener)
        or division.closer
        or len(division.message) < MIN_ABOUT
        or _served(division)
    ):
        return False
    texts = [line.text for line in division.message if not _OF_SITE.search(line.text)]
    if any(speaks(_IN_MARKS.sub(" ", text)) for text in texts) or not any(map(_OF_IT.search, texts)):
        return False
    sender = surnames(title)[:1] if title.party("from") else ()
    return any(len(name) > MIN_NAME and name in text for name in sender for text in texts)


_SHOWN: Final = regex(
    r"This\s(?:[\w’'–-]+\s){0,4}?(?:telegram|cable|letter)\s(?:relays|informs|tells|reports|announces|describes|is|was|shows|"
    r"conveys|records|reveals|concerns)\b"
)
"""How the label beside a thing on show begins: “This wartime telegram relays the wish of …”."""
_IN_MARKS: Final = regex(r"[“„«\"][^“”„«»\"]*[”“»\"]")
_OF_IT: Final = regex(r"\b(?:this|the) (?:telegram|letter|cable|message)\b", re.IGNORECASE)
_OF_SITE: Final = regex(r"https?:|www\.|\bprivacy\b", re.IGNORECASE)
"""What says where the page itself stands and speaks of its makers: "Learn more on our privacy page"."""
MIN_ABOUT: Final = 2
MIN_NAME: Final = 2


def _is_letter_to(title: Title, division: Division) -> bool:
    """Say whether a title names kind and recipient alone, "Letter to Nina Ostapova", and the text speaks."""
    if title.kind is None or not _NAMED_TO.match(title.party("to")) or not len(division.message) > 0:
        return False
    return any(speaks(line.text) for line in division.message[:3])


def _is_report(title: Title) -> bool:
    """Say whether a title calls the document a report: "Report, Embassy in Oslo to …"."""
    return "eport" in title.text[:60] and _REPORT.match(title.text) is not None


_REPORT: Final = regex(
    r"(?:(?:(?:brief|short|annual|monthly|weekly|political|secret|an?|the)\s+){0,3})reports?\b", re.IGNORECASE
)


def _is_wired(division: Division) -> bool:
    """Say whether minutes, a journal or the like were sent by wire: a form's name, or what cipher offices note."""
    if _served(division) < ENOUGH:
        return False
    lines = [line for line in (*division.preamble, *division.docket) if line.service]
    kinds = {line.service.type for line in lines if line.service}
    named = any(_FORM.fullmatch(line.paragraph.text) for line in lines)
    return named or not kinds.isdisjoint(("received", "deciphered", "enciphered"))


def _is_record(division: Division, title: Title) -> bool:
    """Say whether a report names itself in a line of its own: under "Report from Amos Pell, …" stands "Record"."""
    if not _REPORT.match(title.text):
        return False
    rows = [line.paragraph for line in division.preamble] + [line.paragraph for line in division.closer]
    return any(_RECORD.fullmatch(row.text) for row in (*rows, *division.message[:MAX_LETTERHEAD]))


_RECORD: Final = regex(r"(?:record|report|memorandum|memo|minutes|information|note|notes)[.:!]?", re.IGNORECASE)
MAX_LETTERHEAD: Final = 16


def _is_only_dated(division: Division) -> bool:
    """Say whether place and date are all there is, as in a list of documents."""
    lines = (*division.opener, *division.closer)
    if division.message or division.preamble or division.docket or not lines:
        return False
    return all(line.part is Part.DATELINE for line in lines)


def _is_stopped(text: str) -> bool:
    spelled = text.count(" Stop ") > 1
    return spelled or (("STOP" in text or "ТЧК" in text) and _STOP.search(text) is not None)


def _is_summary(division: Division, title: Title) -> bool:
    """Say whether all there is under a title tells of the document from outside."""
    parts = (division.preamble, division.opener, division.closer, division.docket)
    message = division.message
    return 0 < len(message) <= MAX_SUMMARY and not any(parts) and tells_of(message[0].text, title)


def _served(division: Division) -> int:
    """Weigh the service matter: 2 for one kind of telegraphy's own, 3 for more, or for lines that say from and to."""
    types = [line.service.type for line in (*division.preamble, *division.docket) if line.service]
    others = (line for line in division.preamble if line.service and line.service.type == "other")
    named = any(_FORM.fullmatch(line.paragraph.text) for line in others)
    own = len(_TELEGRAPHIC.intersection(types)) + named
    hints = [type_ for type_ in types if type_ in _HINTS]
    return min(3, own + bool(own)) + min(3, len(hints) + (hints.count("address") > 1))


def kind(title: Title, division: Division) -> Literal["telegram", "letter", "note", "extract"]:
    """Return the kind of document that the title names; without one, the formulae of letters make a letter."""
    if title.kind:
        return title.kind
    named = (line.paragraph.text for line in division.preamble[:2] if len(line.paragraph.text) <= 12)
    if any(text.strip(" .:：").lower() in _LETTER_WORDS for text in named):
        return "letter"
    types = {line.service.type for line in (*division.preamble, *division.docket) if line.service}
    if division.message and types <= {"number"} and _COVERS.match(division.message[0].text):
        return "letter" if division.closer else "telegram"
    if title.party("to") and types.isdisjoint(_WIRED) and _PAPERS.match(title.text):
        return "letter"
    if not types.isdisjoint(_TELEGRAPHIC):
        return "telegram"
    formal = (*division.names(Part.SALUTE, opener=True), *division.names(Part.SALUTE, opener=False))
    return "letter" if any(_OF_LETTERS.match(line.paragraph.text) for line in formal) else "telegram"


_WIRED: Final = _TELEGRAPHIC - {"marking", "copy", "distribution"}
_PAPERS: Final = regex(
    r"(?:Report|Proposal|Request|Appeal|Petition|Explanation|Statement|Information)s?(?:,|\s(?:from|by|of))\s"
)
"""What a title calls a paper that somebody sends: without a word of the telegraph it came as a letter does."""


def title_of(region: Region, text: str) -> tuple[Title, int]:
    """Return the title of a region and where it stands in the capture."""
    if region.title_text:
        start, end = region.title_text
        return read_title(text[start:end]), start
    return (read_title(region.title.text), region.title.start) if region.title else (Title(""), 0)


def year_of(region: Region, title: Title, site_date: Moment | None, text: str) -> int | None:
    """Return the year that completes dates without one: the page's, the title's, the first in the text."""
    candidates = [site_date.day if site_date else "", title.text]
    timed = (line for line in region.served if line.service and line.service.type in ("received", "sent"))
    candidates += [line.paragraph.text for line in timed]
    ends = (*region.body[:4], *reversed(region.body[-4:]))
    candidates += [paragraph.text for paragraph in ends if len(paragraph.text) <= MAX_DATELINE]
    candidates += [paragraph.text for paragraph in (*region.body[:12], *reversed(region.body[-12:]))]
    candidates += [covers(region.abstract, text)]
    for candidate in candidates:
        for found in find_dates(candidate):
            if year := year_on_page(found, text):
                return year
    matches = (_YEAR.search(candidate, _number_before(candidate)) for candidate in candidates)
    return next((int(match.group(1)) for match in matches if match), None) or _year_told(region)


def _number_before(text: str) -> int:
    """Return where a text begins behind the number of its telegram, "1891. Your 2061 …", which is no year."""
    match = _OWN_NUMBER.match(text)
    return match.end() if match else 0


def _year_told(region: Region) -> int | None:
    """Return the last year that the page's own words before a telegram name, the nearest paragraph first."""
    for paragraph in (*reversed(region.announced), *region.before):
        years = [year for year in _YEAR.findall(paragraph.text) if int(year) <= LAST_TOLD]
        if years:
            return int(years[-1])
        signs = [(found.when or "") for found in find_dates(paragraph.text)] if "年" in paragraph.text else []
        told = [int(when[:4]) for when in signs if when[:4].isdigit()]
        if told:
            return told[-1]
    return None


LAST_TOLD: Final = 1995
"""A later year is that in which somebody wrote of the telegram, and not the telegram’s own."""


def reference_date(site_date: Moment | None, title: Title, year: int | None, body: Sequence[Paragraph] = ()) -> str:
    """Return the date by which cover names are judged: the page's, the title's, else the year alone.

    `body` is given where its first lines are sure to be place and date.
    """
    if site_date and site_date.day:
        return site_date.day
    dated = [found.when for found in find_dates(title.text, year=year) if found.when]
    lines = (row.text for row in body[:5] if len(row.text) <= MAX_DATELINE and not row.text.startswith("[Rec"))
    written = (found.when for line in lines for found in find_dates(line, year=year))
    dated += [when for when in written if when and len(when) >= 10]
    return dated[0][:10] if dated else str(year or "")


def dated_at(region: Region) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the place that stands with the day over a text in Chinese, 「（1938年5月3日于青岛）」."""
    row = region.site_date
    match = _DATED_AT.search(row.text) if row and row.text[-1:] not in "日號号" else None
    if row and match:
        yield "place_from", (row.start + match.start("place"), row.start + match.end("place"))


_DATED_AT: Final = regex(r"[日號号时時][于於在](?P<place>[\u3400-\u9fff]{2,6})[）)]?$")


def knowledge_of(authority: Authority, title: Title, year: int | None, date: str, said: str = "") -> Knowledge:
    """Return what is known before the text is read: the parties of the title, and the authority lists.

    `said` are the page's words that hand over to the telegram: who is named there may sign or be addressed.
    """
    told = f" {_folded(said)} " if said else ""
    parties = {_folded(title.text[slice(*span)]) for role, span in title.parties if role != "place"}

    def known_party(name: str) -> bool:
        folded = _folded(name)
        bare = _folded(_INITIALS.sub("", name)) if "." in name[:3] else folded
        if len(bare) > 3 and any(bare == party or bare in party.split() for party in parties):
            return True
        if folded and any(folded == party or folded in party.split() for party in parties):
            return True
        if is_sign(name[:1]) and any(is_given_name(folded, form) for form in _forms_of(parties, authority, folded)):
            return True
        if (
            told
            and _NAMED.fullmatch(name)
            and f" {folded} " in told
            and folded not in _NO_NAMES
            and _named_in(name, said)
        ):
            return True
        return bool(authority.resolve(name, date=date or None).entries)

    def known_place(name: str) -> bool:
        return any(entry.kind is Kind.PLACE for entry in authority.resolve(name, kinds=(Kind.PLACE,)).entries)

    quoted = _HEADING.search(title.text) if title.text[-2:].rstrip(".,")[-1:] in _QUOTED else None
    return Knowledge(year, known_party, known_place, fold_form(quoted["heading"]) if quoted else "")


def _forms_of(parties: Iterable[str], authority: Authority, name: str) -> Iterator[str]:
    """Yield the names of the parties of a title, with the others that the lists give each, where a name is short."""
    for party in parties if len(name) <= MAX_GIVEN else ():
        yield party
        yield contracted(party)
        entry = authority.resolve(party, kinds=("person",)).entry
        yield from (_folded(variant.form) for variant in entry.variants if is_sign(variant.form[:1])) if entry else ()


MAX_GIVEN: Final = 2
_QUOTED: Final = ("’", "'", "”", '"')
_HEADING: Final = regex(r"(?<=[\s,])(?:[‘'“]|\"(?!\s))(?P<heading>[^\n“”\"]{8,200}?)[.,]?[’'”\"]+[.,]?$")
"""What a title quotes at its end: "Telegram from the Embassy in Oslo, ‘On the Goat’"."""


_INITIALS: Final = regex(r"(?:\b[A-ZÀ-ÞА-ЯЁ]\.\s?){1,2}(?=[A-ZÀ-ÞА-ЯЁ][^\W\d_])")


def _named_in(name: str, said: str) -> bool:
    """Say whether a name stands within a sentence: a word that begins one may be any."""
    return re.search(rf"[^.!?\s]\s+{re.escape(name.rstrip('.,'))}\b", said, re.IGNORECASE) is not None


_SIGNS: Final = regex(r"[^\w\s]")
_NAMED: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,}(?:\s[A-ZÀ-ÞА-ЯЁ][\w’'-]{2,})?[.,]?")
_NO_NAMES: Final = frozenset(
    words(
        """
        the this that these those his her their its our your and but for from after before when then here there who
        what telegram telegrams cable cables letter message diary january february march april may june july august
        september october november december monday tuesday wednesday thursday friday saturday sunday comrade
        comrades
        """
    )
)


def _folded(name: str) -> str:
    if not name.isascii():
        name = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return " ".join(_SIGNS.sub(" ", name).lower().split())
