"""The index of telegrams: what answers what, and what comes before and after, whatever the order of captures."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from lxml import etree

from edition.cards import Card, Spoken, card_from, card_of
from edition.exchanges import NO_LINKS, Exchanges
from edition.linking import linked, relinked
from tei.encode import serialise

TEI = "http://www.tei-c.org/ns/1.0"


def card(sent: str, way: str = "vetrov>orlin", *numbers: str, spoken: tuple[Spoken, ...] = (), **more: str) -> Card:
    """A telegram of invented people; parties are written "vetrov>orlin", one of them may be missing."""
    sender, _, recipient = way.partition(">")
    parties = tuple((name,) if name else () for name in (sender, recipient))
    received, kind = more.get("received", ""), more.get("kind", "telegram")
    return Card(kind, f"{way} {sent}", *parties, sent, received, numbers, spoken)


def answer(when: str = "", number: str = "", type_: str = "answers", **more: object) -> Spoken:
    return Spoken(type_, when, number, **more)  # type: ignore[arg-type]


def target(asking: Card, **others: Card) -> str:
    """The id of the telegram that the first words of a telegram mean; several are joined by a bar."""
    links = Exchanges({"a": asking, **others}).links("a")
    found = [id_ for _, id_ in links.targets] + ["|".join(ids) for _, ids in links.doubtful]
    return found[0] if found else ""


FOUND = [
    ("of a day", answer("1938-01-06"), card("1938-01-06", "orlin>vetrov")),
    ("of a day and hour", answer("1938-01-06"), card("1938-01-06T20:15", "orlin>vetrov")),
    ("of a day, to nobody known", answer("1938-01-06"), card("1938-01-06", "orlin>")),
    ("of a number", answer(number="457"), card("1938-01-02", "orlin>vetrov", "457")),
    ("of a number, undated", answer(number="457"), card("", "orlin>vetrov", "457")),
    ("of number and day", answer("1938-01-06", "457"), card("1938-01-06", "orlin>vetrov", "457")),
    ("of a number and the day of receipt", answer("1938-01-07", "457"), card("1938-01-06", "orlin>vetrov", "457")),
    ("of a day, the number not printed", answer("1938-01-06", "457"), card("1938-01-06", "orlin>vetrov")),
    ("spoken of, from the other", answer("1938-01-06", type_="mentions"), card("1938-01-06", "orlin>vetrov")),
    ("spoken of, one's own", answer("1938-01-06", type_="mentions", own=True), card("1938-01-06")),
    ("spoken of, one's own unsaid", answer("1938-01-06", type_="mentions"), card("1938-01-06")),
]
NOT_FOUND = [
    ("of another day", answer("1938-01-06"), card("1938-01-05", "orlin>vetrov")),
    ("from somebody else", answer("1938-01-06"), card("1938-01-06", "lind>vetrov")),
    ("to somebody else", answer("1938-01-06"), card("1938-01-06", "orlin>lind")),
    ("one's own cannot be answered", answer("1938-01-06"), card("1938-01-06")),
    ("another number on that day", answer("1938-01-06", "457"), card("1938-01-06", "orlin>vetrov", "458")),
    ("the number of another year", answer(number="457"), card("1936-01-06", "orlin>vetrov", "457")),
    ("that number on another day", answer("1938-01-06", "457"), card("1937-10-06", "orlin>vetrov", "457")),
    ("later than the answer", answer(number="457"), card("1938-03-06", "orlin>vetrov", "457")),
    ("only a month is said", answer("1938-01"), card("1938-01-06", "orlin>vetrov")),
    ("nothing is said", answer(), card("1938-01-06", "orlin>vetrov")),
    ("a target is there", answer("1938-01-06", target="t1"), card("1938-01-06", "orlin>vetrov")),
]


@pytest.mark.parametrize(("name", "said", "other"), FOUND, ids=[row[0] for row in FOUND])
def test_words_are_tied_to_the_telegram_that_they_mean(name: str, said: Spoken, other: Card) -> None:
    assert target(card("1938-01-09", spoken=(said,)), b=other) == "b", name


@pytest.mark.parametrize(("name", "said", "other"), NOT_FOUND, ids=[row[0] for row in NOT_FOUND])
def test_words_are_not_tied_to_another(name: str, said: Spoken, other: Card) -> None:
    assert target(card("1938-01-09", spoken=(said,)), b=other) == "", name


def test_two_that_fit_are_doubtful_and_none_is_chosen() -> None:
    one, other = card("1938-01-06", "orlin>vetrov"), card("1938-01-06", "orlin>vetrov")
    assert target(card("1938-01-09", spoken=(answer("1938-01-06"),)), c=one, b=other) == "b|c"


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (answer("1938-01-06", "457"), card("1938-01-06", "orlin>vetrov", "457")),
        (answer("1938-01-06", kind="telegram"), card("1938-01-06", "orlin>vetrov")),
        (answer("1938-01-06", kind="letter"), card("1938-01-06", "orlin>vetrov", kind="letter")),
    ],
)
def test_number_and_kind_tell_two_of_a_day_apart(said: Spoken, other: Card) -> None:
    others = {"letter": "telegram", "telegram": "letter"}
    second = card("1938-01-06", "orlin>vetrov", kind=others[other.kind])
    assert target(card("1938-01-09", spoken=(said,)), b=second, c=other) == "c"


def test_a_telegram_of_known_parties_goes_before_one_of_unknown() -> None:
    sure, unsure = card("1938-01-06", "orlin>vetrov"), card("1938-01-06", "orlin>")
    assert target(card("1938-01-09", spoken=(answer("1938-01-06"),)), b=unsure, c=sure) == "c"


def chain(exchanges: Exchanges, first: str) -> list[str]:
    found = [first]
    while (following := exchanges.links(found[-1]).next) is not None:
        found.append(following.id)
    for one, other in pairwise(found):
        before = exchanges.links(other).prev
        assert before is not None
        assert before.id == one
    return found


def test_an_exchange_is_what_two_sent_each_other_in_order_of_time() -> None:
    """Of one day, the hours decide; an answer comes after what it answers; others and undated ones do not belong."""
    cards = {
        "b": card("1938-01-06T08:00"),
        "a": card("1938-01-06T21:00", "orlin>vetrov"),
        "d": card("1938-01-07", "orlin>vetrov", spoken=(answer("1938-01-07"),)),
        "e": card("1938-01-07"),
        "x": card("1938-01-06", "lind>vetrov"),
        "y": card(""),
        "z": card("1938-01-06", "orlin>"),
    }
    assert chain(Exchanges(cards), "b") == ["b", "a", "e", "d"]
    assert Exchanges(cards).links("x") == NO_LINKS


def test_a_ring_of_answers_of_one_day_has_an_order_all_the_same() -> None:
    """As two slips of a date make it: each telegram answers another."""
    ring = {
        "a": card("1938-01-06", spoken=(answer("1938-01-06"),)),
        "b": card("1938-01-06", "orlin>vetrov", spoken=(answer("1938-01-06"),)),
    }
    first = Exchanges(ring)
    assert [first.links(id_) for id_ in ring] == [Exchanges(dict(reversed(ring.items()))).links(id_) for id_ in ring]
    assert sorted(one.id for id_ in ring for one in (first.links(id_).prev, first.links(id_).next) if one) == ["a", "b"]


def test_the_links_do_not_depend_on_the_order_of_the_cards() -> None:
    cards = {f"t{n}": card(f"1938-01-{n % 9 + 1:02}", "a>b" if n % 2 else "b>a", str(n % 5)) for n in range(40)}
    asking = {f"q{n}": card("1938-01-12", "a>b", spoken=(answer(f"1938-01-0{n + 1}", str(n)),)) for n in range(5)}
    rows = list((cards | asking).items())
    first = Exchanges(dict(rows))
    random.Random(3).shuffle(rows)
    second = Exchanges(dict(rows))
    assert all(first.links(id_) == second.links(id_) for id_ in cards | asking)


PAGE = f"""<TEI xmlns="{TEI}" xml:id="a"><teiHeader><fileDesc><titleStmt>
<title>Telegram No. 0457, Vetrov to Orlin, 9 January 1938</title></titleStmt></fileDesc><profileDesc>
<textClass><catRef target="#kind-letter"/></textClass><correspDesc>
<correspAction type="sent"><persName ref="#vetrov">V.</persName><date when="1938-01-09"/></correspAction>
<correspAction type="received"><persName>Captain Orlin [O.]</persName><date notBefore="1938-01-10"/></correspAction>
<correspAction type="received" subtype="deciphered"><persName>Lind</persName></correspAction>
<correspContext><ref type="answers" n="017">your telegram <date when="1938-01-06">6 January</date></ref>
<ref type="mentions" target="b.xml">our letter</ref><ref type="prev" target="c.xml"/></correspContext>
</correspDesc></profileDesc></teiHeader><text/></TEI>"""


def test_a_card_is_read_from_the_document_and_kept_as_a_row() -> None:
    made = card_of(etree.fromstring(PAGE))
    assert made is not None
    assert (made.kind, made.senders, made.recipients) == ("letter", ("vetrov",), ("captain-orlin",))
    assert (made.sent, made.received, made.numbers) == ("1938-01-09", "1938-01-10", ("457",))
    assert made.spoken[0] == Spoken("answers", "1938-01-06", "17", kind="telegram")
    assert made.spoken[1] == Spoken("mentions", target="b", own=True, kind="letter")
    assert card_from(made.row()) == made


def test_a_document_that_is_no_message_has_no_card() -> None:
    assert card_of(etree.fromstring("<TEI/>")) is None


def test_links_are_set_and_taken_out_again() -> None:
    """The bytes are those of a document that had the links from the start; what an editor pointed at stays."""
    draft = serialise(etree.fromstring(PAGE.replace('<ref type="prev" target="c.xml"/>', "")))
    shown = card_of(etree.fromstring(draft))
    assert shown is not None
    before = card("1938-01-06", "captain-orlin>vetrov", "17")
    links = Exchanges({"a": shown, "b": before, "z": card("1938-01-12", "captain-orlin>vetrov")}).links("a")
    made = linked(draft, links)
    root = etree.fromstring(made)
    refs = [(ref.get("type"), ref.get("target")) for ref in root.iter(f"{{{TEI}}}ref")]
    assert refs == [("answers", "b.xml"), ("mentions", "b.xml"), ("prev", "b.xml"), ("next", "z.xml")]
    assert serialise(etree.fromstring(made)) == made
    assert relinked(made, links, shown) == made
    assert relinked(made, NO_LINKS, shown) == draft


def test_a_document_without_links_is_left_as_it_is() -> None:
    assert linked(b"no XML at all", NO_LINKS) == b"no XML at all"
    assert relinked(b"<TEI/>", NO_LINKS, None).endswith(b"<TEI/>\n")
