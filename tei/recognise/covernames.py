"""Cover names that a page itself explains: "ZIMNIK [Vetrov]", "Vetrov used the code name ‘Zimnik’".

What a page says holds for that page only and goes before the authority lists. A form that the page gives to two persons
is left open, and so is one that the lists know as somebody's own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.authority import Authority, Match
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Basis, Capture, Certainty, Evidence
from tei.recognise.naming import is_body, is_holder
from tei.regexes import regex

DISPUTED = Rule(
    "REC403",
    "cover-name-disputed",
    Severity.WARNING,
    "The page gives one cover name to two persons, so it was left open wherever it stands alone.",
    bad="ZIMNIK [Vetrov] … to Zimnik [Orlin]",
)
RULES = (DISPUTED,)

_WORD: Final = r"[^\W\d_a-zà-öø-ÿа-яё\u3000-\u9fff][^\W\d_]*(?:['’-][^\W\d_]+)*"
_FORM: Final = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,4}}"
_WORDS: Final = 3
_OPENING: Final = "“\"‘'«„「"
_CLOSING: Final = "”\"’'»“」"
_NAME_WORD: Final = regex(rf"[{_OPENING}]?{_WORD}\.?")
_CJK_BEFORE: Final = regex(r"(?:^|[\s，。：；、“「致由给給])(?P<form>[\u4e00-\u9fff·]{2,8})$")
_TITLE: Final = regex(
    r"(?:com(?:rade|r)?s?\.?|cdes?\.?|mr\.?|mrs\.?|dr\.?|to|from|for|by|the|dear|telegram|cable|letter|message|тов\.?|"
    r"signed|signature|подпись:?|товарищ[ау]?|тт?\.?|от|для|кому)[ \u00a0]",
    re.IGNORECASE,
)
_LEAD: Final = regex(
    r"(?:i\. ?e\.,?|that is,?|really|in fact|"
    r"(?:the )?(?:real name|cover name|code name|pseudonym|alias) (?:is|was|of|for)|"
    r"т\. ?е\.|псевдоним|настоящая фамилия|即)\s*:?\s*",
    re.IGNORECASE,
)
_WHO: Final = regex(rf"(?:(?:{_WORD}\.?|\w\.)[- \u00a0]*){{1,4}}|[\u4e00-\u9fff·]{{2,8}}")
_KEY_WORDS: Final = (
    *("name", "pseudonym", "alias", "signing", "signed", "cryptonym", "nom de guerre", "псевдоним", "кличк"),
    *("化名", "代号", "代號"),
)
_KEY: Final = regex(
    r"\b(?:(?:code|cover|pen|secret|party|conspiratorial|assumed|false|cipher)[ -]?names?|(?:code|cover)-?named|"
    r"pseudonyms?|alias(?:es)?|cryptonyms?|noms? de guerre|signing(?:\s+himself|\s+herself)?(?:\s+as)?|"
    r"signed\s+(?:himself|herself|as)(?:\s+as)?)\b|псевдоним\w*|кличк\w+|化名|代[号號]",
    re.IGNORECASE,
)
_AFTER: Final = regex(
    rf"\s*(?:(?:of|was|is|being|were|as|[:=,—–-]|为|是|為)\s*){{0,2}}(?:[“\"‘«„「](?P<quoted>[^”\"’»“」\n]{{2,40}})[”\"’»“」]|"
    rf"(?P<form>{_FORM})|(?P<cjk>[\u4e00-\u9fff·]{{2,6}}))"
)
_OF: Final = regex(r"\s*(?:of|for|used by|belonging to|borne by|—|–|-)?\s*(?:the\s+)?", re.IGNORECASE)
_SUBJECT: Final = regex(
    rf"[“\"‘'«„「]?(?P<form>{_FORM}|[\u4e00-\u9fff·]{{2,8}})[”\"’'»“」]?\s*"
    r"(?:[(（,，:：—–-]|was|is|being|stood for|是|为)?\s*(?:[(（])?\s*(?:(?:one of|the|a|an)\s+)*$"
)
_TOWARDS: Final = regex(r"\b(?:to|for|with|from|by|and|or)\s+(?:[A-Z][\w.]*\s+)?$")
_BEARER: Final = regex(r"\s*[,(]?\s*(?:whose|who|alias|under|by|as|sign|code|cover)", re.IGNORECASE)
_BESIDE: Final = 24
_BREAKS: Final = regex(r"\n|(?<=[^\W\d_]{3}[.;])\s|[。；]")
_REACH: Final = 120
_NEAR: Final = 80
_KEY_REACH: Final = 24
_NO_FORM: Final = frozenset(
    re.findall(
        r"\w+",
        """
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday center centre i we he she it they this that these those note notes stamp
        copy yours a an the and or but if when where while after before then because since though although also
        perhaps so as yet
        do does did has have had is are was were be been will would shall should can could may might must let
        his her their our your my its who what which why how not no yes please ask tell inform give send only even both
        in on at to from by for with without of about concerning regarding including even instead
        он она они мы вы я это что как если когда где но и или для при от до из по его ее их
        """,
    )
)


@dataclass(frozen=True, slots=True)
class CoverName:
    """A cover name that a page explains: the form, whose it is, and the words that say so."""

    form: str
    ref: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Learned:
    """What a page explains: each form once, and what it leaves open."""

    names: tuple[CoverName, ...] = ()
    findings: tuple[Finding, ...] = ()

    def known(self, authority: Authority) -> Authority:
        """Return an authority that knows these names as well; they go before its lists."""
        return authority.with_local({name.form: name.ref for name in self.names}) if self.names else authority


NOTHING: Final = Learned()


def learn(capture: Capture, authority: Authority) -> Learned:
    """Return the cover names that a page explains."""
    text = capture.text
    found = [*_bracketed(text, authority), *_told(text, authority)]
    if not found:
        return NOTHING
    by_form: dict[str, dict[str, CoverName]] = {}
    for name in sorted(found, key=lambda name: name.evidence.start):
        by_form.setdefault(" ".join(name.form.casefold().split()), {}).setdefault(name.ref, name)
    names = [name for refs in by_form.values() if len(refs) == 1 for name in refs.values()]
    disputed = [tuple(refs.values()) for refs in by_form.values() if len(refs) > 1]
    return Learned(tuple(names), tuple(_dispute(capture, names) for names in disputed))


def _dispute(capture: Capture, names: tuple[CoverName, ...]) -> Finding:
    first = names[1].evidence.start
    line = capture.text.count("\n", 0, first) + 1
    column = first - (capture.text.rfind("\n", 0, first) + 1) + 1
    message = f"{names[0].form!r} is {' and '.join(name.ref for name in names)} on this page"
    hint = "decide in the TEI who is meant where it stands alone"
    return DISPUTED.at(Location(capture.path, line, column), message, hint)


def _bracketed(text: str, authority: Authority) -> Iterator[CoverName]:
    """Read "ZIMNIK [Vetrov]": a name and, in square brackets, one whom the lists know under others."""
    for opening in _places(text, "["):
        end = text.find("]", opening, opening + _NEAR)
        if end < 0:
            continue
        form = _form_before(text, opening)
        if form is None or (form[0].istitle() and _begins_sentence(text, form[1]) and _is_word(text, form[0])):
            continue
        inside = text[opening + 1 : end]
        lead = _LEAD.match(inside)
        ref = _person(inside[lead.end() :] if lead else inside, authority)
        if ref and _may_be_cover(form[0], ref, authority):
            yield CoverName(form[0], ref, Evidence("covernames", form[1], end + 1, Certainty.HIGH, Basis.EXTERNAL))


def _places(text: str, sign: str) -> Iterator[int]:
    place = text.find(sign)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(' \u00a0“"‘«')
    return not before or before[-1] in ".!?:;\n"


def _is_word(text: str, form: str) -> bool:
    """Say whether a capitalised form stands on the page in small letters too: then it is an everyday word."""
    return re.search(rf"\b{re.escape(form.lower())}\b", text) is not None


def _person(words: str, authority: Authority) -> str:
    """Return the one person whom words name and do nothing else; empty where they do not."""
    plain = " ".join(words.split()).strip(" ,.;:“”\"'’‘«»")
    if not plain or not _WHO.fullmatch(plain):
        return ""
    entry = authority.resolve(plain, kinds=("person",)).entry
    return entry.id if entry else ""


def _form_before(text: str, end: int) -> tuple[str, int] | None:
    """Return the name that stands right before a bracket, without titles, and where it starts."""
    line = text[max(0, end - _NEAR, text.rfind("\n", 0, end) + 1) : end].removesuffix(" ").rstrip(_CLOSING)
    if line and line[-1] >= "\u3400":
        cjk = _CJK_BEFORE.search(line)
        return (cjk["form"], text.rindex(cjk["form"], 0, end)) if cjk else None
    words: list[str] = []
    for word in reversed(line.replace("\u00a0", " ").split(" ")):
        if not _NAME_WORD.fullmatch(word):
            if not words or word in ("in", "at", "near", "of", "в", "на"):
                return None
            break
        words.insert(0, word)
        if word[0] in _OPENING:
            break
    form = _untitled(" ".join(words).lstrip(_OPENING))
    return (form, text.rindex(form.split(" ")[0], 0, end)) if form and len(form.split()) <= _WORDS else None


def _may_be_cover(form: str, ref: str, authority: Authority) -> bool:
    """Say whether a form can be a cover name of a person: no office, body, place or month, nobody's listed name.

    One that the lists know as a name of this very person needs no learning.
    """
    folded = form.casefold()
    if len(form) < 2 or is_body(form) or is_holder(form) or any(word in _NO_FORM for word in folded.split()):
        return False
    matches = [match for match in authority.find(form) if (match.start, match.end) == (0, len(form))]
    if any(ref in match.entry_ids and not match.ambiguous for match in matches):
        return False
    entry = authority.get(ref)
    if entry and any(folded in variant.form.casefold().split() for variant in entry.variants):
        return False
    return all(m.variant_type == "pseudonym" or (m.variant_type == "surname" and m.ambiguous) for m in matches)


def _told(text: str, authority: Authority) -> Iterator[CoverName]:
    """Read sentences that speak of a cover name: whose it is stands before or after, the name beside the word."""
    for key in _keys(text):
        first, last = _sentence(text, key.start(), key.end())
        persons = _persons(text, first, last, authority)
        found = persons and (_named_after(text, key, last, persons) or _named_before(text, key, first, persons))
        if found:
            form, ref = found
            if _may_be_cover(form, ref, authority):
                yield CoverName(form, ref, Evidence("covernames", first, last, Certainty.MEDIUM, Basis.EXTERNAL))


def _keys(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that speak of a cover name; only near a telling syllable are they looked for."""
    lowered = text.lower()
    places = sorted({place for word in _KEY_WORDS for place in _places(lowered, word)})
    done = 0
    for place in places:
        key = _KEY.search(text, max(done, place - _KEY_REACH), min(len(text), place + _KEY_REACH))
        if key:
            yield key
            done = key.end()


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a sentence round a word, not farther than one reads a name from it."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    breaks = [found.end() for found in _BREAKS.finditer(text, low, start)]
    behind = _BREAKS.search(text, end, high)
    return breaks[-1] if breaks else low, behind.start() if behind else high


def _persons(text: str, first: int, last: int, authority: Authority) -> list[tuple[int, int, str]]:
    """Return the persons whom the lists find in a sentence; a name that may be two persons' says nothing."""
    found: list[Match] = [m for m in authority.find(text[first:last], kinds=("person",)) if not m.ambiguous]
    return [(match.start + first, match.end + first, match.entry_ids[0]) for match in found]


def _named_after(
    text: str, key: re.Match[str], last: int, persons: list[tuple[int, int, str]]
) -> tuple[str, str] | None:
    """Read "Vetrov used the code name ‘Zimnik’", "Vetrov, signing as Zimnik": the nearest person before bears it."""
    after = _AFTER.match(text, key.end(), last)
    before = [(start, end, ref) for start, end, ref in persons if end <= key.start()]
    if after is None or not before:
        return None
    if len({ref for _, _, ref in before}) > 1 and _is_object(text, *before[-1][:2]):
        return None
    group = next(name for name in ("quoted", "form", "cjk") if after[name])
    if any(start <= after.start(group) < end for start, end, _ in persons):
        return None
    return after[group].strip(" ,.;:"), before[-1][2]


def _is_object(text: str, start: int, end: int) -> bool:
    """Say whether a person only stands beside another: "Vetrov's telegrams to Orlin were signed with the alias …"."""
    return _TOWARDS.search(text, max(0, start - _BESIDE), start) is not None and not _BEARER.match(text, end)


def _named_before(
    text: str, key: re.Match[str], first: int, persons: list[tuple[int, int, str]]
) -> tuple[str, str] | None:
    """Read "Zimnik (pseudonym of Vetrov)" and "Zimnik was Vetrov's code name"."""
    of = _OF.match(text, key.end())
    behind = next((ref for start, _, ref in persons if of and start == of.end()), "")
    owner = next(((start, ref) for start, end, ref in persons if text[end : key.start()].strip() in _GENITIVES), None)
    ref, end = (behind, key.start()) if behind else (owner[1], owner[0]) if owner else ("", 0)
    subject = _SUBJECT.search(text, first, end) if ref else None
    return (_untitled(subject["form"]), ref) if subject else None


_GENITIVES: Final = frozenset(("'s", "’s", "的", "'", "’"))


def _untitled(form: str) -> str:
    while title := _TITLE.match(form):
        form = form[title.end() :]
    return form
