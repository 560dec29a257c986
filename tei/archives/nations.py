"""Whose archive a name means that several countries use: "Finnish National Archives", "National Archives of Norway".

"National Archives" alone is the American or the British one; with the adjective or the name of another country it is
neither, and an archive that no register has is better left unknown.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_ADJECTIVES: Final = (
    "AL albanian, AR argentine argentinian, AM armenian, AU australian, AT austrian, "
    "AZ azerbaijani azeri, BD bangladeshi, BY belarusian belorussian byelorussian, BE belgian, "
    "BR brazilian, BG bulgarian, MM burmese, KH cambodian, CA canadian, CL chilean, CN chinese, "
    "CO colombian, HR croatian, CU cuban, CY cypriot, CZ czech czechoslovak, DK danish, NL dutch, "
    "EG egyptian, EE estonian, ET ethiopian, FI finnish, FR french, GE georgian, DE german, GH ghanaian, "
    "GR greek, HU hungarian, IS icelandic, IN indian, ID indonesian, IR iranian, IQ iraqi, IE irish, "
    "IL israeli, IT italian, JP japanese, KZ kazakh, KE kenyan, KR korean, KG kyrgyz, LA lao, "
    "LV latvian, LB lebanese, LT lithuanian, LU luxembourg, MK macedonian, MY malaysian, MT maltese, "
    "MX mexican, MD moldovan moldavian, MN mongolian, MA moroccan, NP nepalese, NG nigerian, "
    "NO norwegian, PK pakistani, PE peruvian, PH philippine filipino, PL polish, PT portuguese, "
    "RO romanian rumanian, RU russian soviet, RS serbian yugoslav, SG singaporean, SK slovak, "
    "SI slovene slovenian, ZA african, ES spanish, LK lankan, SE swedish, CH swiss, TW taiwanese, "
    "TJ tajik, TZ tanzanian, TH thai, TN tunisian, TR turkish, TM turkmen, UA ukrainian, "
    "GB british english scottish welsh uk u.k., US american us u.s. usa, UY uruguayan, UZ uzbek, "
    "VE venezuelan, VN vietnamese, ZM zambian, ZW zimbabwean zealand"
)
_COUNTRY_OF: Final = {word: line.split()[0] for line in _ADJECTIVES.split(", ") for word in line.split()[1:]}
_SHARED: Final = regex(r"(?:the )?(?:national|(?:central )?state|federal) archives?(?![a-z])")
"""A name that many countries have, in the skeleton of a text."""
_WORD_BEFORE: Final = regex(r"(?<![^\W_])[a-z][a-z.]*(?= $)")
_OF: Final = regex(
    r",? of (?:the )?(?=[a-z])"
    r"(?!(?:u\.? ?s|united (?:states|kingdom)|u\.? ?k|great britain|america)(?![a-z]))"
)
_ADJECTIVE: Final = regex(r"[a-z]{2}(?:ish|landic|[ae]an|ian|nese|vese)$")
"""How the adjective of a country ends that the list does not have."""
MAX_ADJECTIVE: Final = 16


def country_before(text: str, start: int, end: int) -> str | None:
    """Return the country whose adjective stands before a name that many archives share; empty: of some other country.

    `text` is a skeleton. None: nothing says of which country the archive is, or the name is one archive's own.
    """
    if "archiv" not in text[start:end] or _SHARED.match(text, start, end) is None:
        return None
    word = _WORD_BEFORE.search(text[max(0, start - MAX_ADJECTIVE) : start])
    if word and (country := _COUNTRY_OF.get(word.group(), "" if _ADJECTIVE.search(word.group()) else None)) is not None:
        return country
    return "" if _SHARED.fullmatch(text, start, end) and _OF.match(text, end) else None
