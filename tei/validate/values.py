"""Is a value what the schema asks for, and if not, what does it ask for, in words an editor knows.

libxml2 judges, over a schema of one element that holds just the pattern of the value; this module says what the
pattern means. Datatypes: W3C XML Schema part 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from lxml import etree

from tei.validate.grammar import Definition, Grammar, NotExplainableError, inherited, patterns_in, rng, tag
from tei.validate.wording import either, quoted

_MEANING: Final = {
    "when": "a date or time (YYYY-MM-DD, YYYY-MM, YYYY, YYYY-MM-DDThh:mm:ss)",
    "date": "a date (YYYY-MM-DD)",
    "gYear": "a year (YYYY)",
    "gYearMonth": "a month (YYYY-MM)",
    "gMonth": "a month (--MM)",
    "gDay": "a day (---DD)",
    "gMonthDay": "a day of the year (--MM-DD)",
    "time": "a time (hh:mm:ss)",
    "dateTime": "a date with time (YYYY-MM-DDThh:mm:ss)",
    "duration": "a duration (such as P3D)",
    "boolean": "true or false",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0",
    "positiveInteger": "a whole number from 1",
    "decimal": "a number",
    "double": "a number",
    "anyURI": "an address, or # and an id",
    "language": "a language tag (such as en or ru-Latn)",
    **dict.fromkeys(
        ("ID", "IDREF", "NCName"), "a name: a letter or _, then letters, digits, -, _ or . (no spaces, no colon)"
    ),
    "Name": "a name: a letter or _, then letters, digits, -, _, . or :",
    "NMTOKEN": "letters, digits, -, _, . or : (no spaces)",
}
_EXAMPLES: Final = {
    "date": "1937-10-20",
    "dateTime": "1937-10-20T08:40:00",
    "gYear": "1937",
    "time": "08:40:00",
    **dict.fromkeys(("integer", "nonNegativeInteger", "positiveInteger", "decimal", "double"), "7"),
    **dict.fromkeys(("ID", "IDREF", "NCName", "Name"), "karsk-7"),
    "anyURI": "#karsk",
    "language": "ru",
    "boolean": "true",
}
_WRITTEN_DATE: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_DATES: Final = frozenset({"date", "dateTime"})
_ANY_DATE: Final = frozenset({"date", "gYear", "gYearMonth", "dateTime"})
_DATE_FORMS: Final = _ANY_DATE | {"gMonth", "gDay", "gMonthDay", "time"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a pattern of values comes to: the values it lists, the datatypes it names, whether several may stand."""

    listed: tuple[str, ...]
    types: tuple[str, ...]
    many: bool

    def words(self) -> str:
        """Return what is allowed, as a phrase."""
        meanings = tuple(dict.fromkeys(_meaning(name) for name in _gathered(self.types)))
        options = either((*(quoted(value) for value in self.listed), *meanings)) or "nothing"
        return f"{options}; several with spaces between" if self.many else options

    def mend(self, value: str) -> str:
        """Return the likeliest mend as a hint: the nearest allowed value, or what one looks like."""
        if self.listed and not self.types:
            return self._from_list(value)
        dotted = _WRITTEN_DATE.fullmatch(value.strip())
        if dotted and _DATES & set(self.types) and int(dotted[2]) <= 12:
            return f'write "{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}"'
        if "anyURI" in self.types and not self.many and " " in value.strip():
            return "write spaces as %20"
        example = next((_EXAMPLES[name] for name in self.types if name in _EXAMPLES), "")
        return f'for example "{example}"' if example else ""

    def _from_list(self, value: str) -> str:
        """Return the value with each wrong word put right from the list, as far as there is one near."""
        words = value.split() if self.many else [value]
        right = [word if word in self.listed else _near(word, self.listed) for word in words]
        mended = " ".join(word for word in right if word)
        return f'write "{mended}"' if mended else "write one of these"


def _gathered(types: tuple[str, ...]) -> tuple[str, ...]:
    """Return `types` with the forms of a date, of which TEI's @when allows eight, brought down to one phrase."""
    if not _ANY_DATE.issubset(types):
        return types
    return ("when", *(name for name in types if name not in _DATE_FORMS))


def _near(word: str, known: tuple[str, ...]) -> str:
    folded = {one.casefold(): one for one in known}
    if word.strip().casefold() in folded:
        return folded[word.strip().casefold()]
    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def _meaning(name: str) -> str:
    return _MEANING.get(name, f"a value of type {name}")


class Values:
    """Judges values against the patterns of one grammar; each pattern is compiled once."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._judges: dict[Definition, etree.RelaxNG] = {}
        self._shapes: dict[Definition, Shape] = {}

    def allows(self, definition: Definition, value: str) -> bool:
        """Tell whether `value` may be that of the attribute, or the only content of the element, so defined."""
        if definition not in self._judges:
            self._judges[definition] = self._judge(definition)
        document = etree.Element("value")
        if tag(definition.node) == "attribute":
            document.set("of", value)
        else:
            document.text = value
        return bool(self._judges[definition].validate(document))

    def shape(self, definition: Definition) -> Shape:
        """Return what the values of `definition` look like."""
        if definition not in self._shapes:
            nodes = [one for child in patterns_in(definition.node) for one in self._inline(child).iter(etree.Element)]
            self._shapes[definition] = Shape(
                listed=tuple(dict.fromkeys((one.text or "").strip() for one in nodes if tag(one) == "value")),
                types=tuple(dict.fromkeys(_type(one) for one in nodes if tag(one) == "data")),
                many=any(tag(one) in ("oneOrMore", "zeroOrMore") for one in nodes),
            )
        return self._shapes[definition]

    def is_value(self, definition: Definition) -> bool:
        """Tell whether the element so defined holds a value and no mixed content."""
        if definition.content.kind != "text":
            return False
        nodes = [one for child in patterns_in(definition.node) for one in self._inline(child).iter(etree.Element)]
        return any(tag(one) in ("data", "value") for one in nodes) and not any(tag(one) == "text" for one in nodes)

    def _judge(self, definition: Definition) -> etree.RelaxNG:
        schema = etree.Element(rng("element"), name="value")
        holder = schema
        if tag(definition.node) == "attribute":
            holder = etree.SubElement(schema, rng("attribute"), name="of")
        holder.extend(self._inline(child) for child in patterns_in(definition.node) if tag(child) != "attribute")
        if len(holder) == 0:
            etree.SubElement(holder, rng("text"))
        return etree.RelaxNG(schema)

    def _inline(self, node: etree._Element) -> etree._Element:
        """Return a copy of a pattern of values that stands alone: references resolved, libraries written out."""
        kind = tag(node)
        if kind == "ref":
            nodes = self._grammar.defines((node.get("name") or "").strip())
            if not nodes:
                raise NotExplainableError(kind)
            choice = etree.Element(rng("choice"))
            for define in nodes:
                etree.SubElement(choice, rng("group")).extend(self._inline(child) for child in patterns_in(define))
            return choice
        if kind in ("data", "value"):
            copy = deepcopy(node)
            copy.tail = None
            copy.set("datatypeLibrary", inherited(node, "datatypeLibrary"))
            return copy
        if kind == "attribute":
            return etree.Element(rng("empty"))
        copy = etree.Element(rng(kind))
        copy.extend(list(self._children(node)))
        return copy

    def _children(self, node: etree._Element) -> Iterator[etree._Element]:
        return (self._inline(child) for child in patterns_in(node))


def _type(node: etree._Element) -> str:
    """Return the datatype that a data element names, with the pattern that narrows plain text."""
    name = node.get("type") or ""
    facet = next((one for one in node if tag(one) == "param" and one.get("name") == "pattern"), None)
    if facet is not None and name in ("string", "token"):
        return f"{name} like {(facet.text or '').strip()}"
    return name
