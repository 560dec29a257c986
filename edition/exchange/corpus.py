"""A whole edition as one teiCorpus (TEI 15.1): what the documents have in common stands once, each document after it.

Common are parts of the header, categories, and the entries of authority lists that documents carry excerpts of. Ids
that several documents have get the document's name before them, and pointers to files of the corpus become pointers
into it. `tei export split` takes it apart again to the same bytes: edition.exchange.folding says how.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Final

from edition.exchange.folding import DEPTH, Corpus, Written, decoded, fold, ids_in, link, prefixed, restored
from edition.exchange.request import LEFT_OUT, Request
from edition.exchange.scanning import Element, is_tei, scan
from edition.exchange.sharing import LEAVES, Common
from edition.site.plan import File, Settings
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import TEI_NS
from tei.slugs import slug
from tei.xmlfile import read_bytes

SUFFIX: Final = ".xml"


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the one file, and what could not go into it."""
    files = _files(request)
    common, roots = Common(), Counter[str]()
    named: dict[str, str] = {}
    for path, name in files.items():
        if (read := _read(path, name)) is not None:
            common.count(read[0], read[1])
            named[name] = read[1].values().get("xml:id", "")
            roots[named[name]] += 1
    known = {name: ident for name, ident in named.items() if ident and common.ids[ident] == roots[ident] == 1}
    shared = common.chosen()
    corpus = Corpus(common.language, shared, known, {ident: name for name, ident in known.items()})
    pieces = [_head(request.settings, corpus)]
    folding = _Folding(corpus, common.clashing(shared))
    for path, name in files.items():
        made = folding.folded(path, name)
        if made:
            pieces.append(made)
        else:
            hint = "save it as UTF-8, with TEI as its root element"
            yield LEFT_OUT.at(Location(str(path)), f"the document {path.name} is left out", hint)
    if len(pieces) > 1:
        yield File("corpus.xml", "".join((*pieces, "</teiCorpus>\n")).encode())


def _files(request: Request) -> dict[Path, str]:
    """Return the files of the documents, each once, in order of time, with their names in the corpus."""
    paths = dict.fromkeys(one.path for one in (*request.corpus.documents, *request.corpus.context))
    if not paths:
        return {}
    folders = {path.parent for path in paths}
    top = Path(os.path.commonpath([folder.resolve() for folder in folders])) if len(folders) > 1 else None
    return {path: path.resolve().relative_to(top).as_posix() if top else path.name for path in paths}


def _read(path: Path, name: str) -> tuple[str, Element, Written] | None:
    """Return the text of a document, its root element and how it is written; None where it cannot go in."""
    try:
        found = decoded(read_bytes(path))
        name.encode()
    except (SourceError, UnicodeError):
        return None
    if found is None:
        return None
    text, encoding, mark = found
    root = scan(text, depth=DEPTH, until="text", leaves=LEAVES)
    if root is None or not is_tei(root, "TEI", "teiCorpus"):
        return None
    return text, root, Written(name, encoding, mark, text[: root.start], text[root.end :])


class _Folding:
    """Puts documents into a corpus, and looks whether they would come out of it as they went in."""

    def __init__(self, corpus: Corpus, clashing: frozenset[str]) -> None:
        self._corpus, self._clashing = corpus, clashing
        self._words = {key: words for key, (_, words) in corpus.shared.items()}
        self._prefixes: set[str] = set()

    def folded(self, path: Path, name: str) -> str:
        """Return a document with its instruction; empty where it cannot go in, or would not come out again."""
        read = _read(path, name)
        if read is None:
            return ""
        text, root, written = read
        prefix = self._prefix(text, name)
        bare = text[root.start : root.end]
        for words, how in self._ways(bare, fold(text, root, self._corpus), replace(written, prefix=prefix)):
            if restored(words, how, self._words, self._corpus.files) == bare:
                return f"{how.instruction()}\n{words}\n"
        return ""

    def _ways(self, bare: str, words: str, written: Written) -> Iterator[tuple[str, Written]]:
        """Yield the document as it is to be, and with less and less of that, the last as it is."""
        linked = link(words, written.file, self._corpus)
        for each in dict.fromkeys((linked, words)):
            own = self._clashing & ids_in(each)
            made = prefixed(each, written.prefix, own) if own else each
            prefix = written.prefix if own else ""
            yield made, replace(written, prefix=prefix, links=each != words, folded=words != bare)
        yield bare, replace(written, prefix="")

    def _prefix(self, text: str, name: str) -> str:
        """Return what to put before ids: it begins like a name, stands nowhere in the document, and is its alone."""
        stem = slug(Path(name).stem)
        base = prefix = f"{stem}." if stem[:1].isalpha() else f"d-{stem}."
        number = 1
        while prefix in text or prefix in self._prefixes:
            number += 1
            prefix = f"{base}{number}."
        self._prefixes.add(prefix)
        return prefix


def _head(settings: Settings, corpus: Corpus) -> str:
    """Return the corpus up to its first document: the header with what is shared of headers, then the lists."""
    lang = f' xml:lang="{corpus.language}"' if corpus.language else ""
    pieces = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{TEI_NS}"{lang}>\n',
        _header(settings, corpus),
    ]
    if lists := "".join(_lists(corpus.shared, "<list", "    ")):
        pieces.append(f"  <standOff>\n{lists}  </standOff>\n")
    return "".join(pieces)


def _header(settings: Settings, corpus: Corpus) -> str:
    words = {key: words for key, (_, words) in corpus.shared.items() if key[0] != "#"}
    date = f"\n        <date>{escape(settings.date)}</date>" if settings.date else ""
    available = f"\n        {words['availability']}" if "availability" in words else ""
    classes = "".join(_lists(corpus.shared, "<taxonomy", "        "))
    parts = [f"\n      {words[key]}" for key in words if key not in ("availability", "langUsage")]
    if classes:
        parts.append(f"\n      <classDecl>\n{classes}      </classDecl>")
    encoding = f"\n    <encodingDesc>{''.join(parts)}\n    </encodingDesc>" if parts else ""
    usage = f"\n    <profileDesc>\n      {words['langUsage']}\n    </profileDesc>" if "langUsage" in words else ""
    return f"""\
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>{escape(settings.title)}</title>
      </titleStmt>
      <publicationStmt>
        <publisher>{escape(settings.publisher or settings.title)}</publisher>{date}{available}
      </publicationStmt>
      <sourceDesc>
        <p>Each document tells its own source.</p>
      </sourceDesc>
    </fileDesc>{encoding}{usage}
  </teiHeader>
"""


def _lists(shared: Mapping[str, tuple[str, str]], kind: str, indent: str) -> Iterator[str]:
    """Yield the lists of a kind with the entries in them, by their ids."""
    places: dict[str, list[str]] = {}
    for key in sorted(shared):
        place, words = shared[key]
        if place.startswith(kind):
            places.setdefault(place, []).append(f"{indent}  {words}\n")
    for place, entries in sorted(places.items()):
        name = place[1:].rstrip(">").split()[0]
        yield f"{indent}{place}\n{''.join(entries)}{indent}</{name}>\n"
