"""Rows of the forms that foreign ministries use: level, desk, the number under which a telegram came in or went out.

"Level: Extra Urgent / From the Oslo Desk / Received (65) No. 284" is one head in many layouts: line by line, with
strokes, with dashes. They stand apart from `forms`, which has the lines of cipher departments.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.form_rows import row
from tei.recognise.form_words import CAPITAL, NUMBER, NUMBER_SIGN, SEP

_MINISTRY: Final = r"(?:(?:ministry|department)\s+of\s+(?:foreign|external)\s+(?:affairs|relations)|foreign\s+ministry)"
_WIRE: Final = r"(?:cables?|telegrams?|dispatch|wire)"
MINISTRY_FORMS: Final = (
    row("number", "received sent incoming outgoing dispatched",
        rf"(?:received|sent|incoming|outgoing|dispatched)\s*\(\d\d\)\s*(?:\w+\s*)?{NUMBER_SIGN}{SEP}{NUMBER}\.?"),
    row("number", "incoming outgoing received sent",
        rf"(?:incoming|outgoing)\s+{NUMBER_SIGN}{SEP}(?P<number>[A-ZА-Я]{{1,2}}[ -]?\d[\w./-]*)\.?"),
    row("distribution", "copy",
        rf"copy\s+{NUMBER_SIGN}\s*(?P<copy>\d{{1,2}})\s*[–—-]\s*(?:distribution|mailing)(?:\s+list)?(?P<rest>)[.:]?"),
    row("copies", "received seen read", r"(?:received|seen|read)\s+by\s*:"),
    row("precedence", "level priority urgency status rank",
        r"(?:(?:urgency|priority)\s+)?(?:level|status|rank)\s*:\s*(?P<rest>(?-i:[A-Z])[A-Za-z]+(?:[\s,-]+[A-Za-z]+){0,4})\.?"),
    row("other", "from",
        r"(?-i:FROM\s+THE\s+(?:PERMANENT\s+)?(?:DELEGATION|MISSION|EMBASSY|LEGATION|CONSULATE)\s+"
        r"(?:OF|AT|TO)\s+[^a-z\n:;!?—]{4,140}?(?:\s?(?:—|--)\s?(?P<place>[A-Z]{3,16}(?:\s[A-Z]{3,16}){0,2}))?\.?)"),
    row("other", "from",
        rf"from\s+(?:the\s+)?(?:\w+\s+)?(?P<place>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)\s+desk\.?"),
    row("other", "from",
        rf"from\s+(?:the\s+)?(?:station|desk|office)\s+in\s+(?:the\s+)?(?P<place>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)\.?"),
    row("other", "ministry department foreign",
        rf"{_MINISTRY}(?:\s+of\s+the\s+[A-Z]{{2,4}})?\s+(?:(?:received|sent|incoming|outgoing)\s+)?{_WIRE}\.?"),
    row("other", "received sent", rf"(?:received|sent)\s+{_WIRE}"),
    row("annotation", "handwritten marginal typed stamped",
        r"\[(?:handwritten|marginal|typed|stamped)\s+(?:notes?|text|annotations?|remarks?|comments?|marginalia|resolution|inscription)(?:\s[^\[\]\n]{3,60})?:?\]"
        r"\s*[:–—-]?\s*[^\n]{3,200}"),
    row("other", "telegram cable ciphergram cablegram telegramm",
        rf"(?:telegram|cable|ciphergram|cablegram|telegramm)\s+(?:from|aus)\s+(?P<place>{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?)\.?"),
    row("other", "delivered sent transmitted passed",
        r"(?:delivered|sent|transmitted|passed)\s+(?:by|over)\s+(?:the\s+)?(?:special\s+|government\s+|secret\s+)?"
        r"(?:cable|wire|telegraph|telephone|courier|V\.?Ch\.?|HF|radio|pouch|teletype)(?:\s+(?:line|link|phone))?\.?"),
    row("other", "telegram cable letter", r"(?:telegram|cable|letter)\s+(?:in|by)\s+(?:cipher|code|clear)\.?"),
    row("number", "no n nº n° nr № #",
        rf"{NUMBER_SIGN}\s*(?P<number>(?-i:[A-Z]{{1,6}})/[\w/().-]*\d[\w/().-]*)\.?"),
    row("sent", "dated", r"dated\s*:?\s*(?P<rest>[^\n]{4,24}\b(?:1[89]|20)\d\d)\.?"),
    row("address", "for",
        rf"(?P<role>for)\s+(?P<rest>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,3}})\s+from\s+"
        rf"{CAPITAL}[\w.’'-]+(?:\s{CAPITAL}[\w.’'-]+){{0,3}}\.?"),
    row("address", "fm",
        rf"(?P<role>(?-i:FM))\.\s+(?P<rest>{CAPITAL}[\w-]+(?:\s[A-Z]{{2,}})?)(?:\s*/\s*[A-Z]{{1,4}})?"),
    row("sent", "from",
        rf"from\s+(?P<place>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)[,.]?\s+{NUMBER_SIGN}\s?(?P<number>\d{{2,6}})[,.]?\s+"
        r"(?P<rest>(?:\d{4}|\d{1,2}[:.]\d\d)\s*(?:hrs?|hours)?\.?,?\s+\d{1,2}[./]\s?(?:\d{1,2}|[IVX]{1,4})[./]\s?\d{2,4})\.?"),
    row("other", "copy certified true", r"(?:(?:certified|true)\s+)?copy\.?"),
    row("other", "to rp info", r"(?-i:TO|RP|INFO)\."),
    row("other", "pp rr oo o r p zz", r"(?-i:PP|RR|OO|ZZ|[PRO])\s+(?-i:[A-Z]{3,})/\d{2,5}"),
    row("sent", "o i",
        r"(?-i:[OI])\.\s?(?-i:[A-Z]{1,3})(?P<number>\d{2,6})\s+"
        r"(?P<rest>\d{4}\s+\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s+[A-Z]{2,4})?"),
    row("distribution", "information info",
        r"info(?:rmation)?\s+cop(?:y|ies)\s+(?:sent\s+)?to\s*:\s*(?P<rest>[^\n]{2,90})"),
    row("copies", "printed typed made", r"(?:printed|typed|made)\s*:\s*\d{1,2}\s+cop(?:y|ies)\.?"),
    row("other", "processed", r"processed\s*:\s*\d[^\n]{3,90}"),
    row("marking", "confi conf sec secr top strictly",
        r"(?:top\s+|strictly\s+)?(?:conf(?:i|id|iden)?\[i?d?e?n?tial\]|conf\[idential\]|sec\[ret\]|secr\[et\])\.?"),
    row("copies", "sent", r"sent\s+in\s+(?:one|two|three|\d{1,2})\s+cop(?:y|ies)(?:\s+from\s+an?\s+[\w ]{3,30})?\.?"),
    row("other", "by", rf"by\s+(?P<name>{CAPITAL}[\w’'-]+)\s+{NUMBER_SIGN}\s?\d{{1,6}}\.?"),
    row("other", "ops duty cipher", r"(?:ops\s+)?duty\s+officer\s*:?\s+(?-i:[A-Z])[\w.’' -]{2,40}"),
    row("other", "original", r"original\s+(?:initial(?:l)?ed|signed|seen)\s+by\s*:\s*[^\n]{1,40}"),
    row("sent", "sending", rf"sending\s*:\s*(?P<place>{CAPITAL}[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+){{0,2}})(?P<rest>)"),
    row("other", "dae dem dpc dpr den dsi dpp deoc daa aig",
        r"(?-i:[A-Z]{2,4})(?:/(?-i:[A-Z]{2,5})){1,6}/\d{1,4}\.?(?:\s*\(\w{1,8}\))?"),
    row("other", "foreign", r"foreign\s+(?:secretary|minister)\s+from\s+(?:the\s+)?"
        r"(?:charg[ée]|ambassador|high\s+commissioner)[^\n.]{0,30}\.?"),
    row("other", "permanent embassy legation mission consulate",
        rf"(?:permanent\s+)?(?:embassy|legation|mission|consulate)\s+of\s+(?:the\s+)?(?-i:[A-Z]{{2,6}})(?:\s+(?:in|to|at)\s+(?:the\s+)?"
        rf"{CAPITAL}[\w-]+)?\s+[–—-]\s+{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+){{0,2}}"),
    row("precedence", "newsflash news flash", r"(?:news\s?flash|flash\s+news)[!.]?"),
    row("other", "translation procedural",
        r"translation\s+of\s+(?:an?\s+)?(?:coded|ciphered|enciphered)\s+(?:telegram|cable|message)|procedural\s+copy"),
    row("other", "translation translated",
        rf"(?:translation|translated)\s+from\s+(?:the\s+)?{CAPITAL}[a-z]{{3,10}}\.?"),
    row("marking", "special", r"special\s+(?:file|folder)\.?"),
    row("instruction", "for report",
        r"(?:for\s+)?(?:immediate|urgent|prompt)?\s*report(?:ing)?\s+to\s+"
        rf"(?:com(?:rade|r?\.)|cde\.)\s+{CAPITAL}[\w’'-]+(?:\s\[[\w ]{{2,24}}\])?\.?(?:\*|x/?|\d)?"),
    row("sent", "0 1 2 3 4 5 6 7 8 9",
        r"(?P<rest>\d{1,2}\s+(?:hours?|hrs?\.?)\s+\d{1,2}\s+(?:minutes?|min\.?)[.,;]?\s+"
        r"\d{1,2}\.\s?(?:\d{1,2}|[IVX]{1,4})\.\s?(?:\d{4}|\d{2}))\.?"),
    row("sent", "received",
        r"received\s+at\s+the\s+office\s*:[^\n:]{3,40},\s+(?:issued|signed)\s*:[^\n]{3,40},\s+(?:sent|dispatched)"
        r"(?:\s+\w+)?\s*:\s*(?P<rest>\d[^\n]{3,40})"),
    row("other", "продиктовано продиктована записано записал",
        r"(?:продиктован[ао]|записан[ао]|записал[ао]?)\s(?:[^\n.;:!?]|(?<=\bт)\.|(?<=тов)\.|\.(?=\d)){0,60}?(?:по\s(?:телефону|вч)|под\sдиктовку)[^\n;:!?]{0,60}"),
    row("address", "для",
        rf"(?P<role>для\s+передачи)\s+(?P<rest>(?:(?:т|тов)\.\s)?{CAPITAL}[\w.-]+(?:\s{CAPITAL}[\w.-]+){{0,2}})[.,:]?"),
    row("other", "0 1 2 3 4 5 6 7 8 9", r"\d{1,2}\s?ч(?:ас)?\.\s*\d{1,2}\s?м(?:ин)?\.\s(?:утра|дня|вечера|ночи)"),
    row("printed", "отп отпечатано отпечатана вып выпустил выпустила",
        r"(?:отп(?:\.|ечатан[ао])\s+(?P<rest>\d{1,2}[./](?:\d{1,2}|[IVXХ]{1,4})[^\n;:!?]{0,32})|"
        rf"вып(?:\.|устил[а]?)\s+(?P<name>{CAPITAL}[а-яё-]{{2,20}}))\.?"),
    row("number", "вх",
        rf"вх\.?\s*{NUMBER_SIGN}\s*(?P<number>\d{{2,6}}(?:[,\s-]{{1,2}}\d{{2,6}}){{1,3}})\.?", "incoming"),
    row("received", "пост", r"пост\.\s+(?:в\s+)?(?P<rest>\d[^\n]{3,40})"),
    row("received", "помета", r"помета\s*:\s+[«\"“]?(?:получен[ао]?|принят[ао]?)\s+(?P<rest>\d[^\n]{3,40}?)[»\"”]?"),
    row("other", "карта", r"карт[аы]\s+(?:1\s?:\s?)?\d{1,3}(?:[.\s]000){1,2}(?:[–—-]\d{2}\s?г?)?\.?"),
    row("other", "передал передала",
        rf"передал[а]?\s*:\s*{CAPITAL}[\w.\s-]{{2,40}}?[.,;]\s+принял[а]?\s*:\s*[^\n:]{{3,40}}"),
    row("other", "передана передано передан",
        r"передан[ао]?\s+по\s+[«\"“]?(?:телефону|телеграфу|радио|бодо|юзу|вч|прямому\s+проводу|аппарату)[»\"”]?(?:\s[^\n\d;:!?]{2,60})?\.?"),
    row("received", "came arrived",
        r"(?:came|arrived)\s+(?:in\s*)?(?:to|at)\s+(?:the\s+)?(?:\w+\s+)?(?:department|section|office|bureau|desk)\s+"
        r"(?:on|at)\s+(?P<rest>\d[^\n]{3,30})"),
)  # fmt: skip
