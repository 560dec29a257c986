"""What is wrong with a document, once it is known that something is; loaded only then."""

from __future__ import annotations

import pyexpat
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.relaxng.account import Account, EnoughError
from tei.relaxng.automaton import Automaton
from tei.relaxng.catalog import Catalog
from tei.relaxng.normal import Normal
from tei.relaxng.problems import OTHER, TOO_SLOW
from tei.relaxng.reading import Reading, RefusedError
from tei.relaxng.recovery import Recovery
from tei.relaxng.stream import MAX_DEPTH, TooLongError
from tei.relaxng.wording import element

if TYPE_CHECKING:
    from lxml import etree

    from tei.relaxng.trees import Placing

_WHOLE: Final = 64 * 1024 * 1024
"""A document up to this size is parsed again as a whole, to say in the words used everywhere why it is not XML."""


def explain(automaton: Automaton, chunks: Callable[[], Iterable[bytes]], path: str, limit: int) -> tuple[Finding, ...]:
    """Return what is wrong with a document that was refused, in order of place."""
    account = Account(path, limit)
    reading = Reading(Recovery(automaton, Catalog(automaton), account), path)
    try:
        reading.run(chunks())
    except EnoughError:
        return account.findings()
    except RefusedError as error:
        return (_refused(error, path),)
    except TooLongError:
        return (_refused(RefusedError("text", reading.parser.CurrentLineNumber), path),)
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        return _not_parsed(automaton, chunks, path, limit, error)
    return account.findings() or (OTHER.at(Location(path, 1), "not valid, for a reason that was not found"),)


def explain_tree(
    automaton: Automaton, root: etree._Element, path: str, places: Placing | None, limit: int
) -> tuple[Finding, ...]:
    """Return what is wrong with a tree, in order of place; nothing where it is valid."""
    from tei.relaxng.trees import ByLine, read_tree

    account = Account(path, limit)
    with suppress(EnoughError):
        read_tree(root, Recovery(automaton, Catalog(automaton), account), places or ByLine(path))
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
    automaton: Automaton, chunks: Callable[[], Iterable[bytes]], path: str, limit: int, error: Exception
) -> tuple[Finding, ...]:
    """Say why a document is not XML; where only expat thinks so, or cannot read its encoding, check its tree."""
    from tei.xmlfile import NOT_WELL_FORMED, parse_bytes

    data = b""
    pieces: list[bytes] = []
    size = 0
    for piece in chunks():
        pieces.append(piece)
        size += len(piece)
        if size > _WHOLE:
            line, column = getattr(error, "lineno", 0), getattr(error, "offset", -1)
            message = f"not well-formed XML: {str(error).partition(':')[0]}"
            return (NOT_WELL_FORMED.at(Location(path, line, column + 1), message, "mend the markup here"),)
    data = b"".join(pieces)
    try:
        tree = parse_bytes(data, path)
    except SourceError as refused:
        return refused.findings
    return explain_tree(automaton, tree.getroot(), path, None, limit)


def too_slow(automaton: Automaton | None, form: Normal, path: str) -> Finding:
    """Return the finding for a schema that matches in too many ways, with the element whose content does."""
    last = automaton.builder.last if automaton is not None else None
    where = f"the content of {element(last)}" if last else "its content"
    file = form.files[0] if form.files else ""
    message = f"checking was given up: the schema ({file}) can match {where} in too many ways to follow"
    return TOO_SLOW.at(Location(path), message, "write the pattern in the schema without parts that overlap")
