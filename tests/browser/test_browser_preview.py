"""`tei serve` in a browser: the open page follows what is saved, and shows what is broken."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tests" / "golden" / "tei"
SECONDS = 60.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends the program by a signal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of three documents."""
    (tmp_path / "tei").mkdir()
    for path in sorted(SOURCES.glob("*/t*.xml"))[:3]:
        shutil.copy(path, tmp_path / "tei")
    (tmp_path / "edition.toml").write_text('[edition]\ntitle = "Karsk"\n[site]\nsearch = false\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Iterator[str]:
    """The address at which the edition is served, as a program of its own; Ctrl-C ends it with 0."""
    command = [sys.executable, "-m", "edition.cli", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c
    ) as process:
        try:
            assert process.stderr is not None
            found = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in process.stderr)
            yield next(match[0] for match in found if match)
            process.send_signal(signal.SIGINT)
            assert process.wait(SECONDS) == 0
        finally:
            process.kill()


def hear_ctrl_c() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, and a program's children with it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_open_page_follows_what_is_saved_and_shows_what_is_broken(
    preview: str, folder: Path, chromium: Any
) -> None:
    document = min((folder / "tei").iterdir())
    good = document.read_text(encoding="utf-8")
    troubles: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{preview}telegrams/{document.stem}.html")
    document.write_text(good.replace("</p>", " Zebra.</p>"), encoding="utf-8")
    shown(page, "Zebra.")
    document.write_text(good.replace("</p>", "</q>", 1), encoding="utf-8")
    page.wait_for_selector(".tei-news", timeout=SECONDS * 1000)
    assert "you see the last good version" in page.text_content(".tei-news")
    assert "</q>" in page.text_content(".tei-news pre")
    assert "Zebra." in page.text_content("main")
    document.write_text(good, encoding="utf-8")
    page.wait_for_selector(".tei-news", state="detached", timeout=SECONDS * 1000)
    shown(page, "Zebra.", there=False)
    assert troubles == []
    page.close()


def shown(page: Any, words: str, there: bool = True) -> None:
    """Wait until a page has words, or has them no more; its own scripts may not be asked, by its security policy."""
    end = time.monotonic() + SECONDS
    while (words in page.text_content("main")) is not there:
        assert time.monotonic() < end, "the page was not loaded anew"
        time.sleep(0.05)
