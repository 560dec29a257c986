"""The real captures that hold several telegrams, encoded and compared with what a careful editor reads off them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.config import Config
from edition.encoding import EncodingReport, encode
from edition.settings import job_of
from tei.archives import parse
from tei.findings import Severity
from tei.names import NAMESPACES
from tests.whole_tei import whole_tei

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
NAMES = ("000_def8e4dc27f9d7a0.txt", "001_e016215c6614d9f2.txt")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real captures are not beside this checkout")

ENVELOPE = "//tei:correspDesc[@xml:id='telegram-envelope']"
SENT, RECEIVED = f"{ENVELOPE}/tei:correspAction[@type='sent']", f"{ENVELOPE}/tei:correspAction[@type='received']"


def _expected() -> dict[str, Any]:
    path = SEEDS / "expected.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


EXPECTED = _expected()
FIELDS = [
    (name, number, key)
    for name in NAMES
    for number, telegram in enumerate(EXPECTED.get(name, ()))
    for key in telegram
    if key not in ("sent_is_inferred", "received_is_approximate", "in_footnote")
]


@dataclass(frozen=True)
class Page:
    """A capture encoded: its telegrams in order, what stands round them, and the report of the run."""

    telegrams: tuple[etree._ElementTree, ...]
    ids: tuple[str, ...]
    context: etree._ElementTree
    report: EncodingReport


def texts(tree: etree._ElementTree, path: str) -> list[str]:
    found = tree.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [" ".join(str(e if isinstance(e, str) else "".join(e.itertext())).split()) for e in found]


def one(tree: etree._ElementTree, path: str) -> str:
    found = texts(tree, path)
    assert found, path
    return found[0]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    made = {}
    for name in NAMES:
        job, _ = job_of(Config(), date="2026-11-21", output=tmp_path_factory.mktemp(name[:3]))
        report = encode([SEEDS / name], job)
        trees = [(document, etree.parse(document.path)) for document in report.documents]
        telegrams = [(document.id, tree) for document, tree in trees if document.kind != "context"]
        context = next(tree for document, tree in trees if document.kind == "context")
        made[name] = Page(tuple(t for _, t in telegrams), tuple(i for i, _ in telegrams), context, report)
    return made


def preferred(tree: etree._ElementTree, action: str) -> str:
    """The preferred name of the first party of an action, as written where no list knows him."""
    ref = one(tree, f"{action}/*[@ref][1]/@ref")
    return one(tree, f"//tei:standOff//*[@xml:id='{ref[1:]}']/*[@type='preferred']")


def archive(tree: etree._ElementTree) -> dict[str, Any]:
    parts = {t: one(tree, f"//tei:msIdentifier/tei:idno/tei:idno[@type='{t}']") for t in ("fond", "opis", "delo")}
    ref = one(tree, "//tei:msIdentifier/tei:repository/@ref")
    short = one(tree, f"//tei:standOff//*[@xml:id='{ref[1:]}']/tei:orgName[@type='abbreviation']")
    leaves = [list(pair) for pair in zip(*(texts(tree, f"//tei:locus/@{end}") for end in ("from", "to")), strict=True)]
    return {"repository": short, **parts, "leaves": leaves}


def printed(tree: etree._ElementTree) -> dict[str, Any]:
    bibl = "//tei:sourceDesc/tei:bibl[@type='printed']"
    paths = {
        "author": "tei:author",
        "title": "tei:title",
        "place": "tei:pubPlace",
        "year": "tei:date/@when",
        "pages": "tei:citedRange",
    }
    found = {key: texts(tree, f"{bibl}/{path}") for key, path in paths.items()}
    flat: dict[str, Any] = {key: value[0] for key, value in found.items() if value}
    return flat | ({"year": int(flat["year"])} if "year" in flat else {})


def note_citing(tree: etree._ElementTree) -> dict[str, Any]:
    reference = parse(one(tree, "//tei:note[@type='footnote'][@n='5']"))
    assert reference is not None
    assert reference.repository is not None
    parts = dict(reference.idnos)
    leaves = [list(pair) for pair in reference.loci]
    return {
        "repository": reference.repository.abbreviation,
        **{k: parts[k] for k in ("fond", "opis", "delo")},
        "leaves": leaves,
    }


def answered(tree: etree._ElementTree, page: Page, wanted: Any) -> Any:
    """What a telegram answers: days where days are expected, else places on the page."""
    refs = "//tei:correspContext/tei:ref[@type='answers']"
    if isinstance(wanted, str):
        return one(tree, f"{refs}/tei:date/@when")
    numbers = [page.ids.index(target.removesuffix(".xml")) + 1 for target in texts(tree, f"{refs}/@target")]
    return numbers if isinstance(wanted, list) else numbers[0]


def full_pages(value: Any) -> Any:
    """Write out a page range that the editor shortened: 295–96."""
    if isinstance(value, dict) and "pages" in value:
        first, _, last = value["pages"].partition("–")
        last = first[: len(first) - len(last)] + last if last else ""
        return value | {"pages": f"{first}–{last}" if last else first}
    return value


def read(tree: etree._ElementTree, page: Page, key: str, wanted: Any) -> Any:
    """Read one field of an encoded telegram in the form that the expectations have."""
    message = "//tei:div[@type='message']"
    simple = {
        "kind": lambda: one(tree, "//tei:catRef/@target").removeprefix("#").removeprefix("kind-"),
        "title": lambda: one(tree, "//tei:titleStmt/tei:title[@type='source']"),
        "sender": lambda: preferred(tree, SENT),
        "sender_pseudonym": lambda: one(tree, f"{SENT}/tei:persName[@type='pseudonym']"),
        "sender_as_signed": lambda: one(tree, f"{SENT}/tei:persName"),
        "recipient": lambda: wanted if one(tree, f"{RECEIVED}/tei:persName") == wanted else preferred(tree, RECEIVED),
        "recipient_as_written": lambda: one(tree, f"{RECEIVED}/tei:persName"),
        "sent": lambda: one(tree, f"{SENT}/tei:date/@when"),
        "received": lambda: one(tree, f"{RECEIVED}/tei:date/@when"),
        "via": lambda: one(tree, f"{ENVELOPE}/tei:correspAction[@subtype='via']/tei:persName"),
        "numbered_points": lambda: len(texts(tree, f"{message}//tei:p[@n] | {message}//tei:div[@type='point']")),
        "lettered_points": lambda: len(texts(tree, "//tei:list[@type='lettered']/tei:item")),
        "closing": lambda: one(tree, "//tei:closer/tei:salute").rstrip("-"),
        "signed": lambda: one(tree, "//tei:closer/tei:signed").rstrip("."),
        "gaps": lambda: len(texts(tree, "//tei:text//tei:gap")),
        "translator": lambda: one(tree, "//tei:editor[@role='translator']/tei:persName"),
        "source_language": lambda: one(tree, "//tei:textLang/@mainLang"),
        "archive": lambda: archive(tree),
        "printed": lambda: printed(tree),
        "answers": lambda: answered(tree, page, wanted),
        "note_citing_enclosure": lambda: note_citing(tree),
        "distribution": lambda: texts(tree, f"{ENVELOPE}/tei:correspAction[@subtype='copy']/*"),
        "marking": lambda: wanted if wanted in one(tree, "//tei:text") else "",
        "extract": lambda: one(tree, "//tei:text/@type") == "extract" or bool(texts(tree, "//tei:samplingDecl")),
    }
    return simple[key]()


@pytest.mark.parametrize(("name", "number", "key"), FIELDS)
def test_field_is_what_a_careful_editor_reads(name: str, number: int, key: str, pages: dict[str, Page]) -> None:
    page, wanted = pages[name], full_pages(EXPECTED[name][number][key])
    found = read(page.telegrams[number], page, key, wanted)
    if key == "signed":
        found = found.replace(" ", "") if "[" in wanted else found
        wanted = wanted.replace("[", "").replace("]", "")
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_each_telegram_of_a_page_is_written_and_none_rejected(name: str, pages: dict[str, Page]) -> None:
    page = pages[name]
    assert len(page.telegrams) == len(EXPECTED[name])
    assert {document.outcome.value for document in page.report.documents} == {"written"}
    assert not [finding for finding in page.report.findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("name", NAMES)
def test_the_context_points_at_each_telegram_once_in_the_order_of_the_page(name: str, pages: dict[str, Page]) -> None:
    targets = texts(pages[name].context, "//tei:ref[@type='telegram']/@target")
    assert targets == [f"{id_}.xml" for id_ in pages[name].ids] or sorted(targets) == sorted(
        f"{id_}.xml" for id_ in pages[name].ids
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_character_of_a_page_is_accounted_for(name: str, pages: dict[str, Page]) -> None:
    (account,) = pages[name].report.accounts
    text = (SEEDS / name).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    assert sum(count for _, count in account.counts) == len(text)


def test_a_day_read_from_another_telegram_is_told_as_such(pages: dict[str, Page]) -> None:
    page = pages[NAMES[0]]
    date = f"{SENT}/tei:date"
    assert one(page.telegrams[1], f"{date}/@source") == f"{page.ids[2]}.xml"
    assert one(page.telegrams[1], f"{date}/@cert") == "medium"
    assert one(page.telegrams[1], f"{RECEIVED}/tei:date/@cert") == "low"


def test_a_page_translated_from_a_translation_keeps_both_languages(pages: dict[str, Page]) -> None:
    for tree in pages[NAMES[1]].telegrams:
        assert one(tree, "//tei:editor[@role='translator']/tei:persName") == EXPECTED["001_translator"]
        assert one(tree, "//tei:textLang/@mainLang") == EXPECTED["001_source_language"]
        assert EXPECTED["001_translated_from"] in texts(tree, "//tei:langUsage/tei:language/@ident")


def test_a_telegram_quoted_in_a_note_leaves_a_reference_in_the_note(pages: dict[str, Page]) -> None:
    page = pages[NAMES[1]]
    expected = EXPECTED[NAMES[1]][-1]
    note = f"//tei:note[@type='footnote'][@n='{expected['in_footnote']}']"
    assert one(page.context, f"{note}/tei:ref[@type='telegram']/@target") == f"{page.ids[-1]}.xml"


def test_notes_of_the_argument_stay_with_it_and_those_that_give_sources_do_not(pages: dict[str, Page]) -> None:
    numbers = texts(pages[NAMES[1]].context, "//tei:note[@type='footnote']/@n")
    assert {"1", "2", "13", "16", "17", "18", "19"} <= set(numbers)
    assert not {"3", "4", "5", "6", "8", "9", "11", "20"} & set(numbers)


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    return whole_tei()


@pytest.mark.parametrize("name", NAMES)
def test_each_document_of_a_page_is_valid_against_the_whole_of_tei(
    name: str, pages: dict[str, Page], tei_all: etree.RelaxNG
) -> None:
    for tree in (*pages[name].telegrams, pages[name].context):
        assert tei_all.validate(tree), tei_all.error_log
