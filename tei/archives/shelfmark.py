"""Read a shelf mark of the fond kind (fond, opis, delo, leaves) at one place of a text.

The reader goes from label to label. It never goes back in the text, and between two labels it steps over a few
characters at most, so that reading takes time linear in what is read.
"""

from __future__ import annotations

import re
from typing import Final

from tei.archives.labels import EXTENT, LABEL, PLURALS, SLIPS, SMALL, VALUE, expression
from tei.archives.leaves import read_leaves
from tei.archives.marks import Shelfmark
from tei.archives.meaning import GAP, meaning
from tei.archives.script import Canvas, canvas, is_cyrillic, pattern, settle
from tei.regexes import regex

_LEAVES_GAP: Final = regex(r" {0,3}[,;]? {0,3}\n? {0,3}\(?")
_PARENTHESIS: Final = regex(r" ?[(\[](?P<name>[^()\[\]\n]{1,120})[)\]]")
_SUBFOND: Final = regex(
    pattern(
        r"[ ,.]{1,3}(?P<text>(?:\d{1,2}-?[йя]? ?(?=эксп|отд|дел|д-во))?[^\W\d_](?:[^;()\n]|\([^\W\d_]{1,12}\)){0,50}?)"
        rf"(?=[ .,]{{1,3}}(?:{expression('opis')}|{expression('karton')}|стб)\.? ?\d"
        r"|(?:(?<=\d\d г)\.?,?|(?<=\D1[89]\d\d)[.,]) [дd]\. ?\d)"
    )
)
_NAMED_FOND: Final = regex(
    pattern(
        r"(?P<name>[«\"“]?[^\W\d_][^;()\d\n]{2,60}?)"
        r"(?=[ .,]{1,3}(?:[12]\d{3} г\.,? )?"
        rf"(?:{expression('opis')}|{expression('karton')}|[дd](?:elo|ело)?)\.? ?\d)"
    )
)
"""A fond that has a name and no number: «ф. Референтура по Китаю, оп. 42»."""
_MARK_OF_FOND: Final = regex(r" ?[«\"“][^\W\d_]{1,3}[»\"”]")
"""A letter in quotation marks behind a number: «ф. 48 "З", оп. 11"б"»."""
_LETTER_APART: Final = regex(r" [а-вд-зa-c](?=[.,;])")
_QUOTED: Final = regex(r' ?"(?P<name>[^"\n]{4,80})"')
"""The name of a fond behind its number: «ф. 143 «Северный стол»»."""
_YEAR: Final = regex(
    r"[., ]{1,3}(?:(?:[Ии]сх|[Вв]х)(?:одящие)?\.? )?"
    r"(?:\d{1,2}(?:-?[йя])? эксп[^\W\d_]{0,7}[., ]{1,3})?(?:1[5-9]|20)\d\d(?:-\d{2,4})?"
    r"(?: ?(?:гг?|gg?|год|god)(?![^\W\d_])(?: \([гg]\.\))?)?(?=\.|,| )"
)
"""The year by which the old ministries kept their files, between an inventory or file and what follows it."""
_LETTER_OF_PART: Final = regex(r"(?:,? лит\.?)? [«\"]?[^\W\d_a-zа-я][»\"]?(?=[.,] )")
"""The letter of a part of a file: "ч. 57 Б", «ч. 3, лит. А»."""
_BARE_LEAVES: Final = regex(r", {1,2}(?=\d{1,5}[a-zа-я]?(?:-\d{1,5}[a-zа-я]?)?(?:[.;)\]]|$|,? and |\n))")
_ONE_FOR_L: Final = regex(r",\n? ?(?P<label>11?)\. ?(?=\d)")
"""The label of a leaf, read as one or two ones: "d. 22, 11. 14-15"."""
_TITLE_OF_FILE: Final = regex(pattern(r", {1,2}\"?[^\W\d_][^;().\n]{3,90}, {1,2}(?=(?:ll?|лл?)\. ?\d)"))
"""The title of a file between its number and the leaf: "d. 8, Outgoing telegrams for 1938, l. 70"."""
LATVIAN: Final = regex(
    r"(?<![\w.])(?P<fond>(?:[a-z]{1,2}-)?\d{1,5}[a-z]?)\. ?f(?:onds)?\.?,? {1,2}"
    r"(?P<opis>\d{1,4}[a-z]{0,2})\. ?apr(?:aksts)?\.?"
    r"(?:,? {1,2}(?P<delo>\d{1,6}[a-z]?)\. ?(?:l(?:ieta)?|vien(?:iba)?)(?![^\W\d_])\.?"
    r"(?:,? {1,2}(?P<leaf>\d{1,5}\.?(?:-\d{1,5}\.?)?) ?lp\.?)?)?"
)
"""Fond, inventory, file and leaf as Latvian archives have them: every label behind its number."""
_JOINT: Final = regex(r" {0,2}[/\-.,:]? {0,2}")
_NAMED: Final = ("fond", "opis", "delo")
LEAF_TYPES: Final = ("leaf", "page", "image")


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


def read_latvian(page: Canvas, position: int) -> Shelfmark:
    """Read a shelf mark whose labels follow their numbers ("2570. f., 13. apr., 1240. l., 12. lp.")."""
    match = LATVIAN.match(page.skeleton, position)
    mark = Shelfmark(position, position)
    if match is None:
        return mark
    mark.end = match.end()
    mark.parts = [(part, page.plain[slice(*match.span(part))].strip()) for part in _NAMED if match[part]]
    if match["leaf"] and (leaves := read_leaves(canvas(match["leaf"].replace(".", "")), 0)):
        mark.leaves = leaves.ranges
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
    if last == "fond" and (quoted := _QUOTED.match(page.plain, mark.end)) and _label_behind(page, quoted.end()):
        mark.parts.append(("name", quoted["name"].strip()))
        return _label_behind(page, quoted.end())
    if last == "fond" and (subfond := _SUBFOND.match(page.skeleton, mark.end)):
        text = page.plain[subfond.start("text") : subfond.end("text")]
        mark.parts.append(("subfond", _with_stop(text, page.plain[subfond.end() : subfond.end() + 1])))
        mark.end = subfond.end()
        return _next_place(page, mark)
    if last in ("fond", "opis", "delo") and (year := _YEAR.match(page.plain, mark.end)):
        place = _label_behind(page, year.end())
        label = LABEL.match(page.skeleton, place) if place else None
        if label and (last != "delo" or label.lastgroup in ("leaf", "chast", "tom")):
            return place
    return None


def _label_behind(page: Canvas, position: int) -> int | None:
    """Return where the next label begins, if nothing but punctuation stands before it."""
    gap = GAP.match(page.skeleton, position)
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
    part = meaning(page, label, mark, papka=papka)
    if part in LEAF_TYPES:
        return _read_leaf_item(page, label, part, mark)
    if (
        page.plain[label.start() : label.start() + 2].lower() in ("kh", "х/")
        and mark.has("delo")
        and not mark.has("opis")
    ):
        mark.parts = [("opis" if name == "delo" else name, value) for name, value in mark.parts]  # "D." was a dans
    if not part or _goes_back(part, mark, papka=papka):
        return False
    value = VALUE.match(page.plain, label.end())
    if value is None:
        return part == "fond" and _read_named_fond(page, label.end(), mark)
    _note_slip(label, mark)
    mark.parts.append((part, _meant(page, label, value, mark)))
    mark.end = value.end()
    if part == "chast" and (letter := _LETTER_OF_PART.match(page.plain, mark.end)):
        mark.parts[-1] = (part, mark.parts[-1][1] + letter.group())
        mark.end = letter.end()
    if part in _NAMED and (ended := _letter_of_number(page, mark.end)):
        mark.parts[-1] = (part, mark.parts[-1][1] + page.written(mark.end, ended))
        mark.end = ended
    mark.is_plural = label[part] in PLURALS
    if part in ("fond", "opis") and page.plain.startswith(("号", "號"), mark.end):
        mark.end += 1
    return True


def _letter_of_number(page: Canvas, place: int) -> int | None:
    """Return where the letter of a number ends that stands apart from it: «ф. 48 "З"», «оп. 86 а. Д. 2»."""
    if quoted := _MARK_OF_FOND.match(page.plain, place):
        return quoted.end()
    apart = _LETTER_APART.match(page.plain, place)
    if apart is None or LABEL.match(page.skeleton, place + 1) or not _label_behind(page, apart.end()):
        return None
    return apart.end()


def _read_named_fond(page: Canvas, place: int, mark: Shelfmark) -> bool:
    """Read the name of a fond that has no number, before the opis."""
    named = _NAMED_FOND.match(page.skeleton, place)
    if named is None or (page.plain[place].islower() and page.plain[place - 1] == "."):
        return False
    mark.parts.append(("fond", page.plain[named.start() : named.end()].strip(' «»"“”')))
    mark.end = named.end()
    return True


def _meant(page: Canvas, label: re.Match[str], value: re.Match[str], mark: Shelfmark) -> str:
    """Return a value; a Latin letter before its number, behind a Cyrillic label, stands for its Cyrillic twin."""
    text = re.sub(r" ?- ?", "-", value.group().strip().rstrip("."))
    text = re.sub(r"(?<=\d)[OО]$", "0", text)
    text = re.sub(r"(?<=\d)[lI](?=\d)|^l(?=\d)", "1", re.sub(r"(?<=\d)[OoОо](?=\d)|^[OО](?=\d{3})", "0", text))
    if text in ("П", "P"):
        mark.slips.append(("label", value.start(), value.end()))
    text = {"З": "3", "П": "11", "P": "11"}.get(text, text)  # figures that a scanner took for letters
    text = re.sub(r"^I(?=\d\d)", "1", text)
    prefix = re.match(r"[ABCEHKMOPTXY](?=[-. ]?\d)", text)
    if prefix is None or not is_cyrillic(page.plain[label.start() : label.end()]):
        return text
    mark.slips.append(("alphabet", value.start(), value.end()))
    return settle(prefix.group(), cyrillic=True) + text[1:]


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
    if mark.has("delo") and not mark.leaves and (one := _ONE_FOR_L.match(page.plain, mark.end)):
        leaves = read_leaves(page, one.end())
        if leaves:
            mark.leaves, mark.end = leaves.ranges, leaves.end
            mark.slips.append(("label", one.start("label"), one.end("label")))
    if (
        mark.has("delo")
        and not (mark.leaves or mark.image or mark.is_plural)
        and (bare := _BARE_LEAVES.match(page.plain, mark.end))
    ):
        leaves = read_leaves(page, bare.end())
        year = leaves and len(leaves.ranges) == 1 and 1700 <= leaves.ranges[0].first.number <= 2099
        if leaves and is_cyrillic(page.plain[mark.start : mark.end]) and "-" not in page.plain[bare.end() : leaves.end]:
            mark.is_plural = True  # «Д. 104, 134»: leaves are never without their label there
        elif leaves and not year:
            mark.leaves, mark.end = leaves.ranges, leaves.end
            mark.slips.append(("unlabelled", bare.end(), leaves.end))
    if mark.has("delo") and not mark.leaves and (title := _TITLE_OF_FILE.match(page.skeleton, mark.end)):
        label = LABEL.match(page.skeleton, title.end())
        if label and label.lastgroup == "leaf":
            _read_leaf_item(page, label, "leaf", mark)
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
