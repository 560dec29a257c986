"""What is wrong with a document, once it is known that something is; loaded only then."""

from __future__ import annotations

import pyexpat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.relaxng.account import Account, EnoughError
from tei.relaxng.automaton import Automaton
from tei.relaxng.catalog import Catalog
from tei.relaxng.normal import Normal
from tei.relaxng.patterns import Definition, TooManyPatternsError
from tei.relaxng.problems import OTHER, TOO_SLOW
from tei.relaxng.reading import Reading, RefusedError
from tei.relaxng.recovery import Recovery
from tei.relaxng.stream import MAX_DEPTH, TooLongError
from tei.relaxng.syntax import place
from tei.relaxng.wording import element

if TYPE_CHECKING:
    from lxml import etree

    from tei.relaxng.trees import Placing

_WHOLE: Final = 64 * 1024 * 1024
"""A document up to this size is parsed again as a whole, to say in the words used everywhere why it is not XML."""


def explain(automaton: Automaton, chunks: Callable[[], Iterable[bytes]], path: str, limit: int) -> tuple[Finding, ...]:
    """Return what is wrong with a document that was refused, in order of place."""
    account = Account(path, limit)
    recovery = Recovery(automaton, Catalog(automaton), account)
    reading = Reading(recovery, path)
    try:
        with _blaming(recovery):
            reading.run(chunks())
    except EnoughError:
        return account.findings()
    except RefusedError as error:
        return (_refused(error, path),)
    except TooLongError:
        return (_refused(RefusedError("text", reading.parser.CurrentLineNumber), path),)
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        return _not_parsed(automaton, chunks, path, limit, error, reading.open)
    return account.findings() or (OTHER.at(Location(path, 1), "not valid, for a reason that was not found"),)


def explain_tree(
    automaton: Automaton, root: etree._Element, path: str, places: Placing | None, limit: int
) -> tuple[Finding, ...]:
    """Return what is wrong with a tree, in order of place; nothing where it is valid."""
    from tei.relaxng.trees import ByLine, read_tree

    account = Account(path, limit)
    recovery = Recovery(automaton, Catalog(automaton), account)
    with suppress(EnoughError), _blaming(recovery):
        read_tree(root, recovery, places or ByLine(path))
    return account.findings()


def _refused(error: RefusedError, path: str) -> Finding:
    """Return the finding for what is refused in all documents, with the code that it has everywhere."""
    from tei.xmlfile import DOCTYPE, TOO_LARGE

    here = Location(path, error.line, 1)
    if str(error) == "doctype":
        message = "a document type declaration (<!DOCTYPE …>) is not accepted"
        return DOCTYPE.at(here, message, "delete the declaration and write out what its entities stood for")
    if str(error) == "depth":
        return TOO_LARGE.at(Location(path, error.line), f"elements nest deeper than {MAX_DEPTH} levels")
    return TOO_LARGE.at(
        Location(path, error.line), "a tag, value or comment is longer than any edition needs", "shorten it"
    )


def _not_parsed(
    automaton: Automaton,
    chunks: Callable[[], Iterable[bytes]],
    path: str,
    limit: int,
    error: Exception,
    opened: Sequence[tuple[str, int]],
) -> tuple[Finding, ...]:
    """Say why a document is not XML; where only expat thinks so, or cannot read its encoding, check its tree."""
    from tei.xmlfile import parse_bytes

    pieces: list[bytes] = []
    size = 0
    for piece in chunks():
        pieces.append(piece)
        size += len(piece)
        if size > _WHOLE:
            return (_not_xml(error, path, opened),)
    data = b"".join(pieces)
    try:
        tree = parse_bytes(data, path)
    except SourceError as refused:
        return refused.findings
    return explain_tree(automaton, tree.getroot(), path, None, limit)


def _not_xml(error: Exception, path: str, opened: Sequence[tuple[str, int]]) -> Finding:
    """Say why a document is not XML that is too large to be looked at as a whole: what is wrong and what is open."""
    from tei.xmlfile import NOT_WELL_FORMED

    said = str(error).partition(":")[0]
    what = {
        "not well-formed (invalid token)": "a sign that may not stand here, such as a bare & or <",
        "mismatched tag": "an end tag that closes nothing that is open",
        "no element found": "the file ends too soon",
        "unclosed token": "the file ends in the middle of a tag",
    }.get(said, said)
    where = f"; open is {element(opened[-1][0])} of line {opened[-1][1]}" if opened else ""
    hint = f"end {element(opened[-1][0])}, or mend the markup here" if opened else "mend the markup here"
    line, column = getattr(error, "lineno", 0), getattr(error, "offset", -1)
    return NOT_WELL_FORMED.at(Location(path, line, column + 1), f"not well-formed XML: {what}{where}", hint)


@contextmanager
def _blaming(recovery: Recovery) -> Iterator[None]:
    """Let the element that is open be named where its content can be matched in too many ways."""
    try:
        yield
    except TooManyPatternsError:
        raise TooManyPatternsError(recovery.innermost) from None


def too_slow(blamed: Definition | None, form: Normal, path: str) -> Finding:
    """Return the finding for a schema that matches in too many ways, with the element whose content does."""
    names = blamed.listed if blamed is not None else ()
    where = f"the content of {element(names[0])}" if names else "its content"
    file = place(blamed.place, form.files) if blamed is not None else form.files[0] if form.files else ""
    message = f"checking was given up: the schema ({file}) can match {where} in too many ways to follow"
    return TOO_SLOW.at(Location(path), message, "write the pattern in the schema without parts that overlap")
