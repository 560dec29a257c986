"""A document inside a corpus and back: parts that the corpus holds give way to an instruction, ids are made unique.

Every step can be taken back, and is, before a document is handed out: one that would not come back to the same bytes
goes in as it is. In the corpus a document follows `<?tei-document file="…"?>`, which keeps what stood outside of its
root element; `<?tei-shared …?>` stands for what was taken out of it, with `&#vetrov;` for the entry of that id.
"""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from edition.exchange.scanning import Element, change_values, scan
from edition.exchange.sharing import INSTRUCTION, ids_of, parts_of

DOCUMENT: Final = "?tei-document"
DEPTH: Final = 5
"""As deep as parts that can be shared are: teiHeader, encodingDesc, classDecl, taxonomy, category."""
_BEFORE: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_AFTER: Final = "\n"
_SHARED: Final = re.compile(r"<\?tei-shared (.*?)\?>", re.DOTALL)
_REFERENCE: Final = re.compile(r"&(?:#(\d+)|(\w+));")
_KEY: Final = re.compile(r"&([^;&]+);")
# Each begins with what is rare, or is possessive: these go over every document whole.
_POINTER: Final = re.compile(r"#(?<=[\"'\s]#)([^\"'\s#]++)(?=[\"'\s])")
_FILE: Final = re.compile(r"(?<=[\"'\s])[^\"'\s#<>]++(?<=\.xml)(?=[\"'\s])")
_IDENTIFIED: Final = re.compile(r"(xml:id(?<=\sxml:id)\s*=\s*[\"'])([^\"'\s#]++)(?=[\"'\s])")
_PSEUDO: Final = re.compile(r'(\w+)="([^"]*)"')
_DECLARED: Final = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Written:
    """How the file of a document is written: what stands outside of its root element, and what was done to it.

    `prefix` was put before its ids, `links` says that pointers to files became pointers to ids; `mark` says whether a
    byte order mark begins the file.
    """

    file: str
    encoding: str = "utf-8"
    mark: bool = False
    before: str = _BEFORE
    after: str = _AFTER
    prefix: str = ""
    links: bool = False
    folded: bool = False

    def instruction(self) -> str:
        """Return the instruction that goes before the document; what is as usual is left out."""
        values = {"file": self.file}
        usual = Written(self.file)
        for name in ("encoding", "before", "after", "prefix"):
            if getattr(self, name) != getattr(usual, name):
                values[name] = getattr(self, name)
        values |= {name: "yes" for name in ("mark", "links", "folded") if getattr(self, name)}
        words = " ".join(f'{name}="{_escaped(value)}"' for name, value in values.items())
        return f"<{DOCUMENT} {words}?>"


def written_from(data: str) -> Written:
    """Return what an instruction says."""
    values = {name: _unescaped(value) for name, value in _PSEUDO.findall(data)}
    return Written(
        values.get("file", ""),
        values.get("encoding", "utf-8"),
        "mark" in values,
        values.get("before", _BEFORE),
        values.get("after", _AFTER),
        values.get("prefix", ""),
        "links" in values,
        "folded" in values,
    )


def _escaped(value: str) -> str:
    plain = (char if char.isprintable() and char not in '&<>"?' else f"&#{ord(char)};" for char in value)
    return value if value.isalnum() else "".join(plain)


def _unescaped(value: str) -> str:
    return _REFERENCE.sub(lambda found: chr(int(found[1])) if found[1] else found.group(), value)


def decoded(data: bytes) -> tuple[str, str, bool] | None:
    """Return the text of an XML file, its encoding, and whether it has a mark; None if it would not come back."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    if not encoding:
        declared = _DECLARED.match(data[:200])
        encoding = declared[1].decode().lower() if declared else "utf-8"
    try:
        text = data[len(mark) :].decode(encoding)
        return (text, encoding, bool(mark)) if mark + text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def encoded(text: str, written: Written) -> bytes:
    """Return the bytes of a file. Raises UnicodeError and LookupError where it was changed by hand and cannot be."""
    mark = next((mark for mark, name in _MARKS if name == written.encoding), b"") if written.mark else b""
    return mark + (written.before + text + written.after).encode(written.encoding)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a document in a corpus may lean on: what is shared by key (its place and words), ids of roots by file."""

    language: str
    shared: Mapping[str, tuple[str, str]]
    roots: Mapping[str, str]
    files: Mapping[str, str]
    """The files by the ids of their roots."""


def fold(text: str, root: Element, corpus: Corpus) -> str:
    """Return the root element with an instruction in the place of each part that the corpus holds."""
    same = root.values().get("xml:lang", "") == corpus.language and INSTRUCTION not in text
    spans = {
        part.element.start: (part.element.end, part.key)
        for part in (parts_of(text, root) if same else ())
        if corpus.shared.get(part.key) == (part.place, part.words)
    }
    if not spans:
        return text[root.start : root.end]
    pieces, position = [], root.start
    for element in _outermost(root, spans):
        pieces += [text[position : element.start], f"<?tei-shared {_skeleton(text, element, spans)}?>"]
        position = element.end
    return "".join((*pieces, text[position : root.end]))


def _outermost(element: Element, spans: Mapping[int, tuple[int, str]]) -> Iterator[Element]:
    """Yield the largest elements of which every part is shared."""
    for part in element.elements():
        if _is_whole(part, spans):
            yield part
        else:
            yield from _outermost(part, spans)


def _is_whole(element: Element, spans: Mapping[int, tuple[int, str]]) -> bool:
    if element.start in spans:
        return True
    parts = element.elements()
    return bool(parts) and all(_is_whole(part, spans) for part in parts)


def _skeleton(text: str, element: Element, spans: Mapping[int, tuple[int, str]]) -> str:
    pieces, position = [], element.start
    for start in sorted(start for start in spans if element.start <= start < element.end):
        pieces += [_kept(text[position:start]), f"&{spans[start][1]};"]
        position = spans[start][0]
    return "".join((*pieces, _kept(text[position : element.end])))


def _kept(words: str) -> str:
    return words.replace("&", "&amp;").replace("?>", "?&gt;")


def unfold(words: str, shared: Mapping[str, str]) -> str:
    """Return a root element with the parts put back. Raises KeyError for one that the corpus does not hold."""
    parts = {**shared, "amp": "&", "gt": ">"}
    return _SHARED.sub(lambda found: _KEY.sub(lambda key: parts[key[1]], found[1]), words)


def link(words: str, file: str, corpus: Corpus) -> str:
    """Return a document with pointers to ids of the corpus where it had pointers to its files."""
    folder = posixpath.dirname(file)

    def linked(found: re.Match[str]) -> str:
        ident = corpus.roots.get(posixpath.normpath(posixpath.join(folder, found.group())), "")
        return f"#{ident}" if ident else found.group()

    return change_values(words, _FILE, linked) if ".xml" in words else words


def unlink(words: str, file: str, files: Mapping[str, str]) -> str:
    """Return a document with pointers to files where `link` put ids."""
    folder = posixpath.dirname(file) or "."

    def led(found: re.Match[str]) -> str:
        target = files.get(found[1], file)
        return found.group() if target == file else posixpath.relpath(target, folder)

    return change_values(words, _POINTER, led)


def prefixed(words: str, prefix: str, clashing: Set[str]) -> str:
    """Return a document with a prefix before the ids that others have too, and before what points at them."""

    def renamed(found: re.Match[str]) -> str:
        return f"{found[1]}{prefix}{found[2]}" if found[2] in clashing else found.group()

    def led(found: re.Match[str]) -> str:
        return f"#{prefix}{found[1]}" if found[1] in clashing else found.group()

    return change_values(change_values(words, _POINTER, led), _IDENTIFIED, renamed)


def ids_in(words: str) -> set[str]:
    """Return the ids that a document has for itself."""
    return ids_of(_SHARED.sub("", words))


def restored(words: str, written: Written, shared: Mapping[str, str], files: Mapping[str, str]) -> str:
    """Return a root element as its file had it. Raises KeyError for a part that the corpus does not hold."""
    plain = words.replace(written.prefix, "") if written.prefix else words
    if written.links:
        plain = unlink(plain, written.file, files)
    return unfold(plain, shared) if written.folded else plain


def shared_of(text: str, root: Element) -> dict[str, str]:
    """Return what a corpus holds for its documents, by key."""
    found: dict[str, str] = {}
    for part in root.elements():
        if part.name in ("teiHeader", "standOff"):
            scanned = scan(text, part.start, DEPTH)
            alone = replace(root, parts=[scanned] if scanned else [])
            found |= {one.key: one.words for one in parts_of(text, alone)}
    return found
