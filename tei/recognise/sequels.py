"""Telegrams that the page's words tie to the one before: "Two days later he added:", "Pell replied that evening:".

It goes between the same two, or back, and its day is counted from that of the one before. Only what neither the
telegram nor its own sentence says is taken from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from tei.model import Action, Basis, Certainty, Moment, Name, Telegram
from tei.recognise.intervals import days_from
from tei.regexes import regex

Side = Literal["sent", "received"]

_AGAIN: Final = regex(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:[a-z]+\s){0,2}?(?:added|continued|repeated|followed)\b|\b(?:again|once\smore)\b|"
    r"\b(?:another|a\s(?:second|third|fourth|further|final|last)|(?:[Hh]is|[Hh]er|[Tt]he)\s(?:second|third|next|final|last))\s"
    r"(?:[a-z]+\s)?(?:telegram|telegramme|cable|cablegram|wire|message|one|letter)\b|\b(?:he|she|they)\ssent\sanother\b"
)
MAX_APART: Final = 400
"""So many letters at most stand between a telegram and "His reply:", which names neither side."""
MAX_STORY: Final = 1500
"""So many at most stand between one and an answer, or another, that names one side."""


def goes_again(text: str) -> bool:
    """Say whether a sentence hands over to one more telegram of the same: "Two days later he added:"."""
    return _AGAIN.search(text) is not None


def answered_to(telegram: Telegram, before: Telegram, *, told: bool) -> Telegram:
    """Name the other side of an answer: it goes back to him whose telegram stands before it.

    What names only one side is completed; where the two telegrams name others, somebody else was answered. `told`: a
    sentence of the page hands over to it, so that who answers may be another of the office that was asked.
    """
    sender, recipient = telegram.party("sent"), telegram.party("received")
    asked, addressed = before.party("sent"), before.party("received")
    apart = telegram.start - before.end
    if recipient is None and sender and asked and not same(sender, asked) and not _goes_somewhere(telegram):
        serves = told and apart <= MAX_STORY and _serves(sender, addressed)
        return completed(telegram, "received", asked) if serves or _fits(sender, addressed) else telegram
    if sender is None and recipient and addressed and asked and same(recipient, asked):
        return completed(telegram, "sent", addressed)
    if sender is None and recipient is None and addressed and asked and apart <= MAX_APART:
        return completed(completed(telegram, "sent", addressed), "received", asked)
    return telegram


def repeated_to(telegram: Telegram, before: Telegram) -> Telegram:
    """Name the sides of one more telegram that its sentence leaves open: they are those of the one before it."""
    sender, recipient = telegram.party("sent"), telegram.party("received")
    first, second = before.party("sent"), before.party("received")
    if first is None or telegram.start - before.end > MAX_STORY or (sender is not None and not same(sender, first)):
        return telegram
    if recipient is None and second is not None:
        telegram = completed(telegram, "received", second)
    fits = second is None or recipient is None or same(recipient, second)
    return completed(telegram, "sent", first) if sender is None and fits else telegram


def counted_from(telegram: Telegram, before: Telegram, days: int) -> Telegram:
    """Give a telegram without a day that of the one before it, so many days later."""
    day = before.sent.day if before.sent else ""
    known = telegram.sent is not None and bool(telegram.sent.day) and not _is_told_before(telegram.sent)
    if known or len(day) < len("1938-05-03") or before.sent is None or telegram.start - before.end > MAX_STORY:
        return telegram
    moment = days_from(replace(before.sent, when=day), days)
    evidence = replace(moment.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    return with_action(telegram, "sent", lambda action: replace(action, moment=replace(moment, evidence=evidence)))


def _is_told_before(moment: Moment) -> bool:
    """Say whether a day was only taken from what the page says before: of some telegram, perhaps another."""
    evidence = moment.evidence
    external = evidence.step == "notices" and evidence.basis is Basis.EXTERNAL
    return external and evidence.certainty is Certainty.MEDIUM


def completed(telegram: Telegram, side: Side, other: Name) -> Telegram:
    """Name a side of a telegram that has none."""
    evidence = replace(other.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    name = replace(other, pseudonym=False, evidence=evidence)
    return with_action(telegram, side, lambda action: replace(action, names=(name, *action.names[1:])))


def with_action(telegram: Telegram, type_: Side, change: Callable[[Action], Action]) -> Telegram:
    """Change an action of the envelope; it is added, after the sending, where there is none."""
    outer = telegram.envelopes[0]
    present = outer.action(type_)
    if present is not None:
        actions = tuple(change(action) if action is present else action for action in outer.actions)
    elif type_ == "sent":
        actions = (change(Action("sent")), *outer.actions)
    else:
        at = next((i + 1 for i, action in enumerate(outer.actions) if action.type == "sent"), 0)
        actions = (*outer.actions[:at], change(Action("received")), *outer.actions[at:])
    return replace(telegram, envelopes=(replace(outer, actions=actions), *telegram.envelopes[1:]))


def same(one: Name, other: Name) -> bool:
    """Say whether two names are of one person: by the lists, or by the last word of each."""
    if one.ref and other.ref:
        return one.ref == other.ref
    return _last_word(one) == _last_word(other)


def _goes_somewhere(telegram: Telegram) -> bool:
    """Say whether the page names the place that a telegram went to."""
    received = telegram.envelopes[0].action("received")
    return received is not None and received.place is not None


def _fits(name: Name, other: Name | None) -> bool:
    return other is None or same(name, other)


def _serves(name: Name, other: Name | None) -> bool:
    """Say whether somebody can have answered for a body, or at a place, to which the telegram before him went."""
    return other is not None and (other.kind in ("org", "place") or name.kind == "org")


def _last_word(name: Name) -> str:
    return name.text.rstrip(" .,").rpartition(" ")[2].casefold()
