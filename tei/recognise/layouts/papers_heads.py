"""Where the documents of a printed series begin: who writes to whom, and under it form, number, place, date, times.

“(4175) No. 88. / Sir R. Fairweather to Viscount Tarn. / Severin, March 7, 1938. / D. 6:40 P.M. / Tel. (No. 21.)” in the
manner of the British documents; “61 Pell to Government / Cablegram 44 [1] SEVERIN, 11 March 1938” in that of the
Australian; “TELEGRAM 123 / Severin, March 7, 1938” in that of the Canadian. A line of parties is a heading only where
form or number and a date stand under it, so that prose is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tei.recognise.kinds import kind_of
from tei.recognise.layouts.frus_heads import is_sentence
from tei.recognise.layouts.papers_abroad import (
    KINDS,
    begins_with_recipient,
    can_name_parties,
    is_dated_by_vom,
    is_receipt,
    kind_first,
    western_parties,
)
from tei.recognise.layouts.papers_bare import is_bare, is_greeting, is_handling, is_saluted
from tei.recognise.layouts.papers_columns import is_of_film, right_column
from tei.recognise.layouts.papers_columns import is_receipt as arrives
from tei.recognise.layouts.papers_counts import counts, file_of, ordinal_of
from tei.recognise.layouts.papers_forms import (
    FORM,
    KIND_TOLD,
    MAX_LINE,
    Kind,
    form_of,
    is_count_alone,
    is_dated,
    kind_told,
    number_told,
)
from tei.recognise.layouts.papers_russian import is_haste, is_over_number
from tei.recognise.paragraphs import Paragraph
from tei.recognise.russian_chains import russian_parties
from tei.recognise.titles import read_title
from tei.regexes import regex

_SENT_ON: Final = regex(
    r"\(?(?:sent|received|handed(?: over)?|delivered|despatched|dispatched)(?:\s(?:on|at)\b)?\s[^()\n]{3,90}\d"
    r"[^()\n]{0,20}\)?\.?",
    re.IGNORECASE,
)
"""“Sent on March 8, 1938” over a heading, “(Despatched at 2 p. m. and received at 9 a. m. on March 8.)” under it."""
_RECEIPT: Final = regex(r"(?P<gap>[\s.,—–-]*)(?P<receipt>\(received\b[^()\n]{1,60}\))\.?$", re.IGNORECASE)
"""“… to Viscount Tarn.—(Received March 8.)”: blue books say it in the heading."""
_FLAGGED: Final = regex(
    r"(?:(?:strictly |most |top )?(?:personal|private|secret|confidential|urgent)(?: and (?:most |strictly )?)?)"
    r"{1,3}\.?",
    re.IGNORECASE,
)
_CLOCK: Final = regex(r"[DR]\.\s*\d{1,2}[.:]?\d{0,2}\s*(?:[AP]\.?M\.?|noon|midnight)\.?", re.IGNORECASE)
_ADDRESS: Final = regex(r"[A-Z\d][^\n.!?;:]{2,40}(?:,\s[A-Z][\w.]*)*,")
"""A house and street over the date: “58, Quay Street, N.W.,”."""
_MARKED_FROM: Final = regex(
    r"(?P<marking>(?:(?:most |strictly |top )?(?:personal|private|secret|confidential)(?:,? and )?){1,3}),? from\s+"
    r"(?=[A-Z])",
    re.IGNORECASE,
)
"""“Personal and Secret from …”: how a message is marked, before its sender."""
_LED: Final = regex(r"(?P<no>№\s?|N[°ºo]\.?\s?|Nr\.\s?)?\[?(?P<n>\d{1,4})\]?[.)]?\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_CYRILLIC: Final = regex(r"(?:№\s?)?(?:\d{1,4}[.)]?\s+)?[А-ЯЁ]")
_MARK: Final = regex(r"(?<=[^\s\d])\[?\d{1,2}\]?$|\s\[\d{1,2}\]$")
MAX_TITLE: Final = 220
MAX_WORDS: Final = 40
MAX_ABOVE: Final = 4
MAX_OVER: Final = 3
MAX_ROWS: Final = 5
MAX_DAY: Final = 40
REACH: Final = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a document begins: its first row, the row and offset of its parties, the row where its text begins.

    `kind` is empty for a memorandum or record, which is no telegram. `number` is the place of the telegram's own.
    """

    first: int
    title: int
    offset: int
    text: int
    kind: Kind
    number: tuple[int, int] | None = None
    ordinal: str = ""
    lines: int = 1
    """So many rows the title goes over: older books print sender and recipient on a line each."""


def find_headings(rows: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Return the headings of a page in order."""
    found: list[Heading] = []
    floor = 0
    for index, row in enumerate(rows):
        if index < floor or len(row.text) > MAX_TITLE or not (_may_head(row.text) or _is_halved(rows, index)):
            continue
        heading = _heading(rows, index, floor)
        if heading is not None:
            found.append(heading)
            floor = heading.text
    return tuple(found) or tuple(_untitled(rows))


def _has_to(text: str) -> bool:
    return " to " in text or " TO " in text or text.startswith(KINDS)


def _may_head(text: str) -> bool:
    led = _LED.match(text) if text[:1] == "N" else None
    if led and can_name_parties(text[led.end() :]):
        return True
    return _has_to(text) or can_name_parties(text) or (not text.isascii() and _CYRILLIC.match(text) is not None)


def _untitled(rows: Sequence[Paragraph]) -> Iterator[Heading]:
    """Yield the heading of a page that begins below the parties: “Cablegram 3 SEVERIN, 5 January 1938, 9.20 p.m.”."""
    for index, row in enumerate(rows[:MAX_ABOVE]):
        match = FORM.fullmatch(row.text) if len(row.text) <= MAX_LINE else None
        if match and match["telegram"] and match["number"].strip() and match["place"] and is_dated(match["place"]):
            yield Heading(index, index, 0, index + 1, "telegram", number_told(rows, [(index, match)]), "", 0)
            return


def _heading(rows: Sequence[Paragraph], index: int, floor: int) -> Heading | None:
    row = rows[index]
    led = _LED.match(row.text) or _MARKED_FROM.match(row.text)
    offset = led.end() if led else 0
    lines = _lines(rows, index, offset)
    if not lines:
        return None
    filmed = index > floor and is_of_film(rows[index - 1].text)
    over = _over(rows, index - filmed, floor)
    if over < index - filmed and not counts(rows[over].text):
        return _told_over(rows, over, index, offset, lines)
    if over < index - 1 - filmed:
        return _told_over(rows, over, index, offset, lines)
    above = over if over < index - filmed else None
    if row.text.startswith(KINDS):
        over_ = ordinal_of(rows[above].text) if above is not None else ""
        dated = is_dated_by_vom(rows[index + lines - 1].text)
        first = above if above is not None else index
        told = above is not None or dated
        return Heading(first, index, 0, index + lines, "telegram", None, over_, lines) if told else None
    if above is not None and row.text[-1] != "." and (_is_message_from(row.text) or _is_message(rows, index)):
        return Heading(above, index, offset, index + lines, "telegram", None, ordinal_of(rows[above].text), lines)
    opening = list(_opening(rows, index + lines))
    forms = [(at, match) for at, match in opening if match is not None]
    dated = any(
        is_dated(rows[at].text) or columns_at(rows[at].text) or (match and match.groupdict().get("place"))
        for at, match in opening
    )
    dated = dated or (bool(forms) and receipt_at(row.text) > 0)
    count = above is not None and counts(rows[above].text)
    closed = _MARK.sub("", rows[index + lines - 1].text).endswith(".") or receipt_at(row.text) > 0
    closed = closed or (above is not None and file_of(rows[above].text) is not None)
    counted = (count or bool(led and led.groupdict().get("no"))) and closed
    bare = not (forms or closed or row.text.isupper()) and is_bare(rows, index + lines, counted=count)
    if not (forms or counted or bare) or not (dated or (counted and row.text.isupper())):
        return None
    first = above if above is not None else index
    ordinal = ordinal_of(rows[first].text) if count else led["n"] if led and "n" in led.groupdict() else ""
    titled = KIND_TOLD.get(kind_of(row.text[offset:]) or "", "letter")
    kind = kind_told(forms) if forms and not (titled == "telegram" and is_count_alone(forms)) else titled
    bare = bare or is_over_number(row.text[offset:], rows[index + 1 : index + 2])
    kind = "telegram" if bare and not is_saluted(rows, index + lines + len(opening)) else kind
    return Heading(first, index, offset, index + lines + len(opening), kind, number_told(rows, forms), ordinal, lines)


def _is_message_from(text: str) -> bool:
    """Say whether a heading says that it is somebody's message, “PERSONAL MESSAGE FROM PREMIER A. PELL TO …”."""
    low = text.lower()
    return "essage from" in low or "ecret from" in low


def _is_message(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a numbered heading in capitals has a day by itself under its text: “A. PELL TO THE PRESIDENT”."""
    text = rows[index].text
    if (
        " TO " not in text
        or not _shouted(text)
        or kind_of(text)
        or any(is_dated(r.text) for r in rows[index + 1 : index + 2])
    ):
        return False
    for row in rows[index + 2 : index + MAX_MESSAGE]:
        if counts(row.text):
            return False
        if len(row.text) <= MAX_DAY and (is_dated(row.text) or _SENT_ON.fullmatch(row.text)):
            return True
    return False


def _shouted(text: str) -> bool:
    """Say whether a heading is in capitals but for “Mr” and the like."""
    return all(word.isupper() for word in text.split() if len(word.strip(".,")) > MAX_LITTLE)


MAX_MESSAGE: Final = 60
MAX_LITTLE: Final = 3


def _over(rows: Sequence[Paragraph], index: int, floor: int) -> int:
    """Return the first row over a heading that is its own: its number, and when it was sent or came."""
    first = index
    while first > floor and index - first < MAX_OVER:
        text = rows[first - 1].text
        dated = _SENT_ON.fullmatch(text) or (first == index and len(text) <= MAX_DAY and is_dated(text))
        if not (len(text) <= MAX_LINE and (dated or _FLAGGED.fullmatch(text) or counts(text))):
            break
        first -= 1
        if counts(text):
            break
    return first if any(not _FLAGGED.fullmatch(rows[i].text) for i in range(first, index)) else index


def _told_over(rows: Sequence[Paragraph], first: int, index: int, offset: int, lines: int) -> Heading | None:
    """Return the heading of a message whose number, and its day, stand over its parties: “No. 8 / Sent on March 8”."""
    told = any(_SENT_ON.fullmatch(rows[i].text) for i in range(first, index))
    dated = counts(rows[first].text) and any(is_dated(rows[i].text) for i in range(first, index))
    if not (told or dated) or rows[index].text.endswith((".", ":")):
        return None
    return Heading(first, index, offset, index + lines, "telegram", None, ordinal_of(rows[first].text), lines)


def _is_halved(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a sender stands over “to …” and the form of the document, as Canadian volumes set their headings."""
    if index + 2 >= len(rows) or not rows[index + 1].text.startswith("to ") or len(rows[index].text) > MAX_LINE:
        return False
    whole = f"{rows[index].text} {rows[index + 1].text}"
    return rows[index].text[:1].isupper() and form_of(rows[index + 2].text) is not None and _is_parties(whole)


def _lines(rows: Sequence[Paragraph], index: int, offset: int) -> int:
    """Return over how many rows a title goes that begins here, 0 where none does."""
    text = rows[index].text[offset:]
    if (_has_to(text) and _is_parties(text)) or russian_parties(text):
        return 1 + _is_wrapped(rows, index, text)
    if not offset and _is_halved(rows, index):
        return 2
    if offset and is_over_number(text, rows[index + 1 : index + 2]):
        return 1
    if text.startswith(KINDS):
        return kind_first(rows, index)
    if index + 1 < len(rows) and rows[index + 1].text[:1].islower() and (over := _spread_over(rows, index, offset)):
        return over
    if western_parties(text):
        return 1
    if index + 1 < len(rows) and can_name_parties(text) and begins_with_recipient(below := rows[index + 1].text):
        return 2 if western_parties(f"{text.rstrip(' .,')}, {below}") else 0
    return _spread_over(rows, index, offset)


def _is_wrapped(rows: Sequence[Paragraph], index: int, text: str) -> bool:
    """Say whether a title goes on in the next line of its column: “Telegram from … to Ada” / “Lind (Oslo)”."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below is None or below.blank_before or len(text) < MIN_WRAPPED or len(below.text) > MAX_DAY or text[-1] in ".:)":
        return False
    whole = f"{text} {below.text}"
    return (
        below.text[-1:] == ")"
        and below.text[0] != "("
        and below.text[:1].isupper()
        and kind_of(text) is not None
        and _is_parties(whole)
    )


MIN_WRAPPED: Final = 50


def _spread_over(rows: Sequence[Paragraph], index: int, offset: int) -> int:
    """Return over how many short rows a heading goes whose recipients run on: “… aux Consuls / en France”."""
    text = rows[index].text[offset:]
    if not can_name_parties(text) or text[-1:] in ".:;?!" or len(text) > MAX_LINE:
        return 0
    words = text
    for at in range(index + 1, min(index + MAX_ROWS, len(rows))):
        below = rows[at].text
        if len(below) > MAX_LINE or rows[at].blank_before or form_of(below):
            return 0
        words = f"{words} {below}"
        if below[-1:] == ".":
            return at + 1 - index if western_parties(words) else 0
    return 0


def _is_parties(text: str) -> bool:
    """Say whether a line names who writes to whom and is no sentence."""
    bare = " ".join(text.split())
    bare = (_MARK.sub("", bare) if bare[-1:] == "]" or bare[-1:].isdecimal() else bare).rstrip(". *")
    bare = bare[:at] if (at := receipt_at(bare)) else bare
    if len(bare.split()) > MAX_WORDS or bare[-1:] in ":;?!," or not bare[:1].isupper() or is_sentence(bare):
        return False
    title = read_title(bare)
    return all((title.party("from"), title.party("to")))


def marker_at(text: str) -> int:
    """Return where the marker of a note begins that is glued to the last word of a heading, 0 where none is."""
    match = _GLUED.search(text) if text[-1:].isdigit() else None
    return match.start() if match else 0


_GLUED: Final = regex(r"(?<=[^\W\d_])\d{1,2}$")


def receipt_at(text: str) -> int:
    """Return where the parties end before the receipt that a heading gives in parentheses, 0 where it gives none."""
    match = _RECEIPT.search(text) if "eceived" in text else None
    return match.start() if match else 0


def _opening(rows: Sequence[Paragraph], start: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Yield the rows under a heading up to its text, each with what it says of form and number."""
    for at in range(start, min(start + REACH, len(rows))):
        text = rows[at].text
        match = form_of(text)
        if match is None and not (
            len(text) <= MAX_LINE
            and (
                _CLOCK.fullmatch(text)
                or is_dated(text)
                or is_receipt(text)
                or _is_both(text)
                or columns_at(text)
                or arrives(text)
                or (at > start and (is_haste(text) or is_handling(text)))
                or (text[0] == "(" and _FLAGGED.fullmatch(text.strip("()")))
            )
        ):
            below = rows[at + 1].text if at + 1 < len(rows) else ""
            if not (is_address(text) or is_greeting(text)) or not is_dated(below):
                return
        yield at, match


def columns_at(text: str) -> int:
    """Return where place and day, or the receipt, begin behind what marks the document in the same line, else 0."""
    at = right_column(text)
    return at if at and (arrives(text[at:]) or is_dated(text[at:])) else 0


def _is_both(text: str) -> bool:
    """Say whether a line in parentheses says when a telegram was sent, and perhaps when it came."""
    return text[:1] == "(" and _SENT_ON.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Say whether a line can be house and street of a sender, which stands over the date."""
    return len(text) <= MAX_LINE and text[:1].isdigit() and _ADDRESS.fullmatch(text) is not None
