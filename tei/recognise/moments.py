"""When a telegram was sent and when it came, from the best of its witnesses.

Order of trust: service lines, the date at the end, the dateline, the title, the page. A bare time takes the day of
another witness.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.dates import parse_time
from tei.model import Basis, Certainty, Evidence, Moment
from tei.recognise.chinese_lines import telegraph_date
from tei.recognise.counting import is_sign
from tei.recognise.docketing import Entry
from tei.recognise.labels import role_of
from tei.recognise.parts import Part
from tei.recognise.service import number_type
from tei.recognise.witnesses import ISO_DAY, Material, date_of_lines, date_of_title, moment_in, own_datelines
from tei.regexes import regex

__all__ = ["on_the_day_before", "on_the_day_of", "sent_on"]

_OWN_NUMBERS: Final = frozenset(("telegram", "outgoing", "special", "issuing"))
_CLOCK: Final = regex(
    r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\b\.?|\bnoon\b|\bmidnight\b|"
    r"\b\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_SENT_ON: Final = regex(
    r"(?:sent|passed|transmitted|передан[ао]?)\s+(?:on\s+)?(?:to|в)\s+(?:the\s+)?[\dA-ZА-Я]", re.IGNORECASE
)
"""“Sent to the 8th Department …”: an office hands on what it received."""


def on_the_day_of(sent: Moment | None, entry: Entry) -> Moment | None:
    """Return when a line says that the telegram came; a bare time is of the day on which it was sent."""
    moment = moment_in(entry)
    clock = _CLOCK.search(entry.line.paragraph.text)
    time = parse_time(clock.group()) if clock else None
    if clock is None or time is None or (moment and moment.day) or sent is None or len(sent.when) < 10:
        return moment
    evidence = Evidence("service", entry.offset + clock.start(), entry.offset + clock.end(), Certainty.MEDIUM)
    day = _next_day(sent.day, _ORDINAL.search(entry.line.paragraph.text))
    return Moment(clock.group(), f"{day}T{time.when}", evidence=evidence)


_ORDINAL: Final = regex(r"(?<![\d:.])(?P<day>[1-3]?\d)(?:st|nd|rd|th)\b")


def _next_day(sent: str, named: re.Match[str] | None) -> str:
    """Return the first day from the day of sending on that has the number named: “(Received 9 p.m. 16th.)”."""
    if named is None:
        return sent
    day, months = int(named["day"]), 12 * int(sent[:4]) + int(sent[5:7]) - 1
    year, month = divmod(months + (day < int(sent[8:10])), 12)
    return f"{year:04}-{month + 1:02}-{day:02}" if 1 <= day <= monthrange(year, month + 1)[1] else sent


def on_the_day_before(material: Material, entry: Entry, time: str) -> Moment | None:
    """Give a bare time the day of the service line before it: "Verified … 1100" after "Printed … 0920 24 October"."""
    earlier = [other for other in material.entries[: material.entries.index(entry)] if other.date and other.date.when]
    if not earlier or entry.date is None:
        return None
    day = (earlier[-1].date.when or "")[:10] if earlier[-1].date else ""
    evidence = Evidence(
        "service", entry.offset + entry.date.start, entry.offset + entry.date.end, Certainty.LOW, Basis.CONJECTURE
    )
    return Moment(entry.date.text, f"{day}T{time}", evidence=evidence) if len(day) == 10 else None


def sent_on(material: Material, *, enclosed: bool) -> Moment | None:
    """Return when the telegram was sent, from the best witness; an enclosed message's own date does not count."""
    division = material.division
    own = None if enclosed else date_of_lines(material, own_datelines(material))
    formal = _service_date(material)
    if formal and own and own.day < formal.day and len(own.day) == len(formal.day) and _is_of_form(material):
        formal = None
    witnesses = (
        formal,
        own,
        date_of_lines(material, division.names(Part.DATELINE, opener=True)),
        _other_date(material),
        date_of_title(material),
        material.notice.sent,
        material.site_date,
        material.filed,
        _signed_day(material),
    )
    moments = [moment for moment in witnesses if moment and not _misread(moment, material.site_date)]
    if moments and moments[0].text and not moments[0].day and (clock := _clock_of(material)):
        whole = next((moment for moment in moments if len(moment.when) == len("1938-01-10")), None)
        return replace(whole, when=f"{whole.when}T{clock}") if whole else _with_day(moments[0], material.site_date)
    return _with_day(_fullest(moments), material.site_date)


def _is_of_form(material: Material) -> bool:
    """Say whether the day is that of a form's cell "Date:", where the office entered what came in, not of sending."""
    return all(entry.line.paragraph.text.startswith(_CELLS) for entry in material.of_type("sent") if entry.date)


_OF_OFFICE: Final = ("Taken into", "Completed", "Processed", "Продиктован", "Записан")
"""What an office notes of its own work on a telegram."""
_CELLS: Final = ("Date", "DATE", "Time", "TIME", "Дата")


def _misread(moment: Moment, site_date: Moment | None) -> bool:
    """Say whether a day in figures alone, "08. 09. 02.", was read as one of another year than the page gives."""
    if site_date is None or not (site_date.day[:4].isdigit() and moment.day[:4].isdigit()):
        return False
    plain = moment.text.isascii() and not any(map(str.isalpha, moment.text))
    return plain and moment.day[:4] not in moment.text and abs(int(moment.day[:4]) - int(site_date.day[:4])) > 1


def _signed_day(material: Material) -> Moment | None:
    """Return the day that stands in signs behind a Chinese signature, 罗致平　卯佳, with a sign for its month."""
    for line in material.division.names(Part.SIGNED, opener=False):
        text = line.paragraph.text
        found = telegraph_date(text) if is_sign(text[:1]) else None
        if found and found.month:
            evidence = Evidence("envelope", line.paragraph.start, line.paragraph.end, Certainty.MEDIUM)
            return Moment(text, found.when(material.year, None), evidence=evidence)
    return None


def _clock_of(material: Material) -> str:
    """Return the time that a line about sending gives without a day, "Dispatched at 14:20"."""
    entry = next((entry for entry in material.of_type("sent", "dispatch") if entry.date), None)
    return entry.date.time or "" if entry and entry.date and not entry.date.when else ""


def _fullest(moments: Sequence[Moment]) -> Moment | None:
    """Return the best witness; of the same day, the first that has the time as well."""
    best = moments[0] if moments else None
    if best is not None and best.when.startswith("---"):
        whole = next((one for one in moments if one.when[8:10] == best.when[3:5]), best)
        hour = best.text.replace("号", "日").replace("號", "日").rpartition("日")[2]
        timed = parse_time(hour) if hour and len(whole.when) == ISO_DAY and is_sign(best.text[-1:]) else None
        return replace(whole, when=f"{whole.when}T{timed.when}") if timed else whole
    if best is not None and len(best.when) == len("1938-01"):
        return next((moment for moment in moments if moment.when.startswith(f"{best.when}-")), best)
    if best is None or len(best.when) != len("1938-01-10"):
        return best
    return next((moment for moment in moments if moment.when.startswith(f"{best.when}T")), best)


def _service_date(material: Material) -> Moment | None:
    """Return the date of a line about sending, with its time where two give one."""
    dated = [entry for entry in material.of_type("sent", "dispatch") if entry.date]
    dated = [entry for entry in dated if not _SENT_ON.match(entry.line.paragraph.text)] or dated
    dated = [entry for entry in dated if not _is_onward(entry, material)]
    timed = [entry for entry in dated if entry.date and entry.date.time]
    dated = dated or [
        e for e in material.of_type("address") if e.date and role_of(e.said("role")) in ("from", "origin")
    ]
    return moment_in((timed or dated)[0]) if dated else None


def _is_onward(entry: Entry, material: Material) -> bool:
    """Say whether a line under those of receipt and of work on the telegram gives a later hour.

    The office of the addressee handed it on then: "Arrived: …", "Processed: …", "Dispatched: …".
    """
    before = material.entries[: material.entries.index(entry)]
    if not any(one.type == "deciphered" or one.line.paragraph.text.startswith(_OF_OFFICE) for one in before):
        return False
    came = next((one.date.when for one in before if one.type == "received" and one.date and one.date.when), None)
    went = entry.date.when if entry.date else None
    return bool(came and went) and len(str(went)) > ISO_DAY and str(went) > str(came)


def _other_date(material: Material) -> Moment | None:
    """Return a date that stands by itself among service lines, or that the telegram's own number has."""
    for entry in material.of_type("other", "number"):
        own = entry.type == "other" or number_type(entry.line.paragraph.text, docket=False) in _OWN_NUMBERS
        if entry.line.paragraph.text.startswith(_OF_OFFICE) or _is_filed(entry, material) or _is_typed(entry, material):
            continue
        if own and entry.date and (entry.date.when or entry.date.not_before):
            return moment_in(entry)
    return None


def _is_filed(entry: Entry, material: Material) -> bool:
    """Say whether a day alone over "Incoming Telegram" is that of the file, later than the page's."""
    if entry.type != "other" or entry.date is None or not entry.date.when or material.site_date is None:
        return False
    below = material.entries[material.entries.index(entry) + 1 :]
    incoming = any(one.line.paragraph.text.startswith(("Incoming ", "INCOMING ")) for one in below)
    return incoming and len(material.site_date.day) == ISO_DAY and entry.date.when[:ISO_DAY] > material.site_date.day


def _is_typed(entry: Entry, material: Material) -> bool:
    """Say whether a day under the number of copies or a stamp is the typist's, later than the page's."""
    if entry.type != "other" or entry.date is None or not entry.date.when or material.site_date is None:
        return False
    before = material.entries[: material.entries.index(entry)]
    handled = any(one.type in ("copies", "stamp", "printed") for one in before[-MAX_OVER:])
    return handled and len(material.site_date.day) == ISO_DAY and entry.date.when[:ISO_DAY] > material.site_date.day


MAX_OVER: Final = 3


def _with_day(found: Moment | None, site_date: Moment | None) -> Moment | None:
    """Complete a bare time by the day of the page."""
    if found is None or site_date is None or found.day or not site_date.when:
        return found
    return replace(site_date, text=found.text if found.text else site_date.text)
