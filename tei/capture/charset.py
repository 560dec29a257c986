"""From bytes to text: byte order marks, UTF-8, or the character set that the user names; never a silent guess."""

from __future__ import annotations

import codecs
from typing import Final

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Longer marks first where one begins with another (UTF-32 LE begins like UTF-16 LE)."""

_CONTROLS: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})


def marked_charset(data: bytes) -> str | None:
    """Return the character set that a byte order mark announces, None without one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def looks_binary(data: bytes) -> bool:
    """Say whether bytes without a byte order mark can be no text: NUL bytes, or many control characters."""
    if marked_charset(data):
        return False
    head = data[:65536]
    return b"\0" in head or len(head.translate(None, delete=_CONTROLS)) < 0.98 * len(head)


def decode(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its character set.

    Raises UnicodeDecodeError where the bytes are not in that set, LookupError where Python does not know its name.
    """
    name = charset or marked_charset(data) or "utf-8"
    text = data.decode(name)
    return text.removeprefix("\ufeff"), codecs.lookup(name).name
