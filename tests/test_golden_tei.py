"""The TEI kept for each golden capture is what `tei encode` writes, to the byte, and valid."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from edition.validation import run
from tei.findings import Severity
from tests.golden.encode import TEI, golden_folder, kept
from tests.golden.pages import Page, golden_captures

CAPTURES = golden_captures()
DOCUMENTS = sorted(TEI.rglob("*.xml"))
TEI_ALL = Path(__file__).resolve().parents[1].parent / "shared" / "reference" / "tei" / "tei_all.rng"

each_page = pytest.mark.parametrize("path", CAPTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")


def _difference(name: str, old: bytes, new: bytes) -> str:
    lines = (data.decode("utf-8").splitlines() for data in (old, new))
    shown = list(difflib.unified_diff(*lines, f"kept/{name}", f"now/{name}", n=1, lineterm=""))[:40]
    return "\n".join([*shown, "", "If this is what you want: make golden, and look at git diff tests/golden/tei."])


@each_page
def test_encoding_a_capture_gives_the_tei_that_is_kept_for_it(path: Path, page_of: Callable[[Path], Page]) -> None:
    """`make golden` writes it anew."""
    before, now = kept(path), page_of(path).files
    for name in sorted(before.keys() | now.keys()):
        old, new = before.get(name, b""), now.get(name, b"")
        assert old == new, _difference(name, old, new)


def test_no_tei_is_kept_for_a_capture_that_is_gone() -> None:
    assert {*TEI.iterdir()} <= {*map(golden_folder, CAPTURES)}


def test_kept_tei_is_valid_by_our_grammar_and_rules() -> None:
    assert DOCUMENTS
    errors = [finding for finding in run([TEI]).findings if finding.severity is Severity.ERROR]
    assert not errors, errors[0]


@pytest.mark.bench
@pytest.mark.skipif(not TEI_ALL.is_file(), reason="TEI's own grammar is not beside this checkout")
def test_kept_tei_is_tei() -> None:
    """Valid against tei_all, whose grammar takes seconds to compile."""
    schema = etree.RelaxNG(etree.parse(TEI_ALL))
    assert [path.name for path in DOCUMENTS if not schema.validate(etree.parse(path))] == []


def test_no_golden_capture_is_rejected() -> None:
    assert [path.relative_to(TEI) for path in DOCUMENTS if path.parent.name == "rejected"] == []
