"""The files that Pagefind wrote, brought into one order: the same corpus gives the same bytes.

Pagefind lists the facets and their values in an order that differs from run to run, and names files after what is in
them. Here they are sorted and named anew; nothing else of the index is touched. A version of Pagefind whose files look
otherwise is left as it is.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from edition.searching import cbor

_SIGNATURE: Final = b"pagefind_dcd"
_FILTERS: Final = 3
"""The place of the facets in the list that the meta file is: (version, pages, chunks, facets, sorts, fields)."""

_UNUSED: Final = ("pagefind-*ui*", "pagefind-highlight.js", "wasm.unknown.pagefind")


def settle(folder: Path) -> None:
    """Sort what has no order of its own in the index in `folder`, and take away the parts that no page of ours uses."""
    entry_file = folder / "pagefind-entry.json"
    entry: dict[str, Any] = json.loads(entry_file.read_bytes())
    for language in entry["languages"].values():
        language["hash"] = _settled_meta(folder, language["hash"])
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")), "utf-8")
    needed = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            if file.name not in needed:
                file.unlink()


def _settled_meta(folder: Path, name: str) -> str:
    """Sort the facets of one language; return the name that its meta file has now."""
    file = folder / f"pagefind.{name}.pf_meta"
    try:
        meta = _list(_decoded(file))
        facets = [_list(pair) for pair in _list(meta[_FILTERS])]
        renamed = sorted((facet, _settled_facet(folder, str(hashed))) for facet, hashed in facets)
    except (ValueError, IndexError, TypeError):
        return name
    meta[_FILTERS] = [[facet, hashed] for facet, hashed in renamed]
    settled = f"{name.partition('_')[0]}_{_write(folder, 'pagefind.{}.pf_meta', name.partition('_')[0], meta, 10)}"
    if settled != name:
        file.unlink()
    return settled


def _settled_facet(folder: Path, name: str) -> str:
    file = folder / "filter" / f"{name}.pf_filter"
    facet, values = _list(_decoded(file))
    ordered = [facet, sorted(_list(values), key=lambda value: str(_list(value)[0]))]
    lang = name.partition("_")[0]
    settled = f"{lang}_{_write(folder / 'filter', '{}.pf_filter', lang, ordered, 7)}"
    if settled != name:
        file.unlink()
    return settled


def _decoded(file: Path) -> cbor.Value:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} begins otherwise")
    return cbor.decode(data.removeprefix(_SIGNATURE))


def _list(value: cbor.Value) -> list[cbor.Value]:
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise ValueError("not a list")
    return list(value)


def _write(folder: Path, pattern: str, lang: str, value: cbor.Value, digits: int) -> str:
    """Write a value under the name that its digest gives it; return the digest."""
    data = _SIGNATURE + cbor.encode(value)
    digest = sha256(data).hexdigest()[:digits]
    (folder / pattern.format(f"{lang}_{digest}")).write_bytes(gzip.compress(data, 9, mtime=0))
    return digest
