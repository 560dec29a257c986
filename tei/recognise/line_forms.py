"""Lines that are a whole by themselves in a wrapped page: titles, place and date, names, formulae, notes."""

from __future__ import annotations

import re
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.regexes import regex

STARRED: Final = regex(r"(?:\*{1,3}|[†‡]|[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})\s+[^\W\d_\s]")
"""A line that begins a note under a sign."""
TITLE: Final = regex(
    r"(?:(?:document|no\.?|№)?\s*\d{1,3}[.:)]\s+)?\[?(?:(?:telegram|cable|letter|message|телеграмма|шифр\w+|письмо)\b[^\n]*|"
    r"[^\n]{2,60}\s(?:to|[–—])\s[^\n]*)\b(?:1[89]|20)\d\d(?:\s*г)?[.\])]*$",
    re.IGNORECASE,
)
"""A line that ends in a year and names a telegram, or who wrote to whom: it fills its line and is a title still."""
DATED: Final = regex(
    rf"(?:\[?[A-Z][\w.’'-]*[\],.]*\s){{1,7}}(?:{ENGLISH_MONTHS})"
    r"\s\d{1,2},\s(?:1[89]|20)\d\d(?:(?:[—–-]{1,2}|,)\s?(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.\s?m\.?|\d{4}Z|noon|midnight))?\.?|No\.\s\d{1,5}\.?\]?|"
    r"\[[A-Z][^\[\]\n]{3,40}\]|(?i:(?:top\s)?secret|confidential|restricted)(?:\s(?:us|most|urgent|priority|niact|immediate|operational|flash|emergency))*|"
    r"(?:[A-Z]\w+\s){0,2}(?:Embassy|Legation|Consulate|Agency)(?:\sof\s[A-Z]?[^\n,]{3,30})?,"
)
"""A line of place and date, “SECRET OSLO, January 3, 1949—5 p. m.”: a text begins below it, however full it is."""
WIRED: Final = regex(
    r"(?:Telegramm|Bericht|Erla(?:ß|ss)|Schreiben|Cablegram|Telegram|Télégramme)\s(?:N(?:r|o|°)\.?\s?)?\d{1,5}\s"
    r"[A-ZÀ-Þ][^\n.]{2,40}(?:\.\s[^\n.]{2,14})?\s(?:1[89]|20)\d\d[\d ]{0,4}"
)
"""Form and number with place and day: “Telegramm 15 Severin, den 2. März 19382” stands by itself in a full line."""
SIGNED: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w.’'-]*(?:,?\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]*){0,3}(?<!\.)")
SPACED_NAME: Final = regex(r"(?:[^\W\d_] ){3,24}[^\W\d_]\.?")
"""A letter-spaced signature, “P e l l”."""
DATED_NAME: Final = regex(
    r"\d{1,2}[./-](?:\d{1,2}|[IVX]{1,4})[./-]\d{2,4}(?:\s?г\.)?,?\s+[A-ZÀ-ÞА-ЯЁ][\w.’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]+)?"
)
GREETING: Final = regex(
    r"(?:with|best|kind|warm|fraternal|communist|yours|sincerely|respectfully)\b[^.!?\n]{0,40},|"
    r"[a-z, ]{4,16}\[?(?:etc|&c)\.\]?,?",
    re.IGNORECASE,
)
"""A closing formula that stands in a line of its own."""
BRACKETED: Final = regex(r"\([^()]*(?:\([^()]*\)[^()]*)*\)\.?|\[[^\[\]]*\]\.?")
NOTE: Final = regex(rf"(?P<n>\d{{1,2}})\s(?!(?:{ENGLISH_MONTHS})\b)(?=[A-ZÀ-Þ][^\W\d_]*\.?[\s:])")
LABELLED: Final = regex(
    r"(?i:cipher(?:ed)? telegram) (?i:no)\.? ?\d|[A-Z][A-Za-z]{2,14}(?:\s[A-Za-z]{2,12}){0,2}(?:\(s\))?:\s+\S|"
    r"\[?\d{1,4}\.\s(?:Telegram|Airgram|Backchannel Message|Message|Letter|Despatch|Memorandum)\s(?:[Ff]rom|[Tt]o)\s"
)
HALF_DAY: Final = regex(r"[ap]\.\s?m\.?", re.IGNORECASE)
HOUR_OPEN: Final = regex(r"\b\d{4}\s?[—–-]{1,2}\s?\d{1,2}(?:[:.]\d\d)?$")
"""An hour broken off before its half of the day: “May 3, 1938—4” over “p. m.”."""
_FLAGS: Final = r"(?:(?:Most|Top|Very|Strictly)\s)?(?:Secret|Personal|Confidential|Private|Urgent|Copy|Extract|Tele)"
HOLDER: Final = regex(rf"\((?!{_FLAGS})[A-ZÀ-Þ][^\W\d_]+(?:[ .’'-]{{1,2}}[^\W\d_]+){{0,3}}\)")
TO_WHOM: Final = regex(
    r"A[Ll](?:L[’']|LA|la|l[’'])?\s[A-Z]|(?:[Àà]|A(?=\sM)|AUX?|aux?)\s(?:M{1,2}\.|MIN|SON|S\.|l|L)|to\s(?:the\s|[A-Z])|TO\s[A-Z]|an\s(?:das|den|die|dem)\s"
)
