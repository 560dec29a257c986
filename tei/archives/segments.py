"""Read references whose parts stand between commas: American, British, German and other archives.

Each archive of the register says in templates how its own segments look ("{series}/{piece}"); the same templates write
them. Beside these there are segments that look alike everywhere: a box, a folder, a lot, a record group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tei.archives.leaves import LeafList, LeafRange, read_leaves
from tei.archives.repository import Repository
from tei.archives.script import Canvas
from tei.archives.templates import template_patterns
from tei.regexes import regex

_TEXT: Final = (
    r"(?:\([^();\n]{1,40}\)|(?![,;:\n]| [Ll]ot (?:[Ff]ile )?(?:\d\d|M)|"
    r"(?:(?<![ .-][A-Z])(?<!Vol)(?<!No)(?<!sec)|(?<=Vol\. [IVX]))\. |\.$|\)(?:\W|$)).){1,80}"
)
_FLAT: Final = r"(?:[^,;:(\n]|\([^()\n]{1,40}\)|\(){1,80}?(?=[,;:\n]|(?<!Vol)(?<!No)\. |\.?$|\)(?![\w/\-]))"

COMMON: Final[tuple[tuple[str, str], ...]] = (
    ("record-group", r"(?:RG|R\.G\.|[Rr]ecord [Gg]roup) ?(?P<v>\d{1,4}[A-Z]?)(?!\w)"),
    ("lot", r"[Ll]ot(?: [Ff]ile)?s? ?(?:No\. ?)?(?P<v>\d{2} ?-?[A-Z]-? ?\d{1,4})(?!\w)"),
    ("lot", r"(?P<v>\d{2}[ -]?[DF][ -]?\d{1,4})(?!\w)"),
    ("lot", r"[Ll]ot(?: [Ff]ile)? (?P<v>[FM][ -]?\d{1,3})(?!\w)"),
    ("box", r"(?:[Bb]ox(?:es)?|BOX)\.? ?(?:[Nn]o\.? ?)?(?P<v>(?:[A-Z]{1,3}[ -]?)?\d[\w/]{0,8}(?:-\d{1,5})?)(?!\w)"),
    ("box", r"(?P<v>CF ?\d{1,4})(?!\w)"),
    ("box", r"Box (?P<v>[A-Z](?=[^,;:\n\d]{0,20}\d)[\w/. \-]{1,30}?)(?=[,;:\n]|\.? ?$)"),
    ("folder", rf'[Ff]olders?:? (?:[Nn]o\.? )?(?P<v>"[^"\n]{{1,100}}"|{_FLAT})'),
    ("file", rf"(?:[Ss]ubject )?[Ff]iles?:? (?:[Nn]o\.? |[Nn]umber )?(?P<v>(?=[A-Z\d\"]){_FLAT})"),
    ("series", r"(?:[Mm]icrofilm )?(?:[Pp]ublication )?(?P<v>[A-Z]{1,2}[- ]?\d{2,4})(?=,? (?:[Rr]eel|[Rr]oll) )"),
    ("reel", r"(?:[Rr]eel|[Rr]oll|[Mm]icrofilm) (?:[Nn]o\.? )?(?P<v>[A-Z]?-?\d{1,5}(?:-\d{2,5})?)(?!\w)"),
    ("frame", r"(?:[Ff]rames? )?(?P<v>[DNP]\d{6}-\d{3,4})(?!\w)"),
    ("frame", r"[Ff]rames? (?P<v>\d{1,7}(?:-\d{1,7})?)(?!\w)"),
    ("volume", r"(?:[Vv]ol(?:ume|s)?|[Bb]and|[Bb]d|[Tt]om)\.? (?:[Nn]o\.? )?(?P<v>\d[\d\-]{0,8}|[IVXLC]{1,7})(?!\w)"),
    ("entry", r"[Ee]ntry (?P<v>(?:A1|P|UD|ZZ)[ -]\d{1,5}[\w\-]{0,8}|[A-Z]{0,3}-?\d{1,5}[\w\-]{0,8})(?!\w)"),
    ("document", r"[Dd]oc(?:ument|\.)? (?:[Nn]o\.? )?(?P<v>[A-Z]{0,3}-?\d{1,6})(?!\w)"),
    ("series", r"(?P<v>[Ss]eries [A-Z\d]{1,4})(?!\w)"),
    ("subseries", r"(?P<v>[Ss]ubseries [A-Z\d]{1,4})(?!\w)"),
    ("item", r"Conversation (?:No\. ?)?(?P<v>\d{1,4}-\d{1,4})(?!\w)"),
    ("item", r"[Ii]tem (?:[Nn]o\.? )?(?P<v>\d{1,6}\w?)(?!\w)"),
    ("piece", r"[Pp]iece (?:[Nn]o\.? )?(?P<v>\d{1,6}\w?)(?!\w)"),
    ("number", r"(?:No\.|Nr\.|№) ?(?P<v>[\w/\-]{1,30}(?<![/\-]))(?!\w)"),
    ("number", r"(?P<v>NL[A-Z]-[A-Z\d]{1,8}(?:-[A-Z\d]{1,6}){1,6})(?!\w)"),
    ("number", r"OA/ID (?P<v>[A-Z]{0,3}\d{3,6}(?:-\d{1,4})?)(?!\w)"),
    ("maco", r'[Mm]a[çc]o:? (?:"(?P<v>[^"\n]{1,150}?),?"|(?P<w>\d[\w./\-]{0,40}))'),
)  # fmt: skip
"""Segments of any archive: type and pattern over plain text; the group v (or w) is the value."""

DOCUMENT: Final = r"(?P<document>\d{1,2}-\d{3,4}[A-Z]?|\d{1,7}(?:[A-Za-z](?!\w)|½)?)(?![\w/]|-\d)"
DECIMAL: Final = regex(
    r"(?<![\w./\-])(?P<file>(?:Paris Peace Conf\. )?\d{3}[A-Z]?\. ?[0-9A-Za-z]{1,10}"
    r"(?:-[A-Z]{1,4}| [A-Z] \d{1,3}|(?<=\d)[A-Z][A-Za-z]{2,15}, [A-Z][a-z]{2,15})?"
    r"(?: [A-Z][A-Za-z.\-]{1,20}){0,3}(?: 19[0-4]\d)?(?: \([A-Za-z\d .]{1,30}\))?|[1-9]\d\d(?=/\d{1,2}-\d{3,4}(?!\d)))"
    rf"/{DOCUMENT}"
)
"""A number of the decimal files of the Department of State: class, then document or date (month–day year).

A class without a decimal, “320/11–2151”, counts only with a date.
"""
CLASS: Final = regex(r"(?P<file>\d{3}[A-Z]?\.[0-9A-Z]{1,10})(?![\w/])")
SUBJECT: Final = regex(
    r"(?P<file>(?:AID|AV|CSM|CUL|DEF|ECON|E|FN|FT|INCO|INT|LAB|LEG|ORG|PET|POL|PPB|PS|SCI|SOC|STR|TEL|TP|UN)"
    r"(?:(?: ?\( ?[A-Z]{2,6} ?\))?[ -]"
    r"(?:\d{1,2}(?:-\d{1,2})?(?![\d/])|[A-Z](?:[A-Z.]{0,11}[A-Z])?(?:/[A-Z]{2,12})?(?![A-Za-z])))+)"
    r"(?![\w/])"
)
"""A file of the subject-numeric system of 1963–73: "POL 17 US-IRAN", "DEF 18-3"."""
PERSONAL: Final = regex(
    rf"(?<![\w.])(?P<file>\d{{3}} [A-Z][\w'\-]{{1,25}}, "
    rf"[A-Z](?:[a-z]{{1,15}}(?: [A-Z]\.)?|\. [A-Z][a-z]{{1,15}}))(?:/{DOCUMENT}|(?=:|\.?$))"
)
"""A personnel file: 123 and a name."""

_SEPARATOR: Final = regex(r' ?[,;:、]["”]? ?\n? ?| ?\n? ?[(\[]|\. ?\n? ?| ?\n? ?-{0,2} ?\n? ?')
_LEAVES: Final = regex(
    r"(?:(?:[Ff]ols?|[Ff]olios?|fos?|ff?|[Ff]l|Bl|Blatt|Bll|ll?|[Ll]eaf|[Ll]eaves|[Ss]heets?|[Tt]ờ|"
    r"(?P<page>pp?|S|[Pp]ages?|Seiten?))\.? ?"
    r"|(?P<wide>第 ?|[页頁]码?:? ?))(?=\d)"
)
_KARTA: Final = regex(r"(?:kk?\.|karty?|(?P<page>s\.|str\.)) ?(?=\d)")
"""A leaf as Polish archives have it: elsewhere "k." is a box."""
_BEHIND_BARE: Final = regex(r"(?! ?[^\W\d_]|[\w/\-]|\.\d)")
_CHUNK: Final = regex(
    rf"\d\d? [A-Z][a-z]{{2,8}}\.? (?:19)?\d\d(?!\d)|"
    rf"(?=\(?\d\d?/|\[[A-Z]|[Ss]ec(?:tion|\.) \d|[A-Z\dÀ-ÞĂČĆĎĐĘĚŁŃŇŐŘŚŠŞȘŢȚŤŮŰŹŻŽ《『\u4e00-\u9fff\"'А-ЯЁ]){_TEXT}"
)
_FORM: Final = regex(
    r" ?: ?(?P<form>(?:Circular )?"
    r"(?:[Aa]irgram|[Tt]elegram|[Dd]espatch|[Dd]ispatch|[Ll]etter|[Mm]emorandum|[Cc]able|[Nn]ote))\b"
)
_LEVEL: Final = (
    r"(?:No classification(?: marking)?|Personal and (?:Secret|Confidential)|Top Secret|Secret|Confidential|Restricted|"
    r"Unclassified|(?:Limited |For )?Official Use(?: Only)?)"
)
_LEVELS: Final = regex(_LEVEL)
_CLASSIFICATION: Final = regex(rf"\. ?\n? ?(?P<level>{_LEVEL}(?:[;,] [A-Z][\w /]{{1,30}}){{0,6}})")
HOLDINGS: Final = regex(
    r"(?<![^\W_])(?:Files?|Papers|Series|Collections?|Records|Correspondence|Tapes|Diar(?:y|ies)|Memoranda|Materials)(?!\w)"
    r"(?: (?:of|for) [A-Z][\w. ]{2,40})?(?:,? (?:1[89]|20)\d\d(?:-\d{2,4})?)?"
)
"""The end of what names a collection that has no number: "National Security Files", "Dulles–Herter Series"."""
_NUMBER_SIGN: Final = regex(r"(?:No|Nr)\. ?|№ ?")
_CLASS_AND_NUMBER: Final = regex(r"^(ADM|AIR|CAB|CO|DEFE|DO|FCO|FO|HS|HW|KV|PREM|WO)/?(\d{1,4})$")
_PLACES: Final = frozenset(
    {"MD", "Md.", "D.C.", "Washington", "Washington D.C.", "USA", "United States", "UK", "London", "Berlin", "DC"}
)
_ARCHIVES: Final = regex(
    r"(?:the )?(?:U\.?S\.? )?(?:National Archives|NARA)(?!\w)|[A-Z]\w+ (?:Presidential )?Library(?!\w)"
)
"""An archive named behind a box, which is no folder in it."""
_HOLDERS: Final = ("box", "lot", "reel", "accession", "call-number", "volume")
"""Parts in which folders lie."""
PEACE_RECORDS: Final = "256"
"""Record Group 256 holds those of the American commission at the Paris Peace Conference."""
STATE_RECORDS: Final = "59"
"""Record Group 59 of the National Archives holds the central files and the D lots of the Department of State."""


@dataclass(slots=True)
class Segments:
    """What was read of a reference of this family, and where it ended; `is_bare` where its first part has no label."""

    start: int
    end: int
    parts: list[tuple[str, str]] = field(default_factory=list)
    leaves: tuple[LeafRange, ...] = ()
    unit: str = "page"
    form: str = ""
    classification: str = ""
    is_bare: bool = False

    def has(self, part: str) -> bool:
        """Tell whether a part of that type has been read."""
        return any(name == part for name, _ in self.parts)


class _Waiting(NamedTuple):
    """A segment that nothing marks as a part, until what follows tells; and where it ends."""

    text: str
    behind: int
    start: int
    end: int
    at: int


_COMPILED: Final = tuple((part, regex(expression)) for part, expression in COMMON)


def read_segments(page: Canvas, position: int, repository: Repository, *, whole: bool = False) -> Segments:
    """Read segments from `position` on; with `whole` also those at the end that nothing marks as a part."""
    found = Segments(position, position, unit=repository.unit)
    waiting: list[_Waiting] = []
    place = position
    for _ in range(16):
        separator = _SEPARATOR.match(page.plain, place)
        at = separator.end() if separator else place
        known = len(found.parts)
        end = _read_one(page, at, found, repository)
        if end is None:
            end = _read_plain(page, place, at, found, waiting)
        elif waiting:
            behind, found.parts = found.parts[known:], found.parts[:known]
            held = {name for name, _ in behind}
            inside = _is_inside(found) and "box" not in held
            part = "folder" if inside else "series" if repository.first in held else ""
            _commit(page, waiting, found, repository, part)
            found.parts += behind
        if end is None:
            break
        place = end
        found.end = place if not waiting else found.end
    ended = place >= len(page.plain.rstrip(" .;")) or page.plain.startswith(". ", place)
    if whole and waiting and ended and not (repository.alone and _is_complete(found, repository)):
        _commit(page, waiting, found, repository, "folder" if _is_inside(found) else "")
        found.end = place
    elif waiting and repository.key and not (repository.alone or found.leaves):
        _commit_named(page, position, waiting, found, repository)
    _finish(page, found, repository)
    return found


def _is_complete(found: Segments, repository: Repository) -> bool:
    """Tell whether all parts were read that a full reference to an archive has; what follows is a remark."""
    return all(found.has(part) for part in repository.parts)


def _is_inside(found: Segments) -> bool:
    """Tell whether what follows lies in what was read, and is the title of a folder."""
    return not found.has("folder") and any(found.has(part) for part in _HOLDERS)


def _commit_named(
    page: Canvas, position: int, waiting: list[_Waiting], found: Segments, repository: Repository
) -> None:
    """Keep the segments up to the last that names a collection by its kind; what follows may be anything."""
    if not (found.parts or page.plain[position : position + 1] in (",", ":", ")")):
        return
    last = max((at for at, one in enumerate(waiting) if HOLDINGS.search(one.text)), default=-1)
    if last >= 0:
        kept = waiting[: last + 1]
        found.end = kept[-1].end
        _commit(page, kept, found, repository, "folder" if _is_inside(found) else "")


def _commit(page: Canvas, waiting: list[_Waiting], found: Segments, repository: Repository, part: str = "") -> None:
    """Keep the segments without a label as the first part that the archive's references have, or as that named."""
    kept = [one for one in waiting if not _is_place(one.text, repository)]
    waiting.clear()
    if not kept:
        return
    together = len({one.at for one in kept}) == kept[-1].at - kept[0].at + 1
    text = page.written(kept[0].start, kept[-1].end) if together else ", ".join(one.text for one in kept)
    last = found.parts[-1][0] if found.parts else ""
    if not part and last == "folder":
        joint = ": " if ":" in page.plain[kept[0].behind : kept[0].start] else ", "
        found.parts[-1] = (last, f"{found.parts[-1][1]}{joint}{text}")  # its title has commas
        return
    found.is_bare |= not part and not found.has(repository.first)
    part = part or ("series" if found.has(repository.first) else repository.first)
    found.parts.append((part, text.strip('"“”„.')) if part == "folder" else (part, text))


def _read_plain(page: Canvas, place: int, at: int, found: Segments, waiting: list[_Waiting]) -> int | None:
    """Read a segment that nothing marks: a folder behind a box, else a part of the collection's name, kept waiting."""
    joined = place == found.start or page.plain.startswith('"', at) or page.plain[place:at].strip()
    if (
        not joined
        or joined == ";"
        or len(waiting) > 7
        or found.leaves
        or ((found.parts or waiting) and joined == ".")
        or _FORM.match(page.plain, found.end)
    ):
        return None
    chunk = _CHUNK.match(page.plain, at)
    if chunk is None or _LEVELS.fullmatch(chunk.group()) or page.plain[chunk.end() : chunk.end() + 1].isalnum():
        return None
    if found.has("box") and not found.has("folder"):
        if _ARCHIVES.match(page.plain, at):
            return None
        found.parts.append(("folder", page.written(*chunk.span()).strip(' "“”„')))
    else:
        waiting.append(_Waiting(page.written(*chunk.span()).strip(), place, *chunk.span(), len(waiting)))
    return chunk.end()


def _is_place(text: str, repository: Repository) -> bool:
    return text.strip() in _PLACES or text.strip() in (repository.settlement, repository.country)


def _read_one(page: Canvas, at: int, found: Segments, repository: Repository) -> int | None:
    """Read one segment that is known by its look; return where it ends."""
    for pattern in (*template_patterns(repository.templates, repository.values), DECIMAL, PERSONAL):
        match = pattern.match(page.plain, at) or pattern.match(page.plain, _behind_number_sign(page, at))
        if match and not any(found.has(name.replace("_", "-")) for name, value in match.groupdict().items() if value):
            if pattern in (DECIMAL, PERSONAL) and repository.key != "nara":
                continue
            _keep(page, match, found)
            return match.end()
    if repository.key == "nara" and not found.has("file"):
        classed = CLASS.match(page.plain, at) if found.has("record-group") else None
        if bare := classed or SUBJECT.match(page.plain, at):
            _keep(page, bare, found)
            return bare.end()
    return _read_common(page, at, found) or _read_page_numbers(page, at, found, repository)


def read_labelled_leaves(page: Canvas, at: int, repository: Repository) -> Segments | None:
    """Read leaves or pages alone, as they stand behind "ibid."; None where no label of them stands there."""
    found = Segments(at, at, [("", "")], unit=repository.unit)
    if not (_LEAVES.match(page.plain, at) or _KARTA.match(page.plain, at)):
        return None
    end = _read_page_numbers(page, at, found, repository)
    found.end = end or at
    return found if end else None


def _behind_number_sign(page: Canvas, at: int) -> int:
    sign = _NUMBER_SIGN.match(page.plain, at)
    return sign.end() if sign else at


def _keep(page: Canvas, match: re.Match[str], found: Segments) -> None:
    written = ((name, page.written(*match.span(name)).strip()) for name, value in match.groupdict().items() if value)
    found.parts += [(name.replace("_", "-"), _undotted(name, value)) for name, value in written]


def _undotted(name: str, value: str) -> str:
    """Return a series as its archive writes it: "F.O. 371", "FO/371" and "FO371" are FO 371."""
    if name != "series":
        return value
    return _CLASS_AND_NUMBER.sub(
        r"\1 \2", value.replace(".", "") if value[1:2] == "." and value[2:3].isupper() else value
    )


def _read_common(page: Canvas, at: int, found: Segments) -> int | None:
    for part, pattern in _COMPILED:
        match = pattern.match(page.plain, at)
        if match and (part == "frame" or not found.has(part)):
            value = page.written(*match.span("v" if match["v"] else "w"))
            found.parts.append((part, value.strip(' "“”„').rstrip(",")))
            return _more_frames(page, match.end(), found) if part == "frame" else match.end()
    return None


def _more_frames(page: Canvas, end: int, found: Segments) -> int:
    further = re.compile(r"(?:,| and|, and) (?P<v>[DNP]\d{6}-\d{3,4})(?!\w)")
    while match := further.match(page.plain, end):
        found.parts.append(("frame", page.written(*match.span("v"))))
        end = match.end()
    return end


def _read_page_numbers(page: Canvas, at: int, found: Segments, repository: Repository) -> int | None:
    """Read pages or leaves, with a label, or without one after the segments of the archive's own template."""
    if found.leaves or not found.parts:
        return None
    label = _LEAVES.match(page.plain, at) or (_KARTA.match(page.plain, at) if repository.language == "pl" else None)
    if not (label or repository.templates):
        return None
    if not label and page.plain.endswith(". ", 0, at):
        return None
    leaves = read_leaves(page, label.end() if label else at)
    if leaves is None or not (label or _stands_bare(page, leaves)):
        return None
    found.leaves = leaves.ranges
    paged = label is not None and any(label.groupdict().values())
    found.unit = repository.unit if not label else "page" if paged else "leaf"
    return leaves.end + page.plain.startswith(("页", "頁"), leaves.end)


def _stands_bare(page: Canvas, leaves: LeafList) -> bool:
    """Tell page numbers without a label from a year, a date or another number."""
    year = 1700 <= leaves.ranges[0].first.number <= 2099
    return not year and bool(_BEHIND_BARE.match(page.plain, leaves.end))


def _finish(page: Canvas, found: Segments, repository: Repository) -> None:
    """Add what follows from the parts or stands behind them: the record group, the form, the classification."""
    file = dict(found.parts).get("file", "").replace("–", "-")
    state = found.has("lot") or found.has("document") or PERSONAL.match(f"{file}:") or SUBJECT.fullmatch(file)
    if repository.key == "nara" and state and not found.has("record-group"):
        foreign = "F" in dict(found.parts).get("lot", "")
        group = PEACE_RECORDS if file.startswith("Paris ") else STATE_RECORDS
        found.parts += [] if foreign else [("record-group", group)]
    if form := _FORM.match(page.plain, found.end):
        found.form = form["form"]
    if level := _CLASSIFICATION.match(page.plain, found.end + (len(form.group()) if form else 0)):
        found.classification = level["level"]
