"""The lists that come with the package: a starting point, in order, and quick to load."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tei.authority import Authority, Entry, list_elements
from tei.authority.checks import check_element
from tei.authority.forms import Script
from tei.authority.lexicon import Lexicon
from tei.authority.reading import listed
from tei.xmlfile import parse_file

ROOT = Path(__file__).resolve().parents[2]
DATA = sorted((ROOT / "tei" / "authority" / "data").glob("*.xml"))
BUILT_IN, FINDINGS = Authority.load([])
TEI_ALL = ROOT.parent / "shared" / "reference" / "tei" / "tei_all.rng"
SHARED_SURNAMES = {"andreev", "bogomolov", "chamberlain", "davies", "gandhi", "johnson", "kuznetsov", "wilson"}


def test_the_lists_hold_persons_places_and_organisations() -> None:
    kinds = [entry.kind for entry in BUILT_IN.entries]
    assert (kinds.count("person") >= 250, kinds.count("place") >= 200, kinds.count("org") >= 80) == (True, True, True)
    assert FINDINGS == ()


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_built_in_list_has_a_fault(path: Path) -> None:
    root = parse_file(path).getroot()
    assert [found for kind, element in listed(root) for found in check_element(kind, element, path.name)] == []


def test_no_id_is_given_twice_and_every_id_is_a_short_word() -> None:
    ids = [
        element.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        for path in DATA
        for _, element in listed(parse_file(path).getroot())
    ]
    assert len(ids) == len(set(ids)) == len(BUILT_IN)
    assert [identifier for identifier in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", identifier)] == []


def test_only_shared_surnames_are_ambiguous() -> None:
    forms = Lexicon(BUILT_IN.entries).forms(Script.LATIN)
    ambiguous = set()
    for form, claims in forms.items():
        best = {claim.entry_id for claim in claims if claim.rank == claims[0].rank and not claim.envelope_only}
        if len(best) > 1:
            ambiguous.add(form)
    assert ambiguous == SHARED_SURNAMES


def test_every_entry_has_a_description_and_no_invented_identifier() -> None:
    assert [entry.id for entry in BUILT_IN.entries if not entry.note or entry.idnos] == []


def test_people_are_born_before_they_die_and_cover_names_lie_within_their_lives() -> None:
    def wrong(entry: Entry) -> bool:
        outside = [v for v in entry.variants if v.period.start and not entry.alive(v.period.start)]
        return bool(outside) or bool(entry.died and entry.born and entry.born >= entry.died)

    assert [entry.id for entry in BUILT_IN.entries if wrong(entry)] == []


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("Mao Tse-tung", "mao"),
        ("Chou En-lai", "zhou"),
        ("Kao Kang", "gao-gang"),
        ("Jen Pi-shih", "ren-bishi"),
        ("Vyshinskiy", "vyshinsky"),
        ("Mukden", "shenyang"),
        ("Dalniy", "dalian"),
        ("Lüshun", "port-arthur"),
        ("Chungking", "chongqing"),
        ("St. Petersburg", "leningrad"),
        ("Yangzi River", "yangtze"),
        ("KMT", "kmt"),
        ("CPSU(B)", "cpsu"),
        ("VKP(b) CC", "cpsu-cc"),
        ("ИККИ", "ecci"),
        ("НКИД", "nkid"),
        ("中共中央", "ccp-cc"),
        ("Worker’s Party of Korea", "wpk"),
    ],
)
def test_common_forms_lead_to_their_entries(written: str, identifier: str) -> None:
    assert [match.entry_ids for match in BUILT_IN.find(written)] == [(identifier,)]


@pytest.mark.parametrize(
    ("written", "date", "ids"),
    [
        ("President Roosevelt", "1943-05-01", ["roosevelt"]),
        ("Roosevelt", None, ["roosevelt"]),
        ("Roosevelt", "1906-05-01", ["roosevelt", "theodore-roosevelt"]),
        ("Theodore Roosevelt", "1906-05-01", ["theodore-roosevelt"]),
        ("President of the United States", "1906-05-01", ["theodore-roosevelt"]),
    ],
)
def test_a_namesake_counts_from_the_time_when_he_held_an_office(written: str, date: str | None, ids: list[str]) -> None:
    assert [entry.id for entry in BUILT_IN.resolve(written, date=date).entries] == ids


def test_import_loading_and_first_search_are_quick() -> None:
    code = (
        "import time; began = time.process_time()\n"
        "from tei.authority import Authority\n"
        "Authority.load([])[0].find('Karsk'); print(time.process_time() - began)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
        for _ in range(2)
    ]
    assert min(float(run.stdout) for run in runs) < 1.0


@pytest.mark.bench
@pytest.mark.skipif(not TEI_ALL.exists(), reason="needs tei_all.rng among the shared reference data")
def test_the_lists_and_their_excerpts_are_valid_tei() -> None:
    grammar = etree.RelaxNG(etree.parse(TEI_ALL))
    for path in DATA:
        assert grammar.validate(etree.parse(path)), grammar.error_log
    header = etree.tostring(etree.parse(DATA[0]).getroot()[0], with_tail=False)
    whole = etree.fromstring(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">' + header + b"<standOff/></TEI>")
    whole[1].extend(list_elements(BUILT_IN.entries))
    assert grammar.validate(whole), grammar.error_log


@pytest.mark.parametrize("written", ["Randolph Churchill", "Mrs. Roosevelt", "Lady Churchill", "Svetlana Stalin"])
def test_a_relative_is_not_taken_for_whom_the_lists_know_by_the_surname(written: str) -> None:
    assert not BUILT_IN.find(f"They met {written} there.")


@pytest.mark.parametrize(("written", "id_"), [("Mrs. Thatcher", "thatcher"), ("In August Stalin", "stalin")])
def test_a_lady_of_the_lists_keeps_her_surname_and_a_month_is_no_forename(written: str, id_: str) -> None:
    assert [match.entry_ids for match in BUILT_IN.find(f"{written} agreed.")] == [(id_,)]
