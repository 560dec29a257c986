"""How long rules may take: whoever runs them brings a clock, as nothing here reads one.

A schema is anyone's, and an expression of one line can keep a machine busy for years.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

_Result = TypeVar("_Result")


class TooLongError(Exception):
    """What was to be done has taken too long and was given up."""


class Patience(Protocol):
    """Calls what it is given and returns what that returns. Raises TooLongError where it takes too long."""

    def compiled(self, work: Callable[[], _Result]) -> _Result:
        """Call work that is done in C and lets other threads run meanwhile, as libxslt does."""

    def interpreted(self, work: Callable[[], _Result]) -> _Result:
        """Call work that is done in Python."""


class _Endless:
    def compiled(self, work: Callable[[], _Result]) -> _Result:
        return work()

    interpreted = compiled


ENDLESS: Final[Patience] = _Endless()
"""Waits for ever."""
