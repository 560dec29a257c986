"""Where a document is kept and printed: msDesc and bibl as a reader cites them, whatever project wrote them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from edition.render.rows import Row, Value, content, elements, first, link, rows, value
from tei.names import local
from tei.text import normalise_space

_HOLDING: Final = "tei:repository | tei:institution | tei:settlement | tei:country | tei:collection"
_MANUSCRIPTS: Final = "tei:fileDesc/tei:sourceDesc//tei:msDesc"
_UNITS: Final = {
    "page": "p.",
    "pages": "pp.",
    "pp": "pp.",
    "volume": "vol.",
    "vol": "vol.",
    "issue": "no.",
    "number": "no.",
    "part": "part",
    "chapter": "ch.",
    "document": "doc.",
}
_BIBLIOGRAPHY: Final = {
    "printed": "Printed in",
    "reprint": "Reprinted in",
    "translation": "Translated in",
    "capture": "Read from",
}


def archival_references(header: etree._Element) -> tuple[Value, ...]:
    """Return the places where the piece is kept, the first being the one that the text was taken from."""
    found: list[Value] = []
    for manuscript in elements(header, _MANUSCRIPTS):
        for identifier in elements(manuscript, "tei:msIdentifier"):
            counted = elements(identifier, ".//tei:idno[@type = 'listy' or @type = 'pages']")
            leaves = "" if counted else _leaves(manuscript)
            found.append(_holding(identifier, leaves))
            found += [_holding(other, "") for other in elements(identifier, "tei:altIdentifier")]
    return tuple(value for value in found if value.text)


def _holding(identifier: etree._Element, leaves: str) -> Value:
    keepers = [content(each) for each in elements(identifier, _HOLDING)]
    ordered = [*_with_kind(identifier, "repository", "institution"), *_with_kind(identifier, "settlement", "country")]
    rest = [keeper for keeper in keepers if keeper not in ordered]
    numbers = [part for idno in elements(identifier, "tei:idno") for part in _shelfmark(idno)]
    repository = elements(identifier, "tei:repository")
    href = link(repository[0], "ref") if repository else ""
    note = [content(each) for each in elements(identifier, "tei:note")]
    return Value(", ".join(filter(None, [*ordered, *rest, *numbers, leaves, *note])), href)


def _with_kind(identifier: etree._Element, *names: str) -> list[str]:
    found = (content(each) for name in names for each in elements(identifier, f"tei:{name}"))
    return [text for text in found if text]


def _shelfmark(idno: etree._Element) -> list[str]:
    """Return "fond 558", "opis 11" for the parts of a reference, the text of one that has no parts."""
    parts = elements(idno, "tei:idno")
    if not parts:
        return [content(idno)]
    return [f"{part.get('type', '')} {content(part)}".strip() for part in parts]


def _leaves(manuscript: etree._Element) -> str:
    return ", ".join(filter(None, (content(each) for each in elements(manuscript, "tei:msContents//tei:locus"))))


def description(header: etree._Element) -> tuple[Row, ...]:
    """Return what is said of the piece itself: its form, extent, hands."""
    form = [Value(each.get("form", "")) for each in elements(header, f"{_MANUSCRIPTS}//tei:objectDesc")]
    extent = [value(each) for each in elements(header, f"{_MANUSCRIPTS}//tei:extent")]
    hands = [value(each) for each in elements(header, f"{_MANUSCRIPTS}//tei:handDesc//tei:handNote")]
    stated = [value(each) for each in elements(header, f"{_MANUSCRIPTS}/tei:physDesc/tei:p")]
    return rows(("Form", form + extent + stated), ("Hands", hands))


def languages(header: etree._Element, text: str) -> tuple[Row, ...]:
    """Return the language of the text as given and that of the original."""
    declared = elements(header, "tei:profileDesc/tei:langUsage/tei:language")
    names = {each.get("ident", ""): content(each) for each in declared}
    original = elements(header, f"{_MANUSCRIPTS}//tei:textLang")
    originals = [
        Value(content(each) or names.get(each.get("mainLang", ""), "") or each.get("mainLang", "")) for each in original
    ]
    given = names.get(text, "") or text
    if originals and any(each.get("mainLang", text) != text for each in original):
        return rows(("Language", [Value(given)]), ("Original in", originals))
    return rows(("Language", [Value(given)] if given else originals))


def bibliography(header: etree._Element) -> tuple[Row, ...]:
    """Return the printed sources and the page that the text was read from, a row each."""
    path = (
        "tei:fileDesc/tei:sourceDesc//tei:bibl[not(ancestor::tei:bibl or ancestor::tei:msDesc)] | "
        "tei:fileDesc/tei:sourceDesc//tei:biblStruct | tei:fileDesc/tei:sourceDesc/tei:biblFull"
    )
    made = [
        Row(_BIBLIOGRAPHY.get(each.get("type", ""), "Source"), (reference,))
        for each in elements(header, path)
        if (reference := _bibliographic(each)).text
    ]
    stated = [value(each) for each in elements(header, "tei:fileDesc/tei:sourceDesc/tei:p")]
    return (*made, *rows(("Source", stated)))


def _bibliographic(bibl: etree._Element) -> Value:
    """Return a reference as it is written, else its parts parted by commas; a citation given word for word wins."""
    cited = first(bibl, "tei:note[@type = 'citation']")
    pointers = elements(bibl, ".//tei:ref[@target] | .//tei:ptr[@target]")
    href = next((safe for each in pointers if (safe := link(each, "target"))), "")
    title = first(bibl, ".//tei:title")
    if cited:
        return Value(f"{title}: {cited}" if title and title not in cited else cited, href)
    return Value(content(bibl) if _is_prose(bibl) else ", ".join(_parts(bibl)), href)


def _is_prose(bibl: etree._Element) -> bool:
    """Say whether words or commas stand between the parts: then the reference is punctuated already."""
    between = bibl.xpath("text()")
    return isinstance(between, list) and bool(normalise_space("".join(str(piece) for piece in between)))


def _parts(bibl: etree._Element) -> list[str]:
    leaves: list[str] = []
    for child in bibl.iterchildren(etree.Element):
        name = local(str(child.tag))
        if name in {"analytic", "monogr", "imprint", "series"}:
            leaves += _parts(child)
        elif name not in {"idno", "ref", "ptr", "note"}:
            leaves.append(_part(child, name))
    return [leaf for leaf in leaves if leaf]


def _part(child: etree._Element, name: str) -> str:
    text = content(child)
    if name == "editor" and text:
        return f"{text} ({child.get('role') or 'ed.'})"
    unit = _UNITS.get(child.get("unit", ""), "") if name in {"biblScope", "citedRange"} else ""
    if unit == "p." and any(dash in text for dash in "-–—,"):
        unit = "pp."
    return text if not unit or not text[:1].isdigit() else f"{unit} {text}"
