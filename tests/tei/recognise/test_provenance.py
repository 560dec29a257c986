"""What a page says of its source."""

from __future__ import annotations

import pytest

from tei.recognise import Settings
from tei.recognise.layouts import Region
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.provenance import Provenance, leaves_as_written, read_provenance


def provenance(text: str, settings: Settings) -> Provenance:
    paragraphs = split_paragraphs(text)
    return read_provenance(text, Region(paragraphs[:1], sources=paragraphs[1:]), settings.repositories)


def test_reference_and_credits_are_read_from_the_source_lines(settings: Settings) -> None:
    text = "Ice holds.\n\nAKPI, f. 12, op. 3, d. 47, ll. 0018-0019. Translated by Ida Fairweather."
    found = provenance(text, settings)
    assert [holding.reference.key for holding in found.holdings] == ["akpi/12/3/47/18-19"]
    assert found.holdings[0].leaves_text == "ll. 0018-0019"
    assert [(credit.role, credit.name) for credit in found.credits] == [("translator", "Ida Fairweather")]
    assert found.text == "AKPI, f. 12, op. 3, d. 47, ll. 0018-0019. Translated by Ida Fairweather."


def test_archive_on_another_line_completes_a_reference(settings: Settings) -> None:
    text = "Ice holds.\n\nArchive of the Karsk Polar Institute (AKPI)\n\nf. 12, op. 3, d. 51, l. 14"
    assert [holding.reference.key for holding in provenance(text, settings).holdings] == ["akpi/12/3/51/14"]


def test_printed_source_beside_an_archive_is_a_reprint(settings: Settings) -> None:
    text = (
        "Ice holds.\n\nAKPI, f. 12, op. 3, d. 51, l. 30\n\n"
        "Reprinted in: Olga Merzlyakova, ed., Stantsiia Karsk (Leningrad: Severnyi Mayak, 1961), p. 77."
    )
    assert [printed.type for printed in provenance(text, settings).printed] == ["reprint"]


def test_page_without_source_lines_has_no_provenance(settings: Settings) -> None:
    assert provenance("Ice holds.", settings) == Provenance()


@pytest.mark.parametrize(
    ("reference", "leaves"),
    [
        ("AKPI, f. 12, op. 3, d. 47, ll. 0018-0019", "ll. 0018-0019"),
        ("Ф. 12. Оп. 3. Д. 50. Л. 32", "Л. 32"),
        ("SMM, box 3", ""),
    ],
)  # fmt: skip
def test_leaves_are_kept_as_written(reference: str, leaves: str) -> None:
    assert leaves_as_written(reference) == leaves


def test_citation_is_without_the_catalogue_round_it(settings: Settings) -> None:
    text = "Ice holds.\n\nAuthor(s):\n\nAKPI, f. 12, op. 3, d. 51, l. 14\n\nLanguage\n\nRussian"
    found = provenance(text, settings)
    assert found.citation == "AKPI, f. 12, op. 3, d. 51, l. 14"
    assert found.text.endswith("Language\nRussian")
