"""Titles of the old ministries name who wrote by rank or office."""

import pytest

from tei.recognise.titles import read_title

TITLES = {
    "Секретная телеграмма д. с. с. Кравца.": {"from": "д. с. с. Кравца"},
    "Секретная телеграмма барона Ветрова.": {"from": "барона Ветрова"},
    "Секретная телеграмма посла в Тарне Пашина.": {"from": "посла в Тарне Пашина"},
    "Секретная телеграмма министра полярных дел д. с. с. Кравцу, в Тарн.": {
        "from": "министра полярных дел",
        "to": "д. с. с. Кравцу",
    },
    "Секретная телеграмма министра полярных дел послу в Тарне Пашину": {
        "from": "министра полярных дел",
        "to": "послу в Тарне Пашину",
    },
    "Письмо т. с. Ветрова на имя министра полярных дел": {"from": "т. с. Ветрова", "to": "министра полярных дел"},
}


@pytest.mark.parametrize(("text", "parties"), TITLES.items())
def test_a_rank_or_office_in_the_genitive_says_who_wrote(text: str, parties: dict[str, str]) -> None:
    """Ranks cut short, nobility and offices before a surname belong to the sender, a dative behind them is another."""
    title = read_title(text)
    assert {role: text[slice(*span)] for role, span in title.parties} == parties
