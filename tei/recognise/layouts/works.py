"""Telegrams of somebody's collected works: a page of a web archive, or a volume as a scanner read it.

A web page has the author's name, the title, a block of labels ("Written:", "Source:", "Translated:", "Public Domain:"),
the text, its notes and links to the neighbours. A printed volume has a number, "TELEGRAM TO …" in capitals, the text,
and under the signature "Written on …", "First published in …", "Printed from …"; scanners put its lines apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.dates import find_dates
from tei.model import Footnote
from tei.recognise.layouts.endnotes import markers, read_endnotes, without_marker
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.works_address import MIN_FULL, addressed
from tei.recognise.layouts.works_chinese import read_chinese, score_chinese
from tei.recognise.layouts.works_leaves import leaf_heads, lone_figures
from tei.recognise.layouts.works_russian import heads_of, read_russian, score_russian
from tei.recognise.layouts.works_volume import read_volume, score_volume
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised
from tei.recognise.parts import joined
from tei.recognise.titles import read_title
from tei.regexes import regex

_LABEL: Final = regex(
    r"(?P<label>Written|Published|First [Pp]ublished|Source|Translat(?:ed|ion|or)|Transcri(?:bed|ption|"
    r"ber)[^:\n]{0,24}|"
    r"HTML[^:\n]{0,20}|Mark-?[Uu]p|Public [Dd]omain|Online [Vv]ersion|Delivered|Sent|Dictated|Proof[^:\n]{0,30}|"
    r"Copyleft|Copyright|Other [Ff]ormats|Publisher|Wired|Telegraphed|Phoned|"
    r"Marxists[^:\n]{0,40}|Original|Language)\s*:\s*(?P<value>\S.*)?",
    re.DOTALL,
)
_OF_ARCHIVES: Final = ("transcri", "public dom", "html", "mark", "online v", "other for", "proof", "copyleft")
_WEB: Final = ("online v", "other for", "copyleft", "public dom", "copyright", "marxists")
"""Labels that say nothing of the document itself."""
_NAVIGATION: Final = regex(
    r"[<«←]?\s*(?:back(?:ward)?|previous|prev)\b[^\n]{0,30}(?:forward|next)[^\n]{0,12}|(?:[^\n|]{2,60}\|){1,5}[^\n|]{2,60}|"
    r"(?:top of (?:the )?page|last updated|return to|back to|works index|collected works)[^\n]{0,80}|"
    r"[^\n]{2,50}\b(?:internet )?archive",
    re.IGNORECASE,
)
_AUTHOR: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ][\w’'.-]*\s*){1,5}")
_TITLE: Final = regex(
    r"(?P<kind>(?:(?:[A-Z-]+\s+){0,2}(?:TELEGRAM|CABLE|RADIO(?:GRAM)?|LETTER|NOTE|MESSAGE|TELEPHONE MESSAGE|WIRELESS "
    r"MESSAGE|DIRECT LINE MESSAGE)S?(?:,?\s+AND\s+[A-Z]+)?\s+)?TO\s+)(?P<to>(?:THE\s+|ALL\s+)?[A-ZÀ-ÞА-ЯЁ](?:[^a-z\n]|"
    r"\n)*)"
)
_WRITTEN: Final = regex(
    r"(?:Written|Sent|Dictated|Wired|Telegraphed|Transmitted|Dispatched|Cabled|Написано|Послан[ао]|Отправлен[ао]|"
    r"Передан[ао])\b[^\n]{0,24}?\s(?=[\dA-ZА-Я])",
)
_TAIL: Final = regex(
    r"(?:Written|Sent|Dictated|Wired|Telegraphed|Transmitted|Dispatched|Cabled)\s+(?:(?:on|in|from|by|to|at|not|between|"
    r"before|after|prior|later|earlier|during|early|late)\b|[A-Z])[^.!?]{0,80}|"
    r"(?:First\s+)?[Pp]ublished\s+(?:for\s+the\s+first|in|according|on|[A-Z])[^\n]{0,90}|Printed\s+from\s+[^\n]{0,80}|"
    r"Translated\s+from\s+[^\n]{0,60}|Reprinted\s+from\s[^\n]{0,80}|"
    r"(?:Написано|Послан[ао]|Отправлен[ао]|Передан[ао]|Впервые\s+напечатано|Впервые\s+опубликовано|Печатается\s+по)\b"
    r"[^\n]{0,90}"
)
_TAILS: Final = (
    *("Written", "Sent", "Dictated", "Wired", "Telegraphed", "Transmitted", "Dispatched", "Cabled", "First"),
    *(
        "Published",
        "published",
        "Printed",
        "Translated",
        "Reprinted",
        "Написано",
        "Послан",
        "Отправлен",
        "Передан",
        "Впервые",
    ),
    "Печатается",
)
"""What a tail begins with."""
_WAY: Final = regex(
    r"\bSent\s+from\s+(?P<from>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?:\s+to\s+(?P<to>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))?"
)
_NUMBER: Final = regex(r"\d{1,4}")
_FIGURES: Final = regex(r"(?<!\d)(?:\d\s){2,3}\d(?!\d)")
_DAY: Final = regex(r"(?:(?<=[a-z]\s)|(?<=[a-z]\s\s))\d \d(?!\s?\d)")
"""“November  1 9”: a day of two figures set apart."""
_YEAR: Final = regex(r"(?<!\d)1[89]\d\d(?!\d)")
_GOES_ON: Final = regex(r"[^.!?…:;”\"»)\]]$")
_SIGNED: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ][\w.’'-]*[,\s]*){1,6}")
_KIND_ALONE: Final = regex(r"(?:CODED\s+)?(?:TELEGRAM|CABLE|RADIO(?:GRAM)?|LETTER|NOTE|TELEPHONE\s+MESSAGE)S?")
_CONTINUES: Final = regex(r"(?:TO|OF|AND|IN|FOR|AT|ON)\s+[A-ZÀ-ÞА-ЯЁ][^a-z\n]*")
MAX_HEAD_LINES: Final = 4
MIN_LABELS: Final = 2
MAX_TOP: Final = 8
MAX_TITLE: Final = 160
MAX_PARTIES: Final = 8
MAX_TAIL: Final = 110
MIN_JOINED: Final = 24
"""Characters of the shortest line that can go on in the next one."""


def score_works(page: Page) -> Score:
    """Score a page by its block of labels under author and title, or by headings in capitals with their imprints."""
    if (block := _labels(page)) is not None:
        return Score(0.985, f"a page of somebody's works: {block[1] - block[0]} labelled lines under title and author")
    rows = _whole_rows(page)
    heads = _heads(rows)
    tails = sum(1 for row in rows if len(row.text) <= MAX_TAIL and _is_tail(row))
    if heads and tails:
        return Score(min(0.95, 0.7 + 0.1 * len(heads)), f"{len(heads)} headings of a volume of works, {tails} imprints")
    return max(score_russian(page), score_volume(page), score_chinese(page), key=lambda score: score.value)


def read_works(page: Page) -> Regions:
    """Part a page of a web archive, or a scanned volume, into telegrams and what stands round them."""
    block = _labels(page)
    if block is None and not _heads(_whole_rows(page)):
        if score_chinese(page).value:
            return read_chinese(page)
        volume = score_volume(page).value
        if heads_of(page.paragraphs) and score_russian(page).value >= volume:
            return read_russian(page)
        if volume:
            return read_volume(page)
    return _web_page(page, *block) if block else _volume(page)


def _labels(page: Page) -> tuple[int, int] | None:
    """Return the first row of the block of labels and the one after its last, None where there is no such block."""
    if "ource" not in page.capture.text and "ublish" not in page.capture.text:
        return None
    rows = page.paragraphs
    found = [i for i, row in enumerate(rows[: 2 * MAX_TOP + 8]) if _LABEL.match(row.text) and row.text[0].isupper()]
    first = next((i for i in found if 2 <= i <= MAX_TOP), None)
    if first is None or sum(i >= first for i in found) < MIN_LABELS:
        return None
    told = [rows[i].text[:12].lower() for i in found]
    if not any(text.startswith(_OF_ARCHIVES) for text in told):
        return None
    end = first + 1
    while end < len(rows) and (end in found or (end + 1 in found and rows[end].blank_before == 0)):
        end += 1
    above = rows[:first]
    named = any(read_title(_plain(row).text).kind or _names_both(row) for row in above if len(row.text) <= MAX_TITLE)
    return (first, end) if named and any(_is_author(row) for row in above) else None


def _is_author(row: Paragraph) -> bool:
    text = _ARCHIVE.sub("", " ".join(row.text.split()))
    return len(text) <= 50 and _AUTHOR.fullmatch(text) is not None and read_title(text).kind is None


def _web_page(page: Page, first: int, after: int) -> Regions:
    rows, text = page.paragraphs, page.capture.text
    end = _end_of_text(page, after)
    noted = read_endnotes(text, rows[:end])
    stop = noted.first if noted.notes and noted.first > after else end
    body = rows[after:stop]
    title_at = next((i for i in range(first) if read_title(_plain(rows[i]).text).kind), -1)
    title_at = title_at if title_at >= 0 else next((i for i in range(first) if _names_both(rows[i])), first - 1)
    title = without_marker(text, rows[title_at], noted.notes)
    author = next((row for row in rows[:first] if row is not rows[title_at] and _is_author(row)), None)
    labels = rows[first:after]
    own, hung = _shared_out(text, body, noted.notes)
    date = _written(labels) or next((row for row in rows[title_at + 1 : first] if is_date_line(row.text)), None)
    told = [row for row in labels if not row.text.lower().startswith(_WEB)]
    tail = rows[title_at].at(title.end - title.start, len(rows[title_at].text))
    under = rows[title_at + 1] if title_at + 1 < first else None
    whole = not tail.text and not title.text.endswith(":")
    if under is not None and whole and under not in (author, date) and _is_subtitle(under):
        title = joined(title, under)
    text_rows = _without_own_title(body, title)
    served, begins = addressed(text_rows, 0, len(text_rows)) if _is_wire(labels) else ((), 0)
    region = Region(
        body=(*(line.paragraph for line in served), *text_rows[begins:]),
        served=served,
        title=title,
        site_date=date,
        sources=tuple(told),
        notes=own,
        hung=hung,
        silent=tuple(part for part in (tail, author, *noted.headings) if part is not None and part.text),
        named=(*_author_named(author), *_way(labels)),
        formal=True,
        kind="" if read_title(_plain(title).text).kind else "letter",
    )
    taken = {id(row) for row in (*body, *told, author, date)}
    notes = range(noted.first, noted.last + 1) if noted.notes else range(0)
    left = tuple(
        row for i, row in enumerate(rows) if id(row) not in taken and i not in notes and row.start >= title.end
    )
    left += tuple(row for row in rows if row.end <= title.start and id(row) not in taken)
    return Regions("works", (region,) if region.body else (), left, () if region.body else body)


def _names_both(row: Paragraph) -> bool:
    """Say whether a line over the labels is who writes to whom and nothing else: “Pell to Tumanova:”."""
    text = row.text.rstrip(" :")
    return len(text.split()) <= MAX_PARTIES and " to " in text and is_capitalised(text)


def _is_wire(labels: Sequence[Paragraph]) -> bool:
    """Say whether a label says that the text was telegraphed: it has its address over it."""
    return any(row.text.startswith(("Wired", "Telegraphed", "Sent", "Phoned")) for row in labels)


def _is_subtitle(row: Paragraph) -> bool:
    """Say whether a line under the title goes on with it: what the letter is about."""
    return len(row.text) <= MAX_TITLE and row.text[-1:] not in ".:;," and not is_date_line(row.text)


def _shared_out(
    text: str, body: Sequence[Paragraph], notes: Sequence[Footnote]
) -> tuple[tuple[Footnote, ...], tuple[Footnote, ...]]:
    """Part the notes whose markers stand in the text from those of its title."""
    places = markers(text, body, notes) if notes else {}
    return tuple(n for n in notes if n.key in places), tuple(n for n in notes if n.key not in places)


def _without_own_title(body: Sequence[Paragraph], title: Paragraph) -> tuple[Paragraph, ...]:
    """Leave out a title that the page repeats over its text."""
    same = bool(body) and " ".join(body[0].text.lower().split()) == " ".join(title.text.lower().split())
    return tuple(body[same:])


def _end_of_text(page: Page, start: int) -> int:
    end = len(page.paragraphs)
    while end > start and (page.roles[end - 1] is not None or _NAVIGATION.fullmatch(page.paragraphs[end - 1].text)):
        end -= 1
    return end


_ARCHIVE: Final = regex(r"\s(?:Reference|Internet|Reference Internet)\sArchive$")


def _author_named(author: Paragraph | None) -> Iterator[tuple[str, tuple[int, int]]]:
    if author is not None:
        suffix = _ARCHIVE.search(author.text)
        yield "from", (author.start, author.start + suffix.start() if suffix else author.end)


def _way(labels: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield from where and to where a telegram went, as the labels say: "Sent from Karsk to Leningrad"."""
    for row in labels:
        match = _WAY.search(row.text)
        if match:
            yield "place_from", (row.start + match.start("from"), row.start + match.end("from"))
            if match["to"]:
                yield "place_to", (row.start + match.start("to"), row.start + match.end("to"))
            return


def _written(labels: Sequence[Paragraph]) -> Paragraph | None:
    """Return the words of a label that say when the document was written."""
    for row in labels:
        for match in _WRITTEN.finditer(row.text):
            rest = row.at(match.end(), len(row.text))
            found = [date for date in find_dates(_plain(rest).text) if len(date.when or "") >= len("1917-03")]
            if found and found[0].start < MIN_JOINED:
                return rest.at(found[0].start, found[0].end)
    dated = (row for row in labels if row.text.startswith(("Written", "Delivered", "Sent", "Dictated", "Wired")))
    for row in dated:
        dates = find_dates(row.text)
        if dates:
            return row.at(dates[0].start, dates[0].end)
    return None


def _plain(row: Paragraph) -> Paragraph:
    """Return a row with figures that a scanner set apart put together, "1 9 1 8", and no space before its commas.

    The text keeps its length: blanks are moved behind the words.
    """
    text = row.text
    if _FIGURES.search(text):
        text = _FIGURES.sub(lambda m: m.group().replace(" ", "").ljust(len(m.group())), text)
    text = _DAY.sub(lambda m: m.group().replace(" ", "").ljust(len(m.group())), text)
    text = re.sub(r"(?<=\w)(\s+)([,)]+)", lambda m: m.group(2) + m.group(1), text).replace("\n", " ")
    return Paragraph(row.start, row.end, text, row.blank_before)


def _is_tail(row: Paragraph) -> bool:
    return row.text.startswith(_TAILS) and _TAIL.fullmatch(row.text) is not None


def _heads(rows: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the rows of headings in capitals, "TELEGRAM TO …": of a first one the kind must be named."""
    found = [
        i
        for i, row in enumerate(rows)
        if row.text[:1].isupper() and len(row.text) <= MAX_TITLE and " TO " in f" {row.text} " and _is_head(rows, i)
    ]
    return tuple(found) if any(_TITLE.fullmatch(rows[i].text).group("kind").strip() != "TO" for i in found) else ()  # type: ignore[union-attr] # each matches


def _is_head(rows: Sequence[Paragraph], index: int) -> bool:
    text = rows[index].text.rstrip("0123456789*[] ")
    match = _TITLE.fullmatch(text)
    if match is None or len(match["to"].split()) > 14:
        return False
    counted = index > 0 and _NUMBER.fullmatch(rows[index - 1].text) is not None
    return counted or match["kind"].strip() != "TO"


def _whole_rows(page: Page) -> tuple[Paragraph, ...]:
    """Return the rows of a page, headings of several lines put together: “TELEGRAM” over “TO THE COOKS”."""
    if "whole heads" not in page.worked_out:
        page.worked_out["whole heads"] = tuple(_with_whole_heads(page.capture.text, page.paragraphs))
    rows: tuple[Paragraph, ...] = page.worked_out["whole heads"]
    return rows


def _with_whole_heads(text: str, rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    index = 0
    while index < len(rows):
        row, last = rows[index], index
        if row.text.isupper() and (_KIND_ALONE.fullmatch(row.text) or _TITLE.fullmatch(row.text)):
            while last + 1 < min(index + MAX_HEAD_LINES, len(rows)) and _CONTINUES.fullmatch(rows[last + 1].text):
                last += 1
        words = text[row.start : rows[last].end]
        yield row if last == index else Paragraph(row.start, rows[last].end, words.replace("\n", " "), row.blank_before)
        index = last + 1


def _volume(page: Page) -> Regions:
    over = leaf_heads(whole := _whole_rows(page))
    rows = tuple(row for i, row in enumerate(whole) if i not in over)
    heads = _heads(rows)
    ends = [*heads[1:], len(rows)] if heads else []
    regions: list[Region] = []
    taken: set[int] = set()
    for head, end in zip(heads, ends, strict=True):
        counted = head > 0 and _NUMBER.fullmatch(rows[head - 1].text) is not None
        next_counted = end < len(rows) and _NUMBER.fullmatch(rows[end - 1].text) is not None
        stop = end - next_counted
        region = _document(page.capture.text, rows, head, stop, rows[head - 1] if counted else None)
        if region.body:
            regions.append(region)
            taken.update(range(head - counted, stop))
    left = tuple(row for i, row in enumerate(rows) if i not in taken)
    return Regions("works", tuple(regions), tuple(whole[i] for i in sorted(over)), left)


def _document(text: str, rows: Sequence[Paragraph], head: int, end: int, number: Paragraph | None) -> Region:
    title = rows[head]
    match = _TITLE.match(title.text)
    tail = next((i for i in range(head + 1, end) if len(rows[i].text) <= MAX_TAIL and _is_tail(rows[i])), end)
    imprint = _dated_whole(rows[tail:end])
    noted = rows[head + 1 : head + 2] if head + 1 < tail and _NUMBER.fullmatch(rows[head + 1].text) else ()
    served, first = addressed(rows, head + 1 + len(noted), tail)
    figures = lone_figures(rows[first:tail])
    body = (*(line.paragraph for line in served), *_joined(text, [r for r in rows[first:tail] if r not in figures]))
    kind = "" if read_title(title.text).kind else "letter"
    named = [("to", (title.start + match.start("to"), title.start + match.end("to")))] if match and kind else []
    return Region(
        body=body,
        title=title,
        site_date=_written([_plain(row) for row in imprint]),
        sources=tuple(imprint),
        silent=(*((number,) if number else ()), *noted, *figures),
        ordinal=number.text if number else "",
        kind=kind,
        formal=True,
        named=(*named, *_way(imprint)),
        served=served,
    )


def _dated_whole(imprint: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Put a date together that a scanner broke before the year: “Written on November 19” over “(December 2), 1917”."""
    if len(imprint) < 2 or not imprint[0].text.startswith("Written") or _YEAR.search(_plain(imprint[0]).text):
        return tuple(imprint)
    return (joined(imprint[0], imprint[1]), *imprint[2:]) if _YEAR.search(_plain(imprint[1]).text) else tuple(imprint)


def _joined(text: str, rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Join the lines of paragraphs that a scanner set apart: one goes on in small letters, or behind a full line."""
    made: list[Paragraph] = []
    for row in rows:
        above = made[-1] if made and not text[made[-1].end : row.start].strip() else None  # a leaf's head between them
        runs_on = above is not None and len(above.text) >= MIN_JOINED and _GOES_ON.search(above.text) is not None
        full = (
            above is not None and len(above.text) - above.text.rfind("\n") >= MIN_FULL and len(row.text) >= MIN_JOINED
        )
        full = full and " " in row.text.strip() and _SIGNED.fullmatch(row.text) is None
        if above is not None and runs_on and (row.text[:1].islower() or above.text.endswith(("-", ",")) or full):
            made[-1] = Paragraph(above.start, row.end, text[above.start : row.end], above.blank_before)
        else:
            made.append(row)
    return tuple(made)


WORKS: Final = Layout("works", score_works, read_works)
"""Pages and volumes of somebody's collected works."""
