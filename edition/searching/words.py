"""Which words a text is found by, folded the same way when it is indexed and when it is asked for.

The folding is that of names (tei.authority.folding): case, diacritics, ё, apostrophes, hyphens, traditional Chinese
characters. The search page asks with the words of `asked`, which search.js computes alike from the table that `table`
gives; the index holds, beside the text itself, the words of `indexed`. Where a script has no spaces, a word is each
pair of neighbouring characters, so that any part of a run is found.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from tei.authority.folding import fold_form
from tei.regexes import regex

UNBROKEN: Final = "\u2e80-\u2fff\u3005-\u30ff\u3100-\u318f\u31a0-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
"""Scripts whose words are not found by spaces: Han, Kana, Hangul (the inside of a character class)."""

_WORD: Final = regex(rf"[{UNBROKEN}]+|[^\W_{UNBROKEN}]+(?:'[^\W_{UNBROKEN}]+)*")
_IS_UNBROKEN: Final = regex(f"[{UNBROKEN}]")
_HIDDEN: Final = ("Mn", "Cf", "Cc")
_LAST: Final = 0x10000
"""Where the characters end that fold: beyond they stay as they are."""


def asked(query: str) -> tuple[str, ...]:
    """Return the words that a query asks for, in order, each once: Xi'an → xian, Mao's → mao, 国民党 → 国民 民党."""
    words = (word for token in _tokens(query) for word in (_pairs(token) or (_without_apostrophe(token),)))
    return tuple(dict.fromkeys(words))


def indexed(text: str) -> tuple[str, ...]:
    """Return the words beside its own that a text is found by, in order; those of unbroken scripts repeat as it does.

    The index knows case and diacritics itself; so only words are returned that come out otherwise.
    """
    found: dict[str, None] = {}
    pairs: list[str] = []
    for written in text.split():
        for token in () if written.isascii() and written.isalnum() else _tokens(written):
            if more := _pairs(token, ends=True):
                pairs += more
        found.update(dict.fromkeys(_forms(written)))
    return (*found, *pairs)


@lru_cache(maxsize=65536)
def _forms(written: str) -> tuple[str, ...]:
    """Return the folded forms of what stands between two spaces, without those that the index has of its own accord."""
    if written.isascii() and written.isalnum():
        return ()
    tokens = [token for token in _tokens(written) if not _pairs(token)]
    forms = [_without_apostrophe(token) for token in tokens]
    forms += [part for token in tokens if "'" in token for part in (token.replace("'", ""), *token.split("'"))]
    if len(tokens) > 1:
        forms.append("".join(_without_apostrophe(token) for token in tokens))
    own = _own(written)
    return tuple(form for form in dict.fromkeys(forms) if len(form) > 1 and form != own)


def _own(written: str) -> str:
    """Return what the index makes of a word: small letters without marks and without punctuation round it."""
    plain = unicodedata.normalize("NFD", written.lower())
    first, last = 0, len(plain)
    while first < last and not plain[first].isalnum():
        first += 1
    while last > first and not plain[last - 1].isalnum():
        last -= 1
    return "".join(char for char in plain[first:last] if not unicodedata.category(char).startswith("M"))


def _tokens(text: str) -> list[str]:
    return _WORD.findall(fold_form(text))


def _without_apostrophe(token: str) -> str:
    return token.removesuffix("'s").replace("'", "")


def _pairs(token: str, *, ends: bool = False) -> tuple[str, ...]:
    """Return the pairs of neighbours of an unbroken run, nothing for any other word; with `ends` its last character.

    A single character is its own pair: the search completes words, and so finds it at the beginning of a pair.
    """
    if token[0] < "\u2e80" or not _IS_UNBROKEN.match(token):
        return ()
    pairs = tuple(token[at : at + 2] for at in range(len(token) - 1))
    return (*pairs, token[-1]) if ends or not pairs else pairs


def table() -> dict[str, str]:
    """Return the characters that fold to something else than the rule that search.js has: it needs no more to agree.

    That rule: marks and invisible characters go; another character becomes the first of its compatibility
    decomposition in small letters; from U+2E80 to U+F900 and beyond U+FFFF it stays as it is.
    """
    return {char: folded for char in map(chr, _known()) if (folded := _folded(char)) != _by_rule(char)}


def _known() -> list[int]:
    codes = (code for code in range(0x21, _LAST) if not 0xD800 <= code < 0xF900)
    return [code for code in codes if not unicodedata.category(chr(code)).startswith("C")]


def _folded(char: str) -> str:
    """Return one character folded inside a word, where a dash is a space and nothing is stripped."""
    return fold_form(f"a{char}b")[1:-1]


def _by_rule(char: str) -> str:
    if unicodedata.category(char) in _HIDDEN:
        return ""
    if "\u2e80" <= char < "\uf900" or char > "\uffff":
        return char
    return unicodedata.normalize("NFKD", char.lower()[0])[0].lower()
