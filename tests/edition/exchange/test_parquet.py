"""The tables as Parquet: the same rows as the CSV, with types, or a finding where the library is missing."""

from __future__ import annotations

import io
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from edition.corpus import load_corpus
from edition.corpus.model import Corpus, Document, Entry, Kind, Moment
from edition.exchange import parquet
from edition.exchange.dataset.rows import batches
from edition.exchange.dataset.schema import TABLES
from edition.exchange.request import Request
from edition.site.plan import File, Settings
from tei.errors import OutputError

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "tei" / "three-on-a-page"
ENTRIES = {(Kind.PLACE, "karsk"): Entry("karsk", Kind.PLACE, "Karsk", location="71.5 102.25")}
LETTER = Document("t1", Path("t1.xml"), "0", date=Moment("", "1938-05"), body=False)


def tables(corpus: Corpus) -> dict[str, Any]:
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    from pyarrow.parquet import read_table

    files: dict[str, bytes] = defaultdict(bytes)
    for one in parquet.export(Request(corpus, Settings("Karsk"))):
        assert isinstance(one, File)
        files[one.path] += one.data
    return {name.removesuffix(".parquet"): read_table(io.BytesIO(data)) for name, data in files.items()}


def test_each_table_has_the_rows_of_the_data_set() -> None:
    corpus = load_corpus([GOLDEN])[0]
    found = tables(corpus)
    counts = dict.fromkeys((table.name for table in TABLES), 0)
    for one in batches(Request(corpus, Settings("Karsk"))):
        assert isinstance(one, tuple)
        counts[one[0].name] += len(one[1])
    assert {name: table.num_rows for name, table in found.items()} == counts
    assert counts["tokens"] > 100


def test_cells_have_their_types_and_what_is_empty_has_no_value() -> None:
    found = tables(Corpus((LETTER,), entries=ENTRIES))
    (row,) = found["documents"].to_pylist()
    assert (row["first_day"], row["last_day"], row["words"]) == (date(1938, 5, 1), date(1938, 5, 31), 0)
    assert (row["has_text"], row["title"]) == (False, None)
    assert found["places"].to_pylist()[0]["longitude"] == 102.25


def test_a_large_table_is_written_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 2)
    many = tuple(Document(f"t{number}", Path("t.xml"), "0", body=False) for number in range(5))
    assert tables(Corpus(many))["documents"]["id"].to_pylist() == [one.id for one in many]


def test_a_missing_library_is_a_finding_that_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "pyarrow.parquet", raising=False)
    with pytest.raises(OutputError) as caught:
        list(parquet.export(Request(Corpus(), Settings("Karsk"))))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.hint) == ("EXP110", 'install it: pip install "tei-edition[parquet]"')


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs pyarrow")
    gone = Document("t1", tmp_path / "t1.xml", "0")
    made = list(parquet.export(Request(Corpus((gone,)), Settings("Karsk"))))
    assert [one.rule for one in made if not isinstance(one, File)] == ["XML101"]
