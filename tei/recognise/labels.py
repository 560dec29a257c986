"""The words that forms print before what is filled in, and their set phrases, by language: the one place for them.

A key is what a label says; under it stand, for each language, the phrases that say so, parted by "|". A space stands
for any white space, an apostrophe for either kind, a stop after an abbreviation may be missing on the page. Forms are
put together from these lists in `forms`; a new wording is a word more here. Usage after Soviet cipher forms
(шифртелеграмма), United States and British cable forms, and Chinese telegram forms as published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tei.regexes import regex

LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    # Parties and places.
    "from": {
        "en": "from whom | from | fm | sent by | sender | author | origin | originator | drafter",
        "ru": "от кого | от | отправитель | автор",
        "zh": "发报人 | 发电人 | 自 | 发件人 | 发报 | 发电 | 發報人 | 發電人 | 發件人 | 發報 | 發電 | 来电人 | "
        "來電人 | 来自 | 來自 | 发文者 | 發文者 | 发文单位 | 發文單位 | 发信人 | 發信人",
        "fr": "de la part de | expéditeur | émetteur | origine",
        "de": "von | absender | aufgeber",
        "mul": "remitente | mittente | nadawca | od | feladó | odesílatel | odesilatel | odosielateľ | expeditor | "
        "подател | pošiljatelj",
    },
    "origin": {
        "en": "from where | whence | place of origin | office of origin | station of origin | place from | "
        "by cable from | by wire from | by radio from | by telegraph from | cabled from",
        "ru": "откуда | из | место отправления | станция отправления",
        "zh": "发报局 | 发报地点 | 发电局 | 發報局 | 發電局 | 發報地點",
        "fr": "bureau d'origine | provenance",
        "de": "aufgabeort | herkunft",
    },
    "to": {
        "en": "to whom | who | to | addressee | addressees | recipient | recipients | received by | addressed to | "
        "action | issued to | to be sent to | addressed | for action",
        "ru": "кому | адресат | адресату | получатель | адрес",
        "zh": "收报人 | 收电人 | 收件人 | 收报 | 收电 | 收報人 | 收電人 | 收報 | 收電 | 受报人 | 受報人 | 主送 | "
        "主送机关 | 主送機關 | 受文者 | 收文者 | 收信人 | 送达 | 送達",
        "fr": "destinataire | destinataires | à | pour",
        "de": "empfänger | an | zu händen | für",
        "mul": "destinatario | adresat | adresát | do | címzett | destinatar | получател | primatelj",
    },
    "destination": {
        "en": "destination | place of destination | office of destination | by cable to | by wire to | by radio to | "
        "by telegraph to | cabled to | where to | where",
        "ru": "куда | место назначения | станция назначения",
        "zh": "发往 | 發往 | 收报地点 | 收報地點 | 收报局 | 收電局",
        "fr": "lieu de destination",
        "de": "bestimmungsort",
    },
    "for": {
        "en": "for whom | for | to be handed to | to be passed to | for delivery to | for transmission to",
        "ru": "для кого | для передачи | для",
        "zh": "",
    },
    "via": {"en": "via | through | by way of", "ru": "через", "zh": "经由 | 經由 | 转发 | 轉發"},
    "place": {"en": "place", "ru": "место", "zh": "地点"},
    "signature": {
        "en": "signature | signed | signed by | signatory",
        "ru": "подпись | подписал | подписала",
        "zh": "签名 | 簽名 | 签字 | 簽字 | 签署 | 署名",
        "fr": "signature | signé | signée",
        "de": "unterschrift | gez. | gezeichnet",
        "mul": "firmado | firma | podpis | aláírás",
    },
    # Hands and times.
    "received": {
        "en": "time received | date received | received | was received | rec'd | recd | rcvd | arrived | accepted | "
        "taken down | time of receipt | date of receipt | received at office",
        "ru": "принято | принята | принят | принял | приняла | получено | получена | получен | поступило | поступила | "
        "поступил | время получения | дата получения | прин. | получ.",
        "zh": "收到时间 | 收到 | 收電日期 | 收电日期 | 來電日期 | 来电日期 | "
        "收电时间 | 收报时间 | 到达 | 收到時間 | 收電時間 | 收報時間 | 到達",
        "fr": "reçu | reçue | reçu le | arrivé | arrivée | parvenu | réception",
        "de": "eingegangen | eingang | ankunft | empfangen | angekommen | aufgenommen | eingetroffen",
        "mul": "recibido | ricevuto | otrzymano | wpłynęło | érkezett | došlo | doručeno | prijaté | primit | "
        "primită | приета | приет | отримано | одержано | отримана | примљено | primljeno",
    },
    "sent": {
        "en": "time sent | date sent | sent | was sent | transmitted | dispatched | despatched | handed in | "
        "time filed | "
        "filed | time of dispatch | time of despatch | date of dispatch | time handed in | time of origin | sent off",
        "ru": "отправлено | отправлена | отправлен | передано | передана | передан | передал | передала | сдано |"
        " сдана | "
        "сдан | время отправления | время передачи | дата отправления | подано | подана | отпр.",
        "zh": "发出 | 發出 | 發電日期 | 发电日期 | 发电时间 | 发报时间 | 发电 | 發電時間 | 發報時間 | 發電",
        "fr": "expédié | expédiée | envoyé | transmis | départ | déposé",
        "de": "abgegangen | abgang | abgesandt | aufgegeben | aufgabezeit | abgeschickt | abgesetzt",
        "mul": "enviado | spedito | nadano | wysłano | feladva | elküldve | odesláno | odoslané | expediat | "
        "expediată | изпратена | відправлено | надіслано | послато | poslato | odaslato",
    },
    "date": {
        "en": "date and time | date & time | date | dated | dtg | date/time | day and hour | time | hour",
        "ru": "дата | дата и время | число | время",
        "zh": "日期 | 时间 | 時間",
        "fr": "date et heure | heure",
        "de": "datum | uhrzeit",
        "mul": "fecha | data | dátum | kelt",
    },
    "deciphered": {
        "en": "deciphered | decoded | decrypted | decyphered",
        "ru": "расшифр. | расшифровано | расшифрована | расшифрован | расшифровал | расшифровала",
        "zh": "译电员 | 译电人 | 译电 | 译员 | 译 | 譯電員 | 譯電人 | 譯電 | 譯員 | 譯",
        "fr": "déchiffré | déchiffrée | déchiffré par",
        "de": "entziffert | entschlüsselt | dechiffriert",
        "mul": "descifrado | decifrato | odszyfrowano | rozszyfrowano | rozszyfrował | rozšifrováno | rozšifroval | "
        "dešifrováno | megfejtve | "
        "descifrat | descifrată | дешифрирана | дешифрирал",
    },
    "enciphered": {
        "en": "enciphered | encoded | encrypted | encyphered | ciphered by | "
        "ciphered and delivered | ciphered and sent | enciphered and sent",
        "ru": "зашифровано | зашифрована | зашифрован | зашифровал | зашифровала",
        "zh": "",
        "fr": "chiffré par",
        "de": "chiffriert | verschlüsselt",
    },
    "printed": {
        "en": "printed | typed | typist | typewritten",
        "ru": "печ. | отпечатано | отпечатана | отпечатал | отпечатала | напечатано | напечатал | напечатала | "
        "печатал | "
        "печатала | машинистка",
        "zh": "列印 | 打印 | 打字",
    },
    "verified": {
        "en": "verified | checked | authenticated | correct | certified true copy | certified true | true copy | "
        "true | "
        "certified",
        "ru": "верно | проверил | проверила | сверил | сверила | сверено",
        "zh": "核对 | 核對 | 校对 | 校對",
    },
    "delivered": {
        "en": "delivered | handed over | handed to",
        "ru": "вручено | вручена | вручен | доставлено | доставлена | доставлен | расписка | расписались",
        "zh": "",
    },
    "drafted": {
        "en": "executor | executed by | issued by | created by | prepared by | drafted by | drafting officer | "
        "approved by | entered by | registered by",
        "ru": "исполнитель | исп.",
        "zh": "",
    },
    # Numbers.
    "special": {"en": "special | spec. | spets.", "ru": "специальный | спец. | спецномер", "zh": ""},
    "issuing": {"en": "issuing | issue | issued", "ru": "выпускной | выпуск", "zh": ""},
    "incoming": {"en": "incoming | inc. | in", "ru": "входящий | входящая | вход. | вх.", "zh": "来电 | 來電 | 收文"},
    "outgoing": {
        "en": "outgoing | outg. | out.",
        "ru": "исходящий | исходящая | исход. | исх.",
        "zh": "去电 | 去電 | 发文 | 發文",
    },
    "register": {
        "en": "registered | register | registry | reg. | serial | ser. | file",
        "ru": "инв. | рег. | регистрационный | дело",
        "zh": "",
    },
    # Copies.
    "copy": {"en": "copy | copies", "ru": "экземпляр | экземпляры | экз. | копия | копии | коп.", "zh": "份"},
    "distribution": {
        "en": "copies | distribution | distribution list | distributed to | distributed | copies to | circulated to | "
        "list of recipients | to be seen by | seen by | advance copies | advance copies to | advance copy to | sent "
        "to | "
        "mailed to | mailing list",
        "ru": "рассылка | рассылается | разослано | разослана | разослать | список рассылки | копии | расчет "
        "рассылки | расчёт рассылки | расчет | "
        "указатель рассылки",
        "zh": "",
        "fr": "diffusion | liste de diffusion",
        "de": "verteiler",
        "mul": "distribución | distribuzione | rozdzielnik",
    },
    "copied": {
        "en": "copy | copy to | copies to | copy for | copies for | cc | info | information | info copy | "
        "repeated to | "
        "repeat to | repeated | rptd | rptd to | rpt | rpt to | info to",
        "ru": "копия | копии",
        "zh": "抄送 | 抄报 | 抄報 | 分送",
        "fr": "copie à | copie pour | communiqué à | information à",
        "de": "abschrift an | durchschlag an | nachrichtlich | kopie | kopie an",
        "mul": "copia a | copia para | copia per",
    },
    # Matters of the text.
    "subject": {
        "en": "subject | subj. | re | concerning | content",
        "ru": "тема | содержание",
        "zh": "事由 | 主旨 | 案由",
        "fr": "objet | a.s. | a/s",
        "de": "betreff | betr. | betrifft | inhalt | gegenstand",
        "mul": "asunto | oggetto | dotyczy | tárgy",
    },
    "reference": {
        "en": "ref. | refs | reference | references | reftel | reftels | reference telegrams | in reply to",
        "ru": "на | ссылка",
        "zh": "",
        "fr": "référence | réf.",
        "de": "bezug",
        "mul": "referencia | riferimento",
    },
    "classification": {
        "en": "classification | class. | security | grading",
        "ru": "гриф",
        "zh": "密级 | 密級 | 密等 | 机密等级 | 機密等級 | 密别 | 密別",
        "fr": "classification",
        "de": "geheimhaltungsgrad",
    },
    "precedence": {
        "en": "precedence | priority | rank | urgency | degree of urgency | precedence rank",
        "ru": "срочность",
        "zh": "等级 | 等級 | 缓急 | 緩急 | 速别 | 速別",
        "fr": "priorité | degré d'urgence",
        "de": "dringlichkeit",
    },
    # Whole lines.
    "secrecy": {
        "en": "secret | top secret | strictly secret | most secret | very secret | confidential | strictly "
        "confidential | "
        "personal | personally | personal only | personally only | sensitive | nodis | exdis | limdis | stadis | "
        "noforn | "
        "no distribution | restricted | unclassified | unclas | declassified | confidential/noforn | "
        "official use only | limited official use | limited official use only | en clair | eyes only | "
        "for your eyes only | for his eyes only | copying prohibited | not for publication | "
        "handle as cipher | keep with the ciphers | special folder | copying is prohibited | secret and personal | "
        "personal and secret | personal himself | personal himself only | personal himself alone | himself only | "
        "private and confidential | secret and confidential | most secret and personal |"
        " personal and most secret | most immediate and secret | for internal use only | absolutely secret | "
        "extremely secret | not to be repeated | cosmic | without distribution | no foreign dissemination | "
        "guard | dedip | top secret umbra | top secret ultra | top secret dinar | top secret bride | "
        "top secret drug | "
        "top secret copse | top secret eider | top secret glint | ultra | most secret ultra | secret spoke | "
        "top secret sensitive | secret sensitive | of special significance | of special importance | "
        "special importance | special dossier | special dossiers | "
        "of particular importance",
        "ru": "совершенно секретно | сов. секретно | с. секретно | сов. секр. | сс | государственная тайна | "
        "секретная государственная тайна | строго секретно | секретно | "
        "лично | только лично | особая "
        "папка | "
        "хранить наравне с шифром | не для печати | копировать воспрещается | копировать воспрещено | "
        "копировать запрещается | копирование воспрещается | копирование запрещено | снимать копии воспрещается | "
        "для служебного пользования | не подлежит оглашению | совсекретно | строго лично | только адресату | "
        "особой важности | особо важное | особо важная",
        "zh": "绝密 | 絕密 | 极密 | 極密 | 机密 | 機密 | 极机密 | 極機密 | 秘密 | 亲启 | 親啟 | 限亲译 | 限親譯 | 密",
        "fr": "secret | personnelle | très secret | ultra secret | confidentiel | très confidentiel | "
        "strictement confidentiel | "
        "réservé | strictement personnel | personnel | diffusion réservée | à ne pas diffuser | chiffré",
        "de": "geheim | streng geheim | ganz geheim | geheime reichssache | geheime kommandosache | vertraulich | "
        "streng vertraulich | vertrauliche verschlußsache | vertrauliche verschlusssache | verschlusssache | "
        "verschlußsache | nur für den dienstgebrauch | vs-vertraulich | persönlich",
        "mul": "secreto | muy secreto | estrictamente secreto | confidencial | reservado | segreto | segretissimo | "
        "riservato | strettamente riservato | tajne | ściśle tajne | poufne | titkos | szigorúan titkos | "
        "szigorúan bizalmas | bizalmas | tajné | přísně tajné | důvěrné | strogo poverljivo | strict secret | "
        "secret de stat | strict confidențial | confidențial | secreto y reservado | riservatissimo | segretissima | "
        "строго поверително | поверително | строго поверљиво | поверљиво | цілком таємно | таємно | "
        "tuyệt mật | tối mật | mật | 극비 | 비밀 | 대외비 | 極秘 | 厳秘 | 極祕",
    },
    "haste": {
        "en": "urgent | flash | newsflash | news flash | immediate | op immediate | operational immediate | priority | "
        "niact | niact immediate | operational priority | op priority | "
        "routine | deferred | rush | out of turn | lightning | important | emergency | extra urgent | clear the "
        "line | immediately | most immediate | "
        "triple priority | double priority | us priority | "
        "very urgent | most urgent | extremely urgent | us urgent | ordinary | special urgent | very important | "
        "special | extraordinary | immediate action | urgent priority | top priority | highest priority | by "
        "special priority",
        "ru": "вне очереди | особая | немедленно | срочно | срочная | весьма срочно | весьма срочная | молния | "
        "вне всякой очереди | военная вне очереди | военная вне всякой очереди | правительственная | экстренно | "
        "экстренная | спешно | весьма спешно | особо срочно | особо срочная | в первую очередь",
        "zh": "立即送达 | 立即转交 | "
        "特急 | 急 | 加急 | 万急 | 萬急 | 火急 | 十万火急 | 十萬火急 | 万万火急 | 萬萬火急 | 紧急 | 緊急 | "
        "即刻到 | 限即刻到 | 限本日到 | 急电 | 急電 | 特急电 | 特急電 | 优先拍发 | 優先拍發 | 优先 | 優先",
        "fr": "très urgent | urgence | extrême urgence | extrêmement urgent | priorité absolue | immédiat | "
        "immédiate | en priorité",
        "de": "dringend | sehr dringend | eilt | eilt sehr | citissime | cito | citissime nachts | supercitissime | "
        "sofort | sofort vorlegen | blitz",
        "mul": "urgente | muy urgente | urgentísimo | urgentissimo | precedenza assoluta | pilne | bardzo pilne | "
        "pilnie | sürgős | igen sürgős | foarte urgent | extrem de urgent | hitno | veoma hitno | хитно | "
        "веома хитно | спешно | много спешно | бързо | много бързо | "
        "терміново | дуже терміново | негайно | khẩn | thượng khẩn | hỏa tốc | "
        "긴급 | 지급 | 至急 | 大至急 | 緊急",
    },
    "department": {
        "en": "department | dept. | section | division | directorate | bureau | desk | cipher room | branch",
        "ru": "отдел | управление | отделение | сектор",
        "zh": "处 | 科 | 局",
    },
}
_BETWEEN: Final = regex(r"\s*\|\s*")
_CJK: Final = regex(r"[\u3400-\u9fff]")


def phrases(*keys: str) -> Iterator[str]:
    """Yield the phrases of labels as they are listed."""
    for key in keys:
        for listed in LABELS[key].values():
            yield from (phrase for phrase in _BETWEEN.split(listed.strip()) if phrase)


def pattern(*keys: str) -> str:
    """Return a regular expression, in a group of its own, for the phrases of labels, the longest first.

    Phrases that begin alike stand together: where a text begins otherwise, one look passes over all of them.
    """
    alike: dict[str, list[str]] = {}
    for phrase in sorted(dict.fromkeys(phrases(*keys)), key=lambda phrase: (-len(phrase), phrase)):
        alike.setdefault(phrase[0], []).append(_source(phrase).removeprefix(phrase[0]))
    groups = (f"{first}(?:{'|'.join(rest)})" if len(rest) > 1 else first + rest[0] for first, rest in alike.items())
    return f"(?:{'|'.join(groups)})"


def _source(phrase: str) -> str:
    """Return the expression of one phrase, which is not part of a longer word; signs of Chinese stand close."""
    stopped = phrase.endswith(".")
    words = re.escape(phrase.rstrip(".")).replace(r"\ ", r"\s+").replace("'", "['’]?")
    return words + (r"(?:\.|(?![^\W\d_]))" if stopped else "" if _CJK.search(phrase) else r"(?![^\W_])")


_BARE: Final = regex(r"\s*(?:(?:N[º°o]|№|No|Nr|Number|#)\.?)?\s*[:：.–—-]*\s*$", re.IGNORECASE)
_BY: Final = regex(r"\s+(?:by|at|on)$", re.IGNORECASE)
_NO_LABELS: Final = frozenset(("secrecy", "haste", "department", "distribution", "copy", "drafted"))
_ALL: set[str] = set()
_STARTS: dict[str, tuple[str, ...]] = {}
"""The first words of these by their first letter: nearly all other lines are told at once."""
_WIDEST: Final = 40
"""Letters of the longest first word, and more."""


def is_label(words: str) -> bool:
    """Say whether words are a label that waits for its value: "To whom:", "Special No."; prose is none of them."""
    if not _ALL:
        _ALL.update(phrase.rstrip(".") for key in LABELS if key not in _NO_LABELS for phrase in phrases(key))
        for first in sorted({phrase.split()[0] for phrase in _ALL}):
            _STARTS[first[0]] = (*_STARTS.get(first[0], ()), first)
    start = words.lstrip()[:_WIDEST].lower()
    if not start.startswith(_STARTS.get(start[:1], ())):
        return False
    return " ".join(_BY.sub("", _BARE.sub("", words)).lower().split()) in _ALL


_LEAD: Final = regex(r"[\u3400-\u9fff]|[^\W\d_]+")


def leads(*keys: str) -> tuple[str, ...]:
    """Return the first words of the phrases of labels, or first signs of Chinese ones, each once."""
    return tuple(dict.fromkeys(_LEAD.findall(phrase)[0] for phrase in phrases(*keys)))


ROLES: Final = ("from", "origin", "to", "destination", "for", "via", "place")
"""The labels of parties and places; the longest phrase wins where one begins with another."""

_ROLE_OF: dict[str, str] = {}


def role_of(words: str) -> str:
    """Return which of the `ROLES` a label on a page is, empty where it is none: "To  whom" is "to"."""
    if not _ROLE_OF:
        _ROLE_OF.update({phrase: role for role in reversed(ROLES) for phrase in phrases(role)})
    return _ROLE_OF.get(" ".join(words.lower().split()), "")
