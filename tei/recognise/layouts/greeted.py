"""Letters one after another that nothing heads: each under place and day or an address, and with a greeting.

“Camp Tallby, March 3d 1838 / Dear Sister, / …”, “To the Harbour Master. / Sir, / … / J. PELL. / Town Hall, 3 March.”:
family letters, letter-books, a committee's correspondence. The greeting is what they have in common; over it stand day,
place and addressee in any order, and a letter goes on to the head of the next one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tei.recognise.greetings import greets
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import announces, is_enumeration, is_prose, is_rule, is_title
from tei.recognise.layouts.greeting_lines import (
    MAX_LINE,
    address_line,
    address_lines,
    day_line,
    is_of_address,
    is_place_over,
    labelled_wire,
    labels_letter,
    wire_head,
)
from tei.recognise.layouts.notes_of_site import is_comments
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.parting import addressed_starts
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.parts import ServiceLine, service_line
from tei.recognise.signing import signature_name
from tei.regexes import regex

MIN_LETTERS: Final = 2
MAX_HEAD: Final = 7
MAX_FOOT: Final = 2
MIN_REPEATED: Final = 3
MIN_PROSE: Final = 20
_GREETING_SIGNS: Final = (
    "\nTo ",
    "\nTO ",
    "\nTELEGRAM\n",
    "ear",
    "EAR",
    "ir,",
    "IR,",
    "ir:",
    "Sir",
    "SIR",
    "entlemen",
    "adam",
    "eloved",
    "arling",
    "onored",
    "爱的",
    "愛的",
)


@dataclass(frozen=True, slots=True)
class _Letter:
    """The head of a letter: its first row, the row that greets, what its lines say, and what only counts it."""

    first: int
    greets: int
    served: tuple[ServiceLine, ...]
    silent: tuple[Paragraph, ...]
    dated: bool
    wired: bool = False


def score_greeted(page: Page) -> Score:
    """Score a page by greetings under place, day or address, one letter after another."""
    letters = _letters(page)
    if len(letters) < MIN_LETTERS:
        return Score(0.0, "no letters one after another")
    rows = page.paragraphs
    if "rom:" in page.capture.text and addressed_starts(rows):
        return Score(0.0, "forms that name both sides")
    headed = sum(letter.first > 0 and _heads(rows[letter.first - 1].text) for letter in letters)
    if 2 * headed >= len(letters):
        return Score(0.0, "letters under titles of their own, or to which sentences hand over")
    ends = [*(letter.first for letter in letters[1:]), _end(page)]
    dated = sum(letter.dated or _is_dated_below(rows, end) for letter, end in zip(letters, ends, strict=True))
    if 2 * dated < len(letters):
        return Score(0.0, "greetings without a day")
    return Score(0.57, f"{len(letters)} letters one after another, {dated} with a day")


def _heads(text: str) -> bool:
    """Say whether a row over a letter is its title, or a sentence of a biographer that hands over to it."""
    return is_title(text) or (text[-1:] == ":" and is_prose(text)) or announces(text)


def _is_dated_below(rows: Sequence[Paragraph], end: int) -> bool:
    """Say whether a letter that ends before a row has its day under the signature."""
    return any(day_line(rows[i]) for i in range(max(1, end - MAX_FOOT), end))


def _letters(page: Page) -> tuple[_Letter, ...]:
    """Return the heads of the letters of a page, found once for score and reading."""
    if "greeted" not in page.worked_out:
        text = page.capture.text
        signs = sum(text.count(sign) for sign in _GREETING_SIGNS)
        page.worked_out["greeted"] = tuple(_find(page)) if signs >= MIN_LETTERS else ()
    letters: tuple[_Letter, ...] = page.worked_out["greeted"]
    return letters


def _find(page: Page) -> Sequence[_Letter]:
    rows = page.paragraphs
    found: list[_Letter] = []
    floor = 0
    for index, row in enumerate(rows):
        if is_comments(row.text):
            break
        if index >= floor and (wire := wire_head(rows, index)):
            found.append(_Letter(index, index + 2, wire, (), dated=True, wired=_is_wired(page, rows[index])))
            floor = index + 2
            continue
        if index >= floor and (wire := labelled_wire(rows, index)):
            first = index - (index > floor and is_enumeration(rows[index - 1].text))
            floor = index + 1 + len(wire)
            found.append(_Letter(first, floor, wire, tuple(rows[first : index + 1]), dated=True, wired=True))
            continue
        end = greets(row.text)
        below = bool(found) and not found[0].dated
        if end and index >= floor and (letter := _letter(rows, index, floor, apart=end < len(row.text), below=below)):
            found.append(letter)
            floor = index + 1
    return found


def _is_wired(page: Page, day: Paragraph) -> bool:
    """Say whether what has nothing but day and address over it was wired: it gives the hour, or the page says so."""
    return _HOUR.search(day.text) is not None or _WIRES.search(page.capture.text) is not None


_HOUR: Final = regex(r"\d\s?[ap]\.?\s?m\b|noon|midnight", re.IGNORECASE)
_WIRES: Final = regex(r"[Tt]elegr|TELEGR|\b[Ww]ires?\b|[Cc]able")


def _letter(rows: Sequence[Paragraph], greeting: int, floor: int, *, apart: bool, below: bool) -> _Letter | None:
    """Read what stands over a greeting, None where it is none of a letter's.

    `apart`: text stands behind it; `below`: the letters of the page have their day under the signature.
    """
    first = greeting
    served: list[ServiceLine] = []
    silent: list[Paragraph] = []
    address: list[Paragraph] = []
    dated = placed = False
    while first > floor and greeting - first < MAX_HEAD:
        row = rows[first - 1]
        if labels_letter(row.text) or is_enumeration(row.text):
            silent.append(row)
        elif not placed and (line := address_line(row)):
            served = [line, *address_lines(address), *served]
            address = []
        elif dated and not placed and is_place_over(rows, first - 1):
            served.insert(0, service_line(row, "other", ("place", 0, len(row.text.rstrip(" .,")))))
            placed = True
        elif not dated and (day := day_line(row)) and not (below and _ends_letter(rows, first - 2)):
            served = [day, *address_lines(address), *served]
            address, dated = [], True
        elif not (dated or served) and is_of_address(row.text):
            address.insert(0, row)
        else:
            break
        first -= 1
    if address:
        first = greeting - len(served) - len(silent)
    if dated or silent or (served and (not apart or (first > 0 and _ends_letter(rows, first - 1)))):
        return _Letter(first, greeting, tuple(served), tuple(silent), dated)
    after = greeting > floor > 0 and not apart and _ends_letter(rows, greeting - 1)
    return _Letter(greeting, greeting, (), (), dated=False) if after else None


def _ends_letter(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a letter ends with a row: a formula, a name, or a day under them."""
    text = rows[index].text
    if len(text) > MAX_LINE:
        return False
    signed = is_closing(text) or signature_name(text, nobody, last=True) is not None
    return signed or is_rule(text) or day_line(rows[index]) is not None


def read_greeted(page: Page) -> Regions:
    """Part a page into its letters; what a site repeats between them and what stands before the first is its own."""
    rows, letters = page.paragraphs, _letters(page)
    counted = Counter(row.text for row in rows if len(row.text) <= MAX_LINE)
    repeated = {text for text, n in counted.items() if n >= MIN_REPEATED and not _is_of_letters(text)}
    regions: list[Region] = []
    taken: set[int] = set()
    for at, letter in enumerate(letters):
        end = letters[at + 1].first if at + 1 < len(letters) else _end(page)
        end = _ended(rows, letter, end, repeated)
        text = _signed(rows[letter.greets : end])
        regions.append(
            Region(
                body=(*(line.paragraph for line in letter.served), *text),
                silent=letter.silent,
                kind="telegram" if letter.wired else "letter",
                served=letter.served,
                formal=True,
            )
        )
        taken.update(range(letter.first, end))
    left = [(row, role) for i, (row, role) in enumerate(zip(rows, page.roles, strict=True)) if i not in taken]
    furniture = tuple(row for row, role in left if role is not None or row.text in repeated)
    return Regions("greeted", tuple(regions), furniture, tuple(row for row, _ in left if row not in furniture))


def _is_of_letters(text: str) -> bool:
    """Say whether a row that comes again and again is a greeting, a formula or a name of the letters."""
    return bool(greets(text)) or is_closing(text, signed=True) or signature_name(text, nobody, last=True) is not None


def _end(page: Page) -> int:
    """Return where the letters end: before the comments of readers, and before the buttons over them."""
    rows = page.paragraphs
    end = next((i for i, row in enumerate(rows) if is_comments(row.text)), len(rows))
    while end and page.roles[end - 1] is not None:
        end -= 1
    return end


def _ended(rows: Sequence[Paragraph], letter: _Letter, end: int, repeated: set[str]) -> int:
    """Return where a letter ends: before a rule or button under it, and where the page's own words go on."""
    if letter.wired:
        return next((i + 1 for i in range(letter.greets + 1, end) if _signs_wire(rows, i)), end)
    formula = next((i for i in range(letter.greets + 1, end) if is_closing(rows[i].text)), None)
    if formula is not None:
        own = (i for i in range(formula + 1, end) if _is_of_page(rows[i]))
        end = next((i for i in own if _POSTSCRIPT.match(rows[i].text) is None), end)
    return next((i for i in range(letter.greets + 1, end) if rows[i].text in repeated or is_rule(rows[i].text)), end)


def _signs_wire(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a short row signs a wire, and no office stands under it."""
    text = rows[index].text
    return len(text) <= MAX_SIGNED and signature_name(text, nobody, last=True) is not None


MAX_SIGNED: Final = 50


def _is_of_page(row: Paragraph) -> bool:
    """Say whether a paragraph under the formula of a letter can be the page's own: running text after a gap."""
    return row.blank_before > 0 and len(row.text.split()) >= MIN_PROSE


def _signed(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a letter, greeting and text apart, and a name behind a dash that ends it as a row."""
    made: list[Paragraph] = []
    for row in rows[:1]:
        end = greets(row.text)
        made += [part for part in (row.at(0, end), row.at(end, len(row.text))) if part.text]
    made += rows[1:]
    match = _DASHED.search(made[-1].text) if made else None
    if match:
        last = made.pop()
        made += [last.at(0, match.start("name")), last.at(match.start("name"), len(last.text))]
    return tuple(made)


_POSTSCRIPT: Final = regex(r"(?:P\.?\s?){1,2}S\b|N\.?\s?B\b|Postscript")
_DASHED: Final = regex(r",?\s[—–-]{1,2}\s?(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})$")
"""“Your brother, — Henry”, as transcribers join the end of a letter."""


GREETED: Final = Layout("greeted", score_greeted, read_greeted)
"""Letters of a family or an office, each under place and day, with a greeting."""
