"""Leads that hand over to an answer and do not name the telegram: "His reply:", "The Treasury answered the next day:".

They are telegrams by what stands before them: one that the same paragraph gives, or a sentence that tells of one.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.voices import TOLD, voice
from tei.recognise.sentences import last_sentence
from tei.regexes import regex

_NOUN: Final = r"(?:telegramm?e?|cable|cablegram|wire|radiogram|marconigram)"
_VERB: Final = r"(?:telegraphed|cabled|wired|radioed|telegraphs)"
_CAME: Final = regex(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse)\b(?:,\sdated\s|\s(?:came|arrived|went\sout|was\ssent|is\sdated|was\sdated)\b)[^:]*:(?:$|\s[“„«\"])|"
    r"^(?:Answer|Reply|Response)\sfrom\s[A-Z][^.:“”\"\n]{1,60}:(?:$|\s[“„«\"])"
)
"""An answer that came days later, or has a date, was sent and not spoken."""
_RUSSIAN_CAME: Final = regex(
    r"\b(?:ответил|отвечал)[аи]?\b[^:«„“\"]{0,60}?\b(?:в\sтот\sже\s(?:день|вечер)|на\s(?:следующий|другой)\sдень|(?:через|спустя)\s\w+\s(?:дн|час)\w*|"
    r"\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)|телеграммой|шифровкой|по\sтелеграфу)"
    r"\b[^:«„“\"]{0,60}:(?:$|\s[«„“\"])"
)
_ANSWER_RAN: Final = regex(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse)\b(?![^:]*\b(?:letter|speech|interview|article|note)\b)[^:“”\"]{0,120}\b(?:ran|read|runs|reads)(?:\sas\sfollows)?:$"
)
"""“The answer, addressed to Lind, ran as follows:” on a page about telegraphy."""
_ANSWERED_LATER: Final = regex(
    r"\b(?:replied|answered|responded)\b(?!\s(?:in\sa\sletter|by\sletter|in\sthe))[^:“”\"]{0,40}?\b(?:(?:the|that)\ssame|the\s(?:next|following))\s"
    r"(?:day|morning|afternoon|evening|night)\b[^:“”\"]{0,40}:$|"
    r"\b(?:replied|answered|responded)\b[^:“”\"]{0,30}\b(?:\w+\sdays\slater|within\sthe\shour)\b[^:“”\"]{0,30}:$"
)
"""“Lind replied the same evening:” on a page about telegraphy: he did so by wire."""
_CAME_BACK: Final = regex(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse|[Ii]nstructions?)\b[^.:“”\"]*\b(?:came|arrived|went|left|was|were|took|reached|followed)\b"
)
"""“The answer left that evening. It read:” behind a telegram that the same paragraph gives."""
_OWN_ANSWER: Final = regex(
    r"(?:[^“”\"]*[.!?”\"]\s)?[A-ZÀ-Þ][\w’' .-]{1,40}['’]s?\s(?:\w+\s){0,2}"
    r"(?:answer|reply|response|rejoinder)\b[^.:]{0,40}:"
)
"""“Thole’s response:” behind a telegram that the same paragraph gives."""
_OWN_REPLY: Final = regex(
    r"(?:[A-ZÀ-Þ][\w.-]+['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]he))\s(?:\w+\s){0,2}(?:answer|reply|response|rejoinder)\b(?![^.]*\b(?:letter|speech|note|interview)\b)"
)
"""“Thole’s reply became famous. It read:” on a page about telegraphy."""
_ANSWERS: Final = regex(
    r"\b(?:answered|replied|responded|returned)\b[^.:;“”\"]{0,60}:$|"
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse)\b[^.:;“”\"]{0,60}\b(?:ran|read|came|went|left)\b[^.:;“”\"]{0,40}:$"
)
"""“The Treasury answered the next morning:” behind such a telegram."""
_GOES_ON: Final = regex(
    r"\b(?:informs?|informed|instructs?|instructed|orders?|ordered|directs?|directed|advises?|advised|reports?|reported|"
    r"warns?|warned|urges?|urged|begs?|begged|requests?|requested|asks?|asked|adds?|added|notified|repeated|continued|"
    r"followed|went\sout|was\ssent|came)\b[^.;:“”\"]{0,80}:$"
)
"""“The next day he instructed Hanson:” behind such a telegram, where the words have its style."""
_ANOTHER: Final = regex(
    r"\b(?:sent|wrote|dispatched|came|received|followed)\b[^.:;“”\"]{0,40}\b(?:another|a\s(?:second|third|last|final|further)|the\s(?:next|last))"
    r"\s(?:[a-z]+\s)?(?:message|telegram|wire|cable|signal|one)\b[^.:;“”\"]{0,60}:$"
)
"""“From Harle he sent another message:” behind such a telegram."""
_MESSAGE_LAST: Final = regex(r"\b(?:message|wire|telegram|signal)\b(?!\s(?:about|on|that))[^.:;“”\"]{0,40}:$")
_FROM_HIM: Final = regex(r"\b[Tt]he\sfollowing\s(?:(?:one|reply|answer)\s)?(?:from|to|by)\s[^:“”\"]{2,80}:$")
"""“Among them is the following from the Premier:” behind a sentence about telegrams."""
_HIS_REPLY: Final = regex(
    r"(?:His|Her|Their|The|[A-ZÀ-Þ][\w’'.-]+['’]s?)\s(?:\w+\s){0,2}(?:reply|answer|response|rejoinder)(?:\s(?:was|came|ran)\b[^:“”\"]{0,30})?:"
)
_BY_WIRE: Final = regex(
    rf"\b{_VERB}\b|\bby\s(?:telegraph|telegram|wire|cable|wireless|radio)\b|\b(?:sent|received|got)\sa\s(?:\w+\s)?{_NOUN}\b"
)
"""“His reply:” behind a sentence in which somebody asked by wire."""
_HE_WRITES: Final = regex(
    r"(?:In\sit,?\s)?(?:He|She|It|They|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?)\s(?:asks|asked|writes|wrote|reads|says|said|tells|told|"
    r"reports|reported|announces|announced|warns|warned|states|stated)\b[^:“”\"]{0,60}:"
)
_DESCRIBED: Final = regex(
    rf"(?:[^.]{{0,60}}\s)?(?:An?|The|This)\s(?:[\w’'-]+\s){{0,4}}{_NOUN}\s(?:(?:sent|dated\s[^.,]{{3,24}})\s)?(?:from|by|to)\s"
)
"""“A wireless telegram from Captain Lind of the Alma to …. Lind asks: “…””, as museums describe what they have."""
_AS_FOLLOWS: Final = regex(r"\bas\sfollows:$")


def tells_of_answer(text: str) -> bool:
    """Say whether words tell of an answer that came days later, or has a date: it was sent and not spoken."""
    return _CAME.search(text) is not None or (not text.isascii() and _RUSSIAN_CAME.search(text) is not None)


def answer_came(above: str) -> bool:
    """Say whether the sentence before "It read:" tells that an answer came, behind a telegram of the same paragraph."""
    return _CAME_BACK.search(last_sentence(above)) is not None


def names_reply(above: str) -> bool:
    """Say whether the sentence before "It read:" speaks of somebody's answer."""
    return _OWN_REPLY.search(last_sentence(above)) is not None


def gives_answer(lead: str, inside: str, above: str) -> bool:
    """Say whether on a page about telegraphy a lead hands over to an answer, or to one more message.

    `above` is what stands before a lead that says no more than "It read:".
    """
    if (
        is_another(lead)
        or _ANSWER_RAN.search(lead)
        or _ANSWERED_LATER.search(lead)
        or (inside.isupper() and names_reply(lead))
    ):
        return True
    return above != "" and names_reply(above)


def is_another(lead: str) -> bool:
    """Say whether a lead hands over to one more message: "From Harle he sent another message:"."""
    return _ANOTHER.search(lead) is not None


def follows_telegram(lead: str, inside: str) -> bool:
    """Say whether a lead hands over to a telegram where the same paragraph gave one before it."""
    if _OWN_ANSWER.fullmatch(lead) or _ANSWERS.search(lead) or _ANOTHER.search(lead):
        return True
    if _MESSAGE_LAST.search(lead) and voice(inside) >= TOLD:
        return True
    return _GOES_ON.search(lead) is not None and (_AS_FOLLOWS.search(lead) is not None or voice(inside) >= TOLD)


def follows_sentence(lead: str, above: str) -> bool:
    """Say whether a lead hands over to a telegram where the sentence before it tells of one."""
    over = last_sentence(above)
    if _FROM_HIM.search(lead) and ("telegrams" in over or _BY_WIRE.search(over)):
        return True
    if _HE_WRITES.fullmatch(lead) and _DESCRIBED.match(over):
        return True
    return _HIS_REPLY.fullmatch(lead) is not None and _BY_WIRE.search(over) is not None
