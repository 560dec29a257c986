"""Labelled fields of catalogue pages: "Date: 14 October 1937", or the label on a line and the value on the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tei.recognise.layouts.notes_of_site import is_crumbs
from tei.regexes import regex


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
    Field.TITLE: "title|document title|название|заголовок|标题|標題|題名|题名|案名",
    Field.DATE: "date|document date|date sent|written|composed|delivered|date of document|date created|created|"
    "дата|дата документа|датировка|дата создания|дата отправки|日期|时间|產生時間|产生时间|產生日期|本件日期|文件日期|"
    "卷件開始日期|卷件开始日期|形成时间|形成時間|本文日期|發文日期|发文日期|內容日期|内容日期|日期描述",
    Field.ABSTRACT: "abstract|summary|description|synopsis|document summary|editorial note|content summary|аннотация|"
    "краткое содержание|описание|摘要|内容提要|提要",
    Field.TEXT: "text|full text|transcript|transcription|translation|document text|body|текст|текст документа|"
    "正文|全文|電文|电文",
    Field.SOURCE: "translation credits|translation credit|first published|published|publisher|translated|"
    "transcription/markup|transcription/html markup|transcription/html|transcription & html markup|"
    "html mark-up|html|mark-up|markup|transcriber|proofread|"
    "source|sources|original source|archive|archival source|archival reference|archive reference|"
    "document source|archival citation|archive name|source citation|document reference|file reference|original "
    "location|"
    "source of document|archival information|archive information|obtained from|held at|record group|"
    "reference|reference code|repository|provenance|citation|published in|call number|shelfmark|location|"
    "archival location|translator|translators|translated by|translation by|contributor|contributors|contributed by|"
    "obtained by|editor|editors|источник|архив|шифр|архивный шифр|место хранения|档号|馆藏号|опубликовано|перевод|"
    "переводчик|出处|来源|出處|馆藏|館藏|译者|譯者|數位典藏號|数位典藏号|典藏號|典藏号|入藏登錄號|檔號|檔案號|卷名|"
    "全宗|全宗名|全宗名稱|全宗名称|系列|副系列|典藏單位|館藏號",
    Field.RECORD: "creator|author|authors|creators|recipient|recipients|addressee|addressees|sender|from|to|"
    "document author|language|original language|document type|extent|medium|pages|original archive|"
    "collection|physical description|язык|автор|адресат|отправитель|получатель|вид документа|"
    "подлинность|тип документа|место создания|语言|作者|发电人|发件人|收电人|收件人|文种|语种|"
    "語文|相關人員|相关人员",
    Field.SITE: "geographic locations|geographic location|associated people|associated people & organizations|"
    "associated people and organizations|associated organizations|associated places|associated topics|"
    "associated subjects|related documents|"
    "contents|credits|"
    "original title|case number|publication date|release decision|document number (foia) /esdn (crest)|"
    "document creation date|document release date|document page count|sequence number|content type|file|"
    "attachment size|"
    "held by|legal status|closure status|access conditions|record opening date|original classification|"
    "classification level|related material|related items|date range|"
    "online version|html markup|transcribed|type|format|identifier|id|record id|record number|subject|subjects|"
    "subjects discussed|keywords|tags|"
    "geographic subjects|people|places|original uploaded date|date uploaded|upload date|date added|donor|donors|"
    "languages|collections|permalink|url|last updated|"
    "密等|密級|密级|原件/複製|原件/复制|類目|类目|主題|主题|關鍵詞|關鍵字|附註|"
    "類別|类别|頁數|页数|檔案類別|資料類型|公開與否|"
    "реквизиты|реквизиты документа|государство|страна|период|дата публикации|дата добавления|источник публикации|"
    "метки|теги|рубрика|рубрики|ключевые слова|раздел|категория|标签|关键词",
    Field.RIGHTS: "rights|copyright|licence|license|terms of use|permissions|usage|права|版权|"
    "使用限制|使用權限|權利說明",
}
_BY_LABEL: Final = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}
_LABEL: Final = regex(
    r"(?P<label>[^\W\d_][^\n:：]{0,44}?)(?P<plural>\(s\))?\s*"
    r"(?:(?P<tabled>[:：]?\s*[|\t]|\s{3,})\s*(?P<cell>.*)|[:：]\s*(?P<value>.*)|$)",
    re.DOTALL,
)
_PARTIES: Final = {
    "author": "from", "authors": "from", "creator": "from", "creators": "from", "document author": "from",
    "recipient": "to", "recipients": "to", "addressee": "to", "addressees": "to",
    "sender": "from", "from": "from", "to": "to", "автор": "from", "адресат": "to", "отправитель": "from",
    "получатель": "to",
    "作者": "from", "发电人": "from", "发件人": "from", "收电人": "to", "收件人": "to",
}  # fmt: skip
_OF_FORMS: Final = frozenset(
    (
        "recipient",
        "recipients",
        "addressee",
        "addressees",
        "sender",
        "адресат",
        "отправитель",
        "получатель",
        "发电人",
        "收电人",
        "from",
        "to",
    )
)
"""Labels that the form of a telegram has too: a catalogue's are "Recipient(s)", or stand alone on their line."""
MANY: Final = frozenset((Field.ABSTRACT, Field.SOURCE, Field.RIGHTS))
"""Fields whose value may run over several paragraphs."""

_MADE: Final = frozenset(("translation", "transcription"))
_NAMED: Final = regex(r"(?:[A-Z][\w’'-]*\.?\s){1,3}[A-Z][\w’'-]+\.?")
"""“Translation: I. Fairweather”: a name behind a label of the text says who made it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and where its value begins in the line; `alone` where the value is to come in the lines after it.

    `party` is the side of the telegram that a catalogue names by it, "from" or "to"; `tabled` says that label and value
    are cells of a table, "Title | …".
    """

    field: Field
    start: int
    alone: bool
    party: str = ""
    tabled: bool = False


_LONGEST: Final = 50
"""Characters that a label may have, with the sign of the plural and spaces behind it."""


def _is_prose(text: str) -> bool:
    """Say at a glance that a line is too long for a label alone and has nothing that parts one from a value."""
    return (
        len(text) > _LONGEST
        and ":" not in text
        and "|" not in text
        and "   " not in text
        and "：" not in text
        and text.isprintable()
    )


@lru_cache(maxsize=256)  # several layouts ask the same lines of a page
def read_field(text: str) -> Labelled | None:
    """Return the field that a line gives or announces, None where it does neither."""
    if _is_prose(text):
        return None
    match = _LABEL.match(text)
    if match is None or (match["tabled"] and match["cell"].count("|") and is_crumbs(text)):
        return None
    label, value = match["label"].strip().lower(), match["value"] or match["cell"]
    field = _BY_LABEL.get(label)
    if field is None or (label in _OF_FORMS and value and not (match["plural"] or match["tabled"])):
        return None
    party = _PARTIES.get(label, "")
    if not value:
        return Labelled(field, len(text), alone=True, party=party)
    if label in _MADE and _NAMED.fullmatch(value):
        field = Field.SOURCE
    tabled = match["tabled"] is not None
    return Labelled(field, match.start("cell" if tabled else "value"), alone=False, party=party, tabled=tabled)


def longest_run(labels: Sequence[Labelled | None]) -> tuple[int, int]:
    """Return how many labelled lines follow upon each other, as a catalogue has them, and how many lists there are.

    A label alone on its line counts with the value under it.
    """
    longest = run = runs = 0
    valued = False
    for labelled in labels:
        if valued and labelled is None:
            valued = False
            continue
        valued = labelled is not None and labelled.alone
        run = run + 1 if labelled else 0
        longest, runs = max(longest, run), runs + (run == 2)
    return longest, runs
