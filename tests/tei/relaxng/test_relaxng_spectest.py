"""James Clark's test suite for RELAX NG: every schema is judged right or wrong, every document valid or not.

There is no exception: all 385 cases give the verdict that the suite demands. Names are those of XML 1.0 before its
fifth edition, as the suite has them; the datatype library that it requires of three cases is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei.errors import SchemaError, SourceError
from tei.findings import Location
from tei.relaxng import Schema, load_schema
from tei.xmlfile import NOT_FOUND

SUITE = Path(__file__).resolve().parents[4] / "shared/reference/relaxng/spectest.xml"
EXCEPTIONS: dict[int, str] = {}
"""Number of a case → why its verdict is not the suite's; empty."""

pytestmark = pytest.mark.skipif(not SUITE.exists(), reason="the suite is not in ../shared/reference/relaxng")


@cache
def cases() -> tuple[etree._Element, ...]:
    # The suite declares an entity for a name in Thai, so it is parsed here and not by tei.xmlfile, which refuses that.
    tree = etree.parse(SUITE, etree.XMLParser(resolve_entities=True, no_network=True))
    return tuple(tree.iter("testCase"))


def resources(node: etree._Element, folder: str = "") -> Iterator[tuple[str, bytes]]:
    """Path and content of the files that a case is made of."""
    for child in node:
        if child.tag == "resource":
            yield folder + child.get("name", ""), etree.tostring(child[0], encoding="utf-8", with_tail=False)
        elif child.tag == "dir":
            yield from resources(child, f"{folder}{child.get('name')}/")


def reader(case: etree._Element) -> Callable[[str], bytes]:
    files = dict(resources(case))

    def read(path: str) -> bytes:
        if path not in files:
            raise SourceError(NOT_FOUND.at(Location(path), "there is no such file"))
        return files[path]

    return read


def load(case: etree._Element, schema: etree._Element) -> Schema | None:
    data = etree.tostring(schema[0], encoding="utf-8", with_tail=False)
    try:
        return load_schema("schema.rng", data=data, read=reader(case))
    except SchemaError:
        return None


@pytest.mark.parametrize("number", range(385))
def test_a_case_of_the_suite_gives_the_verdict_that_it_demands(number: int) -> None:
    """`correct` loads, `incorrect` is refused with findings, `valid` gives none and `invalid` some."""
    if number in EXCEPTIONS:
        pytest.skip(EXCEPTIONS[number])
    case = cases()[number]
    schema: Schema | None = None
    for step in case:
        if step.tag in ("correct", "incorrect"):
            schema = load(case, step)
            assert (schema is not None) == (step.tag == "correct"), etree.tostring(step).decode()
        elif step.tag in ("valid", "invalid"):
            assert schema is not None
            data = etree.tostring(step[0], encoding="utf-8", with_tail=False)
            wanted = step.tag == "valid"
            assert schema.is_valid(data) == wanted, data
            assert (list(schema.validate_bytes(data)) == []) == wanted, data
            assert (list(schema.validate_tree(step[0])) == []) == wanted, data


def test_the_suite_has_the_cases_that_it_is_known_for() -> None:
    """So that none is left out unseen."""
    assert len(cases()) == 385
