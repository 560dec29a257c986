"""Schemas and documents drawn by chance: the three runs of the engine agree, and mostly libxml2 agrees with them."""

from __future__ import annotations

import random

import pytest
from lxml import etree

from tei.errors import SchemaError
from tei.relaxng import Schema, load_schema
from tei.xmlfile import parse_bytes

NS = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
VALUES = ("<text/>", "<data type='integer'/>", "<value>1</value>", "<choice><value>1</value><value>2</value></choice>")
LEAVES = ("<empty/>", "<text/>", "<data type='integer'/>", "<list><oneOrMore><data type='integer'/></oneOrMore></list>")
WRAPS = ("group", "group", "group", "choice", "choice", "interleave", "optional", "oneOrMore", "zeroOrMore", "mixed")


def leaf(chance: random.Random, depth: int, *, attributes: bool) -> str:
    kind = chance.randrange(8)
    if kind < 4:
        return f"<ref name='{chance.choice('abc')}'/>"
    if kind == 4:
        return chance.choice(LEAVES)
    if kind == 5 and attributes:
        return f"<attribute name='{chance.choice('xyz')}'>{chance.choice(VALUES)}</attribute>"
    return f"<element name='{chance.choice('abcd')}'>{pattern(chance, depth - 2, attributes=True)}</element>"


def pattern(chance: random.Random, depth: int, *, attributes: bool) -> str:
    if depth <= 0 or chance.random() < 0.3:
        return leaf(chance, depth, attributes=attributes)
    wrap = chance.choice(WRAPS)
    several = 2 + chance.randrange(2) if wrap in ("group", "choice", "interleave") else 1
    inside = attributes and not wrap.endswith("More")
    return f"<{wrap}>{''.join(pattern(chance, depth - 1, attributes=inside) for _ in range(several))}</{wrap}>"


def grammar(chance: random.Random) -> bytes:
    defines = "".join(
        f"<define name='{name}'><element name='{name}'>{pattern(chance, 2, attributes=True)}</element></define>"
        for name in "abc"
    )
    start = pattern(chance, 4, attributes=True)
    return f"<grammar {NS}><start><element name='r'>{start}</element></start>{defines}</grammar>".encode()


def document(chance: random.Random, depth: int, name: str = "r") -> str:
    attributes = "".join(f" {one}='{chance.choice('12q')}'" for one in "xyz" if chance.random() < 0.2)
    if depth <= 0:
        return f"<{name}{attributes}/>"
    words = ("", "", "1", "t", " ")
    inside = "".join(
        chance.choice(words) + document(chance, depth - 1 - chance.randrange(2), chance.choice("abcd"))
        for _ in range(chance.randrange(4))
    )
    return f"<{name}{attributes}>{inside}{chance.choice(words)}</{name}>"


def drawn(chance: random.Random) -> tuple[Schema, etree.RelaxNG]:
    """A schema that both engines take: many that are drawn break section 7."""
    while True:
        source = grammar(chance)
        try:
            return load_schema("drawn.rng", data=source), etree.RelaxNG(parse_bytes(source))
        except (SchemaError, etree.RelaxNGError):
            continue


@pytest.mark.parametrize("seed", range(8))
def test_drawn_documents_get_one_verdict(seed: int) -> None:
    """The quick yes, the run that explains and the run over a tree agree; libxml2 differs in no more than a few."""
    chance = random.Random(seed)
    differ = 0
    for _ in range(15):
        schema, libxml2 = drawn(chance)
        for _ in range(20):
            data = document(chance, chance.randrange(4)).encode()
            findings = list(schema.validate_bytes(data))
            assert schema.is_valid(data) == (findings == [])
            assert not any(found.rule == "VAL199" for found in findings)
            tree = parse_bytes(data)
            assert (list(schema.validate_tree(tree)) == []) == (findings == [])
            differ += libxml2.validate(tree) != (findings == [])
    # libxml2 has faults of its own with interleave; where the two differed, Jing has always judged as we do.
    assert differ <= 3
