"""The division of a telegram: service matter, opener, message, closer, postscript, service matter after it."""

from __future__ import annotations

from collections.abc import Sequence

from tei.recognise.heads import read_head
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import Division, Knowledge, Line, Part, ServiceLine, only_brackets
from tei.recognise.tails import read_tail

__all__ = ["Division", "Knowledge", "Line", "Part", "ServiceLine", "divide", "only_brackets"]


def divide(paragraphs: Sequence[Paragraph], knowledge: Knowledge) -> Division:
    """Part the paragraphs of a telegram: its end first, so that a short message is never taken for a heading."""
    tail = read_tail(paragraphs, knowledge)
    head = read_head(paragraphs[: tail.start], knowledge)
    return Division(head.preamble, head.opener, head.message, tail.closer, tail.docket, tail.postscript)
