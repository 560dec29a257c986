"""Citations after the MLA Handbook, 9th edition: an entry of the works cited.

The elements stand in the order of the template, the edition being the container of the telegram; when it was sent
stands after its title, and the archive at the end, as the place of the piece itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from edition.citing.chicago import listed
from edition.citing.citation import Run, quoted, sentences
from edition.citing.dating import Dating
from edition.citing.people import Person
from edition.citing.source import Source

NAME: Final = "MLA"
_MONTHS: Final = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def cite(source: Source) -> tuple[Run, ...]:
    """Return the entry of the works cited."""
    return sentences(
        (
            authors(source.senders),
            quoted(source.title),
            date_in_words(source.dating),
            _container(source),
            "; ".join(kept.whole for kept in source.kept),
        )
    )


def authors(people: Sequence[Person]) -> str:
    """Return the senders: one, two, or the first of more."""
    if len(people) > 2:
        return f"{people[0].inverted}, et al."
    return ", and ".join(person.whole if at else person.inverted for at, person in enumerate(people))


def date_in_words(dating: Dating) -> str:
    """Return "30 Aug. 1937", a range, "[30 Aug. 1937?]" for a doubtful date, the words where there is nothing else."""
    if not dating.known:
        return dating.words
    first, last = (_day(part) for part in (dating.first, dating.last))
    if dating.ranged and not (first and last):
        written = f"not before {first}" if first else f"not after {last}"
        return f"{written[0].upper()}{written[1:]}"
    written = f"{first}–{last}" if last else first
    return f"[{written}?]" if dating.doubtful else written


def _day(parts: tuple[int, ...]) -> str:
    words = [str(part) for part in reversed(parts)]
    if len(words) > 1:
        words[-2] = _MONTHS[parts[1] - 1]
    return " ".join(words)


def _container(source: Source) -> tuple[Run | str, ...]:
    rest = (
        Run(source.edition, italic=True),
        Run(f"edited by {listed(source.editors)}" if source.editors else ""),
        Run(f"translated by {listed([one.whole for one in source.translators])}" if source.translators else ""),
        Run(_version(source)),
        Run(source.publisher),
        Run(source.published),
        Run(source.url, href=source.url),
    )
    runs: list[Run | str] = []
    for run in rest:
        if run.text:
            runs += [", ", run] if runs else [run]
    return tuple(runs)


def _version(source: Source) -> str:
    parts = tuple(int(part) for part in source.version.partition("T")[0].split("-") if part.isdecimal())
    date = f"of {_day(parts)}" if parts else ""
    digest = f"(sha256:{source.digest})" if source.digest else ""
    return " ".join(["version", *filter(None, (date, digest))]) if date or digest else ""
