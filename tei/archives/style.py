"""Write archival references in the styles of footnotes; every style can be read again as the same reference.

wilson   RGASPI, f. 558, op. 11, d. 330, ll. 95–96         footnotes of Cold War document collections in English
chicago  Russian State Archive … (RGASPI), fond 558, opis 11, delo 330, listy 95–96
gost     РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95–96           after ГОСТ Р 7.0.5–2008
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tei.archives.leaves import Leaf, LeafRange
from tei.archives.parts import FORMS, PartForm
from tei.archives.reference import ArchivalReference
from tei.archives.repository import Repository
from tei.archives.script import fold, to_cyrillic, to_latin
from tei.archives.segments import SUBJECT
from tei.archives.templates import fill
from tei.regexes import regex

Style = Literal["wilson", "chicago", "gost"]
STYLES: Final[tuple[Style, ...]] = ("wilson", "chicago", "gost")
_SHELFMARK: Final = regex(r"[^\W\d_]{0,2}[-. ]{0,2}\d+[^\W\d_]{0,3}")
_NUMBER_BOX: Final = regex(r"CF ?\d+")


@dataclass(frozen=True, slots=True)
class Manner:
    """A style in one language: which words, which alphabet, what stands between the parts."""

    style: Style
    cyrillic: bool
    long: bool
    between: str

    def label(self, text: str) -> str:
        """Return a label with the capital that the Russian standard begins each part with."""
        return text[:1].upper() + text[1:] if self.style == "gost" else text


def format_reference(reference: ArchivalReference, style: str = "wilson", language: str | None = None) -> str:
    """Write a reference in a style: wilson, chicago or gost.

    `language` "ru" writes Russian labels and names in Cyrillic, any other in Latin; without it each style has its own
    (gost Russian, the others English). The sentence's full stop is not part of a reference. Raises ValueError for an
    unknown style.
    """
    if style not in STYLES:
        raise ValueError(f"unknown style {style!r}; there are {', '.join(STYLES)}")
    cyrillic = (language or ("ru" if style == "gost" else "en")).startswith("ru")
    manner = Manner(style, cyrillic, style == "chicago", ". " if style == "gost" else ", ")
    is_fond = reference.repository is None or reference.repository.family == "fond"
    is_fond = is_fond and not (reference.repository is None and _is_segmented(reference))
    written = [_name(reference.repository, manner)] if reference.repository else []
    written += _fond_parts(reference, manner) if is_fond else _segments(reference, reference.repository, manner)
    if not is_fond and len(written) > 1:
        return manner.between.join((written[0], ", ".join(written[1:]))) if reference.repository else ", ".join(written)
    return manner.between.join(_without_stop(written, manner))


def _is_segmented(reference: ArchivalReference) -> bool:
    return bool(reference.get("box") or reference.get("file") or reference.get("lot") or reference.get("record-group"))


def _name(repository: Repository, manner: Manner) -> str:
    name = repository.long_name if manner.long else repository.short_name
    return name(cyrillic=manner.cyrillic)


def _without_stop(written: Sequence[str], manner: Manner) -> list[str]:
    """Take away a full stop that the one between two parts repeats."""
    last = len(written) - 1
    return [
        text[:-1] if manner.style == "gost" and text.endswith(".") and at < last else text
        for at, text in enumerate(written)
    ]


def _fond_parts(reference: ArchivalReference, manner: Manner) -> list[str]:
    written: list[str] = []
    for part, value in reference.parts:
        if part == "name" and written:
            written[-1] += f" ({value})"
        elif part == "subfond" and written:
            written[-1] += f" {value}"
        else:
            written.append(_labelled(part, value, manner))
    if reference.leaves:
        written.append(_leaves(reference, manner))
    if reference.image:
        written.append(f"{manner.label('скан' if manner.cyrillic else 'image')} {reference.image}")
    return written + ([reference.extent] if reference.extent else [])


def _labelled(part: str, value: str, manner: Manner) -> str:
    form = FORMS.get(part, PartForm(part, part))
    label = manner.label(form.label(long=manner.long, cyrillic=manner.cyrillic))
    return f"{label} {_value(value, manner)}" if label else value


def _value(value: str, manner: Manner) -> str:
    """Write the letters of a shelf mark in the alphabet of its surroundings, where that keeps it the same."""
    if not _SHELFMARK.fullmatch(value):
        return value
    converted = to_cyrillic(value) if manner.cyrillic else to_latin(value)
    return converted if fold(converted) == fold(value) else value


def _leaves(reference: ArchivalReference, manner: Manner) -> str:
    several = len(reference.leaves) > 1 or reference.leaves[0].first != reference.leaves[0].last
    numbers = ", ".join(_range(each, manner) for each in reference.leaves)
    return f"{manner.label(_leaf_label(reference, manner, several))} {numbers}"


def _leaf_label(reference: ArchivalReference, manner: Manner, several: bool) -> str:
    if reference.unit == "page":
        plain = "pp." if several or not reference.delo else "p."
        return _choose(
            manner, ("p", "pages" if several else "page", "с.", "страницы" if several else "страница"), plain
        )
    plain = "ll." if several and manner.style != "gost" else "l."
    return _choose(manner, ("l", "listy" if several else "list", "л.", "листы" if several else "лист"), plain)


def _choose(manner: Manner, words: tuple[str, str, str, str], plain: str) -> str:
    if manner.cyrillic:
        return words[3] if manner.long else words[2]
    return words[1] if manner.long else plain


def _range(leaves: LeafRange, manner: Manner) -> str:
    first = _leaf(leaves.first, manner)
    return first if leaves.first == leaves.last else f"{first}–{_leaf(leaves.last, manner)}"


def _leaf(leaf: Leaf, manner: Manner) -> str:
    suffix = to_cyrillic(leaf.suffix) if manner.cyrillic else leaf.suffix
    if not leaf.verso:
        return f"{leaf.number}{suffix}"
    if manner.cyrillic:
        return f"{leaf.number}{suffix} об."
    return f"{leaf.number}{suffix}v" if manner.long else f"{leaf.number}{suffix} ob."


def _segments(reference: ArchivalReference, repository: Repository | None, manner: Manner) -> list[str]:
    """Write the parts with the templates of the archive where they fit, else each with its label."""
    rest = list(reference.parts)
    written: list[str] = []
    while rest:
        text = (fill(repository.templates, rest, repository.values) if repository else None) or _decimal(rest)
        if text is None:
            part, value = rest.pop(0)
            text = _segment(part, value, manner)
        if written and re.fullmatch("[A-Z]", written[-1]):
            written[-1] += f" {text}"  # "R 14720" of the German foreign ministry
        else:
            written.append(text)
    if reference.leaves:
        written.append(_pages(reference, repository, manner))
    return written


def _decimal(rest: list[tuple[str, str]]) -> str | None:
    """Write a decimal file and its document as one number; the stroke before a date goes with an en dash."""
    known = dict(rest)
    if rest[0][0] != "file" or not re.match(r"\d{3}[A-Z]?\.|\d{3} [A-Z]|\d{3}$|Paris ", rest[0][1]):
        return None
    if rest[0][1].isdigit() and not known.get("document"):
        return None
    document = known.get("document", "")
    rest[:] = [part for part in rest if part[0] not in ("file", "document")]
    return known["file"] + (f"/{document.replace('-', '–')}" if document else "")


def _segment(part: str, value: str, manner: Manner) -> str:
    if part in ("name", "fond") or (part == "box" and _NUMBER_BOX.fullmatch(value)):
        return value
    if part == "frame" and value[0].isalpha():
        return value
    if part == "maco":
        return f'Maço "{value}"'
    form = FORMS.get(part, PartForm(part.capitalize(), part.capitalize()))
    label = form.label(long=manner.long, cyrillic=False)
    if part == "file":
        label = "" if SUBJECT.fullmatch(value.replace("–", "-")) else label if manner.long else "File No."
    return f"{label} {value}" if label else value


def _pages(reference: ArchivalReference, repository: Repository | None, manner: Manner) -> str:
    several = len(reference.leaves) > 1 or reference.leaves[0].first != reference.leaves[0].last
    numbers = ", ".join(_range(each, Manner(manner.style, False, True, "")) for each in reference.leaves)
    if repository and repository.templates and reference.unit == repository.unit == "page":
        return numbers
    german = repository is not None and repository.language == "de"
    leaf = ("Bl.", "Bl.") if german else ("fol.", "fols.")
    short = {"page": ("p.", "pp."), "leaf": leaf}[reference.unit][several]
    return f"{short} {numbers}"
