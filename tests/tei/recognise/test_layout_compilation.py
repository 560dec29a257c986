"""Collections and diaries: documents one after another, read in the light of each other. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Capture, Recognition
from tei.recognise import Settings
from tei.recognise.copies import copies_told
from tei.recognise.layouts import page_of
from tei.recognise.layouts.compilation import COMPILATION
from tei.recognise.notices import NOTHING, read_notice
from tei.recognise.paragraphs import split_paragraphs

Read = Callable[[str], Recognition]

DIARY = "\n\n".join(
    (
        "The Onion Papers",
        "Letter of K. Sabelnikov to Pavel Vetrov on the stores",
        "30th September, 1937",
        "1. Count the sacks and let me have the figure.",
        "2. There is no garlic. I shake your hand--S [abelnikov].",
        "'Karsk v pis'makh', Leningrad, 1958, pp. 112-13. Translated from the Russian by Ida Fairweather.",
        "From the Sabelnikov Notebooks:",
        "14th October 1937",
        "One of these days received Vetrov's answer (through Tolbeya line) to my letter of 30 September 1937.",
        "'To Com. Sabelnikov,",
        "1) Eleven sacks were landed and eleven sacks are in the store.",
        "2) The twelfth was never seen by anyone here.",
        "Vetrov'",
        "(K. Sabelnikov: Zapisnye knizhki, Leningrad, 1959, p. 77). Translated from the Russian by Ida Fairweather.",
        "On 17th October Vetrov sent the second telegram:",
        "'To Com. Sabelnikov,",
        "Besides the telegram of 12th October, in which I gave the number of the sacks, the twelfth has come to light.",
        "With greetings",
        "Vetrov'",
        "(K. Sabelnikov: Zapisnye knizhki, Leningrad, 1959, p. 79). Translated from the Russian by Ida Fairweather.",
        "From the Sabelnikov Notebooks:",
        "(29th October 1937)",
        "Sent the following telegram to Vetrov:",
        "'Dear Comrade Vetrov!",
        "Received both your telegrams. Keep the sack, and tell me whether the pressure falls on Tuesdays.",
        "I shake your hand'.",
        "(K. Sabelnikov: Zapisnye knizhki, p.84). Translated from the Russian by Ida Fairweather.",
    )
)
NUMBERED = "\n".join(
    (
        "DOCUMENTS ON LAMP OIL",
        "No. 1",
        "TELEGRAM FROM A. PASHIN TO P. VETROV",
        "2 February 1938",
        "14:10",
        "How many litres of lamp oil remain on the day of receipt?",
        "Pashin",
        "Source: RGASPI, f. 7, op. 2, d. 1, l. 5.",
        "No. 2",
        "TELEGRAM FROM P. VETROV TO A. PASHIN",
        "2 February 1938",
        "[In reply to No. 1.] On the day of receipt there remain 214 litres.",
        "Vetrov",
        "Source: Ibid., l. 6.",
    )
)


def days(found: Recognition) -> list[str]:
    return [telegram.sent.day if telegram.sent else "" for telegram in found.telegrams]


def test_each_document_of_a_diary_has_its_day_and_its_parties(read: Read) -> None:
    found = read(DIARY)
    assert found.layout == "compilation"
    assert days(found) == ["1937-09-30", "1937-10-12", "1937-10-17", "1937-10-29"]
    parties = [(t.party("sent"), t.party("received")) for t in found.telegrams]
    assert [(one and one.ref, two and two.ref) for one, two in parties] == [
        ("sabelnikov", "vetrov"),
        ("vetrov", "sabelnikov"),
        ("vetrov", "sabelnikov"),
        ("sabelnikov", "vetrov"),
    ]
    assert [telegram.kind for telegram in found.telegrams] == ["letter", "telegram", "telegram", "telegram"]


def test_day_that_another_telegram_tells_says_which(read: Read) -> None:
    found = read(DIARY)
    second, third = found.telegrams[1:3]
    assert second.sent is not None
    assert second.sent.source == third.start
    assert second.sent.evidence.basis == "external"


def test_day_of_receipt_that_a_diary_gives_loosely_is_not_sure(read: Read) -> None:
    received = read(DIARY).telegrams[1].envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert (received.moment.when, received.moment.evidence.certainty) == ("1937-10-14", "low")


def test_way_that_a_diary_names_is_in_the_envelope(read: Read) -> None:
    via = read(DIARY).telegrams[1].envelopes[0].action("transmitted", "via")
    assert via is not None
    assert [name.text for name in via.names] == ["Tolbeya"]


def test_answers_point_at_telegrams_of_the_page(read: Read) -> None:
    telegrams = read(DIARY).telegrams
    starts = [telegram.start for telegram in telegrams]
    targets = [[mention.target for mention in telegram.envelopes[0].mentions] for telegram in telegrams]
    assert targets[1] == [starts[0]]
    assert targets[3] == starts[1:3]


def test_no_character_of_a_collection_is_without_owner(read: Read) -> None:
    for text in (DIARY, NUMBERED, DIARY.replace("\n\n", "\n")):
        assert not [finding for finding in read(text).findings if finding.rule.startswith("REC9")]


def test_numbered_documents_keep_their_time_and_their_reference_before(read: Read) -> None:
    found = read(NUMBERED)
    first, second = found.telegrams
    assert first.sent is not None
    assert first.sent.when == "1938-02-02T14:10:00"
    assert second.holdings[0].reference.key.startswith("rgaspi/7/2/1/6")
    assert [mention.target for mention in second.envelopes[0].mentions] == [first.start]


@pytest.mark.parametrize(
    "text",
    [
        "Telegram, Vetrov to Pashin\n\n3 May 1938\n\nThe mast is down.\n\nVetrov\n\nRGASPI, f. 1, op. 2, d. 3, l. 4",
        "Citation\n\n“Cable, Vetrov to Pashin,” May 3, 1938\n\nEnglish text\n\nTo Pashin\n\nThe mast is down.\n\nVetrov"
        "\n\nDocument Information\n\nRGASPI, f. 1, op. 2, d. 3, l. 4",
    ],
    ids=["single telegram", "record page"],
)
def test_page_of_one_document_is_no_collection(text: str, settings: Settings) -> None:
    page = page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)
    assert COMPILATION.score(page).value == 0


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("On 7 May Vetrov sent a telegram to Sabelnikov:", {"from": "Vetrov", "to": "Sabelnikov"}),
        ("Sabelnikov’s second telegram to Vetrov", {"from": "Sabelnikov", "to": "Vetrov"}),
        (
            "(Coded telegram by Pashin, sent on by the harbour master. AKPI, l. 2)",
            {"from": "Pashin", "via": "harbour master"},
        ),
        ("Telegraphed to Zhitkov:", {"to": "Zhitkov"}),
    ],
)
def test_notice_names_the_parties(text: str, roles: dict[str, str]) -> None:
    notice = read_notice(split_paragraphs(text), None, None, 1938)
    assert {role: text[slice(*span)] for role, span in notice.parties} == roles


def test_words_before_an_announcement_can_date_it() -> None:
    text = (
        "The file holds a telegram of Vetrov of 3 May 1938.\n\nIn it Vetrov warns Zhitkov in these words of a telegram:"
    )
    before, announced = split_paragraphs(text)
    notice = read_notice([announced], None, None, None, before=[before])
    assert notice.sent is not None
    assert notice.sent.when == "1938-05-03"


def test_nothing_announced_is_nothing_told() -> None:
    assert read_notice((), None, None, None) == NOTHING


def test_copies_are_counted_as_they_are_told() -> None:
    text = "A list shows that copies went to Sabelnikov twice, and to Zhitkov and Pashin once each."
    assert [text[a:b] for a, b in copies_told(text)] == ["Sabelnikov", "Sabelnikov", "Zhitkov", "Pashin"]
    assert copies_told("The sacks went to Vetrov.") == ()


def test_entries_of_a_table_of_contents_are_no_telegrams(read: Callable[[str], Recognition]) -> None:
    titles = ("Telegram from Vetrov to Pashin, 3 May 1938", "Telegram from Pashin to Vetrov, 5 May 1938")
    listed = "\n".join(f"{n}. {title} ..... {n + 6}" for n, title in enumerate(titles, 1))
    bodies = "\n\n".join(
        f"{n}. {title}\n\nThe figures of the week have been sent by wire.\n\nAKPI, f. 12, op. 3, d. 41, l. {n}."
        for n, title in enumerate(titles, 1)
    )
    found = read(f"Heat and Light\n\nContents\n\n{listed}\n\n{bodies}")
    assert [one.title for one in found.telegrams] == list(titles)


@pytest.mark.parametrize(
    "titles",
    [
        ("Vetrov – Pashin, 3 May 1938", "Pashin – Vetrov, 5 May 1938"),
        ("ВЕТРОВ — ПАШИНУ, 3 мая 1938 г.", "ПАШИН — ВЕТРОВУ, 5 мая 1938 г."),
        ("VETROV TO PASHIN, TELEGRAM, 3 MAY 1938", "PASHIN TO VETROV, LETTER, 5 MAY 1938"),
        ("III. Telegram of Vetrov to Pashin, 3 May 1938", "IV. Telegram of Pashin to Vetrov, 5 May 1938"),
        ("“No mast.” Vetrov to Pashin, 3 May 1938", "“Then buy one.” Pashin to Vetrov, 5 May 1938"),
        (
            "Приложение 1. Телеграмма Ветрова Пашину, 3 мая 1938 г.",
            "Приложение 2. Телеграмма Пашина Ветрову, 5 мая 1938 г.",
        ),
    ],
)
def test_titles_of_documents_are_known_in_many_forms(
    read: Callable[[str], Recognition], titles: tuple[str, str]
) -> None:
    page = "\n\n".join(
        f"{title}\n\nThe figures of the week have been sent by wire.\n\nAKPI, f. 12, op. 3, d. 41, l. {n}."
        for n, title in enumerate(titles, 1)
    )
    found = read(page)
    assert [one.sent and one.sent.day for one in found.telegrams] == ["1938-05-03", "1938-05-05"]
    assert [(one.party("sent") or one).text[:3].upper() for one in found.telegrams if one.party("sent")] in (
        ["VET", "PAS"],
        ["ВЕТ", "ПАШ"],
    )


@pytest.mark.parametrize("heading", ["The road to Karsk", "An introduction to telegraphy", "With regards to the cook"])
def test_headings_that_only_look_like_chains_begin_no_document(
    read: Callable[[str], Recognition], heading: str
) -> None:
    prose = (
        "The station lies at the end of a road that nobody built, and it is reached by ship or not at all, as a rule."
    )
    found = read("\n\n".join((heading, prose, heading.replace("Karsk", "Leningrad"), prose, prose, prose)))
    assert found.telegrams == ()


DASHED = "\n\n".join(
    (
        "THE DIARY OF KONSTANTIN SABELNIKOV",
        "11 FEBRUARY 1938",
        "—Tumanova and Pashin at my office.",
        "—Sent the following coded telegram to Vetrov:",
        "We attach importance to the coming count of the sacks. Put it off until the ship is there.",
        "—At the theatre with my sister.",
        "14 FEBRUARY 1938",
        "—Coded telegram from Leningrad:",
        "Zhitkov asks for fifty roubles, which were promised to him in November. He cannot wait.",
        "—I read it to Pashin, who laughed.",
        "16 FEBRUARY 1938",
        "—At home with a fever.",
    )
)


def test_telegram_in_a_diary_ends_at_the_next_dash_and_has_the_day_over_its_entry(read: Read) -> None:
    first, second = read(DASHED).telegrams
    assert DASHED[first.start : first.end].endswith("until the ship is there.")
    assert DASHED[second.start : second.end].endswith("He cannot wait.")
    assert first.sent is not None
    assert first.sent.when == "1938-02-11"
