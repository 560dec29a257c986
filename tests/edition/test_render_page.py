"""Whole pages: golden files, and what makes a page safe and readable for everyone.

`REWRITE_GOLDEN=1` in the environment writes the golden files anew; read the difference before it is committed.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from jinja2 import UndefinedError
from lxml import etree, html

from edition.render import (
    IndexEntry,
    body_text,
    html_fragment,
    page_context,
    read_header,
    render_html,
    render_index,
    render_text,
)
from edition.render.page import read_style
from edition.resources import transforms_dir
from tei.names import tei
from tei.xmlfile import parse_bytes, parse_file

GOLDEN = Path(__file__).parent / "test_render_golden"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
WORKED = SHARED / "encoding" / "worked-example.xml"
SOURCES = sorted(GOLDEN.glob("*.xml"))


def compare(made: str, path: Path) -> None:
    if os.environ.get("REWRITE_GOLDEN"):
        path.write_text(made, encoding="utf-8")
    assert made.splitlines() == path.read_text(encoding="utf-8").splitlines(), (
        f"REWRITE_GOLDEN=1 writes {path.name} anew"
    )


def without_style(page: bytes) -> str:
    """The page without the style sheet, which has a golden file's worth of lines of its own."""
    text = re.sub(r"<style>.*?</style>", "<style></style>", page.decode(), flags=re.DOTALL)
    text = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-", text)
    return text.replace("><", ">\n<")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_page_is_the_golden_page(source: Path) -> None:
    compare(without_style(render_html(parse_file(source))), source.with_suffix(".html"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_plain_text_is_the_golden_text(source: Path) -> None:
    compare(render_text(parse_file(source)).decode(), source.with_suffix(".txt"))


@pytest.fixture(params=SOURCES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> html.HtmlElement:
    return html.document_fromstring(render_html(parse_file(request.param)).decode())


def ids(page: html.HtmlElement) -> list[str]:
    return [str(found) for found in page.xpath("//@id")]


def test_every_id_is_there_once(page: html.HtmlElement) -> None:
    assert len(ids(page)) == len(set(ids(page)))


def test_every_link_inside_the_page_leads_somewhere(page: html.HtmlElement) -> None:
    places = set(ids(page))
    targets = [unquote(str(href)[1:]) for href in page.xpath("//a/@href") if str(href).startswith("#")]
    assert targets
    assert set(targets) <= places
    labels = {each for found in page.xpath("//@aria-labelledby") for each in str(found).split()}
    assert labels <= places


def test_markers_and_notes_lead_to_each_other(page: html.HtmlElement) -> None:
    markers = page.xpath('//a[@role="doc-noteref"]')
    assert markers
    for marker in markers:
        note = page.get_element_by_id(marker.get("href")[1:])
        assert f"#{marker.get('id')}" in [link.get("href") for link in note.xpath('.//a[@role="doc-backlink"]')]


def test_headings_begin_at_one_and_skip_no_level(page: html.HtmlElement) -> None:
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_language_of_the_page_and_of_each_part_is_a_language_tag(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert all(re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", str(lang)) for lang in page.xpath("//@lang"))


def test_the_page_has_landmarks_and_a_way_past_the_header(page: html.HtmlElement) -> None:
    assert [len(page.findall(f".//{name}")) for name in ("main", "article")] == [1, 1]
    assert page.xpath("string(//a[1]/@href)") == "#page--text"


def test_no_paragraph_holds_a_block_and_no_link_a_link(page: html.HtmlElement) -> None:
    assert page.xpath("//p//*[self::p or self::div or self::ul or self::ol or self::table or self::section]") == []
    assert page.xpath("//a//a") == []


def test_the_page_loads_nothing_and_runs_nothing(page: html.HtmlElement) -> None:
    assert (
        page.xpath("//script | //link | //img | //iframe | //object | //@style | //@*[starts-with(name(), 'on')]") == []
    )
    style = page.xpath("string(//style)")
    policy = page.xpath("string(//meta[@http-equiv]/@content)")
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in str(policy)
    assert "default-src 'none'" in str(policy)
    assert "url(" not in str(style)
    assert "@import" not in str(style)


def test_what_the_header_says_is_escaped() -> None:
    title = "&lt;script&gt;alert(1)&lt;/script&gt; \" onload='x'"
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc></teiHeader><text/></TEI>'
    made = render_html(parse_bytes(source.encode())).decode()
    assert "<script" not in made
    assert "&lt;script&gt;alert(1)" in made


def test_the_same_document_gives_the_same_bytes() -> None:
    tree = parse_file(SOURCES[0])
    assert render_html(tree) == render_html(parse_file(SOURCES[0]))


def test_rendering_leaves_the_document_as_it_was() -> None:
    tree = parse_file(SOURCES[0])
    before = etree.tostring(tree)
    render_html(tree)
    render_text(tree)
    assert etree.tostring(tree) == before


def test_an_index_lists_documents_by_date_and_undated_ones_last() -> None:
    def entry(href: str, date: str) -> IndexEntry:
        creation = f'<profileDesc><creation><date when="{date}"/></creation></profileDesc>' if date else ""
        source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{creation}</teiHeader></TEI>'
        return IndexEntry(href, read_header(parse_bytes(source.encode())))

    made = html.document_fromstring(
        render_index(
            "Karsk & sea", (entry("c.html", ""), entry("b.html", "1938"), entry("a.html", "1937-09-07"))
        ).decode()
    )
    assert made.xpath("//ol//a/@href") == ["a.html", "b.html", "c.html"]
    assert made.xpath("string(//h1)") == "Karsk & sea"
    assert "undated" in str(made.xpath("string(//ol)"))


def test_a_context_can_be_made_from_a_fragment_alone() -> None:
    tree = parse_file(SOURCES[0])
    context = page_context(tree, html_fragment(tree, register=False))
    assert context.register == ""
    assert context.header.title.startswith("Cable No. 431")


def test_a_template_that_asks_for_what_is_not_there_fails(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html.j2").write_text("{{ page.no_such_thing }}", encoding="utf-8")
    for folder in ("xslt", "static"):
        (tmp_path / folder).symlink_to(transforms_dir() / folder)
    with pytest.raises(UndefinedError):
        render_html(parse_file(SOURCES[0]), transforms=tmp_path)


CONTRASTS = [
    (ink, paper) for ink in ("ink", "quiet", "link", "editor", "stamp", "hand") for paper in ("paper", "form", "lit")
]


@pytest.mark.parametrize(("ink", "paper"), CONTRASTS)
def test_colours_have_the_contrast_of_wcag_aa_in_light_and_dark(ink: str, paper: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    css = str(read_style().css)
    light, dark = css.split("@media (prefers-color-scheme: dark)")[:2]
    for sheet in (light, dark):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", sheet.split("* {")[0]))
        assert contrast(colours[ink], colours[paper]) >= 4.5


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of sRGB (WCAG 2.2, glossary)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.skipif(not WORKED.exists(), reason="needs the worked example beside the checkout")
def test_the_worked_example_renders_without_a_finding_word_by_word() -> None:
    tree = parse_file(WORKED)
    assert html_fragment(tree).findings == ()
    text = tree.getroot().find(tei("text"))
    assert text is not None
    source = "".join(str(piece) for piece in text.itertext())
    letters = re.sub(r"[\s\[\]]", "", source)
    assert re.sub(r"[\s\[\]]", "", body_text(tree)).replace("1.On", "On", 1) == letters
