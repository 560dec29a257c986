"""One line of an opener: an address, a salutation, place and date; what a line says by itself."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.beneath import MAX_LABEL
from tei.recognise.chinese_openings import hailed, place_at, seated
from tei.recognise.counting import is_sign
from tei.recognise.datelines import dateline, is_place
from tei.recognise.naming import is_holder
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import handling_in, is_address_list, is_capitalised, is_office, salutation_name
from tei.recognise.parts import Knowledge, Line, Part, shifted
from tei.regexes import regex

_POSTS: Final = regex(
    r"(?P<name>(?:(?:All|The|Our)\s+)?(?:[A-Z][\w’'-]*\s+)?(?:Embass(?:y|ies)|Legations?|Consulates?(?:[- ]General)?|"
    r"Missions?|Delegations?|"
    r"Offices?|Ministry|Department|Commission|Posts)\s+(?:in|of|to|at|for|and|abroad)\s(?![^\n]*\b(?:on|about|regarding)\s)[^.!?\n:;]{2,120}?)[,:]"
)
"""A body that is addressed in the first line, as in "Embassy in Oslo along with all embassies and consulates,"."""


_BRACKETED_TO: Final = ("(To ", "(to ", "(TO ")


_TO_OTHERS: Final = regex(
    r"\((?i:to)\s+(?:the\s+)?(?:commission|committee|members?|comrades?|c\[|com\.|cdes?\b|mr|messrs|all\b)[^()\n]{2,140}\)",
    re.IGNORECASE,
)
"""“(To the commission of comrades Pashin and Quill.)” under the address: whom else it goes to."""


_DASHES: Final = str.maketrans("–—", "--")


_AT_PLACE: Final = regex(r"\s+(?:--|–|—|-)\s*(?P<place>[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w’'-]+)?)$")
"""Where the addressee is, behind his name: "To Vetrov -- Karsk"."""


_PLACE_FIRST: Final = regex(
    r"(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?) – (?P<name>[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+)?)"
)
"""“To Karsk – Vetrov”: the place stands first."""


def opener_line(paragraph: Paragraph, known: Knowledge) -> Line | None:
    """Return a salutation, an address or a dateline; None for any other line."""
    text = paragraph.text
    if is_address_list(text, known.known_party, known.known_place):
        both = None if text.isascii() else russian.addressee(text, known.known_party, known.known_place)
        return Line(Part.SALUTE, paragraph, *(both[::-1] if both else ((0, len(text.rstrip(" .:"))),)))
    if text[-1:] in ":：" and (wired := hailed(text)):
        town, named = wired
        at = 0 if town else place_at(text[slice(*named)], known.known_place)
        return Line(Part.SALUTE, paragraph, (named[0] + at, named[1]), (named[0], named[0] + at) if at else town)
    found = dateline(text, known.year, known.known_place)
    if found:
        return Line(Part.DATELINE, paragraph, found[1], found[0])
    if not text.isascii() and (brief := _brief(paragraph, known)):
        return brief
    if both := _both(text, known):
        return Line(Part.SALUTE, paragraph, both[1], both[0])
    if text[-1:] in ",:" and (posts := _POSTS.fullmatch(text)):
        return Line(Part.SALUTE, paragraph, posts.span("name"))
    if text[:4] in _BRACKETED_TO and text[-1] == ")":
        name = salutation_name(text[1:-1], known.known_party)
        told = name or _TO_OTHERS.fullmatch(text)
        return Line(Part.SALUTE, paragraph, shifted(name, 1) if name else None) if told else None
    if (" to C" in text or " TO C" in text) and (posted := _POST_TO.fullmatch(text)):
        place = posted.span("place") if posted["place"] and is_place(posted["place"], known.known_place) else None
        return Line(Part.SALUTE, paragraph, posted.span("name"), place)
    return _salute(paragraph, known)


_TO_TOWN: Final = regex(r"(?:致|[Вв]\s)(?P<place>[А-ЯЁ][а-яё-]{2,20}|[\u3400-\u9fff]{2,5})[.。:：]")
"""Where a wire goes, and to nobody by name: «В Карск.», 「致青岛。」."""


_TOWN_BEHIND: Final = regex(
    r"\s?(?:г\.|года)?,?\s(?:г\.\s|ст\.\s)?(?!(?:Утр|Вечер|Ноч|Ден|Секрет|Сроч|Лич|Коп|Подл|Шифр|Телегр|Письм|Черн|Автогр|Без|Не)[а-яё]*)"
    r"(?P<town>[А-ЯЁ][а-яё]{3,14}(?<![уюо])(?:-[А-ЯЁ][а-яё]+)?)\.?"
)
"""«23 ноября 1919 г. Карск»: one word that no form has stands behind a whole date."""
_TO_BULGARIAN: Final = regex(
    r"До\s(?:(?:др|тов)\.\s|другаря\s|другарите\s)?(?P<name>(?:[А-Я]\.\s?){0,2}[А-Я][а-я]+(?:\s[А-Я][а-я]+)?)[.,:]?"
)
"""«До Ветров», as Bulgarian wires are addressed."""


def _brief(paragraph: Paragraph, known: Knowledge) -> Line | None:
    """Read an address of a word or two: «До Ветров», «В Карск.», 「致青岛。」, 「青岛　沈」."""
    text = paragraph.text
    if text[:3] == "До " and (addressed := _TO_BULGARIAN.fullmatch(text)):
        return Line(Part.SALUTE, paragraph, addressed.span("name"))
    if text[:1] in "致Вв" and (town := _TO_TOWN.fullmatch(text)) and known.known_place(town["place"]):
        return Line(Part.SALUTE, paragraph, None, town.span("place"))
    if text[:1].isdigit() and (found := find_dates(text, year=known.year)) and not found[0].start:
        behind = _TOWN_BEHIND.fullmatch(text, found[-1].end)
        return Line(Part.DATELINE, paragraph, (0, found[-1].end), behind.span("town")) if behind else None
    parted = seated(text, known.known_place)
    return Line(Part.SALUTE, paragraph, parted[1], parted[0]) if parted else None


def _salute(paragraph: Paragraph, known: Knowledge) -> Line | None:
    """Return whom a line addresses, and where he is: "To Vetrov -- Karsk", "KARSK – to VETROV (in person)."."""
    text = paragraph.text
    handling = handling_in(text)
    bare = text[:handling].rstrip()
    name = salutation_name(bare, known.known_party)
    placed = _DASHED_PLACE.match(text) or _TO_POST.match(text) if name is None else None
    if name is None and (name := _after_place(bare, known)) and placed:
        return Line(Part.SALUTE, paragraph, name, placed.span("place"))
    if name is None and handling is not None:
        name = salutation_name(text, known.known_party)
    if name is None:
        return None
    if is_sign(text[:1]) and (town := place_at(text[slice(*name)], known.known_place)):
        return Line(Part.SALUTE, paragraph, (name[0] + town, name[1]), (name[0], name[0] + town))
    seat = _PLACE_FIRST.fullmatch(text[slice(*name)]) if " – " in text[slice(*name)] else None
    if seat and is_place(seat["place"], known.known_place) and known.known_party(seat["name"]):
        return Line(Part.SALUTE, paragraph, shifted(seat.span("name"), name[0]), shifted(seat.span("place"), name[0]))
    if at := _before_place(text[slice(*name)], known):
        return Line(Part.SALUTE, paragraph, (name[0], name[0] + at), (name[0] + at + 2, name[1]))
    if "-" in text[slice(*name)].translate(_DASHES) and (parted := _AT_PLACE.search(text, *name)):
        return Line(Part.SALUTE, paragraph, (name[0], parted.start()), parted.span("place"))
    return Line(Part.SALUTE, paragraph, name)


def _both(text: str, known: Knowledge) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    """Return place and addressee of a line that names both, in the cases of Russian or in capitals with a colon."""
    if text[-1:] == ":" and (both := addressed_at(text) or _named_at(text, known)):
        return both[1], both[0]
    return russian.addressee(text, known.known_party, known.known_place) if not text.isascii() else None


def _named_at(text: str, known: Knowledge) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return addressee and place of an address whose words all have capitals: “R. Pell, Tarn Gazette, Tarn:”."""
    match = _NAMED_AT.fullmatch(text) if len(text) <= MAX_CAPITALS_AT and "," in text else None
    if match is None or known.known_place(match["name"]):
        return None
    return match.span("name"), match.span("place")


def addressed_at(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the addressee in capitals and the place of an address with a colon: “Hon. A. PELL, Tarn:”, else None."""
    match = _CAPITALS_AT.fullmatch(text) if len(text) <= MAX_CAPITALS_AT else None
    return (match.span("name"), match.span("place")) if match else None


MAX_CAPITALS_AT: Final = 110
_NAMED_AT: Final = regex(
    r"(?P<name>(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,5}),\s(?P<place>(?:[A-ZÀ-Þ][\w.’'-]*,?\s?){1,6})(?<![,\s])\s?:"
)
_CAPITALS_AT: Final = regex(
    r"(?P<name>(?:(?:Brig|Maj|Lieut|Capt|Col|Gen|Adm|Hon|Mr|Dr|Sir|Governor|General|Colonel|Captain|Major|Commodore|"
    r"Admiral|Surgeon|Commander)\b[.,-]?\s?)*[A-Z][A-Z.’' -]{2,40}),\s(?P<place>[A-Z][a-z][\w.’' ,-]{1,40}?)\s?:"
)


def holder_over_name(office: str, name: str) -> bool:
    """Say whether two lines address one man, his office over his name: "TO THE DIRECTOR OF …" / "Cde. Pell"."""
    if office[:3] not in ("To ", "TO ") or office[-1:] in ".!?:" or not _RANKED.fullmatch(name):
        return False
    words = office[3:].removeprefix("the ").removeprefix("THE ")
    return len(words.split()) > 1 and is_holder(words)


_RANKED: Final = regex(
    r"(?i:com(?:rade|r?\.)|cde\.|mr\.?|general|marshal)\s+(?:[A-ZÀ-Þ]\.\s?){0,2}[A-ZÀ-Þ][\w’'-]+"
    r"(?:\s[A-ZÀ-Þ][\w’'-]+|,\s(?:[A-ZÀ-Þ]\.\s?){1,2})?[,.!]?"
)
_BODY_WORD: Final = r"(?:[A-ZÀ-Þ(][\w()’'.-]*|of|the|for|and|in)"
_POST_TO: Final = regex(
    rf"(?:(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?),\s)?{_BODY_WORD}(?:\s{_BODY_WORD}){{0,7}},?\s(?:to|TO)\s"
    r"(?i:cdes?|coms?|comrs?|comrades?)\.?\s(?P<name>[A-ZÀ-Þ][^:;!?\n\d]{2,90}?)\.?"
)
"""Place, body and men that are addressed: "Karsk, Polar Institute, to Cdes. Vetrov and Pashin"."""
_TO_POST: Final = regex(
    r"(?P<place>[^\W\d_][\w’' -]{2,30}?),\s+(?:(?:to|Comrades?|Cdes?\.)\s|(?:Soviet|USSR)\s(?=\w+$))", re.IGNORECASE
)
"""“KARSK, TO THE POLAR AMBASSADOR”, “Karsk, Comrades Vetrov and Zhitkov”, “Karsk, Soviet Ambassador”."""
_DASHED_PLACE: Final = regex(r"(?P<place>[^\W\d_][\w’' ]{2,30}?)\s*(?:\s-|[–—]{1,2})\s*(?=\S)")


def _after_place(text: str, known: Knowledge) -> tuple[int, int] | None:
    """Return the addressee after the place that he is at: "Leningrad. To Sabelnikov.", "LENINGRAD SABELNIKOV"."""
    stop = next((sign for sign in (". ", " – ", " — ", " - ", "—", "–") if sign in text), " ")
    stop = "–" if stop == " - " and "–" in text[: text.index(stop)] else stop
    stop = ", " if _TO_POST.match(text) else stop
    place, _, rest = text.partition(stop)
    stop, rest = stop + rest[: len(rest) - len(rest.lstrip())], rest.lstrip()
    if not rest or len(rest) > MAX_LABEL or not is_place(place, known.known_place):
        return None
    name = salutation_name(rest, known.known_party)
    if name is None and len(rest.split()) <= 2 and is_capitalised(rest) and known.known_party(rest):
        name = (0, len(rest.rstrip(" .,:")))
    bare = rest.rstrip(" .,:")
    if name is None and stop in "—–" and is_capitalised(rest) and known.known_party(bare):
        return shifted((0, len(bare)), len(place) + len(stop))
    posted = stop.strip() in ("–", "—", "-", ",")
    bare = bare[4:] if stop[0] == "," and bare[:4].lower() == "the " else bare
    if name is None and posted and is_office(bare.title() if bare.isupper() else bare):
        name = (len(rest.rstrip(" .,:")) - len(bare), len(rest.rstrip(" .,:")))
    if name is None and text.isupper() and 1 < len(bare.split()) <= 3 and known.known_party(bare.split()[-1]):
        name = (len(bare) - len(bare.split()[-1]), len(bare))
    return shifted(name, len(place) + len(stop))


def _before_place(name: str, known: Knowledge) -> int:
    """Return where an addressee ends before the place that he is at, "Comrade Sabelnikov, Leningrad"; 0 without one."""
    who, comma, place = name.rpartition(", ")
    return len(who) if comma and "," not in who and is_place(place, known.known_place) else 0
