"""What can be wrong with an editor's decisions, told so that it can be mended at the place that the finding names."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity

NOT_TOML = Rule(
    "DEC101",
    "decisions-not-toml",
    Severity.ERROR,
    "The editor's decisions are not TOML, so none of them could be read. The capture is not encoded, since it would be "
    "encoded without them.",
    bad="sender = Vetrov",
    good='sender = "Vetrov"',
)
UNKNOWN_KEY = Rule(
    "DEC102",
    "decision-unknown",
    Severity.ERROR,
    "A key that means nothing here, most often a slip of spelling. The capture is not encoded, since what the editor "
    "decided would be lost in silence. In the block at the head of a capture, which may be another program's, it is "
    "a warning and is passed over.",
    bad='sendr = "Vetrov"',
    good='sender = "Vetrov"',
)
WRONG_VALUE = Rule(
    "DEC103",
    "decision-unreadable",
    Severity.ERROR,
    "The value cannot be what its key asks for: no day of the calendar, no reference to an archive, no kind of "
    "document.",
    bad='date = "31 February 1938"',
    good="date = 1938-02-28",
)
NOT_FOUND = Rule(
    "DEC104",
    "quote-not-found",
    Severity.ERROR,
    "The words do not stand on the page, so nobody can tell what was decided of which passage. White space, quotation "
    "marks, dashes and capitals may differ; words may not.",
    bad='starts = "To Comrad Vetrov"',
    good='starts = "To Comrade Vetrov"',
)
AMBIGUOUS = Rule(
    "DEC105",
    "quote-ambiguous",
    Severity.ERROR,
    "The words stand on the page more than once, and the decision does not say which place is meant.",
    bad='starts = "To Vetrov"',
    good='starts = "To Vetrov"\noccurrence = 2',
)
NO_TELEGRAM_MEANT = Rule(
    "DEC106",
    "no-telegram-meant",
    Severity.ERROR,
    "The page has several telegrams, or fewer than the decision counts, and it does not say which of them it is about.",
    bad='[[telegram]]\nsender = "Vetrov"',
    good='[[telegram]]\ncontains = "both barometers"\nsender = "Vetrov"',
)
OVERLAP = Rule(
    "DEC107",
    "passages-overlap",
    Severity.ERROR,
    "Two decisions claim the same words of the page, or one cuts a hole into a telegram. Every word belongs to one "
    "telegram or to none.",
)
NOT_LISTED = Rule(
    "DEC108",
    "name-not-listed",
    Severity.INFO,
    "The editor's name is in no authority list, so it was taken as written, without @ref.",
)
UNUSED = Rule(
    "DEC109",
    "decision-changes-nothing",
    Severity.INFO,
    "The page says the same without the decision, so it is not needed (any more), and what was recognised was kept.",
)
ORPHAN = Rule(
    "DEC110",
    "decisions-without-capture",
    Severity.WARNING,
    "There are decisions for a capture that is not there, most often because one of the two files was renamed.",
)
TWICE = Rule(
    "DEC111",
    "decided-twice",
    Severity.ERROR,
    "The same file decides the same thing in two ways.",
)
RULES: Final = (
    NOT_TOML, UNKNOWN_KEY, WRONG_VALUE, NOT_FOUND, AMBIGUOUS, NO_TELEGRAM_MEANT, OVERLAP, NOT_LISTED, UNUSED, ORPHAN,
    TWICE,
)  # fmt: skip
"""Every rule of the editor's decisions."""
