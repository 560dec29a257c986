"""Which lines look like titles of telegrams and letters: they name the kind or both parties, and tell nothing.

What such a title says is read in `titles`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tei.recognise import russian
from tei.recognise.chains import is_dashed
from tei.recognise.chinese_titles import looks_chinese_title
from tei.recognise.kinds import kind_of
from tei.recognise.little_words import read_postposed
from tei.recognise.russian_directives import read_directive
from tei.recognise.russian_messages import read_heading
from tei.recognise.somebody import writers
from tei.recognise.title_leads import OUT_OF, approved_at
from tei.recognise.titles import MAX_TITLE, Title, as_cased, dated_lead, is_chinese, kind_first, read_title
from tei.regexes import regex

_CHAINED: Final = regex(
    r"\sto\s|\s(?:al|alla|all[’']|AL|ALLA|ALL[’'])(?:\s|(?<=[’']))|\san\s(?=[A-Zd])|\s(?:à|au)\s|\s-\s|[–—→致给給复復А-ЯЁ]"
)
_ABBREVIATION: Final = regex(r"\d\s*(?:гг?|м|мин|ч|час|h|hrs?|[ap]\.\s?m)\.$", re.IGNORECASE)
_RANKED: Final = (
    r"(?:[Tt]he\s+)?(?:[Ss]ame|Sir|Lord|Lady|Viscount|Earl|Marquess|Marquis|Baron|Count|Prince(?:ss)?|Mr|Mrs|Messrs|Miss|"
    r"Dr|Duke|Queen|King|Emperor|Empress|Governor(?:-General)?|High Commissioner|President|Viceroy|General|Colonel|"
    r"Captain|Commander|Admiral|Vice-Admiral|Rear-Admiral|Acting|Consul(?:-General)?|Vice-Consul|M|Herr|Signor|"
    r"Monsieur|"
    r"Secretary|Ambassador|Minister|Foreign|Lords)\b\.?(?:\s+(?:of|the|de|von|van|at|in|for|and|&|"
    r"[A-ZÀ-Þ(][\w.,'’()-]*)){0,9}"
)
_BLUE_BOOK: Final = regex(rf"{_RANKED}\s+to\s+{_RANKED}\.?(?:\s*[—–-]{{0,2}}\s*\([Rr]eceived[^()\n]{{2,50}}\)\.?)?")
"""“Mr. Pell to the Marquess of Karsk.—(Received March 4.)”: a heading with a stop, its words all capitalised."""
_KIN: Final = (
    r"(?:his|her|their)\s+(?:mother|father|parents|wife|husband|sisters?|brothers?|son|daughter|children|family|"
    r"uncle|aunt|cousin|nephew|niece|fianc[ée]e?|friends?)\b"
)
_WIRED: Final = regex(r"[A-ZА-ЯЁ]{4}[.?!]\s+[A-ZА-ЯЁ]{2}")
"""Sentences in capitals are a telegram's own."""
_TOLD: Final = regex(
    r"\b(?:SAID|HAD|WAS|WERE|HAVE|HAS|WILL|WOULD|ASKED|TOLD|AGREED|COULD|SHOULD|ARE|BEEN|HE|SHE|THEY|HIM|IT)\b"
)
"""Words of a sentence in capitals: "THE CLERK SAID HE WOULD COME TO OSLO"."""
_CELLED: Final = regex(r"\s{4,}[^\W\d_]{3,12}:\s")
"""A row of a form in two columns: "Fernschreiben Nr. 61      Ankunft: 3. März 1962"."""
_ASKS: Final = ("Please ", "PLEASE ", "Kindly ", "Request ", "Read ", "See ", "Watch ", "Прошу ", "Просим ")
"""A sentence that asks for something is no title, whoever it names."""
_SENTENCES: Final = regex(
    r"[^\W\d_]{3}[.!?]\s+(?:It|He|She|They|His|Her|Their|The|This|These|In|An?|Also|Both|On|Его|Он|Она|В|Они|Это)\s+[a-zа-яё]"
)
"""A sentence after another: what tells of a letter is no title, "A letter from Vetrov on oil. It also asks …"."""
_CUT_SENTENCE: Final = regex(r"[.!?]\d{0,3}\s*[<\[(]\s*(?:\.{2,4}|…)\s*[>\])]$")
_IN_SPEECH: Final = regex(r"[,.!?][”\"»] [a-zа-яё]|[^\W\d_]{3}[.!?] [“\"«]")
"""Somebody speaks, and the sentence goes on behind the marks: “Keeper aboard,” it said."""


@lru_cache(maxsize=512)  # several families ask for it, of the same lines
def looks_like_title(text: str) -> bool:
    """Say whether a line can be a title: it names a kind of document, or who wrote to whom, and is no sentence."""
    if is_chinese(text):
        return looks_chinese_title(text) or bool(read_postposed(text))
    if not text.isascii() and (read_heading(text) if text[-1:] == "." else read_postposed(text)):
        return True
    stopped = text.endswith((".", ":", ",", ";", "!")) and _ABBREVIATION.search(text) is None
    stopped = stopped and not (" to " in text and _BLUE_BOOK.fullmatch(text)) and not text.startswith(("M. ", "MM. "))
    stopped = stopped and not (text[-2:] == " ." and is_dashed(text))
    spoken = not text.isascii() and russian.is_spoken(text)
    if (
        len(text) > MAX_TITLE
        or spoken
        or _CUT_SENTENCE.search(text)
        or (text[-1:] in '”"»' and _IN_SPEECH.search(text))
        or (stopped and not kind_of(text))
        or ("    " in text and _CELLED.search(text))
    ):
        return False
    if text[-1:] in ".:" and (_SENTENCES.search(text) or (text[:1] in '“"«' and not any(map(text[1:].count, '”"»')))):
        return False
    if writers(text):
        return True
    if _leads(text) or read_heading(text) or read_directive(text)[1]:
        return True
    if text[:3] in ("Из ", "ИЗ ") and (out_of := OUT_OF.match(text)) and kind_first(text[out_of.end() :]):
        return True
    if len(text.split()) > 40 or not text.lstrip('“„«"')[:1].isupper() or text.startswith(_ASKS):
        return False
    if _CHAINED.search(as_cased(text)) is None or (text.isupper() and (_WIRED.search(text) or _TOLD.search(text))):
        return False
    title = read_title(text)
    return bool(title.party("from") and title.party("to")) and _capitalised(title)


def _leads(text: str) -> bool:
    """Say whether a line begins with a kind of document, a date before it or the decision that approves it."""
    return kind_first(text) or dated_lead(text) > 0 or approved_at(text) > 0


def _capitalised(title: Title) -> bool:
    return all(
        re.match(rf"(?:the\s+)?(?:[A-ZÀ-ÞА-ЯЁ\[\u3400-\u9fff]|same\b)|{_KIN}", title.party(role))
        or (role == "to" and russian.is_office_first(title.party(role)))
        or russian.is_noble(title.party(role))
        for role in ("from", "to")
    )
