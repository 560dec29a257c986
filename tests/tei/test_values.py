"""Values that a page makes by the dozen."""

from __future__ import annotations

import pickle
from dataclasses import replace

from tei.findings import Location
from tei.model import OwnedSpan, Owner
from tei.values import value


@value()
class Stamp:
    """A value as recognition makes them."""

    words: str
    place: int = 0


def test_values_are_equal_by_their_fields_and_can_be_keys() -> None:
    """Two values of the same fields are one in a set, and a changed copy is another."""
    assert len({Stamp("secret"), Stamp("secret", 0), replace(Stamp("secret"), place=3)}) == 2


def test_a_value_has_no_place_for_what_it_does_not_declare() -> None:
    """Values have slots: a slip of the pen is an error and no new attribute."""
    assert not hasattr(Stamp("secret"), "__dict__")


def test_values_can_be_put_on_the_disk_and_in_order() -> None:
    """What waits on the disk comes back as it was; those that ask for it have an order."""
    spans = [OwnedSpan(4, 9, Owner.TEXT), OwnedSpan(1, 3, Owner.NOTE)]
    assert pickle.loads(pickle.dumps(spans)) == spans
    assert sorted(spans)[0].start == 1
    assert Location("a", 1) < Location("a", 2)
