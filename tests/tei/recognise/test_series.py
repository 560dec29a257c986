"""The volume of a series that a heading or a trail of links names. The areas are invented."""

from __future__ import annotations

import pytest

from tei.recognise.series import is_series, read_series

SERIES = "Foreign Relations of the United States"


@pytest.mark.parametrize(
    ("line", "title", "volume", "book", "area", "document"),
    [
        (
            f"{SERIES}, 1949, The Far North: Norland, Volume VIII",
            f"{SERIES}, 1949, The Far North: Norland",
            "VIII",
            "",
            "",
            "",
        ),
        (f"{SERIES}, 1961–1963, Volume V, Norland", f"{SERIES}, 1961–1963", "V", "", "Norland", ""),
        (f"{SERIES}, 1952–1954, Norland, Volume XIV, Part 1", f"{SERIES}, 1952–1954, Norland", "XIV", "1", "", ""),
        (f"{SERIES}: Diplomatic Papers, 1943, Norland", f"{SERIES}: Diplomatic Papers, 1943, Norland", "", "", "", ""),
        (f"Home › Documents › {SERIES}, 1943, Norland › Document 211", f"{SERIES}, 1943, Norland", "", "", "", "211"),
        ("FOREIGN RELATIONS, 1952–1954, VOLUME XIV", "FOREIGN RELATIONS, 1952–1954", "XIV", "", "", ""),
        (f"Papers relating to the {SERIES}, 1914", f"Papers relating to the {SERIES}, 1914", "", "", "", ""),
    ],
)
def test_line_names_a_volume(line: str, title: str, volume: str, book: str, area: str, document: str) -> None:
    found = read_series(line, 10)
    assert found is not None
    assert (found.title, found.volume, found.book, found.volume_title, found.document) == (
        title,
        volume,
        book,
        area,
        document,
    )
    assert line[found.evidence.start - 10 : found.evidence.end - 10].startswith(title)


@pytest.mark.parametrize("line", ["The foreign relations of the country were poor.", "Series of telegrams, 1938", ""])
def test_other_lines_name_none(line: str) -> None:
    assert not is_series(line)
