"""Values made quickly: frozen for the type checker, plain at run time.

A page makes some hundreds of small values. What keeps a frozen dataclass from being changed at run time makes each of
them four times as dear as a plain one. So the values that every page makes by the dozen are frozen where it is free: a
line that would change one is an error to the type checker, which reads every line of this program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(*, order: bool = False) -> Callable[[type[_Class]], type[_Class]]:
    """Make a class a dataclass with slots whose instances are compared and hashed by their fields.

    Used for what is made most often; everything else is `dataclass(frozen=True, slots=True)`.
    """
    return dataclass(slots=True, unsafe_hash=True, order=order)


if TYPE_CHECKING:
    from dataclasses import replace as replace  # the type checker knows it field by field
else:

    def replace(instance: _Class, /, **changes: Any) -> _Class:
        """Return a dataclass instance with other values in some fields: `dataclasses.replace` takes twice as long.

        Its class takes its fields in their order.
        """
        kind = instance.__class__
        read, places = _reader(kind)
        values = [*read(instance)]
        for name, new in changes.items():
            values[places[name]] = new
        return kind(*values)


@cache
def _reader(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], Mapping[str, int]]:
    """Return what reads all fields at once of a class that has several, and the place of each."""
    names = [one.name for one in fields(kind) if one.init]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}
