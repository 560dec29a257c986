"""The words and signs that the forms of service matter are put together from: numbers, kinds, secrecy, haste, roles."""

from __future__ import annotations

from typing import Final

from tei.recognise.labels import pattern

NUMBER_SIGN: Final = (
    r"(?:(?:N[º°o]s?\.?(?:\s?N[º°])?|Нр\.?|N2(?=\s\d)|№№?|Nr\.?|Nos?\.?|N[uú]m(?:ber|ero)?\.?|#|номер|第)|"
    r"(?:[Пп]ов\.\s?)?[Бб]р\.|(?:[Pp]ov\.\s?)?[Bb]r\.|(?-i:Ч\.)(?=\s?\d)|số)"
)


NUMBER: Final = (
    r"(?P<number>\d{1,3}(?:\s\d{3})+(?!\S)|\d[\w./–—-]*(?:\[[A-Z]{1,2}\])?(?:\s?[/-]\s?(?:\d\w*|\w{1,3})(?!\w)|,?\s+(?:à|au|et|bis|und|to|through|"
    r"and|&|и|по)\s+\d[\w./]*(?=[\s.,]*$))?)"
)


TAIL: Final = r"(?P<rest>[^\n]*)"


CAPITAL: Final = r"(?-i:[A-ZÀ-ÞА-ЯЁ\[«“\"])"


SEP: Final = r"\s*[:：.=|–—-]?\s*"


COLON: Final = r"\s*[:：=|]\s*"


DATED: Final = (
    r"(?:\s*(?:of|from|dated|от|du|vom|,)\s*[^\n]{0,30}\d[^\n]{0,30}|\.\s+\d{1,2}(?:\s[а-я]{3,8}|"
    r"[./][\dIVX]{1,4}[./])[^\n.]{0,12}\d[^\n]{0,6})?"
)


FORM_WORDS: Final = (
    r"(?:(?:(?:in|out)(?:coming|going|ward)|входящая|исходящая|секретная|срочная)\s+)?(?:(?:top|strictly)?\s*secret\s+)?"
    r"(?:(?:coded|code|cipher(?:ed)?|cypher(?:ed)?|encoded|encrypted|enciphered|special|open|plain|urgent|flash)\s+)?"
    r"(?:cable|telegram(?:me)?|cryptogram|cablegram|radiogram|radio message|message|c[iy]phergram|"
    r"c[iy]pher(?:-?\s?telegram)?|despatch|"
    r"dispatch|wire|telex|encryption|"
    r"шифр(?:о?вка|о?телеграмма|радиограмма)|телеграмма|телефонограмма|(?:шифрована\s+)?телеграма|шифрограма|радиограмма|депеша|电报|電報|電|电|"
    r"t[ée]l[ée]gramme(?:\s+(?:(?:d[ée])?chiffr[ée]|"
    r"secret|à l['’]arriv[ée]e|au d[ée]part|(?:à|a) l['’]arrivee|reçu|expédié))?|"
    r"d[ée]p[êe]che(?:\s+t[ée]l[ée]graphique)?|(?:(?:geheimes?|offenes?|chiffriertes?|dringendes?)\s+)?"
    r"(?:(?:chiffre|funk|draht|geheim|fern)?telegramm|(?:chiffre)?fernschreiben|drahtbericht|drahterla(?:ss|ß)|"
    r"funkspruch|schnellbrief)|(?:telegram[aă]|cablegrama|telegramma|fonogramma|szyfr(?:ogram)?|depesza|rejtjelt[áa]virat|"
    r"t[áa]virat|šifra|šifrovka|điện|전보|암호전문)(?:\s+(?:(?:de)?cifrado|cifrato|(?:des)?cifrată|szyfrow[ya]|"
    r"in arrivo|in partenza|de entrada|de salida|mật))?|(?:incoming|outgoing)\s+(?:coded\s+)?(?:dispatch|wire)"
    r")"
)


BODY: Final = (
    r"(?:ministry|department|office|bureau|embassy|legation|consulate|directorate|staff|committee|ministerium\w*|"
    r"minist[èe]re|ambassade|botschaft|gesandtschaft|amt(?:es)?|amtes|ministerstwo|ministerio|ministero)"
)
"""Whose form it is: "Incoming Cable, Foreign Ministry"."""


POST: Final = (
    r"(?-i:(?:RU\w{2,6}/)?(?:SECSTATE|AMEMBASSY|AMCONSUL|USMISSION|USDEL|USUN|SECDEF|CINC\w+|STATE|WHITE HOUSE|"
    r"DEPT OF STATE)(?:\s[A-Z]{2,})*?)"
)
"""A post as the American telegrams since 1973 call it: "AMEMBASSY OSLO", "SECSTATE WASHDC"."""


SECRECY: Final = (
    rf"(?:{pattern('secrecy')}|"
    r"(?:the\s+)?(?:mak[il]ng|taking|removal)\s+(?:of\s+)?(?:any\s+)?cop[il]es(?:\s+(?:is|are))?(?:\s+strictly)?\s+"
    r"(?:proh[il]b[il]ted|forbidden)|(?:copying|duplication|reproduction)(?:\s+is)?(?:\s+strictly)?\s+(?:prohibited|"
    r"forbidden)|(?:it\s+is\s+)?(?:strictly\s+)?(?:forbidden|prohibited)\s+to\s+(?:make|take)\s+(?:any\s+)?copies|"
    r"(?:not\s+to|must\s+not|may\s+not)\s+be\s+(?:copied|duplicated|reproduced)|(?:do\s+not|make\s+no)\s+cop(?:y|ies)|"
    r"no copies|copies\s+(?:are\s+)?not\s+to\s+be\s+(?:made|taken)|no copies (?:to be|may be) (?:made|taken)|"
    r"(?:subject to|to be|must be) return(?:ed)?(?:\s+(?:with)?in\s+[^\n.]{1,30}|\s+to\s+[^\n.]{1,40})?|"
    r"return\s+(?:with)?in\s+[^\n.]{1,30}|burn after reading|destroy after reading|to be burned|"
    r"с?нятие\s+копий\s+(?:воспрещается|воспрещено|запрещается|запрещено)|копии\s+не\s+снимать|"
    r"подлежит\s+возврату[^\n.]{0,40}|хранить\s+наравне\s+с\s+шифром|"
    r"(?<=[.,;]\s)шифром)"
)


HASTE: Final = rf"(?:u\.?\s?s\.?\s+)?(?:(?:most|very|extremely)\s+)?{pattern('haste')}"


STRONG_ROLES: Final = (
    r"from\s+whom|to\s+whom|for\s+whom|sent\s+by|addressed\s+to|addressees?|destination|place\s+of\s+(?:origin|"
    r"destination)|(?:by\s+(?:cable|wire|radio|telegraph)|cabled)\s+(?:to|from)|recipients?|sender|originator|"
    r"от\s+кого|кому|для\s+кого|куда|откуда|адресату?|получатель|отправитель|место\s+назначения"
)


ORDINAL: Final = (
    r"\d{1,2}(?:st|nd|rd|th|-?й)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|special|"
    r"cipher|cypher|"
    r"secret|code|coding|signals|особый|шифровальный|специальный"
)
