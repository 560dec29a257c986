"""The words that dates and times are written with, by language; everything is in lower case, as the readers look it up.

Adding a language is adding a row of months: January to December, each with its forms, first the one for output.
"""

from __future__ import annotations

from typing import Final, NamedTuple


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SOFT: Final = ("ь", "я", "е", "ю", "ем", "ём")
_HARD: Final = ("", "а", "е", "у", "ом")


def _forms(stem: str, endings: tuple[str, ...], *short: str) -> str:
    return " ".join((*(stem + ending for ending in endings), *short))


MONTH_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        *("january jan jany", "february feb feby", "march mar", "april apr apl", "may", "june jun", "july jul"),
        *("august aug augt", "september sept sep sepr septr", "october oct octr", "november nov novr"),
        "december dec decr",
    ),
    "ru": (
        _forms("январ", _SOFT, "янв"),
        _forms("феврал", _SOFT, "февр", "фев"),
        _forms("март", _HARD, "мар"),
        _forms("апрел", _SOFT, "апр"),
        _forms("ма", ("й", "я", "е", "ю", "ем")),
        _forms("июн", _SOFT, "июн"),
        _forms("июл", _SOFT, "июл"),
        _forms("август", _HARD, "авг"),
        _forms("сентябр", _SOFT, "сент", "сен"),
        _forms("октябр", _SOFT, "окт"),
        _forms("ноябр", _SOFT, "нояб", "ноя"),
        _forms("декабр", _SOFT, "дек"),
    ),
    "de": (
        *("januar jänner", "februar feber", "märz maerz mrz", "april", "mai", "juni", "juli", "august", "september"),
        *("oktober okt", "november", "dezember dez"),
    ),
    "fr": (
        *("janvier janv", "février fevrier févr fevr", "mars", "avril avr", "mai", "juin", "juillet juil"),
        *("août aout", "septembre", "octobre", "novembre", "décembre decembre déc"),
    ),
    "bg": (
        *("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември септ", "октомври"),
        *("ноември ноем", "декември"),
    ),
    "tr": (
        *("ocak", "şubat subat", "mart", "nisan", "mayıs mayis", "haziran", "temmuz", "ağustos agustos"),
        *("eylül eylul", "ekim", "kasım kasim", "aralık aralik"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre"),
        *("octubre", "noviembre", "diciembre"),
    ),
    "it": (
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre"),
        *("ottobre", "novembre", "dicembre"),
    ),
    "pt": (
        *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro"),
        *("novembro", "dezembro"),
    ),
    "pl": (
        *("stycznia styczeń", "lutego luty", "marca marzec", "kwietnia kwiecień", "maja", "czerwca czerwiec"),
        *("lipca lipiec", "sierpnia sierpień", "września wrzesień", "października październik"),
        *("listopada listopad", "grudnia grudzień"),
    ),
    "cs": (
        *("ledna leden", "února únor", "března březen", "dubna duben", "května květen", "června červen"),
        *("července červenec", "srpna srpen", "září", "října říjen", "listopadu", "prosince prosinec"),
    ),
    "uk": (
        *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня"),
        *("листопада", "грудня"),
    ),
    "ro": (
        *("ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie"),
        *("octombrie", "noiembrie", "decembrie"),
    ),
    "sr": (
        *("јануар јануара", "фебруар фебруара", "март", "април априла", "мај маја", "јун јуна", "јул јула"),
        *("август", "септембар септембра", "октобар октобра", "новембар новембра", "децембар децембра"),
    ),
    "sr-Latn": (
        *("januar januara", "februar februara", "mart marta", "april aprila", "maj maja", "jun juna", "jul jula"),
        *("avgust avgusta", "septembar septembra", "oktobar oktobra", "novembar novembra", "decembar decembra"),
    ),
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
        *("november", "december"),
    ),
}


class Month(NamedTuple):
    """A word for a month: `whole` is false of abbreviations; `shy` words are also verbs or names and need a capital."""

    number: int
    language: str
    whole: bool
    shy: bool


_SHORT: Final = _set(
    "jan feb mar apr jun jul aug sept sep oct nov dec янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек "
    "mrz okt dez janv févr fevr avr juil déc септ ноем jany feby apl augt sepr septr octr novr decr"
)
_SHY: Final = _set("may march august mar jan dec")


def _months() -> dict[str, Month]:
    found: dict[str, Month] = {}
    for language, names in MONTH_NAMES.items():
        for number, forms in enumerate(names, 1):
            for form in forms.split():
                found.setdefault(form, Month(number, language, form not in _SHORT, form in _SHY))
    return found


MONTHS: Final = _months()
ENGLISH_MONTHS: Final = "|".join(forms.split()[0].capitalize() for forms in MONTH_NAMES["en"])
"""The months of English in full, as alternatives of an expression."""
BULGARIAN_AFTER_DAY: Final = frozenset(("март", "май", "август"))
"""After a figure Russian has the genitive ("5 марта"), Bulgarian these forms."""
NAMES_TOO: Final = _set("may march august april june mart mai mei luty leden mayo ekim ocak")
"""Months that alone are taken for a date only after a preposition."""

ROMAN: Final = {
    name: number
    for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)
}

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon понедельник понедельника montag lundi",
            "tuesday tue tues вторник вторника dienstag mardi",
            "wednesday wed среда среду mittwoch mercredi",
            "thursday thu thur thurs четверг четверга donnerstag jeudi",
            "friday fri пятница пятницу freitag vendredi",
            "saturday sat суббота субботу samstag sonnabend samedi",
            "sunday sun воскресенье воскресенья sonntag dimanche",
        )
    )
    for name in names.split()
}

SEASONS: Final = {
    word: season
    for season, words in {
        "spring": "spring весна весной весны весне весну printemps frühjahr frühling",
        "summer": "summer лето летом лета лету été sommer",
        "autumn": "autumn fall осень осенью осени automne herbst",
        "winter": "winter зима зимой зимы зиме зиму hiver",
    }.items()
    for word in words.split()
}

DAY_WORDS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "сегодня": 0, "вчера": -1, "завтра": 1}

_PARTS: Final = {
    "early": ("early", "early in"),
    "mid": ("mid", "mid-", "middle of", "середине", "середина", "середины", "mitte", "mi-"),
    "late": ("late", "late in"),
    "beginning": ("beginning of", "start of", "начале", "начало", "начала", "anfang", "début"),
    "end": ("end of", "end", "close of", "конце", "конец", "конца", "концу", "ende", "fin", "fin de"),
    "first-half": ("first half of", "первой половине", "первая половина", "первую половину", "первой половины"),
    "second-half": ("second half of", "второй половине", "вторая половина", "вторую половину", "второй половины"),
    "first-week": ("first week of", "first days of", "первых числах", "первые числа", "первых днях"),
    "last-week": ("last week of", "last days of", "последних числах", "последние числа", "последних днях"),
    "first-third": ("first ten days of", "first third of", "первой декаде", "первая декада", "first decade of"),
    "second-third": ("second ten days of", "second third of", "второй декаде", "вторая декада"),
    "last-third": ("last ten days of", "last third of", "третьей декаде", "третья декада", "last decade of"),
}
_APPROXIMATE: Final = _set(
    "ca. ca c. circa about around approximately approx. approx roughly около примерно приблизительно ок. vers um etwa"
)


_ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        (
            "first первого", "second второго", "third третьего", "fourth четвертого четвёртого", "fifth пятого",
            "sixth шестого", "seventh седьмого", "eighth восьмого", "ninth девятого", "tenth десятого",
            "eleventh одиннадцатого", "twelfth двенадцатого", "thirteenth тринадцатого", "fourteenth четырнадцатого",
            "fifteenth пятнадцатого", "sixteenth шестнадцатого", "seventeenth семнадцатого",
            "eighteenth восемнадцатого", "nineteenth девятнадцатого", "twentieth двадцатого",
            *(f"twenty-{en} twenty_{en} двадцать_{ru}" for en, ru in (
                ("first", "первого"), ("second", "второго"), ("third", "третьего"), ("fourth", "четвертого"),
                ("fifth", "пятого"), ("sixth", "шестого"), ("seventh", "седьмого"), ("eighth", "восьмого"),
                ("ninth", "девятого"))),
            "thirtieth тридцатого", "thirty-first thirty_first тридцать_первого",
        ),
        1,
    )
    for word in words.replace("_", "\u00a0").split(" ")
}  # fmt: skip
"""The days of a month in words; a no-break space stands for the space inside a number."""
DAY_IN_WORDS: Final = frozenset(word.split("\u00a0")[-1] for word in _ORDINALS if not word.isascii())


def _before() -> dict[str, tuple[str, str]]:
    found = {phrase: ("part", part) for part, phrases in _PARTS.items() for phrase in phrases}
    found |= dict.fromkeys(_APPROXIMATE, ("certainty", "approximate"))
    found |= dict.fromkeys(("probably", "presumably", "perhaps", "вероятно"), ("certainty", "questioned"))
    found |= dict.fromkeys(
        ("not later than", "no later than", "не позднее", "не позже", "earlier than", "prior to"),
        ("certainty", "not-after"),
    )
    found |= dict.fromkeys(
        ("not earlier than", "no earlier than", "не ранее", "не раньше"), ("certainty", "not-before")
    )
    found |= dict.fromkeys(("night of", "night of the", "ночь с", "nuit du"), ("night", "from"))
    found |= dict.fromkeys(("night to", "night before", "ночь на"), ("night", "to"))
    found |= dict.fromkeys(("not before", "позднее", "later than"), ("certainty", "not-before"))
    found["ранее"] = ("certainty", "not-after")
    for word, number in _ORDINALS.items():
        plain = word.replace("\u00a0", " ")
        found[plain] = ("day", str(number))
        if word.isascii() or "-" in word or word[0].isascii():
            found[f"{plain} of"] = found[f"{plain} day of"] = ("day", str(number))
    found["between"] = ("between", "")
    found["между"] = ("between", "")
    found |= {word: ("weekday", str(number)) for word, number in WEEKDAYS.items()}
    return found


BEFORE: Final = _before()
"""What may stand before a date and belongs to it, by phrase: what kind of thing it is and its value."""

LAST_BEFORE: Final = frozenset(("the", *(phrase.split()[-1].rstrip("-.") for phrase in BEFORE)))
"""The last words of these phrases: nothing else before a date needs a closer look."""
PART_WORDS: Final = frozenset(phrase.split()[-1] for phrases in _PARTS.values() for phrase in phrases)

PREPOSITIONS: Final = _set(
    "in during since by until till before after of from to through throughout last next this and for between at year "
    "в с до к после от по на за во около года году лета en im seit bis vor nach depuis avant après năr şi "
    "early mid late end"
)
YEAR_MAKERS: Final = _set(
    "the in during since by until till before after of from to through throughout year years and or between early late "
    "mid about circa ca. c. around в с до к после по на за во около году год годы лета начале конце середине en im "
    "seit bis vor nach depuis avant après jahre année el de"
)
STRONG_TIME_WORDS: Final = _set(
    "at received sent dispatched transmitted delivered deciphered decoded printed despatched time "
    "получено получена отправлено отправлена передано передана принято принята godz ore ora otrzymano nadano ankunft"
)
WEAK_TIME_WORDS: Final = _set("by since until till before after from to between about в к до около с um à")
DURATION_WORDS: Final = _set(
    "for within lasted last next every another over than течение через за каждые последние some only"
)

LABELS: Final = _set(
    "no. nos. nr. nr nº n° № vol. vols. v. p. pp. page pages f. fond op. opis d. l. ll. box folder ch. art. par. para. "
    "sec. section fig. doc. ф. оп. д. л. лл. т. с. стр. кн. вып. § copy version order item issue bd. s. n. t. reel "
    "инв. п. пор."
)
"""A number after one of these is that thing's number: no day, no year, no time."""
NUMBERED: Final = _set(
    "deptel embtel telegram telegramme telegrams cable despatch dispatch file tel. № route tel tels urtel urtels "
    "reurtel "
    "mytel remytel ourtel contel recontel reembtel redeptel legtel relegtel reftel depcirtel circtel circular desp "
    "urdes urdesp telegr. шифровка шифровке шифровку телеграмма телеграмму телеграмме telegr deptels embtels"
)
"""After these a number with no month beside it is no year and no time."""

COUNTED: Final = _set(
    "men soldiers troops tons tonnes km kilometres kilometers miles metres meters rubles roubles dollars yuan pounds "
    "people persons planes aircraft tanks guns rifles divisions regiments brigades battalions cars trucks copies pages "
    "words groups officers workers students delegates members prisoners killed wounded horses wagons cases barrels "
    "hectares votes years days weeks months hours hrs hr minutes min degrees percent per thousand million billion "
    "a.m p.m am pm ships boats cartridges shells bombs mines villages houses families kg kilograms pieces units % "
    "человек тонн рублей солдат км тыс млн дней лет часов ч час штук дивизий самолетов самолётов танков орудий "
    "винтовок бойцов миль метров кг минут процентов"
)
"""A number before one of these counts things."""

FREE_AFTER: Final = _set(
    "on from by of to and or the in at hours hrs today yesterday local we i you he they but when as with for via that "
    "от из в и на по с до но мы я"
)
"""Words that may follow a bare time or day without making it a count of things."""
