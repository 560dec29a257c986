"""What machines read in the head of pages: JSON-LD as a processor of it expands it, and lines of three vocabularies.

The properties of schema.org are held against the classes that it gives them to, by a table of our own: its own context
is on the web, and tests reach no network.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edition.corpus.model import (
    Action,
    Corpus,
    Document,
    Entry,
    Envelope,
    Holding,
    Kind,
    Mention,
    Moment,
    Name,
    Responsible,
    Version,
)
from edition.site.metas import site_json_ld, telegram_json_ld, telegram_metas
from edition.site.plan import Settings, Site

THING = {"name", "url", "identifier", "sameAs", "description", "potentialAction"}
WORK = THING | {
    *("about", "abstract", "author", "creator", "dateCreated", "dateModified", "datePublished", "encoding", "genre"),
    *("inLanguage", "isAccessibleForFree", "isPartOf", "license", "mentions", "publisher", "temporalCoverage"),
    *("translator", "version", "workTranslation"),
}
ALLOWED = {
    "Message": WORK | {"sender", "recipient", "dateSent", "dateReceived"},
    "ArchiveComponent": WORK | {"holdingArchive", "itemLocation"},
    "Collection": WORK | {"collectionSize"},
    "Dataset": WORK,
    "WebSite": WORK,
    "MediaObject": WORK | {"contentUrl", "encodingFormat"},
    "Person": THING,
    "Organization": THING | {"location"},
    "ArchiveOrganization": THING | {"location"},
    "Place": THING,
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
}
"""Properties that schema.org gives to a class or to those above it, of those that we use."""

ENTRIES = (
    Entry("vetrov", Kind.PERSON, "Pavel Vetrov", sort="Vetrov, Pavel", identifiers=(("wikidata", "Q42"), ("own", "7"))),
    Entry("karsk", Kind.PLACE, "Karsk"),
)
DOCUMENT = Document(
    "t1937-08-30-vetrov",
    Path("x.xml"),
    "0123456789abcdef" * 4,
    kind="telegram",
    lang="en",
    title='Telegram "No. 417" <of> Karsk',
    date=Moment(when="1937-08-30T00:15:00"),
    envelopes=(
        Envelope(
            (
                Action("sent", names=(Name("VETROV", Kind.PERSON, "vetrov"),)),
                Action(
                    "received", names=(Name("the institute", Kind.ORGANISATION),), dates=(Moment(when="1937-08-31"),)
                ),
            )
        ),
    ),
    holdings=(Holding("AKPI", "Archive of Karsk", (("fond", "12"),), citation="AKPI, f. 12", settlement="Leningrad"),),
    responsible=(Responsible("translated by", Name("Ida Fairweather", Kind.PERSON)),),
    versions=(Version("2026-11-22"),),
    mentions=(Mention(Kind.PLACE, "karsk"), Mention(Kind.PERSON, "nobody")),
    abstract=("The barometer is broken. " * 20,),
)
OTHER = replace(DOCUMENT, id="t1937-08-30-vetrov-ru", lang="ru")
SITE = Site(
    Corpus(
        (DOCUMENT, OTHER),
        entries={(entry.kind, entry.key): entry for entry in ENTRIES},
        translations={DOCUMENT.id: (OTHER.id, "gone")},
        by_id={DOCUMENT.id: DOCUMENT, OTHER.id: OTHER},
    ),
    Settings(
        "Karsk",
        publisher="Karsk Press",
        url="https://karsk.example/",
        licence_url="https://licence.example/",
        editors=("Tobias Renn",),
        languages=("en", "ru"),
    ),
)
PATH = SITE.address("telegram", DOCUMENT.id)


def things(value: Any) -> list[dict[str, Any]]:
    """All nodes of JSON-LD."""
    if isinstance(value, list):
        return [thing for each in value for thing in things(each)]
    if not isinstance(value, dict):
        return []
    inner = [thing for each in value.values() for thing in things(each)]
    return [value, *inner] if "@type" in value else inner


@pytest.mark.parametrize(
    "value", [telegram_json_ld(DOCUMENT, SITE, PATH), site_json_ld(SITE)], ids=["telegram", "site"]
)
def test_every_property_belongs_to_its_class(value: dict[str, object]) -> None:
    for thing in things(value):
        types = [thing["@type"]] if isinstance(thing["@type"], str) else thing["@type"]
        allowed = set().union(*(ALLOWED[each] for each in types))
        assert {name for name in thing if not name.startswith("@")} <= allowed
        assert all(content not in ("", [], {}, None) for content in thing.values())


@pytest.mark.parametrize(
    "value", [telegram_json_ld(DOCUMENT, SITE, PATH), site_json_ld(SITE)], ids=["telegram", "site"]
)
def test_a_processor_of_json_ld_reads_it(value: dict[str, object]) -> None:
    """With a context that says the same as schema.org's of the names that we use."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs PyLD")
    local = json.loads(json.dumps(value)) | {"@context": {"@vocab": "https://schema.org/"}}
    nodes = jsonld.flatten(jsonld.expand(local))
    kinds = {kind for node in nodes for kind in node.get("@type", [])}
    assert kinds & {"https://schema.org/Message", "https://schema.org/Dataset"}
    assert not any(name.startswith("_:") for node in nodes for name in node if name != "@id")


def test_a_telegram_is_a_message_in_an_archive() -> None:
    found = telegram_json_ld(DOCUMENT, SITE, PATH)
    assert found["@type"] == ["Message", "ArchiveComponent"]
    assert found["@id"] == f"https://karsk.example/{PATH}"
    assert (found["dateSent"], found["dateReceived"]) == ("1937-08-30T00:15:00", "1937-08-31")
    assert found["itemLocation"] == ["AKPI, f. 12"]
    assert found["sender"] == [
        {
            "@type": "Person",
            "@id": "https://karsk.example/persons/vetrov.html",
            "name": "Pavel Vetrov",
            "url": "https://karsk.example/persons/vetrov.html",
            "sameAs": ["http://www.wikidata.org/entity/Q42"],
        }
    ]
    assert found["recipient"] == [{"@type": "Organization", "name": "the institute"}]
    assert [each["name"] for each in found["mentions"]] == ["Karsk"]  # type: ignore[attr-defined]
    assert [each["inLanguage"] for each in found["workTranslation"]] == ["ru"]  # type: ignore[attr-defined]


def test_a_range_is_what_the_telegram_covers_not_when_it_was_sent() -> None:
    vague = replace(DOCUMENT, date=Moment(not_before="1937-08", not_after="1938"), envelopes=(), holdings=())
    found = telegram_json_ld(replace(vague, authors=(Name("Someone", Kind.PERSON),)), SITE, PATH)
    assert (found["dateCreated"], found["temporalCoverage"]) == ("1937-08", "1937-08/1938")
    assert "dateSent" not in found
    assert found["author"] == [{"@type": "Person", "name": "Someone"}]
    assert "holdingArchive" not in found


def test_without_an_address_nothing_has_one() -> None:
    site = replace(SITE, settings=Settings("Karsk"))
    for value in (telegram_json_ld(DOCUMENT, site, PATH), site_json_ld(site)):
        assert not [thing for thing in things(value) if "@id" in thing or "url" in thing or "contentUrl" in thing]
    assert not [meta for meta in telegram_metas(DOCUMENT, site, PATH) if meta.name in ("og:url", "citation_public_url")]


def test_the_edition_is_a_data_set_that_can_be_searched() -> None:
    collection, page = site_json_ld(SITE)["@graph"]  # type: ignore[misc]
    assert collection["@type"] == ["Dataset", "Collection"]
    assert (collection["collectionSize"], collection["temporalCoverage"]) == (2, "1937")
    assert collection["dateModified"] == "2026-11-22"
    assert (
        page["potentialAction"]["target"]["urlTemplate"] == "https://karsk.example/search.html?q={search_term_string}"
    )


def lines(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in telegram_metas(document, SITE, PATH):
        assert meta.content
        assert meta.property == meta.name.startswith(("og:", "article:"))
        found.setdefault(meta.name, []).append(meta.content)
    return found


def test_zotero_takes_a_letter_with_its_archive() -> None:
    """bib.type makes it a letter; DC.coverage is what Zotero reads the place in the archive from."""
    found = lines(DOCUMENT)
    assert found["bib.type"] == ["Letter"]
    assert found["citation_title"] == [DOCUMENT.title]
    assert found["citation_author"] == ["Vetrov, Pavel"]
    assert found["citation_publication_date"] == ["1937/08/30"]
    assert found["DC.coverage"] == found["DC.source"] == ["AKPI, f. 12"]
    assert found["DC.contributor"] == ["Ida Fairweather"]
    assert found["DCTERMS.bibliographicCitation"][0].startswith("Vetrov, Pavel. 1937. “Telegram ‘No. 417’")


def test_descriptions_are_cut_between_words() -> None:
    assert len(lines(DOCUMENT)["og:description"][0]) <= 302
    assert lines(DOCUMENT)["og:description"][0].endswith(" …")
    assert lines(replace(DOCUMENT, abstract=("Short.",)))["og:description"] == ["Short."]


def test_a_document_that_is_no_letter_is_not_called_one() -> None:
    assert "bib.type" not in lines(replace(DOCUMENT, kind="note"))
