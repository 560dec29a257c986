"""What a site says of itself under a document: how to open a file, who paid, whom to ask.

No two sites have the same words, but all speak of browsers, files and links, or of support and permission, which no
telegram of the time does. Only lines at the edge of a page are asked.
"""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_STRONG: Final = regex(
    r"\b(?:browsers?|web ?sites?|web ?pages?|pdfs?|java ?script|downloads?(?:ed|ing|able)?|plug-?ins?|cookies|urls?|"
    r"hyperlinks?|e-?mail|http\S*|www\.\S+|online|click(?:ing)?|log ?in|viewer|adobe|wikimedia|creative commons|"
    r"digital (?:archive|library|collections?)|metadata)\b|\S@\S|\[email|браузер|сайт|комментари[йия]|"
    r"\bcomments? \(\d|\b(?:log|sign) in to\b|网站|浏览器",
    re.IGNORECASE,
)
_OF_SCREENS: Final = (
    *("browser", "web", "pdf", "java", "download", "plug", "cookies", "url", "hyperlink", "mail", "http", "www."),
    *("online", "click", "log in", "login", "sign in", "viewer", "adobe", "wikimedia", "creative commons", "digital"),
    *("metadata", "@", "comment", "браузер", "сайт", "комментари", "网站", "浏览器"),
)
"""One of these, case-folded, is in each of the strong ones."""
_WEAK: Final = regex(
    r"\b(?:links?|files?|windows?|pages?|print(?:ed|ing)?|open(?:ed|s)?|fetch(?:ed)?|follow(?:ing)?|program|screen|"
    r"displayed|display|button|below|view(?:ed)?|format|image|scan|search|share|save)\b",
    re.IGNORECASE,
)
_THANKS: Final = regex(
    r"(?:this|the|these)\s+(?:\w+\s+){0,3}?(?:documents?|translations?|collections?|publications?|records?|"
    r"items?|pages?|"
    r"digiti[sz]ation)\b[^\n]{0,60}?\b(?:made possible|supported|funded|sponsored|provided courtesy|generously|"
    r"part of (?:the|a) (?:\w+ ){0,4}(?:collection|project|program))\b[^\n]*|"
    r"(?:made possible|funded|supported|sponsored)\s+(?:in part\s+)?(?:by|with|through)\b[^\n]{0,200}|"
    r"(?:with|through) the (?:generous )?support of\b[^\n]{0,160}",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = regex(
    r"\b(?:not|no|never)\b[^.\n]{0,30}\b(?:transcri(?:bed|ptions?|pts?)|digiti[sz]ed|translated|"
    r"(?:full )?text)\b[^.\n]{0,30}"
    r"(?:\byet\b|\bavailable\b|\bexists?\b|[.!]|$)|\b(?:transcri(?:pt|ption)|translation|text|full text|document)\s+"
    r"(?:is\s+)?(?:not|un)\s?(?:yet\s+)?(?:available|provided|supplied)\b|\b(?:order|request) (?:a )?cop(?:y|ies)\b|"
    r"\b(?:available|viewed?|consulted) only (?:in|at) the\b[^.\n]{0,40}\b(?:archives?|reading room|library)\b|"
    r"текст (?:документа )?(?:не доступен|недоступен|отсутствует|не расшифрован)|"
    r"(?:尚未|暂无|无)(?:转录|录入|全文|正文)",
    re.IGNORECASE,
)
_ABSENT: Final = (
    *("transcri", "digiti", "translated", "text", "available", "provided", "supplied", "copy", "copies", " only "),
    *("доступен", "отсутствует", "расшифрован", "转录", "录入", "全文", "正文"),
)
"""One of these, case-folded, is in each placeholder: to look for them costs a fifth of a search for the pattern."""
_RELEASED: Final = regex(
    r"(?:approved for release|declassified (?:in part|and approved|under|by authority|per)|sanitized copy)\b[^\n]*|"
    r"NND project number\b[^\n]*|"
    r"CIA-RDP[\w-]+(?:\.pdf)?[^\n]{0,30}|[^\n]{0,30}Declassified/Released US Department of State[^\n]{0,60}|"
    r"DECLASSIFIED(?:\s+(?:E\.?O\.?|Authority|NND)\b[^\n]*)?",
    re.IGNORECASE,
)
_CRUMBS: Final = regex(r"[«‹\s]*[^|»›:;\n]{2,50}?(?:\s*[|»›]+\s*[^|»›:;\n]{2,50}?)+[|»›\s]*")
_OF_SITES: Final = regex(
    r"\b(?:archives?|index|home|contents|library|top|about|main|works|documents|search|blog|sources|publications|articles|journal|"
    r"(?:download )?pdf|cite|share|print|главная|документы|"
    r"архив|библиотека|содержание)\b|首页",
    re.IGNORECASE,
)
MIN_WEAK: Final = 3
_THINGS: Final = frozenset(("link", "file", "page", "program", "screen", "button", "format", "image", "scan"))
"""Of the words that a telegram has as well, one must be a thing of the screen."""
MAX_HINT: Final = 30
MAX_TALK: Final = 600


def is_site_talk(text: str) -> bool:
    """Say whether a line is a site's own and no part of a document that it shows."""
    if len(text) > MAX_TALK:
        return False
    if is_thanks(text) or is_release(text) or is_crumbs(text):
        return True
    low = text.casefold()
    if any(map(low.__contains__, _OF_SCREENS)) and _STRONG.search(text):
        return True
    weak = {word.lower().rstrip("s") for word in _WEAK.findall(text)} if len(text.split()) <= MAX_HINT else set()
    return len(weak) >= MIN_WEAK and not weak.isdisjoint(_THINGS)


def is_crumbs(text: str) -> bool:
    """Say whether a line is a row of links, "Home | About | Archive", or says where in a site its page is."""
    if len(text) > 160 or not any(sign in text for sign in "|»›"):
        return False
    bare = text.translate(_MARKS) if "|" in text else text
    return _CRUMBS.fullmatch(bare) is not None and _OF_SITES.search(text) is not None


_MARKS: Final = str.maketrans("", "", "«»")
"""The marks of a title among the links, which elsewhere part one link from the next."""


def is_release(text: str) -> bool:
    """Say whether a line is the stamp that a release puts on each page: "Approved For Release 2004/07/09 : …"."""
    return len(text) <= 160 and _RELEASED.fullmatch(text) is not None


_COMMENTS: Final = regex(
    r"(?:\d{1,4}|no|one|two|three|four|five) (?:comments?|responses?|replies|thoughts? on)\b[^\n]{0,120}|"
    r"(?:leave|post|add|write) (?:a |your )?(?:reply|comment|response)\b[^\n]{0,60}|"
    r"join the (?:discussion|conversation)|[^\n.!?]{2,40} sa(?:id|ys)\s?(?:\.\.\.|…)|"
    r"сейчас читают про:?|читайте (?:также|ещ[её])[^\n]{0,40}|"
    r"(?:похожие|другие|связанные) (?:статьи|материалы|публикации|записи)[^\n]{0,40}|"
    r"articole (?:similare|recente)|articoli correlati|entradas relacionadas|podobne artykuły|"
    r"\d{1,4} (?:комментари[йяев]+|ответ(?:а|ов)?)\s*:?|(?:оставить|добавить) комментарий|\d{1,4} ?条评论",
    re.IGNORECASE,
)


def is_comments(text: str) -> bool:
    """Say whether a line begins what readers of a site say under its page: "2 comments:", "Ada said..."."""
    return len(text) <= 160 and text[-1:] != "," and _COMMENTS.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """Say whether a line stands where the text should be: "This document has not been transcribed yet."."""
    if len(text) > MAX_TALK:
        return False
    low = text.casefold()
    return any(map(low.__contains__, _ABSENT)) and _PLACEHOLDER.search(text) is not None


def is_thanks(text: str) -> bool:
    """Say whether a line thanks those who paid: it may stand between the title and the text."""
    return len(text) <= MAX_TALK and _THANKS.fullmatch(" ".join(text.split())) is not None
