"""Headings of printed series in French, Italian, German and Spanish: parties, form, number, and receipt.

“M. Pernoud, Ministre de France à Severin, à M. Lacourt, Ministre des Affaires étrangères. / T. n° 12. / Severin, 3 mars
1938, 8 h. 30 soir. / (Reçu : le 4, 1 h. 15.)”. Older books give the parties in capitals, on a line each, and put the
form in parentheses: “(Télégramme.)”; what has no form there is a despatch, for which they print none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import Title, read_title
from tei.recognise.western_titles import may_be_western
from tei.regexes import regex

_FORM: Final = regex(
    r"\(?(?P<form>(?P<telegram>T\.(?:\s?(?:sp|s|u|p|c|ch)\.){0,3}|(?:Circ(?:ulaire|\.)\s+)?"
    r"T[ée]l[ée]gramme|T[ée]l\.|Telegramm|Telegraphische[rs]?\s(?:Bericht|Erla(?:ß|ss)|Weisung)|"
    r"Drahtbericht|"
    r"Drahterlaß|Fernschreiben|Telegramma|Telegrama)|(?P<letter>(?:D|L|R)\.(?:\s?(?:sp|s|u|p|c)\.){0,2}|D[ée]p[êe]che|"
    r"Lettre(?:\sparticulière)?|Bericht|Erlaß|Schreiben|Telespresso|Rapporto|Lettera|Despacho|Carta)|"
    r"(?P<other>N\.(?=\s|$)|Note|Aufzeichnung|Vermerk|Appunto|Compte rendu|Proc[èe]s-verbal|Nota|Colloquio))"
    r"(?P<qualified>(?:\s+(?:chiffr[ée]|secret|confidentiel|SEGRETO|RISERVATO|URGENTE|PER CORRIERE|circulaire|"
    r"in chiaro|très secret|réservé))*)[.)]{0,2}"
    r"(?P<number>(?:,?\s*(?:n(?:os|[°ºo.])\s?|Nr\.\s?|N\.\s?|№\s?)?\d{1,5}(?:[/-]\d{1,5})*(?:\s(?:à|et|bis)\s?\d{0,5})?)?(?:\s+n[°ºo]\s?(?=\.))?)"
    r"(?P<rest>(?:\s[RSPC]\.)?(?:[.,]?\s+(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[a-zà-ÿ]+)?\.\s*){0,3})?)\)?"
    r"(?:[\s.,]+(?P<place>[A-ZÀ-Þ][^\n]*\d[^\n]*))?\.?",
)
"""“D. n° 7.”, “T. nos 123 à 126. Réservé.”, “(Télégramme). Severin, le 2/15 mars 1938.”, “T. 5123/61.”, “L.”."""
_RECEIPT: Final = regex(
    r"[(\[]?\s*(?:Re[çc]u|Ankunft|Eing(?:egangen|ang)|Recibido|Pervenuto|per\.)\b[^()\n]{1,70}[)\]]?\.?", re.I
)
_TO: Final = regex(r"(?:À|A|AU|AUX|AL|ALLA|ALL['’]\s?|AN|à|au|aux|al|alla|an)\s?(?=[A-ZÀ-Þ])")
_OPENS: Final = regex(
    r"(?:M\.|MM\.|Mme|Le|La|L['’]|LE|LA|S\.\s?E\.|Lord|Sir|Il|IL|Der|Die|Das|El|Don|Mgr|Prince|Comte|Baron)(?:\s|(?<=['’]))"
)
_ENGLISH: Final = regex(r"\b(?:the|to|of)\b")
_TRACE: Final = regex(
    r"^[ \t]*\(?(?:T\.|T[ée]l[ée]gramme|Telegramma?\b|Telegrama\b|D\.\s(?:n|s)|L\.\s*$|D[ée]p[êe]che|N[°º]\s?\d|"
    r"(?:Draht)?[Bb]ericht\s\d|Erla(?:ß|ss)\s\d|Telespresso\b|Rapporto\s|Schreiben\s\d)",
    re.MULTILINE,
)
_ASIDE: Final = regex(r"\s*\((?:per|part|perv|reçu|recibido|eingegangen)\b[^()\n]*\)\.?$", re.IGNORECASE)
_TO_WORDS: Final = (
    *(" à ", "\nà ", " au ", " aux ", " al ", " an d", "\nan d", "\nAU ", " AU ", "\nÀ ", " À ", "\nA M", " A M"),
    *("\nAL", " AL", "\nal"),
)
MAX_LINE: Final = 110
MAX_PARTIES: Final = 220


def has_trace(text: str) -> bool:
    """Ask in few steps whether a page can be of such a series."""
    return any(word in text for word in _TO_WORDS) and _TRACE.search(text) is not None


def western_form(text: str) -> re.Match[str] | None:
    """Return what a line says of form and number in one of these languages, None where it says nothing."""
    return _FORM.fullmatch(text) if text[:1] in "TDLRFBESNACPV(" and len(text) <= MAX_LINE else None


def is_receipt(text: str) -> bool:
    """Say whether a line says when a document came."""
    return len(text) <= MAX_LINE and _RECEIPT.fullmatch(text) is not None


def without_receipt(text: str) -> str:
    """Return a line of place and date without the parenthesis that says when the telegram came: “(per. ore 23,40)”."""
    return _ASIDE.sub("", text) if text[-2:] in (").", ") ") or text[-1:] == ")" else text


def is_letter_of_form(text: str) -> bool:
    """Say whether a line is the letter alone by which such a series tells telegrams from despatches: “T.”."""
    return text in ("T.", "D.", "L.", "R.", "N.")


def can_name_parties(text: str) -> bool:
    """Say whether a line begins as the heading of such a document does."""
    return 12 < len(text) <= MAX_PARTIES and _OPENS.match(text) is not None and _ENGLISH.search(text) is None


def begins_with_recipient(text: str) -> bool:
    """Say whether a line under the sender's names the recipient: “AU MINISTRE DE FRANCE À SEVERIN.”."""
    return len(text) <= MAX_LINE and _TO.match(text) is not None and _ENGLISH.search(text) is None


def western_parties(text: str) -> Title | None:
    """Return the title that a line is, with both its parties; None where it names no two."""
    bare = text.rstrip(" .0123456789[]()*")
    if not can_name_parties(bare) or bare[-1:] in ":;?!" or not may_be_western(bare.lower()):
        return None
    title = read_title(bare)
    return title if title.party("from") and title.party("to") and not title.other else None


_VOM: Final = regex(r"[.,]?\s?\b(?:[Vv]om|du|del)\s\d{1,2}\.?\s[^\W\d]{3,10}\s1[89]\d\d\.?$")
KINDS: Final = ("Telegramm de", "Telegramm vo", "Télégramme de", "Télégramme du", "Telegramma de", "Telegrama de")
"""How a heading begins with its kind, and the day that ends it."""


def is_dated_by_vom(text: str) -> bool:
    """Say whether a heading ends with its day: “… an den Konsul. Vom 13. Juli 1938.”."""
    return _VOM.search(text) is not None


def kind_first(rows: Sequence[Paragraph], index: int) -> int:
    """Return the rows of a heading that begins with its kind, “Telegramm des … / an den … vom 29. Juli”."""
    words = ""
    for at in range(index, min(index + 2, len(rows))):
        words = f"{words} {rows[at].text}".strip().replace("\n", " ")
        if words.endswith(".") and len(words) <= MAX_PARTIES:
            title = read_title(_VOM.sub("", words).rstrip(" ."))
            return at + 1 - index if title.kind and title.party("from") and title.party("to") else 0
    return 0
