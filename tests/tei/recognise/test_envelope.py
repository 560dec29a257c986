"""The envelope: who sent what to whom, how and when, and what each reading rests on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Basis, Certainty, Envelope, Recognition, Telegram

Recognise = Callable[[str], Recognition]


def telegram(text: str, read: Recognise) -> Telegram:
    (found,) = read(text.replace("\n", "\n\n")).telegrams
    return found


def outer(text: str, read: Recognise) -> Envelope:
    return telegram(text, read).envelopes[0]


def names(envelope: Envelope, type_: str, subtype: str = "") -> list[str]:
    action = envelope.action(type_, subtype)
    return [name.ref or name.text for name in action.names] if action else []


PARTIES = [
    ("To Vetrov\nIce holds.\nSabelnikov", ["sabelnikov"], ["vetrov"]),
    ("To Vetrov and Tumanova\nIce holds.\nZhitkov\nSabelnikov", ["zhitkov", "sabelnikov"], ["vetrov", "tumanova"]),
    ("To Cde. Pashin\nFor Cde. Zhitkov\nIce holds.\nVetrov", ["vetrov"], ["pashin", "zhitkov"]),
    ("From: Vetrov\nTo: Pashin; Zhitkov\nIce holds.", ["vetrov"], ["pashin", "zhitkov"]),
    ("Telegram, Vetrov to Pashin\nIce holds on all sides.", ["vetrov"], ["pashin"]),
    ("Telegram, Pashin to Vetrov via Morozkin\nTo Morozkin. Hand this to Vetrov.", ["pashin"], ["vetrov"]),
    ("SECRET\nTo Pashin\nIce holds.\nNo. 5\nVETROV\nsent 3 May 1938", ["vetrov"], ["pashin"]),
    ("SECRET\nTo Pashin\nIce holds.\n[illegible signature]", [], ["pashin"]),
    ("Telegram, GAGARA [Ostapova] to KOMPAS, 3 March 1938\nIce holds.\nGAGARA", ["ostapova"], ["pashin"]),
]


@pytest.mark.parametrize(("text", "senders", "recipients"), PARTIES)
def test_sender_and_recipients_are_named_in_order(
    text: str, senders: list[str], recipients: list[str], read: Recognise
) -> None:
    envelope = outer(text, read)
    assert names(envelope, "sent") == senders
    assert names(envelope, "received") == recipients


DATES = [
    ("Telegram, Vetrov to Pashin, 3 May 1938\nIce holds on all sides.", "1938-05-03", Basis.EXTERNAL),
    ("Telegram, Vetrov to Pashin, 3 May 1938\nKarsk, 4 May 1938\nIce holds.", "1938-05-04", Basis.INTERNAL),
    ("To Pashin\nIce holds.\nVetrov\n5 May 1938", "1938-05-05", Basis.INTERNAL),
    ("6 May 1938\nSECRET\nTo Pashin\nIce holds.\nVetrov", "1938-05-06", Basis.INTERNAL),
    ("No. 5 of 7/V/38\nTo Pashin\nIce holds.\nVetrov", "1938-05-07", Basis.INTERNAL),
    ("Inc. No. 5 of 7/V/38\nTo Pashin\nIce holds.\nVetrov\n5 May 1938", "1938-05-05", Basis.INTERNAL),
    ("Date: 8 May 1938\nTo: Pashin\nIce holds.\nsent 0430 9 May 1938", "1938-05-09T04:30:00", Basis.INTERNAL),
    ("To Pashin\nIce holds.\nNº 96 VETROV 30 August\nDeciphered at 0410 31 August 1937", "1937-08-30", Basis.INTERNAL),
]


@pytest.mark.parametrize(("text", "when", "basis"), DATES)
def test_date_is_that_of_the_best_witness(text: str, when: str, basis: Basis, read: Recognise) -> None:
    sent = telegram(text, read).sent
    assert sent is not None
    assert (sent.when, sent.evidence.basis) == (when, basis)


PLACES = [
    ("Karsk, 3 May 1938\nTo Pashin\nIce holds.", "Karsk", ""),
    ("From: Karsk\nTo: Leningrad\nSubject: ice\nIce holds.", "Karsk", "Leningrad"),
    ("From: VETROV, KARSK\nTo: PASHIN, LENINGRAD\nIce holds.", "KARSK", "LENINGRAD"),
    ("Place: on board the Polynya\nTo: Pashin\nIce holds.\nMorozkin", "on board the Polynya", ""),
    ("SECRET\nReceived at Karsk 3 May 1938\nTo Pashin\nIce holds.", "", "Karsk"),
]


@pytest.mark.parametrize(("text", "sent", "received"), PLACES)
def test_places_are_those_of_datelines_and_headers(text: str, sent: str, received: str, read: Recognise) -> None:
    envelope = outer(text, read)
    found = [envelope.action("sent"), envelope.action("received")]
    assert [action.place.text if action and action.place else "" for action in found] == [sent, received]


def test_name_that_the_title_alone_identifies_is_less_sure(read: Recognise) -> None:
    envelope = outer("Cable, Pashin to Drobot\nTo the surgeon\nIce holds.\nKompass", read)
    action = envelope.action("sent")
    assert action is not None
    assert (action.names[0].text, action.names[0].ref) == ("Kompass", "pashin")
    assert action.names[0].evidence.certainty is Certainty.MEDIUM


def test_handling_is_transmission_and_a_bare_time_takes_the_day_before_it(read: Recognise) -> None:
    text = (
        "To Pashin\nIce holds.\nNº 5 VETROV 3 May\nDeciphered by Lukina at 0410 4 May 1938\nVerified by Gusakova 0500"
    )
    envelope = outer(text, read)
    assert names(envelope, "transmitted", "deciphered") == ["Lukina"]
    verified = envelope.action("transmitted", "verified")
    assert verified is not None
    assert verified.moment is not None
    assert (verified.moment.when, verified.moment.evidence.basis) == ("1938-05-04T05:00:00", Basis.CONJECTURE)


def test_delivery_is_a_kind_of_receipt(read: Recognise) -> None:
    envelope = outer("To Pashin\nIce holds.\nVetrov\nDelivered to Pashin at 1200 4 May 1938", read)
    assert names(envelope, "received", "delivered") == ["pashin"]


def test_receipt_before_sending_is_kept_as_it_is(read: Recognise) -> None:
    found = telegram("SECRET\nReceived: 23:10, 5 January 1938\nSent: 01:10, 6 January 1938\nIce holds.\nOstapova", read)
    received = found.envelopes[0].action("received")
    assert found.sent is not None
    assert received is not None
    assert received.moment is not None
    assert received.moment.when < found.sent.when


INNER = [
    (
        "Cable from Morozkin to Pashin, containing a message from Vetrov\nTo Pashin\nIce holds.\n"
        "VETROV 6 May 1938”\nNº 58 MOROZKIN 7 May",
        ("morozkin", "pashin", "vetrov", "pashin"),
        "message-text",
    ),
    (
        "Cable, Morozkin to Sabelnikov\nPass on to Zhitkov:\n“Your theory has been tried.\nTumanova”",
        ("morozkin", "sabelnikov", "tumanova", "zhitkov"),
        "message-text",
    ),
    (
        "To Pashin\nPass to Sabelnikov:\n“Ice holds.\nVetrov”\nI add nothing.\nMorozkin",
        ("morozkin", "pashin", "vetrov", "sabelnikov"),
        "enclosed-text",
    ),
]


@pytest.mark.parametrize(("text", "parties", "target"), INNER)
def test_message_inside_a_cable_has_an_envelope_of_its_own(
    text: str, parties: tuple[str, ...], target: str, read: Recognise
) -> None:
    outside, inside = telegram(text, read).envelopes
    found = [*names(outside, "sent"), *names(outside, "received"), *names(inside, "sent"), *names(inside, "received")]
    assert tuple(found) == parties
    assert inside.target == target


def test_words_that_someone_is_to_read_out_are_no_message(read: Recognise) -> None:
    found = telegram("To Ostapova\nRead this to Tumanova:\n“Cold on the belly.”\nReport hourly.\nSabelnikov", read)
    assert len(found.envelopes) == 1
    assert "quote" in [block.element for block in found.body.message]


DISAGREE = [
    ("Telegram, Vetrov to Pashin\nTo Pashin\nIce holds.\nTumanova", ["Vetrov"]),
    ("Telegram, Vetrov to Pashin\nTo Zhitkov\nIce holds.\nVetrov", ["Pashin"]),
    ("Telegram, Vetrov to Pashin, 3 May 1938\nTo Pashin\nIce holds.\nVetrov\n5 May 1938", ["3 May 1938"]),
    ("Telegram, Vetrov to Pashin, 3 May 1938\nTo Pashin\nIce holds.\nVetrov\n4 May 1938", []),
    ("Telegram, Vetrov to Pashin\nTo the head of the desk\nIce holds.\nP. Vetrov", []),
    ("Telegram, Kompas to Vetrov, 5 October 1937\nTo Vetrov\nIce holds.\nPashin", []),
]


@pytest.mark.parametrize(("text", "named"), DISAGREE)
def test_heading_and_text_that_disagree_are_reported_and_the_text_is_taken(
    text: str, named: list[str], read: Recognise
) -> None:
    findings = [found for found in read(text.replace("\n", "\n\n")).findings if found.rule == "REC105"]
    assert len(findings) == len(named)
    for finding, words in zip(findings, named, strict=True):
        assert words in finding.message
        assert "the text's was taken" in finding.message
