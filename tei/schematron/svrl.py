"""The result of rules as SVRL, the Schematron Validation Report Language (ISO/IEC 19757-3, annex D)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lxml import etree

from tei.findings import Location, Severity
from tei.names import XML_LANG
from tei.schematron.model import Check, Failure, Pattern, Remark, Rule
from tei.schematron.run import Schematron
from tei.schematron.scopes import Selection

SVRL_NS: Final = "http://purl.oclc.org/dsdl/svrl"
_FIRED: Final = Check(
    "", "true()", fails_when=True, severity=Severity.INFO, message=(), diagnostics=(), see="", location=Location()
)
"""A check that fails always: put before the others of a rule, it tells that the rule has taken a node."""


def svrl(rules: Schematron, tree: etree._ElementTree) -> bytes:
    """Return what `rules` say of a document, in the order of patterns, then of nodes, as UTF-8.

    Raises XSLTError or BrokenOffError where a rule breaks off on this document.
    """
    selection = rules.selection
    traced = {pattern: _traced(pattern) for pattern in selection.patterns}
    failures = rules.compiled(Selection(tuple(traced.values()), selection.phase)).run(tree)
    output = etree.Element(_svrl("schematron-output"), nsmap={"svrl": SVRL_NS})
    if selection.phase is not None:
        output.set("phase", selection.phase.ident)
    for prefix, uri in rules.schema.namespaces.items():
        etree.SubElement(output, _svrl("ns-prefix-in-attribute-values"), prefix=prefix, uri=uri)
    by_pattern: dict[Pattern, list[Failure]] = {pattern: [] for pattern in traced.values()}
    for failure in failures:
        by_pattern[failure.pattern].append(failure)
    order = {element: place for place, element in enumerate(tree.iter())}
    for pattern, found in by_pattern.items():
        active = etree.SubElement(output, _svrl("active-pattern"))
        _put(active, (("id", pattern.ident),))
        _add(output, sorted(found, key=lambda one: (order.get(one.node, 0), one.attribute)))
    return etree.tostring(output, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _traced(pattern: Pattern) -> Pattern:
    return replace(pattern, rules=tuple(replace(rule, checks=(_FIRED, *rule.checks)) for rule in pattern.rules))


def _add(output: etree._Element, failures: Iterable[Failure]) -> None:
    for failure in failures:
        if failure.check is _FIRED:
            _fired(etree.SubElement(output, _svrl("fired-rule")), failure.rule)
        else:
            name = "successful-report" if failure.check.fails_when else "failed-assert"
            _failed(etree.SubElement(output, _svrl(name)), failure)


def _fired(element: etree._Element, rule: Rule) -> None:
    _put(element, (("context", rule.context), *rule.labels))


def _failed(element: etree._Element, failure: Failure) -> None:
    check = failure.check
    _put(element, (("id", check.ident), ("location", _location(failure)), ("test", check.test), *check.labels))
    etree.SubElement(element, _svrl("text")).text = failure.message
    remarks = iter(failure.remarks)
    for kind, known in (("diagnostic", check.diagnostics), ("property", check.properties)):
        for remark in known:
            _remark(etree.SubElement(element, _svrl(f"{kind}-reference"), {kind: remark.ident}), remark, next(remarks))


def _remark(element: etree._Element, remark: Remark, text: str) -> None:
    words = etree.SubElement(element, _svrl("text"))
    words.text = text
    _put(words, ((XML_LANG, remark.language),))


def _location(failure: Failure) -> str:
    """Return the place as XPath 1.0 that needs no prefixes."""
    steps = [_step(element) for element in (*reversed(list(failure.node.iterancestors())), failure.node)]
    attribute = etree.QName(failure.attribute) if failure.attribute else None
    if attribute is None:
        return "".join(steps)
    return f"{''.join(steps)}/@*[{_named(attribute.localname, attribute.namespace or '')}]"


def _step(element: etree._Element) -> str:
    name = etree.QName(element)
    number = 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
    return f"/*[{_named(name.localname, name.namespace or '')}][{number}]"


def _named(local: str, namespace: str) -> str:
    return f"local-name()='{local}' and namespace-uri()='{namespace}'"


def _put(element: etree._Element, values: Iterable[tuple[str, str]]) -> None:
    for name, value in values:
        if value:
            element.set(name, value)


def _svrl(name: str) -> str:
    return f"{{{SVRL_NS}}}{name}"
