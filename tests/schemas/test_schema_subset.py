"""What our schema accepts, the schema of all of TEI accepts: shown on documents, and proved model by model."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from schema_drawing import Drawing
from schema_grammar import EMPTY, TEXT, Grammar, choice, group, leaves, optional, read_grammar, repeat
from schema_inclusion import ambiguity, compare, word_outside

from tests.whole_tei import whole_tei

A, B, C = (("leaf", name) for name in "abc")
EGXML = "{http://www.tei-c.org/ns/Examples}"


@pytest.fixture(scope="module")
def tei_all(reference: Path) -> etree.RelaxNG:
    """The schema of all of TEI; libxml2 takes ten seconds for it."""
    del reference  # where it is missing, the tests are skipped
    return whole_tei()


def test_drawn_documents_are_tei(tei_all: etree.RelaxNG, drawn: tuple[etree._Element, ...], schemas: Path) -> None:
    """500 documents drawn from our grammar are valid against tei_all, and so is the source of our schema."""
    assert len(drawn) == 500
    refused = [str(tei_all.error_log.last_error) for document in drawn if not tei_all.validate(document)]
    assert refused == []
    source = etree.parse(schemas / "telegram.odd")
    source.xinclude()
    assert tei_all.validate(source), tei_all.error_log


def test_drawn_documents_are_ours(
    relaxng: etree.RelaxNG, xsd: etree.XMLSchema, drawn: tuple[etree._Element, ...]
) -> None:
    """The same 500 are valid against our RELAX NG and our XML Schema."""
    assert [str(relaxng.error_log.last_error) for document in drawn if not relaxng.validate(document)] == []
    assert [str(xsd.error_log.last_error) for document in drawn if not xsd.validate(document)] == []


def test_drawn_documents_use_everything(drawing: Drawing, drawn: tuple[etree._Element, ...], grammar: Grammar) -> None:
    """Together they use every element, every attribute of every element, and every value that a list names."""
    names = {etree.QName(node).localname for document in drawn for node in document.iter(etree.Element)}
    assert set(grammar.elements) - names == set()
    assert drawing.missing() == []


def test_every_model_is_a_part_of_the_model_of_tei(grammar: Grammar, reference: Path) -> None:
    """No content, no set of attributes and no value is allowed by us and refused by TEI: a proof, not a sample."""
    assert compare(grammar, read_grammar(reference / "tei_all.rng")) == []


def test_every_model_is_deterministic(grammar: Grammar) -> None:
    """In no content model do two particles compete for one element, so XML Schema can say what RELAX NG says."""
    found = {name: ambiguity(element.content) for name, element in grammar.elements.items()}
    assert {name: symbol for name, symbol in found.items() if symbol} == {}


def test_every_element_can_be_reached(grammar: Grammar) -> None:
    """No element is declared that no document can have."""
    reached, pending = set(grammar.start), list(grammar.start)
    while pending:
        children = set(leaves(grammar.elements[pending.pop()].content)) - {TEXT} - reached
        reached |= children
        pending.extend(children)
    assert set(grammar.elements) - reached == set()


def test_the_schema_is_small(grammar: Grammar) -> None:
    """It has between 140 and 240 of the elements of TEI."""
    assert 140 <= len(grammar.elements) <= 240
    assert grammar.start == ("TEI", "teiCorpus")


@pytest.mark.parametrize(
    ("pattern", "symbol"),
    [
        (choice(group(A, B), group(A, C)), "a"),
        (group(optional(A), A), "a"),
        (group(optional(repeat(choice(A, B))), optional(A)), "a"),
        (repeat(group(A, optional(B))), None),
        (choice(group(A, B), group(B, A)), None),
        (optional(repeat(choice(("leaf", TEXT), A, B))), None),
    ],
)
def test_ambiguity_is_seen(pattern: tuple[object, ...], symbol: str | None) -> None:
    """The test for determinism tells models that are ambiguous from those that are not."""
    assert ambiguity(pattern) == symbol


@pytest.mark.parametrize(
    ("inner", "outer", "word"),
    [
        (optional(A), A, ()),
        (repeat(A), optional(A), ("a", "a")),
        (group(A, B), optional(repeat(choice(A, B))), None),
        (choice(A, B), choice(A, C), ("b",)),
        (EMPTY, optional(A), None),
        (("leaf", TEXT), A, ()),
    ],
)
def test_a_word_outside_is_found(
    inner: tuple[object, ...], outer: tuple[object, ...], word: tuple[str, ...] | None
) -> None:
    """The proof finds the shortest content that the one model allows and the other does not."""
    assert word_outside(inner, outer) == word


def test_pointers_are_addresses(relaxng: etree.RelaxNG, xsd: etree.XMLSchema) -> None:
    """Our pattern for pointers refuses what is no address, the same in both schemas."""
    good = ("#x", "a.xml", "../a.xml#x", "https://a.example/b?c=d#e", "urn:x:1", "%D0".replace("%", "a%"), "лист.jpg")
    bad = ("", " ", "#", "a b", "24:00:00", ":a", "a#b#c", "50%", "%zz", "[a]", "//a")
    for value, expected in ((value, value in good) for value in good + bad):
        document = _document(f'<p next="{value}"/>')
        assert (value, relaxng.validate(document), xsd.validate(document)) == (value, expected, expected)


def _document(body: str) -> etree._Element:
    header = (
        "<fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><p/></sourceDesc></fileDesc>"
    )
    return etree.fromstring(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>'
        f"<text><body>{body}</body></text></TEI>"
    )
