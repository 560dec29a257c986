"""Offices of Russian headings in the nominative: «Полномочному Представителю СССР в Турции Я. З. Ветрову».

Printed volumes name both parties by office, in the genitive and the dative. For titles, ids and envelopes the office is
put into the nominative, its holder by himself, and the country of his post is the place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tei.authority.declension import paradigms
from tei.recognise.russian import cased
from tei.regexes import regex
from tei.text import words as split_words

Span = tuple[int, int]

_ADJECTIVES: Final = split_words(
    """
    народный полномочный чрезвычайный временный генеральный главный первый второй третий четвертый старший военный
    торговый морской воздушный специальный постоянный ответственный государственный верховный советский китайский
    американский английский британский французский германский японский польский финляндский турецкий иранский
    чехословацкий итальянский монгольский афганский венгерский румынский болгарский югославский шведский норвежский
    официальный неофициальный императорский российский русский верховный великий наказной войсковой
    иностранный внутренний политический экономический торгово-промышленный особый личный заграничный дипломатический
    """
)
_NOUNS: Final = split_words(
    """
    комиссар представитель заместитель помощник посланник министр председатель секретарь директор начальник нарком
    консул генконсул полпред торгпред советник президент премьер премьер-министр генерал маршал генералиссимус адмирал
    полковник член командир капитан агент делегат резидент вице-консул вице-президент замнаркома канцлер король эмир шах
    император наместник губернатор редактор правитель атаман гетман главнокомандующий князь граф барон архиепископ
    епископ митрополит патриарх адъютант генерал-адъютант генерал-лейтенант генерал-майор генерал-полковник
    генерал-губернатор вице-адмирал контр-адмирал подполковник майор комкор комдив комбриг главком командарм
    разведчик корреспондент уполномоченный заведующий управляющий исполняющий поверенный
    командующий руководитель комиссариат комитет совет отдел институт штаб наркомат наркоминдел замнарком лидер атташе
    губком ревком исполком обком реввоенсовет
    """
)
_IRREGULAR: Final = {
    "посла": "посол", "послу": "посол", "послом": "посол", "главы": "глава", "главе": "глава", "члены": "члены",
    "министерства": "министерство", "министерству": "министерство", "правительства": "правительство",
    "правительству": "правительство", "посольства": "посольство", "посольству": "посольство",
    "полпредства": "полпредство", "полпредству": "полпредство", "консульства": "консульство",
    "представительства": "представительство", "представительству": "представительство",
    "консульству": "консульство", "управления": "управление", "управлению": "управление", "миссии": "миссия",
    "делегации": "делегация", "коллегии": "коллегия",
    "редакции": "редакция", "комиссии": "комиссия", "ставки": "ставка", "ставке": "ставка",
}  # fmt: skip
_BODIES: Final = frozenset(
    split_words(
        """
        комиссариат комитет совет отдел институт штаб наркомат наркоминдел министерство правительство посольство
        полпредство консульство управление миссия делегация коллегия редакция комиссия губком ревком исполком обком
        реввоенсовет представительство
        """
    )
)
_SMALL: Final = frozenset(
    split_words(
        """
        иностранных внутренних дел внешней внутренней торговли обороны обязанности обязанностей делам делах по труда
        просвещения путей сообщения финансов юстиции почт и телеграфов земледелия здравоохранения отделом отдела
        отделения управления комиссара комиссариата министра представителя посла посланника председателя совета народных
        комиссаров правительства начальника секретаря центрального комитета штаба народного полномочного чрезвычайного
        главного генерального военного торгового морского представительства полпредства посольства миссии консульства
        постоянного временного первого второго коллегии станции института отдела управления экспедиции крайкома обкома
        бюро секретариата редакции
        """
    )
)
_UPPER: Final = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"
_INITIAL: Final = r"(?:[А-ЯЁA-Z][а-яё]?\.|(?<![^\s.])[А-ЯЁ],(?=\s?[А-ЯЁ][.,]))\s?"
_NAMED: Final = regex(
    rf"(?:(?:г-н[ауе]?|г-ж[аеиу]|(?-i:г\.|т\.)|мистера?у?|миссис|тов\.|товарища|товарищу|господина|господину|сэра|сэру|лорда|лорду)\s+)?"
    rf"(?P<name>(?:[А-ЯЁ][а-яё]{{2,}}[ую]\s(?={_INITIAL}[А-ЯЁ][а-яё]))?(?:{_INITIAL}){{1,3}}[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?|[А-ЯЁ][\w-]+\s(?:{_INITIAL}){{1,3}}|"
    r"(?<=г-н[ау]\s)[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+)?)$",
    re.IGNORECASE,  # of the ranks, which a heading in capitals has too
)
_UKRAINIAN: Final = regex(r"ького\s\w+кому(?!\w)", re.IGNORECASE)
_POST: Final = regex(r"\s(?:в|во|при)\s+(?=[А-ЯЁ])")
_WORD: Final = regex(r"[^\s,()]+")
_RANKS: Final = frozenset(
    split_words(
        """
        маршал генералиссимус генерал адмирал полковник капитан президент премьер премьер-министр король император
        канцлер эмир шах князь граф барон лорд сэр правитель атаман гетман архиепископ епископ митрополит патриарх
        генерал-адъютант генерал-лейтенант генерал-майор генерал-полковник вице-адмирал контр-адмирал подполковник
        майор комкор комдив комбриг
        """
    )
)
"""Before a name these need no country: «маршалу Ветрову»."""
MAX_HOLDER: Final = 3


@dataclass(frozen=True, slots=True)
class Office:
    """A party of a heading: its office in the nominative, and the spans of the holder's name and of the post's place.

    `name` is the holder in the nominative; `body` says that no person but an institution is meant.
    """

    role: str
    name: str = ""
    name_at: Span | None = None
    place_at: Span | None = None
    body: bool = False


def read_office(text: str, known_place: Callable[[str], bool]) -> Office | None:
    """Read «полномочного представителя СССР в Турции Я. З. Ветрова»; None where the words begin with no office.

    In Ukrainian «обкому» is a genitive, which goes with the office before it.
    """
    if _UKRAINIAN.search(text):
        return None
    held = _NAMED.search(text)
    end = held.start() if held else len(text)
    office = text[:end].rstrip(" ,–—-")
    if held and not office:
        return Office("", nominative_name(held["name"]), held.span("name"))
    put = _nominative(office)
    if put is None:
        return None
    place = _post(office, known_place)
    name_at = held.span("name") if held else _bare_holder(office, place, known_place)
    role = put if held or name_at is None else (_nominative(office[: name_at[0]].rstrip(" ,")) or "")
    name = nominative_name(text[slice(*name_at)]) if name_at else ""
    return Office(role, name, name_at, place, role.split()[_head(role)] in _BODIES)


def _head(role: str) -> int:
    """Return which word of an office is its noun: the first that is no adjective."""
    adjectives = {*_ADJECTIVES, "и"}
    return next((i for i, word in enumerate(role.split()) if word.lower() not in adjectives), 0)


def _nominative(office: str) -> str | None:
    """Return an office in the nominative and in small letters, None where its first words are no office."""
    words = (cased(office) if office.isupper() else office).split()
    put: list[str] = []
    found = False
    for index, word in enumerate(words):
        low = word.lower().strip(",")
        if low == "и" and put and not found:
            put.append("и")
            continue
        if noun := _noun(low):
            put = [_agreeing(adjective, noun) for adjective in put]
            put.append(noun)
            found = True
            rest = words[index + 1 :]
            joint = rest[:2] and rest[0].lower() == "и" and _noun(rest[1].lower()) and noun not in _BODIES
            more = [_noun(rest[1].lower()), *rest[2:]] if joint else rest
            put += ["и"] if joint else []
            put += _lowered([word for word in more if word])
            break
        adjective = _adjective(low)
        if adjective is None:
            return None
        put.append(adjective)
    return " ".join(put) if found else None


def _agreeing(adjective: str, noun: str) -> str:
    """Return an adjective in the gender of its noun: «полномочное представительство», «торговая делегация»."""
    ending = next((end for end, nouns in _GENDERS if noun.endswith(nouns)), "")
    return adjective[:-2] + ending if ending and adjective[-2:] in ("ый", "ий", "ой") else adjective


_GENDERS: Final = (("ое", ("ство", "ние")), ("ая", ("ция", "сия", "гия", "вка")))


def _lowered(words: list[str]) -> list[str]:
    """Return the words behind the noun, those of the office itself in small letters: no name of a country is."""
    made: list[str] = []
    for index, word in enumerate(words):
        if word.lower() in ("в", "во", "при"):
            rest = words[index + 1 :]
            of_affairs = bool(rest) and rest[0].lower() == "делах"
            return [*made, word.lower(), *(["делах", *_lowered(rest[1:])] if of_affairs else rest)]
        low = word.lower().strip(",")
        rank = _CASED.get(low, "") if word[:1].islower() else ""
        made.append(rank if rank in _RANKS else low if low in _SMALL else word)
    return made


_CASED: Final[dict[str, str]] = dict(_IRREGULAR)
_CASED.update({form: noun for noun in _NOUNS for chosen in paradigms(noun) for form in chosen[:2]})
_CASED.update({noun: noun for noun in (*_NOUNS, *_IRREGULAR.values())})
_AS_ADJECTIVE: Final = {"уполномоченн": "ый", "заведующ": "ий", "управляющ": "ий", "исполняющ": "ий", "поверенн": "ый",
                        "командующ": "ий", "главнокомандующ": "ий"}  # fmt: skip
_CASED.update({stem + case: stem + end for stem, end in _AS_ADJECTIVE.items() for case in ("ого", "ому", "его", "ему")})
_BY_STEM: Final = {adjective[:-2]: adjective for adjective in _ADJECTIVES}


_OF_COUNTRY: Final = regex(r"(?:сов|англо|франко?|япон|герм|итал?|амер|пол|рум)(?=посол|посл|посланник|консул)")
"""How the services' papers shorten whose envoy someone is: «англопосол»."""


def _noun(low: str) -> str:
    whose = _OF_COUNTRY.match(low)
    if whose and (noun := _CASED.get(low[whose.end() :], "")):
        return whose.group() + noun
    return _CASED.get(low, "")


def _adjective(low: str) -> str | None:
    """Return an adjective of offices in the nominative: «народного», «полномочному»."""
    for ending in ("ого", "ому", "его", "ему", "ый", "ий", "ой"):
        if low.endswith(ending):
            return _BY_STEM.get(low[: -len(ending)])
    return None


def _post(office: str, known_place: Callable[[str], bool]) -> Span | None:
    """Return where the country of a post stands, «в Турции»."""
    for match in _POST.finditer(office):
        start = match.end()
        ends = [found.end() for found in _WORD.finditer(office, start)][:4]
        for end in reversed(ends):
            if known_place(office[start:end]):
                return start, end
    return None


def _bare_holder(office: str, place: Span | None, known_place: Callable[[str], bool]) -> Span | None:
    """Return a name without initials behind the office: after the country, after «СССР», or after a rank."""
    words = list(_WORD.finditer(office))
    last = next((i for i in reversed(range(1, len(words))) if _is_country(words[i].group(), known_place)), None)
    if place:
        last = next(i for i, word in enumerate(words) if word.end() == place[1])
    elif last is None:
        ranks = (i for i, word in enumerate(words) if _CASED.get(word.group().lower(), "") in _RANKS)
        last = max(ranks, default=None)
        last = _before_surname(words, office) if last is None else last
    if last is None or not 0 < len(words) - last - 1 <= MAX_HOLDER:
        return None
    named = words[last + 1 :]
    if any(word.group()[0] not in _UPPER and not _REIGN.fullmatch(word.group()) for word in named):
        return None
    return named[0].start(), named[-1].end()


_REIGN: Final = regex(r"[IVX]{1,4}")
"""Which of his name a ruler is, «Николай II»."""


def _before_surname(words: list[re.Match[str]], office: str) -> int | None:
    """Return the word before a surname in the case of the office: «министру иностранных дел Пеллу», «посла Ветрова».

    So is a town that no list has: «послу в Тарне Пеллу».
    """
    seated = len(words) > MIN_HELD + 1 and words[-3].group() in ("в", "во", "при")
    if len(words) < MIN_HELD or (words[-2].group()[0] in _UPPER and not seated):
        return None
    before = words[-2].group()
    dative = _DATIVE_OFFICE.match(office) is not None
    known = seated or before == "дел" or bool(_noun(before))
    ending = _DATIVE_SURNAME if dative else _OTHER_SURNAME
    return len(words) - 2 if known and ending.fullmatch(words[-1].group()) else None


MIN_HELD: Final = 2
_DATIVE_OFFICE: Final = regex(r"(?:[\w-]+(?:ому|ему)\s)*[\w-]+(?:[ую]|ому|ему)(?=\s)", re.IGNORECASE)
_DATIVE_SURNAME: Final = regex(r"[А-ЯЁ][\w-]+[ую]")
_OTHER_SURNAME: Final = regex(r"[А-ЯЁ][\w-]+(?:[оеё]ва?|[иы]на?|[сц]кий|[сц]кого|енко|дзе|швили)")


def _is_country(word: str, known_place: Callable[[str], bool]) -> bool:
    return word in ("СССР", "РСФСР", "Республики") or (word[0] in _UPPER and known_place(word))


def nominative_name(text: str) -> str:
    """Return a name that a heading has in the genitive or the dative as it stands by itself: «Я. З. Ветров»."""
    words = text.split()
    at = next((i for i in reversed(range(len(words))) if "." not in words[i]), None)
    if at is None:
        return text
    first = words[at - 1] if at and "." not in words[at - 1] else ""
    words[at] = _surname(words[at])
    if not first and at > 1 and words[at - 2][-1:].lower() in ("у", "ю"):
        words[at - 2] = _surname(words[at - 2])  # «Аврааму Д. Пеллу»
    if first and (not first.isupper() or words[at].isupper()):
        words[at - 1] = _surname(first)
    return " ".join(words)


_ENDINGS: Final = (
    ("ского", "ский"), ("скому", "ский"), ("цкого", "цкий"), ("цкому", "цкий"),
    ("ной", "ная"), ("ии", "ия"), ("ею", "ей"), ("ея", "ей"), ("аю", "ай"), ("ая", "ай"), ("ию", "ий"), ("ия", "ий"),
    ("овой", "ова"), ("евой", "ева"), ("иной", "ина"), ("арю", "арь"), ("аря", "арь"), ("елю", "ель"), ("еля", "ель"),
    ("ою", "ой"), ("оя", "ой"), ("ого", "ый"), ("ому", "ый"), ("лю", "ль"), ("ля", "ль"), ("ую", "уй"), ("уя", "уй"),
)  # fmt: skip
_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"


_DOUBLE: Final = regex(r"[А-ЯЁ][а-яё]+-[А-ЯЁ][а-яё]+|[А-ЯЁ]{3,}-[А-ЯЁ]{3,}")
_FLEETING: Final = regex(r"([А-ЯЁа-яё]{2,}[нв])ц[ау]", 2)
"""«Карганцу-Ветровскому»: Карганец."""
_WITH_VOWEL: Final = regex(r"([а-яё]{2,}в)ц[ау]")
"""«Коростовца»: Коростовец; behind other letters the name may be foreign, «Лоренца»."""


def _surname(word: str) -> str:
    """Return a surname in the nominative; one that can be none of the cases stays as it is."""
    low = word.lower()
    if _DOUBLE.fullmatch(word):
        first, _, last = word.partition("-")
        vowel = _FLEETING.fullmatch(first)
        return f"{_like(first, vowel[1].lower() + 'ец') if vowel else _surname(first)}-{_surname(last)}"
    if vowel := _WITH_VOWEL.fullmatch(low):
        return _like(word, vowel[1] + "ец")
    for ending, bare in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return _like(word, low[: -len(ending)] + bare)
    if low[-1:] in ("а", "у") and low[-2:-1] in _CONSONANTS and len(low) > 3 and not low.endswith(("ко", "дзе")):
        return _like(word, low[:-1])
    if low[-1:] == "е" and low[-2:-1] in _CONSONANTS and len(low) > 3:
        return word
    return word


def _like(word: str, low: str) -> str:
    """Return a word in the letters' size of another, all capitals or the first alone."""
    return (
        low.upper()
        if word.isupper()
        else "-".join(
            part if was[:1].islower() else part[:1].upper() + part[1:]
            for part, was in zip(low.split("-"), word.split("-"), strict=True)
        )
    )
