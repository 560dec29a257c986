"""What stands round place and day over a dispatch, in rows: its parties, its form, when it came, to whom it went.

“Vetrov to Captain Pell, June 3, 1938 – 4 p.m. / HEAD OFFICE, / Karsk, June 3, 1938 4 p.m. / (Received 6.10 p.m.) /
Captain PELL, / Commanding at Tarn:”: the title names the parties, the rows under it say where and when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tei.recognise.greetings import greets
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.announcing import numbered
from tei.recognise.layouts.rows import names_of
from tei.recognise.layouts.same_parties import is_same
from tei.recognise.openers import addressed_at
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_office
from tei.recognise.parts import ServiceLine, joined, service_line
from tei.recognise.service import classify
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title
from tei.regexes import regex

MAX_LINE: Final = 110
MAX_TITLE: Final = 170
MAX_ROWS: Final = 3
MAX_SIGNED: Final = 60
MIN_FORM: Final = 6
_FORM: Final = regex(
    r"[\[(](?:(?:cipher|cypher|code|open|circular|private|confidential|secret|paraphrase|translation|extract)[\s,.]*)*"
    r"(?:telegram|cablegram|cable|telegraphic)?(?:[\s—–-]+(?:copy|extract|translation))?\.?[\])]",
    re.IGNORECASE,
)
"""“[TELEGRAM.]”, “[Cipher.]”, “[Telegram.—Translation.]” between the parties and the day."""
_CAME: Final = regex(
    r"[\[(](?P<said>(?P<came>received|rec[’']d|arrived)|sent|send|despatched|dispatched)\b[^()\[\]\n]{1,40}\d[^()\[\]\n]{0,12}[\])]\.?",
    re.IGNORECASE,
)
_WORD: Final = r"(?:[A-Z&][\w.’'-]*|of|the|and|in|at|for|to|near|before|department|mansion|office|headquarters)"
_OFFICE: Final = regex(rf"{_WORD}(?:,?\s{_WORD})*[.,]?")
_POST: Final = regex(
    r"(?i:\b(?:commanding|commander|secretary|general|chief|adjutant|quartermaster|governor|president|minister|consul|"
    r"captain|colonel|major|superintendent|director|bureau|department|navy|army|corps|division|brigade|staff|war|"
    r"commissioner|agent|officer|headquarters|esq|dept|hdqrs)\b)"
)
"""What a row under an addressee names beside a place: his post."""
_AT: Final = regex(
    r"(?i:commanding|comdg\.?|in command)(?:,|\s(?:at|in|near))?\s(?P<place>[A-Z][\w.’' ]{2,40}(?:,\s[A-Z][\w.]+)?)"
)
_SEAT: Final = regex(r"[A-Z][\w.’'-]*(?:,?\s[A-Z][\w.’'-]*){0,4}")
_ADDRESSEE: Final = regex(
    r"(?:To\s)?(?P<name>(?:(?:Brig|Maj|Lieut|Capt|Col|Gen|Adm|Hon|Mr|Messrs|Dr|Sir|His|Her|The|the|Governor|Captain|"
    r"General|Colonel|Major|Lieutenant|Commander|Commodore|Admiral|Rear|Vice|Brigadier|Secretary|President|Surgeon|"
    r"Assistant|Acting|Flag)\b[.,-]?\s?)*[A-Z][\w.’'-]*(?:\s(?:[A-Z]|of\s|the\s)[\w.’'-]*){0,5})(?:,\s(?:[Ee]sq|ESQ)\.?)?,"
)
_OVER_NEXT: Final = regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s[A-Z][a-z]+\s\d{1,2},\s\d{4}|Frames? \d+[^\n]{0,20}, serial \d+|"
    r"PP?\. \d{1,3}[\d–-]{0,4}\.|"
    r"No\. \w{1,4}\.\s?[—–-]\s?[A-Z][^\n]{2,40}\.|Source\.?\s?[—–-][^\n]{3,90}|"
    r"\[?Page \d+\]?|\[(?:In|En)closure[^\[\]\n]{0,40}\]"
)
"""“Saturday, December 2, 2017”, “Frames 231609-231610, serial 485”, “[Inclosure 2 in No. 12.]”."""


@dataclass(frozen=True, slots=True)
class Over:
    """What stands over the day of a dispatch: the row of its title, and the rows of form and office under it.

    `parties` says that the title names both; `address` that the row is no title but says to whom it went.
    """

    title: int
    rows: tuple[ServiceLine, ...]
    parties: bool
    address: bool = False


def over_day(rows: Sequence[Paragraph], day: int, is_title: Callable[[str], bool], *, placed: bool) -> Over | None:
    """Return the title over a day, with what stands between, None where none does.

    `placed`: the row of the day gives the place already, so that an office over it is none.
    """
    between: list[ServiceLine] = []
    for at in range(day - 1, max(0, day - 1 - MAX_ROWS) - 1, -1):
        row = rows[at]
        if (parties := names_parties(row.text)) or (len(row.text) <= MAX_LINE and is_title(row.text)):
            return Over(at, tuple(reversed(between)), parties)
        if row.text[-1:] == ":":
            to = _address_over(row)
            office = _between(rows[at - 1], placed=placed) if to and at and rows[at - 1].text.endswith(",") else None
            lines = (*((office,) if office else ()), *((to,) if to else ()), *reversed(between))
            return Over(at - bool(office), lines, False, True) if to else _block_over(rows, at, between)
        line = _between(row, placed=placed)
        if line is None:
            return None
        between.append(line)
    return None


def _block_over(rows: Sequence[Paragraph], last: int, between: Sequence[ServiceLine]) -> Over | None:
    """Return an address of several rows that stands over office and day: “General PELL, / Tarn:”."""
    for first in range(max(0, last - MAX_ROWS), last):
        block = addressed_over(rows, first)
        if block and block[1] == last + 1:
            return Over(first, (block[0], *reversed(between)), False, True)
    return None


def is_title_of_dispatch(text: str) -> bool:
    """Say whether a row over place and day says to whom, “TELEGRAM TO MR. PELL.”, a star before it left out."""
    text = text.removeprefix("*")
    if text[-1:] == ":" and _HANDS_OVER.search(text):
        return False
    return _TITLE.fullmatch(text) is not None and (kind_of(text) is not None or text.startswith(("TO ", "To ")))


_HANDS_OVER: Final = regex(r"\b(?:sent|wrote|written|telegraphed|wired|cabled|following|follows)\b")
_TITLE: Final = regex(
    r"(?:[A-Z](?:[A-Z .’',&-]|(?<=M)c){6,110}|(?:(?:Telegram|Letter|Dispatch|Despatch)\s)?[Tt]o\s[^\n]{3,80}|"
    r"(?:Telegram|Letter|Dispatch|Despatch)\sfrom\s[A-Z][^\n]{3,80})\.?"
)


def _address_over(row: Paragraph) -> ServiceLine | None:
    """Return an address that stands over office and day: “HARPY, Tarn:”, “ESTRIAN CONSUL, Karsk:”."""
    found = addressed_at(row.text)
    return service_line(row, "address", ("rest", *found[0]), ("place", *found[1])) if found else None


def names_parties(text: str) -> bool:
    """Say whether a line is who wrote to whom and nothing else: “Mr. Pell to Mr. Lind.”, with its day perhaps."""
    text = " ".join(text.split()) if "\n" in text and len(text) <= 2 * MAX_TITLE else text
    if not (" to " in text and len(text) <= MAX_TITLE) or text[-1:] in ":;,!?":
        return False
    if len(text) <= MAX_SIGNED and (_SURNAMES.fullmatch(text) or is_same(text)):
        return True
    text = text[numbered(text) :]
    if not (text[:1].isupper() and looks_like_title(text)):
        return False
    title = read_title(text)
    return bool(title.party("from") and title.party("to")) and not title.other


_SURNAMES: Final = regex(r"[A-Z][a-z]{2,14} to [A-Z][a-z]{2,14}\.")
"""“Pell to Lind.”, with a stop as no sentence is so short."""


def is_form(text: str) -> bool:
    """Say whether a row is the word for the form in brackets, “[TELEGRAM.]”."""
    return text[:1] in "[(" and MIN_FORM <= len(text) <= MAX_SIGNED and _FORM.fullmatch(text) is not None


def _between(row: Paragraph, *, placed: bool) -> ServiceLine | None:
    """Return a row between title and day as service matter: form, or office."""
    if is_form(row.text):
        return service_line(row, "other")
    if len(row.text) > MAX_SIGNED or any(map(str.isdigit, row.text)) or not _OFFICE.fullmatch(row.text):
        return None
    return service_line(row, "other", *(() if placed else (("place", 0, len(row.text.rstrip(" .,"))),)))


def came(row: Paragraph) -> ServiceLine | None:
    """Return a row in brackets that says when a dispatch came or went: “(Received 8.25 a.m.)”, “(Sent 11 p.m.)”."""
    return _on_the_way(row, _CAME, MAX_SIGNED)


def wired_when(row: Paragraph) -> ServiceLine | None:
    """Return a row in brackets that tells when a telegram went or came: “(Telegram sent 7 p.m., 26th July, 1938.)”."""
    return _on_the_way(row, _WIRED, MAX_LINE)


def _on_the_way(row: Paragraph, form: re.Pattern[str], longest: int) -> ServiceLine | None:
    match = form.fullmatch(row.text) if row.text[:1] in ("[", "(") and len(row.text) <= longest else None
    if match is None:
        return None
    return service_line(row, "received" if match["came"] else "sent", ("rest", *match.span("said")))


_WIRED: Final = regex(
    r"[\[(](?:Extract\sfrom\s)?(?:[Cc]ipher\s)?[Tt]elegram,?\s(?P<said>(?P<came>received)\b[^()\[\]\n]{4,30}\d{4}\.?|"
    r"(?:sent|despatched|dispatched)\b[^()\[\]\n]{4,30}\d{4}\.?)[\])]\.?"
)


def has_hour(text: str) -> bool:
    """Say whether place and day, or a title, has the hour, as a telegram has: “March 7, 1938. 3 P.M.”."""
    return len(text) <= 2 * MAX_LINE and _HOUR.search(text) is not None


_HOUR: Final = regex(
    r"\d\s?[ap]\.?\s?m\b|\d\s?(?:h\b|hrs\b|hours\b|o[’']clock\b|heures?\b|uhr\b)|(?<![\d.])\d{1,2}[.:]\d\d(?![\d.])|"
    r"\bnoon\b|\bmidnight\b|\b\d{4}Z\b",
    re.IGNORECASE,
)


def day_and_address(text: str) -> tuple[str, str, str]:
    """Part place and day from the address that a copy runs on behind them: “May 3, 1838.General PELL, Tarn:”."""
    match = _RUN_ON_ADDRESS.match(text) if text[-1:] == ":" and "\n" not in text else None
    return (match["day"], "", text[match.end() :]) if match else text.partition("\n")


_RUN_ON_ADDRESS: Final = regex(
    r"(?P<day>[^\n:;?!]{0,60}?\b1[789]\d\d(?:[ ,–—-]{1,3}[\d.: ]{1,6}[aApP]\.?\s?[mM])?\.)\s?(?=[A-Z])"
)


def addressed_over(rows: Sequence[Paragraph], at: int) -> tuple[ServiceLine, int] | None:
    """Return an address over two or three rows, the last with a colon, and the row behind it.

    “General PELL, / Commanding at Tarn:”, “Governor LIND, / Karsk:”, “Maj. Gen. A. PELL, / General-in-Chief:”.
    """
    first = rows[at]
    match = _ADDRESSEE.fullmatch(first.text) if first.text[-1:] == "," and len(first.text) <= MAX_SIGNED else None
    if match is None:
        return None
    whole = first
    for last in range(at + 1, min(at + 1 + MAX_ROWS, len(rows))):
        below = rows[last]
        if len(below.text) > MAX_LINE or not below.text[:1].isupper():
            return None
        base = len(whole.text)
        whole = joined(whole, below)
        if below.text[-1:] == ":" or (below.text[-1:] == "." and _is_greeted(rows, last + 1)):
            base = len(whole.text) - len(below.text)
            seat = _seat(below.text.rstrip(": "))
            place = (("place", base + seat[0], base + seat[1]),) if seat else ()
            return service_line(whole, "address", ("rest", *match.span("name")), *place), last + 1
        if below.text[-1:] != ",":
            return None
    return None


def _is_greeted(rows: Sequence[Paragraph], at: int) -> bool:
    """Say whether a letter greets under its address, which then ends with a stop: “Tarn, N. D.” / “DEAR SIR: …”."""
    return at < len(rows) and greets(rows[at].text) > 0


def addressed_block(rows: Sequence[Paragraph], at: int) -> tuple[ServiceLine, int] | None:
    """Return an address in capitals over several rows, a salutation under it: “MESSRS. A. PELL, B. LIND, / …”."""
    whole = rows[at]
    last = at
    while last < min(at + MAX_BLOCK, len(rows) - 1) and rows[last].text.isupper():
        if rows[last].text[-1:] == "." and _SALUTED.match(rows[last + 1].text):
            name = whole.text.find(",")
            return service_line(whole, "address", ("rest", 0, name if name > 0 else len(whole.text) - 1)), last + 1
        last += 1
        whole = joined(whole, rows[last])
    return None


MAX_BLOCK: Final = 6
_SALUTED: Final = regex(r"(?i:gentlemen|sirs?|dear|my dear|madam|ladies)\b[^\n]{0,40}?[:,][\s—–-]")


def _seat(text: str) -> tuple[int, int] | None:
    """Return where the place stands in the last row of an address, None where it names a post alone."""
    if match := _AT.search(text):
        return match.span("place")
    start = 0
    for part in text.split(", "):
        if not _POST.search(part):
            break
        start += len(part) + 2
    return (start, len(text)) if start < len(text) and _SEAT.fullmatch(text, start) else None


def signs_for(text: str, title: str) -> bool:
    """Say whether a short row is the name of the one who sends by the title: “Pell”, “Lind, Acting”."""
    words = text.replace(",", " ").split()
    if len(text) > MAX_SIGNED or len(words) > MAX_ROWS + 1 or not text[:1].isupper() or text[-1:] in ":;!?":
        return False
    return (
        bool(words)
        and bool(names_of(words[0]) | names_of(words[-1]))
        and bool((names_of(words[0]) | names_of(words[-1])) & names_of(read_title(title).party("from")))
    )


def signature_apart(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a dispatch, a name in capitals that ends its last one as a row of its own: “… coal. LIND.”."""
    text = rows[-1].text if rows else ""
    match = _RUN_IN.search(text, max(0, len(text) - MAX_SIGNED))
    if match is None or text[: match.start()].isupper():
        return tuple(rows)
    return (*rows[:-1], rows[-1].at(0, match.start()), rows[-1].at(match.start("name"), len(text)))


_RUN_IN: Final = regex(
    r"(?:(?<=[^\W_][^\WA-Z_][.!?])|(?<=[Ss]ervant,)|(?<=[Ss]ubject,))\s+"
    r"(?P<name>(?:[A-Z]\.?\s?){0,3}[A-Z]{3,}(?:,\s[A-Z][a-z]+)?)\.?$"
)


def post_under(rows: Sequence[Paragraph], at: int, end: int) -> bool:
    """Say whether a row is the post under a signature that ends with a comma: “EDWIN PELL, / Secretary of the Ice.”."""
    if at >= end or len(rows[at].text) > MAX_SIGNED or kind_of(rows[at].text) is not None or " TO " in rows[at].text:
        return False
    if not (rows[at - 1].text[-1:] == "," or (rows[at - 1].text[-1:] == "." and not rows[at].blank_before)):
        return False
    posted = _OFFICE.fullmatch(rows[at].text) is not None and _POST.search(rows[at].text) is not None
    return posted or is_office(rows[at].text)


def is_post_lost(rows: Sequence[Paragraph], at: int, end: int) -> bool:
    """Say whether the row under a signature is lost that gave the post, a mark of the scan in its place."""
    return at < end and rows[at].text[:1] == "["


def is_handling(text: str) -> bool:
    """Say whether a row says how a dispatch is to be handled, “SECRET”, and signs nothing."""
    known = classify(text)
    return known is not None and known.type in ("marking", "precedence")


def names_post(text: str) -> bool:
    """Say whether a row has a word for a post or an office, “U. S. NAVY.”."""
    return _POST.search(text) is not None


def is_over_next(text: str) -> bool:
    """Say whether a row over a head is none of the dispatch above: the day of a weblog, a frame of a film, a leaf."""
    if text[:6] in ("[Pageh", "[Page ", "[Footn", "[Answe") and text[-1:] == "]":
        return True
    if len(text) > MAX_LINE or not (any(map(str.isdigit, text)) or text[:4] == "No. "):
        return False
    return _OVER_NEXT.fullmatch(text) is not None


def states_source(text: str) -> bool:
    """Say whether a row is labelled as the source of the dispatch above."""
    return text[:6].upper() == "SOURCE" and ":" in text[:10]


def can_be_addressed(name: str) -> bool:
    """Say whether words before a colon can be an addressee: no sentence's beginning and no label."""
    return len(name) > MIN_NAME and kind_of(name) is None and not name.lower().startswith(_GREETS)


MIN_NAME: Final = 4
_GREETS: Final = (
    "dear", "my ", "sir", "gentlemen", "comrade", "your excellency", "monsieur", "subject", "copy", "by order"
)  # fmt: skip
"""What greets, or heads something else, is no address."""
