"""The archives as a tree, and the exchanges with what is missing from them."""

from __future__ import annotations

import pytest

from edition.corpus.model import Holding, Moment, Relation
from edition.site import archives, exchanges, kinds, shelves
from edition.site.shelves import natural, repositories


def test_tree(site_of, page_of, letter):
    """A repository's page has its parts in the order of their numbers, and each file's leaves with their letters."""
    site = site_of(
        [
            letter("1937-09-04", held="12/3/47/18-19"),
            letter("1937-09-05", held="12/3/47/2"),
            letter("1937-09-06", held="12/3/9/1"),
            letter("1937-09-07", held="2/1/1/"),
            letter("1937-09-08"),
        ]
    )
    page = page_of(site, "archives/AKPI.html")
    assert page.text("//summary") == "fond 2, opis 1, delo 1 1 | fond 12, opis 3 3 | delo 9 1 | delo 47 2"
    assert page.text("//li[@id='12_3_47']//span[@class='leaves']") == "leaves 2 | leaves 18-19"
    assert page.text("//li[@id='2_1_1']//span[@class='leaves']") == "–"
    assert page.hrefs("//li[@id='12_3_9']//a") == ["../telegrams/t19370906-vetrov-zhitkov.html"]
    whole = page_of(site, "archives/index.html")
    assert "1 document without an archival reference" in whole.text()
    assert "AKPI.html#12_3_47" in whole.hrefs()


def test_other_parts_and_archives(site_of, page_of, letter):
    """An archive without an entry is called as references call it; its own kinds of parts stand in the same tree."""
    museum = Holding(
        "severin", "Severin Museum", (("box", "3"), ("folder", "a/b c")), "", "k", "Museum", "Port Severin"
    )
    loose = Holding("severin", "Severin Museum", (), "", "k", "Severin Museum, unsorted")
    site = site_of([letter("1937-09-04", holdings=(museum,)), letter("1937-09-05", holdings=(loose,))])
    page = page_of(site, "archives/severin.html")
    assert page.text("//h1") == "Severin Museum"
    assert page.text("//summary") == "box 3, folder a/b c 1"
    assert page.count("//li[@id='3_a-b-c']") == 1
    assert page.count("//main/ol/li") == 1


def test_same_names_get_their_own_anchors(site_of, letter):
    """Parts whose names differ only in signs that no address may have keep apart."""
    held = [Holding("x", "X", (("box", value),)) for value in ("a b", "a/b", "A-B")]
    site = site_of([letter(f"1937-09-0{day}", holdings=(one,)) for day, one in enumerate(held, 1)])
    anchors = [shelf.anchor for shelf in repositories(site)["x"].shelves]
    assert len({anchor.casefold() for anchor in anchors}) == 3


def test_full_repository_is_cut(site_of, page_of, letter, monkeypatch):
    """A repository with too much for one page leads to pages of its parts, a full file to runs of its documents."""
    monkeypatch.setattr(shelves, "LIMIT", 2)
    documents = [letter(f"1937-09-0{day}", held=f"12/3/47/{day}") for day in range(1, 6)]
    site = site_of([*documents, letter("1937-10-01", held="13/1/1/1")])
    page = page_of(site, "archives/AKPI.html")
    assert page.hrefs("//main//a") == ["AKPI~12.html", "AKPI~13.html"]
    run = page_of(site, "archives/AKPI~12_3_47_run-3.html")
    assert run.text("//h1").endswith("fond 12, opis 3, delo 47, documents 5–5")
    assert run.count("//ol[contains(@class, 'pieces')]/li") == 1
    assert run.hrefs("//main//nav//a") == ["AKPI~12.html", "AKPI~12_3.html", "AKPI~12_3_47.html"]
    monkeypatch.setattr(archives, "_OUTLINED", 2)
    assert page_of(site, "archives/index.html").hrefs("//main//ul//a") == ["AKPI~12.html", "AKPI~13.html"]


@pytest.mark.parametrize(
    ("smaller", "greater"), [("9", "10"), ("10", "10a"), ("", "1"), ("2-3", "18"), ("711.60b4/3", "711.61")]
)
def test_natural_order(smaller, greater):
    """Shelfmarks are sorted by their figures as numbers."""
    assert natural(smaller) < natural(greater)


def test_exchange_thread_by_thread(site_of, page_of, letter):
    """An exchange shows threads with what answers what, and each direction with its number."""
    first = letter("1937-09-04", number="417")
    second = letter("1937-09-07", "zhitkov", "vetrov", answers=first.id)
    site = site_of([first, second, letter("1937-10-01")])
    page = page_of(site, "exchanges/vetrov--zhitkov.html")
    assert page.count("//ol[contains(@class, 'linked')]") == 1
    assert page.text("//span[@class='answers']") == "↳ answers No. 417, 4 September 1937"
    assert page.text("//ul[@class='sides']/li") == "Pavel Vetrov → Lev Zhitkov: 2 | Lev Zhitkov → Pavel Vetrov: 1"
    table = page_of(site, "exchanges/index.html")
    assert table.text("//main//tbody/tr") == "Pavel Vetrov – Lev Zhitkov3214 September 1937 – 1 October 19371"


def test_missing_documents_are_gaps(site_of, page_of, letter):
    """A document spoken of that the edition lacks stands as a gap before the one that answers it, with who says so."""
    spoken = Relation("answers", "", "your telegram of 1 September", Moment(when="1937-09-01"))
    site = site_of([letter("1937-09-04", answers=spoken)])
    page = page_of(site, "exchanges/vetrov--zhitkov.html")
    gap, item = page.tree.xpath("//main//ol/li")
    assert "gap" in gap.get("class")
    assert "your telegram of 1 September" in gap.text_content()
    assert "Pavel Vetrov" in gap.text_content()
    assert item.get("class") is None
    assert "1 document spoken of is missing" in page.text()


def test_gaps_after_a_document(site_of, page_of, letter):
    """What is said to come next stands after the document that says so."""
    spoken = Relation("next", "", "to be continued", href="https://example.org/next")
    page = page_of(site_of([letter("1937-09-04", answers=spoken)]), "exchanges/vetrov--zhitkov.html")
    classes = [one.get("class") or "" for one in page.tree.xpath("//main//ol/li")]
    assert [("gap" in one) for one in classes] == [False, True]
    assert "https://example.org/next" in page.hrefs()


def test_long_exchange_is_cut_between_threads(site_of, page_of, letter, monkeypatch):
    """A long exchange has parts named by their years; no thread is torn that fits into one."""
    monkeypatch.setattr(exchanges, "LIMIT", 2)
    documents = [letter(f"193{year}-01-01") for year in range(4)]
    answered = letter("1934-02-02", "zhitkov", "vetrov", answers=documents[3].id)
    site = site_of([*documents, answered])
    paths = [one.path for one in kinds.plan(site) if one.kind == "exchange"]
    assert paths == ["exchanges/index.html", *(f"exchanges/vetrov--zhitkov{part}.html" for part in ("", "~2", "~3"))]
    page = page_of(site, "exchanges/vetrov--zhitkov~3.html")
    assert page.count("//main//ol/li") == 2
    assert "part 3 of 3" in page.text()
    assert page.text("//nav[contains(@class, 'jump')]//a") == "1930–1931 | 1932 | 1933–1934"


def test_long_table_of_exchanges(site_of, page_of, letter, monkeypatch):
    """A long table of exchanges has parts that lead to each other."""
    monkeypatch.setattr(exchanges, "LIMIT", 1)
    site = site_of([letter("1937-09-04"), letter("1937-09-05", "vetrov", "institute")])
    assert page_of(site, "exchanges/index.html").hrefs("//nav[contains(@class, 'jump')]//a") == [
        "index.html",
        "~2.html",
    ]
    assert page_of(site, "exchanges/~2.html").count("//main//tbody/tr") == 1


def test_no_exchange(site_of, page_of, letter):
    """Where no letter has both sides, the page says so."""
    page = page_of(site_of([letter("1937-09-04", recipient="")]), "exchanges/index.html")
    assert "No document says both" in page.text()
