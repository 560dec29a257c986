"""The forms of service matter, one row each: the `ab` type it is encoded as, its first words, and its look.

English, Russian and Chinese; usage after Soviet cipher forms (шифртелеграмма), and United States and British cable
forms as published. A row must match a whole paragraph, since the same words also occur in prose. `FORMS_BY_LEAD` finds
the rows that can match by the first word of a line, so that prose costs one look into a dictionary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

NUMBER_SIGN: Final = r"(?:N[º°o]s?\.?|№№?|Nr\.?|Nos?\.?|Num(?:ber)?\.?|#|номер|第)"
NUMBER: Final = r"(?P<number>\d[\w./–—-]*(?:\s?[/-]\s?\w+)?)"
TAIL: Final = r"(?P<rest>[^\n]*)"
_DATED: Final = r"(?:\s*(?:of|from|dated|от|,)\s*[^\n]{0,30}\d[^\n]{0,30})?"
FORM_WORDS: Final = (
    r"(?:(?:in|out)(?:coming|going)\s+)?(?:(?:top|strictly)?\s*secret\s+)?"
    r"(?:(?:coded|code|cipher(?:ed)?|cypher|encrypted|enciphered|special|open|plain)\s+)?"
    r"(?:cable|telegram(?:me)?|cablegram|radiogram|radio message|message|c[iy]phergram|despatch|dispatch|wire|telex|"
    r"шифр(?:о?вка|о?телеграмма|радиограмма)|телеграмма|радиограмма|депеша|电报|電報|電|电)"
)

_SECRECY: Final = (
    r"(?:(?:strictly|top|most|very)\s+)?(?:secret|confidential)|personal(?:ly)?(?:\s+only)?|(?:for\s+(?:your|his)\s+)?"
    r"eyes\s+only|(?:very\s+)?urgent|sensitive|nodis|exdis|limdis|no distribution|priority|niact|noforn|restricted|"
    r"unclassified|declassified|(?:limited\s+)?official use only|"
    r"(?:the\s+)?(?:making|taking|removal)\s+(?:of\s+)?(?:any\s+)?copies(?:\s+is)?(?:\s+strictly)?\s+"
    r"(?:prohibited|forbidden)|(?:copying|duplication|reproduction)(?:\s+is)?(?:\s+strictly)?\s+(?:prohibited|"
    r"forbidden)|not to be (?:copied|duplicated)|no copies|"
    r"(?:subject to|to be) return(?:ed)?(?:\s+(?:with)?in\s+[^\n.]{1,30})?|return\s+(?:with)?in\s+[^\n.]{1,30}|"
    r"сов(?:ершенно|\.)?\s*секретно|строго\s+секретно|секретно|(?:только\s+)?лично|особая\s+папка|весьма\s+срочно|"
    r"срочно|с?нятие\s+копий\s+(?:воспрещается|воспрещено|запрещается|запрещено)|хранить\s+наравне\s+с\s+шифром|"
    r"подлежит\s+возврату[^\n.]{0,40}|绝密|絕密|机密|機密|秘密|亲启|親啟|特急"
)
_HASTE: Final = (
    r"(?:us\s+)?(?:(?:most|very|extremely)\s+)?(?:urgent|flash|immediate|op immediate|operational immediate|priority|"
    r"niact|routine|deferred|rush|out of turn|lightning|вне\s+очереди|(?:весьма\s+)?срочн(?:о|ая)|молния|特急|急|"
    r"万万火急|萬萬火急)"
)
_ROLES: Final = (
    r"from whom|from|to whom|to|via|through|for whom|for|info|sent by|received by|sender|author|addressees?|"
    r"recipients?|destination|origin|place|от кого|откуда|из|для кого|для|кому|куда|место назначения|адресат|адрес|"
    r"через|место|发报人?|发电人?|发件人|收报人?|收电人?|收件人|发往|抄报"
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of service matter: the type of its `ab`, the words that it can begin with, and its pattern."""

    type: str
    leads: tuple[str, ...]
    pattern: re.Pattern[str]


def _form(type_: str, leads: str, pattern: str) -> Form:
    return Form(type_, tuple(leads.split()), re.compile(pattern, re.IGNORECASE))


_KINDS: Final = (
    "cable telegram telegramme cablegram radiogram radio message ciphergram cyphergram despatch dispatch wire telex "
    "шифровка шифротелеграмма шифртелеграмма шифрвка шифрорадиограмма шифррадиограмма телеграмма радиограмма депеша "
    "电 電 incoming outgoing top strictly secret coded code cipher ciphered cypher encrypted enciphered special open "
    "plain"
)
_SIGNS: Final = "n nº n° nr no nos num number # № номер 第"
_FORMS: Final = (
    _form("number", _KINDS, rf"{FORM_WORDS}\s*,?\s*{NUMBER_SIGN}\s*:?\s*{NUMBER}{_DATED}\s*\.?"),
    _form("other", _KINDS, rf"{FORM_WORDS}[.:]?"),
    _form("number", "incoming inc outgoing in out входящий входящая вх исходящий исходящая исх register registered reg "
          "registry special issuing serial ser спец специальный инв file дело",
          rf"(?:inc(?:oming)?|outgoing|in|out|вход(?:ящ(?:ий|ая))?|вх|исход(?:ящ(?:ий|ая))?|исх|reg(?:ister(?:ed)?)?|"
          rf"registry|special|issuing|ser(?:ial)?|спец(?:иальн\w+)?|инв|file|дело)\.?\s*(?:number\s*)?{NUMBER_SIGN}?"
          rf"\s*:?\s*{NUMBER}{_DATED}\.?"),
    _form("number", _SIGNS, rf"{NUMBER_SIGN}\s*:?\s*{NUMBER}{_DATED}\.?"),
    _form("distribution", "copy copies экз экземпляр экземпляры копия копии коп 份",
          rf"(?:copy|copies|экз(?:емпляр(?:ы)?)?\.?|коп(?:ия|ии)?\.?|份)\s*{NUMBER_SIGN}?\s*"
          rf"(?P<copy>\d+(?:\s*[-–,]\s*\d+)*)\s*(?:[–—:-]|to\b|for\b|тов?\.|т\.|в\b|—)\s*{TAIL}"),
    _form("distribution", "copy copies cc info копия копии 抄", rf"(?:cop(?:y|ies)\s+(?:to|for)|cc|info(?:rmation)?"
          rf"(?:\s+copy)?(?=\s*:)|копи[яи]|抄送|抄报)\s*[:：]?\s*{TAIL}"),
    _form("copy", "copy экз экземпляр копия",
          rf"(?:copy|экз(?:емпляр)?\.?|копия)\s*{NUMBER_SIGN}?\s*(?P<copy>\d+)(?:\s+of\s+\d+(?:\s+copies)?)?\.?"),
    _form("received", "was received rec rcvd arrived accepted taken time принята принято принял приняла "
          "получен получено получена поступил поступила поступило 收 到",
          rf"(?:was\s+)?(?:time\s+received|received|rec['’]?d|rcvd|arrived|accepted|taken\s+down|принят[ао]|принял[а]?|"
          rf"получен[ао]?|поступил[ао]?|收到|收电(?:时间)?|收报(?:时间)?|到达)(?!\w)\s*(?:by\b|at\b|on\b|в\b)?\s*[:：–—-]?\s*{TAIL}"),
    _form("sent", "was sent transmitted dispatched despatched handed time отправлен отправлена отправлено передан "
          "передана передано передал передала сдана 发 發",
          rf"(?:was\s+)?(?:time\s+sent|sent|transmitted|dispatched|despatched|handed in|отправлен[ао]?|передан[ао]?|"
          rf"передал[а]?|сдан[ао]|发出|發出|发电(?:时间)?|发报(?:时间)?)(?!\w)\s*(?:by\b|at\b|on\b|в\b)?\s*[:：–—-]?\s*{TAIL}"),
    _form("sent", "date dated dtg дата 日", rf"(?:date(?:\s+(?:and|&)\s+time)?|dated|dtg|дата|日期)\s*[:：]\s*{TAIL}"),
    _form("deciphered", "deciphered decoded decrypted расшифровал расшифровала расшифровано расшифрована "
          "расшифрован 译",
          rf"(?:deciphered|decoded|decrypted|расшифрова(?:л|ла|но|на|н)|译电员?|译)(?!\w)\s*(?:by\b|on\b|at\b)?"
          rf"\s*[:：–—-]?\s*{TAIL}"),
    _form("copies", "printed made typed prepared issued отп отпечатано отпечатан напечатано изготовлено",
          r"(?:printed|made|typed|prepared|issued)\s+(?:in\s+)?(?:\w+|\d+)\s+copies\b[^\n]*|"
          r"(?:отп(?:ечатан[ао]?)?\.?|напечатано|изготовлено)\s*(?:в\s+)?(?:\w+|\d+)\s+экз[^\n]*"),
    _form("printed", "printed typed typist отпечатал отпечатала отпечатано отпечатана напечатал напечатала напечатано "
          "печатал печатала машинистка",
          rf"(?:printed|typed|typist|отпечата(?:л|ла|но|на)|напечата(?:л|ла|но|на)|печатал[а]?|машинистка)(?!\w)\s*"
          rf"(?:by\b|on\b|at\b|in\b)?\s*[:：–—-]?\s*{TAIL}"),
    _form("verified", "verified checked authenticated correct true certified верно проверил проверила сверил "
          "сверила сверено 核",
          rf"(?:verified|checked|authenticated|correct|(?:certified\s+)?true(?:\s+copy)?|верно|проверил[а]?|сверил[а]?|"
          rf"сверено|核对)(?!\w)\s*(?:by\b)?\s*[.:：–—-]?\s*{TAIL}"),
    _form("delivered", "delivered handed вручен вручена вручено доставлен доставлена доставлено",
          rf"(?:delivered|handed over|вручен[ао]?|доставлен[ао]?)(?!\w)\s*(?:by\b|to\b|at\b|on\b)?\s*[:–—-]?\s*{TAIL}"),
    _form("copies", "copies distribution distributed рассылка разослано расчет",
          r"(?:copies|distribution(?: list)?|distributed to|рассылка|разослано|расч[её]т\s+рассылки)"
          r"(?:\s*[:.]?|\s*[:–—-][^\n]*)"),
    _form("precedence", "us most very extremely urgent flash immediate op operational priority niact routine deferred "
          "rush out lightning вне весьма срочно срочная молния 特 急 万 萬 precedence",
          rf"(?:precedence\s*:\s*)?{_HASTE}(?:\s*[,.–—-]\s*(?:secret|urgent|top secret))?[.!！]?"),
    _form("marking", "strictly top most very secret confidential for eyes personal personally restricted unclassified "
          "official limited declassified the making taking removal copying duplication reproduction not no subject to "
          "return urgent сов совершенно строго секретно лично только особая снятие нятие подлежит хранить 绝 絕 机 機 "
          "秘 亲 親 classification", rf"(?:classification\s*:\s*)?(?:{_SECRECY})(?:[\s,.;:/–—-]{{1,3}}(?:{_SECRECY}))"
          r"{0,4}[.!！]?"),
    _form("subject", "subject subj re concerning тема содержание 事", rf"(?:subject|subj|re|concerning|тема|содержание|"
          rf"事由)\s*[:：]\s*{TAIL}"),
    _form("reference", "ref refs reference references reftel reftels на",
          rf"(?:ref(?:erence)?s?|reftels?|reference telegrams?|на)\s*(?::|{NUMBER_SIGN})\s*(?P<rest>[^\n.]*)\.?"),
    _form("address", "from to via through for info sent received sender author addressee addressees recipient "
          "recipients destination origin place от откуда из для кому куда место адресат адрес через 发 收 抄",
          rf"(?P<role>{_ROLES})\s*[:：]\s*{TAIL}"),
    _form("address", "from via через из",
          rf"(?P<role>from|via|через|из)\s+(?P<rest>[^\n.:;!?№]{{2,60}}?)(?:\s+to\s+[^\n.:;!?]{{2,40}}|\s+{NUMBER_SIGN}\s*"
          rf"{NUMBER})?"),
    _form("received", "r", rf"(?-i:R)\.\s+{TAIL}"),
    _form("sent", "d", rf"(?-i:D)\.\s+{TAIL}"),
    _form("instruction", "telegraph cable report wire исполнение получение об о телеграфируйте",
          r"(?:telegraph|cable|report|wire|telegraph back)\s+(?:the\s+)?(?:fulfil?lment|execution|receipt|"
          r"implementation)\b[^\n]{0,40}|(?:об?\s+)?(?:исполнени[еи]|получени[еи])\s+телеграф\w+[^\n]{0,40}|"
          r"телеграфируйте\s+(?:исполнение|получение)[^\n]{0,20}"),
    _form("instruction", "to by via in шифром по telegraphic",
          r"(?:to be sent\s+|by\s+|via\s+|in\s+)(?:\w+[- ]){0,3}(?:cipher|code|radio|courier|air mail|high[- ]frequency"
          r"(?:\s+\w+)?|VCh)[.]?|шифром(?:\s+по)?(?:\s+ВЧ)?|по\s+ВЧ(?:\s+шифром)?"),
    _form("instruction", "please pass hand transmit convey deliver передайте вручите",
          r"(?:please\s+)?(?:pass|hand|transmit|convey|deliver)\s+(?:the following\s+)?(?:on\s+)?to\s+(?:the\s+)?"
          r"(?-i:[A-ZА-ЯЁ])[\w.’'-]*(?:\s+(?:(?:of|the|and|in|for)\s+){0,2}(?-i:[A-ZА-ЯЁ\[])[\w.’'\]-]*){0,6}[:.]?"
          r"|(?:передайте|вручите)\s+[^\n.]{2,60}[:.]?"),
    _form("annotation", "resolution note notes annotation marginal handwritten помета резолюция пометка на 批",
          r"(?:resolution|annotation|notes?(?=\s*[:：])|(?:marginal|handwritten)\s+note|note\s+on\s+the\s+(?:document|form|telegram)|помет[аы]|"
          r"пометка|резолюция|на\s+полях|批示|批语)[^\n:：]{0,40}[:：][^\n]*"),
    _form("other", "executor drafted исполнитель исп enclosure enclosures encl attachment приложение end bt nnnn",
          r"(?:executor|drafted by|исполнитель|исп)\s*[.:]?\s+[^\n]{2,60}|"
          r"(?:encl(?:osures?)?|attachments?|приложени[ея])\s*[.:][^\n]{0,120}|"
          r"(?:end(?: of (?:message|telegram|cable))?|bt|nnnn)\.?"),
)  # fmt: skip

COUNTED_COPIES: Final = Form(
    "copies",
    (),
    re.compile(
        r"(?:in\s+)?(?:\w+|\d+)\s+cop(?:y|ies)\s+(?:were\s+|was\s+)?(?:printed|made|typed|prepared|issued|distributed)\b"
        r"[^\n]*|(?:в\s+)?(?:\w+|\d+)\s+экз\w*\.?(?:\s+[^\n]{0,60})?",
        re.IGNORECASE,
    ),
)
"""“Three copies made”: the one form that begins with any word."""

LISTED_COPY: Final = re.compile(r"(?P<copy>\d{1,2})(?:[.):]\s+|\s*[–—-]\s+|\s+to\s+)(?P<rest>[^\W\d_][^\n]*)")
"""A line of the list under “Distribution:”, which is one only there."""

DISPATCH: Final = re.compile(
    rf"{NUMBER_SIGN}\s*{NUMBER}[.,;:]?\s+(?P<name>[^\W\d_][^\d\n]{{1,60}}?)"
    r"(?:[,.]?\s+(?P<date>(?:\d|[^\W\d_]+\s+\d)[^\n]*))?"
)

_LEAD: Final = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+|\d|[№#]")


def lead_of(text: str) -> str:
    """Return what a line begins with, by which forms are looked up: a word, a Chinese character, a number sign."""
    match = _LEAD.match(text)
    return match.group().lower() if match else ""


def _by_lead() -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = defaultdict(list)
    for lead, form in _pairs():
        table[lead].append(form)
    return {lead: tuple(forms) for lead, forms in table.items()}


def _pairs() -> Iterator[tuple[str, Form]]:
    for form in _FORMS:
        yield from ((lead, form) for lead in dict.fromkeys(form.leads))


FORMS_BY_LEAD: Final = _by_lead()
