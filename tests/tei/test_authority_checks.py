"""Each fault of a list is a finding with its code, file and line. The people of Karsk are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.authority import RULES, Authority
from tei.findings import Finding, Severity

PERSON = '<listPerson><person xml:id="lind"><persName>Oskar Lind</persName>{}</person></listPerson>'
EVA = '<listPerson><person xml:id="eva"><persName>Eva Holm</persName>{}</person></listPerson>'
SEVER = '<persName type="pseudonym"{}>Sever</persName>'


def load(tmp_path: Path, *bodies: str, builtin: bool = False) -> tuple[Finding, ...]:
    paths = []
    for number, body in enumerate(bodies):
        path = tmp_path / f"list-{number}.xml"
        path.write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>\n{body}</standOff></TEI>', encoding="utf-8"
        )
        paths.append(path)
    return Authority.load(paths, builtin=builtin)[1]


CASES = [
    ("AUT101", "<listPerson><person><persName>Oskar Lind</persName></person></listPerson>", "no xml:id"),
    ("AUT101", "<listPlace><place><location/></place></listPlace>", "the place has no xml:id"),
    ("AUT102", PERSON.format("") + EVA.format("").replace('"eva"', '"lind"'), "already the id"),
    ("AUT103", '<listPlace><place xml:id="karsk"><note>A station.</note></place></listPlace>', "karsk has no name"),
    ("AUT105", PERSON.format(SEVER.format(' from="March 1937"')), "not an ISO 8601 date"),
    ("AUT105", PERSON.format(SEVER.format(' when="1937-13"')), "not an ISO 8601 date"),
    ("AUT105", PERSON.format(SEVER.format(' from="1938" to="1937"')), "ends before it begins"),
    ("AUT106", PERSON.format('<affiliation ref="#nowhere https://example.org/x #lind"/>'), "#nowhere"),
    ("AUT107", PERSON.format('<idno type="wikidata">Lind</idno>'), "no wikidata identifier"),
    ("AUT107", PERSON.format('<idno type="VIAF">V12</idno>'), "no viaf identifier"),
    ("AUT108", "<listPerson/>", "no person, place or org"),
    ("AUT109", PERSON.format("<persName>L</persName>"), "too short"),
    ("AUT110", '<listOrg type="repository"><org xml:id="a"><orgName>Archive</orgName></org></listOrg>', "no part"),
    ("AUT111", PERSON.format("<persName> </persName>"), "an empty persName"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body", "message"), CASES)
def test_a_fault_of_a_list_is_a_finding_with_its_place(tmp_path: Path, code: str, body: str, message: str) -> None:
    finding = next(found for found in load(tmp_path, body) if found.rule == code)
    assert message in finding.message
    assert finding.location.path.endswith("list-0.xml")
    assert finding.location.line == (1 if code == "AUT108" else 2)
    assert finding.hint


def test_dates_before_christ_and_days_without_a_year_are_dates_too(tmp_path: Path) -> None:
    assert load(tmp_path, PERSON.format('<birth when="-0044"/><death when="--05-12"/>')) == ()
    assert load(tmp_path, PERSON.format('<birth notBefore="-0044" notAfter="-0050"/>')) == ()


def test_a_fault_of_a_place_within_a_place_is_reported_once(tmp_path: Path) -> None:
    inner = '<place xml:id="hut"><placeName from="x">Hut</placeName></place>'
    body = f'<listPlace><place xml:id="karsk"><placeName>Karsk</placeName>{inner}</place></listPlace>'
    assert [found.rule for found in load(tmp_path, body)] == ["AUT105"]


@pytest.mark.parametrize(
    "idno",
    [
        ("wikidata", "https://www.wikidata.org/wiki/Q42"),
        ("wikidata", "Q42"),
        ("viaf", "https://viaf.org/viaf/113230702"),
        ("gnd", "11850553X"),
        ("geonames", "https://www.geonames.org/2013159/yakutsk.html"),
        ("local", "whatever"),
    ],
)
def test_an_identifier_of_the_right_shape_is_accepted(tmp_path: Path, idno: tuple[str, str]) -> None:
    assert load(tmp_path, PERSON.format('<idno type="{}">{}</idno>'.format(*idno))) == ()


def test_a_name_that_two_entries_list_for_the_same_years_is_a_warning(tmp_path: Path) -> None:
    findings = load(tmp_path, PERSON.format(SEVER.format("")), EVA.format(SEVER.format(' from="1937"')))
    assert [(found.rule, found.severity) for found in findings] == [("AUT104", Severity.WARNING)]
    assert "“Sever” (1937–) is a name of #eva and of #lind" in findings[0].message


def test_a_cover_name_that_two_bear_in_different_years_is_in_order(tmp_path: Path) -> None:
    early, late = SEVER.format(' to="1937-09"'), SEVER.format(' from="1937-10"')
    assert load(tmp_path, PERSON.format(early), EVA.format(late)) == ()


def test_a_name_of_a_built_in_entry_is_a_warning_too(tmp_path: Path) -> None:
    findings = load(tmp_path, PERSON.format("<persName>Terebin</persName>"), builtin=True)
    assert [found.rule for found in findings] == ["AUT104"]
    assert "#orlov in the built-in lists" in findings[0].message


def test_a_surname_that_two_bear_is_no_fault(tmp_path: Path) -> None:
    surname = "<persName><surname>Lind</surname></persName>"
    assert load(tmp_path, PERSON.format(surname), EVA.format(surname)) == ()


def test_an_entry_that_takes_the_id_of_another_person_is_a_warning(tmp_path: Path) -> None:
    body = '<listPerson><person xml:id="mao"><persName>Oskar Lind</persName></person></listPerson>'
    assert [found.rule for found in load(tmp_path, body, builtin=True)] == ["AUT112"]
    body = '<listPerson><person xml:id="mao"><persName>Mao Tse-tung</persName></person></listPerson>'
    assert load(tmp_path, body, builtin=True) == ()


def test_an_entry_without_id_or_name_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    people = '<person/><person xml:id="x"/><person xml:id="lind"><persName>Oskar Lind</persName></person>'
    path.write_text(f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{people}</listPerson>', encoding="utf-8")
    authority, findings = Authority.load([path], builtin=False)
    assert [entry.id for entry in authority.entries] == ["lind"]
    assert [found.rule for found in findings] == ["AUT101", "AUT103", "AUT103"]


def test_a_pointer_may_lead_into_another_list_of_the_edition(tmp_path: Path) -> None:
    pointing = PERSON.format('<affiliation ref="#institute"/><persName sameAs="#mao">OL</persName>')
    other = '<listOrg><org xml:id="institute"><orgName>Institute</orgName></org></listOrg>'
    assert load(tmp_path, pointing, other, builtin=True) == ()


def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_are_used(tmp_path: Path) -> None:
    good = tmp_path / "good.xml"
    good.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{PERSON.format("")}</TEI>', encoding="utf-8")
    bad = tmp_path / "bad.xml"
    bad.write_text("<TEI>", encoding="utf-8")
    authority, findings = Authority.load([bad, tmp_path / "missing.xml", good], builtin=False)
    assert sorted(found.rule for found in findings) == ["XML101", "XML102"]
    assert "lind" in authority


def test_every_rule_has_a_code_of_its_own_and_says_why() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == [f"AUT{number}" for number in range(101, 113)]
    assert all(rule.why.endswith(".") for rule in RULES)
