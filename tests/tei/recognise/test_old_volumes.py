"""Volumes of the nineteenth century, blue books and letter-books: how they head, number and end what they print."""

from __future__ import annotations

import pytest

from tei.model import Telegram
from tei.recognise.chains import read_parties
from tei.recognise.parties import is_closing
from tei.recognise.service import classify
from tei.recognise.signing import signature_name
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import is_registered, read_title
from tests.tei.recognise.conftest import Recognise

VOLUME = """Mr. Drobot to Mr. Fairweather.

No. 212.]   LEGATION OF NORLAND,
   Port Severin, August 29, 1862.

Sir: I have the honor to say that the ice is thick. The office here has one desk and receives one visitor a week.

I have the honor to be, sir, your obedient servant,

   IVAN P. DROBOT.

Hon. Ada Fairweather,
   Secretary of State, Leningrad.

Mr. Fairweather to Mr. Drobot.

No. 340.]   MINISTRY OF ICE,
   Leningrad, September 15, 1862.

Sir: Your despatch of August 29 (No. 212) has been received. You are asked how large the desk is.

I am, sir, your obedient servant,

   A. FAIRWEATHER.

Ivan P. Drobot, Esq., &c., &c., &c.
"""

BLUE_BOOK = """CORRESPONDENCE RESPECTING THE ICE

No. 12.
Mr. Pell to the Marquess of Karsk.—(Received March 4.)
(No. 31. Confidential.)
My Lord,
Port Severin, February 20, 1899.
I HAVE the honour to inform your Lordship that the ice has not moved and that nobody expects it to do so.
I have, &c.
(Signed) R. PELL.

No. 13.
The Marquess of Karsk to Mr. Pell.
(Telegraphic.) Foreign Office, March 6, 1899.
YOUR despatch No. 31 of the 20th February. You may say that Her Majesty's Government take no view of the ice.

No. 14.
Mr. Pell to the Marquess of Karsk.—(Received March 8.)
(Telegraphic.) P. Port Severin, March 8, 1899.
YOUR telegram of the 6th March. I have said so. The Harbour Master is obliged.
"""

DOCUMENTS = """No. 214
Sir H. Pell (Port Severin) to Viscount Osgood (Received 4 March, 9.15 a.m.)
No. 61 Telegraphic [N 1130/88/38]

IMMEDIATE. CONFIDENTIAL
PORT SEVERIN, 3 March 1938, 8.40 p.m.

My telegram No. 58.
The ship has been told to sail and the ice has not. I had this from her master, who sends his regards to all.

No. 215
Viscount Osgood to Sir H. Pell (Port Severin)
No. 40 Telegraphic [N 1130/88/38]

FOREIGN OFFICE, 5 March 1938, 1.50 p.m.

Your telegram No. 61 (of March 3).
Return his regards and do not encourage him to sail before anybody here has taken a view of the ice.
"""

LETTER_BOOK = """Letter-book of the Station, 1938

[To K. Sabelnikov, Leningrad. Telegram. 2 May 1938.]

Barometer arrived. The case did not.

Vetrov.

[From K. Sabelnikov. Telegram. 3 May 1938, received on the 4th.]

Then carry it.

[To K. Sabelnikov, Leningrad. Letter. 6 May 1938.]

Dear Konstantin Ivanovich,

I carried it. It now shows the weather of the cape.

I kiss you all. Pavel
"""


def parties(telegram: Telegram) -> tuple[list[str], list[str], str]:
    """Return senders, recipients and day of sending, as written."""
    outer = telegram.envelopes[0]
    sent, received = outer.action("sent"), outer.action("received")
    return (
        [name.text for name in sent.names] if sent else [],
        [name.text for name in received.names] if received else [],
        sent.moment.day if sent and sent.moment else "",
    )


def elements(telegram: Telegram) -> list[str]:
    """Return what stands round the text: openers, closers, and the types of service matter."""
    blocks = (*telegram.body.preamble, *telegram.body.message, *telegram.body.docket)
    return [child.element for block in blocks for child in (block.children or (block,))]


def test_despatches_of_old_volumes_are_parted_by_their_numbers(read: Recognise) -> None:
    """A number closed by a bracket under the parties begins a despatch, and neither is a slip nor text."""
    found = read(VOLUME)
    assert found.layout == "frus"
    assert [parties(telegram) for telegram in found.telegrams] == [
        (["Mr. Drobot"], ["Mr. Fairweather"], "1862-08-29"),
        (["Mr. Fairweather"], ["Mr. Drobot"], "1862-09-15"),
    ]
    numbers = [dict(m.attributes).get("value") for t in found.telegrams for m in t.body.marks if m.element == "num"]
    assert numbers == ["212", "340"]
    assert not [finding for finding in found.findings if finding.rule == "REC201"]


def test_addressee_at_the_foot_of_a_despatch_follows_its_signature(read: Recognise) -> None:
    """The formula and the signature close the letter though its addressee is named under them."""
    for telegram in read(VOLUME).telegrams:
        found = elements(telegram)
        assert "signed" in found
        assert found[-1] == "ab"


def test_receipt_in_parentheses_follows_place_and_date(read: Recognise) -> None:
    """“(Received May 30.)” at the end of the dateline is the day of receipt, "[Extract.]" no text."""
    text = (
        "Mr. Drobot to Mr. Fairweather.\n\n[Extract.]\n\nNo. 17.]                    LEGATION OF NORLAND,\n"
        "                               Port Severin, May 9, 1887. (Received May 30.)\n\n"
        "SIR: Referring to your telegram I have the honor to report that the charts show the sea.\n\nI have, etc.,\n\n"
        "IVAN DROBOT.\n\nCount Karskoi to Mr. Fairweather.\n\n[Translation.]\n\nEMBASSY OF NORLAND,\n"
        "Washington, June 1, 1887.\n\nMr. Secretary of State: I beg leave to ask for a second set of the charts.\n\n"
        "KARSKOI.\n"
    )
    first, second = read(text).telegrams
    received = first.envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert (parties(first)[2], received.moment.day) == ("1887-05-09", "1887-05-30")
    assert parties(second) == (["Count Karskoi"], ["Mr. Fairweather"], "1887-06-01")


def test_greeting_that_names_nobody_gives_way_to_the_heading(read: Recognise) -> None:
    """“Sir,” and “My Lord,” are no recipients where the heading has one."""
    text = (
        "No. 303\nSir A. Osgood (Leningrad) to Mr. Fairweather (Received May 20)\nNo. 77 [N 2418/18/38]\n\n"
        "Leningrad, May 16, 1935, 6.5 p.m.\n\nSir,\nI have the honour to state that the piano has been taken below.\n"
        "I have, &c.\nA. OSGOOD\n\nNo. 304\nMr. Fairweather to Sir A. Osgood (Leningrad)\nNo. 12 Telegraphic\n\n"
        "Foreign Office, May 21, 1935, 11.0 a.m.\n\nYour telegram No. 77. Leave it there until the ice has gone.\n"
    )
    first, second = read(text).telegrams
    assert parties(first) == (["Sir A. Osgood"], ["Mr. Fairweather"], "1935-05-16")
    moments = [telegram.sent.when if telegram.sent else "" for telegram in (first, second)]
    assert moments == ["1935-05-16T18:05:00", "1935-05-21T11:00:00"]


def test_blue_book_gives_receipt_in_its_headings(read: Recognise) -> None:
    """A heading with a full stop begins a document; what stands behind it in brackets is the day of receipt."""
    telegrams = read(BLUE_BOOK).telegrams
    assert [parties(telegram)[2] for telegram in telegrams] == ["1899-02-20", "1899-03-06", "1899-03-08"]
    assert [parties(telegram)[0] for telegram in telegrams] == [["Mr. Pell"], ["Marquess of Karsk"], ["Mr. Pell"]]
    received = [telegram.envelopes[0].action("received") for telegram in telegrams]
    days = [one.moment.day if one and one.moment else "" for one in received]
    assert days == ["1899-03-04", "", "1899-03-08"]


def test_place_behind_a_rank_is_where_an_envoy_is(read: Recognise) -> None:
    """The place in parentheses is no part of the name, and the line of the number is no sender."""
    first, second = read(DOCUMENTS).telegrams
    assert parties(first) == (["Sir H. Pell"], ["Viscount Osgood"], "1938-03-03")
    assert parties(second) == (["Viscount Osgood"], ["Sir H. Pell"], "1938-03-05")
    assert [first.number, second.number] == ["61", "40"]
    assert [mention.target for mention in second.envelopes[0].mentions] == [first.start]


def test_copies_in_a_letter_book_have_their_heads_in_brackets(read: Recognise) -> None:
    """A head names one party, the kind and the day; a text of three words between two heads is a telegram."""
    telegrams = read(LETTER_BOOK).telegrams
    assert [telegram.kind for telegram in telegrams] == ["telegram", "telegram", "letter"]
    assert [parties(telegram)[2] for telegram in telegrams] == ["1938-05-02", "1938-05-03", "1938-05-06"]
    assert parties(telegrams[0])[1] == ["K. Sabelnikov"]
    assert parties(telegrams[1])[0] == ["K. Sabelnikov"]
    assert elements(telegrams[2])[-2:] == ["salute", "signed"]


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Sir H. Pell (Port Severin) to Viscount Osgood", {"from": "Sir H. Pell", "place_from": "Port Severin"}),
        ("Kompas (Pashin) to Vetrov", {"from": "Kompas (Pashin)"}),
        ("Vetrov to Pashin [via GAGARA (Ostapova)]", {"via": "GAGARA (Ostapova)"}),
        ("Tumanova to her mother (letter)", {"from": "Tumanova", "to": "her mother"}),
        ("Letter of N. Ostapova to her sister", {"from": "N. Ostapova", "to": "her sister"}),
        ("Lindroos** to Vetrov*", {"to": "Vetrov"}),
        ("From A. Pashin, Leningrad. Telegram. 3 June 1938", {"from": "A. Pashin", "place_from": "Leningrad"}),
    ],
)
def test_title_names_its_parties(title: str, roles: dict[str, str]) -> None:
    """A title's asides, ranks and markers are parted from the names."""
    read_ = read_title(title)
    assert {role: read_.party(role) for role in roles} == roles


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Mr. Pell to the Marquess of Karsk.", True),
        ("The Marquess of Karsk to Mr. Pell.—(Received March 4.)", True),
        ("Consul-General Drobot to Sir A. Pell.", True),
        ("Mr. Pell spoke to Mr. Drobot.", False),
        ("Captain Drobot came to Port Severin.", False),
        ("General supplies were sent to the station.", False),
    ],
)
def test_heading_of_a_blue_book_has_only_capitals(line: str, told: bool) -> None:
    """A stop ends such a heading; a sentence has a verb."""
    assert looks_like_title(line) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("To A. Pashin, Leningrad. Telegram. 2 June 1938.", True),
        ("[From A. Pashin. Telegram. 3 June 1938.]", True),
        ("To Pashin, who sent the telegram of 2 June 1938", False),
    ],
)
def test_head_in_a_letter_book_is_known(line: str, told: bool) -> None:
    """Party, kind and day stand between stops."""
    assert is_registered(read_title(line)) is told


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("No. 61 Telegraphic [N 1130/88/38]", "number"),
        ("No. 40 Saving", "number"),
        ("No. 7 Telegraphic: by bag", "number"),
        ("R. 14.20", "received"),
        ("R. PELL.", None),
        ("D. OSGOOD.", None),
    ],
)
def test_service_lines_of_the_foreign_office(line: str, kind: str | None) -> None:
    """A number has its way of sending behind it; initials of a name are no time of receipt."""
    found = classify(line)
    assert (found.type if found else None) == kind


@pytest.mark.parametrize(
    "line",
    ["I have, &c.", "I am, sir, your obedient servant,", "I remain, my Lord, your most obedient servant,", "I am, &c."],
)
def test_formulae_of_old_letters_close_them(line: str) -> None:
    """What is cut short by "&c." is the formula too."""
    assert is_closing(line)


def test_numbered_titles_that_come_again_are_no_running_heads(read: Recognise) -> None:
    """The parties of a correspondence head telegram after telegram; none of them is furniture."""
    letters = "".join(
        f"{number}\n\n{one} to {other}\nKarsk, {number} February 1938\n\nThe move is made, and the cook agrees.\n\n"
        f"{one}\n\n[Source: AKPI, f. 12, op. 3, d. 43, l. {number}.]\n\n"
        for number, (one, other) in enumerate([("Vetrov", "Tumanova"), ("Tumanova", "Vetrov")] * 2, 1)
    )
    assert len(read(f"CHESS BY WIRE\nTelegrams, 1938\n\n{letters}").telegrams) == 4


def test_what_an_editor_says_is_answered_opens_no_text(read: Recognise) -> None:
    """“[In reply to No. 2.]” stands before the text and is none of it."""
    title = "Telegram, A. Pashin to P. Vetrov, 6 February 1938"
    found = read(f"{title}\n\n[In reply to No. 2.] Take out four lamps.\n\nPashin")
    body = found.telegrams[0].body
    assert body.preamble
    first = next(block for block in body.message if block.element == "p")
    assert found.capture.text[first.start :].startswith("Take out")


def test_bracket_that_never_closes_ends_a_way_with_the_title() -> None:
    """A title cut off inside "[via …" still names the way."""
    text = "Vetrov to Pashin [via Gagara"
    assert ("via", (22, 28)) in read_parties(text, 0, len(text), 0)


def test_an_office_at_the_foot_over_where_it_is_signs_nothing(read: Recognise) -> None:
    (letter,) = read(
        "My dear Mr. Drobot:\n\n"
        "The ice is thick and the choir has asked for the hall. May it have the key by Monday?\n\n"
        "Faithfully yours,\n\nThe President,\nThe Ice House.\n"
    ).telegrams
    assert letter.party("sent") is None
    assert [block.attributes for block in letter.body.docket] == [(("type", "address"),)]


@pytest.mark.parametrize("name", ["FREDK. T. DROBOT.", "Danl. Pell.", "GEO. P. FAIRWEATHER."])
def test_a_shortened_forename_belongs_to_the_signature(name: str) -> None:
    assert signature_name(name, lambda _: False, last=True) == (0, len(name) - 1)
