"""Titles as conveyance chains: "Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]", "Letter from X to Y".

A source's own title is the best witness of who wrote to whom when the text itself has only a surname or a cover name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tei.dates import find_dates
from tei.recognise.archived_titles import archived, is_journal, number_before
from tei.recognise.chains import Party, Span
from tei.recognise.chinese_titles import read_chinese_title
from tei.recognise.counting import is_sign
from tei.recognise.kinds import ANY_KIND, KINDS, Kind, kind_of, may_name_kind, names_many
from tei.recognise.little_words import AFTER_KIND
from tei.recognise.russian_directives import read_directive
from tei.recognise.russian_messages import read_heading
from tei.recognise.russian_papers import is_paper
from tei.recognise.russian_ranks import TABLE_RANK
from tei.recognise.seats import registered, with_place
from tei.recognise.service import NUMBER_SIGN
from tei.recognise.somebody import somebody, writers
from tei.recognise.title_capitals import cased, in_capitals
from tei.recognise.title_edges import after_day, number_behind_kind, without_edges
from tei.recognise.title_leads import CONTINUED, OUT_OF, approved_at, author_before, behind_lead, sorts, to_anybody
from tei.recognise.title_parties import parties_of
from tei.regexes import regex
from tei.values import value

_NUMBER: Final = regex(rf"(?<!\w){NUMBER_SIGN}\s*(?P<number>\d[\w./-]*)", re.IGNORECASE)
_SAID: Final = (
    r"(?:(?:top secret|secret|coded|ciphered|urgent|draft|joint|brief|short|special|backchannel|unnumbered|"
    r"monthly|weekly|"
    r"political|informational|handwritten)\s+){0,3}(?:airgram|report|information|instructions?|directives?|"
    r"reply|response|"
    r"telegrams|cables|letters|"
    r"answer|statement|greetings?|congratulations|request|inquiry|appeal|proposal|orders?|backchannel message)"
)
_LEAD: Final = regex(
    rf"(?:the\s+|an?\s+)?(?:(?:(?:{ANY_KIND})(?!\w)[\s,]*){{1,4}}|(?:{_SAID})(?=[\s,]+(?:from|to)\s)|reports?,\s+(?=[A-Z])|"
    rf"(?:(?:ciphered|coded|secret)\s+){{0,2}}(?:telegrams|cables)(?=,?\s+{NUMBER_SIGN}\s*\d))"
    rf"(?:\([^()]{{1,30}}\)\s*)?(?:,?\s*{NUMBER_SIGN}\s*\d[\w./-]*(?:,?\s+and\s+\d[\w./-]*|,\s+\d[\d./-]*(?=,|\s+and\s))*\s*|\s*(?:(?-i:[A-Z])-)?\d[\d./-]{{0,12}}\s+(?=from\s))?",
    re.IGNORECASE,
)
_BARE_NUMBER: Final = regex(
    r"(?:telegram|cable|airgram|despatch|dispatch|message|wire)\s+(?P<number>(?:(?-i:[A-Z])-)?\d[\d./-]{0,12})(?=\s+from\s)",
    re.IGNORECASE,
)
_EXTRACTED: Final = regex(
    r"(?:an?\s+|the\s+)?(?:extract|excerpt|fragment)s?\s+(?:from|of)\s+(?=(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:telegram|cable|letter|message|radiogram|note|cipher|wire|dispatch|despatch))|(?:выписк\w+ из|отрывок из)\s+",
    re.IGNORECASE,
)
_OF_TALKS: Final = (
    r"(?:(?:an?|the|his|a telephone|an oral)\s+)?(?:conversations?|meetings?|talks?|discussions?|sessions?|interviews?|"
    r"negotiations?|telephone|consultations?|reception|plenum|conference|politburo|presidium)"
)
_OTHER: Final = regex(
    rf"(?:(?:draft|top secret|secret|handwritten|stenographic|abbreviated|soviet|chinese|short|brief|extracts? from|"
    rf"excerpts? from|from)\s+)*(?:the\s+)?(?:(?:memorand(?:um|a)|memos?|notes?|records?|summary|summaries|"
    rf"transcripts?|"
    rf"stenograms?|protocols?|minutes|readout|report|account)\s+(?:of|on|about|from)\s+{_OF_TALKS}\b|"
    rf"(?:minutes|protocols?|transcripts?|stenograms?|resolutions?|decrees?|decisions?|agreements?|treaty|"
    rf"communiqu[ée]s?|"
    rf"editorial note|conversations?|speech(?:es)?|interviews?|press (?:release|conference)|list of|table of contents|"
    rf"biograph|chronology|national intelligence estimate|working notes|meeting|bulletin)\b|запис[ьи] бесед|протокол|"
    rf"постановлени|решени|стенограмм|беседа|[^\n]{{0,30}}(?:[会會][谈談]|[谈談][话話]|[会會][议議])(?:[记紀記纪][录錄要]|[备備]忘[录錄])|"
    r"(?:[一二三四五六七八九十\d]{1,3}[、.])?[^\n。！？]{2,60}的(?:批[语語示注註]|按[语語]|[题題][词詞]))",
    re.IGNORECASE,
)
_DIARY: Final = regex(
    r"(?:(?:excerpts?|extracts?|fragments?|entry|from)\s+(?:(?:from|of)\s+)?)*(?:the\s+)?[^\n,:;]{0,60}?\b(?:diary|journal)\b"
    rf"[^\n]{{0,80}}?(?<!\w){_OF_TALKS}(?!\w)",
    re.IGNORECASE,
)
"""“Excerpts from Vetrov's diary on his conversation with …” is what somebody noted of a talk."""
_MEMO: Final = regex(
    r"(?:(?:draft|top secret|secret|confidential|internal|office|brief|short|handwritten)\s+){0,3}(?:memorandum|"
    r"memo|minute|докладная\s+записка|"
    r"справка)\b(?!\s+verbale)",
    re.IGNORECASE,
)
"""Papers that go from desk to desk: no telegram and no letter."""
_KIND_BEFORE_TO: Final = regex(
    rf"[A-ZÀ-ÞА-ЯЁ][^,;:\n]{{1,80}}?['’](?:s\b)?\s+(?:[\w-]+\s+){{0,3}}?(?:{ANY_KIND}|repl(?:y|ies)|answers?|response)(?!\w)"
    rf"(?:,?\s*{NUMBER_SIGN}\s*\d[\w./-]*)?(?=,?\s+(?:to|for)\s)",
    re.IGNORECASE,
)
_ACCOMPANIED: Final = regex(
    r"\s*(?:and|with)\s+(?:[\w-]+\s+){1,4}(?=from\s)|"
    r"\s*(?i:via|by|over)\s+(?:the\s+)?"
    r"(?i:V\.?Ch\.?|HF|VTch|high[- ]frequency|telephone|phone|radio|telegraph|teletype|telex|cable|wire|courier|"
    r"diplomatic\s+(?:pouch|post|bag|mail))(?:\s+(?i:line|link|channel|wire))?\s*[,:]\s*"
)
"""“Letter with enclosures from …”, "Telephone message via VCh, Vetrov to …"."""
_HANDED: Final = regex(r"\s*via\s+(?P<via>[A-ZÀ-ÞА-ЯЁ][\w.’' -]{1,40}?)(?:,\s+(?=[A-ZÀ-ÞА-ЯЁ])|\s+(?=from\s))")
"""“Telegram via Morozkin, Vetrov to Pashin”: who hands on stands first."""
_QUOTES: Final = "“”\"'‘’«» []"
_IN_PART: Final = regex(r"\((?:excerpts?|extracts?|fragments?|excerpted|partial)\)", re.IGNORECASE)
_HEADED: Final = regex(r"[“„«\"][^“”„«»\"\n]{2,120}[”“»\"]\s+(?=[^\W\d_])")
_KIND_IN_BRACKETS: Final = regex(rf"\s*[(\[](?:{ANY_KIND})[)\]]$", re.IGNORECASE)
"""“Tumanova to her mother (letter)”."""
_LETTER: Final = regex(r"[^\W\d_]")
_YEAR: Final = r"(?:1[89]|20)\d\d"
_DATED: Final = regex(
    rf"(?:№\s)?[\[(]?(?:{_YEAR}(?:\s?г(?:од|ода)?\b\.?)?,?\s*(?:[а-яё]{{3,8}}\.?\s\d{{1,2}}|\d{{1,2}}\s[а-яё]{{3,8}})|"
    rf"\d{{1,2}}(?:[./-](?:\d{{1,2}}|[IVX]{{1,4}})[./-]|\s[^\W\d_]{{3,9}}\.?,?\s){_YEAR}(?:\s?г(?:ода|\.)?)?|"
    rf"[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s{_YEAR})[\])]?(?:[.,:]?\s*[–—-]{{1,2}}|[.:,]|\s/|(?<=[\])])|(?<=г\.)|"
    r"(?=\s(?:telegram|cable|letter|message)\s(?:from|to)\s))\s+"
    r"(?=[A-ZÀ-ÞА-ЯЁ]|(?:(?:cipher|code)(?:ed)?\s)?(?:telegram|cable|letter|message|ciphergram)\b)"
)
"""The date that some collections set before the kind: «1949 г., мая 12. — Телеграмма …», "12 May 1949. Telegram …"."""
_BETWEEN_PLACES: Final = regex(
    r"[^\W\d_][\w -]{3,30}\sfrom\s(?P<place_from>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\sto\s"
    r"(?P<place_to>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s"
    r"(?=[A-Z][^\n,]{2,60}?\sto\s)"
)
"""“Telegram from Karsk to Oslo, Vetrov to Lind”: the places stand before the parties."""
_FROM_WHOM: Final = regex(
    r"(?:(?:most|strictly|personal(?:ly)?|private(?:ly)?|top|and|&|in|strict|secret(?:ly)?|confidential(?:ly)?|"
    r"confidence|urgent)[\s,]+){1,6}(?=from\s)",
    re.I,
)
"""“Personal and Secret from Premier Vetrov to …”"""
MAX_TITLE: Final = 250


@value()
class Title:
    """What a title says: kind of document, number, and the spans (in the title) of the parties it names.

    `extract` says that only a part of the document is given, `other` that it is none of ours: minutes, a conversation.
    """

    text: str
    kind: Kind | None = None
    number: str = ""
    parties: tuple[Party, ...] = ()
    extract: bool = False
    other: bool = False

    def party(self, role: str) -> str:
        """Return a party's name as the title has it: `from`, `to`, `via`, `for`, `inner`, `inner_to`; empty if none."""
        span = self.span(role)
        return self.text[slice(*span)] if span else ""

    def span(self, role: str) -> Span | None:
        """Return where in the title a party stands."""
        for name, span in self.parties:
            if name == role:
                return span
        return None


_OF_VOLUME: Final = regex(r"\s*\((?=[A-Z])[^()\d]{0,40}\b(?:[Vv]ol|[Pp]p?|[Bb]ook|[Pp]art)\.?\s?[\dIVX][^()]{0,30}\)$")
"""Where a heading is printed, "Message to A. Pashin (Correspondence Vol. 1, No. 23)": not the message's own number."""


@lru_cache(maxsize=1024)  # a line is asked whether it is a title, and then read as one
def read_title(text: str) -> Title:
    """Read a title; what it does not say stays empty."""
    volume = _OF_VOLUME.search(text) if text[-1:] == ")" else None
    return replace(_read_title(text[: volume.start()]), text=text) if volume else _read_title(text)


def _read_title(text: str) -> Title:
    number = _NUMBER.search(text)
    if is_chinese(text):
        chinese = read_chinese_title(text)
        if chinese.parties:
            return Title(text, chinese.kind, _number(number), chinese.parties)
    start = after_day(text, len(text) - len(text.lstrip(_QUOTES)))
    end = len(text.rstrip('“”"«» .'))
    if (directive := read_directive(text))[1]:
        return Title(text, kind_of(text), directive[0], directive[1])
    if heading := read_heading(text):
        house = " — " in text or " – " in text
        return Title(text, kind_of(text) or (None if house else "telegram"), _number(number), heading)
    if author := author_before(text):
        work, at = _read_title(text[author.end() :]), author.end()
        moved = tuple((role, (first + at, last + at)) for role, (first, last) in work.parties if role != "from")
        return replace(work, text=text, parties=(("from", author.span("name")), *moved))
    parties: tuple[Party, ...] = ()
    before = ""
    start = behind_lead(text, start)
    if start < end <= 3 * MAX_TITLE:
        cased = as_cased(text)
        start = _chain_start(cased, start, end)
        if "(" in cased and (aside := _KIND_IN_BRACKETS.search(cased, start, len(text.rstrip('“”"«» .')))):
            end = aside.start()
        lead = _LEAD.match(cased, start, end) or _KIND_BEFORE_TO.match(cased, start, end)
        lead = (lead and _ACCOMPANIED.match(cased, lead.end(), end)) or lead
        handed = _HANDED.match(cased, lead.end(), end) if lead else None
        lead = handed or lead or _FROM_WHOM.match(cased, start, end)
        between = _BETWEEN_PLACES.match(cased, start, end) if " from " in cased and ", " in cased else None
        lead = between or lead
        parties = parties_of(cased, start, end, lead.end() if lead else start)
        before = number_before(cased, parties)
        parties = tuple(registered(cased)) or tuple(with_place(cased, tuple(archived(cased, parties))))
        parties = tuple(without_edges(cased, parties, end))
        parties = tuple(party for party in parties if not cased[slice(*party[1])].isdigit())
        parties += (("via", handed.span("via")),) if handed else ()
        parties += tuple((role, between.span(role)) for role in ("place_from", "place_to")) if between else ()
    parties = writers(text) or tuple(somebody(text, parties))
    once = dict(reversed(parties))
    parties = _as_recipient(tuple(p for p in parties if once[p[0]] == p[1] or p[0] == "via"))
    kind, extract = _kind_and_extract(text)
    other = kind in (None, "note") and _OTHER.match(text, start) is not None and once.get("inner") is None
    other = other or (kind in (None, "extract", "note") and "iary" in text and _DIARY.match(text, start) is not None)
    other = other or (kind == "note" and _MEMO.match(text, start) is not None)
    other = other or (kind is None and is_journal(text)) or is_paper(text, start)
    figures = _number(number) or _number(_BARE_NUMBER.search(text)) or before or number_behind_kind(text)
    return Title(text, None if other else kind, figures, parties, extract, other)


def _kind_and_extract(text: str) -> tuple[Kind | None, bool]:
    """Return the kind of document, and whether a part of it is given: "Fragment of a Telegram" is a telegram's."""
    kind = kind_of(text)
    if "(" in text and _IN_PART.search(text):
        return kind, True
    if kind != "extract":
        return kind, text.lstrip(_QUOTES)[:3] in ("Из ", "ИЗ ") and OUT_OF.match(text.lstrip(_QUOTES)) is not None
    whole = _EXTRACTED.match(text)
    return (kind_of(text[whole.end() :]) or kind if whole else kind), True


def as_cased(text: str) -> str:
    """Return a title in capitals with its small words in small letters, all others as they are."""
    if in_capitals(text):
        return cased(text)
    lead = dated_lead(text)
    return text[:lead] + as_cased(text[lead:]) if lead and text[lead:].isupper() else text


def _chain_start(text: str, start: int, end: int) -> int:
    """Return where the chain of parties begins behind a heading in the same line: "“Ring it.” Morozkin to Vetrov"."""
    if dated := dated_lead(text):
        return approved_at(text, dated) or dated
    match = _HEADED.match(text) if text[:1] in '“„«"' else None
    return match.end() if match and match.end() < end and " to " in text[match.end() : end] else start


def is_registered(title: Title) -> bool:
    """Say whether a title is the head of a copy in a letter-book, "To A. Pashin, Leningrad. Telegram. 2 June 1938."."""
    return next(registered(title.text), None) is not None


def dated_lead(text: str) -> int:
    """Return where a title begins behind its date, 0 where none stands before the kind of document."""
    at = dated_start(text)
    return at if at and (kind_first(text[at:]) or approved_at(text, at) or _ENTRY.fullmatch(text, at)) else 0


_NAMES: Final = (
    r"(?:the\s)?[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|in|the|and|at)(?![\w.’'-])|\s[\[(][A-Z][^\[\]()\n]{1,40}[\])])*"
)
_ENTRY: Final = regex(rf"(?:[Ff]rom\s)?{_NAMES}\sto\s{_NAMES}(?:,?\s(?:for|via|through|copy\sto)\s{_NAMES}){{0,2}}:?")
"""The head of an entry in a chronology, "5 July 1938. Vetrov to Pashin, for Tumanova:", nothing but its parties."""


def dated_start(text: str) -> int:
    """Return where the words begin behind a date at the head of a line, 0 without one."""
    match = _DATED.match(text) if text[:1] not in '“„«"' else None
    return match.end() if match else 0


def _number(match: re.Match[str] | None) -> str:
    return match["number"].rstrip("./-号號") if match else ""


def _as_recipient(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Take "Message from X for Y" as sent to Y when nobody else is addressed."""
    roles = {role for role, _ in parties}
    if "to" in roles or "for" not in roles:
        return parties
    return tuple(("to" if role == "for" else role, span) for role, span in parties)


def is_chinese(text: str) -> bool:
    """Say whether the first letter of a line is a Chinese sign."""
    if text.isascii():
        return False
    letter = _LETTER.search(text)
    return letter is not None and is_sign(letter.group())


def kind_first(text: str) -> bool:
    """Say whether a line begins with the word for a kind of document as headings do: "Note verbale", no "Note that"."""
    if not may_name_kind(text) or names_many(text):
        return False
    match = next((match for _, pattern in KINDS if (match := pattern.match(text))), None)
    if match is None and (part := CONTINUED.match(text)):
        match = next((match for _, pattern in KINDS if (match := pattern.match(text, part.end()))), None)
    if match is None:
        return False
    sentence = text.endswith((".", "!", "?", ",", ";")) and len(text.split()) > 12 and not read_title(text).party("to")
    if (
        sentence
        or to_anybody(text)
        or (sorts(text, match.end()) and not (read_title(text).parties or find_dates(text)))
    ):
        return False
    return _AFTER_KIND.match(text, match.end()) is not None


_AFTER_KIND: Final = regex(
    rf"\s*(?:$|[,:(\[–—-]|{NUMBER_SIGN}|\d|(?:from|to|by|of|sent|dated|for|от|к|с|в|между|des?|du|der|vom|von|an|à|"
    rf"au|di|dell?a?|d)\b|(?:and|with)\s+(?:[\w-]+\s+){{1,4}}(?:from|of|to)\s|"
    r"(?:(?:англо|сов|япон|герм|амер|франко?)?(?:посл|посол|консул)|военн|советск|начальник|посланник|полпред|полномочн|чрезвычайн|генеральн|народн|министр|председател|секретар|"
    r"директор|нарком|представител|уполномоченн|исполняющ|управляющ|врио|президент|премьер|торгпред|торгов|"
    r"заместител|временн|"
    r"генерал|член|главн|перв|руководител|командующ|поверенн|советник|правительств|совет|комитет|политбюро|бюро|"
    r"капитан|заведующ|врио|(?:не)?официальн|специальн|верховн|императорск|российск|русск|реввоенсовет|"
    r"император|государ|корол|велик|княз|граф|барон|губернатор|наместник|гофмейстер|камергер|атаман|гетман|патриарх|штаб|"
    r"комиссар|командир|депутат|предводител|граждан|жител|офицер|солдат|епископ|митрополит|архиепископ|инженер|помощник|"
    r"исполком|президиум|съезд|школьник|пионер|рабоч|колхозник|крестьян|студент|учащи|трудящи|участник|коллектив|редакци|моряк|бойц|войск)\w*\s|"
    rf"(?<=\s)(?:{AFTER_KIND})|"
    rf"(?:вр\.\s?)?и\.\s?о\.\s|на\sимя\s|(?:ген|полк|адм|вел|кн|гр|бар|проф|акад|митр)\.\s|{TABLE_RANK}(?-i:[А-ЯЁ])|"
    r"(?-i:[A-ZÀ-ÞА-ЯЁ“\"«\u3400-\u9fff]))",
    re.IGNORECASE,
)
