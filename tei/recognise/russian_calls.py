"""How Russian letters call the one they go to: by his office, or by forename and patronymic.

«Господин Посол,» and «Сергей Дмитриевич,» under a heading that names А. Линд or С. Д. Пелль say nothing new of him.
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
    if name.text.isascii():
        if not titled.ref and titled.kind == "person" and _CALLED_BY_OFFICE.fullmatch(name.text):
            return True
        if titled.kind == "person" and titled.text[-1:] == ")" and name.text.isalpha() and "(" in titled.text:
            return True  # "Dear Axel" under "… to the Chief of the Division (Pell)"
        if _CALLED.fullmatch(name.text) is None:
            return False
        return after_office(titled.text) != titled.text or _FULL_NAME.fullmatch(titled.text) is not None
    if _OFFICE_CALLED.fullmatch(name.text) and _INITIAL_OR_NAME.search(titled.text):
        return True
    called = _PATRONYMIC.fullmatch(name.text) if not titled.ref else None
    initials = _INITIALS.search(titled.text)
    return called is not None and initials is not None and initials.groups() == (called[1][0], called[2][0])


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
_PATRONYMIC: Final = regex(r"([А-ЯЁ])[а-яё]+\s([А-ЯЁ])[а-яё]+(?:вич|вна|ична|ыч)")
_INITIALS: Final = regex(r"(?<!\w)([А-ЯЁ])\.\s?([А-ЯЁ])\.")
