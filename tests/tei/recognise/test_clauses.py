"""Who sends a telegram and who gets it, by the clause that tells of it."""

from __future__ import annotations

import pytest

from tei.recognise.clauses import parties_of


@pytest.mark.parametrize(
    ("sentence", "sender", "recipient"),
    [
        (
            "To Pashin himself Captain Vetrov sent his own, shorter, message from the White Hotel:",
            "Captain Vetrov",
            "Pashin",
        ),
        (
            "The harbour master, Otto Lind, recognised him and alerted Tolbeya Yard by telegram.",
            "Otto Lind",
            "Tolbeya Yard",
        ),
        ("In a wire of 3 May to Pashin, Vetrov asked:", "Vetrov", "Pashin"),
        ("On 3 May the pilot, Otto Lind, was wired by the Admiralty:", "Admiralty", "Otto Lind"),
        ("At the depot in Tarn, West Karsk, they sent a telegram to their sister, Ada Lind:", None, "Ada Lind"),
        ("Telegram from Tarn’s publicist Ada Lind to Pell’s widow Clara.", "Ada Lind", "Clara"),
        (
            "Mr. O. Pell, agent in Karsk for Captain Lind’s Northern Expedition, received this cable:",
            None,
            "Mr. O. Pell",
        ),
    ],
)
def test_the_names_of_a_clause_have_their_parts_in_any_order(
    sentence: str, sender: str | None, recipient: str | None
) -> None:
    found = {role: sentence[slice(*span)] for role, span in parties_of(sentence)}
    assert (found.get("from"), found.get("to")) == (sender, recipient)
