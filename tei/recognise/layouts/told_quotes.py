"""Whether what a paragraph quotes in its line is a telegram, by what its author says before and behind the marks.

"Vetrov wired to Pashin: “…”", "he wrote to Lind, “…”", "a cable reading “…”", "“…,” he telegraphed to Lind", and "It
read: “…”" where the sentence before it speaks of a telegram. A comma, or no stop at all, is weak: the words before it
must say that somebody telegraphed, or that the telegram read so. What somebody said about a telegram is none. On a page
about telegraphy a message is a telegram. A letter counts where it is given at some length, with whom it was written to;
it is then an extract, as prose hardly ever gives a letter whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from tei.recognise.counting import count_words, is_sign
from tei.recognise.layouts.inline_quotes import MIN_INLINE, Quote, close_of
from tei.recognise.layouts.quoted import PAIRS
from tei.recognise.layouts.told_chinese import is_told_in_chinese, may_tell_in_chinese
from tei.recognise.layouts.told_replies import (
    answer_came,
    follows_sentence,
    follows_telegram,
    gives_answer,
    tells_of_answer,
)
from tei.recognise.layouts.voices import TOLD, is_stopped, voice
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import next_sentences
from tei.recognise.titles import dated_lead, read_title
from tei.regexes import regex

_NOUN: Final = (
    r"(?:telegramm?e?|cable|cablegram|wire|radiogram|marconigram|telex|ciphergram|"
    r"(?:radio|wireless|cable|telegraphic|telegraph)\s(?:message|d[ie]spatch|signal|note))"
)
_VERB: Final = r"(?:telegraphed|cabled|wired|radioed|telegraphs)"
_SENDS: Final = regex(rf"\b{_VERB}\b")
_WIRE: Final = regex(
    r"\b(?:telegraphed|cabled|wired|radioed|telegra(?:ph|f)ier(?:t|te|ten)|drahte(?:te|t)|kabelte|depeschierte|"
    r"t[ée]l[ée]graphi(?:a|e|ait|èrent)|câbl(?:a|e)|t[ée]l[ée]gramme|telegramms?|telegrafi(?:ó|ò|a)|telegrama|телеграфировал\w*|радировал\w*|telegram|telegramme|cables?|cablegram|wires?|radiogram|"
    r"telegraphs|radios|marconigram|"
    r"ciphergram|телеграмм\w*|шифр(?:овк|ограмм|о?телеграмм)\w*|радиограмм\w*|депеш\w*)\b|[致复復覆去来來]电|電|电报|电[告称]",
    re.IGNORECASE,
)
_SPOKEN: Final = regex(
    r"(?:\b(?:he|she|they|I|we)|(?:[,;]|\b(?:and|but|when|while|as))\s(?:later\s|then\s)?(?:the\s)?(?:[\w’'-]+\s){0,3}?)\s?"
    r"\b(?:said(?!\sto\shave\b)|says|tells?|told\s(?:an?|the|his|her|reporters|journalists|me|us)|recalls?|thought|thinks|"
    r"(?:minute|annotate|remark|exclaim|recall|comment|joke?|quip|mutter|crie|shout|laugh|whisper|note|observe|conclude|remember|admit|"
    r"confide|declare|complain)[ptd]?(?:s|ed|d))\b[^:“”\"]*$|"
    r"\b(?:joke|anecdote|proverb|legend|story\sgoes)\b[^:“”\"]*:|"
    r"\b(?:diary|memoirs?|journal|newspapers?|paper|article|editorial|book|historians?|biographers?|author|headline|"
    r"reporter|legend|joke|plaque|inscription|poem|song)\b[^:“”\"]{0,60}"
    r"\b(?:wrote|writes|reads?|ran|reported|noted|recorded|says|said|puts?\sit)\b[^:“”\"]{0,20}:?$|"
    r"\bminuted\b[^:“”\"]{0,40}:?$|"
    r"\b(?:wrote|noted|recorded|jotted|scribbled|added)\b[^:“”\"]{0,40}\b(?:diary|journal|memoirs?|margin|notebook|autobiography)\b"
)
"""Behind the word for the telegram, what somebody said or wrote about it, so that the quotation is his and not its."""
_SUBJECT: Final = regex(
    rf"(?:[^,;:]{{2,60}},\s)?(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[Aa]n?)\s(?:[\w’'-]+\s){{0,3}}?(?:{_NOUN}|message)\b[^:;“”\"]{{0,90}}?"
    r"\s(?:read|reads|said|says|ran|stated|is\ssaid\sto\shave\sread)"
)
"""“The encoded message for his newspaper read”: it is the message that reads so."""
_MINUTED: Final = regex(
    r"\b(?:minuted|scribbled|pencilled|scrawled|jotted|noted|remarked|commented)\s(?:on|across|upon|beside|under)\s[^:]{1,60}$|"
    r"\b(?:tells?|told)\s(?:us|me|(?:his|her|the|an?)\s[a-z]+)\s(?:that|how)\b[^:]*$"
)
"""What somebody wrote on a telegram, or told of one, is no other: “Pell minuted on this telegram:”."""
_SAID_ITSELF: Final = regex(r",[^,]*,\s(?:said|says|stated|declared)")
"""“The telegram, sent on 4 May, said”."""
_ANSWERED: Final = regex(r"\b(?:answer|reply|response|ответ\w*)\b", re.IGNORECASE)
_ADDRESS: Final = regex(
    r"(?:To|For|TO|FOR)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\.\s+[A-Z]|[А-ЯЁ][а-яё]+(?:у|ю|ому|ой)\.\s+[А-ЯЁ]"
)
"""What a telegram opens with, "To Vetrov. …": an answer that opens so was sent by wire."""
_ASKED: Final = regex(r"\basked\b[^:“”\"]*\b(?:replied|answered|responded|said|laughed|shrugged)\b[^:“”\"]{0,40}$")
"""“When asked about the telegram he replied” is said in a talk."""
"""「次日复电：」 gives the telegram, 「电报指出：」 what an author takes out of it."""
_HEARSAY: Final = regex(
    r"\b(?:says?|said|claims?|claimed)\sthat\s(?:he|she|they)\sonce\b|\b(?:supposedly|allegedly|reputedly)\b"
)
_NOW: Final = regex(r"\b(?:wires|telegraphs|cables|writes|radios)\s(?:to|back|his|her|him|them|[A-Z])")
_FICTION: Final = regex(
    r"\b(?:novel|novels|novelist|fiction|fictional|tales?|whodunit|screenplay|protagonist|heroine|stage\splay|comedy|sitcom|episode|"
    r"[Hh]olmes|[Pp]oirot)\b"
)
"""What somebody telegraphs in a novel, as critics tell it in the present, nobody sent."""
_REMARKED: Final = regex(
    r"\b(?:has|had|bears|bore|carries|carried|with|contains|is)\s(?:(?:an?|the|his|[A-Z][\w’'.-]+)\s)?(?:\w+\s)?"
    r"(?:note|inscription|remark|resolution|annotation|stamp|postscript|notation|marginalia)\b[^:]*:$|"
    r"\b(?:резолюци[яией]|помет[аыку]{1,2}|пометк[аиу]|надпись|приписк[аиу])\b[^:]*:$"
)
"""What somebody wrote on a telegram is none: "The telegram has a note by Pashin: “Sent on Saturday.”"."""
_NAME: Final = r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*"
_SOMEBODY: Final = rf"(?:him|her|them|{_NAME}|the\s[a-z]+(?:[ -][a-z]+)?)"
_WHOM: Final = rf"(?:{_SOMEBODY}(?:\s(?:(?:of|de|von|van|the)\s)*{_NAME}){{0,5}})"
_TOLD: Final = regex(
    rf"\b{_VERB}\b[^.:;“”\"]{{0,90}}$|"
    r"\b(?:telegram|telegramme|cable|cablegram|wire|radiogram|message|d[ie]spatch)\b[^.,:;“”\"]{0,60}?\s"
    r"(?:read|reads|ran|runs)(?:\sin\s(?:full|part)|\ssimply|\sas\sfollows)?$|"
    r"\b(?:received|got|sent)\s(?:the\sfollowing|this)\s(?:\w+\s)?(?:telegram|telegramme|cable|cablegram|wire|radiogram)\b[^:;“”\"]{0,200}$"
)
_READING: Final = regex(
    rf"\b{_NOUN}\b[^.:;“”\"]{{0,140}}?\s(?:reading|stating|saying|announcing|(?:(?:that|which)\s)?(?:simply\s|merely\s|only\s)?"
    r"(?:read|reads|said|says|ran|stated)|with\sthe\s(?:words?|message|text)|in\sthese\swords|containing\sthe\swords)"
    r"(?:\s(?:simply|only|in\s(?:part|full)))?$|"
    rf"\b(?:came|arrived|received|got|sent|dispatched)\s(?:[\w’'-]+\s){{0,3}}?(?:the|a|this|his|her|another)\s(?:\w+\s){{0,2}}{_NOUN}"
    r"(?:\s(?:from|to)\s[^.:;,“”\"]{2,60})?$|"
    rf"\b{_VERB}(?:\s[\w’'.-]+){{0,8}}$"
)
"""Words that go over into a telegram without any stop: "a cable reading “…”", "he wired back “…”"."""
_NOT_OVER: Final = regex(r"\b(?:that|of|about|as|for|called|with|the|an?|his|her|their|its)$")
_READS: Final = regex(
    r"(?:(?:And|But|So|In\s(?:part|full)|Dated\s[^:“”\"]{4,40}|[^:“”\"]{0,40}\d),?\s)?"
    r"(?:[Ii]t|[Tt]his|[Tt]he\s(?:\w+\s){0,2}(?:text|message|wording|telegram|cable|cablegram|wire|reply|answer|note|contents?)"
    r"(?:\sof\s[^:“”\"]{1,60}?)?|[Ii]ts\s(?:full\s)?(?:text|message|wording)|(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:\w+\s)?(?:message|telegram|words|text))"
    r"\s(?:\w+ly\s)?(?:read|reads|ran|runs|said|says|stated|states|was|is|went|goes|began|begins|contained|declared)"
    r"(?:\s[^:“”\"]{0,40})?[:,]?|"
    r"(?:[Hh]ere|[Tt]hese|[Ss]uch)\s(?:is|are|was|were)\s(?:its|the|his|her|their)\s(?:\w+\s)?(?:terms|text|words|wording|contents)\s?[:,]?"
)
"""“It read:”, “The message was as follows:”: the telegram itself is named in the sentence before."""
_OTHER_TEXT: Final = regex(
    r"\b(?:letter|book|article|plaque|sign|inscription|headline|poem|diary|memoirs?|speech|statement|card|label|placard|"
    r"banner|editorial|obituary|newspaper|law|clause|resolution|will|caption|novel|story|report|paper|telephone)\b"
)
_WHO: Final = (
    rf"(?:he|she|they|I|{_NAME}(?:\s{_NAME}){{0,3}}(?:,\s(?:the|an?|his|her)\s[^,“”\":;.]{{2,50}},)?|"
    rf"(?:the|his|her|its|their|{_NAME}[’']s)\s(?:[\w’'-]+\s){{0,4}}?[\w’'-]+(?:,\s{_NAME}(?:\s{_NAME}){{0,3}},)?)"
)
"""Who wired, behind his words: “he”, “Lind, the master,”, “the office’s master, Casper Lind,”."""
_BEHIND: Final = regex(
    rf",?\s*(?P<told>(?:{_WHO}\s)?"
    r"(?:(?:then|also|promptly|had|immediately|had\salready|later|once)\s)?"
    rf"(?:{_VERB})\b[^.“”\"]{{0,120}}?[.,;:](?=\s|$)|"
    r"(?:it|the\s(?:telegram|wire|cable|message))\s(?:ran|reads?|said|went|announced|began|continued)(?:\sin\sfull)?[.,;]?|"
    r"(?:ran|reads?|said|went)\s(?:the|his|her|its)\s(?:\w+\s)?(?:telegram|wire|cable|cablegram|message|text)\b[^.“”\"]{0,80}[.,;]?)"
)
"""“…,” he wired to Lind; “…”, it ran in full: the words that hand over stand behind the quotation."""
_WROTE: Final = regex(
    rf"\b(?:[Ww]rote|[Ww]rites)\b(?:\s[a-z]+){{0,4}}?\s(?:(?:to\s)?(?:{_WHOM})|to\s(?:his|her|their)\s[a-z]+)"
    r"(?:\s(?:on|in|from|that|an?|the|next|same|few|days?|weeks?|months?|years?|evening|morning|night|later|again|[A-Z][a-z]{2,8}\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}|\d{4})){0,6},?$"
)
_GIVEN: Final = regex(
    rf"\b(?:[Ll]etter|ALS|TLS|LS)\b[^“”\":.]{{0,60}}\sto\s{_WHOM}[^“”\":]{{0,120}}\bin\s(?:full|part)$"
)
"""How dealers give what they sell: “A letter to Axel Pell of Tarn, in part: …”."""
_BY_LETTER: Final = (" wrote ", " writes ", " wrote, ", " in part: ", " in full: ")
_SENT: Final = regex(
    r"\b(?:sen[dt]|sending|signall?ed|transmitted|tapped)\b(?![^:]*\bletter\b)[^.:;“”\"]{0,40}\bto\s[^.:;“”\"]{2,60}[:：]$|"
    r"\b(?:sent|received)\b(?![^:]*\bletter\b)[^.:;“”\"]{0,60}\bmessage\b[^.:;“”\"]{0,60}[:：]$|"
    r"\bmessage\b[^.:;“”\"]{0,40}\s(?:was|came|read|ran|couched|worded|in\sthese\swords)\b[^:;“”\"]{0,90}[:：]$"
)
_REPLIED: Final = regex(r"\b(?:replied|answered|telegraphed|cabled|wired|radioed|signall?ed)\b[^.:;“”\"]{0,60}\.$")
_MARKED: Final = regex(
    r"\b(?:marked|labell?ed|entitled|titled|inscribed|called|stamped|captioned|headed|endorsed|nicknamed|dubbed)\b[^:“”\"]{0,24}:?$"
)
_ARRIVED: Final = regex(
    rf"\b{_NOUN}\b[^:;“”\"]{{0,160}}?\b(?:saying|stating|reading|announcing|arrived|came|was\sdelivered|followed),$"
)
_SENT_ONE: Final = regex(
    rf"\b(?:(?:sent|received|got|by|in|came|arrived)\s(?:[\w’'-]+\s){{0,3}}?{_NOUN}|{_VERB})\b[^.:;“”\"]{{0,60}}\.$"
)
"""A full sentence that tells of one telegram, right before its words: "He sent his last wire. “Ice closing …”"."""
_MESSAGE: Final = regex(
    r"\b(?:messages?|signal|marconigram|telegraph|wireless)\b[^:;“”\"]{0,120}?\b(?:was|were|read|reads|said|says|ran|is|came|to\s[A-Z][^:;“”\"]{1,80})$|"
    r"\b(?:tapped|keyed|transmits|transmitted|transmitting|flashed|signall?ed|radioed|wirelessed)\b[^:;“”\"]{0,90}$"
)
_WRITES: Final = regex(
    r"\b(?:(?:writes|wrote)\b(?=[^:]*\b\d{1,2}(?::\d\d|\s?[ap]\.?m))|sends|sent|replies|replied|answers|answered|responds|responded)\b[^;“”\"]{0,120}$"
)
_IT_TAPPED: Final = regex(
    rf",?\s*(?:he|she|they|{_NAME})\s(?:then\s)?(?:tapped|keyed|transmitted|signall?ed|flashed|messaged)\b[^.“”\"]{{0,80}}?[.,;:](?=\s|$)"
)
_TELEGRAPHY: Final = regex(
    r"\b(?:[Tt]elegra(?:ph|m)\w*|[Mm]arconi\w*|[Mm]orse|[Ww]ireless|[Rr]adiograms?|[Cc]able(?:d|grams?)|TELEGRA(?:PH|M)\w*|"
    r"[Тт]елегра[мф]\w+|[Шш]ифр\w+|[Рр]адиограмм\w*)\b"
)
_STOP: Final = regex(r"\bSTOP\b")
_ARTICLES: Final = regex(r"\b(?:[Tt]he|[Aa]n?)\b")
MIN_TERSE: Final = 4
_ANSWERED_STOP: Final = regex(r"\b(?:replied|answered|signall?ed)\b[^.:;“”\"]{0,60}\.\s[“\"]")
_DASHES: Final = " —–-"
MIN_GIVEN: Final = 8
MIN_LETTER: Final = 40
"""Words of the shortest passage of a letter that an editor takes out of somebody's prose."""
MIN_ANSWER: Final = 6
MAX_REPLY: Final = 100
MAX_ENTRY, MAX_DAY = 140, 16
MAX_ABOVE: Final = 2
"""So many sentences before "It read:" may name the telegram."""

ToldKind = Literal["wire", "answer", "letter"]


@dataclass(frozen=True, slots=True)
class Told:
    """What an author says of the words that he quotes; `behind` is how much of it stands behind the closing mark."""

    kind: ToldKind
    behind: int = 0


def is_about_telegraphy(text: str) -> bool:
    """Say whether a page speaks of telegraphy at all, so that what it calls a message is a telegram."""
    return _TELEGRAPHY.search(text) is not None


def may_tell(text: str, above: str, *, wired: bool = False) -> bool:
    """Ask in few steps whether a paragraph can quote a telegram, or a letter at length."""
    if (wired and any(mark in text for mark in '"“„«')) or may_tell_in_chinese(text):
        return True
    if not any(mark in text for mark in '"“„«「‘'):
        return "'" in text and ": '" in text and _WIRE.search(text) is not None
    if (
        _WIRE.search(text) is not None
        or "essage" in text
        or " stop " in text
        or " STOP " in text
        or " sent " in text
        or tells_of_answer(text)
    ):
        return True
    if " to " in text[:MAX_ENTRY] and any(map(str.isdigit, text[:MAX_DAY])) and dated_lead(_entry_lead(text)):
        return True
    if any(word in text for word in _BY_LETTER) or _ANSWERED_STOP.search(text):
        return True
    return bool(above) and _WIRE.search(above) is not None


def _entry_lead(text: str) -> str:
    """Return what an entry of a chronology says before its quotation."""
    return text[: MAX_ENTRY + 1].partition("“")[0].rstrip()


def told_of(quote: Quote, above: str, *, answered: bool, wired: bool = False) -> Told | None:
    """Return what is said of words in marks, None where they are no telegram and no letter.

    `above` is what the page says before their sentence; `answered`: the paragraph gave a telegram before them; `wired`:
    the page is about telegraphy, so that messages are telegrams.
    """
    lead, inside = quote.lead.rstrip(_DASHES), quote.inside
    if is_sign(inside[:1]):
        return Told("wire") if is_told_in_chinese(quote) else None
    if _HEARSAY.search(lead) or (_NOW.search(lead) and _FICTION.search(quote.row.text)):
        return None
    if _REMARKED.search(lead) or _MARKED.search(lead):
        return None
    if quote.is_whole():
        kind = _by_sign(lead, inside, above, answered=answered)
        if kind is not None:
            return Told(kind)
        if wired and gives_answer(lead, inside, above if _READS.fullmatch(lead) else ""):
            return Told("answer")
        if (wired and _was_tapped(lead, inside)) or is_stopped(inside) or (inside.isupper() and " STOP " in inside):
            return Told("answer")
        match = _IT_TAPPED.match(quote.behind) if wired else None
        if match:
            return Told("answer", match.end())
    match = _BEHIND.match(quote.behind) if inside[-1:] in ",.!?…;" or quote.behind[:1] == "," else None
    if match and (inside[:1].isupper() or inside[:1].isdigit()) and _is_long(quote, match.end()):
        return Told("wire", match.end())
    return None


def _is_long(quote: Quote, told: int) -> bool:
    """Say whether words in marks, with those that go on behind “he wired back”, are more than a phrase."""
    count = count_words(quote.inside)
    rest = quote.behind[told:].lstrip() if 1 < count < MIN_INLINE else ""
    closed = close_of(rest, 1) if rest[:1] in PAIRS and rest else None
    return count >= MIN_INLINE or (closed is not None and count + count_words(rest[:closed]) >= MIN_INLINE)


def _was_tapped(lead: str, inside: str) -> bool:
    """Say whether on a page about telegraphy a message is told of before its words."""
    lead = lead.rstrip(" :,")
    if _speaks_of_it(lead):
        return False
    return _MESSAGE.search(lead) is not None or (_WRITES.search(lead) is not None and is_terse(inside))


def is_terse(text: str) -> bool:
    """Say whether words have the style of the wire: no article in several words, capitals, STOP."""
    if _STOP.search(text) or text.isupper():
        return True
    return count_words(text) >= MIN_TERSE and _ARTICLES.search(text) is None


def _by_sign(lead: str, inside: str, above: str, *, answered: bool) -> ToldKind | None:
    if lead[-1:] in ":：;":
        return _behind_colon(lead, inside, above, answered=answered)
    if _speaks_of_it(lead):
        return None
    if lead[-1:] == ".":
        if has_replied(lead) and not is_dialogue(lead) and voice(inside) >= TOLD:
            return "answer"
        return "wire" if _SENT_ONE.search(lead) and is_terse(inside) else None
    if _READS.fullmatch(lead) and names_telegram(above):
        return "wire"
    if lead[-1:] == ",":
        return (
            "wire"
            if tells_of_wire(lead) or _ARRIVED.search(lead)
            else "letter"
            if tells_of_letter(lead, inside)
            else None
        )
    return "wire" if _READING.search(lead) and not _NOT_OVER.search(lead) and inside[-1:] in ".!?" else None


def _behind_colon(lead: str, inside: str, above: str, *, answered: bool) -> ToldKind | None:
    if count_words(inside) >= MIN_ANSWER and dated_lead(lead) and read_title(lead).kind is None:
        return "answer"
    if _speaks_of_it(lead):
        return None
    if _WIRE.search(lead) or (_ANSWERED.search(lead) and _ADDRESS.match(inside)):
        return "wire"
    if tells_of_answer(lead) and count_words(inside) >= MIN_ANSWER:
        return "wire"
    if _READS.fullmatch(lead) and (names_telegram(above) or (answered and answer_came(above))):
        return "wire"
    if is_sent(lead, inside) or (answered and follows_telegram(lead, inside)) or follows_sentence(lead, above):
        return "answer"
    return "letter" if tells_of_letter(lead, inside) else None


def _speaks_of_it(lead: str) -> bool:
    """Say whether behind the word for a telegram somebody says or writes something of his own."""
    lead = lead.rstrip(" :;,")
    last = _last_wire(lead)
    if _ASKED.search(lead) or _MINUTED.search(lead):
        return True
    if _SUBJECT.fullmatch(lead):
        return False
    if last is None:
        return _SPOKEN.search(lead) is not None and not _READS.fullmatch(lead)
    if _SENDS.fullmatch(last.group()) or _SAID_ITSELF.fullmatch(lead, last.end()):
        return False
    return _SPOKEN.search(lead, last.end()) is not None


def reads_so(lead: str) -> bool:
    """Say whether a sentence says no more than that the telegram follows: "It read:"."""
    return _READS.fullmatch(lead) is not None


def _last_wire(text: str) -> re.Match[str] | None:
    return max(_WIRE.finditer(text), key=re.Match.start, default=None)


def names_telegram(above: str) -> bool:
    """Say whether the last sentences before "It read:" speak of a telegram, and behind it of no other text."""
    starts = next_sentences(above)
    near = above[starts[-MAX_ABOVE] :] if len(starts) >= MAX_ABOVE else above
    last = _last_wire(near)
    return last is not None and _OTHER_TEXT.search(near, last.end()) is None


def is_interrupted(row: Paragraph) -> bool:
    """Say whether a paragraph opens with words in marks behind which it says who sent them: “Hold it,” he wired."""
    closed = close_of(row.text, 1) if row.text[:1] in PAIRS else None
    if closed is None or row.text[closed - 1] not in ",.!?":
        return False
    return _BEHIND.match(row.text, closed + 1) is not None or _IT_TAPPED.match(row.text, closed + 1) is not None


def is_sent(lead: str, inside: str) -> bool:
    """Say whether words before a colon tell of a message sent, and what follows has the style of the wire."""
    return _SENT.search(lead) is not None and voice(inside) >= TOLD


def has_replied(lead: str) -> bool:
    """Say whether a sentence tells of an answer: “Severin replied at midnight. “Ship leaves Thursday. …””."""
    return _REPLIED.search(lead[-MAX_REPLY:]) is not None


def is_dialogue(lead: str) -> bool:
    """Say whether a sentence goes on from somebody's words in marks: ““No, sir,” replied Sabelnikov. “Never.””."""
    return _SAID_BEFORE.search(lead) is not None and _WIRE.search(lead) is None


_SAID_BEFORE: Final = regex(r"[,.?!…—–-][”\"»’']\s|[”\"»’'],\s")


def tells_of_wire(lead: str) -> bool:
    """Say whether words before a comma tell that somebody telegraphed what follows: "The message read,"."""
    return _TOLD.search(lead.rstrip(" ,:")) is not None


def tells_of_letter(lead: str, inside: str) -> bool:
    """Say whether words tell that somebody wrote to another what follows, and much of it is given."""
    if lead.endswith(("in part:", "in full:")) and count_words(inside) >= MIN_GIVEN:
        return _GIVEN.search(lead.rstrip(":")) is not None
    return count_words(inside) >= MIN_LETTER and _WROTE.search(lead.rstrip(" ,:")) is not None
