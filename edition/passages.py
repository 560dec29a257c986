"""Passages of captures, and how to know one again: by its very words, or by how many of them it shares.

Two passages are compared by sketches: the smallest hashes of their word triples. The part that two sketches share
estimates the part of triples that the passages share (Broder 1997), so that the lock of ids need not hold any text.
"""

from __future__ import annotations

import hashlib
import struct
from heapq import nsmallest
from typing import Final
from zlib import crc32

from tei.values import value

SKETCH: Final = 20
"""Hashes in a sketch; the estimate errs by about a tenth."""
_DIGITS: Final = 8
"""Hexadecimal digits of a hash: CRC-32 has four bytes."""
_TRIPLE: Final = 3
_CHARACTERS: Final = 4
_FEW: Final = 300
"""Hashes that are sorted as quickly as the smallest are picked out; of a long text that takes a fifth of the time."""
_WIDE: Final = 12
"""Characters a word, on the whole, from which on a text is not parted into words by spaces."""


@value()
class Passage:
    """A passage that needs an id: the id it would like, digest and sketch of its words, its place in the source from 0.

    `path` is where its source lies, as seen from the output folder.
    """

    wanted: str
    digest: str
    order: int
    sketch: str = ""
    path: str = ""


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def passage_digest(text: str) -> str:
    """Return the digest of a passage's words, so that a change of white space alone changes nothing."""
    return digest(" ".join(text.split()).encode())


def sketch_of(text: str) -> str:
    """Return the sketch of a passage as hexadecimal digits; empty where it has fewer than three words or characters.

    Text without spaces between words, such as Chinese, is taken by four characters at a time.
    """
    words = text.encode("utf-8", "replace").split()
    if len(text) > _WIDE * len(words):
        plain = "".join(text.split())
        words = [plain[at : at + _CHARACTERS].encode("utf-8", "replace") for at in range(len(plain))]
    triples = set(map(crc32, map(b" ".join, zip(*(words[at:] for at in range(_TRIPLE)), strict=False))))
    least = sorted(triples)[:SKETCH] if len(triples) < _FEW else nsmallest(SKETCH, triples)
    return struct.pack(f">{len(least)}I", *least).hex()


def overlap(one: str, other: str) -> float:
    """Return the part of what two sketched passages have that they share, from 0 to 1; 0 where one has no sketch."""
    first, second = _hashes(one), _hashes(other)
    if not first or not second:
        return 0.0
    union = sorted(first | second)[: min(SKETCH, max(len(first), len(second)))]
    return sum(value in first and value in second for value in union) / len(union)


def _hashes(sketch: str) -> frozenset[str]:
    return frozenset(sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS))
