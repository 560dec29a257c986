"""Workbooks of Excel: cells of every kind, days as days, sheets, and files that are none."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from edition.intake.request import Order
from edition.intake.table import suits, take
from edition.intake.table.mapping import Plan
from edition.intake.table.opening import open_table
from tei.errors import SourceError
from tests.edition.intake.tables import take_in, text_of

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/>'
    '<numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
)
SHARED = "<si><t>From</t></si><si><r><t>Pavel </t></r><r><t>Vetrov</t></r><rPh><t>x</t></rPh></si>"
ROWS = """<row r="1"><c r="A1" t="inlineStr"><is><t>Letters of the station</t></is></c></row>
<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><v>Date</v></c><c r="C3" t="str"><v>Text</v></c></row>
<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>13944</v></c><c r="C4" t="inlineStr"><is><t>One.

Two.</t></is></c></row>
<row r="6"><c r="A6" t="str"><v>Orlin</v></c><c r="C6" s="0"><v>417</v></c></row>
<row><c t="str"><v>Orlin</v></c><c s="2"><v>13944.75</v></c><c s="3"><v>2.5</v></c></row>
<row r="9"><c r="A9" t="str"><v>Orlin</v></c><c r="B9" s="1"><v>40</v></c><c r="C9" t="b"><v>1</v></c></row>
<row r="10"><c r="A10" t="str"><v>Orlin</v></c><c r="B10" t="e"><v>#N/A</v></c><c r="C10"><v>1E3</v></c></row>
<row r="11"><c r="A11" t="s"><v>99</v></c><c r="B11" s="77"><v>x</v></c><c r="AA11" t="str"><v/></c></row>"""


def workbook(
    folder: Path, name: str = "letters.xlsx", *, rows: str = ROWS, more: str = "", properties: str = ""
) -> Path:
    """Write a workbook of the least parts that one has."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{properties}<sheets>'
        f'<sheet name="Letters" sheetId="1" r:id="r1"/>{more}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{SHARED}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{STYLES}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    return path


def test_cells_are_what_they_show(tmp_path: Path) -> None:
    """Texts, numbers as they are counted, days and hours as ISO 8601, no errors of formulas."""
    rows = open_table(workbook(tmp_path)).rows
    assert rows.columns == ("From", "Date", "Text")
    assert [(row.number, *(row.values(name)[:1] for name in rows.columns)) for row in rows.rows()] == [
        (4, ("Pavel Vetrov",), ("1938-03-05",), ("One.\n\nTwo.",)),
        (6, ("Orlin",), (), ("417",)),
        (7, ("Orlin",), ("1938-03-05 18:00",), ("2.5",)),
        (9, ("Orlin",), ("40",), ("true",)),
        (10, ("Orlin",), (), ("1000",)),
        (11, (), ("x",), ()),
    ]


def test_a_workbook_is_taken_in_as_every_table(tmp_path: Path) -> None:
    """A row that ends early is none that was cut."""
    taken = take_in(workbook(tmp_path))
    assert [text_of(root) for root in taken.documents.values()][:2] == ["One.\n\nTwo.", "417"]
    assert "IMP143" not in taken.codes()


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    rows = open_table(workbook(tmp_path, properties='<workbookPr date1904="1"/>')).rows
    assert next(iter(rows.rows())).values("Date") == ("1942-03-06",)


def test_the_first_sheet_is_read_or_the_one_that_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path, more='<sheet name="Drafts" sheetId="2" r:id="r1"/>')
    (told,) = open_table(path).findings
    assert told.message == "the sheet 'Letters' is read; not taken: Drafts"
    assert "not taken: Letters" in open_table(path, Plan({}, sheet="Drafts")).findings[0].message
    with pytest.raises(SourceError) as raised:
        open_table(path, Plan({}, sheet="Letter"))
    assert raised.value.findings[0].hint == "the sheets are Letters, Drafts"


def test_a_workbook_is_known_by_its_beginning(tmp_path: Path) -> None:
    assert suits(Path("a.xlsx"), workbook(tmp_path).read_bytes())
    assert not suits(Path("a.xlsx"), b"From,To")


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(SourceError, match="no workbook"):
        list(take(Order(path)))
    path.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(SourceError, match="damaged"):
        list(take(Order(path)))


def test_a_workbook_without_styles_and_shared_texts_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "bare.xlsx", "w") as new:
        for name in old.namelist():
            if name not in ("xl/styles.xml", "xl/sharedStrings.xml"):
                text = old.read(name).decode()
                new.writestr(name, text.replace("/sharedStrings", "/theme").replace("/styles", "/calcChain"))
    first, *_ = open_table(tmp_path / "bare.xlsx", Plan({}, header=3)).rows.rows()
    assert first.values("Date") == ("13944",)
