"""An invented telegram and the invented edition that it is in; each test changes what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

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
    Responsible,
    Version,
)
from edition.site.plan import Settings, Site

PEOPLE = (
    Entry("vetrov", Kind.PERSON, "Pavel Vetrov", sort="Vetrov, Pavel", identifiers=(("wikidata", "Q1"),)),
    Entry("sabelnikov", Kind.PERSON, "Konstantin Sabelnikov", sort="Sabelnikov, Konstantin"),
    Entry("zhitkov", Kind.PERSON, "Lev-Anton Zhitkov", sort="Zhitkov, Lev-Anton"),
    Entry("li", Kind.PERSON, "李雪山", lang="zh", sort="李雪山"),
    Entry("drobot", Kind.PERSON, "Юрий Дробот", lang="ru", sort="Дробот, Юрий"),
    Entry("institute", Kind.ORGANISATION, "Karsk Polar Institute", sort="Karsk, Polar Institute"),
)
SITE = Site(
    Corpus(
        entries={(entry.kind, entry.key): entry for entry in PEOPLE},
        archives={"AKPI": Archive("AKPI", "Archive of the Karsk Polar Institute", "AKPI")},
    ),
    Settings(
        "Telegrams of Karsk",
        id="karsk",
        publisher="Karsk Press",
        place="Leningrad",
        date="2026",
        url="https://karsk.example/edition/",
        licence="CC0 1.0",
        licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
    ),
)
TELEGRAM = Document(
    "t1937-08-30-vetrov-sabelnikov",
    Path("t1937-08-30-vetrov-sabelnikov.xml"),
    "0123456789abcdef" * 4,
    kind="telegram",
    lang="en",
    title="Telegram No. 417, Pavel Vetrov to Konstantin Sabelnikov",
    date=Moment("30 August 1937", when="1937-08-30T00:15:00"),
    number="417",
    holdings=(
        Holding(
            "AKPI",
            "Archive of the Karsk Polar Institute",
            (("fond", "12"), ("opis", "3"), ("delo", "47")),
            "18–19, 20v",
            citation="AKPI, f. 12, op. 3, d. 47, ll. 18–19, 20 ob.",
            settlement="Leningrad",
        ),
    ),
    responsible=(Responsible("translator", Name("Ida Fairweather", Kind.PERSON)),),
    versions=(Version("2026-11-20", "draft"), Version("2026-11-22", "checked")),
    abstract=("The barometer is broken.",),
)

Make = Callable[..., Document]


def person(key: str, text: str = "") -> Name:
    """A name of an envelope that leads to an entry."""
    kind = Kind.ORGANISATION if key == "institute" else Kind.PERSON
    return Name(text or key.upper(), kind, key)


@pytest.fixture
def site() -> Site:
    """The edition."""
    return SITE


@pytest.fixture
def make() -> Make:
    """Make the telegram, with other senders (keys) and whatever else is given."""

    def made(
        senders: tuple[str, ...] = ("vetrov",), recipients: tuple[str, ...] = ("sabelnikov",), **other: Any
    ) -> Document:
        actions = (
            Action("sent", names=tuple(map(person, senders))),
            Action("received", names=tuple(map(person, recipients))),
        )
        return replace(TELEGRAM, envelopes=(Envelope(actions),), **other)

    return made
