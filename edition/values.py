"""What stands in edition.toml, read: each function takes a value of TOML and returns ours, or says what is wanted."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

CHANGES: Final = ("accept", "reject", "encode")
"""What can be done with tracked changes of a Word file."""

Reader = Callable[[Any], Any]
"""Raises TypeError, whose message names what is wanted."""


def text(value: Any) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise TypeError("a text in quotation marks")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError('a list of texts, such as ["captures"]')
    return tuple(value)


def flag(value: Any) -> bool:
    """Return a yes or no."""
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def date(value: Any) -> str:
    """Return a year, month or day as ISO 8601."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise TypeError('a year or a date, such as 2026 or "2026-05-03"')
    return value


def patterns(value: Any) -> tuple[re.Pattern[str], ...]:
    """Return regular expressions."""
    try:
        return tuple(re.compile(item, re.IGNORECASE) for item in texts(value))
    except re.error as error:
        raise TypeError(f"regular expressions, each for a whole line ({error})") from None


def licence(value: Any) -> tuple[str, str]:
    """Return the name of a licence and its web address, empty where not told."""
    if isinstance(value, str):
        return (value, value) if re.match(r"https?://", value) else (value, "")
    if not isinstance(value, dict) or not {"name", "url"} >= set(value) or not value:
        raise TypeError('a text, or { name = "CC BY 4.0", url = "https://…" }')
    return text(value.get("name", "")), text(value.get("url", ""))


def charset(value: Any) -> str:
    """Return the name of a character set."""
    if not is_charset(text(value)):
        raise TypeError("the name of a character set, such as windows-1251")
    return str(value)


def changes(value: Any) -> str:
    """Return what is to be done with tracked changes."""
    if value not in CHANGES:
        raise TypeError(f"one of {', '.join(CHANGES)}")
    return str(value)


def is_charset(name: str) -> bool:
    """Say whether a character set of that name can be read: one that Python knows and that turns bytes into text."""
    try:
        bytes(256).decode(name)
    except (LookupError, ValueError):
        return False
    return name.lower() not in ("idna", "punycode")  # those are for names of hosts


def identifier(value: Any) -> str:
    """Return a name that can be an xml:id."""
    if not re.fullmatch(r"[A-Za-z_][\w.-]*", text(value)):
        raise TypeError("a short name of letters, digits and hyphens that begins with a letter")
    return str(value)


def address(value: Any) -> str:
    """Return the address of a site, with a slash at its end."""
    wanted = 'the address of the site, such as "https://example.org/karsk/"'
    try:
        parts = urlsplit(text(value))
        whole = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        raise TypeError(wanted) from None
    if not whole or re.search(r"[\s\"<>]", value):
        raise TypeError(wanted)
    return value if value.endswith("/") else f"{value}/"


def web_address(value: Any) -> str:
    """Return an address on the web."""
    if text(value) and not re.fullmatch(r"https?://[^\s\"<>]+", value):
        raise TypeError('an address on the web, such as "https://example.org/karsk"')
    return str(value)


def languages(value: Any) -> tuple[str, ...]:
    """Return codes of languages, each once, the first being that of the site's own pages."""
    found = tuple(dict.fromkeys(texts(value)))
    if not found or not all(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", one) for one in found):
        raise TypeError('a list of codes of languages, such as ["en", "ru"]')
    return found
