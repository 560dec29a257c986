"""What the editors of a volume put into square brackets in italics: text withheld, left out, or their own words.

After the usage of the series: "[1 line not declassified]", "[less than 1 line of source text not declassified]",
"[Here follow 2 paragraphs.]"; anything else is the editors' correction or remark.
"""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_WITHHELD: Final = regex(
    r".{0,60}?\b(?:not|remains? un)\s?-?declassified.{0,40}|.{0,60}\bclassified\b",
    re.I,
)
_LEFT_OUT: Final = regex(r"(?:here|there) follow(?:s|ed)?\b.*|omission.*|.{0,40}\bomitted\b.*", re.I | re.S)
_SIZE: Final = regex(
    r"(?P<less>less than |about |approximately )?(?P<n>\d*\s?[13]/[24]|\d+(?:[½¼¾]|\.\d+)?|[½¼¾]|one|two|three)[- ]?"
    r"(?P<unit>lines?|words?|paragraphs?|pages?|letters?)\b",
    re.I,
)
_BROKEN: Final = regex(r"(?P<whole>\d*)\s?(?P<over>[13])/(?P<under>[24])")
_NUMBERS: Final = {"one": "1", "two": "2", "three": "3", "½": "0.5", "¼": "0.25", "¾": "0.75"}
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75"}


def read(text: str) -> dict[str, str] | None:
    """Return the attributes of the gap that words in brackets stand for, None where they are no gap."""
    if _WITHHELD.fullmatch(text):
        return {"reason": "undeclassified", **_size(text)}
    if _LEFT_OUT.fullmatch(text):
        return {"reason": "omitted", **_size(text)}
    return None


def _size(text: str) -> dict[str, str]:
    found = _SIZE.search(text)
    if found is None:
        return {}
    unit = found["unit"].lower().removesuffix("s")
    number = found["n"].lower()
    if broken := _BROKEN.fullmatch(number):  # "1 1/2", or "11/2" where the small figures of the print are lost
        number = f"{int(broken['whole'] or 0) + int(broken['over']) / int(broken['under']):g}"
    quantity = _NUMBERS.get(number) or number[:-1] + _FRACTIONS[number[-1]] if number[-1] in _FRACTIONS else number
    quantity = _NUMBERS.get(number, quantity)
    if found["less"]:
        return {"unit": unit, "extent": found.group().strip()}
    return {"unit": unit, "quantity": quantity}
