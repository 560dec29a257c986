"""Other telegrams that a telegram speaks of: the one it answers, by date or number."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.dates import WrittenDate, across_new_year, find_dates
from tei.dates.chinese import number_in
from tei.dates.telegraph import TELEGRAPH_DATE, read_telegraph_date
from tei.model import Basis, Certainty, Evidence, Mention, Moment
from tei.recognise.service import NUMBER_SIGN
from tei.regexes import regex

_TELEGRAM: Final = (
    r"(?:telegrams?|telegrammes?|tels?|cables?|cablegrams?|messages?|letters?|wires?|d[ei]spatch(?:es)?|notes?|"
    r"radiograms?|radios?|"
    r"communications?|ciphergrams?|cyphergrams?|ciphers?|ciphertels?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|"
    r"requests?|"
    r"questions?|airgrams?|repl(?:y|ies)|answers?|response|"
    r"(?:instructions?|orders?|directives?)(?=\s+(?:N[ºo°]|[Nn]umber|№|#|dated|of\s+(?:the\s+)?\d|of\s+[A-Z])))"
)
_REST: Final = (
    r"(?P<rest>(?:[^.;\n]|(?<=\bNo)\.|(?<=\b[Nn]os)\.|(?<=\b[Nn]r)\.|(?<=\d)\.(?=\d|\s?[mM])|"
    r"(?<=[ap])\.(?=\s?m\b)|(?<=\bN)\.){0,90})"
)
_REST_RU: Final = r"(?:[^.;\n]|(?<=\d)\.(?=\s?[\dIVXХ]))"
_SENT_RU: Final = r"(?:телеграмм|шифр(?!ов?ать)|письм|запрос|депеш|радиограмм)\w*"
_BY_NUMBER_RU: Final = r"(?:за\s+)?(?:№№?|N[º°o]?)\s*(?=\d)"
_OF_RU: Final = rf"(?P<rest>(?:от\s+(?=\d)|{_BY_NUMBER_RU}){_REST_RU}{{0,60}})"
"""What Russian telegrams say of another after its name: "от 5.XI", "№ 61 от 5 мая"."""
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NO_DAY: Final = r"(?:3[2-9]|[4-9]\d|[1-9]\d{2,5})(?!\d)"
"""Figures that are no day of a month: "Your 611 Nov 8" speaks of number 611."""
_SIGNS: Final = "一二三四五六七八九十〇零廿卅0-9０-９"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_TELEGRAPH_DATE: Final = re.sub(r"\?P<\w+>", "?:", TELEGRAPH_DATE)
_FORMS: Final = (
    (("your",), rf"\byour\s+(?:[\w-]+\s+){{0,3}}?(?:\[{_TELEGRAM}\]|{_TELEGRAM}\b){_REST}"),
    (
        ("your",),
        rf"\byour\s+(?P<rest>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|"
        rf"{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?)(?:['’]s)?\s+(?:\w+\s+)?{_TELEGRAM}\b",
    ),
    (
        ("your",),
        rf"\byour\s+(?={NUMBER_SIGN}\s*\d|{_NO_DAY}\b(?!\s*[^\W\d]+s\b)|\d{{1,6}}\b(?!\s*(?:{_MONTH}|"
        rf"[^\W\d]+s\b)))"
        rf"{_REST}",
    ),
    (
        ("repl", "answer", "respon", "refer", "pursuant", "further"),
        rf"\b(?:reply|answer|response|answering|replying|responding|reference|refer(?:ring)?|"
        rf"with reference|pursuant|further)\s+"
        rf"(?:to\s+)?(?:your|yours|the\s+(?:department|embassy|legation|ministry)['’]s)\b(?:\s+{_TELEGRAM})?{_REST}",
    ),
    (
        ("repl", "answer", "respon"),
        rf"\b(?:reply|answer|response|answering|replying|"
        rf"responding)\s+to\s+the\s+(?:\w+\s+)?{_TELEGRAM}\b{_REST}",
    ),
    (
        ("department’s", "department's"),
        rf"\bdepartment['’]s\s+(?:(?:telegraphic|circular|recent)\s+)?(?:(?:instruction|telegram|airgram|letter|"
        rf"message)s?\s+)?(?={NUMBER_SIGN}\s*\d|\d){_REST}",
    ),
    (
        ("received",),
        rf"\b{_TELEGRAM}(?=\s+(?:of|dated|"
        rf"from|{NUMBER_SIGN}))(?P<rest>[^.;\n]{{2,60}}?)\s+(?:was\s+|is\s+)?received\b",
    ),
    (("your",), rf"\byours\s+(?:of|dated|{NUMBER_SIGN})\s*{_REST}"),
    (
        ("urtel", "deptel", "cirtel", "circtel", "embtel", "legtel", "contel", "urmsg"),
        rf"\b(?:re\s?)?(?:urtels?|deptels?|dept?circ?tels?|depcirtels?|depcirtel|embtels?|legtels?|contels?|circtels?|urcirtel|"
        rf"urmsg)\b{_REST}",
    ),
    (
        ("ваш",),
        r"\bваш(?:а|у|ей|е|его|ему|им|и|их)?\s+(?:\w+\s+){0,2}?(?:телеграмм\w*|шифр\w+|письм\w*|запрос\w*|депеш\w*|"
        r"радиограмм\w*|послани\w+|"
        rf"сообщени\w+|ответ\w*|вопрос\w*)(?P<rest>{_REST_RU}{{0,60}})",
    ),
    (("ваш",), rf"\bваш\w{{0,3}}\s+{_OF_RU}"),
    (("на №", "на n"), rf"(?<![^\W_])(?-i:На)\s+(?P<rest>{_BY_NUMBER_RU}{_REST_RU}{{0,40}})"),
    (
        ("телеграмм", "шифр", "письм", "запрос", "депеш", "радиограмм"),
        rf"\b(?:(?:в\s+)?ответ(?:ом)?\s+на|отвеча\w+\s+на|получ\w+|(?-i:На|По)|вы\s+(?:\w+\s+){{0,2}}?в)\s+"
        rf"(?:(?!мо[юей]|наш|сво)\w+\s+)?{_SENT_RU}\s+{_OF_RU}",
    ),
    (
        ("телеграмм", "шифр", "письм", "запрос", "депеш", "радиограмм"),
        rf"(?<![^\W_])(?=(?-i:[А-Я])){_SENT_RU}\s+(?=[^\n]{{0,70}}?(?:получ|принят|прочит|ясн)){_OF_RU}",
    ),
    (("你", "您", "贵"), r"(?:你们?|您|贵)(?:方|处|馆)?(?P<rest>[^。;；\n，,]{0,24}?)(?:来电|来函|来信|电报|电|信|函)"),
    (
        ("悉", "收到", "已收", "收悉"),
        rf"(?P<rest>(?:[{_SIGNS}]{{2,4}}年)?(?:[{_SIGNS}]{{1,3}}月)?[{_SIGNS}]{{1,3}}[日号號](?:[{_SIGNS}]{{1,3}}[时時]|[{_BRANCHES}][时時])?|"
        rf"(?:[二三]十|十(?=[一二三四五六七八九])|[廿卅])[一二三四五六七八九]?(?=[电電])|"
        rf"{_TELEGRAPH_DATE})(?:[来來大密急代两兩三各])?(?:[电電]报?|函|信|"
        rf"示)(?:[〔［\[]\d{{1,2}}[〕］\]])?(?:[均俱敬奉已谨顷亦也]){{0,2}}(?:[悉诵誦收接]悉?|收到|悉)",
    ),
    (
        ("ihr",),
        r"\bihr(?:e[mns]?|es)?\s+(?:\w+\s+)?(?:telegramm\w*|schreiben\w*|brief\w*|note|depesche)(?P<rest>[^;\n]{0,60})",
    ),
    (
        ("auf ", "bezug "),
        r"(?:\bauf|\bbezug:?)\s+(?:ihr(?:en|e|em)?\s+|dort(?:ig|s)\w*\s+)?(?:draht(?:erla(?:ss|ß)|bericht|weisung)\w*|telegramm\w*|"
        r"fernschreiben|erla(?:ss|ß)|schreiben)(?P<rest>\s+(?:Nr\.?|vom)[^;\n]{0,60})",
    ),
    (
        ("votre", "vos "),
        r"\bvo(?:tre|s)\s+(?:t[ée]l[ée]grammes?|lettres?|messages?|d[ée]p[êe]ches?|notes?)(?P<rest>[^;\n]{0,60})",
    ),
)
_PATTERNS: Final = tuple((needles, regex(pattern, re.IGNORECASE)) for needles, pattern in _FORMS)
"""Each form with the words of which one stands in every text that has it: most texts are passed over for these."""
_BEGUN_BY_NEEDLE: Final = frozenset(
    pattern
    for (needles, form), (_, pattern) in zip(_FORMS, _PATTERNS, strict=True)
    if needles in (("your",), ("ваш",)) and form.startswith(rf"\b{needles[0]}")
)
_ABOUT: Final = regex(
    rf"\b(?:respon(?:d(?:s|ed|ing)?|se)|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|react(?:s|ed|ing)?|writes?\s+back|"
    rf"in\s+(?:reply|response|answer))"
    rf"\s+(?:to\s+)?(?:(?!{_TELEGRAM}\b)[\w’'.-]+\s+){{0,6}}?{_TELEGRAM}\b{_REST}",
    re.IGNORECASE,
)
_DAY: Final = regex(
    rf"\b(?:of|dated|from)\s+the\s+(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?{_MONTH})", re.IGNORECASE
)
_REFERRED: Final = regex(
    rf"\s*+(?:\(?[a-z1-9][).]\s+)?+(?!(?:my|our|own)\b)(?:your\s+|the\s+)?(?:{_TELEGRAM}\b)?{_REST}", re.IGNORECASE
)
_NUMBER: Final = regex(rf"(?:{NUMBER_SIGN}|\bnos?\b\.?)\s*(?P<number>\d[\w/-]*)", re.IGNORECASE)
_BARE_NUMBER: Final = regex(
    rf"\s*(?P<number>{_NO_DAY}(?=\s+{_MONTH}\s+\d)|\d{{1,6}}(?:/\w+|-(?-i:[A-Z]{{1,2}})(?![\w-]))?)(?![\w:/-]|\.\d(?!\d?(?:\s|$))|"
    rf"(?<!\d{{3}})(?<![4-9]\d)\s*{_MONTH}|\s*(?:%|o['’]clock|[ap]\.\s?m)|,\d)",
    re.IGNORECASE,
)
_LINK: Final = regex(
    r"(?:dated|of|from|sent|on|the|no|nr|number|your|by|with|under|today['’]?s?|day|dd|d|от|за|номер|vom|nr|du|le|no|"
    r"de|date|datum|"
    r"[\W_]|\d[\w/]*)*",
    re.IGNORECASE,
)
_DATED: Final = regex(r"(?:dated|\bof|\bfrom|\bот|\bvom|\bdu)\s*(?:the\s+)?$", re.IGNORECASE)
_BEFORE: Final = 60
_BEHIND: Final = 240
_NEAR: Final = 64
"""A date counts for the telegram spoken of when it follows within so many characters."""
_SAME_BREATH: Final = 40
"""Characters that may part telegrams that are answered together."""
MOST: Final = 8
LAST_DAY: Final = 31


def answers_in_text(text: str, start: int, end: int, *, year: int | None) -> tuple[Mention, ...]:
    """Return the telegrams that a message says it answers, read from the first place that names one.

    What follows in the same breath counts as well, "Your 61 received. Also your telegram of 5 May."; what is spoken of
    further down is not what the telegram answers.
    """
    found: list[Mention] = []
    for mention in _mentions(_PATTERNS, text, start, end, year, Basis.INTERNAL):
        if found and (mention.evidence.start - found[-1].evidence.end > _SAME_BREATH or len(found) == MOST):
            break
        between = text[found[-1].evidence.end : mention.evidence.start] if found else ""
        if "\n" in between:
            break
        if not found or (mention.evidence.start >= found[-1].evidence.end and _is_new(mention, found)):
            found.append(mention)
    return tuple(found)


def with_new(named: Sequence[Mention], found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the telegrams that a line before the text names, "To No. 483", and those of the text that are others."""
    return (*named, *(mention for mention in found if _is_new(mention, named)))


def _is_new(mention: Mention, found: Sequence[Mention]) -> bool:
    days = {one.moment.day for one in found if one.moment}
    numbers = {one.number for one in found if one.number}
    if mention.number:
        return mention.number not in numbers
    return mention.moment is not None and mention.moment.day not in days


def answers_in_abstract(text: str, start: int, end: int, *, year: int | None) -> Mention | None:
    """Return the telegram answered as the source's abstract says it: external evidence, hence less sure."""
    return next(_mentions(((("",), _ABOUT),), text, start, end, year, Basis.EXTERNAL), None)


def _mentions(
    patterns: Iterable[tuple[tuple[str, ...], re.Pattern[str]]],
    text: str,
    start: int,
    end: int,
    year: int | None,
    basis: Basis,
) -> Iterator[Mention]:
    words = text[start:end].lower()
    found: dict[tuple[int, int], re.Match[str]] = {}
    for needles, pattern in patterns:
        if not any(map(words.__contains__, needles)):
            continue
        begun = len(words) == end - start and pattern in _BEGUN_BY_NEEDLE
        for first, last in _stretches(words, needles):
            stop = min(start + last, end)
            if begun:
                places = [start + place for place in _places(words, needles[0]) if first <= place < last]
                matches = _beginning_at(places, pattern, text, stop)
            else:
                matches = pattern.finditer(text, start + first, stop)
            for match in matches:
                found.setdefault(match.span(), match)
    for _, match in sorted(found.items()):
        mention = _mention(text, match, year, basis)
        if mention:
            yield mention


def _beginning_at(places: Iterable[int], pattern: re.Pattern[str], text: str, stop: int) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would where every match begins at one of the places: no other needs to be tried."""
    done = 0
    for place in places:
        match = pattern.match(text, place, stop) if place >= done else None
        if match:
            yield match
            done = match.end()


def _stretches(words: str, needles: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the stretches round the needles: a form reaches at most so far before and behind the word that tells it."""
    places = sorted(place for needle in needles for place in _places(words, needle))
    first = last = -1
    for place in places:
        if first >= 0 and place - _BEFORE <= last:
            last = place + _BEHIND
            continue
        if first >= 0:
            yield first, last
        first, last = max(0, place - _BEFORE), place + _BEHIND
    if first >= 0:
        yield first, last


def _places(words: str, needle: str) -> Iterator[int]:
    if not needle:
        yield from range(0, len(words), _BEHIND)
        return
    place = words.find(needle)
    while place >= 0:
        yield place
        place = words.find(needle, place + len(needle))


def _mention(text: str, match: re.Match[str], year: int | None, basis: Basis) -> Mention | None:
    rest, base = match["rest"], match.start("rest")
    listed = rest.find("、")
    rest = rest[:listed] if listed > 0 else rest
    date = next((found for found in find_dates(rest, year=year) if _belongs(rest, found)), None)
    number = _BARE_NUMBER.match(rest)
    if number and date and date.start < number.end():  # "urtel 1306 June 22": no half past one
        behind = " " * number.end() + rest[number.end() :]
        date = next((found for found in find_dates(behind, year=year) if _belongs(rest, found)), None)
    number = number or _NUMBER.search(rest, 0, date.start if date else _NEAR)
    if date and not number:
        number = _NUMBER.match(rest, date.end + 1)
    if date is None and number is None:
        return _of_a_day(text, match, basis)
    reach = match.end() if match.end("rest") < match.end() and listed < 1 else 0
    reach = max(reach, base + date.end if date else 0, base + number.end() if number else 0)
    evidence = Evidence("answers", match.start(), reach, Certainty.MEDIUM, basis)
    moment = moment_of(date, base, "answers", basis) if date else None
    return Mention("answers", text[match.start() : reach], moment, number["number"] if number else "", evidence)


def _of_a_day(text: str, match: re.Match[str], basis: Basis) -> Mention | None:
    """Return a mention that gives the day alone, "your question of the 15th"; `completed` finds its month."""
    rest = match["rest"].strip()
    signs = read_telegraph_date(rest) if not rest.isascii() else None
    if signs is not None:
        evidence = Evidence("answers", match.start(), match.end(), Certainty.MEDIUM, basis)
        return Mention("answers", match.group(), Moment(rest, signs.when(None, None), evidence=evidence), "", evidence)
    if rest and rest[0] in "二三十廿卅" and (figure := number_in(rest)) and figure <= LAST_DAY:
        evidence = Evidence("answers", match.start(), match.end(), Certainty.MEDIUM, basis)
        return Mention("answers", match.group(), Moment(rest, f"---{figure:02d}", evidence=evidence), "", evidence)
    found = _DAY.search(text, match.start("rest"), match.end("rest"))
    if found is None:
        return None
    when = f"---{int(found['day']):02d}"
    evidence = Evidence("answers", match.start(), found.end(), Certainty.MEDIUM, basis)
    moment = Moment(found.group(), when, evidence=replace(evidence, start=found.start()))
    return Mention("answers", text[match.start() : found.end()], moment, "", evidence)


def completed(mention: Mention, sent: Moment | None) -> Mention:
    """Give a mention by its day alone the last month before the answer was sent that had passed that day.

    One by day and month is of the year before, where that is nearer.
    """
    moment = mention.moment
    if moment is None or sent is None:
        return mention
    if not moment.when.startswith("---"):
        when = moment.when if moment.when[:4] in moment.text else across_new_year(moment.when, sent.day)
        return mention if when == moment.when else replace(mention, moment=replace(moment, when=when))
    try:
        last = datetime.date.fromisoformat(sent.day)
        while last.day != int(moment.when[3:5]):
            last -= datetime.timedelta(days=1)
    except ValueError:
        return mention
    evidence = replace(moment.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    return replace(mention, moment=replace(moment, when=last.isoformat(), evidence=evidence))


def answers_in_reference(text: str, start: int, end: int, *, year: int | None) -> tuple[Mention, ...]:
    """Return the telegrams of the other side that a line "Ref:" names; what the writer calls his own is none."""
    found: list[Mention] = []
    for piece in re.finditer(r"[^;\n]+", text[start:end]):
        post = _POST.match(text, start + piece.start(), start + piece.end())
        if post:
            found.append(_of_post(post))
            continue
        match = _REFERRED.match(text, start + piece.start(), start + piece.end())
        mention = _mention(text, match, year, Basis.INTERNAL) if match else None
        if mention and _is_new(mention, found):
            found.append(mention)
    return tuple(found)


def _of_post(match: re.Match[str]) -> Mention:
    """Return the telegram of a post named with its number alone, as American telegrams since 1973: "STATE 233101"."""
    evidence = Evidence("answers", match.start(), match.end(), Certainty.MEDIUM, Basis.INTERNAL)
    return Mention("answers", match.group(), None, match["number"], evidence)


_POST: Final = regex(
    r"\s*(?:[(A-Z]{1,3}\)?\s+)?(?:DIR|[A-Z]{4,})(?:\s[A-Z]{4,})?\s+(?P<number>\d{3,6})(?=\s*(?:$|[,;.(*]))"
)


def is_own(mention: Mention, title: str) -> bool:
    """Say whether the Department speaks of a telegram of its own: "Department’s 302" in what it sends itself."""
    return mention.text[:10].lower() == "department" and _OF_DEPARTMENT.match(title) is not None


_OF_DEPARTMENT: Final = regex(
    r"(?:(?:circular\s+)?telegram\s+from\s+)?(?:the\s+)?(?:acting\s+|under\s+)?(?:secretary\s+of\s+state|department)\b",
    re.IGNORECASE,
)


def _belongs(rest: str, found: WrittenDate) -> bool:
    """Say whether a date is the telegram's: only linking words stand between, or "dated", "of" right before it."""
    between = rest[: found.start]
    return found.start < _NEAR and (_LINK.fullmatch(between) is not None or _DATED.search(between) is not None)


def moment_of(found: WrittenDate, offset: int, step: str, basis: Basis = Basis.INTERNAL) -> Moment:
    """Return a written date as a moment of the envelope; `offset` is where its text stands in the capture."""
    sure = Certainty.MEDIUM if found.year_supplied or found.ambiguous or found.not_before else Certainty.HIGH
    sure = Certainty.LOW if found.certainty == "approximate" else sure
    evidence = Evidence(step, offset + found.start, offset + found.end, sure, basis)
    when, before, after = found.when or "", found.not_before or "", found.not_after or ""
    if when and found.certainty in ("not-before", "not-after"):
        before, after = (when, "") if found.certainty == "not-before" else ("", when)
        when = ""
    return Moment(found.text, when, before, after, evidence)
