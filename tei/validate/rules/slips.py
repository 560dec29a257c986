"""TEL290: slips of typing and of character recognition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei.findings import Finding, Rule, Severity
from tei.names import XML_LANG, tei
from tei.validate.rules.facts import LONGEST, Facts

RULE: Final = Rule(
    "TEL290",
    "slip",
    Severity.INFO,
    "What recognition of characters and quick fingers leave behind: the letter l or O among figures, Latin letters "
    "in a Cyrillic word, a space before a comma, a word twice. What the source itself has is marked <sic>, and is "
    "then passed over.",
    bad="<text><body><p>On l0 January the the door froze .</p></body></text>",
    good="<text><body><p>On 10 January the door froze.</p></body></text>",
)
SAME: Final = frozenset[str]()
_SLIPS: Final = (
    (re.compile(r"(?<![\w.])(?:[lIО]\d{1,3}|\d{1,3}[lIOО]\d{0,2}|\d[lIOО]\d)(?![\w])"), "a letter among figures"),
    (
        re.compile(r"\b(?=\w*[а-яёА-ЯЁ]{2})(?=\w*[aceopxyABCEHKMOPTXy])[\wёЁ]*[a-zA-Z][\wёЁ]*\b"),
        "a Latin letter in a Cyrillic word",
    ),
    (re.compile(r"\w [,;.](?=\s|$)(?!\s?\.)"), "a space before punctuation"),
    (re.compile(r",,(?!\w)|;;|,\.(?!\d)"), "doubled punctuation"),
    (re.compile(r"\b(the|of|and|in|to|a|и|в|на|не)\s+\1\b"), "a word twice"),
    (re.compile(r"“[^”“«»]{0,200}\"(?=[\s.,;)]|$)|(?:^|\s)\"[^\"”“]{0,200}”"), "quotation marks of two kinds"),
)
_PASSED: Final = frozenset(
    map(tei, ("sic", "orig", "gap", "code", "egXML", "formula", "idno", "teiHeader", "standOff", "foreign"))
)
_FRENCH: Final = ("fr",)
_MOST: Final = 20


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the slips of the text, the first twenty."""
    number = 0
    for text in facts.named("text"):
        if any(above.tag == tei("text") for above in text.iterancestors()):
            continue
        for element, words in _runs(text, text.get(XML_LANG) or facts.root.get(XML_LANG) or ""):
            for pattern, what in _SLIPS:
                match = pattern.search(words)
                if match is None or _excused(match, what, words):
                    continue
                number += 1
                if number > _MOST:
                    return
                shown = words[max(0, match.start() - 12) : match.end() + 12].strip()
                hint = "correct it, or mark it <sic> where the source has it"
                yield facts.found(RULE, element, f"{what}: “{' '.join(shown.split())}”", hint)


def _runs(text: etree._Element, language: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield the runs of text with the element that holds them, those that are marked as the source's own left out."""
    stack = [text]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _PASSED:
            continue
        if (element.get(XML_LANG) or language).startswith(_FRENCH):
            continue
        pieces = element.xpath("text()")
        for piece in pieces if isinstance(pieces, list) else ():
            if str(piece).strip():
                yield element, str(piece)[:LONGEST]
        stack.extend(reversed(element))


def _excused(match: re.Match[str], what: str, words: str) -> bool:
    """Say whether a match is none after all: the end of a run of text, where another element begins."""
    return what == "a space before punctuation" and " . ." in words[max(0, match.start() - 3) : match.end() + 3]
