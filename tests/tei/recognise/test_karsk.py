"""The twelve pages of the example edition, encoded and compared with what a careful editor reads off them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.encoding import EncodingReport, Job, encode
from tei.names import NAMESPACES, local

KARSK = Path(__file__).resolve().parents[3] / "examples" / "karsk"
EXPECTED: dict[str, Any] = json.loads((KARSK / "expected.json").read_text(encoding="utf-8"))
NAMES = sorted(name for name in EXPECTED if name != "about")
ENVELOPE = "//tei:correspDesc[@xml:id='telegram-envelope']/tei:correspAction"
INNER = "//tei:correspDesc[@corresp='#message-text']/tei:correspAction"
MESSAGE = "//tei:div[@type='message']"


@dataclass(frozen=True)
class Page:
    """One page encoded: its tree, what is expected of it, the family that it was read as."""

    name: str
    tree: Any
    expected: dict[str, Any]
    layout: str

    def all(self, path: str) -> list[Any]:
        found = self.tree.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found

    def texts(self, path: str) -> list[str]:
        return [words(found) for found in self.all(path)]

    def one(self, path: str) -> str | None:
        found = self.texts(path)
        assert len(found) < 2, (path, found)
        return found[0] if found else None

    def first(self, path: str) -> str | None:
        found = self.texts(path)
        return found[0] if found else None

    def preferred(self, path: str) -> list[str]:
        """The preferred names of the entries that names point at, or the names as written where they point at none."""
        return [
            self.first(f"//tei:standOff//*[@xml:id='{name.get('ref')[1:]}']/*[@type='preferred']") or ""
            if name.get("ref")
            else words(name)
            for name in self.all(path)
        ]


def words(found: Any) -> str:
    """The text of an element or attribute with single spaces; brackets are written again round what was in them."""
    return " ".join((found if isinstance(found, str) else "".join(pieces(found))).split())


def pieces(element: Any) -> list[str]:
    around = {"supplied": ("[", "]"), "ex": ("[", "]")}.get(local(str(element.tag)), ("", ""))
    inside = [element.text or ""]
    for child in element:
        inside += [*pieces(child), child.tail or ""]
    return [around[0], *inside, around[1]]


@pytest.fixture(scope="module")
def report(karsk_job: Job, tmp_path_factory: pytest.TempPathFactory) -> EncodingReport:
    return encode(
        [KARSK / "captures" / name for name in NAMES], replace(karsk_job, output=tmp_path_factory.mktemp("k"))
    )


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest, report: EncodingReport) -> Page:
    name = request.param
    (document,) = [document for document in report.documents if Path(document.source).name == name]
    assert str(document.outcome) == "written"
    (layout,) = [account.layout for account in report.accounts if Path(account.source).name == name]
    (expected,) = EXPECTED[name]
    return Page(name, etree.parse(document.path), expected, layout)


def points(page: Page) -> dict[str, int]:
    """How many blocks each numbered point has."""
    blocks = {str(p.get("n")): 1 for p in page.all(f"{MESSAGE}/tei:p[@n]")}
    return blocks | {str(div.get("n")): len(div) for div in page.all(f"{MESSAGE}/tei:div[@type='point']")}


def archive(page: Page, identifier: str) -> dict[str, str]:
    """Repository and parts of a reference, without its leaves."""
    (found,) = page.all(identifier)
    ref = found.find("tei:repository", NAMESPACES).get("ref")[1:]
    short = page.first(f"//tei:standOff//*[@xml:id='{ref}']/tei:orgName[@type='abbreviation']")
    parts = {str(part.get("type")): str(part.text) for part in found.iterfind("tei:idno/tei:idno", NAMESPACES)}
    return {"repository": short or ref} | {key: value for key, value in parts.items() if key in PARTS}


PARTS = ("fond", "opis", "papka", "delo", "box", "folder")


def without_leaves(reference: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in reference.items() if key != "leaves"}


def leaves(page: Page) -> list[list[str]]:
    return [[str(locus.get("from")), str(locus.get("to"))] for locus in page.all("//tei:msItem//tei:locus")]


def printed(page: Page, condition: str) -> dict[str, Any] | None:
    if not page.all(f"//tei:sourceDesc/tei:bibl[{condition}]"):
        return None
    bibl = f"//tei:sourceDesc/tei:bibl[{condition}]"
    found = {
        "type": page.one(f"{bibl}/@type"),
        "editors": page.texts(f"{bibl}/tei:editor"),
        "title": page.one(f"{bibl}/tei:title[not(@type)]"),
        "title_translated": page.one(f"{bibl}/tei:title[@type='translated']"),
        "volume": page.one(f"{bibl}/tei:biblScope[@unit='volume']"),
        "book": page.one(f"{bibl}/tei:biblScope[@unit='book']"),
        "volume_title": page.one(f"{bibl}/tei:title[@type='sub']"),
        "place": page.one(f"{bibl}/tei:pubPlace"),
        "publisher": page.one(f"{bibl}/tei:publisher"),
        "year": int(page.one(f"{bibl}/tei:date/@when") or 0),
        "pages": page.one(f"{bibl}/tei:citedRange"),
    }
    return {key: value for key, value in found.items() if value}


def without_type(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key != "type"}


Reader = Callable[[Page], Any]
READERS: dict[str, Reader] = {
    "kind": lambda p: (p.one("//tei:catRef/@target") or "#").removeprefix("#").removeprefix("kind-"),
    "title": lambda p: p.one("//tei:titleStmt/tei:title[@type='source']"),
    "number": lambda p: p.first("//tei:div[@type='preamble']//tei:num[@type='telegram']"),
    "sender": lambda p: p.preferred(f"{ENVELOPE}[@type='sent']/tei:persName")[0],
    "recipient": lambda p: p.preferred(f"{ENVELOPE}[@type='received']/*[self::tei:persName or self::tei:orgName]")[0],
    "sender_in_authority": lambda p: bool(p.all(f"{ENVELOPE}[@type='sent']/tei:persName/@ref")),
    "sender_pseudonym": lambda p: p.one(f"{ENVELOPE}[@type='sent']/tei:persName[@type='pseudonym']"),
    "also_for": lambda p: p.preferred(f"{ENVELOPE}[@type='received']/tei:persName")[1],
    "sent_from": lambda p: p.preferred(f"{ENVELOPE}[@type='sent']/tei:placeName")[0],
    "sent_from_as_written": lambda p: p.one(f"{ENVELOPE}[@type='sent']/tei:placeName"),
    "numbered_points": lambda p: len(points(p)),
    "lettered_points": lambda p: len(p.all(f"{MESSAGE}//tei:list[@type='lettered']/tei:item")),
    "blocks_of_point": lambda p: {n: count for n, count in points(p).items() if count > 1 and p.all(
        f"{MESSAGE}/tei:div[@n='{n}'][not(tei:list)][not(tei:pb)]")},
    "signed": lambda p: p.one(f"{MESSAGE}/tei:closer/tei:signed"),
    "closing": lambda p: (p.one(f"{MESSAGE}/tei:closer/tei:salute") or "").rstrip(","),
    "marking": lambda p: p.one("//tei:ab[@type='marking' or @type='precedence']"),
    "distribution": lambda p: [name.split()[-1] for name in p.texts(f"{ENVELOPE}[@subtype='copy']/tei:persName")],
    "copy_number": lambda p: p.one("//tei:num[@type='copy']"),
    "deciphered_by": lambda p: p.one(f"{ENVELOPE}[@subtype='deciphered']/tei:persName"),
    "deciphered": lambda p: (p.one(f"{ENVELOPE}[@subtype='deciphered']/tei:date/@when") or "")[:16],
    "printed_by": lambda p: p.one(f"{ENVELOPE}[@subtype='printed']/tei:persName"),
    "printed_at": lambda p: (p.one(f"{ENVELOPE}[@subtype='printed']/tei:date/@when") or "")[:16],
    "verified_at": lambda p: (p.one("//tei:ab[@type='verified']/tei:time/@when") or "")[:5],
    "incoming_number": lambda p: p.one("//tei:num[@type='incoming']"),
    "register_number": lambda p: p.one("//tei:num[@type='register']"),
    "dispatch_number": lambda p: p.one("//tei:num[@type='dispatch']"),
    "stamps": lambda p: len(p.all("//tei:stamp")),
    "letterheads": lambda p: len(p.all("//tei:fw[@type='letterhead']")),
    "handwritten_notes": lambda p: len(p.all("//tei:note[@type='annotation'][not(ancestor::tei:note)]")),
    "translator_notes": lambda p: len(p.all("//tei:note[@type='translator']")),
    "gaps": lambda p: len(p.all("//tei:gap")),
    "illegible_gaps": lambda p: len(p.all("//tei:gap[@reason='illegible']")),
    "quotes": lambda p: len(p.all(f"{MESSAGE}//tei:quote")),
    "leaf_breaks": lambda p: p.texts("//tei:pb/@n"),
    "footnotes": lambda p: {n.get("n"): words(n) for n in p.all("//tei:note[@type='footnote']")},
    "foreign_in_parentheses": lambda p: p.texts("//tei:foreign[not(ancestor::tei:supplied)]"),
    "pseudonyms": lambda p: dict(
        zip(
            p.texts("//tei:text//tei:persName[@type='pseudonym']"),
            p.preferred("//tei:text//tei:persName[@type='pseudonym']"),
            strict=True,
        )
    ),
    "answers": lambda p: p.one("//tei:correspContext/tei:ref[@type='answers']/tei:date/@when"),
    "answers_number": lambda p: p.one("//tei:correspContext/tei:ref[@type='answers']/@n"),
    "translator": lambda p: p.one("//tei:titleStmt/tei:editor[@role='translator']"),
    "contributor": lambda p: p.one("//tei:titleStmt/tei:respStmt/tei:persName"),
    "printed": lambda p: printed(p, "@type='printed' or @type='reprint'"),
    "translation_printed": lambda p: without_type(printed(p, "@type='translation'") or {}),
    "message": lambda p: bool(p.all(f"{MESSAGE}//tei:p[normalize-space()]")),
    "paragraphs": lambda p: len(p.all(f"{MESSAGE}/tei:p")),
    "received_before_sent": lambda p: (p.one(f"{ENVELOPE}[@type='received']/tei:date/@when") or "~")
    < (p.one(f"{ENVELOPE}[@type='sent']/tei:date/@when") or ""),
}  # fmt: skip
IN_OTHER_TESTS = {
    "form", "page_date", "sent", "received", "archive", "further_holdings", "brackets", "recipient_as_written",
    "enclosed_message", "abstract_starts", "invented_notice", "dangling_note_marker", "recipient_only_in_title",
    "mentions", "answers_capture",
}  # fmt: skip


def test_every_field_of_the_expectations_is_compared() -> None:
    fields = {field for name in NAMES for field in EXPECTED[name][0]}
    assert fields <= READERS.keys() | IN_OTHER_TESTS


@pytest.mark.parametrize("field", sorted(READERS))
def test_field_is_what_the_editor_reads(field: str, page: Page) -> None:
    if field in page.expected:
        assert READERS[field](page) == page.expected[field]


def test_dates_of_sending_and_receipt_are_those_of_the_page(page: Page) -> None:
    for type_, field in (("sent", "sent"), ("received", "received")):
        found = page.one(f"{ENVELOPE}[@type='{type_}']/tei:date/@when")
        assert (found or "").startswith(page.expected[field] or "")
        assert bool(found) == bool(page.expected[field])


def test_form_of_the_page_is_recognised(page: Page) -> None:
    assert (page.layout == "plain") == (page.expected["form"] == "plain")


def test_recipient_stands_as_written(page: Page) -> None:
    if "recipient_as_written" in page.expected:
        found = " ".join(page.texts(f"{MESSAGE}/tei:opener/tei:salute"))
        assert page.expected["recipient_as_written"] in found


def test_recipient_that_the_title_alone_names_is_external_evidence(page: Page) -> None:
    evidence = page.first(f"{ENVELOPE}[@type='received']/*/@evidence")
    assert (evidence == "external") == bool(page.expected.get("recipient_only_in_title"))


def test_archival_reference_is_read_in_full(page: Page) -> None:
    expected = page.expected["archive"]
    assert bool(page.all("//tei:msIdentifier/tei:idno")) == bool(expected)
    if expected:
        assert archive(page, "//tei:msIdentifier") == without_leaves(expected)
        assert leaves(page) == expected["leaves"]


def test_further_holdings_are_alternative_identifiers(page: Page) -> None:
    expected = page.expected.get("further_holdings", [])
    assert len(page.all("//tei:altIdentifier")) == len(expected)
    for holding in expected:
        assert archive(page, "//tei:altIdentifier") == without_leaves(holding)


def test_message_inside_a_cable_is_the_editor_s(page: Page) -> None:
    expected = page.expected.get("enclosed_message")
    assert bool(page.all(INNER)) == bool(expected)
    if expected:
        assert page.preferred(f"{INNER}[@type='sent']/tei:persName") == [expected["sender"]]
        assert page.preferred(f"{INNER}[@type='received']/tei:persName") == [expected["recipient"]]
        assert page.one(f"{INNER}[@type='sent']/tei:date/@when") == expected["sent"]


def test_abstract_begins_as_on_the_page(page: Page) -> None:
    abstract = page.one("//tei:abstract")
    starts = page.expected["abstract_starts"]
    assert (abstract or "").startswith(starts or "")
    assert bool(abstract) == bool(starts)


def test_page_says_that_it_is_invented(page: Page) -> None:
    where = {"abstract": "//tei:abstract", "editor note": "//tei:note[@type='editor']"}[
        page.expected["invented_notice"]
    ]
    assert "invented for the example edition" in (page.one(where) or "")


def test_marker_that_lost_its_note_is_reported(page: Page, report: EncodingReport) -> None:
    found = [f for f in report.findings if f.rule == "REC301" and Path(f.location.path).name == page.name]
    assert len(found) == len(page.all("//tei:ref[@type='note']")) == ("dangling_note_marker" in page.expected)


KINDS = {
    "annotation": "self::tei:note[@type='annotation']",
    "letterhead": "self::tei:fw[@type='letterhead']",
    "stamp": "self::tei:stamp",
    "translator note": "self::tei:note[@type='translator']",
    "gap": "self::tei:gap",
    "expan": "self::tei:ex",
    "sic": "self::tei:sic",
    "leaf break": "self::tei:pb",
    "note marker": "self::tei:note[@type='footnote']",
    "identification": "self::tei:supplied[@reason='identification']",
    "sense": "self::tei:supplied[@reason='sense']",
    "original": "self::tei:supplied[@reason='original']",
    "editorial": "self::tei:supplied[@reason='editorial']",
}


def test_editorial_brackets_are_of_the_kinds_that_the_editor_allows(page: Page) -> None:
    brackets = page.all(f"//tei:text//*[{' or '.join(KINDS.values())}]")
    assert len(brackets) == len(page.expected["brackets"])
    for found, bracket in zip(brackets, page.expected["brackets"], strict=True):
        allowed = " or ".join(KINDS[kind] for kind in bracket["kinds"])
        assert found.xpath(allowed, namespaces=NAMESPACES), (bracket, etree.tostring(found))


def test_whole_run_reports_the_lost_note_and_nothing_worse(report: EncodingReport) -> None:
    assert [finding.rule for finding in report.findings] == ["REC301"]
