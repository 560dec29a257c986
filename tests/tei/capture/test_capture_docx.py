"""Word documents: text, notes, numerals, emphasis, tables, changes and comments, each from the least that makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei.capture import capture_file
from tei.errors import SourceError
from tei.model import Capture, FeatureKind
from tests.tei.capture.word_file import p, text, word_bytes, written

K = FeatureKind
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
END = '<w:r><w:endnoteReference w:id="{}"/></w:r>'


def read(
    folder: Path, body: str, *links: tuple[str, str, str, bool], changes: str | None = None, **parts: str
) -> Capture:
    return capture_file(written(folder, word_bytes(body, *links, **parts)), changes=changes)


def marked(capture: Capture, kind: FeatureKind) -> list[tuple[str, str]]:
    """The features of a kind as (value, words)."""
    return [(one.value, capture.text[one.start : one.end]) for one in capture.featured(kind)]


def field(code: str, result: str) -> str:
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code_run = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return turn.format("begin") + code_run + turn.format("separate") + text(result) + turn.format("end")


SEEN = [
    (p("To Vetrov") + p("") + p("Karsk"), "To Vetrov\n\nKarsk"),
    (p(text("a ") + text(" b")), "a  b"),
    (p("<w:r><w:t> a </w:t></w:r>" + text("b")), "ab"),
    (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"), "a\tb\nc\nd"),
    (p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"), "a\u2011bc"),
    (p(text("a") + '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="00FC"/>'
                   '</w:r>'), "aα✓"),
    (p('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf062</w:t></w:r>'), "β"),
    (p(field("PAGE", "12")), "12"),
    (p('<w:fldSimple w:instr="DATE">' + text("3 May") + "</w:fldSimple>"), "3 May"),
    (p(field("IF " + "</w:instrText></w:r>" + field("PAGE", "9") + "<w:r><w:instrText>", "x")), "x"),
    (p('<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:instrText>x</w:instrText></w:r>'
       + text("a")), "a"),
    (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + text("lost")) + p("b"), "lost\n\nb"),
    (p("<w:smartTag>" + text("a") + "</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>" + text("b")
       + "</w:sdtContent></w:sdt><w:proofErr/>"), "ab"),
    ("<w:sdt><w:sdtContent>" + p("a") + "</w:sdtContent></w:sdt><w:customXml>" + p("b") + "</w:customXml>", "a\n\nb"),
    (p("<w:r><w:ruby><w:rt>" + text("k") + "</w:rt><w:rubyBase>" + text("漢") + "</w:rubyBase></w:ruby></w:r>"), "k漢"),
    (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"),
    (p(text("a") + "<w:r><w:pict><w:txbxContent>" + p("box") + "</w:txbxContent></w:pict></w:r>" + text("b")) + p("c"),
     "ab\n\nbox\n\nc"),
    (p(text("a") + "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + p("new")
       + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("old")
       + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"), "a\n\nnew"),
    (p("<w:r><w:drawing><mc:AlternateContent><mc:Choice/><mc:Fallback><w:txbxContent>" + p("old")
       + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:drawing></w:r>"), "old"),
    (p("<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>☺</w:t></mc:Fallback>"
       "</mc:AlternateContent></w:r>"), "☺"),
    (p("<mc:AlternateContent><mc:Choice/><mc:Fallback>" + text("f") + "</mc:Fallback></mc:AlternateContent>"), "f"),
    ("<mc:AlternateContent><mc:Choice>" + p("n") + "</mc:Choice></mc:AlternateContent>" + p("a"), "n\n\na"),
    (p("<!-- remark -->" + text("e\u0301")), "é"),
    (p(text("a\u00adb\u200bc\u00a0d")), "abc\u00a0d"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SEEN)
def test_the_text_is_what_the_document_shows(tmp_path: Path, body: str, expected: str) -> None:
    assert read(tmp_path, body).text == expected


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="Heading 1"/><w:basedOn w:val="N"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="My"><w:name w:val="Mine"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="O"><w:name w:val="o"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId '
    'w:val="1"/></w:numPr>'
    "</w:pPr></w:style>"
    '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/><w:u '
    'w:val="single"/></w:rPr></w:style>'
    '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "level"),
    [("1", "1"), ("My", "1"), ("O", "3"), ("T", "title"), ("N", ""), ("A", ""), ("none", "")],
)
def test_styles_by_their_names_make_headings(tmp_path: Path, style: str, level: str) -> None:
    capture = read(tmp_path, p("Words", f'<w:pStyle w:val="{style}"/>'), styles=STYLES)
    assert marked(capture, K.HEADING) == ([(level, "Words")] if level else [])
    assert len(capture.featured(K.PARAGRAPH)) == (not level)


@pytest.mark.parametrize(
    ("name", "level"),
    [("Überschrift 2", "2"), ("Заголовок 1", "1"), ("标题 3", "3"), ("Название", "title"), ("Body", "")],
)
def test_names_of_styles_that_another_program_translated_are_known(tmp_path: Path, name: str, level: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'
    capture = read(tmp_path, p("Words", '<w:pStyle w:val="x"/>'), styles=styles)
    assert marked(capture, K.HEADING) == ([(level, "Words")] if level else [])


def test_an_outline_level_of_its_own_makes_a_heading_too(tmp_path: Path) -> None:
    assert marked(read(tmp_path, p("Words", '<w:outlineLvl w:val="0"/>')), K.HEADING) == [("1", "Words")]


def test_a_quotation_is_known_by_its_style(tmp_path: Path) -> None:
    capture = read(tmp_path, p("Words", '<w:pStyle w:val="Q"/>'), styles=STYLES)
    assert marked(capture, K.QUOTE) == [("", "Words")]


FORMS = [
    ("<w:b/>", ["bold"]),
    ('<w:b w:val="1"/><w:i w:val="false"/>', ["bold"]),
    ('<w:rStyle w:val="E"/>', ["italic", "underline"]),
    ('<w:rStyle w:val="E"/><w:i w:val="0"/><w:u w:val="none"/>', []),
    ("<w:smallCaps/><w:strike/><w:dstrike/>", ["strike", "small-caps"]),
    ('<w:vertAlign w:val="superscript"/>', ["superscript"]),
    ('<w:vertAlign w:val="baseline"/><w:spacing w:val="60"/>', ["spaced"]),
]


@pytest.mark.parametrize(("form", "expected"), FORMS)
def test_runs_are_emphasised_by_themselves_or_by_their_style(tmp_path: Path, form: str, expected: list[str]) -> None:
    capture = read(tmp_path, p(text("a") + text("b", form)), styles=STYLES)
    assert marked(capture, K.EMPHASIS) == [(value, "b") for value in expected]


def test_emphasis_that_overlaps_is_nested(tmp_path: Path) -> None:
    body = p(text("a", "<w:b/>") + text("b", "<w:b/><w:i/>") + text("c", "<w:i/>"))
    assert marked(read(tmp_path, body), K.EMPHASIS) == [("bold", "ab"), ("italic", "b"), ("italic", "c")]


def test_a_language_other_than_the_documents_is_noted(tmp_path: Path) -> None:
    body = p(text("a", '<w:lang w:val="en-GB"/>') + text("да ", '<w:lang w:val="ru-RU"/>') + text("b"))
    assert marked(read(tmp_path, body, styles=STYLES), K.LANGUAGE) == [("ru-RU", "да ")]


def test_links_by_relation_by_place_and_by_field(tmp_path: Path) -> None:
    body = p(
        f'<w:hyperlink r:id="h">{text("a")}</w:hyperlink><w:hyperlink w:anchor="x">{text("b")}</w:hyperlink>'
        f"<w:hyperlink>{text('c')}</w:hyperlink>"
        + field(' HYPERLINK "https://e.org/d" ', "d")
        + field(r' HYPERLINK \l "e" ', "e")
    )
    capture = read(tmp_path, body, ("h", "hyperlink", "https://e.org/a", True))
    assert marked(capture, K.LINK) == [("https://e.org/a", "a"), ("#x", "b"), ("https://e.org/d", "d"), ("#e", "e")]
    assert capture.text == "abcde"


def test_pages_begin_where_the_document_says(tmp_path: Path) -> None:
    body = p("a") + p(text("b") + '<w:r><w:br w:type="page"/></w:r>' + text("c")) + p("d", "<w:pageBreakBefore/>")
    capture = read(tmp_path, body)
    assert [capture.text[one.start :][:1] for one in capture.featured(K.PAGE_BREAK)] == ["c", "d"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/>'
    '<w:lvlRestart w:val="0"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    '<w:lvl w:ilvl="4"><w:numFmt w:val="none"/><w:lvlText w:val="%5"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="russianLower"/>'
    '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="LS"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="LS"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride '
    'w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="2"/>'
    '<w:numFmt w:val="ordinal"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>'
)


def item(words: str, list_: int, level: int = 0) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


COUNTS = [
    ([(1, 0), (1, 0)], ["1.", "2."]),
    ([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.a)", "1.b)", "2.", "2.a)"]),
    ([(1, 0), (1, 1), (1, 2), (1, 1), (1, 2)], ["1.", "1.a)", "1.1.3", "1.b)", "1.2.4"]),
    ([(1, 0), (2, 0), (2, 0), (1, 0)], ["1.", "5.", "6.", "7."]),
    ([(3, 0)] * 3, ["а)", "б)", "в)"]),
    ([(4, 0)] * 12, [f"{n}、" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")]),
    ([(5, 0), (5, 0)], ["2nd", "3rd"]),
    ([(1, 3)], ["•"]),
    ([(1, 4)], [""]),
]


@pytest.mark.parametrize(("items", "numerals"), COUNTS)
def test_numerals_are_counted_as_the_program_counts(
    tmp_path: Path, items: list[tuple[int, int]], numerals: list[str]
) -> None:
    capture = read(tmp_path, "".join(item("x", *one) for one in items), numbering=NUMBERING)
    assert [one.value for one in capture.featured(K.ITEM)] == numerals
    assert capture.text.split("\n\n") == [f"{numeral} x".strip() for numeral in numerals]


def test_a_list_style_numbers_and_a_heading_can_be_numbered(tmp_path: Path) -> None:
    body = p("a", '<w:pStyle w:val="L"/>') + p("B", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    capture = read(tmp_path, body, styles=STYLES, numbering=NUMBERING)
    assert capture.text == "1. a\n\n2. B"
    assert (marked(capture, K.HEADING), len(capture.featured(K.ITEM))) == ([("1", "2. B")], 1)


@pytest.mark.parametrize("list_", [0, 99])
def test_paragraphs_out_of_any_list_have_no_numeral(tmp_path: Path, list_: int) -> None:
    assert read(tmp_path, item("a", list_) + item("b", 1, 12), numbering=NUMBERING).text == "a\n\nb"


def test_empty_items_do_not_count(tmp_path: Path) -> None:
    assert read(tmp_path, item("a", 1) + item("", 1) + item("b", 1), numbering=NUMBERING).text == "1. a\n\n2. b"


def note(id_: int, inner: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id_}">{inner}</w:{kind}>'


LABEL = "<w:r><w:footnoteRef/></w:r>"
SEPARATOR = '<w:footnote w:id="0" w:type="separator">' + p("rule") + "</w:footnote>"


def test_footnotes_and_endnotes_stand_at_the_end_with_their_numbers(tmp_path: Path) -> None:
    body = p(text("ice") + NOTE.format(7) + text(" oil") + END.format(1) + NOTE.format(3))
    capture = read(
        tmp_path,
        body,
        footnotes=SEPARATOR
        + note(3, p(LABEL + text(" June")))
        + note(7, p(LABEL + text("May")) + p("late"))
        + note(9, p("no")),
        endnotes=note(1, p("<w:r><w:endnoteRef/></w:r>" + text("\tLamp")), "endnote"),
    )
    assert capture.text == "ice[1] oil[i][2]\n\n[1] May\n\nlate\n\n[2] June\n\n[i] Lamp"
    assert [(one.value, one.attributes) for one in capture.featured(K.NOTE)] == [
        ("note-1", (("n", "1"), ("place", "foot"))),
        ("note-3", (("n", "2"), ("place", "foot"))),
        ("note-2", (("n", "i"), ("place", "end"))),
    ]
    assert marked(capture, K.REFERENCE) == [("note-1", "[1]"), ("note-2", "[i]"), ("note-3", "[2]")]


def test_a_marker_of_its_own_is_kept_and_no_number_is_invented(tmp_path: Path) -> None:
    body = p(
        text("ice") + '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/></w:r>' + text("*") + NOTE.format(2)
    )
    capture = read(tmp_path, body, footnotes=note(1, p("* May")) + note(2, p("June")))
    assert capture.text == "ice*[1]\n\n* May\n\nJune"
    assert [dict(one.attributes)["n"] for one in capture.featured(K.NOTE)] == ["*", "1"]
    assert marked(capture, K.REFERENCE) == [("note-1", "*"), ("note-2", "[1]")]


def test_notes_are_counted_as_the_document_says(tmp_path: Path) -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    count = '<w:footnotePr><w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/></w:footnotePr>'
    body = p(text("a") + NOTE.format(1), section) + p(text("b") + NOTE.format(2) + NOTE.format(1))
    capture = read(tmp_path, body, footnotes=note(1, p("x")) + note(2, p("y")), settings=count)
    assert capture.text.startswith("a[IV]\n\nb[IV][IV]")


def test_a_note_that_is_not_there_is_told(tmp_path: Path) -> None:
    capture = read(tmp_path, p(text("ice") + NOTE.format(5)), footnotes=note(1, p("x")))
    assert capture.text == "ice"
    assert ["footnote 5" in finding.message for finding in capture.findings] == [True]


def test_comments_are_kept_as_notes_at_the_end(tmp_path: Path) -> None:
    who = 'w:author="A. Petrova" w:date="1938-01-02T00:00:00Z"'
    body = p(
        '<w:commentRangeStart w:id="0"/>'
        + text("Vetrov")
        + '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="1"/>'
        + text(" here")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + '<w:r><w:commentReference w:id="2"/></w:r><w:r><w:commentReference w:id="8"/></w:r>'
        '<w:commentRangeEnd w:id="7"/>'
    )
    notes = "".join(
        f'<w:comment w:id="{n}" {who}>{p(words)}</w:comment>' for n, words in enumerate(("Who?", "Not", "Where"))
    )
    capture = read(tmp_path, body, comments=notes)
    assert capture.text == "Vetrov here\n\nWho?\n\nNot\n\nWhere"
    assert marked(capture, K.COMMENT) == [("comment-1", "Vetrov here"), ("comment-2", " here"), ("comment-3", "")]
    said = (("author", "A. Petrova"), ("date", "1938-01-02T00:00:00Z"))
    assert [one.attributes for one in capture.featured(K.COMMENT)] == [said] * 3
    assert [one.attributes for one in capture.featured(K.NOTE)] == [(("type", "comment"), *said)] * 3


def cells(*inner: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{one}</w:tc>" for one in inner) + "</w:tr>"


def test_tables_have_rows_and_cells(tmp_path: Path) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("c")
    inner = "<w:tbl>" + cells(p("x"), p("y")) + "</w:tbl>" + p("")
    body = (
        p("T")
        + "<w:tbl>"
        + cells(p("a") + p("b"), p(""), wide)
        + cells(p(""), p(""))
        + cells(inner, p("z"))
        + "</w:tbl>"
        + p("E")
    )
    capture = read(tmp_path, body)
    assert capture.text == "T\n\na\nb |  | c\nx | y | z\n\nE"
    assert marked(capture, K.CELL)[:3] == [("1", "a\nb"), ("2", ""), ("3", "c")]
    assert dict(capture.featured(K.CELL)[2].attributes) == {"columns": "2"}
    assert len(capture.featured(K.ROW)) == 3


def test_headers_and_footers_are_furniture_each_once(tmp_path: Path) -> None:
    references = "".join(
        f'<w:{kind}Reference r:id="{id_}"/>'
        for kind, id_ in (("header", "header1"), ("header", "header2"), ("footer", "footer1"), ("footer", "none"))
    )
    body = p("a", f"<w:sectPr>{references}</w:sectPr>") + f"<w:sectPr>{references}</w:sectPr>"
    capture = read(tmp_path, body, header1=p("Polar Institute"), header2=p(field("PAGE", "3")), footer1=p("Copy"))
    assert capture.text == "Polar Institute\n\na\n\nCopy"
    assert marked(capture, K.FURNITURE) == [("header", "Polar Institute"), ("footer", "Copy")]


def test_hidden_words_and_unknown_signs_are_told(tmp_path: Path) -> None:
    body = (
        p(
            text("a")
            + text("two words", "<w:vanish/>")
            + '<w:r><w:sym w:font="Wingdings" w:char="F021"/><w:sym w:char="zz"/></w:r>'
        )
        + '<w:altChunk r:id="x"/>'
    )
    capture = read(tmp_path, body)
    assert capture.text == "a\ufffd\ufffd"
    assert [finding.rule for finding in capture.findings] == ["CAP116", "CAP116", "CAP117"]
    assert capture.dropped == (("hidden words", 2),)


def test_a_document_says_what_it_is(tmp_path: Path) -> None:
    capture = capture_file(
        written(
            tmp_path,
            word_bytes(p("x"), core=("Two\n lamps", "A. Petrova", "1938-01-02T00:00:00Z")),
        )
    )
    assert capture.metadata == (("title", "Two lamps"), ("author", "A. Petrova"), ("date", "1938-01-02T00:00:00Z"))
    assert (capture.charset, capture.guess, capture.media_type.rpartition(".")[2]) == ("utf-8", "declared", "document")


def test_a_document_without_words_is_an_empty_capture(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        read(tmp_path, p("") + p("<w:r><w:drawing/></w:r>"))
    assert error.value.findings[0].rule == "CAP101"


def test_the_strict_vocabulary_is_read_too(tmp_path: Path) -> None:
    data = word_bytes(p("Words", '<w:outlineLvl w:val="0"/>'), strict=True)
    assert marked(capture_file(written(tmp_path, data)), K.HEADING) == [("1", "Words")]
