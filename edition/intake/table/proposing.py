"""A mapping where none was given: columns guessed by their names, forms of dates and separators by what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from edition.intake.table.fields import BY_NAME, FIELDS
from edition.intake.table.rows import Row
from tei.slugs import romanised

SAMPLE: Final = 500
"""Rows that are looked into."""
_WORD: Final = re.compile(r"[^\W_]+|№|°|#")
_DATES: Final[tuple[str, ...]] = ("date", "received", "not_before", "not_after")
_SEPARATORS: Final = (";", "|", "\n")
_FIGURES: Final = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?:[ T,].*)?")
_NUMBER: Final = re.compile(r"\d{4,5}(?:[.,]\d+)?")
_LETTERED: Final = re.compile(r"[^\W\d_]+[-_. ]?\d")
_VOCABULARY: Final = re.compile(r"^(?:dublin core|dcterms|dc|schema|ead)\s*[:.]\s*", re.IGNORECASE)
"""Names of vocabularies before a name of theirs: "Dublin Core:Creator", "dc:date"."""
_SHORT: Final = 2
_FEW: Final = 2
_TIGHT: Final = re.compile(r"(?:1[5-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_YEARS: Final = (1500, 2100)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the columns seem to be: `fields` by their columns, with options; `doubts` say what only a person can tell.

    `rest` are the columns that no field has a name for.
    """

    fields: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, str]
    separators: Mapping[str, str]
    rest: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unclear: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_enough(self) -> bool:
        """Whether a document can be made of it without asking: there is a text, or someone and a day."""
        texts = {"text", "text_file"} & set(self.fields)
        told = {"from", "to"} & set(self.fields) and {"date", "received", "not_before"} & set(self.fields)
        return not self.doubts and bool(texts or told)


@cache
def _names() -> Mapping[str, str]:
    """Return the field that each name of a column means."""
    found: dict[str, str] = {}
    for one in FIELDS:
        for name in (one.name, *one.names.split(";")):
            found.setdefault(_plain(name), one.name)
    return found


def _plain(name: str) -> str:
    """Return a name for comparison: its words in small letters, without accents; "from_place" is "from place".

    One or two letters are compared as they are: "д" is the number of a file, and "d" is anything.
    """
    if len(short := name.strip(" .:").casefold()) <= _SHORT:
        return short
    name = _VOCABULARY.sub("", name)
    parted = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", name).replace("_", " ").replace(".", " ")
    return " ".join(_WORD.findall(romanised(parted))) or " ".join(_WORD.findall(parted.casefold()))


def propose(columns: Sequence[str], rows: Iterable[Row]) -> Proposal:
    """Return what columns seem to be, by their names and the first rows."""
    claims: dict[str, list[str]] = {}
    rest = []
    for column in dict.fromkeys(filter(None, columns)):
        meant = _known(column) or _by_last_word(column)
        if meant:
            claims.setdefault(meant, []).append(column)
        else:
            rest.append(column)
    doubts: tuple[str, ...] = tuple(_rivals(claims))
    fields = {one.name: tuple(claims[one.name]) for one in FIELDS if one.name in claims}
    values = _sampled(fields, rows)
    if "number" in fields and "id" not in fields and _are_ids(values["number"]):
        fields = {"id": fields["number"]} | {name: one for name, one in fields.items() if name != "number"}
        values["id"] = values.pop("number")
    dates = {name: _form_of(values[name]) for name in _DATES if name in fields}
    unclear = {name: form.strip("?") for name, form in dates.items() if form.startswith("?")}
    doubts = (*doubts, *(_unclear(fields[name][0], values[name]) for name in unclear))
    separators = dict(_separators_of(fields, values))
    told = {name: form for name, form in dates.items() if form and name not in unclear}
    return Proposal(fields, told, separators, tuple(rest), doubts, unclear)


def _by_last_word(column: str) -> str:
    """Return the field of a nested key by its last part, "sender.name" by "sender"; empty where there is none."""
    parts = [part for part in column.split(".") if not part.isdecimal()]
    if len(parts) < _FEW:
        return ""
    bare = _plain(parts[-1]) in ("name", "label", "value", "title", "prefLabel", "text")
    return _known(parts[-2] if bare else parts[-1])


def _known(name: str) -> str:
    """Return the field of a name, of several of it as well: "recipients"."""
    plain = _plain(name)
    return _names().get(plain) or _names().get(plain.removesuffix("s"), "")


def _rivals(claims: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Say which fields of one value several columns want."""
    for name, columns in claims.items():
        if len(columns) > 1 and not BY_NAME[name].many:
            listed = " and ".join(f"“{column}”" for column in columns)
            yield f"{listed} may each be {name} ({BY_NAME[name].what})"


def _are_ids(values: Sequence[str]) -> bool:
    """Say whether numbers are those of the records: each its own, and counted through or with letters in them."""
    cells = [value.strip() for value in values]
    if len(cells) < _FEW or len(set(cells)) < len(cells):
        return False
    if not all(cell.isdecimal() for cell in cells):
        return all(map(_LETTERED.match, cells))
    first = int(cells[0])
    return list(map(int, cells)) == list(range(first, first + len(cells)))


def _sampled(fields: Mapping[str, Sequence[str]], rows: Iterable[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in fields}
    for _, row in zip(range(SAMPLE), rows, strict=False):
        for name, columns in fields.items():
            found[name] += [value for column in columns for value in row.values(column)]
    return found


def _unclear(column: str, values: Sequence[str]) -> str:
    shown = next(value.strip() for value in values if _FIGURES.fullmatch(value.strip()))
    return f"“{column}” has dates such as {shown}, and none shows whether the day or the month comes first"


def _form_of(values: Sequence[str]) -> str:
    """Return the form of dates in figures, "?" with the sign between them where none tells day and month apart.

    Empty for any other.
    """
    cells = [value.strip() for value in values]
    figures = [found for cell in cells if (found := _FIGURES.fullmatch(cell))]
    if cells and all(map(_TIGHT.fullmatch, cells)):
        return "yyyymmdd"
    if not figures:
        numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
        years = [cell for cell in numbers if _YEARS[0] <= float(cell.replace(",", ".")) <= _YEARS[1]]
        return "excel" if len(numbers) - len(years) > len(cells) / 2 else ""
    sign = figures[0][2]
    if any(len(found[1]) > 2 for found in figures):  # a year comes first
        return ""
    firsts = max(int(found[1]) for found in figures)
    seconds = max(int(found[3]) for found in figures)
    year = "yyyy" if all(len(found[4]) > 2 for found in figures) else "yy"  # figures of a year
    if firsts > 12 and seconds > 12:  # months
        return ""
    if firsts > 12 or (sign == "." and seconds <= 12):
        return f"dd{sign}mm{sign}{year}"
    if seconds > 12:
        return f"mm{sign}dd{sign}{year}"
    if all(found[1].zfill(2) == found[3].zfill(2) for found in figures):
        return f"dd{sign}mm{sign}{year}"
    return f"?{sign}"


def _separators_of(
    fields: Mapping[str, Sequence[str]], values: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Yield for the fields of several values what parts these in one cell."""
    for name in fields:
        if BY_NAME[name].many and name not in ("notes", "printed", "reference"):
            found = next((sign for sign in _SEPARATORS if any(sign in value.strip() for value in values[name])), "")
            if found:
                yield name, found


def mapping_text(proposal: Proposal, table: str, *, records: str = "") -> str:
    """Return the mapping of a proposal as TOML, with a word on everything that can be changed."""
    pieces = [
        f"# What the columns of {table} are. Correct it, and import the table again: this file is then used.",
        "# On the left stand our fields, on the right the names of columns. docs/exchange.md lists the fields.",
        "",
        "[table]",
    ]
    if records:
        pieces.append(f"records = {_quoted(records)}   # where the records are in the JSON")
    pieces += [
        '# charset = "windows-1251"   # where it is found wrong',
        '# language = "ru"            # of the texts, where no column says it',
        "",
        "[columns]",
    ]
    pieces += [f"# TO DECIDE: {doubt}" for doubt in proposal.doubts]
    pieces += [_line(name, columns, proposal) for name, columns in proposal.fields.items()]
    pieces += [f"# ? = {_quoted(column)}   # not taken" for column in proposal.rest]
    pieces += [
        "",
        "[constants]",
        "# What holds for all rows in which no column says otherwise:",
        '# kind = "letter"',
        '# archive = "RGASPI"',
        "",
        "[text]",
        "recognise = false      # true: opening, points, signature, names in the text are found",
        'paragraphs = "blank"   # what parts paragraphs: "blank" lines, "lines", or "one" for none',
        "",
    ]
    return "\n".join(pieces)


def _line(name: str, columns: Sequence[str], proposal: Proposal) -> str:
    options = [("dates", proposal.dates.get(name, "")), ("separator", proposal.separators.get(name, ""))]
    given = [f"{key} = {_quoted(value)}" for key, value in options if value]
    if len(columns) > 1 and not BY_NAME[name].many:
        return "\n".join(f"# {name} = {_quoted(column)}" for column in columns)
    if len(columns) > 1:
        value = f"[{', '.join(map(_quoted, columns))}]"
        return f"{name} = {{ columns = {value}, {', '.join(given)} }}" if given else f"{name} = {value}"
    if name in proposal.dates or given:
        return f"{name} = {{ column = {_quoted(columns[0])}, {', '.join(given)} }}"
    line = f"{name} = {_quoted(columns[0])}"
    if proposal.unclear.get(name):
        sign = proposal.unclear[name]
        ways = (f'dates = "{one}{sign}{other}{sign}yyyy"' for one, other in (("dd", "mm"), ("mm", "dd")))
        either = "   or   ".join(f"{name} = {{ column = {_quoted(columns[0])}, {way} }}" for way in ways)
        return f"{line}\n#   write {either}"
    return line


_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'
