"""ODD → ISO Schematron (ISO/IEC 19757-3): one pattern for each constraint, named as it is.

A bare `assert` or `report` has no context of its own: it holds for the element in whose specification it stands, for
every member of the class, or for the attribute (TEI Guidelines, 23.5.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei.names import SCH_NS, TEI_NS, XML_NS
from tei.odd.membership import model_classes
from tei.odd.model import Attribute, ClassSpec, Constraint, ElementSpec, OddSchema
from tei.odd.words import Markup
from tei.odd.xmltext import serialise
from tei.schematron.expressions import prefixes

_BOUND: Final = ("xml", "xs", "fn", "map", "array", "math", "err", "xsl")
"""Prefixes that are known without a declaration, in one version of XPath or another."""
_LAST: Final = ("diagnostics", "properties")
_NOT_LOOSE: Final = ("pattern", "ns", "phase", "title", "p", *_LAST)
_OF_PATTERN: Final = ("abstract", "documents", "role", "see", "icon", "fpi")


@dataclass(frozen=True, slots=True)
class Placed:
    """A constraint with what it is about: the name of its specification and the nodes that bare assertions hold for."""

    owner: str
    constraint: Constraint
    context: str


def compile_schematron(schema: OddSchema) -> bytes:
    """Write all constraints of the schema; expects a schema without errors among its findings."""
    root = etree.Element(f"{{{SCH_NS}}}schema", {"queryBinding": schema.binding}, nsmap={"sch": SCH_NS})
    _add(root, "title").text = schema.title or schema.ident
    placed = tuple(placed_constraints(schema))
    bound = namespaces(schema, placed)
    for prefix, uri in bound:
        _add(root, "ns", prefix=prefix, uri=uri)
    taken: set[str] = set()
    for item in placed:
        if _can_be_read(item, {*_BOUND, *dict(bound)}):
            _pattern(root, item, taken)
    _in_order(root)
    return serialise(root)


def _can_be_read(item: Placed, bound: set[str]) -> bool:
    """Say whether every prefix in a constraint is bound, and every rule has a context.

    One that is not, or has none, would make the whole schema unreadable.
    """
    expressions = (text for part in item.constraint.content for text in _expressions(part))
    rules = (one for part in item.constraint.content for one in _all(part) if one.name == "rule")
    return all(bound.issuperset(prefixes(text)) for text in expressions) and all(
        rule.get("context") or rule.get("abstract") == "true" for rule in rules
    )


def _all(part: Markup) -> Iterator[Markup]:
    yield part
    for inner in part.elements():
        yield from _all(inner)


def _in_order(root: etree._Element) -> None:
    """Put phases before the patterns, and diagnostics and properties, those of all constraints, after them."""
    first = root.find(f"{{{SCH_NS}}}pattern")
    if first is not None:
        for phase in root.findall(f"{{{SCH_NS}}}phase"):
            first.addprevious(phase)
    for name in _LAST:
        holders = root.findall(f"{{{SCH_NS}}}{name}")
        for holder in holders[:1]:
            holder.extend([one for other in holders[1:] for one in other])
            root.append(holder)
        for other in holders[1:]:
            root.remove(other)


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SCH_NS}}}{tag}", attributes)


def namespaces(schema: OddSchema, placed: tuple[Placed, ...]) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that expressions may use: `tei`, and those in scope where constraints stand."""
    found: dict[str, str] = {"tei": schema.namespace or TEI_NS}
    for item in placed:
        for prefix, uri in item.constraint.namespaces:
            if uri != XML_NS:
                found.setdefault(prefix, uri)
    for prefix, uri in schema.prefixes:
        found.setdefault(prefix, uri)
    used = "\n".join(text for item in placed for rule in item.constraint.content for text in _expressions(rule))
    keep = {prefix for prefix in found if f"{prefix}:" in used} | {"tei"}
    return tuple(sorted((prefix, uri) for prefix, uri in found.items() if prefix in keep))


def _expressions(rule: Markup) -> Iterator[str]:
    for name, value in rule.attributes:
        if name in ("context", "test", "select", "value", "path"):
            yield value
    for item in rule.elements():
        yield from _expressions(item)


def placed_constraints(schema: OddSchema) -> Iterator[Placed]:
    """Yield every constraint of the schema in the order of its source, with its context."""
    for constraint in schema.constraints:
        yield Placed(schema.ident, constraint, "")
    names = _Contexts(schema, model_classes(schema).elements)
    for spec in schema.specs():
        context = names.nodes(spec) if spec.constraints and isinstance(spec, ElementSpec | ClassSpec) else ""
        for constraint in spec.constraints:
            yield Placed(spec.ident, constraint, context)
        if isinstance(spec, ElementSpec | ClassSpec):
            for attribute in spec.attributes.attributes():
                for constraint in attribute.constraints:
                    yield Placed(spec.ident, constraint, names.attribute_nodes(spec, attribute))


@dataclass(frozen=True, slots=True)
class _Contexts:
    schema: OddSchema
    members: Mapping[str, tuple[str, ...]]

    def nodes(self, spec: ElementSpec | ClassSpec) -> str:
        """Return the pattern that matches an element, or the members of a class."""
        return " | ".join(map(self._element, self._members(spec)))

    def attribute_nodes(self, spec: ElementSpec | ClassSpec, attribute: Attribute) -> str:
        """Return the pattern that matches one attribute of an element, or of the members of a class that have it."""
        name = f"xml:{attribute.name}" if attribute.namespace == XML_NS else attribute.name
        return " | ".join(f"{self._element(member)}/@{name}" for member in self._members(spec))

    def _element(self, key: str) -> str:
        spec = self.schema.elements[key]
        if spec.namespace == self.schema.namespace:
            return f"tei:{spec.name}"
        return f"*[local-name() = '{spec.name}'][namespace-uri() = '{spec.namespace}']"

    def _members(self, spec: ElementSpec | ClassSpec) -> tuple[str, ...]:
        if isinstance(spec, ElementSpec):
            return (spec.ident,)
        if spec.is_model:
            elements = self.schema.elements
            return tuple(key for key in self.members[spec.ident] if not elements[key].elsewhere)
        return tuple(key for key, element in self.schema.elements.items() if self._has(element, spec.ident, ()))

    def _has(self, spec: ElementSpec | ClassSpec, key: str, trail: tuple[str, ...]) -> bool:
        classes = self.schema.classes
        return any(
            membership.key == key
            or (
                membership.key in classes
                and membership.key not in trail
                and self._has(classes[membership.key], key, (*trail, membership.key))
            )
            for membership in spec.classes
        )


def _pattern(root: etree._Element, item: Placed, taken: set[str]) -> None:
    """Write one pattern; several `sch:pattern` in one constraint are several, numbered after the first."""
    for part in item.constraint.content:
        if not _is_schematron(part):  # an xsl:key, which rules may use, stands before them all
            _copy(root, part)
    parts = tuple(one for part in item.constraint.content for one in _unwrapped(part) if _is_schematron(one))
    loose = tuple(part for part in parts if part.name not in _NOT_LOOSE)
    if loose:
        _fill(_add(root, "pattern", id=_free_id(item, taken, None)), loose, item.context)
    names: dict[str, str] = {}
    for source in (part for part in parts if part.name == "pattern"):
        names[source.get("id")] = ident = _free_id(item, taken, source)
        kept = {name: value for name, value in source.attributes if name in _OF_PATTERN}
        if abstract := source.get("is-a"):
            kept["is-a"] = names.get(abstract, abstract)
        _fill(_add(root, "pattern", id=ident, **kept), source.elements(), item.context)
    for part in parts:
        if part.name in ("phase", *_LAST):
            for active in _copy(root, part).iterchildren(f"{{{SCH_NS}}}active"):
                active.set("pattern", names.get(active.get("pattern", ""), active.get("pattern", "")))


def _fill(pattern: etree._Element, parts: Iterable[Markup], context: str) -> None:
    """Put rules into a pattern, and bare assertions into a rule of their own with that context."""
    rules = tuple(parts)
    bare = [part for part in rules if part.name in ("assert", "report", "let")]
    for part in rules:
        if part not in bare:
            _copy(pattern, part)
    if any(part.name != "let" for part in bare):
        rule = _add(pattern, "rule", context=context)
        for part in bare:
            _copy(rule, part)
    else:
        for position, part in enumerate(bare):
            pattern.insert(position, _copy(pattern, part))


def _unwrapped(part: Markup) -> tuple[Markup, ...]:
    """Return what stands in a whole schema inside a constraint, or the part itself."""
    return tuple(part.elements()) if part.tag == f"{{{SCH_NS}}}schema" else (part,)


def _is_schematron(part: Markup) -> bool:
    return part.tag.startswith(f"{{{SCH_NS}}}")


def _free_id(item: Placed, taken: set[str], pattern: Markup | None) -> str:
    """Return the constraint's own name; where that is taken, with its specification's name before it, then numbered.

    An abstract pattern keeps its own name, which others call it by.
    """
    ident = item.constraint.ident or item.owner
    own = pattern.get("id") if pattern is not None and pattern.get("abstract") == "true" else ""
    names = [*([own] if own else []), ident, f"{item.owner}-{ident}"]
    names += [f"{item.owner}-{ident}-{number}" for number in range(2, len(taken) + 3)]
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name


def _copy(parent: etree._Element, part: Markup) -> etree._Element:
    """Copy Schematron, with the white space of its messages collapsed."""
    attributes = {name: " ".join(value.split()) for name, value in part.attributes}
    node = etree.SubElement(parent, part.tag, attributes)
    message = part.name not in ("rule", "pattern", "phase", *_LAST)
    last: etree._Element | None = None
    for item in part.content:
        if isinstance(item, Markup):
            last = _copy(node, item)
        elif message:
            text = collapse(item)
            if last is None:
                node.text = (node.text or "") + text
            else:
                last.tail = (last.tail or "") + text
    if message:
        _trim(node, last)
    return node


def collapse(text: str) -> str:
    """Return text with each run of white space as one space, the ends kept."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}"


def _trim(node: etree._Element, last: etree._Element | None) -> None:
    if node.text:
        node.text = node.text.lstrip() if last is not None else node.text.strip()
    if last is not None and last.tail:
        last.tail = last.tail.rstrip()
