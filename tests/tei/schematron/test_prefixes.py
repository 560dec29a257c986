"""Rules for TEI that name their elements without a prefix, and so never check anything."""

from __future__ import annotations

import pytest

from tei.names import TEI_NS
from tei.validate import Kind, Validator

RULES = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <sch:ns prefix="{prefix}" uri="{uri}"/>
  <sch:pattern>
    <sch:rule context="{context}"><sch:assert test="true()">fine</sch:assert></sch:rule>
  </sch:pattern>
</sch:schema>
"""


def notes(context: str, uri: str = TEI_NS, prefix: str = "tei") -> list[tuple[str, int, str]]:
    rules = RULES.format(context=context, uri=uri, prefix=prefix)
    validator = Validator.load(rules.encode(), kind=Kind.SCHEMATRON, path="rules.sch")
    return [(found.rule, found.location.line or 0, found.hint) for found in validator.notes]


@pytest.mark.parametrize("context", ["persName", "tei:p/persName", "tei:date | persName[@ref]", "/persName"])
def test_a_name_without_prefix_is_named_with_its_line_and_the_mend(context: str) -> None:
    assert notes(context) == [("SCH106", 4, "write tei:persName")]


@pytest.mark.parametrize(
    "context",
    [
        "tei:persName", "@when", "text()", "/", "*", "*[@ref]", "*:persName", "tei:p[persName]",
        "Q{http://www.tei-c.org/ns/1.0}p",
    ],
)  # fmt: skip
def test_what_can_match_in_tei_is_not_named(context: str) -> None:
    assert notes(context) == []


def test_the_prefix_that_the_schema_binds_is_proposed() -> None:
    assert notes("date", prefix="t") == [("SCH106", 4, "write t:date")]


def test_rules_that_bind_no_prefix_to_tei_may_be_for_other_documents() -> None:
    assert notes("persName", uri="http://www.w3.org/1999/xlink") == []


def test_a_schema_that_cannot_be_read_has_no_such_notes() -> None:
    assert Validator.load(b"<nothing/>", kind=Kind.SCHEMATRON, path="rules.sch").notes == ()
