"""The forms of the datatypes of XML Schema, checked by one regular expression each: the quick way.

W3C XML Schema part 2 (1.0, second edition), section 3. Each function takes a value whose white space is already
normalised and says yes, no, or None where only `xmlschema`, which takes long to load, can tell. That they agree with it
is shown by tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from tei.relaxng.regexes import NAME, NCNAME, NMTOKEN

Judge = Callable[[str], bool | None]

_PLAIN: Final = r"[A-Z_a-z][A-Z_a-z\-.0-9]*"
_ZONE: Final = r"(?:Z|[+\-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_CLOCK: Final = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_YEAR: Final = r"-?(?:[1-9]\d{4,}|\d{4})"
_DAYS: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_PCT: Final = "%[0-9A-Fa-f]{2}"
_PCHAR: Final = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|{_PCT})"
_NO_COLON: Final = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=@]|{_PCT})"
_HOST: Final = rf"(?:\[[^\]]*\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|{_PCT})*)"
_AUTHORITY: Final = rf"(?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|{_PCT})*@)?{_HOST}(?::\d{{0,8}})?"
_HIERARCHY: Final = rf"//{_AUTHORITY}(?:/{_PCHAR}*)*"
_PATH: Final = rf"{_PCHAR}+(?:/{_PCHAR}*)*"
_ABSOLUTE: Final = rf"/(?:{_PCHAR}+(?:/{_PCHAR}*)*)?"
_URI: Final = (
    rf"(?:[A-Za-z][A-Za-z0-9+\-.]*:(?:{_HIERARCHY}|{_ABSOLUTE}|{_PATH})?"
    rf"|{_HIERARCHY}|{_ABSOLUTE}|{_NO_COLON}+(?:/{_PCHAR}*)*)?"
    rf"(?:\?(?:{_PCHAR}|[/?])*)?(?:#(?:{_PCHAR}|[/?\[\]])*)?"
)
_PLAIN_URI: Final = re.compile(r"(?:https?://[A-Za-z0-9.\-]+(?:/[A-Za-z0-9.\-_~/]*)?)?(?:#[A-Za-z0-9.\-_]*)?")
# RFC 3986 after the escaping of XLink 1.0, section 5.4, as W3C XML Schema part 2 has it and Jing and libxml2 do it.
_ESCAPED: Final = re.compile(r"[^\x21-\x7e]|[<>\"{}|\\^`]")


def _form(pattern: str) -> Judge:
    """Return the judge of a form; the expression is compiled when it is first needed."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern, re.ASCII)

    return lambda value: compiled().fullmatch(value) is not None


def _names(pattern: str, plain: str) -> Judge:
    """Return the judge of names; letters beyond ASCII take long to compile, so that is done when one is met."""
    form = _form(pattern)
    ascii_form = _form(plain)
    return lambda value: ascii_form(value) if value.isascii() else form(value)


def _anything(_: str) -> bool:
    return True


def _boolean(value: str) -> bool:
    return value in ("true", "false", "1", "0")


@cache
def _uri() -> re.Pattern[str]:
    return re.compile(_URI)


def _any_uri(value: str) -> bool:
    if _PLAIN_URI.fullmatch(value):
        return True
    return _uri().fullmatch(_ESCAPED.sub("_", value)) is not None


def _dated(pattern: str) -> Judge:
    """Return the judge of a form with a year, and maybe a month and day, in the named groups y, m and d."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern, re.ASCII)

    def judge(value: str) -> bool | None:
        found = compiled().fullmatch(value)
        if found is None:
            return False
        parts = found.groupdict()
        year = parts.get("y") or "2000"
        if year == "0000":
            return False
        if len(year) > 4:
            return None
        return _day_exists(int(year), int(parts.get("m") or 1), int(parts.get("d") or 1))

    return judge


def _day_exists(year: int, month: int, day: int) -> bool:
    if month == 2 and day == 29:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= _DAYS.get(month, 31)


def _within(low: int, high: int) -> Judge:
    """Return the judge of whole numbers in a range."""
    form = _form(r"[+\-]?\d+")

    def judge(value: str) -> bool:
        if not form(value):
            return False
        digits = value.lstrip("+-").lstrip("0")
        return len(digits) < 21 and low <= int(value[0].replace("+", "") + value[1:] or "0") <= high

    return judge


_DATE: Final = rf"(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)"
JUDGES: Final[dict[str, Judge]] = {
    "string": _anything,
    "normalizedString": _anything,
    "token": _anything,
    "boolean": _boolean,
    "decimal": _form(r"[+\-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "integer": _form(r"[+\-]?\d+"),
    "nonNegativeInteger": _form(r"\+?\d+|-0+"),
    "positiveInteger": _form(r"\+?0*[1-9]\d*"),
    "nonPositiveInteger": _form(r"-\d+|\+?0+"),
    "negativeInteger": _form(r"-0*[1-9]\d*"),
    "long": _within(-(2**63), 2**63 - 1),
    "int": _within(-(2**31), 2**31 - 1),
    "short": _within(-(2**15), 2**15 - 1),
    "byte": _within(-128, 127),
    "unsignedLong": _within(0, 2**64 - 1),
    "unsignedInt": _within(0, 2**32 - 1),
    "unsignedShort": _within(0, 2**16 - 1),
    "unsignedByte": _within(0, 255),
    **dict.fromkeys(("double", "float"), _form(r"[+\-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+\-]?\d+)?|-?INF|NaN")),
    "date": _dated(_DATE + _ZONE),
    "dateTime": _dated(rf"{_DATE}T{_CLOCK}{_ZONE}"),
    "gYear": _dated(rf"(?P<y>{_YEAR}){_ZONE}"),
    "gYearMonth": _dated(rf"(?P<y>{_YEAR})-(?P<m>\d\d){_ZONE}"),
    "gMonth": _dated(rf"--(?P<m>\d\d){_ZONE}"),
    "gDay": _dated(rf"---(?P<d>\d\d){_ZONE}"),
    "gMonthDay": _dated(rf"--(?P<m>\d\d)-(?P<d>\d\d){_ZONE}"),
    "time": _form(_CLOCK + _ZONE),
    "duration": _form(r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"),
    "language": _form(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
    **dict.fromkeys(("NCName", "ID", "IDREF"), _names(NCNAME, _PLAIN)),
    "Name": _names(NAME, r"[A-Z_a-z:][A-Z_a-z\-.0-9:]*"),
    "NMTOKEN": _names(NMTOKEN, r"[A-Z_a-z\-.0-9:]+"),
    "IDREFS": _names(rf"{NCNAME}(?: {NCNAME})*", rf"{_PLAIN}(?: {_PLAIN})*"),
    "NMTOKENS": _names(rf"{NMTOKEN}(?: {NMTOKEN})*", r"[A-Z_a-z\-.0-9:]+(?: [A-Z_a-z\-.0-9:]+)*"),
    "anyURI": _any_uri,
    "hexBinary": _form(r"(?:[0-9a-fA-F]{2})*"),
    "base64Binary": lambda _: None,
}
