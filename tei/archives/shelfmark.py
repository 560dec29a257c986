"""Read a shelf mark of the fond kind (fond, opis, delo, leaves) at one place of a text.

The reader goes from label to label. It never goes back in the text, and between two labels it steps over a few
characters at most, so that reading takes time linear in what is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tei.archives.labels import DOTTED, EXTENT, LABEL, PLURALS, SLIPS, SMALL, VALUE, expression
from tei.archives.leaves import LeafRange, read_leaves
from tei.archives.script import Canvas, is_cyrillic, pattern, settle
from tei.regexes import regex

_GAP: Final = regex(r"(?: {0,3}\n? {0,3})[.,:;\-/|]{0,2}(?: {0,3}\n? {0,3})")
_LEAVES_GAP: Final = regex(r" {0,3},? {0,3}\n? {0,3}\(?")
_PARENTHESIS: Final = regex(r" ?[(\[](?P<name>[^()\[\]\n]{1,60})[)\]]")
_SUBFOND: Final = regex(
    pattern(
        r"[ ,]{1,2}(?P<text>[^\W\d_][^;()\n]{0,40}?)"
        rf"(?=[ .,]{{1,3}}(?:{expression('opis')}|{expression('karton')})\.? ?\d)"
    )
)
_BARE_LEAVES: Final = regex(r", {1,2}(?=\d{1,5}[a-zа-я]?(?:-\d{1,5}[a-zа-я]?)?(?:[.;)\]]|$|,? and |\n))")
_JOINT: Final = regex(r" {0,2}[/\-.,:]? {0,2}")
_NAMED: Final = ("fond", "opis", "delo")
LEAF_TYPES: Final = ("leaf", "page", "image")


@dataclass(slots=True)
class Shelfmark:
    """A shelf mark as far as it was read: parts with their places, leaves, what was odd about it (code, start, end)."""

    start: int
    end: int
    parts: list[tuple[str, str]] = field(default_factory=list)
    leaves: tuple[LeafRange, ...] = ()
    unit: str = "leaf"
    image: str = ""
    extent: str = ""
    slips: list[tuple[str, int, int]] = field(default_factory=list)
    is_plural: bool = False

    def has(self, part: str) -> bool:
        """Tell whether a part of that type has been read."""
        return any(name == part for name, _ in self.parts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read."""
        return not (self.parts or self.leaves or self.image)


def read_shelfmark(page: Canvas, position: int, *, papka: bool = False) -> Shelfmark:
    """Read labelled parts from `position` on, where a label stands; `papka` tells that the archive has papki."""
    mark = Shelfmark(position, position)
    _read_labelled(page, position, mark, papka=papka)
    return mark


def read_unlabelled(page: Canvas, position: int, parts: tuple[str, ...]) -> Shelfmark:
    """Read bare numbers ("558 11 330 95", "558/11/330, 95") as the parts of an archive in order, then as leaves.

    Labels may begin at any place ("Р-274. Оп. 3. Д. 291").
    """
    mark = Shelfmark(position, position)
    place = position
    for part in parts:
        value = SMALL.match(page.plain, place)
        if value is None:
            break
        mark.parts.append((part, value.group()))
        mark.end = value.end()
        joint = _JOINT.match(page.plain, mark.end)
        place = joint.end() if joint else mark.end
    mark.slips.append(("unlabelled", position, mark.end))
    if len(mark.parts) == len(parts) and place > mark.end and (leaves := read_leaves(page, place)):
        mark.leaves, mark.end = leaves.ranges, leaves.end
    elif mark.parts:
        _read_labelled(page, _next_place(page, mark), mark, papka="papka" in parts)
    return mark


def read_further_file(page: Canvas, position: int) -> Shelfmark:
    """Read one more file of a list ("dd. 330, 331") with the leaves that follow it."""
    mark = Shelfmark(position, position)
    if value := SMALL.match(page.plain, position):
        mark.parts.append(("delo", value.group()))
        mark.end, mark.is_plural = value.end(), True
        _read_labelled(page, _next_place(page, mark), mark, papka=False)
    return mark


def _read_labelled(page: Canvas, place: int | None, mark: Shelfmark, *, papka: bool) -> None:
    while place is not None and len(mark.parts) < 12:
        if not _read_item(page, place, mark, papka=papka):
            break
        place = _next_place(page, mark)
    _read_rest(page, mark)
    _settle(mark, papka=papka)


def _next_place(page: Canvas, mark: Shelfmark) -> int | None:
    """Step to the next label; over a name in parentheses or a subfond after the fond, which are kept."""
    if mark.leaves:
        return None
    last = mark.parts[-1][0] if mark.parts else ""
    if (named := _PARENTHESIS.match(page.plain, mark.end)) and last in _NAMED:
        if last == "fond":
            mark.parts.append(("name", named["name"].strip()))
            mark.end = named.end()
        elif place := _label_behind(page, named.end()):
            return place
    if place := _label_behind(page, mark.end):
        return place
    if last == "fond" and (subfond := _SUBFOND.match(page.skeleton, mark.end)):
        text = page.plain[subfond.start("text") : subfond.end("text")]
        mark.parts.append(("subfond", _with_stop(text, page.plain[subfond.end() : subfond.end() + 1])))
        mark.end = subfond.end()
        return _next_place(page, mark)
    return None


def _label_behind(page: Canvas, position: int) -> int | None:
    """Return where the next label begins, if nothing but punctuation stands before it."""
    gap = _GAP.match(page.skeleton, position)
    place = gap.end() if gap else position
    return place if LABEL.match(page.skeleton, place) else None


def _with_stop(text: str, after: str) -> str:
    """Keep the stop of an abbreviated year ("1898 g."), drop the one that ends the part."""
    return text + "." if after == "." and re.search(r" [гg]$", text) else text


def _read_item(page: Canvas, place: int, mark: Shelfmark, *, papka: bool) -> bool:
    """Read one label and its value; False where none stands there or it belongs to the next reference."""
    label = LABEL.match(page.skeleton, place)
    if label is None:
        return False
    part = _meaning(page, label, mark, papka=papka)
    if part in LEAF_TYPES:
        return _read_leaf_item(page, label, part, mark)
    if not part or _goes_back(part, mark, papka=papka):
        return False
    value = VALUE.match(page.plain, label.end()) or (_called(page, label) if part == "fond" else None)
    if value is None:
        return False
    _note_slip(label, mark)
    mark.parts.append((part, _meant(page, label, value, mark)))
    mark.end = value.end()
    mark.is_plural = label[part] in PLURALS
    if part in ("fond", "opis") and page.plain.startswith("号", mark.end):
        mark.end += 1
    return True


def _called(page: Canvas, label: re.Match[str]) -> re.Match[str] | None:
    """Match the name of a fond that has no number, «ф. Китайский стол, оп. 4», as older archives have."""
    return _CALLED.match(page.plain, label.end()) if is_cyrillic(page.plain[label.start() : label.end()]) else None


_CALLED: Final = regex(r"[А-ЯЁ][^\d,.;:()\n]{2,48}(?=[.,] {0,2}[оОoO][пПnp]\.? ?\d)")


def _meant(page: Canvas, label: re.Match[str], value: re.Match[str], mark: Shelfmark) -> str:
    """Return a value; a Latin letter before its number, behind a Cyrillic label, stands for its Cyrillic twin."""
    text = value.group().strip()
    prefix = re.match(r"[ABCEHKMOPTXY](?=[-. ]?\d)", text)
    if prefix is None or not is_cyrillic(page.plain[label.start() : label.end()]):
        return text
    mark.slips.append(("alphabet", value.start(), value.end()))
    return settle(prefix.group(), cyrillic=True) + text[1:]


def _meaning(page: Canvas, label: re.Match[str], mark: Shelfmark, *, papka: bool) -> str:
    """Decide what a label means where it stands: "P. 72" is a papka, "p. 16" behind a file is a page."""
    part = label.lastgroup or ""
    word = label[part]
    if part == "papka" and word in ("p", pattern("п")) and mark.has("delo"):
        following = LABEL.match(page.skeleton, _after_value(page, label.end()))
        meant = page.plain[label.start(part)].isupper() or (following and following.lastgroup == "leaf")
        return "papka" if papka and meant and not mark.has("papka") else "page"
    if part == "papka" and word == "p" and mark.parts and not (papka or page.plain[label.start(part)].isupper()):
        following = LABEL.match(page.skeleton, _after_value(page, label.end()))
        return "papka" if following and following.lastgroup == "delo" else "page"
    if part == "folder" and papka:
        return "papka"
    if word == "list" and mark.has("fond") and not mark.has("opis"):
        following = LABEL.match(page.skeleton, _after_value(page, label.end()))
        return "opis" if following and following.lastgroup == "delo" else part
    if word in DOTTED and not label.group().startswith(f"{word}."):
        return ""
    if word == "№" and not mark.has("opis"):
        return ""
    return part


def _after_value(page: Canvas, position: int) -> int:
    value = VALUE.match(page.plain, position)
    gap = _GAP.match(page.skeleton, value.end()) if value else None
    return gap.end() if gap else position


def _goes_back(part: str, mark: Shelfmark, *, papka: bool) -> bool:
    """Tell a part that begins another reference: one that was read before, a fond, or an opis after the file."""
    if part == "delo" and papka and not mark.has("papka"):
        return sum(name == "delo" for name, _ in mark.parts) > 1
    if mark.has(part) or (part == "fond" and mark.parts):
        return True
    return part == "opis" and mark.has("delo")


def _read_leaf_item(page: Canvas, label: re.Match[str], part: str, mark: Shelfmark) -> bool:
    leaves = read_leaves(page, label.end())
    if leaves is None:
        return False
    _note_slip(label, mark)
    if part == "image":
        mark.image, mark.end = page.plain[label.end() : leaves.end], leaves.end
        return False
    mark.leaves, mark.end, mark.unit = leaves.ranges, leaves.end, part
    mark.slips += [("zeros", label.end(), leaves.end)] if leaves.zeros else []
    mark.slips += [("elided", label.end(), leaves.end)] if leaves.elided else []
    return True


def _note_slip(label: re.Match[str], mark: Shelfmark) -> None:
    part = label.lastgroup or ""
    if label[part] in SLIPS:
        mark.slips.append(("label", label.start(part), label.end(part)))


def _read_rest(page: Canvas, mark: Shelfmark) -> None:
    """Read what may follow the last part: bare leaves, an extent, the number of a scan."""
    if (
        mark.has("delo")
        and not (mark.leaves or mark.image or mark.is_plural)
        and (bare := _BARE_LEAVES.match(page.plain, mark.end))
    ):
        leaves = read_leaves(page, bare.end())
        year = leaves and len(leaves.ranges) == 1 and 1700 <= leaves.ranges[0].first.number <= 2099
        if leaves and not year:
            mark.leaves, mark.end = leaves.ranges, leaves.end
            mark.slips.append(("unlabelled", bare.end(), leaves.end))
    gap = _LEAVES_GAP.match(page.skeleton, mark.end)
    place = gap.end() if gap else mark.end
    extent = EXTENT.match(page.skeleton, place)
    if extent and mark.parts:
        text = page.plain[place : extent.end()]
        mark.extent = text if re.search(r"\b\w{1,3}\.$", text) else text.rstrip(".")
        mark.end = place + len(mark.extent)
    label = LABEL.match(page.skeleton, place)
    if label and label.lastgroup == "image" and mark.parts and not mark.image:
        _read_leaf_item(page, label, "image", mark)


def _settle(mark: Shelfmark, *, papka: bool) -> None:
    """Mend what the whole tells: a fond that holds all parts, two dela of which the first is the papka."""
    fond = next((value for name, value in mark.parts if name == "fond"), "")
    if fond.count("/") >= 2 and not mark.has("opis"):
        values = [each.strip() for each in fond.split("/")]
        mark.parts = [part for part in mark.parts if part[0] != "fond"]
        mark.parts += list(zip(("fond", "opis", "delo"), values, strict=False))
    dela = [index for index, (name, _) in enumerate(mark.parts) if name == "delo"]
    if len(dela) == 2 and papka:
        mark.parts[dela[0]] = ("papka", mark.parts[dela[0]][1])
        mark.slips.append(("papka", mark.start, mark.end))
