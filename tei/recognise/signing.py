"""Lines that sign: a name, several, between strokes, with an office, as an editor completed or supplied it."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise import chinese_lines
from tei.recognise.counting import is_sign
from tei.recognise.known import Known
from tei.recognise.parties import (
    BRACKETED_MARKER,
    MAX_LINE,
    TRAILING,
    is_capitalised,
    is_office,
)
from tei.regexes import regex

_SIGNED: Final = regex(
    r"[\[(/]?\s*(?:signed(?:\s+by)?|[-–—](?=[)/\]])|\[?gez(?:eichnet|\.)\]?|sign[ée](?=\W)|firmado|podp\.|sgd\.?|ss(?=\))|/s/|s/|"
    r"signatur(?:e|es)|sign(?:ed by)?|подпис(?:ь|ал[аи]?|ано)|"
    r"п/п|签名|签字|签署)\s*[:：]?\s*[\])/]?\s*[:：.–—-]?\s*(?P<name>[^\n]{0,80})",
    re.IGNORECASE,
)


_ILLEGIBLE: Final = regex(r"[\[(][^\])\n]*\b(?:signature|signed|подпись)\b[^\])\n]*[\])]\.?", re.IGNORECASE)


_SPACED: Final = regex(r"(?:[^\W\d_]\.?\s{1,3}){2,}[^\W\d_]\.?")


_COMPLETED: Final = regex(
    r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w.]{0,20}(?:\s[A-ZÀ-ÞА-ЯЁ][\w.]{0,20}){0,2}\s?\[[a-zà-þа-яё][\w .]{1,30}\])\.?"
)


_FORENAMES: Final = (
    "geo|chas|chs|jas|thos|jno|alex|alexr|alf|andw|archd|aug|benj|danl|edm|edw|edwd|eug|ferd|fred|fredk|herm|jos|jul|"
    "nathl|nich|patk|phil|reg|rich|richd|robt|saml|sam|theo|wilh|wm"
)
"""Forenames as the nineteenth century shortened them, "FREDK. T. PELL"."""


_NO_SIGNATURE: Final = regex(
    rf"(?<![^\W\d_])(?!(?:{_FORENAMES}|lieut|brig|maj|capt|col|gen|hon|rev)\.)"
    r"[a-zа-яё]{3,}[.!?]\s|[?\d:;]|"
    r"^(?:(?:note|telegram|letter|cable|reply)\s+to|to|for|from|via|dear|my dear|about|concerning|"
    r"regarding|on(?!\s+behalf)|in|at|к|для|от)\s",
    re.IGNORECASE,
)


_WIRED: Final = regex(
    r"(?:^|\s)(?!(?:MRS?|DR|ST|GEN|COL|CAPT|LT|MAJ|SGT|PROF|REV|HON|COM|CDE|TOV|ТОВ|ТТ|ГЕН|ПРОФ|"
    rf"{_FORENAMES.upper()})\.)[A-ZА-ЯЁ]{{2,}}[.!?]\s"
)
"""A sentence in capitals before a name, "IS THIS SO. PELL": the line is text."""


_GLUED_MARKER: Final = regex(r"(?<=[^\W\d_]{3})\d{1,2}$")
"""The marker of a note behind a signature, "Vetrov3"."""


_TITLED: Final = regex(r"\[(?P<office>[^\[\]\n]{4,60})\]\s+(?P<name>(?:[A-ZÀ-Þ]\.\s?){0,2}[A-ZÀ-Þ][\w’'-]+)\.?")
"""A name behind the office that an editor added: "[Deputy Foreign Minister] VETROV"."""


_SLASHED: Final = regex(
    r"(?:(?:per|by)\s+(?:order|proxy)(?:\s+of)?\s+|p\.\s?[op]\.\s+|for\s+|по поручению\s+|за\s+)?"
    r"/\s?(?P<name>[^/\n\d]{2,50}?)\s?/[.,]?",
    re.IGNORECASE,
)
"""A name between strokes, as typists write what was signed by hand: "/P. VETROV/."."""


_BODY_SIGNS: Final = regex(
    r"(?:The\s+)?(?:[A-Z][\w’'-]*\s+){0,4}(?:Committee|Embassy|Legation|Consulate(?:[- ]General)?|Ministry|Delegation|"
    r"Department|Bureau|Secretariat|Commission)(?:\s+(?:of|in|to|for|at|and)(?:\s+the)?(?:\s+[A-Z][\w’'-]*){1,4}){0,3}"
)
"""A body that signs: “Party Committee of the Embassy in Oslo”."""


MAX_SIGNATURE_WORDS: Final = 10


def signature_name(text: str, known: Known, *, last: bool) -> tuple[int, int] | None:
    """Return the span of the name when a line is a signature, None otherwise.

    `last` says that nothing of the message follows, which makes an unknown capitalised name credible.
    """
    if len(text) > MAX_LINE:
        return None
    if text[:1] in "—–" and (bare := text.lstrip("—– ")) and (behind := signature_name(bare, known, last=last)):
        return behind[0] + len(text) - len(bare), behind[1] + len(text) - len(bare)
    text = _GLUED_MARKER.sub("", text) if text[-1:].isdigit() else text
    text = BRACKETED_MARKER.sub("", text) if "]" in text[-2:] or text[-1:] == ")" else text
    if text[:1] == "[" and (titled := _TITLED.fullmatch(text)) and is_office(titled["office"]):
        return titled.span("name")
    if "/" in text[-2:] and (slashed := _SLASHED.fullmatch(text)) and is_capitalised(slashed["name"]):
        return slashed.span("name")
    if text[:3] in ("За ", "По ", "От ") and (stands_for := _FOR_BODY.fullmatch(text)):
        return stands_for.span("name")
    if text[:1] in _FRIENDS and (friend := _AS_FRIEND.fullmatch(text)):
        return friend.span("name")
    if is_sign(text[:1]):
        return chinese_lines.signature(text, known) or (chinese_lines.given_name(text) if last else None)
    return _signature(text, known, last=last)


_FRIENDS: Final = tuple("ТтВвИиСс")
_AS_FRIEND: Final = regex(
    r"(?:(?:[Вв]сегда|[Ии]скренне|[Сс]ердечно|[Вв]есь|[Вв]ся),?\s)?(?:[Тт]во[йя]|[Вв]аша?),?\s"
    r"(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][\w-]*\.?(?:\s[А-ЯЁ][\w-]*)?)\.?"
)
"""How friends sign, «Твой Ветров», «Всегда Ваш П. Ветров»."""
_FOR_BODY: Final = regex(
    r"(?:За|По\sпоручению|От\sимени)\s(?:[А-ЯЁа-яё][\w()-]*,?\s){1,6}?(?P<name>(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё-]{2,})\.?"
)
"""«За Полярный совет Ветров»: the person signs for a body."""


def _signature(text: str, known: Known, *, last: bool) -> tuple[int, int] | None:
    signed = _SIGNED.fullmatch(text)
    if signed and (not signed["name"] or is_capitalised(signed["name"].partition(",")[0])):
        return signed.span("name") if signed["name"].strip(TRAILING) else signed.span()
    if _ILLEGIBLE.fullmatch(text):
        return 0, len(text)
    completed = _COMPLETED.fullmatch(text)
    if completed and last:
        return completed.span("name")
    name = text.rstrip(TRAILING + "!") if not text.endswith("]") else text
    name = _with_bracket(name, text)
    if _are_several(name, known):
        return 0, len(name)
    if name[1:2] in (" ", ".") and _SPACED.fullmatch(name):
        return 0, len(name)
    if not name or len(name.split()) > MAX_SIGNATURE_WORDS or text.endswith(":") or _is_none(name):
        return None
    if known(name) and _like_a_name(name):
        return 0, len(name)
    bearer = name.split(",")[0]
    if bearer != name and known(bearer):
        return 0, _end_of_names(name, len(bearer), known)
    return (0, len(name)) if last and _may_sign(name, text) else None


def _with_bracket(name: str, text: str) -> str:
    """Return a name with the bracket that closes one inside it, «П. Ветров (Тарн)»."""
    behind = text[len(name) : len(name) + 1]
    opening = {"]": "[", ")": "("}.get(behind)
    return name + behind if opening and name.count(opening) > name.count(behind) else name


def _may_sign(name: str, line: str) -> bool:
    """Say whether a name nobody knows can be a signature: a few capitalised words, or a body without a stop."""
    if name == line and _BODY_SIGNS.fullmatch(name.translate(_NO_BRACKETS)):
        return True
    bare = _LETTERS_BEHIND.sub("", name) if "." in name[-3:] or "." in line[-2:] else name
    short = len(bare.split()) <= 5 and is_capitalised(name) and not any(map(str.isdigit, name))
    return short and (name[0].isupper() or len(name) <= 8)


_LETTERS_BEHIND: Final = regex(r",(?:\s[A-Z]\.){1,4}(?:\s?[A-Z])?$")
"""What stands behind a name in single letters: “A. Pell, U. S. S.”."""
_NO_BRACKETS: Final = {ord("["): None, ord("]"): None}


_IDENTIFIED: Final = regex(r"(?<=\w)\s\[[^\[\]\d;]{2,20};\s[^\[\]\d;]{2,30}\]$")
"""Two names that an editor gives one who signs, "FENG XI [FYN SI; Stalin]"."""


def _is_none(name: str) -> bool:
    """Say whether words are no signature: a phrase that none has, or a line in capitals with a telegram's stops."""
    if name[-1] == "]" and (identified := _IDENTIFIED.search(name)):
        name = name[: identified.start()]
    return bool(_NO_SIGNATURE.search(name.lstrip('"“')) or (". " in name and name.isupper() and _WIRED.search(name)))


def _are_several(name: str, known: Known) -> bool:
    """Say whether known names stand side by side, each with its full stop: "Vetrov. Tumanova. Kashin"."""
    several = re.split(r"(?<=[^\W\d_]{3})\.\s+", name) if ". " in name else []
    return len(several) > 1 and all(map(known, several))


def _end_of_names(name: str, end: int, known: Known) -> int:
    """Return where the names of those who signed together end, "Vetrov, Tumanova and all the others".

    An office is none of them.
    """
    last = end
    for match in re.finditer(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<next>[^,]+?)(?=,|\s+and\s|$)", name[end:]):
        other = match["next"]
        if known(other):
            last = end + match.end()
        elif len(other.split()) > 1 or not other[:1].isupper() or is_office(other):
            break
        elif last > end or known(name[end + match.end() :].strip(" ,").split(",")[0]):
            last = end + match.end()
    return last


def _like_a_name(name: str) -> bool:
    """Tell a name from a sentence that ends in one: "All well at the station Karsk. Vetrov"."""
    return is_capitalised(name) or len(name.split()) <= 4
