"""Whatever bytes come, as document or as schema: findings or none, and no other error than the one declared."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.errors import SchemaError, SourceError
from tei.findings import Finding
from tei.relaxng import Schema, load_schema
from tei.xmlfile import parse_bytes

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = (ROOT / "tests/schemas/documents/t1938-02-14-orlin-vetrova.xml").read_bytes()
TELEGRAM = load_schema(ROOT / "schemas/generated/telegram.rng")
KARSK = (ROOT / "tests/tei/validate/karsk.rng").read_bytes()
LETTER = (ROOT / "tests/tei/validate/karsk.xml").read_bytes()
PIECES = (
    *(
        b"<",
        b">",
        b"/>",
        b"</p>",
        b"<p>",
        b'"',
        b"'",
        b"&",
        b"&amp;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"<?x",
        b"\x00",
    ),
    *(
        b"\xff",
        b"\xc3\xa9",
        b"=",
        b" ",
        b"\n",
        b'xmlns=""',
        b"<!DOCTYPE a>",
        b"ref",
        b"choice",
        b"name",
        b"<empty/>",
        b"2",
    ),
)


@st.composite
def spoilt(draw: st.DrawFn, source: bytes) -> bytes:
    """The source with some pieces cut out, doubled or put in."""
    data = source
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        new = draw(st.sampled_from(PIECES) | st.just(data[start:end] * 2) | st.just(b""))
        data = data[:start] + new + data[end:]
    return data


@given(data=spoilt(DOCUMENT))
@settings(max_examples=150, deadline=None)
def test_a_spoilt_document_gives_findings_or_none(data: bytes) -> None:
    """And says the same as the tree, where there is one."""
    findings = list(TELEGRAM.validate_bytes(data, "x.xml"))
    assert all(isinstance(found, Finding) and found.message for found in findings)
    assert TELEGRAM.is_valid(data) == (findings == [])
    with suppress(SourceError):
        tree = parse_bytes(data)
        assert (list(TELEGRAM.validate_tree(tree)) == []) == (findings == [])


@pytest.mark.parametrize("charset", ["UTF8", "utf-8", "GB18030", "KOI8-R", "UTF_8", "nonsense"])
def test_a_declared_character_set_is_judged_alike_by_both_answers(charset: str) -> None:
    document = DOCUMENT.decode().partition("?>")[2]
    codec = "utf-8" if charset in ("UTF_8", "nonsense") else charset
    data = f'<?xml version="1.0" encoding="{charset}"?>{document}'.encode(codec, "xmlcharrefreplace")
    assert TELEGRAM.is_valid(data) == (list(TELEGRAM.validate_bytes(data)) == []) == (codec == charset)


def load(data: bytes) -> tuple[Schema | None, tuple[Finding, ...]]:
    try:
        return load_schema("x.rng", data=data), ()
    except SchemaError as error:
        return None, error.findings


@given(data=spoilt(KARSK))
@settings(max_examples=150, deadline=None)
def test_a_spoilt_schema_is_used_or_refused_with_findings(data: bytes) -> None:
    """What can be used judges a document without failing."""
    schema, refused = load(data)
    assert all(found.location.path == "x.rng" for found in refused)
    if schema is None:
        assert refused
    else:
        assert schema.is_valid(LETTER) == (list(schema.validate_bytes(LETTER)) == [])


@given(data=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_give_a_finding(data: bytes) -> None:
    """No document is made of chance."""
    assert list(TELEGRAM.validate_bytes(data))
