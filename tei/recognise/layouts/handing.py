"""Whether a paragraph of an article hands over to what follows, where no single sign says so: its evidence is weighed.

"Vetrov put his question to the director:" over a text whose note says who wrote to whom; "It ran:" behind a sentence
about a telegram; "He replied on 11 June:" behind a telegram; "It went over the wire in two parts." over a paragraph in
quotation marks. What the last sentence says counts most, then how the next paragraph opens and whose words it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.enveloped import is_enveloped
from tei.recognise.layouts.announcing import MESSAGE, is_salutation, is_strong
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.enumerating import enumerates
from tei.recognise.layouts.hung_notes import is_marked, is_sourced, notes_at
from tei.recognise.layouts.quoted import opens, quotation
from tei.recognise.layouts.quoted_forms import quoted_form_at
from tei.recognise.layouts.rows import Head, Rows, is_title_row
from tei.recognise.layouts.speakers import names_speaker
from tei.recognise.layouts.voices import is_stopped, voice
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import last_sentence
from tei.recognise.titles import read_title
from tei.regexes import regex

_HANDED: Final = regex(
    rf"\b(?:answer|reply|response|rejoinder|{MESSAGE}|telegram|telegramme|cable|cablegram|wire|note|letter|version|text)\b"
    r"[^:]{0,160}?\b(?:came|went|arrived|reached|followed|is|was|ran|runs|reads?|sent|passed|dated|left|said|says)\b|"
    r"\b(?:sent|wrote|wires?|wired|cabled|telegraphed|replied|answered|responded|returned|radioed|signall?ed|dictated|"
    r"received\s(?:this|the\sfollowing|one|another))\b|"
    r"(?:^|[.!?]\s)(?:It|This|The text|The whole|The (?:first|second|third|next|other|last))\s"
    r"(?:is|was|came|arrived|ran|runs|reads?|went|said|says)\b|"
    r"\b(?:informed|instructed|reported|advised|notified|warned|directed|urged|alerted)\b|"
    r"\b(?:ответил\w*|телеграфировал\w*|написал\w*|отправил\w*|отвечал\w*|гласил\w*|радировал\w*|сообщ(?:ал|ил)\w*|"
    r"доклад(?:ывал)\w*|доложил\w*|информировал\w*|запро(?:сил|шивал)\w*|извещал\w*|известил\w*|указывал\w*)\b",
)
_REPORTS: Final = regex(
    r"\b(?:informed|instructed|reported|advised|notified|warned|directed|urged|alerted|asked|wrote|replied|answered|"
    r"ответил\w*|отвечал\w*|(?:на)?писал\w*|сообщ(?:ал|ил)\w*|докладывал\w*|доложил\w*|информировал\w*|запросил\w*|"
    r"запрашивал\w*|извещал\w*|известил\w*|указывал\w*|просил\w*)\b[^.:]{0,100}:$"
)
_ELSEWHERE: Final = regex(
    r"\b(?:[Aa]ccording to|diary|diaries|memoirs?|minuted|(?:the|of) minutes|journal|book|novel|article|newspapers?|"
    r"testified|told\s(?:the|an?|his|her)\s[^:]{0,40}?(?:commission|committee|court|inquiry|tribunal|jury|reporters?|congress|parliament|"
    r"friend|interviewer)|column|song|poem|speech|statement|interview|margin|historian|biographer|biography|reasons?|questions?\sare|things|(?:public|press|readers|newspapers?)\s(?:\w+\s)?read|"
    r"(?<!\bby\s)ways?|points?|examples?|secretary noted|memorandum|noted|remarked|recalled|recalls|"
    r"explain(?:s|ed)|describe[sd]|observed|commented|concludes?|concluded|"
    r"following (?:list|table|people|persons|steps)|дневник\w*|воспоминани\w*|мемуар\w*|протокол\w*|стенограмм\w*|речи|"
    r"выступлени\w*|бесед[аеуы]\w*|справк\w*|доклад(?:е|у|а)?|отч[её]т\w*|заметк\w*|газет\w*|стать[еяию])\b|"
    r"\b(?:says?|said)(?:\s(?:on|at|in)\s[^:]{1,30})?:$|\basked\b[^:]*,\s(?:he|she|they)\s(?:replied|answered):$"
)
_IT_SAYS: Final = regex(r"(?:It|This|The\s(?:telegram|cable|wire|text|message))\s(?:says|said|reads|read):")
_BRACKETED: Final = regex(
    r"\[(?:he|she|they|[A-Z][\w’'-]+)\s(?:had\s)?(?:wired|cabled|telegraphed|radioed|reported|wrote)(?:\s[^\[\]\n]{0,40})?\]"
)
"""A text set off without marks into which its author puts “[he wired]”."""
MAX_BRACKETED: Final = 400
_STORY: Final = regex(
    r"\b(?:story|account|proverb|joke|legend|anecdote|explanation|pictured|photograph\w*|facsimile|illustrated)\b[^:]*:$"
)
"""What a sentence hands over to is told, though a telegram is spoken of: "another story, told by one who wired:"."""
_OWN: Final = regex(r"\b(?:I|[Ww]e|[Яя]|[Мм]ы)\b")
_WIRED: Final = regex(
    r"\b(?:[Tt]elegra\w+|cable[ds]?|cablegrams?|wire[ds]?|radiograms?|message|signal|[Тт]елегра\w+|[Шш]ифр\w+|депеш\w*)\b"
)
_CAME: Final = regex(
    r"(?i:\b(?:answer|reply|response|telegram|cable|wire))\b[^:]{0,40}\s(?:came|arrived|ran|read|went|was)\b[^:]{0,60}:$"
)
_WIRED_IT: Final = regex(r"\b(?:telegraphed|cabled|wired|radioed)\b")
MAX_APART: Final = 12
MAX_LEAD: Final = 160
MIN_LEAD: Final = 4
MAX_TELLING: Final = 400
ENOUGH: Final = 3.5
COLON: Final = 1.0
HANDED: Final = 1.5
BEHIND: Final = 1.0
WIRED: Final = 2.0
SPOKEN: Final = 1.0
NOTED: Final = 3.0
SOURCED: Final = 2.0
OPENED: Final = 1.5
QUOTED: Final = 0.5
MAX_NOTED: Final = 3


def tells_of_else(said: str) -> bool:
    """Say whether a last sentence hands over to no message: to a diary, a speech, what somebody remarked."""
    last = last_sentence(said)
    if _IT_SAYS.fullmatch(last) and is_strong(said):
        return False
    return (_ELSEWHERE.search(last) is not None and not is_strong(last)) or _STORY.search(last) is not None


def continues(said: str) -> bool:
    """Say whether a last sentence hands over to more of the telegram before it: "The telegram continues:"."""
    return _GOES_ON.search(last_sentence(said)) is not None


_GOES_ON: Final = regex(
    r"\b(?:telegram|telegramme|cable|wire|letter|message|it)\s(?:then\s|also\s)?(?:continue[sd]|goes\son|went\son(?!\s(?:the\s)?\d)|conclude[sd]|"
    r"close[sd]|end(?:s|ed))\b[^:]{0,40}:?$"
)


def is_caption(words: str) -> bool:
    """Say whether a line tells of a telegram that the page shows as a picture: "Telegram addressed to my aunt, …"."""
    return _CAPTION.match(words) is not None and words[-1:] != ":"


_CAPTION: Final = regex(
    r"(?:The\s|This\s|A\s|Copy\sof\s(?:the|a)\s|Photo(?:graph)?\sof\s(?:the|a)\s)?[Tt]elegram\s(?:was\s)?(?:addressed|received|sent)\s"
    r"(?:to|by|from)\s(?:my|our|his|her)\b"
)


def may_hand_over(text: str, following: str) -> bool:
    """Ask in few steps whether a paragraph can hand over to what follows."""
    if enumerates(text, following):
        return False
    if "[" in following[:MAX_BRACKETED] and _BRACKETED.search(following, 0, MAX_BRACKETED):
        return True
    if text.endswith((":", ":—", ":–", ":-", ":--")):
        return _HANDED.search(text, max(0, len(text) - MAX_TELLING)) is not None
    return (
        text[-1:] == "."
        and (opens(following) or is_salutation(following) or is_stopped(following))
        and is_strong(text[-MAX_TELLING:])
    )


def handed_at(rows: Rows, index: int, floor: int) -> Head | None:
    """Return the head of a text to which a row hands over. `floor` is the end of the document before, 0 without one.

    A quotation that opens with its form needs no sentence that hands over.
    """
    if form := quoted_form_at(rows, index):
        return form
    said, following = rows.said(index), rows.words(index + 1)
    if enumerates(said, following):
        return None
    if floor <= index and _BRACKETED.search(following, 0, MAX_BRACKETED) and not is_title_row(rows, index):
        return Head(index, index + 1, announced=(index,))
    colon = said.endswith(":")
    if (
        not following
        or not MIN_LEAD <= count_words(said) <= MAX_LEAD
        or (is_salutation(said) and not names_speaker(said))
    ):
        return None
    if not colon and not (said[-1:] == "." and _stands_apart(rows, index + 1)):
        return None
    if floor and continues(said):
        return None
    if is_title_row(rows, index) or _is_heading(rows, index + 1) or is_caption(following) or _is_inside(rows, index):
        return None
    if not opens(following) and not following[:1].strip("'‘[").isupper() and not following[:1].isdigit():
        return None
    if _evidence(rows, index, floor, colon=colon) < ENOUGH:
        return None
    return Head(index, index + 1, announced=(index,), quoted=opens(following))


def wired_at(rows: Rows, index: int, floor: int) -> Head | None:
    """Return the head of a wire in capitals with its stops between two paragraphs of a page that gave one before."""
    words, over = rows.words(index), rows.words(index - 1)
    if not (0 < floor < index and words.isupper() and " STOP " in words):
        return None
    return Head(index - 1, index, announced=(index - 1,)) if index > floor and not over.isupper() else None


def _evidence(rows: Rows, index: int, floor: int, *, colon: bool) -> float:
    """Return how much speaks for a message below a row."""
    said, following = rows.said(index), rows.words(index + 1)
    last = last_sentence(said)
    if tells_of_else(said) or (_OWN.search(last) and not is_strong(said) and not names_speaker(said)):
        return 0.0
    apart = rows.set_off(index + 1, loose=True) > 0 or (
        _WIRED_IT.search(last) is not None and _is_long(rows, index + 1)
    )
    value = COLON * (colon or apart) + HANDED * bool((colon or apart) and _HANDED.search(last))
    if is_strong(last):
        value += WIRED
    elif _WIRED.search(said) or any(_WIRED.search(rows.words(at)) for at in range(max(0, index - 1), index)):
        value += SPOKEN
    value += BEHIND * (floor > 0 and index - floor <= MAX_APART)
    value += OPENED * (is_salutation(following) or is_place_and_day(following)) + QUOTED * opens(following)
    value += NOTED * (colon and _is_noted(rows, index + 1)) or SOURCED * (colon and _is_sourced(rows, index, last))
    return value + max(-OPENED, min(OPENED, voice(following.strip('“”"«»'))))


def _is_long(rows: Rows, index: int) -> bool:
    """Say whether a quotation of several paragraphs opens at a row."""
    quote = quotation(rows.rows, index) if opens(rows.words(index)) else None
    return quote is not None and quote.last > quote.first


def _is_inside(rows: Rows, index: int) -> bool:
    """Say whether a row opens in marks and its quotation goes on below: what follows is more of it."""
    return opens(rows.words(index)) and opens(rows.words(index + 1)) and _is_long(rows, index)


def gives_a_word(rows: Rows, head: Head, body: Sequence[Paragraph]) -> bool:
    """Say whether the page says that an answer came and gives it in a word or two: "The answer came:" / "Wait."."""
    if head.title is not None or not head.announced or len(body) != 1 or body[0].text[-1:] not in (".", "!"):
        return False
    return _CAME.search(last_sentence(rows.said(head.announced[-1]))) is not None


def _stands_apart(rows: Rows, index: int) -> bool:
    """Say whether a paragraph can follow a full stop and yet be no more of the same: all in marks, or a greeting."""
    if is_salutation(rows.words(index)) or rows.set_off(index, loose=True) > 0 or is_stopped(rows.words(index)):
        return True
    return opens(rows.words(index)) and quotation(rows.rows, index) is not None


def _is_noted(rows: Rows, index: int) -> bool:
    """Say whether the note at the end of a text says who wrote to whom, as that of a telegram does."""
    marked = _marked_below(rows, index)
    return marked is not None and any(map(is_enveloped, notes_at(rows, marked)))


def _is_sourced(rows: Rows, index: int, last: str) -> bool:
    """Say whether somebody reports, on a page that speaks of telegrams, and the text below has a source in its note."""
    if _REPORTS.search(last) is None or not _WIRED.search(rows.text, 0, rows.rows[index].end):
        return False
    marked = _marked_below(rows, index + 1)
    return marked is not None and is_sourced(rows, marked)


def _marked_below(rows: Rows, index: int) -> int | None:
    """Return the first of a few rows that ends in the marker of a note."""
    return next((at for at in range(index, min(index + MAX_NOTED, len(rows.rows))) if is_marked(rows, at)), None)


def _is_heading(rows: Rows, index: int) -> bool:
    """Say whether a row is a title, and no first sentence such as "Telegram of Pell received."."""
    words = rows.words(index)
    return is_title_row(rows, index) and not (words[-1:] == "." and not read_title(words).party("to"))
