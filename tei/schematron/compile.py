"""A `Schema` → one XSLT 1.0 stylesheet that walks a document once and hands each node to the patterns that want it.

ISO/IEC 19757-3, annex C, defines the default query binding by XSLT 1.0, so XSLT is also the shortest way to run it:
contexts are match patterns, attributes and text can be context nodes, current() and key() mean what they should. Each
pattern is a mode, its rules are templates of falling priority (the first that matches wins). The walk dispatches by
the name of the node, so a pattern about dates costs nothing where there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from tei.names import XML_NS, XSL_NS
from tei.schematron.contexts import Target, node_set, parted, targets
from tei.schematron.expressions import is_string, variables, with_index
from tei.schematron.model import Check, Let, Message, Pattern, Rule, Schema
from tei.schematron.scopes import Scope, Selection, scopes

RUN_NS: Final = "urn:tei-edition:schematron"
GIVEN: Final = "tei-edition.run:given"
"""The extension function that gives the value of a variable by its name."""
_MATCH: Final = {
    "element": "*",
    "attribute": "@*",
    "text": "text()",
    "comment": "comment()",
    "processing-instruction": "processing-instruction()",
    "root": "/",
}
_NAME: Final = re.compile(r"(?:[\w.-]+:)?(?:[\w.-]+|\*)")
"""A match pattern that is a name of elements, or a wildcard."""
_ON_ELEMENTS: Final = ("attribute", "owner")
_FEW: Final = 2
_WALK: Final = "walk"
_IDS: Final = "tei-edition.ids"

NumberedCheck = tuple[Pattern, Rule, Check]


def numbered(selection: Selection) -> tuple[NumberedCheck, ...]:
    """Return the checks in the order in which the stylesheet numbers them."""
    return tuple((one, rule, check) for one in selection.patterns for rule in one.rules for check in rule.checks)


def stylesheet(schema: Schema, selection: Selection) -> etree._Element:
    """Return the stylesheet that runs the selected patterns.

    Its output is `<failures><failure check="number" node="place">message<remark/></failure>…</failures>`, where
    place is what the extension function place() of RUN_NS gives for the node.
    """
    whole, inner = scopes(schema, selection)
    sheet = _empty_stylesheet(schema.namespaces)
    for key in schema.keys:
        _xsl(sheet, "key", name=key.name, match=key.match, use=key.use)
    _xsl(sheet, "key", name=_IDS, match="@xml:id", use=".")  # to ask each element for its id takes twice as long
    _variables(sheet, schema.lets, whole, "schema")
    if selection.phase is not None:
        _variables(sheet, selection.phase.lets, whole, "phase")
    count = 0
    alone: list[etree._Element | None] = []
    for index, (pattern, scope) in enumerate(zip(selection.patterns, inner, strict=True)):
        _variables(sheet, pattern.lets, scope, f"p{index}")
        alone.append(_mode(sheet, f"p{index}", pattern, scope, count))
        count += sum(len(rule.checks) for rule in pattern.rules)
    searches = tuple(_search(pattern) for pattern in selection.patterns)
    walked = zip(selection.patterns, searches, strict=True)
    _walk(sheet, tuple(frozenset() if search else _wanted(pattern) for pattern, search in walked), searches, alone)
    _drop_unused(sheet)
    return sheet


def _drop_unused(sheet: etree._Element) -> None:
    """Take out the templates of patterns that the walk holds itself: each node would be compared with all of them."""
    used = {call.get("mode") for call in sheet.iter(f"{{{XSL_NS}}}apply-templates")}
    for template in sheet.findall(f"{{{XSL_NS}}}template"):
        if template.get("mode", _WALK) not in used:
            sheet.remove(template)


def _empty_stylesheet(namespaces: Mapping[str, str]) -> etree._Element:
    """Return a stylesheet with the prefixes of the schema, under prefixes of its own that none of those uses."""
    nsmap: dict[str, str] = {
        prefix: uri for prefix, uri in namespaces.items() if prefix and prefix != "xml" and uri != XML_NS
    }
    for wanted, uri in (("xsl", XSL_NS), ("run", RUN_NS)):
        prefix = wanted
        while prefix in nsmap:
            prefix += "_"
        nsmap[prefix] = uri
    nsmap[GIVEN.partition(":")[0]] = RUN_NS
    sheet = etree.Element(f"{{{XSL_NS}}}stylesheet", nsmap=nsmap)
    sheet.set("version", "1.0")
    run = next(prefix for prefix, uri in nsmap.items() if uri == RUN_NS)
    sheet.set("exclude-result-prefixes", str(run))
    start = _xsl(sheet, "template", match="/")
    _xsl(etree.SubElement(start, "failures"), "apply-templates", select=".", mode=_WALK)
    return sheet


def _xsl(parent: etree._Element, kind: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{XSL_NS}}}{kind}", attributes)


def _variables(parent: etree._Element, lets: Iterable[Let], scope: Scope, owner: str) -> None:
    for let in lets:
        variable = _xsl(parent, "variable", name=f"{let.name}.{owner}")
        if let.value is None:
            _xsl(variable, "text").text = let.content
        else:
            variable.set("select", scope.rename(let.value))


def _mode(sheet: etree._Element, mode: str, pattern: Pattern, scope: Scope, count: int) -> etree._Element | None:
    """Write the templates of one pattern: the earlier the rule, the higher its priority.

    Return the template of a pattern whose one rule can as well be written where the walk meets its nodes.
    """
    alone: etree._Element | None = None
    choose = _choice(sheet, mode) if any(variables(rule.context) for rule in pattern.rules) else None
    for rank, rule in enumerate(pattern.rules):
        context = scope.rename(rule.context)
        if choose is None:
            single = len(pattern.rules) == 1  # otherwise the next rule would have to be asked where a test fails
            match, tests = parted(context) if single else (context, ())
            body = _xsl(sheet, "template", match=match, mode=mode, priority=str(len(pattern.rules) - rank))
            alone = body if single and _NAME.fullmatch(match) else None
            body = _xsl(body, "if", test=" and ".join(f"({test})" for test in tests)) if tests else body
        else:
            name = f"context.{mode}.{rank}"
            _xsl(sheet, "variable", name=name, select=node_set(context))
            body = _xsl(choose, "when", test=f"count(. | ${name}) = count(${name})")
        _rule(body, rule, scope, count)
        count += len(rule.checks)
    # Nodes that no rule takes: without this, the built-in templates would go down to their children.
    _xsl(sheet, "template", match=" | ".join(_MATCH.values()), mode=mode, priority="-1")
    return alone


def _choice(sheet: etree._Element, mode: str) -> etree._Element:
    """Return the place for rules whose contexts use variables.

    XSLT 1.0 has no variables in match patterns, so each context is selected once and the node is looked up in it.
    """
    template = _xsl(sheet, "template", match=" | ".join(_MATCH.values()), mode=mode, priority="1")
    return _xsl(template, "choose")


def _rule(body: etree._Element, rule: Rule, scope: Scope, count: int) -> None:
    for let in rule.lets:
        _variables(body, (let,), scope, "rule")
        scope = scope.inside((let,), "rule")
    strings = frozenset(let.name for let in rule.lets if let.value is not None and is_string(let.value))
    for number, check in enumerate(rule.checks, count):
        _check(body, check, with_index(check.test, _IDS, strings), scope, number)


def _check(template: etree._Element, check: Check, test: str, scope: Scope, number: int) -> None:
    test = scope.rename(test)
    condition = _xsl(template, "if", test=test if check.fails_when else f"not({test})")
    failure = etree.SubElement(condition, "failure", check=str(number))
    run = next(prefix for prefix, uri in template.nsmap.items() if uri == RUN_NS)
    _xsl(_xsl(failure, "attribute", name="node"), "value-of", select=f"{run}:place(.)")
    _message(failure, check.message, scope)
    for remark in (*check.diagnostics, *check.properties):
        _message(etree.SubElement(failure, "remark"), remark.message, scope)


def _message(parent: etree._Element, message: Message, scope: Scope) -> None:
    for part in message:
        if isinstance(part, str):
            _xsl(parent, "text").text = part
        else:
            _xsl(parent, "value-of", select=scope.rename(part.select))


def _wanted(pattern: Pattern) -> frozenset[Target]:
    """Return the kinds of node that a pattern is offered."""
    found: set[Target] = set()
    for rule in pattern.rules:
        for target in targets(rule.context):
            found |= {Target(kind) for kind in _MATCH if kind != "attribute"} if target.kind == "any" else {target}
    # Offered through two attributes, or through one and by name, an element would be judged twice.
    if sum(not one.instead for one in found) > 1:
        return frozenset(Target("element") if one.kind == "owner" else one for one in found)
    return frozenset(found)


def _search(pattern: Pattern) -> str:
    """Return the expression that selects the nodes of a pattern, where that is quicker than to offer it all elements.

    So it is where one rule takes elements of any name, and which ones the walk cannot tell by an attribute.
    """
    context = pattern.rules[0].context if len(pattern.rules) == 1 else ""
    if not context or variables(context) or not _wanted(pattern) <= {Target("element")}:
        return ""
    return node_set(context)


def _walk(
    sheet: etree._Element,
    wanted: tuple[frozenset[Target], ...],
    searches: Iterable[str],
    alone: Sequence[etree._Element | None],
) -> None:
    """Write the templates that visit the document and call, for each node, the modes of the patterns that want it.

    All nodes of a kind are selected at once: going down from child to child takes twice as long. The nodes of the
    patterns that have a search go to them at once.
    """
    every: frozenset[Target] = frozenset().union(*wanted)
    matches: dict[str, list[Target]] = {}
    for target in sorted({*every, Target("root")}, key=lambda one: (one.kind, one.name, one.instead)):
        matches.setdefault(_match(target), []).append(target)
    for match, met in matches.items():
        template = _xsl(sheet, "template", match=match, mode=_WALK, priority="1" if match in _MATCH.values() else "2")
        for index, wants in enumerate(wanted):
            _offers(template, met, wants, f"p{index}", alone[index])
        if match == "/":
            for nodes in _nodes(every):
                _xsl(template, "apply-templates", select=nodes, mode=_WALK)
            for index, search in enumerate(searches):
                if search:
                    _xsl(template, "apply-templates", select=search, mode=f"p{index}")
    _xsl(sheet, "template", match=" | ".join(_MATCH.values()), mode=_WALK, priority="-1")


def _offers(
    template: etree._Element, met: list[Target], wants: frozenset[Target], mode: str, alone: etree._Element | None
) -> None:
    """Offer a pattern the node that the walk is at, and the element that has it as an attribute, if it wants them."""
    for one in met:
        if one.kind == "owner" and one in wants:
            _offer_owner(template, one, mode, alone)
    if any((one.kind != "owner" and one in wants) or Target(_node_kind(one)) in wants for one in met):
        _offer(template, mode, alone)


def _offer(template: etree._Element, mode: str, alone: etree._Element | None) -> None:
    """Offer a pattern the node that the walk is at; a rule for just these nodes is written here, which is quicker."""
    if alone is not None and alone.get("match") == template.get("match"):
        _xsl(template, "for-each", select=".").extend(map(deepcopy, alone))
    else:
        _xsl(template, "apply-templates", select=".", mode=mode)


def _offer_owner(template: etree._Element, owner: Target, mode: str, alone: etree._Element | None) -> None:
    """Offer a pattern the element whose attribute the walk is at, if it is not offered through another."""
    others = f"[not({' or '.join(f'@{name}' for name in owner.instead)})]" if owner.instead else ""
    if alone is not None:
        _xsl(template, "for-each", select=f"parent::{alone.get('match')}{others}").extend(map(deepcopy, alone))
    else:
        _xsl(template, "apply-templates", select=f"parent::*{others}", mode=mode)


def _node_kind(target: Target) -> str:
    return "attribute" if target.kind == "owner" else target.kind


def _match(target: Target) -> str:
    """Return the match pattern of the nodes that lead to `target`."""
    if target.name == "*":
        return _MATCH[target.kind]
    return target.name if target.kind == "element" else f"@{target.name}"


def _nodes(every: frozenset[Target]) -> Iterator[str]:
    """Yield the selections of the nodes that some pattern wants; of all attributes where many are, that is quicker."""
    elements = {_match(target) for target in every if target.kind == "element"}
    attributes = {_match(target) for target in every if target.kind in _ON_ELEMENTS}
    others = {_match(target) for target in every if target.kind not in ("root", "element", *_ON_ELEMENTS)}
    for found, whole in ((elements, "*"), (attributes, "@*"), (others, "")):
        named = len(found) <= _FEW and not any(step.endswith("*") for step in found)
        yield from (f"//{step}" for step in (sorted(found) if named or not whole else (whole,)))
