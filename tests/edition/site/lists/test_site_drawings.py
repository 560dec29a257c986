"""Timeline and network: the same drawing each time, with the same data as a table."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest

from edition.corpus.model import Entry, Kind
from edition.site import circle, network, timeline
from edition.site.timescale import Scale, bin_of, main_span, months_in_bin, ordinal


def test_timeline_of_dots(site_of, page_of, letter):
    """A few letters are dots on the lanes of their exchanges, each a link; the table has the same dates."""
    site = site_of([letter("1937-09-04"), letter("1937-09-07", "zhitkov", "vetrov"), letter("1938-01-02", "ostapova")])
    page = page_of(site, "timeline.html")
    assert page.count("//*[local-name()='circle']") == 3
    assert page.hrefs("//*[local-name()='svg']//a[*[local-name()='circle']]") == page.hrefs("//td[@class='dates']/a")
    assert page.tree.xpath("//figure//*[local-name()='svg']/@role") == ["group"]
    assert "style=" not in page.data.decode()


def test_timeline_of_one_day_is_not_drawn(site_of, page_of, letter):
    """One letter makes no drawing, only a table."""
    page = page_of(site_of([letter("1937-09-04")]), "timeline.html")
    assert page.count("//*[local-name()='svg']") == 0
    assert page.text("//td[@class='dates']") == "4 September 1937"


def test_timeline_of_nothing_dated(site_of, page_of, letter):
    """Without a date there is neither drawing nor table, and the number of undated letters is told."""
    page = page_of(site_of([letter("", ident="undated")]), "timeline.html")
    assert page.count("//table") == 0
    assert "1 more without a date" in page.text()


def test_timeline_of_bars(site_of, page_of, letter, monkeypatch):
    """Many letters are bars by month that lead into the chronology; each month has its number in the table."""
    monkeypatch.setattr(timeline, "_MOST_DOTS", 2)
    site = site_of([letter("1937-09-04"), letter("1937-09-05"), letter("1938-01-02"), letter("1938", ident="year")])
    page = page_of(site, "timeline.html")
    assert page.count("//*[local-name()='rect']") == 3
    assert page.text("//td[@class='dates']") == "September 1937 2; 1938 1; January 1938 1"
    assert page.hrefs("//td[@class='dates']/a") == [
        "chronology/1937.html#m9",
        "chronology/1938.html",
        "chronology/1938.html#m1",
    ]


def test_timeline_leaves_out_what_is_far(site_of, page_of, letter):
    """A date far from all others is in the table alone, so that the others can be told apart."""
    site = site_of([letter("1150"), *(letter(f"1937-09-{day:02}") for day in range(1, 13))])
    page = page_of(site, "timeline.html")
    assert page.count("//*[local-name()='circle']") == 12
    assert "1 document far from the others" in page.text("//figcaption")
    assert "1150" in page.text("//td[@class='dates']")


def test_other_exchanges_share_a_lane(site_of, page_of, letter, monkeypatch):
    """With more exchanges than lanes the rest share the last, and letters without a recipient are there too."""
    monkeypatch.setattr(timeline, "_LANES", 1)
    letters = [
        letter("1937-09-04"),
        letter("1937-09-05"),
        letter("1937-09-06", "ostapova"),
        letter("1937-09-07", "vetrov", "institute"),
    ]
    page = page_of(site_of([*letters, letter("1937-09-08", recipient="")]), "timeline.html")
    assert page.text("//main//tbody//th") == "Pavel Vetrov – Lev Zhitkov | All others"
    assert page.text("//main//tbody//td[1]") == "2 | 3"


def test_dots_of_a_day_stand_on_each_other(site_of, page_of, letter):
    """Letters of one day are dots one above the other, and never more than six."""
    site = site_of(
        [letter("1937-09-04", ident=f"a{number}") for number in range(9)] + [letter("1938-01-01"), letter("1939-01-01")]
    )
    page = page_of(site, "timeline.html")
    heights = {one.get("cy") for one in page.tree.xpath("//*[local-name()='circle']")}
    assert len(heights) == 6


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("1937-09-01", "1937-09-04", ["1937-09-01", "1937-09-02", "1937-09-03", "1937-09-04"]),
        ("1937-09-15", "1938-06-30", ["1937-11", "1938-01", "1938-03", "1938-05"]),
        ("1930-01-01", "1939-12-31", ["1930", "1932", "1934", "1936", "1938"]),
        ("0700-01-01", "1954-01-01", ["0800", "1000", "1200", "1400", "1600", "1800"]),
        ("1937-09-04", "1937-09-04", ["1937-09-04"]),
    ],
)
def test_ticks(first, last, ticks):
    """Ticks stand at whole days, months or years, nine at the most."""
    scale = Scale(ordinal(first) or 0, ordinal(last) or 0, 0, 100)
    found = scale.ticks()
    assert [tick.iso for tick in found] == ticks
    assert all(0 <= one.x < other.x <= 100 for one, other in pairwise(found))


def test_bins():
    """A few years are counted by month, a century by year, a thousand years by fifty."""
    assert [months_in_bin(ordinal("1900"), ordinal(last)) for last in ("1905", "1999", "2899")] == [1, 12, 60]
    assert bin_of(ordinal("1937-09-04"), 1).iso == "1937-09"
    decade = bin_of(ordinal("1937-09-04"), 120)
    assert (decade.iso, decade.until) == ("1930", "1939")
    assert bin_of(ordinal("0003-01-01"), 12000).iso == "0001"


@pytest.mark.parametrize("iso", ["", "1937-13", "-0044-03-15", "0000", "in spring", "1937-02-30"])
def test_no_place_in_time(iso):
    """What is no day of the calendar has no place on the line."""
    assert ordinal(iso) is None


def test_main_span():
    """Two dates at either end of a hundred may be left out when they are far; a few dates are all shown."""
    near = list(range(10000, 10100))
    assert main_span(near) == (10000, 10099)
    assert main_span([1, *near, 90000]) == (10000, 10099)
    assert main_span([1, 90000]) == (1, 90000)
    assert main_span([]) == (0, 0)


def test_network(site_of, page_of, letter):
    """Correspondents are dots, directions are arrows, and the table has the same numbers."""
    site = site_of(
        [
            letter("1937-09-04"),
            letter("1937-09-05"),
            letter("1937-09-07", "zhitkov", "vetrov"),
            letter("1938-01-02", "ostapova", "vetrov"),
        ]
    )
    page = page_of(site, "network.html")
    assert page.count("//*[local-name()='g'][@class='nodes']//*[local-name()='circle']") == 3
    assert page.count("//*[local-name()='path'][@marker-end]") == 3
    assert (
        page.text("//main//tbody/tr")
        == "Pavel VetrovLev Zhitkov2 | Nina OstapovaPavel Vetrov1 | Lev ZhitkovPavel Vetrov1"
    )
    assert "style=" not in page.data.decode()


def test_network_of_two_is_a_table(site_of, page_of, letter):
    """Two correspondents need no drawing."""
    page = page_of(site_of([letter("1937-09-04")]), "network.html")
    assert page.count("//*[local-name()='svg']") == 0
    assert page.count("//main//tbody/tr") == 1


def test_network_of_nobody(site_of, page_of, letter):
    """Where no letter has both sides, the page says so."""
    assert "No document says both" in page_of(site_of([letter("1937-09-04", recipient="")]), "network.html").text()


def test_network_shows_the_most_frequent(site_of, page_of, letter, monkeypatch):
    """A drawing of too many shows the most frequent and says how many; a long table leads to the exchanges."""
    monkeypatch.setattr(network, "_MOST", 3)
    monkeypatch.setattr(network, "LIMIT", 2)
    documents = [
        letter("1937-09-04"),
        letter("1937-09-05"),
        letter("1937-09-06", "ostapova"),
        letter("1937-09-07", "vetrov", "institute"),
    ]
    page = page_of(site_of(documents), "network.html")
    assert "4 correspondents · the drawing shows the 3 most frequent" in page.text()
    assert page.count("//main//tbody/tr") == 2
    assert page.hrefs("//main//p/a") == ["exchanges/index.html"]


def _weights(count: int) -> dict[tuple[circle.Who, circle.Who], int]:
    names = [(Kind.PERSON, f"p{number:02}") for number in range(count)]
    return {(one, other): 1 + (int(one[1][1:]) * int(other[1][1:])) % 7 for one, other in combinations(names, 2)}


@pytest.mark.parametrize("count", [2, 3, 5, 14, 15, 60])
def test_circle_is_readable(count):
    """No dot covers another, no name leaves the picture, and the same letters give the same drawing."""
    weights = _weights(count)
    names = {who: f"Person of the name {who[1]} who has a long one" for pair in weights for who in pair}
    drawing = circle.draw(weights, names)
    assert drawing == circle.draw(dict(reversed(weights.items())), names)
    assert len(drawing.spots) == count
    for one, other in combinations(drawing.spots, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius
    left, top, width, height = drawing.box
    assert all(left < one.label_x < left + width and top < one.label_y < top + height for one in drawing.spots)
    assert all(len(one.label) <= 26 for one in drawing.spots)


def test_circle_puts_friends_together():
    """Those who write much to each other become neighbours."""
    who = {name: (Kind.PERSON, name) for name in "abcdef"}
    weights = {(who[one], who[other]): 9 for one, other in ("ab", "cd", "ef")} | {(who["a"], who["c"]): 1}
    order = [key for _, key in circle.arrange(weights, dict.fromkeys(who.values(), 9))]
    places = {key: place for place, key in enumerate(order)}
    assert all(min(abs(places[a] - places[b]), 6 - abs(places[a] - places[b])) == 1 for a, b in ("ab", "cd", "ef"))


def test_letters_to_oneself(site_of, page_of, letter):
    """Someone who writes to himself makes no arrow and breaks nothing."""
    who = (Kind.PERSON, "a")
    assert circle.draw({(who, who): 1}, {who: "A"}).lines == ()
    page = page_of(
        site_of([letter("1937-09-04", "vetrov", "vetrov")], [Entry("vetrov", Kind.PERSON, "V")]), "network.html"
    )
    assert page.count("//h1") == 1
