"""Who sent a telegram of the old ministries, by rank or office: «д. с. с. Ветрова», «посла в Тарне Пашина».

Their titles begin in small letters behind the word for the telegram, and may name in the dative who got it.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_CAP: Final = "[А-ЯЁ]"
_INITIALS: Final = rf"(?:{_CAP}[а-яё]?\.[\s-]?){{1,2}}"
TABLE_RANK: Final = (
    r"(?:(?:д\.\s?с\.|[тскн]\.)\s?с\.|(?:д\.\s?)?(?:ст|тайн|надв|кол{1,2}|тит)\.\s?сов\.|"
    r"(?:кн|гр|бар|ген|полк|кап|адм|гофм)\.(?:-[а-я]{2,4}\.)?)\s?"
)
"""A rank of the old table or a title, cut short: «д. с. с. Ветров» is an actual councillor of state."""
_OFFICE_OF_EMPIRE: Final = (
    r"(?:министр|посл|посланник|(?:ген)?консул|наместник|губернатор|генерал-губернатор|начальник|барон|граф|гофмейстер|камергер|генерал|адмирал|капитан|полковник|майор|комиссар|товарищ)а|"
    r"(?:управляющ|заведующ|исполняющ|командующ)его|поверенного|князя|военного\sагента"
)
_OF_ONE: Final = regex(
    rf"(?P<from>(?:{TABLE_RANK}|(?:{_OFFICE_OF_EMPIRE})(?:\s[а-яё-]+){{0,4}}(?:\s(?:в|во|при|на)\s{_CAP}[\w-]+)?\s(?:{TABLE_RANK})?)"
    rf"(?:{_INITIALS}\s?)?{_CAP}[\w-]*(?:а|я|ого|его|ой))"
)
"""Who wrote alone, by rank or office: «барона Ветрова», «посла в Тарне Пашина», «д. с. с. Ветрова»."""
_OF_WHAT: Final = r"(?:\s(?!(?:на\sимя|[а-яё-]+[ую])\s)[а-яё-]+){0,4}"
"""What the office is of; one in the dative is somebody else's."""
_TO_ONE: Final = regex(
    rf"(?P<from>(?:{_OFFICE_OF_EMPIRE}){_OF_WHAT}(?:\s(?:в|во|при|на)\s{_CAP}[\w-]+)?)\s"
    rf"(?P<to>(?:{TABLE_RANK})?(?:{_INITIALS}\s?)?{_CAP}[\w-]*(?:у|ю|ому|ему)(?:,?\sв\s{_CAP}[\w-]+)?)"
)
"""An office that wrote, and the name of him who got it: «министра иностранных дел д. с. с. Ветрову, в Тарн»."""


def by_rank(body: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return roles and spans of the parties that rank or office names, none where the words are of another kind.

    >>> by_rank("посла в Тарне Пашина")
    (('from', (0, 20)),)
    """
    held = _TO_ONE.fullmatch(body) or _OF_ONE.fullmatch(body)
    return tuple((role, held.span(role)) for role in held.groupdict()) if held else ()
