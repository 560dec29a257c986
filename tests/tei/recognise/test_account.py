"""Every character of a capture is owned once."""

from __future__ import annotations

import pytest

from tei.model import Capture, OwnedSpan, Owner
from tei.recognise.account import settle, tally, unowned

TEXT = "Home\n\nIce holds.1\n\nVetrov\n"
CAPTURE = Capture("page.txt", "page", TEXT, "0" * 64)


def test_narrower_span_is_cut_out_of_a_wider_one() -> None:
    settled = settle([OwnedSpan(6, 17, Owner.TEXT, "body"), OwnedSpan(16, 17, Owner.NOTE, "markers")])
    assert settled == (OwnedSpan(6, 16, Owner.TEXT, "body"), OwnedSpan(16, 17, Owner.NOTE, "markers"))


def test_span_inside_leaves_both_ends_to_the_outer_one() -> None:
    settled = settle([OwnedSpan(0, 10, Owner.CONTEXT), OwnedSpan(4, 6, Owner.METADATA)])
    assert [(span.start, span.end, span.owner) for span in settled] == [
        (0, 4, Owner.CONTEXT),
        (4, 6, Owner.METADATA),
        (6, 10, Owner.CONTEXT),
    ]


def test_a_stretch_inside_a_stretch_inside_another_is_cut_out_of_both() -> None:
    spans = [OwnedSpan(0, 25, Owner.CONTEXT), OwnedSpan(6, 17, Owner.TEXT), OwnedSpan(10, 12, Owner.NOTE)]
    owners = [(str(span.owner), span.start, span.end) for span in settle(spans)]
    assert owners == [
        ("context", 0, 6),
        ("telegram text", 6, 10),
        ("note", 10, 12),
        ("telegram text", 12, 17),
        ("context", 17, 25),
    ]


def test_the_same_stretch_is_owned_once_however_often_it_is_named() -> None:
    spans = [OwnedSpan(0, 25, Owner.TEXT), OwnedSpan(6, 17, Owner.METADATA), OwnedSpan(6, 17, Owner.METADATA)]
    assert [(span.start, span.end) for span in settle(spans)] == [(0, 6), (6, 17), (17, 25)]


def test_words_without_owner_are_named_with_their_place() -> None:
    (finding,) = unowned(CAPTURE, [OwnedSpan(0, 4, Owner.FURNITURE), OwnedSpan(6, 17, Owner.TEXT)])
    assert finding.rule == "REC901"
    assert "'Vetrov'" in finding.message
    assert (finding.location.line, finding.location.column) == (5, 1)


def test_words_with_two_owners_are_named() -> None:
    spans = [OwnedSpan(0, 17, Owner.TEXT), OwnedSpan(6, 25, Owner.NOTE)]
    assert [finding.rule for finding in unowned(CAPTURE, spans)] == ["REC902"]


def test_white_space_needs_no_owner() -> None:
    spans = [OwnedSpan(0, 4, Owner.FURNITURE), OwnedSpan(6, 17, Owner.TEXT), OwnedSpan(19, 25, Owner.TEXT)]
    assert list(unowned(CAPTURE, spans)) == []


@pytest.mark.parametrize("spans", [[], [OwnedSpan(0, 4, Owner.FURNITURE), OwnedSpan(6, 17, Owner.TEXT)]])
def test_white_space_is_counted_apart(spans: list[OwnedSpan]) -> None:
    counts = tally(CAPTURE, spans)
    assert counts[Owner.SPACE] == 6
    assert counts[Owner.FURNITURE] == (4 if spans else 0)
    assert counts[Owner.TEXT] == (10 if spans else 0)
