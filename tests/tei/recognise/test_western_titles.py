"""Titles in French, German, Spanish and Italian name their parties with the little words of their language."""

from __future__ import annotations

import pytest

from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        ("Télégramme de M. Delavigne à M. Aubert", "M. Delavigne", "M. Aubert"),
        ("Télégramme du consul Morel au ministre des Colonies", "consul Morel", "ministre des Colonies"),
        ("M. Morel, Consul à Karsk, à M. Aubert, Ministre des Colonies", "M. Morel", "M. Aubert"),
        ("Telegramm des Botschafters Tarn an das Auswärtige Amt", "Tarn", "Auswärtige Amt"),
        ("Fernschreiben des Gesandten von Lund an den Staatssekretär", "von Lund", "Staatssekretär"),
        ("Drahtbericht der Botschaft Karsk an das Ministerium", "Botschaft Karsk", "Ministerium"),
        ("Telegrama de Luna a Castaño", "Luna", "Castaño"),
        ("Telegramma dell’ambasciatore Neri al Ministero", "ambasciatore Neri", "Ministero"),
    ],
)
def test_title_in_another_language_names_both_sides(title: str, sender: str, recipient: str) -> None:
    read = read_title(title)
    assert looks_like_title(title)
    assert (read.party("from"), read.party("to")) == (sender, recipient)


@pytest.mark.parametrize(
    "text", ["Le consul a quitté la ville hier.", "Wait an hour", "He sent it to an uncle at Karsk."]
)
def test_sentence_with_the_same_little_words_is_no_title(text: str) -> None:
    read = read_title(text)
    assert not (read.party("from") and read.party("to")) or not looks_like_title(text)
