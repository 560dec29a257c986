"""The forms of service matter, one row each: the `ab` type it is encoded as, its first words, and its look.

English, Russian and Chinese; the words that a form prints before what is filled in stand in `labels`. A row must match
a whole paragraph, since the same words also occur in prose. `form_leads` finds the rows that can match by the first
word of a line, so that prose costs one look into a dictionary; a row is compiled when it is first looked at.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.form_rows import handled, row
from tei.recognise.form_words import (
    BODY,
    CAPITAL,
    COLON,
    DATED,
    FORM_WORDS,
    HASTE,
    NUMBER,
    NUMBER_SIGN,
    ORDINAL,
    POST,
    SECRECY,
    SEP,
    STRONG_ROLES,
    TAIL,
)
from tei.recognise.labels import pattern

_KINDS: Final = (
    "cable telegram telegramme cryptogram cablegram radiogram radio message ciphergram cyphergram despatch dispatch "
    "wire telex encryption "
    "шифрована телеграма шифрограма шифровка шифротелеграмма шифртелеграмма шифрвка шифрорадиограмма шифррадиограмма "
    "телеграмма телефонограмма радиограмма депеша "
    "电 電 incoming outgoing top strictly secret coded code encoded cipher ciphered cypher cyphered encrypted "
    "enciphered "
    "special open plain urgent flash ciphertelegram входящая исходящая секретная срочная télégramme telégramme "
    "télégramme dépêche depêche dépeche "
    "geheimes geheimtelegramm offenes chiffriertes dringendes telegramm chiffretelegramm funktelegramm drahttelegramm "
    "ferntelegramm fernschreiben chiffrefernschreiben drahtbericht drahterlass drahterlaß funkspruch schnellbrief "
    "telegramă điện 전보 암호전문 "
    "telegrama cablegrama telegramma fonogramma szyfr szyfrogram depesza rejtjeltávirat távirat tavirat šifra šifrovka"
)
_ZH_DAY: Final = r"(?:1[89]|20)\d\d\s?年[\d\s]{1,4}月[\d\s]{1,4}[日號号][^\n，。；]{0,16}?"
_SIGNS: Final = "núm num numero número бр пов br pov ч số нр n nº n° nr no nos num number # № номер 第"
FORMS: Final = (
    row("number", _KINDS, rf"{FORM_WORDS}\s+(?:aus|from|из|de|da|"
                            rf"z)\s+(?P<place>{CAPITAL}[\w-]+(?:[\s-]{CAPITAL}[\w-]+)?),?\s+"
          rf"{NUMBER_SIGN}\s*{NUMBER}{DATED}\s*\.?"),
    row("number", _KINDS, rf"{FORM_WORDS}\s*[,:]?\s*(?:{NUMBER_SIGN})?{SEP}{NUMBER}{DATED}"
          r"(?:\s*\((?:extracts?|paraphrase)\))?\s*\.?"),
    row("number", _KINDS, rf"{FORM_WORDS}\s+(?:number|no\.?|serial(?: number)?)\s*[:：.]?\s*"
          rf"(?:\(\d{{2,4}}\)\s*)?(?:{CAPITAL}[\w’'-]*\s+){{0,4}}(?:{NUMBER_SIGN}\s*)?{NUMBER}\.?"),
    row("number", _KINDS, rf"{FORM_WORDS}\s+(?P<number>(?-i:[A-Z][A-Za-z]{{2,8}})[.-]?\s?\d{{1,5}})"
          r"(?:\s*\((?:extracts?|paraphrase)\))?\s*\.?"),
    row("other", _KINDS, rf"{FORM_WORDS}(?:\s+unnumbered)?(?:\s*\((?:extracts?|paraphrase)\)|"
          r"\s*\[\w{3,20}\])?[.:]?"),
    row("number", "tel telegraphic telegram", r"tel(?:egraphic|egram|\.)?[\s,]*\(\s*no\.\s*"
          r"(?P<number>\d{1,5}[a-z]?)\.?\s*\)\.?"),
    row("number", "no", r"\(\s*no\.\s*(?P<number>\d{1,5}[a-z]?)\.?\s*\)(?:[.\s]*(?:[\w ]{2,40}\.)*)"),
    row("other", _KINDS, rf"{FORM_WORDS}\s*(?:,|[–—-]|of|from|des|der|du|de la)\s+(?:the\s+)?(?![^\n]*\s(?:to|an|"
        rf"à|от|к)\s)"
          rf"(?:{CAPITAL}[\w’'.-]*\s+){{0,5}}{BODY}(?:\s+(?:of|for|des|der|du|de|in|and)(?:\s+(?:the|la|für))?\s+"
          rf"{CAPITAL}[\w’'.-]*|\s+{CAPITAL}[\w’'.-]*){{0,4}}"),
    row("other", "the this unauthorised unauthorized",
          r"(?:the\s+)?unauthori[sz]ed\s+[^\n.]{3,60}\s(?:is|are)\s+(?:strictly\s+)?(?:prohibited|forbidden)\.?|"
          r"this\s+(?:telegram|document|message|copy)\s+(?:is|must|should|may)\s[^\n]{0,60}\b(?:secrecy|property|"
          r"retained|passed\s+on|destroyed|lock\s+and\s+key|re-?cyphered|paraphrased?)\b[^\n]{0,80}"),
    row("other", "0 1 2 3 4 5 6 7 8 9 part parts section sections",
          r"\(?\d{1,2}\s+parts?,?\s+(?:complete|in\s+all)\)?[^\n.]{0,40}|(?:section|part)s?\s+(?:\d{1,2}|[IVX]{1,4}|one|two|"
          r"three|four|five)(?:\s*(?:and|to|&|[–-])\s*(?:\d{1,2}|[IVX]{1,4}|two|three|four|five))?\s+of\s+(?:\d{1,2}|[IVX]{1,4}|"
          r"two|three|four|five)\.?|(?-i:\d{4}[A-Z]?/\d{1,2})(?:st|nd|rd|th)?(?:\s+(?-i:[A-Z])[a-z]{2,8})?"),
    row("other", "t", r"(?-i:T\.?\s?O\.?\s?[ORD])\.?\s*[:.]?\s*\d{4}[A-Z]?(?:/\d{1,2})?(?:\s+[A-Z][a-z]+)?\.?"),
    row("other", "file", r"file\s+(?:ref(?:erence)?|no|number)\.?\s*[:：.]\s*(?=[^\n]*\d)[^\n]{2,40}"),
    row("address", "inward outward",
          r"(?:in|out)ward\s+(?:saving\s+)?(?:telegram|savingram|message)\s+(?P<role>from|to)\s*:?\s*"
          r"(?P<rest>[^\n.:;!?]{2,90})"),
    row("other", "без подпись unsigned not", r"без\s+подписи\.?|подпись\s+(?:отсутствует|неразборчива)\.?|"
                                               r"unsigned\.?|not\s+signed\.?"),
    row("other", "telephone telephoned phone by via over по",
          r"(?:telephoned?|phoned?)\s+message(?:\s+(?:via|by|over)\s+[\w -]{2,30})?[.:]?|"
          r"(?:by|via|over)\s+(?:the\s+)?(?:VCh|HF|high[- ]frequency)(?:\s+(?:line|telephone|channel))?[.:]?|"
          r"по\s+ВЧ[.:]?"),
    row("other", "письмо записка нота 函 信 air lettergram", r"(?:письмо|записка|нота|[信函])[.:：]?|"
        r"(?:air\s+letter|lettergram)(?:\s*[\[(][^\[\]()\n]{3,30}[\])])?\.?"),
    row("other", "cipher cypher en teletype telegraph western postal radio all commercial cable",
          r"(?:ciph?er|cypher)\s*/\s*(?:OTP|typex|RAF|recyphered|\w{2,10})[.]?|en\s+clair[.]?|teletype|"
          r"western\s+union(?:\s+(?:telegraph|cablegram|telegram)[^\n]{0,20})?|postal\s+telegraph[^\n]{0,30}|"
          r"(?:commercial|all\s+america|radio)\s+(?:cables?|corporation)[^\n]{0,30}|(?:telegraph|"
          r"cable)\s+(?:form|office)"
          r"[^\n.!?]{0,30}"),
    row("number", "", rf"{pattern('special', 'issuing', 'incoming', 'outgoing', 'register')}\s*(?:(?:cipher|telegram|"
          rf"message)\s+)?(?:number\s*)?(?:{NUMBER_SIGN})?{SEP}{NUMBER}(?:{DATED}|\s+\d{{1,2}}\s(?-i:[A-Z])[a-z]{{2,8}}\s\d{{4}}|\s(?-i:[A-Z])(?=\.))\.?",
          "special", "issuing", "incoming", "outgoing", "register"),
    row("number", "report spravka справка from from", r"(?:report|information|summary|справка|"
                                                        rf"сообщение)\s*{NUMBER_SIGN}\s*"
          r"(?P<number>\d[\d/-]*)\s+(?:from|of|dated|от)\s+\d[^\n]{3,24}"),
    row("number", "from incoming outgoing", r"from\s+(?:the\s+)?(?:incoming|outgoing)(?:\s*\((?:incoming|"
                                              r"outgoing)\))?\s+"
          rf"(?:(?:cipher(?:ed)?|coded)\s+)?(?:telegram|cable)\s*{NUMBER_SIGN}{SEP}{NUMBER}"),
    row("sent", "from of", r"(?:from|"
                             rf"of)\s+(?P<rest>\d{{1,2}}\s+[^\W\d_]{{3,9}}\s+\d{{4}})\s+from\s+(?P<place>{CAPITAL}[\w-]+(?:\s"
          rf"{CAPITAL}[\w-]+)?)"),
    row("number", "foreign ministry", r"(?:foreign\s+)?ministry\s+(?:outgoing|"
                                        rf"incoming)\s*(?:\(\d\d\))?\s*\w*\s*{NUMBER_SIGN}{SEP}{NUMBER}"),
    row("number", "foreign ministry", r"(?:foreign\s+)?ministry\s+(?:outgoing|"
                                        r"incoming)\s*\(\d\d\)\s*\w+\s*\((?P<number>\d{1,5})\)"),
    row("other", "cable cabled telegram", rf"(?:cabled?|telegram)\s+(?:received|sent)\s+by\s+the\s+(?:\[\w+\]\s+)?"
          rf"(?:{CAPITAL}[\w’'\]-]*\s+){{0,3}}{BODY}(?:\s+of(?:\s+{CAPITAL}[\w’'-]*){{1,3}})?"),
    row("other", "received",
          rf"received\s+from\s+the\s+(?:{CAPITAL}[\w’'-]*\s+){{1,3}}(?:desk|station|post|office)"),
    row("precedence", "level urgency status grade rank", rf"(?:(?:urgency\s+)?level|status|grade|rank)\s*:\s*"
          rf"(?P<rest>{HASTE}(?:,\s+[\w ]{{3,20}})?)\.?"),
    row("precedence", "grade", r"grade\s*:\s*[^\n]{3,60}"),
    row("other", "before approved sent", r"before\s+sending\s*:[^\n]{0,60}|approved\s+by\s*:[^\n]{0,60}|"
                                           r"sent\s*:\s*see\s[^\n]{3,60}"),
    row("received", "on", r"on\s*/\s*\d{1,2}\s*/\s*(?P<rest>\d{1,2}/[IVX]{1,4}/\d{2,4})"),
    row("other", "d das dac dor sg g dea dnu dam", r"(?:[A-Z][A-Za-z]{1,4}/){2,9}[\w.]{1,8}\s*(?:\(\w{1,6}\))?"
          r"(?:\s+(?:Substitution|Correction|Repetition))?"),
    row("subject", "question index", r"question\s+of\s+[^\n.]{2,50}\.?(?:\s+[A-Z][^\n.]{5,110}\.){0,3}|"
                                       r"index\s*:\s*(?P<rest>[^\n]{2,80})"),
    row("marking", "personal private top most very strictly secret confidential important urgent immediate sensitive",
        r"(?:(?:top|most|very|strictly)\s+)?(?:secret|personal|private|confidential|urgent|immediate|important|sensitive)"
        r"(?:\s+(?:and|&)\s+(?:(?:top|most|very|strictly)\s+)?(?:secret|personal|private|confidential|urgent|immediate|"
        r"important|sensitive)){1,2}\.?"),
    row("marking", "confidential secret urgent reserved", r"reserved\.?|(?:top\s+)?(?:confidential|secret)\s*[–—-]"
          r"\s*(?:extremely\s+|most\s+|very\s+)?(?:urgent|immediate)"
          r"(?:\s+(?:substitution|correction|repetition|circular))?[.]?"),
    row("copies", "copies", r"copies\s+made\s*(?:\(typed\))?\s*:\s*\d[^\n]{0,240}"),
    row("number", "第", r"第\s*(?P<number>[\d０-９]{1,7}|[一二三四五六七八九十百千〇零]{1,8})\s*[号號]"
          r"(?:(?:密[码碼]|加密|特急|机密|機密|密)?(?:电报|電報|电文|電文|电|電))?[。.]?"),
    row("sent", "0 1 2 3 4 5 6 7 8 9", rf"(?:{_ZH_DAY}收到\s*)?(?P<rest>{_ZH_DAY})"
          r"(?:发出|發出|发报|發報|拍发|拍發|转交|轉交)[。.]?"),
    row("received", "0 1 2 3 4 5 6 7 8 9", rf"(?P<rest>{_ZH_DAY})(?:收到|收报|收報|收电|收電|到达|到達)"
          r"(?:第\s?\d{1,2}份)?[。.]?"),
    row("received", "上 下 午 晚 早 0 1 2 3 4 5 6 7 8 9", r"(?P<rest>(?:[上下]午|[早晚])?\s?\d{1,2}\s?[时時点點]"
          r"(?:\s?\d{1,2}\s?分|半)?)(?:收到|收|到|着)[）)]?[。.]?"),
    row("number", "来 來 去 中 外", r"(?:[\u3400-\u9fff]{2,10}部[\s\u3000]+)?[来來去][电電](?:[专專][号號])?\s?第\s?"
          r"(?P<number>\d{1,6})\s?[号號]"),
    row("precedence", "限", r"限[\u3400-\u9fff\d]{1,6}到[。.]?"),
    row("sent", "交", rf"交[\u3400-\u9fff·]{{2,10}}同志[，,\s]*(?P<rest>{_ZH_DAY})"),
    row("sent", "发 發", r"[发發]自\s*(?P<place>[\u3400-\u9fff·]{2,8})(?P<rest>)[。.]?"),
    row("distribution", "送 分 发 發 第", rf"(?:第\s?\d{{1,2}}份)?(?:送|分送|[发發]送)\s*[:：]\s*{TAIL}"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}{SEP}{NUMBER}{DATED}"
          r"(?:,\s(?:duplicate|triplicate|confidential|extract|copy))?\.?"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}{SEP}{NUMBER}\s+(?:(?:top\s+)?secret|confidential|urgent)\.\s+"
          r"(?P<date>\d[\d./\s\w]{5,24})"),
    row("number", "čj č ikt", rf"(?:čj|č\.\s?j|ikt)\.?\s*(?:sz\.?)?\s*:?\s*{NUMBER}"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}{SEP}{NUMBER}[.,]?(?=\s*[\[(\w])(?:\s+(?:telegraphic|telegram|saving|"
          r"by\s+(?:bag|telegraph|wireless)|en\s+clair|R|confidential|secret)[.,:]?){0,3}"
          r"(?:\s*[\[(][A-Z]{1,3}\s?\d[^\[\]()\n]{2,40}[\])])?\.?"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}\s*:\s*{NUMBER}\s+"
          rf"(?P<date>\d{{1,2}}\s(?-i:[A-Z])[a-z]{{2,8}}\.?,?\s(?:1[89]|20)\d\d)\.?"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}\s*(?P<number>\d{{1,3}}\s\d{{3}}|\d[\w/-]*)[.,]?\s+"
          rf"(?P<date>\d{{1,2}}\s(?-i:[A-Z])[a-z]{{2,8}}\s(?:1[89]|20)\d\d),\s+(?P<place>{CAPITAL}[\w-]+)\.?"),
    row("other", "series серия",
          r"(?:series|серия)\s*[:“”\"«]*\s?(?-i:[A-ZА-Я]{1,2})[”\"»]?(?:\s+(?-i:[A-ZА-Я]{1,2}))?\.?"),
    row("number", "t tel w y z d", rf"(?-i:T|Tel|W|Y|Z|D)\.?\s*{NUMBER_SIGN}{SEP}{NUMBER}[.,]?"),
    row("number", "t", rf"(?-i:T)\.\s*{NUMBER}(?:\s+(?-i:[A-Z]{{1,2}})\.?)?"
          r"(?:\s+(?:segreto|urgente|riservato))*[.,]?"),
    row("number", "magic intercept intercepted ultra", rf"(?:magic|intercept(?:ed)?|ultra)\s+(?:message|telegram|"
          rf"cable)\s*(?:{NUMBER_SIGN})?{SEP}{NUMBER}\.?"),
    row("number", "号 號 电 電 编 編 字", r"(?:[号號]次|[电電][报報]?[号號][数數]?|编号|編號|字[号號])\s*[:：]\s*"
          r"第?(?P<number>[\d０-９]{1,6}|[一二三四五六七八九十百千〇零]{1,8})[号號]?"),
    row("number", "",
          rf"{pattern('incoming', 'outgoing')}\s*字?第?\s*(?P<number>[一二三四五六七八九十百千〇零]{{1,8}})\s*[号號]",
          "incoming", "outgoing"),
    row("sent", "z", r"z\s+(?P<place>(?-i:[A-ZÀ-Ž])[\w-]+(?:\s(?-i:[A-ZÀ-Ž])[\w-]+)?),?\s+(?:dn\.?|"
                       r"dnia)\s+(?P<rest>\d[^\n]{3,50})"),
    row("number", "t", r"(?-i:T)\.?\s+(?:(?:S\.|SEGRETO|SEGRETISSIMO|RISERVATO|RISERVATISSIMO|URGENTE|"
                         r"PER\s+CORRIERE|S\.N\.D\.)\s*)+"
          rf"(?:N\.\s*)?{NUMBER}[.,]?"),
    row("sent", "из from", rf"(?:из|from)\s+(?P<place>{CAPITAL}[\w-]+(?:[\s-]{CAPITAL}[\w-]+)?),?\s+(?:от|of|on|"
                             rf"dated)\s+"
          r"(?P<rest>(?:\d|(?-i:[A-Z])[a-z]{2,8}\.?\s\d)[^\n]{3,40})"),
    row("number", "0 1 2 3 4 5 6 7 8 9", r"\d{1,2}[./-](?:\d{1,2}|[IVX]{1,4})[./-](?:\d{4}|\d{2})(?:\s*г\.?)?[,;]?"
          rf"\s+{NUMBER_SIGN}\s*{NUMBER}\.?"),
    row("number", "0 1 2 3 4 5 6 7 8 9", r"\d{1,2}\s+(?:[а-я]{3,8}|(?-i:[A-Z])[a-z]{2,8})\.?,?\s+(?:1[89]|20)\d\d"
          rf"(?:\s*г(?:ода|\.)?)?[,;.]?\s+{NUMBER_SIGN}\s*{NUMBER}\.?"),
    row("other", "копия подлинник автограф черновик заверенная машинопись рукопись",
          r"(?:(?:заверенная\s+)?(?:машинописная\s+)?копия|подлинник|автограф|черновик|машинопись|рукопись)"
          r"(?:[.,]\s*(?:машинопис\w+|автограф|рукопис\w+|подпис\w+)[^\n.]{0,30})?\."),
    row("sent", "из", rf"из\s+(?P<place>{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?)\s+"
          r"(?:отправлен[ао]?|послан[ао]?|передан[ао]?|подан[ао]?)\s+(?:в\s+)?(?P<rest>\d[^\n]{3,40})"),
    row("sent", "из from", rf"(?:из|from)\s+(?P<place>{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?),?\s+"
          r"(?P<rest>\d{1,2}\s?[./-]\s?(?:\d{1,2}|[IVXХ]{1,4})\b[^\n]{3,40}?)\d{0,2}(?:\.?\s+серия\s+[«\"]?\w{1,2}[»\"]?)?"
          r"(?:[.,]?\s*(?:вх|in)(?:\.|одящ\w+|coming)\s*(?:№|no\.?)\s*\d{1,6})?\.?"),
    row("other", "0 1 2 3 4 5 6 7 8 9", r"\d{1,2}\s?ч(?:ас)?\.\s*(?:[–—-]|\d{1,2})?\s?м(?:ин)?\."),
    row("number", "№", r"№\s*(?P<number>\d{1,5}/\w{1,3})\s*[–—-]\s*\d{1,6}/\w{1,3}\.?"),
    row("copy", "", rf"{pattern('copy')}\s*{NUMBER_SIGN}?\s*(?P<copy>\d+)(?:\s+of\s+\d+(?:\s+copies)?)?\.?", "copy"),
    row("distribution", "", rf"{pattern('copy')}\s*{NUMBER_SIGN}?\s*(?P<copy>\d+(?:\s*[-–,]\s*\d+)*)"
          rf"\s*(?:[–—:.|-]|to\b|for\b|тов?\.|т\.|в\b|—|(?<=\d)\s+(?={CAPITAL}))\s*{TAIL}", "copy"),
    row("distribution", "", rf"(?:{pattern('copied')}(?=\s*[:：]\s*\S)|cop(?:y|ies)\s+(?:to|for)|копи[яи]|抄送|抄报|"
          rf"repeat(?:ed)?\s+(?:(?:for\s+information|saving)\s+){{0,2}}to)\s*[:：]?[–—-]?\s*{TAIL}", "copied"),
    row("other", "", rf"{pattern('copy')}\s*{NUMBER_SIGN}?\s*_{{2,}}", "copy"),
    row("received", "reçu recu", r"re[çc]u\s*:?\s*(?:[^\W\d][^\d\n]{0,24},\s*)?le\s+(?P<day>\d{1,2})"
          r"(?:er)?,?\s+(?:à\s+)?(?P<rest>\d{1,2}\s?h[^\n]{0,20})"),
    handled("received", "received", more="rec"),
    row("received", "поступила поступило поступил лоступила лоступило",
          rf"[пл]оступил[ао]?(?:\s+для\s+расшифров\w+)?\s*:?\s*(?=\D{{0,9}}\d){TAIL}"),
    row("marking", "по весьма совершенно строго секретно",
          r"(?:(?:(?:весьма|совершенно|строго)\s+)?секретно[.,]?\s+)?по\s+(?:исполнении|прочтении|использовании)\s+"
          r"(?:сдать|вернуть|возвратить|уничтожить)[^\n.]{0,40}\.?"),
    handled("sent", "sent"),
    row("sent", "", rf"{pattern('date')}{COLON}{TAIL}", "date"),
    handled("deciphered", "deciphered"),
    handled("enciphered", "enciphered"),
    row("printed", "отп печ отпечатано отпечатал отпечатала напечатал напечатала",
          r"(?:отп|печ|отпечатал[ао]?|напечатал[ао]?)\.?\s*(?:в\s+)?\d\d?\s+экз\w*\.?\s+(?P<rest>(?-i:[А-ЯЁ])[^\n]*)"),
    row("copies", "printed made making typed prepared issued number copies total отп печ отпечатано отпечатан "
                    "напечатано изготовлено экз экземпляр единственный един",
          r"(?:экз(?:емпляр)?\.?\s*единств\w*|един(?:ств\w*|\.)\s*экз\w*)\.?|"
          r"(?:printed|made|making|typed|prepared|issued|total)\s+(?:in\s+)?(?!of\b|any\b|no\b)(?:\w+|"
          r"\d+)\s+cop(?:\.|y\b|ies\b)"
          r"[^\n]*|"
          r"total\s+(?:number\s+of\s+)?copies\s*[:–—-]?\s*\d+\.?|"
          r"(?:number\s+of\s+copies|copies\s+(?:made|printed|typed|issued))\s*[:：|–—-]?\s*\d+\.?|"
          r"(?:отп(?:ечатан[ао]?)?\.?|печ\.|напечатано|изготовлено)\s*(?:в\s+)?(?:\w+|\d+)\s+экз[^\n]*"),
    handled("printed", "printed"),
    handled("verified", "verified"),
    handled("delivered", "delivered"),
    row("distribution", "distribution рассылка total copies", r"(?:distribution(?:\s+list)?|рассылка|"
                                                                r"total)\s*[,:–—-]?\s*"
          rf"\d{{1,2}}\s+(?:copies|экз\w*\.?)\s*[:–—-]\s*{TAIL}"),
    row("address", "telegram", rf"telegram\s+sent\s+(?P<role>to)\s+(?=(?:com|cde|tov|{CAPITAL})){TAIL}"),
    row("copies", "", rf"{pattern('distribution')}(?:\s*[:.]?|\s*[:–—-]\s*\d[^\n]*)", "distribution"),
    row("distribution", "", rf"{pattern('distribution')}\s*[:–—-]\s*{TAIL}", "distribution"),
    row("precedence", "us u most very extremely", rf"(?:{pattern('precedence')}{COLON})?{HASTE}"
          r"(?:\s*[,.–—-]\s*(?:secret|urgent|top secret|by\s+(?:radio|wire|cable|telegraph|courier)))?\s?[.!！。]?",
          "haste", "precedence"),
    row("precedence", "", rf"{pattern('precedence')}{COLON}{TAIL}", "precedence"),
    row("marking", "the copies making taking removal copying duplication reproduction not no subject to return it "
          "must may do make burn destroy forbidden prohibited strictly urgent снятие нятие копии подлежит хранить",
          rf"(?:{pattern('classification')}{COLON})?(?:{SECRECY}|"
          rf"{HASTE})(?:[\s,.;:!/–—·•|，、。-]{{1,3}}(?:{SECRECY}|{HASTE})){{0,4}}"
          r"\s?[.!！。]?", "secrecy", "classification", "haste"),
    row("marking", "ciphered coded cipher enciphered code",
          r"(?:ciphered|coded|cipher|enciphered|code)\s+(?:telegram|cable|message)"
          rf"(?:[\s,.;:!/–—-]{{1,3}}(?:{SECRECY}|{HASTE})){{1,4}}[.!]?"),
    row("other", "", rf"{pattern('classification')}{COLON}[^\n]{{1,24}}", "classification"),
    row("subject", "", rf"{pattern('subject')}{COLON}{TAIL}", "subject"),
    row("reference", "", rf"{pattern('reference')}\s*(?::|{NUMBER_SIGN})\s*(?P<rest>[^\n]*)", "reference"),
    row("reference", "to re на в in ref reference дополнение ссылаясь",
          rf"(?:to|re[.:]?|ref\.?:?|reference|in\s+(?:reply|answer)\s+to|(?:в\s+ответ\s+|ссылаясь\s+)?на|(?:в\s+)?дополнение\s+к)\s+(?P<rest>"
          rf"(?:(?:your|our|my|ваш\w{{0,2}}|наш\w{{0,2}}|мо\w{{1,2}})\s+(?:\[?(?:telegram|cable|message|телеграмм\w|шифр\w+)\]?\s+)?"
          rf"(?:{NUMBER_SIGN}\s*)?|(?:телеграмм\w\s+)?{NUMBER_SIGN}\s*)\d[\w./-]*(?:\s*(?:of|dated|от)\s+\d[^\n,;:]{{2,22}})?)"
          r"(?:\s*\((?:vkh|inc|ref|вх)[^()\n]{3,30}\))?\.?"),
    row("reference", "referencing referring with",
          rf"(?:referencing|referring\s+to|with\s+reference\s+to)\s+(?P<rest>(?:the\s+|your\s+)?(?:{NUMBER_SIGN}\s*)?\d[\w./-]*"
          r"(?:\s+(?:coded\s+|cipher\s+)?(?:telegram|cable|message))?)\.?"),
    row("reference", "regarding",
          rf"regarding\s+(?P<rest>your\s+(?:telegram|cable|message)\s+(?:{NUMBER_SIGN}\s*)?\d[\w./-]*)\s*:"),
    row("reference", "yours", r"yours\s+(?P<rest>\d{1,6}(?:,\s+\d{1,6}){0,6})\.?"),
    row("distribution", "сообщается сообщено копии",
          r"(?:сообщ(?:ается|ено)|копии)\s+(?:в|во)\s+(?P<rest>(?-i:[А-ЯЁ])[\w-]+(?:(?:,|\s+и)\s+(?:в\s+)?(?-i:[А-ЯЁ])[\w-]+){0,11})\.?"),
    row("other", "original copy", r"(?:original|copy\s+also)\s+to\s*:[^\n]{0,60}"),
    row("address", "flash", rf"flash\s*[:.]?\s*(?:(?:top\s+)?secret\s*\.?\s*[–—-]\s*)?"
          rf"(?P<role>to|for)\s+ambassador\s+"
          rf"(?P<rest>(?:\[[^\[\]\n]{{2,20}}\]\s*)?{CAPITAL}[\w’'-]+)\.?(?:\s*[–—-]\s*(?:top\s+)?secret\.?)?"),
    row("sent", "0 1 2 3 4 5 6 7 8 9", r"(?P<rest>\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})\s+\d{1,2}[h.]\d\d)"),
    row("received", _KINDS,
          rf"{FORM_WORDS}\s+from\s+(?P<place>{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?),?\s+received\s+"
          r"(?:on\s+)?(?P<rest>\d{1,2}[^\n]{3,24}\d)\.?"),
    row("other", "number from", r"number\s*:|(?-i:From\s*:\s*DIPL)"),
    row("number", "to", r"to\s*:\s*[IVX]{1,4}(?:/\d{2,6}){2,4}"),
    row("other", "d ddd", r"[–—-]?\s*D(?:\s?D){0,2}\s*[–—-]?"),
    row("other", "embassy legation consulate",
          rf"(?:embassy|legation|consulate)\s+of\s+(?:the\s+)?(?-i:[A-Z]{{2,6}})\s+[–—-]\s+{CAPITAL}[\w-]+"
          rf"(?:\s{CAPITAL}[\w-]+)?"),
    row("number", _SIGNS, rf"{NUMBER_SIGN}\s*\[(?:handwritten|by hand)\s*:\s*{NUMBER}\](?:\s*\[signature\])?"),
    row("other", _KINDS, rf"{FORM_WORDS}\s+for\s+(?:coding|encoding|ciphering|enciphering|encryption)"
          r"(?:\s*\[[^\[\]\n]{3,40}\])?\.?"),
    row("other", "first second last",
          r"\[?(?:the\s+)?(?:first|second|third|last)\s+pages?\s[^\[\]\n]{0,60}\bmissing\b"
          r"[^\[\]\n]{0,90}\]?"),
    row("reference", "auf bezug unter im",
          r"(?:auf|bezug:?|unter\s+bezug(?:nahme)?\s+auf|im\s+anschlu(?:ss|ß)\s+an)\s+(?P<rest>(?:ihr\w*\s+|"
          r"dort\w*\s+|hiesiges?\s+)?"
          r"(?:draht\w+|\w*telegramm\w*|fernschreiben|erla(?:ss|ß)\w*|schreiben|bericht\w*)\s+(?:Nr|vom|"
          r"v)\.?\s[^\n]{1,40})"),
    row("address", "from", rf"(?P<role>from)\s*:\s*(?P<rest>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,2}})\s+"
          rf"{NUMBER_SIGN}\s*{NUMBER}"),
    row("address", "sending", rf"(?P<role>sending)\s*:\s*(?P<rest>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)"),
    row("other", "taken completed", r"(?:taken\s+into\s+(?:process|work)|completed)\s*:[^\n]{0,40}"),
    row("number", "no", rf"no\.\s+(?:strictly\s+)?confidential(?:ly)?\s+{NUMBER}\.?"),
    row("distribution", "forwarded communicated retransmitted",
          r"(?:forwarded|communicated|retransmitted)\s+(?:by|via|through)\s+the\s+department\s+to\s*:?\s*"
          r"(?P<rest>[^\n]{3,200})"),
    row("address", "", rf"(?P<role>{pattern('from', 'origin', 'to', 'destination', 'for', 'via', 'place', 'copied')})"
          rf"{COLON}{TAIL}", "from", "origin", "to", "destination", "for", "via", "place"),
    row("address", "from to for sent addressed addressee addressees destination place by cabled recipient recipients "
          "sender originator от кому для куда откуда адресат адресату получатель отправитель место",
          rf"(?P<role>{STRONG_ROLES})\s*[–—.|-]?\s*(?P<rest>[^\n:;!?|]{{2,90}})"),
    row("address", "from", rf"(?P<role>from)\s+(?P<rest>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)"
          r"\s+(?:on\s+)?\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}\.?"),
    row("received", "for", rf"for\s+(?:decipherment|deciphering|decoding|decryption)\s+(?:at|on)\s+(?=[^\n]*\d){TAIL}"),
    row("distribution", "already forward",
          r"(?:already\s+forwarded|forward)\s+to\s*:\s*(?P<rest>[^\n]{3,300})"),
    row("precedence", "priority", r"priority\s+level\s*:\s*(?P<rest>[^\n.]{3,30})"),
    row("other", "vice premier prime minister chairman secretary",
          r"(?:(?:vice|prime|deputy|foreign)\s+)?(?:premier|minister|chairman|secretary)\s+has\s+"
          r"(?:already\s+)?(?:read|seen|approved|reviewed)(?:\s+(?:this|it))?\.?"),
    row("address", "de", rf"(?P<role>de\s+la)\s+(?P<rest>{CAPITAL}[^\n.:;!?№]{{2,40}}?)"
          r"\s+către\s+(?P<to>[^\n.:;!?]{2,40})"),
    row("address", "from via через из",
          rf"(?P<role>from|via|через|из)\s+(?P<rest>[^\n.:;!?№]{{2,60}}?)(?:\s+to\s+(?P<to>[^\n.:;!?]{{2,40}})|"
          rf"\s+{NUMBER_SIGN}\s*{NUMBER})?\.?"),
    row("received", "r", rf"(?-i:R)[.:]\s+(?=[^\n]*\d){TAIL}"),
    row("sent", "d", rf"(?-i:D)[.:]\s+(?=[^\n]*\d){TAIL}"),
    row("other", "o otp", r"O\.\s?T\.\s?P\.?|OTP"),
    row("other", "addressed", r"addressed\s+to\s+[^\n.]{3,60}?\s+(?:telegram|despatch)\s+no\.?\s*\d[^\n]{0,140}"),
    row("instruction", "telegraph cable report wire исполнение получение об о телеграфируйте",
          r"(?:telegraph|cable|report|wire|telegraph back)\s+(?:the\s+)?(?:fu[il1]fi[il1]{1,2}ment|execution|receipt|"
          r"implementation)\b[^\n]{0,40}|(?:об?\s+)?(?:исполнени[еи]|получени[еи])\s+(?:телеграф\w+|донес\w+|"
          r"долож\w+)[^\n.]{0,40}\.?|"
          r"телеграфируйте\s+(?:исполнение|получение)[^\n]{0,20}"),
    row("instruction", "telegraph cable report wire confirm paragraph acknowledge",
          r"(?:telegraph|cable|report|wire)\s+(?:back\s+|us\s+)?(?:when|as\s+soon\s+as)\s+(?:this|it|that)\s+"
          r"(?:is|has\s+been)\s+(?:done|fulfilled|carried\s+out|delivered|accomplished|completed|executed)[^\n.]{0,20}\.?|"
          r"(?:paragraph\s*:\s*)?(?:confirm|acknowledge)\s+(?:the\s+)?(?:receipt|delivery|fulfil?lment|execution)"
          r"(?:\s+of\s+(?:this|the)\s+(?:telegram|cable|message|cipher))?(?:\s+(?:to|by)\s+(?:the\s+)?addressee)?\.?"),
    row("sent", "0 1 2 3 4 5 6 7 8 9",
          r"(?P<number>\d{2,6})\s+(?P<rest>\d{1,2}[./-](?:\d{1,2}|[IVX]{1,4})[./-]\d{2,4},?\s+(?:at\s+)?\d{1,2}[:.]\d\d"
          r"(?:\s*(?:hours?|hrs?\.?))?)"),
    row("received", "came", rf"came\s+in\s*(?:to|at)\s+(?:the\s+)?[^\n\d.…]{{3,40}}"
          rf"(?:[.…]{{1,60}}\s*|\s+on\s+(?=\d)|\s+(?=\d{{1,2}}[./-]\d)){TAIL}"),
    row("address", "from", r"(?P<role>from)\s*(?:…|\.\.)[.…]*\s*"
          rf"(?P<rest>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)"),
    row("distribution", "fyi", r"\(?FYI\s*[:–—-]\s*(?P<rest>[^\n()]{2,90})\)?"),
    row("instruction", "deliver hand вручить",
          r"(?:deliver|hand|to be delivered)(?:\s+(?:over|to\s+(?:the\s+)?addressee|it))?\s+(?:at\s+any\s+hour|"
          r"at\s+once|"
          r"immediately|personally|in\s+person|by\s+hand|day\s+or\s+night|into\s+his\s+own\s+hands)[^\n.!?]{0,30}[.!]?|"
          r"вручить\s+(?:немедленно|лично|срочно)[^\n.!?]{0,30}[.!]?"),
    row("sent", "p r o z", r"(?-i:[A-Z])(?:\s(?-i:[A-Z]))?\s+(?P<rest>\d{6}Z\s+(?-i:[A-Z]{3})\s+\d{2}(?:\d{2})?)"),
    row("address", "fm to", rf"(?P<role>(?-i:FM|TO))\s+(?P<rest>{POST})(?:\s+(?:NIACT\s+)?(?:IMMEDIATE|PRIORITY|"
                              r"FLASH|"
          r"ROUTINE|NIACT))?(?:\s+\d{1,5})?"),
    row("distribution", "info", rf"(?-i:INFO)\s+(?P<rest>{POST})(?:\s+(?:IMMEDIATE|PRIORITY|"
                                  rf"ROUTINE))?(?:\s+\d{{1,5}})?"),
    row("number", "c s u l", r"(?-i:(?:[A-Z] ){4,}[A-Z](?:\s{2,}(?:[A-Z] "
                               r"){2,}[A-Z])*)\s+(?:SECTION\s+\d+\s+OF\s+\d+\s+)?"
          r"(?-i:[A-Z]{3,}(?:\s[A-Z]{3,})?)\s+(?P<number>\d{3,6})"),
    row("other", "page action info e tags",
          r"PAGE\s+\d{1,2}\s+[A-Z ]{3,30}\s\d{4,6}[^\n]{0,40}|ACTION\s+[A-Z]{1,6}-\d{1,2}|"
          r"(?-i:INFO)\s+(?:[A-Z]{1,6}-\d{1,2}[\s,]*){2,}[^\n]{0,20}|E\.\s?O\.?\s?\d{5}:?[^\n]{0,40}|TAGS:[^\n]{0,80}"),
    row("instruction", "cabled transmitted passed relayed",
          r"(?:cabled|transmitted|passed|relayed)\s+(?:by|via|over|on)\s+(?:the\s+)?(?:VTCH|VCh|VTsCh|HF|telephone|phone|radio|"
          r"teletype|wire|telegraph)\b[^\n.]{0,60}\.?"),
    row("instruction", "to by via in only шифром только проводом по telegraphic",
          r"(?:to be sent\s+|(?:only\s+)?by\s+|via\s+|in\s+)(?:\w+[- ]){0,3}"
          r"(?:cipher|code|radio|wire|cable|telegraph|telephone|courier|air mail|high[- ]frequency"
          r"(?:\s+\w+)?|VCh)[.]?|шифром(?:\s+по)?(?:\s+(?:ВЧ|ЦК))?\.?|по\s+ВЧ(?:\s+шифром)?\.?|"
          r"(?:только\s+)?проводом(?:,?\s+(?:и\s+)?шифром)?\.?|только\s+шифром\.?|"
          r"по\s+(?:прямому\s+проводу|телеграфу|радио|юзу)(?:[.,]?\s+шифром)?\.?"),
    row("instruction", "please pass hand transmit convey deliver to передайте вручите",
          r"(?:please\s+|to\s+(?:be\s+)?)?(?:pass|hand|transmit|convey|deliver)(?:ted|ed)?\s+(?:the following\s+)?"
          r"(?:on\s+)?to\s+(?:the\s+)?(?-i:[A-ZА-ЯЁ])[\w.’'-]*(?:\s+(?:(?:of|the|and|in|for)\s+){0,2}(?-i:[A-ZА-ЯЁ\[])[\w.’'\]-]*){0,6}[:.]?"
          r"|(?:передайте|вручите)\s+[^\n.]{2,60}[:.]?"),
    row("annotation", "resolution note notes annotation marginal handwritten помета пометы резолюция резолюции "
                      "пометка пометки приписка надпись имеется имеются на 批",
          r"(?:resolution|annotation|notes?(?=\s*[:：])|(?:marginal|handwritten)\s+note|"
          r"note\s+(?:on\s+the\s+(?:document|form|telegram)|of\s+(?-i:[A-Z]{2,5}))|помет[аы]|"
          r"пометк[аи]|резолюци[яи]|(?:приписка|надпись)(?=\s)|на\s+полях|имеется\s+(?:резолюция|помета|надпись)|"
          r"имеются\s+(?:резолюции|пометы|надписи)|на\s+(?:документе|подлиннике|тексте|телеграмме|бланке|листе|копии|обороте)"
          r"(?:\s\w+){0,4}?\s(?:резолюци|помет|помеч|надпис|припис)\w{1,5}|批示|批语)[^\n:：]{0,40}[:：][^\n]*"),
    row("signature", "", rf"{pattern('signature')}{COLON}(?P<name>[^\n]{{2,80}})", "signature"),
    row("signature", "by for по",
          r"(?:by|for)\s+(?:the\s+)?order\s+of\s+(?:the\s+)?[^\n:]{2,40}:\s*(?P<name>[^\n]{2,60})|"
          r"по\s+(?:приказанию|поручению|приказу)\s+[^\n:]{2,40}:\s*[^\n]{2,60}"),
    row("other", "cipher cypher radio operator registrar clerk typist шифровальщик радист оператор",
          r"(?:c[iy]pher\s+(?:clerk|officer)|(?:radio\s+)?operator|registrar|clerk|шифровальщик|радист|оператор)\s*:\s*"
          r"[^\n]{2,60}"),
    row("other", "enclosure enclosures encl attachment приложение end bt nnn "
                   "nnnn", rf"{pattern('drafted')}\s*[.:]?\s+"
          r"[^\n]{2,60}|(?:encl(?:osures?)?|attachments?|приложени[ея])\s*[.:][^\n]{0,120}|"
          r"(?:end(?: of (?:message|telegram|cable))?|bt|nnnn?)\.?", "drafted"),
    row("other", "0 1 2 3 4 5 6 7 8 9 the first second third fourth fifth sixth seventh eighth ninth tenth "
                   "special cipher cypher secret code "
          "coding signals особый шифровальный специальный", rf"(?:the\s+)?(?:{ORDINAL})\s+{pattern('department')}"
          r"(?:\s*(?:,|of\b|for\b|at\b|in\b|[–—-])\s[^.!?\n]{1,70})?", "department"),
    row("other", "", rf"{pattern('department')}\s*(?:{NUMBER_SIGN}\s*)?\d{{1,2}}(?:\s*(?:,|of\b|"
                       rf"[–—-])\s[^.!?\n]{{1,60}})?",
          "department"),
    row("other", "check ck words groups word group слов групп",
          r"(?:(?:number|no\.?)\s+of\s+)?(?:check|ck|words?|groups?|слов|"
          r"групп)(?:\s+count)?\s*[:.–—-]?\s*\d{1,4}[\w/ ]{0,14}"),
)  # fmt: skip
