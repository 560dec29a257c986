"""Where elements, attributes and words stand in a source, whatever that looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei.validate import Document
from tei.validate.places import Places

XML = """<?xml version="1.0"?>
<!-- <a> is no element here -->
<r xmlns:k="urn:k">
  <a b=">" c='"'
     k:d="1" d="2"/>
  <![CDATA[<x>]]><a><!-- <b/> -->
    words<b/> more</a>
</r>"""


def place(document: Document, path: str, attribute: str = "") -> str:
    element = document.tree.xpath(path)[0]
    location = document.places.element(element, attribute)
    return f"{location.line}:{location.column}"


@pytest.mark.parametrize(
    ("path", "attribute", "expected"),
    [
        ("/r", "", "3:1"),
        ("/r/a[1]", "", "4:3"),
        ("/r/a[1]", "b", "4:6"),
        ("/r/a[1]", "c", "4:12"),
        ("/r/a[1]", "{urn:k}d", "5:6"),
        ("/r/a[1]", "d", "5:14"),
        ("/r/a[1]", "none", "4:3"),
        ("/r/a[2]", "", "6:18"),
        ("//b", "", "7:10"),
    ],
)
def test_a_tag_is_placed_where_it_begins(path: str, attribute: str, expected: str) -> None:
    """Comments, character data and quotation marks do not lead astray; attributes are told apart by namespace."""
    assert place(Document.read(XML.encode(), "a.xml"), path, attribute) == expected


def test_words_are_placed_where_they_begin() -> None:
    """Text is placed at its first word, after the tag and any comment before it."""
    document = Document.read(XML.encode())
    second, b = document.tree.xpath("/r/a[2]")[0], document.tree.xpath("//b")[0]
    assert str(document.places.text(second, None)) == "-:7:5"
    assert str(document.places.text(second, b)) == "-:7:15"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_the_encoding_of_the_source_is_minded(encoding: str) -> None:
    """Columns count characters, not bytes."""
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    source = f'<?xml version="1.0" encoding="{name}"?>\n<r>éé<b/></r>'.encode(encoding)
    assert place(Document.read(source), "//b") == "2:6"


def test_without_a_source_the_line_is_that_of_the_parser() -> None:
    """A tree alone knows lines, no columns."""
    tree = etree.ElementTree(etree.fromstring(XML.encode()))
    places = Places(tree, "a.xml")
    second, b = tree.xpath("/r/a[2]")[0], tree.xpath("//b")[0]
    assert str(places.element(b)) == "a.xml:7"
    assert str(places.text(second, None)) == "a.xml:6"
    assert str(places.text(second, b)) == "a.xml:7"


def test_a_tree_made_by_a_program_has_no_lines() -> None:
    """An element that was never in a file is placed in the file as a whole."""
    root = etree.Element("r")
    etree.SubElement(root, "b").tail = "x"
    places = Places(root.getroottree(), "a.xml")
    assert str(places.element(root[0])) == "a.xml"
    assert str(places.text(root, root[0])) == "a.xml"


@pytest.mark.parametrize(
    "source", [b"<r><b/><c/></r>", "<?xml version='1.0' encoding='utf-8'?><r/>é".encode("latin-1")]
)
def test_a_source_that_is_not_that_of_the_tree_is_not_used(source: bytes) -> None:
    """Where source and tree disagree, the line of the parser stands."""
    root = etree.fromstring(b"<r>\n<b/></r>")
    assert str(Places(root.getroottree(), "a.xml", source).element(root[0])) == "a.xml:2"


@given(
    st.recursive(
        st.just("<e/>"),
        lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<e>\n{''.join(parts)}</e>"),
        max_leaves=20,
    )
)
def test_every_element_is_found_in_its_source(source: str) -> None:
    """The place of each element is that of the start tag with its number."""
    document = Document.read(source.encode())
    lines = source.split("\n")
    for element in document.tree.iter():
        location = document.places.element(element)
        assert lines[location.line - 1][location.column - 1 :].startswith("<e")
    placed = {str(document.places.element(element)) for element in document.tree.iter()}
    assert len(placed) == len(list(document.tree.iter()))
