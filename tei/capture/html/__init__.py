"""Saved web pages: the words that a reader sees, with what the page's structure says of them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import Final

from tei.capture.flat import LINE_END, NOT_XML, Flat
from tei.capture.html.flow import Flow
from tei.capture.html.notes import find_notes
from tei.capture.html.page import declared_charset, read_metadata
from tei.capture.html.tree import Element, Page, parse_page
from tei.capture.html.visibility import read_styles
from tei.capture.kind import Kind
from tei.capture.plain import EMPTY, capture_name, file_bytes, text_of
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Capture

HIDDEN = Rule(
    "CAP131",
    "hidden-words",
    Severity.INFO,
    "The page holds words that it does not show: menus that open on a click, notes in pop-ups, copies for printers. "
    "They were left out. Words that the telegram needs can be shown before the page is saved again.",
)
FRAMES = Rule(
    "CAP132",
    "frames-only",
    Severity.ERROR,
    "The page shows nothing of its own, only other pages in frames; those were not saved in this file.",
    bad="index.html with <frameset>",
    good="the page inside the frame, saved by itself",
)
RULES = (HIDDEN, FRAMES)

_FRAMES: Final = ("frame", "iframe")


def capture_html(path: Path, *, charset: str | None = None) -> Capture:
    """Read a saved page; raises SourceError when it is missing, empty, in another form or in no sure character set."""
    data = file_bytes(path, Kind.HTML)
    decoded = text_of(data, str(path), charset, declared_charset(data))
    page = parse_page(NOT_XML.sub("\ufffd", LINE_END.sub("\n", decoded.text)), str(path))
    restore_addresses(page.root)
    metadata = read_metadata(page)
    notes = find_notes(page.root)
    flow = Flow(Flat(), notes, read_styles(page.styles), dict(metadata).get("language", ""))
    flow.write(page.root)
    flow.write_notes()
    text, features = flow.flat.finish()
    if not text.strip():
        raise SourceError(_nothing(page, str(path)))
    dropped = page.dropped + flow.dropped
    return Capture(
        str(path),
        capture_name(path),
        text,
        hashlib.sha256(data).hexdigest(),
        decoded.charset,
        "text/html",
        decoded.guess,
        features,
        metadata,
        dropped=tuple(sorted(dropped.items())),
        findings=(*decoded.findings, *_hidden(dropped, str(path))),
    )


def _hidden(dropped: Counter[str], path: str) -> tuple[Finding, ...]:
    words = dropped["hidden words"]
    if not words:
        return ()
    message = f"{words} words that the page does not show were left out"
    return (
        HIDDEN.at(Location(path, 1), message, "if they are needed, show them and save the page again", words=words),
    )


def _nothing(page: Page, path: str) -> Finding:
    place = Location(path, 1, 1)
    frames = [element.get("src") for element in page.root.elements() if element.tag in _FRAMES and element.get("src")]
    if frames or page.dropped["iframe"]:
        shown = f": {', '.join(frames[:4])}" if frames else ""
        hint = "open the page in the frame by itself and save that"
        return FRAMES.at(place, f"the page only shows other pages in frames{shown}", hint)
    return EMPTY.at(place, "the page shows no words", "save it again when it has loaded, or copy its text")


_CODED: Final = re.compile(r"(?:[0-9a-fA-F]{2}){3,200}")


def restore_addresses(root: Element) -> None:
    """Write the e-mail addresses that a content network keeps from robots as a reader's browser would show them.

    The code is the address in hexadecimal, each byte combined (exclusive or) with the first.
    """
    for element in root.elements():
        coded = element.get("data-cfemail")
        if _CODED.fullmatch(coded):
            key, *rest = bytes.fromhex(coded)
            address = bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
            element.children = [address]
