"""A RELAX NG schema from its file with all it includes, in one tree: libxml2 then opens no file of its own accord.

An include becomes the div that section 4.7 of the specification turns it into; addresses on the network are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Final

from lxml import etree

from tei.errors import SchemaError, SourceError
from tei.findings import Location
from tei.validate.grammar import inherited, rng, tag
from tei.validate.places import line_of
from tei.validate.problems import SCHEMA_WRONG
from tei.xmlfile import parse_file

_ADDRESS: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.\-]+:")


def merge(root: etree._Element, path: str) -> etree._Element:
    """Return `root` with its includes and external references put in; works on a copy.

    Raises SchemaError where one of them cannot be had.
    """
    if not tag(root):
        name = etree.QName(root)
        message = f"not a RELAX NG schema: the root is {name.localname} in the namespace {name.namespace or '(none)'}"
        raise SchemaError(SCHEMA_WRONG.at(Location(path, line_of(root)), message, "convert .rnc to .rng with trang"))
    copy = deepcopy(root)
    _merge(copy, path, (path,))
    return copy


def is_merged(root: etree._Element) -> bool:
    """Tell whether `root` takes in other files."""
    return next(root.iter(rng("include"), rng("externalRef")), None) is not None


def _merge(root: etree._Element, path: str, files: tuple[str, ...]) -> None:
    for link in list(root.iter(rng("include"), rng("externalRef"))):
        target, found = _fetch(link, path, files)
        _merge(target, found, (*files, found))
        parent = link.getparent()
        if parent is None:
            continue
        replacement = _included(link, target) if tag(link) == "include" else _external(link, target)
        replacement.tail = link.tail
        parent.replace(link, replacement)


def _fetch(link: etree._Element, path: str, files: tuple[str, ...]) -> tuple[etree._Element, str]:
    href = (link.get("href") or "").strip()
    here = Location(path, line_of(link))
    target = str(Path(path).parent / href)
    if not href or _ADDRESS.match(href):
        message = f'"{href}" is not the path of a file; addresses on the network are not followed'
        raise SchemaError(SCHEMA_WRONG.at(here, message, "put a copy beside the schema"))
    if target in files:
        raise SchemaError(SCHEMA_WRONG.at(here, f'"{href}" includes itself', "take out one of the includes"))
    try:
        return deepcopy(parse_file(Path(target)).getroot()), target
    except SourceError as error:
        hint = "check @href; it is relative to the file that holds it"
        raise SchemaError(SCHEMA_WRONG.at(here, f'"{href}" cannot be included: {error}', hint)) from error


def _included(link: etree._Element, target: etree._Element) -> etree._Element:
    """Return the div that stands for an include: what it overrides is gone from the included grammar."""
    div = etree.Element(rng("div"))
    div.set("ns", inherited(target, "ns"))
    div.set("datatypeLibrary", inherited(target, "datatypeLibrary"))
    overridden = {_name(node) for node in _components(link)}
    for node in list(_components(target)):
        parent = node.getparent()
        if _name(node) in overridden and parent is not None:
            parent.remove(node)
    div.extend(list(target))
    own = etree.SubElement(div, rng("div"))
    own.set("ns", inherited(link, "ns"))
    own.set("datatypeLibrary", inherited(link, "datatypeLibrary"))
    own.extend(list(link))
    return div


def _components(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the start and define elements of a grammar or include, those in its divs too."""
    for node in container:
        if tag(node) in ("start", "define"):
            yield node
        elif tag(node) == "div":
            yield from _components(node)


def _name(node: etree._Element) -> str:
    return (node.get("name") or "").strip() if tag(node) == "define" else ""


def _external(link: etree._Element, target: etree._Element) -> etree._Element:
    """Return the pattern that an external reference stands for; it inherits ns where it has none of its own."""
    if target.get("ns") is None:
        target.set("ns", inherited(link, "ns"))
    if target.get("datatypeLibrary") is None:
        target.set("datatypeLibrary", "")
    return target
