"""TEL221: a name in an envelope that does not say which person or body is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.findings import Finding, Rule, Severity
from tei.validate.rules.facts import Facts, name, within, words

RULE: Final = Rule(
    "TEL221",
    "name-without-identity",
    Severity.INFO,
    "A sender or recipient is named, but @ref (or @key) does not tie the name to an entry of an authority list or "
    "to an identifier, so it is neither counted with other letters of that person nor found by harvesters.",
    bad='<correspDesc><correspAction type="sent"><persName>Vetrov</persName></correspAction></correspDesc>',
    good='<correspDesc><correspAction type="sent"><persName ref="people.xml#vetrov">Vetrov</persName></correspAction>'
    "</correspDesc>",
)
SAME: Final = frozenset({"name-identified"})
_NOBODY: Final = frozenset({"", "unknown", "anonymous", "n. n.", "n.n.", "[unknown]", "unbekannt", "inconnu"})


def check(facts: Facts) -> Iterator[Finding]:
    """Yield the names of persons and bodies in envelopes that are tied to nothing."""
    for element in facts.named("persName", "orgName"):
        tied = any(element.get(attribute) for attribute in ("ref", "key", "sameAs", "corresp"))
        if tied or not within(element, "correspAction") or words(element).lower() in _NOBODY:
            continue
        if not any(child.get("ref") or child.get("key") for child in element.iter()):
            hint = "add @ref with the entry of a list, or an address of VIAF, GND or Wikidata"
            yield facts.found(RULE, element, f"<{name(element)}> {words(element)!r} does not say who that is", hint)
