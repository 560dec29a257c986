"""A citation in words: runs of text of which some are italic and one may be the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_STOPS: Final = (".", "?", "!", "…", "。", "？", "！")
_QUOTES: Final = "”’»\"'"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a citation; `href` is the address that it is, empty for words."""

    text: str
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """How a document is cited: `style` chicago, mla or gost, its `name`, the language of its words, and the runs."""

    style: str
    name: str
    lang: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The citation as plain text."""
        return "".join(run.text for run in self.runs)


def sentences(elements: Iterable[Run | str | tuple[Run | str, ...]], between: str = " ") -> tuple[Run, ...]:
    """Join the elements of a citation, each closed by a full stop; what is empty is left out.

    An element is a text, a run, or a tuple of both. None is closed twice: after a full stop, a question mark or an
    exclamation mark nothing is added, even where quotation marks stand behind it.
    """
    made: list[Run] = []
    for element in elements:
        runs = [
            run if isinstance(run, Run) else Run(run) for run in (element if isinstance(element, tuple) else [element])
        ]
        runs = [run for run in runs if run.text]
        if runs:
            closed = runs[-1].text.rstrip(_QUOTES)[-1:] in _STOPS and not runs[-1].href
            stop = "" if closed else "."
            made += [*([Run(between)] if made else []), *runs, *([Run(stop)] if stop else [])]
    return _merged(made)


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Make one run of neighbours that look alike."""
    made: list[Run] = []
    for run in runs:
        if made and not (run.href or made[-1].href) and run.italic == made[-1].italic:
            made[-1] = Run(made[-1].text + run.text, run.italic)
        else:
            made.append(run)
    return tuple(made)


def quoted(title: str) -> str:
    """Return a title in English quotation marks, those inside it single, with its full stop inside them."""
    inner = title.replace("“", "‘").replace("”", "’")
    for turn in range(inner.count('"')):
        inner = inner.replace('"', "’" if turn % 2 else "‘", 1)
    stop = "" if inner.rstrip(_QUOTES)[-1:] in _STOPS else "."
    return f"“{inner}{stop}”"
