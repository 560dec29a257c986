"""Furniture of web pages: menus, buttons, rights notices, viewer messages. Listed by the role it plays on the page.

Roles matter as much as words: "English HTML" says where a transcription begins, "Document Information" where the record
of its source does. An edition adds patterns for its own captures (`[sources] furniture` in edition.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a piece of furniture says about the page round it."""

    MENU = "menu"
    CITATION = "citation heading"
    TEXT_BEGINS = "text begins"
    RECORD_BEGINS = "record begins"
    RIGHTS = "rights"


_LANGUAGES: Final = (
    "English|Russian|Chinese|German|French|Spanish|Portuguese|Bulgarian|Hungarian|Polish|Romanian|Korean|Japanese|"
    "Vietnamese|Czech|Slovak|Albanian|Serbian|Serbo-Croatian|Mongolian|Italian|Arabic|Hebrew|Turkish|Original|Translated"
)

_PATTERNS: Final[tuple[tuple[Role, str], ...]] = (
    (Role.TEXT_BEGINS, rf"(?:{_LANGUAGES})(?: language)?\s+(?:HTML|text|transcript(?:ion)?|translation|version)"),
    (Role.TEXT_BEGINS, r"(?:document )?(?:transcript(?:ion)?|full text|text of (?:the )?document|translation|"
                       r"body)\s*:?"),
    (Role.TEXT_BEGINS, r"(?:view|read) (?:the )?(?:document|transcript|translation)(?: text)?"),
    (Role.CITATION, r"citation|get citation|cite this (?:document|page|item)|how to cite|show citation"),
    (Role.RECORD_BEGINS, r"(?:document|record|item|source|archival) (?:information|details|record|metadata|data)\s*:?"),
    (Role.RECORD_BEGINS, r"about (?:this|the) (?:document|record|item)"),
    (
        Role.RIGHTS,
        r"(?:©|\(c\)|copyright\b).{0,200}|all rights reserved.{0,100}|(?:rights|copyright|terms of use|"
        r"licen[cs]e)\s*:?",
    ),
    (Role.RIGHTS, r"[^\n]{0,160}\b(?:welcomes|encourages|permits|allows) (?:the )?(?:re)?-?use of\b.*"),
    (Role.RIGHTS, r"(?:if you have (?:any )?questions|to (?:enquire|inquire|ask) about)\b.*"),
    (Role.RIGHTS, r"(?:some|these|this|all) (?:documents?|materials?|items?) (?:may|can) be (?:subject to|"
                  r"protected by)\b.*"),
    (Role.MENU, r"skip to (?:main )?(?:content|navigation)|(?:back )?to (?:the )?top|home|menu|main menu|navigation"),
    (Role.MENU, r"(?:search|browse|explore)(?: (?:in|the|this|our|all|by|for)\b.{0,60})?|advanced search|"
                r"refine search"),
    (Role.MENU, r"share(?: (?:this )?(?:document|page|item|link))?|print(?: (?:this )?(?:document|page))?|"
                r"e-?mail(?: this)?"),
    (Role.MENU, r"(?:download|save|export|open|view)(?: (?:the |this |as |a |in )?.{0,40}(?:PDF|file|document|"
                r"record|page|window))?"),
    (Role.MENU, r"(?:previous|next)(?: (?:document|page|item|record))?|return to .{0,60}|log ?in|sign (?:in|up)|"
                r"register"),
    (Role.MENU, r"click here\b.{0,120}|.{0,40}\bclick here to (?:download|view|open|return)\b.{0,120}"),
    (Role.MENU, r"it appears (?:that )?your (?:web )?browser\b.*|your browser does not\b.*|"
                r"please enable java ?script.*"),
    (Role.MENU, r"PDFs? (?:files? )?(?:cannot|can ?not|can)\b.{0,200}|this (?:file|document) (?:can|"
                r"could) not be displayed.*"),
    (Role.MENU, r"facebook|twitter|linked ?in|pinterest|tumblr|follow us(?: on)?.{0,40}|subscribe.{0,60}|newsletter"),
    (Role.MENU, r"(?:original )?uploaded(?: date)?\s*:?.{0,20}|date (?:added|uploaded|modified)\s*:?|record (?:id|"
                r"number)\s*:?.{0,20}"),
    (Role.MENU, r"(?:collections?|subjects?(?: discussed)?|geographic subjects|keywords|tags|people|places|type|"
                r"languages?|"
     r"creator|format|identifiers?|contributors?|donors?|related documents?|attachments?|associated (?:people|"
     r"places).{0,30}|"
     r"zoom (?:in|out)|expand|collapse|show more|read more|load more|see also|accept (?:all )?cookies|"
     r"cookie policy|privacy policy)\s*:?"),
    (Role.MENU, r"[^\n]{0,60}\binternational history declassified|history and public policy program"),
    (Role.MENU, r"this page was (?:last )?(?:printed|modified|updated|generated).{0,80}|page \d+ of \d+|https?://\S+"),
)  # fmt: skip

MAX_FURNITURE: Final = 900
"""Characters of the longest notice that a page repeats under every document; a longer paragraph is somebody's text."""

_ROLES: Final = tuple((role, re.compile(rf"(?:{pattern})[.!]?", re.IGNORECASE)) for role, pattern in _PATTERNS)


def furniture_role(text: str, extra: Iterable[re.Pattern[str]] = ()) -> Role | None:
    """Return what a line is as furniture, None where it is none; `extra` are the edition's own patterns."""
    if any(pattern.fullmatch(text) for pattern in extra):
        return Role.MENU
    if len(text) > MAX_FURNITURE:
        return None
    return next((role for role, pattern in _ROLES if pattern.fullmatch(text)), None)
