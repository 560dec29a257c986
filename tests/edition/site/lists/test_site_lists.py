"""The list of documents, the chronology with its calendars, and how both stay light."""

from __future__ import annotations

import pytest

from edition.corpus.model import Moment
from edition.site import chronology, kinds, listing, parts
from edition.site.calendar import month_of, months_of
from edition.site.parts import by_year, cut_by_year


@pytest.fixture
def short(monkeypatch):
    """Pages of at most three lines."""
    for module in (parts, listing, chronology):
        monkeypatch.setattr(module, "LIMIT", 3)
    monkeypatch.setattr(parts.cut, "__defaults__", (3,))
    monkeypatch.setattr(parts.cut_by_year, "__defaults__", (3,))


def test_list_groups_by_year(site_of, page_of, letter):
    """The list names each year once, and its letters with sender, recipient, reference and the way to them."""
    site = site_of([letter("1938-01-02"), letter("1937-09-04", held="12/3/47/18-19")])
    page = page_of(site, "telegrams/index.html")
    assert page.text("//main//h2") == "1937 | 1938"
    assert "Pavel Vetrov →to Lev Zhitkov" in page.text("//main//li[contains(., '4 September')]")
    assert "AKPI 12/3/47/18-19" in page.text()
    assert page.hrefs("//main//ol//a") == ["t19370904-vetrov-zhitkov.html", "t19380102-vetrov-zhitkov.html"]


def test_list_of_one_has_no_headings(site_of, page_of, letter):
    """An edition of one letter shows it without a heading of its year, and counts one document."""
    page = page_of(site_of([letter("1937-09-04")]), "telegrams/index.html")
    assert page.count("//main//h2") == 0
    assert "1 document" in page.text()
    assert "documents" not in page.text()


@pytest.mark.usefixtures("short")
def test_long_list_is_cut_by_year(site_of, page_of, letter):
    """A long list becomes a table of years; each year is a page of its own, a full year several that lead on."""
    days = [f"1937-09-{day:02}" for day in range(1, 6)]
    site = site_of([*(letter(day) for day in days), letter("1938-01-02"), letter("", ident="undated")])
    whole = page_of(site, "telegrams/index.html")
    assert whole.hrefs("//main//table//a") == ["~1937.html", "~1937-2.html", "~1938.html", "~undated.html"]
    first = page_of(site, "telegrams/~1937.html")
    assert first.count("//main//ol/li") == 3
    assert "part 1 of 2" in first.text()
    assert page_of(site, "telegrams/~1937-2.html").hrefs("//nav[contains(@class, 'pager')][1]/a") == [
        "~1937.html",
        "~1938.html",
    ]
    assert "undated" in page_of(site, "telegrams/~undated.html").text("//h1")


def test_chronology_counts_months(site_of, page_of, letter):
    """The table of years has a number in each month that has letters, which leads to the month."""
    site = site_of([letter("1937-09-04"), letter("1937-09-05"), letter("1938-01-02"), letter("1938", ident="year")])
    page = page_of(site, "chronology/index.html")
    assert "1937.html#m9" in page.hrefs()
    assert page.text("//main//tbody/tr[1]") == "193722"
    assert "*" in page.text("//main//tbody/tr[2]")


def test_calendar_leads_to_days(site_of, page_of, letter):
    """A day with letters is a link of the calendar to its place below; a day without is a number."""
    site = site_of([letter("1937-09-04"), letter("1937-09-04T12:00", ident="noon"), letter("1937-09-07")])
    page = page_of(site, "chronology/1937.html")
    assert page.count("//table[contains(@class, 'month')]") == 12
    assert page.hrefs("//table[contains(@class, 'month')]//td/a") == ["#d09-04", "#d09-07"]
    assert page.count("//div[@id='d09-04']//li") == 2
    assert page.tree.xpath("//a[@href='#d09-04']/@title") == ["4 September: 2 documents"]


def test_uncertain_dates_stand_first(site_of, page_of, letter):
    """A letter of which only the year is known stands under the year, and in no month."""
    page = page_of(site_of([letter("1937", ident="some"), letter("1937-02-03")]), "chronology/1937.html")
    assert page.text("//main//h2[not(@class)]").startswith("1937, month not known 1 | February 1")


def test_undated_have_a_page(site_of, page_of, letter):
    """Letters without a date have a page without a calendar, that the table of years leads to."""
    site = site_of([letter("1937-09-04"), letter("", ident="undated")])
    assert "undated.html" in page_of(site, "chronology/index.html").hrefs()
    page = page_of(site, "chronology/undated.html")
    assert page.count("//table") == 0
    assert "1937.html" in page.hrefs()


@pytest.mark.usefixtures("short")
def test_full_year_is_cut_by_month(site_of, page_of, letter):
    """A year with too much for one page has the calendar alone, and a page for each month, in parts if need be."""
    days = ["1937-08-30", *(f"1937-09-{day:02}" for day in range(1, 6))]
    site = site_of([letter(day) for day in days])
    year = page_of(site, "chronology/1937.html")
    assert year.count("//main//ol") == 0
    assert "1937~09.html#d09-01" in year.hrefs()
    assert "1937~09-2.html#d09-05" in year.hrefs()
    month = page_of(site, "chronology/1937~09.html")
    assert "September 1937" in month.text("//h1")
    assert month.count("//main//ol/li") == 3
    assert month.hrefs("//nav[contains(@class, 'trail')]//a")[-1] == "1937.html"


@pytest.mark.parametrize(
    ("day", "month"), [("1937-09-04", "1937-09"), ("1937-09", "1937-09"), ("1937", ""), ("", ""), ("-0044", "")]
)
def test_month_of(day, month):
    """The month of a date is its first seven characters, where it tells one."""
    assert month_of(day) == month


@pytest.mark.parametrize("year", ["0000", "-044", "12345", ""])
def test_years_without_a_calendar(year):
    """A year that the calendar does not know has no months."""
    assert months_of(year, [], {}) == ()


def test_strength_of_days():
    """The fullest day is the strongest; an empty one has no strength."""
    september = months_of("1937", ["1937-09-04"] * 4 + ["1937-09-05"], {})[8]
    days = {day.number: day.strength for week in september.weeks for day in week}
    assert (days[4], days[5], days[6]) == (4, 1, 0)


def test_parts_keep_every_document(site_of, letter):
    """Cutting by year loses no document and doubles none."""
    site = site_of([letter(f"19{year}-0{month}-01") for year in (37, 38) for month in range(1, 8)])
    idents = [one.id for one in site.corpus.documents]
    cut = cut_by_year(site, idents, "x~", 3)
    assert [ident for part in cut for ident in part.documents] == idents
    assert len({part.subject for part in cut}) == len(cut) == 6
    assert list(by_year(site, ["nobody", *idents])) == ["1937", "1938"]


def test_digests_follow_what_is_shown(site_of, letter):
    """A page is planned anew when a letter on it changes, and not when one that it does not show does."""

    def plan(*documents):
        return {one.path: one.digest for one in kinds.plan(site_of(documents))}

    old = plan(letter("1937-09-04"), letter("1938-01-02"))
    new = plan(letter("1937-09-04"), letter("1938-01-02", mark="another"))
    assert old["chronology/1938.html"] != new["chronology/1938.html"]
    assert old["chronology/1937.html"] == new["chronology/1937.html"]
    assert old["chronology/index.html"] == new["chronology/index.html"]


def test_pages_for_each_language(site_of, page_of, letter):
    """Each language of the interface has all pages; the first is at the root."""
    site = site_of([letter("1937-09-04", date=Moment(when="1937-09-04"))], languages=("en", "ru"))
    paths = [one.path for one in kinds.plan(site)]
    assert {"chronology/1937.html", "ru/chronology/1937.html"} <= set(paths)
    assert "сентябрь" in page_of(site, "ru/chronology/1937.html").text().lower()
