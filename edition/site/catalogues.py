"""Message catalogues (GNU gettext PO) as plain mappings; one that is not there holds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

BAD_CATALOGUE = Rule(
    "CFG130",
    "message-catalogue-unreadable",
    Severity.ERROR,
    "A catalogue of messages (messages/LANG.po) is not one: each entry is a line `msgid` with the English in quotation "
    "marks, and under it a line `msgstr` with the translation in quotation marks.",
)
RULES = (BAD_CATALOGUE,)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations by their English message; those with plurals by the singular, a form for each case."""

    words: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_catalogue(path: Path) -> Catalogue:
    """Return what a PO file holds but for fuzzy and empty translations; raises SourceError for a broken file."""
    if not path.is_file():
        return Catalogue()
    try:
        with path.open("rb") as stream:
            found = list(read_po(stream, abort_invalid=True, ignore_obsolete=True))
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        hint = "compare it with a catalogue that works"
        raise SourceError(
            BAD_CATALOGUE.at(Location(str(path)), f"the catalogue cannot be read: {error}", hint)
        ) from error
    words, plurals = dict[str, str](), dict[str, tuple[str, ...]]()
    for message in found:
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, str):
            words[message.id] = str(message.string)
        elif all(message.string):
            plurals[message.id[0]] = tuple(message.string)
    return Catalogue(words, plurals)
