"""From bytes to text: the user's word, a byte order mark, UTF-8, what the file declares, then a guess that is reported.

A doubtful guess is refused: read in the wrong set, names are corrupted silently.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.values import value

if TYPE_CHECKING:
    from tei.capture.guessing import Guess

# Guessing is imported where it is done: most captures are UTF-8, and its tables take longer to load than they to read.

UNKNOWN_CHARSET = Rule(
    "CAP103",
    "unknown-charset",
    Severity.ERROR,
    "The bytes are not UTF-8 and it is not sure which character set they are in. A wrong guess would corrupt names "
    "silently, so none is made: the message shows how the file would read in each.",
    bad="tei encode letter.txt",
    good="tei encode letter.txt --charset windows-1251",
)
GUESSED = Rule(
    "CAP104",
    "guessed-charset",
    Severity.INFO,
    "Nothing says which character set the file is in. It was read in the one in which its letters make by far the "
    "likeliest text; name the set to be sure.",
    good="tei encode letter.txt --charset koi8-r",
)
DOUBTFUL = Rule(
    "CAP105",
    "doubtful-charset",
    Severity.WARNING,
    "The file declares a character set in which its letters make no likely text, and another in which they do. It was "
    "read as it declares; if that is wrong, name the right one.",
    bad='<meta charset="windows-1252"> before a page written in windows-1251',
    good="tei encode page.html --charset windows-1251",
)
RULES = (UNKNOWN_CHARSET, GUESSED, DOUBTFUL)

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Longer marks first where one begins with another (UTF-32 LE begins like UTF-16 LE)."""

LABELS: Final = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "x-cp1252"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ks_c_5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
    **dict.fromkeys(("macintosh", "x-mac-roman"), "mac-roman"),
    **dict.fromkeys(("x-cp1251", "win-1251", "cp-1251"), "windows-1251"),
    **dict.fromkeys(("koi", "koi8"), "koi8-r"),
    **dict.fromkeys(("utf8", "unicode-1-1-utf-8", "unicode", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
}
"""What browsers take these labels for (WHATWG Encoding Standard, 4.2); a file that could be read to its declaration
is no UTF-16, whatever it says."""

_CONTROLS: Final = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})
_SNIPPET: Final = 32
_LIKELY: Final = 0.002


@value()
class Decoded:
    """A file as text: its character set, how that was found, and what the report should say of it."""

    text: str
    charset: str
    guess: str
    findings: tuple[Finding, ...] = ()


def marked_charset(data: bytes) -> str | None:
    """Return the character set that a byte order mark announces, None without one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def looks_binary(data: bytes) -> bool:
    """Say whether bytes without a byte order mark are none of an 8-bit text: NUL bytes, or many control characters."""
    if marked_charset(data):
        return False
    head = data[:65536]
    return b"\0" in head or len(head.translate(None, delete=_CONTROLS)) < 0.98 * len(head)


def decode(data: bytes, path: str, charset: str | None = None, declared: str = "") -> Decoded:
    """Return the text of a file; `charset` is the user's word, `declared` what the file says of itself.

    Raises SourceError (CAP103) where the bytes are not in the set that the user names, or no set is sure.
    """
    if charset:
        return _given(data, path, charset)
    marked = marked_charset(data)
    if marked:
        return _decoded(data, path, marked, "byte order mark")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    except UnicodeDecodeError as error:
        label = declared.strip().lower()
        read = _declared(data, path, LABELS.get(label, label)) if label else None
        return read or _guessed(data, path, error)


def utf16_without_mark(data: bytes) -> str | None:
    """Return which UTF-16 bytes that look binary are in, None where they are no text."""
    from tei.capture.guessing import SURE, guess_charset

    guesses = guess_charset(data)
    best = guesses[0] if guesses else None
    return best.charset if best and best.charset.startswith("utf-16") and best.probability >= SURE else None


def _given(data: bytes, path: str, charset: str) -> Decoded:
    try:
        codecs.lookup(charset)
        name = charset
    except (LookupError, ValueError):  # ValueError: a name with a null character
        name = LABELS.get(charset.lower(), charset)
    return _decoded(data, path, name, "given")


def _decoded(data: bytes, path: str, name: str, guess: str) -> Decoded:
    try:
        text = data.decode(name)
        return Decoded(text.removeprefix("\ufeff"), codecs.lookup(name).name, guess)
    except UnicodeDecodeError as error:
        raise SourceError(_not_in_set(data, path, error)) from None
    except (LookupError, ValueError):
        message = f"no character set is called {name!r}"
        hint = "try utf-8, windows-1251, koi8-r, gb18030"
        raise SourceError(UNKNOWN_CHARSET.at(Location(path, 1, 1), message, hint)) from None


def _not_in_set(data: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    place = Location(path, data.count(b"\n", 0, error.start) + 1)
    wrong = f"byte {data[error.start]:#04x}" if error.start < len(data) else "the end"
    hint = "name the character set: --charset windows-1251 (or koi8-r, gb18030, cp1252 …)"
    return UNKNOWN_CHARSET.at(place, f"{wrong} is not {error.encoding.upper()}", hint)


def _declared(data: bytes, path: str, name: str) -> Decoded | None:
    """Return the text as the file declares it, None where that cannot be or the name is unknown."""
    try:
        text, known = data.decode(name), codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    from tei.capture.guessing import SURE, guess_charset, reads_alike

    guesses = guess_charset(data)
    best = guesses[0] if guesses else None
    if best is None or best.probability < SURE or reads_alike(data, best, name):
        return Decoded(text, known, "declared")
    message = f"declared as {name}, but it reads like {best.charset}: {_snippet(best.text)!r}"
    finding = DOUBTFUL.at(Location(path, 1, 1), message, f"if that is right: --charset {best.charset}")
    return Decoded(text, known, "declared", (finding,))


def _guessed(data: bytes, path: str, error: UnicodeDecodeError) -> Decoded:
    from tei.capture.guessing import SURE, guess_charset

    guesses = guess_charset(data)
    place = Location(path, data.count(b"\n", 0, error.start) + 1)
    if guesses and guesses[0].probability >= SURE:
        best = guesses[0]
        message = f"read as {best.charset} (guessed, {best.probability:.2f}): {_snippet(best.text)!r}"
        found = GUESSED.at(place, message, f"to be sure, name it: --charset {best.charset}", charset=best.charset)
        return Decoded(data.decode(best.charset), codecs.lookup(best.charset).name, *_with(best, found))
    wrong = f"byte {data[error.start]:#04x} is not UTF-8"
    if not guesses:
        hint = "name the character set: --charset windows-1251 (or koi8-r, gb18030, cp1252 …)"
        raise SourceError(UNKNOWN_CHARSET.at(place, f"{wrong}, and in no likely set is it a text", hint))
    likely = tuple(one for one in guesses[:4] if one.probability >= _LIKELY) or guesses[:1]
    readings = "; ".join(f"{one.charset} {_snippet(one.text)!r}" for one in likely)
    hint = f"choose the one that reads right: --charset {' or '.join(one.charset for one in likely)}"
    data_ = {"candidates": tuple((one.charset, round(one.probability, 2)) for one in likely)}
    raise SourceError(UNKNOWN_CHARSET.at(place, f"{wrong}; it may be {readings}", hint, **data_))


def _with(best: Guess, finding: Finding) -> tuple[str, tuple[Finding, ...]]:
    return f"guessed {best.probability:.2f}", (finding,)


def _snippet(text: str) -> str:
    """Return the first words of a reading in which the sets can differ."""
    first = re.search(r"[^\x00-\x7f]", text)
    at = first.start() if first else 0
    start = text.rfind("\n", 0, at) + 1
    if at - start > _SNIPPET // 2:
        start = text.rfind(" ", start, at) + 1
    return " ".join(text[start : start + _SNIPPET].split())
