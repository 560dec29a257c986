"""Stylesheets of an edition's own, and the words that stylesheets add, in the language of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.render.fragment import Target, Wording, html_fragment
from edition.render.plaintext import render_plain
from tei.errors import SourceError
from tei.xmlfile import parse_bytes

SHEET = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    'xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">{}</xsl:stylesheet>'
)
BODY = (
    '<p>See <persName ref="#lind">Lind</persName> <sic>tiem</sic> '
    '<gap reason="illegible" quantity="2" unit="word"/></p>'
)


def document(body: str = BODY):  # type: ignore[no-untyped-def]  # an lxml tree
    source = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return parse_bytes(source.encode(), "karsk.xml")


def own(folder: Path, **files: str) -> Path:
    (folder / "xslt").mkdir()
    for name, text in files.items():
        (folder / "xslt" / f"{name.replace('_', '-')}.xsl").write_text(SHEET.format(text), encoding="utf-8")
    return folder


def test_a_template_of_the_edition_comes_before_ours(tmp_path: Path) -> None:
    """html-own.xsl holds just the templates that differ; ours are reached by apply-imports."""
    folder = own(
        tmp_path,
        html_own='<xsl:template match="tei:sic"><b><xsl:apply-imports/></b></xsl:template>',
        text_own='<xsl:template match="tei:sic">{sic}</xsl:template>',
    )
    shown = html_fragment(document(), own=folder).text
    assert '<b><span class="sic" title="so in the source">tiem<span class="mark"> [sic]</span></span></b>' in shown
    assert "{sic}" in render_plain(document(), width=0, notes=True, header=False, own=folder)[0]
    assert "<b>" not in html_fragment(document()).text


def test_a_stylesheet_of_the_edition_takes_the_place_of_ours_of_the_same_name(tmp_path: Path) -> None:
    """Also where ours includes it."""
    folder = own(tmp_path, html_names='<xsl:template match="tei:persName"><i><xsl:apply-templates/></i></xsl:template>')
    assert "See <i>Lind</i>" in html_fragment(document(), own=folder).text


@pytest.mark.parametrize("text", ["<xsl:template match='['/>", "<nothing"])
def test_a_stylesheet_of_the_edition_that_is_none_is_a_finding(tmp_path: Path, text: str) -> None:
    """It names the file."""
    with pytest.raises(SourceError) as caught:
        html_fragment(document(), own=own(tmp_path, html_own=text))
    assert [(finding.rule, finding.location.path) for finding in caught.value.findings] == [
        ("REN105", str(tmp_path / "xslt" / "html.xsl"))
    ]


def test_the_words_that_stylesheets_add_are_translated() -> None:
    """In the attributes and in what a screen reader says; values that TEI has words for are words too."""
    catalogue = {
        "gap in the text": "пропуск в тексте",
        "illegible": "неразборчиво",
        "word": "сл.",
        "so in the source": "так в источнике",
    }
    words = catalogue.get
    shown = html_fragment(document(), wording=Wording("ru", lambda text: words(text, text))).text
    assert 'title="пропуск в тексте: неразборчиво, 2 сл."' in shown
    assert '<span class="said" lang="ru">(пропуск в тексте: неразборчиво, 2 сл.) </span>' in shown
    assert 'title="так в источнике"' in shown


def test_both_views_of_a_mark_are_in_a_page_that_can_switch() -> None:
    """What was written, and what is read for it; brackets that can be hidden."""
    body = "<p><choice><sic>tiem</sic><corr>time</corr></choice> <expan>Com<ex>rade</ex></expan></p>"
    shown = html_fragment(document(body), wording=Wording(views=True)).text
    assert '<span class="read">time</span>' in shown
    assert '<span class="mark">[</span>rade<span class="mark">]</span>' in shown
    assert 'class="wrote"' not in html_fragment(document(body)).text


def test_names_and_references_lead_where_a_site_says() -> None:
    """Also names without a pointer; a name in a name is part of the outer link."""
    body = (
        '<p><persName ref="#lind">Lind</persName> <persName>Kashin</persName> '
        '<ref type="telegram" target="t2">that</ref> '
        '<orgName ref="#desk">Desk of <placeName ref="#karsk">Karsk</placeName></orgName> '
        "<persName>Nobody</persName></p>"
    )
    known = {"#lind": Target("../persons/lind.html", "Ida Lind"), "Kashin": Target("../persons/kashin.html")}
    known |= {"t2": Target("t2.html"), "#desk": Target("desk.html"), "#karsk": Target("karsk.html")}
    shown = html_fragment(document(body), links=lambda pointer, _, words: known.get(pointer or words)).text
    assert '<a href="../persons/lind.html" class="name persName" title="Ida Lind">Lind</a>' in shown
    assert '<a class="name persName" href="../persons/kashin.html">Kashin</a>' in shown
    assert 'href="t2.html"' in shown
    assert shown.count("<a ") == 4
    assert '<span class="name placeName">Karsk</span>' in shown
    assert '<span class="name persName">Nobody</span>' in shown
