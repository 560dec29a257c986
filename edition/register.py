"""The register of archives: those known from the start, and those that an edition's lists define."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from tei.archives import Repositories, builtin
from tei.authority import Authority, RepositoryMapping

FOND_PARTS: Final = frozenset(("fond", "opis", "delo", "papka", "portsiia"))


def repositories_of(authority: Authority) -> Repositories:
    """Return the register of archives with those that the edition's lists define."""
    defined = authority.repositories()
    return builtin().extended([_plain(mapping) for mapping in defined]) if defined else builtin()


def _plain(mapping: RepositoryMapping) -> Mapping[str, Any]:
    """Turn an archive of a list into an entry of the register.

    Archives that count in fond and opis are read as such whatever the labels; others by the labels that the list gives,
    each a template with a place for its value.
    """
    parts = [part["type"] for part in mapping["parts"]]
    entry: dict[str, Any] = {
        "key": mapping["key"],
        "name": mapping["names"][0] if mapping["names"] else mapping["key"],
        "names": [*mapping["names"][1:], *mapping["abbreviations"][1:]],
        "parts": parts,
        "country": mapping["country"],
        "settlement": mapping["settlement"],
    }
    if mapping["abbreviations"]:
        entry["abbreviation"] = mapping["abbreviations"][0]
    if not parts or set(parts) & FOND_PARTS:
        return entry | {"family": "fond"}
    return entry | {"family": "segments", "templates": list(_templates(mapping))}


def _templates(mapping: RepositoryMapping) -> Iterable[str]:
    for part in mapping["parts"]:
        for label in part["labels"]:
            yield f"{label} {{{part['type']}}}"
