"""Keys: what a pointer and a name in words become, safe as the name of a file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.corpus.pointers import LONGEST, key_of, safe, slug_of

POINTERS = [
    ("#lind", "lind"),
    ("persons.xml#lind", "lind"),
    ("../register/persons.xml#lind", "lind"),
    ("https://d-nb.info/gnd/118", "d-nb.info-gnd-118"),
    ("http://www.d-nb.info/gnd/118/", "d-nb.info-gnd-118"),
    ("https://example.org/people#lind", "example.org-people-lind"),
    ("gnd:118", "gnd-118"),
    ("#Линд", "Линд"),
    ("https://example.org/%D0%9B", "example.org-Л"),
    ("#a/b:c", "a-b-c"),
    ("..", ""),
    ("", ""),
]


@pytest.mark.parametrize(("pointer", "key"), POINTERS)
def test_a_pointer_becomes_the_key_of_its_entry(pointer: str, key: str) -> None:
    assert key_of(pointer) == key


def test_a_long_key_is_cut_and_stays_apart_from_others() -> None:
    one, other = key_of("#" + "x" * 300), key_of("#" + "x" * 301)
    assert one != other
    assert one.startswith("x" * 50)
    assert len(safe("船" * 100).encode()) <= 2 * LONGEST


NAMES = [
    ("Dora Lind", "dora-lind"),
    ("VETROV", "vetrov"),
    ("Cde. Vetrov", "cde-vetrov"),
    ("Фёдор Ветров", "федор-ветров"),
    ("吴文舟", "吴文舟"),
    ("O’Hara, Máire", "o-hara-máire"),
    ("[…]", ""),
]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_name_in_words_becomes_a_key_in_its_own_script(name: str, key: str) -> None:
    assert slug_of(name) == key


@given(st.text(max_size=400))
def test_keys_are_safe_as_names_of_files(text: str) -> None:
    """Letters and digits of any script, dot, underscore, hyphen; not hidden, not too long."""
    for key in (safe(text), slug_of(text), key_of(text)):
        assert re.fullmatch(r"[\w.-]*", key)
        assert not key.startswith(".")
        assert len(key) <= LONGEST
        assert len(key.encode()) <= 2 * LONGEST
