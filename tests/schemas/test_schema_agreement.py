"""RELAX NG and XML Schema, made from one source, accept the same documents: valid ones, and ones damaged a little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import xmlschema
from lxml import etree
from schema_drawing import Drawing
from schema_grammar import Grammar
from schema_mutation import Mutator

COUNT = 2_000
BOTH = 4
"""One damaged document in so many is tried with the second implementation of XML Schema too, which is slow; all are in
`make bench`."""


class Verdict(NamedTuple):
    """What was done to a document, what RELAX NG says of it and, where they differ, why and of what document."""

    way: str
    relaxng: bool
    reasons: str = ""
    document: str = ""


@pytest.fixture(scope="module")
def second(schemas: Path) -> xmlschema.XMLSchema:
    """Our XML Schema, read by a second implementation."""
    return xmlschema.XMLSchema(str(schemas / "generated" / "telegram.xsd"))


@pytest.fixture(scope="module")
def verdicts(
    grammar: Grammar, relaxng: etree.RelaxNG, xsd: etree.XMLSchema, second: xmlschema.XMLSchema
) -> tuple[Verdict, ...]:
    """Every validator's word on 2,000 damaged documents, made from 400 small ones."""
    return tuple(
        _verdict(way, document, relaxng, xsd, second if n % BOTH == 0 else None)
        for n, (way, document) in enumerate(_damaged(grammar))
    )


def _damaged(grammar: Grammar) -> Iterator[tuple[str, etree._Element]]:
    drawing, mutator = Drawing(grammar, 17, size=8), Mutator(grammar, 17)
    sound = [drawing.document() for _ in range(COUNT // 5)]
    return (mutator.mutate(sound[n % len(sound)], mutator.kinds[n % len(mutator.kinds)]) for n in range(COUNT))


def _verdict(
    way: str,
    document: etree._Element,
    relaxng: etree.RelaxNG,
    xsd: etree.XMLSchema,
    second: xmlschema.XMLSchema | None,
) -> Verdict:
    first, other = relaxng.validate(document), xsd.validate(document)
    error = next(second.iter_errors(document), None) if second else None
    if first == other and (second is None or first == (error is None)):
        return Verdict(way, first)
    reasons = (relaxng.error_log.last_error, xsd.error_log.last_error, error and error.reason)
    why = " | ".join(str(reason) for reason in reasons if reason)
    return Verdict(way, first, why, etree.tostring(document, encoding="unicode"))


def test_damaged_documents_are_judged_alike(verdicts: tuple[Verdict, ...]) -> None:
    """On 2,000 damaged documents RELAX NG and XML Schema by libxml2 agree, and with xmlschema on one in four."""
    assert len(verdicts) == COUNT
    assert [verdict for verdict in verdicts if verdict.reasons] == []


@pytest.mark.bench
def test_damaged_documents_are_judged_alike_by_a_second_implementation(
    grammar: Grammar, relaxng: etree.RelaxNG, second: xmlschema.XMLSchema
) -> None:
    """On all 2,000 damaged documents RELAX NG and XML Schema by xmlschema agree."""
    judged = [(relaxng.validate(document), second.is_valid(document)) for _, document in _damaged(grammar)]
    assert len(judged) == COUNT
    assert all(ours == theirs for ours, theirs in judged)


def test_damage_is_of_both_kinds(verdicts: tuple[Verdict, ...]) -> None:
    """At least 30 % of the damaged documents are invalid and at least 10 % still valid: agreement means something."""
    valid = sum(verdict.relaxng for verdict in verdicts)
    assert COUNT - valid >= 0.3 * COUNT
    assert valid >= 0.1 * COUNT


def test_damage_is_of_every_way(verdicts: tuple[Verdict, ...], grammar: Grammar) -> None:
    """Each way of damaging a document was taken at least 50 times."""
    taken = Counter(verdict.way for verdict in verdicts)
    assert {way: taken[way] for way in Mutator(grammar, 0).kinds if taken[way] < 50} == {}


def test_a_second_implementation_accepts_drawn_documents(
    second: xmlschema.XMLSchema, drawn: tuple[etree._Element, ...]
) -> None:
    """One in fifteen of the documents that our grammar draws is tried with xmlschema too, and all are valid."""
    assert [str(error) for document in drawn[::15] for error in second.iter_errors(document)] == []


@pytest.mark.parametrize(
    "body",
    [
        '<p><date when="1938-02-30"/></p>',
        '<p><date when="--02-29"/></p>',
        '<p><date when="24:00:00"/></p>',
        '<p><date when=" 1938 "/></p>',
        '<p><num value="1e3"/></p>',
        '<p><num value=".5"/></p>',
        '<p xml:lang=""/>',
        '<p xml:lang="en_US"/>',
        '<p rend=" a  b "/>',
        '<p rend=""/>',
        '<p n=""/>',
        '<p xml:id="a"/><p xml:id="a"/>',
        "<p><gap> </gap><gap>x</gap></p>",
        '<ab type=" other "/>',
        "<p><lb/> <choice> <sic/> <corr/> </choice></p>",
        "<p><choice>x<sic/><corr/></choice></p>",
        "<list> <item/> </list>",
        '<table rows="٣"><row><cell/></row></table>',
        '<table rows="1_0"><row><cell/></row></table>',
        "<div><closer/></div>",
        "<div><p/><closer/><pb/></div>",
    ],
)
def test_corners_of_values_and_space_are_judged_alike(
    body: str, relaxng: etree.RelaxNG, xsd: etree.XMLSchema, second: xmlschema.XMLSchema
) -> None:
    """The three agree on white space, on empty values and on dates at the edge of the calendar."""
    document = etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt>'
        "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f"<text><body><p/>{body}</body></text></TEI>".replace("<p/><div>", "<div>"),
        etree.XMLParser(collect_ids=False),  # else the parser itself refuses an id that stands twice
    )
    assert relaxng.validate(document) == xsd.validate(document) == second.is_valid(document)
