"""What tests of the whole share: a copy of the example edition, and the command `tei` called in this process."""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings

from edition.cli import main

if TYPE_CHECKING:
    from tests.golden.pages import Page

ROOT = Path(__file__).resolve().parents[1]
DATE = "2026-01-02"

UNHURRIED = [HealthCheck.too_slow]
settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=UNHURRIED)
settings.load_profile("repeatable")  # the same examples however busy the machine is; `make bench` draws new ones


LONG = frozenset({"tei_all", "drawn", "verdicts", "installed"})
"""Fixtures that take ten seconds and more: TEI's own schema, documents drawn and damaged, a fresh environment."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays until the end: nothing is gained by looking through it for what can be thrown away."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of what takes long to make come first, together: one process makes it, and none waits for it at the end."""
    items.sort(key=lambda item: LONG.isdisjoint(getattr(item, "fixturenames", ())))


@dataclass(frozen=True)
class Ran:
    """What a call of `tei` came to: its exit code, and what it wrote."""

    code: int
    stdout: str
    stderr: str
    data: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The report, which was asked for with --format json."""
        report = json.loads(self.stdout or self.stderr)
        assert isinstance(report, dict)
        return report

    @property
    def findings(self) -> list[str]:
        """The codes of the report in their order."""
        return [finding["code"] for finding in self.json["findings"]]


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests leave the user's own cache alone."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache", numbered=True)))
        yield


@pytest.fixture(autouse=True, scope="session")
def unforced() -> Iterator[None]:
    """Nothing is forced onto the disk, since no test cuts the power: to wait for it thousands of times takes long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def page_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Page]:
    """What is read off a golden capture, encoded once for all processes."""
    from tests.golden.shelf import Shelf

    base = tmp_path_factory.getbasetemp()
    return Shelf((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "golden-pages").page


Tei = Callable[..., Ran]


@pytest.fixture
def tei() -> Tei:
    """Call `tei` with arguments; an exception that is not an exit code fails the test."""

    def call(*arguments: object, stdin: bytes | str = b"") -> Ran:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return Ran(result.exit_code, result.stdout, result.stderr, result.stdout_bytes)

    return call


@pytest.fixture
def karsk(tmp_path: Path) -> Path:
    """A copy of the example edition, without what was made from it."""
    folder = tmp_path / "karsk"
    shutil.copytree(ROOT / "examples" / "karsk", folder, ignore=shutil.ignore_patterns("output"))
    return folder


@pytest.fixture
def page(karsk: Path) -> Path:
    """One short captured page: a telegram of one line."""
    return karsk / "captures" / "05-ship-at-anchor.txt"


@pytest.fixture
def encode(tei: Tei, karsk: Path) -> Tei:
    """Call `tei encode` with the lists of the example edition, a fixed date, and a report in JSON."""

    def call(*arguments: object, date: str = DATE) -> Ran:
        return tei("encode", "--config", karsk / "edition.toml", "--date", date, "--format", "json", *arguments)

    return call
