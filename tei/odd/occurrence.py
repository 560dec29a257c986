"""How RELAX NG, which has no counters, says how often something may stand."""

from __future__ import annotations

from collections.abc import Iterator

from tei.odd.particles import Occurs


def repetitions(occurs: Occurs) -> Iterator[tuple[str, ...]]:
    """Yield, for each time that a pattern has to be written, the elements that stand round it.

    {0,1} is one `optional`, {1,∞} one `oneOrMore`, {2,∞} the pattern and a `oneOrMore`, {1,3} the pattern and two
    `optional`: of patterns that mean the same, the flattest.
    """
    if occurs.most is None:
        yield from ((),) * max(occurs.least - 1, 0)
        yield ("oneOrMore",) if occurs.least else ("zeroOrMore",)
    else:
        yield from ((),) * occurs.least
        yield from (("optional",),) * (occurs.most - occurs.least)
