"""The page of the search, before its script fills it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from edition.corpus.model import Corpus, Document
from edition.site import searchpage
from edition.site.plan import Settings, Site

DOCUMENTS = (
    Document("a", Path("a"), "", kind="telegram", lang="en"),
    Document("b", Path("b"), "", kind="letter", lang="zh"),
)
SITE = Site(Corpus(DOCUMENTS), Settings("Karsk", languages=("en", "ru", "zh")))


def pages(site: Site) -> dict[str, html.HtmlElement]:
    made = [file for planned in searchpage.plan(site) for file in searchpage.make(site, planned)]
    return {file.path: html.document_fromstring(file.data.decode()) for file in made}


def names(page: html.HtmlElement, kind: str) -> dict[str, str]:
    return {item.get("data-value"): item.text_content() for item in page.xpath(f"//*[@data-names='{kind}']/li")}


def test_there_is_a_page_for_each_language_of_the_interface() -> None:
    assert {path: page.xpath("string(//*[@id='search']/@data-prefix)") for path, page in pages(SITE).items()} == {
        "search.html": "",
        "ru/search.html": "ru/",
        "zh/search.html": "zh/",
    }


def test_an_edition_may_want_no_search() -> None:
    assert pages(replace(SITE, settings=replace(SITE.settings, search=False))) == {}


def test_the_words_of_the_script_stand_in_the_page() -> None:
    page = pages(SITE)["ru/search.html"]
    assert names(page, "kind")["letter"] == "Письмо"
    assert names(page, "language") == {"en": "Английский", "zh": "Китайский"}
    assert names(page, "count")["2"] == "{n} результата"
    assert names(page, "count")["5"] == "{n} результатов"
    assert set(names(page, "word")) == {"none", "missing", "broken", "searching", "undated", "to", "without"}


def test_without_script_there_is_a_way_on() -> None:
    page = pages(SITE)["search.html"]
    assert page.xpath("//*[@id='search']/@hidden") != []
    links = page.xpath("//noscript//a/@href")
    assert {"telegrams/index.html", "persons/index.html", "chronology/index.html", "archives/index.html"} <= set(links)
    assert page.xpath("//script[not(@src)]") == []


def test_every_field_has_a_name() -> None:
    page = pages(SITE)["search.html"]
    for field in page.xpath("//main//input | //main//select"):
        assert field.get("aria-label") or page.xpath(f"//label[@for='{field.get('id')}']")


def test_the_page_changes_with_the_kinds_and_languages_of_the_corpus() -> None:
    (first, *_), (second, *_) = searchpage.plan(SITE), searchpage.plan(replace(SITE, corpus=Corpus(DOCUMENTS[:1])))
    assert first.digest != second.digest
