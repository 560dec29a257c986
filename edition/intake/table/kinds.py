"""What tables call a telegram, a letter, a note, an extract."""

from __future__ import annotations

from typing import Final

from tei.slugs import romanised

_WORDS: Final = {
    "telegram": (
        "telegram telegramm telegramme cable wire cipher radiogram телеграмма шифртелеграмма шифровка шифротелеграмма "
        "радиограмма депеша тлг шт fernschreiben drahtbericht depesche depeche cablogramme 电报 电 密电"
    ),
    "letter": "letter brief schreiben lettre письмо 信 信件 函 书信 carta lettera list",
    "note": "note memo memorandum notiz записка нота памятная notice aufzeichnung vermerk 照会 便条",
    "extract": "extract excerpt auszug extrait выписка выдержка извлечение 摘录",
}
_KINDS: Final = {romanised(word): kind for kind, words in _WORDS.items() for word in words.split()}


def kind_of(words: str) -> str:
    """Return the kind that words mean, empty where they are another: it is kept in its own words."""
    plain = romanised(words)
    if plain.strip() in _KINDS:
        return _KINDS[plain.strip()]
    found = {kind for word in plain.replace("-", " ").split() if (kind := _KINDS.get(word.strip(" .,;()[]")))}
    return next(iter(found)) if len(found) == 1 else ""
