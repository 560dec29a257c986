"""A source stated once for the forms of a page, with as many leaves as there are forms: each has one, in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tei.model import Holding, Telegram


def in_turn(telegrams: Sequence[Telegram]) -> tuple[Telegram, ...]:
    """Return telegrams that share a source line, "d. 3, ll. 201, 202", each with the leaf that is its own."""
    holding = _shared(telegrams)
    if holding is None:
        return tuple(telegrams)
    leaves = holding.reference.leaves
    own = (replace(holding, reference=replace(holding.reference, leaves=(leaf,)), leaves_text="") for leaf in leaves)
    return tuple(replace(one, holdings=(kept,)) for one, kept in zip(telegrams, own, strict=True))


def _shared(telegrams: Sequence[Telegram]) -> Holding | None:
    """Return the one holding of all telegrams when it names as many single leaves as they are."""
    if len(telegrams) < 2 or any(len(one.holdings) != 1 for one in telegrams):
        return None
    holding = telegrams[0].holdings[0]
    leaves = holding.reference.leaves
    if len(leaves) != len(telegrams) or any(leaf.first != leaf.last for leaf in leaves):
        return None
    return holding if all(one.holdings[0].evidence == holding.evidence for one in telegrams) else None
