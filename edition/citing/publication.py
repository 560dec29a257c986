"""What citing needs to know of the edition that a document is in: its own few words, its entries and its addresses.

A site is one (edition.site.plan.Site); an export without a site can bring its own. So citing knows nothing of pages.
"""

from __future__ import annotations

from typing import Protocol

from edition.corpus.model import Corpus


class Imprint(Protocol):
    """How an edition is called, and who published it where and when; empty where it does not say."""

    @property
    def title(self) -> str:
        """The title of the edition."""

    @property
    def publisher(self) -> str:
        """Who publishes it."""

    @property
    def place(self) -> str:
        """Where it is published."""

    @property
    def date(self) -> str:
        """The year or day of publication, ISO 8601."""

    @property
    def editors(self) -> tuple[str, ...]:
        """Who edited it, as written on its title page."""


class Publication(Protocol):
    """An edition: the words of its title page, its documents and entries, and where a document is on the web."""

    @property
    def corpus(self) -> Corpus:
        """The documents and the entries that their names lead to."""

    @property
    def settings(self) -> Imprint:
        """The words of the title page."""

    def address(self, kind: str, subject: str = "", lang: str = "") -> str:
        """Return the file of a page, as a path in the site."""

    def canonical(self, path: str) -> str:
        """Return the web address of a file, empty where the edition has none."""
