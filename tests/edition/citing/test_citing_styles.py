"""Citations in words, to the last full stop."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edition.citing import chicago, citations, gost, mla
from edition.citing.citation import Run, quoted, sentences
from edition.citing.dating import Dating
from edition.corpus.model import Corpus, Document, Holding, Moment
from edition.site.plan import Settings, Site

URL = "https://karsk.example/edition/telegrams/t1937-08-30-vetrov-sabelnikov.html"
TITLE = "Telegram No. 417, Pavel Vetrov to Konstantin Sabelnikov"
KEPT = "AKPI, f. 12, op. 3, d. 47, ll. 18–19, 20 ob."


def texts(document: Document, site: Site, lang: str = "en") -> dict[str, str]:
    return {citation.style: citation.text for citation in citations(document, site, lang)}


def test_a_telegram_in_three_styles(make: Callable[..., Document], site: Site) -> None:
    assert texts(make(), site) == {
        "chicago": f"Vetrov, Pavel. 1937. “{TITLE}.” Translated by Ida Fairweather. {KEPT} In Telegrams of Karsk. "
        f"Leningrad: Karsk Press, 2026. Version of November 22, 2026 (sha256:0123456789ab). {URL}.",
        "mla": f"Vetrov, Pavel. “{TITLE}.” 30 Aug. 1937. Telegrams of Karsk, translated by Ida Fairweather, version of "
        f"22 Nov. 2026 (sha256:0123456789ab), Karsk Press, 2026, {URL}. {KEPT}",
        "gost": f"Vetrov P. {TITLE} : телеграмма, 30 авг. 1937 г. / пер. Ida Fairweather // AKPI. Ф. 12. Оп. 3. Д. 47. "
        "Л. 18–19, 20 об. То же [Электронный ресурс] // Telegrams of Karsk. Leningrad : Karsk Press, 2026. "
        f"Дата обновления: 22.11.2026 (sha256:0123456789ab). URL: {URL}.",
    }


def test_without_a_sender_the_title_comes_first(make: Callable[..., Document], site: Site) -> None:
    found = texts(make(()), site)
    assert found["chicago"].startswith(f"“{TITLE}.” 1937. Translated")
    assert found["mla"].startswith(f"“{TITLE}.” 30 Aug. 1937. Telegrams")
    assert found["gost"].startswith(f"{TITLE} : телеграмма")


@pytest.mark.parametrize(
    ("senders", "expected"),
    [
        (
            ("vetrov", "zhitkov"),
            (
                "Vetrov, Pavel, and Lev-Anton Zhitkov. ",
                "Vetrov, Pavel, and Lev-Anton Zhitkov. ",
                "Vetrov P., Zhitkov L.-A. T",
            ),
        ),
        (
            ("drobot", "li", "institute"),
            (
                "Дробот, Юрий, 李雪山, and Karsk Polar Institute. ",
                "Дробот, Юрий, et al. ",
                "Дробот Ю., 李雪山, Karsk Polar Institute. T",
            ),
        ),
    ],
)
def test_several_senders(
    make: Callable[..., Document], site: Site, senders: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    found = texts(make(senders), site)
    assert all(text.startswith(start) for text, start in zip(found.values(), expected, strict=True)), found


def test_many_senders_are_shortened_as_each_style_has_it(make: Callable[..., Document], site: Site) -> None:
    senders = tuple(f"p{number}" for number in range(11))
    found = texts(make(senders), site)
    assert found["chicago"].startswith("P0, P1, P2, P3, P4, P5, P6, et al. 1937. ")
    assert found["mla"].startswith("P0, et al. “")
    assert found["gost"].startswith(f"{TITLE} : телеграмма, 30 авг. 1937 г. / P0 [и др.] ; пер. Ida Fairweather // ")


@pytest.mark.parametrize(
    ("moment", "chicago_year", "mla_date", "gost_date"),
    [
        (Moment(when="1937-08"), "1937", "Aug. 1937", "авг. 1937 г."),
        (Moment(when="1937-05-02"), "1937", "2 May 1937", "2 мая 1937 г."),
        (Moment(when="1937"), "1937", "1937", "1937 г."),
        (Moment(when="1937-08-30", certainty="low"), "[1937?]", "[30 Aug. 1937?]", "[30 авг. 1937 г.?]"),
        (
            Moment(not_before="1937-08-30", not_after="1938-01-03"),
            *("1937–38", "30 Aug. 1937–3 Jan. 1938", "30 авг. 1937 г. – 3 янв. 1938 г."),
        ),
        (
            Moment(not_before="1937-03-26", not_after="1937-04-10"),
            *("1937", "26 Mar. 1937–10 Apr. 1937", "26 марта – 10 апр. 1937 г."),
        ),
        (
            Moment(not_before="1937-08-03", not_after="1937-08-05"),
            *("1937", "3 Aug. 1937–5 Aug. 1937", "3–5 авг. 1937 г."),
        ),
        (Moment(not_before="1937", not_after="1938"), "1937–38", "1937–1938", "1937–1938 гг."),
        (Moment(not_before="1937"), "[1937 or later]", "Not before 1937", "не ранее 1937 г."),
        (Moment(not_after="1938-05"), "[1938 or earlier]", "Not after May 1938", "не позднее мая 1938 г."),
        (Moment("in the winter"), "n.d.", "in the winter", "in the winter"),
        (Moment(), "n.d.", "", "б. д."),
    ],
)
def test_dates_with_their_doubts(
    make: Callable[..., Document], site: Site, moment: Moment, chicago_year: str, mla_date: str, gost_date: str
) -> None:
    found = texts(make(date=moment), site)
    assert f"Vetrov, Pavel. {chicago_year}{'' if chicago_year.endswith('.') else '.'} “" in found["chicago"]
    assert f".” {mla_date}{'' if mla_date.endswith('.') or not mla_date else '. '}" in found["mla"]
    assert f" : телеграмма, {gost_date} / " in found["gost"]


def test_two_holdings_are_both_cited(make: Callable[..., Document], site: Site) -> None:
    other = Holding("RGASPI", "", (("fond", "558"), ("opis", "11"), ("delo", "330")), "95–96")
    found = texts(make(holdings=(*make().holdings, other)), site)
    assert f"{KEPT[:-1]}; RGASPI, f. 558, op. 11, d. 330, ll. 95–96. In" in found["chicago"]
    assert "Л. 18–19, 20 об. РГАСПИ. Ф. 558. Оп. 11. Д. 330. Л. 95–96. То же" in found["gost"]


def test_an_archive_of_other_parts_is_cited_in_its_own_words(make: Callable[..., Document], site: Site) -> None:
    """The Russian standard has no words for boxes and pieces."""
    kept = Holding(
        "NAK", "Northern Archive", (("box", "MS 3"), ("piece", "7")), citation="Northern Archive, Box MS 3/7"
    )
    assert " // Northern Archive, Box MS 3/7. То же" in texts(make(holdings=(kept,)), site)["gost"]


def test_an_edition_without_address_archive_or_version_is_cited_by_what_there_is(make: Callable[..., Document]) -> None:
    site = Site(Corpus(), Settings("Telegrams of Karsk"))
    bare = make(holdings=(), versions=(), responsible=(), digest="")
    assert texts(bare, site) == {
        "chicago": f"VETROV. 1937. “{TITLE}.” In Telegrams of Karsk.",
        "mla": f"VETROV. “{TITLE}.” 30 Aug. 1937. Telegrams of Karsk.",
        "gost": f"VETROV. {TITLE} : телеграмма, 30 авг. 1937 г. [Электронный ресурс] // Telegrams of Karsk.",
    }


def test_a_digest_alone_is_a_version(make: Callable[..., Document], site: Site) -> None:
    found = texts(make(versions=()), site)
    assert "Version (sha256:0123456789ab)." in found["chicago"]
    assert "version (sha256:0123456789ab)," in found["mla"]
    assert "Версия sha256:0123456789ab." in found["gost"]


def test_russian_readers_get_the_russian_style_first(make: Callable[..., Document], site: Site) -> None:
    assert list(texts(make(), site, "ru")) == ["gost", "chicago", "mla"]
    assert {citation.lang for citation in citations(make(), site, "ru")} == {"ru", "en"}


def test_the_title_of_the_edition_is_italic_and_the_address_a_link(make: Callable[..., Document], site: Site) -> None:
    for citation in citations(make(), site):
        if citation.style != "gost":
            assert [run.text for run in citation.runs if run.italic] == ["Telegrams of Karsk"]
        assert [run.href for run in citation.runs if run.href] == [URL]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A letter", "“A letter.”"),
        ("A letter?", "“A letter?”"),
        ("The “old” letter", "“The ‘old’ letter.”"),
        ('The "old" letter', "“The ‘old’ letter.”"),
        ("He said “no.”", "“He said ‘no.’”"),
        ("Письмо «Заре»", "“Письмо «Заре».”"),
        ("电报。", "“电报。”"),
    ],
)
def test_quotation_marks_in_a_title(title: str, expected: str) -> None:
    assert quoted(title) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [((1937, 1938), "1937–38"), ((1899, 1901), "1899–1901"), ((1901, 1905), "1901–5"), ((1900, 1905), "1900–1905")],
)
def test_years_are_shortened_as_chicago_has_it(years: tuple[int, int], expected: str) -> None:
    assert chicago.span_of_years(*years) == expected


def test_no_sentence_is_closed_twice() -> None:
    found = sentences(
        ("A.", "", ("B", Run("c", italic=True)), Run("https://x.example/a.", href="https://x.example/a."))
    )
    assert "".join(run.text for run in found) == "A. Bc. https://x.example/a.."
    assert [run.text for run in found if run.italic] == ["c"]


def test_months_alone_stand_in_the_nominative() -> None:
    assert gost.date_in_words(Dating((1937, 3))) == "март 1937 г."
    assert mla.date_in_words(Dating((1937, 3))) == "Mar. 1937"
    assert chicago.day_in_words("1937-03") == "March 1937"
    assert chicago.day_in_words("1937") == "1937"
