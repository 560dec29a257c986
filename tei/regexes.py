"""Regular expressions that are compiled when they are first used.

Recognition knows more than a thousand of them, of which a page needs some hundred; compiling all takes longer than
three telegrams.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

from tei.regexcache import compiled

_METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split", "scanner")


class _Later:
    """Stands for a pattern; from the first use on, its methods are those of the compiled one."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern
        self._wanted = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(self._source, self._wanted)
        self.__dict__.update((method, getattr(made, method)) for method in _METHODS)
        return getattr(made, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, compiled later; re.error comes with its first use."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
