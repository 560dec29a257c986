"""Where the telegrams of a page are, as the editor says; people and station are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.decisions import read_sheet
from tei.errors import SourceError
from tei.findings import Finding
from tei.model import Capture, Owner, Recognition
from tei.recognise import Settings, recognise
from tei.recognise.account import tally

Decide = Callable[..., Recognition]

PAGE = """Karsk papers
Telegram from Karsk, 1938

To Comrade Sabelnikov

The ship [Polynya] stands in the ice [ledovyi pak] and we wait until spring.

Vetrov

The answer came in four days, and the station was glad of it.

To Comrade Vetrov

Both barometers are broken, the surgeon says. Send [two] more.

Sabelnikov

Share this page
"""


@pytest.fixture(scope="module")
def decide(settings: Settings) -> Decide:
    def run(toml: str, page: str = PAGE, head: str = "") -> Recognition:
        sheets = (read_sheet(toml, "page.toml"),) if toml else ()
        return recognise(Capture("page.txt", "page", page, "0" * 64, head=head), settings, sheets)

    return run


def texts(found: Recognition) -> list[str]:
    return [" ".join(found.capture.text[t.start : t.end].split()) for t in found.telegrams]


def refused(decide: Decide, toml: str, page: str = PAGE) -> tuple[Finding, ...]:
    with pytest.raises(SourceError) as error:
        decide(toml, page)
    return error.value.findings


def owner_of(found: Recognition, words: str) -> Owner:
    place = found.capture.text.index(words)
    return next(span.owner for span in found.spans if span.start <= place < span.end)


def test_the_words_with_which_a_telegram_starts_and_ends_part_the_page(decide: Decide) -> None:
    found = decide(
        '[[telegram]]\nstarts = "To Comrade Sabelnikov"\nends = "Vetrov"\n'
        '[[telegram]]\nstarts = "To Comrade Vetrov"\nends = "Sabelnikov"\n'
    )
    first, second = texts(found)
    assert (first[:10], first[-14:]) == ("To Comrade", "spring. Vetrov")
    assert (second[:17], second[-10:]) == ("To Comrade Vetrov", "Sabelnikov")
    assert owner_of(found, "The answer came") is Owner.CONTEXT
    assert sum(tally(found.capture, found.spans).values()) == len(PAGE)
    assert not [f for f in found.findings if f.rule in ("REC901", "REC902")]


def test_a_telegram_ends_where_the_next_decided_one_starts(decide: Decide) -> None:
    found = decide(
        '[[telegram]]\nwhich = 1\n[[telegram]]\nstarts = "To Comrade Vetrov"\n',
    )
    assert [text[-11:] for text in texts(found)] == ["glad of it.", " Sabelnikov"]


def test_words_in_a_telegram_tell_it_from_one_that_is_told_from_end_to_end(decide: Decide) -> None:
    toml = (
        '[[telegram]]\nstarts = "To Comrade Sabelnikov"\nends = "Vetrov"\n[[telegram]]\ncontains = "Both barometers"\n'
    )
    assert [text[:10] for text in texts(decide(toml))] == ["To Comrade", "The answer"]
    toml = '[[telegram]]\nstarts = "To Comrade Vetrov"\nends = "more"\n[[telegram]]\ncontains = "until spring"\n'
    assert [text[-10:] for text in texts(decide(toml))] == ["glad of it."[-10:], "two] more."]


def test_what_no_telegram_takes_becomes_context(decide: Decide) -> None:
    found = decide('[[telegram]]\nstarts = "Both barometers"\nends = "more"\n')
    assert texts(found) == ["Both barometers are broken, the surgeon says. Send [two] more."]
    assert owner_of(found, "To Comrade Vetrov") is Owner.CONTEXT
    assert owner_of(found, "The ship") is Owner.CONTEXT


def test_a_telegram_may_start_in_the_midst_of_a_paragraph(decide: Decide) -> None:
    found = decide('[[telegram]]\nstarts = "the surgeon says"\nends = "says"\n')
    assert texts(found) == ["the surgeon says."]
    assert owner_of(found, "Both barometers") is Owner.CONTEXT


def test_the_title_above_a_telegram_stays_its_title_when_the_editor_counts_it_in(decide: Decide) -> None:
    found = decide('[[telegram]]\nstarts = "Telegram from Karsk"\nends = "until spring"\n')
    assert found.telegrams[0].title == "Telegram from Karsk, 1938"
    assert texts(found)[0].startswith("To Comrade Sabelnikov")


def test_the_second_telegram_of_a_stretch_has_not_the_title_of_the_first(decide: Decide) -> None:
    found = decide('[[telegram]]\nwhich = 1\n[[telegram]]\nstarts = "To Comrade Vetrov"\n')
    assert [telegram.title for telegram in found.telegrams] == ["Telegram from Karsk, 1938", ""]


def test_words_that_are_no_telegram_are_context(decide: Decide) -> None:
    found = decide('[[context]]\nstarts = "The answer came"\nends = "Sabelnikov"\noccurrence = 1\n')
    assert [text[-6:] for text in texts(found)] == ["Vetrov"]
    assert owner_of(found, "Both barometers") is Owner.CONTEXT


def test_a_page_may_hold_no_telegram_at_all(decide: Decide) -> None:
    found = decide("[[context]]\nwhich = 1\n")
    assert found.telegrams == ()
    assert "REC101" not in {finding.rule for finding in found.findings}
    assert sum(tally(found.capture, found.spans).values()) == len(PAGE)


def test_a_line_can_be_left_out(decide: Decide) -> None:
    page = PAGE.replace("Share this page", "Karsk shop: mugs and maps")
    found = decide('[[furniture]]\ncontains = "mugs"\n', page)
    assert owner_of(found, "Karsk shop") is Owner.FURNITURE
    assert texts(found)[0].endswith("Sabelnikov")


def test_a_page_in_which_nothing_was_seen_is_a_telegram_if_the_editor_says_so(decide: Decide) -> None:
    page = "Ice. Wait. The cook is ill and the lamp is out.\n"
    assert decide("", page).telegrams == ()
    for toml in ('sender = "Vetrov"\n', "[[telegram]]\n", 'starts = "Ice"\n', "date = 1938-03-05\n"):
        assert texts(decide(toml, page)) == [page.strip()]
    assert decide('language = "en"\n', page).telegrams == ()


def test_the_family_of_the_page_can_be_said(decide: Decide) -> None:
    assert decide('layout = "article"\n').layout == "article"


def test_the_head_of_a_capture_decides_too_and_what_stands_beside_goes_before_it(decide: Decide) -> None:
    found = decide('kind = "letter"\n', head='kind = "note"\nnumber = 7\n')
    assert (found.telegrams[0].kind, found.telegrams[0].number) == ("letter", "7")


def test_two_files_may_speak_of_one_telegram(decide: Decide) -> None:
    found = decide('[[telegram]]\nwhich = 1\nkind = "letter"\n', head="[[telegram]]\nwhich = 1\nnumber = 7\n")
    assert (found.telegrams[0].kind, found.telegrams[0].number) == ("letter", "7")


TWO = '[[telegram]]\nstarts = "To Comrade Sabelnikov"\nends = "Vetrov"\n[[telegram]]\nstarts = "To Comrade Vetrov"\n'
WRONG = [
    ('[[telegram]]\nstarts = "To Comrad Vetrow"\n', "DEC104", 2, "line 12"),
    ('[[telegram]]\nstarts = "Weather fair"\n', "DEC104", 2, "copy the words"),
    ('[[telegram]]\nstarts = "To Comrade"\n', "DEC105", 2, "occurrence = 2"),
    ('[[telegram]]\nstarts = "To Comrade"\noccurrence = 5\n', "DEC104", 2, "occurrence = 2"),
    ('[[telegram]]\nstarts = "Both barometers"\nends = "until spring"\n', "DEC104", 3, "starts and ends"),
    ("[[telegram]]\nwhich = 7\n", "DEC106", 1, "count again"),
    ('[[telegram]]\ncontains = "Share this"\n', "DEC106", 1, "starts"),
    ("[[telegram]]\nnumber = 1\n[[telegram]]\nnumber = 2\n", "DEC106", 1, "contains"),
    ("[[context]]\n", "DEC103", 1, "starts"),
    (
        TWO + 'ends = "more"\n[[telegram]]\nstarts = "Both barometers"\nends = "Send"\n',
        "DEC107",
        7,
        "own starts and ends",
    ),
    ("[[telegram]]\nwhich = 1\n[[telegram]]\nwhich = 1\n", "DEC111", 3, "one [[telegram]]"),
    ('[[context]]\nstarts = "The answer came"\nends = "glad of it"\n', "DEC107", 1, "another behind it"),
    ('[[context]]\ncontains = "mugs"\n', "DEC104", 2, "copy"),
    ('[[telegram]]\nwhich = 1\nstarts = "nowhere at all"\n', "DEC104", 3, "copy"),
]


@pytest.mark.parametrize(("toml", "code", "line", "hint"), WRONG)
def test_a_decision_that_cannot_be_followed_stops_the_capture(
    decide: Decide, toml: str, code: str, line: int, hint: str
) -> None:
    finding = next(one for one in refused(decide, toml) if one.severity.label == "error")
    assert (finding.rule, finding.location.path, finding.location.line) == (code, "page.toml", line)
    assert hint in finding.hint


def test_all_that_is_wrong_is_said_at_once(decide: Decide) -> None:
    found = refused(decide, '[[telegram]]\nstarts = "nowhere"\n[[context]]\nwhich = 9\n')
    assert [finding.rule for finding in found] == ["DEC104", "DEC106"]


@pytest.mark.parametrize(
    "toml",
    [
        '[[telegram]]\nstarts = "To Comrade Sabelnikov"\nends = "more. Sabelnikov"\n',
        '[[context]]\ncontains = "Share this page"\n',
        'language = "en"\n',
        'kind = "telegram"\n',
    ],
)
def test_a_decision_that_changes_nothing_is_told(decide: Decide, toml: str) -> None:
    found = decide(toml)
    assert [finding.rule for finding in found.findings if finding.rule.startswith("DEC")] == ["DEC109"]
    assert texts(found) == texts(decide(""))


def test_as_many_tables_as_telegrams_are_taken_in_order(decide: Decide) -> None:
    page = (
        "1.\n\nTo Comrade Vetrov\n\nThe ship waits in the ice of the strait.\n\nSabelnikov\n\n"
        "AKPI, f. 12, op. 3, d. 47, l. 1\n\n"
        "2.\n\nTo Comrade Sabelnikov\n\nThe cook is ill and asks for a surgeon.\n\nVetrov\n\n"
        "AKPI, f. 12, op. 3, d. 47, l. 2\n"
    )
    found = decide("[[telegram]]\nnumber = 11\n[[telegram]]\nnumber = 12\n", page)
    assert [telegram.number for telegram in found.telegrams] == ["11", "12"]


@pytest.mark.parametrize(
    ("toml", "hint"),
    [
        ("", 'write date = "…" into page.toml beside the capture'),
        ('[[telegram]]\nwhich = 1\nkind = "note"\n', "in its [[telegram]]"),
    ],
)
def test_what_the_page_does_not_say_the_hint_asks_the_editor_for(decide: Decide, toml: str, hint: str) -> None:
    (finding,) = (finding for finding in decide(toml).findings if finding.rule == "REC103")
    assert finding.hint.endswith(hint)


def test_of_several_telegrams_the_hint_says_which(decide: Decide) -> None:
    page = "".join(
        f"{n}.\n\nTo Comrade Vetrov\n\nThe ship waits in the ice of the strait {n}.\n\nSabelnikov\n\n"
        f"AKPI, f. 12, op. 3, d. 47, l. {n}\n\n"
        for n in (1, 2)
    )
    hints = [finding.hint for finding in decide("", page).findings if finding.rule == "REC103"]
    assert [hint[-9:] for hint in hints] == ["which = 1", "which = 2"]
