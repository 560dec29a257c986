"""Whether a name is known, as steps ask it that need no more of the authority lists."""

from __future__ import annotations

from collections.abc import Callable

Known = Callable[[str], bool]
"""Says of a name whether the lists know it."""


def nobody(_: str) -> bool:
    """Say that no list knows a name: pages are parted before any name is looked up."""
    return False
