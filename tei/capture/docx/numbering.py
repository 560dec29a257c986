"""The numerals before the paragraphs of a Word document, counted as the program counts them.

They stand nowhere in the file: numbering.xml says how each level of each list counts and looks (ISO 29500-1, 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei.capture.docx.names import attribute, child, children, number, switch, value
from tei.capture.docx.symbols import symbol
from tei.capture.numerals import write_number

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: from what, in which form, with what round it, after which level anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list as paragraphs refer to it: the definition it shares with others, its levels, where it starts anew."""

    shared: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document by numId, and how far each has counted."""

    lists: Mapping[str, ListForm] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def next(self, list_: str, level: int) -> tuple[str, str] | None:
        """Count one paragraph; return its numeral and "numbered" or "bulleted", None where the list is none."""
        form = self.lists.get(list_)
        if form is None or not 0 <= level < LEVELS:
            return None
        counts = self._counts.setdefault(form.shared, {})
        if list_ not in self._begun:
            self._begun.add(list_)
            for at, start in form.starts.items():
                counts[at] = start - 1
        here = form.levels.get(level, Level())
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in range(level + 1, LEVELS):
            restart = form.levels.get(deeper, Level()).restart
            if restart and (restart < 0 or level < restart):
                counts.pop(deeper, None)
        return self._shown(form, level, counts), "bulleted" if here.form == "bullet" else "numbered"

    def _shown(self, form: ListForm, level: int, counts: Mapping[int, int]) -> str:
        here = form.levels.get(level, Level())
        if here.form == "bullet":
            return "".join(symbol("", character) or "•" for character in here.text) or ""

        def write(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            shape = form.levels.get(at, Level())
            count = counts.get(at, shape.start)
            return write_number(count, "decimal" if here.legal else shape.form) if shape.form != "none" else ""

        return _PLACE.sub(write, here.text).strip()


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists of a document, counted from nothing; none where it has no part for them."""
    abstract = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
    styled = {value(one, "styleLink"): one for one in abstract.values() if value(one, "styleLink")}
    lists = {}
    for num in children(root, "num"):
        id_ = value(num, "abstractNumId")
        definition = abstract.get(id_)
        linked = styled.get(value(definition, "numStyleLink"))
        definition = linked if linked is not None else definition
        levels = {number(attribute(one, "ilvl")): _level(one) for one in children(definition, "lvl")}
        starts = {}
        for override in children(num, "lvlOverride"):
            at, own = number(attribute(override, "ilvl")), child(override, "lvl")
            if own is not None:
                levels[at] = _level(own)
            if child(override, "startOverride") is not None:
                starts[at] = number(value(override, "startOverride"), 1)
        lists[attribute(num, "numId")] = ListForm(id_, levels, starts)
    return Numbering(lists)


def _level(element: etree._Element) -> Level:
    form = value(element, "numFmt") or "decimal"
    restart = child(element, "lvlRestart")
    return Level(
        number(value(element, "start"), 0 if child(element, "start") is None else 1),
        form,
        value(element, "lvlText"),
        -1 if restart is None else number(attribute(restart, "val")),
        switch(element, "isLgl") or False,
    )
