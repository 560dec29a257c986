"""OASIS XML catalogs: which file an address means."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.errors import SourceError
from tei.validate.catalog import CATALOG_NS, Catalog

ENTRIES = """<uri name="https://a.example/exact.rng" uri="local/exact.rng"/>
<system systemId="urn:x" uri="x.rng"/>
<group xml:base="deep/"><rewriteURI uriStartString="https://a.example/" rewritePrefix="a/"/></group>
<rewriteSystem uriStartString="ignored" systemIdStartString="https://a.example/long/" rewritePrefix="longer/"/>
<uriSuffix uriSuffix="/tei_all.rng" uri="tei/all.rng"/>
<nextCatalog catalog="next.xml"/>"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    for name, entries in (
        ("catalog", ENTRIES),
        ("next", '<uri name="urn:next" uri="n.rng"/><nextCatalog catalog="catalog.xml"/>'),
    ):
        (tmp_path / f"{name}.xml").write_text(f'<catalog xmlns="{CATALOG_NS}">{entries}</catalog>')
    return Catalog.load([tmp_path / "catalog.xml"])


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://a.example/exact.rng", "local/exact.rng"),
        ("urn:x", "x.rng"),
        ("https://a.example/b/c.rng", "deep/a/b/c.rng"),
        ("https://a.example/long/c.rng", "longer/c.rng"),
        ("https://other.example/release/tei_all.rng", "tei/all.rng"),
        ("urn:next", "n.rng"),
    ],
)
def test_an_address_is_the_file_that_the_best_entry_gives(
    catalog: Catalog, tmp_path: Path, address: str, path: str
) -> None:
    assert catalog.resolve(address) == tmp_path / path


def test_what_is_in_no_catalog_is_a_file_only_when_it_is_one(catalog: Catalog, tmp_path: Path) -> None:
    assert catalog.resolve("https://nowhere.example/x.rng") is None
    assert catalog.resolve("../x.rng", tmp_path / "tei" / "a.xml") == tmp_path / "x.rng"
    assert catalog.resolve((tmp_path / "a b.rng").as_uri()) == tmp_path / "a b.rng"


def test_a_file_that_is_no_catalog_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.xml").write_text("<catalog/>")
    with pytest.raises(SourceError) as caught:
        Catalog.load([tmp_path / "c.xml"])
    assert caught.value.findings[0].rule == "LNT031"
