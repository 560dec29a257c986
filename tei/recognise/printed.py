"""Printed sources as citations give them: editors or authors, title, volume, place, publisher, year, pages.

Anchored on the imprint (tei.recognise.imprints) and read outwards from it; what stands before it is parted into people
and title. Of an article the title is the article's, `volume_title` the journal's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, get_args

from tei.model import Certainty, Evidence, Printed
from tei.recognise.bylines import people_and_title
from tei.recognise.chinese_imprints import find_chinese_printed
from tei.recognise.collected import cited_by_page, cited_in_short, find_collected
from tei.recognise.imprints import Imprint, find_imprints, page_ranges
from tei.recognise.newspapers import newspaper_cited
from tei.regexes import regex

__all__ = ["find_printed", "names_printed", "page_ranges"]

Type = Literal["printed", "reprint", "translation"]

_CUE: Final = regex(
    r"(?P<reprint>\b(?:re-?printed|republished|re-?issued|also (?:published|printed|in)|(?:first |"
    r"originally )?published|printed|cited|quoted|"
    r"reproduced|available|see also)(?:\s+(?:in|as|from))?\s*:?\s+|\bопубл(?:иковано)?\.?\s*(?:в)?\s*:\s*|"
    r"\bсм\.\s*(?:также)?:?\s*)|"
    r"(?P<translation>\b(?:english |the )?(?:translation|trans\.|text)\s+(?:is\s+)?(?:from|in|published in|"
    r"taken from|adapted from)\s*:?\s*|"
    r"\btranslated\s+(?:in|from)\s*:?\s+(?![A-Z][a-z]+\s+(?:by|for)\b)|\b(?:english )?translation:\s*)|"
    r"(?P<printed>\b(?:source|sources|from|источник|"
    r"(?:печатается|публикуется|воспроизв(?:одится|еден[оа]?)) по(?: (?:изданию|кн(?:иге|\.)|публикации))?|"
    r"出处|来源)\s*[:：]\s*)",
    re.IGNORECASE,
)
_BREAK: Final = regex(
    r";\s+|\)\.\s+(?=\S)|(?<=\d)\.\s+(?=[A-ZА-ЯЁ(][^\W\d_])|"
    r"(?<=[a-zà-ÿ]{4})\.[”\"]?\s+(?=\S+(?:\s\S+)?\s(?:and|in|by)\b)"
)
_VOLUME: Final = regex(
    r",?\.?\s*(?:\bvol(?:ume)?s?|\bt(?:om(?:e)?)?(?=\.?\s*\d)|\bт(?:ом)?|\bbd|\bband|第)\.?\s*(?P<volume>\d+|[IVXLC]+|"
    r"[一二三四五六七八九十]+)(?:卷|册|辑)?(?!\w)",
    re.IGNORECASE,
)
_BARE_VOLUME: Final = regex(r"(?P<words>[^\n]{4,}?),\s+(?P<volume>[ivxlc]{1,6}|[IVXLC]{1,6})")
"""A volume by its Roman numeral alone: "Polar Papers, ii (Severin, 1971)"."""
_BOOK: Final = regex(
    r",?\.?\s*(?:\bbook|\bbk|\bkn(?:iga)?|\bкн(?:ига)?|\bpart|\bpt|\bch(?:ast)?|\bч(?:асть)?|\bvyp(?:usk)?|"
    r"\bвып(?:уск)?)\.?\s*(?P<book>\d+|[IVXLC]+)(?!\w)",
    re.IGNORECASE,
)
_IN_PARENTHESES: Final = regex(r"^(?P<title>[^()\[\]]*?\S)\s*[(\[](?P<translated>[^()\[\]]+)[)\]]\s*$")
_ARTICLE: Final = regex(
    r"^[“\"‘'«„](?P<article>[^”\"»]{3,200}?)[,.]?[”\"’'»],?\.?\s+(?:[Ii]n:?\s+)?(?P<journal>[^“”]{3,}?)$|"
    r"^(?P<article2>[^/]{3,200}?)\s*//\s*(?P<journal2>.{3,})$"
)
_SHORT: Final = regex(
    r"(?:^|[(\[])\s*(?P<author>(?:[A-ZА-ЯЁ]\.\s*){1,3}[A-ZА-ЯЁ][\w’'-]+|"
    r"[A-ZА-ЯЁ][\w’'-]+):\s+[“\"‘'«]?(?P<title>[A-ZА-ЯЁ][^,.;:()\n]{2,80}?)"
    r"[”\"’'»]?,\s*(?:pp?\.|с\.)\s*(?P<pages>\d+(?:\s*[-–—]\s*\d+)?)"
)
_OF_A_FILE: Final = regex(r"(?:TOP |STRICTLY )?SECRET")
"""Marked so is a file, “Fond of Cables, Cables from Oslo, TOP SECRET, 1968”, and no book."""
_QUOTES: Final = "“”\"'‘’«»„ "
_LEAD: Final = regex(
    r"^[\s,.;:(\[—–-]*(?:\d{1,3}\s?[-–—.)]\s*)?(?:(?:also |and )?(?:in|see|cf\.)[:\s]\s*|"
    r"(?:печатается|публикуется|воспроизв(?:одится|еден[оа]?)) по(?: (?:изданию|публикации))?:\s*)?|^(?:in|"
    r"see)[:\s]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a citation that holds one imprint: where it begins, what introduces it, and the imprint."""

    start: int
    type: Type
    imprint: Imprint


def find_printed(text: str, offset: int = 0, *, archived: bool = False) -> tuple[Printed, ...]:
    """Return the printed sources that a citation names, in order.

    `archived` says that the citation gives the archive as well: what is printed is then a reprint, not the source.
    """
    found = [*find_collected(text, offset, archived=archived)]
    whole = [(one.evidence.start - offset, one.evidence.end - offset) for one in found]
    pieces = (piece for piece in _pieces(text) if not any(a < piece.imprint.end and piece.start < b for a, b in whole))
    found += [_read(text, piece, offset, archived) for piece in pieces]
    taken = [(one.evidence.start - offset, one.evidence.end - offset) for one in found]
    found += [
        _short(match, offset, archived)
        for match in (_SHORT.finditer(text) if ":" in text and ("p." in text or "с." in text) else ())
        if not any(start < match.end() and match.start("author") < end for start, end in taken)
    ]
    found += find_chinese_printed(text, offset, archived=archived)
    found += _others(cited_in_short(text, offset, archived=archived), found)
    found = [one for one in found if _OF_A_FILE.fullmatch(one.place) is None] if "ECRET" in text else found
    found = found or [*newspaper_cited(text, offset, type_="reprint" if archived else "printed")]
    found = found or [*cited_by_page(text, offset, archived=archived)]
    return tuple(sorted(found, key=lambda one: one.evidence.start))


def _others(more: Iterator[Printed], found: list[Printed]) -> list[Printed]:
    """Return the citations that are not read yet: no other stands where they do."""
    taken = [(one.evidence.start, one.evidence.end) for one in found]
    return [one for one in more if not any(a < one.evidence.end and one.evidence.start < b for a, b in taken)]


def names_printed(text: str) -> bool:
    """Say whether a text names a printed source at all, without reading what it says of it."""
    return bool(
        any(find_collected(text))
        or _pieces(text)
        or _SHORT.search(text)
        or any(find_chinese_printed(text, 0, archived=False))
        or any(cited_in_short(text))
        or newspaper_cited(text)
        or any(cited_by_page(text))
    )


@lru_cache(maxsize=512)  # a paragraph is asked whether it is a source, and then read as one
def _pieces(text: str) -> tuple[_Piece, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Piece]:
    last = 0
    for imprint in find_imprints(text):
        cue = max(_CUE.finditer(text, last, imprint.start + 1), key=lambda match: match.end(), default=None)
        start = cue.end() if cue and cue.end() <= imprint.start else _start(text, last, imprint.start)
        if imprint.title or len(text[start : imprint.start].strip(_QUOTES + ",.(;")) > 2:
            yield _Piece(start, _type(cue), imprint)
            last = imprint.end


def _type(cue: re.Match[str] | None) -> Type:
    """Take the type from the words that introduce a citation."""
    named = cue.lastgroup if cue else None
    types: tuple[Type, ...] = get_args(Type)
    return next((type_ for type_ in types if type_ == named), "printed")


def _start(text: str, last: int, imprint: int) -> int:
    """Without an introducing word, a citation begins after the last stop that ends a sentence or another citation."""
    start = last
    for match in _BREAK.finditer(text, last, imprint):
        if len(text[match.end() : imprint].strip(_QUOTES + ",.(;")) > 2:
            start = match.end()
    return start


def _read(text: str, piece: _Piece, offset: int, archived: bool) -> Printed:
    imprint = piece.imprint
    head = text[piece.start : imprint.start]
    lead = _LEAD.match(head)
    start = imprint.start if imprint.title else piece.start + (lead.end() if lead else 0)
    words = imprint.title or text[start : imprint.start].strip(" ,(—–")
    bare = _BARE_VOLUME.fullmatch(words) if words[-1:] in "ivxlcIVXLC" else None
    byline = people_and_title(bare["words"] if bare else words)
    article = _ARTICLE.match(byline.title)
    volume, book, title, subtitle = ("", "", byline.title, "") if imprint.title or article else _title(byline.title)
    if article:
        title, subtitle = article["article"] or article["article2"], article["journal"] or article["journal2"]
        volume, book, subtitle, _ = _title(subtitle)
    inside = _IN_PARENTHESES.match(title)
    sure = Certainty.HIGH if byline.people or imprint.title else Certainty.MEDIUM
    return Printed(
        type="reprint" if archived and piece.type == "printed" else piece.type,
        text=text[start : imprint.end].strip(),
        authors=() if byline.edited else byline.people,
        editors=byline.people if byline.edited else byline.editors,
        title=_bare(inside["title"] if inside else title),
        title_translated=_bare(inside["translated"]) if inside else "",
        volume=volume
        or (bare["volume"] if bare else "")
        or imprint.volume
        or (f"no. {imprint.issue}" if imprint.issue else ""),
        book=book or imprint.book,
        volume_title=_bare(imprint.subtitle or subtitle),
        place=imprint.place,
        publisher=imprint.publisher,
        year=imprint.year,
        pages=page_ranges(imprint.pages),
        evidence=Evidence("printed", offset + start, offset + imprint.end, sure),
    )


def _short(match: re.Match[str], offset: int, archived: bool) -> Printed:
    """Read a citation that comes again in short: author, title, page."""
    start, end = match.start("author"), match.end()
    return Printed(
        type="reprint" if archived else "printed",
        text=match.string[start:end],
        authors=(match["author"],),
        title=match["title"].strip(),
        pages=page_ranges(match["pages"]),
        evidence=Evidence("printed", offset + start, offset + end, Certainty.MEDIUM),
    )


def _bare(title: str) -> str:
    """Take off quotation marks round the whole and loose stops."""
    title = title.strip(" ,;")
    while len(title) > 1 and title[0] in _QUOTES and (title[-1] in _QUOTES or title[-1] == "."):
        title = title[1:].rstrip(_QUOTES + ".,")
    return title.rstrip(" .,;:—–") if not title.endswith(("etc.", "…")) else title


def _title(rest: str) -> tuple[str, str, str, str]:
    """Return volume, book, title and what stands after the volume number (the volume's own title or period)."""
    volume, book = _VOLUME.search(rest), _BOOK.search(rest)
    marks = sorted((match for match in (volume, book) if match), key=lambda match: match.start())
    if not marks:
        return "", "", rest.strip(" ,"), ""
    title = rest[: marks[0].start()].strip(" ,")
    after = rest[marks[-1].end() :].strip(" ,:.")
    return volume["volume"] if volume else "", book["book"] if book else "", title or after, after if title else ""
