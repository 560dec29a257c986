"""Short names that only the page explains: 沈 and 罗所长 under a title that names 沈明远 and 罗致平, "Luo" likewise.

A surname alone is many people's. It is resolved where the page itself gives one full name that it can be short for, and
left open everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.authority import Authority
from tei.model import Certainty, Name
from tei.recognise.chinese_names import Span, called_by, is_personal, surnames_in, weight
from tei.recognise.counting import is_sign
from tei.regexes import regex

_SIGNS_ONLY: Final = regex(r"[\u3400-\u9fff·]+")
_ONE_WORD: Final = regex(r"(?:[^\W\d_]+\.?\s+)?(?P<word>[^\W\d_a-zа-яё][^\W\d_]+(?:-[^\W\d_]+)?)")
MAX_SHORT: Final = 12
MAX_PLACE: Final = 5


@dataclass(frozen=True, slots=True)
class FullName:
    """A name that the page gives in full, and the entry that it is of."""

    text: str
    ref: str


def full_names(page: str, title: str, authority: Authority, date: str) -> tuple[FullName, ...]:
    """Return the names of persons that a page writes in full, each once, those of the title first."""
    found: dict[FullName, None] = {}
    for text in (title, page):
        for match in authority.find_first(text, date=date or None):
            entry = authority.get(match.entry_ids[0])
            if match.ambiguous or entry is None or entry.kind != "person" or match.variant_type == "pseudonym":
                continue
            written = text[match.start : match.end]
            if (" " in written.strip()) if not is_sign(written[0]) else is_personal(written):
                found.setdefault(FullName(written, match.entry_ids[0]))
    known = {full.text for full in found}
    names = (FullName(name, "") for name in _named_in_notes(page) if name not in known)
    return (*found, *dict.fromkeys(names))


def _named_in_notes(page: str) -> Iterator[str]:
    """Yield the names in full that a note gives for short ones: 「沈顾，指沈明远、顾若川，当时分别任…」."""
    for match in (
        _EXPLAINED.finditer(page) if "，指" in page or "，即" in page or ",即" in page or ",指" in page else ()
    ):
        names = _LISTED.split(match["names"])
        if all(map(is_personal, names)) and _are_short(match["short"], names):
            yield from names


def _are_short(short: str, names: Sequence[str]) -> bool:
    """Say whether a note explains names: by the surnames of them all written together, or by the given name of one."""
    return bool(surnames_in(short, names)) or (len(names) == 1 and called_by(short, names[0]))


_EXPLAINED: Final = regex(
    r"(?<![\u3400-\u9fff])(?P<short>[\u3400-\u9fff]{1,6})[,，][即指系係]{1,2}(?P<names>[\u3400-\u9fff]{2,4}(?:[、和][\u3400-\u9fff]{2,4}){0,5})(?=[,，。；;（(])"
)
_LISTED: Final = regex("[、和]")


def may_be_short(text: str) -> bool:
    """Say whether a name can be short for a longer one: a few Chinese signs, or one word, perhaps with a title."""
    if is_sign(text[:1]):
        return len(text) <= MAX_SHORT and _SIGNS_ONLY.fullmatch(text) is not None
    return _ONE_WORD.fullmatch(text) is not None


def explained(name: Name, names: Sequence[FullName], authority: Authority) -> Name:
    """Return a name with the entry of the one full name on the page that it is short for; as it is without one."""
    called = [full for full in names if _calls(name.text, full.text)]
    refs = {full.ref for full in called}
    if len(called) == 1 and not called[0].ref:
        return replace(name, preferred=called[0].text, kind="person")
    entry = authority.get(next(iter(refs))) if len(refs) == 1 else None
    if entry is None:
        return name
    evidence = replace(name.evidence, certainty=Certainty.MEDIUM)
    return replace(name, ref=entry.id, preferred=entry.name, kind="person", evidence=evidence)


def _calls(short: str, full: str) -> bool:
    if is_sign(short[:1]):
        return is_sign(full[:1]) and called_by(short, full)
    match = _ONE_WORD.fullmatch(short)
    return match is not None and match["word"].lower() in (word.lower() for word in full.split())


def surnames(text: str, names: Sequence[FullName]) -> tuple[Span, ...]:
    """Return the spans of surnames written together, 沈顾, whose bearers the page names in full."""
    return surnames_in(text, [full.text for full in names if is_sign(full.text[0])])


def place_before(text: str, authority: Authority) -> int:
    """Return where a name begins behind the place that stands before it, 白石沈明远: 0 where none does."""
    for end in range(min(MAX_PLACE, len(text) - 1), 1, -1):
        places = authority.resolve(text[:end], kinds=("place",)).entries
        if places and weight(text[end:]) > 0:
            return end
    return 0


def pieces(text: str, authority: Authority, names: Sequence[FullName]) -> Iterator[Span]:
    """Yield the spans of what one unresolved name in Chinese holds: place and person, or surnames written together."""
    together = surnames(text, names)
    if together:
        yield from together
        return
    at = place_before(text, authority)
    yield from ((0, at), (at, len(text))) if at else ((0, len(text)),)
