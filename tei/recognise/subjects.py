"""Sentences by their subjects: which names it, which says “he”, and which says that “he” sent a telegram.

"Carrow kept it from the owners. At four he wired:": the one that begins with a name says who it is, one that also
begins with a pronoun tells nothing new.
"""

from __future__ import annotations

import re
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.recognise.reported import he_sends, subject_of
from tei.recognise.sentences import last_sentence
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
_DOES: Final = (
    r"(?:had|has|was|is|were|did|could|would|also|then|himself|herself|never|only|still|must|thought|kept|took|read|went|knew|"
    r"saw|made|came|left|found|understood|wrote|sent|told|said|felt|began|stood|got|held|gave|set|lay|sat|met|put|lost|won|fell|"
    r"separately|now|again|soon|immediately|at\sonce|promptly|sends?|writes?|decides?|asks?|learns?|reads?|replies|answers|[a-z]{2,}ed)"
)
_SUBJECT: Final = (
    regex(
        rf"(?:Meanwhile[^,]{{0,40}},?\s)?(?:The|His|Her|Its)\s(?:[\w’'-]+\s){{0,3}}?{_OFFICE}[\w-]*\b[^,.;:]{{0,40}},\s"
        rf"(?:an?\s)?(?P<name>{_NAME}),\s"
    ),
    regex(
        rf"(?:(?:By|In|On|At|Then|Meanwhile|But|And|Soon|Now|Later|After|When|For)\b(?:\s[a-z\d][\w’'-]*|\s[A-Z][a-z]{{2,8}}(?=\s\d|,)){{0,7}},?\s|"
        r"(?:An?|Some|The|One|Two|Three|Four|Five|Six|Several|Many)\s(?:[a-z]+\s){0,3}(?:before|later|after|earlier),\s)?"
        rf"(?P<name>{_NAME}|The\s(?:Tsar|Czar|Kaiser|Emperor|Empress|King|Queen|President|Premier|Viceroy|Chancellor|Pope|Sultan|"
        rf"Khedive|Governor))(?:\s\([^()]{{2,60}}\))?(?:,\s(?:who|the|whose|an?|in|at|then|as)\b|\s{_DOES}\b)"
    ),
    regex(rf"[^.;:!?]{{3,80}}?\s(?:was|were)\s(?P<name>{_NAME})(?:,\s(?:who|the|an?)\b|\.|$)"),
    regex(
        rf"It\swas\s(?:[^;:!?]|:(?=\d)){{3,60}}?,?\swhen\s(?:the\s)?(?:[a-z]+\s){{0,3}}?(?P<name>{_NAME})\s{_DOES}\b"
    ),
    regex(rf"(?P<name>{_NAME})['’][sS]\s[^.,;:]{{2,60}}?\s(?:was|were|remained|had)\b"),
    regex(
        rf"(?P<name>The\s(?:[A-Z][\w’-]+\s)?(?:[A-Z][a-z]+-)?{_OFFICE}[\w-]*)(?:,\s(?:who|the|whose|an?|in|at|then|as)\b|\s{_DOES}\b)"
    ),
    regex(rf"[^.;:!?]{{3,220}}?\b(?:and|but|that)\s(?:that\s)?(?P<name>{_NAME}),\swho\s"),
)
_SENDS: Final = (
    r"(?:telegraphed|cabled|wired|radioed|wrote|sent|prepared|drafted|composed|dictated|dispatched|transmitted|replied|answered|"
    r"responded|asked|put|passed|tapped|keyed|flashed|signall?ed|begs|begged|urged|instructed|ordered|warned|informed|reported)"
)
_PRONOUN: Final = regex(
    rf"\b(?:[Hh]e|[Ss]he)\s(?:(?!and\b|who\b|that\b|was\b|were\b|had\sbeen\b)[a-z]+\s){{0,3}}?{_SENDS}\b|"
    rf"(?:^|[;,]\s)(?:[^.;:]{{0,50}},\s)?(?:He|She|he|she)\s[a-z][^.;:]{{2,160}}\b(?:and|then)\s(?:[a-z-]+\s){{0,8}}?{_SENDS}\b|"
    r"\b(?:[Hh]e|[Ss]he)\s[a-z][^.;:]{2,60}\b(?:getting|sending|to\s(?:send|telegraph|wire|cable))\b|"
    r"\b(?:[Hh]is|[Hh]er)\s(?:(?:first|second|last|own|private|short|long|next|only|final)\s){0,2}"
    r"(?:telegram|telegramme|telegraph|cable|wire|message|letter|answer|reply|response|instructions?)\b|"
    r"^The\s(?:[\w-]+\s){0,3}?(?:officer|soldier|explorer|inventor|scientist|general|admiral|captain|president|king|"
    r"emperor|prime\sminister|poet|writer|author|composer|painter|actor|actress|singer|pilot|aviator|brothers|leader)\s"
    r"(?!of\b|in\b|at\b|from\b)[^.;:]{0,120}?\b(?:telegraphed|cabled|wired|radioed|send|sent|dispatched|replied|answered)\b"
)
_ANAPHOR: Final = regex(
    r"(?:[^.;:]{0,50}?,\s)?(?:He|His|Him|She|Her|it\swas\shis)\b|(?:[^.;:]{0,60}?)\b(?:he|his|she|her|him)\b"
)


def names_sender(sentence: str) -> bool:
    """Say whether a sentence says that "he" sent a telegram, or that "his" telegram or reply follows."""
    if not sentence.isascii() and he_sends(sentence):
        return True
    return any(word in sentence for word in ("he ", "is ", "er ", "He ")) and _PRONOUN.search(sentence) is not None


def is_anaphoric(sentence: str) -> bool:
    """Say whether a sentence speaks of "him" and tells nothing new of who that is."""
    return _ANAPHOR.match(sentence) is not None or sentence.startswith(("Он ", "Она ", "Его ", "Её "))


def named_subject(sentence: str) -> tuple[int, int] | None:
    """Return the span of the name that a sentence begins with as its subject."""
    if not sentence.isascii() and (russian := subject_of(sentence)):
        return russian
    matches: list[re.Match[str]] = [match for one in _SUBJECT if (match := one.match(sentence))]
    return matches[0].span("name") if matches else None


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
