"""Names set with spaces between their letters, "V E T R O V": the text has the person found in them marked too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Envelope, Mark
from tei.recognise.service import is_spaced

_ELEMENTS: Final = {"person": "persName", "org": "orgName", "place": "placeName"}


def spaced_names(text: str, envelopes: Sequence[Envelope]) -> Iterator[Mark]:
    """Yield marks for the parties whose names the text spaces out: the lists look for whole words and miss them."""
    for name in (name for envelope in envelopes for action in envelope.actions for name in action.names):
        start, end = name.evidence.start, name.evidence.end
        if name.ref and name.text[1:2] == " " and is_spaced(name.text) and text[start:end] == name.text:
            typed = (("type", "pseudonym"),) if name.pseudonym else ()
            yield Mark(start, end, _ELEMENTS[name.kind], (*typed, ("ref", f"#{name.ref}")))
