"""What an ODD says, as frozen values: the one thing that the checks and every writer work on.

The names follow the chapter "Documentation Elements" (TD) of the TEI Guidelines; each value keeps the file and the line
that it came from, so that whatever is wrong with it can be shown where it is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from tei.findings import Location
from tei.names import XML_NS
from tei.odd.particles import ANY_TEXT, EMPTY, ONCE, Content, Occurs, Values
from tei.odd.words import NO_WORDS, Documentation, Markup


@dataclass(frozen=True, slots=True)
class Constraint:
    """One `constraint` of a `constraintSpec`: Schematron, its name, and the prefixes that its expressions may use."""

    ident: str
    content: tuple[Markup, ...]
    namespaces: tuple[tuple[str, str], ...] = ()
    docs: Documentation = NO_WORDS
    location: Location = field(default_factory=Location, compare=False)


class Usage(Enum):
    """Whether an attribute must be there (`attDef/@usage`)."""

    REQUIRED = "req"
    RECOMMENDED = "rec"
    OPTIONAL = "opt"


class Mode(Enum):
    """What a definition does to one of the same name that is inherited (`@mode`)."""

    ADD = "add"
    CHANGE = "change"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Datatype:
    """`datatype`: what a value is made of, and how many of it, divided by white space, make up the attribute."""

    content: Content = ANY_TEXT
    occurs: Occurs = ONCE


@dataclass(frozen=True, slots=True)
class Attribute:
    """`attDef`; what is None is not said, and a definition with mode="change" leaves it as it was."""

    ident: str
    name: str
    namespace: str = ""
    mode: Mode = Mode.ADD
    usage: Usage | None = None
    datatype: Datatype | None = None
    values: Values | None = None
    default: str | None = None
    constraints: tuple[Constraint, ...] = ()
    docs: Documentation = NO_WORDS
    location: Location = field(default_factory=Location, compare=False)

    @property
    def qname(self) -> str:
        """The attribute's name in Clark notation."""
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name

    @property
    def original(self) -> str:
        """What the attribute is called before `altIdent` renames it, in Clark notation."""
        name = self.ident.removeprefix("xml:")
        if name != self.ident:
            return f"{{{XML_NS}}}{name}"
        return f"{{{self.namespace}}}{name}" if self.namespace else name

    @property
    def required(self) -> bool:
        """Whether the attribute must be there."""
        return self.usage is Usage.REQUIRED

    @property
    def unlisted(self) -> bool:
        """Whether the default is not among the values that there can be."""
        if self.default is None or self.values is None or not self.values.closed:
            return False
        words = self.default.split() if self.datatype is not None and self.datatype.occurs != ONCE else [self.default]
        return not {value.ident for value in self.values.items}.issuperset(words)


@dataclass(frozen=True, slots=True)
class AttributeRef:
    """`attRef`: one attribute of a class, without the rest of it; `elsewhere`, attributes that a grammar defines."""

    class_key: str
    name: str
    location: Location = field(default_factory=Location, compare=False)
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class AttributeList:
    """`attList`: attributes that stand together, or (`choice`) that exclude each other."""

    items: tuple[AttributeItem, ...] = ()
    choice: bool = False
    location: Location = field(default_factory=Location, compare=False)

    def attributes(self) -> Iterator[Attribute]:
        """Yield every definition inside, nested lists included."""
        for item in self.items:
            if isinstance(item, Attribute):
                yield item
            elif isinstance(item, AttributeList):
                yield from item.attributes()

    def each(self, change: Callable[[Attribute | AttributeRef], Attribute | AttributeRef | None]) -> AttributeList:
        """Return the list with what `change` makes of each item, nested lists included; None leaves an item out."""
        items = (item.each(change) if isinstance(item, AttributeList) else change(item) for item in self.items)
        return replace(self, items=tuple(item for item in items if item is not None))


AttributeItem: TypeAlias = Attribute | AttributeRef | AttributeList


@dataclass(frozen=True, slots=True)
class Membership:
    """`memberOf`."""

    key: str
    location: Location = field(default_factory=Location, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """What every specification has."""

    ident: str
    module: str = ""
    docs: Documentation = NO_WORDS
    constraints: tuple[Constraint, ...] = ()
    location: Location = field(default_factory=Location, compare=False)


@dataclass(frozen=True, slots=True)
class ElementSpec(Spec):
    """`elementSpec`; `name` is what stands in a document (`altIdent`, else `ident`).

    One that is `elsewhere` is a pattern of another grammar, which defines it.
    """

    name: str
    namespace: str
    classes: tuple[Membership, ...] = ()
    content: Content = EMPTY
    attributes: AttributeList = AttributeList()
    elsewhere: bool = False

    @property
    def qname(self) -> str:
        """The element's name in Clark notation."""
        return f"{{{self.namespace}}}{self.name}" if self.namespace else self.name


@dataclass(frozen=True, slots=True)
class ClassSpec(Spec):
    """`classSpec`: a model class, whose members stand in the same places, or one of attributes (`is_model` false)."""

    is_model: bool
    classes: tuple[Membership, ...] = ()
    attributes: AttributeList = AttributeList()


@dataclass(frozen=True, slots=True)
class MacroSpec(Spec):
    """`macroSpec`: a content model with a name."""

    content: Content


@dataclass(frozen=True, slots=True)
class DataSpec(Spec):
    """`dataSpec`: a datatype with a name."""

    content: Content


AnySpec: TypeAlias = ElementSpec | ClassSpec | MacroSpec | DataSpec


@dataclass(frozen=True, slots=True)
class Grammar:
    """A grammar of RELAX NG from elsewhere (`moduleRef/@url`): its file, and its definitions as they are named here."""

    path: str
    defines: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class OddSchema:
    """`schemaSpec` with everything that belongs to it; each mapping keeps the order of the source.

    `origins` are the files of other schemas that this one takes its specifications from; empty where it is
    self-contained. `binding` is the query language of its rules, as Schematron names it; `xsd` is false where XML
    Schema cannot say what the schema says. `exceptions` are what `anyElement` leaves out, where it does not say;
    `prefixes` those that rules of other schemas may use.
    """

    ident: str
    namespace: str
    start: tuple[str, ...]
    elements: Mapping[str, ElementSpec]
    classes: Mapping[str, ClassSpec]
    macros: Mapping[str, MacroSpec]
    datatypes: Mapping[str, DataSpec]
    constraints: tuple[Constraint, ...] = ()
    docs: Documentation = NO_WORDS
    title: str = ""
    introduction: tuple[Markup, ...] = ()
    lang: str = "en"
    origins: frozenset[str] = frozenset()
    binding: str = "xslt"
    grammars: tuple[Grammar, ...] = ()
    exceptions: tuple[str, ...] = ()
    prefixes: tuple[tuple[str, str], ...] = ()
    xsd: bool = True
    location: Location = field(default_factory=Location, compare=False)

    def holders(self) -> Iterator[ElementSpec | ClassSpec]:
        """Yield what can have classes and attributes: elements, then classes."""
        yield from self.elements.values()
        yield from self.classes.values()

    def specs(self) -> Iterator[AnySpec]:
        """Yield every specification: elements, classes, macros, datatypes."""
        yield from self.elements.values()
        yield from self.classes.values()
        yield from self.macros.values()
        yield from self.datatypes.values()
