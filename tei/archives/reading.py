"""Read every archival reference of a text from left to right: the one pass behind parse, parse_all and find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tei.archives.after_names import read_after_name, segment_reading, segment_reference
from tei.archives.archive_names import Archive, archive_before
from tei.archives.labels import EXTENT, LABEL
from tei.archives.leaves import read_leaves
from tei.archives.marks import Shelfmark
from tei.archives.parts import place as rank
from tei.archives.readings import Reader, Reading
from tei.archives.reference import ArchivalReference
from tei.archives.repository import Mention, Repositories, Repository
from tei.archives.script import Canvas, fold, pattern
from tei.archives.segments import DECIMAL, HOLDINGS, PERSONAL, SUBJECT, Segments, read_labelled_leaves, read_segments
from tei.archives.shelfmark import (
    LATVIAN,
    read_further_file,
    read_latvian,
    read_shelfmark,
    read_unlabelled,
)
from tei.archives.templates import template_expression
from tei.regexcache import compiled
from tei.regexes import regex

_FOND: Final = regex(
    pattern(
        r"(?:[fф](?<![^\W\d_].)(?:ond[si]?|ondo|und|онд[аы]?)?|全宗[号號]?|b(?<![^\W\d_].)estand)"
        r"(?: \([fф]\.\))?"
        r"(?:(?: \.|\.{0,2}) ?:? {0,2}\n?(?:(?:№|no|nr|nº|n°)\.? {0,2})?)"
        r"(?:[^\W\d_]{1,3}[\-. ]{0,3})?(?=[\d〇零一二三四五六七八九十])"
        r"|c(?<![^\W\d_].)ollection (?=\d{1,5}[^\W\d_]?[,.;] {0,2}(?:inv(?:entory)?|opis|record)\.? ?\d)"
        r"|[fф](?<![^\W_].)(?:ond|онд|\.) ?(?=[«\"“]?[^\W\d_][^;()\d\n]{1,60}[ .,](?:op|оп)(?:is|ись)?\.? ?\d)"
    )
)
_NAMED_WITH_FILE: Final = regex(
    pattern(
        r"[fф](?<![^\W_].)(?:ond|онд|\.) ?(?=[«\"“]?[^\W\d_][^;()\d\n]{2,60}[ .,]"
        r"(?:[12]\d{3} г\.,? )?[дd](?:elo|ело)?\.? ?\d)"
    )
)
_OPIS: Final = regex(pattern(r"[oо0](?<![^\W_].)(?:p|п|n)(?:is'?i?|ись|иси?)?\.? ?(?:(?:№|no)\.? ?)?\d"))
_BEFORE_OPIS: Final = regex(r"(?<![\w.])(?:[^\W\d_]{1,3}-)?\d{1,6}[^\W\d_]{0,2}[ .,]{1,3}$")
_NUMBERS: Final = regex(r"\d{1,6}[a-zа-я]?(?:(?:[ /]\d{1,7}[a-zа-я]?){2,4}|(?:-\d{1,7}){2,3}(?<!\d{4}-\d\d-\d\d))")
_DOTTED: Final = regex(
    r"(?<=[a-z][. ])(?!\d\d?\.\d\d?\.(?:1[789]|20)\d\d(?!\d|\.\d))\d{1,5}[a-zа-я]?\.\d{1,4}[a-zа-я]?\.\d{1,6}(?!\w)"
)
"""Fond, opis and file between points, which are no date: "558.11.27"."""
_COUNTED: Final = r" ?(?:hours?|hrs|days?|minutes?|miles|per ?cent|[ap]\. ?m|часов|часа|часу)(?!\w)"
"""What is counted behind a number, which is no piece of a series then: "CO 12/5 hours"."""
_LETTER: Final = regex(r"(?<![^\W_])[^\W\d_]-$")
_CALL: Final = (
    r"(?P<call>[A-Z]{0,2}-?\d{1,6}[A-Z]?-[\dA-Z]{1,6}(?:[-/.][\dA-Z]{1,6}){0,5})(?![\w-])"
    r"(?:,? ?(?:第|pp?\.)? ?(?=\d))?"
)
_CHINESE: Final = regex(
    r"(?P<name>[\u4e00-\u9fff]{2,12}?(?:档案馆|檔案館))藏?[,.: ]{0,2}(?:《[^》\n]{1,40}》[,: ]{0,2})?"
    r"(?:档案?号|檔號)?[: ]{0,2}" + _CALL
)
_PROVINCIAL: Final = regex(
    r"(?P<name>[A-Z][a-z]{2,15} (?:Provincial|Municipal|City) Archives?(?: \([A-Z]{2,4}\))?)[,.: ]{1,2}" + _CALL
)
"""An archive of a province or town that no register has, and its call number: 江西省档案馆，X035-04-813。"""
_DIVISION: Final = regex(r"[РR](?:азряд|азр\.|\.)? ?[IVX]{1,4}(?=[.,])")
"""A division (razriad) of a manuscript collection, which stands for the fond: «Р. I. Оп. 19»."""
_BEHIND_NAME: Final = regex(r"\)?[.,:] ")
_INITIALS: Final = regex(r"[А-ЯІЄЇ]{1,4}А[А-ЯІЄЇа-яії]{1,6}(?: [А-Я]{2,4})?")
_OBLAST: Final = regex(r"ДА[А-ЯІЄ][а-яії]{0,2}О")
"""A state archive of a Ukrainian oblast by its initials."""
_NO_ARCHIVE: Final = regex(r"[B-Z]{2,5}")
_DIGITS: Final = regex(r"\d+")
_STARTS: Final = regex(r"[A-Z\d](?<![\w\-/.].)")
_IBID: Final = regex(
    pattern(r"[тitиe同](?:(?<=同)[上前]|(?<![^\W_].)(?:ам же|bid(?:em)?|am zhe|bd|benda)(?![^\W\d_]))[.,，、 ]{0,3}")
)
_POLITICAL: Final = regex(rf"(?=POL [\d -]{{0,8}}[A-Z]{{2}}){SUBJECT.pattern}")
"""A subject-numeric file that stands alone: no other begins with letters that mean nothing else."""
_LOT: Final = regex(
    r"(?:(?:(?:[A-Z]\.){2,4}|[A-Z]{1,4}(?:/[A-Z-]{1,5})?|[A-Z][a-z]{2,15})(?: [A-Z][\w/]{1,20}){0,3} [Ff]iles[,:]? ?)?"
    r"[Ll]ot (?:[Ff]ile )?(?:\d{2} ?-?[DF]-? ?\d{1,4}|M[ -]\d{1,3})(?!\w)"
)
"""A lot of the Department of State, and its name before it: "PPS files, lot 64 D 563"."""
_JOINT: Final = regex(
    pattern(
        r"(?: ?\([^()\n]{1,80}\))?\s{0,3}(?:[;,]\s{0,3}(?:(?:and|и|und|et|ve|а также|as well as)\s)?|"
        r"(?:and|и|&|und|et|ve|а также|as well as)\s)\s{0,2}"
    )
)
_FIRSTS: Final = frozenset({"fond", "opis", "papka", "delo", "ae", "karton", "portsiia", "perechen"})
_ADDRESSES: Final = frozenset({"opis", "delo", "ae", "karton", "portsiia", "box", "perechen"})


def read_all(page: Canvas, register: Repositories, previous: ArchivalReference | None, *, whole: bool) -> list[Reading]:
    """Return the references of a text in order; with `whole` the text is nothing but references."""
    if not whole and not _DIGITS.search(page.plain) and not HOLDINGS.search(page.plain):
        return []
    reader = Reader(page, register, register.mentions(page.skeleton), whole)
    found: list[Reading] = []
    floor = 0
    for kind, start, mention in sorted(_anchors(reader), key=lambda anchor: anchor[1]):
        if start < floor:
            continue
        before = found[-1].reference if found else previous
        reading = _read(reader, kind, start, mention, floor, before)
        if reading and found and reading.reference.repository is None:
            reading = _of_same_fond(page, reading, found[-1])
        while reading:
            found.append(reading)
            floor = reading.end
            reading = _continued(reader, reading)
    return found


def _of_same_fond(page: Canvas, reading: Reading, before: Reading) -> Reading:
    """Give a reference without an archive that of the one before it in the sentence, where the fond is the same.

    "RGASPI, f. 7, op. 1, d. 2. Typescript; f. 7, op. 11, d. 3": other words may stand between them.
    """
    own, other = reading.reference, before.reference
    fonds = [dict(reference.parts).get("fond") for reference in (own, other)]
    if other.repository is None or None in fonds or fonds[0] != fonds[1]:
        return reading
    if "\n" in page.plain[before.end : reading.start]:
        return reading
    reference = replace(own, repository=other.repository, cited_as=other.cited_as)
    return replace(reading, reference=reference)


def _anchors(reader: Reader) -> Iterator[tuple[str, int, Mention | None]]:
    """Yield the places where a reference can begin to be recognised, by what is seen there."""
    plain, skeleton = reader.page.plain, reader.page.skeleton
    for kind, anchor in (("labelled", _FOND), ("opis", _OPIS), ("ibid", _IBID)):
        yield from ((kind, match.start(), None) for match in anchor.finditer(skeleton))
    if "apr" in skeleton:
        yield from (("latvian", match.start(), None) for match in LATVIAN.finditer(skeleton))
    yield from (("numbers", match.start(), None) for match in _NUMBERS.finditer(skeleton))
    for kind, anchor in (("numbers", _DOTTED), ("labelled", _NAMED_WITH_FILE)) if reader.mentions else ():
        yield from ((kind, match.start(), None) for match in anchor.finditer(skeleton))
    known = {mention.end for mention in reader.mentions}
    for local in (_CHINESE, _PROVINCIAL) if " Archive" in plain else (_CHINESE,):
        named = (match for match in local.finditer(plain) if match.end("name") not in known)
        yield from (("chinese", match.start(), None) for match in named)
    alone, keys = _alone_pattern(reader.register)
    for start in _STARTS.finditer(plain):
        if match := alone.match(plain, start.start()):
            yield keys[int((match.lastgroup or "r0")[1:])], match.start(), None
    for mention in reader.mentions:
        if place := _file_behind(reader, mention):
            yield "labelled", place, None
        if any(each.family != "fond" for each in mention.repositories) and not plain[mention.start].islower():
            yield "segments", mention.start, mention


def _file_behind(reader: Reader, mention: Mention) -> int | None:
    """Return where opis or file stand right behind an archive of the fond kind: «ЦА ФСБ. Д. Р-5.», "AVPRF, opis 58"."""
    gap = _BEHIND_NAME.match(reader.page.plain, mention.end)
    label = LABEL.match(reader.page.skeleton, gap.end()) if gap else None
    if label is None or label.lastgroup not in ("opis", "delo") or mention.repositories[0].family != "fond":
        return None
    return label.start()


@lru_cache(maxsize=16)
def _alone_pattern(register: Repositories) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return one expression for all that is recognised without an archive's name before it, and the archives' keys.

    The groups are numbered as the keys are. Such shelf marks begin with a capital letter or a digit.
    """
    found = [
        (each.key, template_expression(template, dict(each.values)))
        for each in register
        for template in each.templates
        if each.alone and (not each.parts or f"{{{each.parts[0]}}}" in template)
    ]
    if "nara" in register:
        found += [("nara", each.pattern) for each in (DECIMAL, PERSONAL, _POLITICAL, _LOT)]
    bare = [re.sub(r"\(\?P<\w+>", "(?:", expression) for _, expression in found]
    alternatives = "|".join(f"(?P<r{at}>{expression})" for at, expression in enumerate(bare))
    return compiled(rf"(?:{alternatives or '(?!)'})(?!\w|{_COUNTED})"), tuple(key for key, _ in found)


def _read(
    reader: Reader, kind: str, start: int, mention: Mention | None, floor: int, before: ArchivalReference | None
) -> Reading | None:
    if kind == "ibid":
        return _read_ibid(reader, start, before)
    if kind == "chinese":
        return _read_chinese(reader.page, start)
    if kind in ("labelled", "opis", "numbers", "latvian"):
        return _read_fond_kind(reader, kind, start, floor)
    if mention:
        return read_after_name(reader, mention)
    return segment_reading(reader, start, reader.register[kind])


def _read_fond_kind(reader: Reader, kind: str, start: int, floor: int) -> Reading | None:
    """Read a reference of the fond kind round an anchor: its label, an opis behind a bare fond, or bare numbers."""
    page = reader.page
    if kind == "opis":
        bare = _BEFORE_OPIS.search(page.plain, max(floor, start - 14), start)
        start = bare.start() if bare else start
        if bare is None and not reader.whole:
            return None
    if kind == "numbers" and _LETTER.search(page.plain, max(floor, start - 3), start):
        start -= 2
    archive = archive_before(page, reader.register, reader.mentions, start, floor, whole=reader.whole)
    repository = archive.repository
    if kind != "labelled" and repository is None:
        return None
    if kind == "numbers" and not (repository and (repository.known or _is_counted(reader, archive))):
        return None
    labelled = LABEL.match(page.skeleton, start)
    if kind == "latvian":
        mark = read_latvian(page, start)
    elif labelled and kind != "numbers":
        mark = read_shelfmark(page, start, papka=bool(repository and repository.has_papka))
    else:
        parts = repository.parts if repository and kind == "numbers" else ("fond",)
        mark = read_unlabelled(page, start, parts)
    if not _is_reference(mark, repository, whole=reader.whole) or (labelled is None and _is_opus(archive)):
        return None
    return _mark_reading(page, archive, mark)


def _is_counted(reader: Reader, archive: Archive) -> bool:
    """Tell the initials of an archive in Cyrillic before three bare numbers, where a text is nothing but them."""
    if _OBLAST.fullmatch(archive.cited_as):
        return True
    return reader.whole and archive.start == 0 and bool(_INITIALS.fullmatch(archive.cited_as))


def _is_opus(archive: Archive) -> bool:
    """Tell initials that name no archive, before a number and an opus: "BWV 1004, Op. 27"."""
    return bool(_NO_ARCHIVE.fullmatch(archive.cited_as))


def _is_reference(mark: Shelfmark, repository: Repository | None, *, whole: bool) -> bool:
    """Tell a shelf mark from letters and numbers that only look like one."""
    if mark.is_empty:
        return False
    if repository and repository.known:
        return True
    if mark.is_named_only:
        return False
    if repository is None and mark.has("subfond") and not mark.has("delo"):
        return False
    addressed = any(name in _ADDRESSES for name, _ in mark.parts)
    return len(mark.parts) + bool(mark.leaves) > 1 and (addressed or (whole and bool(repository)))


def _mark_reading(page: Canvas, archive: Archive, mark: Shelfmark) -> Reading:
    named = [("name", archive.fond_name)] if archive.fond_name and not mark.has("name") else []
    if named and not mark.has("fond") and (division := _DIVISION.search(page.plain, archive.start, mark.start)):
        named = [("fond", division.group())]
    parts = mark.parts + named
    if archive.repository and "ae" in archive.repository.parts and not mark.has("ae"):
        parts = [("ae" if name == "delo" else name, value) for name, value in parts]  # "File 194" of a Bulgarian fond
    reference = ArchivalReference(
        archive.repository,
        tuple(parts),
        mark.leaves,
        mark.unit,
        mark.image,
        mark.extent,
        cited_as=archive.cited_as,
        written=page.written(archive.start, mark.end),
    )
    return Reading(archive.start, mark.end, reference, tuple(mark.slips), mark.is_plural)


def _read_chinese(page: Canvas, start: int) -> Reading | None:
    """Read a call number behind the name of an archive that ends in 档案馆, with the leaf or page behind it."""
    match = _CHINESE.match(page.plain, start) or _PROVINCIAL.match(page.plain, start)
    if match is None:
        return None
    name = page.written(*match.span("name"))
    repository = Repository(
        fold(name.partition(" (")[0]), name.partition(" (")[0], language="zh", parts=("call-number",), known=False
    )
    found = Segments(start, match.end("call"), [("call-number", match["call"])])
    if match.end() > match.end("call") and (leaves := read_leaves(page, match.end())):
        found.leaves, found.end = leaves.ranges, leaves.end + page.plain.startswith(("页", "頁"), leaves.end)
    return Reading(start, found.end, segment_reference(page, repository, found, name, start, found.end))


def _read_ibid(reader: Reader, start: int, before: ArchivalReference | None) -> Reading | None:
    """Read "ibid." with what differs from the reference before it."""
    ibid = _IBID.match(reader.page.skeleton, start)
    if before is None or ibid is None:
        return None
    own = before.repository
    if own and own.alone and (marked := read_segments(reader.page, ibid.end(), own)).has(own.parts[0]):
        reference = segment_reference(reader.page, own, marked, before.cited_as, start, marked.end)
        return Reading(start, marked.end, reference)
    if own and own.family == "segments" and (found := read_labelled_leaves(reader.page, ibid.end(), own)):
        written = reader.page.written(start, found.end)
        return Reading(start, found.end, replace(before, leaves=found.leaves, unit=found.unit, written=written))
    mark = read_shelfmark(reader.page, ibid.end(), papka="papka" in dict(before.parts))
    if mark.is_empty and not reader.whole:
        return None
    end = mark.end if not mark.is_empty else start + len(ibid.group().rstrip(" .,"))
    reference = inherited(before, mark) if not mark.is_empty else before
    return Reading(start, end, replace(reference, written=reader.page.written(start, end)), tuple(mark.slips))


def _continued(reader: Reader, reading: Reading) -> Reading | None:
    """Read a further reference that a joint ties to the one before, and that leaves out what they share."""
    page = reader.page
    joint = _JOINT.match(page.skeleton, reading.end)
    repository = reading.reference.repository
    if joint is None or repository is None or repository.family != "fond":
        return None
    label = LABEL.match(page.skeleton, joint.end())
    if label and label.lastgroup in _FIRSTS and not EXTENT.match(page.skeleton, label.end()):
        mark = read_shelfmark(page, joint.end(), papka=repository.has_papka)
    elif reading.is_plural and not reading.reference.leaves:
        mark = read_further_file(page, joint.end())
    else:
        return None
    if mark.is_empty:
        return None
    reference = replace(inherited(reading.reference, mark), written=page.written(joint.end(), mark.end))
    return Reading(joint.end(), mark.end, reference, tuple(mark.slips), mark.is_plural)


def inherited(before: ArchivalReference, mark: Shelfmark) -> ArchivalReference:
    """Return the reference of a shelf mark that leaves out the archive and its first parts, as given before it."""
    own = before.repository.parts if before.repository else ()
    first = min((rank(name, own) for name, _ in mark.parts), default=(99, 99))
    shared = tuple(part for part in before.parts if rank(part[0], own) < first)
    return ArchivalReference(
        before.repository,
        shared + tuple(mark.parts),
        mark.leaves,
        mark.unit if mark.leaves else "leaf",
        mark.image,
        mark.extent,
        cited_as=before.cited_as,
    )
