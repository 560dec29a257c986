"""ODD → RELAX NG in its XML syntax (ISO/IEC 19757-2), definitions named after the specifications they come from.

An element `p` is the definition `p`, a class of attributes `att.global` the definitions `att.global.attributes` and
`att.global.attribute.n`, everything else keeps its name; so does TEI's own schema, and whoever knows one reads the
other. Descriptions stand in `a:documentation`, where editors and messages find them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tei.names import RNG_ANNOTATIONS_NS, RNG_NS, XML_NS, XSD_DATATYPES_NS
from tei.odd.datatypes import (
    TEXTUAL,
    Enumeration,
    ListOf,
    Named,
    Primitive,
    SimpleType,
    Union,
    Written,
    attribute_type,
    is_simple,
    simple_type,
)
from tei.odd.inheritance import Either, Elsewhere, Inheritance, OneAttribute, Together, Use, WholeClass
from tei.odd.model import Attribute, ClassSpec, ElementSpec, OddSchema
from tei.odd.normal import normal_form
from tei.odd.occurrence import repetitions
from tei.odd.particles import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Empty,
    MacroRef,
    Nothing,
    Pattern,
    Sequence,
    Text,
    Value,
    Values,
)
from tei.odd.words import Documentation, Markup
from tei.odd.xmltext import root_element, serialise

EXAMPLES_NS: Final = "http://www.tei-c.org/ns/Examples"
_DOCUMENTATION: Final = f"{{{RNG_ANNOTATIONS_NS}}}documentation"
_PREFIXES: Final[dict[str | None, str]] = {None: RNG_NS, "a": RNG_ANNOTATIONS_NS}
_DEFAULT: Final = f"{{{RNG_ANNOTATIONS_NS}}}defaultValue"


def compile_relaxng(schema: OddSchema) -> bytes:
    """Write the schema in RELAX NG; expects a schema without errors among its findings."""
    return serialise(_Writer(schema).grammar())


def _add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{RNG_NS}}}{tag}", attributes)


@dataclass(slots=True)
class _Writer:
    schema: OddSchema
    any_elements: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = field(default_factory=dict)

    def grammar(self) -> etree._Element:
        schema, normal, inheritance = self.schema, normal_form(self.schema), Inheritance(self.schema)
        grammar = root_element(
            f"{{{RNG_NS}}}grammar", {"ns": schema.namespace, "datatypeLibrary": XSD_DATATYPES_NS}, _PREFIXES
        )
        self._document(grammar, schema.docs, schema.title)
        self._start(grammar)
        for element in (one for one in schema.elements.values() if not one.elsewhere):
            self._element(grammar, element, normal.elements[element.ident], inheritance)
        for key, shape in normal.classes.shapes.items():
            if shape:
                self._define(grammar, key, schema.classes[key].docs, (Alternate(shape),))
        for key, content in normal.macros.items():
            if not isinstance(content, Nothing):
                self._macro(grammar, key, content)
        for spec in (one for one in schema.classes.values() if not one.is_model):
            self._attribute_class(grammar, spec, inheritance)
        for key, datatype in schema.datatypes.items():
            define = _add(grammar, "define", name=key)
            self._document(define, datatype.docs)
            self._type(define, simple_type(datatype.content, schema))
        for (require, exclude), name in self.any_elements.items():
            _any_element(grammar, name, require, exclude or schema.exceptions, schema.namespace)
        self._grammars(grammar)
        return grammar

    def _grammars(self, grammar: etree._Element) -> None:
        for one in self.schema.grammars:
            division = _add(grammar, "div")
            for definition in one.defines:
                _copy(division, definition)

    def _start(self, grammar: etree._Element) -> None:
        start = _add(grammar, "start")
        known = [key for key in self.schema.start if key in self.schema.elements]
        holder = _add(start, "choice") if len(known) > 1 else start
        for key in known:
            _add(holder, "ref", name=key)
        if not known:
            _add(start, "notAllowed")

    def _element(self, grammar: etree._Element, spec: ElementSpec, content: Content, inheritance: Inheritance) -> None:
        element = _add(_add(grammar, "define", name=spec.ident), "element", name=spec.name)
        if spec.namespace != self.schema.namespace:
            element.set("ns", spec.namespace)
        self._document(element, spec.docs)
        self._uses(element, inheritance.uses(spec))
        if is_simple(spec.content, self.schema):
            self._type(element, simple_type(spec.content, self.schema))
        else:
            self._content(element, content)

    def _macro(self, grammar: etree._Element, key: str, content: Content) -> None:
        spec = self.schema.macros[key]
        if is_simple(spec.content, self.schema):
            define = _add(grammar, "define", name=key)
            self._document(define, spec.docs)
            self._type(define, simple_type(spec.content, self.schema))
        else:
            self._define(grammar, key, spec.docs, (content,))

    def _define(self, grammar: etree._Element, name: str, docs: Documentation, items: tuple[Content, ...]) -> None:
        define = _add(grammar, "define", name=name)
        self._document(define, docs)
        for item in items:
            self._content(define, item)

    def _document(self, parent: etree._Element, docs: Documentation, fallback: str = "") -> None:
        if words := docs.summary(self.schema.lang) or fallback:
            etree.SubElement(parent, _DOCUMENTATION).text = words

    # Content models

    def _content(self, parent: etree._Element, content: Content) -> None:
        if content.occurs != ONCE and not isinstance(content, Empty | Nothing):
            self._repeat(parent, content)
            return
        match content:
            case Text():
                _add(parent, "text")
            case ElementRef(key) | ClassRef(key) | MacroRef(key):
                _add(parent, "ref", name=key)
            case AnyElement(require, exclude):
                _add(parent, "ref", name=self._any_name(require, exclude))
            case Sequence(items) | Alternate(items):
                self._group(parent, content, items)
            case Nothing():
                _add(parent, "notAllowed")
            case Pattern():
                self._pattern(parent, content)
            case DataRef() | Values():
                self._type(parent, simple_type(content, self.schema))
            case _:
                _add(parent, "empty")

    def _pattern(self, parent: etree._Element, content: Pattern) -> None:
        """Write a pattern as it is; a reference to attributes that the schema does not have is nothing."""
        if content.kind == "ref" and not self._has_attributes(dict(content.attributes)["name"]):
            _add(parent, "empty")
            return
        node = _add(parent, content.kind, **dict(content.attributes))
        for item in content.items:
            if isinstance(item, Markup):
                _copy(node, item)
            else:
                self._content(node, item)

    def _has_attributes(self, name: str) -> bool:
        key = name.partition(".attribute.")[0].removesuffix(".attributes")
        spec = self.schema.classes.get(key)
        if spec is None or spec.is_model:
            return False
        uses = Inheritance(self.schema).attributes(spec)
        return any(name in (f"{key}.attributes", _attribute_name(key, use.attribute)) for use in uses)

    def _group(self, parent: etree._Element, content: Content, items: tuple[Content, ...]) -> None:
        if len(items) == 1:
            self._content(parent, items[0])
            return
        plain = isinstance(content, Sequence) and etree.QName(parent).localname != "choice"
        holder = parent if plain else _add(parent, "choice" if isinstance(content, Alternate) else "group")
        for item in items:
            self._content(holder, item)

    def _repeat(self, parent: etree._Element, content: Content) -> None:
        """Write out how often; RELAX NG counts by repeating: a{1,3} is a, then at most one a, then at most one."""
        wrappers = tuple(repetitions(content.occurs))
        if len(wrappers) > 1 and etree.QName(parent).localname == "choice":
            parent = _add(parent, "group")
        for wrapper in wrappers:
            holder = parent
            for name in wrapper:
                holder = _add(holder, name)
            self._content(holder, _once(content))

    def _any_name(self, require: tuple[str, ...], exclude: tuple[str, ...]) -> str:
        return self.any_elements.setdefault((require, exclude), f"anyElement.{len(self.any_elements) + 1}")

    # Attributes

    def _attribute_class(self, grammar: etree._Element, spec: ClassSpec, inheritance: Inheritance) -> None:
        uses = inheritance.uses(spec)
        if not inheritance.attributes(spec):
            return
        define = _add(grammar, "define", name=f"{spec.ident}.attributes")
        self._document(define, spec.docs)
        own: dict[str, Attribute] = {}
        self._uses(define, uses, spec.ident, own)
        for attribute in own.values():
            self._attribute(_add(grammar, "define", name=_attribute_name(spec.ident, attribute)), attribute)

    def _uses(
        self, parent: etree._Element, uses: tuple[Use, ...], owner: str = "", own: dict[str, Attribute] | None = None
    ) -> None:
        """Write attributes; inside a class (`owner`) its own ones become references and are put down in `own`."""
        for use in uses:
            match use:
                case WholeClass(key):
                    _add(parent, "ref", name=f"{key}.attributes")
                case OneAttribute(attribute, source):
                    home = source or owner
                    if own is not None and not source and own.setdefault(attribute.ident, attribute) != attribute:
                        home = ""  # another branch of a choice has defined it otherwise
                    if home:
                        _add(parent, "ref", name=_attribute_name(home, attribute))
                    else:
                        self._attribute(parent, attribute)
                case Together(items):
                    self._uses(parent, items, owner, own)
                case Elsewhere(name):
                    _add(parent, "ref", name=name)
                case Either(items):
                    choice = _add(parent, "choice")
                    for item in items:
                        holder = _add(choice, "group") if len(item.items) > 1 else choice
                        self._uses(holder, item.items, owner, own)

    def _attribute(self, parent: etree._Element, attribute: Attribute) -> None:
        holder = parent if attribute.required else _add(parent, "optional")
        xml = attribute.namespace == XML_NS
        node = _add(holder, "attribute", name=f"xml:{attribute.name}" if xml else attribute.name)
        if attribute.namespace and not xml:
            node.set("ns", attribute.namespace)
        if attribute.default is not None and not attribute.required and not attribute.unlisted:
            node.set(_DEFAULT, attribute.default)
        self._document(node, attribute.docs)
        self._type(node, attribute_type(attribute, self.schema))

    # Datatypes

    def _type(self, parent: etree._Element, found: SimpleType) -> None:
        match found:
            case Primitive():
                _primitive(parent, found)
            case Named(key):
                _add(parent, "ref", name=key)
            case Written(pattern):
                self._pattern(parent, pattern)
            case Enumeration(values):
                self._values(parent, values)
            case Union(items):
                choice = _add(parent, "choice")
                for item in items:
                    self._type(choice, item)
            case ListOf(item, occurs):
                holder = _add(parent, "list")
                for wrapper in repetitions(occurs):
                    place = holder
                    for name in wrapper:
                        place = _add(place, name)
                    self._type(place, item)

    def _values(self, parent: etree._Element, values: tuple[Value, ...]) -> None:
        inside = etree.QName(parent).localname == "choice"
        holder = _add(parent, "choice") if len(values) > 1 and not inside else parent
        for value in values:
            _add(holder, "value").text = value.ident
            self._document(holder, value.docs)


def _copy(parent: etree._Element, markup: Markup) -> None:
    """Write a part of a grammar as it is."""
    node = etree.SubElement(parent, markup.tag, dict(markup.attributes))
    for item in markup.content:
        if isinstance(item, Markup):
            _copy(node, item)
        else:
            node.text = item


def _attribute_name(owner: str, attribute: Attribute) -> str:
    """Name the definition of one attribute of a class: xml:id is `xmlid`, as a name may hold no colon."""
    return f"{owner}.attribute.{attribute.ident.replace(':', '')}"


def _once(content: Content) -> Content:
    return replace(content, occurs=ONCE)


def _primitive(parent: etree._Element, found: Primitive) -> None:
    data = _add(parent, "data", type=found.name)
    for name, value in found.facets:
        _add(data, "param", name=name).text = value
    for pattern in found.patterns:
        # libxml2 matches the pattern of a type that is no kind of string (anyURI, integer) against the value with the
        # white space round it, which the standard and XML Schema have taken away by then; said so, it is all the same.
        text = pattern if found.name in TEXTUAL else rf"\s*({pattern})\s*"
        _add(data, "param", name="pattern").text = text


def _any_element(
    grammar: etree._Element, name: str, require: tuple[str, ...], exclude: tuple[str, ...], namespace: str
) -> None:
    element = _add(_add(grammar, "define", name=name), "element")
    if require:
        holder = _add(element, "choice") if len(require) > 1 else element
        for uri in require:
            _add(holder, "nsName", ns=uri)
    else:
        # Without @except, TEI keeps its own vocabulary out, and examples, which would be taken for it.
        excluded = exclude or (namespace, f"{{{EXAMPLES_NS}}}egXML")
        holder = _add(_add(element, "anyName"), "except")
        for item in excluded:
            _excluded(holder, item)
    _add(_add(_add(element, "zeroOrMore"), "attribute"), "anyName")
    inside = _add(_add(element, "zeroOrMore"), "choice")
    _add(inside, "text")
    _add(inside, "ref", name=name)


def _excluded(parent: etree._Element, item: str) -> None:
    if item.startswith("{"):
        uri, _, local = item[1:].partition("}")
        _add(parent, "name", ns=uri).text = local
    else:
        _add(parent, "nsName", ns=item)
