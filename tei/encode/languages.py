"""English names of the languages that sources and originals are in, for `langUsage` and `textLang`."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean",
    "mn": "Mongolian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian", "und": "Undetermined", "vi": "Vietnamese", "zh": "Chinese",
    "ru-Latn": "Russian, transliterated", "zh-Latn": "Chinese, transliterated",
}  # fmt: skip


def language_name(tag: str) -> str:
    """Return the English name of a language tag, the tag itself where it is not among those met here."""
    return _NAMES.get(tag, _NAMES.get(tag.partition("-")[0], tag))
