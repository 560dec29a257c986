"""Corpora of a few invented files, written where a test runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.corpus import Corpus, load_corpus
from tei.findings import Finding

Made = tuple[Corpus, tuple[Finding, ...]]


def _letter(
    header: str = "", text: str = "<p>The ship has not come.</p>", *, attributes: str = "", more: str = ""
) -> str:
    """A TEI file: what stands in the header after the title, the content of the body, what stands before the text."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}><teiHeader><fileDesc><titleStmt>'
        f"<title>A letter</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>"
        f"<sourceDesc><p>Invented.</p></sourceDesc></fileDesc>{header}</teiHeader>{more}"
        f"<text><body>{text}</body></text></TEI>"
    )


@pytest.fixture
def letter() -> Callable[..., str]:
    """A TEI file of a header and the content of a body."""
    return _letter


@pytest.fixture
def corpus_of(tmp_path: Path) -> Callable[..., Made]:
    """Write files by name and load them."""

    def load(files: dict[str, str], *, authority: str = "") -> Made:
        for name, content in files.items():
            path = tmp_path / "tei" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        lists = []
        if authority:
            lists = [tmp_path / "lists.xml"]
            lists[0].write_text(authority, encoding="utf-8")
        return load_corpus([tmp_path / "tei"], authority=lists)

    return load
