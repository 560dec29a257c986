"""Volumes of Foreign Relations of the United States, as the Office of the Historian encodes them in TEI.

    cutting      the volume as a tree, cut at its documents where it is not well-formed
    volumes      its header and documents           listed     its persons and terms as authority lists
    choosing     telegram, letter, or neither       parties    sender and recipient from the heading
    sourcenotes  archive, handling, drafter         openers    markings, number, place and date, signature
    envelopes    correspDesc                        pointing   where references lead
    answers      what a telegram answers, what comes before and after it
    mixed, phrases, structures, blocks, divisions   the text in our encoding
    headers, documents                              the whole document
    words        proof that no word was lost        listing    everything else of the volume
    taking       the run over all of it

No volume is changed and nothing is fetched; addresses of the Office of the Historian are made from ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from edition.intake.request import Order
from edition.site.plan import File
from tei.findings import Finding
from tei.regexes import regex

OWN: Final = True
_SERIES: Final = "Foreign Relations of the United States"
_NAMESPACE: Final = "http://history.state.gov/frus/ns/1.0"
_TEI: Final = regex(r"<(?:\w+:)?TEI[\s>]")
_OURS: Final = regex(
    r"xml:id\s*=\s*[\"']frus\d|<idno type=[\"']frus[\"']|<title type=[\"']series[\"']>\s*Foreign\s+Relations"
)


def suits(_path: Path, head: bytes) -> bool:
    """Say whether a file is a volume of the series: TEI with the namespace, the id or the series title of one.

    A document that was imported from a volume has the id as well, and is a letter of ours.
    """
    text = _decoded(head)
    if not _TEI.search(text) or "<teiCorpus" in text or 'ident="tei-edition"' in text:
        return False
    return _NAMESPACE in text or _OURS.search(text) is not None or (_SERIES in text and 'type="document"' in text)


def _decoded(head: bytes) -> str:
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return head.decode("utf-16" if wide else "utf-8", "replace")


def take(order: Order) -> Iterator[File | Finding]:
    """Yield the documents of a volume, its lists, and the table of what is no telegram and no letter.

    Raises SourceError where the file cannot be read, or is no volume of the series.
    """
    from edition.intake.frus import taking  # all that reads a volume is loaded for volumes alone

    yield from taking.take(order)
