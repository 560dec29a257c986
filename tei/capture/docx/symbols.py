"""Signs of symbol fonts as the characters they show: such fonts put Greek or arrows where letters should be."""

from __future__ import annotations

from typing import Final

_GREEK: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL: Final = {
    **{ord(letter): greek for letter, greek in _GREEK.items()},
    **{code: chr(code) for code in (*range(0x20, 0x41), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)},
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xAC: "←",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xD6: "√",
    0xA2: "′",
    0xAD: "↑",
    0xAF: "↓",
}
_WINGDINGS: Final = {
    0x28: "☎",
    0x2A: "✉",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xB7: "•",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
UNKNOWN: Final = "\ufffd"


def symbol(font: str, character: str) -> str:
    """Return what a character of a symbol font shows, U+FFFD where that is not known; others are themselves.

    Symbol fonts are stored in the private use area, U+F000 to U+F0FF (ISO 29500-1, 17.3.3.30). Without a font a
    private character counts as a bullet, empty, for which the caller has its own.
    """
    if not "\uf000" <= character <= "\uf0ff":
        return character
    code = ord(character) - 0xF000
    name = font.lower()
    if not name:
        return ""
    return (_WINGDINGS if "dings" in name else _SYMBOL).get(code, UNKNOWN)
