"""RIS, as rispy reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edition.citing import ris
from edition.corpus.model import Document, Moment
from edition.site.plan import Site


def read(data: bytes) -> list[dict[str, object]]:
    rispy = pytest.importorskip("rispy", reason="needs rispy")
    found: list[dict[str, object]] = rispy.loads(data.decode())
    return found


def test_a_record_is_a_personal_communication_with_its_archive(make: Callable[..., Document], site: Site) -> None:
    (record,) = read(ris([make()], site))
    assert record["type_of_reference"] == "PCOMM"
    assert record["id"] == "t1937-08-30-vetrov-sabelnikov"
    assert record["authors"] == ["Vetrov, Pavel"]
    assert record["secondary_authors"] == ["Sabelnikov, Konstantin"]
    assert record["subsidiary_authors"] == ["Ida Fairweather"]
    assert (record["year"], record["date"]) == ("1937", "1937/08/30/")
    assert record["name_of_database"] == "Archive of the Karsk Polar Institute, Leningrad"
    assert record["unknown_tag"] == {"AV": ["f. 12, op. 3, d. 47, ll. 18–19, 20 ob."]}
    assert "Version: 2026-11-22, sha256:0123456789ab" in record["notes"]  # type: ignore[operator]
    assert record["urls"] == ["https://karsk.example/edition/telegrams/t1937-08-30-vetrov-sabelnikov.html"]


def test_every_line_is_a_tag_and_ends_as_ris_wants_it(make: Callable[..., Document], site: Site) -> None:
    """A title with line breaks is one line."""
    data = ris([make(title="A title\r\nof two lines\u2028and more"), make(id="second")], site).decode()
    lines = data.split("\r\n")
    assert "TI  - A title of two lines and more" in lines
    assert all(line == "" or line[2:6] == "  - " for line in lines)
    assert "\n" not in data.replace("\r\n", "")
    assert [record["id"] for record in read(data.encode())] == ["t1937-08-30-vetrov-sabelnikov", "second"]


@pytest.mark.parametrize(
    ("moment", "year", "date"),
    [
        (Moment(when="1937-08"), "1937", "1937/08//"),
        (Moment(when="1937-08-30", certainty="low"), "1937", "1937/08/30/uncertain"),
        (Moment(not_before="1937-08", not_after="1938"), "1937", "1937/08//1937-08 to 1938"),
        (Moment(not_before="1937"), "1937", "1937///not before 1937"),
        (Moment(not_after="1938-05"), "1938", "1938/05//not after 1938-05"),
        (Moment(when="-0044-03-15"), "-0044", "-0044/03/15/"),
        (Moment("in the winter"), None, "///in the winter"),
        (Moment(), None, None),
    ],
)
def test_dates_are_as_exact_as_they_are_known(
    make: Callable[..., Document], site: Site, moment: Moment, year: str | None, date: str | None
) -> None:
    (record,) = read(ris([make(date=moment)], site))
    assert (record.get("year"), record.get("date")) == (year, date)


def test_several_senders_in_three_scripts_are_several_authors(make: Callable[..., Document], site: Site) -> None:
    (record,) = read(ris([make(("vetrov", "li", "drobot"), kind="note")], site))
    assert record["authors"] == ["Vetrov, Pavel", "李雪山", "Дробот, Юрий"]
    assert record["type_of_reference"] == "MANSCPT"
