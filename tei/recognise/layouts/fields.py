"""Labelled fields of catalogue pages: "Date: 14 October 1937", or the label on a line and the value on the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """What a labelled value says of the document."""

    TITLE = "title"
    DATE = "date"
    ABSTRACT = "abstract"
    TEXT = "text"
    SOURCE = "source"
    RECORD = "record"
    SITE = "site"
    RIGHTS = "rights"


_LABELS: Final = {
    Field.TITLE: "title|document title|название|заголовок|标题|題名|题名",
    Field.DATE: "date|document date|date of document|date created|created|дата|дата документа|日期|时间",
    Field.ABSTRACT: "abstract|summary|description|synopsis|document summary|editorial note|content summary|аннотация|"
    "краткое содержание|описание|摘要|内容提要|提要",
    Field.TEXT: "text|full text|transcript|transcription|translation|document text|body|текст|текст документа|"
    "正文|全文",
    Field.SOURCE: "source|sources|original source|archive|archival source|archival reference|archive reference|"
    "reference|reference code|repository|provenance|citation|published in|call number|shelfmark|location|"
    "archival location|translator|translators|translated by|translation by|contributor|contributors|contributed by|"
    "obtained by|editor|editors|источник|архив|шифр|опубликовано|перевод|переводчик|出处|来源|出處|馆藏|译者",
    Field.RECORD: "creator|author|language|original language|document type|extent|medium|pages|original archive|"
    "collection|physical description|язык|автор|вид документа|语言|作者",
    Field.SITE: "type|format|identifier|id|record id|record number|subject|subjects|subjects discussed|keywords|tags|"
    "geographic subjects|people|places|original uploaded date|date uploaded|upload date|date added|donor|donors|"
    "languages|collections|permalink|url|last updated",
    Field.RIGHTS: "rights|copyright|licence|license|terms of use|permissions|usage|права|版权",
}
_BY_LABEL: Final = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^\n:：]{0,26}?)\s*(?:[:：]\s*(?P<value>.*)|$)", re.DOTALL)
MANY: Final = frozenset((Field.ABSTRACT, Field.SOURCE, Field.RIGHTS))
"""Fields whose value may run over several paragraphs."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and where its value begins in the line; `alone` where the value is to come in the lines after it."""

    field: Field
    start: int
    alone: bool


def read_field(text: str) -> Labelled | None:
    """Return the field that a line gives or announces, None where it does neither."""
    match = _LABEL.match(text)
    if match is None:
        return None
    field = _BY_LABEL.get(match["label"].lower())
    if field is None:
        return None
    value = match["value"]
    if not value:
        return Labelled(field, len(text), alone=True)
    return Labelled(field, match.start("value"), alone=False)
