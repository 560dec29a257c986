"""Of whom a pronoun speaks that hands over to a telegram: "Carrow kept it from the owners. At four he wired:".

The sentences before it in the same paragraph are gone through backwards: one that also begins with a pronoun tells
nothing new, one that begins with a name says who it is. A sentence about anything else ends the search: better nobody
than the wrong one.
"""

from __future__ import annotations

import re
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.sentences import last_sentence, next_sentences
from tei.regexes import regex

_WORD: Final = r"[A-ZÀ-Þ](?:\.|[\w-]*[^\W\d_](?:’(?!s\b)[A-Z]\w+)?)"
_NO_NAME: Final = (
    r"(?!(?:On|In|At|The|This|That|These|Those|Its|His|Her|Their|One|Another|From|For|To|After|Before|Then|When|A|An|It|"
    r"He|She|They|But|And|What|Which|Who|There|Here|Nobody|Not|By|As|If|So|Both|Each|Neither|Never|Once|Only|I|We|"
    r"You|My|Our|Some|Most|Many|All|With|Without|How|Why|Where|While|Although|Though|Since|Until|Now|Today|"
    rf"{ENGLISH_MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_NAME: Final = rf"{_NO_NAME}{_WORD}(?:\s(?:(?:of|de|von|van|der)\s)?{_WORD}){{0,4}}"
_OFFICE: Final = (
    r"(?i:ambassador|minister|secretary|consul|charg[ée]|envoy|chancellor|attach[ée]|commissioner|governor|resident|"
    r"representative|captain|president|premier|director|general|admiral|commander|king|emperor|chief|head)"
)
_SUBJECT: Final = (
    regex(
        rf"(?:Meanwhile[^,]{{0,40}},?\s)?(?:The|His|Her|Its)\s(?:[\w’'-]+\s){{0,3}}?{_OFFICE}[\w-]*\b[^,.;:]{{0,40}},\s"
        rf"(?:an?\s)?(?P<name>{_NAME}),\s"
    ),
    regex(
        rf"(?:(?:By|In|On|At|Then|Meanwhile|But|And|Soon|Now|Later)\b(?:\s[a-z\d][\w’'-]*|\s[A-Z][a-z]{{2,8}}(?=\s\d|,)){{0,5}},?\s|"
        r"(?:An?|Some|The|One|Two|Three|Four|Five|Six|Several|Many)\s(?:[a-z]+\s){0,3}(?:before|later|after|earlier),\s)?"
        rf"(?P<name>{_NAME})(?:,\s(?:who|the|whose|an?|in|at|then|as)\b|\s(?:had|was|is|were|did|could|would|has|"
        r"also|then|himself|never|only|still|must|thought|kept|took|read|went|knew|saw|made|came|left|found|understood|"
        r"wrote|sent|told|said|felt|began|stood|[a-z]{2,}ed)\b)"
    ),
    regex(rf"[^.;:!?]{{3,80}}?\s(?:was|were)\s(?P<name>{_NAME})(?:,\s(?:who|the|an?)\b|\.|$)"),
)
_PRONOUN: Final = regex(
    r"\b(?:[Hh]e|[Ss]he)\s(?:(?:then|also|had|himself|therefore|now|at\sonce|once|again|at\slast|did)\s){0,2}"
    r"(?:telegraphed|cabled|wired|radioed|wrote|sent|prepared|drafted|composed|dictated|dispatched|transmitted|replied|answered|responded|asked|put|passed|tapped|keyed|flashed|signall?ed)\b|"
    r"\b(?:[Hh]is|[Hh]er)\s(?:(?:first|second|last|own|private|short|long|next|only)\s){0,2}"
    r"(?:telegram|telegramme|telegraph|cable|wire|message|letter|answer|reply|response)\b|"
    r"^The\s(?:[\w-]+\s){0,3}?(?:officer|soldier|explorer|inventor|scientist|general|admiral|captain|president|king|"
    r"emperor|prime\sminister|poet|writer|author|composer|painter|actor|actress|singer|pilot|aviator|brothers|leader)\s"
    r"(?!of\b|in\b|at\b|from\b)[^.;:]{0,120}?\b(?:telegraphed|cabled|wired|radioed|send|sent|dispatched|replied|answered)\b"
)
_ANAPHOR: Final = regex(
    r"(?:[^.;:]{0,50}?,\s)?(?:He|His|Him|She|Her|it\swas\shis)\b|(?:[^.;:]{0,40}?)\b(?:he|his|she|her)\b"
)
MAX_BACK: Final = 5


def subject_before(text: str, shift: int) -> tuple[int, int] | None:
    """Return the span of the name that "he" stands for in the last sentence of an announcement, None where unsure.

    `shift` is where the announcement begins in the capture.
    """
    if not any(word in text for word in ("he ", "is ", "er ")):
        return None
    bounds = [0, *next_sentences(text), len(text)]
    last = len(bounds) - 2
    if last < 1 or _PRONOUN.search(text[bounds[last] :]) is None:
        return None
    for at in range(last - 1, max(-1, last - 1 - MAX_BACK), -1):
        found = _named(text, bounds[at], bounds[at + 1])
        if found or not _ANAPHOR.match(text, bounds[at], bounds[at + 1]):
            return (found[0] + shift, found[1] + shift) if found else None
    return None


def own_word(text: str) -> int:
    """Return where the last sentence begins in which somebody says "I telegraphed", 0 where he says no such thing.

    Who is named in the sentence before it did not send the telegram.
    """
    told = last_sentence(text) if "I " in text or "e " in text else text
    return len(text) - len(told) if told != text and _OWN.search(told) else 0


_OWN: Final = regex(
    r"\b(?:I|[Ww]e)\s(?:(?:have|had|then|therefore|again|once|also)\s){0,2}"
    r"(?:telegraphed|cabled|wired|radioed|wrote|sent|replied|answered|responded|telegraph|wire|cable|write|reply)\b"
)


def _named(text: str, start: int, end: int) -> tuple[int, int] | None:
    matches: list[re.Match[str]] = [match for one in _SUBJECT if (match := one.match(text, start, end))]
    return matches[0].span("name") if matches else None
