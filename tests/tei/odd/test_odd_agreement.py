"""Any content model: either it is called ambiguous, or all schemas made from it agree on every document."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.findings import Severity
from tei.names import TEI_NS
from tei.odd import Reading, compile_relaxng, compile_xsd, read_odd

OCCURS = ["", ' minOccurs="0"', ' maxOccurs="unbounded"', ' minOccurs="0" maxOccurs="unbounded"']
OCCURS += [' minOccurs="2" maxOccurs="3"', ' maxOccurs="2"']
EXPANSIONS = ["alternate", "sequence", "sequenceOptional", "sequenceRepeatable", "sequenceOptionalRepeatable"]
occurs = st.sampled_from(OCCURS)
leaf = st.one_of(
    st.builds('<elementRef key="{}"{}/>'.format, st.sampled_from("abcd"), occurs),
    st.builds('<classRef key="model.x" expand="{}"{}/>'.format, st.sampled_from(EXPANSIONS), occurs),
    st.builds('<classRef key="model.y"{}/>'.format, occurs),
    st.sampled_from(["<textNode/>", "<empty/>"]),
)
content = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds("<sequence{}>{}</sequence>".format, occurs, st.lists(inner, min_size=1, max_size=3).map("".join)),
        st.builds("<alternate{}>{}</alternate>".format, occurs, st.lists(inner, min_size=1, max_size=3).map("".join)),
        st.builds(
            '<sequence preserveOrder="false">{}</sequence>'.format,
            st.lists(inner, min_size=2, max_size=3).map("".join),
        ),
    ),
    max_leaves=6,
)
documents = st.lists(st.lists(st.sampled_from(["<a/>", "<b/>", "<c/>", "<d/>", "word", " "]), max_size=6), min_size=30)
LEAVES = "".join(
    f'<elementSpec ident="{name}"><classes>{"".join(f"<memberOf key={key!r}/>" for key in keys)}</classes>'
    "<content><empty/></content></elementSpec>"
    for name, keys in {"a": ["model.x"], "b": ["model.x", "model.y"], "c": ["model.y"], "d": []}.items()
)
CLASSES = '<classSpec ident="model.x" type="model"/><classSpec ident="model.y" type="model"/>'


def reading(folder: str, model: str) -> Reading:
    path = Path(folder) / "karsk.odd"
    path.write_text(
        f'<TEI xmlns="{TEI_NS}"><schemaSpec ident="k" start="r"><elementSpec ident="r"><content>{model}</content>'
        f"</elementSpec>{LEAVES}{CLASSES}</schemaSpec></TEI>",
        encoding="utf-8",
    )
    return read_odd(path)


def check(model: str, drawn: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = reading(folder, model)
        errors = {finding.rule for finding in found.findings if finding.severity is Severity.ERROR}
        assume(not errors)  # ambiguous, which the next assertion needs to be the only reason
        assert found.schema is not None
        looser = any(finding.rule == "ODD125" for finding in found.findings)
        for name, data in compile_xsd(found.schema, "k").items():
            (Path(folder) / name).write_bytes(data)
        xsd = etree.XMLSchema(etree.parse(f"{folder}/k.xsd"))
        relaxng = etree.RelaxNG(etree.fromstring(compile_relaxng(found.schema)))
    for children in drawn:
        tree = etree.fromstring(f'<r xmlns="{TEI_NS}">{"".join(children)}</r>')
        exact, loose = relaxng.validate(tree), xsd.validate(tree)
        assert exact == loose or (looser and loose), (model, children, exact, loose)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(content, documents)
def test_relaxng_and_xml_schema_agree_on_any_content_model(model: str, drawn: list[list[str]]) -> None:
    """What is not ambiguous compiles in libxml2, and both verdicts are one unless a warning said that XSD is looser."""
    check(model, drawn)


@pytest.mark.bench
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(content, documents)
def test_relaxng_and_xml_schema_agree_on_very_many_content_models(model: str, drawn: list[list[str]]) -> None:
    """The same, at length."""
    check(model, drawn)
