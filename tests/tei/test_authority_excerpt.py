"""Entries as TEI elements for standOff. The people of Karsk are invented."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from lxml import etree

from tei.authority import Authority, Entry, Kind, entry_element, list_elements
from tei.authority.excerpt import MAX_VARIANTS
from tei.authority.repositories import repository_mapping
from tei.names import tei

LIND = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson><!-- the captain -->
  <person xml:id="lind" corresp="#lind">
    <!-- check the year -->
    <persName><forename>Oskar</forename> <surname>Lind</surname></persName>
    <persName type="short">Lind</persName>
    VARIANTS
    <persName type="pseudonym" to="1938">Sever</persName>
    <persName xml:lang="ru">Оскар Линд</persName>
    <persName xml:lang="ru">О. Линд</persName>
    <birth when="1890"><placeName ref="places.xml#karsk">Karsk</placeName></birth>
    <affiliation ref="#institute" source="https://example.org/x">Polar Institute</affiliation>
    <note>Captain.</note>
    <note>LONG</note>
    <listEvent><event><p>Wintering.</p></event></listEvent>
  </person>
</listPerson></TEI>"""


@pytest.fixture
def lind(tmp_path: Path) -> Entry:
    path = tmp_path / "list.xml"
    variants = "".join(f"<persName>Lind the {number}th</persName>" for number in range(20))
    text = LIND.replace("VARIANTS", variants).replace("LONG", "Very long. " * 100)
    path.write_text(text, encoding="utf-8")
    entry = Authority.load([path], builtin=False)[0].get("lind")
    assert entry is not None
    return entry


def test_the_element_is_small_and_keeps_what_a_reader_needs(lind: Entry) -> None:
    element = entry_element(lind)
    names = ["".join(name.itertext()) for name in element.iterchildren(tei("persName"))]
    assert names[0] == "Oskar Lind"
    assert names[-2:] == ["Sever", "Оскар Линд"]
    assert len(names) == 1 + MAX_VARIANTS + 1
    assert [child.tag for child in element][-3:] == [tei("birth"), tei("affiliation"), tei("note")]
    assert element.findtext(tei("note")) == "Captain."


def test_comments_indentation_and_pointers_that_lead_nowhere_are_left_out(lind: Entry) -> None:
    element = entry_element(lind)
    assert "<!--" not in etree.tostring(element, encoding="unicode")
    assert element.text is None
    assert {child.tail for child in element} == {None}
    affiliation = element.find(tei("affiliation"))
    assert affiliation is not None
    assert dict(affiliation.attrib) == {"source": "https://example.org/x"}
    assert element.get("corresp") == "#lind"
    assert element.find(f".//{tei('placeName')}[@ref]") is None


def test_the_list_itself_is_not_touched(lind: Entry) -> None:
    before = etree.tostring(entry_element(lind))
    entry_element(lind).clear()
    assert etree.tostring(entry_element(lind)) == before
    assert etree.tostring(entry_element(pickle.loads(pickle.dumps(lind)))) == before


def test_lists_for_standoff_come_in_their_order_and_empty_ones_not_at_all(lind: Entry) -> None:
    authority, _ = Authority.load([])
    chosen = [*authority.excerpt(["moscow", "ccp", "mao", "beijing"]), lind]
    lists = list_elements(chosen)
    assert [each.tag for each in lists] == [tei("listPerson"), tei("listPlace"), tei("listOrg")]
    assert [child.get("{http://www.w3.org/XML/1998/namespace}id") for child in lists[0]] == ["lind", "mao"]
    assert etree.tostring(lists[1]).startswith(b'<listPlace xmlns="http://www.tei-c.org/ns/1.0"><place')
    assert list_elements([]) == ()


def test_repositories_have_a_list_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    org = '<org xml:id="pia"><orgName>Archive</orgName><settlement>Nordby</settlement></org>'
    path.write_text(f'<listOrg xmlns="http://www.tei-c.org/ns/1.0" type="repository">{org}</listOrg>')
    authority, _ = Authority.load([path], builtin=False)
    (each,) = list_elements(authority.entries)
    assert each.get("type") == "repository"
    assert authority.repositories()[0]["country"] == ""
    assert authority.find("Archive") == ()


def test_an_entry_that_no_file_has_cannot_be_written(lind: Entry) -> None:
    made = Entry("x", Kind.PERSON, "X", "x", "X", ())
    with pytest.raises(ValueError, match="not read from a file"):
        entry_element(made)
    with pytest.raises(ValueError, match="not a repository"):
        repository_mapping(lind)
