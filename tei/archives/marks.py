"""A shelf mark of the fond kind as far as it has been read: what its readers pass on to one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tei.archives.leaves import LeafRange


@dataclass(slots=True)
class Shelfmark:
    """A shelf mark as far as it was read: parts with their places, leaves, what was odd about it (code, start, end)."""

    start: int
    end: int
    parts: list[tuple[str, str]] = field(default_factory=list)
    leaves: tuple[LeafRange, ...] = ()
    unit: str = "leaf"
    image: str = ""
    extent: str = ""
    slips: list[tuple[str, int, int]] = field(default_factory=list)
    is_plural: bool = False

    def has(self, part: str) -> bool:
        """Tell whether a part of that type has been read."""
        return any(name == part for name, _ in self.parts)

    @property
    def is_named_only(self) -> bool:
        """Whether the fond has a name for a number and no inventory follows, as in «ф. Канцелярия, д. 23»."""
        return not self.has("opis") and any(
            name == "fond" and not re.search(r"[\dIVX]", value) for name, value in self.parts
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read."""
        return not (self.parts or self.leaves or self.image)
