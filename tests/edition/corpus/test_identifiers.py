"""Identifiers of authority files as web addresses."""

from __future__ import annotations

import pytest

from edition.corpus.identifiers import identifier_url, preferred_url


@pytest.mark.parametrize(
    ("type_", "value", "url"),
    [
        ("viaf", "12345", "https://viaf.org/viaf/12345"),
        ("VIAF", " 12345 ", "https://viaf.org/viaf/12345"),
        ("gnd", "11855073X", "https://d-nb.info/gnd/11855073X"),
        ("wikidata", "Q42", "http://www.wikidata.org/entity/Q42"),
        ("geonames", "2874225", "https://www.geonames.org/2874225"),
        ("lccn", "n79021164", "https://id.loc.gov/authorities/names/n79021164"),
        ("isni", "0000 0001 2345 6789", "https://isni.org/isni/0000000123456789"),
        ("viaf", "https://viaf.org/viaf/7", "https://viaf.org/viaf/7"),
    ],
)
def test_an_identifier_has_the_address_of_its_authority_file(type_: str, value: str, url: str) -> None:
    assert identifier_url(type_, value) == url


@pytest.mark.parametrize(
    ("type_", "value"), [("viaf", "not a number"), ("shelf", "12"), ("wikidata", "javascript:alert(1)"), ("gnd", "")]
)
def test_what_is_no_identifier_has_none(type_: str, value: str) -> None:
    assert identifier_url(type_, value) == ""


def test_the_first_authority_file_in_order_is_preferred() -> None:
    held = (("wikidata", "Q1"), ("viaf", "2"))
    assert preferred_url(held, ("gnd", "viaf", "wikidata")) == "https://viaf.org/viaf/2"
    assert preferred_url(held, ("gnd",)) == "http://www.wikidata.org/entity/Q1"
    assert preferred_url((("own", "x"),), ("gnd",)) == ""
