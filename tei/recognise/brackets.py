"""Editorial brackets: what `[…]` means each time it stands in a source, and how it is encoded.

Square brackets hold identities, original words, supplied words, translators' notes, stamps, damage and cuts, all alike;
what they mean is read from what they hold and from what stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.findings import Finding, Location, Rule, Severity
from tei.model import Attributes, Mark, Owner
from tei.recognise.foreign import foreign_language

UNBALANCED = Rule(
    "REC201",
    "unbalanced-bracket",
    Severity.WARNING,
    "An editorial bracket is opened and not closed, or closed and not opened, so nobody can say how far the "
    "editor's words "
    "go. The characters stay in the text as they are.",
    bad="the ship [Polynya left",
    good="the ship [Polynya] left",
)
RULES = (UNBALANCED,)

_BRACKET: Final = re.compile(r"[\[\]]")
_WORD_BEFORE: Final = re.compile(r"[\w’'-]+$")
_LABEL: Final = re.compile(r"[^:\[\]]{2,60}:")
_DOTS: Final = re.compile(r"(?:\.\s?){2,6}|…+\.?|-{2,}|—+|_{2,}")
_COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "одно": 1, "два": 2, "три": 3,
}  # fmt: skip
_UNIT: Final = re.compile(
    r"\b(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|одно|два|три)\s+(?:[a-z]+\s+){0,2}?"
    r"(?P<unit>words?|lines?|letters?|characters?|sentences?|paragraphs?|pages?|groups?|слов[оа]?|строк[аи]?)\b",
    re.IGNORECASE,
)
_UNIT_NAMES: Final = {"letter": "char", "character": "char", "слов": "word", "слово": "word", "слова": "word",
                      "строк": "line", "строка": "line", "строки": "line"}  # fmt: skip
_GAPS: Final = (
    ("illegible", re.compile(r"illegible|unreadable|not (?:legible|readable|clear)|indecipherable|undecipherable|"
                             r"unintelligible|"
                             r"unclear|неразборчив|нрзб|字迹不清|不清", re.I)),
    ("undeciphered", re.compile(r"undeciphered|not deciphered|undecoded|garbled?|unrecovered|group[s]? missing|"
                                r"не расшифров", re.I)),
    ("undeclassified", re.compile(r"not declassified|declassified|classified|redacted|sanitized|excised|"
                                  r"security deletion", re.I)),
    ("damage", re.compile(r"torn|damaged?|burn(?:t|ed)|hole|water stain|faded|cut off|угол оторван|повреж", re.I)),
    ("omitted", re.compile(r"omitted|omission|ellipsis|left out|not (?:printed|translated|reproduced|included)|"
                           r"опущен|пропуск|略", re.I)),
    ("cut", re.compile(r"\bcut\b|deleted|crossed out|struck out|вычеркн|зачеркн", re.I)),
    ("illegible", re.compile(r"missing|blank|lacuna|отсутств", re.I)),
)  # fmt: skip
_NOTES: Final = (
    ("translator", re.compile(r"trans(?:lator|l)?\.?(?:['’]?s)?\.?\s+(?:note|comment|remark)|"
                              r"note by (?:the )?translator|tn\b|trans\.?:|"
                              r"прим(?:ечание|\.)\s*(?:переводчика|перев|пер)|译者?注|譯注", re.I)),
    ("editor", re.compile(r"ed(?:itor|s|itorial)?\.?(?:['’]?s)?\.?\s+(?:note|comment|remark)|"
                          r"note by (?:the )?editors?|note:|footnote:|"
                          r"прим(?:ечание|\.)\s*(?:редакции|ред|редактора)|编者注|編者注", re.I)),
    ("annotation", re.compile(r"(?:hand-?\s?written|written (?:by hand|in)|marginal|pencil(?:l?ed)?|"
                              r"in (?:the )?margin|annotat|resolution|"
                              r"note in|underlined|initial(?:s|l?ed)|signed across|рукописн|помета|пометка|"
                              r"резолюция|на полях|от руки|批注|批示)",
                              re.I)),
)  # fmt: skip
_STAMP: Final = re.compile(
    r"(?:rubber |round |square |registry |blue |red )?(?:stamp(?:ed)?|seal|штамп|печать|印章)\b", re.I
)
_LETTERHEAD: Final = re.compile(
    r"(?:printed )?(?:letter-?\s?head(?:ing)?|head(?:ing|ed paper)|бланк|blank|form)\b(?: of\b(?: the\b)?|:)?", re.I
)
_PLACE: Final = re.compile(
    r"\b(?P<top>top|head|above|вверху|сверху)\b|\b(?P<bottom>bottom|foot|below|внизу)\b|\b(?P<margin>margin|side|"
    r"на полях)\b|"
    r"\b(?P<verso>verso|reverse|back|обороте)\b",
    re.I,
)
_PAGE: Final = re.compile(
    r"(?:page|p\.|pp\.|leaf|folio|fol\.|f\.|l\.|list|sheet|с\.|стр\.|л\.)\s*(?P<n>\d+[a-zа-я]?(?:\s?(?:ob|об|v|verso)\.?)?)",
    re.I,
)
_TODAY: Final = re.compile(
    r"(?:today['’]?s?|now|modern|present[- ]day|currently|formerly|also|i\.\s?e\.|that is|ныне|то есть|т\.\s?е\.|今)\b",
    re.I,
)
_FUNCTION_WORD: Final = re.compile(r"(?:of|in|for|from|to|at|by|with|on|and|or|the|a|an|that|which)\b")
_DOUBT: Final = re.compile(r"\?|(?:word|name|spelling) (?:unclear|uncertain)|unclear|sic\?")
_SIC: Final = re.compile(r"sic\s*[!?.]?|so im original|так в (?:тексте|документе|подлиннике)|原文如此", re.I)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket pair: `start`–`end` with the brackets, the text between them, how many brackets each side has."""

    start: int
    end: int
    width: int = 1

    @property
    def inner(self) -> tuple[int, int]:
        """The span between the brackets."""
        return self.start + self.width, self.end - self.width


def find_brackets(text: str, start: int, end: int, path: str = "") -> tuple[tuple[Bracket, ...], tuple[Finding, ...]]:
    """Return the balanced bracket pairs of a span, outer before inner, and a finding for each one without its other."""
    open_at: list[int] = []
    pairs: dict[int, int] = {}
    stray: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        if match.group() == "[":
            open_at.append(match.start())
        elif open_at:
            pairs[open_at.pop()] = match.end()
        else:
            stray.append(match.start())
    findings = tuple(_unbalanced(text, offset, path) for offset in sorted(stray + open_at))
    return tuple(_double(pairs)), findings


def _double(pairs: dict[int, int]) -> Iterator[Bracket]:
    """Take `[[` … `]]` for one pair of double brackets."""
    passed: set[int] = set()
    for start in sorted(pairs):
        end = pairs[start]
        if start in passed:
            continue
        if pairs.get(start + 1) == end - 1:
            passed.add(start + 1)
            yield Bracket(start, end, 2)
        else:
            yield Bracket(start, end)


def _unbalanced(text: str, offset: int, path: str) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    what = "opened and never closed" if text[offset] == "[" else "closed and never opened"
    return UNBALANCED.at(Location(path, line, column), f"a bracket is {what}", "close it where the editor's words end")


def bracket_marks(text: str, bracket: Bracket, *, original: str = "ru") -> tuple[Mark, ...]:
    """Return the marks that encode one bracket pair; `original` is the language of the original."""
    start, end = bracket.inner
    content = text[start:end].strip()
    if not content:
        return (_mark("gap", bracket, (("reason", "illegible"),)),)
    for reader in (_sic, _page_break, _gap, _note, _object, _expansion, _doubt):
        marks = reader(text, bracket, content)
        if marks:
            return marks
    return _supplied(text, bracket, content, original)


def _rend(bracket: Bracket, *attributes: tuple[str, str]) -> Attributes:
    return (*attributes, ("rend", "double-brackets")) if bracket.width == 2 else attributes


def _mark(element: str, bracket: Bracket, attributes: Attributes = ()) -> Mark:
    return Mark(bracket.start, bracket.end, element, _rend(bracket, *attributes), *bracket.inner)


def _before(text: str, offset: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text, max(0, offset - 60), offset)


def _sic(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    if not _SIC.fullmatch(content):
        return ()
    gap = len(text[: bracket.start]) - len(text[: bracket.start].rstrip())
    word = _before(text, bracket.start - gap)
    if word is None:
        return (_mark("note", bracket, (("type", "editor"),)),)
    attributes = _rend(bracket, *((("n", content),) if content != "sic" else ()))
    return (Mark(word.start(), bracket.end, "sic", attributes, word.start(), word.end()),)


def _page_break(_text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    match = _PAGE.fullmatch(content)
    if not match:
        return ()
    inside = bracket.inner[0]
    return (
        Mark(bracket.start, bracket.end, "pb", (("n", "".join(match["n"].split())),), inside, inside, Owner.METADATA),
    )


def page_number(text: str) -> str:
    """Return the page or leaf that a line in brackets gives, "[l. 45]", empty where it is no such line."""
    match = _PAGE.fullmatch(text[1:-1].strip()) if text[:1] == "[" and text[-1:] == "]" else None
    return "".join(match["n"].split()) if match else ""


def _gap(_text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    if _DOTS.fullmatch(content):
        attributes: Attributes = (("reason", "omitted"),)
    else:
        if _LABEL.match(content) or len(content.split()) > 14:
            return ()
        reason = next((reason for reason, pattern in _GAPS if pattern.search(content)), None)
        if reason is None or content.startswith(("sic", "?")):
            return ()
        attributes = (("reason", reason), *_quantity(content))
    return (_mark("gap", bracket, attributes), Mark(*bracket.inner, "desc"))


def _quantity(content: str) -> Attributes:
    match = _UNIT.search(content)
    if not match:
        return ()
    count = match["count"].lower()
    unit = match["unit"].lower()
    unit = _UNIT_NAMES.get(unit.rstrip("s"), unit.rstrip("s"))
    return ("unit", unit), ("quantity", str(_COUNTS.get(count, count)))


def _labelled(bracket: Bracket, text: str, label: re.Match[str] | None) -> tuple[Mark, ...]:
    """Keep the words that name the thing ("stamp:", "handwritten at the top:") as a label inside it."""
    start = bracket.inner[0]
    if label is None or not text[label.end() : bracket.inner[1]].strip():
        return ()
    return (Mark(start, label.end(), "seg", (("type", "label"),)),)


def _note(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    type_ = next((name for name, pattern in _NOTES if pattern.match(content)), None)
    if type_ is None:
        return ()
    label = _LABEL.match(text, *bracket.inner)
    attributes: Attributes = (("type", type_),)
    if type_ == "annotation":
        attributes += _place(content[: label.end() - label.start() if label else len(content)])
    return (_mark("note", bracket, attributes), *_labelled(bracket, text, label))


def _place(words: str) -> Attributes:
    match = _PLACE.search(words)
    return (("place", match.lastgroup),) if match and match.lastgroup else ()


def _object(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    inner_start, inner_end = bracket.inner
    if _STAMP.match(content):
        label = _LABEL.match(text, inner_start, inner_end) or _STAMP.match(text, inner_start, inner_end)
        return (_mark("stamp", bracket), *_labelled(bracket, text, label))
    if _LETTERHEAD.match(content) and len(content.split()) > 2:
        label = _LETTERHEAD.match(text, inner_start, inner_end)
        attributes = (("type", "letterhead"), ("place", "top"))
        return (_mark("fw", bracket, attributes), *_labelled(bracket, text, label))
    return ()


def _expansion(text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    """Read letters that the editor supplied to finish a word: Com[rade], D [imitrov], [re]turn."""
    head = _before(text, bracket.start)
    tail = re.compile(r"[^\W\d_]*").match(text, bracket.end)
    after = tail.end() if tail else bracket.end
    glued_before = (
        head is not None and head.end() == bracket.start and content[:1].islower() and head.group()[-1].isalpha()
    )
    glued_after = after > bracket.end and content[-1:].isalpha() and " " not in content
    if glued_before or glued_after:
        start = head.start() if head is not None and head.end() == bracket.start else bracket.start
        return (Mark(start, after, "expan"), _mark("ex", bracket))
    initial = re.compile(r"\b[A-ZА-Я] $").search(text, max(0, bracket.start - 3), bracket.start)
    if initial and content[:1].islower() and " " not in content:
        return (Mark(initial.start(), bracket.end, "expan"), _mark("ex", bracket))
    return ()


def _doubt(_text: str, bracket: Bracket, content: str) -> tuple[Mark, ...]:
    if not _DOUBT.fullmatch(content):
        return ()
    return (_mark("supplied", bracket, (("reason", "conjecture"),)),)


def _supplied(text: str, bracket: Bracket, content: str, original: str) -> tuple[Mark, ...]:
    language = foreign_language(content, assume=original)
    if language:
        return (
            _mark("supplied", bracket, (("reason", "original"),)),
            Mark(*bracket.inner, "foreign", (("xml:lang", language),)),
        )
    reason = "editorial" if bracket.width == 2 or content[:1].isdigit() else _reason(text, bracket, content)
    return (_mark("supplied", bracket, (("reason", reason),)),)


def _reason(text: str, bracket: Bracket, content: str) -> str:
    """Tell identities (a capitalised word before, a name or "today's …" inside) from words that make sense."""
    before = text[: bracket.start].rstrip()
    word = _before(before, len(before))
    named = word is not None and word.group()[:1].isupper() and "\n" not in text[len(before) : bracket.start]
    if _TODAY.match(content):
        return "identification"
    capitalised = any(piece[:1].isupper() for piece in content.split())
    if named and capitalised and (content[:1].isupper() or _FUNCTION_WORD.match(content)):
        return "identification"
    return "sense"
