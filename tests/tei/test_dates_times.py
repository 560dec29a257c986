"""Times of day as written are found and parsed; four figures are a time only where something says so."""

from __future__ import annotations

import pytest

from tei.dates import find_dates, find_times, parse_time

WHOLE = [
    ("0840", "08:40:00", "minute"),
    ("2300", "23:00:00", "minute"),
    ("1949", "19:49:00", "minute"),
    ("2400", "00:00:00", "minute"),
    ("23:00", "23:00:00", "minute"),
    ("23.00", "23:00:00", "minute"),
    ("23-40", "23:40:00", "minute"),
    ("8:05", "08:05:00", "minute"),
    ("23:00:15", "23:00:15", "second"),
    ("2300 hours", "23:00:00", "minute"),
    ("0840 hrs.", "08:40:00", "minute"),
    ("23.00 hrs", "23:00:00", "minute"),
    ("1123Z", "11:23:00Z", "minute"),
    ("11:23 GMT", "11:23:00Z", "minute"),
    ("1123 UTC", "11:23:00Z", "minute"),
    ("11:23 +03:00", "11:23:00+03:00", "minute"),
    ("11:23 EST", "11:23:00-05:00", "minute"),
    ("11:23 (Moscow time)", "11:23:00+03:00", "minute"),
    ("11:23 local time", "11:23:00", "minute"),
    ("6 p. m.", "18:00:00", "hour"),
    ("6 p.m.", "18:00:00", "hour"),
    ("6 pm", "18:00:00", "hour"),
    ("6 PM", "18:00:00", "hour"),
    ("6 a.m.", "06:00:00", "hour"),
    ("12 a.m.", "00:00:00", "hour"),
    ("12 p.m.", "12:00:00", "hour"),
    ("8:00 p.m.", "20:00:00", "minute"),
    ("8.30 a.m.", "08:30:00", "minute"),
    ("23:00 p.m.", "23:00:00", "minute"),
    ("7 in the morning", "07:00:00", "hour"),
    ("7 in the evening", "19:00:00", "hour"),
    ("2 at night", "02:00:00", "hour"),
    ("11 at night", "23:00:00", "hour"),
    ("04 hrs 15 min", "04:15:00", "minute"),
    ("4 hours 15 minutes", "04:15:00", "minute"),
    ("23 hrs", "23:00:00", "hour"),
    ("23h40", "23:40:00", "minute"),
    ("noon", "12:00:00", "hour"),
    ("12 noon", "12:00:00", "hour"),
    ("midnight", "00:00:00", "hour"),
    ("12 midnight", "00:00:00", "hour"),
    ("в 23 ч. 40 м.", "23:40:00", "minute"),
    ("23 ч. 40 мин.", "23:40:00", "minute"),
    ("23 час. 45 мин.", "23:45:00", "minute"),
    ("23 часа", "23:00:00", "hour"),
    ("7 часов утра", "07:00:00", "hour"),
    ("7 часов вечера", "19:00:00", "hour"),
    ("3 часа дня", "15:00:00", "hour"),
    ("2 часа ночи", "02:00:00", "hour"),
    ("11 часов ночи", "23:00:00", "hour"),
    ("полночь", "00:00:00", "hour"),
    ("23:40 мск", "23:40:00+03:00", "minute"),
    ("下午六时", "18:00:00", "hour"),
    ("上午8时30分", "08:30:00", "minute"),
    ("晚上十点半", "22:30:00", "minute"),
    ("23时40分", "23:40:00", "minute"),
    ("二十三时四十分十五秒", "23:40:15", "second"),
    ("中午十二时", "12:00:00", "hour"),
    ("오후 6시 30분", "18:30:00", "minute"),
    ("18 Uhr", "18:00:00", "hour"),
    ("at 2300,", "23:00:00", "minute"),
]


@pytest.mark.parametrize(("text", "when", "precision"), WHOLE)
def test_a_whole_string_is_a_time(text: str, when: str, precision: str) -> None:
    """Every form, with a preposition or punctuation round it."""
    time = parse_time(text)
    assert time is not None
    assert (time.when, time.precision) == (when, precision)
    assert text[time.start : time.end] == time.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "coal",
        "2360",
        "2500",
        "24:30",
        "13 a.m.x",
        "0 p.m.",
        "12345",
        "840",
        "7",
        "23:00 and 24:00",
        "14 a.m.",
        "23:0",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    """Hours go to 24, minutes to 59, and a bare number is none."""
    assert parse_time(text) is None


FOUND = [
    ("received at {2300}", "23:00:00"),
    ("received {0840} by the shift", "08:40:00"),
    ("Sent: {1840}", "18:40:00"),
    ("Deciphered at {0930}, printed at {1015}.", "09:30:00 10:15:00"),
    ("by {0840} the ice had gone", "08:40:00"),
    ("в {23.40} получено", "23:40:00"),
    ("at {8:00 p.m.} they left", "20:00:00"),
    ("the ship left at {6 p. m.} and came at {7 a. m.}", "18:00:00 07:00:00"),
    ("{2300} 23 October 1949", "23:00:00"),
    ("23 October 1949, {23.00}", "23:00:00"),
    ("between {10:30}–{11:15}", "10:30:00 11:15:00"),
    ("at {noon} and at {midnight}", "12:00:00 00:00:00"),
    ("会谈于{下午六时}开始", "18:00:00"),
    ("1949年10月23日{23:40}", "23:40:00"),
    ("at {04 hrs 15 min} it began", "04:15:00"),
    ("1938年3月12日开会，{下午六时}散会", "18:00:00"),
    ("{2300} 3 May 1938 – {0400} 4 May 1938", "23:00:00 04:00:00"),
]


@pytest.mark.parametrize(("marked", "values"), FOUND)
def test_each_time_is_found_with_its_exact_words(marked: str, values: str) -> None:
    """What stands between the braces is the time, and nothing else is."""
    text = marked.replace("{", "").replace("}", "")
    expected = [part.partition("}")[0] for part in marked.split("{")[1:]]
    found = find_times(text)
    assert [time.text for time in found] == expected
    assert " ".join(time.when for time in found) == values


@pytest.mark.parametrize(
    "text",
    [
        "in 1949",
        "since 1917",
        "by 1950 the station",
        "received 2000 tons",
        "sent 1500 men",
        "at 23.50 rubles",
        "for 24 hours",
        "within 4 hours 15 minutes",
        "in the next 12 hours",
        "893.00/4–1849",
        "No. 2300",
        "telegram 2300",
        "23.00",
        "at 5 divisions",
        "after 1949",
        "1949 and 1950",
        "ll. 10:20",
        "三点意见",
    ],
)
def test_a_year_or_a_count_is_no_time(text: str) -> None:
    """Without a context four figures are not a time, and a duration is none."""
    assert find_times(text) == ()


def test_an_hour_of_the_clock_face_is_ambiguous() -> None:
    """Six o'clock is in the morning or in the evening."""
    time = parse_time("6 o'clock")
    assert time is not None
    assert (time.when, time.ambiguous, time.alternative) == ("06:00:00", True, "18:00:00")


def test_midnight_belongs_to_the_day_that_ends() -> None:
    """The value of a date with it is the day after."""
    times = [parse_time(text) for text in ("midnight", "2400", "noon")]
    assert [time.next_day for time in times if time is not None] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "language"),
    [("23:00", ""), ("6 p.m.", "en"), ("23 ч. 40 м.", "ru"), ("下午六时", "zh"), ("18 heures", "fr"), ("18 Uhr", "de")],
)
def test_the_language_of_a_time_is_that_of_its_words(text: str, language: str) -> None:
    """Figures alone have no language."""
    time = parse_time(text)
    assert time is not None
    assert time.language == language


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On 5 June 1938, at twenty to nine in the evening", "1938-06-05T20:40:00"),
        ("On 5 June 1938 at ten minutes past nine in the morning", "1938-06-05T09:10:00"),
        ("5 June 1938, ten to twelve men", "1938-06-05"),
    ],
)
def test_minutes_past_and_to_the_hour_are_a_time_after_a_date(text: str, when: str) -> None:
    """Without "at" or a part of the day, "ten to twelve" counts something."""
    assert [found.when for found in find_dates(text)] == [when]
