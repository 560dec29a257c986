"""Posts of envoys in Russian headings: «полпреда СССР в Китае А. Пашина», «посла в Тарне», and no recipient."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex
from tei.text import words as split_words

_STATES: Final = frozenset(
    split_words("КНР США КНДР МНР СССР РСФСР ЧСР ЧССР ДРВ ПНР НРБ ВНР ГДР ФРГ ДВР САСШ УССР ОАР ФНРЮ СРР")
)
"""Countries by their letters: an envoy is posted there."""


def is_post(body: str, match: re.Match[str]) -> bool:
    """Say whether "в" leads to the country of an envoy, «полпреда СССР в Китае А. Пашина», and not to a recipient."""
    if match.group().strip().lower() not in ("в", "во"):
        return False
    rest = body[match.end() :].split()
    seated = _COUNTRY_IN.match(body, match.end()) is not None
    return (
        bool(rest)
        and (seated or rest[0].rstrip(",.)")[-1:] in "еи" or rest[0] in _STATES or rest[0].lower() == "делах")
        and (len(rest) > 1 or _ENVOY.search(body, 0, match.start()) is not None)
    )


_COUNTRY_IN: Final = regex(r"(?:[А-ЯЁ][\w-]*(?:ой|ей|ом|ем|ых|их)\s){1,3}[А-ЯЁ][\w-]*(?:[еи]|[ая]х)(?!\w)")
"""«в Полярной Республике»: adjectives and a noun in the prepositional case."""
_ENVOYS: Final = (
    r"(?:посла|посланника|полпреда|\w*консула|поверенного\sв\sделах|представителя|торгпреда|резидента|агента|атташе)"
    r"(?:\s(?:СССР|РСФСР|УССР|России))?"
)
_ENVOY: Final = regex(rf"{_ENVOYS}$", re.IGNORECASE)
ENVOY_AT: Final = regex(rf"(?i:{_ENVOYS})\s(?:в|во|при)\s[А-ЯЁ][\w-]+(?:\s(?:[А-ЯЁ]\.\s?){{0,2}}[А-ЯЁ][\w-]+а)?")
"""Before a town in the prepositional case they are the sender alone: «телеграмма посла в Тарне»."""
