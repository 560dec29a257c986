"""A letter of a list as a document of ours that holds the envelope alone, and says so.

The text is a pointer to where the letter is, and the class `stub` says why: who meets the file outside of its edition
sees that nothing was lost. The web address of the letter stands as @ref of correspDesc, as idno and in the source too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from edition.corpus.model import Kind
from edition.intake.cmif.joining import Joined, Joining, natural
from edition.intake.cmif.reading import About, Listed, Named, Source, Step
from tei.dates import format_date
from tei.encode import serialise
from tei.encode.languages import language_name
from tei.encode.markup import add
from tei.names import TEI_NS, XML_ID, XML_LANG, tei

STUB: Final = "stub"
_TAGS: Final = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_LISTS: Final = (
    (Kind.PERSON, "listPerson", "person", "persName"),
    (Kind.PLACE, "listPlace", "place", "placeName"),
    (Kind.ORGANISATION, "listOrg", "org", "orgName"),
)
_STEPS: Final = ("sent", "received", "transmitted", "forwarded", "redirected")
_MENTIONED: Final = {
    "mentionsPerson": "Persons mentioned",
    "mentionsOrg": "Organisations mentioned",
    "mentionsInstitution": "Organisations mentioned",
    "mentionsPlace": "Places mentioned",
}
_EVIDENCE: Final = ("internal", "external", "conjecture")
_CERTAINTY: Final = ("high", "medium", "low", "unknown")
_NAMESPACES: Final[Any] = {None: TEI_NS}
_SAYS: Final = (
    "This file holds the envelope of a letter, as a list of letters gives it. The letter itself is not in it: it is to "
    "be read where it is published."
)


@dataclass(frozen=True, slots=True)
class Stubs:
    """Makes the documents of one list: what it says of itself, who is who, and where its letters are known to be.

    `name` and `digest` are those of the file; `ids` are the ids of its letters by their address; `lang` is the
    language that titles are written in.
    """

    about: About
    name: str
    digest: str
    joining: Joining
    ids: Mapping[str, str]
    lang: str = "en"

    def document(self, letter: Listed, ident: str) -> bytes:
        """Return the document of a letter."""
        root = etree.Element(tei("TEI"), {XML_ID: ident, XML_LANG: self.lang}, nsmap=_NAMESPACES)
        header = add(root, "teiHeader")
        file = add(header, "fileDesc")
        self._titles(file, letter)
        self._publication(file, letter, ident)
        self._sources(file, letter)
        _encoding(header)
        self._profile(header, letter)
        change = add(header, "revisionDesc")
        add(change, "change", f"Envelope taken from {self.name}.", when=self.about.date, status="draft")
        entries = self._entries(letter)
        if entries:
            add_lists(add(root, "standOff"), entries)
        text = add(root, "text", type="letter")
        paragraph = add(add(add(text, "body"), "div", type="message"), "p")
        add(paragraph, "ptr", target=letter.address or f"#{file[-1][0].get(XML_ID)}")
        return serialise(root)

    def _titles(self, file: etree._Element, letter: Listed) -> None:
        statement = add(file, "titleStmt")
        add(statement, "title", self.title(letter), type="main")
        for sender in letter.step("sent").names:
            self._name(add(statement, "author"), sender, bare=True)
        for editor in self.about.editors:
            if editor:
                add(statement, "editor", editor)

    def title(self, letter: Listed) -> str:
        """Return a title made of the envelope: Letter, A. to B., 30 August 1937."""
        sides = [", ".join(self._shown(one) for one in letter.step(type_).names) for type_ in ("sent", "received")]
        sender, recipient = sides
        parties = f"{sender} to {recipient}" if all(sides) else f"to {recipient}" if recipient else f"from {sender}"
        when = letter.step("sent").day
        try:
            day = format_date(when, "en") if when else "undated"
        except ValueError:
            day = when
        return ", ".join(("Letter", parties, day)) if any(sides) else f"Letter, {day}"

    def _shown(self, named: Named) -> str:
        joined = self.joining.find(named)
        return joined.name if joined is not None else natural(named.text, named.kind)

    def _publication(self, file: etree._Element, letter: Listed, ident: str) -> None:
        about, statement = self.about, add(file, "publicationStmt")
        add(statement, "publisher", about.publisher or about.title or self.name)
        if about.date:
            add(statement, "date", about.date, when=about.date)
        if about.licence or about.licence_url:
            availability = add(statement, "availability")
            add(availability, "licence", about.licence or about.licence_url, target=about.licence_url)
        add(statement, "idno", ident, type="local")
        if letter.address:
            add(statement, "idno", letter.address, type="url")

    def _sources(self, file: etree._Element, letter: Listed) -> None:
        description = add(file, "sourceDesc")
        source = self.about.sources.get(letter.source) or Source("", printed=bool(letter.key and not letter.address))
        if source.printed and (source.text or letter.key):
            bibl = add(description, "bibl", source.text and f"{source.text} ", type="printed", xml_id="published")
            if letter.key:
                add(bibl, "citedRange", f"no. {letter.key}", unit="letter", n=letter.key)
        capture = add(description, "bibl", type="capture", xml_id="list-of-letters")
        add(capture, "title", self.about.title or self.name)
        if source.text and not source.printed:
            add(capture, "note", source.text, type="citation")
        if letter.address:
            add(capture, "ref", letter.address, target=letter.address)
        add(capture, "idno", self.digest, type="sha256")

    def _profile(self, header: etree._Element, letter: Listed) -> None:
        profile = add(header, "profileDesc")
        usage = add(profile, "langUsage")
        for code in dict.fromkeys((self.lang, *letter.languages)):
            add(usage, "language", language_name(code), ident=code)
        classes = add(profile, "textClass")
        add(classes, "catRef", scheme="#document-kinds", target="#kind-letter")
        add(classes, "catRef", scheme="#document-states", target=f"#{STUB}")
        described = add(profile, "correspDesc", ref=letter.address, n=letter.key)
        steps = [one for one in letter.steps if one.type in _STEPS]
        if not any(one.type == "sent" for one in steps):
            steps.insert(0, Step("sent", notes=("The list does not say who sent it, nor when.",)))
        for step in steps:
            self._step(described, step)
        if letter.context:
            context = add(described, "correspContext")
            for type_, address, text in letter.context:
                target = f"{self.ids[address]}.xml" if address in self.ids else address
                add(context, "ref", text or address, type=type_, target=target)
        for note in letter.notes:
            add(described, "note", note)
        self._mentions(described, letter)

    def _mentions(self, described: etree._Element, letter: Listed) -> None:
        """Add whom and what a letter speaks of, as notes, for it has no text where they could be named."""
        for term in dict.fromkeys(term for term, _ in letter.mentions):
            note = add(described, "note", f"{_MENTIONED[term]}: ")
            named = [one for which, one in letter.mentions if which == term]
            for one in named:
                self._name(note, one)
                note[-1].tail = "; " if one is not named[-1] else None

    def _step(self, described: etree._Element, step: Step) -> None:
        action = add(described, "correspAction", type=step.type)
        for named in (*step.names, *step.places):
            self._name(action, named)
        for attributes, text in step.dates[:1]:
            allowed = {"cert": _CERTAINTY, "evidence": _EVIDENCE}
            kept = {name: value for name, value in attributes if value in allowed.get(name, (value,))}
            add(action, "date", text, **kept)
        for note in step.notes:
            add(action, "note", note)
        if len(action) == 0:
            add(action, "note", "The list does not say more.")

    def _name(self, parent: etree._Element, named: Named, *, bare: bool = False) -> None:
        joined = self.joining.find(named)
        certainty = named.certainty if named.certainty in _CERTAINTY else ""
        if joined is not None and joined.by_name:
            certainty = certainty or "medium"
        made = add(parent, _TAGS[named.kind], self._shown(named) if bare else named.text)
        if joined is not None:
            made.set("ref", f"#{joined.id}")
            if certainty and not bare:
                made.set("cert", certainty)

    def _entries(self, letter: Listed) -> list[Joined]:
        """Return the entries that a letter points at, each once."""
        found = {}
        for named in letter.named:
            if (joined := self.joining.find(named)) is not None:
                found[joined.id] = joined
        return sorted(found.values(), key=lambda one: one.id)


def _encoding(header: etree._Element) -> None:
    description = add(header, "encodingDesc")
    add(add(add(description, "editorialDecl"), "interpretation"), "p", _SAYS)
    declared = add(description, "classDecl")
    for taxonomy, category, words in (
        ("document-kinds", "kind-letter", "Letter"),
        ("document-states", STUB, "Envelope only"),
    ):
        made = add(add(declared, "taxonomy", xml_id=taxonomy), "category", xml_id=category)
        add(made, "catDesc", words)


def add_lists(parent: etree._Element, entries: Iterable[Joined]) -> None:
    """Add entries as authority lists, persons first."""
    every = list(entries)
    for kind, list_, item, name in _LISTS:
        of_kind = [one for one in every if one.kind is kind]
        if of_kind:
            made = add(parent, list_)
            for one in of_kind:
                _entry(add(made, item, xml_id=one.id), one, name)


def _entry(made: etree._Element, one: Joined, name: str) -> None:
    add(made, name, one.name, type="preferred")
    for form in one.forms:
        add(made, name, form, type="variant")
    for type_, value in one.identifiers:
        add(made, "idno", value, type=type_)


def authority_list(entries: Iterable[Joined], about: About, name: str) -> bytes:
    """Return the entries that a list of letters brings as an authority file of the edition."""
    root = etree.Element(tei("TEI"), nsmap=_NAMESPACES)
    file = add(add(root, "teiHeader"), "fileDesc")
    add(add(file, "titleStmt"), "title", f"Persons and places of {about.title or name}", type="main")
    statement = add(file, "publicationStmt")
    add(statement, "publisher", about.publisher or about.title or name)
    if about.licence or about.licence_url:
        licence = add(add(statement, "availability"), "licence", about.licence or about.licence_url)
        if about.licence_url:
            licence.set("target", about.licence_url)
    add(add(file, "sourceDesc"), "p", f"Names and identifiers of {name}.")
    add_lists(add(root, "standOff"), entries)
    return serialise(root)
