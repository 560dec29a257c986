"""Posts of envoys, and places, in Russian headings."""

import pytest

from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        (
            "Телеграмма полпреда СССР в Полярной Республике А. Пашина в НКИД СССР",
            {"from": "полпреда СССР в Полярной Республике А. Пашина", "to": "НКИД СССР"},
        ),
        ("Телеграмма А. Пашина в Полярную комиссию", {"from": "А. Пашина", "to": "Полярную комиссию"}),
        (
            "Телеграмма А. Пашина П. Ветрову из Карска в Тарн",
            {"from": "А. Пашина", "to": "П. Ветрову", "place_from": "Карска", "place_to": "Тарн"},
        ),
        ("Телеграмма К. Гурко П. Ветрову, секретарю обкома", {"to": "П. Ветрову, секретарю обкома"}),
        ("Телеграмма А. Пашина Карскому обкому", {"from": "А. Пашина", "to": "Карскому обкому"}),
    ],
)
def test_the_country_of_a_post_and_the_places_of_a_wire_are_no_recipients(title: str, parties: dict[str, str]) -> None:
    read = {role: title[start:end] for role, (start, end) in read_title(title).parties}
    assert {role: read.get(role) for role in parties} == parties
