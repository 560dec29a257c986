"""Findings are values: ordered by place, equal by what they say, made by rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.errors import OutputError, SchemaError, SourceError, TeiError
from tei.findings import Finding, Location, Rule, Severity, worst

RULE = Rule("KAR101", "no-ice", Severity.WARNING, "Ice is wanted.")


def at(path: str, line: int = 0, column: int = 0, code: str = "KAR101", message: str = "x") -> Finding:
    return Finding(code, Severity.ERROR, message, Location(path, line, column))


@pytest.mark.parametrize(
    ("location", "text"),
    [
        (Location(), "-"),
        (Location("a.xml"), "a.xml"),
        (Location("a.xml", 3), "a.xml:3"),
        (Location("a.xml", 3, 7), "a.xml:3:7"),
        (Location("", 3, 7), "-:3:7"),
    ],
)
def test_a_location_is_written_as_far_as_it_is_known(location: Location, text: str) -> None:
    """Path, line and column; no path is standard input."""
    assert str(location) == text


def test_a_rule_makes_findings_of_its_code_and_severity() -> None:
    """What is special to the occurrence is given; data are sorted by name."""
    found = RULE.at(Location("a.xml", 1), "no ice", "bring some", size=3, kind="b")
    assert (found.rule, found.severity, found.hint) == ("KAR101", Severity.WARNING, "bring some")
    assert found.data == (("kind", "b"), ("size", 3))


def test_findings_are_read_from_the_top_of_a_file_to_its_end() -> None:
    """By path, line, column, then code and message, whatever the severity."""
    ordered = [
        at("a.xml", 1),
        at("a.xml", 2, 1),
        at("a.xml", 2, 5, "KAR101", "b"),
        at("a.xml", 2, 5, "KAR102", "a"),
        at("a.xml", 10),
        at("b.xml"),
    ]
    mixed = [ordered[index] for index in (3, 0, 5, 1, 4, 2)]
    assert sorted(mixed) == ordered


def test_findings_that_say_the_same_of_the_same_place_are_equal() -> None:
    """Hint and data do not tell two findings apart; place, code and message do."""
    one, same = RULE.at(Location("a.xml", 1), "x", "hint"), RULE.at(Location("a.xml", 1), "x", n=1)
    assert one == same
    assert len({one, same, RULE.at(Location("a.xml", 2), "x"), RULE.at(Location("a.xml", 1), "y")}) == 3


def test_a_finding_about_text_can_be_put_into_a_file() -> None:
    """Line and column stay, the path is new."""
    assert str(at("", 2, 3).in_file("b.xml").location) == "b.xml:2:3"
    assert at("", 2, 3).in_file("b.xml") == at("b.xml", 2, 3)


def test_severities_are_ordered_and_have_words() -> None:
    """A threshold is a comparison."""
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert [severity.label for severity in Severity] == ["info", "warning", "error"]


def test_the_worst_of_some_findings_is_the_highest_severity() -> None:
    """None where there are none."""
    assert worst([RULE.at(Location(), "x"), at("a")]) is Severity.ERROR
    assert worst(()) is None


@pytest.mark.parametrize("kind", [SourceError, SchemaError, OutputError])
def test_an_error_carries_its_findings_and_speaks_their_messages(kind: type[TeiError]) -> None:
    """One `except TeiError` catches all of ours."""
    error = kind(at("a", message="no ice"), at("b", message="no oil"))
    assert isinstance(error, TeiError)
    assert str(error) == "no ice; no oil"
    assert len(error.findings) == 2


_FINDINGS = st.builds(
    at, st.sampled_from("ab"), st.integers(0, 2), st.integers(0, 2), st.sampled_from("cd"), st.sampled_from("ef")
)


@given(_FINDINGS, _FINDINGS)
def test_order_equality_and_hash_agree(one: Finding, other: Finding) -> None:
    """Two findings are equal, or one comes first; equal ones have one hash."""
    assert (one == other) == (not one < other and not other < one)
    assert one != other or hash(one) == hash(other)
