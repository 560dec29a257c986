"""A TEI file with several letters in its body: which envelope is that of which, and each as a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from edition.exchange.scanning import Element

_HEAD: Final = re.compile(r"<(?:[\w.-]+:)?head\b[^>]*>(.*?)</(?:[\w.-]+:)?head>", re.DOTALL)
_NOTE: Final = re.compile(r"<(?:[\w.-]+:)?note\b.*?</(?:[\w.-]+:)?note>", re.DOTALL)
_STATEMENT: Final = re.compile(r"<(?:[\w.-]+:)?titleStmt\b[^>]*>\s*")
_MAIN: Final = re.compile(r"(<(?:[\w.-]+:)?title\b[^>]*?)\stype\s*=\s*[\"']main[\"']")
_TAG: Final = re.compile(r"<[^>]*>")
_TYPES: Final = ("letter", "telegram", "message", "postcard", "dispatch")
_ID: Final = re.compile(r"\sxml:id\s*=\s*[\"']([^\"'\s]+)[\"']")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a document of its own: its id where it has one, the words of its TEI element, its line."""

    ident: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Apart:
    """A file taken apart: its letters, what is left of it, and how many parts of its text are in no letter."""

    letters: tuple[Letter, ...]
    rest: str
    others: int


def apart(text: str, root: Element) -> Apart | None:
    """Return the letters of a file; None where it is not clear which envelope is that of which letter.

    A letter is a div of the body (or of a div in it, or a text of a group) and an envelope points at it (@corresp),
    or it points at its envelope (@decls, @corresp), or there are as many letters as envelopes, in the same order.
    """
    profile = next((two for one in _named(root, "teiHeader") for two in _named(one, "profileDesc")), None)
    envelopes = _named(profile, "correspDesc") if profile is not None else []
    holders = [holder for one in _named(root, "text") for holder in _holders(one)]
    for holder in holders:
        if pairs := _paired(envelopes, holder):
            letters = tuple(_letter(text, root, holder, pair, envelopes) for pair in pairs)
            return Apart(letters, _rest(text, root, holder, pairs), _others(root, holder, pairs))
    return None


def _named(element: Element, *names: str) -> list[Element]:
    return [part for part in element.elements() if part.name.rpartition(":")[2] in names]


def _holders(text: Element) -> Iterator[Element]:
    """Yield what may hold the letters of a text: its group, its body, the divisions of its body."""
    yield from _named(text, "group")
    for body in _named(text, "body"):
        yield body
        yield from _named(body, "div")


def _paired(envelopes: Sequence[Element], holder: Element) -> list[tuple[Element, Element]]:
    """Return envelopes with their letters; none where one of the envelopes has none."""
    parts = _named(holder, "text", "div", "div1", "div2")
    by_id = {ident: part for part in parts if (ident := part.values().get("xml:id"))}
    named = {ident: one for one in envelopes if (ident := one.values().get("xml:id"))}
    led = {
        named[token[1:]].start: part
        for part in parts
        for token in f"{part.values().get('decls', '')} {part.values().get('corresp', '')}".split()
        if token[1:] in named
    }
    pairs = []
    for envelope in envelopes:
        targets = [by_id[one[1:]] for one in envelope.values().get("corresp", "").split() if one[1:] in by_id]
        target = targets[0] if targets else led.get(envelope.start)
        if target is not None:
            pairs.append((envelope, target))
    if len(pairs) == len(envelopes) and len({part.start for _, part in pairs}) == len(pairs):
        return pairs
    typed = [part for part in parts if part.values().get("type") in _TYPES]
    letters = typed or [part for part in parts if "type" not in part.values()]
    if not pairs and len(letters) == len(envelopes):
        return list(zip(envelopes, letters, strict=True))
    return []


def _letter(
    text: str, root: Element, holder: Element, pair: tuple[Element, Element], envelopes: Sequence[Element]
) -> Letter:
    """Return a letter as a document: the file without the other envelopes and without the other letters."""
    envelope, part = pair
    inner = text[part.start : part.end]
    whole = next(one for one in _named(root, "text") if one.start <= part.start < one.end)
    gone = [(one.start, one.end, "") for one in envelopes if one is not envelope]
    gone.append((whole.start, whole.end, _in_body(inner, holder, root)))
    pieces, position = [], root.inner
    for start, end, instead in sorted(gone):
        before = text[position:start]
        pieces += [before if instead else _less(before), instead]
        position = end
    pieces.append(text[position : root.end])
    words = _ID.sub("", text[root.start : root.inner], count=1) + _titled("".join(pieces), inner, root)
    ident = part.values().get("xml:id") or envelope.values().get("xml:id", "")
    return Letter(ident, words, text.count("\n", 0, part.start) + 1)


def _rest(text: str, root: Element, holder: Element, pairs: Sequence[tuple[Element, Element]]) -> str:
    """Return the file without its letters and their envelopes."""
    pieces, position = [], root.start
    for start, end in sorted((one.start, one.end) for pair in pairs for one in pair):
        pieces.append(_less(text[position:start]))
        position = end
    left = {one.start for one in holder.elements()} - {part.start for _, part in pairs}
    if not left and holder.name.rpartition(":")[2] != "group":
        pieces += [_less(text[position : holder.close]), f"<{_prefix(root)}p/>"]
        position = holder.close
    return "".join((*pieces, text[position : root.end]))


def _others(root: Element, holder: Element, pairs: Sequence[tuple[Element, Element]]) -> int:
    """Return how many parts of the text are in no letter: front, back, other divisions."""
    letters = {part.start for _, part in pairs}
    beside = [one for text in _named(root, "text") for one in _named(text, "front", "back")]
    return len(beside) + sum(1 for one in holder.elements() if one.start not in letters)


def _less(words: str) -> str:
    """Return what stands before something that is left out, without the indentation of it."""
    kept = words.rstrip(" \t")
    return kept[:-1] if kept.endswith("\n") else words


def _in_body(inner: str, holder: Element, root: Element) -> str:
    if holder.name.rpartition(":")[2] == "group":
        return inner
    prefix = _prefix(root)
    return f"<{prefix}text><{prefix}body>\n{inner}\n</{prefix}body></{prefix}text>"


def _titled(words: str, inner: str, root: Element) -> str:
    """Give the document the head of its letter as its title; that of the whole stays behind it."""
    head = _HEAD.search(inner)
    plain = " ".join(_TAG.sub("", _NOTE.sub("", head[1])).split()) if head else ""
    tag = f"{_prefix(root)}title"
    place = _STATEMENT.search(words)
    if not plain or place is None:
        return words
    end = words.find("titleStmt>", place.end())
    others = _MAIN.sub(r"\1", words[place.end() : end])
    return f'{words[: place.end()]}<{tag} type="main">{plain}</{tag}>\n{others}{words[end:]}'


def _prefix(root: Element) -> str:
    prefix = root.name.rpartition(":")[0]
    return f"{prefix}:" if prefix else ""
