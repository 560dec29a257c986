"""The way of a message: stations in the order of their moments, the time between them where clocks can be compared."""

from __future__ import annotations

import pytest

from edition.corpus.model import Action, Corpus, Entry, Envelope, Kind, Moment, Name
from edition.site.conveyance import Span, Way, way_of
from edition.site.plan import Planned, Settings, Site


def way(site: Site, *actions: Action) -> Way:
    return way_of(
        site, Planned("telegrams/a.html", "telegram", "a", "en", ""), Envelope(actions, notes=("By sledge.",))
    )


def action(type_: str, when: str = "", subtype: str = "", certainty: str = "") -> Action:
    return Action(type_, subtype, dates=(Moment(when=when, certainty=certainty),) if when else ())


@pytest.fixture
def site() -> Site:
    """A site that knows one person."""
    vetrov = Entry("vetrov", Kind.PERSON, "Pavel Vetrov")
    return Site(Corpus(entries={(vetrov.kind, vetrov.key): vetrov}), Settings("Karsk"))


@pytest.mark.parametrize(
    ("actions", "order"),
    [
        ([action("received", "1938-01-02"), action("sent", "1938-01-01")], ["sent", "received"]),
        (
            [
                action("sent", "1938-01-01"),
                action("transmitted", "1938-01-03", "printed"),
                action("transmitted", "1938-01-02", "deciphered"),
            ],
            ["sent", "deciphered", "printed"],
        ),
        (
            [action("sent"), action("transmitted", "", "via"), action("received", "1938-01-02")],
            ["sent", "via", "received"],
        ),
        (
            [action("sent", "1938-01-02T10:00:00"), action("received", "1938-01-02T09:00:00")],
            ["sent", "received"],
        ),
    ],
)
def test_stations_stand_in_the_order_of_their_moments(site: Site, actions: list[Action], order: list[str]) -> None:
    """Sending comes first whatever the clocks say; what has no moment stays where the file has it."""
    assert [one.subtype or one.type for one in way(site, *actions).stations] == order


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("1938-01-01T22:05:00+03:00", "1938-01-02T09:40:00+03:00", Span(0, 11, 35)),
        ("1938-01-01T22:05:00+03:00", "1938-01-03T22:06:00+01:00", Span(2, 2, 1)),
        ("1938-01-01T22:05:00", "1938-01-01T22:30:00", Span(0, 0, 25)),
        ("1938-01-01", "1938-01-04", Span(3)),
        ("1938-01-01", "1938-01-04T10:00:00", Span(3)),
        ("1938-01-01", "1938-01-01T10:00:00", None),
        ("1938-01-01T22:05:00", "1938-01-01T22:05:00+03:00", None),
        ("1938-01-02", "1938-01-01", None),
        ("1938-01", "1938-02", None),
        ("", "1938-01-01", None),
    ],
)
def test_the_time_between_stations_is_told_where_it_is_known(
    site: Site, first: str, last: str, span: Span | None
) -> None:
    """Both with a zone, both without, or both days; never for a clock that runs backwards."""
    assert way(site, action("sent", first), action("received", last)).stations[0].until == span


def test_a_moment_in_doubt_gives_no_time_between(site: Site) -> None:
    """It would say more than is known."""
    found = way(site, action("sent", "1938-01-01", certainty="low"), action("received", "1938-01-04"))
    assert found.stations[0].until is None


def test_copies_and_what_is_sent_on_branch_off(site: Site) -> None:
    """Names lead to their pages; a name without an entry is just a name."""
    names = (Name("Pavel", Kind.PERSON, "vetrov"), Name("Nobody", Kind.PERSON, "nobody"))
    found = way(site, action("sent"), Action("forwarded", "copy", names), Action("redirected"))
    assert [one.type for one in found.stations] == ["sent"]
    assert [one.type for one in found.branches] == ["forwarded", "redirected"]
    assert [(one.text, one.href) for one in found.branches[0].names] == [
        ("Pavel Vetrov", "../persons/vetrov.html"),
        ("Nobody", ""),
    ]
    assert found.notes == ("By sledge.",)
