"""Volumes of collected works in Russian as scanned: headings in capitals with the addressee, imprints under the text.

«117», «ТЕЛЕГРАММА НАЧАЛЬНИКУ СТАНЦИИ» or «П. А. ВЕТРОВУ», the text, the signature, then «Написано 20 апреля 1938 г.»,
«Впервые напечатано в 1951 г. Печатается по рукописи». Between the leaves stand their numbers and the author's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.page import Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.works_russian import is_signed
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service, classify
from tei.regexes import regex

_NUMBER: Final = regex(r"\d{1,4}")
_MARK: Final = regex(r"(?:\s?\d{1,3}|\s?\*{1,3})$")
_KIND: Final = regex(
    r"\*?\s?(?P<kind>ТЕЛЕГРАММА|ТЕЛЕФОНОГРАММА|РАДИОГРАММА|РАДИОТЕЛЕГРАММА|ПИСЬМО|ЗАПИСКА|ПОСЛАНИЕ|ШИФРОТЕЛЕГРАММА|ОТВЕТ)\s+"
    r"(?:В\s+|ВО\s+)?(?P<to>[А-ЯЁ].*)"
)
_TO: Final = regex(
    r"\*?\s?(?:ВО?\s)?(?P<to>(?:(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ-]+(?:У|Ю|ОЙ|ЕЙ|ОМУ|ЕМУ|О|КО)(?:(?:,|\sИ)\s(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ-]+)*)|"
    r"(?:[А-ЯЁ]+(?:У|Ю|ОМУ|ЕМУ|АМ|ЯМ|ИМ|ЫМ|ОЙ)\s[А-ЯЁ][А-ЯЁ .,-]{3,})|(?:(?:(?<=В\s)|(?<=ВО\s))[А-ЯЁ][А-ЯЁ .,()-]{4,}))"
)
_CAPITALS: Final = regex(r"[А-ЯЁ][А-ЯЁ .,()«»-]{3,70}\*{0,3}")
_TAIL: Final = regex(
    r"(?:Написано|Послан[ао]|Отправлен[ао]|Передан[ао]|Впервые\s+(?:напечатано|опубликовано)|Печатается\s+(?:по|впервые))\b.*",
)
_WRITTEN: Final = regex(
    r"(?:Написано|Послан[ао]|Отправлен[ао]|Передан[ао])\b[^\d\n]{0,40}?"
    r"(?=\d|(?<=\s)(?:[а-я]{3,8},\s)?(?:не\s)?(?:ранее|раньше|позднее|позже)\s\d)"
)
_TELEGRAPHED: Final = ("ТЕЛЕГРАММА", "РАДИОГРАММА", "ШИФРОТЕЛЕГРАММА", "РАДИОТЕЛЕГРАММА", "ТЕЛЕФОНОГРАММА")
_AUTHOR: Final = regex(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ]{3,20}")
_LOOSE: Final = regex(r"\*{1,3}\s\S.*")
MAX_TITLE: Final = 120
MAX_LINE: Final = 110
MAX_IMPRINT: Final = 7
MAX_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its first row, its rows, where they name the addressee, and whether it names a telegram."""

    first: int
    title: int
    after: int
    to: tuple[int, int]
    telegram: bool


def score_volume(page: Page) -> Score:
    """Score a page by headings in capitals that name an addressee, with an imprint of a volume somewhere."""
    text = page.capture.text
    if "апечатано" not in text and "ечатается по" not in text and "Написано" not in text:
        return Score(0.0, "no imprint of a volume of works")
    heads = heads_of(page.paragraphs)
    tails = sum(1 for row in page.paragraphs if len(row.text) <= MAX_LINE and _TAIL.match(row.text))
    if not heads or not tails:
        return Score(0.0, "no heading of a volume of works")
    return Score(min(0.95, 0.75 + 0.08 * len(heads)), f"{len(heads)} headings of a volume of works, {tails} imprints")


def heads_of(rows: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Return the headings in capitals of a page, each in the dative or with the kind of the document."""
    return tuple(head for i in range(len(rows)) if (head := _head(rows, i)))


def _head(rows: Sequence[Paragraph], index: int) -> Head | None:
    text = rows[index].text
    if not 4 < len(text) <= MAX_TITLE or not _is_capital(text):
        return None
    bare = text[: match.start()] if (match := _MARK.search(text)) else text
    found = _KIND.fullmatch(bare)
    counted = index > 0 and _NUMBER.fullmatch(rows[index - 1].text) is not None
    if found is None and not counted:
        return None
    found = found or _TO.fullmatch(bare)
    if found is None or (index + 1 < len(rows) and _NUMBER.fullmatch(bare)):
        return None
    if _is_over_text(rows, index):
        return None
    after = index + 1
    while after < min(index + MAX_LINES, len(rows)) and text[-1] not in "*0123456789" and _goes_on(rows, after):
        after += 1
    kind = found.groupdict().get("kind") or ""
    return Head(index - counted, index, after, found.span("to"), kind in _TELEGRAPHED)


def _is_over_text(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether capitals are a title repeated over a leaf: the sentence of the leaf before goes on under them."""
    below = rows[index + 1].text if index + 1 < len(rows) else ""
    before = rows[index - 2].text if index > 1 else ""
    imprint = any(_TAIL.match(row.text) for row in rows[max(0, index - MAX_LINES - 1) : index - 1])
    called = below[1:2] == "." or _AUTHOR.fullmatch(before) is not None  # «т. Ветров!», a new leaf
    if before[-1:] in ".!?:;*»" or imprint or called:
        return False
    return below[:1].islower() and index > 0 and _NUMBER.fullmatch(rows[index - 1].text) is not None


def _is_capital(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters) and not text.isascii()


def _goes_on(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a heading goes on in this row: capitals right under it that are no author's name over a leaf."""
    row = rows[index]
    return row.blank_before == 0 and _CAPITALS.fullmatch(row.text) is not None and not _AUTHOR.fullmatch(row.text)


def read_volume(page: Page) -> Regions:
    """Part the leaves of a volume into documents; numbers and names over the leaves are furniture."""
    rows = page.paragraphs
    heads = heads_of(rows)
    ends = [*(head.first for head in heads), len(rows)][1:]
    over = _over_leaves(rows, heads)
    author = _author(rows, over)
    regions: list[Region] = []
    taken: set[int] = set()
    if begun := _begun_before(page, heads[0].first if heads else 0, over):
        regions.append(begun[0])
        taken |= begun[1]
    for head, end in zip(heads, ends, strict=True):
        region, used = _document(page, head, end, over)
        if author and not is_signed(region.body[-2:]):
            region = replace(region, named=(*region.named, ("from", author)))
        if region.body:
            regions.append(region)
            taken |= used
    furniture = tuple(rows[i] for i in sorted(over))
    left = tuple(row for i, row in enumerate(rows) if i not in taken and i not in over)
    return Regions("works", tuple(regions), furniture, left)


def _begun_before(page: Page, first: int, over: frozenset[int]) -> tuple[Region, set[int]] | None:
    """Return the document that begins before the page and ends on it, signed and with its imprint; None without one."""
    rows = page.paragraphs
    tail = next((i for i in range(first) if len(rows[i].text) <= MAX_LINE and _TAIL.match(rows[i].text)), 0)
    inner = [i for i in range(tail) if i not in over and page.roles[i] is None]
    plain = [i for i in inner if not (rows[i].text.isupper() or _NUMBER.fullmatch(rows[i].text))]
    body = [i for i in plain if not _LOOSE.fullmatch(rows[i].text)]
    imprint = _imprint(rows, range(tail, first))
    written = _written([rows[i] for i in imprint])
    if written is None or len(body) < MIN_BEGUN or not is_signed(tuple(rows[i] for i in body[-2:])):
        return None
    region = Region(
        body=tuple(rows[i] for i in body), site_date=written, sources=tuple(rows[i] for i in imprint), formal=True
    )
    return replace(region, kind="telegram") if _wired(rows, imprint) else region, {*body, *imprint}


def _wired(rows: Sequence[Paragraph], imprint: Sequence[int]) -> bool:
    return any("елеграф" in rows[i].text for i in imprint)


MIN_BEGUN: Final = 2


def _over_leaves(rows: Sequence[Paragraph], heads: Sequence[Head]) -> frozenset[int]:
    """Return the rows over the leaves: the author's name in capitals with the number of the leaf beside it."""
    titles = {i for head in heads for i in range(head.first, head.after)}
    found: set[int] = set()
    for i, row in enumerate(rows):
        if i not in titles and row.text.isupper() and _is_over_text(rows, i):
            found |= {i - 1, i}
        if i in titles or _AUTHOR.fullmatch(row.text) is None:
            continue
        beside = {at for at in (i - 1, i + 1) if 0 <= at < len(rows) and _NUMBER.fullmatch(rows[at].text)} - titles
        found |= {i, *sorted(beside)[:1]} if beside else set()
    return frozenset(found)


def _author(rows: Sequence[Paragraph], over: frozenset[int]) -> tuple[int, int] | None:
    """Return whose works a page is of: by the name over its leaves, or before the title of the volume."""
    for i in sorted(over):
        if _AUTHOR.fullmatch(rows[i].text):
            return rows[i].start, rows[i].end
    for row in rows[:MAX_TOP]:
        match = _COLLECTED.match(row.text)
        if match:
            return row.start + match.start("name"), row.start + match.end("name")
    return None


_COLLECTED: Final = regex(
    r"(?P<name>[А-ЯЁ][а-яё]+\s(?:[А-ЯЁ]\.\s?){1,2}(?<!\s)|(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+)[.,:]?\s"
    r"(?:[Пп]олное\s)?(?:[Сс]обрание\s)?(?:[Сс]очинени[йя]|[Тт]руды|[Ии]збранн)"
)
"""«Пашин А. П. Полное собрание сочинений Том 7»."""
MAX_TOP: Final = 4


def _document(page: Page, head: Head, end: int, over: frozenset[int]) -> tuple[Region, set[int]]:
    rows, text = page.paragraphs, page.capture.text
    inner = [i for i in range(head.after, end) if i not in over]
    tail = next((i for i in inner if len(rows[i].text) <= MAX_LINE and _TAIL.match(rows[i].text)), end)
    imprint = _imprint(rows, [i for i in inner if i >= tail])
    marker = [i for i in inner[:1] if _NUMBER.fullmatch(rows[i].text)]
    loose = [i for i in inner if i < tail and _LOOSE.fullmatch(rows[i].text)]
    body = [i for i in inner if i < tail and i not in (*marker, *loose)]
    date = next((i for i in body[:1] if is_date_line(rows[i].text)), None)
    address = _address(rows, head, [i for i in body[:MAX_LINES] if i != date])
    title = rows[head.title]
    last = rows[head.after - 1]
    whole = Paragraph(title.start, last.end, text[title.start : last.end].replace("\n", " "), title.blank_before)
    if mark := _MARK.search(whole.text):
        whole = whole.at(0, mark.start())
    to = (
        title.start + head.to[0],
        min(whole.end, last.end) if head.after > head.title + 1 else title.start + head.to[1],
    )
    stars = len(whole.text) - len(whole.text.lstrip("* "))
    star, whole = whole.at(0, stars), whole.at(stars, len(whole.text))
    silent = [star, *(rows[i] for i in (*range(head.first, head.title), *marker))]
    silent.append(last.at(max(0, whole.end - last.start), len(last.text)))
    region = Region(
        body=tuple(rows[i] for i in body),
        title=whole,
        site_date=_written([rows[i] for i in imprint]) if date is None else None,
        sources=tuple(rows[i] for i in imprint),
        silent=tuple(part for part in silent if part.text),
        formal=True,
        kind="telegram" if head.telegram else "letter",
        named=(("to", to),),
        served=address if address and address[0].paragraph == rows[body[0]] else (),
    )
    return region, {*range(head.first, head.after), *body, *imprint, *marker}


def _address(rows: Sequence[Paragraph], head: Head, first: Sequence[int]) -> tuple[ServiceLine, ...]:
    """Return the first lines of a document up to the one that repeats whom its heading names, and where he is."""
    called = rows[head.title].text[slice(*head.to)].split()
    for at, i in enumerate(first):
        text = rows[i].text
        if len(text) > MAX_LINE or not called:
            return ()
        if called[-1].lower() in text.lower().replace(",", " ").split() and not _SAYS.search(text):
            above = tuple(ServiceLine(rows[j], classify(rows[j].text)) for j in first[:at])
            if any(line.service is None for line in above) or len(text.split()) < MIN_ADDRESS:
                return ()  # «Карск, Ветрову» is read where any address is
            seat = _SEAT.match(text)
            place = (("place", *seat.span("place")),) if seat else ()
            return (*above, ServiceLine(rows[i], Service("address", place)))
    return ()


MIN_ADDRESS: Final = 3
_SEAT: Final = regex(r"(?P<place>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)(?:,|\sи\sпо\sместу)\s")
_SAYS: Final = regex(r"[!?;…]|\.\s+[а-яё]|[а-яё]{3,}(?:ите|йте|ете|шу)(?:[\s,.]|$)")
"""What shows that a line speaks to him whom the heading names: he is asked, told, thanked."""


def _imprint(rows: Sequence[Paragraph], indexes: Sequence[int]) -> list[int]:
    """Return the rows of an imprint, which may go over several short lines, up to a note or the next leaf."""
    found: list[int] = []
    for i in indexes[:MAX_IMPRINT]:
        if _NUMBER.fullmatch(rows[i].text) or _LOOSE.fullmatch(rows[i].text) or len(rows[i].text) > MAX_LINE:
            break
        found.append(i)
    return found


def _written(imprint: Sequence[Paragraph]) -> Paragraph | None:
    """Return the words of an imprint that say when the document was written."""
    return next(iter(_dates(imprint)), None)


def _dates(imprint: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for row in imprint:
        match = _WRITTEN.match(row.text)
        found = find_dates(row.text[match.end() :]) if match else ()
        if match and found and len(found[0].when or "") >= len("1938"):
            yield row.at(match.end() + found[0].start, match.end() + found[0].end)
