"""Lines of a page that hand over to a telegram: headings, labels of a diary, sentences that end "… telegraphed:"."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import count_words, is_sign
from tei.recognise.greetings import greets
from tei.recognise.kinds import kind_of
from tei.recognise.known import nobody
from tei.recognise.layouts.day_lines import is_dated, is_place_and_day
from tei.recognise.layouts.enumerating import enumerates
from tei.recognise.layouts.offers import is_offered
from tei.recognise.layouts.other_matter import stands_elsewhere
from tei.recognise.layouts.page import is_date_line
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.russian import is_office_first
from tei.recognise.service import classify
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import dated_lead, is_registered, kind_first, read_title
from tei.regexes import regex

_MACHINES: Final = "".join(f"(?<!{one} )" for one in ("error", "warning", "log", "commit", "debug", "status", "chat"))
MESSAGE: Final = rf"{_MACHINES}message"
"""What somebody sends, and no machine prints."""
KIND: Final = (
    r"(?:telegramm?e?s?|cables?|cablegrams?|wires?|radiograms?|ciphergrams?|cipher messages?|telex|letters?|"
    rf"{MESSAGE}s?|d[ie]spatch(?:es)?|шифр(?:овк|ограмм|о?телеграмм)\w*|телеграмм\w*|радиограмм\w*|депеш\w*|письм\w*|电报|電報|来电|來電|"
    r"[来來]?[函信])"
)
_STRONG: Final = regex(
    r"\b(?:telegramm?es?|telegrams?|cables?|cablegrams?|wires?|radiograms?|marconigrams?|ciphergrams?|"
    r"шифр(?:овк|ограмм|о?телеграмм)\w*|телеграмм\w*|радиограмм\w*|депеш\w*)\b|电报|電報|[来來致复復回去发發急密][电電]|通[电電](?=[:：全])|"
    r"[电電](?:告|示|复|復|称|稱|令)|[电電](?=[\u3400-\u9fff·]{2,12}[:：])|文[云曰](?=[:：]$)|"
    r"\b(?:telegraphed|cabled|wired|radioed|телеграфировал\w*|радировал\w*)\b",
    re.IGNORECASE,
)
_NAMED: Final = regex(rf"\b{KIND}\b|{KIND}(?=[:：])", re.IGNORECASE)
_HANDED: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|wrote|writes|sent|sends|received|replied|answered|responded|dispatched|"
    r"transmitted|reached|brought|dictated|sending|reads?|follows?|following|issues?|issued|says?|said|informed|"
    r"reported|reply|answer|text|quoted|runs|ran|"
    r"телеграфировал\w*|написал\w*|отправил\w*|получил\w*|ответил\w*|следующ\w*|послал\w*|пришл[аои]|приш[её]л|"
    r"ушл[аои]|уш[её]л|поступил\w*|направил\w*|отправлен\w*|направлен\w*|послан\w*|гласил\w*|сообщал\w*|сообщил\w*)\b|"
    r"致函|函告|写信|寫信|[来來]信|收到|接到|如下|文[云曰](?=[:：]$)",
    re.IGNORECASE,
)
_TOLD: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|wrote|writes|sent|sends|received|replied|answered|responded|dispatched|"
    r"transmitted|reached|brought|dictated|reads?|follows|issues?|issued|says?|said|informed|reported|came|arrived|"
    r"telegraphs|replies|answers|"
    r"телеграфировал\w*|написал\w*|отправил\w*|получил\w*|ответил\w*|послал\w*|пришл[аои]|приш[её]л)\b|"
    r"[致复復回][电電函]|收到|接到|[电電](?:告|称|稱)|文[云曰](?=[:：]$)",
    re.IGNORECASE,
)
_IMPERATIVE: Final = regex(
    r"(?:please\s+|kindly\s+)?(?:pass|convey|transmit|hand|deliver|give|forward|relay|communicate|send|tell|inform|"
    r"read|передайте|сообщите|вручите|перешлите)\b(?!\w)|^(?:i|we)\s+(?:am|are|request|ask|pass|send|transmit|beg)\b|^(?:请[转将告即速立]|請[轉將告即速立]|[转轉][告达達]|просим?\s|прошу\s)",
    re.IGNORECASE,
)
_ENUM: Final = regex(
    r"(?:(?:document|doc\.?|no\.?|nr\.?|n(?=\s?\d)|№|telegram|letter|text|item|annex|appendix|attachment|enclosure|exhibit|"
    r"source|paper|message|piece|документ|док\.?|приложение|прил\.?|телеграмма|文件)\s*(?:no\.?|nr\.?|№|#)?\s*)?"
    r"[\[(]?(?:\d{1,3}[a-zа-я]?|[IVXL]{1,7})[\])]?\s*[.:)]?|"
    r"(?:document|doc\.|source|text|item|exhibit|extract|quelle|источник|документ)\s(?-i:[A-HА-Е])\s*[.:)]?",
    re.IGNORECASE,
)
_NUMBERED: Final = regex(
    r"(?:№|No\.?)\s?\d{1,5}\s+(?=[\u3400-\u9fff])|"
    r"(?:(?:document|doc\.?|no\.?|nr\.?|№|annex|appendix|attachment|enclosure|документ|док\.?|приложение|прил\.?)\s*"
    r"(?:no\.?|nr\.?|№)?\s*)?[\[(]?\d{1,3}[a-zа-я]?[\])]?\s*[.:)–—-]?\s+(?=[A-ZÀ-ÞА-ЯЁ“«])|"
    r"(?:(?:document|doc\.?|annex|appendix|attachment|enclosure|документ|приложение)\s*(?:no\.?|№)?\s*)?"
    r"(?:[IVXL]{2,7}|(?<=\s)[IVX])\s*[.:)–—-]\s+(?=[A-ZÀ-ÞА-ЯЁ“«])|"
    r"(?:document|doc\.?|source|item|exhibit|annex|appendix|attachment|enclosure|text)\s[A-Z]\s?[.:)–—-]\s+(?=[A-Z“])|"
    r"(?:source|item|exhibit|text|paper|piece)\s(?:no\.?\s)?\d{1,3}[a-z]?\s?[.:)–—-]\s+(?=[A-ZÀ-ÞА-ЯЁ“«])|"
    r"[IVX]\s*[.:)–—-]\s+(?=(?:telegram|cable|letter|message|from\b|to\b|телеграмм|шифр|письм))|"
    r"(?:[一二三四五六七八九十百〇零\d]{1,4}[、．.，]|第[一二三四五六七八九十百〇零\d]{1,4}[号號件]|"
    r"[（(〔][一二三四五六七八九十\d]{1,4}[）)〕])\s*"
    r"(?=[\u3400-\u9fff])|"
    r"\d{1,3}\.\s+(?=(?-i:\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4},\s+\S))",
    re.IGNORECASE,
)
_RULE: Final = regex(r"[\s*•·._=~—–\-#⁂◊❖]{3,}|\*|⁂")
_OWNED: Final = regex(
    rf"[A-ZÀ-ÞА-ЯЁ][\w.’' -]{{1,40}}?(?:['’]s|s['’])\s+(?:[\w-]+\s+){{0,4}}?(?:{KIND}|answer|reply|response)\s*[.:]?",
    re.IGNORECASE,
)
_ANSWERED_ON: Final = regex(
    r"(?!(?:The|This|That|His|Her|Their|Its)\s)[A-ZÀ-ÞА-ЯЁ][\w.’' -]{1,50}?(?:['’]s|s['’])\s+"
    r"(?:(?:first|second|third|final|personal|written|own|"
    rf"short|long)\s+){{0,2}}(?:{KIND}|answer|reply|response|rejoinder),?\s+(?:(?:of|on|dated)\s+)?[(\[]?(?=[A-Z\d])"
    r"[\w., ]{3,24}\d[)\]]?[.:]?",
    re.IGNORECASE,
)
"""A heading of an exchange that says whose answer it is, and its day: "President Pell's reply, October 25"."""
_GIVEN_BELOW: Final = regex(
    r"(?:the )?following (?:is|was|are|were)\b|(?:here|below) (?:is|are|follows?)\b|"
    r"(?:the )?(?:full )?text of (?:the|an?|his|her)\b",
    re.IGNORECASE,
)
"""How a page hands over without telling a story: "The following is a letter written by Vetrov to Pashin."."""
_WORDS_BELOW: Final = regex(
    r"(?:The following (?:is|was)|(?:Here|Below) (?:is|are)|This is) (?:the|an?|my|his|her|our) "
    r"(?:(?:exact|full|complete|entire|actual|original|very) ){0,2}"
    r"(?:words|text|wording|contents?|transcript(?:ion)?|copy)\b"
)
"""“Here are the exact words that my grandmother received by wire.”"""
_BACK: Final = regex(r"\b(?:reply|replies|replied|answer(?:s|ed)?|response|responded|ответ\w*)\b", re.IGNORECASE)
_YOURS: Final = regex(r"\byours?\b|\b(?:ваш\w{0,3}|ваши\w{1,2})\b|[您贵]", re.IGNORECASE)
_FIRST_PERSON: Final = regex(r"\b(?:I|we|my|our|me|us)\b|\b(?:я|мы|мне|нам|наш\w*|мо[йяюеи]\w*)\b")
_REMARK: Final = regex(
    r"[(\[]?\s*(?:(?:translator|editor|author|compiler|ed|trans|tr)s?['’]?s?\.?['’]?s?\s+)?(?:note|comment|remark)s?\s*"
    r"[:：.]|[(\[]\s*(?:translator|editor|author|compiler)s?['’]?s?\s+(?:note|comment|remark)|"
    r"(?:прим(?:ечание|\.)\s*(?:ред|пер|сост)?\w*\.?)\s*[:：]?|"
    r"[（(【〔\[]?(?:[笔筆编編作译譯引]者|本[刊报報])[按注註](?:[）)】〕\]]|[:：])",
    re.IGNORECASE,
)
_TO_OR_FROM: Final = ("To ", "From ", "К ", "От ", "Кому", "От кого")
_REGISTERED: Final = regex(rf"\w+\s+[^\n.;:]{{0,3}}[^\n;:]{{2,70}}?[.,;]\s+(?i:{KIND})\b[.,;]\s")
"""How a letter-book heads its copies: "To A. Pashin, Leningrad. Telegram. 2 June 1938."."""
_NO_PARTY: Final = regex(
    r"(?:(?:the|an?|his|her|their|our|my|its)\s+)?(?:[\w-]+\s+){0,4}?(?:roads?|ways?|guides?|introductions?|"
    r"journeys?|paths?|"
    r"voyages?|returns?|keys?|approach(?:es)?|contributions?|prefaces?|prologues?|expeditions?|visits?|trips?|"
    r"access|trains?|"
    r"flights?|appendix|supplements?|welcome|attitudes?|relations?|aid|help|assistance|support|steps?|turns?|"
    r"routes?|march|"
    r"retreat|exile|escape|thanks|tribute|hymn|ode|farewell|war|peace|crisis|silence|resistance|opposition|reactions?|"
    r"responses?|repl(?:y|ies)|answers?|objections?|notes?|index|map|mission|threats?|dangers?|alternatives?|"
    r"challenges?|"
    r"end|beginning|prelude|postscript|back|next|up|down|close|life|north|south|east|west)$",
    re.IGNORECASE,
)
_PREPOSITION: Final = regex(
    r"(?:how|when|where|what|why|with|in|on|at|after|before|as|so|if|when|by|through|owing|thanks|due|according)\s",
    re.I,
)
_TERMINAL: Final = ".,;:!?…。：，；！？"
_SALUTED: Final = regex(
    r"(?:to|for)\s+[A-Z]|dear\b|my dear\b|(?:esteemed|respected)\b|com(?:rade|r)?\.?\s|cde\.?\s|tov\.?\s|т\.|тов",
    re.I,
)
_MARKS: Final = tuple("“„«\"'‘「")
_ADDRESSED: Final = regex(
    r".(?:(?i:to|for)\s+(?:(?i:the)\s+)?[A-Z][\w.’-]*(?:,?\s+[A-Z][\w.’-]*){0,4}[.:]\s+[A-Z]|(?:Comrade|Com\.|"
    r"Dear)\s+[A-Z][^.!?\n]{1,50}[.!,:])"
)
_WIRED: Final = regex(
    r".(?:[A-Z]{3,}(?:\s[A-Z]{3,})?\s(?:TO|FROM)\s[A-Z]{3,}(?:\s[A-Z]{3,})?(?:\s\d{1,2}\s[A-Z]{3,9})?[.:]\s+[A-Z\d]|"
    r"[A-ZÀ-ÞА-ЯЁ]{3,}(?:\s[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.]+){1,3}[.:]\s+[A-ZÀ-ÞА-ЯЁ\d]{2}|"
    r"(?:[A-ZÀ-Þ][\w’'-]+|[А-ЯЁ][\w-]+),\s(?:(?:to|for|the)\s)?[A-ZÀ-ÞА-ЯЁ][\w .’'-]{1,40}[.:]\s+[A-ZÀ-ÞА-ЯЁ\d])"
)
"""A quotation that opens as a wire does, with place and name: "“Karsk, Vetrov. Wait …”"."""
_OPENS: Final = regex(
    r"(?:[A-Z]{3,}[.,:]\s+)?(?:To|For)\s+(?:Comrade\s+|Com\.\s+|the\s+)?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3}"
    r"[.:](?:\s+[A-Z]|$)"
)
"""A text that opens with its address, "To Vetrov. The ice …"."""
MIN_LEADING: Final = 5
_SENTENCES: Final = regex(r"[a-zа-яё]{3}\.\s+[A-ZÀ-ÞА-ЯЁ]|[A-ZА-ЯЁ]{4}[.?!]\s+[A-ZА-ЯЁ]{2}")
MAX_ANNOUNCEMENT: Final = 90
"""Words of the longest sentence that hands over to a telegram."""
MIN_PROSE: Final = 20
MAX_ADDRESS: Final = 60


def _heads_copy(text: str) -> bool:
    """Say whether a line heads a copy in a letter-book, "To A. Pashin, Karsk, 2 June 1938", and is none of a form."""
    if (service := classify(text)) is not None and service.type == "sent":
        return False
    if _REGISTERED.match(text) and find_dates(text):
        return True
    return any(map(str.isdigit, text)) and is_registered(read_title(text))


def is_title(text: str) -> bool:
    """Say whether a line is the title of one telegram: a kind of document with a party, or who wrote to whom."""
    text = text.strip("[]")
    text = text[:-1] if text[-1:] == "." and _DAY_LAST.search(text) else text
    if len(text) <= 120 and _is_owned(text):
        return True
    if len(text) <= 120 and text.startswith(_TO_OR_FROM) and _heads_copy(text):
        return True
    if len(text) > 250 or is_remark(text) or classify(text) or is_offered(text) or not looks_like_title(text):
        return False
    if text.endswith((":", "：")) and (_TOLD.search(text) or _DOES.search(text)):
        return False
    title = read_title(text)
    if title.kind is None and _PREPOSITION.match(text):
        return False
    if title.kind is None and _NO_PARTY.match(title.party("from")) and not find_dates(text):
        return False
    if _HANDLES.search(title.party("from")):
        return False
    if title.party("from") or title.party("to"):
        dated = _YEAR_LAST.search(text) is not None and (kind_first(text) or is_office_first(title.party("to")))
        sentence = text.endswith(".") and len(text.split()) > 16 and not (dated or dated_lead(text))
        return not sentence and not _saluted(text)
    return title.kind is not None and text[-1:] not in _TERMINAL and bool(find_dates(text))


_DOES: Final = regex(
    r"\s[a-z]{3,}ed\s(?:the|an?|his|her|their|this|that|it|him|them|back|on|off)\s|\s(?:was|were|had|did)\s"
)
"""Somebody does something: no title says so, "Vetrov repeated the telegram to Pell the same evening, adding:"."""
_HANDLES: Final = regex(r"\s[a-z]{3,}ed\s(?:the|an?|his|her|their|this)\s")
"""“Vetrov forwarded the cable to Pashin” tells, and heads nothing."""
_YEAR_LAST: Final = regex(r"\d{4}(?:\sг(?:ода)?)?\.$", re.IGNORECASE)


def _is_owned(text: str) -> bool:
    """Say whether a heading says whose telegram or answer it is: "Vetrov's answer, 3 May 1938"."""
    if len(text) <= 90 and _OWNED.fullmatch(text) and kind_of(text):
        return True
    return "s" in text and _ANSWERED_ON.fullmatch(text) is not None and bool(find_dates(text))


def _saluted(text: str) -> bool:
    return _SALUTED.match(text) is not None and text[-1:] in ",:!"


def numbered(text: str) -> int:
    """Return where a heading begins behind its number, "3. Telegram, …", 0 where it has none."""
    match = _NUMBERED.match(text) or (_LETTERED.match(text) if text[:1] == "(" and _DAY_LAST.search(text) else None)
    return match.end() if match and not dated_lead(text) else 0


_LETTERED: Final = regex(r"\([a-z]\)\s+(?=[A-Z])")
_DAY_LAST: Final = regex(r",\s(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8},?|[A-Z][a-z]{2,8}\s\d{1,2},)\s\d{4}\.?$")


def is_enumeration(text: str) -> bool:
    """Say whether a line only counts documents: "Document 3", "No. 4", "II."."""
    return len(text) <= 20 and _ENUM.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Say whether a line only parts what stands round it: "* * *", a dash."""
    return len(text) <= 60 and _RULE.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """Say whether a paragraph is a note of translator or editor that says so itself."""
    return _REMARK.match(text) is not None


def announces(text: str, following: str = "", below: str = "") -> bool:
    """Say whether a sentence hands over to a telegram that follows.

    It ends in a colon, or what follows opens a quotation with a salutation. `below` is the row under the one that
    follows: place and day may stand over the salutation.
    """
    if text[-1:] == "." and gives_words(text) and (following[:1] in _MARKS or _is_in_lines(following, below)):
        return True
    if enumerates(text, following):
        return False
    return (below != "" and goes_over_to_letter(text, following, below)) or _announces(text, following)


def gives_words(text: str) -> bool:
    """Say whether a paragraph says that the very words of a telegram or letter follow, though a full stop ends it."""
    return _WORDS_BELOW.match(text) is not None and (_STRONG.search(text) is not None or "letter" in text)


def _is_in_lines(following: str, below: str) -> bool:
    """Say whether two lines are short and have no stop, as the text on a form has."""
    lines = (following, below)
    return all(0 < len(line) <= MAX_ADDRESS and line[-1] not in ".:;!?" and line[0].isupper() for line in lines)


def _announces(text: str, following: str) -> bool:
    words = count_words(text)
    if words > MAX_ANNOUNCEMENT and text[-1:] == ":":
        text = text[_last_sentence(text, 2) :]
        words = count_words(text)
    quoting = following[:1] in _MARKS and text.endswith((":", "：")) and words <= MAX_ANNOUNCEMENT
    if quoting and (_WIRED.match(following) or _LOGGED.fullmatch(text)):
        return _IMPERATIVE.match(text) is None
    if not 2 <= words <= MAX_ANNOUNCEMENT or _IMPERATIVE.match(text) or classify(text) is not None:
        return False
    if gives_below(text) and (text[-1] in ":：" or is_salutation(following)):
        return True
    if text.endswith((":", "：")) and (_TOLD.search(text) or _BACK.search(text)) and _is_called(text, following):
        return _FIRST_PERSON.search(text, _last_sentence(text)) is None
    if text.endswith((":", "：")) and _OPENS.match(following) and words > MIN_LEADING:
        return _FIRST_PERSON.search(text) is None or _NAMED.search(text) is not None
    if following[:1] in _MARKS and (_ADDRESSED.match(following) or (_BACK.search(text) and not text.endswith("?"))):
        return True
    colon = text.rstrip("”\"’' ").endswith((":", "：", ":–", ":—"))
    if not colon and not (following[:1] in _MARKS and _SALUTED.match(following[1:])):
        return False
    last = text[max(0, len(text) - 400) :]
    if stands_elsewhere(last):
        return False
    return _STRONG.search(last) is not None or (_NAMED.search(last) is not None and _HANDED.search(last) is not None)


_LOGGED: Final = regex(
    r"(?:To-?day |I |We )?(?:have )?(?i:received|sent|passed|transmitted|reply|answer)"
    r"(?: on)?(?: the following)?(?: today)? (?:from|to) [A-Z][^.:;\n]{1,80}:"
)
"""How a diary logs what came and went, without the word: “Received from Pashin through our line:”."""


def goes_over_to_letter(text: str, following: str, below: str) -> bool:
    """Say whether a sentence, though it says "I", goes over to a letter under place and day: "I replied,"."""
    if text[-1:] not in ":," or not 2 <= count_words(text) <= MAX_ANNOUNCEMENT or not is_dated_call(following, below):
        return False
    return _TOLD.search(text, _last_sentence(text)) is not None


def is_dated_call(text: str, below: str) -> bool:
    """Say whether two rows open a letter: place and day, and under them a greeting, the text perhaps behind it."""
    if not (is_place_and_day(text) or is_date_line(text)):
        return False
    addressed = below[-1:] == ":" and below[:1].isupper() and len(below) <= MAX_ADDRESS
    return addressed or (below[-1:] in (",", "!") and is_salutation(below)) or greets(below) > 0


def _is_called(text: str, following: str) -> bool:
    """Say whether a line greets, or calls somebody by a bare name, which is a greeting under "His answer came:"."""
    return is_salutation(following) or (bool(bare_call(following)) and _BACK.search(text) is not None)


def gives_below(text: str) -> bool:
    """Say whether a sentence says that a telegram or letter follows: "The following is a letter written by …"."""
    return _GIVEN_BELOW.match(text) is not None and _NAMED.search(text) is not None


def bare_call(text: str) -> str:
    """Return the name that a line calls and nothing else, "Nicky,", empty where it does not."""
    return text[:-1] if text[-1:] in (",", "!") and _BARE_NAME.fullmatch(text) else ""


def _last_sentence(text: str, count: int = 1) -> int:
    """Return where the last sentence of a paragraph begins, or the last `count`."""
    found = list(_SENTENCE_ENDS.finditer(text))
    return found[-count].end() if len(found) >= count else 0


_BARE_NAME: Final = regex(r"(?:My\s)?[A-ZÀ-ÞА-ЯЁ][\w’'-]+(?:\s[A-ZÀ-ÞА-ЯЁ][\w.’'-]+)?[,!]")
_SENTENCE_ENDS: Final = regex(r"[^\W\d_]{3}[.!?]\s+(?=[A-ZÀ-ÞА-ЯЁ])")


def tells(text: str) -> bool:
    """Say whether a sentence tells of one telegram sent or received, as stands before one that is set off below it."""
    if not 2 <= len(text.split()) <= MAX_ANNOUNCEMENT or _IMPERATIVE.match(text) or classify(text) is not None:
        return False
    last = text[max(0, len(text) - 300) :]
    if (last.endswith((":", "：")) and _TOLD.search(last)) or _BACK.search(last):
        return True
    return _STRONG.search(last) is not None or (_NAMED.search(last) is not None and _HANDED.search(last) is not None)


def hands_over(text: str) -> bool:
    """Say whether running text under a title hands over to its telegram: "On 5 June it sent this:"."""
    return (
        5 < count_words(text) <= MAX_ANNOUNCEMENT
        and text.endswith((":", "："))
        and _TOLD.search(text) is not None
        and _IMPERATIVE.match(text) is None
        and _YOURS.search(text) is None
    )


def is_strong(text: str) -> bool:
    """Say whether a sentence speaks of a telegram by that name, and not of some letter or message."""
    return _STRONG.search(text) is not None


def is_prose(text: str) -> bool:
    """Say whether a paragraph is running text."""
    return count_words(text) >= MIN_PROSE


def is_heading(text: str) -> bool:
    """Say whether a line can be a heading: short, begun with a capital, without a stop, no line of a telegram."""
    bare = text.rstrip(" ”\"’'")
    if len(bare) > 140 or count_words(bare) > 18 or not _begins_big(bare):
        return False
    if bare[-1:] in ".,;!…。，；！" or (bare[-1:] in ":：" and (len(bare.split()) > 12 or _IMPERATIVE.match(bare))):
        return False
    if "。" in bare or _SENTENCES.search(bare):
        return False
    return not (is_date_line(text) or classify(text) or is_closing(text) or _SALUTED.match(text) or is_dated(text))


def _begins_big(text: str) -> bool:
    """Say whether words begin with a capital, a quotation mark, or a sign of a script without capitals."""
    return text[:1].isupper() or text[:1] in '“"‘«《「' or is_sign(text[:1])


def is_salutation(text: str) -> bool:
    """Say whether a line greets or addresses, whoever it is; "To his sister he was more candid:" does not."""
    if text[:3] == "To " and text[-1:] == ":" and _DOES.search(text):
        return False
    return len(text) <= 120 and salutation_name(text, nobody) is not None
