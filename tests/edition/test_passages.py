"""Passages are known again by their words, or by how many of them they share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.entry import Entry
from edition.lock import Lock
from edition.passages import Passage, overlap, passage_digest, sketch_of

LETTER = " ".join(f"word{number} of the long winter" for number in range(40))
OTHER = " ".join(f"and then{number} came a ship" for number in range(40))


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (LETTER, LETTER, 1, 1),
        (LETTER, LETTER.replace("word7 ", "Word7 "), 0.7, 1),
        (LETTER, LETTER[: len(LETTER) * 3 // 4], 0.4, 1),
        (LETTER, OTHER, 0, 0),
        (LETTER, "", 0, 0),
        ("冰上的船还没有到我们等着它来", "冰上的船还没有到我们等着它来了", 0.5, 1),
        ("冰上的船还没有到我们等着它来", "春天的风已经吹过山那边的海岸", 0, 0),
    ],
)
def test_the_overlap_says_how_much_is_shared(one: str, other: str, least: float, most: float) -> None:
    assert least <= overlap(sketch_of(one), sketch_of(other)) <= most


@given(st.text(), st.text())
def test_the_overlap_is_a_part_and_the_same_both_ways(one: str, other: str) -> None:
    first, second = sketch_of(one), sketch_of(other)
    assert 0 <= overlap(first, second) <= 1
    assert overlap(first, second) == overlap(second, first)


def passage(text: str, order: int = 0, wanted: str = "t1937-x") -> Passage:
    return Passage(wanted, passage_digest(text), order, sketch_of(text))


def lock_of(*texts: str, source: str = "a/1.txt", path: str = "") -> Lock:
    """A lock that remembers passages t1937-x, t1937-x-b …"""
    lock = Lock()
    given_ = [passage(text, order) for order, text in enumerate(texts)]
    for id_, one in zip(lock.assign(source, given_, ()), given_, strict=True):
        lock.put(Entry(id_, source, one.digest, one.order, sketch=one.sketch, path=path))
    return lock


def test_a_passage_with_other_bounds_keeps_its_id_among_new_ones() -> None:
    """One was parted in two: the greater part keeps the id; another stands before it now."""
    lock = lock_of(f"{LETTER} {OTHER[:200]}")
    now = [passage("A note of quite another kind stands here.", 0), passage(LETTER, 1), passage(OTHER[:200], 2)]
    assert lock.assign("a/1.txt", now, ()) == ("t1937-x-b", "t1937-x", "t1937-x-c")


def test_another_telegram_in_its_place_gets_another_id() -> None:
    assert lock_of(LETTER).assign("a/1.txt", [passage(OTHER, wanted="t1938-y")], ()) == ("t1938-y",)


def test_ids_of_a_source_that_has_gone_are_lent_to_the_words_only(tmp_path: Path) -> None:
    """Words in a new place have their id again; a context document lends nothing to a telegram."""
    lock = lock_of(LETTER, path="gone.txt")
    orphans = lock.orphans(tmp_path, ())
    assert lock.assign("b/2.txt", [passage(LETTER)], (), orphans) == ("t1937-x",)
    assert lock.assign("b/2.txt", [passage(OTHER)], (), orphans) == ("t1937-x-b",)
    assert lock.assign("b/2.txt#context", [passage(LETTER)], (), orphans) == ("t1937-x-b",)
    assert lock.assign("b/2.txt", [passage(LETTER)], ("t1937-x",), orphans) == ("t1937-x-b",)
