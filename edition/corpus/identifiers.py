"""Authority files and how they write an identifier as a web address: linked data and harvesters join by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_FORMS: Final = {
    "gnd": ("https://d-nb.info/gnd/", r"[\dX-]+"),
    "viaf": ("https://viaf.org/viaf/", r"\d+"),
    "wikidata": ("http://www.wikidata.org/entity/", r"[QP]\d+"),
    "geonames": ("https://www.geonames.org/", r"\d+"),
    "lc": ("https://id.loc.gov/authorities/names/", r"[a-z]+\d+"),
    "bnf": ("https://data.bnf.fr/ark:/12148/cb", r"\w+"),
    "isni": ("https://isni.org/isni/", r"[\dX]{16}"),
    "orcid": ("https://orcid.org/", r"[\dX-]{19}"),
    "snac": ("http://n2t.net/ark:/99166/", r"\w+"),
    "getty-tgn": ("http://vocab.getty.edu/tgn/", r"\d+"),
}
_OTHER_NAMES: Final = {"lccn": "lc", "loc": "lc", "geoname": "geonames", "wd": "wikidata", "tgn": "getty-tgn"}


def identifier_url(type_: str, value: str) -> str:
    """Return the address of an identifier: itself where it is one, else its authority file's; empty if unknown."""
    value = value.strip()
    if re.match(r"https?://\S+\Z", value):
        return value
    name = type_.strip().lower()
    base, shape = _FORMS.get(_OTHER_NAMES.get(name, name), ("", ""))
    bare = re.sub(r"\s+", "", value)
    return base + bare if base and re.fullmatch(shape, bare) else ""


def preferred_url(identifiers: Iterable[tuple[str, str]], order: Iterable[str]) -> str:
    """Return the address of the first authority file of `order` that an entry is in, else of any; empty for none."""
    found = {
        _OTHER_NAMES.get(type_.lower(), type_.lower()): url
        for type_, v in identifiers
        if (url := identifier_url(type_, v))
    }
    return next((found[name] for name in order if name in found), next(iter(found.values()), ""))
