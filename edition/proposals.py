"""A new encoding of a file that an editor has changed is laid beside it as a proposal, with a diff to read.

The diff compares what the two documents say, not how they are laid out: attributes in order of their names, white
space evened out, running text a sentence a line, so that only what matters shows.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from edition.aside import PROPOSALS
from edition.passages import digest
from tei.errors import SourceError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity
from tei.names import XML_NS, local
from tei.regexes import regex
from tei.xmlfile import parse_bytes

WAITING = Rule(
    "ENC211",
    "proposal-waits",
    Severity.WARNING,
    "The file was changed by hand, and encoding it now gives something else than when it was written. The file was "
    "left as it was; the new encoding lies in proposals/ under the same name, with a .diff that shows what differs. "
    "Copy the proposal over the file to take it, or take over what you like and delete the proposal: it comes back "
    "only when the encoding changes again.",
)
RULES = (WAITING,)

_SENTENCE: Final = regex(r"(?<=[.;:?!])\s+|(?<=[。；？！])")
_SPACE: Final = regex(r"\s+")
_SHORT: Final = 100
_XML: Final = f"{{{XML_NS}}}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed in the place of a file: the bytes, and how they differ from it."""

    data: bytes
    diff: str

    def digest(self) -> str:
        """Return the digest of what is proposed."""
        return digest(self.data)


def proposal_of(present: bytes, proposed: bytes, name: str) -> Proposal | None:
    """Return the proposal of a new encoding, None where it says the same as the file."""
    one, other = _lines_of(present), _lines_of(proposed)
    if one == other:
        return None
    lines = difflib.unified_diff(one, other, f"{name} (as edited)", f"{PROPOSALS}/{name}", lineterm="", n=2)
    return Proposal(proposed, "".join(f"{line}\n" for line in lines))


def proposal_path(folder: Path, id_: str) -> Path:
    """Return where the proposal of a document lies."""
    return folder / PROPOSALS / f"{id_}.xml"


def write_proposal(proposal: Proposal, folder: Path, id_: str) -> Finding:
    """Lay a proposal beside the file; returns the finding that points at it. Raises OutputError."""
    path = proposal_path(folder, id_)
    for target, data in ((path, proposal.data), (path.with_suffix(".diff"), proposal.diff.encode())):
        if not target.exists() or target.read_bytes() != data:
            write_atomic(target, data)
    changed = sum(line[:1] in "+-" and line[:3] not in ("+++", "---") for line in proposal.diff.splitlines())
    message = f"changed by hand; a new encoding differs from it in {changed} lines, see {path.with_suffix('.diff')}"
    hint = f"to take it, copy {path} over the file; to have done with it, delete {path}"
    return WAITING.at(Location(str(folder / f"{id_}.xml")), message, hint)


def clear_proposal(folder: Path, id_: str, known: str) -> None:
    """Remove a proposal that has nothing to propose any more, unless it was changed by hand: `known` is its digest."""
    path = proposal_path(folder, id_)
    if known and remove_if_ours(path, known):
        with suppress(OSError):
            path.with_suffix(".diff").unlink(missing_ok=True)
            path.parent.rmdir()  # refused while others lie there


def remove_if_ours(path: Path, known: str) -> bool:
    """Remove a file that is still as it was written; says whether its place is empty now."""
    try:
        if path.exists() and digest(path.read_bytes()) != known:
            return False
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _lines_of(data: bytes) -> list[str]:
    """Return a document a line for each thing that it says; what is no XML, as its lines are."""
    try:
        root = parse_bytes(data).getroot()
    except SourceError:
        return data.decode("utf-8", "replace").splitlines()
    return [line.rstrip() for line in _lines(root, 0)]


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    inline = _inline(element)
    if len(inline) <= _SHORT or not isinstance(element.tag, str):
        yield indent + inline
        return
    start, end = _tags(element)
    yield indent + start
    if _is_mixed(element):
        content = "".join(_content(element)).strip()
        yield from (f"{indent}  {sentence}" for sentence in _SENTENCE.split(content))
    else:
        for child in element:
            yield from _lines(child, depth + 1)
    yield indent + end


def _inline(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return f"<!-- {_even(element.text or '').strip()} -->"
    start, end = _tags(element)
    content = "".join(_content(element))
    content = content if _is_mixed(element) else content.strip()
    return f"{start}{content}{end}" if content else f"{start[:-1]}/>"


def _content(element: etree._Element) -> Iterator[str]:
    mixed = _is_mixed(element)
    for node in _nodes(element):
        if isinstance(node, etree._Element):
            yield _inline(node)
        elif mixed or node.strip():
            yield _even(node)


def _is_mixed(element: etree._Element) -> bool:
    return any(not isinstance(node, etree._Element) and node.strip() for node in _nodes(element))


def _nodes(element: etree._Element) -> list[etree._Element | str]:
    found = element.xpath("node()")
    return (
        [node if isinstance(node, etree._Element) else str(node) for node in found] if isinstance(found, list) else []
    )


def _tags(element: etree._Element) -> tuple[str, str]:
    name = local(str(element.tag))
    attributes = sorted((str(key).replace(_XML, "xml:"), str(value)) for key, value in element.attrib.items())
    written = "".join(f' {key}="{value}"' for key, value in attributes)
    return f"<{name}{written}>", f"</{name}>"


def _even(text: str) -> str:
    return _SPACE.sub(" ", text)
