"""What a page says of a telegram right before it or in an aside: who sent it, to whom, how, when; what it answers.

"One of these days received Vetrov's answer (by way of the Tolbeya operators) to my letter of 30 September", under the
label of Sabelnikov's diary, names both parties, the way, a day of receipt that is not quite sure, and the letter
answered. In a diary the words without a subject are the owner's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import WrittenDate, find_dates
from tei.model import Basis, Certainty, Evidence, Mention, Moment
from tei.recognise.answers import moment_of
from tei.recognise.copies import copies_told
from tei.recognise.counting import is_sign
from tei.recognise.days_of_stories import day_of_story
from tei.recognise.enveloped import number_told
from tei.recognise.intervals import days_from, days_later, said_later
from tei.recognise.kinds import Kind, kind_of
from tei.recognise.layouts.announcing import KIND, is_strong
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import reads_only
from tei.recognise.paragraphs import Paragraph
from tei.recognise.referring import asked_before, referred
from tei.recognise.sentences import last_sentence
from tei.recognise.sequels import goes_again
from tei.recognise.subjects import own_word
from tei.recognise.told_parties import ANSWERED, GOT, NAME, SENT, parties_told
from tei.regexes import regex

_OWN_SENT: Final = regex(
    rf"\b(?:I|we|my|our)\s+(?:have\s+|had\s+|then\s+)?(?:{SENT}|{ANSWERED}|{KIND})\b|"
    rf"(?:^[–—]?|[.–—:-]\s+|\bsake\s+|\bthen\s+)(?:{SENT}|{ANSWERED})\b|"
    r"(?:^|[.–—:-]\s+|\b(?:я|мы|и|сразу|тогда|тут же|затем|потом|сегодня|утром|вечером|дн[её]м|немедленно|ему|"
    r"ей|им)\s+)"
    r"(?:про)?(?:телеграфировал|радировал|послал|отправил|ответил|написал|передал|дал)[аи]?\b",
    re.IGNORECASE,
)
_OWN_GOT: Final = regex(
    rf"\b(?:I|we)\s+(?:have\s+|had\s+)?{GOT}\b|(?:^[–—]?|[.–—:-]\s+|\b(?:days?|today|yesterday|evening|"
    rf"morning)\s+){GOT}\b|"
    rf"\bto\s+(?:my|our|me|us)\b|\b(?:a|an|the|his|her)\s+(?:reply|answer|response)\b|"
    r"\bполучил[аи]?\b|\bпришл[аои]\b|\bприш[её]л\b|\b(?:мне|нам|мою|моё|мое|нашу)\b|收到|接到",
    re.IGNORECASE,
)
_ANSWERS: Final = regex(
    rf"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies)|response|responded)\b[^.;:\n]{{0,80}}?\bto\s+(?:my|our|his|her|your|the|"
    rf"(?:{NAME})['’]s)\s+(?:[\w-]+\s+){{0,2}}?{KIND}\b[^.;:\n]{{0,24}}?\b(?:of|dated|from)\s",
    re.IGNORECASE,
)
_TO_MY: Final = regex(rf"\bto\s+(?:my|our|his|her|your|the)\s+(?:[\w-]+\s+){{0,2}}?{KIND}\b", re.IGNORECASE)
_SOMEBODY: Final = regex(r"(?:an?|his|her|my)\b", re.IGNORECASE)
_COVER: Final = regex(
    rf"(?P<who>{NAME})\s+(?:signed(?:\s+himself)?(?:\s+as)?|used|uses|wrote under|telegraphed (?:under|"
    rf"as))\s+(?:the\s+|a\s+)?"
    r"(?:code|cover|pen)?\s?-?(?:name|pseudonym|alias)\s+[“\"‘'«](?P<cover>[^”\"’'»\n]{2,30})"
)
_THE_DAY_BEFORE: Final = regex(r"\b(?:yesterday|last night|the (?:day|evening|night) before)\b", re.IGNORECASE)
_SENT_OFF: Final = regex(r"\b(?:sent|dispatched|handed in|telegraphed)\b", re.IGNORECASE)
_LOOSELY: Final = regex(
    r"\b(?:one of these days|these days|about|around|in those days|some ?time|at the beginning|towards the end|"
    r"recently|the other day|probably|circa|ca\.)\b",
    re.IGNORECASE,
)
_LEAD_DATE: Final = regex(r"[(\[]?(?P<date>[\w./ ,]{4,28}?)[)\]]?\s*[.:]?\s*[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page says of a telegram. `parties` are roles with spans in the capture; `answer` says that it replies.

    `names` are the words of the sender's name, `number` the telegram's own. `again` says that it is one more like the
    one before it on the page, `later` how many days after that it went.
    """

    kind: Kind | None = None
    parties: tuple[tuple[str, tuple[int, int]], ...] = ()
    sent: Moment | None = None
    received: Moment | None = None
    mention: Mention | None = None
    answer: bool = False
    names: tuple[str, ...] = ()
    number: str = ""
    again: bool = False
    later: int | None = None

    def span(self, role: str) -> tuple[int, int] | None:
        """Return where a party stands in the capture."""
        return next((span for name, span in self.parties if name == role), None)


NOTHING: Final = Notice()


def read_notice(
    announced: Sequence[Paragraph],
    diary: Paragraph | None,
    heading: Paragraph | None,
    year: int | None,
    sources: Sequence[Paragraph] = (),
    before: Sequence[Paragraph] = (),
) -> Notice:
    """Read the lines that announce a telegram; the last sentence counts most, a heading over all gives the rest.

    `sources` may tell to whom copies went, `before`, the page's words before that, on which day it was sent.
    """
    notice = _announcement(announced, diary, heading, year, before)
    notice = _with_context(notice, announced[-1].text, before) if announced and before else notice
    if announced and notice.sent is None and notice.received is None and (day := day_of_story(announced[-1], year)):
        notice = replace(notice, sent=day)
    if announced and notice.sent is None and notice.received is None:
        notice = _dated_before(notice, announced[-1], _told_before(before, notice, year))
    spans = tuple((line.start + start, line.start + end) for line in sources for start, end in copies_told(line.text))
    return replace(notice, parties=(*notice.parties, *(("copy", span) for span in spans))) if spans else notice


def _dated_before(notice: Notice, said: Paragraph, told: Moment | None) -> Notice:
    """Give a telegram the day told before it, counted on as its own sentence says; "on the 26th" is of that month."""
    last = last_sentence(said.text)
    if match := _ON_THE.search(last):
        day = int(match["day"])
        if told is None or not int(told.when[8:10] or 32) <= day <= MAX_DAY:
            return notice
        there = said.start + len(said.text) - len(last)
        span = replace(told.evidence, start=there + match.start("day"), end=there + match.end("day"))
        moment = replace(told, when=f"{told.when[:8]}{day:02}", evidence=span)
        return replace(notice, received=moment) if _REACHED.search(last) else replace(notice, sent=moment)
    days = days_later(said.text[-MAX_SAID:])
    return replace(notice, sent=days_from(told, days) if told and days is not None else None)


_ON_THE: Final = regex(r"\bon\sthe\s(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s(?:of\s)?[A-Z])")
_REACHED: Final = regex(r"\b(?:reached|received|arrived|came|got)\b")
_PRONOUNS: Final = ("He ", "She ", "His ", "Her ")
MAX_DAY: Final = 28
"""Every month has so many days at least."""
MAX_SAID: Final = 200
_READ_SO: Final = regex(
    r"\b(?:[Ii]t|[Tt]his|[Tt]he\s(?:\w+\s){0,2}(?:text|message|wording|telegram|cable|wire|contents?)|[Ii]ts\stext)"
    r"(?:\sof\s[^:]{1,40})?\s(?:read|reads|ran|runs|said|says|stated|states|was|is|went)\b[^:]{0,40}[:,]?$"
)
"""A sentence that says no more than that the telegram follows: who sent it stands before."""


def _with_context(notice: Notice, said: str, before: Sequence[Paragraph]) -> Notice:
    """Give a telegram the parties that the page's words before the announcement name, where it only says "It read:"."""
    told = {role for role, _ in notice.parties}
    if {"from", "to"} <= told:
        return notice
    if "from" not in told and (span := referred(before[0], before[1:])[0]) and _READ_SO.search(last_sentence(said)):
        notice, told = replace(notice, parties=(*notice.parties, ("from", span))), {*told, "from"}
    if _READ_SO.search(last_sentence(said)) is None:
        return notice
    for paragraph in before:
        for start, sentence in reversed(list(_sentences(paragraph))):
            answer = _WHOSE_ANSWER.search(sentence) is not None
            if not (is_strong(sentence) or answer) or sentence in said:
                continue
            found = tuple(parties_told(sentence, paragraph.start + start))
            parties = (*notice.parties, *(one for one in found if one[0] not in told))
            return replace(notice, parties=parties, answer=notice.answer or answer)
    return notice


def cover_name(remarks: Sequence[Paragraph]) -> tuple[int, int] | None:
    """Return where a remark on a telegram says under which cover name it was sent."""
    found = ((remark, _COVER.search(remark.text)) for remark in remarks)
    return next(((row.start + m.start("cover"), row.start + m.end("cover")) for row, m in found if m), None)


def _announcement(
    announced: Sequence[Paragraph],
    diary: Paragraph | None,
    heading: Paragraph | None,
    year: int | None,
    context: Sequence[Paragraph],
) -> Notice:
    said = [line for line in announced if diary_owner(line.text) is None and not is_date_line(line.text)]
    before = said[-2:-1] if said and reads_only(said[-1].text) else []
    lines = [*said[-1:], *before, *([heading] if heading else [])]
    if not lines:
        return NOTHING
    entry = _entry_date(announced, year)
    notice = _with_subject(_sentence(lines[0], year), lines[0], context)
    for line in lines[1:]:
        notice = _filled(notice, _sentence(line, year))
    return _of_diary(notice, lines[0], diary, entry)


def _with_subject(notice: Notice, line: Paragraph, before: Sequence[Paragraph]) -> Notice:
    """Give sender and addressee their names where the sentence says "he" and "him", and those before it who that is."""
    own = notice.span("from")
    sender = line.text[own[0] - line.start : own[1] - line.start] if own else ""
    him, her = referred(line, before, sender)
    if him is not None and notice.span("to") != him:
        start = him[0]
        row = next((row for row in (line, *before) if row.start <= start < row.end), line)
        names = tuple(word for word in row.text[start - row.start : him[1] - row.start].split() if len(word) > 2)
        notice = replace(notice, parties=(*notice.parties, ("from", him)), names=names)
    if her is not None and notice.span("to") is None:
        notice = replace(notice, parties=(*notice.parties, ("to", her)))
    asked = asked_before(line, before) if not {"from", "to"} <= dict(notice.parties).keys() else {}
    told = {notice.span("from"), notice.span("to")}
    added = tuple((role, span) for role, span in asked.items() if notice.span(role) is None and span not in told)
    return replace(notice, parties=(*notice.parties, *added)) if added else notice


def _told_before(before: Sequence[Paragraph], notice: Notice, year: int | None) -> Moment | None:
    """Return the last full day that a sentence about a telegram of this sender gives, from the nearest paragraph.

    Words that handed over to the telegram right above, "…:", need not name him.
    """
    handed = before[0] if before and before[0].text[-2:].rstrip(_MARKED)[-1:] in (":", "：") else None
    for paragraph in before:
        if paragraph is not before[0] and is_sign(paragraph.text[:1]):
            continue  # an account in Chinese goes on from day to day without saying so
        if not notice.names and paragraph not in before[:NEAR]:
            continue
        sentences = list(_sentences(paragraph))
        for at, (start, sentence) in reversed(list(enumerate(sentences))):
            over = sentences[at - 1][1] if at and sentence.startswith(_PRONOUNS) else ""
            told = is_strong(sentence) or (paragraph is before[0] and _IT_WAS.match(sentence) is not None)
            named = paragraph is handed or any(n in sentence or n in over for n in notice.names)
            if not told or (notice.names and not named):
                continue
            if _HAPPENED.search(sentence) and not _SENT_AT_ALL.search(sentence):
                continue
            days = [found for found in find_dates(sentence, year=year) if len(found.when or "") >= 10]
            if days:
                moment = moment_of(days[-1], paragraph.start + start, "notices", Basis.EXTERNAL)
                return replace(moment, evidence=replace(moment.evidence, certainty=Certainty.MEDIUM))
    return None


_MARKED: Final = "0123456789"
NEAR: Final = 2
"""So many of the page's words nearest to an announcement may tell the day of a telegram of which nobody is named."""
_IT_WAS: Final = regex(r"It was (?:[^;:!?]|:(?=\d)){3,60}?,? when ")
"""“It was noon on 3 May, when the keeper saw the ice. “…,” he wired”: the hour at which the story is."""


def _sentences(paragraph: Paragraph) -> Iterator[tuple[int, str]]:
    start = 0
    for match in re.finditer(r"(?<=[a-zа-яё)\d”\"]{2}[.!?])\s+(?=[A-ZÀ-ÞА-ЯЁ“])|$", paragraph.text):
        yield start, paragraph.text[start : match.start()]
        start = match.end()


def _filled(notice: Notice, other: Notice) -> Notice:
    roles = {role for role, _ in notice.parties}
    parties = (*notice.parties, *(party for party in other.parties if party[0] not in roles))
    sent, answer = notice.sent or other.sent, notice.answer or other.answer
    return replace(notice, kind=notice.kind or other.kind, parties=parties, sent=sent, answer=answer)


def _sentence(line: Paragraph, year: int | None) -> Notice:
    lead = _lead(line)
    text = _last_sentences(line.text, lead)
    shift = line.start + len(line.text) - len(text)
    mention = _mention(text, shift, year)
    dates = [found for found in find_dates(text, year=year) if not mention or not _inside(found, mention, shift)]
    sent = moment_of(dates[-1], shift, "notices", Basis.EXTERNAL) if dates and _day(dates[-1]) else None
    if sent and (days := days_later(text[dates[-1].end :])):
        sent = days_from(sent, days)
    got = sent is not None and _GOT_ON.search(text, 0, dates[-1].start) is not None
    answer = _ANSWERING.search(text) is not None
    about = text[: mention.evidence.start - shift] if mention else text
    parties = tuple(parties_told(text, shift))
    if begun := own_word(text):
        parties = tuple(party for party in parties if party[0] != "from" or party[1][0] >= shift + begun)
    senders = (text[start - shift : end - shift] for role, (start, end) in parties if role == "from")
    names = tuple(word for name in senders for word in name.split() if word[:1].isupper() and len(word) > 2)
    sent, received = (None, sent) if got else (sent, None)
    kind, later = _kind(about, text), said_later(text[-MAX_SAID:])
    number, again = number_told(text), goes_again(last_sentence(text))
    return Notice(kind, parties, sent, received, mention, answer, names, number, again, later)


_GOT_ON: Final = regex(
    r"\b(?:received|got|reached|arrived|delivered)\b(?:(?!\b(?:sent|dated|telegraphed|cabled|wired|wrote)\b)[^.;:“”]){0,60}\bon\s$"
)
"""“My grandmother got it on …”: the day on which it came."""


_WHOSE_ANSWER: Final = regex(r"[A-ZÀ-Þ][\w.-]+['’]s?\s(?:\w+\s){0,2}(?:answer|reply|response|rejoinder)\b")
_ANSWERING: Final = regex(
    r"\b(?:answer|repl|response|respon|retort|rejoin|ответ)|\b(?:telegraphed|cabled|wired|radioed|wrote|shot|telegraphing|wiring)\sback\b",
    re.IGNORECASE,
)


def _kind(about: str, text: str) -> Kind | None:
    """Return the kind that the words name, those about the letter answered left out; wires make a telegram."""
    told = last_sentence(text)
    if is_strong(told) and kind_of(told) is None:
        return "telegram"
    if (last := _WIRED_LAST.search(told)) and kind_of(last["rest"]) is None:
        return "telegram"
    found = kind_of(_TO_MY.sub(" ", last_sentence(about))) or kind_of(_TO_MY.sub(" ", about))
    return found or ("telegram" if is_strong(text.replace("-\n", "")) else None)


_WIRED_LAST: Final = regex(r"\b(?:telegraphed|cabled|wired|radioed)\b(?P<rest>[^:;]{0,60})[:,]?$")


def _last_sentences(text: str, lead: int) -> str:
    """Return the end of an announcement: of a long one its last two sentences."""
    text = text[lead:]
    quoted = text.rfind('" ') if '" ' in text else text.rfind("” ")
    if quoted > 0 and text[quoted - 1] in ".!?" and text[quoted + 2 : quoted + 3].isupper():
        text = text[quoted + 2 :]  # what follows a quotation hands over to another text
    stops = [match.end() for match in re.finditer(r"(?<=[a-zа-яё)\d]{2}[.!?])\s+(?=[A-ZÀ-ÞА-ЯЁ])", text)]
    return text[stops[-2] :] if len(stops) > 1 and len(text.split()) > 40 else text


def _lead(line: Paragraph) -> int:
    """Return where the words of a diary's entry begin behind its date, "5.I.1938. – Telegraphed …"."""
    match = _LEAD_DATE.match(line.text)
    return match.end() if match and is_date_line(match["date"].strip(" .")) else 0


def _entry_date(announced: Sequence[Paragraph], year: int | None) -> tuple[WrittenDate, int] | None:
    for line in reversed(announced):
        lead = _lead(line)
        words = line.text[:lead] if lead else line.text if is_date_line(line.text) else ""
        found = find_dates(words, year=year) if words else ()
        if found:
            return found[0], line.start
    return None


def _day(found: WrittenDate) -> bool:
    return len(found.when or found.not_before or "") >= 7


def _inside(found: WrittenDate, mention: Mention, shift: int) -> bool:
    return mention.evidence.start <= found.start + shift < mention.evidence.end


def _mention(text: str, shift: int, year: int | None) -> Mention | None:
    """Return the letter or telegram that the announced one answers, where the notice dates it."""
    match = _ANSWERS.search(text)
    if match is None:
        return None
    dates = [found for found in find_dates(text[match.end() :], year=year) if found.start < 12]
    if not dates:
        return None
    base = shift + match.end()
    end = base + dates[0].end
    evidence = Evidence("notices", shift + match.start(), end, Certainty.MEDIUM, Basis.EXTERNAL)
    words = text[match.start() : end - shift]
    return Mention("answers", words, moment_of(dates[0], base, "notices", Basis.EXTERNAL), "", evidence)


def _of_diary(
    notice: Notice, line: Paragraph, diary: Paragraph | None, entry: tuple[WrittenDate, int] | None
) -> Notice:
    """Give the owner of the diary his part, and the date of the entry to what happened on that day."""
    text = line.text[_lead(line) :]
    roles = {role for role, _ in notice.parties}
    got = _OWN_GOT.search(text) is not None and "to" not in roles
    sent = not got and "from" not in roles and _OWN_SENT.search(text) is not None
    owner = diary_owner(diary.text) if diary else None
    if diary and owner and owner != (0, 0) and not _SOMEBODY.match(diary.text[slice(*owner)]):
        span = (diary.start + owner[0], diary.start + owner[1])
        own = "from" if sent else "to" if "from" in roles and "to" not in roles else ""
        if own:
            notice = replace(notice, parties=(*notice.parties, (own, span)))
    if entry is None:
        return notice
    found, base = entry
    moment = _loosened(moment_of(found, base, "notices", Basis.EXTERNAL), text)
    if not (got or _GOT_AT_ALL.search(text)):
        return replace(notice, sent=notice.sent or moment)
    if _THE_DAY_BEFORE.search(text) and _SENT_OFF.search(text):
        return replace(notice, sent=notice.sent or days_from(moment, -1), received=moment)
    return replace(notice, received=days_from(moment, -1) if _THE_DAY_BEFORE.search(text) else moment)


_HAPPENED: Final = regex(r"\b(?:on the heels of|came after|followed (?:the|a)|after the|about the|known as)\b")
_SENT_AT_ALL: Final = regex(rf"\b(?:{SENT}|{ANSWERED}|dated)\b")
"""A sentence about a telegram that tells of something else gives the day of that: "It came on the heels of …"."""
_GOT_AT_ALL: Final = regex(
    rf"\bполучил[аи]?\b|\bпришл[аои]\b|收到|接到|\b{GOT}\b|\b(?:a|an|the)\s+(?:reply|answer)\b", re.IGNORECASE
)


def _loosened(moment: Moment, text: str) -> Moment:
    if _LOOSELY.search(text) is None:
        return moment
    return replace(moment, evidence=replace(moment.evidence, certainty=Certainty.LOW))
