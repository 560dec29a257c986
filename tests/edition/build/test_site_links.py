"""Every internal link is followed: what counts as one, where it leads, and what is said when it leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from edition.build.links import links_of, places_of, resolve
from edition.site.plan import File, Planned, Site
from tei.findings import Finding

PAGE = "telegrams/t1.html"
URL = "https://example.org/karsk/"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("t2.html", "telegrams/t2.html"),
        ("../index.html", "index.html"),
        ("../", "index.html"),
        ("./", "telegrams/index.html"),
        ("..", "index.html"),
        ("../persons/", "persons/index.html"),
        ("../persons/vetrov.html#letters", "persons/vetrov.html#letters"),
        ("#note-1", "telegrams/t1.html#note-1"),
        ("?page=2#note-1", "telegrams/t1.html#note-1"),
        ("t2.html?view=diplomatic", "telegrams/t2.html"),
        ("../persons/%D0%B2%D0%B5%D1%82%D1%80%D0%BE%D0%B2.html", "persons/ветров.html"),
        ("t2.html#:~:text=ice", "telegrams/t2.html"),
        ("../../outside.html", "../outside.html"),
        ("/telegrams/t2.html", "/telegrams/t2.html"),
        ("https://example.org/karsk/telegrams/t2.html", "telegrams/t2.html"),
        ("https://example.org/karsk/", "index.html"),
        ("/karsk/assets/site.css", "assets/site.css"),
        ("https://example.org/other", ""),
        ("//example.org/karsk/t2.html", ""),
        ("mailto:nobody@example.org", ""),
        ("data:image/png;base64,AAAA", ""),
    ],
)
def test_a_link_means_a_file_of_the_site_or_leads_off_it(href: str, target: str) -> None:
    assert resolve(PAGE, href, URL) == target


@pytest.mark.parametrize(
    ("html", "targets"),
    [
        ('<a href="t2.html">a</a>', ("telegrams/t2.html",)),
        ("<a class=x href='t2.html'>a</a><a href=t3.html>b</a>", ("telegrams/t2.html", "telegrams/t3.html")),
        ('<script src="../assets/site.js?v=1"></script>', ("assets/site.js",)),
        ('<a href="t2.html?a=1&amp;b=2#x&amp;y">a</a>', ("telegrams/t2.html#x&y",)),
        ('<p id="here">…</p><a href="#here">a</a>', ()),
        ('<a href="#nowhere">a</a>', ("telegrams/t1.html#nowhere",)),
        ("<p>he wrote: href=\"t9.html\"</p><p data-href='t8.html'>", ()),
        ('<form action="../search.html"></form>', ("search.html",)),
        ('<a href="t1.html">this page</a>', ()),
    ],
)
def test_the_links_of_a_page(html: str, targets: tuple[str, ...]) -> None:
    assert links_of(PAGE, html.encode()) == targets


def test_the_places_of_a_page_are_its_ids() -> None:
    assert places_of(b'<p id="a"><b id=\'b\' class=c><i class=d id=e> id="f" <p data-id="g">') == {"a", "b", "e"}


def test_links_of_other_files() -> None:
    """A map of the site names pages, a style sheet pictures; what a TEI file points at is its own matter."""
    sitemap = b"<urlset><url><loc>https://example.org/karsk/about.html</loc></url></urlset>"
    assert links_of("sitemap.xml", sitemap, URL) == ("about.html",)
    assert links_of("feed.xml", b'<feed><link href="telegrams/t1.html"/></feed>', URL) == ("telegrams/t1.html",)
    assert links_of("assets/site.css", b'a { background: url("icon.svg") } b { src: url(data:,x) }') == (
        "assets/icon.svg",
    )
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><graphic src="scan.png"/></TEI>'
    assert links_of("telegrams/t1.xml", tei) == ()
    assert links_of("telegrams/t1.txt", b'<a href="x.html">') == ()


def planted(edition: Any, monkeypatch: pytest.MonkeyPatch, path: str, words: str) -> None:
    """Let the page at `path` say something more."""

    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        for item in edition.make(site, planned):
            more = words if isinstance(item, File) and item.path == path else ""
            yield File(item.path, item.data + more.encode()) if isinstance(item, File) else item

    monkeypatch.setattr("edition.site.kinds.make", make)


def dead(report: Any) -> list[tuple[str, str]]:
    found = [dict(one.data) for one in report.findings if one.rule == "SIT105"]
    return [(one["page"], one["target"]) for one in found]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("abuot.html", "telegrams/abuot.html"),
        ("t3.html#nowhere", "telegrams/t3.html#nowhere"),
        ("#nowhere", "telegrams/t2.html#nowhere"),
    ],
)
def test_a_dead_link_is_found_with_its_page_and_target(
    href: str, target: str, edition: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a first build, in the next, where the page is not made again, and in one that makes it."""
    planted(edition, monkeypatch, "telegrams/t2.html", f'<a href="{href}">there</a>')
    for text in ("", "t5", "t2"):
        if text:
            edition.write(text, "Changed.")
        assert dead(edition.build()) == [("telegrams/t2.html", target)]


def test_a_link_dies_with_what_it_led_to(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that has the link is not made again, for nothing that it shows has changed."""
    planted(edition, monkeypatch, "persons/index.html", '<a href="../telegrams/t4.html#text">a letter</a>')
    assert dead(edition.build()) == []
    (edition.tei / "t4.xml").unlink()
    assert dead(edition.build()) == [("persons/index.html", "telegrams/t4.html#text")]
    assert dead(edition.build()) == [("persons/index.html", "telegrams/t4.html#text")]
    edition.write("t4")
    assert dead(edition.build()) == []


def test_a_link_dies_with_the_place_that_it_led_to(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that it leads to is there, and has lost the place."""
    planted(edition, monkeypatch, "persons/index.html", '<a href="../telegrams/t4.html#text">a letter</a>')
    assert dead(edition.build()) == []
    make = edition.make

    def without(site: Site, planned: Planned) -> Iterator[File | Finding]:
        for item in make(site, planned):
            yield File(item.path, item.data.replace(b' id="text"', b"")) if isinstance(item, File) else item

    monkeypatch.setattr("edition.site.kinds.make", without)
    edition.write("t4", "Changed.")
    report = edition.build()
    assert report.made == 1
    assert dead(report) == [("persons/index.html", "telegrams/t4.html#text")]


def test_a_link_that_is_dead_on_every_page_is_not_said_for_every_page(
    edition: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        for item in edition.make(site, planned):
            yield File(item.path, item.data + b'<a href="/gone.html">') if isinstance(item, File) else item

    for number in range(6, 20):
        edition.write(f"t{number}")
    monkeypatch.setattr("edition.site.kinds.make", make)
    found = [one for one in edition.build().findings if one.rule == "SIT105"]
    assert len(found) == 5
    assert "16 pages more" in found[0].message
