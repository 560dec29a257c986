"""The rows of a page among which its documents are looked for, and what stands over each document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tei.archives import Repositories
from tei.model import Footnote
from tei.recognise.layouts.announcing import is_ibid, is_title, numbered
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.quoted import opens
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Rows:
    """The paragraphs among which documents are looked for, without notes and furniture."""

    text: str
    rows: tuple[Paragraph, ...]
    notes: tuple[Footnote, ...]
    repositories: Repositories
    bare: tuple[Paragraph, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, text: str, rows: Sequence[Paragraph], notes: Sequence[Footnote], archives: Repositories) -> Rows:
        """Prepare rows: short ones are looked at without the note marker at their end."""
        bare = (without_marker(text, row, notes) if notes and len(row.text) < 300 else row for row in rows)
        return cls(text, tuple(rows), tuple(notes), archives, tuple(bare))

    def words(self, index: int) -> str:
        """Return the words of a row without a note marker at their end; empty past the last."""
        return self.bare[index].text if index < len(self.bare) else ""

    def said(self, index: int) -> str:
        """Return the words of a row with the colon that stands behind its note marker."""
        words = self.words(index)
        ends = index < len(self.rows) and self.rows[index].text.endswith((":", "："))
        return f"{words}:" if ends and not words.endswith((":", "：")) else words

    def is_source(self, index: int) -> bool:
        """Say whether a row states a source."""
        text = self.rows[index].text
        return is_ibid(text) or is_source(text, self.repositories)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a document, as indexes of rows: it begins at `first`, the document's text at `body`."""

    first: int
    body: int
    title: int | None = None
    heading: int | None = None
    date: int | None = None
    clock: int | None = None
    announced: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    quoted: bool = False


def is_title_row(rows: Rows, index: int) -> bool:
    """Say whether a row is the title of a document, a number before it left out."""
    words = rows.words(index)
    return is_title(words[numbered(words) :]) and not opens(words)


def names_of(words: str) -> set[str]:
    """Return the words of a line bare and in lower case, as names are compared."""
    return {word.strip(".,()[]“”\"'’").lower().removesuffix("’s").removesuffix("'s") for word in words.split()} - {""}


def named_in(rows: Rows, head: Head) -> set[str]:
    """Return the words of names, in lower case, in what the page says right over a document."""
    indexes = [i for i in (head.title, head.heading, *head.announced) if i is not None]
    words = (word for i in indexes for word in rows.words(i).split() if word[:1].isupper() and len(word) > 2)
    return names_of(" ".join(words))
