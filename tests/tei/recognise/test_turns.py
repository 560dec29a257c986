"""A source line that counts out leaves gives each form of the page its own."""

from __future__ import annotations

from tei.archives import find
from tei.model import Evidence, Holding, Telegram
from tei.recognise.turns import in_turn


def forms(source: str, count: int = 2) -> list[Telegram]:
    """Telegrams of a page that share a source line."""
    reference = find(source)[0].reference
    holding = Holding(reference, source, "", Evidence("archives", 10, 40))
    return [Telegram("telegram", "en", index, index + 1, holdings=(holding,)) for index in range(count)]


def leaves(telegrams: tuple[Telegram, ...]) -> list[list[str]]:
    return [[str(leaf) for leaf in one.holdings[0].reference.leaves] for one in telegrams]


def test_as_many_leaves_as_forms_are_given_out_in_turn() -> None:
    assert leaves(in_turn(forms("RGASPI, f. 12, op. 4, d. 3, ll. 201, 202"))) == [["201"], ["202"]]


def test_a_range_or_another_number_of_leaves_belongs_to_all() -> None:
    assert leaves(in_turn(forms("RGASPI, f. 12, op. 4, d. 3, ll. 201-202"))) == [["201–202"]] * 2
    assert leaves(in_turn(forms("RGASPI, f. 12, op. 4, d. 3, ll. 201, 202, 203"))) == [["201", "202", "203"]] * 2
    assert leaves(in_turn(forms("RGASPI, f. 12, op. 4, d. 3, l. 201", count=1))) == [["201"]]
