"""A name as written becomes a `Name`: who it is by the authority lists, and whether it is a cover name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from tei.authority import LOCAL, Authority
from tei.authority.entries import Entry
from tei.model import Certainty, Evidence, Name
from tei.recognise import chinese_names, russian
from tei.recognise.counting import is_sign
from tei.recognise.posts import COUNTRY
from tei.regexes import regex

_BRACKETED: Final = regex(r"\[+([^\[\]]+)\]+")
_ORG: Final = regex(
    r"\b(?:committee|bureau|politburo|government|ministry|department|(?:am)?embassy|legation|consulate|amconsul|council|"
    r"institute|academy|"
    r"staff|section|desk|commission|administration|directorate|command|party|agency|office|board|expedition|"
    r"stations?|embassies|legations|consulates|missions|crew|"
    r"secretariat|headquarters|delegation|mission|комитет\w*|бюро|министерств\w*|правительств\w*|институт\w*|"
    r"посольств\w*)\b|"
    r"委员会|中央|[部局所站]$|政府|使馆|^(?-i:(?:AMEMBASSY|AMCONSUL|USMISSION|USDEL|USUN|USINT|USLO|SECSTATE|SECDEF|"
    r"AMLEGATION|DEPTSTATE|CINC[A-Z]+|R[A-Z]{5,7}/)\b)|^(?:\w+\s){0,3}(?:forces|situation\s+room)\b|"
    r"^(?:(?:das|dem|die|der|la|le|il)\s+|l['’])?(?:ausw[äa]rtige[ns]?\s+amt|\w*ministerium|gesandtschaft|botschaft|konsulat|"
    r"generalstab|ambassade|minist[èe]re|légation|gouvernement|ministerio|embajada|ministero|ambasciata|ambasada\w*|"
    r"ministerstwo)\b",
    re.IGNORECASE,
)
_HOLDER: Final = regex(
    r"(?:the\s+|all\s+)?(?:(?:acting|deputy|first|second|third|under|vice|chief|assistant|foreign|prime)[\s-]+){0,3}(?:heads?|chief|"
    r"attach[ée]|advis[eo]r|chairman|director|"
    r"minister|ambassador|secretary|president|premier|commander|commissar|consul|charg[ée]|captain|master|member|"
    r"representative|operator|surgeon|officer|counsell?or|president)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = regex(
    r"^(?:the|to the|to|yours?|ваша?|comrades(?=\s[A-ZÀ-Þ])|comrs\.?|тт\.|товарищам)\s+", re.IGNORECASE
)
_HONOURED: Final = regex(r"(?<=..)[惠勋勳勛钧鈞台臺大赐賜]?[鉴鑒]$")
_COMRADE: Final = regex(r"(?:(?:[Cc]omrade|COMRADE|[Cc]de\.|[Mm]r\.?)\s+|[Тт]ов\.\s*)[A-ZÀ-ÞА-ЯЁ][a-zа-я]+\s")
_MARKER: Final = regex(r"(?<=\w)(?:\[(?:\d{1,3}|[a-z]|[ivxl]{2,6})\]|[〔［]\d{1,3}[〕］])\s*$")
"""The marker of a note behind a name, "VIKTOR[ii]"."""
_AND: Final = regex(
    r"(?<=[^\W\d_]{3})\s\d{1,2}\s+(?:and|&)\s+(?=\[?[A-ZÀ-Þ])|\s*;\s*|(?<=\w\))\s*(?=\([A-ZА-ЯЁ])|,\s*(?:and|AND|&|и)\s+|\s+(?:and|AND|&|и|И)\s+|\s+для\s+(?=[А-ЯЁ]|т)|,\s+(?:(?:and\s+)?(?:to|for|для)\s+)?"
)
_COPIES: Final = regex(r"(?P<name>[^\d–—-]*\w)\s*[–—-]\s*\d{1,2}")
"""How many copies somebody got, behind his name: "Vetrov - 2"."""
_CHINESE: Final = regex(r"[\u3400-\u9fff·、。，,；:：（）()①-⑳\s]+")
_EVERYBODY: Final = regex(
    r"(?:all|everyone|everybody|those|comrades|the (?:men|crew|people|comrades|staff))\s+(?:at|in|of|"
    r"on)\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
"""“All at Karsk” is addressed to the place."""
_RANKED: Final = regex(
    r"(?:the\s+)?(?:com(?:rade|r)?s?\b\.?|cdes?\b\.?|mr\.|mrs\.|dr\.|gen(?:eral)?\b\.?|captain|shri(?:mati)?\b|smt\.|"
    r"sjt\.|т\.|тов\.)",
    re.IGNORECASE,
)


_BLANKS: Final = regex(r"(?<=[\u3400-\u9fff])[ \u3000]{1,3}(?=[\u3400-\u9fff](?:[ \u3000]|$))")
"""Between the signs of a name set apart, as books set who signs: 「军 委」."""
_LINE_END: Final = regex(r"(?<=[\u3400-\u9fff])\s*\n\s*(?=[\u3400-\u9fff])")
"""The end of a line inside a name in Chinese, which has no blanks."""


def name_of(
    text: str,
    start: int,
    authority: Authority,
    date: str,
    *,
    step: str = "envelope",
    certainty: Certainty | None = None,
) -> Name:
    """Resolve a name; `start` is where it stands in the capture. What no list knows stays as written, without ref.

    A place is taken for what it is where no person or body has the name: "From: Karsk".
    """
    joined = _BLANKS.sub("", text) if is_sign(text[:1]) and _BLANKS.search(text) else text
    resolution = authority.resolve(joined, kinds=("person", "org"), date=date or None)
    if not resolution.entries and is_foreign_office(text):
        return Name(text, "person", evidence=Evidence(step, start, start + len(text), certainty or Certainty.MEDIUM))
    if not resolution.entries and "," not in text and not _HOLDER.match(text):
        places = authority.resolve(text, kinds=("place",))
        resolution = places if all(entry.kind == "place" for entry in places.entries) else resolution
    if not resolution.entries and (everybody := _EVERYBODY.match(text)):
        resolution = authority.resolve(text[everybody.end() :], kinds=("person", "org", "place"), date=date or None)
    if not resolution.entries and not text.isascii():
        resolution = authority.resolve(_holder_of(text) or text, kinds=("person",), date=date or None)
    if not resolution.entries and (held := bearer_in(text, authority)):
        return name_of(text[slice(*held)], start + held[0], authority, date, step=step, certainty=certainty)
    entry = resolution.entry
    if entry is not None and _is_somebody_else(text, entry, date):
        entry = None
    sure = certainty or Certainty(resolution.certainty or "medium")
    evidence = Evidence(step, start, start + len(text), sure)
    text = _LINE_END.sub("", joined) if "\n" in text else joined
    if entry is None:
        bare = chinese_names.bare_name(text) if is_sign(text[:1]) else text
        preferred = bare if bare != text and chinese_names.is_personal(bare) else ""
        return Name(text, "org" if is_body(text) else "person", preferred=preferred, evidence=evidence)
    kind: Literal["person", "org", "place"] = str(entry.kind) if str(entry.kind) in ("org", "place") else "person"  # type: ignore[assignment] # the two other kinds
    pseudonym = kind != "place" and is_cover_name(text, entry.id, authority, date)
    return Name(text, kind, entry.id, entry.name, pseudonym, evidence)


def _is_somebody_else(text: str, entry: Entry, date: str) -> bool:
    """Say whether what was found by a name is not whom it names: a namesake of another time, one of his office."""
    if text[-1:] == ")" and (
        (entry.kind == "org" and (_SENT_TO.match(text) or _HELD_BY.fullmatch(text))) or _serves(text, entry)
    ):
        return True
    if date and entry.kind == "person" and not entry.alive(date):
        return True
    given = _GIVEN.fullmatch(text) if text[-1:] == "]" else None
    return given is not None and _is_other(given, entry.name)


def _serves(text: str, entry: Entry) -> bool:
    """Say whether an office and its holder are none of a head of government, “The Assistant Secretary (Wilson)”."""
    heads = any(one.type == "title" and one.form.startswith(_HEADS) for one in entry.variants)
    return heads and _SERVING.match(text) is not None


_HEADS: Final = ("President of", "Prime Minister", "Premier")
_SERVING: Final = regex(
    r"(?:the\s+)?(?:acting\s+)?(?:under|assistant|first|second|third|consul|vice[- ]consul|charg[ée]|counsel|director|"
    r"chief\s+of\s+the\s+(?:division|office|bureau)|attach[ée])\b",
    re.IGNORECASE,
)


def is_foreign_office(text: str) -> bool:
    """Say whether words are an envoy's office and no name, 蘇聯大使, «Послу СССР»: the country is no place of his."""
    if text.isascii() or len(text) > MAX_ENVOY:
        return False
    return (text.endswith(_ENVOYS) and len(text) <= MAX_SIGNS) or _ENVOY.fullmatch(text) is not None


_ENVOYS: Final = ("大使", "公使", "领事", "領事", "武官", "代办", "代辦")
_ENVOY: Final = regex(
    r"(?:сов(?:етскому\s)?)?(?:посол|послу|полпред|полпреду|посланнику|консулу|поверенному\sв\sделах)(?:\sСССР)?",
    re.IGNORECASE,
)
MAX_SIGNS: Final = 8
MAX_ENVOY: Final = 36
_GIVEN: Final = regex(r"(?P<family>[A-Z][a-z]+)\s\[(?P<given>[A-Z][a-z-]+)\]")


def _is_other(given: re.Match[str], name: str) -> bool:
    """Say whether an editor completed a family name to somebody else's: "Deng [Zihui]" is not Deng Xiaoping."""
    family, _, rest = name.partition(" ")
    return family == given["family"] and bool(rest) and rest.lower() != given["given"].lower()


_OFFICE_BEFORE: Final = (
    r"(?:(?:[Tt]he|[Oo]ur|[Hh]is)\s+)?(?:(?:South\s|North\s|New\s)?(?:[A-Z]\w+(?:an|ish|ese|iet|nch|ch|man|ic|i)|"
    r"U\.\s?[KS]\.|Zealand)\s+)?(?:(?i:acting|deputy|first|high|"
    r"second|third|vice|chief|"
    r"assistant|people['’]?s|foreign|prime|extraordinary|general|consul|major|lieutenant|under|political|special|"
    r"permanent)[\s-]+){0,3}"
    r"(?i:head|chief|chairman|chairwoman|director|minister|ambassador|envoy|secretary|president|premier|commander|"
    r"commissar|consul|"
    r"consul[ -]general|charg[ée]|chargé d[’']affaires|captain|master|member|representative|plenipotentiary|officer|"
    r"viceroy|commissioner|counsell?or|mayor|"
    r"governor|attach[ée]|leader|resident|adviser|advisor|general|colonel|marshal|admiral)"
)
_SENT_TO: Final = regex(rf"{_OFFICE_BEFORE}\s+(?:to|at|with)\s")
"""“Ambassador to the League of Nations (LN)” is not the League."""
_NAMED: Final = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.[\s-]?){1,3}[A-ZÀ-Þ][\w’'-]+"
_HELD: Final = regex(
    rf"{_OFFICE_BEFORE}\b[^,;()\[\]]{{0,60}}?(?:,\s+(?:(?i:comrade|cde\.|com\.|mr\.?)\s+)?(?P<after>{_NAMED}|"
    rf"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{1,2}}|[A-ZÀ-Þ]{{4,}})|"
    rf"\s(?P<initialled>{_NAMED})|\s(?:to|in)\s{COUNTRY}\s(?P<posted>{_NAMED}|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{0,2}}))|"
    rf"(?i:[^,\n]{{3,80}}\b(?:committee|commissariat|commissars|ministry|department|council|politburo|secretariat|"
    rf"bureau|directorate|staff)\b)"
    rf"[^,\n]{{0,60}},\s+(?i:comrade|cde\.|com\.|tov\.)\s+(?P<comrade>{_NAMED}|"
    rf"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{0,2}})"
)
_HOLDS: Final = regex(
    rf"(?:(?:Mr|Mrs|Miss|Dr|M|MM|Sir|Lord|Herr|Signor|Count|Baron|Prince|Lt|Col|Lieutenant|Colonel|General|"
    rf"Field|Marshal|Admiral)\b\.?\s){{0,3}}(?P<name>{_NAMED}|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){{1,2}}),\s+{_OFFICE_BEFORE}\b[^;()\[\]]{{0,80}}"
)
_GIVEN_OF_RANK: Final = regex(
    r"(?:(?:Major|Lieutenant|Brigadier|Rear|Vice|Acting)[\s-])?(?:General|Admiral|Colonel|Captain|Commander|Commodore|Marshal)"
    r"\s(?=[A-Z][a-z]+\s(?:[A-Z]\.\s?){1,2}[A-Z])"
)
"""“Major-General Axel G. Pell”: behind a rank alone stands the whole name."""


def bearer_in(text: str, authority: Authority) -> tuple[int, int] | None:
    """Return where the name stands that an office goes with: "the Minister of Trade, A. Pell", "A. Pell, Consul"."""
    if not text.isascii() and not text[:1].isascii():
        return None
    held = _HELD.fullmatch(text)
    if held:
        part = next(name for name in ("after", "initialled", "posted", "comrade") if held[name])
        given = _GIVEN_OF_RANK.match(text) if part == "initialled" else None
        start = given.end() if given and given.end() < held.start(part) else held.start(part)
        return None if is_body(held[part]) or _is_place(held[part], authority) else (start, held.end(part))
    holds = _HOLDS.fullmatch(text) if ", " in text else None
    return holds.span("name") if holds and not is_body(holds["name"]) else None


def _is_place(name: str, authority: Authority) -> bool:
    found = authority.resolve(name, kinds=("place",)).entries
    return bool(found) and all(entry.kind == "place" for entry in found)


def _holder_of(text: str) -> str:
    """Return the name inside an office with its holder: «начальника станции П. А. Ветрова», 罗所长, 沈站長明遠兄."""
    return chinese_names.contracted(text) if chinese_names.is_chinese(text) else russian.bearer(text)


def is_body(text: str) -> bool:
    """Say whether a name is that of a body; the holder of an office in one is a person: "Head of the Station"."""
    if _ORG.search(text) is None or _HOLDER.match(text) or _COMRADE.match(text):
        return False
    return text[-1:] != ")" or _HELD_BY.fullmatch(text) is None


_HELD_BY: Final = regex(
    rf"(?:\w+[\s-]){{0,4}}?(?:{_OFFICE_BEFORE}|[Aa]gent|[Dd]elegate|[Ss]olicitor)s?\s"
    r"(?:of|for|in|to|at|on|with)\s[^()]*\((?:[A-Z]\.\s?)*(?:[A-Z][a-z]+\s){0,2}(?:(?:de|van|von|der|la|du)\s)?[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*\)"
)
"""An office with its holder in brackets: "Commercial Adviser of the Embassy (Crawford)"."""


def is_holder(text: str) -> bool:
    """Say whether words name someone by his office alone: "Comrade Director", "the Head of the Station"."""
    return _HOLDER.match(_RANKED.sub("", text, count=1).strip()) is not None


def unranked(text: str) -> str:
    """Return a name without the rank before it, "Comrade Vetrov"."""
    return _RANKED.sub("", text, count=1).strip()


def is_cover_name(text: str, entry_id: str, authority: Authority, date: str) -> bool:
    """Say whether the form outside brackets is a pseudonym of the entry."""
    entry = authority.get(entry_id)
    if entry is None or not (authority.has_local or any(variant.type == "pseudonym" for variant in entry.variants)):
        return False
    outside = _BRACKETED.sub(" ", text)
    found = authority.find(outside, date=date or None)
    return any(entry_id in match.entry_ids and match.variant_type in ("pseudonym", LOCAL) for match in found)


def trimmed(text: str, start: int) -> tuple[str, int]:
    """Take a leading article and the marker of a note off a name in an envelope; returns the name and its new start."""
    if text[-1:] in "]〕］" and (marker := _MARKER.search(text)):
        text = text[: marker.start()]
    if text[-1:] == "等" and text[-2:-1] in "〕]］":
        return trimmed(text[:-1], start)
    if text[-1:] in "鉴鑒":
        text = _HONOURED.sub("", text)
    if text[-1:].isdigit() and (copies := _COPIES.fullmatch(text)):
        text = copies["name"]
    if text[:1] == "(" and ")" not in text[:-1]:
        text, start = text[1:].removesuffix(")"), start + 1
    if text[:1] in _DASHES and (bare := text.lstrip(_DASHES + " ")):
        text, start = bare, start + len(text) - len(bare)
    match = _ARTICLE.match(text)
    return (text[match.end() :], start + match.end()) if match else (text, start)


_DASHES: Final = "—–"
_MARKED: Final = regex(r"[A-ZÀ-Þ]{3}\s\d{1,2}\s+(?:and|&)\s+\[?[A-ZÀ-Þ]")
"""The marker of a note behind the first of two names in capitals: "VETROV 1 and [Anton] PASHIN"."""


def split_names(text: str, known: Callable[[str], bool]) -> tuple[tuple[int, int], ...]:
    """Return the spans of the names in "Vetrov, Tumanova and Kashin"; one span where the words name one party.

    "Ministry of Trade and Industry" and "Vetrov, Head of the Station" are one. `known` asks the authority lists.
    """
    if not text.isascii() and _CHINESE.fullmatch(bare := chinese_names.unmarked(text)):
        spans = chinese_names.name_spans(bare)
        return tuple((start, start + len(bare[start:end].rstrip())) for start, end in spans)
    if ". " in text and (signed := _stopped(text, known)):
        return signed
    pieces = tuple(_pieces(text))
    names = [text[slice(*piece)] for piece in pieces]
    if len(pieces) == 1 or _MARKED.search(text) or all(name[:1] == "(" for name in names):
        return pieces
    if sum(map(known, names)) > 1 and all(known(name) or _is_surname(name) for name in names):
        return pieces
    sure = all(known(name) or known(_ARTICLE.sub("", name)) for name in names) or all(map(_ranked, names))
    if sure or (";" in text and "(" not in text):
        return pieces
    if _are_initialled(names) or _are_surnames(text, names):
        return pieces
    if all(_MINISTRY.match(name) for name in names) or (len(pieces) > 2 and all(map(_is_person, names))):
        return pieces
    if (
        len(pieces) == 2
        and "," not in text
        and any(map(known, names))
        and all(map(_is_surname, names))
        and not known(text)
    ):
        return pieces
    offices = "," not in text and all(_ARTICLE.match(name) or _HOLDER.match(name) for name in names)
    if offices or all(map(russian.is_office_held, names)) or _are_comrades(names):
        return pieces
    return ((0, len(text)),)


_SEVERAL: Final = regex(r"(?:comrades|cdes\.?|messrs\.?|тт\.|товарищам)\s+(?=\S)", re.IGNORECASE)
"""“Comrades Vetrov, Pell and A. Lind”: what the commas part are people."""


def _is_one(name: str) -> bool:
    """Say whether a name can be that of one person: a surname, with initials or a forename or without."""
    return _is_surname(name) or _is_person(name) or _INITIALLED.fullmatch(name) is not None


_MINISTRY: Final = regex(
    r"(?:the\s+)?(?:(?:[A-Z]\w+\s){0,3}?(?:Ministry|Department|Embassy|Legation|Consulate|Commissariat|Bureau|"
    r"Commission)\b|"
    r"(?:People[’']s\s+)?(?:Министерств|Посольств|Наркомат|Департамент))[^,;]*"
)


def _are_initialled(names: Sequence[str]) -> bool:
    """Say whether all have initials, the first perhaps behind an office: «консула А. Ветрова и П. Пашина»."""
    first = _INITIALLED.fullmatch(names[0]) or (not names[0].isascii() and russian.bearer(names[0]))
    return bool(first) and all(map(_INITIALLED.fullmatch, names[1:]))


def _are_comrades(names: Sequence[str]) -> bool:
    """Say whether one rank stands before two people, "comrade Ada Pell and Ion Lind", or one of several before many."""
    several = _SEVERAL.match(names[0])
    if several is not None and all(map(_is_one, (names[0][several.end() :], *names[1:]))):
        return True
    ranked = _COMRADES.match(names[0]) if len(names) == 2 else None
    return ranked is not None and _is_person(names[0][ranked.end() :]) and _is_person(names[1])


def _are_surnames(text: str, names: Sequence[str]) -> bool:
    """Say whether all are surnames by their endings; of two that a comma parts the second may be a forename."""
    return ("," not in text or len(names) > 2) and all(map(_RUSSIAN_SURNAME.fullmatch, names))


def _is_person(name: str) -> bool:
    """Say whether two words can be a person's name among others, "Ada Lind", "Lind [Ada]"."""
    return _TWO_WORDS.fullmatch(name) is not None and not is_body(name) and _HOLDER.match(name) is None


_COMRADES: Final = regex(r"(?:[Cc]omrades?|[Cc]des?\.?|Messrs\.?)\s+(?=[A-Z])")
_INITIALLED: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ][a-zа-яё]?\.\s?){1,3}[A-ZÀ-ÞА-ЯЁ][\w’'-]+")
"""“A.P. Vetrov”: with initials it is a person's name, whoever he is."""
_RUSSIAN_SURNAME: Final = regex(
    r"[A-Z][a-z]{2,}(?:[oe]v|[iy]n|sk(?:y|ii|iy)|enko)|[A-Z]{3,}(?:[OE]V|[IY]N|SK(?:Y|II|IY)|ENKO)"
)
"""A surname by its ending, "Vetrov and Pashin", "VETROV and PASHIN"."""
_TWO_WORDS: Final = regex(r"[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+|\[[A-Z][\w’'-]+\])")


def _is_surname(name: str) -> bool:
    """Say whether a name that no list knows can be one among others: a word, and no office or body."""
    return _ONE_WORD.fullmatch(name) is not None and not is_body(name) and _HOLDER.match(name) is None


_ONE_WORD: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w’'-]+")


def _stopped(text: str, known: Callable[[str], bool]) -> tuple[tuple[int, int], ...]:
    """Return the spans of known names that full stops part, "Vetrov. Tumanova. Kashin."; none where they are others."""
    ends = [match.span() for match in _STOPS.finditer(text)]
    starts = (0, *(end for _, end in ends))
    spans = tuple(zip(starts, (*(start for start, _ in ends), len(text)), strict=True))
    return spans if len(spans) > 1 and all(known(text[a:b].rstrip(".")) for a, b in spans) else ()


_STOPS: Final = regex(r"(?<=[^\W\d_]{3})(?<!\b[Tt]ov)(?<!\b[Cc]om)(?<!\b[Cc]de)\.\s+(?=[A-ZÀ-ÞА-ЯЁ])")


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Part a text at its commas and "and", not inside brackets."""
    start = 0
    for match in _AND.finditer(text):
        before = text[: match.start()]
        if before.count("[") > before.count("]") or before.count("(") > before.count(")") or match.start() <= start:
            continue
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _ranked(name: str) -> bool:
    return _RANKED.match(name) is not None
