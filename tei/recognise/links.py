"""Telegrams of one page in the light of each other: which answers which, and what one says of another.

Each telegram is read by itself first. Here its mentions are tied to the others of the page, a day that only another
telegram tells is taken from there, and the one whom an exchange of two leaves as addressee is named; always as a
reading that rests on something outside the telegram's own text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.dates import find_dates
from tei.model import Basis, Capture, Certainty, Evidence, Mention, Moment, Name, Telegram
from tei.recognise.answers import moment_of
from tei.recognise.naming import is_holder
from tei.recognise.sequels import Side, answered_to, completed, counted_from, repeated_to, same, with_action
from tei.regexes import regex
from tei.values import value

_BOTH: Final = regex(
    r"\b(?:(?:both|all)(?:\s+of)?\s+your\s+(?:\w+\s+)?|your\s+(?P<count>two|three|last two)\s+(?:\w+\s+)?|your\s+)"
    r"(?:telegrams|telegrammes|cables|letters|messages|wires)\b",
    re.IGNORECASE,
)
_OWN: Final = regex(
    r"\b(?:besides|in addition to|further to|supplement(?:ing)? to|following|after|since|beyond|with reference to|"
    r"to)\s+"
    r"(?:the|my|our)\s+(?:\w+\s+)?(?:telegramm?e?|cable|letter|message|wire)\s+(?:of|dated|from)\s+",
    re.IGNORECASE,
)
_MINE: Final = regex(
    r"\b(?:my|our)\s+(?:\w+\s+)?(?:telegramm?e?|cable|letter|message|wire)\s+(?:of|dated|from)\s+", re.IGNORECASE
)
_IN_REPLY_TO: Final = regex(
    r"\b(?:in )?(?:reply|answer|response) to (?:document |doc\. )?(?:no\.?|№)\s*(?P<n>\d{1,3})\b", re.IGNORECASE
)
_HOUR: Final = regex(r"(?:[01]\d|2[0-3])[0-5]\d")
"""The time of day at which a telegram was handed in, which offices also name it by: "Your 0705"."""
_COURTESY: Final = regex(r"^(?:dear\s+)?(?:comrade|com\.|comr\.|cde\.|mr\.?|friend)\s+")
_COUNTS: Final = {"three": 3}
MAX_NEAR: Final = 30


@value()
class Linked:
    """A telegram of a page with its number there, and how the page's words tie it to the one before.

    `answer`: it is announced as an answer; `again`: as one more of the same; `later`: so many days after that one.
    `told`: a sentence of the page hands over to it.
    """

    telegram: Telegram
    ordinal: str = ""
    answer: bool = False
    again: bool = False
    later: int | None = None
    told: bool = False


def link(capture: Capture, found: Sequence[Linked]) -> tuple[Telegram, ...]:
    """Return the telegrams of a page, each completed by what the others tell."""
    telegrams = [one.telegram for one in found]
    if len(telegrams) < 2:
        return tuple(telegrams)
    telegrams = [_addressed(one, telegrams) for one in telegrams]
    for at, one in enumerate(found):
        if at and one.answer:
            telegrams[at] = answered_to(telegrams[at], telegrams[at - 1], told=one.told)
        if at and one.again:
            telegrams[at] = repeated_to(telegrams[at], telegrams[at - 1])
        if at and one.later is not None:
            telegrams[at] = counted_from(telegrams[at], telegrams[at - 1], one.later)
    page = _Page(telegrams, capture.text)
    telegrams = [_dated(one, page) for one in telegrams]
    ordinals = {one.ordinal: telegrams[index].start for index, one in enumerate(found) if one.ordinal}
    page = _Page(telegrams, capture.text)
    telegrams = [_answering(one, page, found[index].answer, ordinals) for index, one in enumerate(telegrams)]
    return tuple(_corresponding(telegrams))


def _key(name: Name | None) -> str:
    return (name.ref or _COURTESY.sub("", name.text.lower())) if name else ""


def _is_same(one: str, other: str) -> bool:
    """Say whether two names are one person's: equal, or one the forename or surname of the other."""
    short, full = sorted((one, other), key=len)
    return one == other or (bool(short) and (full.endswith(f" {short}") or full.startswith(f"{short} ")))


def _parties(telegram: Telegram) -> tuple[str, str]:
    return _key(telegram.party("sent")), _key(telegram.party("received"))


def _addressed(telegram: Telegram, others: Sequence[Telegram]) -> Telegram:
    """Name the missing addressee, or sender, in an exchange between two; an office is the other's as well."""
    sender, recipient = telegram.party("sent"), telegram.party("received")
    type_: Side | None = (
        "received" if _is_open(recipient) and sender else "sent" if _is_open(sender) and recipient else None
    )
    known = sender if type_ == "received" else recipient
    if type_ is None or known is None or not known.ref:
        return telegram
    partner = _partner(known.ref, [other for other in others if other is not telegram])
    if partner is None:
        return telegram
    evidence = replace(partner.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    written = recipient if type_ == "received" else sender
    text = written.text if written else partner.text
    if written:
        evidence = replace(written.evidence, certainty=Certainty.MEDIUM, basis=Basis.EXTERNAL)
    name = replace(partner, text=text, pseudonym=False, evidence=evidence)
    return with_action(telegram, type_, lambda action: replace(action, names=(name, *action.names[1:])))


def _corresponding(telegrams: Sequence[Telegram]) -> Iterator[Telegram]:
    """Name the missing addressees of those that speak of “your telegram”, or are spoken of so: whose the other is."""
    at = {one.start: one for one in telegrams}
    met: dict[int, list[Telegram]] = defaultdict(list)
    for one in telegrams:
        for mention in _yours(one):
            if mention.target in at:
                met[one.start].append(at[mention.target])
                met[mention.target].append(one)
    for one in telegrams:
        own = _who(one) if one.start in met and one.party("received") is None else None
        whose = [name for other in met[one.start] if (name := _who(other)) and not same(name, own)] if own else []
        alone = bool(whose) and all(same(name, whose[0]) for name in whose)
        yield completed(one, "received", whose[0]) if alone else one


def _yours(telegram: Telegram) -> Iterator[Mention]:
    """Yield what a telegram calls “your telegram”, where that stands on the page."""
    mentions = (one for envelope in telegram.envelopes[:1] for one in envelope.mentions)
    return (one for one in mentions if one.target >= 0 and one.text[:5].lower() in _YOURS)


_YOURS: Final = ("your ", "yours", "ваша ", "вашу ", "вашей", "ваше ")


def _who(telegram: Telegram) -> Name | None:
    """Return the first who sends a telegram and is no place."""
    sent = telegram.envelopes[0].action("sent")
    return next((name for name in sent.names if name.kind != "place"), None) if sent else None


def _is_open(name: Name | None) -> bool:
    return name is None or (not name.ref and is_holder(name.text))


def _partner(ref: str, others: Sequence[Telegram]) -> Name | None:
    """Return the one with whom somebody exchanges the telegrams of a page: all of them, but for a few strays."""
    met: Counter[str] = Counter()
    names: dict[str, Name] = {}
    for other in others:
        pair = (other.party("sent"), other.party("received"))
        for one, two in (pair, pair[::-1]):
            if one and two and one.ref == ref and two.kind != "place":
                met[_key(two)] += 1
                names.setdefault(_key(two), two)
    most = met.most_common(1)
    if most and not names[most[0][0]].ref:
        return None
    return names[most[0][0]] if most and most[0][1] > 2 * (met.total() - most[0][1]) else None


def _with_moment(telegram: Telegram, moment: Moment) -> Telegram:
    return with_action(telegram, "sent", lambda action: replace(action, moment=moment))


class _Page:
    """The telegrams of a page as each of them sees the others; what is asked of one again and again is read once."""

    def __init__(self, telegrams: Sequence[Telegram], text: str) -> None:
        self.telegrams, self.text = telegrams, text
        self.parties = {one.start: _parties(one) for one in telegrams}
        self.days = {one.start: one.sent.day if one.sent else "" for one in telegrams}
        self._told: dict[int, tuple[Moment, ...]] = {}

    def earlier(self, telegram: Telegram) -> list[Telegram]:
        """Return the telegrams before one: by their days, those of one day and those without in the page's order."""
        start, limit = telegram.start, self.days[telegram.start]
        days = ((one, self.days[one.start]) for one in self.telegrams)
        return [one for one, day in days if (day < limit if day and limit and day != limit else one.start < start)]

    def went_back(self, one: Telegram, other: Telegram) -> bool:
        """Say whether one went to the sender of the other, from its recipient as far as the page says."""
        first, second = self.parties[one.start], self.parties[other.start]
        return bool(first[0]) and _is_same(first[0], second[1]) and (not first[1] or _is_same(first[1], second[0]))

    def between(self, parties: tuple[str, str]) -> Iterator[Telegram]:
        """Yield the telegrams between two, whichever way they went."""
        return (one for one in self.telegrams if self.parties[one.start] in (parties, parties[::-1]))

    def own_days(self, other: Telegram) -> tuple[Moment, ...]:
        """Return the days that a telegram gives for earlier ones of its sender."""
        if other.start not in self._told:
            self._told[other.start] = tuple(_own_days(self.text, other))
        return self._told[other.start]


def _dated(telegram: Telegram, page: _Page) -> Telegram:
    """Take the day of a telegram without one from another that speaks of it."""
    if telegram.sent is not None:
        return telegram
    received = telegram.envelopes[0].action("received")
    limit = received.moment.day if received and received.moment else ""
    parties = page.parties[telegram.start]
    taken = {one.sent.day for one in page.telegrams if one.sent and page.parties[one.start] == parties}
    for other in page.between(parties):
        if other is telegram:
            continue
        moments = page.own_days(other) if page.parties[other.start] == parties else _answered_days(other)
        moment = next((one for one in moments if _before(one, other, limit)), None)
        if moment and moment.day not in taken:
            return _with_moment(telegram, replace(moment, source=other.start))
    return telegram


def _answered_days(other: Telegram) -> tuple[Moment, ...]:
    """Return the day that a telegram gives for the one that it answers."""
    spoken = (m for envelope in other.envelopes for m in envelope.mentions)
    mention = next((m for m in spoken if m.moment and m.moment.when), None)
    return (_external(mention.moment),) if mention and mention.moment else ()


def _own_days(text: str, other: Telegram) -> Iterator[Moment]:
    year = int(other.sent.day[:4]) if other.sent and other.sent.day[:4].isdigit() else None
    for pattern in (_OWN, _MINE):
        for match in pattern.finditer(text, other.start, other.end):
            dates = find_dates(text[match.end() : match.end() + MAX_NEAR], year=year)
            if dates and dates[0].start < 6 and dates[0].when:
                yield _external(moment_of(dates[0], match.end(), "links", Basis.EXTERNAL))


def _external(moment: Moment) -> Moment:
    return replace(moment, evidence=replace(moment.evidence, certainty=Certainty.MEDIUM, basis=Basis.EXTERNAL))


def _before(moment: Moment, other: Telegram, limit: str) -> bool:
    day = moment.when[:10]
    later = other.sent.day if other.sent else ""
    return bool(day) and (not later or day <= later) and (not limit or day <= limit)


def _answering(telegram: Telegram, page: _Page, announced: bool, ordinals: dict[str, int]) -> Telegram:
    """Tie what a telegram says that it answers to the telegrams of the page."""
    at = next((i for i, one in enumerate(telegram.envelopes) if one.mentions), 0)
    envelope = telegram.envelopes[at]
    both = _BOTH.search(page.text, telegram.start, telegram.end)
    earlier = page.earlier(telegram) if announced or envelope.mentions or both else []
    other_way = [one for one in earlier if page.went_back(one, telegram)]
    near = other_way or [one for one in earlier if not _went_elsewhere(one, telegram)]
    mentions = tuple(_tied(mention, other_way or earlier, near) for mention in envelope.mentions)
    mentions = tuple(_tied_by_sign(mention, near, page.text) for mention in mentions)
    if not any(mention.target >= 0 for mention in mentions):
        added = _by_ordinal(telegram, page, ordinals) or (_both(both, other_way) if both else ())
        if not added and not mentions and announced and other_way:
            added = (_mention(other_way[-1], "", telegram.start, telegram.start, Basis.CONJECTURE),)
        mentions = (*mentions, *added) if not (added and mentions) else added
    if mentions == envelope.mentions:
        return telegram
    tied = (replace(one, mentions=mentions) if one is envelope else one for one in telegram.envelopes)
    return replace(telegram, envelopes=tuple(tied))


def _went_elsewhere(one: Telegram, answer: Telegram) -> bool:
    """Say whether a telegram was addressed to somebody other than the person who answers: the lists know both."""
    addressed, sender = one.party("received"), answer.party("sent")
    if addressed is None or sender is None or not (addressed.kind == sender.kind == "person"):
        return False
    return bool(addressed.ref and sender.ref) and addressed.ref != sender.ref


def _tied(mention: Mention, candidates: Sequence[Telegram], near: Sequence[Telegram]) -> Mention:
    """Give a mention its target: the telegram of that number or hour, or the only one of that day among those near."""
    if mention.number:
        same = [one for one in candidates if one.number and one.number == mention.number]
        if same:
            return replace(mention, target=same[-1].start)
        at = f"T{mention.number[:2]}:{mention.number[2:]}" if _HOUR.fullmatch(mention.number) else ""
        filed = [one for one in candidates if at and one.sent and one.sent.when[10:16] == at]
        if len(filed) == 1:
            return replace(mention, target=filed[0].start)
    if mention.moment and mention.moment.day:
        same = [one for one in near if one.sent and one.sent.day == mention.moment.day]
        if len(same) == 1:
            return replace(mention, target=same[0].start)
    return mention


def _tied_by_sign(mention: Mention, near: Sequence[Telegram], text: str) -> Mention:
    """Give a wire that is named by the sign of its day, 「漾電」, the only one as target that ends with this sign."""
    moment = mention.moment
    if mention.target >= 0 or moment is None or not moment.when.startswith("---") or moment.text.isascii():
        return mention
    ends = [one for one in near if text[one.start : one.end].rstrip(" \n。.”」』印").endswith(moment.text)]
    return replace(mention, target=ends[0].start) if len(ends) == 1 else mention


def _by_ordinal(telegram: Telegram, page: _Page, ordinals: dict[str, int]) -> tuple[Mention, ...]:
    """Read "In reply to No. 2." where the page numbers its documents."""
    match = _IN_REPLY_TO.search(page.text, telegram.start, telegram.end)
    if match is None or (target := ordinals.get(match["n"], -1)) in (-1, telegram.start):
        return ()
    one = next(one for one in page.telegrams if one.start == target)
    return (_mention(one, match.group(), match.start(), match.end(), Basis.INTERNAL),)


def _both(match: re.Match[str], other_way: Sequence[Telegram]) -> tuple[Mention, ...]:
    """Read "both your telegrams": the last two that came from there."""
    count = _COUNTS.get((match["count"] or "").lower(), 2)
    earlier = other_way[-count:]
    if len(earlier) < count:
        return ()
    return tuple(_mention(one, match.group(), match.start(), match.end(), Basis.INTERNAL) for one in earlier)


def _mention(one: Telegram, words: str, start: int, end: int, basis: Basis) -> Mention:
    evidence = Evidence("links", start, end, Certainty.MEDIUM, basis)
    moment = replace(one.sent, evidence=evidence) if one.sent else None
    text = words or (moment.text if moment else "the telegram before")
    return Mention("answers", text, moment, one.number, evidence, one.start)
