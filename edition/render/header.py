"""What a page says of a document, read from its header: tolerant of any project's TEI, silent where nothing is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.render.envelope import Envelope, read_envelopes
from edition.render.moments import earliest, moment
from edition.render.rows import Row, Value, content, elements, first, language, rows, value
from edition.render.source import archival_references, bibliography, description, languages
from tei.names import XML_ID

UNTITLED: Final = "Untitled document"
_TITLES: Final = "tei:fileDesc/tei:titleStmt/tei:title"
_PUBLISHERS: Final = ("publisher", "authority", "distributor")
_BY_ID: Final = etree.XPath("//*[@xml:id = $target]")
_DATES: Final = (
    "tei:profileDesc/tei:creation//tei:date",
    "tei:fileDesc/tei:sourceDesc//tei:origDate",
    "tei:fileDesc/tei:sourceDesc//tei:bibl/tei:date",
)


@dataclass(frozen=True, slots=True)
class Header:
    """A document's header in the words that a page prints; every text may be empty but `title` and `cite`.

    `date` is the moment of sending, else of writing, and `sort_key` the same as ISO 8601; `source` says where the piece
    is kept and printed, `people` who wrote, translated and edited, `edition` who publishes it and on what terms.
    """

    title: str
    title_lang: str
    subtitles: tuple[Value, ...]
    identifier: str
    lang: str
    kind: str
    date: Value | None
    sort_key: str
    abstract: tuple[Value, ...]
    envelopes: tuple[Envelope, ...]
    archive: tuple[Value, ...]
    source: tuple[Row, ...]
    people: tuple[Row, ...]
    edition: tuple[Row, ...]
    cite: str


def read_header(tree: etree._ElementTree) -> Header:
    """Read the header of a document; one without a teiHeader has a title that says so, and little else."""
    root = tree.getroot()
    found = elements(root, "tei:teiHeader")
    header = found[0] if found else root
    lang = language(root)
    titles = _titles(header)
    title = titles[0] if titles else Value(UNTITLED)
    envelopes = read_envelopes(header)
    date, sort_key = _date(header, envelopes)
    archive = archival_references(header)
    people = _people(header)
    return Header(
        title=title.text,
        title_lang=title.lang,
        subtitles=titles[1:],
        identifier=_identifier(root, header),
        lang=lang,
        kind=_kind(root, header),
        date=date,
        sort_key=sort_key,
        abstract=_abstract(header),
        envelopes=envelopes,
        archive=archive,
        source=(
            *rows(("Date", [date] if date and not envelopes else [])),
            *rows(*(("Archive", [each]) for each in archive)),
            *description(header),
            *languages(header, lang),
            *bibliography(header),
        ),
        people=people,
        edition=_edition(header),
        cite=_citation(header, title.text, archive, _translator(people), _identifier(root, header)),
    )


def _titles(header: etree._Element) -> tuple[Value, ...]:
    """Return the titles, the main one first, each once."""
    main = elements(header, f"{_TITLES}[@type = 'main']")
    others = [each for each in elements(header, _TITLES) if each not in main]
    found = [Value(content(each), lang=language(each)) for each in (*main, *others)]
    return tuple(dict.fromkeys(each for each in found if each.text))


def _identifier(root: etree._Element, header: etree._Element) -> str:
    return root.get(XML_ID, "") or first(header, "tei:fileDesc/tei:publicationStmt/tei:idno")


def _kind(root: etree._Element, header: etree._Element) -> str:
    """Return the kind of document in the words of the taxonomy that it points into."""
    for reference in elements(header, "tei:profileDesc/tei:textClass/tei:catRef"):
        for target in reference.get("target", "").split():
            category = _BY_ID(root, target=target.lstrip("#"))
            if isinstance(category, list) and category and isinstance(category[0], etree._Element):
                return content(category[0])
    return ""


def _date(header: etree._Element, envelopes: tuple[Envelope, ...]) -> tuple[Value | None, str]:
    for envelope in envelopes:
        if envelope.sent is not None:
            return envelope.sent, envelope.sort_key
    for path in _DATES:
        for element in elements(header, path):
            if (found := moment(element)).text:
                return found, earliest(element)
    return None, ""


def _abstract(header: etree._Element) -> tuple[Value, ...]:
    path = "tei:profileDesc/tei:abstract"
    blocks = elements(header, f"{path}/tei:p | {path}/tei:ab") or elements(header, path)
    return tuple(Value(content(each), lang=language(each)) for each in blocks if content(each))


def _people(header: etree._Element) -> tuple[Row, ...]:
    """Return authors, then editors by their role, then whoever did what."""
    made = list(rows(("Author", [_named(each) for each in elements(header, "tei:fileDesc/tei:titleStmt/tei:author")])))
    for editor in elements(header, "tei:fileDesc/tei:titleStmt/tei:editor"):
        made += rows(((editor.get("role") or "editor").capitalize(), [_named(editor)]))
    for statement in elements(header, "tei:fileDesc/tei:titleStmt/tei:respStmt"):
        label = first(statement, "tei:resp") or "Responsible"
        people = elements(statement, "tei:persName | tei:orgName | tei:name")
        made += rows((label[:1].upper() + label[1:], [value(each, "ref") for each in people]))
    return _merged(made)


def _named(element: etree._Element) -> Value:
    """Return a person with the pointer of the name inside, where it has one."""
    names = elements(element, "tei:persName | tei:orgName | tei:name")
    return value(names[0], "ref") if len(names) == 1 else value(element, "ref")


def _merged(found: list[Row]) -> tuple[Row, ...]:
    """Return one row for each label, the values in order."""
    labels = dict.fromkeys(row.label for row in found)
    return tuple(Row(label, tuple(v for row in found if row.label == label for v in row.values)) for label in labels)


def _edition(header: etree._Element) -> tuple[Row, ...]:
    publication = "tei:fileDesc/tei:publicationStmt"
    published = [each for name in _PUBLISHERS for each in elements(header, f"{publication}/tei:{name}")]
    dates = elements(header, f"{publication}/tei:date")
    return rows(
        ("Edition", [value(each) for each in elements(header, "tei:fileDesc/tei:editionStmt/*")]),
        ("Series", [value(each) for each in elements(header, "tei:fileDesc/tei:seriesStmt/tei:title")]),
        ("Published by", [*(value(each) for each in published), *(moment(each) for each in dates)]),
        ("Licence", _licences(header)),
        ("Statement", [value(each) for each in elements(header, f"{publication}/tei:p")]),
        ("Status", _status(header)),
    )


def _licences(header: etree._Element) -> list[Value]:
    path = "tei:fileDesc/tei:publicationStmt/tei:availability"
    found = [value(each, "target") for each in elements(header, f"{path}/tei:licence | {path}/tei:p")]
    return [Value(each.text or each.href, each.href, each.lang) for each in found]


def _status(header: etree._Element) -> list[Value]:
    """Return the last change of state: TEI lists changes with the latest first or last, so the date decides."""
    changes = elements(header, "tei:revisionDesc//tei:change")
    if not changes:
        stated = [each.get("status", "") for each in elements(header, "tei:revisionDesc[@status]")]
        return [Value(text) for text in stated]
    last = max(changes, key=lambda change: change.get("when", ""))
    day = moment(last)
    dated = last.get("when") is not None
    state = last.get("status", "") or next((c.get("status", "") for c in changes if c.get("status")), "")
    when = [Value(day.text, datetime=day.datetime)] if dated else []
    return [Value(state), *when, value(last)]


def _translator(people: tuple[Row, ...]) -> str:
    return next((row.text for row in people if row.label == "Translator"), "")


def _citation(header: etree._Element, title: str, archive: tuple[Value, ...], translator: str, identifier: str) -> str:
    """Return how to cite the document: title, archive, translator, publisher and year, identifier."""
    publication = "tei:fileDesc/tei:publicationStmt"
    publisher = first(header, *(f"{publication}/tei:{name}" for name in _PUBLISHERS))
    published = elements(header, f"{publication}/tei:date")
    year = (published[0].get("when") or content(published[0]))[:4] if published else ""
    parts = [
        f"“{title.rstrip('.')}”",
        archive[0].text if archive else "",
        f"Translated by {translator}" if translator else "",
        ", ".join(filter(None, [publisher, year])),
        identifier,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
