"""The registers of persons, organisations and places, and the order of names in any script."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.corpus.model import Entry, Kind, Mention, Variant
from edition.site import registers
from edition.site.alphabet import HAN, OTHER, letter_of, order_of
from edition.site.authorities import authority_file


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Vetrov, Pavel", "V"),
        ("Émile", "E"),
        ("«Полынья»", "П"),
        ("Ёлкин", "Е"),
        ("Йенсен", "Й"),
        ("毛泽东", HAN),
        ("4th Unit", OTHER),
        ("…", OTHER),
        ("Ωμέγα", "Ω"),
        ("", OTHER),
    ],
)
def test_letter(name, letter):
    """A name stands under its first letter without its accent; Chinese signs and figures have headings of their own."""
    assert letter_of(name) == letter


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("en", ["élan", "Zhitkov", "Енин", "Ёлкин", "Яков", "毛泽东"]),
        ("ru", ["Енин", "Ёлкин", "Яков", "élan", "Zhitkov", "毛泽东"]),
        ("zh-Hans", ["毛泽东", "élan", "Zhitkov", "Енин", "Ёлкин", "Яков"]),
    ],
)
def test_order_of_scripts(lang, order):
    """Scripts come in the order that readers of the language expect, names in that of their letters."""
    order = sorted(order, key=lambda name: order_of(name, lang))
    scripts = {"en": "Zhitkov", "ru": "Яков", "zh-Hans": "毛泽东"}
    assert order.index("Ёлкин") < order.index("Енин") < order.index("Яков")
    assert order[1 if lang == "en" else 2 if lang == "ru" else 0] == scripts[lang]


def test_register(site_of, page_of, letter):
    """A register has surnames first under their letters, with years of life, a description and a number."""
    page = page_of(site_of([letter("1937-09-04")]), "persons/index.html")
    assert page.text("//main//section/h2") == "O | V | Z"
    assert (
        page.text("//main//section//li")
        == "Ostapova, Nina | Vetrov, Pavel 1899–1940 1 | Zhitkov, Lev 1 Invented. An editor."
    )
    assert "1 of them in no document" in page.text()
    assert page.hrefs("//nav[contains(@class, 'letters')]//a") == ["#letter-o", "#letter-v", "#letter-z"]


def test_long_register_is_cut_by_letter(site_of, page_of, letter, monkeypatch):
    """A long register shows its letters, each with a page of its own."""
    monkeypatch.setattr(registers, "_ON_A_PAGE", 2)
    site = site_of([letter("1937-09-04")])
    whole = page_of(site, "persons/index.html")
    assert whole.count("//main//section") == 0
    assert whole.hrefs("//nav[contains(@class, 'letters')]//a") == ["~o.html", "~v.html", "~z.html"]
    assert page_of(site, "persons/~v.html").text("//main//section//li") == "Vetrov, Pavel 1899–1940 1"


def test_entry(site_of, page_of, letter):
    """A person's page says who it is, under which other names, with whom it corresponded, and lists its documents."""
    vetrov = Entry(
        "vetrov",
        Kind.PERSON,
        "Pavel Vetrov",
        variants=(Variant("Павел Ветров", "original", "ru"), Variant("KOMPAS", "pseudonym"), Variant("Pavel Vetrov")),
        notes=("Invented. Head of the station.",),
        identifiers=(("viaf", "12345"), ("own", "x1"), ("wikidata", "javascript:alert(1)")),
    )
    others = [Entry("zhitkov", Kind.PERSON, "Lev Zhitkov"), Entry("karsk", Kind.PLACE, "Karsk")]
    documents = [letter("1937-09-04"), letter("1937-09-07", "zhitkov", "vetrov")]
    page = page_of(site_of(documents, [vetrov, *others]), "persons/vetrov.html")
    assert page.text("//h1") == "Pavel Vetrov"
    assert "Head of the station" in page.text()
    assert page.text("//dl//span[@lang='ru']") == "Павел Ветров"
    assert "https://viaf.org/viaf/12345" in page.hrefs()
    assert not [href for href in page.hrefs() if href.startswith("javascript")]
    assert page.text("//main//tbody/tr") == "Lev Zhitkov11read"
    assert page.text("//main//h2") == "Correspondents | Sent 1 | Received 1"


def test_entry_in_no_document(site_of, page_of, letter):
    """An entry that a list has and no document names has a page that says so."""
    page = page_of(site_of([letter("1937-09-04")]), "persons/ostapova.html")
    assert "in no document yet" in page.text()
    assert page.count("//main//ol") == 0


def test_place(site_of, page_of, letter):
    """A place's page leads to a map, and says what was sent from it."""
    page = page_of(site_of([letter("1937-09-04")]), "places/karsk.html")
    assert page.hrefs("//main//dl//a") == ["https://www.openstreetmap.org/?mlat=71.5&mlon=54.25&zoom=6"]
    assert page.text("//main//h2") == "Sent from here 1"


@pytest.mark.parametrize("location", ["", "far north", "71.5", "1;2", "<b> 3"])
def test_no_map_without_two_numbers(site_of, page_of, letter, location):
    """What is not latitude and longitude leads to no map."""
    karsk = Entry("karsk", Kind.PLACE, "Karsk", location=location)
    page = page_of(site_of([letter("1937-09-04")], [karsk]), "places/karsk.html")
    assert "openstreetmap" not in page.data.decode()


def test_busy_entry_is_cut_by_year(site_of, page_of, letter, monkeypatch):
    """The page of one with too many documents counts them by year and role, and leads to a page for each year."""
    monkeypatch.setattr(registers, "LIMIT", 4)
    documents = [letter(f"193{year}-0{month}-01") for year in (7, 8) for month in range(1, 4)]
    mentioned = letter("1938-09-09", "zhitkov", "institute", mentions=(Mention(Kind.PERSON, "vetrov"),))
    site = site_of([*documents, mentioned])
    page = page_of(site, "persons/vetrov.html")
    assert page.count("//main//ol") == 0
    assert page.hrefs("//table//td//a")[-2:] == ["vetrov~1938.html", "vetrov~1938-2.html"]
    part = page_of(site, "persons/vetrov~1938-2.html")
    assert part.text("//main//h2") == "Sent 1 | Mentioned in 1"
    assert part.hrefs("//nav[contains(@class, 'trail')]//a")[-1] == "vetrov.html"


def test_no_dead_links(site_of, page_of, letter):
    """Every name that a page of a register leads to has a page."""
    from edition.site import kinds

    site = site_of([letter("1937-09-04", via="ostapova"), letter("1937-09-07", "zhitkov", "institute")])
    paths = {one.path for one in kinds.plan(site)}
    for path in ("persons/index.html", "organisations/index.html", "places/index.html"):
        folder = path.partition("/")[0]
        for href in page_of(site, path).hrefs("//main//li//a"):
            assert href.startswith("#") or f"{folder}/{href}" in paths


def test_authority_file_is_tei(site_of, letter):
    """The lists of the edition are given away as one TEI file: a header, and a list for each kind."""
    entries = [
        Entry("vetrov", Kind.PERSON, "Pavel Vetrov", "en", (Variant("Ветров", "", "ru"), Variant("Pavel Vetrov"))),
        Entry("1st", Kind.ORGANISATION, "First", type="naval unit", notes=("Invented.",), identifiers=(("gnd", "1"),)),
        Entry("karsk", Kind.PLACE, "Karsk", location="71.5 54.25", identifiers=(("", "x"),)),
    ]
    site = site_of(
        [letter("1937-09-04")], entries, publisher="The editors", licence="CC0", licence_url="https://x.org/"
    )
    root = etree.fromstring(authority_file(site))
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    assert root.xpath("string(//t:licence/@target)", namespaces=space) == "https://x.org/"
    assert root.xpath("count(//t:person/t:persName)", namespaces=space) == 2
    assert root.xpath("string(//t:org/@type)", namespaces=space) == "naval-unit"
    assert root.xpath("string(//t:geo)", namespaces=space) == "71.5 54.25"
    assert root.xpath("//@xml:id") == ["vetrov", "karsk", "n1st"]
    plain = etree.fromstring(authority_file(site_of([letter("1937-09-04")], entries[:1], licence="CC0")))
    assert plain.xpath("string(//t:publicationStmt/t:p)", namespaces=space) == "CC0"
