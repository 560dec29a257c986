"""The text of a cell given to the recogniser, as a capture of its own; what the columns say goes before what it finds.

Nothing of the text may be lost on the way: where the recogniser takes a part of it for no telegram, or finds several,
the text is taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from edition.encoding import source_text
from edition.intake.table.documents import Source
from edition.intake.table.letter import Letter
from edition.intake.table.rows import Row
from edition.intake.table.rules import NOT_RECOGNISED
from tei.archives import format_reference
from tei.capture.flat import readable
from tei.decisions import Sheet
from tei.encode import source_words, telegram_document
from tei.findings import Finding, Location, Severity
from tei.model import Action, Capture, Moment, Name, Owner, Recognition, Telegram
from tei.recognise import Settings, recognise
from tei.recognise.account import tally
from tei.text import running_words

_PARTIES: Final = {
    ("sent", ""): ("sender", "place", "date"),
    ("received", ""): ("recipient", "destination", "received"),
    ("transmitted", "via"): ("via", "", ""),
    ("forwarded", "copy"): ("copies", "", ""),
}


def recognised(
    letter: Letter, row: Row, source: Source, settings: Settings, *, ident: str
) -> tuple[etree._Element | None, tuple[Finding, ...]]:
    """Return the document of a text as the recogniser reads it, None where that would lose some of it; and why."""
    capture = Capture(source.name, source.name, readable(letter.text), source.sha256)
    sheet = _sheet(letter.telegram, source.name, row)
    recognition = recognise(capture, settings, (sheet,))
    if why := _unfit(recognition):
        return None, (_doubt(row, why),)
    (telegram,) = recognition.telegrams
    root = telegram_document(telegram, capture, id_=ident, edition=source.edition, authority=settings.authority)
    if source_words(root[-1]) != running_words(source_text(telegram, recognition)):
        return None, (_doubt(row, "its words would not stay in their order"),)
    return root, tuple(_moved(recognition, row))


def _unfit(recognition: Recognition) -> str:
    """Return why a text cannot be taken as it was recognised, empty where it can."""
    number = len(recognition.telegrams)
    if number != 1:
        return f"it reads like {number} telegrams" if number else "it does not read like a telegram or letter"
    counts = tally(recognition.capture, recognition.spans)
    for owner in (Owner.CONTEXT, Owner.FURNITURE):
        if counts.get(owner):
            return f"{counts[owner]} characters of it would be left out"
    return ""


def _doubt(row: Row, why: str) -> Finding:
    return NOT_RECOGNISED.at(Location("", row.line), f"row {row.number}: the text is taken as it is: {why}")


def _moved(recognition: Recognition, row: Row) -> Iterator[Finding]:
    """Yield what is doubtful in the text; notices are for those who mend captures, and so are their hints."""
    for found in recognition.findings:
        if found.severity > Severity.INFO:
            hint = "look at the document, and correct the row or the document"
            message = f"row {row.number}: {found.message}"
            yield Finding(found.rule, found.severity, message, Location("", row.line), hint, found.data)


def _sheet(telegram: Telegram, name: str, row: Row) -> Sheet:
    """Return what the columns say as an editor's decisions."""
    data = {key: value for key, value in _facts(telegram) if value}
    return Sheet(name, data, {(key,): Location(name, row.line) for key in data})


def _facts(telegram: Telegram) -> Iterator[tuple[str, Any]]:
    yield from (("kind", telegram.kind), ("number", telegram.number), ("language", telegram.language))
    for action in telegram.envelopes[0].actions:
        yield from _of_action(action)
    yield (
        "reference",
        [one.text if one.reference.written else format_reference(one.reference, "wilson") for one in telegram.holdings],
    )
    yield "printed", [one.text for one in telegram.printed]
    yield from (("abstract", telegram.abstract), ("citation", telegram.citation), ("site", telegram.site))
    yield from (("url", telegram.url), ("original_language", telegram.original_language))
    for role in ("translator", "contributor"):
        yield role, [credit.name for credit in telegram.credits if credit.role == role]


def _of_action(action: Action) -> Iterator[tuple[str, Any]]:
    names = _PARTIES.get((action.type, action.subtype))
    if names is None:
        return
    who, where, when = names
    yield who, list(map(_party, action.names))
    if action.place and where:
        yield where, _party(action.place)
    if action.moment and when and (value := _value(action.moment)):
        yield when, {"when": value, "text": action.moment.text, "certainty": str(action.moment.evidence.certainty)}


def _party(name: Name) -> dict[str, str]:
    return {"name": name.text, "is": name.ref} if name.ref else {"name": name.text}


def _value(moment: Moment) -> str:
    if moment.when or not (moment.not_before and moment.not_after):
        return moment.when
    return f"{moment.not_before}/{moment.not_after}"
