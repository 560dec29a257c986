"""Finding references in running text: exact places, nothing in plain prose, time linear in the text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei.archives import find, parse, parse_all
from tests.timing import seconds

PROSE = (
    "The delegation of the institute came to Karsk on 5 January 1938 and stayed 12 days. Of the 9 men who wintered, "
    "only 3 read the file of instructions; the rest, as Fond and Opis are not given, cannot be told. See p. 16 of the "
    "report, or op. cit. 4, and note 17. "
)
ПРОЗА = "Делегация института прибыла в Карск 5 января 1938 г. и пробыла там 12 дней; об этом см. дело в фонде, с. 16. "


@pytest.mark.parametrize(
    ("before", "cited", "behind"),
    [
        ("", "RGASPI, f. 558, op. 11, d. 333, ll. 0049-0051", ". Contributed by A. Karskaia and translated by B."),
        ("“Cable,” 1938, Digital Archive, ", "APRF: F. 39, Op. 1, D. 31, Ll. 60-62", ". Reprinted in Karsk, p. 14-15."),
        ("(Coded telegram. ", "RGASPİ F. 558 Op. 11 D. 330 L. 126", ")"),
        ("9-", "RGASPI F. 558 Op. 11 D. 330 L. 104-105", ". (It is said that 2 copies were made.)"),
        ("As kept in ", "RGASPI, f. 558, op. 11, d. 330, l. 95", ", 10 January 1949, he wrote"),
        ("", "RGASPI, f. 558, op. 11, d. 330, l. 95", ", 1949."),
        ("см. ", "РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 58 об.", " Подлинник."),
        ("Material in the ", "State Archive of Karsk Region, f. 5, op. 1, d. 3", ", which shows"),
        ("Хранится в: ", "Государственный архив Карской области, ф. 8, оп. 1, д. 5", "."),
        ("see ", "ОГАЧО. Р-274. Оп. 3. Д. 291. Л. 1а, 2, 3", ". Копия."),
        ("in ", "f. 244, op. 12, d. 6", " of the same"),
        ("telegram 417, ", "893.00/4–1849", ": Telegram"),
        ("and ", "FO 371/84053, p. 12", ", with minutes"),
        ("at the ", "The National Archives, Kew (FO 371/1160)", ", he found"),
        ("Source: ", "Truman Library, PSF, Box 173, Folder Karsk", ". Secret."),
        ("cable ", "07BEIJING5387", " says"),
        ("the lot, ", "Lot 66 D 347", ", has"),
        ("", "RGVA, Fondi 34980", " Talvisodan kokoelma"),
        ("", "РГИА, ф. 1285, оп. 1, д. 131, 9 л.", " Дело начато"),
        ("", "RGASPI, f. 558, op. 11, d. 330", "; see also"),
        ("The letter is in ", "PRC FMA 106-01477-03, 15-16", "."),
        ("", "AVPRF F.0102. O.13 D.72 Delo 5", " (copy)"),
        ("", "NAA: A5954, 69/7", ". The copy was lost."),
        ("", "Johnson Library, NSF, Box 238, Karsk Cables Vol. I", ". The copy was lost."),
    ],
)
def test_a_reference_is_found_from_the_archive_to_the_last_leaf(before: str, cited: str, behind: str) -> None:
    found = find(before + cited + behind)
    assert [(each.start, each.end) for each in found] == [(len(before), len(before) + len(cited))]
    assert found[0].reference.written == cited


@pytest.mark.parametrize(
    "text",
    [
        "",
        PROSE,
        ПРОЗА,
        "AVP RF, copy courtesy of the station",
        "f. 5, p. 7",
        "An F 16 landed on 3 May.",
        "They met in RGASPI and went on to the National Archives.",
        "Hardly 1949/50 or 12/3/1938, 893.5 km and 558 11 330 95 men.",
        "Ibid., l. 5",
        "Op. 3 was played; No. 4 followed.",
        "the record, RG 59 is large",
        "A, B, C (D), Box of letters",
    ],
)
def test_plain_prose_holds_no_reference(text: str) -> None:
    assert find(text) == ()


def test_several_references_of_one_sentence_are_found_each_at_its_place() -> None:
    text = (
        "AVPRF, f. 0100, op. 42, p. 288, d. 19, ll. 1–2; APRF, f. 39, op. 1, d. 31, ll. 54–58; f. 45, op. 1, d. 328, "
        "l. 1, and RGASPI, f. 17, op. 3, d. 1080. Later: Там же. Д. 1081."
    )
    assert [(text[each.start : each.end], each.reference.key) for each in find(text)] == [
        ("AVPRF, f. 0100, op. 42, p. 288, d. 19, ll. 1–2", "avprf/0100/42/288/19/1-2"),
        ("APRF, f. 39, op. 1, d. 31, ll. 54–58", "aprf/39/1/31/54-58"),
        ("f. 45, op. 1, d. 328, l. 1", "aprf/45/1/328/1"),
        ("RGASPI, f. 17, op. 3, d. 1080", "rgaspi/17/3/1080"),
        ("Там же. Д. 1081", "rgaspi/17/3/1081"),
    ]


def test_places_are_those_of_the_text_as_given_with_its_accents_taken_apart() -> None:
    cited = "РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95"
    text = unicodedata.normalize("NFD", f"Й й ё É: {cited}. Й")
    found = find(text)[0]
    assert text[found.start : found.end] == cited


def test_previous_is_what_the_first_ibid_stands_for() -> None:
    found = find("Ibid., l. 9.", previous=parse("RGASPI, f. 17, op. 3, d. 5, l. 1"))
    assert [each.reference.key for each in found] == ["rgaspi/17/3/5/9"]


def test_leaves_behind_ibid_are_those_of_the_call_number_before() -> None:
    found = find("IOR/L/PS/10/36, f. 14; ibid., f. 17. TNA, FO 371/125, p. 3. Ibid., fols. 5-7.")
    assert [each.reference.key for each in found] == [
        "ior/ior_l_ps_10_36/14",
        "ior/ior_l_ps_10_36/17",
        "tna/fo-371/125/p3",
        "tna/fo-371/125/5-7",
    ]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "RGASPI", "РГАСПИ", "f.", "ф", "Оп.", "op. ", "d.", "Л", "l.", "5", "558", "1949", "-", "–", "/",
                ",", ";", ".", " ", "\n", "(", ")", "Там же", "Ibid.", "Box", "FO 371", "893.00", "ob.", "и", "and",
                "№", "号", "\u0306", "\xad", "é", "National Archives", "Lot 66 D", "Karsk Archive", "'", "“", "Р-",
                "а", "İ", "𝔘", "\x00",
            ]
        ),
        max_size=40,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_without_error_and_places_are_in_order(text: str) -> None:
    last = 0
    for found in find(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end
    parse(text)
    parse_all(text)


@pytest.mark.parametrize(
    "text",
    [PROSE * 40, ПРОЗА * 90, "The wind rose and fell for days on end. " * 250],
    ids=["English", "Russian", "no number"],
)
def test_plain_prose_costs_little(text: str) -> None:
    """About 1.5 ms for 10 kB dense with numbers, 0.2 ms without; ten times that here, for a busy machine."""
    assert seconds(lambda: find(text[:10_000]), best_of=2) < 0.02


ADVERSARIES = [
    "f. ",
    "f. 1 ",
    "f. 1, ",
    "1 ",
    "1/",
    "RGASPI ",
    "RGASPI, f. 1, ",
    " ",
    "\n",
    "A",
    "Аа ",
    "АА ",
    "(",
    "л. 5-",
    "5, ",
    "National Archives, ",
    "NARA, RG 59, ",
    "Aaaa, ",
    "Box 1, ",
    "Op. 1 ",
    "893.00/",
    "893.00 A",
    "f. 5, op. ",
    "Там же. ",
    "é",
    "123 Kirk, ",
    "Archive ",
    "State Archive of ",
    "FO 371/",
    "d. 5; ",
    "ф. 17 (",
    "f. 1 A",
    "ll. 5 ob. ",
    "00000",
    "1.2.3.",
    "A 1.2.3.4 ",
    "1. f., 2. apr., ",
    "ф. Канцелярия ",
    "ф. 1 «а» ",
    "д. 1 (а), ",
    "Архив РАН ",
    "АА/",
    "A-\nA",
    "File (",
    "г. 1900 г., ",
    "R G A ",
    "f. 1 (f.) ",
    "Box A 1 ",
    "Lot M ",
    "(АА ",
]


@pytest.mark.parametrize("piece", ADVERSARIES)
@pytest.mark.parametrize("frame", ["{}", "RGASPI, f. 1, op. 2, d. 3, l. 4 {}", "{} f. 1, op. 2, d. 3"])
def test_no_text_makes_reading_slow(piece: str, frame: str) -> None:
    """Eight times the text may cost some eight times the time, never sixty-four."""
    small = frame.format(piece * (1_000 // len(piece)))
    large = frame.format(piece * (8_000 // len(piece)))
    allowed = max(0.02, 24 * seconds(lambda: find(small), best_of=2))
    assert seconds(lambda: find(large), best_of=2) < allowed


def test_opis_right_behind_a_known_archive_needs_no_fond() -> None:
    """Some pages leave the fond out; an opus of music behind a word is none."""
    (found,) = find("[Source: AVPRF, opis 16, delo 204, papka 31, listy 7-8.]")
    assert dict(found.reference.parts) == {"opis": "16", "papka": "31", "delo": "204"}
    assert find("See Pell, opis 16.") == ()
