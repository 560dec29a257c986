"""Whose words a paragraph of an article is: those of one who writes a message, or the author's who tells of it.

No single sign is sure. Each adds to a sum, above nothing where the words are rather a message, below it where they are
rather argument: what is spoken to somebody or set in the style of the wire, what turns to the telegram as to a thing,
cites, tells in the past of those between whom it went.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.telling import speaks
from tei.regexes import regex

_TURNS: Final = regex(
    r"(?!(?:His|Her)\s(?:Majesty|Excellency|Highness|Royal|Imperial|Britannic))"
    r"(?:(?:He|She|They|It|There|His|Her|Their|Nobody|Historians?|Scholars?)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:had|was|were|did|could|would|has|is|\w{2,}ed)\b|"
    r"(?:The|This|That|These|Those|His|Her|Their|Its|In\s(?:the|this|his|her)|Neither|Both)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:telegram|telegramme|cable|cablegram|wire|message|letter|wording|words|answer|reply|author|historian|phrase|"
    r"note|lines?|text|quotation|sentence|question)s?\b(?!\sof\syours)|"
    r"(?:Он|Она|Они|Это|Этот|Эта|Телеграмма|Депеша|Письмо|Вопрос|Ответ|Историк\w*|Автор\w*)\s)"
)
"""How argument goes on: of the telegram as of a thing, of its sender as of somebody else."""
_CITES: Final = regex(
    r"\((?:1[6-9]|20)\d\d\)|\bpp?\.\s?\d|\bch\.\s\d|"
    r"\b(?:historians?|biographers?|memoirs?|quoted in|scholars?|archives?)\b|"
    r"[a-z,;][.,;”’]?\[\d{1,3}\](?=\s\w)|[a-z”][.,;]\d{1,3}(?=\s[A-Z])"
)
_PAST: Final = regex(
    r"\b(?:was|were|had|did|could|[a-z]{2,}ed|went|came|said|knew|thought|began|became|gave|took|told)\b|\b[а-яё]{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)\b"
)
_ARTICLES: Final = regex(r"\b(?:the|an?)\b")
_QUOTED: Final = regex(r"[“„«\"][^“”„«»\"]*(?:[”“»\"]|$)")
_ATTRIBUTED: Final = regex(
    r"[“„«\"][^“”„«»\"]{1,600}[,.!?…][”“»\"]\d{0,3}\s(?:(?:[A-ZÀ-Þ][\w.’'-]*\s|the\s[a-z]+\s|he\s|she\s|they\s){1,4}(?:[a-z]+ly\s)?)?"
    r"(?:says?|said|writes?|wrote|told|tells|thought|notes?|recalls?|adds?|concludes?|argues?|explains?|observes?|[a-z]{2,}ed)\b"
)
"""“In the end,” writes the historian: the words in marks are somebody's, and those behind them the author's."""
_STOP: Final = regex(r"\bSTOP\b|\bТЧК\b")
_ASKS: Final = regex(
    r"(?:^|[.!?]\s)(?:Please|Kindly|Beg|Request|Regret|Send|Wire|Cable|Telegraph|Inform|Tell|Instruct|Advise|Report|Hold|"
    r"Keep|Await|Urge|Propose|Suggest|Do\snot|Thank|Прошу|Просим|Срочно|[А-ЯЁ][а-яё]+(?:йте|ите))\b"
)
_STOPS: Final = regex(r"(?<=[a-z])\s(?:stop|STOP)\s(?=[A-Za-z])")
MIN_STOPS: Final = 2
MIN_STYLE: Final = 5
MIN_TOLD: Final = 12
"""Words from which on the share of those that tell in the past says something."""
PAST_SHARE: Final = 0.07
OWN: Final = 1.5
WIRED: Final = 3.0
TURNED: Final = 2.0
TOLD: Final = 1.0


def is_stopped(words: str) -> bool:
    """Say whether a text writes its full stops as words, and without an article: "Ice bad stop camp left stop"."""
    return len(_STOPS.findall(words)) >= MIN_STOPS and _ARTICLES.search(words) is None


def voice(words: str, *, personal: bool = False) -> float:
    """Return how much more a paragraph is a message than argument. `personal`: the author himself says "I"."""
    count = count_words(words)
    if _STOP.search(words) or is_stopped(words) or (words.isupper() and count >= MIN_STYLE):
        return WIRED
    attributed = words[:1] in '“„«"' and _ATTRIBUTED.match(words) is not None
    bare = _QUOTED.sub(" ", words) if attributed or words[:1] not in '“„«"' else words
    own = speaks(bare)
    value = (OWN / 5 if personal else OWN) if own else 0.0
    if attributed or _TURNS.match(bare):
        value -= TURNED
    if _CITES.search(words):
        value -= OWN
    told = len(_PAST.findall(bare))
    narrates = count >= MIN_TOLD and told > 1 and told > PAST_SHARE * count
    if narrates and (personal or not own):
        value -= TOLD
    if (count >= MIN_STYLE and words[:1].isascii() and not _ARTICLES.search(bare)) or (
        not narrates and _ASKS.search(bare)
    ):
        value += TOLD
    return value


def narrates(words: str) -> bool:
    """Say whether words tell in the past what others did, and speak to nobody."""
    return not speaks(words) and _PAST.search(words) is not None


def tells_of_self(words: str) -> bool:
    """Say whether a paragraph is narrative in which the author says "I", as in memoirs."""
    told = len(_PAST.findall(words)) if speaks(words) else 0
    return told > 1 and told > PAST_SHARE * count_words(words)
