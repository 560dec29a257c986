"""Decline Russian names by their endings, so that a list gives «Молотов» and a text may have «Молотову».

The paradigms are those of school grammars for surnames, given names and place names. They give more forms than the
language has (both «Пекином» and «Пекиным»): a form that nobody writes is never met, so this does no harm. Names in
-о, -и, -у, -э, -е, -ю, -ы do not decline. A fleeting vowel («Павел, Павла») is not known: list such forms.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Final

_HUSHING: Final = "жчшщц"
_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"

# ending → the endings of genitive, dative, accusative, instrumental, prepositional, most particular ending first
_PARADIGMS: Final[tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]] = (
    ("ский", (("ского", "скому", "ского", "ским", "ском"),)),
    ("цкий", (("цкого", "цкому", "цкого", "цким", "цком"),)),
    ("ный", (("ного", "ному", "ного", "ным", "ном"),)),
    ("ний", (("него", "нему", "ний", "ним", "нем"), ("ния", "нию", "ния", "нием", "нии"))),
    ("ый", (("ого", "ому", "ый", "ым", "ом"),)),
    ("ой", (("ого", "ому", "ого", "ым", "ом"), ("оя", "ою", "ой", "оем", "ое"))),
    ("ий", (("ия", "ию", "ия", "ием", "ии"),)),
    ("й", (("я", "ю", "я", "ем", "е"), ("я", "ю", "й", "ем", "е"))),
    ("ая", (("ой", "ой", "ую", "ой", "ой"),)),
    ("ия", (("ии", "ии", "ию", "ией", "ии"),)),
    ("я", (("и", "е", "ю", "ей", "е"),)),
    ("а", (("ы", "е", "у", "ой", "е"), ("и", "е", "у", "ой", "е"))),
    ("ь", (("я", "ю", "я", "ем", "е"), ("и", "и", "ь", "ью", "и"), ("я", "ю", "ь", "ем", "е"))),
)
_POSSESSIVE: Final = (("а", "у", "а", "ым", "е"), ("а", "у", "", "ом", "е"))
_HARD: Final = (("а", "у", "а", "ом", "е"), ("а", "у", "", "ом", "е"))
_SOFTENED: Final = (("а", "у", "а", "ем", "е"), ("а", "у", "а", "ом", "е"), ("а", "у", "", "ем", "е"))
_CASES: Final = 5
_MOST_WORDS: Final = 4


@cache
def paradigms(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the possible paradigms of a word, each its genitive to prepositional; the word itself if it has none."""
    for ending, choices in _PARADIGMS:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            return tuple(tuple(stem + case for case in choice) for choice in choices)
    if word[-1:] not in _CONSONANTS or len(word) < 2:
        return ((word,) * _CASES,)
    endings: tuple[tuple[str, ...], ...]
    if word.endswith(("ов", "ев", "ёв", "ин", "ын")):
        endings = _POSSESSIVE
    else:
        endings = _SOFTENED if word[-1] in _HUSHING else _HARD
    return tuple(tuple(word + case for case in choice) for choice in endings)


def declined(name: str) -> frozenset[str]:
    """Return the other cases of a Russian name of up to four words.

    Which words decline is not known from the letters: all («Иосифу Сталину»), the last («Мао Цзэдуна»), or the first
    ones («Коммунистической партии Китая»). Each way is given.
    """
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return frozenset()
    forms = set()
    for case in range(_CASES):
        cases = [{paradigm[case] for paradigm in paradigms(word)} for word in words]
        forms |= {" ".join((*words[:-1], last)) for last in cases[-1]}
        for first in range(1, len(words) + 1):
            forms |= {" ".join((*chosen, *words[first:])) for chosen in product(*cases[:first])}
    return frozenset(forms - {name})
