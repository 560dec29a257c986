"""Telegrams of a volume are tied to what they answer, and to those before and after them. All of it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import Taken, faults, one, take, texts


def telegram(key: str, head: str, day: int, text: str) -> str:
    return f"""<div type="document" xml:id="{key}" n="{key[1:]}"><note rend="inline" type="source">859.91/{key[1:]}:
        Telegram</note><head>{head}</head><opener><dateline><placeName>Oslo</placeName>, <date
            when="1937-10-{day:02}T17:00:00"
        >October {day}, 1937—5 p.m.</date></dateline></opener><p>{text}</p></div>"""


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return take(
        volumes.volume(
            telegram("d1", "The Minister in Norland (Drobot) to the Secretary of State", 3, "14. The ice is thin."),
            telegram(
                "d2", "Telegram From the Department of State to the Legation in Norland", 5, "9. Your 14, October 3."
            ),
            telegram("d3", "The Minister in Osterland (Ost) to the Secretary of State", 6, "14. Your 9 received."),
            telegram("d4", "The Chargé in Norland (Lund) to the Acting Secretary of State", 8, "Deptel 9, October 5."),
        ),
        tmp_path_factory.mktemp("answers"),
    )


def test_answer_leads_to_the_telegram_of_the_number_and_the_post(taken: Taken) -> None:
    assert one(taken.document("d2"), "//t:ref[@type='answers']/@target") == "frus1937-58v02-d1.xml"
    assert one(taken.document("d2"), "//t:ref[@type='answers']/t:date/@when") == "1937-10-03"
    assert one(taken.document("d4"), "//t:ref[@type='answers']/@target") == "frus1937-58v02-d2.xml"


def test_number_of_another_post_is_not_meant(taken: Taken) -> None:
    """The telegram to Osterland that has the number is not in the volume: the reference stays without a target."""
    assert texts(taken.document("d3"), "//t:ref[@type='answers']/@target") == []
    assert one(taken.document("d3"), "//t:ref[@type='answers']/@n") == "9"


def test_telegrams_between_a_post_and_the_department_follow_each_other(taken: Taken) -> None:
    assert texts(taken.document("d2"), "//t:ref[@type='prev' or @type='next']/@target") == [
        "frus1937-58v02-d1.xml", "frus1937-58v02-d4.xml"
    ]  # fmt: skip
    assert texts(taken.document("d3"), "//t:ref[@type='prev' or @type='next']/@target") == []


def test_linked_documents_are_valid(taken: Taken) -> None:
    assert [faults(data) for path, data in taken.files.items() if path.startswith("tei/")] == [[], [], [], []]


def test_department_that_speaks_of_its_own_telegram_answers_nothing(tmp_path: Path) -> None:
    text = telegram(
        "d1", "The Secretary of State to the Minister in Norland (Drobot)", 5, "9. Department’s 7, October 2."
    )
    assert texts(take(volumes.volume(text), tmp_path).document("d1"), "//t:ref[@type='answers']") == []
