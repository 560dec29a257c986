"""Ids of documents, made from date, sender and recipient alone, so that they never depend on order in the source."""

from __future__ import annotations

import re
from typing import Final

from tei.model import Name, Telegram
from tei.slugs import slug

_BRACKETED: Final = re.compile(r"\s*[\[(][^\])]*[\])]")
_HELD: Final = re.compile(r"\s[\w-]+\s\((?P<name>[A-ZÀ-Þ][\w’'-]+)\)$")
"""An office of several words with its holder behind it, "Chargé in China (Atcheson)"."""


def document_id(telegram: Telegram) -> str:
    """Return the id that a telegram would like to have: `t1949-01-10-mao-stalin`; `unknown` for a party not named."""
    day = telegram.sent.day.lstrip("-") if telegram.sent else ""
    parties = (telegram.party("sent"), telegram.party("received"))
    return "-".join([f"t{day or 'undated'}", *(_party(name) for name in parties)])


def _party(name: Name | None) -> str:
    if name is None:
        return "unknown"
    if name.ref:
        return slug(name.ref)
    held = _HELD.search(name.text)
    return slug(held["name"] if held else _BRACKETED.sub("", name.text) or name.text, last=2)
