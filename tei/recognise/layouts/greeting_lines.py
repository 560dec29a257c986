"""The lines at the head of a letter that nothing names: greeting, place and day, addressee, what counts the letters.

“Dear Sir, It is my duty …” greets and goes on; “Mt. Tallby, Sunday eve, Jan 20th/38” gives place and day as people
write them at home; “Mr. James Pell, / Tarn.” addresses between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import is_sign
from tei.recognise.layouts.announcing import is_enumeration
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised
from tei.recognise.parts import ServiceLine, service_line
from tei.regexes import regex

MAX_LINE: Final = 90
MAX_ALONE: Final = 8
_DAYTIME: Final = r"(?:[Ee]ve(?:ning)?|[Mm]orn(?:ing)?|[Aa]fternoon|[Nn]ight|[Nn]oon|[Mm]idnight)"
_WEEKDAY: Final = r"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur|Sabbath\s?)d?a?y?|Sabbath)\.?"
_PLACE: Final = regex(
    r"(?!(?:On|The|This|That|It|He|She|We|I|Received|Written|Posted|Postmarked|Copy|Diary|Born|Died|Dear|Ere)\s)[\[(“\"]?"
    r"(?:(?:[A-ZÀ-ÞА-ЯЁ\[(][\w.’'&()\[\]-]*|\d{1,4}(?:st|nd|rd|th)?|near|the|at|in|of|on|from|a|an|and|few|miles?|"
    rf"front|before|opposite|board|field|camp|de|la|le|{_DAYTIME})[\s,;:.–—-]*){{0,14}}"
)
_BEHIND: Final = regex(
    rf"(?:/\d\d)?[\s.,;)\]]*(?:{_WEEKDAY})?[\s.,]*(?:{_DAYTIME}|\d{{1,2}}(?:[.:]\d\d)?\s?(?:[ap]\.?\s?m\.?|o['’]clock))?[\s.,;)\]:]*",
)
_YEAR_BEHIND: Final = regex(r"(?<=\d(?:st|nd|rd|th))/(?=\d\d\b)")
"""“Jan 20th/38”, as letters of the time before had it."""
_WEEKDAY_ALONE: Final = regex(rf"(?:{_WEEKDAY})(?:[\s,]+{_DAYTIME})?[.,]?")
_WEEKDAY_LAST: Final = regex(rf"(?<![^\s,.])(?:{_WEEKDAY}|{_DAYTIME})(?:[\s,.]+{_DAYTIME})?[\s,.]*$")
_LABEL: Final = regex(
    r"[\[(]?(?:Letter|LETTER|Telegram|TELEGRAM)\s(?:No\.?\s?)?(?:\d{1,3}|[IVX]{1,6})[\])]?[.:]?|"
    r"[\[(]?(?:TRANSCRIPTION|Transcription|Transcript|TRANSCRIPT|Letter transcription|The letter)[\])]?:?|"
    r"[\[(]?(?:EXTRACTS?|Extracts?|ENCLOSURE|Enclosure|COPY|Copy)[\])]?[.:]?"
)
_WIRE: Final = regex(r"[\[(]?(?:EXPRESS\s)?(?:TELEGRAM|Telegram|CABLE|Cable|CABLEGRAM|Cablegram)[\])]?[.:]?")
_ADDRESSED: Final = regex(
    r"(?:Addressed\s|\[?Address(?:ed)?:\s)?(?:[Tt]o|TO)\s(?P<name>(?:the\s)?[A-Z][^\n.:;]{2,70}?)(?:\.|:|,)?\]?"
)
_ON_SITE: Final = (
    "Camp ", "Fort ", "Head", "HEAD", "Hospital", "In the ", "In camp", "Near ", "On board", "At ", "Office", "Hotel",
    "U. S.", "H.M.S", "S.S. ", "Steamer", "Barracks", "Before ", "Bivouac", "[",
)  # fmt: skip
"""How a place begins that stands on a line of its own over the day."""


def day_line(row: Paragraph) -> ServiceLine | None:
    """Return a line of place and day as service matter, None where a row is none."""
    text = row.text
    if len(text) > MAX_LINE:
        return None
    if _WEEKDAY_ALONE.fullmatch(text):
        return service_line(row, "other")
    found = find_dates(_YEAR_BEHIND.sub(" ", text)) if any(map(str.isdigit, text)) or is_sign(text[:1]) else ()
    if not found or len(found) > 2:
        return None
    start, end = found[0].start, found[-1].end
    if _PLACE.fullmatch(text, 0, start) is None or _BEHIND.fullmatch(text, end) is None:
        return None
    place = len(_WEEKDAY_LAST.sub("", text[:start]).rstrip(" ,.;:–—-"))
    seat = (("place", 0, place),) if place else ()
    return service_line(row, "sent", *seat, ("rest", start, end))


def address_lines(rows: Sequence[Paragraph]) -> tuple[ServiceLine, ...]:
    """Return the rows between day and greeting as service matter: a place, or an address whose first row names."""
    if not rows:
        return ()
    first = rows[0].text.rstrip(" ,.:")
    if len(rows) == 1 and first.startswith(_ON_SITE):
        return (service_line(rows[0], "other", ("place", 0, len(first))),)
    return (
        service_line(rows[0], "address", ("rest", 0, len(first))),
        *(service_line(row, "other") for row in rows[1:]),
    )


def address_line(row: Paragraph) -> ServiceLine | None:
    """Return a line that says to whom a letter goes, “To the Harbour Master.”, None where a row is none."""
    match = _ADDRESSED.fullmatch(row.text) if len(row.text) <= MAX_LINE else None
    if match is None or is_day(match["name"]):
        return None
    return service_line(row, "address", ("rest", *match.span("name")))


def wire_head(rows: Sequence[Paragraph], index: int) -> tuple[ServiceLine, ...]:
    """Return day and address of a wire as service matter, “March 25, 1:40 p.m.” over “To Mayor Pell, Tarn”."""
    if index + 1 >= len(rows) or rows[index + 1].text[:3] not in ("To ", "TO ") or rows[index].text[-1] in ":;":
        return ()
    match = _WIRED_TO.fullmatch(rows[index + 1].text) if len(rows[index + 1].text) <= MAX_LINE else None
    day = day_line(rows[index]) if match and any(map(str.isdigit, rows[index].text)) else None
    if match is None or day is None:
        return ()
    place = (("place", *match.span("place")),) if match["place"] else ()
    return (day, service_line(rows[index + 1], "address", ("rest", *match.span("name")), *place))


_WIRED_TO: Final = regex(
    r"(?i:to)\s(?P<name>(?:[A-Z][\w’'-]*\.?\s){0,5}?[A-Z][\w’'-]*)(?:,\s(?P<place>[A-Z][\w.’' -]{2,30}?))?[.:,]?"
)


def labelled_wire(rows: Sequence[Paragraph], index: int) -> tuple[ServiceLine, ...]:
    """Return the lines under the word “TELEGRAM”, place, day and address, one under the other, as service matter."""
    if len(rows[index].text) > MAX_WORD or _WIRE.fullmatch(rows[index].text) is None:
        return ()
    head: list[ServiceLine] = []
    address: list[Paragraph] = []
    for at in range(index + 1, min(index + MAX_WIRE_HEAD, len(rows))):
        row = rows[at]
        if not head and (day := day_line(row)):
            place = rows[index + 1 : at]
            head = [*(service_line(one, "other", ("place", 0, len(one.text.rstrip(" .,")))) for one in place), day]
        elif is_of_address(row.text) and (not address or not row.blank_before) and len(row.text.split()) <= MAX_NAMED:
            address += [row] if head else []
        else:
            break
    if not head or not address or len(head) > 2:
        return ()
    return (*head, *address_lines(address))


MAX_WORD: Final = 20
MAX_WIRE_HEAD: Final = 8
MAX_NAMED: Final = 6


def is_day(text: str) -> bool:
    """Say whether words hold a day."""
    return any(map(str.isdigit, text)) and bool(find_dates(text))


def is_of_address(text: str) -> bool:
    """Say whether a row can be a line of an inside address, “12 Ash Street, Tarn.”: names, and no sentence."""
    words = text.rstrip(" .,:").split()
    if len(text) > MAX_LINE or not 0 < len(words) <= MAX_ALONE or text[-1] in ";!?":
        return False
    return is_capitalised(text) or text.startswith(_ON_SITE)


def is_place_over(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a row over a day is the place, and no signature of the letter before."""
    row = rows[index]
    if len(row.text) > MAX_LINE or row.text[-1] in ";:!?" or (rows[index + 1].blank_before and row.text[-1] != ","):
        return False
    if any(map(str.isdigit, row.text)) and find_dates(row.text):
        return False
    over = rows[index - 1].text if index else ""
    apart = row.blank_before > 0 or is_enumeration(over) or labels_letter(over)
    return row.text.startswith(_ON_SITE) or (apart and is_capitalised(row.text.rstrip(" .,")))


def labels_letter(text: str) -> bool:
    """Say whether a row counts a letter, or says that its words follow: “[Letter 2]”, “TRANSCRIPTION”."""
    return len(text) <= MAX_LINE and _LABEL.fullmatch(text) is not None
