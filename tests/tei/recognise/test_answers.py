"""The telegram that a telegram answers, in the words of many offices."""

from __future__ import annotations

import pytest

from tei.recognise.answers import answers_in_abstract, answers_in_reference, answers_in_text
from tests.timing import seconds

FORMS = [
    ("I received your telegram dated 6 January.", "1938-01-06", ""),
    ("Your telegram of 30 August has come.", "1938-08-30", ""),
    ("Your telegram No. 96 of 30 August has been read.", "1938-08-30", "96"),
    ("In reply to your telegram of 5 May 1937 we say no.", "1937-05-05", ""),
    ("In answer to yours of 5 May.", "1938-05-05", ""),
    ("Replying to your No. 34 of 3 May.", "1938-05-03", "34"),
    ("Reference your telegram 203, May 4.", "1938-05-04", "203"),
    ("With reference to your despatch No. 12 of May 4.", "1938-05-04", "12"),
    ("Your 203, May 4, 6 p. m.", "1938-05-04T18:00:00", "203"),
    ("Your 203 received.", "", "203"),
    ("Re your 34.", "", "34"),
    ("Reurtel 55, May 4.", "1938-05-04", "55"),
    ("Deptel 203, May 4.", "1938-05-04", "203"),
    ("Your 1721-S. We agree.", "", "1721-S"),
    ("ReDeptel 203.", "", "203"),
    ("Yours of 3 May received.", "1938-05-03", ""),
    ("Your 5 May telegram is clear.", "1938-05-05", ""),
    ("Your May 4 letter is clear.", "1938-05-04", ""),
    ("Your cipher telegram No. 7 is clear.", "", "7"),
    ("We have your letter regarding the coal dated 5 May.", "1938-05-05", ""),
    ("In response to the telegram of 5 May we wait.", "1938-05-05", ""),
    ("Вашу телеграмму от 5 мая получили.", "1938-05-05", ""),
    ("В ответ на Вашу шифровку № 3 от 5 мая сообщаем.", "1938-05-05", "3"),
    ("Отвечаю на Ваше письмо от 5 мая 1937 г.", "1937-05-05", ""),
    ("На Ваш № 34 сообщаем.", "", "34"),
    ("Ваш № 34 получен.", "", "34"),
    ("你五月三日来电收到。", "1938-05-03", ""),
    ("五月三日电悉。", "1938-05-03", ""),
    ("你十日电收到。", "---10", ""),
    ("На № 61. Отвечаем.", "", "61"),
    ("На № 61 от 5 мая отвечаем.", "1938-05-05", "61"),
    ("В ответ на Вашу от 5.XI. Согласны.", "1938-11-05", ""),
    ("Телеграмма от 5 мая получена.", "1938-05-05", ""),
    ("Печь, о которой Вы пишете в телеграмме от 9 мая, стоит.", "1938-05-09", ""),
    ("По телеграмме от 28 апреля с. г. доносим.", "1938-04-28", ""),
    ("Получили шифровку № 5 от 3 мая.", "1938-05-03", "5"),
    ("455. Deptel 377.2", "", "377"),
]
SEVERAL = [
    ("Your 61 received. Also your telegram of 5 May.", ["61", "1938-05-05"]),
    ("Your 61 of 3 May and your 64 of 5 May have come.", ["61"]),
    ("十日电悉，十一日电亦悉。", ["---10", "---11"]),
    ("Your 61 received. The ice has gone and the dogs are well fed. Your telegram of 5 May is lost.", ["61"]),
    ("Your 61 received.\nYour 64 is lost.", ["61"]),
]
REFERENCES = [
    ("your 61 of 3 May; your 64", ["61", "64"]),
    ("telegram no. 61 of 3 May; my no. 62", ["61"]),
    ("my 61; our 62", []),
]
NOTHING = [
    "Your telegram has come. On 5 May we left.",
    "Your telegram is clear, and on 5 May we left.",
    "Your telegram is clear; 34 men are here.",
    "Your 20 dogs arrived.",
    "Your men left on 5 May.",
    "We wait for your reply.",
    "Please send your answer by sledge.",
    "On 5 May we left.",
    "Your 5 stoves are here.",
    "Телеграмма отправлена 5 мая.",
    "Пишите на станцию от 5 мая.",
    "Моя телеграмма от 5 мая осталась без ответа.",
]
ABSTRACTS = [
    ("Vetrov responds to Pashin's telegram from 6 January 1938.", "1938-01-06"),
    ("Vetrov answers a cable of 6 January 1938.", "1938-01-06"),
    ("In reply to the Institute's letter of 6 January 1938, Vetrov asks for coal.", "1938-01-06"),
    ("Vetrov writes about the telegram of 6 January 1938.", ""),
    ("Vetrov asks for coal.", ""),
]


@pytest.mark.parametrize(("text", "when", "number"), FORMS)
def test_the_telegram_answered_is_known_by_date_or_number(text: str, when: str, number: str) -> None:
    found = answers_in_text(text, 0, len(text), year=1938)[0]
    assert ((found.moment.when if found.moment else ""), found.number) == (when, number)
    assert text[found.evidence.start : found.evidence.end] == found.text


@pytest.mark.parametrize(("text", "meant"), SEVERAL)
def test_telegrams_answered_in_one_breath_are_all_named(text: str, meant: list[str]) -> None:
    found = answers_in_text(text, 0, len(text), year=1938)
    assert [one.number or (one.moment.when if one.moment else "") for one in found] == meant


@pytest.mark.parametrize(("text", "meant"), REFERENCES)
def test_a_line_of_references_names_each_telegram_of_the_other_side(text: str, meant: list[str]) -> None:
    assert [one.number for one in answers_in_reference(text, 0, len(text), year=1938)] == meant


@pytest.mark.parametrize("text", NOTHING)
def test_a_date_that_only_stands_near_is_not_that_of_the_telegram_answered(text: str) -> None:
    assert answers_in_text(text, 0, len(text), year=1938) == ()


@pytest.mark.parametrize(("text", "when"), ABSTRACTS)
def test_an_abstract_says_what_is_answered_in_its_own_words(text: str, when: str) -> None:
    found = answers_in_abstract(text, 0, len(text), year=1938)
    assert (found.moment.when if found and found.moment else "") == when


def test_only_the_given_span_is_read() -> None:
    text = "Your 203 received. Ice."
    assert answers_in_text(text, 18, len(text), year=1938) == ()


@pytest.mark.parametrize(
    "text",
    ["your " * 900, "your telegram " * 300, "reply to your " * 300, "ваш " * 1000, "你" * 4000, "respond to " * 400],
)
def test_a_page_of_answers_takes_no_time(text: str) -> None:
    def find() -> None:
        answers_in_text(text, 0, len(text), year=1938)
        answers_in_abstract(text, 0, len(text), year=1938)

    assert seconds(find) < 0.5
