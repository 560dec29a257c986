"""Values made quickly: frozen for the type checker, plain at run time.

A page makes some hundreds of small values. What keeps a frozen dataclass from being changed at run time makes each of
them four times as dear as a plain one. So the values that every page makes by the dozen are frozen where it is free: a
line that would change one is an error to the type checker, which reads every line of this program.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(*, order: bool = False) -> Callable[[type[_Class]], type[_Class]]:
    """Make a class a dataclass with slots whose instances are compared and hashed by their fields.

    Used for what is made most often; everything else is `dataclass(frozen=True, slots=True)`.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order)
