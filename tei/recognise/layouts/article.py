"""An article: telegrams under headings or quoted between argument, with notes at the end that hold their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import count_words, is_sign
from tei.recognise.enveloped import is_enveloped
from tei.recognise.features import raised
from tei.recognise.furniture import Role
from tei.recognise.layouts.announcing import (
    announces,
    gives_below,
    gives_words,
    is_prose,
    is_salutation,
    is_strong,
    is_title,
    numbered,
    tells,
)
from tei.recognise.layouts.assembly import assemble, is_page_furniture
from tei.recognise.layouts.captions import may_caption
from tei.recognise.layouts.chinese_counts import is_counted
from tei.recognise.layouts.cited import is_requisite
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.documents import Document, find_documents
from tei.recognise.layouts.endnotes import Notes, read_endnotes
from tei.recognise.layouts.formulas import opens_by_formula
from tei.recognise.layouts.handing import may_hand_over
from tei.recognise.layouts.inline_quotes import quotes_in
from tei.recognise.layouts.inset import opened_in, telegrams_in
from tei.recognise.layouts.other_matter import is_contents, opens_minutes
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.press_wires import read_press, score_press
from tei.recognise.layouts.quoted_forms import is_quoted_form, opens_form
from tei.recognise.layouts.quoting import quotes_by_note
from tei.recognise.layouts.registers import is_results
from tei.recognise.layouts.rows import Head, Rows, is_personal, is_title_row
from tei.recognise.layouts.sourced_heads import is_described, is_kind_over_quotation, may_head
from tei.recognise.layouts.tabled import heads_table
from tei.recognise.layouts.told_quotes import is_about_telegraphy
from tei.recognise.layouts.voices import narrates, tells_of_self
from tei.recognise.notes import tied_where_round
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.service import classify
from tei.recognise.setting import setting_of
from tei.recognise.telling import speaks
from tei.recognise.titles import kind_first
from tei.regexes import regex

_BYLINE: Final = regex(
    r"(?i:by|introduced(?: and \w+)? by|von|par|автор:?|сообщил\w*)\s+[A-ZÀ-ÞА-ЯЁ]|"
    r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){1,2}[A-ZÀ-ÞА-ЯЁ][\w’-]+$"
)
_AUTHOR: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w’-]+(?:\s(?:[A-ZÀ-ÞА-ЯЁ]\.\s?)?[A-ZÀ-ÞА-ЯЁ][\w’-]+){1,2}")
"""A name and nothing else, under the heading of an article."""
_MARKED: Final = regex(r"(?<=:)\s?[\[(]?\d{1,3}[\])]?$")
"""The marker of a note behind the colon that hands over."""
OPENING: Final = 6
MAX_HEADS: Final = 8
MIN_ROWS: Final = 3
MIN_SIGNS: Final = 4
"""So many paragraphs at least has an article; in Chinese, where they are long, fewer."""
MIN_ROUND: Final = 12
"""So many words at least stand round a telegram in a page of a paragraph or two that tells of it."""
MIN_RETOLD: Final = 1
MIN_REMEMBERED: Final = 2
LAST: Final = 4
"""Among so many lines at the end stands the closing of a letter."""
MIN_ARGUMENT: Final = 2
"""So many paragraphs of running text outside its telegrams make an argument."""
MIN_ARGUMENT_WORDS: Final = 25
_OPENING_MARKS: Final = "“„«\"'‘[( "
MAX_HANDED: Final = 160
MAX_BEHIND_DAY: Final = 6
MIN_GIVEN: Final = 0.4
MIN_DESCRIBED: Final = 2
MAX_CONTENTS: Final = 12


def score_article(page: Page) -> Score:
    """Score a page by what an article has: running text outside the telegrams, and notes with their sources."""
    if is_record(page):
        return Score(0.0, "the record page of an archive")
    if (press := score_press(page)).value:
        return press
    if not _hints(page):
        return Score(0.0, "no heading or sentence hands over to a telegram")
    rows, notes = parted(page)
    documents = documents_of(page, rows)
    if documents and is_results(page):
        return Score(0.0, "a list of results")
    if any(heads_table(row.text) for row in rows.rows):
        return Score(MIN_GIVEN, "a page with a table of telegrams")
    described = _described(page, rows) if not documents else 0
    if described >= MIN_DESCRIBED:
        return Score(MIN_GIVEN, f"a list that describes {described} documents")
    argument = argument_of(rows, documents)
    given = documents[:1] and documents[0].head.announced
    if given and gives_below(rows.said(given[-1])):
        return Score(MIN_GIVEN, f"a page that gives {len(documents)} documents, as it says itself")
    enough = 1 if page.edited or _is_brief(rows, documents) else MIN_ARGUMENT
    enough = min(enough, _told_by_wire(rows, documents))
    if len(argument) == 1 < enough and notes.notes and not documents and quotes_by_note(page, rows, notes):
        enough = 1
    enough = 0 if len(argument) < enough and documents and _is_of_another_kind(rows, documents) else enough
    quoting = not documents and not notes.notes and (_quotes_only(rows) or _opens_one(rows))
    enough = 0 if quoting else enough
    lacking = not documents and (not (notes.notes or quoting) or _opens_as_telegram(rows))
    if len(argument) < enough or lacking:
        return Score(0.0, f"{len(argument)} paragraphs of argument round {len(documents)} telegrams")
    share = sum(len(rows.rows[i].text) for i in argument) / max(1, sum(len(row.text) for row in rows.rows))
    value = 0.35 + 0.3 * bool(notes.notes) + 0.25 * min(1.0, 2 * share)
    value += 0.05 * min(2, len(documents))
    reason = f"{len(argument)} paragraphs of argument round {len(documents)} telegrams, {len(notes.notes)} notes"
    return Score(min(1.0, value), reason)


def read_article(page: Page) -> Regions:
    """Part an article into its telegrams and what is said round them."""
    if score_press(page).value:
        return read_press(page)
    rows, notes = parted(page)
    return assemble("article", page, rows, documents_of(page, rows), notes)


def _described(page: Page, rows: Rows) -> int:
    """Count the titles that stand over a description and not over a document, as in briefing books."""
    read = page.worked_out.get("documents by their heads", {})
    heads = (head for head, document in read.items() if document is None and head.title is not None)
    return sum(is_described(rows, head, head.body + 1) for head in heads)


def _is_brief(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether one paragraph of argument is enough, by what the page says of its author or of its telegrams."""
    return _is_signed_work(rows, documents) or _only_quotes(rows, documents) or _are_personal(rows, documents)


def _told_by_wire(rows: Rows, documents: Sequence[Document]) -> int:
    """Return how much argument is enough where sentences hand over to all documents and speak of telegrams there."""
    heads = [document.head for document in documents]
    if any(is_quoted_form(rows, head) for head in heads) or _are_captioned(heads):
        return 0
    if not heads or not all(head.title is None and head.announced for head in heads):
        return MIN_ARGUMENT
    begun = (document.body[0].text.lstrip(_OPENING_MARKS)[:1] for document in documents)
    wired = all(sign.isupper() or sign.isdigit() or is_sign(sign) for sign in begun)
    wired = wired and all(is_strong(rows.said(head.announced[-1])[-MAX_HANDED:]) for head in heads)
    if not wired:
        return MIN_ARGUMENT
    told = sum(count_words(rows.said(at)) for at in heads[0].announced)
    return 1 if len(heads) == 1 and (documents[0].quote is None or told < MIN_ROUND) else 0


def _are_captioned(heads: Sequence[Head]) -> bool:
    """Say whether each document of a page has its title below it, as pages of quotations have it."""
    return bool(heads) and all(head.title is not None and head.title > head.body for head in heads)


def _is_signed_work(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether a short page is somebody's article: it names its author, and hands over to what it quotes."""
    handed = any(document.head.announced and document.head.title is None for document in documents)
    handed = handed or (not documents and bool(rows.notes))
    if handed and any(_BYLINE.match(row.text) for row in rows.rows[:4] if len(row.text) <= 80):
        return True
    whole = handed and any(document.body[0].text.lstrip('“„«"')[:1].isupper() for document in documents)
    titled = bool(rows.notes) and (whole or any(document.head.title is not None for document in documents))
    return titled and len(rows.rows) > 1 and _AUTHOR.fullmatch(rows.rows[1].text) is not None


def _only_quotes(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether all that a page has of telegrams stands in quotation marks, and it tells of them from outside."""
    if not documents or not all(document.quote and document.head.announced for document in documents):
        return False
    told = (rows.rows[i].text for i in range(documents[0].head.body))
    return not any(speaks(_QUOTED.sub(" ", text)) for text in told)


def _are_personal(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether a page gives messages of statesmen in person, each under such a line."""
    heads = [document.head.title for document in documents]
    return bool(heads) and all(head is not None and is_personal(rows.words(head)) for head in heads)


def _quotes_only(rows: Rows) -> bool:
    """Say whether a page without notes tells of others from outside, and quotes telegrams whole in its sentences."""
    above = ("", *(row.text for row in rows.rows))
    wired = is_about_telegraphy(rows.text)
    found = [(row, list(telegrams_in(row, over, wired=wired))) for row, over in zip(rows.rows, above, strict=False)]
    quoting = {row: _outside(row, regions) for row, regions in found if regions}
    if not quoting:
        return False
    if len(rows.rows) < MIN_ROWS:
        return all(_leads_in(row, regions) for row, regions in found if regions)
    spoken = [row for row in rows.rows if speaks(quoting.get(row) or _QUOTED.sub(" ", row.text))]
    return not spoken or _retells(rows, tuple(quoting), spoken)


def _leads_in(row: Paragraph, regions: Sequence[Region]) -> bool:
    """Say whether a paragraph tells at some length of others before it quotes, and not only hands on a message."""
    told = _QUOTED.sub(" ", row.text[: max(0, regions[0].body[0].start - row.start)]) or _outside(row, regions)
    return count_words(told) >= MIN_ROUND and (narrates(told) or (is_strong(told) and not speaks(told)))


def _outside(row: Paragraph, regions: Sequence[Region]) -> str:
    """Return what a paragraph says round the telegrams that it quotes, and round whatever else stands in marks."""
    text = row.text
    spans = [(part.start - row.start, part.end - row.start) for region in regions for part in region.body]
    for start, end in (*spans, *((quote.opened, quote.closed) for quote in quotes_in(row))):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return _QUOTED.sub(" ", text)


def _opens_one(rows: Rows) -> bool:
    """Say whether a paragraph opens with a telegram in marks and goes on behind it."""
    return any(opened_in(row, over) for over, row in pairwise(rows.rows) if row.text[:1] in '“„«"')


def _retells(rows: Rows, quoting: Sequence[Paragraph], spoken: Sequence[Paragraph]) -> bool:
    """Say whether an author who says "I" here and there tells of others, whose telegrams his paragraphs quote.

    So does one who tells of himself at length, as in memoirs: a letter has its greeting and its closing.
    """
    told = [row for row in quoting if row not in spoken]
    argument = [row for row in rows.rows if is_argument(row.text)]
    silent = [row for row in argument if row not in spoken]
    if told and len(silent) >= MIN_RETOLD and 2 * len(silent) > len(argument):
        return True
    remembered = [row for row in argument if tells_of_self(_QUOTED.sub(" ", row.text)) or narrates(row.text)]
    return len(remembered) >= MIN_REMEMBERED and not any(is_closing(row.text) for row in rows.bare[-LAST:])


_QUOTED: Final = regex(r"[“„«\"][^“”„«»\"]*(?:[”“»\"]|$)")


def _is_of_another_kind(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether a page is minutes or a diary by its first lines, in which telegrams are handed over and quoted."""
    if not all(document.head.announced and document.quote for document in documents):
        return False
    heads = [row.text for row in rows.rows[:MAX_HEADS] if len(row.text) <= 90]
    return any(diary_owner(text) is not None or opens_minutes(text) for text in heads)


def _opens_as_telegram(rows: Rows) -> bool:
    """Say whether a page without a document of its own begins as a telegram does: what it quotes is quoted there."""
    return any(
        (is_salutation(row.text) and not _is_headline(rows, at)) or is_title_row(rows, at) or _is_entitled(row.text)
        for at, row in enumerate(rows.bare[:OPENING])
    )


def _is_entitled(text: str) -> bool:
    """Say whether a line begins with the kind of a document and ends with its day, though it is a sentence."""
    if text[-1:] != "." or len(text) > MAX_HANDED or not kind_first(text):
        return False
    days = find_dates(text)
    return bool(days) and days[-1].end >= len(text) - MAX_BEHIND_DAY


def _is_headline(rows: Rows, at: int) -> bool:
    """Say whether a line is one of several in capitals, as newspapers head what they print."""
    return rows.words(at).isupper() and (rows.words(at + 1).isupper() or (at > 0 and rows.words(at - 1).isupper()))


def is_record(page: Page) -> bool:
    """Say whether the page's own furniture says that it is the record of one document."""
    return page.first(Role.RECORD_BEGINS) is not None or page.first(Role.CITATION) is not None or is_requisite(page)


def _hints(page: Page) -> bool:
    """Look for one line that can hand over to a telegram, cheaply: most pages have none, or one at the top."""
    paragraphs = page.paragraphs
    if len(paragraphs) < (MIN_SIGNS if is_sign(paragraphs[0].text[:1] if paragraphs else "") else MIN_ROWS):
        wired = is_about_telegraphy(page.capture.text)
        return any(next(telegrams_in(row, wired=wired), None) for row in paragraphs)
    wired = is_about_telegraphy(page.capture.text)
    setting = setting_of(page.capture)
    set_off = bool(setting.quotes or setting.indents)
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        below = paragraphs[index + 2].text if index + 2 < len(paragraphs) else ""
        text = paragraph.text
        if index > 1 and len(text) <= 250 and is_title(text[numbered(text) :]):
            return True
        if (
            is_counted(text, following)
            or is_personal(text)
            or is_kind_over_quotation(text, following)
            or may_head(text, following)
            or opens_form(text)
            or may_caption(text, following)
            or gives_words(text)
            or opens_by_formula(text)
            or heads_table(text)
        ):
            return True
        if ":" in text[-8:-1]:
            text = _MARKED.sub("", text)
        begun = index > 0 or count_words(text) >= MIN_ROUND
        if begun and (announces(text, following, below) or may_hand_over(text, following)):
            return True
        if next(telegrams_in(paragraph, paragraphs[index - 1].text if index else "", wired=wired), None):
            return True
        if set_off and index + 1 < len(paragraphs) and setting.quote(paragraphs[index + 1], loose=True) and tells(text):
            return True
    noted = sum(map(_is_note, paragraphs))
    return noted >= MIN_NOTED or (noted > 0 and quotes_by_note(page, *parted(page)))


MIN_NOTED: Final = 2
"""Notes that say who wrote to whom: so many make a page a scholar's work, whatever it quotes."""
_NOTE: Final = regex(r"[\[(]?\d{1,3}[\])]?[.:]?\s+(?=[A-ZÀ-ÞА-ЯЁ])|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?")


def _is_note(row: Paragraph) -> bool:
    """Say whether a line is a note that says first who wrote to whom."""
    match = _NOTE.match(row.text)
    return match is not None and is_enveloped(row.text[match.end() :])


def documents_of(page: Page, rows: Rows, *, unnamed: bool = False) -> tuple[Document, ...]:
    """Return the documents of a page, looked for once."""
    key = f"documents, {unnamed=}"
    if key not in page.worked_out:
        read = page.worked_out.setdefault("documents by their heads", {})
        found = find_documents(rows, read, unnamed=unnamed)
        listed = any(is_contents(row.text) for row in page.paragraphs[:MAX_CONTENTS])
        page.worked_out[key] = tuple(one for one in found if not _is_of_contents(one)) if listed else found
    documents: tuple[Document, ...] = page.worked_out[key]
    return documents


def _is_of_contents(document: Document) -> bool:
    """Say whether a title stands in a table of contents: under it come several lines, none of which is a sentence."""
    texts = [row.text for row in document.body]
    return len(texts) > 1 and not document.sources and not any(_STOPPED.search(text) for text in texts[:-1])


_STOPPED: Final = regex(r"[.!?:…»”\"。：][)\]\d]*$|^\d{1,2}[\s.]")


def parted(page: Page) -> tuple[Rows, Notes]:
    """Part the notes and the furniture of a page, once, from the rows among which telegrams are looked for."""
    if "parted" not in page.worked_out:
        page.worked_out["parted"] = _parted(page)
    found: tuple[Rows, Notes] = page.worked_out["parted"]
    return found


def _parted(page: Page) -> tuple[Rows, Notes]:
    text = page.capture.text
    notes = read_endnotes(text, page.paragraphs, raised(page.capture)) if not page.notes else Notes()
    tied = tied_where_round(text, page.paragraphs, notes.notes)
    notes = replace(notes, notes=(*tied, *page.notes))
    kept = [i for i in range(len(page.paragraphs)) if not notes.within(i) and not is_page_furniture(page, i)]
    rows = Rows.of(text, [page.paragraphs[i] for i in kept], notes.notes, page.repositories, setting_of(page.capture))
    return replace(rows, footed=frozenset(_footed(kept, notes))) if notes.taken else rows, notes


def _footed(kept: Sequence[int], notes: Notes) -> Iterator[int]:
    """Yield the rows before which notes stand."""
    yield from (row for row, index in enumerate(kept) if index - 1 in notes.taken)


def argument_of(rows: Rows, documents: tuple[Document, ...]) -> list[int]:
    """Return the rows of running text that no document holds; what announces one may be such a row."""
    taken: set[int] = set()
    for document in documents:
        taken.update(range(document.head.first, document.end))
        taken.difference_update(document.head.announced)
    return [i for i in range(len(rows.rows)) if i not in taken and is_argument(rows.rows[i].text)]


def is_argument(text: str) -> bool:
    """Say whether a paragraph is somebody's running text about something."""
    return is_prose(text) and count_words(text) >= MIN_ARGUMENT_WORDS and classify(text) is None


ARTICLE: Final = Layout("article", score_article, read_article)
"""Articles with telegrams between the argument."""
