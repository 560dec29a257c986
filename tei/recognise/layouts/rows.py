"""The rows of a page among which its documents are looked for, and what stands over each document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tei.archives import Repositories
from tei.model import Footnote
from tei.recognise.chinese_titles import names_subject
from tei.recognise.counting import is_sign
from tei.recognise.enveloped import is_attribution
from tei.recognise.layouts.announcing import announces, is_salutation, is_title, numbered
from tei.recognise.layouts.day_lines import is_day, is_place_and_day
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.flattened import is_copied_from
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.other_matter import is_ibid
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import opens
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.resolutions import is_item
from tei.recognise.setting import Setting
from tei.recognise.titles import dated_lead, read_title
from tei.regexes import regex

_PLAIN: Final = Setting()
_SOURCE: Final = regex(
    r"[\[(]?\s*(?:sources?|archival source|provenance|источник|архив|出处|来源|出處|來源)\s*[:：][^\n]{2,300}$",
    re.IGNORECASE,
)
_LEADER: Final = regex(r"(?:\.\s?){3,}\s*\d{1,4}$|…\s*\d{1,4}$|\t\s*\d{1,4}$|\s{4,}\d{1,4}$|_{3,}\s*\d{1,4}$")
"""Dots or a wide gap before a number: an entry in a table of contents."""
_MARKED: Final = regex(r"(?<=\D:)\s?[\[(]?\d{1,3}[\])]?$")
"""The marker, behind the colon that hands over, of a note that the page does not hold."""
_DASHES: Final = tuple("—–-")
_MARKING: Final = tuple("0123456789])")
_QUOTED_HEADING: Final = regex(r"[“„«\"‘][^“”„«»\"\n]{2,120}[”“»\"’][,.]?\s+[^\W\d_]\S*\s+\S+\s+\S")
"""A title that begins with words of its telegram: "“Ring it.” Morozkin to Vetrov, 13 August 1938"."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The paragraphs among which documents are looked for, without notes and furniture.

    `footed` are the rows before which the page has notes of what stands above them. `signed` and `texts` remember how
    far the rows under a head were looked at, and which of them sign or begin the text.
    """

    text: str
    rows: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...]
    repositories: Repositories
    bare: tuple[Paragraph, ...] = field(default=(), repr=False)
    setting: Setting = field(default_factory=Setting, repr=False)
    footed: frozenset[int] = frozenset()
    worked_out: dict[tuple[str, int], bool] = field(default_factory=dict, repr=False, compare=False)
    signed: dict[Head, tuple[int, tuple[int, ...]]] = field(default_factory=dict, repr=False, compare=False)
    texts: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        text: str,
        rows: Sequence[Paragraph],
        notes: Sequence[Footnote],
        archives: Repositories,
        setting: Setting = _PLAIN,
    ) -> Rows:
        """Prepare rows: short ones are looked at without the note marker at their end."""
        bare = (without_marker(text, row, notes) if notes and len(row.text) < 300 else row for row in rows)
        return cls(text, tuple(rows), tuple(notes), archives, tuple(bare), setting)

    def words(self, index: int) -> str:
        """Return the words of a row without a note marker at their end; empty past the last."""
        return self.bare[index].text if index < len(self.bare) else ""

    def said(self, index: int) -> str:
        """Return the words of a row with the colon that stands behind its note marker."""
        words = self.words(index)
        if words[-1:] in _DASHES and ":" in words[-3:]:
            words = words.rstrip("—–-")  # "He wired to Pashin:—"
        if words[-1:] in _MARKING and ":" in words[-6:]:
            return _MARKED.sub("", words)
        ends = index < len(self.rows) and self.rows[index].text.endswith((":", "："))
        if words.endswith(("...", "…")) and opens(self.words(index + 1)):
            words, ends = words.rstrip(".… "), True  # "He wired to Pashin..."
        return f"{words}:" if ends and not words.endswith((":", "：")) else words

    def level(self, index: int) -> int:
        """Return the level that the file gives a row as a heading, 0 where it is none."""
        return self.setting.level(self.rows[index]) if index < len(self.rows) else 0

    def set_off(self, index: int, *, loose: bool = False) -> int:
        """Return the last row of the quotation that begins at a row by the form of the page, -1 where none begins.

        `loose`: lines that are only moved in are one as well.
        """
        quote = self._quote(index, loose)
        if not quote or (index and self._quote(index - 1, loose) == quote):
            return -1
        while self._quote(index + 1, loose) == quote:
            index += 1
        return index

    def _quote(self, index: int, loose: bool) -> int:
        return self.setting.quote(self.rows[index], loose=loose) if index < len(self.rows) else 0

    def is_source(self, index: int) -> bool:
        """Say whether a row states a source."""
        key = ("source", index)
        if key not in self.worked_out:
            self.worked_out[key] = self._states_source(index)
        return self.worked_out[key]

    def _states_source(self, index: int) -> bool:
        text = self.rows[index].text
        if text[:5] == "From " and is_copied_from(text):
            return True
        cites = is_ibid(text) or is_attribution(text) or _SOURCE.match(text) is not None
        return cites or is_source(text, self.repositories)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a document, as indexes of rows: it begins at `first`, the document's text at `body`.

    `served` are lines of service over the title, which are the document's own: "Received on 18 February". `sourced`
    are the lines between title and text that say where the document is from.
    """

    first: int
    body: int
    title: int | None = None
    heading: int | None = None
    date: int | None = None
    clock: int | None = None
    announced: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    quoted: bool = False
    served: tuple[int, ...] = ()
    sourced: tuple[int, ...] = ()


def is_title_row(rows: Rows, index: int) -> bool:
    """Say whether a row is the title of a document, a number before it left out."""
    key = ("title", index)
    if key not in rows.worked_out:
        rows.worked_out[key] = _is_title(rows, index)
    return rows.worked_out[key]


def _is_title(rows: Rows, index: int) -> bool:
    words = rows.words(index)
    if words[-1:].isdigit() and _LEADER.search(words):
        return False
    if words[:1].isdigit() and is_item(words, [rows.words(at) for at in range(max(0, index - 3), index)]):
        return False
    if words[-1:] == "." and index and (_is_first_sentence(rows, index) or _SENTENCE_FIRST.match(words)):
        return False
    if ": " in words and _LED.search(words) and next(telegrams_in(rows.rows[index]), None):
        return False  # an entry of a chronology, with the telegram in its line
    if is_title(words[numbered(words) :]) and (not opens(words) or _QUOTED_HEADING.match(words) is not None):
        return True
    if words[-1:] == ":" and words[:1].isdigit() and dated_lead(words):
        return True
    if is_personal(words) or (words[:5] in ("From ", "FROM ") and _is_under_day(rows, index)):
        return True
    if words[:1].isdigit() and _TO_SOMEBODY.fullmatch(words, numbered(words)) and _opens(rows.words(index + 1)):
        return True
    return (
        is_sign(words[:1])
        and rows.words(index + 1)[:1] in "（("
        and names_subject(words)
        and is_day(rows.words(index + 1))
    )


def _is_under_day(rows: Rows, index: int) -> bool:
    """Say whether a line that says from whom to whom stands right under a day: “3 May 1938” over it."""
    words = rows.words(index)
    if not index or rows.rows[index].blank_before or not is_date_line(rows.words(index - 1)) or words[-1] in ".,:;!?":
        return False
    title = read_title(words)
    return bool(title.party("from") and title.party("to")) and len(words.split()) <= MAX_FROM_TO


MAX_FROM_TO: Final = 16


def year_above(rows: Sequence[Paragraph], at: int) -> tuple[Paragraph, ...]:
    """Return a paragraph above a row where all that stands above names one year, that of what is told next."""
    near = rows[max(0, at - MAX_ABOVE) : max(0, at)]
    dated = [(row, year) for row in near for year in _YEAR.findall(row.text) if int(year) <= LAST_TOLD]
    return (dated[-1][0],) if dated and len({year for _, year in dated}) == 1 else ()


MAX_ABOVE: Final = 60
LAST_TOLD: Final = 1995
"""A later year is that in which somebody wrote of the telegram."""
_YEAR: Final = regex(r"\b(?:1[6-9]|20)\d\d\b")


def is_day_over(rows: Rows, index: int) -> bool:
    """Say whether a day belongs to the title right under it, and is not the last line of the document above."""
    if (
        index + 1 >= len(rows.rows)
        or rows.rows[index + 1].blank_before
        or not (index == 0 or rows.rows[index].blank_before)
    ):
        return False
    return is_date_line(rows.words(index)) and is_title_row(rows, index + 1)


def _is_first_sentence(rows: Rows, index: int) -> bool:
    """Say whether a line with a full stop stands under the sentence that hands over: "Telegram of Pell received."."""
    said = rows.said(index - 1)
    return said[-1:] == ":" and announces(said, rows.words(index)) and not read_title(rows.words(index)).party("to")


_SENTENCE_FIRST: Final = regex(r"[A-ZÀ-Þ][^.\d]{0,80}?\s[a-zà-þ]+\b[^.\d]{0,80}?[a-zà-þ]\.\s+[A-ZÀ-Þ]")
"""“Successful and well. Wire address to Tarn.”: no title has a sentence before the word for a telegram."""
_LED: Final = regex(r":\s[“„«\"]")


def is_personal(words: str) -> bool:
    """Say whether a line heads a message from one statesman to another as sent in person, with a colon."""
    return words[-1:] == ":" and _PERSONAL.match(words) is not None and bool(read_title(words).party("to"))


_PERSONAL: Final = regex(
    r"(?:(?:most|strictly|personal(?:ly)?|private(?:ly)?|and|in|strict|secret(?:ly)?|confidential(?:ly)?|confidence)[\s,]+){1,6}"
    r"from\s[A-Z][^.!?\n]{3,80}?\sto\s(?:the\s)?[A-Z][^.!?\n]{2,60}:",
    re.IGNORECASE,
)
"""How books head a message of statesmen: "Personally and in strict confidence from Premier Pell to President Lind:"."""
_TO_SOMEBODY: Final = regex(r"(?:To|TO|From|FROM)\s[A-Z][\w.’' -]{2,60}(?<!\.)")
"""How books head the letters of one person, under their number: "7. To her sister"."""


def _opens(words: str) -> bool:
    """Say whether a line can stand under such a heading: place and date, or a salutation."""
    return is_place_and_day(words) or is_salutation(words) or is_day(words)


def names_of(words: str) -> set[str]:
    """Return the words of a line bare and in lower case, as names are compared."""
    return {word.strip(".,()[]“”\"'’").lower().removesuffix("’s").removesuffix("'s") for word in words.split()} - {""}


def is_named(rows: Rows, head: Head, words: str) -> bool:
    """Say whether the page names somebody right over a document; Chinese names are not parted from other words."""
    if is_sign(words[:1]):
        indexes = [i for i in (head.title, head.heading, *head.announced) if i is not None]
        return any(words in rows.words(index) for index in indexes)
    return bool(names_of(words) & named_in(rows, head))


def named_in(rows: Rows, head: Head) -> set[str]:
    """Return the words of names, in lower case, in what the page says right over a document."""
    indexes = [i for i in (head.title, head.heading, *head.announced) if i is not None]
    words = (
        word
        for i in indexes
        for word in rows.words(i).split()
        if (word[:1].isupper() or is_sign(word[:1])) and len(word) > 2
    )
    return names_of(" ".join(words))


def runs_on_for(rows: Rows, index: int) -> int:
    """Return how many lines a title goes on for, in small letters: «Телеграмма …», «с согласием считать»."""
    last = index
    while last + 2 < len(rows.rows) and last - index < MAX_RUN_ON:
        row, words = rows.rows[last + 1], rows.words(last + 1)
        if row.blank_before or not words[:1].islower() or len(words) > MAX_TITLE_LINE or words[-1:] in ".!?:,;":
            break
        last += 1
    return last - index if last > index and _after_title(rows, last + 1) else 0


def _after_title(rows: Rows, index: int) -> bool:
    """Say whether a row can stand right under a title of several lines: after a gap, or a date."""
    return rows.rows[index].blank_before > 0 or is_day(rows.words(index))


MAX_RUN_ON: Final = 3
MAX_TITLE_LINE: Final = 120
