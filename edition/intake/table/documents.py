"""The document of a letter of a table: encoded as every telegram is, with what the table says besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.intake.table.letter import Letter
from edition.intake.table.mapping import Plan
from edition.intake.table.paragraphs import put_text
from edition.intake.table.rows import Row
from tei.authority import Authority
from tei.encode import Edition, telegram_document
from tei.encode.markup import add, element
from tei.model import Capture
from tei.names import XML_ID, tei
from tei.slugs import slug

_PRINCIPLES: Final = (
    ("correction", "The text is that of the imported table, character for character; nothing was corrected."),
    (
        "interpretation",
        "Names, dates and the archival reference are those of the table's columns, read by rule. @cert says how sure "
        "each reading is; @ref points at the excerpt of the authority lists in this file.",
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """The table: its name, the SHA-256 of its file, what the edition says of itself, and all entries."""

    name: str
    sha256: str
    edition: Edition
    authority: Authority


def document_of(letter: Letter, row: Row, plan: Plan, source: Source, *, ident: str) -> etree._Element:
    """Return the document of a row with a text that is taken as it is."""
    capture = Capture(source.name, source.name, "", source.sha256)
    root = telegram_document(letter.telegram, capture, id_=ident, edition=source.edition, authority=source.authority)
    _principles(root)
    message = next(one for one in root.iter(tei("div")) if one.get("type") == "message")
    number = letter.telegram.number
    if not put_text(message, letter.text, parted=plan.paragraphs, number=number) and number and letter.text.strip():
        _number(message, number)
    complete(root, letter, row, plan)
    if not letter.text.strip():
        _stub(root, message)
    return root


def _stub(root: etree._Element, message: etree._Element) -> None:
    """Mark a document of which the table has no text: an envelope only, as lists of letters give it."""
    classes = _only(root[0], "encodingDesc/classDecl")
    category = add(add(classes, "taxonomy", xml_id="document-states"), "category", xml_id="stub")
    add(category, "catDesc", "Envelope only")
    add(_only(root[0], "profileDesc/textClass"), "catRef", scheme="#document-states", target="#stub")
    message.replace(message[0], element("ab"))


def complete(root: etree._Element, letter: Letter, row: Row, plan: Plan) -> None:
    """Add what a table says and no model of a telegram holds."""
    header = root[0]
    if letter.title:
        title = _only(header, "fileDesc/titleStmt/title")
        title.text = letter.title
    if letter.kind:
        _other_kind(root, letter.kind)
    _keywords(header, plan.all("keywords", row))
    _notes(header, plan.all("notes", row))
    _licence(header, plan.one("licence", row), plan.one("licence_url", row))
    _origin(header, row, plan)


def _only(header: etree._Element, path: str) -> etree._Element:
    found = header.find("/".join(map(tei, path.split("/"))))
    assert found is not None, path
    return found


def _principles(root: etree._Element) -> None:
    declaration = _only(root[0], "encodingDesc/editorialDecl")
    for child in list(declaration):
        declaration.remove(child)
    for name, words in _PRINCIPLES:
        add(add(declaration, name), "p", words)


def _number(message: etree._Element, number: str) -> None:
    """Put the number of the telegram before its message, as service matter: so encoding has it."""
    preamble = element("div", type="preamble")
    line = add(preamble, "ab", type="number")
    add(line, "num", number, type="telegram", value=number if number.isdecimal() else "")
    message.addprevious(preamble)


def _other_kind(root: etree._Element, kind: str) -> None:
    """Say of a document that it is of a kind of its own, "postcard"."""
    key = f"kind-{slug(kind)}"
    category = _only(root[0], "encodingDesc/classDecl/taxonomy/category")
    category.set(XML_ID, key)
    category[0].text = kind
    _only(root[0], "profileDesc/textClass/catRef").set("target", f"#{key}")


def _keywords(header: etree._Element, words: tuple[str, ...]) -> None:
    if words:
        keywords = add(_only(header, "profileDesc/textClass"), "keywords")
        for word in dict.fromkeys(" ".join(one.split()) for one in words):
            add(keywords, "term", word, type="subject")


def _notes(header: etree._Element, notes: tuple[str, ...]) -> None:
    if not notes:
        return
    statement = element("notesStmt")
    for note in notes:
        add(statement, "note", " ".join(note.split()), type="editor")
    _only(header, "fileDesc/sourceDesc").addprevious(statement)


def _licence(header: etree._Element, name: str, address: str) -> None:
    """Put the licence of the row in the place of the edition's."""
    name, address = " ".join(name.split()), address.strip()
    if name.startswith(("http://", "https://")) and not address:
        address = name
    if not (name or address):
        return
    statement = _only(header, "fileDesc/publicationStmt")
    for old in statement.findall(tei("availability")):
        statement.remove(old)
    if statement.find(tei("publisher")) is None:
        add(statement, "p", f"Licence: {name}" + (f" ({address})" if address and address != name else ""))
        return
    availability = element("availability", status="free" if "zero" in address else "restricted")
    add(availability, "licence", name or address, target=address)
    local = statement.find(tei("idno"))
    if local is not None:
        local.addprevious(availability)
    else:
        statement.append(availability)


def _origin(header: etree._Element, row: Row, plan: Plan) -> None:
    """Say which row of the table it is, and the id that it has there."""
    capture = next(one for one in header.iter(tei("bibl")) if one.get("type") == "capture")
    number = str(row.number)
    digest = capture.find(tei("idno"))
    assert digest is not None
    if own := " ".join(plan.one("id", row).split()):
        digest.addprevious(element("idno", own, type="record"))
    add(capture, "citedRange", f"row {number}", unit="row", from_=number, to=number)
    header.remove(_only(header, "revisionDesc"))  # it wants a date, and the same table is to give the same file
