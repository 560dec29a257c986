"""The parties of a title: "X to Y (via Z), containing a message from W", in English, Russian and Chinese.

A title is read from its edges inwards: date and subject are cut off the end, the kind of document off the beginning,
and only then is what remains parted at "to". So a subject is never part of a recipient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.recognise import russian
from tei.recognise.posts import CITY, COUNTRY, posted_to
from tei.regexes import regex

Span = tuple[int, int]
Party = tuple[str, Span]

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_DATE: Final = regex(
    rf"\s*[,.;(–—-]?\s*(?:\b(?:sent|dated|dispatched|received|on|of|from|от|about|ca\.?|before|after|around|circa|"
    r"(?:not|no)\s+(?:later|earlier)\s+than|не\s+(?:позднее|позже|ранее)|до|после|около)\s+){0,2}(?:the\s+)?"
    rf"(?:(?:\d{{1,2}}\s?[-–/]\s?)?\d{{1,2}}(?:st|nd|rd|th|-го)?(?:\s\(\d{{1,2}}\))?\s+(?:of\s+)?{_MONTH}\b|{_MONTH}\.?\s+\d{{1,4}}|\d{{1,2}}[./-](?:\d{{1,2}}|"
    rf"[IVX]{{1,4}})[./-]\d{{2,4}}|"
    r"\d{4}-\d\d(?:-\d\d)?|(?:1[89]|20)\d\d\b|\d{1,4}年|\d{1,2}月|\d{1,2}[:.]\d\d)",
    re.IGNORECASE,
)
_INNER: Final = regex(
    r"\s*[,(;]?\s*(?<![‘'“\"«])\b(?:containing|enclosing|transmitting|conveying|forwarding|relaying|passing on|"
    r"handing on|with|quoting|"
    r"including|reproducing|attaching)\s+(?:(?:an?|the|another)\s+)?(?:text\s+of\s+)?(?:(?:an?|the)\s+)?(?:[a-z]+\s+)?(?:\d{1,2}\s[a-z]{3,9}\s\d{4}\s+)?"
    r"(?:message|telegram|cable|letter|note|reply|answer|response|report|communication|congratulation|greeting)s?\s+"
    r"(?:from|by|of)\s+",
    re.IGNORECASE,
)
_VIA: Final = regex(r"\s*[,\[(]?\s*\b(?:via|through|by way of|care of|c/o|через)\s+(?=[\[(“\"A-ZÀ-ÞА-ЯЁ]|the\s)")
_FOR: Final = regex(
    r"\s*[,\[(]?\s*\b(?:for transmission to|for delivery to|to be (?:passed|given|delivered|transmitted) (?:on )?to|"
    r"for|для)\s+(?=[\[(“\"A-ZÀ-ÞА-ЯЁ])",
)
_OFFICE_FOR: Final = regex(
    r"\b(?:minister|ministry|secretary|assistant|advis[eo]r|commissioner|commissar|commissariat|director|"
    r"deputy|committee|"
    r"commission|department|bureau|office|officer|representative|administrator|counsel(?:l)?or|chief|head|"
    r"council|agency|"
    r"section|state|attach[ée]|coordinator|responsible|in charge|leaving|departing|bound|sailing|starting|setting "
    r"out)$",
    re.IGNORECASE,
)
"""Before "for", these are an office and what it is for: "the Minister for Foreign Affairs"."""
_SUBJECT: Final = regex(
    r"\s*[,;:]?\s*\b(?:Regarding|Concerning|About|Requesting|Reporting|regarding|about|concerning|re|relating to|"
    r"with regard to|with (?:reference|respect) to|"
    r"in (?:regard|relation|connection|reply|"
    r"response|answer) (?:to|with)|as to|on behalf|on(?=\s+[^\d\s])|requesting|asking|informing|reporting|announcing|"
    r"proposing|describing|summari[sz]ing|"
    r"instructing|advising|urging|stating|saying|thanking|inviting|discussing|outlining|explaining|transmitting|"
    r"containing|conveying|forwarding|"
    r"relaying|enclosing|with|that|which|who|where|during|after|before|because|offering|sending|approving|rejecting|"
    r"and (?:his|her|their|its) |"
    r"Containing|Transmitting|Conveying|Forwarding|Relaying|Enclosing|Describing|Requesting|Proposing|Asking|Informing|"
    r"Reviewing|Reporting|Discussing|Summari[sz]ing|Outlining|Analy[sz]ing|Assessing|Explaining|Warning|Urging|Thanking|"
    r"Inviting|Commenting|Responding|Replying|Instructing|Recommending|Suggesting|Congratulating|Protesting|"
    r"Announcing|"
    r"in which|in order|so as|о(?:б|бо)?(?!\.)|про|по вопросу|относительно|касательно|"
    r"со? (?i:просьбой|согласием|ответом|информацией|благодарностью|протестом|"
    r"запросом|жалобой|приглашением|отказом|докладом|[а-яё]{3,}(?:[аеяо]ни|ити|ыти)ем)|в связи)(?!\w)\s*|"
    r"\s*[:;]\s+|\s*[,–—-]\s+(?=(?:Plans?|Reports?|Information|Summary|Notes?|Drafts?|Situation|Results?|Visits?|Talks?|"
    r"Conversations?|Meetings?|Requests?|Proposals?|Repl(?:y|ies)|Response|Instructions?|Details?|Questions?|Comments?)\s"
    r"(?:for|of|on|to|about|from|with|regarding|concerning|in|by)\b)|\s*[,–—]\s*(?=[“\"‘'«][A-ZÀ-ÞА-ЯЁ][^“”\"«»]{8,})|\s*[,–—]\s+(?!(?:(?:(?:временн|полномочн|чрезвычайн|народн|перв|генеральн|военн|морск)\w{0,3}(?:ому|ему)\s)*(?:зам)?(?:министр|посл|посланник|полпред|"
    r"председател|секретар|директор|начальник|нарком|комиссар|консул|генерал|маршал|командующ|представител|поверенн|президент|премьер|агент|управляющ|товарищ)"
    r"(?:у|ю|ему|ому)|(?:sent|addressed|dispatched|directed)\s+to|temporarily|then|now|currently|"
    r"at present|acting|for|via|through|the\s+(?:[A-Z]\w+\s+)?(?i:ambassador|minister|head|chief|charg|secretary|"
    r"representative|consul|chairman|director|deputy|envoy|delegate)\w*)\s|(?:and|or)\s+(?:the\s+|to\s+)?[A-ZÀ-Þ])(?=[a-zа-я])",
)
_HELD: Final = regex(r"\s\([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\)$")
"""Who holds the office, at its end: “the Head of the Delegation to the Talks on Whaling (Pell)”."""
_OF_A_BODY: Final = regex(
    r"\b(?:committee|commission|council|board|bureau|conference|subcommittee|"
    r"комиссия)\s*$",
    re.IGNORECASE,
)
_OFFICE_BEFORE_TO: Final = regex(
    r"(?i:ambassador|envoy|minister|representative|delegate|delegation|advis[eo]r|counsel(?:l)?or|consul|mission|"
    r"embassy|attach[ée]|charg[ée]|"
    r"liaison|agent|secretary|emissary|legate|nuncio|assistant|aide|deputy|affaires)"
    rf"(?:\s*\([^()]*\)|(?i:\sad\sinterim)|(?i:\sof\s){COUNTRY})?$"
)
_TO: Final = regex(r",?\s+to\s+|\s+in\s+(?:the\s+)?(?=(?:NKID|Narkomindel|MFA)(?:\s+of\s+the\s+USSR)?\s*$)")
"""A translator by machine has “in the NKID” for «в НКИД», to which an envoy reports."""
_FROM: Final = regex(
    r"\s*[,:–—-]?\s*(?:(?:sent|addressed|written|dispatched|signed)\s+)?(?:from|by|of|"
    r"от)\s+",
    re.IGNORECASE,
)
_FROM_CITY: Final = regex(rf"(?P<place>{CITY}),?\s+from\s+(?=[A-ZÀ-Þ])")
"""“from Oslo, from Pell”: the place comes before the one who sends."""
_FROM_AFTER: Final = regex(r",?\s+(?:from|by)\s+(?=(?:the\s+|comrade\s+)?[\[(“\"A-ZÀ-ÞА-ЯЁ])")
_TO_FIRST: Final = regex(r"\s*[,:–—-]?\s*(?:(?:sent|addressed)\s+)?(?:to|for)\s+", re.IGNORECASE)
_RECIPIENT: Final = regex(
    r"[\[(“\"‘'«]*(?:the\s+|all\s+|(?:his|her|their)\s+|[Aa]n?\s+(?:[Uu]nknown|[Uu]nidentified|[Uu]nnamed)\b|"
    r"certain\s+|"
    r"cdes?\b|com(?:rades?|s)?\b|tovs?\b|members?\b|unknown|"
    r"[A-ZÀ-ÞĀ-ŽА-ЯЁİŞ\u3400-\u9fff])"
)
_OWNER: Final = regex(r"(?P<from>[A-ZÀ-ÞА-ЯЁ][^,;:\n]{0,80}?)['’](?:s\b)?\s")
_DIARY: Final = regex(
    r"(?:excerpt |extract )?from the (?:[\w.’' -]+ )?(?:diar(?:y|ies)|journal|notebook|"
    r"memoirs?)\b|из дневника",
    re.I,
)
_NO_SENDER: Final = regex(
    r"(?:the )?(?:minutes|record|notes? (?:on|of)|memorandum (?:of|on)|memo (?:of|on)|transcript|stenogram|protocol|"
    r"summary|draft(?!\s+(?:telegram|cable|message|letter)\b)|resolution|decision|decree|order|agreement|"
    r"communiqu[ée]|statement|speech|conversation|meeting|запись|протокол|решение|постановление)\b",
    re.IGNORECASE,
)
_NOTE_AT_END: Final = regex(r"(?<=[^\W\d_]{3})\d{1,2}$|\s+\(\d{1,2}\)$")
_NAMES: Final = r"[A-Z][\w.’'\[\]-]*(?:\s[A-Z\[][\w.’'\[\]-]*){0,3}"
_DASHED_NAMES: Final = regex(rf"(?P<from>{_NAMES})\s*(?:\s[–—-]|→)\s*(?P<to>{_NAMES})")
_INITIALED: Final = r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+"
_DASHED_INITIALS: Final = regex(
    rf"(?P<from>{_INITIALED}(?:(?:,|\sand)\s{_INITIALED}){{0,3}})\s[–—-]\s"
    rf"(?P<to>{_INITIALED}(?:(?:,|\sand)\s{_INITIALED}){{0,3}})(?:\s\d{{1,2}}(?:\s?\.)?)?"
)
"""“P. Vetrov, A. N. Lind – O. Pashin”: so volumes of correspondence head a letter, the day on a line of its own."""
_COPY_TO: Final = regex(
    r"\s*[(\[,;]\s*(?:with\s+(?:a\s+)?)?cop(?:y|ies)\s+to\s+(?P<name>[^()\[\]\n]{2,60})[)\]]?$", re.IGNORECASE
)
_COPIED: Final = regex(
    r"\s*[(\[](?:copy|copies|draft|extracts?|excerpts?|unsigned|translation|translated|original|unofficial translation|"
    r"копия|черновик|перевод|abschrift|copie)[)\]]$",
    re.IGNORECASE,
)
_LOOSE: Final = " ,.;:–—-"
_POSTED_AT: Final = regex(
    r"(?<=[^\W\d_]),?\sat the\s(?:[\w-]+\s){0,4}(?:Embassy|Legation|Consulate|Mission|embassy|legation)\b.*$"
)
"""“Pell at the Estrian Embassy in Oslo” is Pell."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is still to be read of a title: the span that the next step looks at."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The characters of the span."""
        return self.text[self.start : self.end]

    def until(self, end: int) -> _Rest:
        """Return the span cut off at an offset of the title."""
        return _Rest(self.text, self.start, min(end, self.end))


def read_parties(text: str, start: int, end: int, lead: int) -> tuple[Party, ...]:
    """Return the parties that `text[start:end]` names; `lead` is where the words for the kind of document end."""
    if _DIARY.match(text, start) or _NO_SENDER.match(text, start):
        return ()
    rest = _before_date(_Rest(text, lead, end))
    if re.search(r"[А-ЯЁ][А-Яа-яЁё]", rest.words):
        found = tuple(_russian(rest, end, lead > start))
        if found:
            return found
    return tuple(_trimmed(text, _english(rest, start, kind_named=lead > start) or _dashed(rest, end)))


_DATED_KIND: Final = regex(
    r"(?:\s(?:1[89]|20)\d\d)?\s+(?:message|telegram|cable|letter|reply)\s+(?:from|of)\s", re.IGNORECASE
)
"""After the day of what a telegram hands on: "transmitting 14 May 1938 Message from …"."""


def _dashed(rest: _Rest, end: int) -> list[Party]:
    """Read "Vetrov – Sabelnikov, 3 May 1938": two names that a dash parts, with initials or before a date."""
    dated = re.search(r"\d{1,2}\D+\d{2,4}", rest.text[rest.end : end])
    names = (_DASHED_NAMES if dated else _DASHED_INITIALS).fullmatch(rest.text, rest.start, rest.end)
    return [(role, names.span(role)) for role in ("from", "to")] if names else []


def is_dashed(text: str) -> bool:
    """Say whether a line is nothing but names with initials, a dash between who writes and who is written to."""
    return "." in text[:3] and _DASHED_INITIALS.fullmatch(text) is not None


def _before_date(rest: _Rest) -> _Rest:
    """Cut off the date at the end; one at the very beginning is no end."""
    for match in _DATE.finditer(rest.text, rest.start, rest.end):
        if match.start() > rest.start + 2 and not _DATED_KIND.match(rest.text, match.end()):
            return rest.until(match.start())
    return rest


def _english(rest: _Rest, start: int, *, kind_named: bool) -> list[Party]:
    inner_parties: list[Party] = []
    inner = _INNER.search(rest.text, rest.start, rest.end)
    if inner:
        inner_parties = _inner(_Rest(rest.text, inner.end(), rest.end))
        rest = rest.until(inner.start())
    text = rest.text
    first = _FROM.match(text, rest.start, rest.end)
    if first:
        seat = _FROM_CITY.match(text, first.end(), rest.end)
        place = [("place_from", seat.span("place"))] if seat else []
        return [*_from_to(_Rest(text, seat.end() if seat else first.end(), rest.end)), *place, *inner_parties]
    if kind_named:
        owner = _OWNER.match(text[start : rest.start])
        addressed = _TO_FIRST.match(text, rest.start, rest.end)
        if addressed and _RECIPIENT.match(text, addressed.end()):
            sender = [("from", (start + owner.start("from"), start + owner.end("from")))] if owner else []
            return [*sender, *_to_from(_Rest(text, addressed.end(), rest.end), named=bool(sender)), *inner_parties]
    begins = re.compile(r"[\s,.:–—-]*").match(text, rest.start, rest.end)
    chain = _from_to(_Rest(text, begins.end() if begins else rest.start, rest.end))
    return [*chain, *inner_parties] if any(role == "to" for role, _ in chain) else inner_parties


def _inner(rest: _Rest) -> list[Party]:
    roles = {"from": "inner", "to": "inner_to"}
    return [(roles[role], span) for role, span in _from_to(rest) if role in roles]


def _from_to(rest: _Rest) -> list[Party]:
    """Part "X (via Z) to Y (for W)" at the "to" that leads to a recipient."""
    split = _split(rest)
    if split is None:
        return _with_asides("from", _before_topic(_before_subject(rest)))
    sender, recipient = split
    return [*_with_asides("from", sender), *_recipient(recipient)]


def _split(rest: _Rest) -> tuple[_Rest, _Rest] | None:
    found = [m for m in _TO.finditer(rest.text, rest.start, rest.end) if _RECIPIENT.match(rest.text, m.end(), rest.end)]
    stop = _before_subject(rest).end
    found = [match for match in found if match.start() <= stop and not _begins_aim(rest.text, match)]
    if not found or found[0].start() == rest.start:
        return None
    first = found[0]
    if _OFFICE_BEFORE_TO.search(rest.text[rest.start : first.start()]):
        if len(found) > 1:
            first = found[1]
        elif posted_to(rest.text, first.start(), rest.end):
            return None
    sent = _SENT_OFF.search(rest.text, rest.start, first.start())
    return rest.until(sent.start() if sent else first.start()), _Rest(rest.text, first.end(), rest.end)


_SENT_OFF: Final = regex(r",\s+(?:sent|addressed|dispatched|directed)$")
"""“The telegram of Pell, sent to Lind”."""


def _begins_aim(text: str, match: re.Match[str]) -> bool:
    """Say whether a body is named by what it is to do: "the Committee to Defend the Bay" writes to nobody by that."""
    aimed = _AIM.match(text, match.end())
    return aimed is not None and _OF_AIMS.search(text, 0, match.start()) is not None


_AIM: Final = regex(
    r"(?:Abolish|Aid|Assist|Ban|Combat|Coordinate|Defend|Draft|End|Examine|Fight|Free|Further|Help|Implement|Investigate|"
    r"Liberate|Oppose|Organi[sz]e|Preserve|Prevent|Promote|Protect|Resist|Restore|Review|Save|Stop|Strengthen|Study|"
    r"Supervise|Support)\s"
)
_OF_AIMS: Final = regex(
    r"\b(?:association|bureau|campaign|coalition|commission|committee|conference|congress|council|front|fund|group|league|"
    r"movement|society|union)$",
    re.IGNORECASE,
)


def _before_topic(rest: _Rest) -> _Rest:
    """Cut off the topic behind a body and its seat: "from the Polish Embassy in Oslo, Estrian Diplomats in Norway"."""
    seated = _SEATED_BODY.match(rest.text, rest.start, rest.end)
    if seated is None or _IN_CITY.fullmatch(rest.text, seated.end(), rest.end):
        return rest
    return rest.until(seated.end("body"))


_SEATED_BODY: Final = regex(
    r"(?P<body>(?:the\s+)?[^,;:\n]{0,40}\b(?:Embassy|Legation|Consulate|Mission)\s+in\s+(?:the\s+)?[A-Z][\w-]+"
    r"(?:\s[A-Z][\w-]+)?),\s+(?=[A-Z][\w’'-]+\s)"
)
_IN_CITY: Final = regex(CITY)


def _recipient(rest: _Rest) -> list[Party]:
    dashed = _DASHED_TOPIC.search(rest.text, rest.start, rest.end)
    return _with_asides("to", _before_subject(rest.until(dashed.start()) if dashed else rest))


_DASHED_TOPIC: Final = regex(r"(?<=\w)\s+[–—-]\s+(?=(?:[A-Z“\"‘'][\w.’'-]*\s+){1,4}[a-z])")
"""“… to Pashin - Ada Fairweather’s visit to the mine”."""


def _to_from(rest: _Rest, *, named: bool) -> list[Party]:
    """Read "to Filippov [Stalin] from Mao Zedong", the parties the other way round."""
    match = None if named else _FROM_AFTER.search(rest.text, rest.start, rest.end)
    if match is None:
        return _recipient(rest)
    sender = _before_subject(_Rest(rest.text, match.end(), rest.end))
    return [*_with_asides("from", sender), *_recipient(rest.until(match.start()))]


def _before_subject(rest: _Rest) -> _Rest:
    """Cut off what the document is about; "Committee on …" is part of a name, and so is what stands in brackets."""
    for match in _SUBJECT.finditer(rest.text, rest.start + 1, rest.end):
        before = rest.text[rest.start : match.start()]
        if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
            continue
        held = rest.text[rest.end - 1] == ")" and _HELD.search(rest.text, match.end(), rest.end)
        if match.group().strip(" ,") == "on" and (held or _OF_A_BODY.search(before)):
            continue
        return rest.until(match.start())
    return rest


def _with_asides(role: str, rest: _Rest) -> list[Party]:
    """Take "[via Kovalev]" and "(for Mao)" off a party."""
    text, end = rest.text, rest.end
    asides: list[Party] = []
    copied = _COPY_TO.search(text, rest.start + 1, rest.end)
    if copied:
        asides.append(("copy", copied.span("name")))
        end = copied.start()
    for name, pattern in (("via", _VIA), ("for", _FOR)):
        match = pattern.search(text, rest.start + 1, rest.end)
        if match and not (name == "for" and _OFFICE_FOR.search(text, rest.start, match.start())):
            stop = _closing(text, match.end(), rest.end)
            comma = text.find(", ", match.end(), stop)
            other = (_FOR if name == "via" else _VIA).search(text, match.end(), stop)
            stop = min(at for at in (stop, comma if comma > 0 else stop, other.start() if other else stop))
            asides.append((name, (match.end(), stop)))
            end = min(end, match.start())
    return [(role, (rest.start, end)), *asides]


def _closing(text: str, start: int, end: int) -> int:
    """Return where the bracket that was open before `start` closes, "via GAGARA (Ostapova)]"; `end` where none does."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "[(") - (text[at] in "])")
        if depth < 0:
            return at
    return end


def _trimmed(text: str, parties: list[Party]) -> Iterator[Party]:
    """Take loose punctuation and a glued note marker off each name, and leave out what is too long for one."""
    for role, (start, end) in parties:
        name = text[start:end]
        start += len(name) - len(name.lstrip(_LOOSE + '“"'))
        name = text[start:end].rstrip(_LOOSE + "“”\"’'" if not name.rstrip().endswith(("r.", "s.")) else _LOOSE)
        name = _NOTE_AT_END.sub("", name).rstrip("*†‡")
        if name.endswith(("]", ")")) and name.count("[") + name.count("(") < name.count("]") + name.count(")"):
            name = name[:-1]
        if " at the " in name and (posted := _POSTED_AT.search(name)):
            name = name[: posted.start()]
        if name and len(name.split()) <= 24:
            copied = _COPIED.search(name)
            yield role, (start, start + (copied.start() if copied else len(name)))


_WRITTEN: Final = regex(
    r",\s(?:написанн|отправленн|посланн|направленн|адресованн|переданн|врученн)(?:ое|ая|ой|ого)\s[^,\n]{0,60}?"
    rf"(?=(?i:{russian.DATIVE})\s|(?:[А-ЯЁ]\.\s?){{1,2}}[А-ЯЁ][а-яё]+(?:у|ю|ому)\b)"
)
"""«Письмо главы станции, написанное в октябре 1937 г. директору института»: when it was written stands between."""


def _russian(rest: _Rest, end: int, kind_named: bool) -> Iterator[Party]:
    """Read a Russian title by its cases or its dash; via and for whom are taken off both parties."""
    written = _WRITTEN.search(rest.text, rest.start, end) if ", " in rest.text else None
    if written and kind_named:
        yield "from", (rest.start, written.start())
        yield from _trimmed(rest.text, _with_asides("to", _before_subject(_Rest(rest.text, written.end(), end))))
        return
    rest = rest if russian.DASH_TO.search(rest.words) else _before_subject(rest)
    for role, span in russian.read_parties(rest.text, rest.start, rest.end, kind_named=kind_named):
        yield from _trimmed(rest.text, _with_asides(role, _Rest(rest.text, *span)))
