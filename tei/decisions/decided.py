"""The values of an editor's decisions: frozen, checked for their form, not yet held against the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from tei.findings import Location
from tei.values import value

STEP: Final = "decisions"
"""The step that evidence names when a reading is the editor's."""

FOLDER_SHEET: Final = "SOURCE.toml"
"""The name of the file that decides for all captures of a folder; what it says need not matter to each of them."""

EDITOR: Final = "editor"
"""The xml:id of the statement of responsibility that @resp points at."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the page as the editor wrote them, and which place is meant where they stand more than once (from 1)."""

    text: str
    place: Location
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the editor says of a telegram. `value` is what the reader of the key gives."""

    key: str
    value: Any
    place: Location


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the page and what is said of it: a telegram with its facts, or words that are none.

    It is found by the words it begins and ends with, by words in it, or by its number among the telegrams of the page.
    """

    kind: Literal["telegram", "context", "furniture"]
    place: Location
    starts: Quote | None = None
    ends: Quote | None = None
    contains: Quote | None = None
    which: int = 0
    facts: tuple[Fact, ...] = ()

    @property
    def says_where(self) -> bool:
        """Whether anything tells which passage is meant."""
        return bool(self.starts or self.ends or self.contains or self.which)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the editor says of a few words in the text: what a bracket means, whose a name is, which day a date.

    `value` is the meaning of the bracket, the id of the entry, or the ISO date.
    """

    kind: Literal["bracket", "name", "date"]
    quote: Quote
    value: str
    language: str = ""


@value()
class Decisions:
    """All that was decided of one capture; `files` are the names of the files that say so, `editor` who."""

    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    readings: tuple[Reading, ...] = ()
    layout: str = ""
    editor: str = ""
    files: tuple[str, ...] = ()
