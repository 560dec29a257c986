"""What an editor should see of an archival reference: slips of the source, and what the reference does not say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.archives.reading import read_all
from tei.archives.readings import Reading
from tei.archives.reference import DATED, ArchivalReference
from tei.archives.repository import ENTRY, Repositories, builtin
from tei.archives.script import Canvas, canvas, fold, is_cyrillic, is_mixed, settle
from tei.archives.style import format_reference
from tei.findings import Finding, Location, Rule, Severity
from tei.regexes import regex

UNKNOWN = Rule(
    "ARC101",
    "unknown-archive",
    Severity.WARNING,
    "The archive is not in the register, so the document has no country, settlement or full name of it, and other "
    "spellings of the same archive are not recognised as the same.",
    bad="KSA. Ф. 1. Оп. 2. Д. 3",
    good="KSA in the edition's list of repositories",
)
NO_ARCHIVE = Rule(
    "ARC102",
    "no-archive",
    Severity.WARNING,
    "The same fond, opis and delo exist in many archives; without its name the reference leads nowhere.",
    bad="Ф. 244, оп. 12, ед. хр. 6",
    good="РГАЛИ, ф. 244, оп. 12, ед. хр. 6",
)
BACKWARDS = Rule(
    "ARC103",
    "leaves-backwards",
    Severity.ERROR,
    "The last leaf of a range stands before the first: a digit was lost or two were exchanged.",
    bad="l. 96–59",
    good="l. 56–59",
)
MISSING = Rule(
    "ARC104",
    "part-missing",
    Severity.WARNING,
    "A file is found by all the parts of its address. A reference that jumps over one cannot be followed.",
    bad="RGASPI, f. 558, d. 330, l. 95",
    good="RGASPI, f. 558, op. 11, d. 330, l. 95",
)
MIXED = Rule(
    "ARC105",
    "mixed-alphabets",
    Severity.WARNING,
    "A word holds Latin and Cyrillic letters that look alike. It reads well and is found by no search.",
    bad="Oп. with a Latin O",
    good="Оп. in Cyrillic",
)
ZEROS = Rule(
    "ARC106",
    "leading-zeros",
    Severity.INFO,
    "The zeros come from the numbering of scans, not from the leaf. They are kept in the words as written and dropped "
    "from the value.",
    bad="ll. 0049-0051",
    good="ll. 49–51",
)
EXTENT = Rule(
    "ARC107",
    "extent-not-leaf",
    Severity.INFO,
    "A number before the abbreviation counts the leaves of the file; behind it, it is the number of a leaf.",
    bad="9 л. taken for leaf 9",
    good="9 л. as the extent",
)
IMAGE = Rule(
    "ARC108",
    "image-not-leaf",
    Severity.INFO,
    "The number is that of a scan of the file. Scans are counted otherwise than leaves.",
    bad="скан 261 taken for leaf 261",
    good="д. 1734, л. 130, скан 261",
)
LABEL_SLIP = Rule(
    "ARC109",
    "label-slip",
    Severity.WARNING,
    "An abbreviation was misread or mistyped: On. for Оп., JI. for Л., or a delo twice where the first is the papka.",
    bad="On. 162",
    good="Оп. 162",
)
FORMER = Rule(
    "ARC110",
    "former-name",
    Severity.INFO,
    "The archive is cited under an earlier name. Fonds and numbers are the same; readers look for today's name.",
    bad="RTsKhIDNI",
    good="RGASPI",
)
NO_SHELFMARK = Rule(
    "ARC111",
    "no-shelf-mark",
    Severity.WARNING,
    "The reference names an archive and nothing in it.",
    bad="AVPRF",
    good="AVPRF, f. 0100, op. 43, p. 302, d. 10",
)
UNLABELLED = Rule(
    "ARC112",
    "unlabelled-numbers",
    Severity.INFO,
    "Numbers without labels were read in the order in which this archive gives its parts.",
    bad="РГАСПИ 558 11 330 95",
    good="РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95",
)
ELIDED = Rule(
    "ARC113",
    "shortened-range",
    Severity.INFO,
    "The last number of a range was shortened and has been completed from the first.",
    bad="ll. 193-4",
    good="ll. 193–194",
)
NO_DATE = Rule(
    "ARC114",
    "impossible-file-date",
    Severity.WARNING,
    "From 1944 the number behind the stroke of a decimal file is month–day year; this one is no day of the calendar.",
    bad="893.00/13–4549",
    good="893.00/12–2549, that is 25 December 1949",
)
RULES: Final = (
    UNKNOWN, NO_ARCHIVE, BACKWARDS, MISSING, MIXED, ZEROS, EXTENT, IMAGE, LABEL_SLIP, FORMER, NO_SHELFMARK, UNLABELLED,
    ELIDED, NO_DATE, ENTRY,
)  # fmt: skip
"""Every rule of this package."""

_WORD: Final = regex(r"[^\W\d_]+")
_SLIPS: Final = {
    "alphabet": (MIXED, "a Latin letter behind a Cyrillic label", "write the number's letter in Cyrillic"),
    "zeros": (ZEROS, "leaves written with leading zeros", "write the numbers without zeros in the reference"),
    "elided": (ELIDED, "shortened range", "write both numbers in full"),
    "label": (LABEL_SLIP, "misread abbreviation", "compare the source and correct the abbreviation"),
    "papka": (LABEL_SLIP, "two dela; the first was read as the papka", "write P. (papka) before the first number"),
    "unlabelled": (UNLABELLED, "numbers without labels", "write the labels before the numbers"),
}


def findings(
    subject: str | ArchivalReference,
    *,
    location: Location | None = None,
    repositories: Repositories | None = None,
) -> tuple[Finding, ...]:
    """Return what an editor should see of the references in a text, or of one reference.

    `location` is where the text begins; each finding has the line and column of its own place. Of a reference the words
    it was read from are looked at too.
    """
    begin = location or Location("", 1, 1)
    register = builtin() if repositories is None else repositories
    if isinstance(subject, ArchivalReference):
        seen = list(_of_value(subject, begin, register))
        codes = {finding.rule for finding in seen}
        written = findings(subject.written, location=begin, repositories=register) if subject.written else ()
        return (*seen, *(each for each in written if each.rule not in codes | {NO_ARCHIVE.code, MISSING.code}))
    page = canvas(subject)
    found: list[Finding] = []
    for reading in read_all(page, register, None, whole=False):
        place = _place(page, reading.start, begin)
        found += [*_of_value(reading.reference, place, register), *_of_words(page, reading, begin)]
    return tuple(sorted(found, key=lambda finding: finding.location))


def _place(page: Canvas, position: int, begin: Location) -> Location:
    """Return the line and column of a place in the plain text, counted from where the text begins."""
    before = page.text[: page.span(position, position)[0]]
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") - 1
    return replace(begin, line=begin.line + lines, column=column + (1 if lines else max(begin.column, 1)))


def _of_value(reference: ArchivalReference, place: Location, register: Repositories) -> Iterator[Finding]:
    repository = reference.repository
    if repository is None:
        yield NO_ARCHIVE.at(place, "the reference names no archive", "add the archive's name before the fond")
    elif not repository.known:
        hint = f"add it to the edition's list of repositories, with the key {repository.key}"
        yield UNKNOWN.at(place, f"archive “{repository.name}” is not in the register of {len(register)}", hint)
    elif fold(reference.cited_as) in {fold(name) for name in repository.former}:
        yield FORMER.at(place, f"“{reference.cited_as}” is an earlier name", f"today: {repository.short_name()}")
    if repository and not reference.parts:
        yield NO_SHELFMARK.at(place, f"only the archive is named: {repository.name}", "add fond, opis and delo")
    yield from _missing(reference, place)
    for leaves in reference.leaves:
        if leaves.is_backwards:
            yield BACKWARDS.at(place, f"leaves {leaves} run backwards", f"compare the source; {_swapped(leaves)}?")
    document = reference.get("document") if reference.get("file") else ""
    if DATED.fullmatch(document.replace("–", "-")) and not reference.date:
        yield NO_DATE.at(place, f"“{document}” is no date (month–day year)", "compare the source")
    if reference.extent:
        yield EXTENT.at(place, f"“{reference.extent}” is the extent of the file", "give the leaf of the document")
    if reference.image:
        yield IMAGE.at(place, f"{reference.image} is the number of a scan", "give the leaf of the document")


def _swapped(leaves: object) -> str:
    first, _, last = str(leaves).partition("–")
    return f"{last}–{first}"


def _missing(reference: ArchivalReference, place: Location) -> Iterator[Finding]:
    """Yield the part that the reference jumps over: one that is absent before one that is there."""
    own = reference.repository.parts if reference.repository else ("fond", "opis", "delo")
    given = [part for part in own if reference.get(part)]
    if not given or reference.get("perechen") or reference.get("karton"):
        return
    last = len(own) if reference.leaves else own.index(given[-1])
    for part in own[:last]:
        if part not in given and part != "papka":
            have = format_reference(replace(reference, leaves=()))
            yield MISSING.at(place, f"{part} is missing in “{have}”", f"add the {part}")


def _of_words(page: Canvas, reading: Reading, begin: Location) -> Iterator[Finding]:
    """Yield what the words of a reference show: mixed alphabets, zeros, slips of labels."""
    for word in _WORD.finditer(page.plain, reading.start, reading.end):
        if is_mixed(word.group()):
            cyrillic = sum(is_cyrillic(letter) for letter in word.group()) * 2 >= len(word.group())
            meant = settle(word.group(), cyrillic=cyrillic)
            message = f"“{word.group()}” mixes Latin and Cyrillic letters"
            yield MIXED.at(_place(page, word.start(), begin), message, f"write {meant} in one alphabet")
    for code, start, end in reading.slips:
        rule, message, hint = _SLIPS[code]
        yield rule.at(_place(page, start, begin), f"{message}: “{page.written(start, end)}”", hint)
