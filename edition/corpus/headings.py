"""What a header says of a document beside its envelope: titles, people, kind, origin, terms, versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from edition.corpus.model import Moment, Name, Relation, Responsible, Version
from edition.corpus.moments import dated
from edition.corpus.naming import Naming
from edition.corpus.pointers import safe
from edition.corpus.wording import distinct, language, words
from tei.names import XML_ID, XML_LANG, tei

_FILE: Final = f"{tei('fileDesc')}/"
_TITLE: Final = f"{_FILE}{tei('titleStmt')}/"
_PUBLICATION: Final = f"{_FILE}{tei('publicationStmt')}/"
_SOURCE: Final = f"{_FILE}{tei('sourceDesc')}"
_PROFILE: Final = f"{tei('profileDesc')}/"
_PUBLISHERS: Final = ("publisher", "authority", "distributor")
_BLOCKS: Final = (tei("p"), tei("ab"))
_BIBLIOGRAPHY: Final = tuple(map(tei, ("bibl", "biblStruct", "biblFull", "p")))
_NAMES: Final = tuple(map(tei, ("persName", "orgName", "name", "rs")))
_DATES: Final = (
    f"{_PROFILE}{tei('creation')}//{tei('date')}",
    f"{_SOURCE}//{tei('origDate')}",
    f"{_SOURCE}//{tei('bibl')}/{tei('date')}",
)
_OTHERS: Final = frozenset(("original", "translation", "translationof", "translatedfrom"))


def titles_of(header: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the titles with their languages, the main one first, each once."""
    found = header.findall(f"{_TITLE}{tei('title')}")
    found.sort(key=lambda title: title.get("type") != "main")
    return tuple(dict.fromkeys((text, language(each)) for each in found if (text := words(each))))


def authors_of(header: etree._Element, naming: Naming) -> tuple[Name, ...]:
    """Return the authors of the title statement."""
    found = (naming.named(each) for each in header.iterfind(f"{_TITLE}{tei('author')}"))
    return tuple(dict.fromkeys(name for name in found if name.text))


def responsible_of(header: etree._Element, naming: Naming) -> tuple[Responsible, ...]:
    """Return editors by their role, and whoever a respStmt names with what they did."""
    made = [
        Responsible(each.get("role") or "editor", naming.named(each))
        for each in header.iterfind(f"{_TITLE}{tei('editor')}")
    ]
    for statement in header.iterfind(f"{_TITLE}{tei('respStmt')}"):
        role = ", ".join(distinct(words(each) for each in statement.iterchildren(tei("resp"))))
        made += [Responsible(role, naming.name(each)) for each in statement.iterchildren(*_NAMES)]
    return tuple(dict.fromkeys(one for one in made if one.name.text))


def kind_of(root: etree._Element, header: etree._Element) -> str:
    """Return the kind of document as a code: the category that it points at, the type of its text, of its form."""
    text = root.find(tei("text"))
    stated = text.get("type", "").strip() if text is not None else ""
    if stated == "context":
        return stated
    for reference in header.iterfind(f"{_PROFILE}{tei('textClass')}/{tei('catRef')}"):
        for target in reference.get("target", "").split():
            if code := safe(target.rpartition("#")[2].rpartition(":")[2]):
                return code.removeprefix("kind-")  # so that an id of ours is none of the text's
    form = header.find(f"{_SOURCE}//{tei('objectDesc')}")
    found = stated or (form.get("form", "").strip() if form is not None else "")
    return safe(found).lower() or ("letter" if header.find(f".//{tei('correspDesc')}") is not None else "")


def written(header: etree._Element, text: etree._Element | None) -> Moment:
    """Return when a document without a date of sending was written: creation, origDate, the dateline of its text."""
    for path in _DATES:
        if (moment := dated(header.iterfind(path))).earliest:
            return moment
    line = next(text.iter(tei("dateline")), None) if text is not None else None
    return dated(line.iter(tei("date"))) if line is not None else Moment()


def abstract_of(header: etree._Element) -> tuple[tuple[str, ...], str]:
    """Return the paragraphs of the abstract, and its language; the first where there are several."""
    abstract = header.find(f"{_PROFILE}{tei('abstract')}")
    if abstract is None:
        return (), ""
    found = distinct(words(each) for each in abstract.iter(*_BLOCKS)) or distinct((words(abstract),))
    block = next(abstract.iterchildren(*_BLOCKS), abstract)
    return found, block.get(XML_LANG) or language(abstract)


def original_lang(header: etree._Element) -> str:
    """Return the language that the piece itself is in (textLang), empty where that is not told."""
    found = header.find(f"{_SOURCE}//{tei('textLang')}")
    return found.get("mainLang", "").strip() if found is not None else ""


def capture_of(header: etree._Element) -> tuple[str, str]:
    """Return title and address of the page that the text was read from."""
    for bibl in header.iterfind(f"{_SOURCE}//{tei('bibl')}[@type='capture']"):
        addresses = (each.get("target", "") for each in bibl.iter(tei("ref"), tei("ptr")))
        url = next((one for one in addresses if one.lower().startswith(("http://", "https://"))), "")
        return words(bibl.find(tei("title"))), url
    return "", ""


def printed_in(header: etree._Element) -> tuple[str, ...]:
    """Return the printed sources and translations as a reader cites them."""
    source = header.find(_SOURCE)
    found = source.iter(*_BIBLIOGRAPHY) if source is not None else ()
    if not any(_is_printed(each) for each in found):
        return ()
    # Imported where it is used: telegrams of archives seldom have printed sources, and rendering takes time to load.
    from edition.render.source import bibliography

    return distinct(row.text for row in bibliography(header) if row.label != "Read from")


def _is_printed(bibl: etree._Element) -> bool:
    """Say whether an element of the source may be a printed one: no page that was captured, not of the manuscript."""
    return bibl.get("type") != "capture" and not any(each.tag == tei("msDesc") for each in bibl.iterancestors())


def terms_of(header: etree._Element) -> tuple[str, str, str, str]:
    """Return publisher, date of publication, licence in words and its address."""
    found = (words(each) for name in _PUBLISHERS for each in header.iterfind(f"{_PUBLICATION}{tei(name)}"))
    publisher = next(filter(None, found), "")
    date = header.find(f"{_PUBLICATION}{tei('date')}")
    published = (date.get("when") or words(date)) if date is not None else ""
    licence = header.find(f"{_PUBLICATION}{tei('availability')}/{tei('licence')}")
    if licence is None:
        return publisher, published, words(header.find(f"{_PUBLICATION}{tei('availability')}")), ""
    pointers = (licence, *licence.iter(tei("ref"), tei("ptr")))
    target = next(filter(None, (each.get("target", "").strip() for each in pointers)), "")
    return publisher, published, words(licence) or target, target


def identifiers_of(header: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the (type, value) pairs by which the publication is known."""
    found = header.iterfind(f"{_PUBLICATION}{tei('idno')}")
    return tuple(dict.fromkeys((each.get("type", ""), text) for each in found if (text := words(each))))


def principles_of(header: etree._Element) -> tuple[str, ...]:
    """Return the paragraphs of the editorial declaration."""
    path = f"{tei('encodingDesc')}/{tei('editorialDecl')}"
    return distinct(words(each) for declared in header.iterfind(path) for each in declared.iter(*_BLOCKS))


def versions_of(header: etree._Element) -> tuple[Version, ...]:
    """Return the changes of state in the order of the file, each with its ISO date, status and words."""
    found = (
        Version(each.get("when") or each.get("to") or each.get("notAfter") or "", each.get("status", ""), words(each))
        for each in header.iterfind(f"{tei('revisionDesc')}//{tei('change')}")
    )
    return tuple(version for version in found if version != Version())


def relations_of(root: etree._Element, header: etree._Element) -> tuple[Relation, ...]:
    """Return the original and the translations that a header names (relatedItem, bibl), whatever holds the pointer."""
    return tuple(dict.fromkeys(_relations(root, header)))


def _relations(root: etree._Element, header: etree._Element) -> Iterator[Relation]:
    for target in root.get("corresp", "").split():
        yield Relation("parallel", target)
    source = header.find(_SOURCE)
    related = header.iter(tei("relatedItem"))
    bibliography = source.iter(tei("bibl")) if source is not None else ()
    for element in (*related, *bibliography):
        stated = element.get("type", "").lower()
        if stated.replace("-", "").replace("_", "") not in _OTHERS:
            continue
        pointers = [element.get("target", "")] + [
            each.get("target", "") for each in element.iter(tei("ref"), tei("ptr"), tei("bibl"))
        ]
        for target in filter(None, (part for pointer in pointers for part in pointer.split())):
            href = target if target.lower().startswith(("http://", "https://")) else ""
            yield Relation("translation" if stated == "translation" else "original", target, words(element), href=href)


def identity_of(root: etree._Element, header: etree._Element) -> str:
    """Return what a document calls itself: its xml:id, else the first local idno of its publication, else nothing."""
    if own := root.get(XML_ID):
        return safe(own)
    found = identifiers_of(header)
    chosen = sorted(found, key=lambda pair: "://" in pair[1])
    return safe(chosen[0][1]) if chosen and "://" not in chosen[0][1] else ""
