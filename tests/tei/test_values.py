"""Values that a page makes by the dozen."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any

import pytest

from tei.findings import Finding, Location, Severity
from tei.model import Evidence, Name, OwnedSpan, Owner
from tei.values import replace, value


@value()
class Stamp:
    """A value as recognition makes them."""

    words: str
    place: int = 0


def test_values_are_equal_by_their_fields_and_can_be_keys() -> None:
    """Two values of the same fields are one in a set, and a changed copy is another."""
    assert len({Stamp("secret"), Stamp("secret", 0), replace(Stamp("secret"), place=3)}) == 2


@pytest.mark.parametrize(
    ("one", "changes"),
    [
        (Stamp("secret"), {"place": 3}),
        (Name("Pavlov", evidence=Evidence("titles", 4, 10)), {"ref": "pavlov", "preferred": "Pavlov, I."}),
        (Finding("REC101", Severity.ERROR, "no telegram"), {"location": Location("a", 2)}),
    ],
)
def test_a_changed_copy_is_what_dataclasses_make(one: Any, changes: dict[str, Any]) -> None:
    """Fields that are not named stay, those that the class works out itself are worked out anew."""
    assert replace(one, **changes) == dataclasses.replace(one, **changes)
    assert one != replace(one, **changes)


def test_a_changed_copy_has_no_new_field() -> None:
    """A name that is no field is an error."""
    with pytest.raises((KeyError, TypeError)):
        replace(Stamp("secret"), colour="red")  # type: ignore[call-arg]


def test_a_value_has_no_place_for_what_it_does_not_declare() -> None:
    """Values have slots: a slip of the pen is an error and no new attribute."""
    assert not hasattr(Stamp("secret"), "__dict__")


def test_values_can_be_put_on_the_disk_and_in_order() -> None:
    """What waits on the disk comes back as it was; those that ask for it have an order."""
    spans = [OwnedSpan(4, 9, Owner.TEXT), OwnedSpan(1, 3, Owner.NOTE)]
    assert pickle.loads(pickle.dumps(spans)) == spans
    assert sorted(spans)[0].start == 1
    assert Location("a", 1) < Location("a", 2)
