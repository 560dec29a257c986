"""The lines under a heading of a printed series that say form and number, place and day of a document.

“Cablegram Tarn 3 [1] SEVERIN, 12 March 1938”, “Tel. (No. 21.)”, “(No. 58) (Personal)”, “Severin, den 2. März 19382”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from tei.dates import find_dates
from tei.recognise.layouts.papers_abroad import western_form, without_receipt
from tei.recognise.layouts.papers_bare import form_behind
from tei.recognise.layouts.papers_russian import russian_form
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

Kind = Literal["telegram", "letter", "note", ""]

_TELEGRAMS: Final = r"(?:cablegram|telegram|teletype|teleprint(?:er)?|cable|savingram|radiogram|message)"
_LETTERS: Final = r"(?:letter|dispatch|despatch|airmail|air mail|numbered letter)"
_OTHERS: Final = r"(?:memorandum|agendum|minute|note|record|report|submission|statement|aide[- ]m[ée]moire)"
FORM: Final = regex(
    rf"(?P<form>(?P<telegram>(?:circular |cypher |repeated )?{_TELEGRAMS})|(?P<letter>{_LETTERS})|"
    rf"(?P<other>{_OTHERS}))\b"
    r"(?P<number>(?:\s+(?:unnumbered|(?:No\.?\s*)?[A-Z][A-Za-z]{0,8}(?:\[[A-Z]{1,2}\])?[.-]?\s?(?:\[\d{1,2}\]\s)?\d{1,5}|"
    r"(?:No\.?\s*)?\d[\w/.-]*(?:\[[A-Z]{1,2}\])?))?)"
    r"(?P<tail>(?:\s*\((?:extracts?|paraphrase)\))?)(?P<markers>(?:\s*\[\d{1,3}\])*)"
    r"(?:,\s(?-i:[A-Z]{1,5}(?:/[\w.&]{1,12}){2,6})(?::\s?ff?\.?\s?[\d\s,;–—-]{1,24})?|"
    r"[\s,]+(?P<place>\[?[A-ZÀ-Þ][^\n]*))?",
    re.IGNORECASE,
)
"""“Cablegram Tarn 3 [1] SEVERIN, 12 March 1938”: form, number, extract, markers, place and date, or its file."""
WORD: Final = regex(r"(?:No\.?\s*)?(?P<n>(?:[A-Za-z]+(?:\[[A-Z]{1,2}\])?[.-]?\s?)?\d[\w/.-]*(?:\[[A-Z]{1,2}\])?)")
_TEL: Final = regex(
    r"(?:(?:(?P<tel>Tel(?:egraphic|\.|egram)?)[\s,]*)?\(?\s*(?:No|Nr)\.\s*(?P<n>\d{1,5}[A-Za-z]?)\.?\s*\)?"
    r"(?P<rest>(?:[\s.]+(?:Confidential|Secret|Very Confidential|Private|Most Confidential|Very Secret|Urgent)\.)*"
    r"(?:\s\((?:(?:Most |Very )?(?:Secret|Personal|Confidential|Private|Urgent|Immediate)(?: and )?){1,3}\)){0,3})\)?|"
    r"(?P<bare>Tel(?:egraphic)?\.?|\(Tele(?:graphic|gram)\.?\)(?:\s(?:P|R|En clair)\.)?)|"
    r"[(\[](?:Translation|Translated|Extract|Copy|Paraphrase|Extrait|Traduction|Copie|Auszug|Übersetzung|Estratto)\.?[)\]])(?:[\s.]+(?P<place>[A-Z][^\n]*))?",
)
"""“Tel. (No. 21.)”, “(No. 40.) Confidential.”, “(Telegraphic.)”, “(Translation.) Severin, March 7, 1938.”."""
_YEAR_MARKED: Final = regex(r"(?<!\d)(?P<year>1[789]\d\d|20[0-2]\d)(?P<n>\d{1,2}(?:\s\d{1,2}){0,2})(?=[.,\s]*$)")
"""Markers glued to the year at the end of a line: “den 7. März 19382”, “1938 2 3”."""
_PLACE: Final = regex(r"(?:\d{1,3},\s)?(?:(?:[A-ZÀ-ÞА-ЯЁ][\w.’'-]*|of|the|de|en|at|in|am|den|le|via)[\s,;–—-]*){0,9}")
_AFTER: Final = regex(
    r"(?:\sг(?:ода)?(?![^\W\d_]))?[\s,;–—-]*(?:\d{1,2}(?:\s?[.:]\s?\d{2})?\s*(?:[ap]\.?\s?m\b\.?|hours?|h)?|noon|midnight)?[\s.]*"
    r"(?:[A-Z][A-Z ]{3,60})?\s*"
    r"(?:\(?\d{1,2}\)?)?",
    re.IGNORECASE,
)
_UNDATED: Final = regex(r"\[?[A-ZÀ-Þ][\w .]{2,30}\]?,\s\[?(?:n\.\s?d\.|undated)\]?")
"""Place of a document that has no day: “SEVERIN, n.d.”."""
MAX_LINE: Final = 110
KIND_TOLD: Final[Mapping[str, Kind]] = {"telegram": "telegram", "letter": "letter", "note": ""}
"""What a title says by itself of a document whose form no line under it names."""


def unmarked(text: str) -> str:
    """Return a line with full stops for the marker glued to the year at its end."""
    match = _YEAR_MARKED.search(text) if text[-1:].isdigit() or text[-2:-1].isdigit() else None
    return text[: match.start("n")] + "." * len(match["n"]) + text[match.end("n") :] if match else text


def form_of(text: str) -> re.Match[str] | None:
    """Return what a line says of the form and number of a document, None where it says nothing."""
    if len(text) > MAX_LINE:
        return None
    for pattern in (FORM, _TEL):
        match = pattern.fullmatch(text)
        if match and (not match["place"] or is_dated(match["place"]) or _UNDATED.fullmatch(match["place"])):
            return match
    match = western_form(text) or russian_form(text) or form_behind(text)
    return match if match and (not match["place"] or is_dated(without_receipt(match["place"]))) else None


def is_dated(text: str) -> bool:
    """Say whether a line is one of place and date: a day, with nothing but names before it and a time behind."""
    if len(text) > MAX_LINE or not any(map(str.isdigit, text)) or ": " in text:
        return False
    words = re.sub(r"[\[\]]", " ", unmarked(text)).strip(". ")
    found = list(find_dates(words))
    if len(found) != 1:
        return False
    place, rest = words[: found[0].start], words[found[0].end :]
    return _PLACE.fullmatch(place) is not None and _AFTER.fullmatch(rest) is not None


def kind_told(forms: Sequence[tuple[int, re.Match[str]]]) -> Kind:
    """Return the kind of document that the lines of form say, a letter where none says one."""
    for _, match in forms:
        groups = match.groupdict()
        if any(map(groups.get, ("telegram", "tel", "bare"))):
            return "telegram"
        if groups.get("other"):
            return ""
    return "letter"


def is_count_alone(forms: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Say whether the lines under a heading give a number and no form: “(No. 77)” under “Telegram from …”."""
    said = (match.groupdict().get(name) for _, match in forms for name in ("telegram", "tel", "other"))
    return not any(said)


def number_told(rows: Sequence[Paragraph], forms: Sequence[tuple[int, re.Match[str]]]) -> tuple[int, int] | None:
    """Return where the number of the document itself stands."""
    for at, match in forms:
        groups = match.groupdict()
        if "qualified" in groups:
            return None  # “T. nos 123 à 126.” is read where lines of service matter are
        if groups.get("n"):
            return rows[at].start + match.start("n"), rows[at].start + match.end("n")
        inner = WORD.search(groups.get("number") or "")
        if inner:
            start = rows[at].start + match.start("number")
            return start + inner.start("n"), start + inner.end("n")
    return None
