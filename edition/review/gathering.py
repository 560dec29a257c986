"""What a review shows, gathered while captures are encoded: one sheet for each capture, a card for each telegram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.review.fields import Field, fields
from edition.review.source import Line, Reach, source_lines
from tei.model import Owner, Recognition, Telegram
from tei.recognise.account import tally


@dataclass(frozen=True, slots=True)
class Row:
    """A field on the page: `key` is its place in the source, empty for none, and `words` what stands there."""

    label: str
    value: str
    step: str
    certainty: str
    doubt: str
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """A telegram: its id, kind and language, the line where it begins, and its fields."""

    id: str
    kind: str
    language: str
    line: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A capture: its path, what family it is of, its characters by owner, its lines, its telegrams."""

    key: str
    path: str
    layout: str
    charset: str
    counts: tuple[tuple[Owner, int], ...]
    lines: tuple[Line, ...]
    cards: tuple[Card, ...]


@dataclass(slots=True)
class Review:
    """Takes each capture as it is encoded; `sheets` are in that order."""

    sheets: list[Sheet] = field(default_factory=list)

    def add(self, recognition: Recognition, ids: Sequence[str]) -> None:
        """Take a capture and the ids that its telegrams were given."""
        key = f"s{len(self.sheets) + 1}"
        capture, reaches = recognition.capture, list[Reach]()
        cards = tuple(
            _card(f"{key}t{order}", telegram, id_, capture.text, reaches)
            for order, (telegram, id_) in enumerate(zip(recognition.telegrams, ids, strict=True), 1)
        )
        lines = source_lines(capture.text, recognition.spans, reaches)
        counts = tuple((owner, number) for owner, number in tally(capture, recognition.spans).items() if number)
        self.sheets.append(Sheet(key, capture.path, recognition.layout, capture.charset, counts, lines, cards))


def _card(prefix: str, telegram: Telegram, id_: str, text: str, reaches: list[Reach]) -> Card:
    rows = []
    for order, one in enumerate(fields(telegram), 1):
        key = f"{prefix}f{order}" if one.span else ""
        if one.span:
            reaches.append(Reach(key, *one.span))
        rows.append(_row(one, key, text))
    line = text.count("\n", 0, telegram.start) + 1
    return Card(id_, telegram.kind, telegram.language, line, tuple(rows))


def _row(one: Field, key: str, text: str) -> Row:
    words = " ".join(text[slice(*one.span)].split()) if one.span else ""
    evidence = one.evidence
    return Row(one.label, one.value, evidence.step, str(evidence.certainty), one.doubt, key, words)
