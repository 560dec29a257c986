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
        ("On 3 May Count Pell, the Karsk Minister at Tarn, telegraphed to Lind:", "Count Pell", "Lind"),
        ("He directed the Governor to wait, and on the same day wired to Osgood in Tarn:", None, "Osgood"),
        ("The first is from the agent in Tarn, Otto Lind, to Pell’s office in Severin:", "Otto Lind", "Pell"),
        ("Then, on 8 June, came this from Vetrov:", "Vetrov", None),
        ("His deputy, Carl Lind, sent a FLASH telegram to Tarn at noon:", "Carl Lind", "Tarn"),
        ("To his sister Wray was more candid in the next wire:", "Wray", None),
        ("Pell warned the Foreign Office that the deposed prince was still at large:", "Pell", "Foreign Office"),
        ("At one he signalled to 7th Northern Division:", None, "7th Northern Division"),
        ("A telegram was sent from Tarn by the Austrian consul, Baron Lind, to Pell:", "Baron Lind", "Pell"),
    ],
)
def test_the_names_of_a_clause_have_their_parts_in_any_order(
    sentence: str, sender: str | None, recipient: str | None
) -> None:
    found = {role: sentence[slice(*span)] for role, span in parties_of(sentence)}
    assert (found.get("from"), found.get("to")) == (sender, recipient)
