"""Content models as frozen values: what stands in `content` and `datatype` (TEI Guidelines 23.5.3).

Each particle keeps the file and the line that it came from; two that say the same are equal wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final, TypeAlias

from tei.findings import Location
from tei.odd.words import NO_WORDS, Documentation, Markup


@dataclass(frozen=True, slots=True)
class Occurs:
    """How often something may stand: at least, at most; `most` is None where there is no upper bound."""

    least: int = 1
    most: int | None = 1

    def within(self, outer: Occurs) -> Occurs | None:
        """Return the occurrence that says in one what two nested ones say, None where one pair of numbers cannot."""
        if self.most is None:
            # Any of the inner ones can be as long as it likes, so there are no gaps once there has to be one.
            found = Occurs(self.least * outer.least, None) if outer.least or self.least <= 1 else None
        elif self.least <= 1 or outer == ONCE:
            found = Occurs(self.least * outer.least, None if outer.most is None else self.most * outer.most)
        else:
            found = outer if self == ONCE else None
        return found if found and max(found.least, found.most or 0) <= MOST_COUNTED else None


MOST_COUNTED: Final = 100
ONCE: Final = Occurs()
OPTIONAL: Final = Occurs(0, 1)
ANY_NUMBER: Final = Occurs(0, None)
ONE_OR_MORE: Final = Occurs(1, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particle:
    """Anything that may stand in a content model."""

    occurs: Occurs = ONCE
    location: Location = field(default_factory=Location, compare=False)


@dataclass(frozen=True, slots=True)
class Text(Particle):
    """`textNode`: text, or none."""


@dataclass(frozen=True, slots=True)
class Empty(Particle):
    """`empty`: nothing stands here."""


@dataclass(frozen=True, slots=True)
class Nothing(Particle):
    """A particle that no document can satisfy, such as a reference to a class without members."""


@dataclass(frozen=True, slots=True)
class ElementRef(Particle):
    """`elementRef`."""

    key: str


class Expand(Enum):
    """How the members of a class stand for a reference to it (`classRef/@expand`)."""

    ALTERNATE = "alternate"
    SEQUENCE = "sequence"
    SEQUENCE_OPTIONAL = "sequenceOptional"
    SEQUENCE_REPEATABLE = "sequenceRepeatable"
    SEQUENCE_OPTIONAL_REPEATABLE = "sequenceOptionalRepeatable"


@dataclass(frozen=True, slots=True)
class ClassRef(Particle):
    """`classRef`: the members of a model class, narrowed by `include` and `exclude`."""

    key: str
    expand: Expand = Expand.ALTERNATE
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MacroRef(Particle):
    """`macroRef`."""

    key: str


@dataclass(frozen=True, slots=True)
class DataRef(Particle):
    """`dataRef`: a `dataSpec` by `key` or a datatype of XML Schema by `name`, with a regular expression and facets."""

    key: str = ""
    name: str = ""
    restriction: str = ""
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """`valItem`."""

    ident: str
    docs: Documentation = NO_WORDS


@dataclass(frozen=True, slots=True)
class Values(Particle):
    """`valList`: closed, where these are all the values there are; else they are examples of what to write.

    One that `changes` another adds to it, and takes out what is `deleted`.
    """

    items: tuple[Value, ...]
    closed: bool = True
    kind: str = "closed"
    changes: bool = False
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyElement(Particle):
    """`anyElement`: elements of other vocabularies; namespaces required, namespaces and (Clark) names excluded."""

    require: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence(Particle):
    """`sequence`; where `ordered` is false its items may stand in any order."""

    items: tuple[Content, ...]
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Alternate(Particle):
    """`alternate`: one of the items."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Pattern(Particle):
    """A pattern of RELAX NG that pure ODD has no word for (`element`, `attribute`, `mixed` …), by its name there.

    What stands in it are particles again; markup (a name class, a parameter) is kept as it is.
    """

    kind: str
    attributes: tuple[tuple[str, str], ...] = ()
    items: tuple[Content | Markup, ...] = ()

    def particles(self) -> tuple[Content, ...]:
        """Return the particles inside, without the markup between them."""
        return tuple(item for item in self.items if not isinstance(item, Markup))


Content: TypeAlias = (
    Text
    | Empty
    | Nothing
    | ElementRef
    | ClassRef
    | MacroRef
    | DataRef
    | Values
    | AnyElement
    | Sequence
    | Alternate
    | Pattern
)

ANY_TEXT: Final = Text()
EMPTY: Final = Empty()
