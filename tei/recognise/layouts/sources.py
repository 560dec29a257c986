"""Paragraphs that say where a text comes from: citations, archive lines, credits, imprints."""

from __future__ import annotations

import re
from typing import Final

from tei.archives import Repositories, find
from tei.recognise.credits import find_credits
from tei.recognise.printed import find_printed

CITATION: Final = re.compile(r"[“\"«](?P<title>[^“”\"«»\n]{3,240}?),?[”\"»],?\s*(?P<rest>.*)", re.DOTALL)
_LABEL: Final = re.compile(
    r"\s*[(\[]?\s*(?:source|sources|archive|archival (?:source|reference)|reference|citation|provenance|repository|"
    r"published in|notes(?=\s*:)|"
    r"translat(?:ed|ion)|contributed|obtained|reprinted|источник|архив|опубликовано|перевод|出处|来源|出處)\b",
    re.IGNORECASE,
)


def is_source(text: str, repositories: Repositories) -> bool:
    """Say whether a paragraph states the source: a reference, imprint or credit, and little besides."""
    if len(text) > 1500:
        return False
    found = find(text, repositories=repositories)
    if found:
        covered = sum(hit.end - hit.start for hit in found)
        return (
            covered > 0.25 * len(text)
            or _LABEL.match(text) is not None
            or bool(find_credits(text))
            or len(text.split()) < 30
        )
    if find_credits(text):
        return len(text.split()) <= 30
    return bool(find_printed(text)) and (
        len(text.split()) <= 45 or _LABEL.match(text) is not None or text.startswith("(")
    )


def is_labelled_source(text: str) -> bool:
    """Say whether a short paragraph announces a source by name, even when nothing in it could be parsed."""
    return (
        _LABEL.match(text) is not None
        and len(text.split()) <= 60
        and text.rstrip().endswith((".", ")", "]")) is not None
    )
