"""Paragraphs that say where a text comes from: citations, archive lines, credits, imprints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.archives import Repositories, find, find_in_source
from tei.recognise.collected import CITED_PAGE
from tei.recognise.credits import find_credits
from tei.recognise.paragraphs import Paragraph
from tei.recognise.printed import names_printed
from tei.regexes import regex

QUOTES: Final = ("“", '"', "«")
"""What a citation begins with."""
CITATION: Final = regex(r"[“\"«](?P<title>[^“”\"«»\n]{3,240}?),?[”\"»],?\s*(?P<rest>.*)", re.DOTALL)
_LABEL: Final = regex(
    r"\s*[(\[]?\s*(?:source|sources|archive|archival (?:source|reference)|reference|citation|provenance|repository|"
    r"published in|notes(?=\s*:)|"
    r"translat(?:ed|ion)|contributed|obtained|reprinted|fuente|fonte|quelle|źródło|источник|архив|опубл(?:иковано)?|перевод|出处|来源|出處)\b",
    re.IGNORECASE,
)
_CHINESE: Final = regex(
    r"[（(〔\[【][^（()）〔〕\[\]。；：\n]{2,40}(?:[档檔]案|[电電][档檔]|藏)[）)〕\]】]|"
    r"[（(〔\[][^（()）〔〕\[\]。；\n]{2,30}(?:[档檔]案[馆館]|图书馆|圖書館|研究[所院])[^（()）〔〕\[\]。；\n]{0,40}第?\s?\d{1,5}\s?[盒箱卷册冊页頁号號][）)〕\]]|"
    r"[（(]?[\u3400-\u9fff·]{2,4}(?:、[\u3400-\u9fff·]{2,4})?\s?[译譯](?:[\s，,；;]+[\u3400-\u9fff·]{2,4}\s?校)[）)]?$|"
    r"本作品收[录錄][于於]?《[^\n]{2,60}|"
    r"全宗\s?号?\s?[\w-]{1,8}[，,、]\s?目[录錄][^\n]{3,60}|"
    r"[（(〔\[]?(?:(?:根据|根據|据|據)[^，。；\n]{1,50}(?:[刊排编編]印|[原抄]件|手稿|影印件|[底电電]稿|复印件|"
    r"打印[稿件]|记录稿)[。）)\]]*|"
    r"(?:选自|選自|录自|錄自|引自|摘自|译自|譯自|转引自|原载|原載|载于|資料來源|资料来源|出处|來源|"
    r"来源)[:：]?.{0,12}《[^》\n]+》[^\n]{0,120}|"
    r"同?上[书書]?[,，]?\s?(?:[（(]?[上中下][冊册][）)]?)?\s?第\s?\d{1,4}(?:[~～–—-]\d{1,4})?[頁页][。.]?|"
    r"[（(〔](?:录自|錄自|抄自|选自|選自|摘自|据|據|原件)[^。；\n]{2,60}[）)〕]|原件[存藏][^，。；\n]{2,20}[。]?|"
    r"[^，。；：\n]{2,24}(?:档案馆|檔案館|档案室|博物馆|图书馆|圖書館)(?:收?藏|"
    r"保?存)?[，,：:。][^\n]{0,40}(?:档号|檔號|档案号|全宗|卷宗|案卷|目录)[^\n]{0,60})"
)
_KEPT: Final = regex(
    r"[А-ЯЁ][^!?\n]{2,70}(?:музе[йяе]|архив\w{0,2}|библиотек\w|собрани[ея]|"
    r"коллекци[яи])\b[^!?\n]{0,80}\b(?:рукопись|подлинник|копия|автограф|"
    r"машинопись|отпуск|черновик|телеграфный бланк|типографский экземпляр)\b[^!?\n]{0,60}",
    re.IGNORECASE,
)
"""A line that says where something lies and what it is: «Морской музей. Рукопись, без пагинации.»"""

_ARCHIVE: Final = regex(
    r"(?:the\s+)?[^\n.!?\d]{0,50}(?:archives?|library|record office|архив)\b[^\n.!?\d]{0,50}", re.IGNORECASE
)
_BRACKETED: Final = regex(
    r"[\[(]\s*(?:sources?|archival source|источник)\s*:\s*\S.{2,900}[\])]\.?", re.IGNORECASE | re.DOTALL
)
"""A line in brackets that says by its label what the source is: "[Source: Archive …; translation by …]"."""
_LEAF_ONLY: Final = regex(
    r"(?:[—–-]\s*)?Л\.\s\d[\d\s,–—-]*(?:об\.)?\.?\s[^\n]{0,60}\b(?:подлинник|копия|автограф|отпуск|черновик|бланк)[^\n]{0,400}",
    re.IGNORECASE,
)
"""A line that gives the leaf in the file named before and says what lies there: «— Л. 35. Подлинник на бланке.»"""
_OLD_FOND: Final = regex(
    r"(?:[А-ЯЁ]{3,8}(?:\s(?:СССР|РФ|России))?[.,]\s*)?[Фф]\.\s?[А-ЯЁ]{2,4}[.,\s][^\n]{3,80}?[.,]\s?[Лл]{1,2}\.\s?\d[^\n]{0,70}"
)
"""A fond of the old police by its letters: «ЦГИАМ, ф. ДП, ОО, 1905 г., д. 12, ч. 3, л. 4. Подлинник.»"""
_PRINTED_FROM: Final = regex(
    r"[(\[]?(?:(?:здесь|текст)\s+)?(?:[лп][егсо]ч[ао]т(?:ается|ано)?|публикуется|цитируется|воспроизв(?:одится|еден))[.,]?\s+(?:по|с|no|пo|nо)\s+[^\n]{0,14}?(?:арх|apx|asx|архив|копи|"
    r"подлин|газ|тексту|машиноп|рукопис|автограф|сб|фотокоп|кн|изд)[^\n]{0,260}",
    re.IGNORECASE,
)
"""What Soviet volumes print under a document: «Печат. по арх.», «Печат. по газ. …», also as scans have it."""
_PUBLISHED_IN: Final = regex(
    r"(?:first\s+published|published\s+for\s+the\s+first\s+time|reproduced|printed|published)\s+(?:in|from|with|after|according\s+to|"
    r"abridged)\b[^\n]{3,90}?\b(?:works|vol\.|volume|original|archives?|edition|manuscript|typescript|copy)\b[^\n]{0,160}",
    re.IGNORECASE,
)
"""What volumes of somebody's works print in English: "Reproduced from the original in the Central Archives"."""
_PRINTED_LEADS: Final = frozenset(
    (
        "first",
        "publi",
        "repro",
        "print",
        "печат",
        "печот",
        "лечат",
        "пгчат",
        "псчат",
        "почат",
        "публи",
        "(печа",
        "[печа",
        "здесь",
        "текст",
        "цитир",
        "воспр",
    )
)
_DESCRIBED: Final = regex(
    r"(?:the\s+)?(?:original|copy|carbon copy|typescript|manuscript|draft|transcript|photocopy|certified copy)s?\s+"
    r"(?:is\s+)?in\s+[A-Z][a-z]+(?:(?:,|\s+and)\s+[A-Z][a-z]+)*(?:[.;,](?:\s[^\n]{0,140})?)?|"
    r"(?:typewritten|typed|handwritten)(?:\s[^\n]{0,90})?\.|"
    r"(?:подлинник|копия|автограф|машинопись|рукопись)(?:[.,;]\s[^\n]{0,90}|\s+на\s[^\n]{3,90})?\.?|"
    r"[英俄德法日中]文(?:打字|手写|手寫|原|抄)[稿件本](?:[，,、；][^\n。]{1,30})?。?",
    re.IGNORECASE,
)
"""What a line under a reference says of the piece that is kept: "Original in German. Handwritten."."""
_FOOTED: Final = regex(r"(?:\[(?:\d{1,3}|[ivxl]{1,6}|\*)\]|[*†‡]{1,3})\s*\S")
"""How a note begins under the lines of a source."""
_NOTED: Final = regex(r"\[\d{1,2}\]\s")
_TOLD: Final = regex(r"(?=[^(\n]*[а-яёa-z] [а-яёa-z]+ [а-яёa-z])[^(\n]{50,}\([^()\n]{8,120}\)\.")
_ABBREVIATED: Final = regex(
    r"[(\[][А-ЯЁ][^()\[\]\n]{1,60}?[.,]\s?(?:С|Стр|стр|с)\.?\s?\d{1,4}(?:\s?[–—-]\s?\d{1,4})?\.?[)\]}]\.?"
    r"(?:\s*Пер\.\s[^\n]{2,30})?"
)
"""«(ПЛС. С. 81–82)»: the book by its letters and the page, as readers for students cite it under a document."""
_SERIES: Final = regex(
    r"(?:Сборник\s[^\n]{5,90}?|Русский архив:[^\n]{5,160}?)[.,]?\s"
    r"(?:[Вв]ып(?:уск)?\.?|[Тт]\.|[Тт]ом|[Кк]н\.)\s?№?\s?\d{1,3}[^\n]{0,60}"
)
"""A line that names the collection and its volume, «Сборник боевых документов. Выпуск 4.»."""
MAX_REFERENCE: Final = 120
MAX_OVER: Final = 4
MAX_CREDIT: Final = 30
MAX_IMPRINT: Final = 45
"""Words of an imprint; one that is translated in another language and ends with its translator is longer."""


def is_source(text: str, repositories: Repositories) -> bool:
    """Say whether a paragraph states the source: a reference, imprint or credit, and little besides."""
    if len(text) > 1500 or "①" <= text[:1] <= "⑳":
        return False
    if text[:1] in "[(" and _BRACKETED.fullmatch(text):
        return True
    if text[:1] in "—–-Л" and "Л. " in text[:6] and _LEAF_ONLY.fullmatch(text):
        return True
    if text[:1] in "([СРЦГФ" and len(text) <= MAX_REFERENCE * 2 and (_names_volume(text) or _OLD_FOND.fullmatch(text)):
        return True
    if text[-1:] == "." and "С. " in text[-20:] and CITED_PAGE.fullmatch(text):
        return True
    if text[:5].lower() in _PRINTED_LEADS and (_PRINTED_FROM.fullmatch(text) or _PUBLISHED_IN.fullmatch(text)):
        return True
    if len(text) < 240 and not text.isascii() and (_CHINESE.fullmatch(text) or _KEPT.fullmatch(text)):
        return True
    found = (find_in_source if text[:3] in _INNER else find)(text, repositories=repositories)
    if found:
        covered = sum(hit.end - hit.start for hit in found)
        return (
            covered > 0.25 * len(text)
            or _LABEL.match(text) is not None
            or bool(find_credits(text))
            or len(text.split()) < 30
        )
    credited, words = bool(find_credits(text)), len(text.split())
    if credited and words <= MAX_CREDIT:
        return True
    return names_printed(text) and (
        words <= MAX_IMPRINT * (1 + credited) or _LABEL.match(text) is not None or text.startswith("(")
    )


_INNER: Final = frozenset(("RG ", "Rec", "Box", "Fol", "Ent"))
"""What a shelf mark begins with whose archive is named behind it: "RG 226, Entry 134, Box 3, National Archives"."""


def stands_with_fond(rows: Sequence[Paragraph]) -> int:
    """Count the lines in brackets that give fond and opis by a label: documents with a source each stand above them."""
    return sum("ource:" in row.text[:9] and row.text[:1] in "[(" and _OPIS.search(row.text) is not None for row in rows)


_OPIS: Final = regex(r"\bop(?:is)?[.’' ]{1,2}\s?(?:no\.?\s?)?\d", re.IGNORECASE)


def _names_volume(text: str) -> bool:
    """Say whether a line in Russian is the letters and page of a book in brackets, or a collection and its volume."""
    return _ABBREVIATED.fullmatch(text) is not None or _SERIES.fullmatch(text) is not None


def is_described(text: str) -> bool:
    """Say whether a short line says what is kept, in which language and form: "Original in German. Handwritten."."""
    return len(text) <= MAX_REFERENCE * 2 and _DESCRIBED.fullmatch(text) is not None


def is_footed(text: str, repositories: Repositories) -> bool:
    """Say whether a line is a note with its marker, "[i] …", or "* …" with no reference to an archive."""
    if text[:1] not in "[*†‡" or not _FOOTED.match(text):
        return False
    return text[0] == "[" or not find(text, repositories=repositories)


def goes_on_with_note(above: str, text: str) -> bool:
    """Say whether a sentence that ends with its reference in brackets goes on with the note over it, "[1] …"."""
    return above[:1] == "[" and _NOTED.match(above) is not None and _TOLD.fullmatch(text) is not None


def names_archive(text: str) -> bool:
    """Say whether a line is the name of an archive or library and nothing else."""
    return len(text) <= MAX_REFERENCE and text[:1].isupper() and _ARCHIVE.fullmatch(text) is not None


def references_over(rows: Sequence[Paragraph], repositories: Repositories) -> int:
    """Return how many rows over a telegram are the reference of a known archive and nothing else: "FO 371/75810"."""
    first = int(len(rows) > 2 and _ARCHIVE.fullmatch(rows[0].text) is not None)
    count = first
    while count < min(len(rows) - 1, MAX_OVER) and _is_reference(rows[count].text, repositories):
        count += 1
    return count if count > first else 0


def _is_reference(text: str, repositories: Repositories) -> bool:
    if len(text) > MAX_REFERENCE or not any(map(str.isdigit, text)):
        return False
    found = find(text, repositories=repositories)
    covered = sum(hit.end - hit.start for hit in found if hit.reference.repository is not None)
    return covered > 0.8 * len(text.strip(" .[]()"))


def is_labelled_source(text: str) -> bool:
    """Say whether a short paragraph announces a source by name, even when nothing in it could be parsed."""
    return (
        _LABEL.match(text) is not None
        and len(text.split()) <= 60
        and text.rstrip().endswith((".", ")", "]")) is not None
    )
