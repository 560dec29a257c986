"""The head of a cable as the teleprinters of American posts printed it since the 1960s: group, posts, class, subject.

“O R 121530Z JAN 74 / FM AMEMBASSY OSLO / TO SECSTATE WASHDC PRIORITY 4410 / INFO AMEMBASSY BONN / AMEMBASSY ROME /
C O N F I D E N T I A L SECTION 1 OF 2 OSLO 0231 / E.O. 11652: GDS / TAGS: PFOR, NO / SUBJECT: … / REF: …”. Each of
these lines is service matter, and each can be followed by others that go on with it: further posts under TO and INFO,
further lines of a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.cable import POSTED
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, service_line
from tei.regexes import regex

GROUP: Final = regex(
    r"(?:[A-Z]{1,2}\s){0,4}(?P<rest>\d{6}Z(?:\s?[A-Z]{3,9}\s?(?:\d{4}|\d{2}))?)(?:\s[A-Z\d-]{2,8}){0,2}"
)
"""Precedences, then day, hour, month and year: “P R 121530Z JAN 74”."""
_POST: Final = (
    r"(?:RU\w{2,6}/)?(?P<rest>[A-Z](?:[A-Z\d.,&'’() -]|/(?!/)){1,70}?)"
    r"(?:\s(?:NIACT|IMMEDIATE|IMMED|PRIORITY|FLASH|ROUTINE|"
    r"BY POUCH|\d{1,5})){0,4}(?:\s?//[^/\n]{2,24}//)?"
)
_FROM: Final = regex(rf"(?P<role>FM)\s+{_POST}")
_TO: Final = regex(rf"(?P<role>TO)\s+{_POST}")
_TO_FOR: Final = regex(
    r"(?P<role>TO)\s+(?P<rest>[A-Z][A-Z.’' ]{2,40}?)\s(?:FOR|PASS TO)\s"
    r"(?P<to>(?:(?:THE\s)?(?:SECRETARY|PRESIDENT|AMBASSADOR|GENERAL|MR|DR)\.?)(?:\s[A-Z][A-Z.’' ]{2,30})?)"
)
"""“TO PETER PELL FOR SECRETARY LIND”: to one for another."""
_INFO: Final = regex(rf"(?:INFO|XMT)\s+{_POST}")
_MORE: Final = regex(_POST)
_SEAT: Final = regex(
    r"(?:AMEMBASSY|AMCONSUL(?:ATE)?|AMLEGATION|USMISSION|USINT|USLO|AMCONGEN)\s(?P<place>[A-Z][A-Z ]+)"
)
_CLASSES: Final = (
    r"(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|LIMOFFUSE|LOU|"
    r"(?:[A-Z] ){2,}[A-Z](?:\s{1,4}(?:[A-Z] ){2,}[A-Z]){0,2})(?:\s(?:EFTO|FOUO|E F T O))?"
)
CLASS: Final = regex(_CLASSES)
_CLASSED: Final = regex(
    rf"(?P<class>{_CLASSES})\s+(?P<section>(?:(?:FINAL\s)?SECTION\s(?P<part>[\dA-Z]+)\sOF\s[\dA-Z]+,?\s)?)"
    r"(?P<post>[A-Z][A-Z ]{2,30}?)\s(?P<number>\d{3,6})(?:\s?(?:EXDIS|NODIS|LIMDIS|STADIS|NOFORN|/ROGER|CHEROKEE)){0,2}"
)
PAGE: Final = regex(
    r"PAGE\s(?P<n>\d{1,2})\s+(?P<post>[A-Z][A-Z ]*?)\s+(?P<number>\d{4,6})(?:\s+\d{1,2}\s?OF\s?\d{1,2})?"
    r"(?:\s+\d{6}\s?Z)?"
)
_LEAF: Final = regex(r"PAGE\s(?P<n>\d{1,2})")
"""The number of a leaf alone: post and number of the cable stand in the line under it."""
_COUNTED: Final = regex(r"[A-Z][A-Z ]+\s\d{6,8}\s+(?P<n>\d{3})(?:\.\d)?\sOF\s\d{3}")
"""How later machines count them: “OSLO 00000231  002.2 OF 003”."""
_LABEL: Final = regex(
    r"(?P<type>E\.?\s?O\.?\s?\d{5}|TAGS?\b|DECL|CLASSIFIED BY|REASON|SUBJ(?:ECT)?\b|REFS?\b|REFERENCES?\b)[\s:.]*"
    r"(?P<rest>.*)"
)
_CAPTION: Final = regex(
    r"(?:SIPDIS|EXDIS|NODIS|LIMDIS|STADIS|NOFORN|NOCONTRACT|ORCON|CHEROKEE|CORRECTED COPY.*|EYES ONLY.*|"
    r"(?:[A-Z][A-Z/. ]{1,40}\s)?(?:ALSO\s)?(?:FOR|PASS(?:\sTO)?|FROM)\s[A-Z][A-Z/,.&' ]{1,60}|INFO FOR [A-Z ]{2,30}|"
    r"DEPT (?:ALSO )?PASS [A-Z ,/]{2,60})"
)
_HANDLING: Final = regex(
    r"(?:(?:EXDIS|NODIS|LIMDIS|STADIS|NOFORN|NOCONTRACT|ORCON|CHEROKEE)[ ,/]{0,2}){1,3}|EYES ONLY.*"
)
"""Captions that say who may read a cable."""
_CAPTIONED: Final = regex(rf"{_CLASSES}\s+{_HANDLING.pattern}")
_POINT: Final = regex(r"\(?(?:\d{1,2}[A-Z]?|[A-Z])[.)]\s|SUMMARY\b|BEGIN\s|--")
_PROCESSING: Final = regex(r"[A-Z\d#/:,.&()' *-]{1,90}")
MAX_PROCESSED: Final = 16
MAX_SUBJECT: Final = 3
MAX_CAPTION: Final = 60
MIN_WRAPPED: Final = 40
_TYPES: Final = {"S": "subject", "R": "reference"}


def first_of(lines: Sequence[Paragraph], group: int, floor: int) -> int:
    """Return the first line of a head whose group stands at a line: what the office's machine printed over it."""
    first = group
    while first > floor and group - first < MAX_PROCESSED and _PROCESSING.fullmatch(lines[first - 1].text):
        first -= 1
        if PAGE.fullmatch(lines[first].text):
            return first - 1 if first > floor and CLASS.fullmatch(lines[first - 1].text) else first
    pages = [at for at in range(first, group) if PAGE.fullmatch(lines[at].text)]
    return pages[0] if pages else next((at for at in range(first, group) if _is_routing(lines[at].text)), group)


def leaf_of(lines: Sequence[Paragraph], at: int) -> int:
    """Return how many lines from here stand over a leaf: the class, once or twice, and “PAGE 02 …”; 0 where none do."""
    last = at
    while last < min(at + 3, len(lines)) and CLASS.fullmatch(lines[last].text):
        last += 1
    if last >= len(lines):
        return 0
    if PAGE.fullmatch(lines[last].text) or _COUNTED.fullmatch(lines[last].text):
        return last + 1 - at
    posted = last + 1 < len(lines) and _LEAF.fullmatch(lines[last].text) and POSTED.fullmatch(lines[last + 1].text)
    return last + 2 - at if posted else 0


def leaf_number(lines: Sequence[Paragraph]) -> int:
    """Return the number that the lines over a leaf give it."""
    found = (form.fullmatch(line.text) for line in lines for form in (PAGE, _LEAF, _COUNTED))
    return next(int(match["n"]) for match in found if match)


def _is_routing(text: str) -> bool:
    return text.startswith(("VZCZ", "ACTION ", "ORIGIN ", "DE RU", "OO RU", "RR RU", "PP RU", "INFO OCT", "ZNY", "ZNR"))


def is_point(text: str) -> bool:
    """Say whether a line begins a paragraph by itself: a point, a dash, a summary."""
    return _POINT.match(text) is not None


def is_head(lines: Sequence[Paragraph], group: int) -> bool:
    """Say whether from and to stand under a line of precedence and date."""
    if GROUP.fullmatch(lines[group].text) is None:
        return False
    below = [line.text for line in lines[group + 1 : group + 6]]
    at = next((i for i, text in enumerate(below[:3]) if _FROM.fullmatch(text)), None)
    return at is not None and any(_TO.fullmatch(text) for text in below[at + 1 :])


def section_of(lines: Sequence[Paragraph], group: int, end: int) -> tuple[str, int]:
    """Return the number of a cable and which of its sections begins here, 1 where it is whole."""
    for line in lines[group + 1 : end]:
        match = _CLASSED.fullmatch(line.text) if line.text[:1].isupper() else None
        if match:
            part = match["part"] or "1"
            return match["number"].lstrip("0"), int(part) if part.isdigit() else 1
    return "", 1


def read_lines(lines: Sequence[Paragraph], first: int, group: int, end: int) -> tuple[list[ServiceLine], int]:
    """Return the service lines of a head, and the line at which the text begins."""
    served = list(_processed(lines[first:group]))
    line = lines[group]
    if timed := GROUP.fullmatch(line.text):
        served.append(service_line(line, "sent", ("rest", *timed.span("rest"))))
    at, list_ = group + 1, ""
    while at < end:
        made = _posts(lines[at], list_)
        if made is None:
            break
        list_, one = made
        served.append(one)
        at += 1
    return _labels(lines, at, end, served)


def _processed(lines: Sequence[Paragraph]) -> Iterator[ServiceLine]:
    """Yield what the office's machine printed over the group: class, page, and its own routing as one."""
    rest = list(lines)
    while rest and (CLASS.fullmatch(rest[0].text) or PAGE.fullmatch(rest[0].text)):
        line = rest.pop(0)
        yield service_line(line, "marking" if CLASS.fullmatch(line.text) else "other")
    if rest:
        yield service_line(_spread(rest), "other")


def _posts(line: Paragraph, list_: str) -> tuple[str, ServiceLine] | None:
    """Return what a line of posts is, and which list it belongs to: “FM”, “TO”, “INFO”, or one that goes on with it."""
    text = line.text
    if match := _FROM.fullmatch(text):
        seat = _SEAT.fullmatch(match["rest"])
        at = match.start("rest")
        place = (("place", at + seat.start("place"), at + seat.end("place")),) if seat else ()
        return "", service_line(line, "address", ("role", *match.span("role")), ("rest", *match.span("rest")), *place)
    if match := _TO_FOR.fullmatch(text):
        return "to", service_line(line, "address", *((part, *match.span(part)) for part in ("role", "rest", "to")))
    if match := _TO.fullmatch(text):
        return "to", service_line(line, "address", ("role", *match.span("role")), ("rest", *match.span("rest")))
    if match := _INFO.fullmatch(text):
        return "info", service_line(line, "distribution", ("rest", *match.span("rest")))
    if text.startswith(("ZEN", "BT")) and len(text) <= MIN_WRAPPED:
        return "" if text == "BT" else list_, service_line(line, "other")
    match = _MORE.fullmatch(text)
    others = (_CLASSED, _LABEL, CLASS, _CAPTIONED)
    if not list_ or match is None or any(one.fullmatch(text) for one in others):
        return None
    return list_, service_line(line, "address" if list_ == "to" else "distribution", ("rest", *match.span("rest")))


def _labels(lines: Sequence[Paragraph], at: int, end: int, served: list[ServiceLine]) -> tuple[list[ServiceLine], int]:
    """Read class and number, captions and labelled lines, up to the line at which the text begins."""
    classed = False
    while at < end:
        line = lines[at]
        if not classed and (match := _CLASSED.fullmatch(line.text)):
            classed = True
            served += _classed(line, match)
        elif CLASS.fullmatch(line.text) or _CAPTIONED.fullmatch(line.text):
            served.append(service_line(line, "marking"))
        elif PAGE.fullmatch(line.text) or line.text in ("BT", "NNNN"):
            served.append(service_line(line, "other"))
        elif not classed and (posted := POSTED.fullmatch(line.text)):
            classed = True
            served.append(service_line(line, "number", ("number", *posted.span("number"))))
        elif match := _LABEL.fullmatch(line.text):
            whole, used = _whole(lines, at, end)
            served.append(_labelled(whole, match))
            at += used - 1
        elif _CAPTION.fullmatch(line.text) or _is_over_labels(lines, at, end):
            served.append(service_line(line, "marking" if _HANDLING.fullmatch(line.text) else "instruction"))
        else:
            break
        at += 1
    return served, at


def _classed(line: Paragraph, match: re.Match[str]) -> tuple[ServiceLine, ServiceLine]:
    """Return class and number of a cable, which stand in one line, as two."""
    rest = line.at(match.end("class"), len(line.text))
    shift = line.start - rest.start
    number = ("number", match.start("number") + shift, match.end("number") + shift)
    return service_line(line.at(0, match.end("class")), "marking"), service_line(rest, "number", number)


def _is_over_labels(lines: Sequence[Paragraph], at: int, end: int) -> bool:
    """Say whether a line of a head stands over its labels, whatever it says: “SALT” over “E.O. 11652: N/A”."""
    if _POINT.match(lines[at].text) or len(lines[at].text) > MAX_CAPTION:
        return False
    return any(_LABEL.fullmatch(line.text) for line in lines[at + 1 : min(at + 4, end)])


def _labelled(line: Paragraph, match: re.Match[str]) -> ServiceLine:
    """Return a labelled line: subject and reference have their words, the others are the office's own."""
    type_ = _TYPES.get(match["type"][0], "other") if not match["type"].startswith("REAS") else "other"
    rest = (("rest", match.start("rest"), len(line.text)),) if match["rest"] and type_ != "other" else ()
    return service_line(line, type_, *rest)


def _whole(lines: Sequence[Paragraph], at: int, end: int) -> tuple[Paragraph, int]:
    """Return a labelled line with those that go on with it, and how many they are: a full line is followed by more."""
    last = at
    while last + 1 < end and last - at < MAX_SUBJECT and _may_go_on(lines[last].text):
        text = lines[last + 1].text
        known = (_LABEL, _CAPTION, _CLASSED, PAGE, CLASS)
        point = _POINT.match(text) is not None and lines[last].text[-1] != ";"
        if lines[last + 1].blank_before or point or any(one.fullmatch(text) for one in known):
            break
        last += 1
    return _spread(lines[at : last + 1]), last + 1 - at


def _may_go_on(text: str) -> bool:
    """Say whether a labelled line can go on below: it is full, or a further reference is to come, "A. … (NOTAL);"."""
    return len(text) >= MIN_WRAPPED or text[-1] == ";"


def _spread(lines: Sequence[Paragraph]) -> Paragraph:
    """Return lines as one, each where it stands."""
    words = lines[0].text
    for before, line in pairwise(lines):
        words += "\n" + " " * (line.start - before.end - 1) + line.text
    return Paragraph(lines[0].start, lines[-1].end, words, lines[0].blank_before)
