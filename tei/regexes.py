"""Regular expressions that are compiled when they are first used.

Recognition knows more than a thousand of them, of which a page needs some hundred; compiling all takes longer than
three telegrams.
"""

from __future__ import annotations

import re
from typing import Any, cast

from tei.regexcache import compiled


class _Unmade:
    """Stands for an attribute of a pattern until one of them is asked for; then the pattern's own are in their places.

    A class with `__getattr__` would be asked for each of them again and again, which takes four times as long.
    """

    def __set_name__(self, owner: type[_Later], name: str) -> None:
        self._name = name

    def __get__(self, later: _Later, owner: type[_Later]) -> Any:
        made = compiled(*later.__dict__["_wanted"])
        later.__dict__.update((name, getattr(made, name)) for name in vars(owner) if not name.startswith("_"))
        return later.__dict__[self._name]


class _Later:
    """Stands for a pattern; from the first use on, its attributes are those of the compiled one."""

    match, fullmatch, search, scanner = _Unmade(), _Unmade(), _Unmade(), _Unmade()
    finditer, findall, sub, subn, split = _Unmade(), _Unmade(), _Unmade(), _Unmade(), _Unmade()
    pattern, flags, groups, groupindex = _Unmade(), _Unmade(), _Unmade(), _Unmade()

    def __init__(self, pattern: str, flags: int) -> None:
        self._wanted = (pattern, flags)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, compiled later; re.error comes with its first use."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
