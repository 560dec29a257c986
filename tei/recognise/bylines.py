"""People and title of a printed source: "A and B, eds., Title", "Orlov I. V. Title", "Title, ed. by A"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tei.regexes import regex
from tei.values import value

_UPPER: Final = r"A-ZÀ-ÞĀĂĄĆČĎĘĚĞĪİŁŃŇŐŘŚŞŠŤŪŮŹŻŽА-ЯЁ"
_INITIALS: Final = rf"(?:(?:[{_UPPER}]|Yu|Ya|Zh|Kh|Sh|Ch|Ts|Iu|Ia)\.\s?-?){{1,3}}"
_PARTICLE: Final = r"(?:de|van|von|der|den|la|le|du|da|dos|bin|al)"
_PART: Final = rf"[{_UPPER}][\w’'-]*"
PERSON: Final = regex(
    rf"(?:{_INITIALS}\s*)?(?:{_PARTICLE}\s+)*{_PART}(?:\s+(?:{_INITIALS}|{_PARTICLE}\s+{_PART}|{_PART})){{0,3}}",
)
_EDITED: Final = regex(
    r"[,.]?\s*[(\[]?\s*(?<!\w)(?:eds?|editors?|comp|comps|compilers?|ред|сост|отв\.\s*ред|hrsg|hg|主编|编|zhubian|"
    r"bian)(?!\w)\.?\s*[)\]]?\s*[,:.]?(?=\s|$)",
    re.IGNORECASE,
)
_EDITED_BY: Final = regex(
    r"[,.;/(]?\s*(?<!\w)(?:ed(?:ited|s)?\.?(?: and trans(?:lated|\.))?\s+by|под (?:общ(?:ей|\.)\s+)?ред(?:акцией|\.)|"
    r"red(?:aktor)?\.:?|отв\.\s*ред\.|сост\.:?)\s+"
    r"(?P<people>[^()\n;]+?)\)?[,.]?\s*$",
    re.IGNORECASE,
)
_LETTER_IN: Final = regex(r"[^,;]{2,60}\sto\s[^,;]{2,60},\s(?:[^,;]{3,24},\s){1,2}in\s+(?=[A-Z“\"])")
"""What stands before the book in a note on a letter, "Pell to Lind, 3 May 1938, in …"."""
_ED_AFTER: Final = regex(r",\s+eds?\.\s+(?P<people>[A-ZÀ-Þ][^()\n;]{3,80}?)[,.]?\s*$")
"""Editors behind the title, "Cold Letters, ed. Ada Quill"."""
MIN_TITLE: Final = 8
_TRANSLATED_BY: Final = regex(
    r",?\s*\b(?:trans(?:lated|l)?\.?|"
    r"tr\.)\s+(?:by\s+)?[A-Z][^,()]{2,60}$",
    re.IGNORECASE,
)
_AND: Final = regex(r"\s+(?:and|&|и|und|et)\s+|,\s+(?:and|&|и)\s+")
_COLON_AUTHOR: Final = regex(
    rf"(?P<author>(?:[{_UPPER}]\.\s*){{1,3}}{_PART}(?:\s{_PART})?|"
    rf"{_PART}(?:\s{_PART})?):\s+(?P<title>.+)",
    re.S,
)
_SURNAME_FIRST: Final = regex(
    rf"(?P<people>{_PART},?\s+{_INITIALS}(?:,\s*{_PART},?\s+{_INITIALS})*)\s*(?P<title>[“\"‘'«{_UPPER}].+)", re.S
)
_NATURAL: Final = regex(rf"(?P<people>{_INITIALS}\s*{_PART})\.\s+(?P<title>[{_UPPER}].+)", re.S)
_REVERSED: Final = regex(
    rf"(?P<last>{_PART}),\s+(?P<first>{_PART}(?:\s+(?:{_PART}|"
    rf"{_INITIALS}))?)\.\s+(?P<title>.+)",
    re.S,
)
_BEFORE_QUOTE: Final = regex(r"(?P<people>[^“\"«„]{3,120}?),\s+(?P<title>[“\"«„].+)", re.S)
_NO_NAME: Final = regex(
    r"\b(?:history|documents?|relations|works?|collected|selected|papers|archives?|collection|war|revolution|policy|"
    r"diary|letters|station|"
    r"telegrams|memoirs|studies|journal|bulletin|records|review|the|of|and|i|na|v|сборник|документы|история|письм[ао]|переписка|записк[аи]|архив|собрание|сочинения|материалы|воспоминания|дневники?|речи|"
    r"отношения)\b",
    re.IGNORECASE,
)
MAX_PEOPLE: Final = 6


@value()
class Byline:
    """People and title: `edited` says that the people before the title are editors; `editors` come after it."""

    people: tuple[str, ...]
    title: str
    edited: bool = False
    editors: tuple[str, ...] = ()


_VOLUME_AFTER: Final = regex(r"(?<=[\w)])\.\s+(?=(?:[ТT]\.|Кн\.|Ч\.|Вып\.|Vol\.)\s*(?:\d+|[IVXLC]+)\.?\s*$)")


def people_and_title(head: str) -> Byline:
    """Part the people from the title: an "eds." ends them, else an "and", else the first name alone."""
    head = _TRANSLATED_BY.sub("", head)
    if ", in " in head and (letter := _LETTER_IN.match(head)):
        head = head[letter.end() :]
    if ", ed" in head and (after := _ED_AFTER.search(head)) and after.start() > MIN_TITLE:
        rest = head[: after.start()]
        byline = people_and_title(rest) if _is_person(rest.partition(", ")[0]) else Byline((), rest)
        return Byline(byline.people, byline.title, byline.edited, _names(after["people"]))
    volume = _VOLUME_AFTER.search(head)
    if volume:
        byline = people_and_title(head[: volume.start()])
        return replace(byline, title=f"{byline.title}. {head[volume.end() :]}") if byline.editors else _by_people(head)
    return _by_people(head)


def _by_people(head: str) -> Byline:
    after = _EDITED_BY.search(head)
    if after and after.start() > 2 and len(after["people"].split()) <= 20:
        byline = people_and_title(head[: after.start()].strip(" ,./"))
        return Byline(byline.people, byline.title, byline.edited, _names(after["people"]))
    edited = _EDITED.search(head)
    people = head[: edited.start()] if edited else ""
    people = _GLOSS.sub("", people) if edited and edited.group()[:1] == "," else people
    if edited and edited.start() and _before_title(people):
        return Byline(_names(people), head[edited.end() :].strip(" ,.:"), edited=True)
    return _marked(head) or _listed(head)


_GLOSS: Final = regex(r"\s+\([^()\n]{3,90}\)")
"""What an office that edits is called in English: "Zhongyang dang'anguan (Central Archives), eds."."""


def _before_title(people: str) -> bool:
    return "(" not in people and not any(mark in people for mark in '“"«') and len(_names(people)) <= MAX_PEOPLE


def _marked(head: str) -> Byline | None:
    """Read people that a colon, initials after the surname, or the quotation marks of an article set apart."""
    colon = _COLON_AUTHOR.fullmatch(head)
    if colon and not _NO_NAME.search(colon["author"]):
        return Byline((colon["author"],), colon["title"])
    surname = _SURNAME_FIRST.fullmatch(head)
    if surname:
        people = re.findall(rf"{_PART},?\s+{_INITIALS}", surname["people"])
        return Byline(tuple(name.strip() for name in people), surname["title"].strip())
    natural = _NATURAL.fullmatch(head)
    if natural:
        return Byline((natural["people"],), natural["title"])
    other = _REVERSED.fullmatch(head)
    if other and not _NO_NAME.search(other["last"] + " " + other["first"]):
        return Byline((f"{other['last']}, {other['first']}",), other["title"])
    quoted = _BEFORE_QUOTE.fullmatch(head)
    if quoted and all(map(PERSON.fullmatch, _names(quoted["people"]))):
        return Byline(_names(quoted["people"]), quoted["title"])
    return None


def _listed(head: str) -> Byline:
    chunks = head.split(", ")
    last = next((i for i, chunk in enumerate(chunks[:MAX_PEOPLE]) if _AND.search(chunk) and _all_people(chunk)), None)
    if last is not None and all(map(_is_person, chunks[:last])) and len(chunks) > last + 1:
        edited = last > 0 or len(chunks) > 2
        return Byline(_names(", ".join(chunks[: last + 1])), ", ".join(chunks[last + 1 :]), edited)
    if len(chunks) > 1 and _is_person(chunks[0]) and not re.match(r"(?:vol|t|bk|book|part|pt|no)\b", chunks[1], re.I):
        return Byline((chunks[0],), ", ".join(chunks[1:]))
    return Byline((), head)


def _is_person(chunk: str) -> bool:
    return PERSON.fullmatch(chunk.strip()) is not None and len(chunk.split()) <= 5 and not _NO_NAME.search(chunk)


def _all_people(chunk: str) -> bool:
    return all(_is_person(name) for name in _AND.split(chunk))


def _names(text: str) -> tuple[str, ...]:
    pieces = (name.strip(" ,;") for part in re.split(r"[,;]\s+", text) for name in _AND.split(part))
    return tuple(name for name in pieces if name and name not in ("and", "и", "&"))
