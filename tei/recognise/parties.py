"""Lines that name the parties: salutations and addresses, signatures with their offices, closing formulae."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise import chinese_lines, russian
from tei.recognise.counting import is_sign
from tei.recognise.greetings import greeted_name, greets
from tei.recognise.known import Known
from tei.regexes import regex

_RANK: Final = (
    r"(?:(?:my\s+)?(?:dear(?:est)?|dr\.?(?=\s+(?:sir|sr|madam|general)\b)|esteemed|(?:highly\s+|deeply\s+)?respected|honou?red|"
    r"beloved)\s+)?"
    r"(?:comrades?|com(?:rade|r)?\.?|com\[rades?\]|cdes?\.?|tov\.?|t\.|mr\.?|messrs\.?|mrs\.?|miss|dr\.?|"
    r"prof(?:essor)?\.?|general(?:issimo)?|gen\.?|marshal|colonel|col\.?|captain|capt\.?|admiral|ambassador|minister|"
    r"premier|chairman|president|secretary|my lords?(?: (?:marquess|marquis|duke))?|(?:your )?excellency|sirs?|"
    r"sr(?=[.,:]|$)|gentlemen|friends?|colleagues?|"
    r"милостив\w+\s+государ\w+|м\.\s?г\.|товарищ\w*|тов\.|т\.|тт\.|господин\w*|дорог\w+(?:\s+товарищ\w*)?|(?:глубоко)?уважаем\w+(?:\s+товарищ\w*)?|"
    r"(?:(?:mon|ma|mes)\s+)?(?:ch[eè]re?s?\s+)?(?:monsieur|messieurs|madame|camarades?|excellence)(?:\s+l[ea’'])?|"
    r"(?:mon\s+)?ch[eè]re?s?|(?:sehr\s+(?:geehrte[rs]?|verehrte[rs]?)\s+|liebe[rs]?\s+|werte[rs]?\s+)?(?:herrn?|"
    r"genoss(?:e|in|en)|frau|"
    r"exzellenz|kamerad(?:en)?)|(?:sehr\s+)?(?:geehrte|verehrte|liebe|werte)[rs]?|"
    r"(?:drog[ia]\w*\s+)?(?:towarzysz\w*|tow\.)|"
    r"(?:estimad[oa]s?\s+|querid[oa]s?\s+)?(?:compañer[oa]s?|camaradas?|señor(?:es)?)|(?:car[oi]\s+)?compagn[oi])"
)
_SECRECY: Final = r"(?:(?:strictly\s+|top\s+)?(?:secret|personal(?:ly)?)\s*[.,–—-]?\s*)?"
_SHORT: Final = (
    r"(?<![^\W\d_])(?:ia|iu|ya|yu|cdes?|comr?s?|tov|тов|тт?|mr|mrs|messrs|dr|prof|gen|col|capt|st|[a-zа-яё])\."
)
_ADDRESS: Final = regex(
    rf"{_SECRECY}(?:to|for|pass to|personal for|personally (?:to|for)|attention|attn\.?|"
    r"до(?=\s+(?:другар|др\.|министър|посланик))|кому|для|(?:только\s+)?лично(?:\s+для)?|an(?=\s+(?:das|den|die|dem|herrn|frau|genoss\w+)\s)|à(?=\s)|"
    r"pour(?=\s+(?:l[ea]|m\.|monsieur)\s)|für(?=\s+(?:herrn|den|die|frau|genoss\w+|staatssekretär)))"
    rf"(?:\s*:\s*|\s+)(?P<name>(?:{_SHORT}|[^.!?\n]){{2,140}}?)\s*[.,:;!–—-]*",
    re.IGNORECASE,
)
_GREETING: Final = regex(rf"{_RANK}(?:\s+(?P<name>[^\n]{{2,80}}?))?\s*[,:!.–—-]*", re.IGNORECASE)
_DEAR: Final = regex(
    r"(?:my\s+)?(?:dear(?:est)?|esteemed|дорог\w{2,3}|уважаем\w{2,3})\s+"
    r"(?:(?:and|и)\s+(?:beloved|respected|esteemed|honou?red|dear|уважаем\w{2,3}|любим\w{2,3})\s+)?(?P<name>[A-ZА-ЯЁ][^\n.!?]{1,60}?)\s*[,:!]",
    re.IGNORECASE,
)
_HANDLED: Final = (
    r"(?:strictly |top |most |only )?(?:personal(?:ly)?|private|secret|confidential)"
    r"(?:(?: and|,) (?:secret|confidential|personal|private))?(?: only)?|"
    r"(?:for )?(?:(?:his|her|your) )?(?:own )?eyes only|in person(?: only)?|(?:in|into) (?:his|her|your) own hands?|"
    r"(?:not )?to be (?:opened|read|handed|seen|shown|deciphered|decoded|delivered|copied|passed)\b[^()\n]{0,60}|"
    r"(?:строго |только |совершенно )?(?:лично|секретно)(?: и секретно)?|(?:только )?в собственные руки|"
    r"(?:вскрыть|расшифровать|вручить)\b[^()\n]{0,60}"
)
"""What an address may say in parentheses of how a telegram is to be handled."""
_NAME_WITH_MARKING: Final = regex(rf"(?P<name>[^\d\n()]{{3,60}}?)\s*\((?:{_HANDLED})\)\s*[.,:!]?", re.IGNORECASE)
_HANDLING: Final = regex(rf"(?:\((?:{_HANDLED})\)|（[^（）\n]{{0,6}}[启啟译譯密阅閱收]）)\s*[.,:!：]?", re.IGNORECASE)
_EYES_ONLY: Final = regex(r"for\s+(?P<name>[A-Z][^\n.:]{1,50}?)(?:['’]s?)?\s+eyes\s+only[.!]?", re.IGNORECASE)
_NAME_WITH_STOP: Final = regex(r"(?P<name>[^\d\n.]{2,60}?)\s*[,:!]")
_INLINE: Final = regex(
    rf"(?P<sir>(?:(?:dear\s+)?(?:sirs?|gentlemen|excellency|madam|my lords?)[:,!]|(?-i:Sir)\.)(?=\s+[A-ZА-ЯЁ“\"*]))|"
    rf"(?:(?:to|for|к|для|кому)\s+|(?={_RANK}\s))(?P<name>(?:{_SHORT}|[^.!?:;\n]){{2,70}}?)[.:!](?=\s+[A-ZА-ЯЁ“\"«(])",
    re.IGNORECASE,
)

_SEATED: Final = regex(
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s(?:[A-Z][\w’'-]+\s){0,4}(?:Desk|Institute|Bureau|Ministry|Office|Embassy|"
    r"Legation|Department|Committee|Council|Station|Section)\.(?=\s+[A-Z])"
)
"""Name and office as an address that opens a paragraph: "Pashin, Northern Routes Desk. The report follows."."""
_KIND_WORDS: Final = (
    r"hearts?|greetings?|regards|wishes|respects?|salutations?|salutes?|consideration|esteem|thanks|gratitude|"
    r"friendship|love|embraces?|kisses|handshakes?"
)
_CLOSING: Final = regex(
    r"(?!with\s+(?:due\s+)?respect\s+to\s)(?:and\s+)?(?:(?:with|my|our|best|warm(?:est)?|fraternal|comradely|communist|cordial|sincere|kind(?:est)?)\s+)"
    rf"[^\n]{{0,60}}?\b(?:{_KIND_WORDS})\b[^\n]{{0,60}}|"
    r"(?:please\s+|kindly\s+)?(?:accept|receive)\b[^\n]{0,80}\b(?:assurances?|congratulations|expressions?|"
    r"consideration|esteem|"
    r"greetings?|respects?|wishes|regards)\b[^\n]{0,60}|"
    r"believe\s+me\b[^\n]{0,60}|(?:very|most|ever)\s+(?:faithfully|sincerely|truly|affectionately|cordially)(?:\s+yours)?|"
    r"(?:ever\s+)?your\s+(?:[\w’']+\s+){0,3}(?:loving|affectionate|devoted|obedient|dutiful|faithful)\b[^\n]{0,40}|"
    r"(?:(?:i|we)\s+(?:am|are|remain),?\s+)?(?:(?:as\s+)?(?:ever|always),?\s+)?(?:your|yr)\.?\s+(?:[\w’'.]+\s+){0,3}"
    r"(?:son|daughter|brother|sister|father|mother|husband|wife|cousin|nephew|niece|friend|comrade|serv(?:an)?t|svt)|your|"
    r"(?:(?:most|ever|very)\s+)?(?:affectionately|lovingly|devotedly|gratefully)(?:\s+yours)?|(?:as\s+)?ever(?:\s+yours)?|"
    r"greetings\b[^\n]{0,40}|(?:yours|very truly yours|sincerely|respectfully|faithfully|cordially|fraternally|"
    r"truly)\b[^\n]{0,50}|"
    r"i\s+(?:\w+\s+){0,2}(?:press|shake|clasp|embrace|kiss)\s+(?:both\s+|all\s+)?(?:of\s+)?you[^\n]{0,50}|"
    r"(?:awaiting|waiting for|"
    r"expecting|looking forward to)\s+(?:your|an|a)\b[^\n]{0,60}|"
    r"i\s+(?:await|have the honou?r to (?:be|remain)|have,?\s*\[?etc)\b[^\n]{0,60}|"
    r"(?:i\s+(?:have|am|remain)|believe\s+me|accept|the\s+undersigned\s+avails\s+himself),?\s+\[?(?:&c|etc)[^\n]{0,12}|i\s+(?:am|remain),\s+"
    r"(?:(?:my\s+)?(?:dear\s+)?(?:sirs?|lords?|gentlemen)|(?:my\s+)?dear\s+[^\n,]{2,50},\s+ever|ever|with|very|your?s?|etc)\b[^\n]{0,90}|"
    r"(?:with\s+)?(?:love\s+and\s+)?blessings\b[^\n]{0,24}|i\s+avail\s+myself\s+of\s+(?:this|the)\s+(?:opportunity|occasion)\b[^\n]{0,110}|"
    r"be well\b[^\n]{0,40}|(?:long live|glory to)\b[^\n]{0,80}|"
    r"(?:примите\s+)?(?:[сзіиъ]{1,2}\s+)?(?:[\w-]+\s+){0,3}(?:(?:ком)?приветом|привітом|пошаною|повагою|поздрав|уважением|почтением|преданностью)(?:\s+и\s+[\w-]+)?\b"
    r"[^\n]{0,40}|(?:шлю|передаю|прошу принять)\s+[^\n]{0,30}(?:привет|уверени)\w*[^\n]{0,30}|"
    r"(?:крепко\s+)?жму\s+(?:\w+\s+)?рук[уи]\b[^\n]{0,30}|(?:да здравствует|слава)\s[^\n]{0,60}|(?:искренн[ео]\s+|"
    r"всегда\s+|как всегда\s+)?ваш[аи]?|"
    r"(?:крепко\s+)?(?:целую|обнимаю)(?:\s+(?:вас|тебя|всех))?|(?:искренне\s+|душевно\s+|глубоко\s+)?(?:преданн\w+|"
    r"уважающ\w+|любящ\w+)(?:\s+(?:вам|вас|тебя))?|(?:прошу\s+)?прими(?:те)?\s+(?:уверени|мои|наш|и\s+проч)[^\n]{0,60}|"
    r"敬祝[^\n]{0,8}|敬[请請叩颂頌]|[即顺順谨謹并並专專]{1,2}[颂頌祝此致请請][^\n。]{0,8}|祝[你您好][^\n]{0,10}|(?:身体)?健康[！!]|[近台勋勳勛大时時钧鈞道公戎政]安[。！!]?|[专專](?:此|肃|肅|函)[，,]?[敬谨謹即顺順]?(?:叩|颂|頌|请|請|达|達|复|復|覆)?[，,。]?|(?:为|"
    r"為)[荷盼祷禱][。]?|"
    r"(?:veuillez|je vous prie d[e’'])\s*(?:bien\s+)?(?:agréer|croire|recevoir|accepter)\b[^\n]{0,120}|"
    r"(?:avec\s+(?:mes|nos)\s+)?"
    r"(?:\w+\s+)?salutations\b[^\n]{0,40}|mit\s+(?:\w+\s+){0,3}(?:hochachtung|gru(?:ß|ss)|grüßen|"
    r"gruessen)\b[^\n]{0,40}|"
    r"(?:genehmigen|empfangen)\s+(?:sie|ew\.|eure?r?)\s[^\n]{0,120}|"
    r"hochachtungsvoll|(?:es lebe|vive)\b[^\n]{0,60}|z\s+(?:\w+\s+){0,2}(?:pozdrowieni\w+|poważaniem)|"
    r"(?:con\s+)?salud\w*\s+(?:comunist|revolucionari|fraternal|cordial)\w+|"
    r"будьте здоровы|всего (?:хорошего|доброго)|до "
    r"свидания|(?:жду|ожидаю)\s+(?:ваш\w*\s+)?ответ\w*|此致[^\n]{0,10}|(?:[^\n，。；：]{0,12}[的之]|致[\u3400-\u9fff]{2,8})?敬[礼禮][！!]?|我?[顺順谨謹]致[^\n]{0,20}|"
    r"[\u3400-\u9fff]{2,8}的敬[礼禮]?|盼[复復覆][。.]?|"
    r"致以[^\n]{0,16}(?:敬[礼禮]|问候|問候)[！!。]?",
    re.IGNORECASE,
)
_PARTICLES: Final = frozenset(
    re.findall(r"\S+", "de van von der den la le du da dos bin al el of the and & for to in y und et и на по")
)
_OFFICE: Final = regex(
    r"(?:(?:lt|lieut|brig|maj|capt|col|gen[’']?l?|gn|adjt?|ass[’']?t|actg|comd[’']?g|cmdg|supt|sec[’']?y|q\.\s?m|a\.\s?a\.\s?g|"
    r"a\.\s?d\.\s?c|u\.\s?s\.\s?[av])(?![\w’'])[.,]{0,2}[\s-]{0,2}){1,5}(?:of\s(?:the\s)?[A-Z]\w{2,20}[.,]?)?|"
    r"(?:(?:in\s+the\s+name|on\s+behalf|(?:at|on|upon)\s+the\s+(?:instructions?|orders?|request)|by\s+(?:order|authority))\s+of|"
    r"по\s+поручению|от\s+имени)\s+[^\n.!?]{3,110}[.,]?|"
    r"(?:the\s+)?(?:(?-i:[A-Z])[a-z]+(?:an|ish|ese|iet|nch)\s+)?(?:(?:acting|deputy|first|second|third|vice|chief|"
    r"assistant|under|foreign|prime|people['’]s|general|"
    r"special|political|senior)[\s-]+){0,3}"
    r"(?:head|chief|chairman|chairwoman|director|minister|ambassador|secretary|president|premier|commander|commissar|"
    r"consul|counsell?or|attach[ée]|charg[ée]|captain|master|member|plenipotentiary|representative|general|colonel|"
    r"admiral|marshal|major|lieutenant|adjutant|quartermaster|paymaster|aide|professor|manager|inspector|officer|surgeon|meteorologist|operator|editor|mayor|"
    r"ministre|ambassadeur|chargé|consul|botschafter|gesandter|geschäftsträger|staatssekretär|sekretär|vorsitzender|"
    r"начальник|председатель|министр|посол|секретарь|директор|зам(?:еститель)?|уполномоченн\w+|"
    r"полпред|нарком|народный комиссар|генеральний секретар|посланник|міністр|"
    r"командующий|капитан|представитель|зав(?:едующ\w+|\.)|主席|总理|部长|大使|书记|站长)(?!\w)[^\n.!?]{0,110}[.,]?",
    re.IGNORECASE,
)
_FROM: Final = regex(r"\s+(?:from|от)\s+\S.*", re.IGNORECASE)
_FOR_TOO: Final = regex(
    r"(?<=\w),\s+(?:and\s+)?(?:for|to)\s+(?:the\s+)?[A-ZÀ-ÞА-ЯЁ][^\n,;]{1,60}$|(?=[^,]+,\s+(?:and\s+)?(?:for|to)\s)"
)
_ARTICLES: Final = regex(
    r"^(?:com\.|cde\.|tov\.|другар(?:я|ите|ката)|министъра|посланика|др\.|the|das|den|die|dem|der|le|la|les|comrades?|all(?:\s+(?:at|in|of|on|the))*|my|our)\s+",
    re.IGNORECASE,
)
_COPIED_TOO: Final = regex(r",?\s+\(?(?:(?-i:cc)|cc(?=:)|c\.c\.|copy to|copies to|with a copy to)[:\s]", re.IGNORECASE)
_ALSO: Final = regex(r",?\s+(?:also|too|as well)\s*$|,?\s+(?:for\s+)?info(?:rmation)?\s", re.IGNORECASE)
_ADDRESSES: Final = regex(r"(?:to|for|from|via|dear|my dear|к|для|от)\s", re.IGNORECASE)
BRACKETED_MARKER: Final = regex(r"\s?(?:\[(?:\d{1,3}|[ivx]{1,5})\]|\(\d{1,3}\))[.,:;!]?$|(?<=[^\W\d_])\d\d?(?=[,:!]$)")
"""The marker of a note behind a name, "Comrade Vetrov.[i]", "Vetrov(2)", "Dear Mr. Pell1,"."""
_EVERY: Final = regex(
    r"(?:all|certain|the following|various)\s+(?:(?:soviet|american|diplomatic|consular|foreign|our|overseas|oblast|"
    r"provincial|"
    r"central|regional|american\s+diplomatic)\s+){0,2}(?:and\s+\w+\s+)?(?:heads|embass|mission|ambassador|legation|"
    r"member|post|station|consul|"
    r"party|officers|representative|commander|bureau|committee|secretar|minist|delegation|front)\w*\b[^.!?\n]{0,80}",
    re.IGNORECASE,
)
"""“All heads of mission in the socialist countries”: whom a circular goes to."""
_BODY: Final = regex(
    r"\b(?:committee|ministry|minister|commissariat|department|council|politburo|presidium|secretariat|embassy|"
    r"legation|"
    r"comrade|cde|bureau|headquarters|staff|mission)\b",
    re.IGNORECASE,
)
_BODY_ALONE: Final = regex(
    r"(?:The\s+)?(?P<name>(?:[A-Z][\w’'-]*\s+){0,3}(?:Central\s+Committee|Politburo|Secretariat|Ministry|Embassy|Legation|"
    r"Foreign\s+Ministry|Commissariat|Department)(?:,?\s+(?:of|in|for|and)(?:\s+the)?\s+[A-Z][\w’'-]*|,?\s+[A-Z][\w’'-]*){0,8})\s*:"
)
"""“Central Committee:”, “Foreign Ministry and Embassy in Oslo:” over a text."""
_AND_REPORT: Final = regex(
    r"(?:To\s+)?(?P<name>(?:(?:Vice[- ]?)?Chairman|Comrades?|(?:Vice[- ]?)?Premier|Minister|Director)\s+[^\n:.]{2,90}?|"
    r"(?:the\s+)?(?:Foreign\s+Ministry|Ministry\s+of\s+[A-Z][^\n:.,]{3,60}?|Central\s+Committee[^\n:.,]{0,60}?))"
    r",?\s+(?:and\s+(?:please\s+|also\s+)?report(?:ing)?|(?:and\s+)?copied)\s+(?:this\s+)?to\s+(?:the\s+)?[^\n:.]{3,60}:"
)
"""“Chairman Pell, Comrade Lind, and report to the Council:” addresses Pell and Lind."""
_TO_PASS: Final = regex(
    r"To\s+(?:be\s+)?(?:transmit|pass|hand|deliver|convey|forward|relay)(?:ted|ed)?\s+(?:on\s+)?to\s+(?=\S)",
    re.IGNORECASE,
)
"""“To transmit to Comrade Pell” addresses Pell."""
_DEAR_BY_INITIALS: Final = regex(r"Dear\s+(?:Cde|Com|Comrade|Mr)\.?\s+(?P<name>(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+)[,!:]?")
_TO_SUPPLIED: Final = regex(r"\[[Tt]o(?:\s+the)?(?P<given>(?:\s+[A-Z][\w’'.-]*){1,3})?\](?=\s)")
"""“[To] the Ministry:”, “[To the] Ministry:”, “[To Amb. Amos] Pell”: the editor says that it is the address."""
MAX_SURNAME: Final = 30
_HOLDER_ALONE: Final = regex(
    r"(?P<name>Comrade\s+(?:(?:ad\s+interim|acting|deputy|first|vice)\s+)?(?:charg[ée]|ambassador|minister|director|"
    r"secretary|consul|counsell?or|head|chief)\b[^\n.!?]{0,40}?)[,:!]?",
    re.IGNORECASE,
)
"""“Comrade ad interim chargé d’affaires” over a text, with or without a stop."""
_RANK_BEFORE: Final = regex(
    r"\b(?:comrade|com\.|com\[rade\]|cde\.|tov\.|captain|professor|prof\.|general|marshal|colonel|товарищ|тов\.)\s+$",
    re.IGNORECASE,
)
TRAILING: Final = " .,;:”\"’'»)]’"
MAX_LINE: Final = 200
"""Characters of the longest line that addresses, signs or closes."""


def salutation_name(text: str, known: Known) -> tuple[int, int] | None:
    """Return the span of the addressee's name when a line is a salutation or an address, None otherwise."""
    if not text or len(text) > MAX_LINE or len(text.split()) > 24:
        return None
    if is_sign(text[:1]):
        return chinese_lines.addressee(text, known)
    if ("]" in text[-2:] or text[-2:-1].isdigit()) and (marker := BRACKETED_MARKER.search(text)) and marker.start():
        return salutation_name(text[: marker.start()] + text[marker.end() :], known)
    if text[:3] in ("[To", "[to") and (begun := _TO_SUPPLIED.match(text)):
        if begun["given"] and len(text) - begun.end() <= MAX_SURNAME and is_capitalised(text[begun.end() :]):
            return begun.end() + 1, len(text.rstrip(" .,:"))
        words = text[1 : begun.end() - 1]
        name = salutation_name(f"{words}{text[begun.end() :]}", known)
        return (max(name[0] + 2, begun.end() + 1), name[1] + 2) if name else None
    if text[:3] in ("To ", "TO ", "to ") and (passed := _TO_PASS.match(text)):
        name = salutation_name(f"To {text[passed.end() :]}", known)
        return (name[0] + passed.end() - 3, name[1] + passed.end() - 3) if name else None
    if text[:5] == "Dear " and (dear := _DEAR_BY_INITIALS.fullmatch(text)):
        return dear.span("name")
    return _by_form(text, known)


def _by_form(text: str, known: Known) -> tuple[int, int] | None:
    """Return the name of a line that addresses by its form: "To …", "Dear …,", a name with a stop, a body."""
    parted = text[-1] in ",:!"
    if " STOP" in text:
        return None
    if parted and (" report" in text or " copied to " in text) and (reported := _AND_REPORT.fullmatch(text)):
        return reported.span("name")
    forms = (_EYES_ONLY, _ADDRESS, _NAME_WITH_MARKING, _DEAR, _GREETING)
    for pattern, may_be in zip(forms, (text[0] in "Ff", True, "(" in text, parted, True), strict=True):
        match = pattern.fullmatch(text) if may_be else None
        if match and _addressed(match, text, known, pattern):
            return _without_sender(text, match) if match["name"] else (0, len(text.rstrip(" ,:!.–—-")))
    match = _NAME_WITH_STOP.fullmatch(text) if parted else None
    if match and (known(match["name"]) or (text.endswith(":") and _with_others(match["name"], known))):
        return match.span("name")
    return _body_or_holder(text)


def _body_or_holder(text: str) -> tuple[int, int] | None:
    """Return the name where a line addresses a body, the holder of an office, or people who are to report further."""
    found = None
    if text[-1:] == ":":
        found = _BODY_ALONE.fullmatch(text)
    if found is None and text[:8] == "Comrade ":
        found = _HOLDER_ALONE.fullmatch(text)
    return found.span("name") if found else greeted_name(text)


def _with_others(name: str, known: Known) -> bool:
    """Say whether a known name stands with others, "Vetrov and all members of the station"."""
    first, joint, rest = name.partition(" and ")
    if not joint:
        first, joint, rest = name.partition(", ")
    return bool(joint) and (rest[:1].isupper() or rest.startswith(("all ", "the ", "other "))) and known(first)


def handling_in(text: str) -> int | None:
    """Return where the handling begins that an address states after a name, "Vetrov (personally only)", else None."""
    at = max(text.rfind("("), text.rfind("（"))
    return at if at > 0 and _HANDLING.fullmatch(text, at) else None


def _without_sender(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Leave out the sender that an address may name too: "For the Director from Vetrov"."""
    start, end = match.span("name")
    copied = _COPIED_TOO.search(text, start, end)
    end = copied.start() if copied else end
    also = _ALSO.search(text, start, end)
    end = also.start() if also else end
    sender = _FROM.search(text, start, end)
    return start, sender.start() if sender else end


_TELLS: Final = regex(
    r"\s(?:informs?|reports?|writes?|says?|states?|asks?|tells?|told|replied|announced|declared|telegraphs?|stated|said|"
    r"reported|informed|asked|wrote|explain(?:s|ed)|noted|added|continued|answer(?:s|ed)|replies|remarked|stressed|"
    r"emphasi[sz]ed|responded|expressed|proposed)(?=[\s,]|$)"
)
"""“Comrade Pell informs in his telegram:” is a sentence."""


_DEAR_SIR: Final = regex(r"(?:my\s+)?(?:dear|dr\.?)\s+(?:sirs?|sr|madam|general|friend|lord)", re.IGNORECASE)
"""A salutation that needs no stop to be known for one."""


def _addressed(match: re.Match[str], text: str, known: Known, pattern: re.Pattern[str]) -> bool:
    name, last = match["name"], text.rstrip()[-1:]
    if name is not None and last == ":" and pattern is not _DEAR and _TELLS.search(name):
        return False
    if name is None:
        return last in ",:!" or _DEAR_SIR.fullmatch(text) is not None
    if pattern in (_DEAR, _EYES_ONLY):
        return True
    first = _ARTICLES.sub("", name.lstrip("[("))
    if pattern is _GREETING and last not in ",:!" and not known(name):
        if _FOR_TOO.match(name) and known(_FOR_TOO.sub("", name)):
            return True
        return len(name.split()) <= 4 and is_capitalised(name)
    if pattern is _ADDRESS and _EVERY.match(name):
        return True
    if pattern is _ADDRESS and name.lower().startswith("the ") and len(name.split()) <= 16:
        return last != "." or is_office(name) or _BODY.search(name) is not None
    return bool(first) and (first[0].isupper() or last == ":" or known(name))


def inline_salutation(text: str, known: Known) -> tuple[int, tuple[int, int] | None] | None:
    """Return where an address ends that opens a paragraph, "To Sabelnikov. The sun is back.", and its name's span.

    Under "To" and "For" only a known name counts: "For once. The sun …" begins a sentence.
    """
    if is_sign(text[:1]):
        return chinese_lines.inline_addressee(text, known)
    if not text.isascii() and (found := russian.inline_addressee(text, known)):
        return found
    if 0 < (end := greets(text)) < len(text):
        return end, greeted_name(text[:end])
    match = _INLINE.match(text)
    if match is None and (seated := _SEATED.match(text)) and known(seated["name"]):
        return seated.end(), seated.span("name")
    if match is None:
        return None
    if match["sir"]:
        return match.end(), None
    name = match["name"]
    return (match.end(), match.span("name")) if known(name) or _with_others(name, known) else None


def is_address_list(text: str, known: Known, known_place: Known) -> bool:
    """Say whether a line is an address as forms have it: "Sabelnikov, Institute, Karsk.", "Karsk. Sabelnikov."."""
    pieces = [piece.strip(" .:") for piece in (text.split(",") if "," in text else text.rstrip(" .").split(". "))]
    if (
        not 1 < len(pieces) <= 4
        or len(text) > 80
        or _ADDRESSES.match(text)
        or not all(is_capitalised(piece) for piece in pieces)
    ):
        return False
    first, last = pieces[0], pieces[-1]
    if "," not in text:
        return (first.isalpha() or known_place(first)) and known(last) and not _ADDRESSES.match(last)
    return (known(first) and known_place(last)) or (known_place(first) and known(last))


def is_closing(text: str, *, signed: bool = False) -> bool:
    """Say whether a line is a closing formula: "With greetings", "Awaiting your reply".

    `signed` says that a signature follows: any short line that ends in a comma is one then.
    """
    if len(text) > MAX_LINE:
        return False
    if signed and text.endswith(",") and len(text.split()) <= 7 and text[:1].isalpha():
        return True
    return len(text.split()) <= 16 and _CLOSING.fullmatch(text.rstrip(TRAILING + "–—-")) is not None


def with_rank(text: str, start: int) -> int:
    """Return where a name begins with the rank before it: "Comrade Vetrov" and not "Dear Vetrov"."""
    ranked = _RANK_BEFORE.search(text, 0, start)
    return ranked.start() if ranked else start


def is_office(text: str) -> bool:
    """Say whether a line gives an office, as stands under or over a signature: "Head of the station"."""
    return len(text) <= 130 and (not text[:1].islower() or text[:4] == "the ") and _OFFICE.fullmatch(text) is not None


def is_capitalised(name: str) -> bool:
    """Say whether every word of a name begins with a capital, a particle such as "of" apart."""
    pieces = [piece.lstrip("([\"“«'‘") for piece in name.split()]
    return all(
        piece[:1].isupper() or piece.lower() in _PARTICLES or not piece[:1].islower() for piece in pieces if piece
    )
