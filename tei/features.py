"""What the structure of a captured file says about its text: headings, paragraphs, notes, links, tracked changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Attributes = tuple[tuple[str, str], ...]


class FeatureKind(StrEnum):
    """What the structure of a file says about a span of the captured text; see `Feature` for what each carries."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    NUMERAL = "numeral"
    EMPHASIS = "emphasis"
    REFERENCE = "note-reference"
    NOTE = "note"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    LINK = "link"
    PAGE_BREAK = "page-break"
    INSERTION = "insertion"
    DELETION = "deletion"
    COMMENT = "comment"
    LANGUAGE = "language"
    FURNITURE = "furniture"
    FRONT_MATTER = "front-matter"


@dataclass(frozen=True, slots=True, order=True)
class Feature:
    """What the file's own structure says about a span of `Capture.text`; kinds nest properly, each within itself.

    `value` is the one thing one asks first, `attributes` the rest:

    HEADING: the level, "1" to "9", "title" or "subtitle". QUOTE, TABLE, ROW: nothing; PARAGRAPH: nothing, with `indent`
    = "yes" where it is moved in and `align` = "right" or "center" where it is set so; CELL: its column from
    "1", with `columns` and `rows` where it spans several, `role` = "label" for a heading cell. ITEM: the numeral as
    shown ("2.", "б)", "•"), with `level` from 1 and `type` ("numbered" or "bulleted"); NUMERAL: the numeral inside it.
    EMPHASIS: bold, italic, underline, small-caps, superscript, subscript, strike or spaced. REFERENCE and NOTE: the id
    of the note, with `n` as printed; NOTE also has `place` (foot, end) or `type` = "comment" with `author` and `date`.
    LINK: the address. PAGE_BREAK: nothing, and its span is empty. INSERTION and DELETION: nothing, or "move", with
    `author`, `date`, and `unit` where a paragraph's end or a row is meant. COMMENT: the id of the note that says it.
    LANGUAGE: the tag of BCP 47. FURNITURE: the part of the page (nav, header, footer, aside, form, menu).

    A comment may begin in one comment and end in another, as people write them; every other kind is nested.
    """

    start: int
    end: int
    kind: FeatureKind
    value: str = ""
    attributes: Attributes = ()
