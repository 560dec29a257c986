"""Sites of a few invented letters, made of values: the polar station Karsk, whose people never lived."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from edition.corpus.crossing import answers_of, exchanges_of, uses_of
from edition.corpus.model import (
    Action,
    Archive,
    Corpus,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Moment,
    Name,
    Relation,
)
from edition.site import kinds
from edition.site.plan import File, Settings, Site

ENTRIES = {
    "vetrov": Entry("vetrov", Kind.PERSON, "Pavel Vetrov", sort="Vetrov, Pavel", span="1899-03-02–1940"),
    "zhitkov": Entry("zhitkov", Kind.PERSON, "Lev Zhitkov", sort="Zhitkov, Lev", notes=("Invented. An editor.",)),
    "ostapova": Entry("ostapova", Kind.PERSON, "Nina Ostapova", sort="Ostapova, Nina"),
    "institute": Entry("institute", Kind.ORGANISATION, "Karsk Polar Institute"),
    "karsk": Entry("karsk", Kind.PLACE, "Karsk", location="71.5 54.25"),
}
ARCHIVES = {"AKPI": Archive("AKPI", "Archive of the Karsk Polar Institute", "AKPI", "Leningrad", "Russia")}


def _name(key: str) -> Name:
    return Name(ENTRIES[key].name, ENTRIES[key].kind, key)


def _envelope(moment: Moment, sender: str, recipient: str, via: str, answers: str | Relation) -> Envelope:
    actions = [Action("sent", names=(_name(sender),), places=(_name("karsk"),), dates=(moment,))]
    actions += [Action("received", names=(_name(recipient),))] if recipient else []
    actions += [Action("transmitted", "via", (_name(via),))] if via else []
    relation = Relation("answers", answers) if isinstance(answers, str) else answers
    return Envelope(tuple(actions), (relation,) if answers else ())


def _holding(held: str) -> Holding:
    fond, opis, delo, leaves = held.split("/")
    return Holding(
        "AKPI",
        ARCHIVES["AKPI"].name,
        (("fond", fond), ("opis", opis), ("delo", delo)),
        leaves,
        held,
        f"AKPI {held}",
    )


@pytest.fixture
def letter() -> Callable[..., Document]:
    """A letter of a day between two; `held` is "12/3/47/18-19" in AKPI: fond, opis, delo, leaves."""

    def made(
        when: str,
        sender: str = "vetrov",
        recipient: str = "zhitkov",
        *,
        ident: str = "",
        held: str = "",
        answers: str | Relation = "",
        via: str = "",
        **more: Any,
    ) -> Document:
        ident = ident or f"t{re.sub('[-:T]', '', when)}-{sender}-{recipient}"
        moment = Moment(when=when)
        made = Document(
            ident,
            Path(f"{ident}.xml"),
            f"digest of {ident}",
            "telegram",
            "en",
            f"Telegram {when}",
            date=moment,
            envelopes=(_envelope(moment, sender, recipient, via, answers),),
            holdings=(_holding(held),) if held else (),
            excerpt="The ship has not come.",
            words=5,
            mark=f"mark of {ident}",
        )
        return replace(made, **more)

    return made


@pytest.fixture
def site_of() -> Callable[..., Site]:
    """The site of some letters, with whatever settings."""

    def made(documents: Iterable[Document], entries: Iterable[Entry] = ENTRIES.values(), **settings: Any) -> Site:
        everything = sorted(documents, key=lambda one: one.order)
        letters = tuple(one for one in everything if one.kind != "context")
        answers = answers_of(letters)
        exchanges, neighbours = exchanges_of(letters, answers)
        corpus = Corpus(
            documents=letters,
            context=tuple(one for one in everything if one.kind == "context"),
            entries={(entry.kind, entry.key): entry for entry in entries},
            archives=ARCHIVES,
            exchanges=exchanges,
            uses=uses_of(everything),
            answers=answers,
            neighbours=neighbours,
            by_id={one.id: one for one in everything},
        )
        return Site(corpus, Settings(**{"title": "Karsk", "search": False, **settings}))

    return made


class Page:
    """A page that was made, with what a test asks of it."""

    def __init__(self, path: str, data: bytes) -> None:
        """Parse it."""
        self.path, self.data = path, data
        self.tree = html.fromstring(data.decode())

    def text(self, path: str = "//main") -> str:
        """The words of what an XPath finds, white space folded."""
        return " | ".join(re.sub(r"\s+", " ", str(found.xpath("string()"))).strip() for found in self.tree.xpath(path))

    def hrefs(self, path: str = "//main//a") -> list[str]:
        """Where the links that an XPath finds lead."""
        return [str(found.get("href", "")) for found in self.tree.xpath(path)]

    def count(self, path: str) -> int:
        """How many elements an XPath finds."""
        return len(self.tree.xpath(path))


@pytest.fixture
def page_of() -> Callable[[Site, str], Page]:
    """The page of a site at a path; raises KeyError where the plan has none."""

    def made(site: Site, path: str) -> Page:
        planned = {one.path: one for one in kinds.plan(site)}[path]
        files = [file for file in kinds.make(site, planned) if isinstance(file, File) and file.path == path]
        return Page(path, files[0].data)

    return made
