"""The correspondence as a network: what readers of GraphML and GEXF make of it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from edition.corpus.model import Action, Corpus, Document, Entry, Envelope, Kind, Moment, Name, Uses
from edition.exchange import graph
from edition.exchange.days import first_day, last_day, span
from edition.exchange.request import Request
from edition.site.plan import Settings
from tei.xmlfile import parse_bytes
from tests.exporting import gathered

VETROV = Name("Vetrov", Kind.PERSON, "vetrov")
LUKINA = Name("Lukina & <daughter>", Kind.PERSON)
INSTITUTE = Name("Institute", Kind.ORGANISATION, "institute")
ENTRIES = {
    (Kind.PERSON, "vetrov"): Entry(
        "vetrov", Kind.PERSON, "Lev Vetrov", identifiers=(("viaf", "12345"), ("local", "a b"))
    ),
    (Kind.ORGANISATION, "institute"): Entry("institute", Kind.ORGANISATION, "Полярный институт", listed=False),
}
USES = {(Kind.PERSON, "vetrov"): Uses(mentioned=("t7", "t8"))}


MAY = Moment("", "1938-05-02T21:00")


def telegram(ident: str, sender: Name, *recipients: Name, date: Moment = MAY) -> Document:
    actions = (Action("sent", names=(sender,)), Action("received", names=recipients))
    return Document(
        ident,
        Path("a.xml"),
        "0",
        kind="telegram",
        title="“Ice”",
        lang="en",
        date=date,
        words=9,
        envelopes=(Envelope(actions),),
    )


def exported(*documents: Document) -> tuple[dict[str, bytes], list[str]]:
    request = Request(Corpus(documents, entries=ENTRIES, uses=USES), Settings("Karsk", url="https://karsk.example/"))
    files, found = gathered(graph.export(request))
    return files, [one.message for one in found]


def networks(*documents: Document) -> tuple[Any, Any]:
    """What networkx reads: a graph with parallel edges of each of the two files."""
    networkx = pytest.importorskip("networkx", reason="needs networkx")
    files = exported(*documents)[0]
    return (
        networkx.read_graphml(io.BytesIO(files["network.graphml"]), force_multigraph=True),
        networkx.read_gexf(io.BytesIO(files["network.gexf"])),
    )


DOCUMENTS = (
    telegram("t1", VETROV, INSTITUTE, LUKINA),
    telegram("t2", INSTITUTE, VETROV, date=Moment("May", not_before="1938-05", not_after="1938-06")),
    telegram("t3", VETROV, INSTITUTE, date=Moment("some day")),
)


def test_both_forms_hold_the_same_directed_edges_one_for_each_document_and_pair() -> None:
    expected = [
        ("org/institute", "person/vetrov", "t2"),
        ("person/vetrov", "org/institute", "t1"),
        ("person/vetrov", "org/institute", "t3"),
        ("person/vetrov", "person/~Lukina & <daughter>", "t1"),
    ]
    for network in networks(*DOCUMENTS):
        assert network.is_directed()
        assert sorted((*pair, data["document"]) for *pair, data in network.edges(data=True)) == expected


def test_nodes_have_key_name_kind_identifiers_and_counts() -> None:
    for network in networks(*DOCUMENTS):
        node = network.nodes["person/vetrov"]
        assert {name: node[name] for name in ("label", "key", "kind", "sent", "received", "mentioned", "listed")} == {
            "label": "Lev Vetrov",
            "key": "vetrov",
            "kind": "person",
            "sent": 2,
            "received": 1,
            "mentioned": 2,
            "listed": True,
        }
        assert (node["identifiers"], node["url"]) == ("viaf:12345 local:ab", "https://viaf.org/viaf/12345")
        assert network.nodes["org/institute"]["label"] == "Полярный институт"
        assert network.nodes["person/~Lukina & <daughter>"]["listed"] is False


def test_edges_have_dates_as_written_and_the_days_that_they_can_mean() -> None:
    for network in networks(*DOCUMENTS):
        found = {data["document"]: data for _, _, data in network.edges(data=True)}
        assert [found["t2"][name] for name in ("date", "first", "last")] == [
            "1938-05/1938-06",
            "1938-05-01",
            "1938-06-30",
        ]
        assert found["t1"]["date"] == "1938-05-02T21:00"
        assert found["t1"]["url"] == "https://karsk.example/telegrams/t1.html"
        assert (found["t1"]["title"], found["t1"]["kind"], found["t1"]["words"]) == ("“Ice”", "telegram", 9)
        assert "date" not in found["t3"]


def test_a_timeline_reads_the_days_of_gexf() -> None:
    root = parse_bytes(exported(*DOCUMENTS)[0]["network.gexf"]).getroot()
    spans = [(edge.get("start"), edge.get("end")) for edge in root.iter("{*}edge")]
    assert spans[2:] == [("1938-05-01", "1938-06-30"), (None, None)]


def test_a_message_inside_another_is_an_edge_with_its_own_date() -> None:
    own = (Action("sent", names=(VETROV,)), Action("received", names=(INSTITUTE,)))
    inner = (Action("sent", names=(LUKINA,), dates=(Moment("", "1938-04-30"),)), Action("received", names=(VETROV,)))
    document = Document(
        "t1", Path("a.xml"), "0", date=Moment("", "1938-05-02"), envelopes=(Envelope(own), Envelope(inner))
    )
    network = networks(document)[0]
    assert [data["date"] for *_, data in network.edges(data=True)] == ["1938-05-02", "1938-04-30"]


def test_who_cannot_be_an_edge_is_told() -> None:
    copies = Action("forwarded", "copy", names=(LUKINA,))
    alone = Document("t1", Path("a.xml"), "0", envelopes=(Envelope((Action("sent", names=(VETROV,)), copies)),))
    assert exported(alone)[1] == [
        "it has no sender or no recipient, so it is left out",
        "who got a copy (Lukina & <daughter>) is left out",
    ]


def test_many_edges_come_in_pieces_and_are_one_file() -> None:
    many = [telegram(f"t{number}", VETROV, INSTITUTE) for number in range(2001)]
    root = parse_bytes(exported(*many)[0]["network.graphml"]).getroot()
    assert len(list(root.iter("{*}edge"))) == 2001


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert exported(*DOCUMENTS) == exported(*DOCUMENTS)


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("1938", "1938-01-01", "1938-12-31"),
        ("1940-02", "1940-02-01", "1940-02-29"),
        ("1938-05-02T21:00:00+03:00", "1938-05-02", "1938-05-02"),
        ("1938-02-31", "", ""),
        ("1938-13", "", ""),
        ("-0044-03-15", "", ""),
        ("0000", "", ""),
        ("", "", ""),
    ],
)
def test_a_date_has_a_first_and_a_last_day(iso: str, first: str, last: str) -> None:
    assert span(iso) == (first, last)
    assert (first_day(Moment("", iso)), last_day(Moment("", iso))) == (first, last)


def test_a_bound_alone_leaves_the_other_end_open() -> None:
    assert (first_day(Moment(not_after="1938")), last_day(Moment(not_after="1938"))) == ("", "1938-12-31")
