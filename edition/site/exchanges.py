"""Who wrote to whom: a table of all exchanges, and each of them thread by thread, with what is missing from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from edition.corpus.model import Document, Exchange, Moment
from edition.corpus.ties import related_to
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.parts import LIMIT, UNDATED, years
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, digest_of_lines, in_each_language
from edition.site.rows import Party, Row, backs, document_href, is_back, row, side, sides

_LATER: Final = frozenset(("next", "reply"))
"""What a document says of those that come after it."""


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """An exchange in the table: its two sides, how many each way, its first and last dates, what is missing from it.

    `bare` are the documents of which the edition has the envelope alone.
    """

    href: str
    first: Party
    second: Party
    there: int
    back: int
    count: int
    since: Moment
    until: Moment
    threads: int
    missing: int
    bare: int = 0


@dataclass(frozen=True, slots=True)
class ExchangesPage:
    """The exchanges, the longest first; `pages` are the parts of a long table, `number` is the one shown."""

    frame: Frame
    count: int
    lines: tuple[ExchangeLine, ...]
    number: int = 1
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A document that an item answers, on this page or on another: "answers the telegram of 30 August 1937"."""

    href: str
    date: Moment
    number: str


@dataclass(frozen=True, slots=True)
class Item:
    """A document of a thread, or one spoken of that the corpus does not hold (`row` is None).

    `back` says that it went from the second side to the first. `spoken_by` is the document that speaks of the missing
    one, `relation` what it says of it; `text`, `date` and a web address `href` are all that is known of it.
    """

    row: Row | None
    back: bool = False
    answers: tuple[Answer, ...] = ()
    relation: str = ""
    text: str = ""
    date: Moment = field(default_factory=Moment)
    href: str = ""
    spoken_by: Row | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """Documents that answer one another, with the gaps among them; `linked` says that there is more than one."""

    id: str
    items: tuple[Item, ...]
    linked: bool


@dataclass(frozen=True, slots=True)
class ExchangePage:
    """The exchange of two, or a part of a long one with the ways to the other parts."""

    frame: Frame
    first: Party
    second: Party
    line: ExchangeLine
    threads: tuple[Thread, ...]
    number: int = 1
    parts: tuple[Link, ...] = ()


def plan(site: Site) -> Iterator[Planned]:
    """Yield the table of exchanges in as many parts as it needs, and the parts of each exchange."""
    exchanges = _by_size(site)
    names = _pair_names(site)
    shown = [
        (names[one.key], _there(site, one), one.documents, len(one.missing), _bare(site, one)) for one in exchanges
    ]
    for number in range(max(1, -(-len(exchanges) // LIMIT))):
        dates = [_span(site, exchange) for exchange in exchanges[number * LIMIT : (number + 1) * LIMIT]]
        lines = shown[number * LIMIT : (number + 1) * LIMIT]
        subject = f"~{number + 1}" if number else ""
        yield from in_each_language(site, "exchange", subject, digest_of(lines, dates, len(exchanges)))
    for exchange in exchanges:
        threads = _cut(exchange)
        for number, part in enumerate(threads, 1):
            idents = [ident for thread in part for ident in thread]
            known = (_span(site, exchange), _there(site, exchange), [_years(site, other) for other in threads])
            listed = (*idents, *_answered(site, idents), *[ident for ident, _ in exchange.missing])
            digest = digest_of_lines(
                site, listed, exchange.missing, known, [names[exchange.key], *map(len, exchange.threads)]
            )
            yield from in_each_language(site, "exchange", _subject(exchange, number), digest)


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield a part of the table, or of an exchange."""
    own = site.settings.own
    if not planned.subject or planned.subject.startswith("~"):
        yield File(planned.path, fill("exchanges.html.j2", _table(site, planned), planned.lang, own))
    else:
        yield File(planned.path, fill("exchange.html.j2", _page(site, planned), planned.lang, own))


@lru_cache(maxsize=1)
def _by_size(site: Site) -> tuple[Exchange, ...]:
    """Return the exchanges, the longest first."""
    return tuple(sorted(site.corpus.exchanges, key=lambda one: (-len(one.documents), one.key)))


@lru_cache(maxsize=1)
def _by_key(site: Site) -> dict[str, Exchange]:
    return {exchange.key: exchange for exchange in site.corpus.exchanges}


@lru_cache(maxsize=1)
def _pair_names(site: Site) -> dict[str, tuple[tuple[str, str], ...]]:
    found = {}
    for exchange in site.corpus.exchanges:
        entries = map(site.corpus.entries.get, sides(exchange))
        found[exchange.key] = tuple((entry.name, entry.lang) if entry else ("", "") for entry in entries)
    return found


def _subject(exchange: Exchange, number: int) -> str:
    return exchange.key if number == 1 else f"{exchange.key}~{number}"


def _cut(exchange: Exchange) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the threads in parts of about LIMIT documents; a thread is not cut unless it is longer than a part."""
    parts: list[list[tuple[str, ...]]] = [[]]
    room = LIMIT
    for whole in exchange.threads:
        for start in range(0, len(whole), LIMIT):
            thread = whole[start : start + LIMIT]
            if len(thread) > room and parts[-1]:
                parts.append([])
                room = LIMIT
            parts[-1].append(thread)
            room -= len(thread)
    return tuple(map(tuple, parts))


def _there(site: Site, exchange: Exchange) -> int:
    """Return how many documents went from the first of the pair to the second."""
    return len(exchange.documents) - sum(backs(site)[exchange.key])


def _span(site: Site, exchange: Exchange) -> tuple[Moment, Moment]:
    dated = [moment for ident in exchange.documents if (moment := site.corpus.by_id[ident].date).earliest]
    return (dated[0], dated[-1]) if dated else (Moment(), Moment())


def _bare(site: Site, exchange: Exchange) -> int:
    """Return how many documents of an exchange have no text in the edition."""
    return sum(not site.corpus.by_id[ident].body for ident in exchange.documents)


def _table(site: Site, planned: Planned) -> ExchangesPage:
    exchanges = _by_size(site)
    number = int(planned.subject.removeprefix("~") or 1)
    shown = exchanges[(number - 1) * LIMIT : number * LIMIT]
    pages = range(1, -(-len(exchanges) // LIMIT) + 1)
    return ExchangesPage(
        frame=make_frame(site, planned, "", section="exchanges"),
        count=len(exchanges),
        lines=tuple(_line(site, planned, exchange) for exchange in shown),
        number=number,
        pages=tuple(_href(site, planned, f"~{page}" if page > 1 else "") for page in pages if len(pages) > 1),
    )


def _line(site: Site, planned: Planned, exchange: Exchange) -> ExchangeLine:
    there, (since, until) = _there(site, exchange), _span(site, exchange)
    return ExchangeLine(
        href=_href(site, planned, exchange.key),
        first=side(site, planned, sides(exchange)[0]),
        second=side(site, planned, sides(exchange)[1]),
        there=there,
        back=len(exchange.documents) - there,
        count=len(exchange.documents),
        since=since,
        until=until,
        threads=sum(len(thread) > 1 for thread in exchange.threads),
        missing=len(exchange.missing),
        bare=_bare(site, exchange),
    )


def _page(site: Site, planned: Planned) -> ExchangePage:
    key, _, rest = planned.subject.partition("~")
    exchange, number = _by_key(site)[key], int(rest or 1)
    line = _line(site, planned, exchange)
    parts = _cut(exchange)
    gaps = _gaps(exchange)
    threads = tuple(_thread(site, planned, exchange, thread, gaps) for thread in parts[number - 1])
    return ExchangePage(
        frame=make_frame(site, planned, f"{line.first.text} – {line.second.text}", section="exchanges"),
        first=line.first,
        second=line.second,
        line=line,
        threads=threads,
        number=number,
        parts=tuple(_part_link(site, planned, exchange, part, at) for at, part in enumerate(parts, 1))
        if len(parts) > 1
        else (),
    )


def _part_link(site: Site, planned: Planned, exchange: Exchange, part: Sequence[tuple[str, ...]], number: int) -> Link:
    words = "–".join(dict.fromkeys(_years(site, part))) or str(number)
    return Link(words, _href(site, planned, _subject(exchange, number)))


def _years(site: Site, part: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first and the last year of a part, nothing where no year is known."""
    known = years(site)
    found = {known[ident] for thread in part for ident in thread} - {UNDATED}
    return (min(found), max(found)) if found else ()


def _answered(site: Site, idents: Sequence[str]) -> Iterator[str]:
    """Yield the documents that some documents answer, as these say themselves."""
    for ident in idents:
        yield from (target for relation, target in related_to(site.corpus.by_id[ident]) if relation == "answers")


def _gaps(exchange: Exchange) -> dict[str, tuple[int, ...]]:
    """Return for the id of a document which of the missing ones it speaks of, as places in `exchange.missing`."""
    found: dict[str, list[int]] = {}
    for place, (ident, _) in enumerate(exchange.missing):
        found.setdefault(ident, []).append(place)
    return {ident: tuple(places) for ident, places in found.items()}


def _thread(
    site: Site, planned: Planned, exchange: Exchange, thread: Sequence[str], gaps: dict[str, tuple[int, ...]]
) -> Thread:
    """Return a thread with its gaps: what a document answers stands before it, what comes after it stands after."""
    items: list[Item] = []
    for ident in thread:
        document = site.corpus.by_id[ident]
        missing = [_gap(site, planned, exchange, place) for place in gaps.get(ident, ())]
        items.extend(item for item in missing if item.relation not in _LATER)
        shown = row(site, planned, document)
        items.append(Item(shown, is_back(document, exchange), _answers(site, planned, document)))
        items.extend(item for item in missing if item.relation in _LATER)
    return Thread(thread[0], tuple(items), len(items) > 1)


def _gap(site: Site, planned: Planned, exchange: Exchange, place: int) -> Item:
    ident, relation = exchange.missing[place]
    speaker = site.corpus.by_id[ident]
    back = not is_back(speaker, exchange) if relation.relation in ("answers", "reply") else is_back(speaker, exchange)
    spoken_by = row(site, planned, speaker)
    return Item(None, back, (), relation.relation, relation.text, relation.date, relation.href, spoken_by)


def _answers(site: Site, planned: Planned, document: Document) -> tuple[Answer, ...]:
    """Return what a document answers, as far as the corpus holds it."""
    targets = (one.target for one in document.envelope.relations if one.relation == "answers" and one.target)
    known = (site.corpus.by_id[ident] for ident in dict.fromkeys(targets) if ident in site.corpus.by_id)
    return tuple(Answer(document_href(site, planned, one), one.date, one.number) for one in known)


def _href(site: Site, planned: Planned, subject: str) -> str:
    return relative(planned.path, site.address("exchange", subject, planned.lang))
