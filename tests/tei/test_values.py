"""Frozen values are what `dataclasses` makes, made sooner."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from tei.values import dataclass


@dataclass(frozen=True, slots=True)
class Station:
    """A station on the ice."""

    name: str
    floe: int = 1
    crew: tuple[str, ...] = ()
    log: list[str] = dataclasses.field(default_factory=list)

    @property
    def manned(self) -> bool:
        return bool(self.crew)


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    name: str
    floe: int = 1
    crew: tuple[str, ...] = ()
    log: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Single:
    only: int


ARGUMENTS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("Karsk",), {}),
    (("Karsk", 2), {"crew": ("Orlin",)}),
    ((), {"name": "Karsk", "log": ["thaw"]}),
]


@pytest.mark.parametrize(("args", "named"), ARGUMENTS)
def test_a_value_has_the_fields_and_the_words_of_a_dataclass(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Defaults, factories and names of arguments mean what they mean there."""
    value, plain = Station(*args, **named), Plain(*args, **named)
    assert dataclasses.asdict(value) == dataclasses.asdict(plain)
    assert repr(value).removeprefix("Station") == repr(plain).removeprefix("Plain")


def test_values_are_equal_by_their_fields_and_their_class() -> None:
    """A value of another class is never equal."""
    assert Station("Karsk") == Station("Karsk")
    assert Station("Karsk") != Station("Karsk", 2)
    assert Station("Karsk") != Plain("Karsk")
    assert Single(1) == Single(1)


def test_values_are_hashed_by_their_fields() -> None:
    """Equal values are one key."""
    assert len({Single(1), Single(1), Single(2)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Station("Karsk"))


@pytest.mark.parametrize("name", ["name", "other"])
def test_a_value_is_frozen(name: str) -> None:
    """Nothing can be set or deleted, known field or not."""
    value = Station("Karsk")
    with pytest.raises(dataclasses.FrozenInstanceError, match=name):
        setattr(value, name, "Polynya")
    with pytest.raises(dataclasses.FrozenInstanceError, match=name):
        delattr(value, name)


def test_a_default_factory_is_called_for_each_value() -> None:
    """Two values do not share their list."""
    one, other = Station("Karsk"), Station("Karsk")
    one.log.append("thaw")
    assert other.log == []


def test_values_are_replaced_copied_and_pickled() -> None:
    """They come back equal, and of their class."""
    value = Station("Karsk", 3, ("Orlin",), ["thaw"])
    assert dataclasses.replace(value, floe=4) == Station("Karsk", 4, ("Orlin",), ["thaw"])
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.deepcopy(value) == value
    assert type(copy.copy(value)) is Station


def test_a_value_tells_its_signature() -> None:
    """Names of arguments are those of the fields."""
    assert list(inspect.signature(Station).parameters) == ["name", "floe", "crew", "log"]
    assert Station.__match_args__ == ("name", "floe", "crew", "log")
    assert Station("Karsk", crew=("Orlin",)).manned


def test_a_wrong_argument_is_refused() -> None:
    """As by any call."""
    with pytest.raises(TypeError, match="floes"):
        Station("Karsk", floes=2)  # type: ignore[call-arg] # that is what is tested


def test_what_is_more_than_names_with_defaults_is_left_to_dataclasses() -> None:
    """Order, a base, `__post_init__`, a field that is not compared: all of it works as it does there."""

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        number: int

    @dataclass(frozen=True, slots=True)
    class Careful:
        number: int
        line: int = dataclasses.field(default=0, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "number", abs(self.number))

    @dataclass(frozen=True, slots=True)
    class Compared:
        number: int
        line: int = dataclasses.field(default=0, compare=False)

    assert Ordered(1) < Ordered(2)
    assert Careful(-3).number == 3
    assert Compared(1, 2) == Compared(1, 3)


def test_a_class_that_is_not_frozen_stays_so() -> None:
    """Without `frozen` the decorator is that of `dataclasses`, with and without parentheses."""

    @dataclass
    class Open:
        number: int = 0

    value = Open()
    value.number = 2
    assert value == Open(2)
