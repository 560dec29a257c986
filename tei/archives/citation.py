"""Read archival references: one whole text, a list of them, or the ones in running prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tei.archives.after_names import segment_reference
from tei.archives.archive_names import LEAD_IN
from tei.archives.behind import named_behind
from tei.archives.reading import read_all
from tei.archives.readings import Reading
from tei.archives.reference import ArchivalReference
from tei.archives.repository import Repositories, Repository, builtin
from tei.archives.script import Canvas, canvas, fold
from tei.archives.segments import Segments, read_segments
from tei.regexes import regex
from tei.values import value

LONGEST_LEAD: Final = 60
LONGEST_REMARK: Final = 300
"""How many characters before and behind a reference still let a text be that reference with a remark."""

_INSTITUTION: Final = regex(
    r"archiv|arkiv|arquivo|librar|museum|institut|bibliot|levéltár|university|foundation|centre|center|collection|records|"
    r"архив|библиотек|музе|институт|档案",
    re.IGNORECASE,
)
_COLLECTION: Final = regex(r" (?P<name>[^\W\d_][\w '\-]{2,60})\.?$")


@value()
class Found:
    """A reference in a text, and its place: `text[start:end]` runs from the archive's name to the last leaf."""

    start: int
    end: int
    reference: ArchivalReference


def parse(
    text: str, *, repositories: Repositories | None = None, previous: ArchivalReference | None = None
) -> ArchivalReference | None:
    """Read a text that is one reference, with its remark at most; None when it is none, or more than one.

    `previous` is what "ibid." and "там же" stand for. `repositories` is the register of archives; without it the
    built-in one.
    """
    page, register = canvas(text), _register(repositories)
    if not text.strip() or len(text) > 2_000:
        return None
    found = _all_of(page, register, previous)
    if len(found) == 1 and _fills(page, found[0]):
        return _with_rest(page, found[0])
    if found:
        return None
    return _unregistered(page, register) or _archive_only(page, register)


def parse_all(
    text: str, *, repositories: Repositories | None = None, previous: ArchivalReference | None = None
) -> tuple[ArchivalReference, ...]:
    """Read every reference of a text that consists of references ("…, l. 5; d. 331, l. 7 and APRF, f. 45, …").

    A reference that leaves out its archive or its first parts has them from the one before.
    """
    page, register = canvas(text), _register(repositories)
    found: list[ArchivalReference] = []
    for reading in _all_of(page, register, previous):
        reference, before = reading.reference, found[-1] if found else previous
        if reference.repository is None and before is not None:
            reference = replace(reference, repository=before.repository, cited_as=before.cited_as)
        found.append(reference)
    if found:
        return tuple(found)
    single = parse(text, repositories=register, previous=previous)
    return (single,) if single else ()


def _all_of(page: Canvas, register: Repositories, previous: ArchivalReference | None) -> list[Reading]:
    """Read a text that is nothing but references; a mark without an archive may have it behind it."""
    found = read_all(page, register, previous, whole=True)
    if found or previous is not None:
        return named_behind(page, found, register) if previous is None else found
    return [one for one in named_behind(page, found, register) if one.reference.get("record-group")]


def find(
    text: str, *, repositories: Repositories | None = None, previous: ArchivalReference | None = None
) -> tuple[Found, ...]:
    """Find the references in running prose, in order and without overlap, in time linear in the text's length.

    Each begins with the archive's name where it stands there, and ends with its last leaf, before the stop of the
    sentence. The mere name of an archive is no reference.
    """
    return _placed(*_read(text, _register(repositories), previous))


def find_in_source(
    text: str, *, repositories: Repositories | None = None, previous: ArchivalReference | None = None
) -> tuple[Found, ...]:
    """Find those of a statement of source, where an archive may be named behind its shelf mark."""
    register = _register(repositories)
    page, found = _read(text, register, previous)
    return _placed(page, named_behind(page, found, register))


@lru_cache(maxsize=512)
def _read(text: str, register: Repositories, previous: ArchivalReference | None) -> tuple[Canvas, tuple[Reading, ...]]:
    """Do so once for the steps that ask of one paragraph whether it is a source, and then which."""
    page = canvas(text)
    return page, tuple(read_all(page, register, previous, whole=False))


def _placed(page: Canvas, readings: Iterable[Reading]) -> tuple[Found, ...]:
    return tuple(Found(*page.span(each.start, each.end), each.reference) for each in readings)


def _register(repositories: Repositories | None) -> Repositories:
    return builtin() if repositories is None else repositories


def _fills(page: Canvas, reading: Reading) -> bool:
    """Tell whether a text is just this reference: a few words may lead in, a remark may follow."""
    lead = LEAD_IN.match(page.plain)
    before = page.plain[lead.end() if lead else 0 : reading.start].strip()
    behind = page.plain[reading.end :].strip()
    if before.endswith(("//", " -")) and len(before) <= LONGEST_REMARK:
        return len(behind) <= LONGEST_REMARK
    return len(before) <= LONGEST_LEAD and not re.search(r"[.!?]\s", before) and len(behind) <= LONGEST_REMARK


def _with_rest(page: Canvas, reading: Reading) -> ArchivalReference:
    """Add what stands behind the reference: the name of a whole fond, or a remark."""
    reference = reading.reference
    named = _COLLECTION.fullmatch(page.plain.rstrip(), reading.end)
    if named and reference.parts and reference.parts[-1][0] == "fond" and not reference.leaves:
        return replace(reference, parts=(*reference.parts, ("name", page.written(*named.span("name")))))
    used = reference.form or reference.classification
    rest = page.written(reading.end, len(page.plain)).strip(" .,;:\n")
    return replace(reference, remark="" if used and rest.startswith((reference.form or "\0", used)) else rest)


def _archive_only(page: Canvas, register: Repositories) -> ArchivalReference | None:
    """Read the name of an archive without a shelf mark ("AVP RF, copy courtesy of …")."""
    lead = LEAD_IN.match(page.plain)
    start = lead.end() if lead else 0
    mention = next((each for each in register.mentions(page.skeleton) if each.start == start), None)
    short = next((one for one in register.mentions(page.skeleton) if mention and one.start > mention.start), None)
    end = mention.end if mention else 0
    if mention and short and mention.repositories[0] in short.repositories:
        joined = page.plain[end : short.start] == " (" and page.plain.startswith(")", short.end)
        end = short.end + 1 if joined else end
    behind = page.plain[end:].strip()
    if mention is None or (behind and behind[0] not in ".,;:()[-") or len(behind) > LONGEST_REMARK:
        return None
    written = page.written(mention.start, end)
    return ArchivalReference(
        mention.repositories[0], cited_as=written, remark=behind.strip(" .,;:()[]"), written=written
    )


def _unregistered(page: Canvas, register: Repositories) -> ArchivalReference | None:
    """Read boxes, folders, files … of an archive that no register has, or whose name stands behind them."""
    lead = LEAD_IN.match(page.plain)
    start = lead.end() if lead else 0
    name = _institution(page, start)
    repository = Repository(fold(name[2]), name[2], known=False) if name else None
    found = read_segments(page, name[1] if name else start, repository or Repository("", ""), whole=False)
    if not _is_labelled(found):
        return None
    if repository is None:
        repository, end = _archive_behind(page, found, register)
        if repository is not None and not repository.known:
            repository = _library_behind(repository, found, register)
    else:
        end = found.end
    cited_as = repository.name if repository else ""
    reference = segment_reference(page, repository, found, cited_as, start, max(end, found.end))
    rest = page.written(max(end, found.end), len(page.plain)).strip(" .,;:\n")
    return replace(reference, remark="" if reference.classification else rest) if len(rest) <= LONGEST_REMARK else None


def _library_behind(unknown: Repository, found: Segments, register: Repositories) -> Repository:
    """Part "Papers of Somebody, Truman Library", behind a box and folder, into the collection and the known archive."""
    names = unknown.name.split(", ")
    for at in range(1, len(names)):
        if known := register.named(", ".join(names[at:])):
            found.parts.append((known.first, ", ".join(names[:at])))
            return known
    return unknown


def _is_labelled(found: Segments) -> bool:
    return any(part not in ("collection", "number", "volume", "item", "document") for part, _ in found.parts)


def _institution(page: Canvas, start: int) -> tuple[int, int, str] | None:
    """Return the leading segments up to the last that names an institution, as one name."""
    last = None
    for match in re.finditer(r"(?:(?!(?<=[a-z]{3})\. [A-Z])[^,;:\n]){1,120}", page.plain[start : start + 400]):
        if re.search(r"\b(?:[Bb]ox|[Ff]older|[Ff]ile|[Ll]ot|RG)\b.?\s?(?:No\.? ?)?[\dA-Z]", match.group()):
            break
        if _INSTITUTION.search(match.group()):
            last = match.end()
        elif last is None and match.start():
            break
    if last is None:
        return None
    return start, start + last, page.written(start, start + last).strip()


def _archive_behind(page: Canvas, found: Segments, register: Repositories) -> tuple[Repository | None, int]:
    """Return the archive that is named behind the shelf mark, and where its name ends."""
    text = page.plain[found.end :]
    name = re.match(r"[\s,.;\"]*(?P<name>[^\W\d_][^;\n]{3,100}?)\.?\s*$", text)
    if name is None or not _INSTITUTION.search(name["name"]):
        return None, found.end
    written = page.written(found.end + name.start("name"), found.end + name.end("name"))
    known = register.named(written)
    return known or Repository(fold(written), written, known=False), found.end + name.end("name")
