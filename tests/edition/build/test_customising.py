"""What docs/customise.md says of an edition's own folder is so: each of its examples is built into a site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from edition.build import Job, build
from edition.config import load_config

ROOT = Path(__file__).resolve().parents[3]
MANUAL = (ROOT / "docs" / "customise.md").read_text(encoding="utf-8")
SOURCES = ROOT / "tests" / "golden" / "tei"


def example(language: str) -> str:
    """The one example of the manual in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of two documents, with a folder of its own."""
    (tmp_path / "tei").mkdir()
    for path in sorted(SOURCES.glob("*/t*.xml"))[:2]:
        shutil.copy(path, tmp_path / "tei")
    (tmp_path / "own").mkdir()
    (tmp_path / "edition.toml").write_text(example("toml"), encoding="utf-8")
    return tmp_path


def built(folder: Path) -> dict[str, str]:
    """The pages and style sheets of the site."""
    config, findings = load_config(folder / "edition.toml")
    assert findings == ()
    report = build(Job(config, (config.output,), config.site.output, index=False))
    assert [one for one in report.findings if one.severity > 2] == []
    found = (path for path in config.site.output.rglob("*") if path.suffix in (".html", ".css"))
    return {path.relative_to(config.site.output).as_posix(): path.read_text(encoding="utf-8") for path in found}


def put(folder: Path, path: str, text: str) -> None:
    (folder / "own" / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / "own" / path).write_text(text, encoding="utf-8")


def test_a_variable_of_the_style_sheet(folder: Path) -> None:
    """Ours come first, so that those of the edition need be no more than what differs."""
    put(folder, "static/site/variables.css", example("css"))
    sheet = built(folder)["assets/site.css"]
    assert example("css") in sheet
    assert sheet.index("--paper:") < sheet.index(example("css"))


def test_a_style_sheet_and_a_picture_of_ones_own(folder: Path) -> None:
    put(folder, "static/site/mine.css", ".prose { background: url(seal.svg) }\n")
    put(folder, "static/site/seal.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert built(folder)["assets/site.css"].endswith(".prose { background: url(seal.svg) }\n")
    assert (folder / "site" / "assets" / "seal.svg").is_file()


def test_a_message(folder: Path) -> None:
    put(folder, "messages/en.po", f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{example("po")}')
    pages = built(folder)
    assert "Correspondents" in pages["persons/index.html"]
    assert "Correspondents" in pages["index.html"]


def test_a_template(folder: Path) -> None:
    ours = (ROOT / "transforms" / "templates" / "site" / "about.html.j2").read_text(encoding="utf-8")
    put(
        folder,
        "templates/site/about.html.j2",
        ours.replace("{% block content %}", "{% block content %}<p>Ours.</p>", 1),
    )
    pages = built(folder)
    assert "<p>Ours.</p>" in pages["about.html"]
    assert "<p>Ours.</p>" not in pages["index.html"]


def test_how_an_element_is_shown(folder: Path) -> None:
    path = next((folder / "tei").glob("*.xml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</p>", ' <seg type="code-group">48215</seg></p>'), encoding="utf-8")
    put(folder, "xslt/html-own.xsl", example("xml"))
    page = built(folder)[f"telegrams/{path.stem}.html"]
    assert re.search(r'<code class="group">.*?48215.*?</code>', page, re.DOTALL)


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (
            "templates/site/about.html.j2",
            '{% extends "site/base.html.j2" %}{% block content %}{{ page.titel }}',
            "SIT104",
        ),
        ("templates/site/about.html.j2", "{{ page.nothing }}\n", "SIT104"),
        ("xslt/html-own.xsl", "<xsl:stylesheet/>", "REN105"),
    ],
)
def test_a_mistake_is_a_finding(path: str, text: str, code: str, folder: Path) -> None:
    put(folder, path, text)
    config, _ = load_config(folder / "edition.toml")
    report = build(Job(config, (config.output,), config.site.output, index=False))
    found = [one for one in report.findings if one.severity > 2 and one.rule == code]
    assert found
    assert Path(path).name in found[0].location.path or code == "REN105"
