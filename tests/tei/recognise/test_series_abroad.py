"""Lines of printed series in French, Italian and German: form, parties, receipt, and the signature under its label."""

from __future__ import annotations

import pytest

from tei.dates import find_dates
from tei.recognise.layouts.papers_abroad import (
    begins_with_recipient,
    has_trace,
    is_letter_of_form,
    is_receipt,
    western_form,
    western_parties,
    without_receipt,
)
from tei.recognise.signatures import labelled_signature
from tests.tei.recognise.conftest import Recognise, named


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("T. n° 12.", "telegram"),
        ("T. nos 123 à 126. Réservé.", "telegram"),
        ("(Télégramme.)", "telegram"),
        ("T. s. 88. Severin, 3 marzo 1938", "telegram"),
        ("Telegramm Nr. 17", "telegram"),
        ("D. n° 7.", "letter"),
        ("L.", "letter"),
        ("Dépêche n° 4", "letter"),
        ("N.", "other"),
    ],
)
def test_form_of_a_document_stands_under_its_heading(line: str, kind: str) -> None:
    match = western_form(line)
    assert match is not None
    assert [name for name in ("telegram", "letter", "other") if match[name]] == [kind]


@pytest.mark.parametrize("line", ["Three stoves were bought.", "Tout va bien ici depuis mars", "Le poêle est froid."])
def test_sentence_is_no_form(line: str) -> None:
    assert western_form(line) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(Reçu : le 4, 1 h. 15.)", True),
        ("Reçu le 4 mars 1938", True),
        ("Eingegangen: 5. März 1938", True),
        ("Reçu votre lettre, et je vous en remercie beaucoup (elle est longue), mais le poêle ne chauffe pas.", False),
    ],
)
def test_receipt_is_a_line_of_its_own(line: str, found: bool) -> None:
    assert is_receipt(line) is found


@pytest.mark.parametrize(
    ("line", "sender", "recipient"),
    [
        (
            "M. Pernoud, Ministre de France à Severin, à M. Lacourt, Ministre des Affaires étrangères.",
            "M. Pernoud",
            "M. Lacourt",
        ),
        ("M. Lacourt à M. Pernoud, Ministre de France à Severin.1", "M. Lacourt", "M. Pernoud"),
    ],
)
def test_heading_names_both_parties(line: str, sender: str, recipient: str) -> None:
    title = western_parties(line)
    assert title is not None
    parties = {role: title.text[slice(*span)] for role, span in title.parties}
    assert parties["from"].startswith(sender)
    assert parties["to"].startswith(recipient)


@pytest.mark.parametrize(
    "line",
    ["M. Pernoud est venu à midi et repart ce soir?", "Le poêle de la légation", "The Minister in Norland to Drobot"],
)
def test_line_without_two_parties_is_no_heading(line: str) -> None:
    assert western_parties(line) is None


def test_small_signs_of_a_series() -> None:
    assert is_letter_of_form("T.")
    assert not is_letter_of_form("T")
    assert begins_with_recipient("AU MINISTRE DE FRANCE À SEVERIN.")
    assert not begins_with_recipient("to the Minister in Severin")
    assert without_receipt("Severin, 3 marzo 1938, ore 21 (per. ore 23,40)") == "Severin, 3 marzo 1938, ore 21"
    assert without_receipt("Severin (Norland)") == "Severin (Norland)"
    assert has_trace("M. Pernoud à M. Lacourt\nT. n° 12.")
    assert not has_trace("M. Pernoud à M. Lacourt")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("(Signé) Pernoud.", "Pernoud"),
        ("Signé: PERNOUD.", "PERNOUD"),
        ("[gez.] Wangern", "Wangern"),
        ("(Signed) R. PELL.", "R. PELL"),
        ("Signed in three copies by the cook", None),
        ("Pernoud", None),
    ],
)
def test_signature_stands_behind_its_label(line: str, name: str | None) -> None:
    span = labelled_signature(line)
    assert (line[slice(*span)] if span else None) == name


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Severin, 3 mars 1938, 8 h. 30 soir", "1938-03-03T20:30:00"),
        ("Severin, 3 mars 1938, 9 h. 10 matin", "1938-03-03T09:10:00"),
        ("Severin, 3. März 1938, 11.40 Uhr vormittags", "1938-03-03T11:40:00"),
    ],
)
def test_hour_says_which_half_of_the_day(line: str, when: str) -> None:
    date = find_dates(line)[0]
    assert f"{(date.when or '')[:10]}T{date.time}" == when or date.when == when


EMPIRE = """148
Viscount Tarn to Lord Fairweather
Telegram, L/PO/6/102a: ff 31-2

IMPORTANT PORT SEVERIN, 12 August 1938, 8.20 pm
PRIVATE AND PERSONAL Received: 12 August, 6.45 pm

Your private telegram of August 9th. I have decided to see the ferryman tomorrow.

149
Lord Fairweather to Viscount Tarn
Telegram, L/PO/6/102a: f 29

PRIVATE AND PERSONAL ICE OFFICE, 13 August 1938, 2.10 pm

14963. I agree entirely, and so does the ferryman.
"""


def test_a_series_may_give_the_file_behind_the_form_and_its_head_in_two_columns(read: Recognise) -> None:
    first, second = read(EMPIRE).telegrams
    assert [one.sent.when[:16] for one in (first, second) if one.sent] == ["1938-08-12T20:20", "1938-08-13T14:10"]
    assert named(first, "sent")[:1] == ["Viscount Tarn"]
    assert second.number == "14963"
