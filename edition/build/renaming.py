"""Ids that documents once had: those that edition.toml names, and those that went away while their text stayed."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from edition.build.store import Prints
from edition.config import Alias
from edition.corpus.model import Corpus, Document
from edition.site.plan import File
from tei.findings import Finding, Location, Rule, Severity

TO_NOTHING = Rule(
    "SIT107",
    "alias-to-nothing",
    Severity.WARNING,
    "An old id leads to one that no document and no entry has, so that an address that was cited leads nowhere.",
    bad='"t1937-09-04-a" = "t1937-09-04-pashim"',
    good='"t1937-09-04-a" = "t1937-09-04-pashin"',
)
STILL_AN_ID = Rule(
    "SIT108",
    "alias-is-an-id",
    Severity.WARNING,
    "What is called an old id is an id of today; the page that has it stays, and the alias does nothing.",
)
RENAMED = Rule(
    "SIT109",
    "document-renamed",
    Severity.INFO,
    "A document of the last build is gone, and its text is there under another id. The old address leads to the new "
    "one from now on; the site itself remembers that. Write it into [aliases], so that a build elsewhere knows it too.",
    good='[aliases]\n"t1937-09-04-a-b" = "t1937-09-04-pashin-morozkin"',
)
RULES = (TO_NOTHING, STILL_AN_ID, RENAMED)

TABLE: Final = "aliases.json"
"""The file of the site that says which ids documents once had: for other programs, and for the next build."""


def prints(corpus: Corpus, before: Prints) -> Prints:
    """Return for each id the digest of the document and a fingerprint of its text, whatever the id.

    The print is empty where there is too little text to know it again; what `before` has is not reckoned anew.
    """
    found = {}
    for one in (*corpus.documents, *corpus.context):
        known = before.get(one.id)
        found[one.id] = known if known is not None and known[0] == one.digest else (one.digest, _print(one))
    return found


def _print(document: Document) -> str:
    if not document.excerpt or document.words < 3:
        return ""
    names = [(name.key, name.text) for name in (*document.senders, *document.recipients)]
    text = repr((document.excerpt, document.words, document.lang, document.date.earliest, names))
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def known_aliases(site: Path) -> dict[str, str]:
    """Return the aliases that a built site remembers."""
    try:
        found = json.loads((site / TABLE).read_bytes())
        return {str(old): str(new) for old, new in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def aliases_of(
    corpus: Corpus, told: Sequence[Alias], remembered: Mapping[str, str], moved: Mapping[str, str], config: str
) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Return which old id leads to which of today's, and what is to be said of them.

    `told` are those of edition.toml (`config` is its path), `remembered` those of the site that stands, `moved` those
    that were found by their text.
    """
    there = {*corpus.by_id, *(key for _, key in corpus.entries)}
    explicit = {alias.old: alias.new for alias in told}
    found = {**remembered, **moved, **explicit}
    good: dict[str, str] = {}
    for old in sorted(found):
        new = _end(old, found, there)
        if new and old not in there:
            good[old] = new
    findings = [*_wrong(told, good, there, config), *_unwritten(good, explicit, corpus)]
    return tuple(good.items()), tuple(findings)


def table(aliases: Sequence[tuple[str, str]]) -> tuple[File, ...]:
    """Return the file that says which ids documents once had, none where none had another."""
    if not aliases:
        return ()
    return (File(TABLE, (json.dumps(dict(aliases), ensure_ascii=False, indent=1) + "\n").encode()),)


def moved(before: Prints, now: Prints) -> dict[str, str]:
    """Return each id that is gone whose text alone is there under one id that is new, with that."""
    came: dict[str, list[str]] = defaultdict(list)
    went: dict[str, list[str]] = defaultdict(list)
    for ident, (_, mark) in now.items():
        if mark and ident not in before:
            came[mark].append(ident)
    for ident, (_, mark) in before.items():
        if mark and ident not in now:
            went[mark].append(ident)
    return {went[mark][0]: came[mark][0] for mark in went if len(went[mark]) == len(came[mark]) == 1}


def _end(old: str, found: Mapping[str, str], there: set[str]) -> str:
    """Return the id of today that an old one leads to, through others where need be; empty where to none."""
    seen = {old}
    new = found[old]
    while new not in there:
        if new in seen or new not in found:
            return ""
        seen.add(new)
        new = found[new]
    return new


def _wrong(told: Sequence[Alias], good: Mapping[str, str], there: set[str], config: str) -> Iterator[Finding]:
    for alias in told:
        place = Location(config, alias.line, 1)
        if alias.old in there:
            message = f"{alias.old} is the id of a document or entry that is there"
            yield STILL_AN_ID.at(place, message, "take the line out")
        elif alias.old not in good:
            message = f"{alias.old} leads to {alias.new}, which is no id of this edition"
            yield TO_NOTHING.at(place, message, "give the id that it has now, or take the line out")


def _unwritten(good: Mapping[str, str], explicit: Mapping[str, str], corpus: Corpus) -> Iterator[Finding]:
    for old, new in good.items():
        if old not in explicit:
            document = corpus.by_id.get(new)
            place = Location(str(document.path)) if document is not None else Location()
            hint = f'write "{old}" = "{new}" under [aliases] in edition.toml'
            yield RENAMED.at(place, f"{new} was called {old}; the old address leads here", hint, old=old, new=new)
