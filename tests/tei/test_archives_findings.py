"""What an editor is told of an archival reference."""

import pytest

from tei.archives import ArchivalReference, LeafRange, findings, parse
from tei.archives.leaves import Leaf
from tei.findings import Location


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RGASPI, f. 558, op. 11, d. 330, ll. 95–96", []),
        ("AVPRF, f. 059, op. 3, d. 190", []),
        ("ОГАЧО. Ф. Р-274. Оп. 3. Д. 291", ["ARC101"]),
        ("Ф. 244, оп. 12, ед. хр. 6", ["ARC102"]),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 96–59", ["ARC103"]),
        ("RGASPI, f. 558, d. 330, l. 95", ["ARC104"]),
        ("RGASPI, f. 558, op. 11, l. 95", ["ARC104"]),
        ("РГАCПИ. Ф. 558. Оп. 11", ["ARC105"]),
        ("ГАРФ. Ф. P-9401. Оп. 2. Д. 64", ["ARC105"]),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 0095-0096", ["ARC106"]),
        ("РГИА, ф. 1285, оп. 1, д. 131, 9 л.", ["ARC107"]),
        ("РГИА, ф. 173, оп. 11, д. 1734, скан 261", ["ARC108"]),
        ("РГАСПИ. Ф. 558. On. 11. Д. 330", ["ARC109"]),
        ("AVPRF F.0102. O.13 D.72 Delo 5", ["ARC109"]),
        ("RTsKhIDNI, f. 558, op. 11, d. 330", ["ARC110"]),
        ("РГАСПИ 558 11 330 95", ["ARC112"]),
        ("RGASPI, f. 558, op. 11, d. 330, ll. 193-4", ["ARC113"]),
        ("893.00/13–4549", ["ARC114"]),
        ("RGANI, f. 89, per. 12, dok. 5", []),
        ("no reference at all", []),
    ],
)
def test_each_slip_has_its_code(text: str, codes: list[str]) -> None:
    assert [finding.rule for finding in findings(text)] == codes


def test_a_finding_says_where_it_is() -> None:
    text = "The note.\n  RGASPI, f. 558, op. 11, d. 330,\nll. 0095-0096"
    found = findings(text, location=Location("t.txt", 5, 7))
    assert [str(each.location) for each in found] == ["t.txt:7:5"]
    assert [str(each.location) for each in findings("РГАCПИ, ф. 558, оп. 1", location=Location("t.txt", 5, 7))] == [
        "t.txt:5:7"
    ]


def test_a_finding_gives_the_mend() -> None:
    assert findings("РГАCПИ. Ф. 558. Оп. 11")[0].hint == "write РГАСПИ in one alphabet"
    assert "56–96" in findings("RGASPI, f. 558, op. 11, d. 330, ll. 96–56")[0].hint
    assert "RGASPI" in findings("ЦПА, f. 558, op. 11, d. 330")[0].hint


def test_a_reference_is_checked_with_the_words_it_was_read_from() -> None:
    reference = parse("RTsKhIDNI, f. 558, d. 330, ll. 0095-0096")
    assert reference is not None
    assert [finding.rule for finding in findings(reference)] == ["ARC110", "ARC104", "ARC106"]


def test_a_reference_that_was_made_is_checked_by_its_values() -> None:
    backwards = LeafRange(Leaf(9), Leaf(5))
    made = ArchivalReference(None, (("fond", "1"), ("opis", "2"), ("delo", "3")), (backwards,))
    assert [finding.rule for finding in findings(made)] == ["ARC102", "ARC103"]


def test_an_archive_alone_has_no_shelf_mark() -> None:
    reference = parse("AVP RF, copy courtesy of the station")
    assert reference is not None
    assert [finding.rule for finding in findings(reference)] == ["ARC111"]
