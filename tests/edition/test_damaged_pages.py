"""Pages that were damaged on the way: whatever is read there, the words of the encoded text are those of the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Tei

HEADING_WITHOUT_TEXT = """EXHIBIT 15.
Telegram of the Chancellor to the Ambassador at Tarn on July 27th, 1914.
EXHIBIT 16.
Telegram of the Ambassador at Tarn to the Chancellor on July 28th, 1914.
The harbour master thanks Your Excellency for the lamp. I said that it was the least that we could do.
EXHIBIT 17.
Telegram of the Chancellor to the Ambassador at Oslo on July 29th, 1914.
Nobody here has seen the lamp lit. Ask the harbour master once more, and take your coat.
"""

BULLETS_BEFORE_NUMERALS = """501.BB Lamps/11–448

Mr. Aubrey Ebb to the Secretary of State

Paris, 4th November, 1948.

Sir: I have the honour to present the following on behalf of the station:

- 1.
- 2)
- Details of the lamp to which I refer were given in the last telegram of this station.
- Nothing else.

Ebb
"""

SERIES_UNDER_A_NUMERAL = """893.00/1–549: Telegram

The Ambassador in China (Stuart) to the Secretary of State

Nanking, January 5, 1949—6 p. m.

417. The stove is said to smoke under the following heads:

(a)

The wind from the east.

(b)

Foreign Relations of the United States, 1949, The Far East: China, Volume VIII

Stuart
"""

NOTE_OVER_THE_TEXT = """A. P. Pashin

Telegram to the Carpenters Leaving for Karsk[1]


Published: First published in 1931 in Polar Miscellany XIV. Written on March 4 (17), 1917.
Source: Pashin Collected Works, Northern Publishers, 1966, Leningrad, Volume 12, page 88.
Translated: Edna Fleck
Transcription\\Markup: J. Boot
Other Formats:   TextREADME

[1] The telegram went to Tromsø, to a shop that sold nails.
Take nails. The stove is here, the roof is not. No confidence in the weather before June. Telegraph this to the cook.

Polarnik

Notes

< backward   forward >
Works Index   |   Volume 12 | Collected Works   |   A.P.P. Index
"""

CELLS_AT_A_DASH = """893.00/1–549: Telegram

The Ambassador in China (Stuart) to the Secretary of State

secret
urgent-p
riority

Nanking, January 5, 1949—6 p. m.

417. The stove smokes again, and nobody is to open the window before the consul has seen it.

Stuart
"""


@pytest.mark.parametrize(
    "text",
    [HEADING_WITHOUT_TEXT, BULLETS_BEFORE_NUMERALS, SERIES_UNDER_A_NUMERAL, NOTE_OVER_THE_TEXT, CELLS_AT_A_DASH],
    ids=["a heading without text", "bullets", "the volume under a numeral", "a note over the text", "cells at a dash"],
)
def test_no_telegram_of_a_damaged_page_is_put_aside(encode: Tei, tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    ran = encode(tmp_path / "page.txt", "--output", tmp_path / "out")
    assert "ENC102" not in ran.findings
    assert list((tmp_path / "out").glob("t*.xml"))
    assert not (tmp_path / "out" / "rejected").exists()
