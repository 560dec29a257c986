"""Telegrams that the author of a story interrupts: “…,” he wired to somebody. “…”"""

from __future__ import annotations

import pytest

from tei.encode import Edition, context_document
from tei.recognise import Settings
from tests.tei.recognise.conftest import Recognise

STORY = """The Night of the Red Lamp

It was 2:15 a.m. on May 7, 1937, when keeper Axel Wiborg knew that the lamp would not hold. “Lamp is red,” he wired to \
the Harbour Office in Tarn. “Have lit the kitchen instead. Send glass.”

“Glass is coming,” the office’s master, Casper Lind, wired back within the hour. “Keep the kitchen.”

The logbook is in the museum of the coast. Its last entry reads: “Kitchen out 4:40.”

At noon the master of the tug sent a short telegram to Lind, which the museum also keeps. “Keeper and cat aboard,” \
it said. “Kitchen gone by ten.”
"""


def test_the_hour_at_which_a_story_begins_is_that_of_its_first_telegram_and_the_answer_has_its_day(
    read: Recognise,
) -> None:
    found = read(STORY).telegrams
    assert [telegram.sent.when if telegram.sent else "" for telegram in found] == [
        "1937-05-07T02:15:00",
        "1937-05-07",
        "",
    ]


def test_he_is_whom_the_sentence_on_the_hour_names(read: Recognise) -> None:
    first = read(STORY).telegrams[0]
    sender = first.party("sent")
    assert sender is not None
    assert sender.text == "Axel Wiborg"


def test_the_context_has_a_reference_for_each_part_and_no_word_of_the_telegram(
    read: Recognise, settings: Settings
) -> None:
    found = read(STORY)
    ids = {telegram.start: f"t{number}" for number, telegram in enumerate(found.telegrams)}
    tree = context_document(
        found.capture,
        found.context,
        ids,
        id_="c",
        edition=Edition("2026-05-03"),
        body=found.surroundings,
        authority=settings.authority,
    )
    assert [ref.text for ref in tree.iter("{*}ref")] == ["t0", "t0", "t1", "t1", "t2", "t2"]
    words = " ".join(tree[-1].itertext())
    assert not any(inner in words for inner in ("red,", "kitchen instead", "Glass", "Keep the", "aboard", "gone by"))


@pytest.mark.parametrize(
    "story",
    [
        STORY.replace("the master of the tug", "the tug’s master"),
        STORY.replace("“", '"').replace("”", '"').replace("’", "'"),
        STORY.replace("the office’s master, Casper Lind,", "Lind, the master of the office,"),
        STORY.replace("the office’s master, Casper Lind, wired back", "wired Casper Lind back"),
    ],
)
def test_who_wired_may_be_named_in_many_ways_between_the_parts(read: Recognise, story: str) -> None:
    assert len(read(story).telegrams) == 3
