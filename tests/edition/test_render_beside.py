"""Two texts side by side: block beside block where both have as many, section beside section where not."""

from __future__ import annotations

import pytest
from lxml import etree, html

from edition.render.beside import set_beside
from edition.render.fragment import _inner


def beside(own: str, others: list[tuple[str, str]]) -> str:
    root = etree.fromstring(f"<text>{own}</text>")
    set_beside(root, [(lang, etree.fromstring(f"<text>{text}</text>")) for lang, text in others])
    return _inner(root)


def message(*blocks: str) -> str:
    return f'<div class="tei-text"><div class="body"><section class="message">{"".join(blocks)}</section></div></div>'


def pairs(text: str) -> list[list[str]]:
    root = html.fragment_fromstring(text, create_parent="div")
    return [[str(each.xpath("string()")) for each in pair] for pair in root.xpath("//div[contains(@class, 'pair')]")]


def test_blocks_stand_beside_each_other_where_both_texts_have_as_many() -> None:
    """A leaf that begins between two blocks is none."""
    shown = beside(
        message("<p>one</p>", '<div class="pb"></div>', "<p>two</p>"), [("ru", message("<p>раз</p>", "<p>два</p>"))]
    )
    assert pairs(shown) == [["one", "раз"], ["two", "два"]]
    assert shown.startswith('<div class="tei-text">')
    assert '<div class="beside beside-1" lang="ru"><p>раз</p></div>' in shown


def test_texts_of_different_length_stand_beside_each_other_whole() -> None:
    """Nothing is said of which block is which."""
    shown = beside(message("<p>one</p>", "<p>two</p>"), [("ru", message("<p>раз</p>"))])
    assert pairs(shown) == [["onetwo", "раз"]]


@pytest.mark.parametrize("first", [("<p>раз</p>", "<p>два</p>"), ("<p>раз</p>",)])
def test_a_third_language_joins_the_pairs(first: tuple[str, ...]) -> None:
    """However the second stands."""
    shown = beside(message("<p>one</p>", "<p>two</p>"), [("ru", message(*first)), ("zh", message("<p>一二</p>"))])
    assert shown.count("beside-2") == 1
    assert "".join(html.fragment_fromstring(shown, create_parent="div").xpath("//*[@lang='zh']//text()")) == "一二"


def test_ids_of_the_other_text_are_left_out() -> None:
    """An id is there once on a page."""
    shown = beside(message('<p id="a">one</p>'), [("ru", message('<p id="a">раз</p>'))])
    assert shown.count("id=") == 1


def test_forms_stand_beside_forms_and_one_that_the_text_lacks_at_its_end() -> None:
    """The preamble beside the preamble."""
    form = '<section class="form preamble"><p>{}</p></section>'
    both = beside(form.format("No. 1") + message("<p>a</p>"), [("ru", form.format("№ 1") + message("<p>б</p>"))])
    assert pairs(both) == [["No. 1", "№ 1"], ["a", "б"]]
    lacking = beside(message("<p>a</p>"), [("", form.format("№ 1") + message("<p>б</p>"))])
    assert "№ 1" in lacking
    assert "lang" not in lacking


def test_texts_without_sections_are_all_message() -> None:
    """TEI of others."""
    shown = beside('<div class="tei-text"><div class="body"><p>a</p></div></div>', [("de", "<div><p>b</p></div>")])
    assert pairs(shown) == [["a", "b"]]
