"""ODD → a guide in HTML: one page, complete in itself, without scripts and without anything to load.

Every element, class, macro and datatype has an entry with an anchor (`#element-p`, `#class-att.global`, `#macro-…`,
`#data-…`); all words are those of the ODD.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tei.odd.datatypes import attribute_type, is_simple, simple_type
from tei.odd.html import Prose, add, block_tag, say, serialise_html
from tei.odd.inheritance import Inheritance, OneAttribute
from tei.odd.model import Attribute, ClassSpec, Constraint, DataSpec, ElementSpec, MacroSpec, OddSchema, Usage
from tei.odd.notation import write_content, write_type
from tei.odd.particles import Values
from tei.odd.relations import Relations, anchors, kind, relate
from tei.odd.stylesheet import STYLESHEET
from tei.odd.words import Documentation, Markup, in_language

_USAGE: Final = {Usage.REQUIRED: "required", Usage.RECOMMENDED: "recommended", Usage.OPTIONAL: "optional"}
_HEADINGS: Final = (
    ("element", "Elements"),
    ("model", "Model classes"),
    ("atts", "Attribute classes"),
    ("macro", "Macros"),
    ("data", "Datatypes"),
)
_Spec = ElementSpec | ClassSpec | MacroSpec | DataSpec


def compile_guide(schema: OddSchema, version: str = "", date: str = "") -> bytes:
    """Write the guide; `version` and `date`, if given, stand at its head. Expects a schema without errors."""
    return serialise_html(_Guide(schema, version, date).page())


def sections(schema: OddSchema) -> tuple[tuple[str, str, tuple[_Spec, ...]], ...]:
    """Return the parts of the guide, each with its key, its heading and its specifications in alphabetical order."""
    found: dict[str, list[_Spec]] = {key: [] for key, _ in _HEADINGS}
    for spec in schema.specs():
        if isinstance(spec, ClassSpec):
            found["model" if spec.is_model else "atts"].append(spec)
        else:
            found[kind(spec)].append(spec)
    return tuple(
        (key, heading, tuple(sorted(found[key], key=lambda spec: (spec.ident.lower(), spec.ident))))
        for key, heading in _HEADINGS
        if found[key]
    )


@dataclass(frozen=True, slots=True)
class _Entries:
    """Everything that an entry needs besides its own specification."""

    schema: OddSchema
    prose: Prose
    relations: Relations
    inheritance: Inheritance


class _Guide:
    def __init__(self, schema: OddSchema, version: str, date: str) -> None:
        self.schema, self.version, self.date = schema, version, date
        prose = Prose(anchors(schema), schema.lang)
        self.entries = _Entries(schema, prose, relate(schema), Inheritance(schema))

    def page(self) -> etree._Element:
        title = self.schema.title or self.schema.ident
        html = etree.Element("html", {"lang": self.schema.lang})
        head = add(html, "head")
        add(head, "meta", charset="utf-8")
        add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
        add(head, "title", title)
        add(head, "style", STYLESHEET)
        body = add(html, "body")
        add(body, "a", "Skip to the text", class_="skip", href="#text")
        page = add(body, "div", class_="page")
        parts = sections(self.schema)
        self._contents(add(page, "nav", aria_label="Contents"), parts)
        main = add(page, "main", id="text")
        self._header(main, title)
        for key, heading, specs in parts:
            add(main, "h2", heading, id=f"part-{key}")
            for spec in specs:
                _entry(self.entries, main, spec)
        return html

    def _contents(self, nav: etree._Element, parts: Iterable[tuple[str, str, tuple[_Spec, ...]]]) -> None:
        if self.schema.introduction:
            add(add(nav, "p"), "a", "Introduction", href="#introduction")
        for key, heading, specs in parts:
            details = add(nav, "details", **({"open": "open"} if key == "element" else {}))
            add(details, "summary", f"{heading} ({len(specs)})")
            listed = add(details, "ul")
            for spec in specs:
                add(add(listed, "li"), "a", spec.ident, href=f"#{kind(spec)}-{spec.ident}")

    def _header(self, main: etree._Element, title: str) -> None:
        header = add(main, "header")
        add(header, "h1", title)
        if self.schema.docs.gloss or self.schema.docs.desc:
            _words(self.entries.prose, add(header, "div", class_="lead"), self.schema.docs)
        if edition := ", ".join(part for part in (self.version, self.date) if part):
            add(header, "p", edition, class_="soft")
        if self.schema.introduction:
            intro = add(main, "section", id="introduction", class_="intro")
            for division in self.schema.introduction:
                self._division(intro, division, 2)
        start = [key for key in self.schema.start if key in self.schema.elements]
        line = add(main, "p", "A document begins with ")
        for number, key in enumerate(start):
            say(line, " or " if number else "")
            self.entries.prose.name(line, key, f"<{key}>")
        say(line, ".")

    def _division(self, parent: etree._Element, division: Markup, level: int) -> None:
        for item in division.elements():
            if item.name == "head":
                self.entries.prose.inside(add(parent, f"h{min(level, 4)}"), item)
            elif item.name == "div":
                self._division(parent, item, level + 1)
            else:
                self.entries.prose.element(parent, item)


def _words(prose: Prose, parent: etree._Element, docs: Documentation) -> None:
    """Write gloss and description in the language of the guide, if there are any, as one piece of text."""
    gloss, desc = in_language(docs.gloss, prose.lang), in_language(docs.desc, prose.lang)
    if gloss:
        prose.write(add(parent, "span", class_="gloss"), gloss[0])
        say(parent, ": " if desc else "")
    if desc:
        prose.write(add(parent, "span"), desc[0])


def _names(entries: _Entries, parent: etree._Element, names: Iterable[str]) -> None:
    for number, name in enumerate(names):
        say(parent, " " if number else "")
        entries.prose.link(parent, name)


def _entry(entries: _Entries, main: etree._Element, spec: _Spec) -> None:
    section = add(main, "section", id=f"{kind(spec)}-{spec.ident}", class_="spec")
    prose = entries.prose
    heading = add(section, "h3")
    add(heading, "code", f"<{spec.name}>" if isinstance(spec, ElementSpec) else spec.ident)
    for gloss in in_language(spec.docs.gloss, prose.lang)[:1]:
        say(heading, " ")
        prose.write(add(heading, "span", class_="gloss"), gloss)
    for desc in in_language(spec.docs.desc, prose.lang):
        prose.write(add(section, block_tag(desc.markup)), desc)
    if isinstance(spec, ElementSpec | ClassSpec):
        _memberships(entries, section, spec)
        _attributes(entries, section, spec)
    if isinstance(spec, ElementSpec):
        _element(entries, section, spec)
    elif isinstance(spec, ClassSpec):
        _listed(entries, section, "Members", entries.relations.members[spec.ident])
    else:
        _content(entries, section, spec)
    _listed(entries, section, "Used by", entries.relations.used_by.get(spec.ident, ()))
    _constraints(section, prose, _all_constraints(spec))
    _remarks(prose, section, spec.docs)


def _listed(entries: _Entries, section: etree._Element, heading: str, names: Iterable[str]) -> None:
    if names:
        add(section, "h4", heading)
        _names(entries, add(section, "p", class_="names"), names)


def _memberships(entries: _Entries, section: etree._Element, spec: ElementSpec | ClassSpec) -> None:
    _listed(entries, section, "Classes", [membership.key for membership in spec.classes])


def _element(entries: _Entries, section: etree._Element, spec: ElementSpec) -> None:
    _content(entries, section, spec)
    relations = entries.relations
    add(section, "h4", "May contain")
    inside = add(section, "p", class_="names")
    text = spec.ident in relations.mixed or is_simple(spec.content, entries.schema)
    if text or not relations.contains[spec.ident]:
        add(inside, "span", "text" if text else "nothing", class_="soft")
        say(inside, " ")
    _names(entries, inside, relations.contains[spec.ident])
    _listed(entries, section, "Contained by", relations.contained_by[spec.ident])


def _content(entries: _Entries, section: etree._Element, spec: ElementSpec | MacroSpec | DataSpec) -> None:
    add(section, "h4", "Content" if not isinstance(spec, DataSpec) else "Value")
    holder = add(section, "p", class_="model")
    if isinstance(spec, DataSpec):
        write_type(holder, simple_type(spec.content, entries.schema), entries.prose)
    else:
        write_content(holder, spec.content, entries.prose)


# Attributes


def _attributes(entries: _Entries, section: etree._Element, spec: ElementSpec | ClassSpec) -> None:
    uses = entries.inheritance.attributes(spec)
    home = spec.ident if isinstance(spec, ClassSpec) else ""
    own = [use.attribute for use in uses if use.owner == home]
    inherited: dict[str, list[OneAttribute]] = {}
    for use in uses:
        if use.owner != home:
            inherited.setdefault(use.owner, []).append(use)
    if uses:
        add(section, "h4", "Attributes")
    if own:
        listed = add(section, "dl", class_="attributes")
        for attribute in own:
            _attribute(entries, listed, attribute)
    for owner, found in inherited.items():
        line = add(section, "p", "From ", class_="from")
        entries.prose.name(line, owner)
        say(line, ": " + ", ".join(f"@{use.attribute.ident}" for use in found))


def _attribute(entries: _Entries, listed: etree._Element, attribute: Attribute) -> None:
    term = add(listed, "dt")
    add(term, "code", f"@{attribute.ident}")
    say(term, " ")
    usage = attribute.usage or Usage.OPTIONAL
    add(term, "span", _USAGE[usage], class_="mark must" if attribute.required else "mark")
    place = add(listed, "dd")
    _words(entries.prose, add(place, "div"), attribute.docs)
    values = attribute.values
    if values is None or not values.closed:
        line = add(place, "div", "Value: ", class_="soft")
        write_type(line, attribute_type(attribute, entries.schema), entries.prose)
    if values is not None and values.items:
        _values(entries.prose, place, values)
    if attribute.default is not None:
        line = add(place, "div", "Default: ", class_="soft")
        add(line, "code", f'"{attribute.default}"')
    for example in attribute.docs.examples:
        add(add(place, "pre"), "code", example.code)
    for words in in_language(attribute.docs.remarks, entries.prose.lang):
        entries.prose.write(add(place, "div"), words)


def _values(prose: Prose, place: etree._Element, values: Values) -> None:
    kinds = {"closed": "One of:", "semi": "Suggested values:", "open": "For example:"}
    add(place, "div", kinds[values.kind], class_="soft")
    listed = add(place, "dl", class_="values")
    for item in values.items:
        add(add(listed, "dt"), "code", f'"{item.ident}"')
        _words(prose, add(listed, "dd"), item.docs)


# Constraints, remarks, examples


def _all_constraints(spec: _Spec) -> tuple[Constraint, ...]:
    if isinstance(spec, MacroSpec | DataSpec):
        return spec.constraints
    attributes = spec.attributes.attributes()
    return (*spec.constraints, *(found for attribute in attributes for found in attribute.constraints))


def _constraints(section: etree._Element, prose: Prose, constraints: tuple[Constraint, ...]) -> None:
    if not constraints:
        return
    add(section, "h4", "Rules")
    listed = add(section, "ul", class_="rules")
    for constraint in constraints:
        item = add(listed, "li")
        _words(prose, item, constraint.docs)
        messages = [text for part in constraint.content for text in _messages(part)]
        if not constraint.docs.summary(prose.lang):
            say(item, " ".join(messages))
        if roles := sorted({role for part in constraint.content for role in _roles(part)}):
            say(item, " ")
            add(item, "span", ", ".join(roles), class_="mark")


def _messages(part: Markup) -> Iterable[str]:
    """Yield what assertions say; a value that is only known when the rule is run is an ellipsis."""
    if part.name in ("assert", "report"):
        shown = (item if isinstance(item, str) else item.text or "…" for item in part.content)
        yield " ".join("".join(shown).split())
    else:
        for item in part.elements():
            yield from _messages(item)


def _roles(part: Markup) -> Iterable[str]:
    if part.name in ("assert", "report") and part.get("role"):
        yield part.get("role")
    for item in part.elements():
        yield from _roles(item)


def _remarks(prose: Prose, section: etree._Element, docs: Documentation) -> None:
    if remarks := in_language(docs.remarks, prose.lang):
        add(section, "h4", "Remarks")
        for words in remarks:
            prose.write(add(section, "div"), words)
    if docs.examples:
        add(section, "h4", "Examples" if len(docs.examples) > 1 else "Example")
    for example in docs.examples:
        for paragraph in example.words:
            prose.element(section, paragraph)
        add(add(section, "pre"), "code", example.code)
