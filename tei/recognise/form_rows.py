"""One form of service matter as a row of the table of forms, and what makes such rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tei.recognise.form_words import SEP, TAIL
from tei.recognise.labels import leads, pattern
from tei.regexcache import compiled


@dataclass(frozen=True, slots=True)
class Form:
    """One form of service matter: the type of its `ab`, the words that it can begin with, and its expression."""

    type: str
    leads: tuple[str, ...]
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled once."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return compiled(source, re.IGNORECASE)


def row(type_: str, first: str, source: str, *keys: str) -> Form:
    """Return a row; `keys` are the labels whose first words it can begin with too."""
    return Form(type_, (*first.split(), *leads(*keys)), source)


def handled(type_: str, *keys: str, more: str = "") -> Form:
    """Return the row of a line about handling: "Sent: …", "Deciphered by …", "Delivered to …"."""
    more_words = r"|to\b" if type_ == "delivered" else ""
    source = rf"\[?{pattern(*keys)}\s*(?:by\b|at\b|on\b|in\b|в\b{more_words})?\]?{SEP}{TAIL}"
    return row(type_, more, source, *keys)
