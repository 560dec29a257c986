"""A capture becomes telegrams: pure steps, each its own module, from the page's layout down to the single mark."""

from __future__ import annotations

from tei.recognise import account, brackets, covernames, dangling, marks, recogniser
from tei.recognise.recogniser import recognise
from tei.recognise.telegrams import Settings

__all__ = ["RULES", "Settings", "recognise"]

RULES = (*recogniser.RULES, *brackets.RULES, *marks.RULES, *covernames.RULES, *dangling.RULES, *account.RULES)
