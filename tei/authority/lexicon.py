"""An index of claims by folded form, one automaton per script (Aho and Corasick 1975), each built when first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import ahocorasick

from tei.authority.entries import ALWAYS, Entry, Kind
from tei.authority.folding import fold_form
from tei.authority.forms import LISTED, Case, Claim, Script, claims_of, is_unbroken, matchable, script_of

Claims = tuple[Claim, ...]
LOCAL: Final = "local"


class Lexicon:
    """The forms of some entries; nothing is indexed before a text in the script asks for it."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self._claims: dict[Script, dict[str, Claims]] = {}
        self._automata: dict[Script, Any] = {}
        self._forenames: dict[str, frozenset[str]] | None = None
        self._all_forenames: frozenset[str] | None = None

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        """Send the entries alone: building the automata again is faster than sending them."""
        return type(self), (self._entries,)

    def forms(self, script: Script) -> Mapping[str, Claims]:
        """Return the claims of a script by folded form, the strongest first, then in the order of the lists."""
        if script not in self._claims:
            gathered: dict[str, list[Claim]] = {}
            for entry in self._entries:
                for folded, claim in claims_of(entry, script):
                    gathered.setdefault(folded, []).append(claim)
            self._claims[script] = {form: _ordered(claims) for form, claims in gathered.items()}
        return self._claims[script]

    def claims(self, folded: str) -> Claims:
        """Return the claims on one folded form."""
        return self.forms(script_of(folded)).get(folded, ())

    def scan(self, folded: str, script: Script) -> Iterator[tuple[int, int, Claims]]:
        """Yield every place of a folded text where a form stands as whole words: start, end, claims."""
        automaton = self._automaton(script)
        if automaton is None:
            return
        padded = f" {folded} "
        for last, (size, claims) in automaton.iter(folded):
            start = last - size + 1
            before, after = padded[start], padded[last + 2]
            if (before.isalnum() or before == "_") and _joins(before, folded[start]):
                continue
            if (after.isalpha() or after == "_") and _joins(after, folded[last]):
                continue
            yield start, last + 1, claims

    def forenames(self) -> Mapping[str, frozenset[str]]:
        """Return the folded forenames by entry id: they tell one bearer of a surname from another."""
        if self._forenames is None:
            self._forenames = {
                entry.id: frozenset(fold_form(" ".join(given)).split())
                for entry in self._entries
                if (given := [variant.forenames for variant in entry.variants if variant.forenames])
            }
        return self._forenames

    def all_forenames(self) -> frozenset[str]:
        """Return every forename of the lists, folded: a capitalised word that is none of them is no forename here."""
        if self._all_forenames is None:
            self._all_forenames = frozenset().union(*self.forenames().values())
        return self._all_forenames

    def _automaton(self, script: Script) -> Any:
        if script not in self._automata:
            automaton = ahocorasick.Automaton()
            for form, claims in self.forms(script).items():
                if not all(claim.envelope_only for claim in claims):
                    automaton.add_word(form, (len(form), claims))
            if len(automaton):
                automaton.make_automaton()
            self._automata[script] = automaton if len(automaton) else None
        return self._automata[script]


class LocalLexicon(Lexicon):
    """Forms that hold for one page or document only, each for one entry."""

    def __init__(self, forms: tuple[tuple[str, str, Kind], ...]) -> None:
        super().__init__(())
        self.local = forms

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        """Send the forms alone."""
        return type(self), (self.local,)

    def forms(self, script: Script) -> Mapping[str, Claims]:
        """Return the local claims of a script by folded form; the last one given for a form holds."""
        if script not in self._claims:
            self._claims[script] = {
                folded: (Claim(form, entry_id, kind, LOCAL, LISTED, ALWAYS, _local_case(kind, form)),)
                for form, entry_id, kind in self.local
                if script_of(form) is script and matchable(folded := fold_form(form))
            }
        return self._claims[script]


def _local_case(kind: Kind, form: str) -> Case:
    if len(form) < 9 and form.isupper() and kind is Kind.ORG:
        return Case.EXACT
    return Case.FIRST if kind is Kind.ORG else Case.WORDS


def _ordered(claims: list[Claim]) -> Claims:
    return tuple(claims) if len(claims) == 1 else tuple(sorted(claims, key=_rank))


def _rank(claim: Claim) -> int:
    return claim.rank


def _joins(neighbour: str, edge: str) -> bool:
    """Tell whether two letters side by side belong to one word: in Chinese nothing says so."""
    return not (is_unbroken(neighbour) or is_unbroken(edge))
