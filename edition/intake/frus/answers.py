"""What a telegram of a volume answers, and how the documents of a volume follow each other.

The words are read as in captures ("Your 59", "Reurtel 583 Dec 22"); the index that serves encoding finds the document
that is meant. A post is one party whether the volume names the embassy or the ambassador in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from edition.cards import Card, Spoken, plain_number
from edition.intake.frus.headers import Facts, Source, main_title
from edition.intake.frus.parties import Party
from edition.intake.frus.plain import plain_of
from tei.model import Mention
from tei.names import tei
from tei.recognise.answers import answers_in_text, is_own
from tei.regexes import regex
from tei.slugs import slug
from tei.text import append_text

_P: Final = tei("p")
_READ: Final = 700
"""Characters of the text that are read: what a telegram answers it says at its beginning."""
_DEPARTMENT: Final = regex(
    r"(?:(?:acting|under|deputy|assistant)\s+){0,2}secretary of state(?! for)|department of state|department\b", re.I
)
_POST: Final = regex(
    r"\b(?:embassy|legation|mission|consulate(?: general)?|ambassador|minister|charg[ée](?: d[’']affaires)?|"
    r"consul(?: general)?|vice consul|high commissioner|representative|political advis[eo]r|agent|interests section)\b"
    r"[^(]{0,40}?\b(?:in|at|to|for|near)\s+(?:the\s+)?(?P<place>[^(,;]{2,60}?)\s*(?=[(,;]|$)",
    re.I,
)
_SURNAME: Final = regex(r"\((?P<name>[^\W\d_][^()]{1,40})\)")
_LETTER: Final = regex(r"\b(?:letter|despatch|dispatch|note)", re.I)


def mentions_of(source: Source, facts: Facts) -> tuple[Mention, ...]:
    """Return the telegrams that a document says it answers."""
    paragraphs = [plain_of(one).text for one in islice(source.document.iterchildren(_P), 3)]
    text = "\n".join(paragraphs)[:_READ]
    year = int(facts.sent.day[:4]) if facts.sent.day[:4].isdigit() else None
    found = answers_in_text(text, 0, len(text), year=year)
    return tuple(one for one in found if not is_own(one, facts.heading.words))


def card_of(facts: Facts, mentions: tuple[Mention, ...]) -> Card:
    """Return what the index of exchanges knows of a document."""
    date, received = dict(facts.sent.date), dict(facts.sent.received)
    return Card(
        facts.choice.kind,
        main_title(facts),
        tuple(_parties(facts.heading.sender)),
        tuple(_parties(facts.heading.recipient)),
        date.get("when") or date.get("notBefore") or "",
        received.get("when", ""),
        (plain_number(facts.number),) if facts.number else (),
        tuple(map(_spoken, mentions)),
    )


def _spoken(mention: Mention) -> Spoken:
    kind = "letter" if _LETTER.search(mention.text) else ""
    when = mention.moment.when if mention.moment and not mention.moment.when.startswith("-") else ""
    return Spoken("answers", when, plain_number(mention.number), kind=kind)


def _parties(party: Party | None) -> Iterator[str]:
    """Yield by what a party is known: its post, its entry in the volume's list, its name in parentheses."""
    if party is None:
        return
    if _DEPARTMENT.match(party.text):
        yield "department-of-state"
        return
    post, name = _POST.search(party.text), _SURNAME.search(party.text)
    if post:
        yield f"post-{slug(post['place'])}"
    yield from party.keys
    if name:
        yield slug(name["name"], last=1)
    if not post and not party.keys and not name:
        yield slug(re.sub(r"^Mr\.?\s+", "", party.text), last=2)


def add_mentions(header: etree._Element, mentions: tuple[Mention, ...]) -> None:
    """Add what a document answers to its envelope; where it is imported, the link is set later."""
    description = next(header.iter(tei("correspDesc")))
    context = etree.SubElement(description, tei("correspContext")) if mentions else None
    for mention in mentions:
        assert context is not None
        ref = etree.SubElement(context, tei("ref"), type="answers")
        if mention.number:
            ref.set("n", mention.number)
        _worded(ref, mention)


def _worded(ref: etree._Element, mention: Mention) -> None:
    """Set the words of a mention, its date marked, its number where there is no date."""
    text = " ".join(mention.text.split())
    moment = mention.moment
    if moment is not None and moment.text in text and (moment.when or moment.not_before):
        before, _, after = text.partition(moment.text)
        values = {"when": moment.when, "notBefore": moment.not_before, "notAfter": moment.not_after}
        marked = etree.SubElement(ref, tei("date"), {key: value for key, value in values.items() if value})
        marked.set("cert", "medium")
        ref.text, marked.text = before, moment.text
        append_text(ref, after)
        return
    before, number, after = text.partition(mention.number) if mention.number else (text, "", "")
    ref.text = before
    if number:
        marked = etree.SubElement(ref, tei("num"))
        marked.text = number
        append_text(ref, after)
