"""Where the documents of a page of the Foreign Relations series begin, and what their headings say of them.

Older volumes: "893.00/1–549: Telegram", "The Ambassador in China (…) to the Secretary of State", place and date. Later
ones: "211. Telegram From the Embassy in … to the Department of State". Memoranda, minutes and editorial notes stand
among them and are no telegrams; to know where they begin keeps their text out of the telegram before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tei.recognise.layouts.page import Page
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title
from tei.regexes import regex

Kind = Literal["telegram", "letter", "note", ""]

_DECIMAL: Final = (
    r"(?:file\s+no\.?\s*|paris\s+peace\s+conf(?:erence|\.)\s+)?\d{1,4}[A-Za-z]{0,3}(?:\.[A-Za-z\d]+)*"
    r"(?:\s+[A-Z(][\w .()&’'-]{0,60}?)?\s?/\s?"
    r"(?:[A-Z]\s?)?[\d½][\w½–—/ -]*"
)
_LOT: Final = (
    r"[^\W\d_][\w./&,’'() –—-]{1,60}?\b(?:files?|papers|records|collection|library)\b[^\n:]{0,90}(?::\slot\s(?:file\s)?"
    r"[\w –—-]{1,20})?|lot\s+(?:file\s+)?"
    r"(?:no\.?\s*)?[\w\d–—-]*\d[^\n:]{0,60}"
)
_FORM: Final = (
    r"(?:circular |paraphrase of |copy of )?(?:telegram|cablegram|cable|airgram|despatch|dispatch|instruction|letter|"
    r"note|memorandum|message|radiogram|circular)s?"
)
_FILE: Final = regex(
    rf"\[?(?:(?P<decimal>{_DECIMAL})|(?P<lot>{_LOT}))\s*(?:[:.,—–-]\s*)?(?P<kind>{_FORM})?"
    r"\s*(?:[\[(—–-]\s*(?:paraphrase|extracts?|translation)\s*[\])]?)?\s*[.\]]?(?:\s[|1l])?",
    re.IGNORECASE,
)
_OF_STATE: Final = regex(
    r"(?:Lot\b(?!\s\d{1,4}[.\]]?$)|"
    r"[^\n]{0,60}[,:]?\s[Ll]ot\s(?:[Ff]ile\s)?[\dFMW]|(?:Department of (?:State|Defense|the (?:Army|"
    r"Navy|Treasury))|PPS|CFM|"
    r"J\.?\s?C\.?\s?S\.?|S/[SPAE]|Hopkins|Roosevelt|Truman|Leahy|Eisenhower|Dulles|Kennedy|Johnson|Nixon|White House|"
    r"Executive Secretariat|Central|Conference|Embassy|Moscow Embassy|Treasury|Defense|Navy|Army|Marshall|"
    r"Acheson|Byrnes|"
    r"Matthews|Bohlen|Harriman|Secretary[’']s|President[’']s|IO|EUR|FE|CA|NEA|L/[A-Z]+|USUN|OSS|UNA)\b[^\n]{0,40}\b"
    r"(?:Files?|Papers|Records|Collection)\b)"
)
"""What a file without a kind must begin with: others have papers too."""
_PARTS: Final = ("/", "ile", "aper", "ot ", "ecord", "ollection", "ibrary", "FILE", "PAPER", "LOT ")
"""One of these stands in every line of a file: most lines are passed over for them."""
_NUMBERED: Final = regex(
    r"(?:\[(?P<bracket>\d{1,4})\]\.?|(?:No\.\s)?(?P<plain>\d{1,4}[a-z]?)\.|No\.\s(?P<bare>\d{1,4})(?=\sThe\s))"
    r"\s+(?=[^\W\d_])"
)
_OVER: Final = regex(r"[A-Z][^\n:]{8,90}:\s+(?=(?:The\s|Telegram\s))")
"""What conference volumes set before a heading: "Meeting of May 11: Telegram From …"."""
_LABEL: Final = regex(
    r"\[?\s*(?:document|doc\.|no\.|№)\s*(?P<n>\d{1,4}[a-z]?)\s*\]?\.?|\[(?P<bare>\d{1,4})\]|(?P<stop>\d{1,4})\.?", re.I
)
_ENCLOSURE: Final = regex(
    r"\[\s*(?:sub)?(?:[ei]nclosures?|attachments?|annex(?:es)?|tab|appendix)\b[^\]]{0,100}\]|"
    r"(?:sub)?(?:enclosure|attachment|annex|tab|appendix)(?:\s+(?:\d{1,2}|[A-Z]))?",
    re.IGNORECASE,
)
_LISTED: Final = regex(r"\[?\s*(?:[EeIi]nclosures|Attachments|Annexes)\s*\.?\s*\]?$")
"""Over a list of enclosures, which ends a document as well."""
_PAGE: Final = regex(r"\[\s*page\s+\d{1,4}\s*\]|page\s+\d{1,4}", re.IGNORECASE)
_NAVIGATION: Final = regex(r"(?:\[\s*document \d+\s*\]\s*){2}", re.IGNORECASE)
_RANK: Final = (
    r"(?:the|mr\.|mrs\.|miss|dr\.|sir|lord|señor|monsieur|president|premier|prime minister|chairman|"
    r"generalissimo|general|"
    r"major general|lieutenant general|brigadier general|marshal|field marshal|admiral|vice admiral|"
    r"rear admiral|colonel|count|baron|viscount|earl|marquess|marquis|duke|consul|consul general|vice consul|"
    r"lieutenant colonel|captain|commander|secretary|under secretary|assistant secretary|acting secretary|ambassador|"
    r"minister|professor|prince|king|foreign minister|foreign secretary|representative|senator|judge)"
)
_ADDRESSED: Final = (
    rf"(?:{_RANK}|all|certain|diplomatic|american|the|his|her|various|members|embassies|missions|legations|consular)"
)
_PARTIES: Final = regex(rf"{_RANK}\s+[^;\n]{{2,130}}?\s+to\s+{_ADDRESSED}\s+[^;\n]{{2,130}}", re.IGNORECASE)
_OFFICE: Final = regex(
    r"\b(?:secretary of state|department of state|ambassador|minister|consul|charg[ée]|embassy|legation|consulate|"
    r"mission|representative|political advis[eo]r|high commissioner|commissioner|commander|chiefs? of staff|president|"
    r"delegat(?:e|ion)|secretary of|agent|generalissimo|prime minister|chairman|premier)\b",
    re.IGNORECASE,
)
_TITLED: Final = regex(
    r"(?:(?:top secret|secret|confidential|circular|special|personal|draft|backchannel|urgent|joint|open|oral|informal|"
    r"paraphrase of(?: a)?|unnumbered)\s+){0,3}(?P<kind>telegrams?|telex|cable|message|airgram|despatch|"
    r"dispatch|letter|"
    r"note|aide-m[ée]moire|instruction|radiogram|communication|"
    r"teletype message)(?:\s+(?:no\.\s*)?[A-Za-z–-]*\s?\d[\w–-]*)?"
    r"(?:\s+\([^()]{1,40}\))?,?\s+from\s+[^\n]{3,160}?\s+to\s+[^\n]{3,160}",
    re.IGNORECASE,
)
_CIRCULAR: Final = regex(
    r"Circular (?P<kind>[Tt]elegram|[Aa]irgram|[Ii]nstruction|[Dd]espatch|[Mm]essage)"
    r"(?:\s(?:[Nn]o\.\s*)?[A-Z]{0,4}[\s–-]?\d{1,6})?"
)
"""“Circular Telegram 500”: a circular, to whom it went stands in its source note."""
_OTHER: Final = regex(
    r"(?:(?:draft|top secret|secret|confidential|unsigned|informal|special|national|joint|united states|intelligence|"
    r"action|information|briefing|policy|position|verbatim|agreed|summary|extracts? from the|final)\s+){0,3}"
    r"(?:memorand(?:um|a)|editorial note|minutes|notes?\s+(?:of|on|by|prepared)|record|report|paper|estimate|statement|"
    r"summary|resolution|agreement|communiqu[ée]|press release|policy|transcript|study|executive order|talking points|"
    r"chronology|diary|agenda|conversation|proclamation|aide-m[ée]moire by|log|decision|directive|oral statement|"
    r"security council|council|meeting)\b[^\n]*",
    re.IGNORECASE,
)
_LETTERS: Final = ("airgram", "despatch", "dispatch", "instruction", "letter")
_NOTES: Final = ("note", "memorandum", "aide")
MAX_BETWEEN: Final = 4
"""So many lines may stand between the file number and the title: labels, the series, "[Extract]"."""
MAX_TITLE: Final = 260
MAX_WORDS: Final = 45


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a document begins: its first row, its title's row and offset there, the row of its file number.

    `source` is the row of the note on its source, where that stands over the text and not among the notes. `kind` is
    empty for what is no telegram, letter or note; `told` says that the page itself names the kind.
    """

    first: int
    title: int
    offset: int
    kind: Kind
    file: int | None = None
    number: str = ""
    told: bool = False
    source: int | None = None

    @property
    def floor(self) -> int:
        """The first row that can be a note of the document."""
        return self.title + 2 if self.source is None else self.source + 1


def is_file(text: str) -> bool:
    """Say whether a line is the number of a file, "893.00/1–549: Telegram" or "PPS Files, Lot 64 D 563"."""
    return file_kind(text) is not None


def file_kind(text: str) -> str | None:
    """Return the kind of document that the line of a file number gives, empty for none; None for any other line."""
    if len(text) > 140 or not any(map(text.__contains__, _PARTS)) or len(text.split()) > 18:
        return None
    match = _FILE.fullmatch(text)
    if match is None or (match["lot"] and not match["kind"] and _OF_STATE.match(text) is None):
        return None
    if match["decimal"] and not match["kind"] and "." not in match["decimal"] and not _has_dash(match["decimal"]):
        return None
    return (match["kind"] or "").lower()


def _has_dash(text: str) -> bool:
    """Tell the number of a file, "123 Hull/4–1849", from a day, "4/18/1949"."""
    return any(map(text.__contains__, "–—-")) and any(map(str.isalpha, text))


def is_label(text: str) -> bool:
    """Say whether a line only counts documents or pages: "[Document 92]", "No. 84", "[Page 84]"."""
    return len(text) <= 60 and any(p.fullmatch(text) for p in (_LABEL, _PAGE, _NAVIGATION, _ENCLOSURE))


def is_page(text: str) -> bool:
    """Say whether a line is the number of a printed page."""
    return len(text) <= 20 and _PAGE.fullmatch(text) is not None


def is_enclosure(text: str) -> bool:
    """Say whether a line announces an enclosure."""
    return len(text) <= 120 and _ENCLOSURE.fullmatch(text) is not None


def find_headings(page: Page) -> tuple[Heading, ...]:
    """Return where the documents of a page begin, in order."""
    found: list[Heading] = []
    rows, floor = page.paragraphs, 0
    for index, row in enumerate(rows):
        if index < floor or len(row.text) > MAX_TITLE:
            continue
        heading = _heading(page, index, floor) or _enclosed(rows, index, found)
        if heading is not None:
            found.append(heading)
            floor = max(index, heading.file or 0) + 1
    return tuple(found)


def _enclosed(rows: Sequence[Paragraph], index: int, found: Sequence[Heading]) -> Heading | None:
    """Let an enclosure without a heading of its own end the document before it."""
    if not found or not is_enclosure(rows[index].text) or index + 1 >= len(rows):
        return None
    if _LISTED.match(rows[index].text):
        return Heading(index, index, 0, "")
    titled = any(len(rows[i].text) <= MAX_TITLE and _kind_of(rows[i].text)[0] for i in _below(rows, index, 4))
    return None if titled else Heading(index, index, 0, "")


def _below(rows: Sequence[Paragraph], index: int, reach: int) -> range:
    return range(index + 1, min(index + 1 + reach, len(rows)))


def _heading(page: Page, index: int, floor: int) -> Heading | None:
    rows, text = page.paragraphs, page.paragraphs[index].text
    lead = _NUMBERED.match(text)
    offset = lead.end() if lead else 0
    form, kind = _kind_of(text[offset:])
    if form is None and ": " in text and (over := _OVER.match(text, offset)):
        offset = over.end()
        form, kind = _kind_of(text[offset:])
    if form is None:
        return None
    file = _file_row(rows, index, floor)
    first = min(index, file) if file is not None else index
    while first > floor and is_label(rows[first - 1].text):
        first -= 1
    if first == index > floor + 1 and _is_wired(rows[index - 1].text) and is_label(rows[index - 2].text):
        first -= 2
    above = [rows[i].text for i in range(first, index)]
    if lead is not None and form == "parties" and _is_listed(rows, index):
        return None
    sure = lead is not None or file is not None or any(map(is_label, above)) or _opens_below(rows, index)
    sure = sure or (form == "parties" and 0 < floor < index and _closes_letter(rows[index - 1].text))
    if not sure and (form == "other" or text.endswith(".") or _OFFICE.search(text) is None):
        return None
    number = str(lead[lead.lastgroup or 0]) if lead else _number_of(above)
    said = file_kind(rows[file].text) if file is not None else ""
    said = said or ("telegram" if form == "parties" and _says_wired(rows, first, index) else "")
    told = bool(kind or said)
    return Heading(first, index, offset, "" if form == "other" else _named(kind or said or ""), file, number, told)


def is_counted(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a row is the number of a document over or before its parties, "[Telegram.]" between or not."""
    text = rows[index].text
    lead = _NUMBERED.match(text)
    if lead and len(text) <= MAX_LINE and "(" not in text:
        return _kind_of(text[lead.end() :])[0] == "parties"
    if text[-1] != "." or len(text) > MAX_COUNTED or _LABEL.fullmatch(text) is None:
        return False
    under = rows[index + 1 : index + 3]
    at = next((row for row in under if not _is_wired(row.text)), None)
    return at is not None and len(at.text) <= MAX_LINE and "(" not in at.text and _kind_of(at.text)[0] == "parties"


def _is_wired(text: str) -> bool:
    """Say whether a label in brackets says that what follows went by wire: "[Telegram.]", "[By cable.]"."""
    return text[:1] in "[(" and len(text) <= MAX_WIRED and _WIRED.fullmatch(text) is not None


def _says_wired(rows: Sequence[Paragraph], first: int, index: int) -> bool:
    return any(_is_wired(rows[at].text) for at in (*range(first, index), *_below(rows, index, 3)))


_WIRED: Final = regex(
    r"[\[(]\s*(?:by\s+)?(?:[a-z]+\s+){0,2}(?:telegram|telegraph|telegraphic|cable|cablegram|cable\s+telegram)"
    r"(?:[\s.—–-]+(?:[a-z]+[\s.]*){1,3})?\s*\.?\s*[\])]",
    re.IGNORECASE,
)
MAX_WIRED: Final = 44
MAX_COUNTED: Final = 9
MAX_LINE: Final = 90


def _closes_letter(text: str) -> bool:
    """Say whether a line is the address under a despatch of the old volumes: what it encloses follows."""
    return len(text) <= MAX_TITLE and _ADDRESSEE.fullmatch(text) is not None


_ADDRESSEE: Final = regex(
    r"(?:(?:To )?(?:the )?(?:Hon\.|Honou?rable|His (?:Excellency|Lordship|Imperial Highness)|Her Majesty|Right Hon\.)"
    r"\s[^\n]{2,120}|[A-Z][^\n]{2,60},? Esq(?:\.|uire)[^\n]{0,60}|[^\n]{2,90}(?:&c|etc)\.,?)"
)


def _is_listed(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a numbered line stands in a list of such lines, as enclosures are listed, over no text of its own."""
    beside = (rows[at].text for at in (index - 1, index + 1) if 0 <= at < len(rows))
    return any(
        len(text) <= MAX_TITLE and (lead := _NUMBERED.match(text)) is not None and _kind_of(text[lead.end() :])[0]
        for text in beside
    )


def _opens_below(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether "No. 212.]", "[Telegram.]" or “My Lord:” stands under a line, as under the parties in old volumes."""
    if index + 1 < len(rows) and (_OLD.match(rows[index + 1].text) is not None or is_written_at(rows, index + 1)):
        return True
    return any(rows[i].text[-1] == "]" and _CLOSED.fullmatch(rows[i].text) for i in _below(rows, index, 3))


def is_written_at(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether a row names the office where a document was written, over or before place and date."""
    if index >= len(rows) or _WRITTEN_AT.fullmatch(rows[index].text) is None:
        return False
    return any(_YEARED.search(rows[i].text) for i in range(index, min(index + 2, len(rows))) if len(rows[i].text) <= 90)


_WRITTEN_AT: Final = regex(
    r"(?:The\s)?(?:White House|Executive Mansion|Department of State|(?:American |United States |British |Imperial )?"
    r"(?:Legation|Embassy|Consulate(?:[- ]General)?|Agency)(?:\sof\s[^\n,]{3,40})?|Foreign Office|Ministry of (?:State|"
    r"Foreign Affairs))[,.]?(?:\s[^\n]{0,50}\d{4}\.?)?",
)
_CLOSED: Final = regex(r"No\.?\s\d{1,5}\.?\s?\]")
"""The number of a despatch, which some volumes print under place and day."""
_YEARED: Final = regex(r"\b1[89]\d\d\b")


_OLD: Final = regex(
    r"\[?(?:No|Nr)\.?\s+\d{1,5}[A-Za-z]?\.?(?:,\s[a-z]{4,12})?\.?\s?\]|"
    r"[\[(](?:telegram|telegraphic|extract|translation|copy|inclosure|cipher telegram|cablegram|private|"
    r"confidential)\b[^\[\]()\n]{0,50}[\])]|"
    r"(?:sirs?|my lord(?: \w+)?|gentlemen|your (?:excellency|lordship|highness)|excellency|monsieur[\w ]{0,20}|"
    r"(?:my )?dear (?:sir|mr\.|lord|general|colonel)[\w .’']{0,30})\s?(?::|,\s*$)",
    re.IGNORECASE,
)


def _kind_of(text: str) -> tuple[str | None, str]:
    """Return whether a line is a title "telegram", "parties" or "other", None for no title; and the kind it names."""
    text = text.replace("\n", " ")
    if len(text.split()) > MAX_WORDS or text[-1:] in ":;?!,…" or not text[:1].isupper():
        return None, ""
    titled = _TITLED.match(text) or (_CIRCULAR.fullmatch(text) if text.startswith("Circular ") else None)
    if titled:
        return "telegram", titled["kind"].lower()
    if _OTHER.match(text) and not (text.endswith(".") and len(text.split()) > 14):
        return "other", ""
    if _PARTIES.match(text) is None:
        return None, ""
    title = read_title(text.rstrip("0123456789[]*†. "))
    parties = title.party("from"), title.party("to")
    if not all(parties) or (text.endswith(".") and len(text.split()) > 14) or is_sentence(text):
        return None, ""
    return "parties", ""


_PARENTHESES: Final = regex(r"\([^()]*\)")


def is_sentence(text: str) -> bool:
    """Tell prose that runs from an officer to another, "The Minister came yesterday to the Embassy", from a title."""
    words = _PARENTHESES.sub(" ", text).split() if "(" in text else text.split()
    small = [word for word in words if word[:1].islower() and word not in _SMALL]
    return len(small) > 3 or any(word.strip(".,") in _VERBS for word in small)


_SMALL: Final = frozenset(
    re.findall(r"\S+", "the to of in at and for on de du la le y e del di via temporarily representing a an far")
)
_VERBS: Final = frozenset(
    re.findall(
        r"\S+",
        "came called said told asked had has have was were is are be would will did does went gave sent wrote "
        "read spoke "
        "turned returned replied agreed refused wished wishes that which who whom it he she they i we",
    )
)


def _named(word: str) -> Kind:
    if any(name in word for name in _LETTERS):
        return "letter"
    return "note" if any(word.startswith(name) for name in _NOTES) else "telegram"


def _file_row(rows: Sequence[Paragraph], index: int, floor: int) -> int | None:
    """Return the row of the file number: above the title, or in the pages of the series on the web below it."""
    for at in range(index - 1, max(floor, index - 1 - MAX_BETWEEN) - 1, -1):
        if is_file(rows[at].text):
            return at
    return next((at for at in _below(rows, index, 3) if is_file(rows[at].text)), None)


def _number_of(rows: Sequence[str]) -> str:
    numbers = list(_numbers(rows))
    return numbers[-1] if numbers else ""


def _numbers(rows: Sequence[str]) -> Iterator[str]:
    for text in rows:
        match = _LABEL.fullmatch(text) if len(text) <= 30 else None
        if match and match.lastgroup:
            yield match[match.lastgroup]
