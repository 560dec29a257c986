"""A page in a real browser: it reads it as we wrote it, on a phone and in print. Skipped where there is no Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
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


def test_following_a_field_of_a_review_lights_its_words_in_the_source(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("To Com. Sabelnikov.\n\nThe door is shut.\n\nVETROV\n14 February 1938\n", encoding="utf-8")
    review = tmp_path / "review.html"
    command = [sys.executable, "-m", "edition.cli", "encode", str(source), "-o", str(tmp_path / "tei")]
    subprocess.run([*command, "--review", str(review)], check=False, capture_output=True, cwd=Path(__file__).parents[2])
    key = html.parse(review).xpath("//span[.='VETROV']/@data-serves")[0].split()[0]
    options = [*QUIET, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{review.as_uri()}#{key}"]
    shown = subprocess.run([str(CHROMIUM), *options], capture_output=True, text=True, timeout=120, check=True).stdout
    page = html.document_fromstring(shown)
    assert [one.text_content() for one in page.find_class("lit")] == ["VETROV"]
