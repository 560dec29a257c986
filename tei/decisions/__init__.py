"""What an editor decides of a capture: read from TOML, checked, and told apart from what the program recognised.

    sheet       TOML with the line of every key     quotes   words of the page found again, however they were typed
    decided     facts, passages, readings           values   what each key takes, and what is said when it does not
    vocabulary  the keys, and what they are about   reading  sheets become decisions

The decisions stand beside the capture, `karsk-07.toml` for `karsk-07.txt`, or between two lines `+++` at its head.
"""

from tei.decisions.decided import EDITOR, FOLDER_SHEET, STEP, Decisions, Fact, Passage, Quote, Reading
from tei.decisions.reading import read_decisions
from tei.decisions.rules import RULES
from tei.decisions.sheet import Sheet, read_sheet

__all__ = [
    "EDITOR",
    "FOLDER_SHEET",
    "RULES",
    "STEP",
    "Decisions",
    "Fact",
    "Passage",
    "Quote",
    "Reading",
    "Sheet",
    "read_decisions",
    "read_sheet",
]
