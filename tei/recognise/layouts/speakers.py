"""Speakers of a hearing, whose names open their paragraphs: “Mr. PELL. Here is the answer:”, “The CHAIRMAN. …”."""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_TITLE: Final = (
    r"(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Senator|Representative|Congressman|General|Gen|Admiral|Adm|Captain|Capt|Colonel|Col|"
    r"Commander|Major|Lieutenant|Judge|Justice|Professor|Secretary|Ambassador|Governor)"
)
_SPEAKER: Final = regex(
    rf"(?:{_TITLE}\.?\s(?:[A-Z]\.\s)*(?:Mc|Mac|O[’'])?[A-Z][\w’'-]+(?:\s(?:of\s[A-Z]\w+|\([^()\n]{{3,40}}\)))?|"
    r"(?:The|THE)\s(?:(?:Vice|VICE|Acting|ACTING)[\s-])?"
    r"(?:[Cc]hairman|CHAIRMAN|[Pp]resident|PRESIDENT|[Ww]itness|WITNESS|[Cc]ommissioner|COMMISSIONER|"
    r"Attorney[\s-]General|ATTORNEY[\s-]GENERAL|Solicitor[\s-]General|SOLICITOR[\s-]GENERAL)|"
    r"[QA]|Question|Answer|\d{1,5})(?:\.|:)[\s—–-]{1,3}(?=\S)"
)


def names_speaker(text: str) -> bool:
    """Say whether a paragraph is what somebody said in a hearing, with his name, “Q.” or a number before it."""
    return _SPEAKER.match(text) is not None
