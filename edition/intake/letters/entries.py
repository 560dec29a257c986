"""The persons, places and bodies that an edition has already: the ids of imported lists are told from theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from edition.aside import IMPORTED, LISTS
from edition.config import Config
from edition.corpus.gathering import files_of
from edition.corpus.lists import entries_of
from edition.corpus.model import Entry
from edition.intake.letters.known import Person, person_of
from tei.errors import SourceError
from tei.xmlfile import parse_file


def entries_of_edition(config: Config, name: str) -> dict[str, list[Person]]:
    """Return the entries of an edition's lists and of its imports by id; `name` is the import that is made anew."""
    found: dict[str, list[Person]] = defaultdict(list)
    for path in files_of(_files(config, name)):
        try:
            root = parse_file(path).getroot()
        except SourceError:
            continue  # `tei validate` says it
        for entry in entries_of(root):
            if isinstance(entry, Entry) and (person := person_of(entry)) not in found[entry.key]:
                found[entry.key].append(person)
    return found


def _files(config: Config, name: str) -> Iterator[Path]:
    """Yield lists, and documents, which carry excerpts of lists."""
    yield from config.authority
    if config.path is not None and config.output.is_dir():
        yield config.output
    for folder in sorted(config.imports.iterdir()) if config.imports.is_dir() else ():
        if folder.name != name and (folder / IMPORTED).is_file():
            yield from (folder / part for part in (LISTS, "tei") if (folder / part).is_dir())
