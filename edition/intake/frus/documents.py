"""One document of a volume becomes a TEI document of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from lxml import etree

from edition.intake.frus.choosing import Choice, choose
from edition.intake.frus.divisions import body_of
from edition.intake.frus.envelopes import mark_receipt, read_sent
from edition.intake.frus.handling import Handling, handling_of_lines, is_classification
from edition.intake.frus.headers import NOBODY, Facts, Source, header_of
from edition.intake.frus.mixed import insert_in_text
from edition.intake.frus.openers import number_of_line
from edition.intake.frus.parties import has_roles, read_heading
from edition.intake.frus.plain import ATTACHMENT, NOTE, plain_of
from edition.intake.frus.sourcenotes import Provenance, read_source
from edition.intake.frus.volumes import Volume
from edition.intake.frus.words import words_of
from edition.intake.frus.work import Work
from tei.encode.document import Edition
from tei.encode.markup import add
from tei.encode.source import repository_id
from tei.names import TEI_NS, XML_ID, XML_LANG, tei
from tei.regexes import regex

_NAMESPACES: Final[Any] = {None: TEI_NS}
_HEAD: Final = tei("head")
_P: Final = tei("p")
_CODE: Final = (
    r"(?:deptel|embtel|contel|legtel|secto|tosec|gama|magic|dulte|tedul|polto|topol|usun|delga|gadel|weeka|toeca|"
    r"repto|torep|usito|tousi|cirtel|circular|airgram|musto|excon|todel|delto|tohak|hakto|secun|cfm|delsec|actel|telac|"
    r"hicom|kosec|telsec|confe|whs|wh)"
)
_POST: Final = (
    r"(?!(?:Your|My|Our|Ur|Re|Ref|Reference|Paragraph|Para|Point|Part|Section|Article|About|Over|Some|On|By|In|At|The|"
    r"Dept|Department|Since|Of|For|With|From|And|To)\b)(?-i:[A-Z][a-z]+)(?= \d{3,5}\.\s)"
)
"""The post that numbers a message itself: "Karsk 0123."."""
_NUMBER: Final = regex(
    r"[“\"]?(?:(?P<label>Nos?\.?|Telegram(?: No\.)?)\s*)?"
    rf"(?P<whole>(?:(?P<code>{_CODE}|{_POST})[ –-]*)?(?P<n>\d{{1,6}}))"
    r"(?P<stop>[.\]]|\s*:)(?=\s|$)",
    re.I,
)
_POINT: Final = regex(r"\(?\w{1,2}[.)]")
_AIRGRAM: Final = regex(r"[“\"]?(?P<whole>(?P<code>A|CA|CW|CG|G|D)[–-](?P<n>\d{1,5}))(?P<stop>[.\]])(?=\s|$)")


def parts_of(document: etree._Element) -> Source:
    """Return the heading, the source note and the notes of the heading of a document."""
    head = next((one for one in document if one.tag == _HEAD), None)
    notes = [one for one in (head.iter(NOTE) if head is not None else ()) if _outermost(one, head)]
    before = [
        one for one in document if one.tag == NOTE and (one.get("type") == "source" or one.get("rend") == "inline")
    ]
    inline = next((one for one in before if _is_source(one)), None)
    inline = _counted(document) if inline is None else inline
    own = inline if inline is not None else next((one for one in notes if one.get("type") == "source"), None)
    return Source(document, head, own, tuple(one for one in notes if one is not own))


def _outermost(note: etree._Element, head: etree._Element | None) -> bool:
    at = note.getparent()
    while at is not None and at is not head:
        if at.tag == NOTE:
            return False
        at = at.getparent()
    return True


def _counted(document: etree._Element) -> etree._Element | None:
    """Return the opener over the heading that has nothing but the document's number in the volume, "No. 106."."""
    first = next((one for one in document if one.tag in (_HEAD, tei("opener"))), None)
    if first is None or first.tag == _HEAD:
        return None
    return first if plain_of(first).text.strip(" .") == f"No. {document.get('n')}" else None


def _is_source(note: etree._Element) -> bool:
    """Say whether an inline note is the number of a file, and not "[Extract.]" or "[Telegram.]"."""
    text = plain_of(note).text
    return any(map(str.isdigit, text)) or ("Files" in text or "Papers" in text or "Lot" in text)


def choice_of(source: Source) -> Choice:
    """Tell what a document is."""
    head, document = source.head, source.document
    said = [plain_of(source.note).text] if source.note is not None else []
    said = said if said and len(said[0]) < 160 else []
    said += [plain_of(one).text for one in document if one.tag in (tei("opener"), NOTE) and one is not source.note]
    first = [plain_of(one).text for one in islice(document.iterchildren(_P), 4)]
    said += [text for text in first if len(text) < 60 and text.startswith(("[", "("))]
    start = next((text for text in first if not text.startswith("[")), "")
    heading = plain_of(head).text if head is not None else ""
    roles = head is not None and has_roles(head)
    return choose(heading, document.get("subtype") or "", " | ".join(said), start[:60], roles=roles)


def facts_of(id_: str, key: str, source: Source, choice: Choice, pages: tuple[str, ...]) -> Facts:
    """Read all that the header says; the number comes when the text is made."""
    provenance = read_source(source.note)
    heading = read_heading(source.head)
    sent = read_sent(source.document, provenance)
    number = _told_number(source, choice.kind) or heading.series
    return Facts(id_, key, choice, heading, number, sent, provenance, _handling(source, provenance), pages)


def _told_number(source: Source, kind: str) -> str:
    """Return the number of a document, as `_number` finds and marks it once the text is made."""
    for one in source.document.iterchildren(tei("opener")):
        for seg in one.iterchildren(tei("seg")):
            if number := number_of_line(plain_of(seg).text):
                return number
    paragraphs = list(islice(source.document.iterchildren(_P), 12))
    behind = [(one.text or "").lstrip() for one in paragraphs]
    for place, one in enumerate(paragraphs[:3]):
        text = plain_of(one).text
        found = _own_number(text, kind, behind[place + 1 :])
        if found is not None:
            return found["whole"]
        if not _is_label(text):
            return ""
    return ""


def _own_number(text: str, kind: str, behind: Sequence[str]) -> re.Match[str] | None:
    """Return the number that a paragraph begins with, None where it has none or that is the number of a point."""
    found = _AIRGRAM.match(text) or _NUMBER.match(text)
    if found is None:
        return None
    told = found["code"] or found.groupdict().get("label")
    if not told and (kind != "telegram" or _goes_on(int(found["n"]), behind)):
        return None
    return found


def _handling(source: Source, provenance: Provenance) -> Handling:
    """Return the handling that the openers say, and the source note where they say none."""
    lines = [
        plain_of(one).text
        for opener in source.document
        if opener.tag == tei("opener")
        for one in opener.iter(tei("seg"))
    ]
    lines += [
        text for one in islice(source.document.iterchildren(_P), 2) if is_classification(text := plain_of(one).text)
    ]
    found = handling_of_lines(lines)
    return found if found != Handling() else provenance.handling


def make_document(facts: Facts, volume: Volume, source: Source, edition: Edition, work: Work) -> etree._Element:
    """Return the TEI document."""
    root = etree.Element(tei("TEI"), {XML_ID: facts.id, XML_LANG: volume.language}, nsmap=_NAMESPACES)
    body = body_of(source.document, (source.head, source.note), work)
    dateline = next((one for one in body.iter(tei("dateline")) if _own(one)), None)
    if dateline is not None and facts.sent.received_words:
        mark_receipt(dateline, facts.sent)
    _number(body, facts.choice.kind)
    root.append(header_of(facts, volume, source, edition, work))
    _stand_off(root, facts, work)
    text = add(root, "text", xml_id="telegram-text", type=facts.choice.kind)
    text.append(body)
    return root


def _number(body: etree._Element, kind: str) -> None:
    """Mark the number of a telegram, the first words of its text; that of a despatch stands among the openers."""
    if any(_own(one) for one in body.iter(tei("num"))):
        return
    paragraphs = [one for one in body.iter(_P) if _own(one)]
    texts = [one.text or "" for one in paragraphs[:12]]
    for place, one in enumerate(paragraphs[:3]):
        found = _own_number(texts[place], kind, texts[place + 1 :])
        if found is not None:
            _marked(one, found.start("whole"), found.end("whole"), found["n"], kind)
        if found is not None or not _is_label(plain_of(one).text):
            return


def _is_label(text: str) -> bool:
    """Say whether a paragraph before the number is none of the text: "[Telegram]", "Eyes only for the Minister"."""
    bracketed = text[:1] + text[-1:] in ("[]", "()")
    return len(text) <= 60 and (bracketed or not (text.endswith((".", "?", "!", "”", ":")) or _POINT.match(text)))


def _own(one: etree._Element) -> bool:
    """Say whether something stands in the document itself: not in a note or in what was sent along."""
    at = one.getparent()
    while at is not None:
        if at.tag in (NOTE, ATTACHMENT) or at.get("type") in ("enclosed", "attachment"):
            return False
        at = at.getparent()
    return True


def _goes_on(number: int, paragraphs: Sequence[str]) -> bool:
    """Say whether a later paragraph has the next number: then it is that of a point."""
    return any(text.startswith((f"{number + 1}.", f"{number + 1})")) for text in paragraphs)


def _marked(paragraph: etree._Element, start: int, end: int, digits: str, kind: str) -> None:
    text = paragraph.text or ""
    number = etree.Element(tei("num"))
    number.set("type", "telegram" if kind == "telegram" else "dispatch")
    number.set("value", str(int(digits)))
    number.text = text[start:end]
    if number.text != digits:
        number.set("n", number.text)
    insert_in_text(paragraph, None, start, end, number)
    if paragraph.get("rend") == "inline":
        del paragraph.attrib["n"], paragraph.attrib["rend"]


def _stand_off(root: etree._Element, facts: Facts, work: Work) -> None:
    """Add the entries of the volume's lists that the document points at, and its archive."""
    lists = work.lists.excerpt(work.named)
    reference = facts.provenance.reference
    repository = reference.repository if reference else None
    if not lists and repository is None:
        return
    made = add(root, "standOff")
    made.extend(one for one in lists if one.tag != NOTE)
    if repository is not None:
        org = add(add(made, "listOrg", type="repository"), "org", xml_id=repository_id(repository, NOBODY))
        add(org, "orgName", repository.name, type="preferred")
        if repository.abbreviation and repository.abbreviation != repository.name:
            add(org, "orgName", repository.abbreviation, type="abbreviation")
    made.extend(one for one in lists if one.tag == NOTE)


def source_words(source: Source) -> list[str]:
    """Return the words of a document in the volume: source note, heading, notes of the heading, all the rest."""
    first = [one for one in (source.note,) if one is not None]
    skipped = [*first, *([source.head] if source.head is not None else []), *source.hung]
    head = words_of([source.head], [*first, *source.hung]) if source.head is not None else []
    return [*words_of(first), *head, *words_of(source.hung), *words_of([source.document], skipped)]


def made_words(root: etree._Element) -> list[str]:
    """Return the words of a document of ours in the same order."""
    header = root[0]
    citation = header.findall(f".//{tei('bibl')}/{tei('note')}")
    title = header.xpath("t:fileDesc/t:titleStmt/t:title[@type='source']", namespaces={"t": TEI_NS})
    notes = header.findall(f"{tei('fileDesc')}/{tei('notesStmt')}/{NOTE}")
    titles = [one for one in title if isinstance(one, etree._Element)] if isinstance(title, list) else []
    parts = (citation, titles, notes, [root[-1]])
    return [word for part in parts for word in words_of(part, ours=True)]
