"""A large volume in the markup of Foreign Relations: invented telegrams, letters and memoranda, by a fixed seed."""

from __future__ import annotations

import random
import textwrap
from typing import Final

_TEXT: Final = """ice harbor ship commission minister agreement department believes however proposed draft note
government Norland instructions telegram conversation paragraph question answer whether before after within committee
has been will may not and the of to in for that this with from his their would should could present further"""
_WORDS: Final = tuple(_TEXT.split())
_PLACES: Final = ("Port Severin", "Osterland", "Karsk", "Washington", "Halvmark")
_KINDS: Final = ("Telegram", "Telegram", "Telegram", "", "", "Letter", "Memorandum")
"""Forms as headings name them; the older ones name none."""
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1955-57v99">
<teiHeader><fileDesc><titleStmt><title type="complete">Foreign Relations of the United States, 1955–1957,
Norland</title></titleStmt><publicationStmt><publisher>United States Government Printing Office</publisher>
<date type="publication-date">1986</date><idno type="frus">frus1955-57v99</idno></publicationStmt>
<sourceDesc><p>Invented</p></sourceDesc></fileDesc></teiHeader><text><front>"""
_OLD: Final = """<note rend="inline" type="source">859.91/8–{n}: Telegram</note>
<head><hi rend="italic">The Minister in
    Norland</hi> (<persName type="from"><hi rend="italic">Drobot</hi></persName>) <hi rend="italic">to the
    <gloss type="to">Secretary of State</gloss></hi></head>
<opener><seg rendition="#left"><hi rend="smallcaps">secret</hi></seg>
    <dateline rendition="#right"><placeName><hi rend="smallcaps">{place}</hi></placeName>, <date
    when="1955-08-{day:02}T{hour}:00:00" calendar="gregorian">August {day}, 1955—{twelve} p.m.</date><lb/>[Received
    August {day}—11:30 p.m.]</dateline></opener>"""
_NEW: Final = """<head>{n}. {form} From the <gloss type="from">Embassy in Norland</gloss> to Minister <persName
    type="to" corresp="#p_N{person}">Anton Name</persName><note n="1" xml:id="d{n}fn1" type="source">Source:
    Department of State, Central Files, 859.91/8–{day}55. Secret; <gloss target="#t_T3">Niact</gloss>. Drafted by
    <persName corresp="#p_N7">Name</persName>; approved by <persName corresp="#p_N9">Name</persName>. Repeated to
    London and Oslo.</note></head>
<opener><dateline rendition="#right"><placeName><hi rend="italic">{place}</hi></placeName>, <date
    when="1955-08-{day:02}T{hour}:00:00-05:00" calendar="gregorian"><hi rend="italic">August {day}, 1955—{twelve}
    p.m.</hi></date></dateline></opener>"""
_DOCUMENT: Final = """<pb n="{n}" xml:id="pg_{n}" facs="{n:04}"/>
<div type="document" xml:id="d{n}" n="{n}" subtype="historical-document"
    frus:doc-dateTime-min="1955-08-{day:02}T{hour}:00:00-05:00">
{top}
{paragraphs}
<list>{items}</list>
<closer><signed><persName corresp="#p_N{person}"><hi rend="strong">Name</hi></persName></signed></closer>
</div>"""
_PARAGRAPH: Final = """<p>{lead}{words} <persName corresp="#p_N{person}">Name</persName> of the <gloss
    target="#t_T{at}">T{at}</gloss><note n="{note}" xml:id="d{n}fn{note}">See <ref target="#d{before}"><hi
    rend="italic">Supra</hi></ref> and <ref target="frus1952-54v14p1#pg_{at}">volume XIV</ref>.</note> and [<hi
    rend="italic">1 line not declassified</hi>].</p>"""
_PERSON: Final = (
    """<item><hi rend="strong"><persName xml:id="p_N{n}">Name{n}, Anton {k}</persName>,</hi> clerk</item>"""
)
_TERM: Final = """<item><hi rend="strong"><term xml:id="t_T{n}">T{n}</term>,</hi> Term {what} {n}</item>"""


def large_volume(size: int, seed: int = 7) -> str:
    """Return a volume of about `size` bytes."""
    draw = random.Random(seed)
    persons = "\n".join(_PERSON.format(n=n, k=n % 9) for n in range(300))
    terms = "\n".join(_TERM.format(n=n, what="Commission" if n % 2 else "indicator") for n in range(100))
    pieces = [
        _HEAD,
        f'<div type="section" xml:id="persons"><head>Persons</head><list type="names">{persons}</list></div>',
        f'<div type="section" xml:id="terms"><head>Terms</head><list type="terms">{terms}</list></div>',
        '</front><body><div type="compilation" xml:id="comp1"><head>Norland</head>',
    ]
    length, number = sum(map(len, pieces)), 0
    while length < size:
        number += 1
        made = _document(number, draw)
        pieces.append(made)
        length += len(made.encode())
    return "\n".join((*pieces, "</div></body></text></TEI>\n"))


def _document(number: int, draw: random.Random) -> str:
    form, twelve = draw.choice(_KINDS), draw.randint(1, 11)
    values = {
        "n": number,
        "form": form,
        "day": draw.randint(1, 28),
        "hour": twelve + 12,
        "twelve": twelve,
        "place": draw.choice(_PLACES),
        "person": number % 300,
    }
    top = (_NEW if form else _OLD).format(**values)
    paragraphs = "\n".join(_paragraph(number, at, draw) for at in range(draw.randint(3, 12)))
    items = "\n".join(
        f"<label>{at}.</label><item>{' '.join(draw.choices(_WORDS, k=30))}</item>"
        for at in range(1, draw.randint(3, 5))
    )
    return _DOCUMENT.format(**values, top=top, paragraphs=paragraphs, items=items)


def _paragraph(number: int, at: int, draw: random.Random) -> str:
    words = " ".join(draw.choices(_WORDS, k=draw.randint(40, 160)))
    lines = "\n                            ".join(textwrap.wrap(words, 80))
    return _PARAGRAPH.format(
        n=number,
        at=at,
        lead=f"{number}. " if at == 0 else "",
        words=lines,
        person=(number + at) % 300,
        note=at + 2,
        before=max(1, number - 1),
    )
