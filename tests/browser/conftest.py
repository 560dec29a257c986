"""What the browser tests share: a site in three languages, served on this machine alone, and one Chromium for all."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "tei"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

CAPTURES = (
    *("starred-notes", "two-languages", "yidian-zhi", "jimi-dianbao", "dangan-wangye", "mister-and-secretary"),
    *("shifrovka-na-blanke", "telegrafnaya-lenta.koi8-r", "sbornik-s-primechaniyami", "diary-of-the-director"),
    *("notes-in-parentheses", "two-copies-only", "new-form-cable", "wires-in-a-diary"),
    *("soup-by-cable", "sup-i-kalendar"),
)
"""Golden documents beside the telegrams of Karsk: footnotes, Russian, Chinese, forms, articles."""

SITE = """
[site]
url = "https://example.org/karsk/"
languages = ["en", "ru", "zh"]
output = "output/karsk"
"""


@pytest.fixture(scope="session")
def edition_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that holds every kind of document, encoded."""
    folder = tmp_path_factory.mktemp("edition") / "karsk"
    shutil.copytree(ROOT / "examples" / "karsk", folder, ignore=shutil.ignore_patterns("output"))
    settings = folder / "edition.toml"
    kept = settings.read_text(encoding="utf-8").partition("[site]")[0]
    settings.write_text(kept + SITE, encoding="utf-8")
    run(folder, "encode", "--date", "2026-01-02", "--quiet")
    for name in CAPTURES:
        for source in sorted((GOLDEN / name).glob("*.xml")):
            target = folder / "output" / "tei" / source.name
            if not target.exists():
                shutil.copyfile(source, target)
    return folder


@pytest.fixture(scope="session")
def site(edition_folder: Path) -> Path:
    """The folder of the built site."""
    run(edition_folder, "build", "--quiet")
    return edition_folder / "output" / "karsk"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `tei` in a folder; findings are no failure here, anything else is."""
    command = [sys.executable, "-m", "edition.cli", *arguments]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing; what is not there gets the site's own 404 page."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served: below the folder that its settings tell, as on Pages."""
    with serving(site) as found:
        yield found


class serving:  # noqa: N801 - used as a verb: with serving(folder) as address
    """Serve a folder's parent on this machine; the address is that of the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder.parent)))
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_address[1]}/{self.folder.name}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's Chromium; tests are skipped where there is none, or no Playwright to lead it."""
    api = pytest.importorskip("playwright.sync_api", reason="needs Playwright")
    if CHROMIUM is None:
        pytest.skip("needs Chromium")
    with api.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watched:
    """A tab that notes what went wrong in it: messages of the console, errors, requests that leave the site."""

    def __init__(self, context: Any, address: str) -> None:
        self.address = address
        self.context = context
        self.page = context.new_page()
        self.troubles: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.troubles.append(f"request off the site: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status} for {response.url}")

    def open(self, path: str, until: str = "networkidle") -> Any:
        """Open a page of the site and wait until it is quiet, or (`load`) until all is there that it names."""
        self.page.goto(self.address + path, wait_until=until)
        return self.page


DESK = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def tabs(chromium: Any, address: str) -> Iterator[Callable[..., Watched]]:
    """Open tabs of readers who were never here, of a desk's width unless told otherwise; all is gone after the test."""
    opened: list[Watched] = []

    def new(**options: Any) -> Watched:
        opened.append(Watched(chromium.new_context(**{**DESK, **options}), address))
        return opened[-1]

    yield new
    for watched in opened:
        watched.context.close()


@pytest.fixture(scope="module")
def readers(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Contexts that are kept through a module, one for each width: a new one costs more than two pages do."""
    kept: dict[tuple[int, int, bool], Any] = {}

    def reader(width: int, height: int, script: bool = True) -> Any:
        if (width, height, script) not in kept:
            size = {"width": width, "height": height}
            kept[width, height, script] = chromium.new_context(viewport=size, java_script_enabled=script)
        return kept[width, height, script]

    yield reader
    for context in kept.values():
        context.close()


@pytest.fixture(scope="module")
def guests(readers: Callable[..., Any], address: str) -> Callable[..., Watched]:
    """Open tabs of a reader who was here before, to be closed by who asked for them."""
    return lambda width=1280, height=900, script=True: Watched(readers(width, height, script), address)


@pytest.fixture
def visits(guests: Callable[..., Watched]) -> Iterator[Callable[..., Watched]]:
    """Open such tabs for tests that choose nothing which the site would keep."""
    opened: list[Watched] = []

    def new(*size: int) -> Watched:
        opened.append(guests(*size))
        return opened[-1]

    yield new
    for watched in opened:
        watched.page.close()


@pytest.fixture
def tab(tabs: Callable[..., Watched]) -> Watched:
    """A tab of a desk's width."""
    return tabs()
