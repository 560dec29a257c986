"""Titles in French, German, Spanish and Italian: "Télégramme de M. Pell à M. Osgood", "Telegramm des Konsuls … an …".

A heading names both sides with the little words of its language; a line without the word for the kind of document
counts only where it begins with an office or a title of address, as the printed series of ministries have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.regexes import regex

Span = tuple[int, int]

_UPPER: Final = "A-ZÀ-ÞĀ-Ž"
_END: Final = r"[^,;:(\n]{2,80}"
_PAIRS: Final = (
    regex(
        rf"(?:,?\s*\(?(?:n[°ºo]|nos)\.?\s*[\d–-]+\)?,?\s*)?\s*(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|"
        rf"d[’'])(?P<sender>[^;:\n]{{2,110}})"
        rf",?\s+(?:à\s+la\s+|à\s+l[’']|aux?\s+|à\s+)(?P<recipient>(?:M\.\s|MM\.\s|[{_UPPER}]|ministre|ambassadeur|"
        rf"d[ée]partement)[^,;:(\n]{{1,80}})"
    ),
    regex(
        r"(?:,?\s*Nr\.?\s*[\d/]+,?\s*)?\s*(?:des\s+|der\s+|vom\s+|von\s+(?:der\s+|dem\s+)?)(?P<sender>[^,;:\n]{2,90}?)"
        rf",?\s+an\s+(?:das\s+|den\s+|die\s+|dem\s+)?(?P<recipient>[{_UPPER}]{_END})"
    ),
    regex(
        r"\s*(?:dell[’']|del(?:la)?\s+|di\s+|dal(?:la|l[’'])?\s+|de\s+la\s+|de\s+|da\s+)(?P<sender>[^,;:\n]{2,90})"
        rf"\s+(?:all[’']|al(?:la)?\s+|a\s+la\s+|a\s+)(?P<recipient>[{_UPPER}]{_END})"
    ),
)
_ADDRESSED: Final = (
    regex(
        r"(?P<sender>(?:L[’'](?:ambasciatore|incaricato|onorevole|inviato)|Il\s+(?:ministro|capo|segretario|presidente|"
        r"console|direttore|rappresentante))\b[^;:]{2,90}?),?\s+(?:al(?:la)?\s+|all[’']|ai\s+|agli\s+)"
        r"(?P<recipient>[^;:(]{3,90})",
        re.IGNORECASE,
    ),
    regex(
        rf"(?P<sender>(?:M\.|Mme|Le|LE|La|LA|L[’']|Le\s+g[ée]n[ée]ral)\s?(?=[{_UPPER}a-z])[^;:\n]{{2,110}}?),?\s+(?:à|au|"
        rf"aux)\s+(?:la\s+|l[’'])?"
        rf"(?P<recipient>(?:M\.|MM\.|Mme|S\.\s?E\.|[Mm]inistres?|"
        rf"[Aa]mbassadeurs?|[Pp]résident|[Gg]énéral|[Gg]ouverneur|[Cc]omte|[Dd]uc|[Cc]hef|[Ll]égations?|[Dd]irecteurs?|[Dd]irection|[Cc]onseil|[Ss]ecrétaire|[Rr]eprésentants?|[Cc]hargés?|[Cc]onsuls?|[Dd]épartement|[Pp]rince|[Bb]aron|[Mm]arquis|[Cc]hevalier|[Cc]hancelier|[Aa]gents|"
        rf"Lord|Sir|LORD|SIR|MIN|AMB|CHARG|CONS|REPR|COMTE|DUC|PRINCE|BARON|MARQUIS|CHEVALIER|CHANCELIER|AGENTS|"
        rf"G[ÉE]N[ÉE]RAL|GOUVERN|PR[ÉE]SID|"
        rf"[{_UPPER}][\w’-]+(?=,\s(?:[Aa]mb|[Mm]in|[Cc]onsul|[Cc]harg|AMB|MIN)))\s?[^;:(\n,]{{0,80}})(?:,\s[^;:\n]{{2,80}})?[.]?"
    ),
    regex(
        rf"(?P<sender>(?:(?:Der|Die|Das)\s+(?:[a-zäöüß]{{4,20}}\s+){{0,2}}|(?=(?:Botschaft|Gesandt|Geschäftsträger|Staatssekretär|Ministerial|Konsul|"
        rf"General|Bundesminister|Reichsminister|Vortragend|Legationsrat)))[{_UPPER}][^;:\n]{{2,90}}?),?\s+an\s+"
        r"(?:(?:das|den|die|dem)\s+(?:[a-zäöüß]{4,20}\s+){0,2})?"
        rf"(?P<recipient>[{_UPPER}][^;:(\n,]{{2,80}})(?:,\s(?=[{_UPPER}])[^;:\n]{{2,60}})?[.]?"
    ),
)
_HOLDER: Final = regex(
    r"(?:(?:deutschen|sowjetischen|französischen|[a-z]+ischen)\s+)?(?:Botschafter|Gesandte|Reichsminister|"
    r"Außenminister|Aussenminister|Staatssekretär|Geschäftsträger|Minister|"
    rf"Konsul|Generalkonsul|Militärattaché)(?:e?s|n)?\s+(?:in\s+[{_UPPER}]\w+\s+)?(?P<name>(?:(?:von|Graf|"
    rf"Freiherrn?|Dr\.)\s+){{0,2}}[{_UPPER}][\w-]+)"
)
_SEAT: Final = regex(
    r"^(?:Der\s+)?(?:Botschaft|Gesandt|Geschäft|Konsul|"
    rf"General)[^,]{{2,60}},\s(?:z\.\s?Z\.\s)?(?P<place>[{_UPPER}][\w-]+)$"
)
_LITTLE: Final = regex(r"(?<![\w’'])(?:À|A|AUX?|DE|DU|DES|LA|ET|EN|L(?=[’'])|D(?=[’']))(?!\w)")
_ITALIAN: Final = regex(
    r"(?:ambasciatore|incaricato|onorevole|inviato|ministro|capo|segretario|presidente|console|direttore)\b", re.I
)
"""An Italian heading names the office first: "L’ambasciatore a Oslo, Bruschi"."""
_HELD_BY: Final = regex(rf",\s(?P<name>(?:[{_UPPER}]\.[-\s]?){{1,3}}(?:d[’']|(?:de|du|von)\s)?[{_UPPER}][\w’'-]+)")
"""The holder behind a French office, told by the first letter of the given name: “Le Ministre à Severin, B. Lind”."""
_ARTICLE: Final = regex(r"(?:Der|Die|Das|Le|La|Il|El|LE|LA|IL|EL)\s+|L[’']")


def may_be_western(text: str) -> bool:
    """Ask in few steps whether a title can name its parties so."""
    return any(
        word in text for word in ("\nal", "\nAL", " AL", " an ", " à ", "\nà ", " au ", " aux ", " al ", " a ", " all")
    )


def western_cased(text: str) -> str:
    """Return a title in Latin capitals with its little words in small letters, nothing for one in other letters."""
    return _LITTLE.sub(_small, text) if text.startswith(("M. ", "MM. ", "L’", "L'", "LE ", "LA ")) else ""


def _small(match: re.Match[str]) -> str:
    """Return a little word in small letters; capitals often lack their accents: “A LONDRES”."""
    return "à" if match.group() == "A" else match.group().lower()


def read_western_parties(text: str, start: int, end: int, lead: int) -> Iterator[tuple[str, Span]]:
    """Yield the parties that `text[start:end]` names; `lead` is where the words for the kind of document end."""
    patterns, at = (_PAIRS, lead) if lead > start else (_ADDRESSED, start)
    for pattern in patterns:
        match = pattern.match(text, at, end)
        if match is None or (lead == start and match.end() < end):
            continue
        for role, group in (("from", "sender"), ("to", "recipient")):
            held = _HELD_BY.match(text, match.end(group), end)
            yield role, held.span("name") if held and held.end() == end else _bearer(text, *match.span(group))
        if seat := _SEAT.search(match["sender"]):
            yield "place_from", (match.start("sender") + seat.start("place"), match.end("sender"))
        return


_DATED: Final = regex(
    r"\s(?:[Vv]om|du|del|dd\.)\s\d{1,2}\.?\s[^\n]{3,24}$|[.,]\s(?:le\s)?\d{1,2}(?:\.|er)?\s[^\W\d_]{3,12}\.?\s\d{4}\.?$"
)
"""The day behind a party: “an den Konsul vom 29. Juli”, “an das Amt. 14. Februar 1938”."""


def _bearer(text: str, start: int, end: int) -> Span:
    """Return the span of a party without the article and, where a name follows it, without the office."""
    dated = _DATED.search(text, start, end)
    end = start + len(text[start : dated.start() if dated else end].rstrip(" .,"))
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    held = _HOLDER.fullmatch(text, start, end)
    if held:
        return held.span("name")
    comma = text.find(", ", start, end)
    if comma > 0 and _ITALIAN.match(text, start):
        return text.rfind(", ", start, end) + 2, end
    if comma < 0:
        return start, end
    if bearer := _HELD_BY.fullmatch(text, comma, end):
        return bearer.span("name")
    held = _HOLDER.fullmatch(text, start, comma)
    return held.span("name") if held else (start, comma)
