"""The compiled form of regular expressions in a file, so that the next run need not compile them again.

A first page needs some seven hundred expressions, and to compile them takes as long as thirty pages do. As byte code is
kept for modules, what `re` compiles an expression to is kept here: numbers for its engine, which checks them when it
takes them. They are of this very Python: the name of the file tells which. A file that is damaged is as good as none,
and where a Python has no such engine, nothing is kept and all is compiled as ever.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any, Final

FORM: Final = 1
"""The number of the form of these files; a change of it makes all older ones useless."""
_MOST: Final = 5000
"""Expressions in a file; one with more is mostly of older programs, and is begun anew."""
_DIGEST: Final = 32
_Key = tuple[str, int]
_Form = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, groups by name, names by group."""


class _Shelf:
    """The forms at hand, those that came to them since the file was read, and whether there is a file at all."""

    def __init__(self) -> None:
        self.forms: Mapping[_Key, _Form] = {}
        self.new: dict[_Key, _Form] = {}
        self.open = False


_SHELF: Final = _Shelf()


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Use and keep compiled forms in a folder for as long as this lasts; where that cannot be done, compile."""
    path = _path_in(folder)
    _SHELF.forms, _SHELF.new, _SHELF.open = _load(path), {}, True
    try:
        yield
    finally:
        if _SHELF.new:
            known = _SHELF.forms if len(_SHELF.forms) < _MOST else {}
            _store(path, {**known, **_SHELF.new})
        _SHELF.forms, _SHELF.new, _SHELF.open = {}, {}, False


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression as `re.compile` does, from its kept form where there is one. Raises re.error."""
    if not _SHELF.open:
        return re.compile(pattern, flags)
    key = (pattern, int(flags))
    try:
        if key not in _SHELF.forms:
            _SHELF.new[key] = _form(pattern, int(flags))
        return _pattern(pattern, _SHELF.forms.get(key) or _SHELF.new[key])
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return re.compile(pattern, flags)  # this Python works otherwise inside


def _form(pattern: str, flags: int) -> _Form:
    """Compile an expression to what its engine takes, as `re._compiler.compile` does."""
    compiler: Any = import_module("re._compiler")
    parsed = compiler._parser.parse(pattern, flags)
    code = array("I", compiler._code(parsed, flags))
    groups: dict[str, int] = dict(parsed.state.groupdict)
    names = {number: name for name, number in groups.items()}
    by_number = tuple(names.get(number) for number in range(parsed.state.groups))
    return flags | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, groups, by_number


def _pattern(pattern: str, form: _Form) -> re.Pattern[str]:
    engine: Any = import_module("_sre")
    flags, code, count, groups, names = form
    made: re.Pattern[str] = engine.compile(pattern, flags, array("I", code).tolist(), count, groups, names)
    return made


def _path_in(folder: Path) -> Path:
    """Return the file for this Python: its version, that of its engine, and how it holds numbers."""
    engine = getattr(import_module("re"), "_constants", None)
    numbers = array("I", [1]).tobytes().hex()
    python = f"{FORM} {marshal.version} {MAGIC_NUMBER.hex()} {getattr(engine, 'MAGIC', 0)} {numbers}"
    return folder / f"regex-{hashlib.sha256(python.encode()).hexdigest()[:32]}"


def _load(path: Path) -> Mapping[_Key, _Form]:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 # as quick as a file can be read
            kept = stream.read()
        if hashlib.sha256(kept[_DIGEST:]).digest() != kept[:_DIGEST]:
            return {}
        forms: dict[_Key, _Form] = marshal.loads(kept[_DIGEST:])
    except Exception:  # whatever is wrong with a cache, it is only a cache
        return {}
    return forms


def _store(path: Path, forms: Mapping[_Key, _Form]) -> None:
    from tei.errors import TeiError
    from tei.files import write_atomic

    try:
        body = marshal.dumps(dict(forms))
        write_atomic(path, hashlib.sha256(body).digest() + body)
    except (TeiError, OSError, ValueError):
        return
