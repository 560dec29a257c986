"""Remarks of an editor or translator that stand as paragraphs after a telegram: "NOTE: …", "(Translator’s note: …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Attributes, Block, Mark
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LABEL: Final = regex(r"[^:：.\n]{2,60}?[:：.]")
_TRANSLATOR: Final = regex(r"\btrans(?:l(?:ator|ation))?\b|перевод|пер\.|译", re.IGNORECASE)


def remark_blocks(remarks: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Return a block for each remark."""
    return tuple(Block("ab", remark.start, remark.end, (("type", "annotation"),)) for remark in remarks)


def remark_marks(remarks: Sequence[Paragraph]) -> Iterator[Mark]:
    """Yield the note that each remark is, and its label; brackets round it are written again by the renderers."""
    for remark in remarks:
        bracketed = remark.text[:1] in "([" and remark.text.rstrip()[-1:] in ")]"
        inner = (remark.start + 1, remark.end - 1) if bracketed else (remark.start, remark.end)
        words = remark.text[1:] if bracketed else remark.text
        label = _LABEL.match(words)
        kind = "translator" if label and _TRANSLATOR.search(label.group()) else "editor"
        rend = "parentheses" if bracketed and remark.text[0] == "(" else "" if bracketed else "none"
        attributes: Attributes = (("type", kind), *((("rend", rend),) if rend else ()))
        yield Mark(remark.start, remark.end, "note", attributes, *inner)
        if label:
            yield Mark(inner[0] + label.start(), inner[0] + label.end(), "seg", (("type", "label"),))
