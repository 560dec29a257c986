"""A page in a real browser: it reads it as we wrote it, on a phone and in print. Skipped where there is no Chromium."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from edition.render import render_html
from tei.xmlfile import parse_file

SOURCE = Path(__file__).parents[1] / "edition" / "test_render_golden" / "karsk-cable.xml"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


def browse(folder: Path, *options: str) -> str:
    page = folder / "page.html"
    page.write_bytes(render_html(parse_file(SOURCE)))
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def outline(page: str) -> list[tuple[str, str]]:
    """The elements in order, each with the chain of elements round it."""
    root = html.document_fromstring(page)
    return [
        (str(element.tag), "/".join(str(each.tag) for each in element.iterancestors()))
        for element in root.body.iter()
        if isinstance(element.tag, str)
    ]


def test_a_browser_nests_the_elements_as_we_wrote_them(tmp_path: Path) -> None:
    assert outline(browse(tmp_path, "--dump-dom")) == outline(render_html(parse_file(SOURCE)).decode())


def test_the_page_prints(tmp_path: Path) -> None:
    target = tmp_path / "offprint.pdf"
    browse(tmp_path, f"--print-to-pdf={target}", "--no-pdf-header-footer")
    assert target.read_bytes().startswith(b"%PDF")
