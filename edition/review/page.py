"""The page of a review: doubts and findings first, then each source beside its telegrams; all in one file."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from edition.render.page import fill_template
from edition.render.plaintext import plain_text
from edition.resources import transforms_dir
from edition.review.gathering import Card, Review, Row, Sheet
from tei.errors import TeiError
from tei.findings import Finding
from tei.model import Owner
from tei.xmlfile import parse_file

_TEMPLATE: Final = "review.html.j2"
_OWNERS: Final = {
    Owner.TEXT: "the words of a telegram",
    Owner.METADATA: "went into a header",
    Owner.NOTE: "became a note",
    Owner.CONTEXT: "stands round the telegrams",
    Owner.FURNITURE: "left out: not part of the source",
    Owner.SPACE: "",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a telegram: the file, and the outcome of writing it in a word."""

    path: Path
    outcome: str


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt or finding: how bad, what, the mend, and the id on the page where it can be seen, empty for none."""

    severity: str
    code: str
    message: str
    hint: str
    where: str
    target: str


@dataclass(frozen=True, slots=True)
class CardContext:
    """A card with what became of it: the address of its file from the page, and its plain text."""

    card: Card
    outcome: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetContext:
    """A sheet with its cards, and the issues of its lines by their number."""

    sheet: Sheet
    cards: tuple[CardContext, ...]
    issues: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class ReviewContext:
    """What review.html.j2 is given."""

    title: str
    issues: tuple[Issue, ...]
    sheets: tuple[SheetContext, ...]
    owners: tuple[tuple[str, str, str, int], ...]
    css: Markup
    script: Markup
    policy: str


def review_page(
    review: Review,
    made: Mapping[str, Made],
    findings: Sequence[Finding],
    *,
    beside: Path,
    title: str = "Review",
    transforms: Path | None = None,
) -> bytes:
    """Return the page as UTF-8. `made` says by id what became of a telegram; links are relative to `beside`."""
    issues = tuple(chain(_findings(findings, review.sheets, made), _doubts(review.sheets)))
    sheets = tuple(_sheet(sheet, issues, made, beside, transforms) for sheet in review.sheets)
    static = (transforms or transforms_dir()) / "static"
    css, script = ((static / name).read_text(encoding="utf-8") for name in ("review.css", "review.js"))
    policy = f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; base-uri 'none'"
    counts = {owner: sum(dict(sheet.counts).get(owner, 0) for sheet in review.sheets) for owner in Owner}
    owners = tuple((owner.name.lower(), str(owner), said, counts[owner]) for owner, said in _OWNERS.items())
    context = ReviewContext(title, issues, sheets, owners, Markup(css), Markup(script), policy)
    return fill_template(_TEMPLATE, context, transforms)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _findings(findings: Iterable[Finding], sheets: Sequence[Sheet], made: Mapping[str, Made]) -> Iterator[Issue]:
    """Yield the findings, the worst first, each with the line of its source or the card of its document."""
    captures = {sheet.path: sheet for sheet in sheets}
    documents = {str(one.path): id_ for id_, one in made.items()}
    shown = {card.id for sheet in sheets for card in sheet.cards}
    for found in sorted(findings, key=lambda one: -one.severity):
        place = found.location
        sheet = captures.get(place.path)
        target = ""
        if sheet is not None and 0 < place.line <= len(sheet.lines):
            target = f"{sheet.key}l{place.line}"
        elif documents.get(place.path) in shown:
            target = f"card-{documents[place.path]}"
        yield Issue(found.severity.label, found.rule, found.message, found.hint, str(place), target)


def _doubts(sheets: Iterable[Sheet]) -> Iterator[Issue]:
    for sheet in sheets:
        for card in sheet.cards:
            for row in card.rows:
                if row.doubt:
                    yield _doubt(sheet, card, row)


def _doubt(sheet: Sheet, card: Card, row: Row) -> Issue:
    source = f", read from “{row.words}”" if row.words else ""
    where = f"{Path(sheet.path).name}, {card.id}"
    return Issue("doubt", row.step, f"{row.label}: {row.value}{source}", row.doubt, where, row.key or f"card-{card.id}")


def _sheet(
    sheet: Sheet, issues: Sequence[Issue], made: Mapping[str, Made], beside: Path, transforms: Path | None
) -> SheetContext:
    lines: dict[int, list[int]] = {}
    start = f"{sheet.key}l"
    for number, issue in enumerate(issues, 1):
        if issue.target.startswith(start):
            lines.setdefault(int(issue.target[len(start) :]), []).append(number)
    cards = tuple(_card(card, made.get(card.id), beside, transforms) for card in sheet.cards)
    return SheetContext(sheet, cards, {line: tuple(numbers) for line, numbers in lines.items()})


def _card(card: Card, made: Made | None, beside: Path, transforms: Path | None) -> CardContext:
    if made is None:
        return CardContext(card, "", "", "")
    try:
        text = plain_text(parse_file(made.path), header=False, transforms=transforms)
    except TeiError:
        return CardContext(card, made.outcome, "", "")
    return CardContext(card, made.outcome, quote(os.path.relpath(made.path, beside).replace(os.sep, "/")), text)
