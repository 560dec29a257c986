"""Where the elements of a parsed document stand in its source, to the column.

libxml2 keeps one line number for each element, that of the end of its start tag, and no column. Tags come in the source
in the order of the tree, so a scan over the source finds all of them; it is made only when there is something to place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lxml import etree

from tei.findings import Location
from tei.regexes import regex

_MARKUP: Final = regex(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</(?P<end>[^>]*)>|<(?P<start>[^\s/>!?]+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE: Final = regex(r"([^\s=/\"']+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_BLANK: Final = regex(r"(?:\s+|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[\s*\]\]>)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Span:
    """Offsets of one element: of its start tag, of the end of that, and of the end of its end tag."""

    start: int
    inner: int
    end: int


class Places:
    """Places the elements, attributes and text of one document; with no source, by line alone."""

    def __init__(self, tree: etree._ElementTree, path: str, source: bytes | None = None) -> None:
        self.path = path
        self._tree = tree
        self._source = source

    def element(self, element: etree._Element, attribute: str = "") -> Location:
        """Return where the start tag of `element` begins, or in it the attribute of that Clark name."""
        span = self._spans.get(element)
        if span is None:
            return Location(self.path, line_of(element))
        offset = span.start
        if attribute:
            offset += self._attribute(span, attribute)
        return self._at(offset)

    def lines(self, element: etree._Element) -> tuple[int, int]:
        """Return the lines on which `element` begins and ends; both the same where there is no source to look at."""
        span = self._spans.get(element)
        if span is None:
            return line_of(element), line_of(element)
        last = max(span.start, span.end - 1)
        return bisect_right(self._line_starts, span.start), bisect_right(self._line_starts, last)

    def text(self, parent: etree._Element, before: etree._Element | None) -> Location:
        """Return where the first word of `parent` begins, or the first after its child `before`."""
        parent_span = self._spans.get(parent)
        if parent_span is None:
            return Location(self.path, _text_line(parent, before))
        span = self._spans.get(before) if before is not None else None
        offset = span.end if span is not None else parent_span.inner
        blank = _BLANK.match(self._text, offset)
        return self._at(blank.end() if blank else offset)

    def _attribute(self, span: _Span, name: str) -> int:
        """Return the offset of an attribute from the start of the tag, 0 where it is not written there."""
        local = name.rpartition("}")[2]
        for found in _ATTRIBUTE.finditer(self._text, span.start, span.inner):
            if found[1].rpartition(":")[2] == local and (":" in found[1]) == ("}" in name):
                return found.start() - span.start
        return 0

    def _at(self, offset: int) -> Location:
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    @cached_property
    def _text(self) -> str:
        encoding = self._tree.docinfo.encoding or "UTF-8"
        source = self._source or b""
        try:
            text = source.decode("utf-8-sig" if encoding.upper() in ("UTF-8", "UTF8") else encoding)
        except (LookupError, UnicodeDecodeError):
            return ""
        return text.removeprefix("\ufeff")

    @cached_property
    def _spans(self) -> dict[etree._Element, _Span]:
        """The offsets of every element; empty where there is no source, or it is not that of the tree."""
        elements = list(self._tree.iter(etree.Element))
        spans = _scan(self._text)
        return dict(zip(elements, spans, strict=True)) if len(spans) == len(elements) else {}


def line_of(element: etree._Element) -> int:
    """Return the line that libxml2 noted for `element`, 0 where it has none."""
    line: Any = element.sourceline
    return int(line or 0)


def _scan(text: str) -> list[_Span]:
    """Return the spans of the elements in the order of their start tags."""
    spans: list[_Span] = []
    open_elements: list[int] = []
    for found in _MARKUP.finditer(text):
        if found["start"] is not None:
            spans.append(_Span(found.start(), found.end(), found.end()))
            if not found["start"].endswith("/"):
                open_elements.append(len(spans) - 1)
        elif found["end"] is not None and open_elements:
            index = open_elements.pop()
            spans[index] = _Span(spans[index].start, spans[index].inner, found.end())
    return spans


def _text_line(parent: etree._Element, before: etree._Element | None) -> int:
    """Return the line of loose text as far as line numbers tell: it follows a tag that may itself run over lines."""
    text = (parent.text if before is None else before.tail) or ""
    lead = len(text) - len(text.lstrip())
    line = line_of(parent if before is None else before)
    inside = 0 if before is None else "".join(str(piece) for piece in before.itertext(with_tail=False)).count("\n")
    return line + inside + text.count("\n", 0, lead) if line else 0
