"""Salutations that call somebody without his surname."""

from __future__ import annotations

import pytest

from tei.model import Name
from tei.recognise.russian_calls import calls


@pytest.mark.parametrize(
    ("saluted", "titled", "is_he"),
    [
        ("Konstantin Pavlovich", "Sabelnikov", True),
        ("Konstantin Pavlovich", "Konstantin Sabelnikov", True),
        ("Konstantin Pavlovich", "K. P. Sabelnikov", True),
        ("Konstantin Pavlovich", "K. Sabelnikov", True),
        ("Константин Павлович", "Сабельников", True),
        ("Константин Павлович", "К. П. Сабельников", True),
        ("Konstantin Pavlovich", "L. P. Zhitkov", False),
        ("Konstantin Pavlovich", "K. A. Sabelnikov", False),
        ("Konstantin Pavlovich", "Lev Zhitkov", False),
        ("Konstantin Sabelnikov", "Zhitkov", False),
    ],
)
def test_forename_and_patronymic_are_of_him_whose_name_does_not_contradict(
    saluted: str, titled: str, *, is_he: bool
) -> None:
    """Initials and forenames must begin alike; a surname alone says nothing against it."""
    assert calls(Name(saluted), Name(titled)) is is_he
