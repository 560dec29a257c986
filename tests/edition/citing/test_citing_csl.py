"""CSL-JSON: of the shape that the schema of CSL gives it, and read by a CSL processor."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable

import pytest

from edition.citing import csl_item, csl_json
from edition.corpus.model import Corpus, Document, Moment
from edition.site.plan import Settings, Site

NAMES = {"author", "recipient", "translator", "editor"}
DATES = {"issued", "available-date"}
TEXTS = {
    *("id", "title", "genre", "number", "abstract", "language", "container-title", "publisher", "publisher-place"),
    *("archive", "archive-place", "archive_location", "version", "note", "URL"),
}
"""Variables of CSL 1.0.2 (csl-data.json), by what they hold."""


def check(item: dict[str, object]) -> None:
    """Hold an item against what csl-data.json says of the variables that we use."""
    assert item["type"] in {"personal_communication", "manuscript", "document"}
    assert set(item) - {"type"} <= NAMES | DATES | TEXTS
    for name, value in item.items():
        if name in NAMES:
            assert isinstance(value, list)
            assert all(set(person) in ({"family", "given"}, {"literal"}) for person in value)
        elif name in DATES:
            assert isinstance(value, dict)
            assert set(value) <= {"date-parts", "circa", "literal"}
            assert all(isinstance(part, int) for parts in value.get("date-parts", []) for part in parts)
        else:
            assert isinstance(value, str)
            assert value


def test_an_item_says_who_wrote_to_whom_and_where_it_is_kept(make: Callable[..., Document], site: Site) -> None:
    item = csl_item(make(), site)
    check(item)
    assert item["type"] == "personal_communication"
    assert item["author"] == [{"family": "Vetrov", "given": "Pavel"}]
    assert item["recipient"] == [{"family": "Sabelnikov", "given": "Konstantin"}]
    assert item["translator"] == [{"literal": "Ida Fairweather"}]
    assert item["issued"] == {"date-parts": [[1937, 8, 30]]}
    assert item["archive"] == "Archive of the Karsk Polar Institute"
    assert item["archive_location"] == "f. 12, op. 3, d. 47, ll. 18–19, 20 ob."
    assert item["version"] == "2026-11-22, sha256:0123456789ab"
    assert item["URL"] == "https://karsk.example/edition/telegrams/t1937-08-30-vetrov-sabelnikov.html"


@pytest.mark.parametrize(
    ("moment", "issued"),
    [
        (Moment(not_before="1937-08", not_after="1938"), {"date-parts": [[1937, 8], [1938]]}),
        (Moment(not_after="1938"), {"date-parts": [[1938]], "circa": True}),
        (Moment(when="1937", certainty="low"), {"date-parts": [[1937]], "circa": True}),
        (Moment("in the winter"), {"literal": "in the winter"}),
        (Moment(), None),
    ],
)
def test_doubt_and_ranges_stay_in_the_date(
    make: Callable[..., Document], site: Site, moment: Moment, issued: object
) -> None:
    item = csl_item(make(date=moment), site)
    check(item)
    assert item.get("issued") == issued


def test_names_that_no_list_takes_apart_stay_whole(make: Callable[..., Document], site: Site) -> None:
    item = csl_item(make(("li", "institute", "drobot", "unknown")), site)
    assert item["author"] == [
        {"literal": "李雪山"},
        {"literal": "Karsk Polar Institute"},
        {"family": "Дробот", "given": "Юрий"},
        {"literal": "UNKNOWN"},
    ]


def test_a_document_that_says_nothing_is_still_an_item(make: Callable[..., Document]) -> None:
    bare = make((), (), title="", date=Moment(), holdings=(), responsible=(), versions=(), abstract=(), number="")
    item = csl_item(bare, Site(Corpus(), Settings("")))
    check(item)
    assert item["title"] == bare.id
    assert not NAMES & set(item)


def test_a_csl_processor_reads_the_file(make: Callable[..., Document], site: Site) -> None:
    """citeproc-py formats a bibliography of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library itself
        citeproc = pytest.importorskip("citeproc", reason="needs citeproc-py")
        from citeproc.source.json import CiteProcJSON

        documents = [make(), make(("li",), title="给研究所的电报", id="t2")]
        source = CiteProcJSON(json.loads(csl_json(documents, site)))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        for document in documents:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(document.id)]))
        written = [str(each) for each in bibliography.bibliography()]
    assert any("Vetrov" in each and "1937" in each and "Telegram No. 417" in each for each in written)
    assert any("李雪山" in each and "给研究所的电报" in each for each in written)
