"""Reading lists. All names and years are invented: the polar station Karsk and its institute, 1937–38."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tei.authority import Authority, Entry, Kind, Period, Variant
from tei.authority.entries import ALWAYS, earliest, is_iso, latest
from tei.authority.reading import ascii_word

KARSK = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
<listPerson>
 <person xml:id="veltman">
  <persName type="preferred"><forename>Anna</forename> <surname>Veltman</surname></persName>
  <persName type="pseudonym" from="1937-03" to="1938-06">Sever</persName>
  <persName xml:lang="ru">Анна Вельтман</persName>
  <birth when="1899-02-03"/><death when="1961"/>
  <note>Head of the polar station Karsk.</note>
  <idno type="wikidata">Q1</idno>
 </person>
 <person xml:id="p-0012"><persName>Lind, Oskar</persName>
  <birth notBefore="1900" notAfter="1902"/><floruit>about 1937</floruit></person>
</listPerson>
<listPlace>
 <place xml:id="karsk" type="station"><placeName>Karsk <!-- the station --> Station</placeName>
  <placeName type="former" notAfter="1935">Cape Nord</placeName><desc>A polar station.</desc></place>
 <place xml:id="ulva" type="river"><geogName>Ulva</geogName><p>A river.</p></place>
</listPlace>
<listOrg><org xml:id="institute"><orgName>Polar Institute</orgName></org></listOrg>
<listOrg type="repository"><org xml:id="pia">
  <orgName>Archive of the Polar Institute</orgName><orgName type="abbreviation">PIA</orgName>
  <placeName><country key="NO">Norway</country><settlement>Nordby</settlement></placeName>
  <desc type="reference-parts"><list>
   <item n="box"><label>box</label> <label>b.</label></item><item n="file">file</item>
  </list></desc>
</org></listOrg></standOff></TEI>"""


@pytest.fixture
def karsk(tmp_path: Path) -> Authority:
    path = tmp_path / "karsk.xml"
    path.write_text(KARSK, encoding="utf-8")
    authority, findings = Authority.load([path], builtin=False)
    assert findings == ()
    return authority


def entry(authority: Authority, identifier: str) -> Entry:
    found = authority.get(identifier)
    assert found is not None
    return found


def test_an_entry_has_names_years_note_and_identifiers(karsk: Authority) -> None:
    veltman = entry(karsk, "#veltman")
    assert (veltman.kind, veltman.name, veltman.sort, veltman.short) == (
        Kind.PERSON,
        "Anna Veltman",
        "Veltman, Anna",
        "veltman",
    )
    assert (veltman.born, veltman.died, veltman.note) == ("1899-02-03", "1961", "Head of the polar station Karsk.")
    assert veltman.idnos == (("wikidata", "Q1"),)
    assert veltman.location.line == 3
    assert veltman.variants[1].period == Period("1937-03", "1938-06")
    assert veltman.variants[2].lang == "ru"


def test_a_name_turned_round_at_its_comma_is_put_in_reading_order(karsk: Authority) -> None:
    lind = entry(karsk, "p-0012")
    assert lind.variants[0] == Variant("Oskar Lind", type="preferred", surname="Lind", forenames="Oskar")
    assert (lind.born, lind.floruit) == ("1900/1902", "about 1937")


def test_the_short_word_of_an_unreadable_id_is_made_from_the_surname(karsk: Authority) -> None:
    assert entry(karsk, "p-0012").short == "lind"


def test_comments_inside_a_name_are_not_part_of_it(karsk: Authority) -> None:
    assert entry(karsk, "karsk").name == "Karsk Station"


def test_a_place_keeps_its_category_and_may_be_a_geogname(karsk: Authority) -> None:
    assert [(place.category, place.note) for place in karsk.entries if place.kind == "place"] == [
        ("station", "A polar station."),
        ("river", "A river."),
    ]


def test_a_repository_becomes_a_plain_mapping(karsk: Authority) -> None:
    assert karsk.repositories() == (
        {
            "key": "pia",
            "names": ["Archive of the Polar Institute"],
            "abbreviations": ["PIA"],
            "country": "NO",
            "settlement": "Nordby",
            "parts": [{"type": "box", "labels": ["box", "b."]}, {"type": "file", "labels": ["file"]}],
        },
    )


def test_a_folder_stands_for_its_xml_files(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(KARSK, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no list", encoding="utf-8")
    authority, findings = Authority.load([tmp_path], builtin=False)
    assert len(authority) == 6
    assert findings == ()


def test_an_entry_replaces_the_built_in_one_of_its_id(tmp_path: Path) -> None:
    own = '<person xml:id="mao"><persName>Mao Zedong</persName><note>Ours.</note></person>'
    path = tmp_path / "own.xml"
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{own}</listPerson></standOff></TEI>'
    )
    authority, findings = Authority.load([path])
    assert entry(authority, "mao").note == "Ours."
    assert "stalin" in authority
    assert findings == ()


def test_without_lists_and_built_in_ones_nothing_is_known() -> None:
    authority, findings = Authority.load([], builtin=False)
    assert (len(authority), authority.find("Mao"), findings) == (0, (), ())


def test_an_excerpt_has_each_entry_once_by_kind_and_id(karsk: Authority) -> None:
    chosen = karsk.excerpt(["#ulva", "institute", "#nobody", "veltman", "#veltman", "karsk"])
    assert [one.id for one in chosen] == ["veltman", "karsk", "ulva", "institute"]


def test_an_authority_can_be_sent_to_another_process(karsk: Authority) -> None:
    local = karsk.with_local({"the Chief": "veltman"})
    local.find("the Chief")
    arrived = pickle.loads(pickle.dumps(local))
    assert arrived.find("Sever and the Chief") == local.find("Sever and the Chief")
    assert arrived.repositories() == karsk.repositories()


@pytest.mark.parametrize(
    ("own", "date", "covered"),
    [
        (("1937-03", "1938-06"), "1937-03-01", True),
        (("1937-03", "1938-06"), "1938-06-30", True),
        (("1937-03", "1938-06"), "1937", True),
        (("1937-03", "1938-06"), "1937-02-28", False),
        (("1937-03", "1938-06"), "1938-07", False),
        (("", "1938"), "1901", True),
        (("1937", ""), "1936-12-31T23:00:00", False),
        (("1937", ""), "some day", True),
    ],
)
def test_a_period_covers_a_date_when_they_share_a_day(own: tuple[str, str], date: str, covered: bool) -> None:
    assert Period(*own).covers(date) is covered


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (("1937", "1938"), ("1938-12", ""), True),
        (("1937", "1938"), ("1939", ""), False),
        (("1939", ""), ("1937", "1938"), False),
        (("", ""), ("1937", "1938"), True),
    ],
)
def test_two_periods_meet_when_they_share_a_day(one: tuple[str, str], other: tuple[str, str], meet: bool) -> None:
    assert Period(*one).meets(Period(*other)) is meet
    assert ALWAYS.meets(Period(*one))


def test_a_date_that_is_not_iso_has_no_days() -> None:
    assert (is_iso("March 1937"), earliest("March 1937"), latest("March 1937")) == (False, "", "")
    assert (earliest("1937"), latest("1937-02")) == ("1937-01-01", "1937-02-31")


@pytest.mark.parametrize(
    ("name", "word"), [("Władysław Gomułka", "wladyslaw-gomulka"), ("Xi'an", "xian"), ("毛泽东", ""), ("KMT", "kmt")]
)
def test_a_word_for_ids_is_lower_case_ascii(name: str, word: str) -> None:
    assert ascii_word(name) == word


NAMES = [
    ('<persName><surname>Lind</surname>, <forename>Oskar</forename></persName>', "Oskar Lind", "Lind, Oskar"),
    ('<persName><roleName>Dr</roleName> Oskar <surname>Lind</surname></persName>', "Oskar Lind", "Lind, Oskar"),
    ('<persName><surname>Gan</surname> <forename>Lo</forename></persName>', "Gan Lo", "Gan Lo"),
    ('<persName><roleName>The Captain</roleName></persName>', "The Captain", "The Captain"),
    ('<persName type="nick">Osk</persName><persName type="reg">Oskar Lind</persName>', "Oskar Lind", "Oskar Lind"),
    ('<name>Oskar Lind</name>', "Oskar Lind", "Oskar Lind"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "name", "sort"), NAMES)
def test_the_parts_of_a_name_give_reading_and_alphabetical_order(
    tmp_path: Path, xml: str, name: str, sort: str
) -> None:
    path = tmp_path / "list.xml"
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson><person xml:id="x">{xml}</person></listPerson></TEI>'
    )
    authority, _ = Authority.load([path], builtin=False)
    assert (entry(authority, "x").name, entry(authority, "x").sort) == (name, sort)
