"""Russian titles and addresses by the cases of their words: who is named in the genitive wrote, in the dative got it.

«Телеграмма К. И. Сабельникова Шэнь Минъюаню», «ТЕЛЕГРАММА НАЧАЛЬНИКА СТАНЦИИ П. А. ВЕТРОВА ДИРЕКТОРУ ИНСТИТУТА»,
«Полпред СССР в Китае — в НКИД СССР», and lines such as «Карск, тов. Ветрову для тов. Тумановой».
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from tei.recognise.russian_posts import ENVOY_AT, is_post
from tei.recognise.russian_ranks import by_rank
from tei.regexes import regex
from tei.text import words as split_words

Span = tuple[int, int]
Party = tuple[str, Span]

_CAP: Final = "[А-ЯЁ]"
_OFFICES: Final = (
    r"(?:(?:временн|перв|втор|треть|главн|генеральн|народн|чрезвычайн|специальн|ответственн|государственн|"
    r"советск|китайск|"
    r"американск|английск|британск|военн|полномочн|торгов|международн|центральн|всероссийск|всесоюзн|исполнительн|"
    r"политическ|верховн|революционн|национальн|(?:не)?официальн|императорск|российск|русск)\w{0,4}(?:ому|ему|[ыи]м)\s+)*"
    r"(?:зам|пред|пом|нач|спец|гос|ген|сов|главно|англо|франко?|япон|герм|итал?|амер|пол|рум)?(?:послу|посланнику|полпреду|полномочному|министру|председателю|"
    r"секретарю|директору|начальнику|наркому|комиссару|"
    r"консулу|генконсулу|генералу|генерал-(?:адъютанту|лейтенанту|майору)|генералиссимусу|маршалу|адмиралу|полковнику|майору|капитану|командиру|"
    r"командующему|представителю|торгпреду|"
    r"уполномоченному|заведующему|заместителю|помощнику|поверенному|советнику|руководителю|президенту|премьеру|"
    r"премьер-министру|главе|"
    r"члену|членам|товарищу|товарищам|тов\.|тт\.|т\.|совету|комитету|правительству|бюро|наркомату|министерству|"
    r"институту|штабу|"
    r"посольству|полпредству|консульству|миссии|делегации|управлению|отделу|послам|посланникам|полпредам|представителям|академику|профессору|доктору|атташе|"
    r"управляющему|глав(?:коверх|ком|косев|козап|коюз)у|ком(?:андарм|кор|див|бриг)у|военкому|прокурору|наштаверху|руководству|командованию|(?:об|край|гор|рай|губ|рев|парт|испол)ком(?:у|ам)|совнаркому|"
    r"военсовету|секретариату|"
    r"реввоенсовету|начальникам|командующим|командирам|секретарям|губернатору|наместнику|императору|королю|великому\sкнязю|князю|графу|императрице|королеве|великой\sкнягине)"
)
DATIVE: Final = _OFFICES
"""An office in the dative, with what says which; as part of a pattern."""
_TO: Final = regex(
    rf"\s+(?:в|во|для)\s+(?={_CAP})|\s+на\s+имя\s+|"
    rf"(?<!\b[А-ЯЁ]\.)\s+(?=(?i:{_OFFICES})(?:\s|$|,))|\s+к\s+(?={_CAP}[^\s]*(?:у|ю)\b)"
)
_DASHED: Final = regex(r"(?P<from>[^–—\n]{2,110}?)\s+[–—-]\s+(?:(?:в|во|для)\s+)?(?P<to>[^–—\n]{2,110})")
DASH_TO: Final = regex(rf"\s[–—-]\s+(?:в|во|для)\s+{_CAP}")
"""A dash that leads to the recipient, and to no subject."""
_GENITIVE: Final = regex(r"(?:а|я|ого|его|ой|ей|ы|и|ия|[А-ЯЁ]{2,}|\(б)\)?(?:\s[IVX]{1,4})?$")
_UNDECLINED: Final = regex(r"(?:[кн]о|ых|их|дзе|[еоу])$", re.IGNORECASE)
"""Surnames that have no cases, «А. А. Громыко»: they count where a dative and initials follow."""
_DATIVE: Final = regex(r"(?:у|ю|ому|ему|ой|ей|е|ым?|и|[А-ЯЁ]{2,})\)?(?:\s[IVX]{1,4})?$")
_SURELY_DATIVE: Final = regex(
    rf"(?:{_OFFICES}\b|[а-яё]{{2,}}[кцтл](?:ам|ям)\s|(?:рабочи|трудящи|учащи)м(?:ся)?\s|"
    rf"(?:[А-ЯЁ]\.\s?){{0,2}}[^\s]*\s?[А-ЯЁ][а-яё]+(?:у|ю|ому|ему)\b)",
    re.IGNORECASE,
)
_OFFICE_FIRST: Final = regex(rf"{_OFFICES}(?<=[ую])\s", re.IGNORECASE)
_FROM_AFTER: Final = regex(rf"\s+от\s+(?={_CAP})")
_WORD: Final = regex(r"[^\W\d_]+")
_SMALL: Final = frozenset(split_words("о об обо в во для от к ко с со из на по и через при за под у не"))
_ABBREVIATIONS: Final = frozenset(
    split_words(
        "СССР КНР КНДР РСФСР МНР ДРВ ЦК ВКП РКП КПК КПСС МИД НКИД НКВД МГБ КГБ ГРУ США СНК ЦИК СТО РККА ТАСС ИККИ "
        "КВЖД ГКО ВМФ ВВС "
        "ЧССР ПНР ВНР НРБ ГДР ФРГ СРР ОГПУ НКВТ МВТ НКО ГПУ ПБ ООН НОАК АН"
    )
)
_INITIALS: Final = rf"(?:{_CAP}[а-яё]?\.[\s-]?){{1,2}}"
_BEARER: Final = regex(
    rf"(?:(?<=\s)|^)(?P<name>{_INITIALS}\s?{_CAP}[\w-]+|{_CAP}[\w-]+\s{_INITIALS}|{_CAP}[а-яё-]+(?:\s{_CAP}[а-яё-]+)?)$"
)
_INITIALED_DATIVE: Final = regex(rf"{_INITIALS}\s?{_CAP}[\w-]*(?:у|ю|ому|ему|ой|ину)")
_SEAT_AND_OFFICE: Final = regex(
    rf"(?P<place>{_CAP}[\w-]+(?:[\s-]{_CAP}[\w-]+)?)[,.]\s*(?P<name>(?i:сов(?:посол|консул|посольство|полпред)|(?:сов)?(?:послу|полпреду|посольству|"
    r"полпредству|консулу|генконсулу|торгпреду|поверенному|посланнику))(?:\s[^\n.!?]{0,40})?)\s*[.,:]?"
)
"""An envoy addressed by his seat and office, «Пекин, совпослу»."""
_SEAT_THEN_OFFICE: Final = regex(
    rf"(?P<place>{_CAP}[\w-]+(?:\s{_CAP}[\w-]+)?)[,.]?\s+(?P<name>{_OFFICES}(?<=[ую])(?:\s[^\n.,:;!?\d]{{2,50}})?)[.,:]?",
    re.IGNORECASE,
)
_TOWN: Final = regex(r"(?:ск|цк|град|бург|поль|дар|кент|абад|город)$", re.IGNORECASE)
_HONOURED: Final = regex(
    rf"(?P<name>(?:[Гг]осподину|[Гг]оспоже|[Ее]го\s[Пп]ревосходительству)\s(?:[а-яё]+(?:ому|ему)\s){{0,3}}{_OFFICES}"
    r"(?<=[ую])(?:\s[а-яё][^\n.,:;!?\d]{1,60}?)?)(?:,?\s(?:[Тт]олько\s)?[Лл]ично)?[.,:!]?"
)
"""«Господину имперскому министру по делам льда. Лично»: an office alone, with the honour that is due to it."""
_MAJESTY: Final = regex(
    r"(?P<name>Е(?:го|я|е|ГО)\s(?i:(?:императорскому|королевскому)\s)?(?i:величеству|высочеству|сиятельству|светлости|превосходительству)"
    r"(?:\s[А-ЯЁа-яё][^\n.,:;!?\d]{2,60})?)[.,:]?(?:\s(?:Действующая\sармия|Ставка)\b[^\n!?]{0,60}){0,2}"
)
_OFFICE_THEN_SEAT: Final = regex(
    rf"(?P<name>{_OFFICES}(?<=[ую])\s[^\n.,:;!?\d]{{2,60}})[.,]\s+(?P<place>{_CAP}[\w-]+)[.,:]?", re.IGNORECASE
)
_NAME: Final = rf"(?:{_INITIALS}\s?)?{_CAP}[\w-]+(?:\s{_CAP}[\w-]+){{0,2}}(?:\s{_INITIALS})?"
_RANK: Final = (
    r"(?:[Тт]овари(?:щу|щам|ща|щей|щ|щи)|ТОВАРИЩ(?:У|АМ)?|[Тт]{1,2}\.|[Тт]ов\.|ТОВ\.|[Гг]осподину|ГОСПОДИНУ|[Гг]-ну|ТТ?\.|"
    r"(?:ПРЕМЬЕРУ|[Пп]ремьеру|ПРЕМЬЕР-МИНИСТРУ|[Пп]ремьер-министру|ПРЕЗИДЕНТУ|[Пп]резиденту|МАРШАЛУ|[Мм]аршалу|"
    r"ГЕНЕРАЛУ|[Гг]енерал(?:-адъютант|-лейтенант|-майор)?у|МИНИСТРУ|[Мм]инистру|ПОСЛУ|[Пп]ослу|[Пп]олпреду|[Нн]ачальнику|[Дд]иректору|[Нн]аркому|[Кк]онсулу|[Кк]апитану)(?:\s(?!для)[а-я]+){0,2})"
)
_ONE: Final = rf"(?:{_RANK}\s*)?{_NAME}"
_HOUSE: Final = (
    "(?:Кремль|Смольный|Ставка|Зимний|Совнарком|Реввоенсовет|Наркоминдел|Главковерх|Цека|ЦК(?: [А-ЯЁ]{2,4}п?)?)"
)
"""The house or body between town and name, «Москва, Кремль, Ветрову»."""
_ADDRESS: Final = regex(
    rf"(?:(?!{_RANK})(?P<office>{_CAP}[^,;:!?\n–—.]{{1,90}}?)(?<!\sдля)(?:\s[–—-])?\s+(?={_RANK}\s*{_CAP})|(?!{_RANK}|(?:М-р|Г-н|Г-жа|Д-р|Сэр|Лорд)\s)(?P<place>{_CAP}[\w-]+(?:[\s-]{_CAP}[\w-]+)?)(?:[.,:]|"
    rf"\s[–—-])\s+(?:{_HOUSE}[.,]\s+)?(?:(?P<body>(?!{_RANK}){_CAP}[^,;:!?\n–—]{{1,60}}?)(?:\s?,|\s[–—-]|:)?\s+(?={_RANK}))?)?(?:(?:[Тт]олько\s+)?[Лл]ично[.,]"
    rf"?\s+)?"
    rf"(?P<name>{_ONE}(?:(?:,|\sи)\s+{_ONE}){{0,4}}(?:,?\s+для\s+{_ONE}(?:(?:,|\sи)\s+{_ONE}){{0,3}})?)\s*[.,:!]*"
)
_OFFICE_AND_NAME: Final = regex(
    rf"(?i:{_OFFICES})(?<=[уюУЮ])\s[^\n.!?:;]{{2,150}}?,?\s(?i:товарищу|тов\.|господину|г-ну)\s*(?P<name>{_NAME})\s*[.,:!]*"
)
"""«Начальнику станции Карск товарищу А. Ветрову»: an office of any length, then the name with its rank."""
MAX_LONG: Final = 220
_RANKED: Final = regex(rf"{_RANK}\s*(?={_CAP})")
_DATIVE_NAME: Final = regex(r"(?:[А-ЯЁ]\.\s?)*[А-ЯЁ][\w-]*(?:у|ю|ой|ому|У|Ю|ОЙ|ОМУ)$")
_INLINE: Final = regex(
    rf"(?:(?!{_RANK})(?P<place>{_CAP}[\w-]+)[.,]\s+)?(?P<name>{_ONE}(?:(?:,|"
    rf"\sи)\s+{_ONE}){{0,2}})[.:!]\s+(?={_CAP}|№|«|\d)"
)
MAX_ADDRESS: Final = 130


def cased(text: str) -> str:
    """Return a title in capitals as it would be written in small letters, of the same length; others as they are."""
    return _WORD.sub(_cased, text) if text.isupper() else text


def cased_words(text: str) -> str:
    """Return words in capitals as in small letters, whatever else stands among them, «г-ну У. ВЕТРОВУ»."""
    return _WORD.sub(lambda match: _cased(match) if match.group().isupper() else match.group(), text)


def _cased(match: re.Match[str]) -> str:
    word, low = match.group(), match.group().lower()
    if match.string[match.end() : match.end() + 1] == "." and len(word) < 3:
        return word
    if low in _SMALL:
        return low
    return word if word in _ABBREVIATIONS else word[0] + low[1:]


def read_parties(text: str, start: int, end: int, *, kind_named: bool) -> Iterator[Party]:
    """Yield the parties of `text[start:end]`: sender and recipient by a dash or by their cases."""
    words = _BY_WIRE.sub("", _CONVEYED.sub("", text[start:end]))
    lead = len(words) - len(words.lstrip(" .,:–—-"))
    dashed = None if not kind_named and _SENTENCES.search(words) else _DASHED.fullmatch(words.rstrip(" ."), lead)
    if dashed and not kind_named and _SUBTITLED.match(dashed["to"]):
        return
    if dashed and not kind_named and _BODY_AND_MAN.fullmatch(words.rstrip(" ."), lead):
        return
    if dashed and (kind_named or not _TOLD_OF.search(dashed["to"]) or _OFFICE_FIRST.match(dashed["to"])):
        yield from ((role, (start + dashed.start(role), start + dashed.end(role))) for role in ("from", "to"))
        return
    if not kind_named:
        return
    base, body = start + lead, words[lead:].rstrip(" .,")
    sender = re.match(r"от\s+", body, re.IGNORECASE)
    if sender:
        base, body = base + sender.end(), body[sender.end() :]
    yield from ((role, (base + a, base + b)) for role, (a, b) in _by_words(body))


_SUBTITLED: Final = regex(
    r"[А-ЯЁ]?[а-яё]+(?:ая|яя|ое|ее|ые)\s[а-яё]{4,}|(?:[А-ЯЁ]+\s)?(?i:к[нњ]ига|сборник|документы|история|хроника|архив)(?!\w)"
)
"""How a title goes on in the nominative, «История Карска - Новейшая история станций»: nobody's name."""
_BODY_AND_MAN: Final = regex(
    r"(?:(?:ЦК|СНК|НКИД|МИД|СТО|РВС|НКВД|ОГПУ|ИККИ|Совнарком|Политбюро|Наркоминдел|Реввоенсовет|Секретариат|Бюро|Госплан)"
    r"(?:\s[А-ЯЁ][\w()]*)*)\s+[–—-]\s+(?:тов\.|т\.|тт\.|товарищу)\s*[^\n–—]{2,60}"
)
"""«ЦК ВКП(б) — т. Ветрову»: an address, the body and its man, and nobody's telegram to him."""
_SENTENCES: Final = regex(r"[а-яё]{4}\.\s+[А-ЯЁ][а-яё]+\s[а-яё]")
"""Where one sentence ends and the next begins: a text with a dash in it names no parties."""
_TOLD_OF: Final = regex(r"\s(?:в|о|об|на|из)\s[а-яё]{4,}")
"""How the title of a book goes on behind its author and a dash: «П. Ветров - Карск в воспоминаниях зимовщиков»."""
_BY_WIRE: Final = regex(
    r"[,.]?\s+по\s+(?:прямому\s+проводу|телеграфу|телефону|радио|бодо|вч)[.,:]?$|"
    r",\s+(?:особая|особо|(?:только\s)?лично|(?:вне\sочереди|срочно)(?:,\sлично)?)[.,:]?$",
    re.IGNORECASE,
)
"""The way by which it went, behind the name: «А. Пашину по прямому проводу», «Пашину, особая.»."""
_CONVEYED: Final = regex(
    r"[.,]\s+(?:передан|вручен|отправлен|послан|получен|опубликован)[аоы]?\s[^\n]{0,60}$", re.IGNORECASE
)
"""How a title goes on with the way the paper went: «… Правительству Тарна. Передано по радио»."""


def _by_words(body: str) -> Iterator[Party]:
    if body[:1].islower() and (named := by_rank(body)):
        yield from named
        return
    after = _FROM_AFTER.search(body)
    if after and _SURELY_DATIVE.match(body):
        yield "to", (0, after.start())
        yield "from", (after.end(), len(body))
        return
    cut = _cut(body)
    if cut and _OFFICE_FIRST.match(body) and "," in body[: cut[1]]:
        yield "to", (0, len(body))
    elif cut:
        yield "from", (0, cut[0])
        yield "to", (cut[1], len(body))
    elif _SURELY_DATIVE.match(body):
        yield "to", (0, len(body))
    elif body and ((body[0].isupper() and _GENITIVE.search(body)) or ENVOY_AT.fullmatch(body)):
        yield "from", (0, len(body))


def _cut(body: str) -> Span | None:
    """Return where the sender ends and where the recipient begins; whence and where to stands behind both."""
    carried = _CARRIED.search(body) if " из " in body else None
    if carried and (named := _cut(body[: carried.start()])):
        return named
    for match in _TO.finditer(body):
        if match.start() and not is_post(body, match) and not _is_of_office(body, match):
            named = _by_case(body[: match.start() - 1]) if body[match.start() - 1] == "," else None
            local = _LOCAL.search(body, 0, match.start())
            return named or (local.span() if local else match.span())
    return _by_case(body)


_CARRIED: Final = regex(rf"\s+из\s+{_CAP}[\w-]+\s+во?\s+{_CAP}[\w-]+$")
_LOCAL: Final = regex(rf"(?<=\w)\s+(?={_CAP}[\w-]+[сц]кому$)")
"""«Карскому обкому»: the adjective before a body goes with it."""


def _is_of_office(body: str, match: re.Match[str]) -> bool:
    """Say whether «бюро», which has no cases, goes with the office before it: «секретаря бюро А. Ветрова».

    So does «обкому» where it is the genitive, in Ukrainian: «секретаря Карського обкому А. Ветрова».
    """
    of_body = _OF_BODY.match(body, match.end()) is not None
    return of_body and _HEADS.search(body, 0, match.start()) is not None


_OF_BODY: Final = regex(r"(?:бюро|(?:об|рай|край|губ|пов|ви|мі|пар)\w{0,3}кому)\s", re.IGNORECASE)
_HEADS: Final = regex(
    r"(?:секретаря|председателя|голови|члена|начальника|заведующего|директора|уполномоченного)(?:\s\w+ького)?$",
    re.IGNORECASE,
)


def _by_case(body: str) -> Span | None:
    """Return where a name in the genitive ends and one in the dative begins."""
    if _OFFICE_FIRST.match(body):
        return None  # «Начальнику Полярной Станции», which stood in capitals: who wrote would stand before
    gaps = [match for match in _GAPS.finditer(body) if not body[: match.start()].endswith((".", " и", "ЦК", "Цк"))]
    for gap in reversed(gaps):
        if body[gap.end()] != "(" and _GENITIVE.search(body[: gap.start()]) and _DATIVE.search(body[gap.end() :]):
            held = _OFFICE_OF.fullmatch(body, 0, gap.start()) and _NO_CASE.fullmatch(body, gap.end())
            return None if held else (gap.start(), gap.end())
    for gap in reversed(gaps):
        if _UNDECLINED.search(body[: gap.start()]) and _INITIALED_DATIVE.fullmatch(body[gap.end() :]):
            return gap.start(), gap.end()
    return None


_OFFICE_OF: Final = regex(
    r"(?:президента|премьера|премьер-министра|посла|министра|генерала|маршала|канцлера|короля|госсекретаря)"
    r"(?:\s[А-ЯЁ][а-яё]*[А-ЯЁ]+|\s[А-ЯЁ][а-яё]+[иыая])?",
    re.IGNORECASE,
)
_NO_CASE: Final = regex(rf"(?:{_CAP}\w?\.\s?){{1,3}}{_CAP}[\w-]+(?:[иоэ]|дзе|[аеёуы]е)", re.IGNORECASE)
"""«Послание президента Тарна А. Пелли»: a surname without cases, of him who holds the office before it."""
_GAPS: Final = regex(r"\s+(?=[А-ЯЁ(]|(?:ген|полк|адм|кн|гр|проф|акад|кап|митр|еп)\.\s?[А-ЯЁ])")
"""Where a name can begin, and a rank cut short before it: «телеграмма ген. Ветрова ген. Пашину»."""


def is_spoken(text: str) -> bool:
    """Say whether words that begin as a title does are a text: several sentences, or «Письмо Ветрова получил.»."""
    return _RECEIVED.match(text) is not None or len(_SENTENCES.findall(text)) > 1


_RECEIVED: Final = regex(
    r"(?:[^\s.]+\s)?(?:письмо|телеграмм[ау]|шифровк[ау]|депеш[ау]|записк[ау]|радиограмм[ау])\s(?:[^\s.]+\s){0,3}?"
    r"(?:получил[аи]?|получен[ао]?|прочел|прочли|читал|принят[ао]?|послал[аи]?)(?!\w)",
    re.IGNORECASE,
)


def is_office_first(text: str) -> bool:
    """Say whether words begin with an office in the dative, «министру иностранных дел А. Пашину»."""
    return not text.isascii() and _OFFICE_FIRST.match(text) is not None


def is_noble(text: str) -> bool:
    """Say whether words are a ruler or one of his house, «императора Николая II», «великому князю Михаилу»."""
    return not text.isascii() and _NOBLE.match(text) is not None


_NOBLE: Final = regex(
    r"(?:императ(?:ора|ору|рицы|рице)|корол(?:я|ю|евы|еве)|цар(?:я|ю)|велико(?:го|му)\sкняз(?:я|ю)|велико[йе]\sкнягин[еи]|княз(?:я|ю)|граф(?:а|у)|"
    r"барон(?:а|у)|генерал(?:а|у)|генерал-адъютант(?:а|у)|адмирал(?:а|у))\s(?=[А-ЯЁ])"
)


def is_office_held(text: str) -> bool:
    """Say whether words are an office and who holds it, «президенту г-ну Д. Пеллу», «маршала П. А. Ветрова»."""
    if text.isascii():
        return False
    return (is_office_first(text) and _HOLDER_BEHIND.search(text) is not None) or _HELD_BY.fullmatch(text) is not None


_HELD_BY: Final = regex(
    r"(?i:премьера|премьер-министра|президента|маршала|генерала|председателя|министра|посла|наркома|начальника|"
    r"директора|полпреда|посланника|командующего|консула)\s[^\n,;]{0,90}?(?<=\s)[А-ЯЁ][\w-]*(?i:а|я|ого|его)"
)


_HOLDER_BEHIND: Final = regex(r"\s(?!(?i:министру|комитету|совету|делу|бюро)$)[А-ЯЁ][\w-]*(?i:у|ю|ому|ему)$")


def bearer(text: str) -> str:
    """Return the name at the end of an office with its holder, «начальника станции Карск П. А. Ветрова»; else empty."""
    match = _BEARER.search(text.rstrip(" .,"))
    return match["name"] if match and match.start("name") > 0 else ""


def is_office(text: str) -> bool:
    """Say whether a line is an office in the dative, as stands over the name of an addressee: «Директору института»."""
    if len(text) > MAX_OFFICE or text[-1:] in ".!?:;" or any(map(str.isdigit, text)):
        return False
    return text[:1].isupper() and _OFFICE_LINE.fullmatch(text) is not None


_OFFICE_LINE: Final = regex(rf"{_OFFICES}(?:\s[^\n.!?]{{2,80}}?)?,?", re.IGNORECASE)
MAX_OFFICE: Final = 100


def addressee(
    text: str, known: Callable[[str], bool], known_place: Callable[[str], bool]
) -> tuple[Span | None, Span] | None:
    """Return the spans of place (or None) and names when a line addresses somebody: «ЛЕНИНГРАД, тов. САБЕЛЬНИКОВУ».

    Someone is addressed by a rank, or by a name in the dative that is known or stands behind a known place.
    """
    text = _BY_WIRE.sub("", text) if " по " in text or ", " in text else text
    if len(text) <= MAX_LONG and (held := _OFFICE_AND_NAME.fullmatch(text)):
        return None, held.span("name")
    if len(text) > MAX_ADDRESS:
        return None
    match = _ADDRESS.fullmatch(text)
    if match is None or not _is_addressed(match, known, known_place):
        seat = _SEAT_AND_OFFICE.fullmatch(text) or _seated(text, known_place)
        if not seat and (placed := _OFFICE_THEN_SEAT.fullmatch(text)) and known_place(placed["place"]):
            return placed.span("place"), placed.span("name")
        honoured = None if seat else _HONOURED.fullmatch(text) or _MAJESTY.fullmatch(text)
        return (seat.span("place"), seat.span("name")) if seat else (None, honoured.span("name")) if honoured else None
    return (match.span("place") if match["place"] else None), match.span("name")


def is_seat(text: str) -> bool:
    """Say whether a line addresses an envoy by his seat and office, «Пекин, совпослу»."""
    return len(text) <= MAX_OFFICE and "," in text and _SEAT_AND_OFFICE.fullmatch(text) is not None


def _seated(text: str, known_place: Callable[[str], bool]) -> re.Match[str] | None:
    """Match a town and an office in the dative without a comma, «Карск начальнику станции», as the wire has it."""
    match = _SEAT_THEN_OFFICE.fullmatch(text)
    is_town = match is not None and (known_place(match["place"]) or _TOWN.search(match["place"]) is not None)
    return match if is_town else None


def _is_addressed(match: re.Match[str], known: Callable[[str], bool], known_place: Callable[[str], bool]) -> bool:
    name, place = match["name"], match["place"]
    if _RANKED.match(name):
        return True
    bare = _DATIVE_NAME.match(name.split(",")[0].split(" для ")[0].strip())
    if bare is None:
        return False
    return known(bare.group()) or (place is not None and known_place(place))


def inline_addressee(text: str, known: Callable[[str], bool], *, quoted: bool = False) -> tuple[int, Span] | None:
    """Return where an address ends that opens a paragraph, «Карск, Ветрову. Рад.», and the span of its names.

    `quoted` says that the paragraph is a quotation known to be a telegram: any name in the dative addresses then.
    """
    match = _INLINE.match(text)
    if match is None or len(match.group()) > MAX_ADDRESS:
        return None
    name = match["name"]
    dative = _RANKED.match(name) is not None or _DATIVE_NAME.match(name) is not None
    if not dative or not (quoted or known(_RANKED.sub("", name, count=1))):
        return None
    return len(match.group().rstrip()), match.span("name")
