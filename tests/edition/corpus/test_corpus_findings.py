"""Bad input: each fault is a finding, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.corpus import Corpus, load_corpus
from tei.findings import Finding

CorpusOf = Callable[..., tuple[Corpus, tuple[Finding, ...]]]
Letter = Callable[..., str]

BAD = [
    ("<TEI", "XML102"),
    ("", "XML102"),
    ("<!DOCTYPE TEI><TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "XML103"),
    ("<html><body/></html>", "COR101"),
    ("<TEI.2><text/></TEI.2>", "COR101"),
    ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/></TEI>", "COR102"),
    ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body><p/></body></text></TEI>", "COR102"),
]


@pytest.mark.parametrize(("content", "code"), BAD)
def test_a_file_that_cannot_be_shown_is_a_finding_and_the_others_are_shown(
    corpus_of: CorpusOf, letter: Letter, content: str, code: str
) -> None:
    corpus, findings = corpus_of({"bad.xml": content, "good.xml": letter()})
    assert [finding.rule for finding in findings] == [code]
    assert findings[0].location.path.endswith("bad.xml")
    assert [document.id for document in corpus.documents] == ["good"]


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("<TEI><text/></TEI>", 'write <TEI xmlns="http://www.tei-c.org/ns/1.0">'),
        ("<teiCorpus xmlns='http://example.org/'/>", 'write <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">'),
        ("<TEI.2><text/></TEI.2>", "convert it to TEI P5"),
        ("<html/>", "leave it out"),
    ],
)
def test_a_file_that_means_to_be_tei_is_told_what_it_lacks(corpus_of: CorpusOf, content: str, hint: str) -> None:
    _, findings = corpus_of({"bad.xml": content})
    assert [finding.hint for finding in findings] == [hint]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """Among the documents and among the lists."""
    corpus, findings = load_corpus([tmp_path / "none.xml"], authority=[tmp_path / "lists.xml"])
    assert corpus == Corpus()
    assert [finding.rule for finding in findings] == ["XML101", "XML101"]


def test_of_two_documents_with_one_id_the_second_is_shown_under_the_name_of_its_file(
    corpus_of: CorpusOf, letter: Letter
) -> None:
    """Nothing is lost, whatever the ids."""
    same = letter(attributes="xml:id='t1'")
    corpus, findings = corpus_of({"a.xml": same, "b.xml": same, "t1.xml": same, "c/t1.xml": same, "t1-2.xml": letter()})
    assert sorted(corpus.by_id) == ["b", "t1", "t1-2", "t1-3", "t1-4"]
    assert {finding.rule for finding in findings} == {"COR103"}
    assert len(findings) == 3


def test_two_files_of_one_name_without_ids_get_different_ones(corpus_of: CorpusOf, letter: Letter) -> None:
    """Where no id is taken there is nothing to mend."""
    corpus, findings = corpus_of({"a/x.xml": letter(), "b/x.xml": letter()})
    assert sorted(corpus.by_id) == ["x", "x-2"]
    assert findings == ()


def test_a_list_alone_is_no_fault(corpus_of: CorpusOf) -> None:
    entry = "<person xml:id='p'><persName>P</persName></person>"
    files = {
        "a.xml": f"<listPerson xmlns='http://www.tei-c.org/ns/1.0'>{entry}</listPerson>",
        "b.xml": f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><standOff><listPerson>{entry}</listPerson></standOff></TEI>",
    }
    corpus, findings = corpus_of(files)
    assert findings == ()
    assert (len(corpus.entries), corpus.documents) == (1, ())
