"""Posts of envoys and the cities that cables come from, in titles."""

from __future__ import annotations

import pytest

from tei.recognise.posts import at_city, posted_to
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Cable from Estrian Ambassador to Norway Ada Pell", {"from": "Ada Pell"}),
        ("Cable from the Ambassador to the UK, 'On the price of rope'", {"from": "the Ambassador to the UK"}),
        ("Cable from the Delegate to the UN Pell to Lind", {"from": "the Delegate to the UN Pell", "to": "Lind"}),
        ("Cable from the Estrian Envoy to the League of Harbours (LH), Oslo",
         {"from": "the Estrian Envoy to the League of Harbours (LH), Oslo"}),
        ("Ambassador of the USSR to the GDR", {}),
        ("Karsk Embassy in Oslo, Ciphered Telegram, 14 May 1938", {"from": "Karsk Embassy in Oslo"}),
        ("Cable from the Estrian Envoy to NATO to the Ministry",
         {"from": "the Estrian Envoy to NATO", "to": "the Ministry"}),
        ("Cable from Estrian Ambassador to USSR Foreign Ministry",
         {"from": "Estrian Ambassador", "to": "USSR Foreign Ministry"}),
        ("Letter from Ambassador to the Soviet Union Pell to Lind",
         {"from": "Ambassador to the Soviet Union Pell", "to": "Lind"}),
        ("Encoded telegram from the Secretariat to Julius in Oslo",
         {"from": "the Secretariat", "to": "Julius", "place_to": "Oslo"}),
        ("Cable from Pell to the envoy in Oslo with greetings from Lind to Marsh",
         {"from": "Pell", "to": "the envoy in Oslo", "inner": "Lind", "inner_to": "Marsh"}),
        ("Cable from the Ambassador to Minister Lind", {"from": "the Ambassador", "to": "Minister Lind"}),
        ("Secret Cable from Lind (Oslo) to Pell (Warsaw) [Ciphergram No. 31]",
         {"from": "Lind", "place_from": "Oslo", "to": "Pell", "place_to": "Warsaw"}),
        ("Cable, GAGARA (Ostapova) to Vetrov", {"from": "GAGARA (Ostapova)", "to": "Vetrov"}),
        ("Telegram from Oslo to Sofia, TOP SECRET, No. 81.230, Urgent", {"from": "Oslo", "to": "Sofia"}),
        ("Telegram from Oslo, No.081.2, Urgent, SECRET", {"from": "Oslo"}),
        ("Cryptogram No 14 from Estrian Embassy in Oslo, Whalers in Norway", {"from": "Estrian Embassy in Oslo"}),
        ("Cable from Pell to Lind - Ada Fairweather’s visit to the mine", {"from": "Pell", "to": "Lind"}),
        ("Cable, Pell to Lind, Plans for the Winter", {"from": "Pell", "to": "Lind"}),
        ("Cable No. 70, Pell to Lind, for Cde. Vetrov", {"from": "Pell", "to": "Lind", "for": "Cde. Vetrov"}),
        ("Cable from Ada Pell, the Estrian ambassador to the USSR, to the Institute",
         {"from": "Ada Pell", "to": "the Institute"}),
        ("Message from Pell to Lind Containing a List", {"from": "Pell", "to": "Lind"}),
        ("Translation of a Letter from Pell to Lind", {"from": "Pell", "to": "Lind"}),
        ("Telegram 86/87 from Jean Morel", {"from": "Jean Morel"}),
        ("Cables from the Embassy to the Ministry, 22-24 August 1938", {"from": "the Embassy", "to": "the Ministry"}),
    ],
)  # fmt: skip
def test_title_names_its_parties_and_nothing_else(title: str, parties: dict[str, str]) -> None:
    """A post is no recipient, a city in parentheses no name, and marking, number and topic belong to nobody."""
    read = read_title(title)
    assert {role: title[slice(*span)] for role, span in read.parties} == parties


def test_extract_is_told_in_parentheses_behind_the_title() -> None:
    """“(excerpt)” at the end of a title says that a part of the telegram is given."""
    assert (read_title("Telegram, Pell to Lind (excerpt)").extract, read_title("Telegram, Pell to Lind").extract) == (
        True,
        False,
    )


@pytest.mark.parametrize(("text", "end"), [(" to Norway Ada Pell", 19), (" to the UK", 10), (" to Lind", None)])
def test_post_begins_with_a_country(text: str, end: int | None) -> None:
    """Only a country or a body of states makes “to” a part of the office."""
    assert posted_to(text, 0, len(text)) == end


@pytest.mark.parametrize(("text", "found"), [("Pell (Oslo)", (4, (6, 10))), ("Pell (Ada)", None), ("Oslo", None)])
def test_city_in_parentheses_is_where_somebody_is(text: str, found: object) -> None:
    """What is no city known for embassies stays a part of the name."""
    assert at_city(text, 0, len(text)) == found
