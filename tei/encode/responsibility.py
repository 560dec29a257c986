"""Who answers for what: the editor's decisions are marked by @resp, named once in `titleStmt`, and told in the history.

After the TEI Guidelines, ch. 2.2.1 (respStmt) and att.global.responsibility.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei.decisions import EDITOR
from tei.encode.markup import add
from tei.model import Decided
from tei.names import XML_ID, tei

RESP: Final = f"#{EDITOR}"
"""Where @resp points to when the editor, and not the program, answers for a reading."""

_PLACES: Final = MappingProxyType(
    {
        "title": ("fileDesc/titleStmt/title[@type='main']",),
        "sender": ("fileDesc/titleStmt/author/persName", "fileDesc/titleStmt/author/orgName"),
        "kind": ("profileDesc/textClass/catRef",),
        "language": ("profileDesc/langUsage/language[1]",),
        "original_language": ("fileDesc/sourceDesc/msDesc/msContents/msItem/textLang",),
        "reference": (
            "fileDesc/sourceDesc/msDesc/msIdentifier/idno",
            "fileDesc/sourceDesc/msDesc/msIdentifier/altIdentifier/idno",
        ),
        "printed": tuple(f"fileDesc/sourceDesc/bibl[@type='{one}']" for one in ("printed", "reprint", "translation")),
        "citation": ("fileDesc/sourceDesc/bibl[@type='capture']/note[@type='citation']",),
        "site": ("fileDesc/sourceDesc/bibl[@type='capture']/title",),
        "url": ("fileDesc/sourceDesc/bibl[@type='capture']/ref",),
        "abstract": ("profileDesc/abstract",),
        "translator": ("fileDesc/titleStmt/editor[@role='translator']",),
    }
)
"""Where in the header each fact stands; those of the envelope are marked where they are written."""


def mark_decisions(header: etree._Element, decided: Decided) -> None:
    """Mark what the editor decided in a header, and say who that is and where it is written down."""
    for key in decided.keys:
        for element in _places(header, key):
            element.set("resp", RESP)
    _statement(header, decided)


def answer_for(header: etree._Element, text: etree._Element) -> None:
    """Say who answers for the marks of a text, where some are the editor's."""
    if text.find(f".//*[@resp='{RESP}']") is not None:
        _statement(header, Decided(()))


_WORDS: Final = MappingProxyType(
    {
        "extent": "where the text begins and ends",
        "readings": "what words of the text mean",
        "place": "the place of sending",
        "destination": "the place of receipt",
        "received": "the date of receipt",
        "reference": "the archival reference",
        "printed": "the printed source",
    }
)


def _places(header: etree._Element, key: str) -> Iterator[etree._Element]:
    for path in _PLACES.get(key, ()):
        yield from header.findall("/".join(tei(step) if "[" not in step else _step(step) for step in path.split("/")))


def _step(step: str) -> str:
    name, bracket, rest = step.partition("[")
    return f"{tei(name)}{bracket}{rest}"


def _statement(header: etree._Element, decided: Decided) -> None:
    """Add the statement of responsibility; where nobody is named, it is the edition's editor, whoever that is."""
    statement = header.find(f"{tei('fileDesc')}/{tei('titleStmt')}")
    assert statement is not None
    made = etree.SubElement(statement, tei("respStmt"), {XML_ID: EDITOR})
    where = f" in {_listed(decided.files)}" if decided.files else ""
    add(made, "resp", f'decided what is marked resp="{RESP}"{where}')
    add(made, "persName", decided.editor or "the editor")


def told(decided: Decided | None) -> str:
    """Return what the history of a document says of the editor's decisions: "The editor decided date and sender"."""
    if decided is None or not decided.keys:
        return ""
    where = f" ({_listed(decided.files)})" if decided.files else ""
    words = [_WORDS.get(key, key.replace("_", " ")) for key in decided.keys]
    return f" The editor decided {_listed(words)}{where}."


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
