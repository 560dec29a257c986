"""Italics that a plain text gives by underscores, “_Severin, March_ 7, 1938”, as transcribers of old books do."""

from __future__ import annotations

from typing import Final

from tei.model import Feature, FeatureKind
from tei.regexes import regex

_ITALICS: Final = regex(r"(?<![\w_])_(?=[^\s_])(?P<words>[^_\n]{1,200}(?:\n[^_\n]{1,200}){0,3})(?<=\S)_(?![\w_])")
MIN_RUNS: Final = 2


def with_italics(text: str, start: int) -> tuple[str, tuple[Feature, ...]]:
    """Return a text from `start` on without the underscores round italics, and what was in italics.

    Where an underscore is left that no other answers, all are the text's own: blanks to fill in, names of files.
    """
    if "_" not in text[start:]:
        return text, ()
    runs = list(_ITALICS.finditer(text, start))
    if len(runs) < MIN_RUNS or text.count("_", start) != 2 * len(runs):
        return text, ()
    pieces, features, at, length = [text[:start]], [], start, start
    for run in runs:
        before = text[at : run.start()]
        pieces += (before, run["words"])
        length += len(before)
        features.append(Feature(length, length + len(run["words"]), FeatureKind.EMPHASIS, "italic"))
        length += len(run["words"])
        at = run.end()
    return "".join((*pieces, text[at:])), tuple(features)
