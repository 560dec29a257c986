"""The edition as linked data: both forms say the same, and what they say is what the edition knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.corpus import load_corpus
from edition.corpus.model import (
    Action,
    Archive,
    Corpus,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Relation,
    Responsible,
    Variant,
)
from edition.exchange import rdf
from edition.exchange.rdf.terms import Iri, Literal, Node, iri, moment, words
from edition.exchange.rdf.writing import JSON_END, JSON_HEAD, TURTLE_HEAD, json_ld, turtle
from edition.exchange.request import Request
from edition.site.plan import Settings
from tei.findings import Finding
from tests.exporting import gathered

rdflib = pytest.importorskip("rdflib", reason="needs rdflib")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of the library itself

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei"
BASE = "https://karsk.example/"
SETTINGS = Settings("Telegrams of Karsk", url=BASE, licence="CC0 1.0", date="2026", editors=("Ida Fairweather",))
VETROV = Name("Vetrov", Kind.PERSON, "vetrov")
LUKINA = Name("Lukina", Kind.PERSON, lang="en")
KARSK = Name("Karsk", Kind.PLACE, "karsk")
ENTRIES = {
    (Kind.PERSON, "vetrov"): Entry(
        "vetrov",
        Kind.PERSON,
        'Lev "Ice" Vetrov',
        variants=(Variant("Ветров", lang="ru"),),
        identifiers=(("viaf", "12345"), ("local", "7")),
    ),
    (Kind.PLACE, "karsk"): Entry("karsk", Kind.PLACE, "Karsk", location="71.5 102.25"),
}
SENT = Action(
    "sent", names=(VETROV, LUKINA), places=(KARSK,), dates=(Moment("2 May, evening", "1938-05-02T21:00+03:00"),)
)
LATER = Action("transmitted", "via", dates=(Moment("May", not_before="1938-05", not_after="1938-06"),))
LETTER = Document(
    "t1",
    Path("t1.xml"),
    "0",
    kind="telegram",
    lang="en",
    title="Telegram 1",
    date=Moment("2 May", "1938-05-02"),
    envelopes=(Envelope((SENT, LATER), (Relation("answers", "t0"), Relation("original", text="the Russian"))),),
    holdings=(Holding("AKPI", "Archive", (("fond", "12"),), "8", "akpi/12/8", "AKPI, f. 12, l. 8"),),
    responsible=(Responsible("translator", Name("Ida Fairweather", Kind.PERSON)),),
    mentions=(Mention(Kind.PLACE, "karsk"),),
    references=("c1",),
    words=9,
)
ZERO = Document("t0", Path("t0.xml"), "0", title="Telegram 0", body=False)
CONTEXT = Document("c1", Path("c1.xml"), "0", kind="context", title="The winter at Karsk")
CORPUS = Corpus(
    (ZERO, LETTER),
    (CONTEXT,),
    ENTRIES,
    {"AKPI": Archive("AKPI", "Archive", settlement="Leningrad")},
    by_id={one.id: one for one in (ZERO, LETTER, CONTEXT)},
)


def exported(corpus: Corpus, told: Settings = SETTINGS) -> tuple[dict[str, bytes], list[Finding]]:
    return gathered(rdf.export(Request(corpus, told)))


def graphs(files: dict[str, bytes]) -> tuple[Any, Any]:
    return (
        rdflib.Graph().parse(data=files["edition.ttl"].decode(), format="turtle"),
        rdflib.Graph().parse(data=files["edition.jsonld"].decode(), format="json-ld"),
    )


@pytest.mark.parametrize("which", ["invented", "golden"])
def test_turtle_and_json_ld_say_the_same(which: str) -> None:
    from rdflib.compare import isomorphic

    corpus = CORPUS if which == "invented" else load_corpus([GOLDEN / "three-on-a-page"])[0]
    one, other = graphs(exported(corpus)[0])
    assert len(one) > 80
    assert isomorphic(one, other)


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        ("telegrams/t1.html#letter", "schema:sender", {f"{BASE}persons/vetrov.html#person", "Lukina"}),
        ("telegrams/t1.html#letter", "schema:dateSent", {"1938-05-02T21:00:00+03:00"}),
        ("telegrams/t1.html#letter", "schema:translator", {"Ida Fairweather"}),
        ("telegrams/t1.html#letter", "schema:url", {f"{BASE}telegrams/t1.html"}),
        ("telegrams/t1.html#letter", "crm:P67_refers_to", {
            f"{BASE}telegrams/t0.html#letter", f"{BASE}sources/c1.html#letter", f"{BASE}places/karsk.html#place",
        }),
        ("telegrams/t1.html#item-0", "crm:P128_carries", {f"{BASE}telegrams/t1.html#letter"}),
        ("telegrams/t1.html#item-0", "crm:P50_has_current_keeper", {f"{BASE}archives/AKPI.html#archive"}),
        ("telegrams/t1.html#shelfmark-0", "crm:P190_has_symbolic_content", {"akpi/12/8"}),
        ("telegrams/t1.html#action-0-0", "crm:P14_carried_out_by", {f"{BASE}persons/vetrov.html#person"}),
        ("telegrams/t1.html#action-0-0", "crm:P3_has_note", {"Lukina"}),
        ("telegrams/t1.html#action-0-0", "crm:P7_took_place_at", {f"{BASE}places/karsk.html#place"}),
        ("telegrams/t1.html#action-0-1", "crm:P2_has_type", {f"{BASE}#type-transmitted-via"}),
        ("telegrams/t1.html#action-0-1-date-0", "crm:P82a_begin_of_the_begin", {"1938-05-01"}),
        ("telegrams/t1.html#action-0-1-date-0", "crm:P82b_end_of_the_end", {"1938-06-30"}),
        ("persons/vetrov.html#person", "schema:sameAs", {"https://viaf.org/viaf/12345"}),
        ("persons/vetrov.html#person", "schema:identifier", {"vetrov", "local:7"}),
        ("places/karsk.html#place", "schema:longitude", {"102.25"}),
        ("archives/AKPI.html#archive", "schema:location", {"Leningrad"}),
        ("#type-transmitted-via", "rdfs:label", {"transmitted via"}),
        ("#edition", "schema:datePublished", {"2026"}),
    ],
)  # fmt: skip
def test_letters_actors_places_and_archives_are_told(subject: str, predicate: str, expected: set[str]) -> None:
    graph = graphs(exported(CORPUS)[0])[0]
    prefix, name = predicate.split(":")
    address = dict(graph.namespaces())[prefix] + name
    assert {str(one) for one in graph.objects(rdflib.URIRef(BASE + subject), rdflib.URIRef(address))} == expected


def test_everything_that_is_pointed_at_in_the_edition_is_told_of() -> None:
    graph = graphs(exported(CORPUS)[0])[0]
    pointed = {
        str(one) for one in graph.objects() if isinstance(one, rdflib.URIRef) and f"{BASE}" in one and "#" in one
    }
    assert pointed - {str(one) for one in graph.subjects()} == set()


def test_an_edition_without_an_address_has_names_that_lead_nowhere_and_is_told() -> None:
    files, told = exported(CORPUS, replace(SETTINGS, url=""))
    assert [one.rule for one in told] == ["EXP103"]
    assert all(str(one).startswith("urn:uuid:") for one in graphs(files)[0].subjects())


def test_many_nodes_come_in_pieces_and_are_one_file() -> None:
    many = Corpus(tuple(Document(f"t{number}", Path("t.xml"), "0", title="T") for number in range(2100)))
    assert exported(many)[0]["edition.jsonld"].count(b'\n{"@id": "https://karsk.example/telegrams') == 2100


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert exported(CORPUS) == exported(CORPUS)


@pytest.mark.parametrize(
    ("iso", "type_", "text"),
    [
        ("1938", "xsd:gYear", "1938"),
        ("1938-05", "xsd:gYearMonth", "1938-05"),
        ("1938-05-02", "xsd:date", "1938-05-02"),
        ("1938-05-02T21:00", "xsd:dateTime", "1938-05-02T21:00:00"),
        ("1938-05-02T21:00:30Z", "xsd:dateTime", "1938-05-02T21:00:30Z"),
        ("1938-02-31", "", "1938-02-31"),
        ("1938-05-02T25:00", "", "1938-05-02T25:00"),
    ],
)
def test_dates_have_the_type_that_they_are_exact_to(iso: str, type_: str, text: str) -> None:
    assert moment(iso) == Literal(text, type=type_)


def test_what_is_no_tag_of_a_language_is_left_away() -> None:
    assert words("ice", "en_GB") == Literal("ice")
    assert words("ice", "en-GB") == Literal("ice", "en-gb")


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    address=st.text('a<>"{}|^`\\ \n%é/#', max_size=9),
)
def test_any_words_and_addresses_come_back_from_both_forms(text: str, address: str) -> None:
    node = Node(Iri("https://x.example/a"), ("schema:Thing",)).say(
        "schema:name", Literal(text), iri(f"https://x/{address}")
    )
    one = rdflib.Graph().parse(data=f"{TURTLE_HEAD}\n{turtle(node)}", format="turtle")
    other = rdflib.Graph().parse(data=JSON_HEAD + json_ld(node) + JSON_END, format="json-ld")
    assert {str(each) for each in one.objects()} == {str(each) for each in other.objects()}
    assert text in {str(each) for each in one.objects()}
