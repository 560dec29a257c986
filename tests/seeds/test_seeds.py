"""The real captures of the shared folder, encoded and compared with what a careful editor reads off them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.config import Config
from edition.encoding import EncodingReport, encode
from edition.render import body_text
from edition.settings import job_of
from tei.findings import Severity
from tei.model import Owner
from tei.names import NAMESPACES
from tests.whole_tei import whole_tei

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = SHARED / "seeds"
NAMES = ("002_329ef80eeb8c8a8b.txt", "003_28e03975701cd9fe.txt", "004_d00fc7ff1722d990.txt")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real captures are not beside this checkout")


@dataclass(frozen=True)
class Encoded:
    """One seed encoded: its tree, its capture, what is expected of it, and the report of the run."""

    name: str
    tree: etree._ElementTree
    capture: str
    expected: dict[str, Any]
    report: EncodingReport
    path: Path

    def all(self, path: str) -> list[Any]:
        found = self.tree.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found

    def texts(self, path: str) -> list[str]:
        return [" ".join(str(e if isinstance(e, str) else "".join(e.itertext())).split()) for e in self.all(path)]

    def one(self, path: str) -> str:
        found = self.texts(path)
        assert len(found) == 1, (path, found)
        return found[0]

    def preferred(self, action: str) -> str:
        """The preferred name of the first party of an action, from the excerpt of the authority lists."""
        ref = self.one(f"{action}/*[@ref][1]/@ref")
        return self.one(f"//tei:standOff//*[@xml:id='{ref[1:]}']/*[@type='preferred']")


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Encoded]:
    output = tmp_path_factory.mktemp("seeds")
    job, _ = job_of(Config(), date="2026-11-21", output=output)
    report = encode([SEEDS / name for name in NAMES], job)
    expected = json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))
    made = {}
    for name, document in zip(NAMES, report.documents, strict=True):
        path = Path(document.path)
        capture = (SEEDS / name).read_text(encoding="utf-8")
        made[name] = Encoded(name, etree.parse(path), capture, expected[name][0], report, path)
    return made


@pytest.fixture(params=NAMES)
def seed(request: pytest.FixtureRequest, encoded: dict[str, Encoded]) -> Encoded:
    return encoded[request.param]


ENVELOPE = "//tei:correspDesc[@xml:id='telegram-envelope']"
SENT, RECEIVED = f"{ENVELOPE}/tei:correspAction[@type='sent']", f"{ENVELOPE}/tei:correspAction[@type='received']"


def test_each_seed_is_written_and_none_rejected(seed: Encoded) -> None:
    assert [document.outcome for document in seed.report.documents] == ["written"] * 3


def test_no_finding_of_a_seed_is_an_error(seed: Encoded) -> None:
    assert not [finding for finding in seed.report.findings if finding.severity is Severity.ERROR]


def test_kind_and_source_title_are_those_of_the_page(seed: Encoded) -> None:
    assert seed.one("//tei:catRef/@target") == f"#{seed.expected['kind']}"
    assert seed.one("//tei:titleStmt/tei:title[@type='source']") == seed.expected["title"]


def test_sender_and_recipient_are_who_they_were(seed: Encoded) -> None:
    assert seed.preferred(SENT) == seed.expected["sender"]
    assert seed.preferred(RECEIVED) == seed.expected["recipient"]
    assert seed.one("//tei:titleStmt/tei:author") == seed.expected["sender"]


def test_recipient_stands_as_written(seed: Encoded) -> None:
    if "recipient_as_written" in seed.expected:
        assert seed.one(f"{RECEIVED}/tei:persName") == seed.expected["recipient_as_written"]


def test_dates_of_sending_and_receipt_are_right(seed: Encoded) -> None:
    assert seed.one(f"{SENT}/tei:date/@when").startswith(seed.expected["sent"])
    if "received" in seed.expected:
        assert seed.one(f"{RECEIVED}/tei:date/@when").startswith(seed.expected["received"])


def _points(encoded: Encoded) -> list[str]:
    return encoded.texts(
        "//tei:div[@type='message']//tei:p[@n]/@n | //tei:div[@type='message']//tei:div[@type='point']/@n"
    )


def test_numbered_and_lettered_points_are_counted(seed: Encoded) -> None:
    expected = seed.expected.get("enclosed_message", seed.expected)
    assert _points(seed) == [str(n) for n in range(1, expected["numbered_points"] + 1)]
    lettered = seed.texts("//tei:list[@type='lettered']/tei:item/@n")
    assert lettered == list("abc")[: seed.expected.get("lettered_points", 0)]


def test_signature_is_that_of_the_text(seed: Encoded) -> None:
    if "signed" in seed.expected:
        assert seed.one("//tei:closer/tei:signed") == seed.expected["signed"]


def _archive(encoded: Encoded) -> dict[str, Any] | None:
    if not encoded.all("//tei:msIdentifier/tei:idno[@type='archival']"):
        return None
    parts = {t: encoded.one(f"//tei:msIdentifier/tei:idno/tei:idno[@type='{t}']") for t in ("fond", "opis", "delo")}
    ref = encoded.one("//tei:msIdentifier/tei:repository/@ref")
    short = encoded.one(f"//tei:standOff//*[@xml:id='{ref[1:]}']/tei:orgName[@type='abbreviation']")
    leaves = [[str(e.get("from")), str(e.get("to"))] for e in encoded.all("//tei:msItem//tei:locus")]
    return {"repository": short, **parts, "leaves": leaves}


def test_archival_reference_is_read_in_full(seed: Encoded) -> None:
    assert _archive(seed) == seed.expected.get("archive")


def test_translator_and_contributor_are_credited(seed: Encoded) -> None:
    translator = [seed.expected["translator"]] if "translator" in seed.expected else []
    contributor = [seed.expected["contributor"]] if "contributor" in seed.expected else []
    assert seed.texts("//tei:titleStmt/tei:editor[@role='translator']/tei:persName") == translator
    assert seed.texts("//tei:titleStmt/tei:respStmt/tei:persName") == contributor


def test_abstract_is_the_page_s(seed: Encoded) -> None:
    assert seed.one("//tei:abstract").startswith(seed.expected["abstract_starts"])


def test_language_of_the_original_is_told(seed: Encoded) -> None:
    if "source_language" in seed.expected:
        assert seed.one("//tei:textLang/@mainLang") == seed.expected["source_language"]


def _printed(encoded: Encoded, path: str) -> dict[str, Any]:
    bibl = f"//tei:sourceDesc/tei:bibl[{path}]"
    people = encoded.texts(f"{bibl}/tei:editor")
    ranges = encoded.texts(f"{bibl}/tei:citedRange[@unit='page']")
    found = {
        "title": encoded.one(f"{bibl}/tei:title[not(@type)]"),
        "volume": encoded.texts(f"{bibl}/tei:biblScope[@unit='volume']"),
        "book": encoded.texts(f"{bibl}/tei:biblScope[@unit='book']"),
        "place": encoded.texts(f"{bibl}/tei:pubPlace"),
        "publisher": encoded.texts(f"{bibl}/tei:publisher"),
        "year": [int(year) for year in encoded.texts(f"{bibl}/tei:date/@when")],
        "pages": ranges,
    }
    flat = {key: value[0] if isinstance(value, list) else value for key, value in found.items() if value}
    return flat | ({"editor": people[0]} if len(people) == 1 else {"editors": people})


def test_printed_sources_are_structured(seed: Encoded) -> None:
    if "printed" in seed.expected:
        assert _printed(seed, "@type='printed' or @type='reprint'") == seed.expected["printed"]
    if "translation_printed" in seed.expected:
        assert _printed(seed, "@type='translation'") == seed.expected["translation_printed"]


def test_telegram_answered_is_named_with_its_date(seed: Encoded) -> None:
    if "answers" in seed.expected:
        assert seed.one("//tei:correspContext/tei:ref[@type='answers']/tei:date/@when") == seed.expected["answers"]


def test_dangling_note_marker_is_kept_and_reported(encoded: dict[str, Encoded]) -> None:
    seed = encoded[NAMES[0]]
    assert seed.one("//tei:ref[@type='note']/@n") == "2"
    assert [finding.rule for finding in seed.report.findings] == ["REC301"]


def test_cipher_form_gives_numbers_copies_hands_and_times(encoded: dict[str, Encoded]) -> None:
    seed = encoded[NAMES[2]]
    expected = seed.expected
    assert seed.one("//tei:num[@type='telegram']") == expected["number"]
    assert seed.one("//tei:num[@type='incoming']") == expected["incoming_number"]
    assert seed.one("//tei:num[@type='register']") == expected["register_number"]
    assert seed.one("//tei:num[@type='dispatch']") == expected["dispatch_number"]
    copies = seed.texts(f"{ENVELOPE}/tei:correspAction[@subtype='copy']/tei:persName")
    assert [name.removeprefix("Cde. ") for name in copies] == expected["distribution"]
    for type_, name, time in (("deciphered", "deciphered_by", "deciphered"), ("printed", "printed_by", "printed_at")):
        action = f"{ENVELOPE}/tei:correspAction[@subtype='{type_}']"
        assert seed.one(f"{action}/tei:persName") == expected[name]
        assert seed.one(f"{action}/tei:date/@when").startswith(expected[time])


def test_cipher_form_keeps_stamps_letterhead_notes_and_gaps(encoded: dict[str, Encoded]) -> None:
    seed = encoded[NAMES[2]]
    counts = {
        "stamps": "//tei:stamp",
        "letterheads": "//tei:fw[@type='letterhead']",
        "handwritten_notes": "//tei:note[@type='annotation']",
        "translator_notes": "//tei:note[@type='translator']",
        "illegible_gaps": "//tei:gap[@reason='illegible']",
    }
    assert {key: len(seed.all(path)) for key, path in counts.items()} == {key: seed.expected[key] for key in counts}


def test_message_inside_the_cable_has_an_envelope_of_its_own(encoded: dict[str, Encoded]) -> None:
    seed = encoded[NAMES[2]]
    inner = "//tei:correspDesc[@corresp='#message-text']/tei:correspAction"
    expected = seed.expected["enclosed_message"]
    assert seed.preferred(f"{inner}[@type='sent']") == expected["sender"]
    assert seed.preferred(f"{inner}[@type='received']") == expected["recipient"]
    assert seed.one(f"{inner}[@type='sent']/tei:date/@when") == expected["sent"]
    assert seed.all("//tei:div[@type='message'][@xml:id='message-text']")


def test_every_pointer_into_the_file_resolves(seed: Encoded) -> None:
    ids = set(seed.texts("//@xml:id"))
    pointers = [p for p in seed.texts("//@ref | //@target | //@corresp | //@hand") if p.startswith("#")]
    assert pointers
    assert not [pointer for pointer in pointers if pointer[1:] not in ids]


def test_account_leaves_no_character_unowned(seed: Encoded) -> None:
    account = next(account for account in seed.report.accounts if account.source.endswith(seed.name))
    counts = dict(account.counts)
    assert sum(counts.values()) == len(seed.capture)
    assert counts[Owner.CONTEXT] == 0
    assert counts[Owner.TEXT] > 0.5 * len("".join(seed.capture.split()))


BODIES = {
    NAMES[0]: ("To the Central Committee [of", "2 January [1950]"),
    NAMES[1]: ("To Com[rade] Filippov", "evolution.\n\nMao Zedong"),
    NAMES[2]: ("[handwritten at the top", "[illegible signature] 1100"),
}


def test_words_of_the_plain_text_are_the_words_of_the_source_in_order(seed: Encoded) -> None:
    first, last = BODIES[seed.name]
    start, end = seed.capture.index(first), seed.capture.index(last) + len(last)
    assert body_text(seed.tree).split() == seed.capture[start:end].split()


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    return whole_tei()


def test_each_seed_is_valid_against_the_whole_of_tei(seed: Encoded, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(seed.tree), tei_all.error_log


def test_each_seed_is_valid_by_our_grammar_and_our_xml_schema(seed: Encoded) -> None:
    from edition.resources import schemas_dir
    from tei.validate import Validator

    for name in ("telegram.rng", "telegram.xsd", "telegram.sch"):
        assert Validator.load(schemas_dir() / "generated" / name).validate(seed.path) == ()
