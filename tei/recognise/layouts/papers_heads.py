"""Where the documents of a printed series begin: who writes to whom, and under it form, number, place, date, times.

“(4175) No. 88. / Sir R. Fairweather to Viscount Tarn. / Severin, March 7, 1938. / D. 6:40 P.M. / Tel. (No. 21.)” in the
manner of the British documents; “61 Pell to Government / Cablegram 44 [1] SEVERIN, 11 March 1938” in that of the
Australian; “TELEGRAM 123 / Severin, March 7, 1938” in that of the Canadian. A line of parties is a heading only where
form or number and a date stand under it, so that prose is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tei.dates import find_dates
from tei.recognise.kinds import kind_of
from tei.recognise.layouts.frus_heads import is_sentence
from tei.recognise.layouts.papers_abroad import (
    KINDS,
    begins_with_recipient,
    can_name_parties,
    is_dated_by_vom,
    is_receipt,
    kind_first,
    western_form,
    western_parties,
    without_receipt,
)
from tei.recognise.layouts.papers_bare import form_behind, is_bare, is_greeting, is_handling, is_saluted
from tei.recognise.layouts.papers_columns import is_of_film, right_column
from tei.recognise.layouts.papers_columns import is_receipt as arrives
from tei.recognise.layouts.papers_counts import COUNT, ordinal_of
from tei.recognise.layouts.papers_russian import is_haste, is_over_number, russian_form
from tei.recognise.paragraphs import Paragraph
from tei.recognise.russian_chains import russian_parties
from tei.recognise.titles import read_title
from tei.regexes import regex

Kind = Literal["telegram", "letter", "note", ""]

_TELEGRAMS: Final = r"(?:cablegram|telegram|teletype|teleprint(?:er)?|cable|savingram|radiogram|message)"
_LETTERS: Final = r"(?:letter|dispatch|despatch|airmail|air mail|numbered letter)"
_OTHERS: Final = r"(?:memorandum|agendum|minute|note|record|report|submission|statement|aide[- ]m[ée]moire)"
_FORM: Final = regex(
    rf"(?P<form>(?P<telegram>(?:circular |cypher |repeated )?{_TELEGRAMS})|(?P<letter>{_LETTERS})|"
    rf"(?P<other>{_OTHERS}))\b"
    r"(?P<number>(?:\s+(?:unnumbered|(?:No\.?\s*)?[A-Z][A-Za-z]{0,8}[.-]?\s?\d{1,5}|(?:No\.?\s*)?\d[\w/.-]*))?)"
    r"(?P<tail>(?:\s*\((?:extracts?|paraphrase)\))?)(?P<markers>(?:\s*\[\d{1,3}\])*)"
    r"(?:,\s(?-i:[A-Z]{1,5}(?:/[\w.&]{1,12}){2,6})(?::\s?ff?\.?\s?[\d\s,;–—-]{1,24})?|"
    r"[\s,]+(?P<place>\[?[A-ZÀ-Þ][^\n]*))?",
    re.IGNORECASE,
)
"""“Cablegram Tarn 3 [1] SEVERIN, 12 March 1938”: form, number, extract, markers, place and date, or its file."""
WORD: Final = regex(r"(?:No\.?\s*)?(?P<n>(?:[A-Za-z]+[.-]?\s?)?\d[\w/.-]*)")
_TEL: Final = regex(
    r"(?:(?:(?P<tel>Tel(?:egraphic|\.|egram)?)[\s,]*)?\(?\s*(?:No|Nr)\.\s*(?P<n>\d{1,5}[A-Za-z]?)\.?\s*\)?"
    r"(?P<rest>(?:[\s.]+(?:Confidential|Secret|Very Confidential|Private|Most Confidential|Very Secret|Urgent)\.)*)\)?|"
    r"(?P<bare>Tel(?:egraphic)?\.?|\(Tele(?:graphic|gram)\.?\)(?:\s(?:P|R|En clair)\.)?)|"
    r"[(\[](?:Translation|Translated|Extract|Copy|Paraphrase|Extrait|Traduction|Copie|Auszug|Übersetzung|Estratto)\.?[)\]])(?:[\s.]+(?P<place>[A-Z][^\n]*))?",
)
"""“Tel. (No. 21.)”, “(No. 40.) Confidential.”, “(Telegraphic.)”, “(Translation.) Severin, March 7, 1938.”."""
_SENT_ON: Final = regex(
    r"\(?(?:sent|received|handed(?: over)?|delivered|despatched|dispatched)(?:\s(?:on|at)\b)?\s[^()\n]{3,90}\d"
    r"[^()\n]{0,20}\)?\.?",
    re.IGNORECASE,
)
"""“Sent on March 8, 1938” over a heading, “(Despatched at 2 p. m. and received at 9 a. m. on March 8.)” under it."""
_RECEIPT: Final = regex(r"(?P<gap>[\s.,—–-]*)(?P<receipt>\(received\b[^()\n]{1,60}\))\.?$", re.IGNORECASE)
"""“… to Viscount Tarn.—(Received March 8.)”: blue books say it in the heading."""
_FLAGGED: Final = regex(
    r"(?:(?:strictly |most |top )?(?:personal|private|secret|confidential|urgent)(?: and (?:most |strictly )?)?)"
    r"{1,3}\.?",
    re.IGNORECASE,
)
_YEAR_MARKED: Final = regex(r"(?<!\d)(?P<year>1[789]\d\d|20[0-2]\d)(?P<n>\d{1,2})(?=[.,\s]*$)")
"""A marker glued to the year at the end of a line: “den 7. März 19382”."""
_CLOCK: Final = regex(r"[DR]\.\s*\d{1,2}[.:]?\d{0,2}\s*(?:[AP]\.?M\.?|noon|midnight)\.?", re.IGNORECASE)
_ADDRESS: Final = regex(r"[A-Z\d][^\n.!?;:]{2,40}(?:,\s[A-Z][\w.]*)*,")
"""A house and street over the date: “58, Quay Street, N.W.,”."""
_MARKED_FROM: Final = regex(
    r"(?P<marking>(?:(?:most |strictly |top )?(?:personal|private|secret|confidential)(?:,? and )?){1,3}),? from\s+"
    r"(?=[A-Z])",
    re.IGNORECASE,
)
"""“Personal and Secret from …”: how a message is marked, before its sender."""
_LED: Final = regex(r"(?P<no>№\s?|N[°ºo]\.?\s?|Nr\.\s?)?\[?(?P<n>\d{1,4})\]?[.)]?\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_CYRILLIC: Final = regex(r"(?:№\s?)?(?:\d{1,4}[.)]?\s+)?[А-ЯЁ]")
_MARK: Final = regex(r"(?<=[^\s\d])\[?\d{1,2}\]?$|\s\[\d{1,2}\]$")
_PLACE: Final = regex(r"(?:\d{1,3},\s)?(?:(?:[A-ZÀ-ÞА-ЯЁ][\w.’'-]*|of|the|de|en|at|in|am|den|le|via)[\s,;–—-]*){0,9}")
_AFTER: Final = regex(
    r"(?:\sг(?:ода)?(?![^\W\d_]))?[\s,;–—-]*(?:\d{1,2}(?:\s?[.:]\s?\d{2})?\s*(?:[ap]\.?\s?m\b\.?|hours?|h)?|noon|midnight)?[\s.]*"
    r"(?:[A-Z][A-Z ]{3,60})?\s*"
    r"(?:\(?\d{1,2}\)?)?",
    re.IGNORECASE,
)
MAX_TITLE: Final = 220
MAX_WORDS: Final = 40
MAX_ABOVE: Final = 4
MAX_OVER: Final = 3
MAX_ROWS: Final = 5
MAX_DAY: Final = 40
REACH: Final = 6
MAX_LINE: Final = 110
_KIND_TOLD: Final[Mapping[str, Kind]] = {"telegram": "telegram", "letter": "letter", "note": ""}
"""What a title says by itself of a document whose form no line under it names."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a document begins: its first row, the row and offset of its parties, the row where its text begins.

    `kind` is empty for a memorandum or record, which is no telegram. `number` is the place of the telegram's own.
    """

    first: int
    title: int
    offset: int
    text: int
    kind: Kind
    number: tuple[int, int] | None = None
    ordinal: str = ""
    lines: int = 1
    """So many rows the title goes over: older books print sender and recipient on a line each."""


def find_headings(rows: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Return the headings of a page in order."""
    found: list[Heading] = []
    floor = 0
    for index, row in enumerate(rows):
        if index < floor or len(row.text) > MAX_TITLE or not _may_head(row.text):
            continue
        heading = _heading(rows, index, floor)
        if heading is not None:
            found.append(heading)
            floor = heading.text
    return tuple(found) or tuple(_untitled(rows))


def _has_to(text: str) -> bool:
    return " to " in text or " TO " in text or text.startswith(KINDS)


def _may_head(text: str) -> bool:
    led = _LED.match(text) if text[:1] == "N" else None
    if led and can_name_parties(text[led.end() :]):
        return True
    return _has_to(text) or can_name_parties(text) or (not text.isascii() and _CYRILLIC.match(text) is not None)


def _untitled(rows: Sequence[Paragraph]) -> Iterator[Heading]:
    """Yield the heading of a page that begins below the parties: “Cablegram 3 SEVERIN, 5 January 1938, 9.20 p.m.”."""
    for index, row in enumerate(rows[:MAX_ABOVE]):
        match = _FORM.fullmatch(row.text) if len(row.text) <= MAX_LINE else None
        if match and match["telegram"] and match["number"].strip() and match["place"] and _is_dated(match["place"]):
            yield Heading(index, index, 0, index + 1, "telegram", _number(rows, [(index, match)]), "", 0)
            return


def _heading(rows: Sequence[Paragraph], index: int, floor: int) -> Heading | None:
    row = rows[index]
    led = _LED.match(row.text) or _MARKED_FROM.match(row.text)
    offset = led.end() if led else 0
    lines = _lines(rows, index, offset)
    if not lines:
        return None
    filmed = index > floor and is_of_film(rows[index - 1].text)
    over = _over(rows, index - filmed, floor)
    if over < index - filmed and not COUNT.fullmatch(rows[over].text):
        return _told_over(rows, over, index, offset, lines)
    if over < index - 1 - filmed:
        return _told_over(rows, over, index, offset, lines)
    above = over if over < index - filmed else None
    if row.text.startswith(KINDS):
        over_ = ordinal_of(rows[above].text) if above is not None else ""
        dated = is_dated_by_vom(rows[index + lines - 1].text)
        first = above if above is not None else index
        told = above is not None or dated
        return Heading(first, index, 0, index + lines, "telegram", None, over_, lines) if told else None
    if above is not None and ("essage from" in row.text or "ecret from" in row.text) and row.text[-1] != ".":
        return Heading(above, index, offset, index + lines, "telegram", None, ordinal_of(rows[above].text), lines)
    opening = list(_opening(rows, index + lines))
    forms = [(at, match) for at, match in opening if match is not None]
    dated = any(
        _is_dated(rows[at].text) or columns_at(rows[at].text) or (match and match.groupdict().get("place"))
        for at, match in opening
    )
    dated = dated or (bool(forms) and receipt_at(row.text) > 0)
    count = COUNT.fullmatch(rows[above].text) if above is not None else None
    closed = _MARK.sub("", rows[index + lines - 1].text).endswith(".") or receipt_at(row.text) > 0
    counted = (count is not None or bool(led and led.groupdict().get("no"))) and closed
    bare = not (forms or closed or row.text.isupper()) and is_bare(rows, index + lines, counted=count is not None)
    if not (forms or counted or bare) or not (dated or (counted and row.text.isupper())):
        return None
    ordinal = (count["n"] or count["bare"] or "") if count else led["n"] if led and "n" in led.groupdict() else ""
    first = above if above is not None else index
    titled = _KIND_TOLD.get(kind_of(row.text[offset:]) or "", "letter")
    kind = _kind(forms) if forms and not (titled == "telegram" and _is_count_alone(forms)) else titled
    bare = bare or is_over_number(row.text[offset:], rows[index + 1 : index + 2])
    kind = "telegram" if bare and not is_saluted(rows, index + lines + len(opening)) else kind
    return Heading(first, index, offset, index + lines + len(opening), kind, _number(rows, forms), ordinal, lines)


def _over(rows: Sequence[Paragraph], index: int, floor: int) -> int:
    """Return the first row over a heading that is its own: its number, and when it was sent or came."""
    first = index
    while first > floor and index - first < MAX_OVER:
        text = rows[first - 1].text
        dated = _SENT_ON.fullmatch(text) or (first == index and len(text) <= MAX_DAY and _is_dated(text))
        if not (len(text) <= MAX_LINE and (dated or _FLAGGED.fullmatch(text) or COUNT.fullmatch(text))):
            break
        first -= 1
        if COUNT.fullmatch(text):
            break
    return first if any(not _FLAGGED.fullmatch(rows[i].text) for i in range(first, index)) else index


def _told_over(rows: Sequence[Paragraph], first: int, index: int, offset: int, lines: int) -> Heading | None:
    """Return the heading of a message whose number, and its day, stand over its parties: “No. 8 / Sent on March 8”."""
    count = COUNT.fullmatch(rows[first].text)
    told = any(_SENT_ON.fullmatch(rows[i].text) for i in range(first, index))
    dated = count is not None and any(_is_dated(rows[i].text) for i in range(first, index))
    if not (told or dated) or rows[index].text.endswith((".", ":")):
        return None
    return Heading(first, index, offset, index + lines, "telegram", None, ordinal_of(rows[first].text), lines)


def _lines(rows: Sequence[Paragraph], index: int, offset: int) -> int:
    """Return over how many rows a title goes that begins here, 0 where none does."""
    text = rows[index].text[offset:]
    if (_has_to(text) and _is_parties(text)) or russian_parties(text):
        return 1 + _is_wrapped(rows, index, text)
    if offset and is_over_number(text, rows[index + 1 : index + 2]):
        return 1
    if text.startswith(KINDS):
        return kind_first(rows, index)
    if index + 1 < len(rows) and rows[index + 1].text[:1].islower() and (over := _spread_over(rows, index, offset)):
        return over
    if western_parties(text):
        return 1
    if index + 1 < len(rows) and can_name_parties(text) and begins_with_recipient(below := rows[index + 1].text):
        return 2 if western_parties(f"{text.rstrip(' .,')}, {below}") else 0
    return _spread_over(rows, index, offset)


def _is_wrapped(rows: Sequence[Paragraph], index: int, text: str) -> bool:
    """Say whether a title goes on in the next line of its column: “Telegram from … to Ada” / “Lind (Oslo)”."""
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below is None or below.blank_before or len(text) < MIN_WRAPPED or len(below.text) > MAX_DAY or text[-1] in ".:)":
        return False
    whole = f"{text} {below.text}"
    return below.text[-1:] == ")" and below.text[:1].isupper() and kind_of(text) is not None and _is_parties(whole)


MIN_WRAPPED: Final = 50


def _spread_over(rows: Sequence[Paragraph], index: int, offset: int) -> int:
    """Return over how many short rows a heading goes whose recipients run on: “… aux Consuls / en France”."""
    text = rows[index].text[offset:]
    if not can_name_parties(text) or text[-1:] in ".:;?!" or len(text) > MAX_LINE:
        return 0
    words = text
    for at in range(index + 1, min(index + MAX_ROWS, len(rows))):
        below = rows[at].text
        if len(below) > MAX_LINE or rows[at].blank_before or form_of(below):
            return 0
        words = f"{words} {below}"
        if below[-1:] == ".":
            return at + 1 - index if western_parties(words) else 0
    return 0


def _is_parties(text: str) -> bool:
    """Say whether a line names who writes to whom and is no sentence."""
    bare = " ".join(text.split())
    bare = (_MARK.sub("", bare) if bare[-1:] == "]" or bare[-1:].isdecimal() else bare).rstrip(". *")
    bare = bare[:at] if (at := receipt_at(bare)) else bare
    if len(bare.split()) > MAX_WORDS or bare[-1:] in ":;?!," or not bare[:1].isupper() or is_sentence(bare):
        return False
    title = read_title(bare)
    return all((title.party("from"), title.party("to")))


def marker_at(text: str) -> int:
    """Return where the marker of a note begins that is glued to the last word of a heading, 0 where none is."""
    match = _GLUED.search(text) if text[-1:].isdigit() else None
    return match.start() if match else 0


_GLUED: Final = regex(r"(?<=[^\W\d_])\d{1,2}$")


def receipt_at(text: str) -> int:
    """Return where the parties end before the receipt that a heading gives in parentheses, 0 where it gives none."""
    match = _RECEIPT.search(text) if "eceived" in text else None
    return match.start() if match else 0


def _opening(rows: Sequence[Paragraph], start: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Yield the rows under a heading up to its text, each with what it says of form and number."""
    for at in range(start, min(start + REACH, len(rows))):
        text = rows[at].text
        match = form_of(text)
        if match is None and not (
            len(text) <= MAX_LINE
            and (
                _CLOCK.fullmatch(text)
                or _is_dated(text)
                or is_receipt(text)
                or _is_both(text)
                or columns_at(text)
                or arrives(text)
                or (at > start and (is_haste(text) or is_handling(text)))
            )
        ):
            below = rows[at + 1].text if at + 1 < len(rows) else ""
            if not (is_address(text) or is_greeting(text)) or not _is_dated(below):
                return
        yield at, match


def columns_at(text: str) -> int:
    """Return where place and day, or the receipt, begin behind what marks the document in the same line, else 0."""
    at = right_column(text)
    return at if at and (arrives(text[at:]) or _is_dated(text[at:])) else 0


def _is_both(text: str) -> bool:
    """Say whether a line in parentheses says when a telegram was sent, and perhaps when it came."""
    return text[:1] == "(" and _SENT_ON.fullmatch(text) is not None


def unmarked(text: str) -> str:
    """Return a line with full stops for the marker glued to the year at its end."""
    match = _YEAR_MARKED.search(text) if text[-1:].isdigit() or text[-2:-1].isdigit() else None
    return text[: match.start("n")] + "." * len(match["n"]) + text[match.end("n") :] if match else text


def is_address(text: str) -> bool:
    """Say whether a line can be house and street of a sender, which stands over the date."""
    return len(text) <= MAX_LINE and text[:1].isdigit() and _ADDRESS.fullmatch(text) is not None


def form_of(text: str) -> re.Match[str] | None:
    """Return what a line says of the form and number of a document, None where it says nothing."""
    if len(text) > MAX_LINE:
        return None
    for pattern in (_FORM, _TEL):
        match = pattern.fullmatch(text)
        if match and (not match["place"] or _is_dated(match["place"])):
            return match
    match = western_form(text) or russian_form(text) or form_behind(text)
    return match if match and (not match["place"] or _is_dated(without_receipt(match["place"]))) else None


def _is_dated(text: str) -> bool:
    """Say whether a line is one of place and date: a day, with nothing but names before it and a time behind."""
    if len(text) > MAX_LINE or not any(map(str.isdigit, text)) or ": " in text:
        return False
    words = re.sub(r"[\[\]]", " ", unmarked(text)).strip(". ")
    found = list(find_dates(words))
    if len(found) != 1:
        return False
    place, rest = words[: found[0].start], words[found[0].end :]
    return _PLACE.fullmatch(place) is not None and _AFTER.fullmatch(rest) is not None


def _kind(forms: Sequence[tuple[int, re.Match[str]]]) -> Kind:
    for _, match in forms:
        groups = match.groupdict()
        if any(map(groups.get, ("telegram", "tel", "bare"))):
            return "telegram"
        if groups.get("other"):
            return ""
    return "letter"


def _is_count_alone(forms: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Say whether the lines under a heading give a number and no form: “(No. 77)” under “Telegram from …”."""
    said = (match.groupdict().get(name) for _, match in forms for name in ("telegram", "tel", "other"))
    return not any(said)


def _number(rows: Sequence[Paragraph], forms: Sequence[tuple[int, re.Match[str]]]) -> tuple[int, int] | None:
    """Return where the number of the document itself stands."""
    for at, match in forms:
        groups = match.groupdict()
        if "qualified" in groups:
            return None  # “T. nos 123 à 126.” is read where lines of service matter are
        if groups.get("n"):
            return rows[at].start + match.start("n"), rows[at].start + match.end("n")
        inner = WORD.search(groups.get("number") or "")
        if inner:
            start = rows[at].start + match.start("number")
            return start + inner.start("n"), start + inner.end("n")
    return None
