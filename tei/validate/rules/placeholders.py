"""TEL240: words that a template left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, words

RULE: Final = Rule(
    "TEL240",
    "placeholder",
    Severity.WARNING,
    "Words that an editor of XML or a template puts into a new file stand there still: they are published as if "
    "they were said of this document.",
    bad="<publicationStmt><p>Publication Information</p></publicationStmt>",
    good="<publicationStmt><p>Published by the Karsk Station (invented).</p></publicationStmt>",
)
SAME: Final = frozenset[str]()
_WHOLE: Final = frozenset(
    (
        *("publication information", "information about the source", "title", "some text here.", "some text here"),
        *("title of the document", "unpublished manuscript", "insert title here", "insert text here", "your title"),
        *("author name", "firstname lastname", "your name", "yyyy-mm-dd", "tba", "tbd", "to be done", "n.n.n."),
    )
)
_PART: Final = re.compile(
    r"\b(?:TODO|FIXME|XXX+|TK TK|lorem ipsum)\b|\?{3,}|\[(?:insert|add|fill in)\b[^\]]*\]", re.IGNORECASE
)
_HELD: Final = (
    "title",
    "author",
    "editor",
    "publisher",
    "p",
    "ab",
    "date",
    "idno",
    "licence",
    "name",
    "persName",
    "resp",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the elements that hold such words, the innermost of each."""
    for element in facts.named(*_HELD):
        text = words(element)
        if len(element) and any(name(child) in _HELD for child in element.iterchildren("{*}*")):
            continue
        found = _PART.search(text) if not (facts.document.path.endswith(".odd")) else None
        if text.lower() in _WHOLE or (found is not None and (not found[0].isalpha() or found[0].isupper())):
            shown = found[0] if found is not None else text
            yield facts.found(
                RULE, element, f"<{name(element)}> holds the placeholder {shown!r}", "write what is meant"
            )
