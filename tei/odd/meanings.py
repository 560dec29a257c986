"""What the names in an ODD refer to, whatever kind of reference they stand in.

RELAX NG has one way to refer to anything, and TEI's own processing makes every reference of an ODD one of those: an
`elementRef` or `rng:ref` that names a macro, a datatype of XML Schema or a pattern of another grammar means just that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tei.odd.datatypes import PRIMITIVES
from tei.odd.grammars import Grammars
from tei.odd.model import AnySpec, Attribute, AttributeRef, ClassSpec, ElementSpec, OddSchema
from tei.odd.particles import Alternate, ClassRef, Content, DataRef, ElementRef, MacroRef, Pattern, Sequence
from tei.odd.vocabulary import Vocabulary
from tei.odd.words import Markup

_SpecT = TypeVar("_SpecT", bound=AnySpec)
_FORMER = ("teidata.", "data.")


@dataclass(slots=True)
class Meanings:
    """The names that a schema, its sources and its grammars have; `prefix` is what the ODD writes before its own.

    `aliases` are elements as it calls them.
    """

    schema: OddSchema
    vocabularies: tuple[Vocabulary, ...]
    grammars: Grammars
    prefix: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)
    used: dict[str, ElementSpec] = field(default_factory=dict)

    def settled(self) -> Iterator[AnySpec]:
        """Yield the specifications of the schema with each reference as one of its kind, and the patterns they use."""
        sources = frozenset().union(*(one.paths for one in self.vocabularies))
        for spec in self.schema.specs():
            yield spec if spec.location.path in sources else self._spec(spec)
        yield from {one.ident: one for one in (*self.used.values(), *self.grammars.members())}.values()

    def _spec(self, spec: _SpecT) -> _SpecT:
        if isinstance(spec, ClassSpec | ElementSpec):
            spec = replace(spec, attributes=spec.attributes.each(self._attribute))
        return spec if isinstance(spec, ClassSpec) else replace(spec, content=self._content(spec.content))

    def _attribute(self, item: Attribute | AttributeRef) -> Attribute | AttributeRef:
        if isinstance(item, AttributeRef):
            elsewhere = self.grammars.names.get(item.name) if not item.class_key else None
            return replace(item, name=elsewhere, elsewhere=True) if elsewhere else item
        if item.datatype is None:
            return item
        return replace(item, datatype=replace(item.datatype, content=self._content(item.datatype.content)))

    def _content(self, content: Content) -> Content:
        match content:
            case Sequence(items) | Alternate(items):
                return replace(content, items=tuple(map(self._content, items)))
            case Pattern("NameList"):
                return Alternate(tuple(map(ElementRef, self.schema.elements)), location=content.location)
            case Pattern():
                inner = (item if isinstance(item, Markup) else self._content(item) for item in content.items)
                return replace(content, items=tuple(inner))
            case ElementRef(key) | ClassRef(key) | MacroRef(key) | DataRef(key) if key:
                return self._reference(content, key)
            case _:
                return content

    def _reference(self, content: ElementRef | ClassRef | MacroRef | DataRef, key: str) -> Content:
        for name in dict.fromkeys(self._names(key)):
            kind = self._kind(name)
            if isinstance(content, DataRef) and kind in ("element", "class"):
                continue
            if kind == "element":
                return (
                    content if name == key and isinstance(content, ElementRef) else self._as(ElementRef(name), content)
                )
            if kind == "class":
                return content if name == key and isinstance(content, ClassRef) else self._as(ClassRef(name), content)
            if kind == "macro":
                return content if name == key and isinstance(content, MacroRef) else self._as(MacroRef(name), content)
            if kind == "data":
                return replace(content, key=name) if isinstance(content, DataRef) else self._as(DataRef(name), content)
            if name in self.grammars.names:
                ident = self.grammars.names[name]
                self.used[ident] = self.grammars.spec(ident)
                return self._as(ElementRef(ident), content)
        if isinstance(content, DataRef) and key in PRIMITIVES:
            return replace(content, key="", name=key)
        return content

    def _as(self, reference: Content, content: Content) -> Content:
        return replace(reference, occurs=content.occurs, location=content.location)

    def _names(self, key: str) -> Iterator[str]:
        yield self.aliases.get(key, key)
        if self.prefix and key.startswith(self.prefix):
            yield key.removeprefix(self.prefix)
        if key.startswith(_FORMER[0]):  # an ODD may still have a datatype of its own with the former beginning
            yield _FORMER[1] + key.removeprefix(_FORMER[0])

    def _kind(self, name: str) -> str:
        schema = self.schema
        tables = {"element": schema.elements, "class": schema.classes, "macro": schema.macros, "data": schema.datatypes}
        own = next((kind for kind, table in tables.items() if name in table), "")
        return own or next((one.kind(name) for one in self.vocabularies if name in one), "")
