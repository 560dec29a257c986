"""Closing formula and names in one line: "Yours, Vetrov, Tumanova.", “Your loving cousin Axel”."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.known import Known
from tei.recognise.parties import MAX_LINE, TRAILING, is_capitalised
from tei.regexes import regex

_CLOSING_WITH_NAMES: Final = regex(
    r"(?P<closing>(?:yours(?: \w+){0,2}|(?:very |most )?(?:sincerely|respectfully|truly|faithfully|cordially)"
    r"(?: yours| submitted)?|(?:i (?:am|have|remain|avail|improve)|accept),? (?:\w+, )?(?:&c|etc)\.|"
    r"(?:with|best|kind|warm)\b[^\n,]{3,40}|с [^\n,]{3,30}|"
    r"ваш[аи]?))(?:,|(?<=greetings)\.)\s+(?P<names>[^\n]{2,80})|(?P<fond>(?:крепко\s+)?(?:целую|"
    r"обнимаю)(?:\s\w+)?|(?:i|we)\s+(?:\w+\s+)?(?:kiss|embrace)\s+(?:you|thee)(?:\s+(?:all|both|warmly))?|"
    r"(?:all\s+my\s+|with\s+|much\s+)?love|"
    r"(?:many\s+)?kisses|(?:warm(?:est)?\s+|best\s+|kind(?:est)?\s+)?(?:regards|greetings|wishes))[.,!]\s+"
    r"(?P<one>(?!(?-i:STOP)\b)(?-i:[A-ZÀ-ÞА-ЯЁ])[\w.]+(?:\s(?-i:[A-ZÀ-ÞА-ЯЁ])[\w.]+)?)",
    re.IGNORECASE,
)


def closing_and_names(text: str, known: Known) -> int | None:
    """Return where the names begin in a line that holds formula and signature, "Yours, Vetrov, Tumanova."."""
    match = _CLOSING_WITH_NAMES.fullmatch(text) if len(text) <= MAX_LINE else None
    if text[:4] in ("Your", "your", "Ever") and (cousin := _AS_COUSIN.fullmatch(text)):
        return cousin.start("name")
    if match is None:
        return None
    if match["fond"]:
        return match.start("one")
    names = match["names"].rstrip(TRAILING)
    parts = re.split(r",\s*|\s+and\s+|\s+и\s+", names)
    sure = known(parts[0]) or (len(parts) == 1 and _INITIALLED.fullmatch(parts[0]) is not None)
    sure = sure or (names.isupper() and " " in names and not text.isupper() and not any(map(str.isdigit, names)))
    return match.start("names") if sure and all(map(is_capitalised, parts)) else None


_INITIALLED: Final = regex(r"(?:[A-ZÀ-Þ]\.\s?){1,3}[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?")
"""“A.B. Pell”, whom no list need know to be taken for a name."""


_OF_KIN: Final = (
    r"own|very|ever|most|so|old|dear|true|loving|devoted|affectionate|sincere|faithful|grateful|humble|obedient|truly|"
    r"sincerely|faithfully|affectionately|respectfully|always|brother|sister|cousin|friend|son|daughter|nephew|niece|"
    r"uncle|aunt|father|mother|comrade|servant|and"
)
_AS_COUSIN: Final = regex(
    rf"(?:Ever )?[Yy]ours?,?(?: (?:{_OF_KIN}),?){{1,8}} (?P<name>(?:[A-Z]\. ?){{0,2}}(?!(?i:{_OF_KIN})\b)"
    r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)\.?"
)
"""How cousins sign in one line, “Your very sincere and devoted friend and cousin Axel”."""
