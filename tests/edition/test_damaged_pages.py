"""Pages that were damaged on the way: whatever is read there, the words of the encoded text are those of the source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from edition import encoding
from tests.conftest import Tei

HEADING_WITHOUT_TEXT = """EXHIBIT 15.
Telegram of the Governor to the Envoy at Tarn on July 27th, 1914.
EXHIBIT 16.
Telegram of the Envoy at Tarn to the Governor on July 28th, 1914.
The harbour master thanks Your Excellency for the lamp. I said that it was the least that we could do.
EXHIBIT 17.
Telegram of the Governor to the Envoy at Oslo on July 29th, 1914.
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


BULLET_WITHOUT_WORDS = """Anton Pashin > 1938 >

Anton Pashin 19380102 Telegram to Sabelnikov

Anton Pashin: Telegram to Sabelnikov

Copy. By the direct line to the desk. (File “Lamps and glass” of the station.)

From: Karsk

2/1 No. 36
•

To: Leningrad – Sabelnikov, Zimin.
The crew has counted its lamps and asks for three more, green ones, with glass. Send no candles.

Chairman of the Lamp Council, Pashin
"""

POINTS_IN_A_POSTSCRIPT = """The Stoker's Letters

Camp near Tallby, June 3rd 1838
Dear Father,
The boat is laid up and the stove is not. The mate sings, and it cannot be helped.
Your affectionate son,
Amos Tarrant

Camp near Tallby, June 19th 1838
Dear Mother,
You will have heard about the roof. It was not our roof, and nobody was under it.
Your loving son,
Amos Tarrant
P.S. Keep the stocking.

1. The harbour master would like a second one before the herring come.

2. The pilot says that the old one should go to the school.

Nobody has seen it there.
"""

DOCUMENTS_WITHOUT_TEXT = (
    "DOCUMENT 41 Telegram from Pavel Vetrov to Konstantin Sabelnikov, 4 May 1938.  Source: AKPI, f. 12, op. 1, d. 3. "
    "DOCUMENT 42 Telegram from Konstantin Sabelnikov to Pavel Vetrov, 6 May 1938 The lamp has come and is green. Send "
    "no more candles before the herring. The pilot asks whether the second lamp is to hang on the north pier, and the "
    "harbour master answers that he has not seen the north pier since Tuesday. Nobody is to row there before it is "
    "found. The cook has written to the factory about the glass. Sabelnikov Source: AKPI, f. 12, op. 1, d. 4."
)

LEDGER_WITHOUT_TEXT = """云河水利局收發電簿

收雙雁陸站長電
（民國二十七年六月三日）

發雙雁陸站長電
（二十七年六月四日）

二日電悉。小船兩隻明晨開行，煤油隨船。草房地點希詳告。景和。四日。

收漢口辦事處電
民國二十七年六月六日申刻到
"""

ADDRESS_IN_TWO_LINES = """Camp near Tallby, June 3rd 1838
Dear Father,
The boat is laid up and the stove is not. The mate sings, and it cannot be helped.
Your affectionate son,
Amos Tarrant

Tallby, 11 June 1838
To the Committee of the Harbour Masters of Tallby
Captain Lind

Dear Sirs,
We have received your letter about the works on the pier and have hung it in the kitchen.
Amos Tarrant
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HEADING_WITHOUT_TEXT, id="a heading without text"),
        pytest.param(BULLETS_BEFORE_NUMERALS, id="bullets before numerals"),
        pytest.param(SERIES_UNDER_A_NUMERAL, id="the name of the volume under a numeral"),
        pytest.param(NOTE_OVER_THE_TEXT, id="a note over the text"),
        pytest.param(CELLS_AT_A_DASH, id="cells at a dash"),
        pytest.param(BULLET_WITHOUT_WORDS, id="a bullet without words"),
        pytest.param(POINTS_IN_A_POSTSCRIPT, id="points in a postscript"),
        pytest.param(DOCUMENTS_WITHOUT_TEXT, id="documents of one line without text"),
        pytest.param(LEDGER_WITHOUT_TEXT, id="a ledger of which only the headings are left"),
        pytest.param(ADDRESS_IN_TWO_LINES, id="an address in two lines"),
    ],
)
def test_no_telegram_of_a_damaged_page_is_put_aside(encode: Tei, tmp_path: Path, text: str) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    ran = encode(tmp_path / "page.txt", "--output", tmp_path / "out")
    assert "ENC102" not in ran.findings
    assert list((tmp_path / "out").glob("t*.xml"))
    assert not (tmp_path / "out" / "rejected").exists()


def test_a_page_at_which_the_converter_fails_does_not_end_the_run(
    encode: Tei, tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(capture: Any, *arguments: Any) -> Any:
        if capture.name == "broken":
            raise IndexError("string index out of range")
        return recognise(capture, *arguments)

    recognise = encoding.recognise
    monkeypatch.setattr(encoding, "recognise", fail)
    broken = tmp_path / "broken.txt"
    broken.write_text("Telegram of Vetrov.", encoding="utf-8")
    ran = encode(broken, page, "--output", tmp_path / "out")
    assert (ran.code, ran.findings) == (1, ["ENC103"])
    assert ran.json["findings"][0]["path"] == str(broken)
    assert [path.name for path in (tmp_path / "out").glob("t*.xml")] != []
