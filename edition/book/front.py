"""What stands before the documents: title page, imprint, how the edition was made, the marks that it uses."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from edition.book.letters import Mark
from edition.book.volume import Book
from edition.site.about import Facts, facts_of
from edition.site.plan import Settings
from tei import __version__

_DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_BEGINNING: Final = "1970-01-01"


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the templates of the title page, the imprint and the principles are given.

    `latest` is the day of the last change of any document, empty where none is told; `identifier` a URN that stays.
    """

    book: Book
    settings: Settings
    facts: Facts
    count: int
    latest: str
    version: str
    identifier: str
    marks: tuple[Mark, ...]

    @property
    def citation(self) -> str:
        """How the edition says that it is cited."""
        return self.settings.citation

    @property
    def title(self) -> str:
        """The title; this and those below are what the site's words for a citation ask for."""
        return self.settings.title

    @property
    def subtitle(self) -> str:
        """The subtitle."""
        return self.settings.subtitle

    @property
    def editors(self) -> tuple[str, ...]:
        """Who edited it."""
        return self.settings.editors

    @property
    def place(self) -> str:
        """Where it was published."""
        return self.settings.place

    @property
    def publisher(self) -> str:
        """Who published it."""
        return self.settings.publisher

    @property
    def date(self) -> str:
        """When it was published."""
        return self.settings.date

    @property
    def url(self) -> str:
        """Where its site is."""
        return self.settings.url


def front_page(book: Book, marks: Iterable[Mark] = ()) -> FrontPage:
    """Return what the book says of the edition; of marks that mean the same the first example is shown."""
    meanings: dict[str, str] = {}
    for example, meaning in marks:
        meanings.setdefault(meaning, example)
    return FrontPage(
        book=book,
        settings=book.settings,
        facts=facts_of(book),
        count=len(book.corpus.documents),
        latest=latest(book),
        version=__version__,
        identifier=identifier(book.settings),
        marks=tuple((example, meaning) for meaning, example in meanings.items()),
    )


def latest(book: Book) -> str:
    """Return the day, month or year of the last change, else of publication, as far as any is told."""
    days = [found[0] for one in book.corpus.documents if (found := _DAY.match(one.version.date or one.published))]
    return max(days, default="") or book.settings.date


def modified(book: Book) -> str:
    """Return the moment of the last change for machines: no clock is asked, so the same edition gives the same book."""
    day = latest(book) if is_day(latest(book)) else _BEGINNING
    return f"{day}{_BEGINNING[len(day) :]}T00:00:00Z"


def is_day(text: str) -> bool:
    """Say whether a text is a day, a month or a year of ISO 8601."""
    return _DAY.fullmatch(text) is not None


def identifier(settings: Settings) -> str:
    """Return a name-based UUID (RFC 9562, version 5): the same for every state of the edition."""
    named = f"{settings.publisher} {settings.id}" if settings.id else settings.url or settings.title
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'book {named}')}"
