"""What is kept of an open element: little, so that an element may be as long as it likes."""

from __future__ import annotations

from collections.abc import Callable

from tei.findings import Finding, Location
from tei.relaxng.attribute_slips import StartTag
from tei.relaxng.automaton import Opened, State
from tei.relaxng.patterns import Definition, Pattern


class Frame:
    """An open element. `state` is None where the element is not known, and nothing can be said of its order."""

    __slots__ = (
        "children",
        "content",
        "early",
        "loose",
        "opened",
        "outer",
        "state",
        "stray",
        "tag",
        "taken",
        "trail",
        "unknown",
        "value",
        "value_place",
    )

    def __init__(
        self,
        tag: StartTag,
        opened: Opened | None,
        state: State | None,
        content: Callable[[Definition], Pattern],
        outer: Frame | None = None,
    ) -> None:
        self.tag = tag
        self.opened = opened
        self.state = state
        self.content: tuple[Pattern, ...] = tuple([content(one) for one in opened.definitions]) if opened else ()
        self.outer = outer
        """The element that holds this one."""
        self.children = False
        self.trail: list[tuple[str, State]] = []
        """Children taken, each with the state before it; those that left the state as it was count once."""
        self.early: dict[str, Finding] = {}
        """What was missed before a child, and may come too late."""
        self.unknown = False
        """Whether a child was stepped over that may have been meant for something else."""
        self.stray = False
        """Whether the first child does not belong here: what is missing may be what should stand there or around it."""
        self.loose = False
        """Whether loose text has been reported."""
        self.taken: Opened | None = None
        """The element as which a refused child is to be opened all the same."""
        self.value = ""
        self.value_place: Location | None = None

    @property
    def name(self) -> str:
        """The name of the element."""
        return self.tag.name

    def take(self, name: str, limit: int) -> None:
        """Note that a child of this name comes in the present state."""
        self.children = True
        if self.state is None:
            return
        if self.trail and self.trail[-1][1] is self.state:
            self.trail[-1] = (name, self.state)
        elif len(self.trail) < limit:
            self.trail.append((name, self.state))
