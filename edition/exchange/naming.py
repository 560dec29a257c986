"""The name that others know someone by: that of the authority list rather than the one in the envelope."""

from __future__ import annotations

from edition.corpus.model import Corpus, Name


def name_of(corpus: Corpus, name: Name) -> str:
    """Return the name of the entry that a name leads to; a cover name gives way to who bore it."""
    entry = corpus.entries.get((name.kind, name.key))
    return entry.name if entry is not None and entry.listed else name.text
