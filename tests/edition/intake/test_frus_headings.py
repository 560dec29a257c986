"""What the headings of volumes say: form, sender, recipient, or that a document is no letter. All people invented."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.intake.frus.choosing import choose
from edition.intake.frus.parties import has_roles, read_heading
from tei.names import TEI_NS

TAKEN = (
    ("The Ambassador in Norland (Ost) to the Secretary of State", "letter", "Ambassador in Norland (Ost)",
     "Secretary of State"),
    ("Mr. Hale to Mr. Drobot.", "letter", "Mr. Hale", "Mr. Drobot"),
    ("No. 7. Mr. Hale to Mr. Drobot.", "letter", "Mr. Hale", "Mr. Drobot"),
    ("Lord Ost to Mr. Hale", "letter", "Lord Ost", "Mr. Hale"),
    ("President Hale to Prime Minister Ost", "letter", "President Hale", "Prime Minister Ost"),
    ("The Norland Ministry for Foreign Affairs to the American Embassy", "letter",
     "*Norland Ministry for Foreign Affairs", "*American Embassy"),
    ("The Secretary of State to the Delegate from Norland", "letter", "Secretary of State", "Delegate from Norland"),
    ("The French Ambassador to the Secretary of State", "letter", "French Ambassador", "Secretary of State"),
    ("35. Telegram From the Embassy in Norland to the Department of State", "telegram", "*Embassy in Norland",
     "*Department of State"),
    ("[35] Telegram From the Commander in Chief, Pacific (Ost) to the Chief of Naval Operations (Hale)", "telegram",
     "Commander in Chief, Pacific (Ost)", "Chief of Naval Operations (Hale)"),
    ("Telegram From the Ambassador to the United Kingdom (Ost) to the Department of State", "telegram",
     "Ambassador to the United Kingdom (Ost)", "*Department of State"),
    ("Telegram From the Mission to the United Nations to the Department of State", "telegram",
     "*Mission to the United Nations", "*Department of State"),
    ("Telegram 1234 From the Embassy in Norland to the Department of State", "telegram", "*Embassy in Norland",
     "*Department of State"),
    ("Circular Telegram From the Department of State to Certain Missions", "telegram", "*Department of State",
     "*Certain Missions"),
    ("Draft Telegram From the Department of State to the Embassy in Norland", "telegram", "*Department of State",
     "*Embassy in Norland"),
    ("Paraphrase of Telegram From the Foreign Office to the Embassy", "telegram", "*Foreign Office", "*Embassy"),
    ("Backchannel Message From the Ambassador to Norland (Ost) to the President’s Assistant (Hale)", "telegram",
     "Ambassador to Norland (Ost)", "President’s Assistant (Hale)"),
    ("Message From Chairman Ost to President Hale", "telegram", "Chairman Ost", "President Hale"),
    ("Airgram From the Embassy in Norland to the Department of State", "letter", "*Embassy in Norland",
     "*Department of State"),
    ("Despatch From the Embassy in Norland to the Department of State", "letter", "*Embassy in Norland",
     "*Department of State"),
    ("Letter From the Special Assistant (Ost) to the Ambassador to Norland (Drobot)", "letter",
     "Special Assistant (Ost)", "Ambassador to Norland (Drobot)"),
    ("Extracts From a Letter From the Consul General at Karsk (Ost) to the Minister in Norland (Drobot)", "letter",
     "Consul General at Karsk (Ost)", "Minister in Norland (Drobot)"),
    ("Note From the Norland Government to the United States Government", "note", "*Norland Government",
     "*United States Government"),
    ("Telegram to the Embassy in Norland", "telegram", None, "*Embassy in Norland"),
    ("Letter From Ambassador Ost", "letter", "Ambassador Ost", None),
)  # fmt: skip
LISTED = (
    ("Editorial Note", "editorial note"),
    ("[12] Editorial Note", "editorial note"),
    ("Memorandum by the Director of the Ice Office (Ost) to the Secretary of State", "memorandum"),
    ("Memorandum of Conversation, by the Minister (Ost)", "memorandum"),
    ("Action Memorandum From the Director (Ost) to the Secretary of State", "memorandum"),
    ("National Security Decision Memorandum 12", "memorandum"),
    ("Special National Intelligence Estimate", "estimate"),
    ("Minutes of a Meeting of the Ice Council", "minutes"),
    ("Notes of a Meeting", "notes of"),
    ("Note by the Executive Secretary to the National Security Council", "note"),
    ("Message From the President to the Congress", "message to Congress"),
    ("Statement by the President", "statement"),
    ("Report to the President", "report"),
    ("Address by President Hale to the Nation", "address"),
    ("Treaty Between Norland and Osterland", "treaty"),
    ("Essay by Anton Ost", "essay"),
    ("The Ice Question", "no sender and recipient"),
    ("", "no heading"),
)


def head(markup: str) -> etree._Element:
    return etree.fromstring(f'<head xmlns="{TEI_NS}">{markup}</head>')


@pytest.mark.parametrize(("words", "kind", "sender", "recipient"), TAKEN)
def test_heading_tells_kind_sender_and_recipient(
    words: str, kind: str, sender: str | None, recipient: str | None
) -> None:
    """A star says that the party is a body and no person."""
    assert choose(words, "historical-document", "", "", roles=False).kind == kind
    read = read_heading(head(words))
    found = [party and ("*" if party.kind == "org" else "") + party.text for party in (read.sender, read.recipient)]
    assert found == [sender, recipient]


@pytest.mark.parametrize(("words", "reason"), LISTED)
def test_what_is_no_letter_is_not_taken_and_named(words: str, reason: str) -> None:
    found = choose(words, "historical-document", "", "", roles=False)
    assert (found.kind, found.reason) == ("", reason)


def test_subtype_of_the_volume_decides_before_the_heading() -> None:
    assert choose("Mr. A to Mr. B", "editorial-note", "", "", roles=True).reason == "editorial note"
    assert choose("Mr. A to Mr. B", "errata_document-numbering-error", "", "", roles=True).reason.startswith("errata")


@pytest.mark.parametrize(
    ("marks", "start", "kind"),
    [
        ("859.91/3: Telegram", "", "telegram"),
        ("[Telegram.]", "", "telegram"),
        ("[Paraphrase]", "", "telegram"),
        ("859.91/3", "Sir: I have", "letter"),
        ("", "Memorandum", "note"),
        ("", "Aide-Mémoire", "note"),
    ],
)
def test_older_heading_needs_file_number_or_opener_to_tell_the_kind(marks: str, start: str, kind: str) -> None:
    assert choose("The Minister in Norland (Ost) to the Secretary of State", "", marks, start, roles=False).kind == kind


def test_markup_of_the_roles_parts_sender_and_recipient() -> None:
    read = read_heading(
        head(
            '<hi>The <gloss type="from">Secretary of State</gloss> to the Delegate to the Ice Meeting</hi> (<persName '
            'type="to" corresp="#p_DA1">Drobot</persName>)<note>to nobody</note>'
        )
    )
    assert read.sender is not None
    assert read.recipient is not None
    assert (read.sender.text, read.recipient.text) == ("Secretary of State", "Delegate to the Ice Meeting (Drobot)")
    assert read.recipient.keys == ("p_DA1",)


def test_wrong_markup_of_the_roles_gives_way_to_the_words() -> None:
    read = read_heading(
        head('The Secretary of State to the <gloss type="from">Minister</gloss> (<persName type="to">Ost</persName>)')
    )
    assert read.sender is not None
    assert read.sender.text == "Secretary of State"
    assert not has_roles(head("x"))


def test_number_of_the_telegram_may_stand_in_the_heading() -> None:
    assert read_heading(head("Telegram 1234 From the Embassy to the Department")).series == "1234"


def test_no_heading_is_no_heading() -> None:
    assert read_heading(None).words == ""
