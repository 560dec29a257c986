"""What a sentence in Russian or Chinese says of the telegram that it hands over to: who sent it, and to whom.

«12 января Сабельников телеграфировал Шэнь Минъюаню:», «Утром получил от Ветрова следующую телеграмму:»,
"一月十二日，萨别里尼科夫电沈明远：", "收到沈明远来电：".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chinese_names import Span, is_body, is_office, is_personal
from tei.recognise.counting import is_sign
from tei.regexes import regex

Party = tuple[str, Span]

_CAP: Final = "[А-ЯЁ]"
_NO_NAME: Final = (
    r"(?!(?:В|На|По|От|Из|За|И|А|Но|Он|Она|Они|Это|Этот|Тот|Тогда|Затем|Потом|Сразу|Утром|Вечером|Днём|Днем|"
    r"Ночью|Сегодня|"
    r"Вчера|Через|После|Перед|До|Как|Когда|Уже|Ещё|Еще|Я|Мы|Его|Её|Ее|Их|Мой|Наш|Ответ|Зимой|Весной|Летом|"
    r"Осенью|Телеграмма|"
    r"Телеграммой|Письмо|Шифровка|Шифром|Наконец|Однако|Получил\w*|Отправил\w*|Послал\w*|Телеграфировал\w*|"
    r"Ответил\w*)\b(?!\.))"
)
_NAME: Final = (
    rf"{_NO_NAME}(?:{_CAP}\.\s?){{0,2}}{_CAP}[а-яё]+(?:-{_CAP}[а-яё]+)?(?:\s{_CAP}[а-яё]+(?:-{_CAP}[а-яё]+)?){{"
    rf"0,2}}(?:\s{_CAP}\.(?:\s?{_CAP}\.)?)?"
)
_VERB: Final = (
    r"(?i:телеграфировал|протелеграфировал|радировал|писал|написал|сообщал|сообщил|ответил|отвечал|направил|"
    r"отправил|послал|"
    r"передал|запросил|просил|попросил|спросил|прислал|информировал|докладывал|доложил|приказал|поручил|"
    r"предписал|распорядился)(?:а|и|о)?"
)
_KIND: Final = r"(?:телеграмм|шифровк|шифр\w*грамм|радиограмм|депеш|письм|записк|ответ|послани|сообщени)\w*"
_BETWEEN: Final = r"(?:,\s[^,.;:]{3,60},)?(?:[,\s](?:[а-яё]+|\d{1,2}|\d{4}\sг\.|\([^()]*\))){0,5}"
_FROM: Final = (
    regex(rf"(?P<name>{_NAME}){_BETWEEN}[,\s]+{_VERB}\b"),
    regex(rf"\bот\s+(?:тов\.|т\.|товарища)?\s*(?P<name>{_NAME})"),
    regex(rf"\b{_KIND}\s+(?:тов\.|т\.|товарища\s)?\s*(?P<name>{_NAME})"),
    regex(rf"\b{_VERB}\s+(?P<name>{_NAME})"),
)
_TO: Final = (
    regex(
        rf"\b{_VERB}(?:\s(?!(?:от|во?)\s)[а-яё]+){{0,3}}(?:\s[вВ]о?\s{_CAP}[а-яё-]+)?\s+(?:тов\.|т\.|товарищу)?\s*(?P<name>{_NAME})"
    ),
    regex(rf"\b(?:на имя|для)\s+(?P<any>{_NAME})"),
    regex(rf"\b{_KIND}(?:\s{_NAME})??\s+(?P<name>{_NAME})"),
    regex(rf"\b{_VERB}\s+{_NAME}\s+(?P<name>{_NAME})"),
)
_VIA: Final = regex(rf"\bчерез\s+(?P<name>{_NAME})")
_DATIVE: Final = regex(r"[а-яё](?:у|ю|ому|ему)(?:\s[А-ЯЁ]\..*)?$")
_CYRILLIC: Final = regex("[А-Яа-яЁё]{3}")

_SENT: Final = regex(
    r"(?:[发發](?:表|出)[\u3400-\u9fff]{0,14}?[电電](?=[:：])|通[电電]|[来來][电電]|致[电電函]|[电電](?:告|示|复|復|称|稱|令|请|請)|复[电電]|復[电電]|回[电電]|去[电電]|急[电電]|密[电電]|"
    r"[发發][电電](?:报|報)?[给給]?|函告|写信[给給]|寫信[给給]|[给給]|[电電])"
)
_GOT: Final = regex(
    r"(?:收到|接到|接|得到|据|據)(?P<name>[\u3400-\u9fff·]{2,12}?)(?:的)?(?:来|來|复|復|回|急|密|发来的|"
    r"發來的)?[电電函信]"
)
_CLAUSE: Final = regex(r"[，。；、,;：:“”「」\s]|\d|[日时時年月晚晨]")
_SENTENCE: Final = regex(r"[，。；、,;：:“”「」]|[\d〇一二三四五六七八九十]{1,4}日|当[天日晚夜][上晚]?|次日|随后|同日")
_RUN: Final = regex(r"[\u3400-\u9fff·]+")
MAX_NAME: Final = 10
MAX_DATE: Final = 8
"""Signs among which the first sign of a sentence stands, behind a year in figures."""
_HANDED_ON: Final = regex("[並并即][转轉告致]")


def reported_parties(text: str, shift: int) -> Iterator[Party] | None:
    """Return the parties that a sentence in Russian or Chinese names, None for a sentence in another language."""
    if text.isascii():
        return None
    if _CYRILLIC.search(text):
        return ((role, (a + shift, b + shift)) for role, (a, b) in _russian(text))
    if any(map(is_sign, text[:MAX_DATE])):
        return ((role, (a + shift, b + shift)) for role, (a, b) in _chinese(text))
    return None


def _russian(text: str) -> Iterator[Party]:
    via = _VIA.search(text)
    spans: dict[str, Span] = {"via": via.span("name")} if via else {}
    for role, patterns in (("from", _FROM), ("to", _TO)):
        for pattern in patterns:
            found = (one for match in pattern.finditer(text) for one in _alternatives(match))
            free = (one for one in found if _free(one, spans) and _AT.search(text, 0, one[0]) is None)
            span = next((one for one in free if _sure(pattern) or _fits(role, text[slice(*one)])), None)
            if span:
                spans[role] = span
                break
    if "from" in spans and "to" not in spans and (whom := _WHOM.search(text, spans["from"][1])):
        spans["to"] = whom.span("name")
    yield from spans.items()


_AT: Final = regex(r"(?:^|\s)(?:[Вв]о?|[Ии]з|[Нн]а|[Пп]од|[Пп]ри|[Оо]б?)\s$")
"""“в Москве” is a place."""
_WHOM: Final = regex(
    rf"\b(?i:телеграфировал|протелеграфировал|радировал|писал|написал|сообщал|сообщил|ответил|отвечал|отправил)а?\s+(?P<name>{_NAME}):?$"
)
"""A name of which no case is seen, right behind what was done: «Мао телеграфировал Лю Шаоци:»."""
_HOLDER: Final = (
    r"(?:[Оо]на?|[Пп]осол|[Пп]олпред|[Пп]осланник|[Кк]онсул|[Нн]арком|[Мм]инистр|[Нн]ачальник|[Кк]омандующий|"
    r"[Дд]иректор)"
)
_HE_SENDS: Final = regex(
    rf"\b{_HOLDER}\s(?:[а-яё]+\s){{0,3}}?{_VERB}\b|\b[Вв]\s(?:своей|своём|его|её)\s[^.:]{{0,30}}{_KIND}"
)
_SUBJECT: Final = (
    regex(
        rf"(?:[А-ЯЁ]?[а-яё]+(?:\s[а-яё]+)?\s(?:в|на)\s[А-ЯЁ][а-яё-]+,?\s)?(?P<name>{_NAME})(?:,\s[^,.;:]{{3,60}},)?\s(?:[а-яё]+\s){{0,3}}?"
        r"[а-яё]+(?:л|ла|ло|лся|лась)\b"
    ),
    regex(rf"[А-ЯЁ][а-яё]+(?:л|ла|лся|лась)\s[^.;:]{{3,80}}?\s(?P<name>{_NAME})\.?$"),
)


def he_sends(sentence: str) -> bool:
    """Say whether a sentence in Russian says that “he”, or an office without its holder, sent a telegram."""
    return _HE_SENDS.search(sentence) is not None


def subject_of(sentence: str) -> Span | None:
    """Return the name that is the subject of a sentence in Russian."""
    found = next((match for one in _SUBJECT if (match := one.match(sentence))), None)
    return found.span("name") if found and not _DATIVE.search(found["name"]) else None


def _sure(pattern: re.Pattern[str]) -> bool:
    return "any" in pattern.groupindex


def _alternatives(match: re.Match[str]) -> Iterator[Span]:
    """Yield the span of a name; where one in the dative and another stand side by side, each of the two."""
    start, end = match.span("any" if "any" in match.re.groupindex else "name")
    words = match.string[start:end].split()
    if len(words) > 1 and _DATIVE.search(words[0]) and not _DATIVE.search(match.string[start:end]):
        yield start, start + len(words[0])
        yield match.string.index(words[1], start + len(words[0])), end
        return
    yield start, end


def _fits(role: str, name: str) -> bool:
    """Say whether the case of a name agrees with its part: a dative receives; feminines in -ой may do either."""
    return (_DATIVE.search(name) is not None) == (role == "to") or name.endswith(("ой", "ей"))


def _free(span: Span, spans: dict[str, Span]) -> bool:
    return all(end <= span[0] or span[1] <= start for start, end in spans.values())


def _chinese(text: str) -> Iterator[Party]:
    got = _GOT.search(text)
    if got and _is_name(got["name"]):
        yield "from", got.span("name")
        return
    best: tuple[Party, ...] = ()
    for verb in _SENT.finditer(text):
        to, sender = _name_after(text, verb.end()), _name_before(text, verb.start())
        found = (*((("from", sender),) if sender else ()), *((("to", to),) if to else ()))
        best = found if len(found) > len(best) else best
    yield from best


def _name_after(text: str, at: int) -> Span | None:
    run = _RUN.match(text, at)
    if run is None:
        return None
    handed = _HANDED_ON.search(text, at + 1, run.end())
    ends = range(min(handed.start() if handed else run.end(), at + MAX_NAME), at + 1, -1)
    return next(((at, end) for end in ends if _is_name(text[at:end])), None)


def _name_before(text: str, at: int) -> Span | None:
    """Return the name that begins the clause which the verb stands in, or that ends right before the verb."""
    at -= len(adverb.group()) if (adverb := _ADVERB.search(text, max(0, at - MAX_ADVERB), at)) else 0
    floor = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    floors = (floor, max((m.end() for m in _SENTENCE.finditer(text, 0, at - 6)), default=0) if at > 6 else floor)
    spans = ((first, end) for first in floors for end in range(min(at, first + MAX_NAME), first + 1, -1))
    close = ((start, at) for start in range(floor, at - 1) if _is_name(text[start:at]))
    whole = (span for span in spans if not _VERB_AT.match(text, span[1] - 1))
    return next((span for span in whole if is_personal(text[slice(*span)])), None) or next(close, None)


_ADVERB: Final = regex(
    r"(?:也|又|亦|遂|即|乃|再|便|就|曾|特|分[别別]|[当當立随隨][即日天]|于是|於是|[联聯]名|再次|先[后後]|[马馬]上|急忙|[连連]忙)$"
)
"""What may stand between who wires and that he does."""
MAX_ADVERB: Final = 4
_VERB_AT: Final = regex(
    r"收到|接到|得到|得知|回到|到[达達]|[来來]到|率[领領部]|[决決]定|同意|[认認][为為]|已[经經]|[于於]是|立即"
)
"""Words whose first sign is none of the name before them, 「胡适收到……」."""


def _is_name(words: str) -> bool:
    return len(words) <= MAX_NAME and (is_personal(words) or is_office(words) or (is_body(words) and len(words) > 2))
