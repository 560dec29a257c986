"""The rows of forms of the Department of State and of services that wired like it: posts, numbers, times, routing.

Each row is read by itself. `read_row` gives what a line says, and whether only such a form can have it; what stands
between such lines is the form's own, bureaus and initials one under the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tei.recognise.cable import stamp_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine, service_line
from tei.recognise.service import Service, classify
from tei.regexes import regex

_HASTE: Final = r"(?:NIACT|OP(?:ERATIONAL)?\s?IMMEDIATE|IMMEDIATE|PRIORITY|PRITY|FLASH|ROUTINE|RUSH|DEFERRED)"
_POST: Final = (
    r"(?P<rest>(?-i:[A-Z])[\w.,&’'()/ -]{1,60}?)"
    rf"(?:[\s,]+{_HASTE})*(?:[\s,:]+(?:No\.?\s*)?(?P<number>\d{{1,5}}))?(?:[\s,]+{_HASTE})*\.?"
)
"""A post, how urgent the telegram is to it, and the number that it has there: “Amembassy OSLO PRIORITY 812”."""
_HASTY: Final = regex(_HASTE, re.IGNORECASE)
_MISSION: Final = (
    r"(?=(?:Am(?:erican\s)?(?:emb|con|leg)|Emb(?:assy)?\b|Leg(?:ation)?\b|Consul|Congen|US(?:UN|RO|NMR|BER|MISSION|DEL|ARMA)|"
    r"U\.?S\.?\s(?:Mission|Delegation|Embassy)|USIS|CINC|POLAD|SECTO|TOSEC|TODEP|COMUS|DIRECTOR|All\s))"
)
_FROM: Final = regex(rf"(?P<role>FROM)\s*[:.]\s*{_POST}", re.IGNORECASE)
_TO: Final = regex(
    rf"(?:(?:(?:SENT|ADDRESSED)\s+)?(?P<role>TO)|(?P<role2>ACTION)(?:\s+TO)?)\s*(?:[:.]\s*|\s+{_MISSION}){_POST}",
    re.IGNORECASE,
)
_INFO: Final = regex(
    r"(?:INFO(?:RMATION)?|(?:REPEAT(?:ED)?|RPTD?)(?:\s+(?:INFO(?:RMATION)?|TO|FOR\s+INFO(?:RMATION)?|FYI))*)"
    rf"\s*(?:[:.]\s*|\s+{_MISSION}){_POST}",
    re.IGNORECASE,
)
_MORE: Final = regex(_MISSION + _POST, re.IGNORECASE)
"""One more post, in a line by itself."""
_TIME: Final = r"(?:\d{1,2}(?:[:. ]\d\d)?\s?[AP]\.?\s?M\.?|NOON|MIDNIGHT|\d{4}\s?Z?)"
_DAY: Final = r"(?:[A-Z]{3,9}\.?\s\d{1,2}(?:,?\s(?:19)?\d\d)?|\d{1,2}\s[A-Z]{3,9},?\s(?:19)?\d\d)"
_NUMBER: Final = regex(
    rf"(?:NO|NUMBER|NR)\s*[.:]\s*[:.]?\s*(?P<number>(?-i:[A-Z]{{2,6}}\s?|[A-Z]{{1,2}}-)?\d{{1,6}})"
    rf"(?:[,.;]?\s+(?P<rest>\d{{6}}Z?\s[A-Z]{{3}}\s\d\d|{_DAY}(?:,?\s+{_TIME})?))?\.?"
    r"(?:\s*\(?(?:SECTION|PART)\s[^()\n]{1,24}\)?)?",
    re.IGNORECASE,
)
_AIRGRAM: Final = regex(r"(?P<number>A-\d{1,4})(?P<rest>)(?:\s+[A-Z]+(?:\s[A-Z]+)?)?")
_CONTROL: Final = regex(r"CONTR[O0][L1I](?:\s+(?:NO|NUMBER))?\s*[.:]{0,2}\s*(?P<number>\d{2,6})", re.IGNORECASE)
_RECEIVED: Final = regex(
    rf"REC(?:EIVED|[’']?D)\s*[.:]{{0,2}}\s*(?P<rest>{_DAY}(?:,?\s+{_TIME})?)(?:\s+[A-Z]{{3}})?", re.IGNORECASE
)
_DATED: Final = regex(rf"DATED?\s*[.:]\s*(?P<rest>{_DAY}(?:,?\s+{_TIME})?)\s?(?:\d\s){{0,4}}\d?", re.IGNORECASE)
CLOCK: Final = regex(rf"{_TIME}", re.IGNORECASE)
"""The hour under “Rec'd: May 3, 1962”, in a line by itself."""
_NAMED: Final = r"[A-Z][A-Za-z. ]{2,24}(?:\s\d{1,5})?"
_REPEATED: Final = regex(
    r"(?:(?:SENT|ACTION)\s+(?:TO\s+)?[A-Z][A-Za-z. ]{2,30}\s\d{1,5}[;,.]\s*)?(?:REPEATED|RPTD|INFO(?:RMATION)?)\s+"
    rf"(?:(?:INFO(?:RMATION)?|TO|FOR)\s+){{0,3}}(?P<list>{_NAMED}(?:,\s{_NAMED}){{0,9}})\.?"
)
"""“SENT DEPARTMENT 55; REPEATED INFORMATION LONDON 12, PARIS 9”."""
_LISTED: Final = regex(r"[A-Z][A-Za-z. ]{1,23}[A-Za-z.](?=\s\d|,|\.?$)")
_GROUP: Final = regex(
    r"(?P<class>(?:TOP\s+)?SECRET|S\s?E\s?C\s?R\s?E\s?T|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED)?\s*"
    r"(?P<rest>\d{6}Z(?:\s[A-Z]{3}\s\d\d)?)(?P<cite>.*)"
)
"""“SECRET 030440Z”, and what stands behind it in its line."""
_CITE: Final = regex(
    r"(?:(?P<over>[A-Z][A-Z /,]{1,60}?)\s+)?CITE\s+(?P<post>[A-Z][A-Z ]{1,20}?)\s?-?(?P<number>\d{3,6})\.?"
)
_ENTERED: Final = regex(r"IN\s?-?\s?(?P<number>\d{4,6})")
_REFERENCE: Final = regex(r"REFS?(?:ERENCE)?\s*[.:]?\s*(?P<rest>[A-Z(][^\n]*\d[^\n]*)")
_CAPTION: Final = regex(
    r"(?:EXDIS|LIMDIS|NODIS|STADIS|LIMIT(?:ED)?\s+DISTRIBUTION|NO\s+DISTRIBUTION(?:\s+OUTSIDE\s+[A-Z ]{3,24})?|"
    r"EYES\s+ONLY(?:\s+(?:FOR\s+)?[A-Z][A-Z ]{3,40})?|EXCLUSIVE\s+DISTRIBUTION|NO\s+FOREIGN\s+DISSEM(?:INATION)?)[.]?",
    re.IGNORECASE,
)
_LETTERHEAD: Final = regex(
    r"(?:(?P<kind>(?:INCOMING|OUTGOING)\s+(?:CLASSIFIED\s+)?(?:TELEGRAM|MESSAGE|AIRGRAM)|TELEGRAM|AIRGRAM|"
    r"MESSAGE\s?FORM(?:\s+(?:INCOMING|OUTGOING))?|(?:NAVAL|CLASSIFIED)\s+MESSAGE)"
    r"[\s|,—–-]*)?"
    r"(?P<body>(?:THE\s+)?(?:DEPARTMENT\s+OF\s+(?:STATE|DEFENSE)|WHITE\s+HOUSE)|CENTRAL\s+INTELLIGENCE\s+AGENCY)?"
    r"(?:[\s|,—–-]*(?P<after>(?:INCOMING|OUTGOING)?\s*TELEGRAM))?"
    r"(?:\s+(?:S-E-C-R-E-T|SECRET|CONFIDENTIAL|\d{1,3})|\s*\([^()\n]{3,60}\)|"
    r"\s?[—–-]+\s?DIVISION\s+OF\s[A-Z ]{3,50})?"
    r"(?:[\s|]+TELEGRAPH\s+(?:BRANCH|SECTION))?(?:[\s|]+(?:ACTION|INFORMATION|RECORD)\s+COPY)?",
    re.IGNORECASE,
)
_SHEET: Final = regex(
    r"(?:[-–—]\s?)?(?:PAGE|P\.?)?\s?\d{1,2}\s?(?:[-–—]|of)\s?(?:\d{1,2},?\s)?(?:telegram\s|cable\s|No\.?\s|#)?\s?[^\n]{0,60}\b"
    r"(?:TO|FROM)\b[^\n]{2,60}|CONTINUATION\s+SHEET",
    re.IGNORECASE,
)
"""What stands over the second sheet: “Page 2 of telegram to Amembassy OSLO”, “-2- 55, May 3, 6 PM, from Oslo”."""
_CUT: Final = regex(
    r"(?:\s{2,}|\t+|\s+\|\s+)(?=(?:FROM|TO|INFO|ACTION|NO|CONTR[O0][L1I]|REC[’']?D|RECEIVED|DATE|REPEATED|SENT\s+TO)\s?[.:]|IN\s?\d{4,6}$|"
    rf"{_HASTE}\s+IN\s?\d{{4,6}}$|\d{{6}}Z|CITE\s|\d{{1,2}}[:. ]\d\d\s?[ap]\.?\s?m\.?$|"
    r"\d{1,2}\s[A-Z][a-z]{2,8}\s19\d\d$|DIVISION\s+OF\s|REFERENCE\s?:|SUBJECT\s?:|SECURITY\s?:|(?:TOP\s)?SECRET$|CONFIDENTIAL$)",
    re.IGNORECASE,
)
MAX_ROW: Final = 120
_WORDY: Final = regex(r"[a-z]{3}[^\n]*\s[a-z]{3}[^\n]*\s[a-z]{3}")


def is_letterhead(text: str) -> str:
    """Return which form a line heads, “outgoing”, “incoming”, “classified” or the body’s “telegram”, else “”."""
    match = _LETTERHEAD.fullmatch(text) if len(text) <= MAX_ROW else None
    if match is None or not (match["kind"] or match["after"]):
        return ""
    kind = f"{match['kind'] or ''} {match['after'] or ''}".lower()
    return next(
        (one for one in ("outgoing", "incoming", "classified", "message", "airgram") if one in kind),
        "telegram" if match["body"] else "",
    )


def body_in(text: str) -> tuple[int, int] | None:
    """Return where a line of the letterhead names the body that writes: “Department of State”."""
    match = _LETTERHEAD.fullmatch(text) if len(text) <= MAX_ROW else None
    return match.span("body") if match and match["body"] else None


def is_over(text: str) -> bool:
    """Say whether a line over the letterhead is the form's: who drafted the message, in which bureau, on which day."""
    return _OVER.fullmatch(text) is not None


_OVER: Final = regex(r"(?:ORIG|UNIT|EXT|DATE|PAGES?|TOTAL COPIES)\s*:[^\n]{0,60}|[A-Z]-[A-Z]-[A-Z]-[A-Z-]{3,20}")


def of_clerk(text: str) -> bool:
    """Say whether a line under a text is what a clerk noted of it: "NOTE: Mr. Pell informed 9:50 p.m."."""
    return text.startswith(("NOTE:", "Note:")) and len(text) <= 2 * MAX_ROW


def is_marking(text: str) -> bool:
    """Say whether a line is a marking alone: "SECRET"."""
    return (service := classify(text)) is not None and service.type == "marking"


def is_sheet(text: str) -> bool:
    """Say whether a line stands over a further sheet of a telegram."""
    return len(text) <= MAX_ROW and text[:1] in "-–—Pp0123456789C" and _SHEET.fullmatch(text) is not None


def parted(row: Paragraph) -> Iterator[Paragraph]:
    """Yield the cells of a line, where a label stands behind a gap."""
    at = 0
    for gap in _CUT.finditer(row.text) if len(row.text) <= 2 * MAX_ROW else ():
        yield row.at(at, gap.start())
        at = gap.end()
    yield row.at(at, len(row.text)) if at else row


def is_wordy(text: str) -> bool:
    """Say whether a line is somebody's sentence, and no entry of a form."""
    return len(text) > MAX_ROW or (len(text.split()) > MIN_TOLD and _WORDY.search(text) is not None)


MIN_TOLD: Final = 7
BARE: Final = len("030440Z")
"""A group of day and hour alone: the form says elsewhere of which month."""


Read = tuple[str, tuple[ServiceLine, ...]]
"""What a line of a form is, and its service lines; nothing for one that no form has.

It is “from”, “to” or “info”, of these also by the line over it, a “label”, or “loose”: it may stand in a text too.
"""


def read_row(row: Paragraph, listing: str, kind: str) -> Read:
    """Read a line of a form of some kind; `listing` says of which list the line over it is."""
    text = row.text
    if len(text) > MAX_ROW:
        return "", ()
    for pattern, read in _LABELLED:
        if match := pattern.fullmatch(text):
            return read(row, match, listing, kind)
    if listing and (match := _MORE.fullmatch(text)):
        return listing, (_copy(row, match),) if listing == "info" else tuple(_posted(row, match, "", numbered=False))
    if match := _REFERENCE.fullmatch(text):
        return "label", (service_line(row, "reference", ("rest", *match.span("rest"))),)
    if lines := tuple(_wired(row)):
        return "label", lines
    return "loose", tuple(_loose(row, kind))


def _read_from(row: Paragraph, match: re.Match[str], _listing: str, kind: str) -> Read:
    """Read who sends, and apart from him the seat of a headquarters: "CG US Forces, Tarn, Estria"."""
    seat = _SEATED.fullmatch(match["rest"]) if kind == "incoming" else None
    if seat is None:
        return "from", tuple(_posted(row, match, "role", numbered=False))
    cut = match.start("rest") + seat.start("place")
    sender = service_line(
        row.at(0, cut), "address", ("rest", match.start("rest"), match.start("rest") + seat.end("body")),
        ("role", *match.span("role")),
    )  # fmt: skip
    place = row.at(cut, len(row.text))
    return "from", (sender, service_line(place, "other", ("place", 0, len(seat["place"]))))


_SEATED: Final = regex(
    r"(?P<body>(?:CG|COMGEN|CINC|CO|HQ|Hq|GHQ|Headquarters|HEADQUARTERS|Commander|COMMANDER|US|U\.\s?S\.|Chief|CHIEF)\b[^\n,]{2,50}),\s+"
    r"(?P<place>[A-Z][^\n\d]{2,40})"
)


def _read_info(row: Paragraph, match: re.Match[str], _listing: str, kind: str) -> Read:
    """Read those who get copies; what a cable that came in calls information are desks of the office."""
    if kind == "classified" or (kind == "incoming" and not _OF_POSTS.match(match.string)):
        return "label", (routing(row),)
    return "info", tuple(_listed(row, *match.span("rest"))) if "," in match["rest"] else (_copy(row, match),)


def _read_to(row: Paragraph, match: re.Match[str], listing: str, kind: str) -> Read:
    """Read the addressee, whose number of the telegram is its own; action is a desk where a cable came in."""
    if match["role2"] and kind in ("classified", "incoming"):
        return "label", (routing(row),)
    return "to", tuple(_posted(row, match, "role" if match["role"] else "role2", numbered=listing != "to"))


def _read_number(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    return "label", tuple(_numbered(row, match))


def _read_control(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    return "label", (service_line(row, "number", ("number", *match.span("number")), ("incoming", 0, 0)),)


def _read_receipt(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    return "label", (service_line(row, "received", ("rest", *match.span("rest"))),)


def _read_date(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    return "label", (service_line(row, "sent", ("rest", *match.span("rest"))),)


def _read_subject(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    return "label", (service_line(row, "subject", ("rest", *match.span("rest"))),)


def _read_posted(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    """Read the line of an office with its own number, “STATE 114002”, “WH 10325”."""
    return "label", (service_line(row, "number", ("number", *match.span("number"))),)


def _read_signed(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    """Read who signed what a headquarters sent, “CFBX 4510 signed Pell”."""
    return "loose", (service_line(row, "signature", ("name", *match.span("name"))),)


def _read_personal(row: Paragraph, match: re.Match[str], _listing: str, _kind: str) -> Read:
    """Read the line in which a message of a headquarters says from whom to whom, "Eyes only for Pell from Tarn."."""
    spans = ((name, *match.span(name)) for name in ("role", "rest", "to"))
    return "label", (service_line(row, "address", *spans),)


_NAME: Final = (
    r"(?-i:(?:General|Admiral|Marshal|Ambassador|Gen\.|Adm\.|Amb\.)\s)?"
    r"(?-i:[A-Z][\w.’'-]*\w(?:\s[A-Z][\w.’'-]*\w){0,2}?)"
)
_PERSONAL: Final = regex(
    r"(?:(?:[a-z]+,?\s){0,4}?(?:eyes\sonly|personal|exclusive(?:ly)?)\s(?:[a-z]+,?\s){0,4}?)?(?:for|to)\s"
    rf"(?P<to>{_NAME})(?:\s(?:eyes\sonly|personal))?(?:,?\s(?:and|(?:for\s)?info(?:rmation)?|repeated)\s[^.\n]{{3,60}}?)?\s"
    rf"(?P<role>from)\s(?P<rest>{_NAME})(?:\s(?:signed|sgd)\.?\s{_NAME})?(?:,?\s(?:cite\s)?(?-i:[A-Z]{{1,6}})\s?\d{{2,6}})?\.?",
    re.IGNORECASE,
)
_OF_POSTS: Final = regex(r"REPEAT|RPT|INFO[A-Z]*\s*[:.]?\s*(?:AM|US|EMB)", re.IGNORECASE)
_SUBJECT: Final = regex(r"SUBJ(?:ECT)?\s*[:.]\s*(?P<rest>[^\n]{3,110})", re.IGNORECASE)
_POSTED: Final = regex(r"(?:STATE|WH|WHS|TOHAK|HAKTO|CA|CX|C|DA|JCS|WARX|WAR|CM-OUT|DEPTEL)\s?-?\s?(?P<number>\d{3,6})")
_SIGNED: Final = regex(
    r"(?:[A-Z]{2,6}\s?\d{3,6}\s+)?(?:sgd|signed)\.?:?\s+(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2})"
)
_LABELLED: Final = (
    (_FROM, _read_from),
    (_INFO, _read_info),
    (_TO, _read_to),
    (_NUMBER, _read_number),
    (_AIRGRAM, _read_number),
    (_CONTROL, _read_control),
    (_RECEIVED, _read_receipt),
    (_DATED, _read_date),
    (_SUBJECT, _read_subject),
    (_POSTED, _read_posted),
    (_SIGNED, _read_signed),
    (_PERSONAL, _read_personal),
)


def _loose(row: Paragraph, kind: str) -> Iterator[ServiceLine]:
    text = row.text
    if stamp_line(text.upper()):
        yield service_line(row, "received" if kind == "incoming" else "sent", ("stamp", 0, len(text)))
    elif match := _REPEATED.fullmatch(text):
        yield from _listed(row, *match.span("list"))
    elif _CAPTION.fullmatch(text):
        yield service_line(row, "marking")
    elif is_letterhead(text) or body_in(text) or text.lower() == "classification":
        yield service_line(row, "other")
    elif (known := classify(text)) and known.type in ("marking", "precedence"):
        yield ServiceLine(row, known)


def _posted(row: Paragraph, match: re.Match[str], role: str, *, numbered: bool) -> Iterator[ServiceLine]:
    """Yield a post, and apart from it how urgent the telegram is and the number that it has there."""
    parts = [("rest", *match.span("rest"))]
    parts += [("role", *match.span(role))] if role else []
    ends = len(row.text)
    haste = _HASTY.search(row.text, match.end("rest"))
    hasty = haste.start() if haste else ends
    count = match.start("number") if match["number"] and numbered else ends
    yield ServiceLine(row.at(0, min(hasty, count)), Service("address", tuple(parts)))
    for first, last in pairwise(sorted({hasty, count, ends})):
        if first == count:
            yield service_line(row.at(first, last), "number", ("number", 0, len(match["number"])))
        else:
            yield service_line(row.at(first, last), "precedence")


def _copy(row: Paragraph, match: re.Match[str]) -> ServiceLine:
    return service_line(row, "distribution", ("rest", *match.span("rest")))


def _listed(row: Paragraph, start: int, end: int) -> Iterator[ServiceLine]:
    """Yield the posts of a list in one line, each as a line by itself, with the words between them."""
    spans = [found.span() for found in _LISTED.finditer(row.text, start, end)] or [(start, end)]
    cuts = [0, *(first for first, _ in spans[1:]), len(row.text)]
    for span, first, last in zip(spans, cuts, cuts[1:], strict=False):
        piece = row.at(first, last)
        by = row.start - piece.start
        yield service_line(piece, "distribution", ("rest", span[0] + by, span[1] + by))


def _numbered(row: Paragraph, match: re.Match[str]) -> Iterator[ServiceLine]:
    """Yield the number of a telegram, and the day and hour behind it in its line."""
    if not match["rest"]:
        yield service_line(row, "number", ("number", *match.span("number")))
        return
    yield service_line(row.at(0, match.start("rest")), "number", ("number", *match.span("number")))
    rest = row.at(match.start("rest"), len(row.text))
    yield service_line(rest, "sent", ("rest", 0, match.end("rest") - match.start("rest")))


def _wired(row: Paragraph) -> Iterator[ServiceLine]:
    """Yield what the lines of a message centre say: class and group, the number of its book, who cites which number."""
    text = row.text
    if match := _ENTERED.fullmatch(text):
        yield service_line(row, "number", ("number", *match.span("number")), ("incoming", 0, 0))
    elif match := _GROUP.fullmatch(text):
        if match["class"]:
            yield service_line(row.at(0, match.end("class")), "marking")
        group = row.at(match.start("rest"), match.end("rest"))
        parts = (("rest", 0, len(group.text)),) if len(group.text) > BARE else (("day", 0, 2), ("clock", 2, 6))
        yield service_line(group, "sent", *parts)
        if match["cite"].strip():
            yield from _cited(row.at(match.start("cite"), len(text)))
    elif "CITE " in text:
        yield from _cited(row)


def _cited(row: Paragraph) -> Iterator[ServiceLine]:
    match = _CITE.fullmatch(row.text)
    if match is None:
        return
    yield service_line(row, "number", ("number", *match.span("number")))


def routing(row: Paragraph) -> ServiceLine:
    """Return a line that is the form's own: a bureau, initials, a legend."""
    return service_line(row, "other")
