"""Words of a corpus that are held once, and are the same words."""

from __future__ import annotations

from pathlib import Path

from edition.corpus import load_corpus
from edition.corpus.remembered import Remembered
from edition.corpus.sharing import share
from tests.karsk import karsk_tei


def test_documents_whose_words_are_shared_are_equal_to_those_that_are_not(tmp_path: Path) -> None:
    store = tmp_path / "corpus"
    fresh = load_corpus([karsk_tei()], store=store)[0]
    again = load_corpus([karsk_tei()], store=store)[0]
    assert all(isinstance(one, Remembered) for one in again.documents)

    share(again.documents)

    assert again.documents == fresh.documents
    assert repr(again.documents) == repr(fresh.documents)


def test_equal_words_of_two_documents_are_one_string() -> None:
    documents = load_corpus([karsk_tei()])[0].documents
    share(documents)
    kept = [holding.repository for document in documents for holding in document.holdings]
    assert len(kept) > len(set(kept))
    assert len({id(name) for name in kept}) == len(set(kept))


def test_documents_may_be_shared_twice(tmp_path: Path) -> None:
    store = tmp_path / "corpus"
    load_corpus([karsk_tei()], store=store)
    documents = load_corpus([karsk_tei()], store=store)[0].documents
    share(documents)
    before = repr(documents)
    share(documents)
    assert repr(documents) == before
