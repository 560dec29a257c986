"""Sheets become decisions: keys are looked up, values read, and what is wrong is said with its line and a mend."""

from __future__ import annotations

import pytest

from tei.decisions import Decisions, read_decisions, read_sheet
from tei.findings import Finding, Severity
from tei.model import Moment


def read(*texts: str, head: bool = False) -> tuple[Decisions, tuple[Finding, ...]]:
    return read_decisions([read_sheet(text, f"karsk-{n}.toml", head=head) for n, text in enumerate(texts, 1)])


def moment(value: str) -> Moment:
    decisions, findings = read(f"date = {value}")
    assert findings == ()
    (fact,) = decisions.facts
    assert isinstance(fact.value, Moment)
    return fact.value


def test_a_sheet_without_a_word_decides_nothing() -> None:
    assert read("") == (Decisions(), ())


def test_facts_stand_above_the_first_table_for_all_telegrams_of_the_page() -> None:
    decisions, findings = read('kind = "letter"\nnumber = 17\nlanguage = "ru"\nextract = true\n')
    assert findings == ()
    assert {fact.key: fact.value for fact in decisions.facts} == {
        "kind": "letter",
        "number": "17",
        "language": "ru",
        "extract": True,
    }
    assert decisions.files == ("karsk-1.toml",)


@pytest.mark.parametrize(
    ("value", "when", "text"),
    [
        ("1938-03-05", "1938-03-05", "5 March 1938"),
        ('"1938-03-05"', "1938-03-05", "5 March 1938"),
        ("1938-03-05T18:00:00", "1938-03-05T18:00:00", "5 March 1938, 18:00"),
        ('"1938-03-05T18:00"', "1938-03-05T18:00:00", "5 March 1938, 18:00"),
        ('"1938-03-05T18:00+03:00"', "1938-03-05T18:00:00+03:00", "5 March 1938, 18:00 +03:00"),
        ("1938-03-05T18:00:00Z", "1938-03-05T18:00:00Z", "5 March 1938, 18:00 GMT"),
        ('"1938-03"', "1938-03", "March 1938"),
        ("1938", "1938", "1938"),
        ('"5 March 1938"', "1938-03-05", "5 March 1938"),
        ('"5 марта 1938 года"', "1938-03-05", "5 марта 1938 года"),
        ('"1938年3月5日"', "1938-03-05", "1938年3月5日"),
        ("{ when = 1938-03-05, text = 'the 5th' }", "1938-03-05", "the 5th"),
    ],
)
def test_a_date_is_read_as_toml_and_as_people_write_it(value: str, when: str, text: str) -> None:
    found = moment(value)
    assert (found.when, found.text, found.evidence.step) == (when, text, "decisions")


def test_a_date_may_be_a_range() -> None:
    found = moment('"1938-03-05/1938-03-07"')
    assert (found.when, found.not_before, found.not_after) == ("", "1938-03-05", "1938-03-07")


def test_a_value_may_say_how_sure_it_is_and_why() -> None:
    found = moment('{ when = 1938-03-05, certainty = "low", evidence = "conjecture", because = "the ice" }')
    assert (found.evidence.certainty, found.evidence.basis, found.evidence.because) == ("low", "conjecture", "the ice")


def test_names_may_be_words_lists_and_tables() -> None:
    decisions, findings = read('sender = ["Vetrov", { name = "SEVER", is = "#tumanova" }, { is = "kashin" }]')
    assert findings == ()
    assert [(party.text, party.is_) for party in decisions.facts[0].value] == [
        ("Vetrov", ""),
        ("SEVER", "tumanova"),
        ("kashin", "kashin"),
    ]


WRONG = [
    ('date = "31 February 1938"', "no day of the calendar", "1938-03-05"),
    ('date = "1938-02-31"', "no day of the calendar", "1938-03-05"),
    ('date = "5 March"', "has no year", "1938-03-05"),
    ('date = "some day"', "cannot be read", "1938-03-05"),
    ('date = "03/05/1938"', "may be", "1938-03-05"),
    ('date = "1938-03-07/1938-03-05"', "ends before it begins", "earlier"),
    ("date = 5", "cannot be read", "1938-03-05"),
    ("date = true", "true", "1938-03-05"),
    ("date = { certainty = 'low' }", "gives no date", "when"),
    ("date = { when = 1938-03-05, certanty = 'low' }", "certanty", "certainty"),
    ("date = { when = 1938-03-05, certainty = 'sure' }", "sure", "high, medium, low"),
    ("date = 1938-03-05\nsent = 1938-03-06", "says the same as date", "keep one"),
    ('kind = "leter"', "leter", "did you mean 'letter'"),
    ('kind = "poem"', "poem", "one of telegram"),
    ('language = "Russian"', "no language tag", "ru"),
    ("sender = 1.5", "1.5", "quotation marks"),
    ("sender = []", "a list", "quotation marks"),
    ("sender = { who = 'Vetrov' }", "who", "name"),
    ("sender = { certainty = 'low' }", "names nobody", "name"),
    ("sender = { is = 'Pavel Vetrov' }", "no id", "xml:id"),
    ("title = ''", "nothing stands between", "take the line out"),
    ("sender = 5", "5 is no name", "quotation marks"),
    ("extract = 'yes'", "neither true nor false", "true or false"),
    ('sendr = "Vetrov"', "'sendr' means nothing here", "did you mean sender?"),
    ('from = "Vetrov"', "'from'", "did you mean sender?"),
    ('lang = "ru"', "'lang'", "did you mean language?"),
    ("zzzzz = 1", "'zzzzz'", "known are"),
    ("[[telegram]]\nlayout = 'plain'", "means nothing in [[telegram]]", "at the top"),
    ("[[context]]\nsender = 'Vetrov'", "means nothing in [[context]]", "below [[telegram]]"),
    ("[[day]]\ntext = 'the 12th'\nwhen = 1938-03-12\ncontains = 'x'", "means nothing in [[day]]", 'text = "…"'),
    ("[[telegram]]\ncontext = 'the 12th'", "means nothing in [[telegram]]", "[[context]]"),
    ("telegram = 1", "no table", "[[telegram]]"),
    ("starts = 'To Vetrov'\n[[telegram]]\nkind = 'note'", "stands above", "below [[telegram]]"),
    ("[[telegram]]\nstarts = 5.5", "no text", "quotation marks"),
    ("[[telegram]]\nwhich = 0", "no number from 1", "count from 1"),
    ("[[bracket]]\ntext = '[pak]'", "has no means", "means"),
    ("[[bracket]]\nmeans = 'sense'", "has no text", "text"),
    ("[[bracket]]\ntext = '[pak]'\nmeans = 'orignal'", "orignal", "original"),
    ("[[bracket]]\ntext = '[pak]'\nmean = 'original'\nmeans = 'original'", "'mean'", "means"),
    ("[[day]]\ntext = 'the 12th'\nwhen = 'soon'", "cannot be read", "1938-03-05"),
    ("[[name]]\ntext = 'Karsk'\nis = 'a b'", "no id", "xml:id"),
    ("layout = 'poem'", "poem", "article"),
]


@pytest.mark.parametrize(("text", "says", "hint"), WRONG)
def test_what_is_wrong_is_said_with_what_would_be_right(text: str, says: str, hint: str) -> None:
    _, findings = read(text)
    (finding,) = findings
    assert says in finding.message
    assert hint in finding.hint
    assert finding.severity is Severity.ERROR
    assert finding.location.line >= 1


def test_a_block_at_the_head_of_a_capture_may_hold_keys_of_others() -> None:
    """It may be another program's, so what means nothing here is passed over with a warning."""
    decisions, findings = read('sender = "Vetrov"\ntags = ["ice"]\n', head=True)
    assert [fact.key for fact in decisions.facts] == ["sender"]
    assert [(found.rule, found.severity) for found in findings] == [("DEC102", Severity.WARNING)]


def test_passages_are_told_by_their_words_or_their_number() -> None:
    decisions, findings = read(
        '[[telegram]]\nstarts = "To Vetrov"\nends = "Kashin"\noccurrence = 2\nsender = "Kashin"\n'
        '[[context]]\ncontains = "the editor"\n[[furniture]]\nwhich = 3\n'
    )
    assert findings == ()
    first, second, third = decisions.passages
    assert first.starts
    assert first.ends
    assert (first.starts.occurrence, first.ends.occurrence, first.says_where) == (2, 0, True)
    assert [fact.key for fact in first.facts] == ["sender"]
    assert (second.kind, second.contains and second.contains.text) == ("context", "the editor")
    assert (third.kind, third.which) == ("furniture", 3)


def test_a_page_of_one_telegram_needs_no_table_to_say_where_it_is() -> None:
    decisions, findings = read('starts = "To Vetrov"\nkind = "note"\n')
    assert findings == ()
    (passage,) = decisions.passages
    assert passage.starts
    assert passage.starts.text == "To Vetrov"
    assert [fact.key for fact in decisions.facts] == ["kind"]


def test_one_table_may_stand_without_a_list() -> None:
    decisions, findings = read('[telegram]\ncontains = "ice"\n')
    assert (findings, len(decisions.passages)) == ((), 1)


def test_readings_are_of_brackets_names_and_days() -> None:
    decisions, findings = read(
        '[[bracket]]\ntext = "[pak]"\nmeans = "original"\nlanguage = "ru-Latn"\n'
        '[[name]]\ntext = "Karsk"\nis = "karsk"\n[[day]]\ntext = "the 12th"\nwhen = 1938-03-12\noccurrence = 2\n'
    )
    assert findings == ()
    assert [(one.kind, one.value, one.language, one.quote.occurrence) for one in decisions.readings] == [
        ("bracket", "original", "ru-Latn", 0),
        ("name", "karsk", "", 0),
        ("date", "1938-03-12", "", 2),
    ]


def test_a_later_sheet_goes_before_an_earlier_one() -> None:
    decisions, _ = read('kind = "note"\nlanguage = "en"', 'kind = "letter"\neditor = "Ida Tumanova"')
    assert {fact.key: fact.value for fact in decisions.facts} == {"kind": "letter", "language": "en"}
    assert (decisions.editor, decisions.files) == ("Ida Tumanova", ("karsk-1.toml", "karsk-2.toml"))
