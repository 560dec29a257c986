"""Opener and closer that stand in one paragraph with the text: parted from it, so that each can be read by itself.

"To Director. Present eleven … whither he had gone to draw a tooth. Vetrov. 18.III.1938" is an address, a text, a
signature and a date. What parts them is no more than a full stop, so it is done only where the page itself says that
this is a telegram, and for a bare name only in a quotation, or when the heading names him.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.chinese_lines import inline_addressee, signature
from tei.recognise.counting import count_words
from tei.recognise.known import nobody
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.russian_closings import closing_cuts
from tei.recognise.signatures import ranked_at
from tei.regexes import regex

_WORD: Final = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ](?:[\w’'-]*[^\W\d_])?\.?"
_NAME: Final = rf"(?:(?:Com(?:rade|\.)|Cde\.|Captain|Your)\s+)?{_WORD}(?:\s+{_WORD}){{0,3}}"
_NO_NAME: Final = (
    r"(?!(?:Good-?bye|Goodbye|Farewell|Regards|Thanks|Love|Congratulations|Hurrah|Stop|Please|Reply|Answer|Urgent|Amen|"
    r"Come|Wait|Hurry|Merry|Happy|Okay|Yes|No)\b)"
)
"""Words that end a telegram and are nobody's name."""
_BRACKET: Final = r"(?:\s?\[[^\[\]]{1,40}\])?"
_ADDRESS: Final = regex(
    rf"(?:(?:To|For|Для|К)\s+(?:the\s+)?{_NAME}(?:,\s+{_WORD}(?:\s+{_WORD})?)?|{_WORD}(?:\s{_WORD})?,\s+(?:to|for)\s+"
    rf"(?:the\s+)?{_NAME}|(?:Dear\s+)?(?:Comrades?|Com\.|Cde\.|Captain)\s+{_NAME})"
    r"[.:!](?<!\bCom\.)(?<!\bComr\.)(?<!\bCde\.)(?<!\bGen\.)\s+(?=[A-ZÀ-ÞА-ЯЁ“\"(\[])"
)
_NUMBER: Final = regex(r"(?:No\.?|Nr\.?|№)\s?\d[\w/-]*\.\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_TAIL_DATE: Final = regex(r"(?<=[.,;:!?)\]])\s+(?P<date>[^.!?\n]{0,6}\d[^!?\n]{2,26})$")
_TAIL_NAME: Final = regex(
    r"(?<=[.!?…)\]])(?<!\b[A-ZÀ-ÞА-ЯЁ]\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\b[DS][rt]\.)"
    r"(?<!\bCde\.)(?<!\bCdes\.)(?<!\bCom\.)(?<!\bComr\.)(?<!\b[Gg]en\.)(?<!\bCol\.)(?<!\bтов\.)(?<!\bт\.)"
    rf"\s+(?P<name>(?:[Ss]igned:?\s+)?{_NO_NAME}{_NAME}{_BRACKET})\s*[.,]?$"
)
_DASHED: Final = regex(
    rf"(?:(?<=[.!?…])\s+|^)(?P<closing>[A-ZÀ-ÞА-ЯЁ][^.!?…\n]{{3,90}}?\s*(?:--|[—–]|,))\s*(?P<name>{_NAME}{_BRACKET})\s*\.?$"
)
_LAST_SENTENCE: Final = regex(r"(?<=[.!?…])\s+(?P<closing>[A-ZÀ-ÞА-ЯЁ][^.!?…\n]{3,90}?)[.!,]*$")
_TAIL_STOPPED: Final = regex(r"(?<=\sSTOP)\s+(?P<name>[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'.-]*){0,2})\.?$")
"""“… HOW SOON STOP REEDY”: a wire in capitals writes its full stops as words."""
_BEHIND_DASH: Final = regex(
    rf"[.!?…](?P<dash>\s?[—–]\s?)(?P<name>{_NO_NAME}{_WORD}(?:\s{_WORD}){{0,3}}|[A-ZÀ-Þ]{{2,}}(?:\s[A-ZÀ-Þ]{{2,}}){{0,2}})\.?$"
)
"""“… Bridge will not be forgotten.—Pell.”, as newspapers print a name behind a dash."""
_SIGNED_IN_SIGNS: Final = regex(
    r"(?<=[。！？])\s*(?P<name>[\u3400-\u9fff·、]{2,16})[。]?(?:[〔［（(]\d{1,3}[〕］）)]|[①-⑳])?$"
)
MIN_TEXT: Final = 2
MIN_WHOLE: Final = 8
MAX_SHOUTED: Final = 2
"""In capitals a name and the sentence before it look alike: more words than these are parted at their last stop."""


def parted(body: Sequence[Paragraph], named: Collection[str], *, quoted: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document with an address at the head and a closer at the end parted from the text.

    `named` are the words of names in the page's heading over it, in lower case.
    """
    if not body:
        return ()
    rows = list(body)
    number = _NUMBER.match(rows[0].text)
    if number and len(rows[0].text) > number.end():
        return (
            rows[0].at(0, number.end()),
            *parted((rows[0].at(number.end(), len(rows[0].text)), *rows[1:]), named, quoted=quoted),
        )
    head = _head(rows[0]) if quoted or len(rows) < 4 else None
    if head:
        rows[:1] = head
    rows[-1:] = _tail(rows[-1], named, quoted=quoted)
    return tuple(row for row in rows if row.text)


def is_addressed_and_signed(text: str) -> bool:
    """Say whether one paragraph is a whole telegram, its address before the text and a bare name behind it."""
    address = _ADDRESS.match(text)
    if address is None or count_words(text) < MIN_WHOLE:
        return False
    return _TAIL_NAME.search(text, max(address.end(), len(text) - 60)) is not None


def _head(first: Paragraph) -> list[Paragraph] | None:
    if not first.text.isascii():
        found = russian.inline_addressee(first.text, nobody, quoted=True) or inline_addressee(first.text, nobody)
        if found and count_words(first.text[found[0] :]) >= MIN_TEXT:
            return [first.at(0, found[0]), first.at(found[0], len(first.text))]
    match = _ADDRESS.match(first.text)
    if match is None or len(first.text.split()) < MIN_TEXT + 2:
        return None
    return [first.at(0, match.end()), first.at(match.end(), len(first.text))]


def _tail(last: Paragraph, named: Collection[str], *, quoted: bool) -> list[Paragraph]:
    if count_words(last.text) < MIN_TEXT + 1:
        return [last]
    if cuts := closing_cuts(last.text):
        return list(_cut(last, *cuts))
    date = _date_at(last.text)
    end = date if date is not None else len(last.text)
    rest = last.at(0, end)
    closer = [last.at(date, len(last.text))] if date is not None else []
    names = list(_names(rest, named, quoted=quoted or date is not None))
    if not names:
        return [last]
    return [*names, *closer]


def _date_at(text: str) -> int | None:
    """Return where the date begins that ends a text behind its signature."""
    match = _TAIL_DATE.search(text, max(0, len(text) - 40))
    while match is not None:
        found = find_dates(match["date"])
        if found and found[0].start <= 1 and not match["date"][found[-1].end :].strip(" .,)"):
            return match.start("date")
        match = _TAIL_DATE.search(text, match.start() + 1)
    return None


def _names(rest: Paragraph, named: Collection[str], *, quoted: bool) -> Iterator[Paragraph]:
    """Yield text, formula and signature; nothing where no signature stands at the end."""
    text = rest.text
    signed = _SIGNED_IN_SIGNS.search(text, max(0, len(text) - 24)) if not text.isascii() else None
    if signed and (quoted or any(signed["name"] in words for words in named)) and signature(signed["name"], nobody):
        yield from _cut(rest, signed.start("name"))
        return
    if quoted and (ranked := ranked_at(text)):
        yield from _cut(rest, ranked)
        return
    dashed = _DASHED.search(text, _last_stop(text))
    if dashed and is_closing(dashed["closing"].rstrip(" -–—,")):
        yield from _cut(rest, dashed.start("closing"), dashed.start("name"))
        return
    if quoted and (behind := _BEHIND_DASH.search(text, max(0, len(text) - 60))):
        yield from _cut(rest, behind.start("dash"))
        return
    match = _TAIL_STOPPED.search(text, max(0, len(text) - 60)) if " STOP " in text[-60:] else None
    if match:
        yield from _cut(rest, match.start("name"))
        return
    match = _TAIL_NAME.search(text, max(0, len(text) - 120))
    if match is None or not (quoted or _is_named(match["name"], named)):
        return
    shouted = match["name"].rfind(". ") + 1 if text.isupper() and len(match["name"].split()) > MAX_SHOUTED else 0
    name = match["name"][shouted:].strip()
    if named and text.isupper() and " " in name and not _is_named(name, named):
        return  # "IS IT TRUE ABOUT DAM. ANSWER HOTEL WINDSOR."
    if shouted:  # "… HOME FRIDAY. ADA LIND"
        yield from _cut(rest, match.start("name") + shouted)
        return
    before = rest.at(0, match.start("name"))
    formula = _LAST_SENTENCE.search(before.text)
    if formula and is_closing(formula["closing"]):
        yield from _cut(rest, formula.start("closing"), match.start("name"))
    else:
        yield from _cut(rest, match.start("name"))


def _last_stop(text: str) -> int:
    return max(0, len(text) - 200)


def _cut(row: Paragraph, *at: int) -> Iterator[Paragraph]:
    edges = (0, *at, len(row.text))
    yield from (row.at(start, end) for start, end in pairwise(edges))


def _is_named(name: str, named: Collection[str]) -> bool:
    return any(word.strip(".,[]()").lower() in named for word in name.split() if len(word) > 2)
