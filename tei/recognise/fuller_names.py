"""Which of two names says more: that of the title or that of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.model import Name
from tei.recognise.chinese_names import called_by, contracted, is_personal
from tei.recognise.counting import is_sign
from tei.recognise.naming import is_holder, unranked
from tei.recognise.parties import is_capitalised
from tei.regexes import regex

MAX_NAME: Final = 4
"""Words of a name of somebody."""

INITIALS: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){1,2}[A-ZÀ-ÞА-ЯЁ]\.?")
"""A signature of initials alone says less than the title."""


def is_desk_of(written: tuple[Name, ...], titled: Name) -> bool:
    """Say whether a form names only the station, "From the Station in Pellia", whose man the title names."""
    return titled.kind == "person" and len(written) == 1 and not written[0].ref and bool(_DESK.match(written[0].text))


_DESK: Final = regex(r"(?:the\s+)?(?:Station|Desk|Post|Office|Embassy|Legation|Mission|Delegation)\b", re.IGNORECASE)


def signs_for(signer: Name, holder: Name) -> bool:
    """Say whether somebody else signed for the one who held the office then, as an Acting Secretary does."""
    surname = signer.text.split()[-1].strip(".,[]()").lower()
    return holder.kind == signer.kind == "person" and len(surname) > 2 and surname not in holder.preferred.lower()


def is_completed(titled: Name, written: Name) -> bool:
    """Say whether a signature is the title's name with words that the editor supplied, "[North] Pellian Embassy"."""
    if "[" not in written.text or written.kind == "person":
        return False
    plain = written.text.replace("[", "").replace("]", "")
    return plain.lower() == titled.text.lower().removeprefix("the ")


def is_fuller(titled: Name, written: Name) -> bool:
    """Say whether a title names someone more fully than his signature does, "Nina Ostapova" for "N. Ostapova".

    A cover name is shown as it was used.
    """
    if titled.pseudonym or written.pseudonym or not same_name(titled, written) or "[" in titled.text:
        return False
    full = _POSTED.sub("", titled.text)
    fuller = _letters(full) > _letters(written.text) or (
        titled.text.upper() == written.text != titled.text and "." in written.text
    )
    return fuller and not is_holder(after_office(titled.text))


_POSTED: Final = regex(
    r"^(?:[Tt]he\s)?(?:[A-Z][a-z]+\s){0,2}(?:Ambassador|Consul|Envoy|Representative|Minister|Chargé\sd[’']affaires)\s(?:in|to|at)\s"
    r"(?:the\s)?[A-Z][\w-]+\s(?=[A-Z][\w’.-]+(?:\s[A-Z][\w’.-]+)?$)"
)
"""An office with its seat before a name, "Polar Ambassador in Oslo Pell", which the signature "A. Pell" needs not."""


def holds(titled: Name, written: Name) -> bool:
    """Say whether a title names an office with the one whom the text names, “Chief of Division (Pell)” for “Pell”."""
    surname = unranked(written.text).split()[-1:]
    if titled.text[-1:] != ")":
        return _is_office_of(titled, written) or is_short_for(written, titled)
    return bool(surname) and f"{surname[0]})" in titled.text.replace(" )", ")")


def is_short_for(written: Name, titled: Name) -> bool:
    """Say whether a text in Chinese calls him by a part of the name that the title gives in full, 元洪, 武昌黎都督."""
    if written.ref or not is_sign(written.text[:1]) or titled.kind != "person":
        return False
    full = contracted(titled.text.removesuffix("等"))
    return full not in written.text and is_personal(full) and called_by(written.text, full)


def _is_office_of(titled: Name, written: Name) -> bool:
    """Say whether an address is the office alone of the one whom a Russian title names with it."""
    office, whole = written.text.lower().rstrip(" .,:"), titled.text.lower()
    return not office.isascii() and " " in office and len(office) < len(whole) and whole.startswith(office)


def is_named(titled: Name, written: Name) -> bool:
    """Say whether a title names the addressee more fully, in a few words that all are his name."""
    if titled.pseudonym or written.pseudonym or not same_name(titled, written) or "[" in titled.text:
        return False
    full, short = unranked(after_office(titled.text)), unranked(written.text)
    longer = _letters(full) > _letters(short) or (full.lower() == short.lower() and short != written.text)
    return longer and not is_holder(full) and len(full.split()) <= MAX_NAME and is_capitalised(full)


def is_nickname(titled: Name, written: Name) -> bool:
    """Say whether somebody whom the title names in full signs as friends call him: "Nicky" under "Nicholas II to …"."""
    if is_short_for(written, titled) or (titled.kind == "person" and _OFFICE_ALONE.fullmatch(written.text.strip(" ."))):
        return True
    if written.ref or titled.evidence.step == "notices" or titled.kind != "person" or is_holder(titled.text):
        return False
    called, full = written.text.strip(" ."), titled.text.split()
    if not (called.isalpha() and called[:1].isupper() and called.endswith(_DIMINUTIVE) and len(called) <= MAX_CALLED):
        return False
    return len(full) > 1 and any(word[:2] == called[:2] for word in full)


_OFFICE_ALONE: Final = regex(
    r"(?:временный\s)?(?:(?:сов)?посол|полпред|посланник|поверенный(?:\sв\sделах)?|(?:ген)?консул|нарком(?:индел)?|министр|"
    r"председатель|начальник|директор|комиссар|представитель|торгпред|секретарь|командующий)",
    re.IGNORECASE,
)
"""What an envoy signs with instead of his name, «Полпред»."""
_DIMINUTIVE: Final = ("y", "ie", "i", "a", "ya", "ka", "и", "а", "я", "кс")
MAX_CALLED: Final = 8


def after_office(text: str) -> str:
    """Return a full name without the office before it: "Ambassador Nina Ostapova"."""
    match = _OFFICE_BEFORE.match(text)
    return text[match.end() :] if match else text


_OFFICE_BEFORE: Final = regex(
    r"(?:the\s+)?(?:(?:Soviet|Chinese|American|British|First|Deputy|Vice|Prime|Foreign|Defen[cs]e|Acting|Party|General)\s)*"
    r"(?:Ambassador|Minister|Premier|President|Secretary|Consul|Envoy|Director|Chairman|Marshal|Admiral|Chancellor|"
    r"Commissar|Commissioner)\s+(?=[A-ZÀ-Þ][\w’'.-]*\s[A-ZÀ-Þ])"
)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def is_longer(name: Name, words: Sequence[str]) -> bool:
    """Say whether a name has more words than these, and no more than a name has."""
    return len(words) < len(unranked(name.text).split()) <= MAX_NAME


def same_name(one: Name, other: Name) -> bool:
    """Say whether two names are of the same one: by the authority lists, else by their words."""
    if one.ref and other.ref:
        return one.ref == other.ref
    words = [set(name.text.lower().replace(".", " ").split()) for name in (one, other)]
    return bool(words[0] & words[1])


def are_initials(written: Sequence[Name]) -> bool:
    """Say whether all that signs is initials."""
    return bool(written) and all(INITIALS.fullmatch(name.text) for name in written)


def on_the_way(written: Sequence[Name], ways: Sequence[Name]) -> bool:
    """Say whether those whom the text names are all such through whom it goes by its title."""
    return bool(written) and all(any(same_name(name, way) for way in ways) for name in written)


def heads(name: Name) -> bool:
    """Say whether a name heads the document itself: in its title, or as the body on whose form it stands."""
    return name.evidence.step != "notices" or (name.kind == "org" and bool(name.ref))
