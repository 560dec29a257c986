"""The lines between the heading of a document of a printed series and its text, each in its parts.

Form and number, place and date, and the receipt may share a line, as they stand beside each other in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.recognise.layouts.papers_bare import is_greeting, is_hour
from tei.recognise.layouts.papers_forms import WORD, form_of, unmarked
from tei.recognise.layouts.papers_heads import columns_at, is_address
from tei.recognise.neighbours import put_together
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, joined
from tei.recognise.service import Service, classify
from tei.regexes import regex

_MARKED: Final = regex(r"[(\[]\d{1,2}[)\]]$")


def housed(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a heading, house and street as one with the date under them, of which alone the day is read.

    A day and the hour under it are one row as well.
    """

    def join(house: Paragraph, row: Paragraph) -> Paragraph | None:
        if is_hour(row.text) and house.text[-1:] in ".,":
            whole = joined(house, row)
            return replace(whole, text=whole.text.replace("\n", " "))
        if not is_address(house.text):
            return None
        plain = _MARKED.sub(lambda marker: "." * len(marker.group()), row.text)
        text = "(" + " " * (row.start - house.start - 1) + plain
        return Paragraph(house.start, row.end, text, house.blank_before)

    return put_together(rows, join)


def parted_line(row: Paragraph) -> Iterator[Paragraph]:
    """Yield a line under the heading in its parts: form with number, read without its markers, place and date."""
    match = form_of(row.text)
    if match is None and (at := columns_at(row.text)):
        yield row.at(0, at)
        yield row.at(at, len(row.text))
        return
    groups = match.groupdict() if match else {}
    if match is None or "place" not in groups:
        both = row.text.find(" and received ") if row.text[:1] == "(" else -1
        if both > 0:
            yield row.at(1, both)
            yield row.at(both + len(" and "), len(row.text.rstrip(".) ")))
        else:
            yield replace(row, text=unmarked(row.text))
        return
    if groups["place"] and match.start("place") == 0:
        yield row.at(0, match.end("place"))
        yield row.at(match.end("place"), len(row.text))
        return
    end = match.start("place") if groups["place"] else len(row.text)
    form = row.at(0, len(row.text[:end].rstrip(" ,")))
    if groups.get("markers"):
        kept = row.text[: match.start("markers")].rstrip()
        form = replace(form, text=kept + " " * (len(form.text) - len(kept) - 1) + ".")
    flagged = classify((groups.get("rest") or "").strip())
    apart = flagged is not None and flagged.type == "marking" and ")" in row.text[: match.start("rest")]
    flag = match.start("rest") if apart else len(form.text)
    yield from (part for part in (form.at(0, flag), form.at(flag, len(form.text))) if part.text)
    if groups["place"]:
        place = row.at(end, len(row.text))
        yield replace(place, text=unmarked(place.text))


def form_line(row: Paragraph) -> ServiceLine | None:
    """Return a line of form and number as service matter where no other step knows it for such: “Bericht 418”."""
    if is_greeting(row.text):
        return ServiceLine(row, Service("address"))
    match = form_of(row.text) if row.text[:1] in "BDELRS" and classify(row.text) is None else None
    if match is None or not any(map(match.groupdict().get, ("qualified", "number"))):
        return None
    inner = WORD.search(match["number"] or "")
    at = match.start("number")
    number = (("number", at + inner.start("n"), at + inner.end("n")),) if inner else ()
    return ServiceLine(row, Service("number" if number else "other", number))
