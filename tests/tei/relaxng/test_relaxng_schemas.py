"""Schemas: how they are put together from files, what is wrong with them and on which line, and how they are kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei.errors import SchemaError, SourceError
from tei.findings import Location
from tei.relaxng import RULES, Schema, load_schema
from tei.relaxng import cache as kept
from tei.xmlfile import NOT_FOUND

NS = 'xmlns="http://relaxng.org/ns/structure/1.0"'
XSD = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
START = '<start><element name="a"><empty/></element></start>'


def grammar(content: str) -> str:
    return f"<grammar {NS}>{content}</grammar>"


def bare(content: str) -> str:
    return f"<element {NS}>{content}</element>"


def named(content: str) -> str:
    return f"<element {NS} name='a'>{content}</element>"


WRONG = {
    "not RELAX NG": ('<schema xmlns="http://www.w3.org/2001/XMLSchema"/>', 1, "the root is schema in the namespace"),
    "not XML": (f"<grammar {NS}>\n<start>", 2, "not well-formed XML"),
    "document type": (f"<!DOCTYPE grammar><grammar {NS}>{START}</grammar>", 1, "document type declaration"),
    "no start": (f"<grammar {NS}/>", 1, "the grammar has no <start>"),
    "attribute that is not": (grammar('\n<start name="x">\n<empty/></start>'), 2, "@name is not allowed"),
    "attribute that is missing": (named("\n<ref/>"), 2, "<ref> lacks @name"),
    "text in a pattern": (named("\n<empty/>words"), 1, 'text "words" stands loose'),
    "unknown element": (named("\n<optinal><text/></optinal>"), 2, "<optinal>"),
    "define in an element": (named("\n<define name='b'/>"), 2, "<define> is not allowed"),
    "empty group": (named("\n<group/>"), 2, "<group> is empty; it needs a pattern"),
    "content of empty": (named("\n<empty><text/></empty>"), 2, "<empty> has to be empty"),
    "two starts in one": (grammar("\n<start><empty/><empty/></start>"), 2, "<start> holds one pattern"),
    "element without a name": (bare("\n<empty/>"), 1, "<element> has no name"),
    "attribute with two": (named("\n<attribute name='b'><text/><text/></attribute>"), 2, "one"),
    "two exceptions": (
        bare("\n<anyName><except><name>a</name></except><except><name>b</name></except></anyName><empty/>"),
        2,
        "<anyName> holds one <except>",
    ),
    "empty exception": (bare("\n<anyName><except/></anyName><empty/>"), 2, "<except> is empty"),
    "any name in any name": (
        bare("\n<anyName><except><anyName/></except></anyName><empty/>"),
        2,
        "<anyName> stands in the <except> of <anyName>",
    ),
    "empty choice of names": (bare("\n<choice/><empty/>"), 2, "<choice> is empty"),
    "pattern for a name": (bare("<choice>\n<text/></choice><empty/>"), 2, "<text> is no name class"),
    "element in a name": (bare("\n<name><x xmlns=''/></name><empty/>"), 2, "holds text only"),
    "no name": (f"<element {NS} name='a b'>\n<empty/></element>", 1, '"a b" is no name'),
    "prefix not declared": (f"<element {NS} name='x:a'>\n<empty/></element>", 1, 'the prefix of "x:a" is not declared'),
    "define without a name": (grammar(f"{START}\n<define name='1'><text/></define>"), 2, 'is "1", which'),
    "reference to nothing": (grammar("<start>\n<ref name='b'/></start>"), 2, 'no <define name="b">'),
    "reference outside": (named("\n<ref name='b'/>"), 2, "stands outside of a grammar"),
    "no parent": (grammar("<start>\n<parentRef name='b'/></start>"), 2, "outside of a grammar"),
    "endless reference": (
        grammar("<start><ref name='b'/></start>\n<define name='b'>\n<optional><ref name='b'/></optional></define>"),
        3,
        'the definition "b" refers to itself',
    ),
    "defined twice": (
        grammar(f"{START}<define name='b'><text/></define>\n<define name='b'><text/></define>"),
        2,
        'a second <define name="b"> without @combine',
    ),
    "two starts": (grammar(f"{START}\n{START}"), 2, "a second <start> without @combine"),
    "combined in two ways": (
        grammar(
            f"{START}<define name='b' combine='choice'><text/></define>\n"
            "<define name='b' combine='interleave'><text/></define>"
        ),
        2,
        "combined in two ways",
    ),
    "combined somehow": (grammar("\n<start combine='group'><text/></start>"), 2, '@combine is "group"'),
    "unknown type": (named(f"\n<data type='number' {XSD}/>"), 2, 'no datatype "number"'),
    "library forgotten": (named("\n<data type='date'/>"), 2, "is @datatypeLibrary missing?"),
    "unknown library": (named("\n<data type='x' datatypeLibrary='u:x'/>"), 2, "is not known"),
    "library with a fragment": (named("\n<data type='x' datatypeLibrary='u:x#y'/>"), 2, "no absolute address"),
    "parameter of a built-in type": (
        named("\n<data type='token'><param name='length'>2</param></data>"),
        2,
        "has no parameters",
    ),
    "unknown parameter": (
        named(f"\n<data type='token' {XSD}><param name='size'>2</param></data>"),
        2,
        'no parameter "size"',
    ),
    "parameter of the wrong kind": (
        named(f"\n<data type='date' {XSD}><param name='minInclusive'>soon</param></data>"),
        2,
        'the datatype "date" cannot have minInclusive=soon',
    ),
    "no regular expression": (
        named(f"\n<data type='token' {XSD}><param name='pattern'>(a</param></data>"),
        2,
        "is no regular expression",
    ),
    "parameter after exception": (
        named("<data type='token'><except><value>x</value></except>\n<param name='a'/></data>"),
        1,
        "is not allowed here in <data>",
    ),
    "element in an attribute": (
        named("<attribute name='b'>\n<element name='c'><text/></element></attribute>"),
        2,
        "an element cannot stand in an attribute",
    ),
    "attribute that repeats in a group": (
        named("<oneOrMore><group>\n<attribute name='b'/><element name='c'><empty/></element></group></oneOrMore>"),
        2,
        "cannot stand in a group or interleave that is repeated",
    ),
    "text in a list": (named("<list>\n<text/></list>"), 2, "<text> cannot stand in a list"),
    "list in an exception": (
        named("<data type='token'><except>\n<list><text/></list></except></data>"),
        2,
        "<list> cannot stand in the exception of data",
    ),
    "start with text": (grammar("<start>\n<text/></start>"), 2, "<text> cannot stand in the start"),
    "value beside text": (named("\n<value>b</value><text/>"), 2, "cannot stand beside text"),
    "value repeated": (named("\n<oneOrMore><value>b</value></oneOrMore>"), 2, "be repeated"),
    "attribute twice": (named("<attribute name='b'/>\n<attribute name='b'/>"), 2, "@b is defined twice"),
    "attributes of any name": (named("\n<attribute><anyName/></attribute>"), 2, "has to be repeated"),
    "any attribute, and one": (
        named("<attribute name='b'/>\n<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>"),
        2,
        "@b is defined twice",
    ),
    "any attribute twice": (
        named(
            "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>\n"
            "<zeroOrMore><attribute><nsName ns='u:x'/></attribute></zeroOrMore>"
        ),
        2,
        "two wildcards for attributes have names in common",
    ),
    "namespace declaration": (named("\n<attribute name='xmlns'/>"), 2, "stand for xmlns"),
    "namespace of declarations": (
        named(
            "\n<attribute><choice><name>b</name><nsName ns='http://www.w3.org/2000/xmlns'><except><name>c</name></except></nsName></choice></attribute>"
        ),
        2,
        "stand for xmlns",
    ),
    "text twice in an interleave": (named("<interleave><text/>\n<text/></interleave>"), 2, "text stands in two parts"),
    "element twice in an interleave": (
        named("<interleave><element name='b'><empty/></element>\n<element name='b'><empty/></element></interleave>"),
        2,
        "<b> stands in two parts of an interleave",
    ),
    "wildcards in an interleave": (
        named(
            "<interleave><element><anyName/><empty/></element>\n<element><nsName ns='u:x'/><empty/></element>"
            "</interleave>"
        ),
        2,
        "an element stands in two parts of an interleave",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_schema_is_found_on_its_own_line(name: str) -> None:
    """Sections 3, 4 and 7 of the specification, each with the place in the schema and the mend."""
    source, line, words = WRONG[name]
    with pytest.raises(SchemaError) as caught:
        load_schema("wrong.rng", data=source.encode())
    found = caught.value.findings[0]
    assert words in found.message
    assert (found.location.path, found.location.line) == ("wrong.rng", line), found
    assert found.rule in ("VAL002", "XML102", "XML103")
    assert found.hint


def test_all_that_is_wrong_with_a_schema_is_found_at_once() -> None:
    """Up to fifty slips; more are not read."""
    source = f"<grammar {NS}>{START}" + "<define name='1'><text/></define>" * 60 + "</grammar>"
    with pytest.raises(SchemaError) as caught:
        load_schema("wrong.rng", data=source.encode())
    assert len(caught.value.findings) == 50


def files(contents: dict[str, str]) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        if path not in contents:
            raise SourceError(NOT_FOUND.at(Location(path), "there is no such file"))
        return contents[path].encode()

    return read


def verdicts(schema: Schema, *documents: str) -> list[bool]:
    return [schema.is_valid(document.encode()) for document in documents]


def test_an_included_grammar_is_overridden_piece_by_piece() -> None:
    """What the include defines takes the place of what the included file has, start and divs included."""
    parts = {
        "main.rng": f'<grammar {NS}><include href="sub/part.rng"><div><define name="b"><element name="b"><text/>'
        "</element></define></div></include></grammar>",
        "sub/part.rng": f'<grammar {NS} ns="u:x"><start><element name="a"><ref name="b"/><ref name="c"/></element>'
        "</start>"
        '<div><define name="b"><notAllowed/></define></div><include href="deep.rng"/></grammar>',
        "sub/deep.rng": f'<grammar {NS}><define name="c"><element name="c"><empty/></element></define></grammar>',
    }
    schema = load_schema("main.rng", read=files(parts))
    assert verdicts(schema, '<a xmlns="u:x"><b xmlns="">t</b><c/></a>', '<a xmlns="u:x"><b>t</b><c/></a>') == [
        True,
        False,
    ]
    assert schema.files == ("main.rng", "sub/part.rng", "sub/deep.rng")


def test_an_external_pattern_takes_the_namespace_of_its_reference() -> None:
    """A file that says no namespace of its own is in that of the place where it is referred to."""
    parts = {
        "main.rng": f'<element {NS} ns="u:x" name="a"><externalRef href="%62.rng"/></element>',
        "b.rng": f'<element {NS} name="b"><empty/></element>',
    }
    schema = load_schema("main.rng", read=files(parts))
    assert verdicts(schema, '<a xmlns="u:x"><b/></a>', '<a xmlns="u:x"><b xmlns=""/></a>') == [True, False]


def test_nested_grammars_refer_to_their_parents() -> None:
    """The same name may be defined in each; parentRef means the outer one."""
    source = (
        f"<grammar {NS}><start><element name='a'><grammar><start><group><ref name='b'/><parentRef name='b'/></group>"
        "</start>"
        "<define name='b'><element name='inner'><empty/></element></define></grammar></element></start>"
        "<define name='b'><element name='outer'><empty/></element></define></grammar>"
    )
    schema = load_schema("a.rng", data=source.encode())
    assert verdicts(schema, "<a><inner/><outer/></a>", "<a><outer/><inner/></a>") == [True, False]


BROKEN = {
    "itself": ({"a.rng": f'<grammar {NS}><include href="a.rng"/>{START}</grammar>'}, '"a.rng" includes itself'),
    "missing": ({"a.rng": f'<grammar {NS}><include href="b.rng"/>{START}</grammar>'}, "there is no such file"),
    "the network": (
        {"a.rng": f'<grammar {NS}><include href="https://example.org/b.rng"/>{START}</grammar>'},
        "addresses on the network are not followed",
    ),
    "a host": ({"a.rng": f'<grammar {NS}><include href="//example.org/b.rng"/>{START}</grammar>'}, "not followed"),
    "a fragment": ({"a.rng": f'<grammar {NS}><include href="b.rng#x"/>{START}</grammar>'}, '@href is "b.rng#x"'),
    "a pattern": (
        {"a.rng": f'<grammar {NS}><include href="b.rng"/>{START}</grammar>', "b.rng": f"<text {NS}/>"},
        "the included file starts with <text>",
    ),
    "what is not XML": (
        {"a.rng": f'<grammar {NS}><include href="b.rng"/>{START}</grammar>', "b.rng": "<grammar"},
        "not well-formed",
    ),
    "nothing to override": (
        {
            "a.rng": f'<grammar {NS}><include href="b.rng"><define name="x"><text/></define></include></grammar>',
            "b.rng": f"<grammar {NS}>{START}</grammar>",
        },
        '<define name="x"> overrides nothing',
    ),
    "no start to override": (
        {
            "a.rng": f'<grammar {NS}><include href="b.rng">{START}</include></grammar>',
            "b.rng": f"<grammar {NS}/>",
        },
        "<start> overrides nothing",
    ),
    "a pattern that is itself": (
        {"a.rng": f'<element {NS} name="a"><externalRef href="a.rng"/></element>'},
        '"a.rng" includes itself',
    ),
    "far too much": (
        {
            **{
                f"a{n}.rng".replace("a0", "a"): f"<grammar {NS}>" + f'<include href="a{n + 1}.rng"/>' * 4 + "</grammar>"
                for n in range(12)
            },
            "a12.rng": f"<grammar {NS}/>",
        },
        "more than 500 files",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_included_is_a_finding_at_the_include(name: str) -> None:
    """Itself, nothing, the network, too much: within bounds, and with the place."""
    contents, words = BROKEN[name]
    with pytest.raises(SchemaError) as caught:
        load_schema("a.rng", read=files(contents))
    assert any(words in found.message for found in caught.value.findings), caught.value.findings


def test_a_catalog_says_which_file_stands_for_an_address() -> None:
    """So that schemas which refer to the network can be used without it; xml:base counts."""
    parts = {
        "main.rng": f'<grammar {NS} xml:base="http://example.org/x/"><include href="http://example.org/b.rng"/></grammar>',
        "local/b.rng": f"<grammar {NS}>{START}</grammar>",
    }
    catalog = {"http://example.org/b.rng": "local/b.rng"}.get
    assert verdicts(load_schema("main.rng", read=files(parts), catalog=catalog), "<a/>", "<b/>") == [True, False]


def test_files_beside_the_schema_are_read_from_the_disk(tmp_path: Path) -> None:
    """The ordinary case: a folder of schema files, one of which names the others, by path or as file: address."""
    (tmp_path / "b.rng").write_text(f"<grammar {NS}>{START}</grammar>")
    main = tmp_path / "main.rng"
    main.write_text(f'<grammar {NS}><include href="b.rng"/></grammar>')
    assert load_schema(main).is_valid(b"<a/>")
    main.write_text(f'<grammar {NS}><include href="file://{tmp_path}/b.rng"/></grammar>')
    assert load_schema(str(main)).is_valid(b"<a/>")


@pytest.mark.parametrize("name", ["missing.rng", "folder", "nul\0.rng"])
def test_a_schema_that_is_not_there_is_a_finding(tmp_path: Path, name: str) -> None:
    """A wrong path says so in the words used for every file."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(SchemaError) as caught:
        load_schema(str(tmp_path / name))
    assert [found.rule for found in caught.value.findings] == ["XML101"]


def test_a_schema_that_nests_too_deep_or_refers_too_far_is_a_finding() -> None:
    """Neither takes the program down."""
    deep = f"<element {NS} name='a'>" + "<group>" * 5000 + "<empty/>" + "</group>" * 5000 + "</element>"
    with pytest.raises(SchemaError):
        load_schema("deep.rng", data=deep.encode())
    some = f"<element {NS} name='a'>" + "<group>" * 400 + "<empty/>" + "</group>" * 400 + "</element>"
    with pytest.raises(SchemaError) as caught:
        load_schema("deep.rng", data=some.encode())
    assert caught.value.findings[0].rule in ("XML102", "XML104")
    chain = "".join(f'<define name="d{n}"><ref name="d{n + 1}"/></define>' for n in range(3000))
    far = f'<grammar {NS}><start><ref name="d0"/></start>{chain}<define name="d3000"><text/></define></grammar>'
    with pytest.raises(SchemaError) as caught:
        load_schema("far.rng", data=far.encode())
    assert "too deeply" in caught.value.findings[0].message


def test_a_schema_in_compact_syntax_needs_a_package_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without rnc2rng there is a finding that names it."""
    path = tmp_path / "a.rnc"
    path.write_text("start = element a { empty }")
    monkeypatch.setitem(sys.modules, "rnc2rng", None)
    with pytest.raises(SchemaError) as caught:
        load_schema(path)
    (found,) = caught.value.findings
    assert (found.rule, "rnc2rng" in found.message, "pip install" in found.hint) == ("VAL005", True, True)


def test_a_schema_in_compact_syntax_is_read_with_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With rnc2rng it is a schema like any other, and what the package cannot read is a finding."""
    path = tmp_path / "a.rnc"
    path.write_text("start = element a { empty }")

    def loads(text: str) -> str:
        if "wrong" in text:
            raise ValueError("unexpected token")
        return text

    package = SimpleNamespace(loads=loads, dumps=lambda _: f"<grammar {NS}>{START}</grammar>")
    monkeypatch.setitem(sys.modules, "rnc2rng", package)
    assert load_schema(path).is_valid(b"<a/>")
    path.write_text("wrong")
    with pytest.raises(SchemaError) as caught:
        load_schema(path)
    assert "unexpected token" in caught.value.findings[0].message


def test_a_schema_is_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the cache it is not read again; when one of its files changes, it is."""
    cache = tmp_path / "cache"
    part = tmp_path / "b.rng"
    part.write_text(f"<grammar {NS}>{START}</grammar>")
    main = tmp_path / "main.rng"
    main.write_text(f'<grammar {NS}><include href="b.rng"/></grammar>')
    assert load_schema(main, cache=cache).is_valid(b"<a/>")
    assert len(list(cache.iterdir())) == 1
    with monkeypatch.context() as patched:
        patched.setattr("tei.relaxng.schema._read", lambda *_: pytest.fail("the cache was not used"))
        assert load_schema(main, cache=cache).is_valid(b"<a/>")
    part.write_text(f"<grammar {NS}>{START}</grammar>".replace('name="a"', 'name="b"'))
    assert load_schema(main, cache=cache).is_valid(b"<b/>")


@pytest.mark.parametrize("damage", [b"", b"x" * 100, b"x" * 10])
def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    """Cut off, overwritten or empty: the schema is read again."""
    main = tmp_path / "main.rng"
    main.write_text(f"<grammar {NS}>{START}</grammar>")
    load_schema(main, cache=tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage or file.read_bytes()[:-3])
    assert load_schema(main, cache=tmp_path / "cache").is_valid(b"<a/>")


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where the folder is a file there is no cache, and no error."""
    main = tmp_path / "main.rng"
    main.write_text(f"<grammar {NS}>{START}</grammar>")
    (tmp_path / "cache").write_text("a file")
    assert load_schema(main, cache=tmp_path / "cache").is_valid(b"<a/>")


def test_a_schema_that_needs_a_catalog_is_not_kept(tmp_path: Path) -> None:
    """What the catalog says may change without any file changing."""
    main = tmp_path / "main.rng"
    main.write_text(f"<grammar {NS}>{START}</grammar>")
    load_schema(main, cache=tmp_path / "cache", catalog=lambda _: None)
    assert not (tmp_path / "cache").exists()


def test_the_name_of_a_kept_schema_depends_on_its_content_and_our_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new form of ours never reads what an older one wrote."""
    first = kept.path_of("cache", b"<a/>", "a.rng")
    assert first != kept.path_of("cache", b"<b/>", "a.rng")
    monkeypatch.setattr(kept, "FORM", 0)
    assert first != kept.path_of("cache", b"<a/>", "a.rng")


def test_rules_are_gathered() -> None:
    """Every code of the package can be explained."""
    assert len({rule.code for rule in RULES}) == len(RULES)
