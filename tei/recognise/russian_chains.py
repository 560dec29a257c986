"""Who writes to whom in the cases of Russian alone, sender in the nominative and recipient in the dative.

«Посланник в Тарне Министру Иностранных Дел.», «Министр иностранных дел посланнику в Тарне Линду»: nothing but the cases
parts the two offices, and no verb stands between them.
"""

from __future__ import annotations

import re
from typing import Final

from tei.recognise import russian
from tei.regexes import regex

_NOMINATIVE: Final = (
    r"(?:(?:временн|перв|втор|генеральн|чрезвычайн|полномочн|народн|императорск|российск|русск|главн|военн|морск|"
    r"дипломатическ|королевск|германск|французск|английск|британск|итальянск|австрийск|австро-венгерск|румынск|болгарск|американск|сербск|китайск|японск|турецк|персидск)\w{0,2}(?:ый|ий|ой)\s(?:и\s)?)*"
    r"(?:вице-|ген)?(?:[ив]\.\s?[од]\.|врио|врид|посол|посланник|поверенный|министр|товарищ\sминистра|управляющий|заведующий|исполняющий|наместник|консул|"
    r"агент|директор|начальник|председатель|полпред|представитель|нарком|комиссар|президент|премьер(?:-министр)?|король|"
    r"император|князь|главнокомандующий|командующий|статс-секретарь|рейхсканцлер|канцлер|секретарь|советник|"
    r"губернатор|генерал-губернатор|атташе|чиновник|комендант|капитан)"
)
_PARTIES: Final = regex(
    rf"(?P<from>{_NOMINATIVE}(?:\s(?:[А-ЯЁ]\.|[^\s.:;!?]+?)){{0,11}}?),?\s+(?P<to>(?:в\s)?(?:{russian.DATIVE}|послам|посланникам|представителям|"
    r"консулам|министрам|агентам|начальникам|товарищу\sминистра)(?:,?\s[^\n.:;!?]{1,90}?(?:\s(?:[А-ЯЁ]\.\s?){1,2}(?:\s?[А-ЯЁ][а-яё-]+)?)?)?)\.?",
    re.IGNORECASE,
)
_VERB: Final = regex(
    r"\s(?!(?:дел|\w{0,5}посол|\w{0,5}консул|генерал|адмирал|\w{0,5}маршал)\s)"
    r"[а-яё]{2,}(?:[аиеяуо]л[аио]?|[ауюие]т|лся|лась|ется)(?=\s|$)"
)
_DATIVE: Final = regex(r"(?:в\s)?[а-яё-]+(?:у|ю|ам|ям|ому|ему)(?=[\s,.]|$)", re.IGNORECASE)
_ENDS_OFFICE: Final = regex(r"(?:^|\s)(?:в|и|на|по|при|из|от|к|за)$")
MAX_PARTIES: Final = 180


def russian_parties(text: str) -> re.Match[str] | None:
    """Match a line that names who writes to whom in the two cases; None where it is anything else."""
    if not 14 < len(text) <= MAX_PARTIES or text.isascii() or not text[:1].isupper() or text[-1:] in ",:;!?":
        return None
    match = _PARTIES.fullmatch(text.rstrip(" *0123456789"))
    if (
        match is None
        or not _DATIVE.match(match["to"])
        or _ENDS_OFFICE.search(match["from"])
        or _VERB.search(f" {match.group()}")
    ):
        return None
    return match
