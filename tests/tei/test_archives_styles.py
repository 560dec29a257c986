"""Every style can be read again as the same reference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tei.archives import (
    STYLES,
    ArchivalReference,
    Leaf,
    LeafRange,
    Repository,
    builtin,
    format_reference,
    parse,
    unknown,
)

FOND_KIND = sorted((each for each in builtin() if each.family == "fond"), key=lambda each: each.key)
LIBRARIES = sorted(
    (each for each in builtin() if each.family == "segments" and not each.templates and each.key != "nara"),
    key=lambda each: each.key,
)
UNKNOWN = [unknown("ОГАЧО"), unknown("GAKP"), unknown("НА РБ"), unknown("State Archive of Karsk Region", "GAKR")]
PLACES = st.sampled_from([None, *UNKNOWN, *FOND_KIND])

numbers = st.integers(1, 999_999).map(str)
fonds = st.one_of(
    numbers,
    st.builds("{}-{}".format, st.sampled_from(["R", "Р", "И", "П", "I"]), numbers),
    st.builds("{}{}".format, st.sampled_from(["059", "0102", "17", "4", "1333"]), st.sampled_from("aаbбкпс")),
)
files = st.one_of(numbers, st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from("aаbбгд")))
words = st.sampled_from(
    ["Station papers", "National Security Files", "Cables File, Incoming", "Subject Series", "S/S Papers"]
)


@st.composite
def leaf_ranges(draw: DrawFn) -> LeafRange:
    first = Leaf(draw(st.integers(1, 1650)), draw(st.sampled_from(["", "", "", "a", "b", "в"])), draw(st.booleans()))
    if draw(st.booleans()):
        return LeafRange(first, first)
    last = Leaf(first.number + draw(st.integers(1, 400)), draw(st.sampled_from(["", "", "a"])), draw(st.booleans()))
    return LeafRange(first, last)


leaf_lists: SearchStrategy[tuple[LeafRange, ...]] = st.lists(leaf_ranges(), max_size=4).map(
    lambda ranges: tuple(sorted(ranges, key=lambda each: (each.first.number, each.first.suffix, each.first.verso)))
)


@st.composite
def fond_references(draw: DrawFn) -> ArchivalReference:
    repository: Repository | None = draw(PLACES)
    own = repository.parts if repository else ("fond", "opis", "delo")
    values = {"fond": draw(fonds)}
    values |= {part: draw(files) for part in own if part != "fond"}
    parts = list(values.items())
    if draw(st.booleans()):
        parts.append(("name", draw(st.sampled_from(["Talvisodan kokoelma", "ЦК КПСС", "Secretariat, 1949"]))))
    elif draw(st.booleans()):
        parts.append(("subfond", draw(st.sampled_from(["DPOO", "DPOO, 1898 g.", "ОО, 1905 г."]))))
    if draw(st.booleans()) and "delo" in own:
        parts.append((draw(st.sampled_from(["chast", "tom"])), draw(st.integers(1, 30).map(str))))
    leaves = draw(leaf_lists)
    unit = draw(st.sampled_from(["leaf", "leaf", "page"])) if "delo" in own else "leaf"
    image = "" if leaves else draw(st.sampled_from(["", "", "261"]))
    return ArchivalReference(repository, tuple(parts), leaves, unit, image)


@st.composite
def box_references(draw: DrawFn) -> ArchivalReference:
    parts = [("collection", draw(words)), ("box", draw(st.integers(1, 9999).map(str)))]
    if draw(st.booleans()):
        parts.append(("folder", draw(st.sampled_from(["4/14–30/79", "China", "Karsk 1937", "2"]))))
    return ArchivalReference(draw(st.sampled_from(LIBRARIES)), tuple(parts))


@st.composite
def templated_references(draw: DrawFn) -> ArchivalReference:
    key, parts = draw(
        st.sampled_from(
            [
                ("tna", (("series", "FO 371"), ("piece", "84053"))),
                ("tna", (("series", "PREM 8"), ("piece", "1408"), ("item", "A12"))),
                ("barch", (("fond", "B 136"), ("item", "59748"))),
                ("barch", (("fond", "DY 30"), ("item", "IV 2/20/124"))),
                ("pa-aa", (("fond", "MfAA"), ("item", "A 6564"))),
                ("prc-fma", (("call-number", "106-01477-03"),)),
                ("mnl-ol", (("fond", "XIX-J-1-k Korea"), ("box", "9"), ("item", "18/g"), ("number", "00303/1954"))),
                ("nai", (("fond", "Department of Foreign Affairs"), ("call-number", "5/313/3D"))),
                ("us-cables", (("identifier", "07BEIJING5387"),)),
                ("nara", (("record-group", "59"), ("file", "893.00"), ("document", "4–1849"))),
                ("nara", (("record-group", "59"), ("file", "740.00119 Control (Korea)"), ("document", "15131"))),
                (
                    "nara",
                    (("record-group", "59"), ("series", "Conference Files"), ("lot", "66 D 347"), ("box", "CF 86")),
                ),
                ("nara", (("record-group", "59"), ("frame", "P840167–1715"), ("frame", "P840131–2102"))),
                ("nara", (("record-group", "84"), ("entry", "2689"), ("box", "12"), ("folder", "350"))),
                ("nmml", (("file", "JNSG"), ("volume", "21-1"))),
                ("ahmre", (("maco", "600.(24h)—CUBA"),)),
            ]
        )
    )
    repository = builtin()[key]
    paged = repository.templates and key not in ("nara", "us-cables", "mnl-ol")
    leaves = draw(leaf_lists.filter(lambda each: all(not one.first.suffix for one in each))) if paged else ()
    return ArchivalReference(repository, parts, leaves, repository.unit)


@settings(max_examples=300, deadline=None)
@given(st.one_of(fond_references(), box_references(), templated_references()), st.sampled_from(STYLES))
def test_a_reference_written_in_any_style_is_read_as_the_same(reference: ArchivalReference, style: str) -> None:
    written = format_reference(reference, style)
    again = parse(written)
    assert again == reference, written
    assert again is not None
    assert again.get("name") == reference.get("name")


@settings(max_examples=100, deadline=None)
@given(fond_references(), st.sampled_from(STYLES), st.sampled_from(["ru", "en"]))
def test_a_style_in_the_other_alphabet_is_read_as_the_same(
    reference: ArchivalReference, style: str, language: str
) -> None:
    written = format_reference(reference, style, language)
    assert parse(written) == reference, written


@pytest.mark.parametrize(
    ("style", "language", "written"),
    [
        ("wilson", None, "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"),
        ("chicago", None, "Russian State Archive of Socio-Political History (RGASPI), "
                          "fond 558, opis 11, delo 330, listy 95–96"),
        ("gost", None, "РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95–96"),
        ("gost", "en", "RGASPI. F. 558. Op. 11. D. 330. L. 95–96"),
        ("wilson", "ru", "РГАСПИ, ф. 558, оп. 11, д. 330, л. 95–96"),
        ("chicago", "ru", "Российский государственный архив социально-политической истории (РГАСПИ), "
                          "фонд 558, опись 11, дело 330, листы 95–96"),
    ],
)  # fmt: skip
def test_the_house_example_in_every_style(style: str, language: str | None, written: str) -> None:
    reference = parse("RGASPI, f. 558, op. 11, d. 330, ll. 0095-0096")
    assert reference is not None
    assert format_reference(reference, style, language) == written


@pytest.mark.parametrize(
    ("cited", "wilson", "chicago", "gost"),
    [
        (
            "AVPRF, f. 0100, op. 43, d. 10, p. 302, l. 5 ob.",
            "AVPRF, f. 0100, op. 43, p. 302, d. 10, l. 5 ob.",
            "Archive of the Foreign Policy of the Russian Federation (AVPRF), "
            "fond 0100, opis 43, papka 302, delo 10, list 5v",
            "АВП РФ. Ф. 0100. Оп. 43. П. 302. Д. 10. Л. 5 об.",
        ),
        (
            "GARF, f. R-9401, op. 2, d. 64, ll. 1a, 2",
            "GARF, f. R-9401, op. 2, d. 64, ll. 1a, 2",
            "State Archive of the Russian Federation (GARF), fond R-9401, opis 2, delo 64, listy 1a, 2",
            "ГАРФ. Ф. Р-9401. Оп. 2. Д. 64. Л. 1а, 2",
        ),
        ("ОГАЧО. Р-274. Оп. 3", "ОГАЧО, f. R-274, op. 3", "ОГАЧО, fond R-274, opis 3", "ОГАЧО. Ф. Р-274. Оп. 3"),
        (
            "РГИА, ф. 1285, оп. 1, д. 131, 9 л.",
            "RGIA, f. 1285, op. 1, d. 131, 9 л.",
            "Russian State Historical Archive (RGIA), fond 1285, opis 1, delo 131, 9 л.",
            "РГИА. Ф. 1285. Оп. 1. Д. 131. 9 л.",
        ),
        (
            "FO 371/84053, fol. 12",
            "TNA, FO 371/84053, fol. 12",
            "The National Archives of the United Kingdom (TNA), FO 371/84053, fol. 12",
            "TNA. FO 371/84053, fol. 12",
        ),
        (
            "BArch, B 136/59748, Bl. 335-336",
            "BArch, B 136/59748, Bl. 335–336",
            "Bundesarchiv (BArch), B 136/59748, Bl. 335–336",
            "BArch. B 136/59748, Bl. 335–336",
        ),
        ("Box 3, Folder 2", "Box 3, Folder 2", "Box 3, Folder 2", "Box 3, Folder 2"),
    ],
)  # fmt: skip
def test_other_archives_in_every_style(cited: str, wilson: str, chicago: str, gost: str) -> None:
    reference = parse(cited)
    assert reference is not None
    assert tuple(format_reference(reference, style) for style in STYLES) == (wilson, chicago, gost)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="wilson, chicago, gost"):
        format_reference(ArchivalReference(), "harvard")
