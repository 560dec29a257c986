"""Printed sources in the styles of Chicago notes, Soviet footnotes, journals and series of documents."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tei.model import Printed
from tei.recognise.printed import find_printed, page_ranges
from tests.timing import seconds

SINGLE: list[tuple[str, dict[str, object]]] = [
    (
        "'Zapiski o ldakh', Karsk, 1956, pp. 295-96.",
        {"title": "Zapiski o ldakh", "place": "Karsk", "year": "1956", "pages": (("295", "296"),)},
    ),
    (
        "(O. Vetrov: Dnevnik, Tolbeya, 1957, pp. 402-403).",
        {"authors": ("O. Vetrov",), "title": "Dnevnik", "place": "Tolbeya", "year": "1957", "pages": (("402", "403"),)},
    ),
    ("(O. Vetrov: Dnevnik, p.407).", {"authors": ("O. Vetrov",), "title": "Dnevnik", "pages": (("407", "407"),)}),
    (
        "Olga Lind and Ilya Zimin, Stantsiia Karsk, Vol. 1, Book 2, 1937-March 1938 (Port: Ice Press, 1961), p. 41-42.",
        {
            "authors": (),
            "editors": ("Olga Lind", "Ilya Zimin"),
            "title": "Stantsiia Karsk",
            "volume": "1",
            "book": "2",
            "volume_title": "1937-March 1938",
            "place": "Port",
            "publisher": "Ice Press",
            "year": "1961",
            "pages": (("41", "42"),),
        },
    ),
    (
        "Olga Lind and Ilya Zimin, eds., Ice and Fog: New Papers, 1937-1938 (Port: Ice Press, 1961), 41-42.",
        {
            "editors": ("Olga Lind", "Ilya Zimin"),
            "title": "Ice and Fog: New Papers, 1937-1938",
            "publisher": "Ice Press",
        },
    ),
    (
        "Olga Lind (ed.), Ice (Port: Ice Press, 1961), 41.",
        {"editors": ("Olga Lind",), "title": "Ice", "pages": (("41", "41"),)},
    ),
    (
        "Olga Lind, Ice and Fog (Port: Ice Press, 1961).",
        {"authors": ("Olga Lind",), "title": "Ice and Fog", "pages": ()},
    ),
    (
        "Olga Lind, Ice and Fog (Port and Karsk: Ice Press, 1961), pp. 1, 3–5.",
        {"place": "Port and Karsk", "pages": (("1", "1"), ("3", "5"))},
    ),
    (
        "Olga Lind, Ice (Cambridge, MA: Ice Press, 1961), xii–xiv.",
        {"place": "Cambridge, MA", "pages": (("xii", "xiv"),)},
    ),
    (
        "Ice and Fog, ed. by Olga Lind and Ilya Zimin (Port: Ice Press, 1961), 7.",
        {"editors": ("Olga Lind", "Ilya Zimin"), "title": "Ice and Fog"},
    ),
    (
        "Ice and Fog, edited by Olga Lind (Port: Ice Press, 1961), 7.",
        {"editors": ("Olga Lind",), "title": "Ice and Fog"},
    ),
    (
        "Olga Lind, Led (Ice and Its Uses) (Port: Ice Press, 1961), 7.",
        {"title": "Led", "title_translated": "Ice and Its Uses"},
    ),
    (
        "Olga Lind, Ice (Ice University Press, 1994), 7.",
        {"publisher": "Ice University Press", "place": "", "year": "1994"},
    ),
    ("Olga Lind, Ice (Port, 1994), p. 7.", {"place": "Port", "publisher": "", "authors": ("Olga Lind",)}),
    ("Olga Lind, Ice, Port: Ice Press, 1994, p. 7.", {"place": "Port", "publisher": "Ice Press", "title": "Ice"}),
    ("Olga Lind, Ice, n.p., 1994, p. 7.", {"place": "n.p.", "title": "Ice", "year": "1994"}),
    (
        "Линд О. И. Льды и туманы. М., 1986. С. 295–296.",
        {"authors": ("Линд О. И.",), "title": "Льды и туманы", "place": "М.", "pages": (("295", "296"),)},
    ),
    (
        "Линд О. И., Зимин И. Льды. М.: Наука, 1986. — С. 5.",
        {"authors": ("Линд О. И.", "Зимин И."), "title": "Льды", "publisher": "Наука"},
    ),
    (
        "Льды и туманы. Сборник документов. Т. 2. М.; Л., 1961. С. 5.",
        {"place": "М.; Л.", "volume": "2", "year": "1961"},
    ),
    ("О. Линд. Льды. Ленинград, 1961, стр. 7.", {"place": "Ленинград", "year": "1961", "pages": (("7", "7"),)}),
    (
        "Olga Lind, “On Ice,” Journal of Fog 10, no. 2 (May 2010): 185–202.",
        {
            "authors": ("Olga Lind",),
            "title": "On Ice",
            "volume_title": "Journal of Fog",
            "volume": "10",
            "year": "2010",
            "pages": (("185", "202"),),
        },
    ),
    (
        "Lind, Olga. ‘O ldakh’. Novye tumany 4 (1994): 132–40.",
        {"authors": ("Lind, Olga",), "title": "O ldakh", "volume_title": "Novye tumany", "pages": (("132", "140"),)},
    ),
    (
        "Olga Lind, “O ldakh,” Novye tumany, no. 4 (1994), pp. 132–140.",
        {"title": "O ldakh", "volume": "no. 4", "year": "1994"},
    ),
    (
        "Линд О. О льдах // Новые туманы. 1994. № 4. С. 132–140.",
        {"title": "О льдах", "volume_title": "Новые туманы", "volume": "no. 4", "year": "1994"},
    ),
    ("POLDOC, 1:260-1.", {"title": "POLDOC", "volume": "1", "pages": (("260", "261"),)}),
    (
        "Text: translation from A. Pell and B. Lind, eds., Polar Papers of the Ice Years, 142-3.",
        {
            "type": "translation",
            "editors": ("A. Pell", "B. Lind"),
            "title": "Polar Papers of the Ice Years",
            "pages": (("142", "143"),),
        },
    ),
    (
        "Foreign Relations of the United States, 1949, vol. IX, p. 140, doc. 163.",
        {
            "title": "Foreign Relations of the United States, 1949",
            "volume": "IX",
            "pages": (("140", "140"),),
            "year": "",
        },
    ),
    (
        "Foreign Relations of the United States, 1952–1954, Volume XIV, Part 1, China and Japan"
        " (Washington: Government Printing Office, 1985), p. 7.",
        {
            "title": "Foreign Relations of the United States, 1952–1954",
            "volume": "XIV",
            "book": "1",
            "volume_title": "China and Japan",
            "year": "1985",
        },
    ),
    ("Source: Olga Lind, Ice (Port: Ice Press, 1961), 7.", {"type": "printed", "title": "Ice"}),
    ("Translation from Olga Lind, Ice (Port: Ice Press, 1961), 7.", {"type": "translation", "title": "Ice"}),
    ("Reprinted in Olga Lind, Ice (Port: Ice Press, 1961), 7.", {"type": "reprint", "title": "Ice"}),
]
NONE = [
    "On 5 May 1938 we left Karsk.",
    "In May, 1938, the ship came.",
    "The ship left Karsk in 1938.",
    "Karsk, 3 May 1938",
    "A ship (see above, 1938).",
    "AKPI, f. 12, op. 3, d. 47, ll. 20-21.",
    "Vetrov (Karsk) to Pashin (Port)",
    "",
    "The winter, 1938, was cold.",
]


@pytest.mark.parametrize(("text", "expected"), SINGLE)
def test_a_citation_is_parted_into_its_parts(text: str, expected: dict[str, object]) -> None:
    found = find_printed(text)
    assert len(found) == 1
    assert {name: getattr(found[0], name) for name in expected} == expected


@pytest.mark.parametrize("text", NONE)
def test_a_year_alone_is_no_imprint(text: str) -> None:
    assert find_printed(text) == ()


def test_several_in_one_sentence_keep_their_order_and_kinds() -> None:
    text = (
        "Olga Lind, Ice (Port: Ice Press, 1961), 7; also published in Ilya Zimin, Fog (Port: Ice Press, 1962), 8; "
        "translation from Ada Orlova, ed., Snow (Port: Ice Press, 1963), 9-10."
    )
    assert [(one.type, one.title) for one in find_printed(text)] == [
        ("printed", "Ice"),
        ("reprint", "Fog"),
        ("translation", "Snow"),
    ]


def test_what_is_printed_beside_an_archival_reference_is_a_reprint() -> None:
    assert find_printed("Olga Lind, Ice (Port: Ice Press, 1961), 7.", archived=True)[0].type == "reprint"


@pytest.mark.parametrize("text", [text for text, _ in SINGLE])
def test_the_words_of_a_citation_are_those_of_its_span(text: str) -> None:
    one = find_printed(text, 50)[0]
    assert text[one.evidence.start - 50 : one.evidence.end - 50].strip() == one.text
    assert all(
        isinstance(getattr(one, field.name), str | tuple) or field.name == "evidence" for field in fields(Printed)
    )


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("295–96", (("295", "296"),)),
        ("7", (("7", "7"),)),
        ("1, 3-5", (("1", "1"), ("3", "5"))),
        ("1101-9", (("1101", "1109"),)),
        ("", ()),
    ],
)
def test_a_shortened_last_page_is_written_out(text: str, ranges: tuple[tuple[str, str], ...]) -> None:
    assert page_ranges(text) == ranges


@pytest.mark.parametrize(
    "text",
    [
        "Ice, " * 800 + "1938",
        "A. " * 1200 + "1938",
        "(Port: " * 600 + "1938)",
        "Ice 1938, " * 400,
        "vol. 1 " * 500 + "1938",
        "(" * 3000 + "1938",
    ],
)
def test_a_long_citation_takes_no_time(text: str) -> None:
    assert seconds(lambda: find_printed(text)) < 1
