"""The fields that a column can be: what our encoding has a place for, and what archives call it in their tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Field:
    """A field: whether it may have several values, what it is, and names of columns that mean it.

    The names are compared without case, accents and punctuation; those of the field itself need not be among them.
    """

    name: str
    what: str
    many: bool = False
    names: str = ""


FIELDS: Final = (
    Field(
        "id",
        "id of the document",
        names=(
            "identifier; record id; record no; record number; doc id; document id; signature id; xml id; uid; "
            "uuid; key; ид; идентификатор; код; № п/п; номер п/п; kennung; lfd nr; laufende nummer; "
            "identifiant; cote id; 编号; 序号"
        ),
    ),
    Field(
        "title",
        "title of the document",
        names="name; titel; titre; intitule; заглавие; название; заголовок; 标题; 题名",
    ),
    Field(
        "kind",
        "telegram, letter, note, extract, or another word",
        names=(
            "type; document type; doc type; genre; form; тип; вид; вид документа; тип документа; art; "
            "dokumenttyp; gattung; nature; type de document; 类型; 文种"
        ),
    ),
    Field(
        "number",
        "number of the telegram, as it is written",
        names=(
            "no; nr; n°; №; telegram number; telegram no; cable number; номер; номер телеграммы; № телеграммы; "
            "nummer; telegrammnummer; numero; numero du telegramme; 号; 电报号"
        ),
    ),
    Field(
        "date",
        "when it was sent",
        names=(
            "sender date; event dates; date of letter; date sent; sent; sent on; date of sending; letter date; "
            "dated; дата; дата отправки; дата отправления; датировка; отправлено; datum; absendedatum; "
            "gesendet am; briefdatum; date d envoi; envoye le; 日期; 发电日期; 时间; 发报时间"
        ),
    ),
    Field(
        "not_before",
        "first day that is possible",
        names=("date from; earliest date; start date; event start dates; дата с; datum von; frühestens; date debut"),
    ),
    Field(
        "not_after",
        "last day that is possible",
        names="date to; latest date; end date; event end dates; дата по; datum bis; spätestens; date fin",
    ),
    Field(
        "received",
        "when it was received",
        names=(
            "addressee date; recipient date; date received; received on; date of receipt; дата получения; "
            "получено; empfangsdatum; empfangen am; eingang; date de reception; recu le; 收电日期; 收报时间"
        ),
    ),
    Field(
        "from",
        "who sent it",
        many=True,
        names=(
            "event actors; sender; author; writer; creator; creators; author name; from whom; "
            "correspondent from; отправитель; от; от кого; автор; адресант; absender; von; verfasser; "
            "schreiber; autor; expediteur; auteur; de; 发件人; 发电人; 作者; 寄信人"
        ),
    ),
    Field(
        "to",
        "whom it was sent to",
        many=True,
        names=(
            "recipient; addressee; receiver; recipients; addressees; to whom; correspondent to; получатель; "
            "адресат; кому; empfänger; an; adressat; destinataire; à; 收件人; 收电人; 收信人"
        ),
    ),
    Field(
        "via",
        "through whom it went",
        many=True,
        names="through; передано через; через; über; durch; par; 转",
    ),
    Field(
        "copies",
        "who got a copy",
        many=True,
        names=(
            "copy; copy to; cc; copies to; копия; копии; рассылка; kopie; kopie an; verteiler; copie; copie a; 抄送"
        ),
    ),
    Field(
        "from_place",
        "where it was sent from",
        many=True,
        names=(
            "place; place from; place of sending; place sent; origin; sent from; sender place; место; "
            "место отправления; откуда; место написания; ort; absendeort; schreibort; ausstellungsort; lieu; "
            "lieu d envoi; lieu d expedition; 地点; 发电地; 发信地"
        ),
    ),
    Field(
        "to_place",
        "where it was sent to",
        many=True,
        names=(
            "addressee place; place to; destination; place received; recipient place; sent to; "
            "место получения; куда; место назначения; empfangsort; zielort; lieu de destination; "
            "lieu de reception; 收电地; 收信地"
        ),
    ),
    Field(
        "from_id",
        "id of the sender, in the authority lists or an authority file",
        many=True,
        names="sender id; author id; sender gnd; sender viaf; sender wikidata; gnd absender; absender gnd",
    ),
    Field(
        "to_id",
        "id of the recipient, in the authority lists or an authority file",
        many=True,
        names="recipient id; addressee id; recipient gnd; recipient viaf; recipient wikidata; empfänger gnd",
    ),
    Field(
        "from_place_id",
        "id of the place of sending",
        many=True,
        names="sender place id; place id; geonames; absendeort geonames",
    ),
    Field(
        "to_place_id",
        "id of the place of receipt",
        many=True,
        names="addressee place id; recipient place id; destination id; empfangsort geonames",
    ),
    Field(
        "language",
        "language of the text",
        names="lang; language code; язык; язык документа; sprache; langue; 语言; 语种",
    ),
    Field(
        "original_language",
        "language of the original",
        names=(
            "original lang; language of original; язык оригинала; originalsprache; langue d origine; "
            "langue originale; 原文语言"
        ),
    ),
    Field(
        "abstract",
        "what it is about",
        names=(
            "summary; description; regest; scope and content; аннотация; содержание; краткое содержание; "
            "описание; zusammenfassung; inhalt; regeste; resume; analyse; 摘要; 内容提要"
        ),
    ),
    Field(
        "text",
        "the text itself",
        names=(
            "full text; fulltext; transcription; transcript; body; content; letter text; текст; полный текст; "
            "текст документа; транскрипция; volltext; transkription; brieftext; texte; texte integral; 正文; 全文; "
            "文本"
        ),
    ),
    Field(
        "text_file",
        "file with the text, beside the table",
        names=(
            "text file; textfile; file; filename; file name; файл; имя файла; datei; dateiname; textdatei; "
            "fichier; nom du fichier; 文件; 文件名"
        ),
    ),
    Field(
        "reference",
        "archival reference in one",
        many=True,
        names=(
            "archival reference; source reference; shelfmark; shelf mark; call number; reference code; "
            "repository reference; location of original; шифр; архивный шифр; ссылка; архивная ссылка; "
            "источник; signatur; archivsignatur; bestandssignatur; fundstelle; cote; reference archivistique; "
            "档号; 馆藏号"
        ),
    ),
    Field(
        "archive",
        "archive that keeps it",
        names=(
            "repository; holding institution; архив; место хранения; хранилище; archiv; standort; depot; "
            "lieu de conservation; 档案馆; 馆藏地"
        ),
    ),
    Field(
        "fond",
        "fond",
        names="fonds; fund; collection number; фонд; ф; bestand; 全宗; 全宗号",
    ),
    Field(
        "opis",
        "opis",
        names="inventory; опись; оп; findbuch; 目录; 目录号",
    ),
    Field(
        "delo",
        "delo",
        names="storage unit; unit; дело; д; ед хр; единица хранения; ед хранения; akte; dossier; 案卷; 卷号",
    ),
    Field(
        "papka",
        "papka",
        names="папка",
    ),
    Field(
        "series",
        "series",
        names="record series; серия; serie",
    ),
    Field(
        "box",
        "box",
        names="box number; box no; carton; короб; коробка; karton; kasten; boite; 盒; 盒号",
    ),
    Field(
        "folder",
        "folder",
        names="folder number; folder no; mappe; chemise; 夹",
    ),
    Field(
        "leaves",
        "leaves",
        names=(
            "leaf; folios; folio; sheets; pages; page; листы; лист; л; лл; blatt; blätter; seiten; seite; "
            "feuillets; feuillet; f; ff; 页; 页码; 张"
        ),
    ),
    Field(
        "translator",
        "who translated it",
        many=True,
        names="translated by; переводчик; перевод; übersetzer; übersetzt von; traducteur; traduit par; 译者",
    ),
    Field(
        "editor",
        "who edited it",
        many=True,
        names=(
            "edited by; transcriber; transcribed by; редактор; составитель; herausgeber; bearbeiter; editeur; "
            "editeur scientifique; 编辑; 编者"
        ),
    ),
    Field(
        "contributor",
        "who gave it",
        many=True,
        names="contributed by; provided by; предоставил; beiträger; contributeur; 提供者",
    ),
    Field(
        "notes",
        "what the editor remarks",
        many=True,
        names=(
            "note; remarks; remark; comment; comments; примечание; примечания; комментарий; anmerkung; "
            "anmerkungen; bemerkung; bemerkungen; notiz; remarque; remarques; 备注; 注释"
        ),
    ),
    Field(
        "printed",
        "where it was printed",
        many=True,
        names=(
            "printed in; published in; publication; публикация; опубликовано; druck; gedruckt in; edition; "
            "publie dans; 出版; 刊载"
        ),
    ),
    Field(
        "keywords",
        "subjects",
        many=True,
        names=(
            "keyword; subject; subjects; tags; tag; topics; ключевые слова; темы; рубрики; schlagwort; "
            "schlagworte; stichworte; mots cles; sujets; 关键词; 主题"
        ),
    ),
    Field(
        "url",
        "address of the page that it is from",
        names=(
            "link; uri; web; website; web address; permalink; ссылка на сайт; адрес; webadresse; adresse; "
            "lien; 网址; 链接"
        ),
    ),
    Field(
        "citation",
        "how the source is to be cited",
        names="cite as; preferred citation; zitierweise; citation recommandee",
    ),
    Field(
        "source",
        "where it was taken from",
        names="site; provider; data provider; сайт; quelle; quelle der daten; fournisseur; 来源",
    ),
    Field(
        "licence",
        "licence in words",
        names="license; rights; лицензия; права; lizenz; rechte; licence d utilisation; droits; 许可",
    ),
    Field(
        "licence_url",
        "licence as an address",
        names="license url; rights uri; lizenz url",
    ),
)
"""What a mapping may name; the order is that in which proposals have them."""

BY_NAME: Final = {field.name: field for field in FIELDS}
PARTS: Final = ("fond", "opis", "papka", "delo", "series", "box", "folder")
"""Fields that are parts of a shelf mark, by the names that `tei.archives` has for them."""

MEANT: Final = {
    "sender": "from", "author": "from", "absender": "from", "recipient": "to", "addressee": "to", "empfaenger": "to",
    "place": "from_place", "destination": "to_place", "sent": "date", "when": "date", "lang": "language",
    "type": "kind", "no": "number", "nr": "number", "body": "text", "content": "text", "file": "text_file",
    "shelfmark": "reference", "source_reference": "reference", "repository": "archive", "license": "licence",
    "license_url": "licence_url", "summary": "abstract", "note": "notes", "keyword": "keywords", "copy": "copies",
    "leaf": "leaves", "pages": "leaves", "sender_id": "from_id", "recipient_id": "to_id",
}  # fmt: skip
"""Words that people use for our fields, for the hint."""
