"""The feed, read by feedparser; the map, held against the pages that are planned and the rules of sitemaps.org."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.corpus.model import (
    Action,
    Corpus,
    Document,
    Envelope,
    Exchange,
    Holding,
    Kind,
    Moment,
    Name,
    Uses,
    Version,
)
from edition.site import feeds, kinds
from edition.site.plan import Settings, Site

MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def document(ident: str, changed: str = "2026-01-01", **other: Any) -> Document:
    return Document(
        ident,
        Path(f"{ident}.xml"),
        ident.ljust(64, "0"),
        kind="telegram",
        lang="en",
        title=f"Telegram & <{ident}>",
        date=Moment(when="1937-08-30"),
        versions=(Version(changed),) if changed else (),
        excerpt="The barometer\x0b is broken.",
        **other,
    )


def site_of(*documents: Document, url: str = "https://karsk.example/edition/", **settings: Any) -> Site:
    corpus = Corpus(documents, by_id={one.id: one for one in documents})
    return Site(corpus, Settings("Karsk & Co", id="karsk", url=url, **settings))


def files(site: Site) -> dict[str, bytes]:
    return {file.path: file.data for planned in feeds.plan(site) for file in feeds.make(site, planned)}


def read(data: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library itself
        feedparser = pytest.importorskip("feedparser", reason="needs feedparser")
        found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def test_the_feed_has_what_changed_last_first() -> None:
    site = site_of(
        document("a", "2026-01-01"), document("b", "2026-03-01"), document("c", "2026-02-01"), document("d", "")
    )
    found = read(files(site)["feed.xml"])
    assert [entry.title for entry in found.entries] == [f"Telegram & <{ident}>" for ident in "bca"]
    assert found.feed.updated == found.entries[0].updated == "2026-03-01T00:00:00Z"
    assert found.version == "atom10"


def test_the_feed_is_that_of_an_edition_with_an_address() -> None:
    """What RFC 4287 asks for: ids, times, an author, and a link to itself."""
    found = read(files(site_of(document("a"), publisher="Karsk Press", licence="CC0 1.0"))["feed.xml"])
    assert found.feed.title == "Karsk & Co"
    assert found.feed.id == "https://karsk.example/edition/"
    assert found.feed.author == "Karsk Press"
    assert {(link.rel, link.href) for link in found.feed.links} == {
        ("alternate", "https://karsk.example/edition/"),
        ("self", "https://karsk.example/edition/feed.xml"),
    }
    (entry,) = found.entries
    assert entry.id == entry.link == "https://karsk.example/edition/telegrams/a.html"
    assert entry.summary == "The barometer is broken."


def test_without_an_address_ids_are_names_that_stay() -> None:
    """They depend on the id of the edition alone, not on its title."""
    first = read(files(site_of(document("a"), url=""))["feed.xml"])
    site = site_of(document("a", "2026-05-05"), url="")
    second = read(files(replace(site, settings=replace(site.settings, title="Renamed")))["feed.xml"])
    assert first.entries[0].id == second.entries[0].id
    assert first.entries[0].id.startswith("urn:uuid:")
    assert first.entries[0].link == "telegrams/a.html"


def test_senders_and_abstracts_stand_in_the_entries() -> None:
    sent = Envelope((Action("sent", names=(Name("VETROV", Kind.PERSON, "v"),)),))
    found = read(files(site_of(document("a", envelopes=(sent,), abstract=("Short.",), abstract_lang="en")))["feed.xml"])
    assert found.entries[0].author == "VETROV"
    assert found.entries[0].summary == "Short."
    assert found.entries[0].tags[0].term == "telegram"


def test_an_edition_without_dated_changes_has_a_feed_all_the_same() -> None:
    assert read(files(site_of(document("a", "")))["feed.xml"]).feed.updated == "1970-01-01T00:00:00Z"
    assert read(files(site_of(document("a", ""), date="2026-05-03"))["feed.xml"]).feed.updated == "2026-05-03T00:00:00Z"


def test_the_feed_has_the_latest_fifty() -> None:
    site = site_of(*(document(f"t{number:03}", f"2026-01-{1 + number % 28:02}") for number in range(60)))
    assert len(read(files(site)["feed.xml"]).entries) == 50


def test_robots_are_led_to_the_map_where_there_is_one() -> None:
    assert files(site_of(document("a")))["robots.txt"].decode() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://karsk.example/edition/sitemap.xml\n"
    )
    without = files(site_of(document("a"), url=""))
    assert without["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert "sitemap.xml" not in without


def locations(data: bytes) -> list[str]:
    return [str(text) for text in etree.fromstring(data).xpath("//m:loc/text()", namespaces=MAP)]


def test_every_page_on_the_map_is_planned_and_every_planned_page_can_be_reached_from_it() -> None:
    """Off the map stand only what is no page of its own, and parts of lists."""
    kept = (Holding("AKPI", "Archive of Karsk", (("fond", "1"),), key="akpi/1", citation="AKPI, f. 1"),)
    site = site_of(document("a", holdings=kept), document("b", "2026-02-02"), languages=("en", "ru"))
    uses = {(Kind.PERSON, "vetrov"): Uses(sent=("a", "b")), (Kind.PLACE, "karsk"): Uses(mentioned=("gone",))}
    corpus = replace(site.corpus, uses=uses, exchanges=(Exchange("x--y", ("x", "y"), ("a",), (("a",),)),))
    site = replace(site, corpus=corpus)
    mapped = locations(files(site)["sitemap.xml"])
    assert len(mapped) == len(set(mapped))
    planned = {
        site.canonical(each.path)
        for module in kinds.MODULES
        if module is not feeds
        for each in module.plan(replace(site, corpus=replace(corpus, uses={}, exchanges=())))
    }
    known = {
        address
        for address in mapped
        if "vetrov" not in address and "x--y" not in address and "/places/karsk" not in address
    }
    assert known <= planned
    missing = {
        address.removeprefix("https://karsk.example/edition/").removeprefix("ru/") for address in planned - known
    }
    assert all(path.startswith(("404", "telegrams/~")) or not path.endswith(".html") for path in missing)


def test_pages_on_the_map_name_their_languages_and_last_change() -> None:
    root = etree.fromstring(files(site_of(document("a", "2026-02-03"), languages=("en", "ru")))["sitemap.xml"])
    (url,) = root.xpath("//m:url[contains(m:loc, '/edition/telegrams/a.html')]", namespaces=MAP)
    assert url.xpath("string(m:lastmod)", namespaces=MAP) == "2026-02-03"
    assert url.xpath("x:link/@hreflang", namespaces=MAP) == ["en", "ru"]
    assert url.xpath("x:link/@href", namespaces=MAP)[1] == "https://karsk.example/edition/ru/telegrams/a.html"


def test_a_large_map_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_MOST", 5)
    found = files(site_of(*(document(f"t{number}") for number in range(4)), languages=("en", "ru")))
    parts = locations(found["sitemap.xml"])
    assert parts == [f"https://karsk.example/edition/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert all(len(locations(found[part.rpartition("/")[2]])) <= 5 for part in parts)


def test_the_digest_follows_the_documents() -> None:
    first, *_ = feeds.plan(site_of(document("a")))
    second, *_ = feeds.plan(site_of(document("a", "2026-09-09")))
    assert first.path == second.path == "feed.xml"
    assert first.digest != second.digest
