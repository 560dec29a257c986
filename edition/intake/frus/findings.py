"""What is found in volumes of Foreign Relations, beside what every import may find."""

from __future__ import annotations

from tei.findings import Rule, Severity

CUT = Rule(
    "IMP130",
    "volume-cut",
    Severity.WARNING,
    "The volume is not well-formed XML, so it was cut at the divisions of its documents. Each that is whole is "
    "imported; each that is not is named (IMP102).",
)
WORDS_LOST = Rule(
    "IMP131",
    "imported-words-differ",
    Severity.ERROR,
    "The words of the imported document would not be the words of the volume in its order, so it was left out.",
)
UNKNOWN_MARKUP = Rule(
    "IMP132",
    "markup-not-kept",
    Severity.INFO,
    "The volume has an element that our encoding has nothing like; its words were kept without it.",
)
LOOSE_POINTER = Rule(
    "IMP133",
    "pointer-leads-nowhere",
    Severity.WARNING,
    "A reference points to something that the volume does not have. Its words were kept, and the pointer left out.",
)
NO_PARTIES = Rule(
    "IMP134",
    "parties-not-told",
    Severity.WARNING,
    "The heading of a telegram or letter does not tell both sender and recipient, so its envelope is not whole.",
)
RULES = (CUT, WORDS_LOST, UNKNOWN_MARKUP, LOOSE_POINTER, NO_PARTIES)
