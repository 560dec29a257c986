"""Who a name in an envelope is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.authority import Authority

BUILT_IN, _ = Authority.load([])

KNOWN = [
    ("Kovalev", "", "kovalev", "medium"),
    ("Mao", "", "mao", "high"),
    ("MAO ZEDONG", "", "mao", "high"),
    ("Comrade Mao Zedong", "", "mao", "high"),
    ("毛泽东同志", "", "mao", "high"),
    ("金日成首相", "", "kim-ilsung", "high"),
    ("И. В. Сталину", "", "stalin", "medium"),
    ("( Gauss )", "", "gauss", "medium"),
    ("致毛主席", "", "mao", "high"),
    ("Chairman Mao", "", "mao", "high"),
    ("Filippov [Stalin]", "", "stalin", "high"),
    ("FILIPPOV [[Stalin]]", "", "stalin", "high"),
    ("Comrade Filippov (Stalin)", "", "stalin", "high"),
    ("Com[rade] Filippov", "1949-01-10", "stalin", "high"),
    ("Com[rade] Filippov", "", "stalin", "medium"),
    ("To Com. Dimitrov,", "", "dimitrov", "high"),
    ("D [imitrov]", "", "dimitrov", "high"),
    ("D[imitrov]", "", "dimitrov", "high"),
    ("G. Dimitrov", "", "dimitrov", "medium"),
    ("[Zhou] Enlai", "", "zhou", "high"),
    ("Mao [Zedong]", "", "mao", "high"),
    ("Mao [in Moscow]", "", "mao", "medium"),
    ("Cde. Molotov", "", "molotov", "high"),
    ("товарищу Сталину", "", "stalin", "high"),
    ("тов. Молотову В. М.", "", "molotov", "medium"),
    ("Kovalev I.V.", "", "kovalev", "medium"),
    ("Kovalev S.", "", "", ""),
    ("V. M. Molotov", "", "molotov", "medium"),
    ("V. K. K. Menon", "", "menon", "medium"),
    ("K. P. S. Menon", "", "", ""),
    ("The Consul at Severin (Strong)", "", "", ""),
    ("Iosif Vissarionovich Stalin", "", "stalin", "medium"),
    ("Josif Stalin", "", "stalin", "medium"),
    ("A. Ya. Vyshinskiy", "", "vyshinsky", "medium"),
    ("General Marshall", "", "marshall", "high"),
    ("Central Committee of the CCP", "", "ccp-cc", "high"),
    ("the Central Committee [of the Chinese Communist Party]", "", "ccp-cc", "high"),
    ("CC VKP(b)", "", "cpsu-cc", "high"),
    ("The Ambassador in China (Stuart)", "", "stuart", "high"),
    ("The Consul General at Peiping (Clubb)", "", "clubb", "medium"),
    ("The Officer in Charge (Service)", "", "service-john", "medium"),
    ("Dean Acheson, Secretary of State", "", "acheson", "medium"),
    ("Secretary of State Acheson", "", "acheson", "medium"),
    ("Minister of Foreign Affairs of the USSR A. Ya. Vyshinsky", "", "vyshinsky", "medium"),
    ("Soviet Ambassador in China Kuznetsov", "", "kuznetsov-vasily kuznetsov-fyodor", "low"),
    ("The Secretary of State", "1950-06-25", "acheson", "medium"),
    ("Secretary of State", "1936", "hull", "medium"),
    ("P E T R O V", "", "petrov-apollon", "medium"),
    ("Johnson", "", "johnson johnson-nelson", "low"),
    ("Johnson", "1964", "johnson", "medium"),
]
UNKNOWN = [
    ("", ""),
    ("[]", ""),
    ("Nobody Known", ""),
    ("Sergei Kovalev", ""),
    ("S. Kovalev", ""),
    ("General Zakhar Kovalev", ""),
    ("Oskar", ""),
    ("The Secretary of State", ""),
    ("The Secretary of State", "1945-06-30"),
    ("Filippov", "1936"),
    ("Moscow", ""),
    ("Stalin and Molotov", ""),
    ("pla", ""),
    ("A. Nanjing", ""),
    ("A. CCP", ""),
    ("Office of Karsk Mao", ""),
]


@pytest.mark.parametrize(("name", "date", "ids", "certainty"), KNOWN)
def test_a_name_of_an_envelope_is_resolved(name: str, date: str, ids: str, certainty: str) -> None:
    resolution = BUILT_IN.resolve(name, date=date or None)
    assert (" ".join(entry.id for entry in resolution.entries), resolution.certainty) == (ids, certainty)


@pytest.mark.parametrize(("name", "date"), UNKNOWN)
def test_what_the_lists_do_not_know_has_no_entry(name: str, date: str) -> None:
    resolution = BUILT_IN.resolve(name, date=date or None)
    assert (resolution.entries, resolution.certainty, resolution.entry) == ((), "", None)


WORDS = ["Stalin", "Mao", "[", "]", "(", ")", "to", "Com", ".", ",", " ", "V.", "同志", "致", "State", "\n", "тов", "’"]


@given(st.one_of(st.text(max_size=20), st.lists(st.sampled_from(WORDS), max_size=9).map("".join)))
def test_any_words_at_all_are_resolved_to_known_entries_or_none(name: str) -> None:
    resolution = BUILT_IN.resolve(name)
    assert all(entry.id in BUILT_IN for entry in resolution.entries)
    assert bool(resolution.entries) == bool(resolution.certainty)


def test_only_the_kinds_asked_for_are_resolved() -> None:
    assert BUILT_IN.resolve("Moscow", kinds=("place",)).entry is BUILT_IN.get("moscow")
    assert BUILT_IN.resolve("Mao", kinds=("org",)).entry is None


def test_name_at_the_end_of_an_office_is_no_answer_to_who_asks_for_a_place() -> None:
    assert BUILT_IN.resolve("Secretary of State Acheson").entry is BUILT_IN.get("acheson")
    assert BUILT_IN.resolve("Secretary of State Acheson", kinds=("place",)).entries == ()
    assert BUILT_IN.resolve("Secretary of State Acheson", kinds=("org",)).entry is not BUILT_IN.get("acheson")


def test_one_entry_is_the_answer_only_when_it_is_the_only_one() -> None:
    assert BUILT_IN.resolve("Johnson").entry is None
    assert BUILT_IN.resolve("Johnson", date="1964").entry is BUILT_IN.get("johnson")


def test_the_dead_do_not_send_telegrams(tmp_path: Path) -> None:
    person = '<person xml:id="{}"><persName><forename>{}</forename> <surname>Lind</surname></persName>{}</person>'
    body = person.format("oskar", "Oskar", '<death when="1936"/>') + person.format("eva", "Eva", "")
    path = tmp_path / "list.xml"
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson>{body}</listPerson></TEI>')
    authority, _ = Authority.load([path], builtin=False)
    assert [entry.id for entry in authority.resolve("Lind", date="1937-05-01").entries] == ["eva"]
    assert len(authority.resolve("Lind", date="1935").entries) == 2
