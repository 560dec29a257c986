"""The entry of the lists whose name is nearest to one that they do not have: most often that is a slip of spelling."""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from tei.authority import Authority

_LEAST: Final = 0.76
_OTHER_INITIAL: Final = 0.9
"""How like two names must be that begin with another letter: slips there are rare."""
_SHORTEST: Final = 4
_LETTERS: Final = 4
"""So many letters may one name have that the other lacks."""


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest entry: its id and name, and the form of the list that is like the name asked for."""

    id: str
    name: str
    form: str


class Nearest:
    """An index of listed forms by length and letters, made when it is first asked."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._rows: dict[tuple[str, int], dict[tuple[str, str], str]] | None = None
        self._forms: dict[tuple[str, int], list[tuple[int, str, str, str]]] = {}

    def to(self, name: str, kind: str) -> Near | None:
        """Return the nearest entry of that kind, None where nothing is near; the same name always gives the same."""
        plain = name.casefold()
        if len(plain) < _SHORTEST:
            return None
        best: tuple[float, str, str] | None = None
        for asked in dict.fromkeys((plain, plain.split()[-1])):
            if len(asked) >= _SHORTEST and (found := self._nearest(asked, kind)) and (best is None or found > best):
                best = found
        if best is None:
            return None
        entry = self._authority.get(best[2])
        return Near(best[2], entry.name, best[1]) if entry else None

    def _nearest(self, asked: str, kind: str) -> tuple[float, str, str] | None:
        letters = _mask(asked)
        matcher = difflib.SequenceMatcher(autojunk=False)
        matcher.set_seq2(asked)
        best: tuple[float, str, str] | None = None
        for size in range(len(asked) - 2, len(asked) + 3):
            for mask, plain, form, id_ in self._of_size(kind, size):
                if (mask ^ letters).bit_count() > _LETTERS:
                    continue
                matcher.set_seq1(plain)
                least = best[0] if best else _LEAST
                if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                    ratio = matcher.ratio()
                    least = _LEAST if plain[0] == asked[0] else _OTHER_INITIAL
                    if ratio >= least and (best is None or (-ratio, id_, form) < (-best[0], best[2], best[1])):
                        best = (ratio, form, id_)
        return best

    def _of_size(self, kind: str, size: int) -> list[tuple[int, str, str, str]]:
        """Return the forms of a kind that have so many letters; of most lengths none is ever asked for."""
        key = kind, size
        if key not in self._forms:
            rows = self._index().get(key, {})
            self._forms[key] = [(_mask(plain), plain, form, id_) for (plain, id_), form in rows.items()]
        return self._forms[key]

    def _index(self) -> dict[tuple[str, int], dict[tuple[str, str], str]]:
        if self._rows is None:
            found: dict[tuple[str, int], dict[tuple[str, str], str]] = defaultdict(dict)
            for entry in self._authority.entries:
                for variant in entry.variants:
                    for form in dict.fromkeys((variant.form, variant.surname)):
                        if len(form) >= _SHORTEST - 1:
                            found[str(entry.kind), len(form)].setdefault((form.casefold(), entry.id), form)
            self._rows = found
        return self._rows


def _mask(name: str) -> int:
    """Return the letters of a name as bits, so that names which share few are told apart at once."""
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) % 61)
    return bits
