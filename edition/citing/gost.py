"""Citations after ГОСТ Р 7.0.5–2008: a reference behind the text (затекстовая ссылка), in the words of the standard.

First the piece in its archive, the place in the archive after two strokes and divided by full stops; then the same in
the edition as an electronic resource. The standard lets a full stop alone stand between the areas of a
reference. Months are shortened as ГОСТ Р 7.0.12–2011 has it.
"""

from __future__ import annotations

from typing import Final

from edition.citing.citation import Run, sentences
from edition.citing.dating import Dating
from edition.citing.source import Source

NAME: Final = "ГОСТ Р 7.0.5–2008"
_KINDS: Final = {"telegram": "телеграмма", "letter": "письмо", "note": "записка", "extract": "выписка"}
_RESOURCE: Final = "[Электронный ресурс]"
_MONTHS: Final = (*("янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."),)
_GENITIVES: Final = {"март": "марта", "май": "мая", "июнь": "июня", "июль": "июля"}


def cite(source: Source) -> tuple[Run, ...]:
    """Return the reference."""
    head = _piece(source)
    first, *others = [kept.gost for kept in source.kept if kept.gost] or [""]
    edition = ("То же " if first else "") + _RESOURCE
    opening = (f"{head} // {first}", *others, f"{edition} // {source.edition}" if source.edition else edition)
    if not first:
        opening = (f"{head} {_RESOURCE}" + (f" // {source.edition}" if source.edition else ""),)
    return sentences(
        (
            *opening,
            _imprint(source),
            _updated(source),
            ("URL: ", Run(source.url, href=source.url)) if source.url else "",
        )
    )


def date_in_words(dating: Dating) -> str:
    """Return "30 авг. 1937 г.", a range, "[30 авг. 1937 г.?]" in doubt; "б. д." without a date."""
    if not dating.known:
        return dating.words or "б. д."
    first, last = dating.first, dating.last
    if dating.ranged and not (first and last):
        return f"не {'ранее' if first else 'позднее'} {_day(first or last, genitive=True)}"
    written = _range(first, last) if last else _day(first)
    return f"[{written}?]" if dating.doubtful else written


def _piece(source: Source) -> str:
    """Return the heading, the title with the kind and date after it, and who translated it."""
    few = len(source.senders) <= 3
    heading = ", ".join(person.initials for person in source.senders) if few else ""
    heading += "." if heading and not heading.endswith(".") else ""
    many = [f"{source.senders[0].initials_first} [и др.]"] if not few else []
    translators = ", ".join(person.initials_first for person in source.translators)
    made_by = " ; ".join([*many, f"пер. {translators}"] if translators else many)
    about = ", ".join(filter(None, [_KINDS.get(source.kind, ""), date_in_words(source.dating)]))
    title = " : ".join(filter(None, [source.title.rstrip("."), about]))
    return " / ".join(filter(None, [" ".join(filter(None, [heading, title])), made_by]))


def _imprint(source: Source) -> str:
    house = " : ".join(filter(None, [source.place, source.publisher]))
    return ", ".join(filter(None, [house, source.published]))


def _updated(source: Source) -> str:
    date = ".".join(reversed(source.version.partition("T")[0].split("-"))) if source.version else ""
    digest = f"sha256:{source.digest}" if source.digest else ""
    if not date:
        return f"Версия {digest}" if digest else ""
    return f"Дата обновления: {date}" + (f" ({digest})" if digest else "")


def _range(first: tuple[int, ...], last: tuple[int, ...]) -> str:
    """Return "26 февр. – 10 марта 1924 г.", "3–5 авг. 1937 г.", "1937–1938 гг."."""
    if len(first) == len(last) == 1:
        return f"{first[0]}–{last[0]} гг."
    if len(first) == len(last) == 3 and first[:2] == last[:2]:
        return f"{first[2]}–{_day(last)}"
    start = _day(first).removesuffix(f" {first[0]} г.") if first[0] == last[0] and len(first) > 1 else _day(first)
    return f"{start} – {_day(last)}"


def _day(parts: tuple[int, ...], *, genitive: bool = False) -> str:
    year, month, day = (*parts, 0, 0)[:3]
    if not month:
        return f"{year} г."
    name = _MONTHS[month - 1]
    name = _GENITIVES.get(name, name) if day or genitive else name
    return f"{day} {name} {year} г." if day else f"{name} {year} г."
