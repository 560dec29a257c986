"""How many documents a second each export writes on one core, after the corpus was read.

Processor time of the exporter, the better of two runs, so that what else the machine does counts little. Formats that
are a plain walk over the corpus have the aim of 2,000 a second; those that read every file again, or write each word of
it, have a floor that says when they have become slower. `EXPORT_COUNT` makes it other than 2,000 telegrams.
"""

from __future__ import annotations

import gc
import importlib.util
import itertools
import os
import re
import sys
import time
from pathlib import Path

import pytest

from edition.build.terms import settings_of
from edition.config import Config
from edition.corpus import load_corpus
from edition.exchange.formats import BY_NAME
from edition.exchange.request import Request
from edition.site.plan import File

COUNT = int(os.environ.get("EXPORT_COUNT", "2000"))
PLAIN = ("beacon", "cite", "cmif", "ead", "graph", "oai", "rdf")
FLOORS = {"split": 800, "corpus": 400, "dataset": 300, "parquet": 300, "dts": 250}
"""Documents a second below which something has gone wrong: a third to a half of what was seen on a quiet machine."""

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> Request:
    """An edition of invented telegrams with its address, read; numbers of VIAF are given to its people."""
    folder = tmp_path_factory.mktemp("exported")
    spec = importlib.util.spec_from_file_location("many_telegrams", Path(__file__).with_name("many_telegrams.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    lists = module.write_telegrams(folder, COUNT)
    numbers = itertools.count(100000001)
    persons = re.sub("<floruit", lambda _: f'<idno type="VIAF">{next(numbers)}</idno><floruit', lists.read_text())
    lists.write_text(persons)
    corpus, findings = load_corpus([folder / "tei"], authority=[lists], jobs=2)
    assert not findings
    return Request(corpus, settings_of(Config(), corpus, [folder], url="https://example.org/"), "")


def rate(name: str, request: Request) -> float:
    """Documents a second, by the clock of the processor."""
    exporter = BY_NAME[name].exporter()
    gc.collect()
    gc.freeze()
    begun = time.process_time()
    size = sum(len(one.data) for one in exporter.export(request) if isinstance(one, File))
    taken = time.process_time() - begun
    gc.unfreeze()
    print(f"\n{name}: {len(request.corpus.documents) / taken:.0f} a second, {size / 1e6:.1f} MB")
    return len(request.corpus.documents) / taken


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_walk_over_the_corpus_exports_two_thousand_documents_a_second(name: str, request_: Request) -> None:
    assert max(rate(name, request_) for _ in range(2)) >= 2000


@pytest.mark.parametrize("name", FLOORS)
def test_an_export_that_reads_every_file_is_no_slower_than_it_was(name: str, request_: Request) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert max(rate(name, request_) for _ in range(2)) >= FLOORS[name]
