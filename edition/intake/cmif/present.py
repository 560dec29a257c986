"""What an edition has already: letters that a list names too are not imported once more."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Final

from edition.aside import IMPORTED, LISTS
from edition.config import Config
from edition.corpus import load_corpus
from edition.corpus.model import Corpus, Kind
from edition.intake.cmif.joining import Joining
from edition.intake.cmif.reading import Listed

_PAGE: Final = re.compile(r"\.(?:html?|xml|php)$", re.IGNORECASE)
_DAY: Final = len("1937-09-04")
Parties = tuple[str, frozenset[tuple[Kind, str]], frozenset[tuple[Kind, str]]]


def corpus_of(config: Config, output: Path | None) -> Corpus | None:
    """Return the edition without the import that is made anew; None where there is nothing yet."""
    imports = sorted(config.imports.iterdir()) if config.imports.is_dir() else []
    others = [one for one in imports if one != output and (one / IMPORTED).is_file()]
    own = [config.output] if config.path is not None else []
    paths = [one for one in (*own, *(one / "tei" for one in others)) if one.is_dir()]
    lists = [one for one in (*config.authority, *(one / LISTS for one in others)) if one.exists()]
    return load_corpus(paths, authority=lists)[0] if paths or lists else None


class Present:
    """Finds the letters of a list among the documents of an edition.

    By their address, by the end of it where an id and the day agree, else by day, sender and recipient.
    """

    def __init__(self, corpus: Corpus | None, url: str) -> None:
        """Take the edition and the address of its site."""
        documents = corpus.documents if corpus is not None else ()
        self._addresses = {value: one.id for one in documents for _, value in one.identifiers if "://" in value}
        if url:
            self._addresses |= {f"{url}telegrams/{one.id}.html": one.id for one in documents}
        self._called = {
            (one.date.when[:_DAY], name.casefold()): one.id
            for one in documents
            if len(one.date.when) >= _DAY
            for name in (one.id, one.path.stem)
        }
        self._ids: dict[Parties, list[str]] = {}
        for one in documents:
            senders = frozenset((name.kind, name.key) for name in one.senders if name.key)
            recipients = frozenset((name.kind, name.key) for name in one.recipients if name.key)
            if senders and recipients and len(one.date.when) >= _DAY:
                self._ids.setdefault((one.date.when[:_DAY], senders, recipients), []).append(one.id)
        self._met: Counter[Parties] = Counter()

    def find(self, letter: Listed, joining: Joining) -> str:
        """Say which document of the edition a letter is; of several on one day each is counted once."""
        if known := self._addresses.get(letter.address):
            return f"the edition has it as {known}"
        day = letter.step("sent").day
        if known := self._called.get((day, _called(letter.address)), ""):
            return f"the edition has {known} of the same name and day"
        sides = [
            [joined for one in letter.step(type_).names if (joined := joining.find(one)) is not None and joined.known]
            for type_ in ("sent", "received")
        ]
        if len(day) < _DAY or not all(sides):
            return ""
        senders, recipients = (frozenset((one.kind, one.id) for one in side) for side in sides)
        ids = self._ids.get((day, senders, recipients), [])
        at = self._met[day, senders, recipients]
        if at >= len(ids):
            return ""
        self._met[day, senders, recipients] += 1
        return f"the edition has {ids[at]} of the same day, sender and recipient"


def _called(address: str) -> str:
    """Return the last part of an address without what says that it is a page."""
    return _PAGE.sub("", address.rstrip("/#").rpartition("/")[2]).casefold()
