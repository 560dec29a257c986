"""The head of a telegram: service matter, then place, date and salutation, before the first sentence.

Forms print their lines in every order. Where a line of service matter follows, all that stands before it is service
matter too: a letterhead nobody knows, the date, the name of the addressee.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.recognise import chinese_names, russian
from tei.recognise.address_lines import with_handling
from tei.recognise.beneath import MAX_LABEL, begins_letterhead, is_heading, is_titled, under
from tei.recognise.cable import office_line, stamp_line
from tei.recognise.cable_addresses import goes_on_taped, is_cable_address, is_ministry_alone, last_known
from tei.recognise.chinese_openings import place_at
from tei.recognise.counting import is_sign
from tei.recognise.datelines import dateline, is_place, is_town_over_day
from tei.recognise.enclosures import remark_of
from tei.recognise.end_numbers import posted_line
from tei.recognise.head_rows import Row, end_of_service, is_between_posts
from tei.recognise.inside_addresses import VOCATIVE, inside_address, letterhead, office_there
from tei.recognise.leads import lead_alone, parted_leads
from tei.recognise.lone_places import is_where_from, is_where_to
from tei.recognise.naming import is_body, is_foreign_office
from tei.recognise.neighbours import adjoins
from tei.recognise.numbered_starts import lines_above
from tei.recognise.openers import holder_over_name, opener_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import handling_in, inline_salutation, is_capitalised, is_office, salutation_name
from tei.recognise.parts import Knowledge, Line, Part, ServiceLine, joined, only_brackets, shifted
from tei.recognise.russian_addresses import address_rows, is_surname_alone
from tei.recognise.service import Service, classify, is_spaced
from tei.regexes import regex
from tei.values import value

MAX_HEAD: Final = 40
MAX_LABEL_WORDS: Final = 13
MAX_OFFICE: Final = 12

_ENDS_SENTENCE: Final = regex(r"[^\W\d_]{3}[.!?…]?[.!?…][”\"’)\]]*$|[,;:]$")
_GAP: Final = regex(r"\[[\s.…–—-]+\]|\[[^\[\]]*\b(?:missing|illegible|omitted|cut|torn)\b[^\[\]]*\]", re.IGNORECASE)
_OF_FORMS: Final = regex(r"\b(?:classification|grading|letterhead|stamp|marking|number)\b", re.IGNORECASE)
"""What a bracket at the head says of the form: "[Classification level cut off]" is no gap of the text."""
_ANSWERED: Final = regex(
    r"\[(?i:in\s+(?:reply|answer|response)|reply|answer|response|replying|answering)\s+(?:to\s+)?"
    r"(?P<rest>[^\[\]\n]{0,60}?\d[^\[\]\n]{0,40})\]\s+(?=\S)"
)
_OF_COPIES: Final = regex(r"\[Translator[’']s\s+note\s*:\s*(?:distribution|copies|recipients)\b", re.IGNORECASE)
"""A long list of who got copies, as a translator sums it up."""
_SECRET_SIGN: Final = regex(r"[绝絕极極]?密。\s*(?=\S)")
_COUNTED: Final = regex(r"第[\d一二三四五六七八九十百千〇零]{1,6}[号號][电電]?[。.]\s*(?=\S)")
"""The number of a wire in the line of its text, behind the address: 「沈站长：第12号。歌电悉。…」."""
_POST: Final = regex(r"(?:TO|FM)\s+(?:RU\w+/)?(?:SECSTATE|SECDEF|STATE|AM(?:EMBASSY|CONSUL)|US(?:MISSION|DEL|UN))\b")
_LABEL_COLON: Final = regex(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s*[:：]")


@value()
class Head:
    """Preamble and opener, and the paragraphs that are left for the message."""

    preamble: tuple[ServiceLine, ...]
    opener: tuple[Line, ...]
    message: tuple[Paragraph, ...]


def read_head(paragraphs: Sequence[Paragraph], known: Knowledge) -> Head:
    """Part what stands before the message from it."""
    paragraphs = parted_leads(paragraphs)
    rows = _rows(paragraphs, known)
    taken = sum(row.width for row in rows)
    cut = end_of_service(rows, whole=taken == len(paragraphs))
    if len(rows) > cut + 1 and rows[cut].kind == "label" and rows[cut + 1].line and _is_aside(rows[cut].paragraph.text):
        cut += 1
    if _is_lone_label(rows, cut):
        cut += 1
    cut = cut or letterhead(rows)
    opener: list[Line] = []
    for row in rows[cut:]:
        if row.line is None:
            break
        opener.append(row.line)
    used = sum(row.width for row in rows[: cut + len(opener)])
    rest = tuple(paragraphs[used:])
    if rest and not any(line.part is Part.SALUTE for line in opener):
        line, rest = _inline(rest, known)
        opener += line
    preamble = tuple(row.as_service for row in rows[:cut])
    if cut and not opener and (above := lines_above(rest)):
        preamble, rest = preamble + above, rest[len(above) :]
    if rest and not opener and (secret := _SECRET_SIGN.match(rest[0].text)):
        preamble += (ServiceLine(rest[0].at(0, secret.end()), Service("marking")),)
        rest = (rest[0].at(secret.end(), len(rest[0].text)), *rest[1:])
    if rest and rest[0].text[:1] == "第" and (counted := _COUNTED.match(rest[0].text)):
        number = rest[0].at(0, counted.end())
        preamble += (*(line.as_service for line in opener), ServiceLine(number, classify(number.text)))
        opener, rest = [], (rest[0].at(counted.end(), len(rest[0].text)), *rest[1:])
    if rest and rest[0].text[:1] == "[" and (answered := _ANSWERED.match(rest[0].text)):
        stated = Service("reference", (("rest", *answered.span("rest")),))
        preamble += (*(line.as_service for line in opener), ServiceLine(rest[0].at(0, answered.end()), stated))
        opener = []
        rest = (rest[0].at(answered.end(), len(rest[0].text)), *rest[1:])
    return Head(preamble, tuple(opener), rest)


def _is_aside(text: str) -> bool:
    """Say whether a line over the dateline stands in parentheses as a whole: an editor's word on the document."""
    return text[0] == "(" and text[-1] == ")" and text.count("(") == 1


def _is_lone_label(rows: Sequence[Row], cut: int) -> bool:
    """Say whether one word nobody knows stands between the lines of a form and its address: "Footnote"."""
    if not cut or cut + 1 >= len(rows) or rows[cut].kind != "label":
        return False
    line = rows[cut + 1].line
    return len(rows[cut].paragraph.text.split()) <= 2 and line is not None and line.part is Part.SALUTE


def _rows(paragraphs: Sequence[Paragraph], known: Knowledge) -> list[Row]:
    rows: list[Row] = []
    index = 0
    while index < len(paragraphs) and len(rows) < MAX_HEAD:
        if block := inside_address(paragraphs, index, rows, known) or address_rows(paragraphs, index, rows, known):
            rows += block
            index += sum(row.width for row in block)
            continue
        row = _row(paragraphs, index, known, rows)
        if row is None or _quotes_message(row, rows):
            break
        rows += _with_handling(row)
        index += row.width
    return rows


def _quotes_message(row: Row, rows: Sequence[Row]) -> bool:
    """Say whether a salutation under "For Vetrov." opens a quotation: the message that is handed on begins with it."""
    text = row.paragraph.text
    if text[0] not in "“«„" or row.line is None or any(sign in text for sign in "”»"):
        return False
    return any(above.line and above.line.paragraph.text[:4] in ("For ", "FOR ", "Для ") for above in rows)


def _with_handling(row: Row) -> Sequence[Row]:
    """Part "Vetrov (personally only)" into whom it is for and how it is to be handled: two lines of service matter."""
    line = row.line
    if row.kind == "service" and row.service is not None and row.service.type == "address":
        return with_handling(row)
    if line is None or line.part is not Part.SALUTE or line.name is None or row.width > 1:
        return (row,)
    at = handling_in(row.paragraph.text)
    if at is None or at <= line.name[0]:
        return (row,)
    addressee = row.paragraph.at(0, at)
    name = line.name[0], min(line.name[1], len(addressee.text))
    named = replace(line, paragraph=addressee, name=name).as_service
    marking = row.paragraph.at(at, len(row.paragraph.text))
    return Row("service", named.paragraph, named.service, width=0), Row("service", marking, Service("marking"))


def _long_row(paragraph: Paragraph) -> Row | None:
    """Read a long line of a head: whom it was forwarded to, the number of its copies."""
    text = paragraph.text
    if (listed := classify(text)) is not None and listed.type == "distribution":
        return Row("service", paragraph, listed)
    return Row("bracket", paragraph) if _OF_COPIES.match(text) and only_brackets(text) else None


def _row(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, rows: Sequence[Row]) -> Row | None:
    paragraph = paragraphs[index]
    text = paragraph.text
    if len(text) > 250:
        return _long_row(paragraph)
    service = lead_alone(text) or classify(text, year=known.year) or remark_of(text)
    if service is not None and service.type == "address" and _is_labelled(service, text):
        return Row("service", paragraph, service)
    if told := _told(text, known, rows, service):
        return Row("service", paragraph, told)
    if service is not None and service.type == "instruction" and _quotes_next(paragraphs, index):
        return None
    line = _opener_row(paragraphs, index, known, rows)
    if line is not None and (service is None or service.type in ("instruction", "address", "other", "dispatch")):
        return line
    if service is not None and not _hands_on(service, text, rows):
        return Row("service", paragraph, _with_place(service, text, known))
    of_form = only_brackets(text) and (_OF_FORMS.search(text) or not _GAP.fullmatch(text))
    if of_form or (only_brackets(text) and _leads_to_opener(paragraphs, index, known)):
        return Row("bracket", paragraph)
    return Row("label", paragraph) if _is_label(text) and service is None else None


def _told(text: str, known: Knowledge, rows: Sequence[Row], service: Service | None) -> Service | None:
    """Return what a line of service matter is by what stands round it: title, line above, usage of offices."""
    if known.heading and text[-1] != ":" and is_heading(text, known.heading):
        return Service("subject", (("rest", 0, len(text)),))
    if service is None and text[-1] == ":" and text[1:2] == " " and is_spaced(text):
        return Service("subject", (("rest", 0, len(text) - 1),))
    if service is None and begins_letterhead(text):
        return Service("other")
    if rows and (beneath := _under(text, rows[-1], service)):
        return beneath
    if service is None and rows and is_titled(text) and is_between_posts(rows):
        return Service("signature", (("name", 0, len(text)),))
    if service is None and text.isupper() and (office := _office(text, known)):
        return office
    return posted_line(text) if service is None and text[-2:-1].isalnum() else None


def _leads_to_opener(paragraphs: Sequence[Paragraph], index: int, known: Knowledge) -> bool:
    """Say whether a gap at the very head stands over the address: "[…]", then "Embassy in Oslo and all consulates,"."""
    return index == 0 and len(paragraphs) > 2 and opener_line(paragraphs[1], known) is not None


def _under(text: str, above: Row, service: Service | None) -> Service | None:
    over = above.service if above.kind == "service" else None
    return under(text, above.paragraph.text, over, service, opener=above.line is not None)


def _office(text: str, known: Knowledge) -> Service | None:
    """Return the line of a telegraph office, or its stamp; one with a whole date is a dateline."""
    if dateline(text, known.year, known.known_place):
        return None
    return office_line(text) or stamp_line(text)


def _is_labelled(service: Service, text: str) -> bool:
    """Say whether an address has a label that only forms have, "To whom", "FM STATE"; "To Vetrov" opens letters."""
    span = service.part("role")
    named = span is not None and text[slice(*span)].lower() not in ("to", "for", "from", "via", "кому", "для")
    return named or _LABEL_COLON.match(text) is not None or _POST.match(text) is not None


def _quotes_next(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether what is to be passed on follows in quotation marks: the line then belongs to the message."""
    return index + 1 < len(paragraphs) and paragraphs[index + 1].text[0] in '“«„"「『'


def _with_place(service: Service, text: str, known: Knowledge) -> Service:
    """Read "No. 31. Karsk, 26 December" as number, place and date, not as a dispatch by somebody called Karsk."""
    span = service.part("name")
    if service.type != "dispatch" or span is None or not is_place(text[slice(*span)].rstrip(" ,."), known.known_place):
        return service
    place = ("place", span[0], span[0] + len(text[slice(*span)].rstrip(" ,.")))
    return Service("number", (*(part for part in service.parts if part[0] != "name"), place))


def _hands_on(service: Service, text: str, rows: Sequence[Row]) -> bool:
    """Say whether a line "Pass to Vetrov:" belongs to the message: it follows an address, or what is passed follows."""
    handed = service.type == "instruction" and " to " in text.lower()
    return handed and (text.endswith((":", "：")) or any(row.kind == "opener" for row in rows))


def _is_label(text: str) -> bool:
    return len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS and _ENDS_SENTENCE.search(text) is None


def _opener_row(paragraphs: Sequence[Paragraph], index: int, known: Knowledge, rows: Sequence[Row]) -> Row | None:
    paragraph = paragraphs[index]
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is not None and following.blank_before == 0 and holder_over_name(paragraph.text, following.text):
        name = salutation_name(following.text, known.known_party)
        return _salute(joined(paragraph, following), shifted(name, following.start - paragraph.start))
    near = following if following is not None and adjoins(paragraph, following) else None
    if near is not None and (row := _two_lines(paragraph, near, known, rows)):
        return row
    there = office_there(paragraph, rows, known)
    line = there or opener_line(paragraph, known)
    if line is not None and line.name and not there and _is_of_addressee(paragraph.text, rows):
        line = Line(Part.SALUTE, paragraph)
    if line is None and following is not None and is_cable_address(paragraph.text, following.text, rows):
        line = Line(Part.SALUTE, paragraph, last_known(paragraph.text, known, first=not rows))
    if line is None and following is not None and is_where_to(paragraph.text, following.text, rows, known):
        line = Line(Part.SALUTE, paragraph, None, (0, len(paragraph.text.rstrip(" ,.:"))))
    if line is None and following is not None and is_ministry_alone(paragraph.text, following.text, rows):
        line = Line(Part.SALUTE, paragraph, (0, len(paragraph.text.rstrip(" ,.:"))))
    if line is None and goes_on_taped(paragraph.text, rows):
        line = Line(Part.SALUTE, paragraph)
    if line is None and following is not None and is_where_from(paragraph.text, following.text, known):
        line = Line(Part.DATELINE, paragraph, None, (0, len(paragraph.text.rstrip(" ,.:"))))
    over_form = not rows and following is not None and _is_of_form(following.text)
    if line is None and not over_form and _is_bare_name(paragraph.text, known, rows) and following is not None:
        line = Line(Part.SALUTE, paragraph, (0, len(paragraph.text.rstrip(" ,.:!"))))
    return Row("opener", line.paragraph, line=line) if line else None


def _is_of_addressee(text: str, rows: Sequence[Row]) -> bool:
    """Say whether a line is the office of him whom the line over it addresses: "Premier of the State Council"."""
    over = rows[-1].line if rows else None
    addressed = over is not None and over.part is Part.SALUTE and over.name is not None
    return addressed and text[-1:] not in ",:!" and text[:3].lower() != "to " and is_office(text)


def _is_of_form(text: str) -> bool:
    """Say whether a line is a form's own, "CIPHERED TELEGRAM", so that a name over it is its letterhead."""
    service = classify(text)
    return service is not None and service.type in ("marking", "other", "number")


def _is_bare_name(text: str, known: Knowledge, rows: Sequence[Row]) -> bool:
    """Say whether a line is a known name and nothing else, at the head of a telegram that names no one else yet."""
    if is_surname_alone(text):
        return all(row.line is not None and row.line.part is Part.DATELINE for row in rows)
    lone = text[-1:] == "." and not rows and text[:-1].isalpha()
    if (text[-1:] in ".!?" and not lone) or len(text.split()) > 4 or not is_capitalised(text):
        return False
    if any(row.line and row.line.part is Part.SALUTE for row in rows) or _is_under_label(rows):
        return False
    return known.known_party(text.rstrip(".") if lone else text) and (bool(rows) or not is_body(text))


def _two_lines(one: Paragraph, other: Paragraph, known: Knowledge, rows: Sequence[Row]) -> Row | None:
    """Read place and date, place and addressee, addressee and place from two lines that belong together."""
    shift = other.start - one.start
    if addressed := _addressed_below(one, other, known):
        return _salute(joined(one, other), shifted(addressed, shift))
    bare = _SIC.sub("", one.text).rstrip(" ,.:–—-")
    town = is_place(bare, known.known_place) or (not rows and is_town_over_day(bare, other.text))
    if town and classify(one.text) is None:
        found = dateline(other.text, known.year, known.known_place)
        if found and found[0] is None:
            whole = joined(one, other)
            line = Line(Part.DATELINE, whole, shifted(found[1], shift), (0, len(bare)))
            return Row("opener", whole, line=line, width=2)
        name = salutation_name(other.text, known.known_party) or _in_dative(other.text, known)
        if name and other.blank_before and VOCATIVE.match(other.text):
            return Row("opener", one, line=Line(Part.DATELINE, one, None, (0, len(bare))))
        if name and not _is_under_label(rows):
            whole = joined(one, other)
            place = (0, len(bare))
            return Row("opener", whole, line=Line(Part.SALUTE, whole, shifted(name, shift), place), width=2)
        return None
    if rows is not None and one.text[:3] in ("To ", "TO ") and is_place(other.text.rstrip(" ,.:"), known.known_place):
        name = salutation_name(one.text, known.known_party)
        if name:
            whole = joined(one, other)
            place = (other.start - one.start, other.start - one.start + len(other.text.rstrip(" ,.:")))
            return Row("opener", whole, line=Line(Part.SALUTE, whole, name, place), width=2)
    if _is_bare_name(one.text, known, rows) and is_place(other.text.rstrip(" ,.:"), known.known_place):
        whole = joined(one, other)
        place = (shift, shift + len(other.text.rstrip(" ,.:")))
        return Row("opener", whole, line=Line(Part.SALUTE, whole, (0, len(one.text)), place), width=2)
    return None


def _in_dative(text: str, known: Knowledge) -> tuple[int, int] | None:
    """Return the names of a line that addresses somebody, in Russian or Chinese, as stands under the place he is at."""
    bare = text.rstrip(" :：，,.")
    if is_foreign_office(bare) or (is_sign(bare[:1]) and len(bare) <= MAX_OFFICE and chinese_names.is_office(bare)):
        return 0, len(bare)
    both = None if text.isascii() else russian.addressee(text, known.known_party, known.known_place)
    return both[1] if both and both[0] is None else None


def _is_under_label(rows: Sequence[Row]) -> bool:
    """Say whether a line that nobody knows stands below the last line of service matter: the text may have begun."""
    last = max((i for i, row in enumerate(rows) if row.kind == "service"), default=-1)
    return any(row.kind == "label" and not only_brackets(row.paragraph.text) for row in rows[last + 1 :])


def _addressed_below(one: Paragraph, other: Paragraph, known: Knowledge) -> tuple[int, int] | None:
    """Return whom a line addresses under an office in Russian, or under the cover name of the station he is at."""
    if not one.text.isascii() and other.blank_before == 0 and russian.is_office(one.text):
        both = russian.addressee(other.text, known.known_party, known.known_place)
        return both[1] if both else None
    if not (one.text.isupper() and other.text[:3] in ("To ", "TO ") and _CALL_SIGN.fullmatch(one.text)):
        return None
    known_one = is_place(one.text.rstrip(" ,."), known.known_place) or classify(one.text) is not None
    return None if known_one else salutation_name(other.text, known.known_party)


_CALL_SIGN: Final = regex(r"[A-ZА-ЯЁ]{4,16}(?:-\d{1,3})?[.,]?")
"""The cover name of a station over whom it is for: "DELFIN" / "To Comrade PELL"."""
_SIC: Final = regex(r"\s*\[sic\]$", re.IGNORECASE)


def _salute(whole: Paragraph, name: tuple[int, int] | None) -> Row:
    return Row("opener", whole, line=Line(Part.SALUTE, whole, name), width=2)


def _inline(rest: tuple[Paragraph, ...], known: Knowledge) -> tuple[list[Line], tuple[Paragraph, ...]]:
    """Part an address from the paragraph that it opens."""
    first = rest[0]
    found = inline_salutation(first.text, known.known_party)
    if found is None:
        return [], rest
    end, name = found
    place = None
    if name and is_sign(first.text[name[0]]) and (town := place_at(first.text[slice(*name)], known.known_place)):
        place, name = (name[0], name[0] + town), (name[0] + town, name[1])
    return [Line(Part.SALUTE, first.at(0, end), name, place)], (first.at(end, len(first.text)), *rest[1:])
