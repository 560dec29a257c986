"""What each finding means: the rules of all parts of the program, gathered, and shown one at a time."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from tei.findings import Rule

_MODULES: Final = (
    "tei.xmlfile",
    "tei.files",
    "tei.capture",
    "tei.recognise",
    "tei.archives",
    "tei.authority",
    "tei.decisions",
    "tei.odd",
    "tei.relaxng",
    "tei.schematron",
    "tei.validate",
    "edition.config",
    "edition.resources",
    "edition.lock",
    "edition.drafting",
    "edition.proposals",
    "edition.missing",
    "edition.filing",
    "edition.finishing",
    "edition.candidates",
    "edition.encoding",
    "edition.render",
    "edition.site.catalogues",
    "edition.corpus",
    "edition.build",
    "edition.searching",
    "edition.serving",
    "edition.book.glyphs",
    "edition.exchange.request",
    "edition.exchange.exporting",
    "edition.exchange.splitting",
    "edition.intake.importing",
    "edition.intake.letters",
    "edition.intake.cmif",
    "edition.intake.frus.findings",
    "edition.intake.table.rules",
    "edition.starting",
    "tei.validate.rules.register",
    "edition.lintconfig",
    "edition.corpusrules",
    "edition.baseline",
    "edition.changed",
    "edition.validation",
    "edition.commands.cite",
    "edition.commands.render",
)


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by code."""
    return tuple(sorted({rule.code: rule for rule in _gathered()}.values(), key=lambda rule: rule.code))


def _gathered() -> Iterator[Rule]:
    for name in _MODULES:
        yield from import_module(name).RULES


def explain(code: str) -> str | None:
    """Return the manual page of a code, the nearest code where it is misspelt, None where nothing is near."""
    rules = {rule.code: rule for rule in all_rules()}
    wanted = code.upper()
    rule = rules.get(wanted) or next((rule for rule in rules.values() if rule.name == code.lower()), None)
    if rule is not None:
        return _page(rule)
    near = difflib.get_close_matches(wanted, list(rules), 1, 0.7)
    return f"There is no {code}. Did you mean {near[0]}?\n\n{_page(rules[near[0]])}" if near else None


def _page(rule: Rule) -> str:
    lines = [f"{rule.code} {rule.name} ({rule.severity.label})", "", rule.why]
    for title, example in (("Bad", rule.bad), ("Good", rule.good)):
        if example:
            lines += ["", f"{title}:", *(f"    {line}" for line in example.splitlines())]
    return "\n".join(lines) + "\n"


def listing() -> str:
    """Return all codes with their names, a line each."""
    return "".join(f"{rule.code}  {rule.severity.label:<8} {rule.name}\n" for rule in all_rules())
