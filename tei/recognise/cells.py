"""The cells of a form: what stands side by side on a line, or runs on, is parted where the next label begins.

A form is pasted in every way: columns parted by tabs or spaces ("From  KARSK    Received  16 h. 05 m."), several
labels on a line ("Spec. No 304 Out. No 77/611"), label and value on two lines, a list of copies in one line, lines of
a scan joined to a paragraph. Each cell becomes a paragraph of its own, a span of the same text, so that the later
steps see one thing at a time. Only what is service matter on both sides is parted: prose stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise.form_leads import FORMS_BY_LEAD, lead_of
from tei.recognise.form_words import NUMBER_SIGN
from tei.recognise.labels import is_label, pattern
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import joined, only_brackets
from tei.recognise.service import Service, classify, is_spaced, listed_copy
from tei.recognise.titles import kind_first, read_title
from tei.regexes import regex

MAX_LINE: Final = 300
"""Characters of the longest line that holds cells."""

LONGEST: Final = 6 * MAX_LINE
"""Characters of the longest paragraph of joined lines that is looked at."""

MAX_VALUE: Final = 80
_ANY_YEAR: Final = 1900
MAX_ITEMS: Final = 30
_COLUMN: Final = regex(r"\s*\t\s*|\u3000+|[ \u00a0]{2,}|\s+[|·•]\s*|\s*\|\s+|\s+/\s+")
_EDGE: Final = " –"
_DASHED: Final = regex(r"\s+–\s+")
MIN_DASHES: Final = 3
"""So many dashes part the cells of a head: "Ministry – Received Cable – Urgent – Oslo Desk – Received (63) No. 12"."""
_INNER: Final = regex(
    r"(?<=[\s;,.|])(?<!\bcopies )(?<!\bcopy )(?:"
    rf"{pattern('from', 'to', 'destination', 'for', 'via', 'origin', 'signature', 'date', 'subject', 'copied')}"
    r"(?=\s*[:：])|"
    r"(?-i:(?:To|For|From)\s+whom\b|Destination\b|Кому\b|Для\s+кого\b|От\s+кого\b|Куда\b|Откуда\b)|"
    rf"{pattern('special', 'issuing', 'incoming', 'outgoing', 'register', 'copy')}\s*{NUMBER_SIGN}\s*\d|"
    r"(?-i:(?=[A-ZА-ЯЁ]))"
    rf"{pattern('received', 'sent', 'deciphered', 'enciphered', 'printed', 'verified', 'delivered')}|"
    rf"(?<=[.;] )(?-i:(?=[A-ZА-ЯЁ])){pattern('drafted')}|"
    rf"(?<=; ){pattern('received', 'sent', 'deciphered', 'enciphered', 'printed', 'verified')}|"
    r"(?<=\s)(?:received|sent|dispatched|arrived)\s+(?:at|on)\b|"
    r"(?<=[.;] )(?-i:(?=[A-Z]))\w{3,7}\s+copies\s+(?:printed|made|typed)\b|"
    r"(?<=[\s.;])(?:made|printed|typed)\s+(?:in\s+)?\d+\s+cop|(?<!в )\d{1,2}\s+(?:copies\b|экз)|"
    r"(?-i:(?:(?:TOP|STRICTLY|Top|Strictly)\s+|(?<=\d\s))S(?:ECRET|ecret)(?=[.!]?\s*$))|"
    r"(?-i:to\s+(?=[A-Z]{3,}|[A-Z][a-z]+\s+Office)|from\s+(?=[A-ZА-ЯЁ][\w-]+\.?(?:\s|$)))"
    r")",
    re.IGNORECASE,
)  # fmt: skip
_BARS: Final = regex(r"(?:\s+[|·•/]|\|)+\s*$")
_BAR_SIGNS: Final = ("|", "·", "•", "/")
_ITEM: Final = regex(
    rf"(?:^|(?<=[\s;,.:]))(?:(?:cop(?:y|ies)|экз\.?)\s*)?(?:{NUMBER_SIGN}\s*)?(?P<n>\d{{1,2}}|[Il])(?:\s?[,–-]\s?(?P<m>\d{{1,2}}))*"
    r"(?:\s*[.):]\s*(?=[^\W\d]|\[)|\s*[–—-]\s+|\s+to\s+|\s+(?=[A-ZА-ЯЁ]))",
    re.IGNORECASE,
)
_COPIES: Final = frozenset(("copies", "distribution"))
_PARTED_FIGURES: Final = ("\t", "  ", "|", " / ", "cop", "экз")
_WITHOUT_VALUE: Final = frozenset(("marking", "precedence", "other", "copies", "instruction"))
_BESIDE_OFFICE: Final = ("marking", "precedence", "copy")
"""What a form has in the corner across from its office, "Ministry of … | Secret"."""
_PARTED: Final = ("\n", "\t", "  ", "|", "·", "•", " / ", ";", ":", "No", "N°", "Nº", "№", ". ", "whom", "опи", "экз",
           "очереди", " received ", " from ", " sent ", " – ")  # fmt: skip


_ONE_LABEL: Final = regex(
    r"(?:distributed|circulated|copied|sent|copies|cop(?:y|ies) sent|mailed|addressed|delivered)\s+to\b", re.IGNORECASE
)
"""A label of two words, which "to" does not part."""


_HASTY_DAY: Final = regex(
    r"(?:вне\s+(?:всякой\s+)?очереди|(?:весьма\s+)?срочно|молния)[.,;]?\s+(?P<day>\d{1,2}\s[а-я]{3,8}\s(?:1[89]|20)\d\d\s?г[.,]?)",
    re.IGNORECASE,
)
"""Haste and day on one line, «Вне очереди 13 мая 1938 г.»."""


_SALUTES: Final = regex(r"[\[(]?(?:To|TO|Dear|Comrades?)\b")
"""What ends in a colon and begins so is an address, and no value of the empty label over it: "Subject:"."""


def in_cells(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs with those that hold several cells of a form parted, and labels joined to their values."""
    found: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        paragraph = paragraphs[index]
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following is not None and _is_labelled_by(paragraph, following):
            found.append(joined(paragraph, following))
            index += 2
            continue
        found.extend(_cells(paragraph))
        index += 1
    return tuple(found)


def _classified(text: str) -> Service | None:
    """Ask what service matter a cell is; that a date has no year makes no difference here."""
    return classify(text, year=_ANY_YEAR)


def _is_labelled_by(label: Paragraph, value: Paragraph) -> bool:
    """Say whether a line is a label and nothing else, and the next one what it labels."""
    if len(label.text) > 40 or len(value.text) > MAX_VALUE or value.blank_before > 2:
        return False
    if listed_copy(value.text) is not None or (value.text.endswith((":", "：")) and _SALUTES.match(value.text)):
        return False
    if not is_label(label.text) or _is_service(value.text) or not _is_value(joined(label, value).text):
        return False
    listing = None if any(map(str.isdigit, value.text)) else _classified(label.text)
    return listing is None or listing.type not in _COPIES  # "Received by:" stands over a list of names


def _is_service(text: str) -> bool:
    return is_label(text) or _classified(text) is not None or only_brackets(text)


def _is_value(text: str) -> bool:
    found = _classified(text)
    return found is not None and found.type not in _COPIES and any(part != "role" for part, *_ in found.parts)


def _cells(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the cells of a paragraph, the paragraph itself where it holds none."""
    text = paragraph.text
    if len(text) > LONGEST or text[:5] == "Dear " or not ("\n" in text or (_may_hold(text) and not _is_title(text))):
        yield paragraph
    else:
        yield from (paragraph.at(start, end) for start, end in _spans(paragraph.text))


@lru_cache(maxsize=4096)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the cells of a text stand; detectors and reader of a page ask the same, so answers are kept."""
    whole = Paragraph(0, len(text), text)
    if "\n" not in text:
        return (
            tuple((cell.start, cell.end) for cell in _side_by_side(whole))
            if len(text) <= MAX_LINE
            else ((0, len(text)),)
        )
    if is_label(text.partition("\n")[0]) and _classified(text) is not None:
        return ((0, len(text)),)
    return tuple((cell.start, cell.end) for cell in _lines(whole))


def _may_hold(text: str) -> bool:
    """Ask in few steps whether a line begins as a form does and has something that can part cells."""
    if "\u3000" in text and "：" in text:
        return True
    lead = lead_of(text)
    if "  " in text and lead not in FORMS_BY_LEAD and len(text) <= MAX_LINE:
        last = text.rsplit("  ", 1)[1].strip()
        return len(last) > 2 and _classified(last) is not None
    if " | " in text and lead not in FORMS_BY_LEAD and len(text) <= MAX_LINE:
        beside = _classified(text.rsplit(" | ", 1)[1])
        return beside is not None and beside.type in _BESIDE_OFFICE
    if lead.isdigit():
        return any(map(text.__contains__, _PARTED_FIGURES))
    return lead in FORMS_BY_LEAD and any(map(text.__contains__, _PARTED))


def _is_title(text: str) -> bool:
    """Say whether a line is a heading, "Telegram from Vetrov to Pashin": its words are none of a form's cells."""
    if not kind_first(text):
        return False
    title = read_title(text)
    return title.party("to") != "" or (title.party("from") != "" and not any(map(str.isdigit, text)))


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part joined lines of a scan: those of the form from the top and from the bottom, what is between is text."""
    lines = [paragraph.at(m.start(), m.end()) for m in _WHOLE_LINE.finditer(paragraph.text)]
    if any(line.text.count("[") != line.text.count("]") for line in lines):
        yield paragraph
        return
    first, last = 0, len(lines)
    while first < last and _is_form_line(lines[first].text):
        first += 1
    while last > first and _is_form_line(lines[last - 1].text):
        last -= 1
    for line in lines[:first]:
        yield from _cells(line)
    if first < last:
        yield paragraph.at(lines[first].start - paragraph.start, lines[last - 1].end - paragraph.start)
    for line in lines[last:]:
        yield from _cells(line)


_WHOLE_LINE: Final = regex(
    r"(?:(?:[Dd]eciphered|[Tt]yped|[Pp]rinted|[Vv]erified|[Ee]nciphered|[Rr]eceived|[Ss]ent)\b[^\n\d]{0,50}\n(?:at|on)\s+\d|"
    r"[Cc]opy\s+N[º°o]\.?\s?\d+\s?\nto\s|[^\n])[^\n]*"
)
"""A line, with the one that goes on with it: "Typed by Pell" / "at 0230 2 September", "Copy Nº 2" / "to Cde. Pell"."""


def _is_form_line(text: str) -> bool:
    """Say whether a line of a paragraph is service matter through and through; one in small letters runs on."""
    if len(text) > MAX_LINE or text[:1].islower():
        return False
    if _classified(text) is not None or only_brackets(text):
        return True
    cells = list(_side_by_side(Paragraph(0, len(text), text))) if _may_hold(text) else []
    return len(cells) > 1


def _side_by_side(paragraph: Paragraph) -> Iterator[Paragraph]:
    at = _dated_column(paragraph.text)
    if at:
        yield from _side_by_side(paragraph.at(0, at))
        yield paragraph.at(at, len(paragraph.text))
        return
    listed = tuple(_listed(paragraph)) or ((paragraph,) if _is_listed(paragraph.text) else ())
    if listed:
        yield from listed
        return
    if sentences := _sentences(paragraph):
        for sentence in sentences:
            yield from tuple(_listed(sentence)) or (sentence,)
        return
    for column in _columns(paragraph):
        listed = tuple(_listed(column))
        yield from listed or _run_on(column)


def _dated_column(text: str) -> int:
    """Return where place and date begin behind sentences of a form, "T. nos 12-13. Réservé.      Oslo, 3 mars"."""
    at = text.rfind("    ") + 4
    if at < 5 or ". " not in text[:at] or not any(map(str.isdigit, text[at:])):
        return 0
    return at if _PLACE_AND_DAY.match(text, at) and find_dates(text[at:]) else 0


_PLACE_AND_DAY: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w’' -]{2,30},\s(?:le\s|den\s)?\d")
_STOP: Final = regex(r"(?<=[\w)])[.;]\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_HAND: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w.’'-]*(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]*){0,2}\.?")


def _sentences(paragraph: Paragraph) -> list[Paragraph]:
    """Part sentences that are service matter each, "Deciphered at 7 hrs. Made in 6 copies. Akimova."; none elsewhere.

    A name by itself belongs to the sentence before it.
    """
    text = paragraph.text
    if ". " not in text and "; " not in text:
        return []
    whole = _classified(text)
    if whole is not None and whole.type in ("marking", "precedence"):
        return []
    cuts, begun = [0], 0
    ends = [*(match.end() for match in _STOP.finditer(text)), len(text)]
    for at, end in pairwise(ends):
        if _stands_alone(text[begun:at].strip(" ;")) and not _HAND.fullmatch(text[at:end].strip()):
            cuts.append(at)
            begun = at
    if len(cuts) == 1 or not _stands_alone(text[begun:].strip(" ;")):
        return []
    return [paragraph.at(cut, end) for cut, end in pairwise([*cuts, len(text)])]


_SPACED_NAME: Final = regex(r"(?:[^\W\d_]\.\s{1,3}){1,3}(?:[^\W\d_]\s){2,}[^\W\d_]\.?")
"""A name with its initials, set with spaces between its letters: “G.  H.  L e r c h”."""


def _columns(paragraph: Paragraph) -> list[Paragraph]:
    """Part columns: one begins where a label does, or where what stands before is complete without it."""
    text = paragraph.text
    if is_spaced(text) or (text[1:2] == "." and _SPACED_NAME.fullmatch(text)):
        return [paragraph]
    column = _DASHED if text.count(" – ") >= MIN_DASHES else _COLUMN
    starts = [0, *(match.end() for match in column.finditer(text))]
    if len(starts) == 1:
        return [paragraph]
    ends = [*starts[1:], len(text)]
    cuts, begun = [0], 0
    for start, end in zip(starts[1:], ends[1:], strict=True):
        if _begins(text[begun:start].rstrip(_EDGE), text[start:end].strip(_EDGE), text[begun:end].strip(_EDGE)):
            cuts.append(start)
            begun = start
    parts = [paragraph.at(cut, end) for cut, end in pairwise([*cuts, len(text)])]
    return parts if len(parts) > 1 and any(_classified(part.text.rstrip(_EDGE)) for part in parts) else [paragraph]


def without_bars(cells: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return cells without the bars that the table drew behind them, and the bars."""
    bare = tuple(
        cell.at(0, len(_BARS.sub("", cell.text))) if cell.text.endswith(_BAR_SIGNS) else _without_dash(cell)
        for cell in cells
    )
    bars = (cell.at(len(one.text), len(cell.text)) for cell, one in zip(cells, bare, strict=True) if one.end < cell.end)
    return tuple(cell for cell in bare if cell.text), tuple(bars)


def _without_dash(cell: Paragraph) -> Paragraph:
    """Return a cell without the dash that parted it from the next one: "Extra Urgent –"."""
    if cell.text[-2:] != " –" or len(cell.text) > MAX_VALUE or not _classified(cell.text.rstrip(_EDGE)):
        return cell
    return cell.at(0, len(cell.text.rstrip(_EDGE)))


def _begins(cell: str, piece: str, both: str) -> bool:
    """Say whether a piece of a line is a new cell and no part of the one before."""
    if is_label(cell):
        return is_label(piece)
    if is_label(piece) or (_classified(piece) is not None and not piece[:1].isdigit()):
        return True
    return _classified(cell) is not None and _classified(both) is None


def _run_on(paragraph: Paragraph) -> list[Paragraph]:
    """Part cells that only their labels part, where both sides are service matter."""
    text = paragraph.text
    if lead_of(text) not in FORMS_BY_LEAD:
        return [paragraph]
    if hasty := _HASTY_DAY.fullmatch(text):
        return [paragraph.at(0, hasty.start("day")), paragraph.at(hasty.start("day"), len(text))]
    if _ONE_LABEL.match(text):
        return [paragraph]
    edges = [0, *(match.start() for match in _INNER.finditer(text) if match.start()), len(text)]
    cuts, begun = [0], 0
    for start, end in pairwise(edges[1:]):
        if _stands_alone(text[begun:start].strip()) and _stands_alone(text[start:end].strip()):
            cuts.append(start)
            begun = start
    return [paragraph.at(cut, end) for cut, end in pairwise([*cuts, len(text)])]


def _stands_alone(text: str) -> bool:
    """Say whether a cell is whole: service matter with a value."""
    found = _classified(text)
    if found is None:
        return False
    return bool(found.parts) or found.type in _WITHOUT_VALUE


def _listed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Part a list of copies in one line, "Copies: 1. Vetrov. 2. File.", into its head and its items."""
    text = paragraph.text
    items = _counted(text)
    if len(items) < 2:
        return
    head = text[: items[0]].strip()
    found = _classified(head) if head else None
    if found is None or not (found.type in _COPIES or (found.type == "sent" and head.endswith((":", "-", "–")))):
        return
    pieces = [text[a:b].strip(" ;,") for a, b in zip(items, [*items[1:], len(text)], strict=True)]
    if not all(listed_copy(piece, loose=True) for piece in pieces):
        return
    for start, end in zip([0, *items], [*items, len(text)], strict=True):
        yield paragraph.at(start, end)


def _is_listed(text: str) -> bool:
    """Say whether a line is one of a list of copies, "No. 1   Vetrov", and all of it one cell."""
    found = listed_copy(text, loose=True)
    rest = found.part("rest") if found else None
    return rest is not None and not any(map(str.isdigit, text[rest[0] :])) and _classified(text[rest[0] :]) is None


def _counted(text: str) -> list[int]:
    """Return where the items of a list begin that counts from one."""
    starts: list[int] = []
    last = 0
    for match in _ITEM.finditer(text):
        number = int(match["n"]) if match["n"].isdigit() else 1
        if number == last + 1 and len(starts) < MAX_ITEMS:
            starts.append(match.start())
            last = int(match["m"] or number)
    return starts
