"""Words about a telegram that are none of its own: "Vetrov reports that …", "This telegram contains …".

Catalogues, abstracts and lists of results tell in the third person what a document says. Where a title stands over such
words and nothing else, the document itself is not on the page.
"""

from __future__ import annotations

import re
from typing import Final

from tei.authority.folding import fold_form
from tei.recognise.syllables import in_syllables
from tei.recognise.titles import Title
from tei.regexes import regex

_TOLD: Final = regex(
    r"(?P<who>(?:(?:[Tt]his|[Tt]he|[Aa]n?)\s+(?:\w+\s+)?(?:telegram|cable|letter|message|document|report|note|"
    r"file|dispatch|writer|"
    r"author|sender|telegramme|ambassador|minister|embassy))|"
    r"This\s(?:telegram|cable|letter|message|document|report|dispatch|despatch)\s(?:from|to|by)\s[^.,;:]{3,80}?|[A-ZÀ-Þ][\w’'-]+(?:\s(?:and\s)?[A-ZÀ-Þ][\w’'-]+){0,3})"
    r"(?:['’]s?\s(?:\w+\s){0,2}(?:telegram|cable|letter|message|report|reply)\b(?:\sto\s[^.,;:]{3,60}?)?)?"
    r"(?:\s+\([^()]{1,40}\))?,?\s+(?:also\s+|then\s+)?"
    r"(?:asks?|tells?|reports?|informs?|describes?|discuss(?:es)?|requests?|writes?|states?|says?|notes?|explains?|"
    r"instructs?|proposes?|contains|concerns|conveys?|responds?|repl(?:y|ies)|thanks?|announces?|relays?|advises?|"
    r"summari[sz]es?|provides?|complains?|urges?|suggests?|acknowledges?|agrees?|passe?s?|forwards?|gives?|outlines?|"
    r"sends?|warns?|orders?|confirms?|inquires?|recommends?|expresses|recounts?|relates?|argues?|claims?|details?|lists?|"
    r"offers?|accepts?|declares?|repeats?|complains?|insists?|criticizes?|criticises?|analy[sz]es?|comments?|rejects?|"
    r"refers?|presents?|assesses|evaluates?|predicts?|emphasi[sz]es|stresses|has|had|is|was)\b"
)
_SPEAKS: Final = regex(
    r"\b(?:I|we|me|us|my|our|you|your|я|мы|мне|нам|нас|меня|вас|вам|ваш\w{0,3}|наш(?:а|е|и|у|ей|ем|им|их|его|ему|ими)?|прошу|просим)\b",
    re.IGNORECASE,
)
_LISTED: Final = regex(
    r"(?:a|an|the)?\s*(?:description|summary|telegram|cable|letter|report|list) (?:of|on|about|from|regarding)\b", re.I
)


def speaks(text: str) -> bool:
    """Say whether a text speaks of itself or to somebody: of me or us, to you."""
    return _SPEAKS.search(text) is not None


def surnames(title: Title) -> tuple[str, ...]:
    """Return the last words of the parties' names in a title, and the first of a Chinese name: "Zhou", "Enlai"."""
    names = (title.party("from"), title.party("to"))
    return tuple(word.strip("[]()’'\"") for name in names if name for word in _called(name.split()))


def _called(words: list[str]) -> tuple[str, ...]:
    family = words[-2] if len(words) > 1 else ""
    chinese = in_syllables(family.strip("[(")) == 1 and 0 < in_syllables(words[-1].strip("])")) < MAX_GIVEN
    return (family, words[-1]) if chinese else (words[-1],)


MAX_GIVEN: Final = 3


_OUTSIDE: Final = regex(
    r"(?:The|An?|This)\s+(?:[\w’'-]+\s+){0,4}?(?:embassy|legation|ministry|telegram|cable|cablegram|letter|document|report)\b"
    r"[^.]{0,60}?\s(?:reports|describes|informs|discusses|summari[sz]es|conveys|states|notes|describing|reporting|informing|"
    r"discussing|instructs|requests|recounts|relays|transmits|expresses|explains|provides|announces|asks)\b",
    re.IGNORECASE,
)


def tells_from_outside(text: str) -> bool:
    """Say whether a text tells in the present what an embassy or a telegram says, as archives sum it up."""
    return _OUTSIDE.match(text) is not None


def names_party(text: str, title: Title) -> bool:
    """Say whether a text names a party of the title, perhaps without the accents: "Jelen" for "Jeleń"."""
    names = surnames(title)
    folded = fold_form(text) if names else ""
    return any(name in text or fold_form(name) in folded for name in names)


def tells_of(text: str, title: Title) -> bool:
    """Say whether a text tells of the sender or the document from outside: it begins with him and what he does."""
    told = _TOLD.match(text)
    if told is None:
        return _LISTED.match(text) is not None and len(text.split()) <= 20
    who = told["who"]
    return who.split()[-1] in surnames(title) or who.lower().startswith(("the ", "this ", "a ", "an "))


def sums_up(text: str) -> bool:
    """Say whether a text begins with what somebody does in a telegram, without naming him: "Reminds Vetrov that …"."""
    return _SUMMED.match(text) is not None


_SUMMED: Final = regex(
    r"(?:[A-Z][\w.’'-]+\s(?:is|are)\s(?:asked|told|reminded|informed|urged|warned|requested|instructed|thanked|advised)|"
    r"(?:Asks|Tells|Reports|Informs|Describes|Discusses|Requests|States|Says|Notes|Explains|Instructs|Proposes|Conveys|"
    r"Responds|Replies|Thanks|Announces|Relays|Advises|Summari[sz]es|Provides|Complains|Urges|Suggests|Acknowledges|"
    r"Agrees|Passes|Forwards|Gives|Outlines|Sends|Warns|Orders|Confirms|Inquires|Recommends|Expresses|Transmits|"
    r"Reminds|Rejects|Refuses|Repeats|Denies|Accuses|Protests|Welcomes|Demands|Offers|Declares|Brushes|Argues))\b"
)
