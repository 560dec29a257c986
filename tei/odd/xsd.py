"""ODD → XML Schema 1.0: the same documents as the RELAX NG schema, as far as XML Schema can tell them apart.

Each element is a global *type* with the name of its specification, and is declared where it may stand. Only the start
elements are declared globally, because XML Schema takes any global element as the root of a document. Model classes and
macros are groups; classes of attributes are attribute groups. Attributes of other namespaces, xml:id and xml:lang above
all, need a schema document of their own (`xml.xsd`).

What XML Schema 1.0 cannot say is left looser, and `checks` warns of it: attributes that exclude each other, text that
may stand in some places only, names excluded from `anyElement`. Elements of other vocabularies are not looked into
(processContents "skip"), as RELAX NG takes any attribute on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lxml import etree

from tei.names import XML_NS, XSD_NS
from tei.odd.datatypes import (
    SimpleType,
    attribute_type,
    is_simple,
    resolved,
    simple_type,
)
from tei.odd.inheritance import Either, Inheritance, OneAttribute, Together, Use, WholeClass
from tei.odd.model import Attribute, ElementSpec, OddSchema, Usage
from tei.odd.normal import Normal, normal_form
from tei.odd.particles import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    ElementRef,
    Empty,
    MacroRef,
    Nothing,
    Occurs,
    Sequence,
)
from tei.odd.words import Documentation
from tei.odd.xmltext import root_element, serialise
from tei.odd.xsd_types import add, annotate, set_type, type_name, write_type


def compile_xsd(schema: OddSchema, stem: str = "telegram") -> Mapping[str, bytes]:
    """Write the schema in XML Schema; returns file names and contents, the main one first.

    The files name each other by these names, so they have to be kept in one folder. Expects a schema without errors
    among its findings.
    """
    return MappingProxyType({name: serialise(root) for name, root in _documents(schema, stem)})


def _documents(schema: OddSchema, stem: str) -> Iterator[tuple[str, etree._Element]]:
    inheritance = Inheritance(schema)
    foreign = _foreign(schema, inheritance, stem)
    yield f"{stem}.xsd", _Main(schema, normal_form(schema), inheritance, foreign).document()
    for document in foreign.values():
        yield document.file, document.document(schema, stem)


def _root(namespace: str, prefixes: dict[str | None, str]) -> etree._Element:
    attributes = {"elementFormDefault": "qualified"}
    if namespace:
        attributes["targetNamespace"] = namespace
    named: dict[str | None, str] = {"xs": XSD_NS}
    return root_element(f"{{{XSD_NS}}}schema", attributes, named | prefixes)


def _set_occurs(node: etree._Element, occurs: Occurs) -> etree._Element:
    if occurs.least != 1:
        node.set("minOccurs", str(occurs.least))
    if occurs.most != 1:
        node.set("maxOccurs", "unbounded" if occurs.most is None else str(occurs.most))
    return node


@dataclass(frozen=True, slots=True)
class _Foreign:
    """The declarations of one namespace other than the schema's own."""

    namespace: str
    prefix: str
    file: str
    attributes: tuple[Attribute, ...]
    elements: tuple[ElementSpec, ...]

    def document(self, schema: OddSchema, stem: str) -> etree._Element:
        prefixes: dict[str | None, str] = {self.prefix: self.namespace} if self.prefix != "xml" else {}
        if self.elements and schema.namespace:
            prefixes["t"] = schema.namespace
        root = _root(self.namespace, prefixes)
        if self.elements:
            node = add(root, "import", schemaLocation=f"{stem}.xsd")
            if schema.namespace:
                node.set("namespace", schema.namespace)
        for spec in self.elements:
            kind = f"t:{spec.ident}" if schema.namespace else spec.ident
            annotate(add(root, "element", name=spec.name, type=kind), spec.docs, schema.lang)
        for attribute in self.attributes:
            node = add(root, "attribute", name=attribute.name)
            # Types are written out, so that this document needs no other.
            set_type(node, "type", resolved(attribute_type(attribute, schema), schema), schema.lang)
            annotate(node, attribute.docs, schema.lang)
        return root


def _foreign(schema: OddSchema, inheritance: Inheritance, stem: str) -> dict[str, _Foreign]:
    attributes: dict[str, dict[str, Attribute]] = {}
    elements: dict[str, list[ElementSpec]] = {}
    for spec in schema.holders():
        if isinstance(spec, ElementSpec) and spec.namespace != schema.namespace:
            elements.setdefault(spec.namespace, []).append(spec)
        for use in inheritance.attributes(spec):
            if use.attribute.namespace:
                attributes.setdefault(use.attribute.namespace, {}).setdefault(use.attribute.name, use.attribute)
    others = [namespace for namespace in dict.fromkeys((*attributes, *elements)) if namespace != XML_NS]
    names = {XML_NS: ("xml", "xml.xsd")} if XML_NS in attributes else {}
    names |= {namespace: (f"n{number}", f"{stem}-{number}.xsd") for number, namespace in enumerate(others, start=1)}
    return {
        namespace: _Foreign(
            namespace,
            prefix,
            file,
            tuple(attributes.get(namespace, {}).values()),
            tuple(elements.get(namespace, ())),
        )
        for namespace, (prefix, file) in names.items()
    }


@dataclass(frozen=True, slots=True)
class _Main:
    schema: OddSchema
    normal: Normal
    inheritance: Inheritance
    foreign: Mapping[str, _Foreign]

    def document(self) -> etree._Element:
        schema = self.schema
        prefixes: dict[str | None, str] = {None: schema.namespace} if schema.namespace else {}
        prefixes |= {other.prefix: other.namespace for other in self.foreign.values() if other.namespace != XML_NS}
        root = _root(schema.namespace, prefixes)
        for other in self.foreign.values():
            node = add(root, "import", schemaLocation=other.file)
            if other.namespace:
                node.set("namespace", other.namespace)
        for key in schema.start:
            if key in schema.elements and schema.elements[key].namespace == schema.namespace:
                add(root, "element", name=schema.elements[key].name, type=key)
        for key, spec in schema.elements.items():
            self._element(root, spec, self.normal.bare_elements[key])
        self._groups(root)
        for attributes in schema.classes.values():
            if not attributes.is_model and self.inheritance.attributes(attributes):
                group = add(root, "attributeGroup", name=attributes.ident)
                self._uses(group, self.inheritance.uses(attributes))
                annotate(group, attributes.docs, schema.lang)
        for key, datatype in schema.datatypes.items():
            self._named_type(root, key, simple_type(datatype.content, schema), datatype.docs)
        annotate(root, schema.docs, schema.lang, schema.title)
        return root

    def _groups(self, root: etree._Element) -> None:
        for key, shape in self.normal.classes.shapes.items():
            if shape:
                self._group(root, key, Alternate(shape), self.schema.classes[key].docs)
        for key, content in self.normal.bare_macros.items():
            spec = self.schema.macros[key]
            if not is_simple(spec.content, self.schema) and not isinstance(content, Empty | Nothing):
                self._group(root, key, content, spec.docs)

    def _group(self, root: etree._Element, key: str, content: Content, docs: Documentation) -> None:
        group = add(root, "group", name=key)
        self._outermost(group, content)
        annotate(group, docs, self.schema.lang)

    def _element(self, root: etree._Element, spec: ElementSpec, content: Content) -> None:
        kind = add(root, "complexType", name=spec.ident)
        if is_simple(spec.content, self.schema):
            self._simple_content(root, kind, spec)
        else:
            if spec.ident in self.normal.mixed:
                kind.set("mixed", "true")
            if not isinstance(content, Empty):
                self._outermost(kind, content)
            elif spec.ident not in self.normal.mixed:
                # Nothing but white space may stand here. A type without any particle would refuse even that, which
                # RELAX NG allows; a sequence in a sequence is not "empty" in the sense of XML Schema 3.4.2.
                add(add(kind, "sequence"), "sequence")
            self._uses(kind, self.inheritance.uses(spec))
        annotate(kind, spec.docs, self.schema.lang)

    def _simple_content(self, root: etree._Element, kind: etree._Element, spec: ElementSpec) -> None:
        found = simple_type(spec.content, self.schema)
        extension = add(add(kind, "simpleContent"), "extension")
        name = type_name(found)
        if not name:
            name = f"{spec.ident}.content"
            self._named_type(root, name, found, Documentation())
        extension.set("base", name)
        self._uses(extension, self.inheritance.uses(spec))

    def _named_type(self, root: etree._Element, name: str, found: SimpleType, docs: Documentation) -> None:
        node = add(root, "simpleType", name=name)
        write_type(node, found, self.schema.lang)
        annotate(node, docs, self.schema.lang)

    # Content models

    def _outermost(self, parent: etree._Element, content: Content) -> None:
        """Write a content model where only a sequence or a choice, and that once, may stand."""
        plain = isinstance(content, Sequence | Alternate) and content.occurs == ONCE
        self._content(parent if plain else add(parent, "sequence"), content)

    def _content(self, parent: etree._Element, content: Content) -> None:
        match content:
            case ElementRef(key):
                _set_occurs(self._declaration(parent, self.schema.elements[key]), content.occurs)
            case ClassRef(key) | MacroRef(key):
                _set_occurs(add(parent, "group", ref=key), content.occurs)
            case AnyElement():
                self._wildcard(parent, content)
            case Sequence(items) | Alternate(items):
                holder = add(parent, "sequence" if isinstance(content, Sequence) else "choice")
                _set_occurs(holder, content.occurs)
                for item in items:
                    self._content(holder, item)
            case Nothing():
                # An element of no namespace at all, not even of none: a choice of nothing is taken for empty by some.
                add(parent, "any", namespace="", processContents="skip")
            case _:
                add(parent, "sequence")

    def _declaration(self, parent: etree._Element, spec: ElementSpec) -> etree._Element:
        if spec.namespace == self.schema.namespace:
            return add(parent, "element", name=spec.name, type=spec.ident)
        prefix = self.foreign[spec.namespace].prefix
        return add(parent, "element", ref=f"{prefix}:{spec.name}")

    def _wildcard(self, parent: etree._Element, content: AnyElement) -> None:
        if content.require:
            namespaces: tuple[str, ...] = (" ".join(content.require),)
        elif self.schema.namespace:
            # "##other" leaves out elements without a namespace, RELAX NG's anyName takes them.
            namespaces = ("##other", "##local")
        else:
            namespaces = ("##other",)
        holder = _set_occurs(add(parent, "choice"), content.occurs) if len(namespaces) > 1 else parent
        for namespace in namespaces:
            node = add(holder, "any", namespace=namespace, processContents="skip")
            if holder is parent:
                _set_occurs(node, content.occurs)

    # Attributes

    def _uses(self, parent: etree._Element, uses: tuple[Use, ...]) -> None:
        for use in _without_choice(uses):
            if isinstance(use, WholeClass):
                add(parent, "attributeGroup", ref=use.key)
            elif isinstance(use, OneAttribute):
                self._attribute(parent, use.attribute)

    def _attribute(self, parent: etree._Element, attribute: Attribute) -> None:
        if attribute.namespace:
            prefix = self.foreign[attribute.namespace].prefix
            node = add(parent, "attribute", ref=f"{prefix}:{attribute.name}")
        else:
            node = add(parent, "attribute", name=attribute.name)
            set_type(node, "type", attribute_type(attribute, self.schema), self.schema.lang)
        if attribute.required:
            node.set("use", "required")
        elif attribute.default is not None and not attribute.unlisted:
            node.set("default", attribute.default)
        annotate(node, attribute.docs, self.schema.lang)


def _without_choice(uses: tuple[Use, ...]) -> Iterator[Use]:
    """Yield attributes with each choice as all of its attributes, required where every alternative requires them."""
    for use in uses:
        if isinstance(use, Together):
            yield from _without_choice(use.items)
        elif isinstance(use, Either):
            branches = [_by_name(branch.items) for branch in use.items]
            for name, attribute in {
                name: item for branch in reversed(branches) for name, item in branch.items()
            }.items():
                required = all(name in branch and branch[name].required for branch in branches)
                usage = Usage.REQUIRED if required else Usage.OPTIONAL
                yield OneAttribute(replace(attribute, usage=usage))
        else:
            yield use


def _by_name(uses: tuple[Use, ...]) -> dict[str, Attribute]:
    return {use.attribute.qname: use.attribute for use in _without_choice(uses) if isinstance(use, OneAttribute)}
