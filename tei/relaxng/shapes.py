"""What a value has to look like, in words an editor knows, and the likeliest mend of a wrong one.

Datatypes: W3C XML Schema part 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tei.relaxng.values import Value
from tei.relaxng.wording import either, quoted

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
    **dict.fromkeys(("decimal", "double", "float"), "a number"),
    "anyURI": "an address, or # and an id",
    "language": "a language tag (such as en or ru-Latn)",
    **dict.fromkeys(
        ("ID", "IDREF", "NCName"), "a name: a letter or _, then letters, digits, -, _ or . (no spaces, no colon)"
    ),
    "Name": "a name: a letter or _, then letters, digits, -, _, . or :",
    "NMTOKEN": "letters, digits, -, _, . or : (no spaces)",
    "QName": "a name, with a prefix that is declared or none",
    **dict.fromkeys(("string", "token"), "any text"),
    "empty": "nothing",
}
_LIKE: Final = {
    r"[^\p{C}\p{Z}]+": "a word (no spaces)",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word (no spaces)",
    r"\S+": "characters without spaces",
    r"(\-?[\d]+/\-?[\d]+)": "a fraction (such as 1/2)",
    r"[0-9.,DHMPRSTWYZ/:+\-]+": "a date, time or duration of ISO 8601",
}
"""Expressions that TEI's datatypes are made of."""
_EXAMPLES: Final = {
    "date": "1937-10-20",
    "dateTime": "1937-10-20T08:40:00",
    "gYear": "1937",
    "time": "08:40:00",
    **dict.fromkeys(
        ("integer", "nonNegativeInteger", "positiveInteger", "decimal", "double", "float", "int", "long"), "7"
    ),
    **dict.fromkeys(("ID", "IDREF", "NCName", "Name"), "karsk-7"),
    "anyURI": "#karsk",
    "language": "ru",
    "boolean": "true",
    "duration": "P3D",
}
_WRITTEN_DATE: Final = re.compile(r"(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})")
_SHORT_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DATES: Final = frozenset({"date", "dateTime"})
_ANY_DATE: Final = frozenset({"date", "gYear", "gYearMonth", "dateTime"})
_DATE_FORMS: Final = _ANY_DATE | {"gMonth", "gDay", "gMonthDay", "time"}
_NUMBERS: Final = frozenset({"integer", "nonNegativeInteger", "positiveInteger", "decimal", "double", "float"})
_NAMES: Final = frozenset({"ID", "NCName", "Name", "NMTOKEN", "IDREF"})


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
        near = self._from_list(value) if self.listed else ""
        if near and (near != _ONE_OF_THESE or not self.types):
            return near
        return self._by_type(value) or self._example()

    def _by_type(self, value: str) -> str:
        text = value.strip()
        if _DATES & set(self.types):
            date = _mended_date(text)
            if date:
                return f'write "{date}"'
        if "anyURI" in self.types and text.startswith("##"):
            return f'write "{"" if "://" in text else "#"}{text.lstrip("#")}"'
        if "anyURI" in self.types and not self.many and " " in text:
            return "write spaces as %20"
        if _NUMBERS & set(self.types) and "," in text and text.replace(",", "", 1).isdigit():
            return (
                f'write "{text.replace(",", ".")}"' if "decimal" in self.types else f'write "{text.replace(",", "")}"'
            )
        if self.types and set(self.types) <= _NAMES and text:
            return f'write "{_as_name(text)}"' if _as_name(text) != text else ""
        return ""

    def _example(self) -> str:
        example = next((_EXAMPLES[name] for name in self.types if name in _EXAMPLES), "")
        return f'for example "{example}"' if example else ""

    def _from_list(self, value: str) -> str:
        """Return the value with each wrong word put right from the list, as far as there is one near."""
        words = value.split()[:50] if self.many else [value]
        right = [word if word in self.listed else _near(word, self.listed) for word in words]
        mended = " ".join(dict.fromkeys(word for word in right if word))
        return f'write "{mended}"' if mended else _ONE_OF_THESE


_ONE_OF_THESE: Final = "write one of these"


def shape_of(value: Value) -> Shape:
    """Return what the values of a pattern look like."""
    leaves = tuple(value.values.leaves(value.pattern))
    return Shape(
        listed=tuple(dict.fromkeys(one[4].strip() for one in leaves if one[0] == "value")),
        types=tuple(dict.fromkeys(name for name in map(_type, leaves) if name)),
        many=value.values.has_list(value.pattern) and any(value.values.repeats(value.pattern)),
    )


def _mended_date(text: str) -> str:
    """Return the date as ISO 8601 writes it, where one was written as in an office; empty where that is not sure."""
    dotted = _WRITTEN_DATE.fullmatch(text)
    if dotted and int(dotted[2]) <= 12:
        return f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}"
    short = _SHORT_DATE.fullmatch(text)
    if short and len(text) < 10 and int(short[2]) <= 12:
        return f"{short[1]}-{int(short[2]):02}-{int(short[3]):02}"
    return ""


def _as_name(text: str) -> str:
    """Return a text as a name: spaces and colons become hyphens, and a letter stands first."""
    name = re.sub(r"[^\w.\-]+", "-", text[:100]).strip("-.") or "karsk-7"
    return name if name[0].isalpha() or name[0] == "_" else f"n{name}"


def _gathered(types: tuple[str, ...]) -> tuple[str, ...]:
    """Return `types` with the forms of a date, of which TEI's @when allows eight, brought down to one phrase."""
    if not set(types) >= _ANY_DATE:
        return types
    return ("when", *(name for name in types if name not in _DATE_FORMS))


def _near(word: str, known: tuple[str, ...]) -> str:
    folded = {one.casefold(): one for one in known}
    if word.strip().casefold() in folded:
        return folded[word.strip().casefold()]
    if len(word) > 100:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def _meaning(name: str) -> str:
    kind, like, expression = name.partition(" like ")
    if like:
        plain = "text" if kind in ("string", "token") else _meaning(kind)
        form = expression if len(expression) <= 60 else expression[:57] + "…"
        return _LIKE.get(expression, f"{plain} like {form}")
    return _MEANING.get(name, f"a value of type {name}")


def _is_address(expression: str) -> bool:
    """Tell whether an expression is that of an address: it escapes characters, and knows schemes and fragments."""
    return "%[0-9A-Fa-f]{2}" in expression and ":" in expression and "#" in expression


def _type(leaf: tuple[object, ...]) -> str:
    """Return the datatype that a data pattern names, with the expression that narrows it."""
    if leaf[0] == "data":
        name = str(leaf[3])
        params = leaf[4] if isinstance(leaf[4], tuple) else ()
        expression = next((value.strip() for facet, value in params if facet == "pattern"), "")
        if _is_address(expression):
            return "anyURI"
        narrowed = expression and (name in ("string", "token", "normalizedString") or expression not in (r"\S+", ".+"))
        return f"{name} like {expression}" if narrowed else name
    return "empty" if leaf[0] == "empty" else ("string" if leaf[0] == "text" else "")
