"""Words in marks whose own note says who wrote to whom: “…”12 and “12. Vetrov to Pashin, 3 May 1938, AKPI, f. 1”.

Scholars hand over with many verbs, "informed the ministry", "instructed him", as the note tells the rest. The words
before the marks must still say that somebody sends word to somebody: what one says in a talk that another's letter
reports has such a note too. Whoever is named there is the sender or the recipient of the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.enveloped import envelopes_in, is_enveloped, names_kind
from tei.recognise.layouts.inline_quotes import MIN_INLINE, Quote
from tei.recognise.layouts.told_quotes import MIN_LETTER, Told, ToldKind, tells_of_wire
from tei.recognise.layouts.voices import TOLD, voice
from tei.recognise.posts import CITY
from tei.recognise.sentences import last_sentence
from tei.regexes import regex

NoteAt = Callable[[int], str]
"""What the note says whose marker stands at an offset of the page, empty where there is none."""

_SENDS_WORD: Final = regex(
    r"\b(?:wrote|writes|cabled|wired|telegraphed|radioed|report(?:ed|s|ing)|inform(?:ed|s|ing)|instruct(?:ed|s|ing)|"
    r"repl(?:ied|ies|ying)|answer(?:ed|s)|respond(?:ed|s)|warn(?:ed|s|ing)|urged|asked|asking|advised|advising|ordered|directed|"
    r"notified|requested|begged|complained|protested|assured|insisted|explained|suggested|proposed|recommended|sent|sending|"
    r"continued|added|adding|concluded|went\son|signalled|announced|"
    r"drafted|dictated|drew\sup|reply|answer|response|rejoinder|messages?|telegrams?|telegramme|cable|wire|instructions?|dispatch|despatch|letter|note|report|words|"
    r"schrieb|antwortete|berichtete|meldete|telegra\w+|drahtete|wies|Weisung|Antwort|écri\w+|répond\w+|télégraph\w+|"
    r"сообщ\w+|писал\w*|ответ\w*|телеграф\w+|доложил\w*|докладывал\w*|телеграмм\w*|шифр\w+|просил\w*|указани\w+)\b"
)
_REPORTED: Final = regex(
    r"\b(?:said|says|told|remarked|exclaimed|recalled|thought|according\sto|diary|diaries|memoirs?|interview|"
    r"conversation|meeting|spoke|speech|minuted?|when\sasked|сказал\w*|заявил\w*)\b[^:]*:?$"
)
_OVER: Final = regex(r"[:：]$|,$")
_PRONOUN: Final = regex(r"\b(?:he|she|they|it|он|она|они|er|sie|il|elle)\b", re.IGNORECASE)
_OFFICE: Final = regex(
    r"\b(?:secretary|ambassador|minister|consul|commissioner|governor|captain|commander|envoy|president|director|general|"
    r"embassy|legation|consulate|department|office|ministry|admiralty|cabinet|government|légation|ministre|"
    r"reply|answer|response|rejoinder|message|telegram|telegramme|cable|wire|instructions?|dispatch|despatch|letter|note|ответ)\b",
    re.IGNORECASE,
)
"""Somebody, or a message, whose sender the sentence does not name: the note does."""
_CITY: Final = regex(CITY)
"""A post writes by its envoy, whom the author names: “Karachi to State, telegram 840”."""
_PASSIVE: Final = regex(r"\b(?:was|were)\s(?:[a-z]+ly\s)?[a-z]+ed$")
_IN_REPLY: Final = regex(r"(?:In|By\sway\sof)\s(?:reply|answer|response)\b(?!\sto\b),?\s?")
_MESSAGE: Final = regex(
    r"reply|answer|response|message|telegrams?|telegramme|cable|wire|instructions?|d[ei]spatch|letter|note"
)
_SIGNED_BY: Final = regex(r"\b(?:by|from|of)\s[^.;:,]{2,40}")
"""“The reply, signed by Layard, came on the 12th”."""
_ADDRESSED: Final = regex(r"[^.;:,]{0,40}?\b(?:to|for)\s(?:the\s)?[A-ZÀ-Þ][^.;:,]{0,40}")
"""“The instruction that went to Layard on the 12th”: whom the note names as its recipient."""
_IN_TALK: Final = regex(
    r"repl|answer|respond|ask|warn|urg|complain|protest|assur|insist|explain|suggest|propos|add|continu|conclud|announc|"
    r"beg|advis|recommend|ответ|просил"
)
_WROTE: Final = regex(r"\b(?:wrote|writes|letter|schrieb|écrivit|писал\w*|письм\w+)\b")
_ASIDE: Final = regex(r"[.,;]?\s?[\[(](?P<note>[^()\[\]\n]{8,240})[\])]")
MIN_NAME: Final = 2
MIN_NOTED: Final = 6
"""Words of the shortest text that a note makes a message: fewer are a phrase."""

MIN_LIKELY: Final = 12
"""So many words quoted from one to another are a telegram where the page is about telegraphy."""


def no_note(_: int) -> str:
    """Stand for the notes of a page that has none."""
    return ""


def may_cite(text: str) -> bool:
    """Ask in few steps whether brackets stand behind words in marks."""
    return '" (' in text or "” (" in text or "’ (" in text or "» (" in text


def note_behind(quote: Quote) -> str:
    """Return what stands in brackets right behind words in marks, as authors cite who have no notes."""
    match = _ASIDE.match(quote.behind)
    return match["note"] if match else ""


def noted_of(quote: Quote, note: str, *, answered: bool, wired: bool = False) -> Told | None:
    """Return what words in marks are by their note; None where it does not say so, or the author's words say else.

    `answered`: the paragraph gave a telegram before them; `wired`: the page is about telegraphy.
    """
    begins = quote.inside[:1].isupper() or quote.inside[:1].isdigit()
    least = MIN_INLINE if answered else MIN_NOTED
    if not is_enveloped(note) or not begins or count_words(quote.inside) < least:
        return None
    lead = last_sentence(quote.lead.rstrip(" —–-"))
    if not _OVER.search(lead) or not _SENDS_WORD.search(lead) or _REPORTED.search(lead):
        return None
    if not _is_from(lead, note, answered=answered):
        return None
    likely = wired and count_words(quote.inside) >= MIN_LIKELY
    kind = _kind(lead, quote.inside, note, answered=answered, likely=likely)
    return Told(kind) if kind else None


def _is_from(lead: str, note: str, *, answered: bool) -> bool:
    """Say whether the one who sends word before the marks is the sender of the note, or may well be.

    One whom the sentence names otherwise spoke to the sender, who reports it; so may "he" whose verb is one of talk.
    """
    begun = _IN_REPLY.match(lead)
    verb = _SENDS_WORD.search(lead, begun.end() if begun else 0) or _SENDS_WORD.search(lead)
    if verb is None:
        return False
    first = next(envelopes_in(note))
    subject, rest = lead[: verb.end()], lead[verb.end() :]
    if _names(first["sender"], subject):
        return True
    addressed = _ADDRESSED.match(rest) if _MESSAGE.fullmatch(verb.group()) else None
    if addressed and _names(first["recipient"], addressed.group()):
        return True
    signed = _SIGNED_BY.search(rest) if _MESSAGE.fullmatch(verb.group()) else None
    if signed and _names(first["sender"], signed.group()):
        return True
    if _names(first["sender"], rest):
        return False
    if _CITY.fullmatch(first["sender"]) and _IN_TALK.search(verb.group()) is None:
        return True
    if _PASSIVE.search(subject):
        return _names(first["recipient"], subject)
    if _OFFICE.search(subject):
        return True
    return _PRONOUN.search(subject) is not None and (answered or _IN_TALK.search(verb.group()) is None)


def _names(party: str, text: str) -> bool:
    """Say whether a text has a name of a party, whatever its ending."""
    stems = (word.strip(".,")[:5] for word in party.split() if word[:1].isupper() and len(word) > MIN_NAME)
    return any(stem in text for stem in stems)


def _kind(lead: str, inside: str, note: str, *, answered: bool, likely: bool) -> ToldKind | None:
    """Return the kind by what note and author call it, else by its style, or by what is round it."""
    called = names_kind(note)
    if not called and not answered and _WROTE.search(lead):
        return "letter" if count_words(inside) >= MIN_LETTER else None
    if called == "telegram" or (not called and (tells_of_wire(lead) or answered or likely or voice(inside) >= TOLD)):
        return "answer"
    return "letter" if called == "letter" or count_words(inside) >= MIN_LETTER else None
