"""Pages that speak of telegrams, or look as if they held one, and hold none. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Recognition
from tei.recognise.layouts.announcing import announces
from tei.recognise.layouts.enumerating import enumerates
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import kind_first

Read = Callable[[str], Recognition]

_PAGES = """\
=== dialogue
The Cook of the Fedora

The mate looked at the sky for a long time, and then at the cook, who did not look up.

"Have you seen the ice?" asked the mate.

"Seen it, sir," replied the cook. "You would do well to eat first."

"That we shall know by noon," answered Sabelnikov. "Send the boat to me before you do anything else."

A man asked the keeper how it went.

"Not so bad", replied the keeper. "I still have my lamp, and you have yours."
=== e-mail
Return-Path: <vetrov@karsk.example>
Received: by mail.karsk.example (Postfix)
Message-ID: <20380502.119@karsk.example>
From: P. Vetrov <vetrov@karsk.example>
To: A. Pashin <pashin@institute.example>
Subject: coal
Date: Fri, 5 May 2038 14:05:44 +0300

The coal has come. We are six men and a dog.

Vetrov
=== head of an e-mail without addresses
From: P. Vetrov
To: station-list
Subject: coal
Date: Fri, 5 May 2038 14:05:44 +0300

The coal has come. We are six men and a dog.

P. Vetrov
=== form of a letter
Letter with a list of the stores

GUIDELINES

1. Say what is short.
2. Say by when.

SAMPLE LETTER

[Sender's Name]
[Address line]

Dear [Recipient's Name],

We have coal until May.

Sincerely,
[Your Name]
=== manual of a program
# Send a telegram

Stations send telegrams by using the item named here:

```lua
item = "telegram"
```

## Normal telegrams

A normal telegram can include:

* The name of the station.
* The text.
=== fact sheet
Telegram
Note
For the first stations only
Our service takes telegrams.
Feature | Support | Remarks |
---|---|---|
night letters | yes | We keep them until morning. |
answers | no | You pay for these at the door. |
=== dictionary
▸ noun
1 a thick rope of wire:
steel cables held the barge.
▪ a cablegram:
they asked for news by cable.
▸ verb
1 send a message by cablegram:
he cabled her to keep the dogs.
▪ send a cablegram:
we cabled to a ship in the ice.
=== lesson on codes
What is a code?

Companies sold code books, because telegrams were paid by the word.

Whoever had one might choose the following letter groups:

DOZUK (coal)
FERAV (has come)
LUGIB (send dogs)
=== sorts of telegrams
Telegram - what is it?

The word means a text that goes by wire, within the country and abroad.

Telegrams are divided into several categories:

• Government.
• Simple.
• Urgent.

The clerk counts the words.
=== cross-section
Cables under the ice

Most of what the stations say to one another goes by cables, and these are strong things.

Cross-section of a submarine communications cable:

1. Tape
2. Steel wires
3. Copper tube

It is heavy.
=== timeline
Here is a timeline of events related to the Karsk telegram affair.
- May 2nd, 1938: The ship leaves.
- May 4, 1938: The draft of the message is prepared.
- May 5, 1938: The telegram is sent by way of Oslo to Pashin.
=== chess
Northern Wires
from the first cable to the last

Cable Chess Matches

Introduction

Matches between Karsk and Oslo were played every winter from 1931 until 1937, when Karsk, having won three,
kept the cup.
=== guide
Welcome to the Karsk Station

The station keeps the weather of four years.

A Guide to the Telegraph Room

The room is open on Fridays.

Access to the Morse Key which stands by the door

Ask the keeper.
=== log of a program
The keeper of the tide machine writes what it does when it is called with a wrong day, having issued the
following error message:

Tide: The days given are after the end of the table. Please use another table, and run it again.
"""
PAGES = dict(page.split("\n", 1) for page in _PAGES.split("=== ")[1:])


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_found_where_nobody_telegraphed(name: str, read: Read) -> None:
    assert read(PAGES[name]).telegrams == ()


def test_what_somebody_wired_between_his_own_words_is_still_a_telegram(read: Read) -> None:
    """Speech goes on behind “replied”, a telegram behind “wired”."""
    text = (
        "The Winter of 1938\n\nPashin had asked for figures, and he waited for them through all of April.\n\n"
        "“Ice holding,” Vetrov wired to him on 5 May. “Send coal and two lamps.” Pashin read it to the office, and the "
        "office said that it had heard this before."
    )
    assert len(read(text).telegrams) == 1


@pytest.mark.parametrize(
    "title",
    ["Telegram Vetrov to Pashin", "Telegram Vetrov, 5 May 1938", "Cable from Oslo", "Letter to Nina Ostapova"],
)
def test_a_kind_before_a_name_with_a_party_or_a_day_is_a_title(title: str) -> None:
    assert looks_like_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Cable Chess Matches",
        "Telegram Bot API",
        "telegram: meaning and definition",
        "Telegram - what is it?",
        "Note to users: the key is by the door",
    ],
)
def test_a_kind_that_only_sorts_other_things_is_no_title(title: str) -> None:
    assert not kind_first(title)


@pytest.mark.parametrize("title", ["Introduction to Karsk", "Welcome to Oslo", "The list = telegrams sent to Pashin"])
def test_words_that_take_a_to_are_nobody_who_writes(title: str) -> None:
    assert not looks_like_title(title)


def test_a_list_is_no_message_though_a_colon_hands_over_to_it() -> None:
    assert enumerates("Telegrams were of these kinds:", "Urgent.")
    assert enumerates("The telegram was this:", "• Coal")
    assert not enumerates("The telegram was this:", "Coal has come.")
    assert not enumerates("The telegram was of these kinds", "Urgent.")
    assert not announces("He sent telegrams of two kinds:", "Urgent and slow.")
