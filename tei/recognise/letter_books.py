"""Copies in a letter-book, whose heads name only the other side: the owner of the book is the one they leave open."""

from __future__ import annotations

from dataclasses import replace

from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.notices import Notice
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import Title, is_registered


def of_letter_book(notice: Notice, label: Paragraph | None, title: Title) -> Notice:
    """Give the owner of a letter-book the part that the head of a copy leaves open: "To Lieut. Marsh", "From Marsh"."""
    owner = diary_owner(label.text) if label else None
    roles = {role for role, _ in (*title.parties, *notice.parties)} & {"from", "to"}
    if label is None or not owner or owner == (0, 0) or len(roles) != 1 or not is_registered(title):
        return notice
    name = label.text[slice(*owner)].partition(",")[0]
    span = (label.start + owner[0], label.start + owner[0] + len(name))
    other = "from" if "to" in roles else "to"
    return replace(notice, parties=(*notice.parties, (other, span)))
