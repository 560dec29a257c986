"""A small invented edition in three languages, its plain texts beside it, as a site that is ready to be indexed."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.corpus.model import (
    Action,
    Corpus,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Uses,
    Variant,
)
from edition.site.plan import Settings, Site

ENTRIES = (
    Entry("vetrov", Kind.PERSON, "Pavel Vetrov", variants=(Variant("Burya", "pseudonym"),), notes=("Invented head.",)),
    Entry(
        "snow",
        Kind.ORGANISATION,
        "Xueshan She",
        variants=(Variant("Hsüeh-shan She", "romanisation"), Variant("雪山社")),
    ),
    Entry("lozh", Kind.PLACE, "Łoż"),
)
TEXTS = {
    "t1937": ("en", "1937-08-30", "The society Xueshan She of Łoż asks for Vetrov’s barometer. BURYA has not come."),
    "t1938": ("ru", "1938-03-09", "Ёлка стоит у метеостанции."),
    "t1939": ("zh", "1939-01-05", "雪山社的電報沒有到。"),
}


def document(ident: str, lang: str, date: str, *mentions: Mention) -> Document:
    sent = Action("sent", names=(Name("VETROV", Kind.PERSON, "vetrov"),))
    received = Action("received", names=(Name("the institute", Kind.ORGANISATION),))
    return Document(
        ident,
        Path(f"{ident}.xml"),
        ident.ljust(64, "0"),
        kind="telegram",
        lang=lang,
        title=f"Telegram of {date}",
        date=Moment(when=date),
        envelopes=(Envelope((sent, received)),),
        holdings=(Holding("AKPI", "Archive of Karsk", citation="AKPI, f. 1"),),
        mentions=mentions,
        excerpt="Only the excerpt.",
    )


@pytest.fixture
def site() -> Site:
    """The edition; its first telegram names all entries, the last one the society."""
    named = (
        Mention(Kind.PERSON, "vetrov", 2, ("Vetrov", "BURYA")),
        Mention(Kind.ORGANISATION, "snow", 1, ("Xueshan She",)),
        Mention(Kind.PLACE, "lozh", 1, ("Łoż",)),
    )
    documents = (
        document("t1937", "en", "1937-08-30", *named),
        document("t1938", "ru", "1938-03-09"),
        document("t1939", "zh", "1939-01-05", Mention(Kind.ORGANISATION, "snow", 1, ("雪山社",))),
    )
    uses = {
        (Kind.PERSON, "vetrov"): Uses(sent=("t1937", "t1938", "t1939")),
        (Kind.ORGANISATION, "snow"): Uses(mentioned=("t1937", "t1939")),
        (Kind.PLACE, "lozh"): Uses(mentioned=("t1937",)),
    }
    corpus = Corpus(documents, entries={(entry.kind, entry.key): entry for entry in ENTRIES}, uses=uses)
    return Site(corpus, Settings("Karsk", languages=("en", "ru")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the finished site, with plain texts."""
    texts = tmp_path / "site" / "telegrams"
    texts.mkdir(parents=True)
    for ident, (_, _, text) in TEXTS.items():
        (texts / f"{ident}.txt").write_text(
            f"Title\n\nArchive: Karsk, f. 7\n\n{'-' * 72}\n\n{text}\n", encoding="utf-8"
        )
    return tmp_path / "site"
