"""Read entries from TEI: person, place and org, wherever a file lists them (TEI P5, chapter 14, Names and Dates)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, cast

from lxml import etree

from tei.authority.entries import ALWAYS, Entry, Kind, Markup, Period, Variant
from tei.findings import Location
from tei.names import XML_ID, XML_LANG, tei
from tei.regexes import regex

PREFERRED: Final = frozenset({"preferred", "reg", "main", "pref"})
"""Types by which lists say "this name first"; the first name of an entry has that place where none says so."""

_KINDS: Final = {tei("person"): Kind.PERSON, tei("place"): Kind.PLACE, tei("org"): Kind.ORG}
_NAMES: Final = {
    Kind.PERSON: frozenset({tei("persName"), tei("name")}),
    Kind.PLACE: frozenset({tei("placeName"), tei("geogName"), tei("name")}),
    Kind.ORG: frozenset({tei("orgName"), tei("name")}),
    Kind.REPOSITORY: frozenset({tei("orgName"), tei("name")}),
}
_SURNAME: Final = tei("surname")
_FORENAME: Final = tei("forename")
_NOT_THE_NAME: Final = frozenset({tei("roleName"), tei("note"), tei("date")})
_LOCATING: Final = frozenset({tei("country"), tei("region"), tei("settlement")})
_READABLE_ID: Final = regex(r"[a-z]+(?:-[a-z]+)*")
_TEXT: Final = etree.XPath("string()")
_DATES: Final = ("when", "notBefore", "from", "notAfter", "to")


def listed(root: etree._Element) -> Iterator[tuple[Kind, etree._Element]]:
    """Yield every entry element of a document with its kind, in document order."""
    for element in root.iter(*_KINDS):
        kind = _KINDS[element.tag]
        parent = element.getparent()
        if kind is Kind.ORG and parent is not None and parent.get("type") == "repository":
            kind = Kind.REPOSITORY
        yield kind, element


def name_elements(kind: Kind, element: etree._Element) -> list[etree._Element]:
    """Return the elements that name the entry; a name of a place that holds other names (its country) is not one."""
    tags = _NAMES[kind]
    return [child for child in element if child.tag in tags and not (len(child) and _only_locates(child))]


def _only_locates(name: etree._Element) -> bool:
    """Tell whether a placeName made of country and settlement says where an archive is, not what it is called."""
    return name.tag == tei("placeName") and any(child.tag in _LOCATING for child in name)


def line_of(element: etree._Element) -> int:
    """Return the line of an element in its file, 0 where it was not read from one."""
    return cast("int | None", element.sourceline) or 0


def words(element: etree._Element) -> str:
    """Return the text of an element with white space evened out."""
    text = element.text if len(element) == 0 else str(_TEXT(element))
    return " ".join(text.split()) if text else ""


def read_variant(element: etree._Element, default_type: str) -> Variant:
    """Read one name; tagged surname and forenames give the reading order where the list writes "Kovalev, Ivan"."""
    surname = forenames = ""
    common_word = False
    form = words(element)
    if len(element):
        form, surname, forenames, common_word = _parts(element, form)
    if not surname and form.count(", ") == 1 and element.tag == tei("persName"):
        surname, _, forenames = form.partition(", ")
        form = f"{forenames} {surname}"
    return Variant(
        form=form,
        type=element.get("type") or default_type,
        lang=element.get(XML_LANG) or "",
        period=period_of(element),
        surname=surname,
        forenames=forenames,
        common_word=common_word,
        line=line_of(element),
    )


def _parts(element: etree._Element, form: str) -> tuple[str, str, str, bool]:
    """Return form, surname, forenames, and whether the surname is an everyday word."""
    surnames = [child for child in element if child.tag == _SURNAME]
    forenames = " ".join(words(child) for child in element if child.tag == _FORENAME)
    left_out = [child for child in element if child.tag in _NOT_THE_NAME]
    if left_out and len(left_out) < len(element):
        form = " ".join("".join(_text_without(element, _NOT_THE_NAME)).split()).strip(" ,")
    surname = " ".join(words(child) for child in surnames)
    if surname and form.startswith(f"{surname},"):
        form = f"{form[len(surname) + 1 :].strip()} {surname}"
    return form, surname, forenames, any(child.get("type") == "common-word" for child in surnames)


def _text_without(element: etree._Element, tags: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in tags:
            yield from _text_without(child, tags)
        yield child.tail or ""


def period_of(element: etree._Element) -> Period:
    """Return the years in which a name held: @when, or @from/@notBefore and @to/@notAfter (att.datable.w3c)."""
    get = element.get
    when = get("when")
    if when:
        return Period(when, when)
    start, end = get("from") or get("notBefore") or "", get("to") or get("notAfter") or ""
    return Period(start, end) if start or end else ALWAYS


def _moment(element: etree._Element, name: str) -> str:
    """Return the date of a birth, death or floruit: its attribute, else its words."""
    child = element.find(tei(name))
    if child is None:
        return ""
    values = [value for key in _DATES if (value := child.get(key))]
    return "/".join(values[:2]) or words(child)


def _note(element: etree._Element) -> str:
    for name in ("note", "desc", "p", "occupation"):
        for child in element.iterchildren(tei(name)):
            if child.get("type") != "reference-parts" and (text := words(child)):
                return text
    return ""


def ascii_word(name: str) -> str:
    """Return a name as one word for ids: lower case, ASCII, hyphens; empty where nothing Latin is left."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l").replace("ø", "o"))
    kept = "".join(char for char in plain if char.isascii() and (char.isalnum() or char in " -"))
    return "-".join(kept.replace("-", " ").split())


def _short(identifier: str, variants: tuple[Variant, ...], name: str) -> str:
    """Return the word for ids: the entry's own id where it is one, else the shortest name that the list offers."""
    if _READABLE_ID.fullmatch(identifier):
        return identifier
    offered = [variant.form for variant in variants if variant.type == "short"]
    offered += [variant.surname for variant in variants if variant.surname]
    offered += [variant.form for variant in variants if variant.type == "abbreviation"]
    return next((word for form in (*offered, name) if (word := ascii_word(form))), ascii_word(identifier))


def _sort(preferred: Variant) -> str:
    if not preferred.surname or preferred.form.startswith(preferred.surname):
        return preferred.form
    return f"{preferred.surname}, {preferred.form.removesuffix(preferred.surname).strip()}".rstrip(", ")


def read_entry(kind: Kind, element: etree._Element, path: str, *, built_in: bool = False) -> Entry | None:
    """Read one entry; None where it has no id or no name, which `checks` reports."""
    identifier = element.get(XML_ID)
    names = [read_variant(child, "variant") for child in name_elements(kind, element)]
    variants = [variant for variant in names if variant.form]
    if not identifier or not variants:
        return None
    chosen = next((place for place, variant in enumerate(variants) if variant.type in PREFERRED), 0)
    preferred = variants.pop(chosen)
    if preferred.type != "preferred":
        preferred = replace(preferred, type="preferred")
    ordered = (preferred, *variants)
    return Entry(
        id=identifier,
        kind=kind,
        name=preferred.form,
        short=_short(identifier, ordered, preferred.form),
        sort=_sort(preferred),
        variants=ordered,
        born=_moment(element, "birth") if kind is Kind.PERSON else "",
        died=_moment(element, "death") if kind is Kind.PERSON else "",
        floruit=_moment(element, "floruit") if kind is Kind.PERSON else "",
        note=_note(element),
        category=element.get("type") or "",
        idnos=tuple((child.get("type") or "", words(child)) for child in element.iterchildren(tei("idno"))),
        location=Location(path, line_of(element)),
        built_in=built_in,
        markup=Markup(element),
    )
