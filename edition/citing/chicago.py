"""Citations after The Chicago Manual of Style, 17th edition: the entry of a reference list, author-date system.

The year is that of the telegram, and where it is kept follows its title as for any unpublished piece; then come the
edition and the version. A doubtful year stands in brackets with a question mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from edition.citing.citation import Run, quoted, sentences
from edition.citing.dating import Dating
from edition.citing.people import Person
from edition.citing.source import Source

NAME: Final = "Chicago (author-date)"
_MOST: Final = 10
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def cite(source: Source) -> tuple[Run, ...]:
    """Return the entry of the reference list."""
    head = [authors(source.senders), _year(source.dating), quoted(source.title)]
    if not source.senders:
        head = [quoted(source.title), _year(source.dating)]
    editors = f", edited by {listed(source.editors)}" if source.editors else ""
    return sentences(
        (
            *head,
            f"Translated by {listed([one.whole for one in source.translators])}" if source.translators else "",
            "; ".join(kept.whole for kept in source.kept),
            ("In ", Run(source.edition, italic=True), editors) if source.edition else "",
            _imprint(source),
            _version(source),
            Run(source.url, href=source.url),
        )
    )


def authors(people: Sequence[Person]) -> str:
    """Return the names of the senders, the first one inverted; of more than ten the first seven."""
    names = [person.whole if at else person.inverted for at, person in enumerate(people)]
    if len(names) > _MOST:
        return ", ".join(names[:7]) + ", et al."
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def listed(names: Sequence[str]) -> str:
    """Return names in running text: "A", "A and B", "A, B, and C"."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def span_of_years(first: int, last: int) -> str:
    """Return two years with an en dash, the second shortened: 1937–38, 1899–1901, 1901–5, 1900–1905."""
    if first < 0 or first // 100 != last // 100 or first % 100 == 0:
        return f"{first}–{last}"
    return f"{first}–{last % 100}"


def day_in_words(iso: str) -> str:
    """Return a day as "November 22, 2026", a month or a year as far as it goes."""
    year, month, day = (*iso.partition("T")[0].split("-"), "", "")[:3]
    if not month:
        return year
    name = _MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"


def _year(dating: Dating) -> str:
    years = dating.years
    if not years:
        return "n.d."
    if dating.ranged and not (dating.first and dating.last):
        return f"[{years[0]} or {'later' if dating.first else 'earlier'}]"
    written = span_of_years(*years) if len(years) == 2 else str(years[0])
    return f"[{written}?]" if dating.doubtful else written


def _imprint(source: Source) -> str:
    house = ": ".join(filter(None, [source.place, source.publisher]))
    return ", ".join(filter(None, [house, source.published]))


def _version(source: Source) -> str:
    date = f"Version of {day_in_words(source.version)}" if source.version else "Version"
    digest = f" (sha256:{source.digest})" if source.digest else ""
    return f"{date}{digest}" if source.version or digest else ""
