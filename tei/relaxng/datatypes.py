"""The datatypes that a schema can name: the two built in, and those of XML Schema (part 2).

RELAX NG specification, section 4.16, and the guidelines for using W3C XML Schema datatypes with RELAX NG (OASIS, 2001).
The common types and facets are judged here, over `lexical` and `regexes`; `xmlschema` judges the rest. It is imported
only then, as it takes longer to load than most documents take to check.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from tei.names import XSD_DATATYPES_NS
from tei.relaxng.lexical import JUDGES
from tei.relaxng.regexes import Expression, PatternError

Prefixes = Mapping[str, str]
Test = Callable[[str, Prefixes], bool]
"""Is this text a value, given the namespaces declared where it stands?"""

Params = tuple[tuple[str, str], ...]

QNAMES: Final = frozenset({"QName", "NOTATION"})
"""Types whose values mean something only with the namespaces that are declared where they stand."""

IDS: Final = frozenset({"ID"})
_ENTITIES: Final = frozenset({"ENTITY", "ENTITIES"})
_STRINGS: Final = frozenset(
    {
        *("string", "normalizedString", "token", "language", "Name", "NCName", "ID", "IDREF", "NMTOKEN", "anyURI"),
    }
)
_DECIMALS: Final = frozenset(name for name in JUDGES if name == "decimal" or name.lower().endswith("integer")) | {
    *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
}
_LENGTHS: Final = frozenset({"length", "minLength", "maxLength"})
_BOUNDS: Final = frozenset({"minInclusive", "maxInclusive", "minExclusive", "maxExclusive"})
_FACETS: Final = _LENGTHS | _BOUNDS | {"pattern", "totalDigits", "fractionDigits"}
_BUILT_IN: Final = frozenset({"string", "token"})


class DatatypeError(Exception):
    """The schema names a datatype, parameter or value that there is not; the message says which."""


def normalised(name: str, text: str) -> str:
    """Return a text with white space as the type `name` wants it."""
    if name == "string":
        return text
    if name == "normalizedString":
        return text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    # Only the white space of XML: str.split() without arguments would take a no-break space for one.
    if not text.isascii():
        return " ".join([word for word in normalised("normalizedString", text).split(" ") if word])
    return " ".join(text.split())


def check(library: str, name: str, params: Params = ()) -> None:
    """Raise DatatypeError where the library has no such type, or the type no such parameters."""
    if library == "":
        if name not in _BUILT_IN:
            hint = "; is @datatypeLibrary missing?" if name in JUDGES or name in QNAMES | _ENTITIES else ""
            raise DatatypeError(f'there is no built-in datatype "{name}"{hint}')
        if params:
            raise DatatypeError(f'the built-in datatype "{name}" has no parameters; is @datatypeLibrary missing?')
    elif library != XSD_DATATYPES_NS:
        raise DatatypeError(f'the datatype library "{library}" is not known')
    elif name not in JUDGES and name not in QNAMES | _ENTITIES:
        raise DatatypeError(f'XML Schema has no datatype "{name}"')
    elif params:
        _facets(name, params)


def judge_of(library: str, name: str, params: Params = ()) -> Test:
    """Return the test of a datatype with its parameters. Raises DatatypeError."""
    check(library, name, params)
    if name in QNAMES:
        return _qualified(_facets(name, params))
    if name in _ENTITIES:
        # An entity has to be declared in a document type declaration, and those are refused.
        return lambda _text, _prefixes: False
    judge = JUDGES[name]
    facets = _facets(name, params) if params else ()

    def test(text: str, _: Prefixes) -> bool:
        value = normalised(name, text)
        verdict = judge(value)
        if verdict is None:
            verdict = _slow_judge(name)(value)
        return verdict and all(facet(value) for facet in facets)

    return test


def same_as(library: str, name: str, wanted: str, prefixes: Prefixes) -> Test:
    """Return the test of being the same value as `wanted`, a value in the schema. Raises DatatypeError."""
    check(library, name)
    if name in QNAMES:
        right = _resolved(wanted.strip(), prefixes)
        return lambda text, declared: right is not None and _resolved(text.strip(), declared) == right
    if not judge_of(library, name)(wanted, prefixes):
        raise DatatypeError(f'"{wanted}" is no value of the datatype "{name}"')
    if name in _STRINGS:
        value = normalised(name, wanted)
        return lambda text, _: text == value or normalised(name, text) == value
    judged = judge_of(library, name)
    measured = _value(name, normalised(name, wanted))
    return lambda text, declared: judged(text, declared) and _value(name, normalised(name, text)) == measured


def _value(name: str, text: str) -> Any:
    """Return the value that a text stands for, to be compared with another of the same type."""
    if name in _DECIMALS:
        return _decimal(text)
    return _builtin(name).to_python(text)


def _decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


def _resolved(text: str, prefixes: Prefixes) -> str | None:
    """Return a qualified name with its namespace, None where it is none or its prefix is not declared."""
    prefix, colon, name = text.rpartition(":")
    form = JUDGES["NCName"]
    if not form(name) or (colon and (not form(prefix) or prefix not in prefixes)):
        return None
    return f"{prefixes.get(prefix, '')}}}{name}"


def _qualified(facets: tuple[Callable[[str], bool], ...]) -> Test:
    def test(text: str, prefixes: Prefixes) -> bool:
        value = normalised("token", text)
        return _resolved(value, prefixes) is not None and all(facet(value) for facet in facets)

    return test


@cache
def _facets(name: str, params: Params) -> tuple[Callable[[str], bool], ...]:
    """Return the tests of the parameters of a type. Raises DatatypeError where the type has no such parameter."""
    found: list[Callable[[str], bool]] = []
    rest: list[tuple[str, str]] = []
    for facet, value in params:
        if facet not in _FACETS:
            raise DatatypeError(f'the datatype "{name}" has no parameter "{facet}"')
        if facet == "pattern":
            found.append(expression(value).matches)
        else:
            quick = _quick_facet(name, facet, value.strip())
            found += [] if quick is None else [quick]
            rest += [(facet, value.strip())] if quick is None else []
    if rest:
        found.append(_restricted(name, tuple(rest)))
    return tuple(found)


@cache
def expression(pattern: str) -> Expression:
    """Return a regular expression of the schema. Raises DatatypeError where it is none."""
    try:
        return Expression(pattern)
    except PatternError as error:
        raise DatatypeError(f'"{pattern}" is no regular expression of XML Schema: {error}') from error


def _quick_facet(name: str, facet: str, value: str) -> Callable[[str], bool] | None:
    if facet in _LENGTHS and name in _STRINGS | QNAMES and value.isascii() and value.isdigit() and len(value) < 10:
        return _length(facet, int(value))
    if facet in _BOUNDS and name in _DECIMALS and JUDGES["decimal"](value):
        return _bound(facet, _decimal(value), _decimal)
    if facet in _BOUNDS and name in ("double", "float") and JUDGES["decimal"](value):
        return _bound(facet, float(value), _float)
    return None


def _float(text: str) -> float:
    return float(text)


def _length(facet: str, length: int) -> Callable[[str], bool]:
    if facet == "length":
        return lambda text: len(text) == length
    if facet == "minLength":
        return lambda text: len(text) >= length
    return lambda text: len(text) <= length


def _bound(facet: str, bound: Any, measure: Callable[[str], Any]) -> Callable[[str], bool]:
    if facet == "minInclusive":
        return lambda text: bool(measure(text) >= bound)
    if facet == "maxInclusive":
        return lambda text: bool(measure(text) <= bound)
    if facet == "minExclusive":
        return lambda text: bool(measure(text) > bound)
    return lambda text: bool(measure(text) < bound)


@cache
def _builtin(name: str) -> Any:
    import xmlschema

    return xmlschema.XMLSchema.builtin_types()[name]


@cache
def _slow_judge(name: str) -> Callable[[str], bool]:
    valid = _builtin(name).is_valid

    def judge(text: str) -> bool:
        try:
            return bool(valid(text))
        except (OverflowError, ValueError):  # a year of ten digits
            return False

    return judge


def _restricted(name: str, params: Params) -> Callable[[str], bool]:
    """Return the test of a restriction as `xmlschema` makes it. Raises DatatypeError where it cannot be."""
    from xml.sax.saxutils import quoteattr

    import xmlschema

    facets = "".join(f"<xs:{facet} value={quoteattr(value)}/>" for facet, value in params)
    source = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="type">'
        f'<xs:restriction base="xs:{name}">{facets}</xs:restriction></xs:simpleType></xs:schema>'
    )
    try:
        valid: Callable[[str], bool] = xmlschema.XMLSchema(source, loglevel="ERROR").types["type"].is_valid
    except xmlschema.XMLSchemaException as error:
        shown = ", ".join(f"{facet}={value}" for facet, value in params)
        reason = str(getattr(error, "message", error)).splitlines()[0]
        raise DatatypeError(f'the datatype "{name}" cannot have {shown}: {reason}') from error
    return valid
