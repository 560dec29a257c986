"""Whether the words that a title or sentence has before "to" are anybody, and whose report it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chains import Party
from tei.regexes import regex

_NOBODY: Final = frozenset(
    re.split(
        r",\s+",
        """According, Owing, Prior, In addition, Contrary, Subject, As,
        Thanks, Due, Relating, Next, In reply, In response, In answer,
        With regard, With respect, With reference, In regard, Close, In relation, In order,
        How, When, Where, What, Why, Whether, In contrast, Compared, Up, Similar, Opposed, In opposition, Apart from,
        Welcome, Contributing, Getting, Listening, Talking, Speaking, Going, Coming, Back, Down, Closer, Everything""",
    )
)
"""What stands before "to" in sentences, "According to Vetrov", and is nobody."""
_JOURNEY: Final = regex(
    r"\b(?:[Vv]isits?|[Tt]rips?|[Jj]ourneys?|[Tt]ravels?)(?:$|\s(?:of|by)\b)|"
    r"(?:^|\s)(?i:introduction|intro|guide|access|return|contributions?|approach|solutions?|changes|updates?|amendments?|"
    r"appendix|supplement|preface|prelude|foreword|index|additions?|dedication|reactions?|resistance|opposition|"
    r"commitment|attitudes?|alternatives?|exceptions?|references?|upgrade|transition|subscription|connections?)$"
)
"""“The visit of the choir to Oslo”, “A Guide to Karsk”: nobody writes to anybody."""
_SENTENCE: Final = regex(
    r"\b(?:[a-z]+ly\s)?(?:sent|handed|received|wrote|telegraphed|cabled|wired|replied|given|addressed|delivered|"
    r"presented|offered|was|were|had|has|is|are|have|which|who|that)\b|\s=\s|"
    r"\b(?:perceived|alleged|supposed)\b|\b(?i:insult|threat|challenge|abridge?ment|devotion|loyalty|gifts?|presents?|toast|tribute|monument|memorial|oath)$"
)
"""Words of a sentence before "to", nobody’s name: "The wire handed by the clerk to Vetrov", "the insult to …"."""
_SPEAKERS: Final = ("I ", "We ", "You ", "He ", "She ", "They ", "It ")
_SAYING: Final = regex(r"[A-Z][a-z]*\s[a-z]")
"""“We have just drafted our answer to …” is somebody's sentence."""
_REPORTS: Final = (
    " Report from ",
    " Telegram from ",
    " Cable from ",
    " Letter from ",
    " Message from ",
    " Dispatch from ",
)
_REPORT_FROM: Final = regex(
    r"(?P<name>(?!Soviet|Chinese|Secret|Urgent|Special|Final|Draft|Joint|Short|The\b)[A-Z][\w’'-]+)\s(?:Report|Telegram|Cable|Letter|"
    r"Message|Dispatch)\sfrom\s(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
"""“Pell Report from Oslo to Moscow”: who sends, and from where."""


def somebody(text: str, parties: tuple[Party, ...]) -> Iterator[Party]:
    """Yield the parties unless the first is nobody, "According to Vetrov", with place and name of a report parted."""
    if parties and parties[0][0] == "from":
        first = text[slice(*parties[0][1])]
        if first in _NOBODY or _JOURNEY.search(first) or (" " in first and _SENTENCE.search(first)):
            return
        if first.startswith(_SPEAKERS) and _SAYING.match(first):
            return
    reports = any(map(text.__contains__, _REPORTS))
    for role, (start, end) in parties:
        match = _REPORT_FROM.fullmatch(text, start, end) if reports and role == "from" else None
        if match is None:
            yield role, (start, end)
        else:
            yield from (("from", match.span("name")), ("place_from", match.span("place")))


_WRITES: Final = regex(
    r"(?P<from>(?:[A-Z][\w.’'-]+\s){1,4})(?:writes|wrote|replies|replied|answers|cables|wires|telegraphs|responds)(?:\sback)?\s(?:to\s)?"
    r"(?P<to>(?:the\s)?[A-Z][\w.’'-]+(?:\s(?:[A-Z]|of\s)[\w.’'-]*){0,4})(?<!\.)"
)
_VERBS: Final = (
    " writes ",
    " wrote ",
    " replies ",
    " replied ",
    " answers ",
    " cables ",
    " wires ",
    " telegraphs ",
    " responds ",
)


def writers(text: str) -> tuple[Party, ...]:
    """Return who writes to whom in a heading that is a sentence without a stop: "Vetrov writes to Pashin"."""
    if len(text) > MAX_SENTENCE or not any(verb in text for verb in _VERBS):
        return ()
    match = _WRITES.fullmatch(text)
    return tuple((role, match.span(role)) for role in ("from", "to")) if match else ()


MAX_SENTENCE: Final = 80
