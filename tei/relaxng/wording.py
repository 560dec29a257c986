"""The phrases that messages are made of: names as an editor writes them, lists of alternatives, likely misspellings.

A name is `namespace}local`, or `local` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tei.names import XML_NS

LISTED: Final = 8
_NUMBERED: Final = re.compile(r"\s*\[[^\[\]]*\d[^\[\]]*\]\s*$")


def local(name: str) -> str:
    """Return the local part of a name."""
    return name.rpartition("}")[2]


def namespace(name: str) -> str:
    """Return the namespace of a name, empty where it is in none."""
    return name.rpartition("}")[0]


def element(name: str) -> str:
    """Return a name as a start tag."""
    return f"<{local(name)}>"


def attribute(name: str) -> str:
    """Return a name as an attribute, `@xml:id`."""
    return f"@xml:{local(name)}" if namespace(name) == XML_NS else f"@{local(name)}"


def quoted(value: str) -> str:
    """Return a value in quotation marks, shortened where it is long."""
    return f'"{value if len(value) <= 60 else value[:57] + "…"}"'


def either(options: Iterable[str], word: str = "or") -> str:
    """Return "a, b or c"; a long list is cut and says how much is left out."""
    found = tuple(options)
    if len(found) > LISTED:
        return f"{', '.join(found[:LISTED])} … ({len(found) - LISTED} more)"
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def gloss(documentation: str) -> str:
    """Return what a schema says of an element, without the chapters that TEI names at its end, and not too long."""
    text = _NUMBERED.sub("", documentation).strip()
    if len(text) <= 160:
        return text
    end = text.rfind(". ", 0, 160)
    return text[: end + 1] if end > 40 else f"{text[: text.rfind(' ', 0, 159)]}…"


def by_likeness(name: str, options: Iterable[str]) -> tuple[str, ...]:
    """Return the options with those first that look most like `name`; a short list stays as it is."""
    found = tuple(options)
    if len(found) <= LISTED:
        return found
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", local(name).casefold())

    def distance(option: str) -> float:
        matcher.set_seq1(local(option).casefold())
        return -matcher.ratio()

    return tuple(sorted(found, key=distance))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the name among `known` that `name` is likely a slip for, empty where none is near.

    The case of letters counts less than a wrong letter: `persname` is `persName`.
    """
    by_local: dict[str, str] = {}
    for one in known:
        by_local.setdefault(local(one), one)
    wanted = local(name)
    folded = {one.casefold(): one for one in reversed(tuple(by_local))}
    if wanted.casefold() in folded:
        return by_local[folded[wanted.casefold()]]
    letters = sorted(wanted)
    swapped = next((one for one in by_local if len(one) == len(wanted) and sorted(one) == letters), "")
    return by_local[swapped] if swapped else _close(wanted, by_local)


def _close(wanted: str, by_local: dict[str, str]) -> str:
    if len(wanted) > 100:
        return ""
    from difflib import get_close_matches

    near = get_close_matches(wanted, by_local, 1, 0.8 if len(wanted) < 6 else 0.76)
    return by_local[near[0]] if near else ""


def is_slip(name: str, meant: str) -> bool:
    """Tell whether `name` is so near to `meant` that what it holds can be checked as if it were called that."""
    from difflib import SequenceMatcher

    if len(name) > 300:
        return False
    return SequenceMatcher(None, local(name).casefold(), local(meant).casefold()).ratio() >= 0.8


HABITS: Final = {
    **dict.fromkeys(("i", "b", "em", "strong", "u", "italic", "bold", "emph", "underline", "sup", "sub"), "hi"),
    **dict.fromkeys(("para", "paragraph", "parag", "text-block"), "p"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "heading", "header"), "head"),
    **dict.fromkeys(("br", "linebreak", "break"), "lb"),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("div0", "div1", "div2", "div3", "section", "chapter", "act", "scene"), "div"),
    **dict.fromkeys(("speech", "utterance"), "sp"),
    **dict.fromkeys(("stanza", "strophe"), "lg"),
    **dict.fromkeys(("line", "verse"), "l"),
    **dict.fromkeys(("definition", "meaning"), "def"),
    **dict.fromkeys(("hw", "headword", "lemma"), "orth"),
    **dict.fromkeys(("shelfmark", "callNumber", "signatur"), "idno"),
    **dict.fromkeys(("strike", "strikethrough", "deletion"), "del"),
    **dict.fromkeys(("insertion", "addition", "ins"), "add"),
    **dict.fromkeys(("page", "pagebreak", "newpage"), "pb"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("quotation", "blockquote"), "quote"),
    **dict.fromkeys(("li", "dd"), "item"),
    **dict.fromkeys(("img", "image"), "graphic"),
    **dict.fromkeys(("footnote", "endnote", "annotation", "comment"), "note"),
    **dict.fromkeys(("person", "name"), "persName"),
    **dict.fromkeys(("sender", "addressee", "dateSender", "placeSender", "recipient"), "correspAction"),
    "TEI.2": "TEI",
    "dt": "label",
    "tr": "row",
    "a": "ref",
    "signature": "signed",
    "salutation": "salute",
    "place": "placeName",
    "unclear": "gap",
}
"""Names that come over from HTML, DocBook or earlier TEI → what they are called in TEI P5."""


def longer(name: str, known: Iterable[str]) -> str:
    """Return the name among `known` that ends in `name`, as docTitle does in title; empty where none or several do."""
    wanted = local(name)
    end = wanted[:1].upper() + wanted[1:]
    found = [one for one in known if local(one).endswith(end) and local(one) != end] if len(wanted) > 3 else []
    return found[0] if len(found) == 1 else ""


def habit(name: str, known: Iterable[str]) -> str:
    """Return the name among `known` for what other vocabularies call `name`, empty where there is none."""
    wanted = HABITS.get(local(name), "")
    return next((one for one in known if wanted and local(one) == wanted), "")
