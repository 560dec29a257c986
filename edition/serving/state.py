"""What the open pages are told: which build they see, and what is wrong with the one that did not take its place."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from edition.reports.frames import frame, source_lines
from tei.findings import Finding, Severity

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class News:
    """A build that ended: its number, the number of the one whose pages are shown, and what is wrong, as JSON."""

    number: int = 0
    shown: int = 0
    data: str = '{"shown": 0, "kept": false, "findings": [], "more": 0}'


class State:
    """The last news, and a way to wait for the next; shared by the builder and the threads of the server."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._changed = threading.Condition()
        self._news = News()
        self._closed = False

    @property
    def news(self) -> News:
        """The last news."""
        return self._news

    @property
    def closed(self) -> bool:
        """Say whether the server is going."""
        return self._closed

    def tell(self, findings: Sequence[Finding], placed: bool) -> None:
        """Say that a build has ended; `placed` that its pages are shown from now on."""
        with self._changed:
            number = self._news.number + 1
            shown = number if placed else self._news.shown
            self._news = News(number, shown, _json(findings, shown, kept=not placed))
            self._changed.notify_all()

    def wait(self, number: int, seconds: float) -> News:
        """Return the last news as soon as they are not those of `number`, or when the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._news.number != number or self._closed, seconds)
            return self._news

    def close(self) -> None:
        """Let all go that wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def _json(findings: Sequence[Finding], shown: int, kept: bool) -> str:
    """Return news in one line; of the findings those that must be mended."""
    lines = source_lines()
    errors = [one for one in findings if one.severity is Severity.ERROR]
    told = [
        {
            "place": str(one.location),
            "code": one.rule,
            "message": one.message,
            "hint": one.hint,
            "frame": "\n".join(frame(one.location, lines)),
        }
        for one in errors[:_SHOWN]
    ]
    news = {"shown": shown, "kept": kept, "findings": told, "more": max(0, len(errors) - _SHOWN)}
    return json.dumps(news, ensure_ascii=True)
