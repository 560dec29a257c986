"""Compiled regular expressions are kept from one run to the next, and a bad file of them is as good as none."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from tei import regexcache
from tei.regexcache import compiled, kept_in

EXPRESSIONS = [
    (r"(?P<day>\d{1,2}) (?P<month>March|April)", 0),
    (r"karsk|полынья|站", re.IGNORECASE),
    (r"^(?<!no )ice(?=\s)$", re.MULTILINE | re.DOTALL),
    (r"(a)?(?(1)b|c)", 0),
    (r"(?i:floe)\s*+\d++", 0),
]
TEXTS = ["12 March", "KARSK", "Полынья 站", "ice \n", "ab", "c", "FLOE 12", ""]


def _found(pattern: re.Pattern[str]) -> list[object]:
    return [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for text in TEXTS for m in pattern.finditer(text)]


@pytest.mark.parametrize(("pattern", "flags"), EXPRESSIONS)
def test_a_kept_expression_finds_what_a_compiled_one_finds(pattern: str, flags: int, tmp_path: Path) -> None:
    """In the run that keeps it, and in the next that takes it from the file."""
    expected = re.compile(pattern, flags)
    for _ in range(2):
        with kept_in(tmp_path):
            made = compiled(pattern, flags)
        assert _found(made) == _found(expected)
        assert (made.pattern, made.flags, made.groups) == (expected.pattern, expected.flags, expected.groups)
        assert dict(made.groupindex) == dict(expected.groupindex)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_second_run_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in the file is not compiled again, and the file is not written again."""
    with kept_in(tmp_path):
        compiled("floe")
    monkeypatch.setattr(regexcache, "_form", None)
    monkeypatch.setattr(regexcache, "_store", None)
    with kept_in(tmp_path):
        assert compiled("floe").search("an ice floe")


def test_expressions_of_several_runs_are_kept_together(tmp_path: Path) -> None:
    """A run adds to the file what it needed."""
    for word in ("floe", "thaw"):
        with kept_in(tmp_path):
            compiled(word)
    (path,) = tmp_path.iterdir()
    assert {pattern for pattern, _ in regexcache._load(path)} == {"floe", "thaw"}


@pytest.mark.parametrize("data", [b"", b"x" * 40, b"\0" * 32 + b"\xe9"])
def test_a_damaged_file_is_as_good_as_none(data: bytes, tmp_path: Path) -> None:
    """It is written anew."""
    with kept_in(tmp_path):
        compiled("floe")
    (path,) = tmp_path.iterdir()
    path.write_bytes(data)
    with kept_in(tmp_path):
        assert compiled("floe").search("an ice floe")
    assert regexcache._load(path)


def test_a_folder_that_takes_no_file_is_passed_over(tmp_path: Path) -> None:
    """A run without a cache compiles."""
    place = tmp_path / "file"
    place.write_text("no folder", encoding="utf-8")
    with kept_in(place):
        assert compiled("floe").search("an ice floe")


def test_an_engine_of_another_kind_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python compiles in another way, the expression is compiled as ever."""
    monkeypatch.setattr(import_module("re._compiler"), "_code", None)
    re.purge()
    with kept_in(tmp_path), pytest.raises(TypeError):
        compiled("floe|ice")  # even re has no use for it now
    monkeypatch.undo()
    monkeypatch.setattr(regexcache, "_form", {}.__getitem__)
    with kept_in(tmp_path):
        assert compiled("floe|ice").search("an ice floe")


def test_a_wrong_expression_is_refused_as_ever(tmp_path: Path) -> None:
    """With the error of `re`."""
    with kept_in(tmp_path), pytest.raises(re.error):
        compiled("(")


def test_a_file_that_has_grown_too_large_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds mostly what older programs needed."""
    monkeypatch.setattr(regexcache, "_MOST", 1)
    for word in ("floe", "thaw"):
        with kept_in(tmp_path):
            compiled(word)
    (path,) = tmp_path.iterdir()
    assert {pattern for pattern, _ in regexcache._load(path)} == {"thaw"}


def test_outside_of_a_run_nothing_is_kept(tmp_path: Path) -> None:
    """Without a folder, expressions are compiled by `re`."""
    assert compiled("floe") is re.compile("floe")
    assert not list(tmp_path.iterdir())
