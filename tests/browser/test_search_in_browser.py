"""The search as readers meet it: three scripts, facets, addresses that keep a search, and no JavaScript at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

pytest.importorskip("pagefind", reason="needs pagefind")

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
[edition]
id = "snow"
title = "Wires of the Snow Society: an invented edition"
publisher = "Nobody"
date = "2026"
language = "en"

[site]
languages = ["en", "ru", "zh"]
search = true

[authority]
files = ["authority.xml"]

[output]
tei = "tei"
"""
AUTHORITY = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Lists</title></titleStmt>
<publicationStmt><p>Invented.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff>
<listPerson>
<person xml:id="vetrov"><persName type="preferred"><forename>Pavel</forename> <surname>Vetrov</surname></persName>
<persName type="pseudonym">Burya</persName><persName xml:lang="ru">Павел Ветров</persName></person>
<person xml:id="lozinska">
<persName type="preferred"><forename>Łucja</forename> <surname>Łozińska</surname></persName></person>
<person xml:id="li"><persName type="preferred" xml:lang="zh-Latn">Li Xueshan</persName>
<persName xml:lang="zh">李雪山</persName></person>
</listPerson>
<listPlace><place xml:id="xishan"><placeName type="preferred">Xi’shan</placeName></place></listPlace>
<listOrg><org xml:id="xuehui"><orgName type="preferred">Xuehui</orgName><orgName type="romanisation">Hsueh-hui</orgName>
<orgName xml:lang="zh">雪山学会</orgName><orgName xml:lang="ru">Сюэхуэй</orgName></org></listOrg>
</standOff></TEI>"""
LETTERS = {
    "t1937-01-02-vetrov-li": (
        *("en", "1937-01-02", "vetrov", "li"),
        'The <orgName ref="#xuehui">Xuehui</orgName> met at <placeName ref="#xishan">Xi’shan</placeName> and asked for'
        " two barometers. Nobody had brought a barometer; there was a great deal of soup, and the society ate it in"
        " silence."
        " Toward evening the stove went out, and the minutes were written with gloves on.",
    ),
    "t1937-05-06-lozinska-vetrov": (
        *("en", "1937-05-06", "lozinska", "vetrov"),
        '<persName type="pseudonym" ref="#vetrov">BURYA</persName> is to bring the lamp. The cat’s basket is missing.',
    ),
    "t1938-03-04-vetrov-lozinska": (
        *("ru", "1938-03-04", "vetrov", "lozinska"),
        "Ёлка стоит у метеостанции, самовар ещё не привезли. Ждём телеграмму.",
    ),
    "t1939-07-08-li-vetrov": (
        *("zh", "1939-07-08", "li", "vetrov"),
        '<orgName ref="#xuehui">雪山學會</orgName>的氣壓表沒有到，請再寄一隻。茶很好。',
    ),
}
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="{lang}"><teiHeader><fileDesc><titleStmt>
<title type="main">Telegram of {date}</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher></publicationStmt>
<sourceDesc><msDesc><msIdentifier><repository>Archive of Snow</repository>
<idno type="archival"><idno type="fond">7</idno></idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><textClass><catRef target="#telegram"/></textClass><correspDesc>
<correspAction type="sent"><persName ref="#{sender}">{sender}</persName><date when="{date}"/></correspAction>
<correspAction type="received"><persName ref="#{recipient}">{recipient}</persName></correspAction>
</correspDesc></profileDesc>
<revisionDesc><change when="2026-01-02" status="checked">Read.</change></revisionDesc></teiHeader>
<text><body><div type="message"><p>{text}</p></div></body></text></TEI>"""

Tabs = Callable[..., Any]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of four invented telegrams, built in three languages."""
    folder = tmp_path_factory.mktemp("snow")
    (folder / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "authority.xml").write_text(AUTHORITY, encoding="utf-8")
    (folder / "tei").mkdir()
    for ident, (lang, date, sender, recipient, text) in LETTERS.items():
        filled = LETTER.format(id=ident, lang=lang, date=date, sender=sender, recipient=recipient, text=text)
        (folder / "tei" / f"{ident}.xml").write_text(filled, encoding="utf-8")
    command = [sys.executable, "-m", "edition.cli", "build", str(folder), "-o", str(folder / "out" / "wires")]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert (folder / "out" / "wires" / "pagefind" / "search.json").is_file(), done.stdout + done.stderr
    return folder / "out" / "wires"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Where it is served: below a folder; this takes the place of the other tests' site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{built.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def tab(visits: Tabs) -> Any:
    """A tab of a reader whose browser has met the index before; the search keeps nothing but its address."""
    return visits()


def settled(page: Any) -> None:
    """Wait until the results of the last question stand."""
    page.wait_for_function("() => document.querySelector('#search-results[aria-busy=false]')")


def results(page: Any) -> list[str]:
    """The ids of the documents found, and the keys of entries."""
    links = page.locator("#search-results .what a")
    return [str(link.get_attribute("href")).rpartition("/")[2].removesuffix(".html") for link in links.all()]


def ask(tab: Any, query: str, lang: str = "") -> list[str]:
    tab.page.goto(f"{tab.address}{lang}search.html?{urlencode({'q': query})}")
    settled(tab.page)
    return results(tab.page)


@pytest.mark.parametrize(
    ("query", "found", "mark"),
    [
        ("barometer", {"t1937-01-02-vetrov-li"}, "barometers"),
        ("Barometers", {"t1937-01-02-vetrov-li"}, "barometers"),
        ("baromet", {"t1937-01-02-vetrov-li"}, "barometers"),
        ("baromet sou", {"t1937-01-02-vetrov-li"}, "soup"),
        ("hsueh-hui", {"t1937-01-02-vetrov-li", "t1939-07-08-li-vetrov", "xuehui"}, "Xuehui"),
        ("Сюэхуэй", {"t1937-01-02-vetrov-li", "t1939-07-08-li-vetrov", "xuehui"}, "Xuehui"),
        ("学会", {"t1937-01-02-vetrov-li", "t1939-07-08-li-vetrov", "xuehui"}, "學會"),
        ("學會", {"t1937-01-02-vetrov-li", "t1939-07-08-li-vetrov", "xuehui"}, "學會"),
        ("气压表", {"t1939-07-08-li-vetrov"}, "氣壓表"),
        ("茶", {"t1939-07-08-li-vetrov"}, "茶"),
        ("елка", {"t1938-03-04-vetrov-lozinska"}, "Ёлка"),
        ("ЁЛКА ещё", {"t1938-03-04-vetrov-lozinska"}, "Ёлка"),
        ("xishan", {"t1937-01-02-vetrov-li", "xishan"}, "Xi’shan"),
        ("cat's", {"t1937-05-06-lozinska-vetrov"}, "cat’s"),
        ("basket lamp", {"t1937-05-06-lozinska-vetrov"}, "basket"),
        ("“great deal”", {"t1937-01-02-vetrov-li"}, "great"),
        ("“deal great”", {"t1937-01-02-vetrov-li"}, "great"),
        ("气表", set(), ""),
        ("pineapple", set(), ""),
    ],
)
def test_a_word_is_found_however_it_is_written(tab: Any, query: str, found: set[str], mark: str) -> None:
    """Romanisations, both kinds of Chinese characters, parts of runs, ё, apostrophes, stems; and the hit is marked."""
    assert set(ask(tab, query)) == found
    marks = tab.page.locator("#search-results mark").all_inner_texts()
    assert mark in marks if mark else marks == []
    assert tab.troubles == []


def test_a_pseudonym_finds_the_person_and_all_of_the_persons_letters(tab: Any) -> None:
    found = ask(tab, "burya")
    assert set(found) == {*LETTERS, "vetrov"}
    assert ask(tab, "lozinska")[0] == "lozinska"
    assert ask(tab, "李雪山")[0] == "li"
    assert tab.page.locator("#search-results .what a").first.get_attribute("lang") == "zh-Latn"


def test_results_show_date_sender_recipient_and_a_passage_of_the_text(tab: Any) -> None:
    """Nothing of the words that stand behind the text in the index."""
    ask(tab, "gloves")
    item = tab.page.locator("#search-results li").first
    assert item.locator("time").inner_text() == "2 January 1937"
    assert [name for name in ("Pavel Vetrov", "Li Xueshan") if name in item.locator(".what").inner_text()] != []
    passage = item.locator(".passage").inner_text()
    assert passage.startswith("… ")
    assert passage.endswith("written with gloves on.")
    assert item.locator(".passage").get_attribute("lang") == "en"


def test_results_come_as_the_reader_types(tab: Any) -> None:
    """The address follows, so that a reload shows the same."""
    page = tab.open("search.html", "load")
    settled(page)
    page.locator("#search-query").press_sequentially("samovar")
    page.wait_for_function("() => location.search === '?q=samovar'")
    page.fill("#search-query", "самовар")
    page.wait_for_function("() => document.querySelectorAll('#search-results li').length === 1")
    page.reload()
    settled(page)
    assert results(page) == ["t1938-03-04-vetrov-lozinska"]


def test_words_that_are_nowhere_are_named(tab: Any) -> None:
    """And nothing is shown instead of them."""
    assert ask(tab, "barometer pineapple") == []
    assert "pineapple" in tab.page.inner_text("#search-status")


def test_facets_narrow_a_search_and_stay_in_the_address(tab: Any) -> None:
    page = tab.open("search.html", "load")
    settled(page)
    everything = len(results(page))
    assert everything == len(LETTERS) + 5
    year = page.locator("[data-facet=year]")
    assert year.locator("label").all_inner_texts() == ["1937\n2", "1938\n1", "1939\n1"]
    year.get_by_label("1937").check()
    settled(page)
    assert set(results(page)) == {"t1937-01-02-vetrov-li", "t1937-05-06-lozinska-vetrov"}
    assert year.locator("label").all_inner_texts() == ["1937\n2", "1938\n1", "1939\n1"]
    page.locator("[data-facet=person]").get_by_label("Łucja Łozińska").check()
    settled(page)
    assert results(page) == ["t1937-05-06-lozinska-vetrov"]
    assert page.url.endswith("search.html?year=1937&person=lozinska")
    page.locator("#search-chosen button", has_text="1937").click()
    settled(page)
    assert len(results(page)) == 2
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('#search-results li').length === 1")
    assert results(page) == ["t1937-05-06-lozinska-vetrov"]
    page.click("#search-clear")
    settled(page)
    assert len(results(page)) == everything
    assert tab.troubles == []


def test_an_address_holds_query_facets_and_order(tabs: Tabs) -> None:
    """A search can be sent to a colleague; in another language of the interface it is the same."""
    tab = tabs()
    page = tab.open("search.html?q=vetrov&kind=telegram&sort=newest", "load")
    settled(page)
    assert results(page) == sorted(LETTERS, reverse=True)
    assert page.input_value("#search-query") == "vetrov"
    assert page.title().startswith("vetrov · ")
    assert page.locator("[data-facet=kind] input[value=telegram]").is_checked()
    page.click(".languages a[hreflang=ru]")
    page.wait_for_url("**/ru/search.html?*")
    settled(page)
    assert "/ru/search.html?q=vetrov&kind=telegram&sort=newest" in page.url
    assert results(page) == sorted(LETTERS, reverse=True)
    assert tab.troubles == []


def test_results_lead_to_pages_in_the_language_of_the_interface(tab: Any) -> None:
    assert ask(tab, "самовар", "ru/") == ["t1938-03-04-vetrov-lozinska"]
    page = tab.page
    assert page.inner_text("#search-status") == "1 результат"
    assert page.locator("#search-results time").inner_text() == "4 марта 1938 г."
    page.locator("#search-results .what a").click()
    page.wait_for_url("**/ru/telegrams/t1938-03-04-vetrov-lozinska.html")
    assert page.locator("html").get_attribute("lang") == "ru"
    assert tab.troubles == []


def test_chinese_is_counted_and_dated_as_chinese_has_it(tab: Any) -> None:
    assert ask(tab, "氣壓", "zh/") == ["t1939-07-08-li-vetrov"]
    assert tab.page.locator("#search-results time").inner_text() == "1939年7月8日"
    assert tab.troubles == []


def test_the_whole_search_goes_by_keyboard(tab: Any) -> None:
    """From the query through the results into the facets, and the number of results is told to screen readers."""
    page = tab.open("search.html?q=vetrov", "load")
    settled(page)
    page.focus("#search-query")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#search-results') !== null")
    page.locator("[data-facet=year] ul input").first.focus()
    page.keyboard.press("Space")
    settled(page)
    assert page.evaluate("document.activeElement.value") == "1937"
    assert page.locator("#search-status").get_attribute("aria-live") == "polite"


def test_a_query_from_the_head_of_any_page_is_answered(tab: Any) -> None:
    page = tab.open("telegrams/t1937-01-02-vetrov-li.html")
    page.fill(".site-search input", "самовар")
    page.press(".site-search input", "Enter")
    page.wait_for_url("**/search.html?q=*")
    settled(page)
    assert results(page) == ["t1938-03-04-vetrov-lozinska"]


@pytest.mark.parametrize("lang", ["", "ru/", "zh/"])
def test_without_javascript_the_page_offers_the_registers(tabs: Tabs, lang: str) -> None:
    tab = tabs(java_script_enabled=False)
    page = tab.open(f"{lang}search.html?q=barometer")
    assert not page.locator("#search").is_visible()
    links = page.locator("main a")
    assert links.count() >= 5
    assert all(link.is_visible() for link in links.all())
    links.first.click()
    page.wait_for_url(lambda url: "search.html" not in url)
    assert page.locator("main h1").is_visible()
    assert tab.troubles == []


def test_an_edition_without_an_index_says_so(tabs: Tabs, built: Path) -> None:
    """The page leads on instead of failing silently."""
    hidden = built / "hidden"
    (built / "pagefind").rename(hidden)
    try:
        page = tabs().open("search.html", "load")
        page.wait_for_function("() => document.getElementById('search-status').textContent.includes('could not')")
    finally:
        hidden.rename(built / "pagefind")


def test_an_index_in_parts_answers_as_one(tab: Any, built: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Order, counts of facets and words that only one part knows are those of the whole."""
    from edition.corpus import load_corpus
    from edition.searching import index_site, indexing
    from edition.site.plan import Settings, Site

    parts = built.parent / "parts"
    shutil.copytree(built, parts)
    monkeypatch.setattr(indexing, "_PART", 3)
    source = built.parents[1]
    corpus, _ = load_corpus([source / "tei"], authority=[source / "authority.xml"])
    assert index_site(parts, Site(corpus, Settings("Snow", languages=("en", "ru", "zh")))) == ()
    assert (parts / "pagefind" / "2").is_dir()
    tab.address = address.replace(built.name, "parts")
    for _ in range(3):  # what loads at once loads in another order each time
        assert set(ask(tab, "vetrov")) == {*LETTERS, "vetrov"}
        assert tab.page.locator("[data-facet=year] label").all_inner_texts() == ["1937\n2", "1938\n1", "1939\n1"]
    page = tab.open("search.html?q=vetrov&sort=newest", "load")
    settled(page)
    assert results(page) == [*sorted(LETTERS, reverse=True), "vetrov"]
    page = tab.open("search.html?sort=oldest&person=li", "load")
    settled(page)
    assert results(page) == ["t1937-01-02-vetrov-li", "t1939-07-08-li-vetrov"]
    assert ask(tab, "самовар lamp") == []
    assert tab.page.inner_text("#search-status") == "Nothing was found."
    assert ask(tab, "barometerxyz") == []
    assert "barometerxyz" in tab.page.inner_text("#search-status")
    assert tab.troubles == []
