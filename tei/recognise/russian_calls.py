"""How Russian letters call the one they go to: by his office, or by forename and patronymic.

«Господин Посол,» and «Сергей Дмитриевич,» under a heading that names А. Линд or С. Д. Пелль say nothing new of him,
nor does "Dear Sergei Dmitrievich!" under one that names Pell.
"""

from __future__ import annotations

import re
from typing import Final

from tei.model import Name
from tei.recognise.fuller_names import after_office
from tei.regexes import regex


def calls(name: Name, titled: Name) -> bool:
    """Say whether a salutation calls someone by his office, or in Russian by forename and patronymic, as letters do."""
    if name.ref:
        return False
    if called := _PATRONYMIC.fullmatch(name.text):
        return titled.kind == "person" and not titled.ref and _can_be_of(called, titled.text)
    if name.text.isascii():
        if not titled.ref and titled.kind == "person" and _CALLED_BY_OFFICE.fullmatch(name.text):
            return True
        if titled.kind == "person" and titled.text[-1:] == ")" and name.text.isalpha() and "(" in titled.text:
            return True  # "Dear Axel" under "… to the Chief of the Division (Pell)"
        if _CALLED.fullmatch(name.text) is None:
            return False
        return after_office(titled.text) != titled.text or _FULL_NAME.fullmatch(titled.text) is not None
    return bool(_OFFICE_CALLED.fullmatch(name.text) and _INITIAL_OR_NAME.search(titled.text))


def calls_by_patronymic(name: Name, addressed: Name) -> bool:
    """Say whether forename and patronymic call the one whom an address over them names by his surname."""
    called = None if name.ref else _PATRONYMIC.fullmatch(name.text)
    return called is not None and (bool(addressed.ref) or _can_be_of(called, addressed.text))


def _can_be_of(called: re.Match[str], titled: str) -> bool:
    """Say whether forename and patronymic can be those of a name: initials or a forename begin as they do, if any."""
    forename, patronymic = (called[1], called[2]) if called[1] else (called[3], called[4])
    initials = _INITIALS.search(titled)
    if initials is not None:
        return initials[1] == forename and initials[2] in (None, patronymic)
    words = titled.split()
    return len(words) == 1 or words[0][0] == forename


_CALLED: Final = regex(
    r"(?:(?:Comrade|Mr\.?|Madame?)\s)?(?:Minister|President|Chairman|Ambassador|Premier|Prime\sMinister|Secretary|"
    r"Chancellor)",
    re.IGNORECASE,
)
_CALLED_BY_OFFICE: Final = regex(
    r"(?:(?:Comrade|Mr\.?|Madame?|Your)\s)?(?:Minister|President|Chairman|Ambassador|Premier|Secretary|Director|Governor|"
    r"Senator|Marshal|Admiral|General|Generalissimo|Excellency|Commissar)"
)
"""An office alone is nobody's name: it calls him whom the title names, whoever that is."""
_FULL_NAME: Final = regex(r"(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.)(?:\s[A-ZÀ-Þ][\w’'.-]+){1,2}")
_OFFICE_CALLED: Final = regex(
    r"(?:господин\s+)?(?:поверенный(?:\s+в\s+делах)?|посол|посланник|министр|президент|председатель|комиссар|нарком|"
    r"премьер(?:-министр)?|маршал|генерал|консул)|(?:милостивый\s)?государь|сэр",
    re.IGNORECASE,
)
_INITIAL_OR_NAME: Final = regex(r"(?<=\s)(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]+(?:-[а-яё]+)?$")
_PATRONYMIC: Final = regex(
    r"([А-ЯЁ])[а-яё]+\s([А-ЯЁ])[а-яё]+(?:вич|вна|ична|ыч)|"
    r"([A-Z])[a-z]+\s([A-Z])[a-z]+(?:[eoy]vich|[eoy]vna|ichna)"
)
_INITIALS: Final = regex(r"(?<!\w)([А-ЯЁA-Z])[a-z]?\.\s*(?:([А-ЯЁA-Z])[a-z]?\.)?")
