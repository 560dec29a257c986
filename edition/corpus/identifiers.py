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


def identifiers_in(identifiers: Iterable[tuple[str, str]], authority: str) -> tuple[str, ...]:
    """Return by which identifiers an authority file knows an entry, whether written bare or as its addresses."""
    base, shape = _FORMS[authority]
    form = re.compile(rf"https?://(?:www\.)?{re.escape(_bare(base))}({shape})/?")
    found = (form.fullmatch(identifier_url(*one)) for one in identifiers)
    return tuple(dict.fromkeys(match[1] for match in found if match))


def _bare(address: str) -> str:
    return address.partition("://")[2].removeprefix("www.")


def authority_base(authority: str) -> str:
    """Return what the addresses of an authority file begin with."""
    return _FORMS[authority][0]


def preferred_url(identifiers: Iterable[tuple[str, str]], order: Iterable[str]) -> str:
    """Return the address of the first authority file of `order` that an entry is in, else of any; empty for none."""
    found = {
        _OTHER_NAMES.get(type_.lower(), type_.lower()): url
        for type_, v in identifiers
        if (url := identifier_url(type_, v))
    }
    return next((found[name] for name in order if name in found), next(iter(found.values()), ""))
