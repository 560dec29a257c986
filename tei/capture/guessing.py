"""Guessing a character set: charset-normalizer proposes, the letters of each reading decide; a doubt stays a doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from tei.capture.likelihood import price, strange

CANDIDATES: Final = (
    *("windows-1252", "windows-1251", "koi8-r", "koi8-u", "cp866", "iso-8859-5", "mac-cyrillic", "windows-1250"),
    *("iso-8859-2", "cp437", "cp850", "cp852", "mac-roman"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf-16-le", "utf-16-be"),
)
"""The character sets of letters and telegrams; where two read the same, the one that comes first is named."""

SURE: Final = 0.9
"""The least probability at which a guess is taken."""
_STRANGE: Final = 4.9
"""The price of a byte beyond ASCII above which a reading is nobody's text."""
_LETTERS: Final = 6
"""Fewer letters beyond ASCII are too few to be sure, of Latin letters half; signs alone (dashes, quotes) are not."""
_SAMPLE: Final = 6000
_BONUS: Final = 1.5
_DAMPING: Final = 0.6
"""Letters of a word hang together; each counts for less than one sign."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A character set, how probable it is among the candidates (0 to 1), and how the file begins when read in it."""

    charset: str
    probability: float
    text: str


def guess_charset(data: bytes) -> tuple[Guess, ...]:
    """Return the readings of bytes that make sense, the likeliest first; none where no reading is a text.

    The probabilities of all readings add up to one, and the first is at most 0.99: it is a guess.
    """
    sample = _sample(data)
    readings = {text: name for name, text in reversed(tuple(_readings(data, sample)))}
    sensible = {text: name for text, name in readings.items() if strange(text) <= _STRANGE}
    if not sensible:
        return ()
    if len(sensible) == 1 and not any(map(_letters, sensible)):
        readings = sensible  # dashes and quotation marks, which no other set has there: no letter can be wrong
    favourite = _favourite(sample)
    scores = {text: _DAMPING * price(text) - _BONUS * (text == favourite) for text in readings}
    least = min(scores.values())
    weights = {text: math.exp(max(least - score, -700.0)) for text, score in scores.items()}
    total = sum(weights.values()) * 1.01
    found = (Guess(sensible[text], min(weights[text] / total, _ceiling(text)), text) for text in sensible)
    return tuple(sorted(found, key=lambda one: -one.probability))


def reads_alike(data: bytes, guess: Guess, charset: str) -> bool:
    """Say whether a set reads the bytes just as a guess does."""
    return _sample(data).decode(charset, "ignore") == guess.text


def _ceiling(text: str) -> float:
    letters = _letters(text)
    needed = _LETTERS if any(letter >= "\u0250" for letter in letters) else _LETTERS // 2
    return 0.8 if 0 < len(letters) < needed else 1.0


def _letters(text: str) -> list[str]:
    return [character for character in text if character > "\x7f" and character.isalpha()]


def _sample(data: bytes) -> bytes:
    """Return the lines that say something, those with bytes beyond ASCII, so far as they fit; else the beginning."""
    if b"\0" in data or len(data) <= _SAMPLE:
        return data[: _SAMPLE - _SAMPLE % 2]
    lines = (line[:_SAMPLE] for line in data.splitlines(keepends=True) if not line.isascii())
    chosen: list[bytes] = []
    size = 0
    for line in lines:
        if chosen and size + len(line) > _SAMPLE:
            break
        chosen.append(line)
        size += len(line)
    return b"".join(chosen)


def _readings(data: bytes, sample: bytes) -> Iterator[tuple[str, str]]:
    """Yield what each candidate makes of the sample, where the whole file is in that set at all."""
    for name in CANDIDATES:
        try:
            data.decode(name)
            yield name, sample.decode(name, "ignore")
        except UnicodeDecodeError:
            continue


def _favourite(sample: bytes) -> str:
    """Return the reading that charset-normalizer prefers, empty where it has none."""
    match = from_bytes(sample, cp_isolation=list(CANDIDATES), enable_fallback=False).best()
    return str(match) if match is not None else ""
