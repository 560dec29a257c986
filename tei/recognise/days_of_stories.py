"""The day of a telegram that the sentence before the last tells: "It passed on 26 October. It went off at dawn:"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.model import Basis, Certainty, Moment
from tei.recognise.answers import moment_of
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import next_sentences
from tei.regexes import regex

_ANAPHORIC: Final = regex(r"(?:It|This|The\s(?:text|message|telegram|cable))\s(?!.*\d)")
_MESSAGE: Final = regex(r"\b(?:message|telegram|telegramme|cable|wire|signal|letter)\b")
WHOLE: Final = len("1938-05-03")


def day_of_story(said: Paragraph, year: int | None) -> Moment | None:
    """Return the one day that the sentence before gives for a message, where the last says nothing but "It ran:"."""
    bounds = list(pairwise([0, *next_sentences(said.text), len(said.text)]))
    if len(bounds) < len(("before", "last")) or _ANAPHORIC.match(said.text, bounds[-1][0]) is None:
        return None
    start, end = bounds[-2]
    sentence = said.text[start:end]
    days = [found for found in find_dates(sentence, year=year) if len(found.when or "") >= WHOLE]
    if len(days) != 1 or _MESSAGE.search(sentence) is None:
        return None
    moment = moment_of(days[0], said.start + start, "notices", Basis.EXTERNAL)
    return replace(moment, evidence=replace(moment.evidence, certainty=Certainty.MEDIUM))
