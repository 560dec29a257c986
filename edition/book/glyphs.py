"""Characters that no font of the machine has: what WeasyPrint says in its log alone becomes findings."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from tei.findings import Finding, Location, Rule, Severity

NO_GLYPH = Rule(
    "EXP121",
    "no-glyph",
    Severity.WARNING,
    "No font of this machine has the character, so the printed book shows an empty box in its place. Install a font "
    "that has it (for Chinese, Japanese and Korean Noto Serif CJK), or name one in own/static/book/print.css.",
)
RULES = (NO_GLYPH,)


@contextmanager
def missing_glyphs() -> Iterator[set[str]]:
    """Yield a set that fills, while a book is set, with the characters that are shown as boxes."""
    listener = _Listener(logging.WARNING)
    log = logging.getLogger("weasyprint")
    level, spoken = log.level, log.propagate
    log.addHandler(listener)
    log.setLevel(logging.WARNING)
    log.propagate = False
    try:
        yield listener.missing
    finally:
        log.setLevel(level)
        log.propagate = spoken
        log.removeHandler(listener)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Take the character out of what is said of it."""
        if ".notdef" in str(record.msg) and isinstance(record.args, tuple) and record.args:
            self.missing.add(str(record.args[0]))


def no_glyph(char: str, path: str = "") -> Finding:
    """Say that a character has no glyph; `path` is the configuration of the edition."""
    name = unicodedata.name(char, "a character without a name")
    message = f"no font has “{char}” (U+{ord(char):04X}, {name})"
    return NO_GLYPH.at(Location(path), message, "install a font that has it")
