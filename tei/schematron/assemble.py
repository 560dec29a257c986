"""Bring a Schematron schema into one piece: includes, extended rules and abstract patterns are put where they belong.

ISO/IEC 19757-3, 5.4.4 (include), 5.4.12 (abstract rules, extends), 6.3 (abstract patterns). Works on a copy of the
tree; every part that came from another file is marked with it, so that findings name the right file and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from lxml import etree

from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import SCH_NS, SCH_OLD_NS, XML_ID
from tei.schematron.problems import UNREADABLE
from tei.xmlfile import parse_file

_FILE: Final = "{urn:tei-edition:schematron}file"
_ADDRESS: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.\-]+:")
_EXPRESSIONS: Final = ("context", "test", "select", "path", "value", "documents")
_TOP: Final = ("ns", "let", "phase", "pattern", "diagnostics")


def _sch(name: str) -> str:
    return f"{{{SCH_NS}}}{name}"


def line_of(element: etree._Element) -> int:
    """Return the line that libxml2 noted for `element`, 0 where it has none."""
    line: Any = element.sourceline
    return int(line or 0)


def place(element: etree._Element) -> Location:
    """Return the file and line where `element` was written, wherever it stands now."""
    owner: etree._Element | None = element
    while owner is not None and owner.get(_FILE) is None:
        owner = owner.getparent()
    return Location("" if owner is None else owner.get(_FILE, ""), line_of(element))


def _mark(element: etree._Element, path: str) -> None:
    """Note that `element` comes from the file `path`, unless a nearer mark is there."""
    if element.get(_FILE) is None:
        element.set(_FILE, path)


def assemble(root: etree._Element, path: str, problems: list[Finding]) -> etree._Element:
    """Return a copy of the schema `root` in one piece, or of the rules embedded in the grammar `root`."""
    top = deepcopy(root)
    top.set(_FILE, path)
    if top.tag != _sch("schema"):
        top = _embedded(top, problems)
    _include(top, (path,), problems)
    for pattern in list(top.iterchildren(_sch("pattern"))):
        _instantiate(pattern, top, problems)
    for pattern in list(top.iterchildren(_sch("pattern"))):
        if pattern.get("abstract") == "true":
            top.remove(pattern)
            continue
        _extend(pattern, problems)
    return top


def _embedded(root: etree._Element, problems: list[Finding]) -> etree._Element:
    """Gather the Schematron that stands as foreign elements in a RELAX NG or XML Schema grammar."""
    schema = etree.Element(_sch("schema"), nsmap={"sch": SCH_NS})
    schema.set(_FILE, root.get(_FILE, ""))
    found = [one for name in _TOP for one in root.iter(_sch(name)) if not _inside_schematron(one)]
    if not found:
        name = etree.QName(root)
        old = " of Schematron 1.x, before the ISO standard" if name.namespace == SCH_OLD_NS else ""
        message = f"not a Schematron schema: the root is {name.localname} in the namespace {name.namespace}{old}"
        problems.append(UNREADABLE.at(place(root), message, f'start with <sch:schema xmlns:sch="{SCH_NS}">'))
    schema.extend(found)
    return schema


def _inside_schematron(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).namespace == SCH_NS


def _include(element: etree._Element, files: tuple[str, ...], problems: list[Finding]) -> None:
    """Put the target of each sch:include in its place, and the content of each rule that is extended by address."""
    for child in list(element.iterchildren(tag=etree.Element)):
        if child.tag == _sch("include") or (child.tag == _sch("extends") and child.get("href") is not None):
            _splice(child, files, problems)
        else:
            _include(child, files, problems)


def _splice(link: etree._Element, files: tuple[str, ...], problems: list[Finding]) -> None:
    parent = link.getparent()
    if parent is None:  # pragma: no cover - a link is always found below something
        return
    target = _fetch(link, files, problems)
    position = parent.index(link)
    parent.remove(link)
    if target is None:
        return
    _include(target, (*files, target.get(_FILE, "")), problems)
    pieces = [target]
    if link.tag == _sch("extends"):
        pieces = [piece for piece in target if isinstance(piece.tag, str)]
        for piece in pieces:
            _mark(piece, target.get(_FILE, ""))
    parent[position:position] = pieces


def _fetch(link: etree._Element, files: tuple[str, ...], problems: list[Finding]) -> etree._Element | None:
    """Return the element that the address of `link` names, None with a finding where it cannot be had."""
    href = link.get("href", "").strip()
    name, _, fragment = href.partition("#")
    here = place(link)
    path = str(Path(here.path).parent / name) if name else here.path
    problem = ""
    if not href or _ADDRESS.match(href):
        problem = f'"{href}" is not the path of a file; addresses on the network are not followed'
    elif path in files and not fragment:
        problem = f'"{href}" includes itself: {" → ".join((*files, path))}'
    else:
        try:
            root = parse_file(Path(path)).getroot()
        except SourceError as error:
            problem = f'"{href}" cannot be included: {error}'
        else:
            target = _fragment(root, fragment)
            if target is not None:
                copy = deepcopy(target)
                copy.tail = None
                copy.set(_FILE, path)
                return copy
            problem = f'"{name}" has no element with the id "{fragment}"'
    problems.append(UNREADABLE.at(here, problem, "check @href; it is relative to the file that holds it"))
    return None


def _fragment(root: etree._Element, ident: str) -> etree._Element | None:
    if not ident:
        return root
    return next((one for one in root.iter(etree.Element) if ident in (one.get("id"), one.get(XML_ID))), None)


def _instantiate(pattern: etree._Element, top: etree._Element, problems: list[Finding]) -> None:
    """Fill a pattern that is-a an abstract one with the rules of that, its parameters put in."""
    wanted = pattern.get("is-a")
    if wanted is None:
        return
    abstract = [one for one in top.iterchildren(_sch("pattern")) if one.get("id") == wanted and one is not pattern]
    if not abstract:
        message = f'there is no abstract pattern "{wanted}"'
        problems.append(UNREADABLE.at(place(pattern), message, "name one that has @abstract and that @id"))
        return
    values = {one.get("name", ""): one.get("value", "") for one in pattern.iterchildren(_sch("param"))}
    source = place(abstract[0]).path
    for child in abstract[0].iterchildren(tag=etree.Element):
        copy = deepcopy(child)
        _mark(copy, source)
        _substitute(copy, values)
        pattern.append(copy)


def _substitute(element: etree._Element, values: Mapping[str, str]) -> None:
    """Write the parameters into the expressions: a macro on text, as the standard has it."""
    if not values:
        return
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True))
    parameter = re.compile(rf"\$({names})(?![\w.\-])")
    for one in element.iter(etree.Element):
        for name in _EXPRESSIONS:
            if name in one.attrib:
                one.set(name, parameter.sub(lambda match: values[match[1]], one.get(name, "")))


def _extend(pattern: etree._Element, problems: list[Finding]) -> None:
    """Put the content of the abstract rules of `pattern` where its other rules extend them, then drop them."""
    abstract = {one.get("id"): one for one in pattern.iterchildren(_sch("rule")) if one.get("abstract") == "true"}
    for rule in pattern.iterchildren(_sch("rule")):
        if rule.get("abstract") != "true":
            _expand(rule, abstract, (), problems)
    for rule in abstract.values():
        pattern.remove(rule)


def _expand(
    rule: etree._Element, abstract: Mapping[str | None, etree._Element], seen: tuple[str, ...], problems: list[Finding]
) -> None:
    for link in list(rule.iterchildren(_sch("extends"))):
        name = link.get("rule", "")
        position = rule.index(link)
        source = abstract.get(name)
        if source is None or name in seen:
            what = "extends itself" if source is not None else "is not in this pattern"
            hint = "an abstract rule serves the rules of its own pattern"
            problems.append(UNREADABLE.at(place(link), f'the abstract rule "{name}" {what}', hint))
            rule.remove(link)
            continue
        copy = deepcopy(source)
        copy.set(_FILE, place(source).path)
        _expand(copy, abstract, (*seen, name), problems)
        rule.remove(link)
        pieces = [piece for piece in copy if isinstance(piece.tag, str)]
        for piece in pieces:
            _mark(piece, copy.get(_FILE, ""))
        rule[position:position] = pieces
