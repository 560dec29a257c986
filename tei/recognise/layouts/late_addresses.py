"""A telegram in Chinese on a page that says other things first and names none in a title.

What begins it is its address, on a line of its own or, in a wire that is one paragraph whole, in its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.dates import find_dates
from tei.recognise.chinese_lines import addressee, is_wire, signature, signed_and_dated
from tei.recognise.counting import is_sign
from tei.recognise.known import nobody
from tei.recognise.layouts.page import is_date_line
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify

MAX_LATE: Final = 14
"""The address stands among so many lines from the top."""
MAX_DAY: Final = 32


def late_address(rows: Sequence[Paragraph]) -> tuple[int, int]:
    """Return where on a page the one telegram begins that its address opens, and where it ends; 0 where none does."""
    end = len(rows)
    wires = [i for i, row in enumerate(rows) if row.text[-1:] in "。印" and is_sign(row.text[:1]) and is_wire(row.text)]
    if wires:
        return (wires[0], wires[0] + 1) if len(wires) == 1 and wires[0] else (0, end)
    found = [i for i in range(1, min(MAX_LATE, end - 2)) if _is_address(rows[i].text)]
    if len(found) != 1 or _is_address(rows[0].text) or not any(map(_signs, rows[found[0] + 2 :])):
        return 0, end
    start = found[0]
    if any(classify(row.text) is not None for row in rows[:start]):
        return 0, end  # the lines of its own form stand over it
    noted = next((i for i in range(start + 2, end) if is_notes_heading(rows[i].text)), end)
    if not any(mark in row.text for row in rows[start:noted] for mark in "[〔［①"):
        end = noted
    return (start - 1 if start > 1 and _is_day(rows[start - 1].text) else start), end


def _is_day(text: str) -> bool:
    return len(text) <= MAX_DAY and (is_date_line(text) or bool(find_dates(text)))


def _is_address(text: str) -> bool:
    return text[-1:] in ":：" and is_sign(text[:1]) and addressee(text, nobody) is not None


def _signs(row: Paragraph) -> bool:
    return signature(row.text, nobody) is not None or signed_and_dated(row.text, nobody) is not None
