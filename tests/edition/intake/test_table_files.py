"""Files as rows: character sets, delimiters, headers, quotation, JSON in its forms."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from edition.intake.request import Order
from edition.intake.table import suits, take
from edition.intake.table.mapping import Plan
from edition.intake.table.opening import open_table
from tei.errors import SourceError
from tests.edition.intake.tables import table, take_in, text_of

ROWS = (
    "Кто;Кому;Текст\n"
    "Ветров;Сабельников;Ледяной барьер подошёл к самой станции\n"
    "Орлин;Ветров;Ждите весны и берегите уголь\n"
)


def cells(path: Path, plan: Plan | None = None) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a file: number and all values."""
    rows = open_table(path, plan).rows
    return [(row.number, tuple(value for name in rows.columns for value in row.values(name))) for row in rows.rows()]


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_the_character_set_is_found(tmp_path: Path, charset: str) -> None:
    """By its byte order mark, by being UTF-8, else by its letters."""
    path = table(tmp_path, ROWS.encode(charset))
    assert cells(path) == [
        (2, ("Ветров", "Сабельников", "Ледяной барьер подошёл к самой станции")),
        (3, ("Орлин", "Ветров", "Ждите весны и берегите уголь")),
    ]


def test_a_guess_is_told_with_what_to_do_where_it_is_wrong(tmp_path: Path) -> None:
    (found,) = open_table(table(tmp_path, ROWS.encode("windows-1251"))).findings
    assert found.rule == "CAP104"
    assert 'charset = "windows-1251"' in found.hint


def test_the_mapping_may_name_the_character_set(tmp_path: Path) -> None:
    path = table(tmp_path, ROWS.encode("koi8-r"))
    assert cells(path, Plan({}, charset="koi8-r"))[0][1][0] == "Ветров"


def test_a_character_set_that_stops_being_utf8_far_in_the_file_is_found(tmp_path: Path) -> None:
    """The whole file is looked through, so that no row is read wrong."""
    plain = "a;b\n" + f"{'x' * 5000};y\n" * 300
    path = table(
        tmp_path, plain.encode() + "Ветров просит угля и бумаги;Сабельников ждёт парохода\n".encode("windows-1251")
    )
    assert cells(path)[-1][1] == ("Ветров просит угля и бумаги", "Сабельников ждёт парохода")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"PK\x03\x04....", "workbook"),
        (b"\xd0\xcf\x11\xe0....", "workbook"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as raised:
        open_table(table(tmp_path, data))
    assert said in str(raised.value)


@pytest.mark.parametrize("charset", ["no-such-set", "windows-1252\0"])
def test_a_character_set_that_nobody_knows_is_refused(tmp_path: Path, charset: str) -> None:
    with pytest.raises(SourceError, match="no character set"):
        open_table(table(tmp_path, ROWS), Plan({}, charset=charset))


def test_bytes_that_are_not_in_the_named_set_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not"):
        cells(table(tmp_path, ROWS.encode("koi8-r")), Plan({}, charset="utf-8"))


def test_an_8_bit_file_of_too_few_letters_is_refused(tmp_path: Path) -> None:
    """No guess is made that could corrupt a name."""
    with pytest.raises(SourceError) as raised:
        open_table(table(tmp_path, b"a;b\n\xc4;1\n"))
    assert "charset" in raised.value.findings[0].hint


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, sign: str) -> None:
    lines = ["From|To|Text".replace("|", sign), f'Vetrov{sign}Orlin{sign}"Wait; or, do not{sign} wait | here"']
    assert cells(table(tmp_path, "\n".join(lines)))[0][1] == ("Vetrov", "Orlin", f"Wait; or, do not{sign} wait | here")


def test_a_line_of_excel_names_the_delimiter(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "sep=;\r\nFrom;To\r\nVetrov;Orlin\r\n")) == [(2, ("Vetrov", "Orlin"))]


def test_cells_have_line_ends_and_quotation_marks(tmp_path: Path) -> None:
    path = table(tmp_path, 'From,Text\r\nVetrov,"He said: ""ice"".\r\n\r\nAnd no more."\r\nOrlin,Yes\r\n')
    rows = list(open_table(path).rows.rows())
    assert [(row.number, row.line) for row in rows] == [(2, 2), (3, 5)]
    assert rows[0].values("Text") == ('He said: "ice".\r\n\r\nAnd no more.',)


def test_rows_have_the_numbers_of_the_spreadsheet(tmp_path: Path) -> None:
    """Titles above the header and empty rows count; a row of empty cells is none."""
    path = table(tmp_path, "Letters of the station,,\n\nFrom,To,Date\n,,\nVetrov,Orlin,1938\n")
    assert cells(path) == [(5, ("Vetrov", "Orlin", "1938"))]


def test_the_mapping_may_name_the_row_of_the_header_or_say_that_there_is_none(tmp_path: Path) -> None:
    path = table(tmp_path, "a,b\nFrom,To\nVetrov,Orlin\n")
    assert cells(path, Plan({}, header=2)) == [(3, ("Vetrov", "Orlin"))]
    rows = open_table(path, Plan({}, header=0)).rows
    assert [row.values("#2") for row in rows.rows()] == [("b",), ("To",), ("Orlin",)]


def test_a_quotation_mark_that_is_never_closed_stops_the_import(tmp_path: Path) -> None:
    """Else one cell would swallow all rows that follow."""
    path = table(tmp_path, 'From,To,Text\nVetrov,Orlin,Yes\nOrlin,Vetrov,"No\nVetrov,Orlin,Why\n')
    with pytest.raises(SourceError) as raised:
        list(take(Order(path)))
    (found,) = raised.value.findings
    assert (found.rule, found.location.line) == ("IMP150", 3)


def test_a_row_with_too_few_cells_is_taken_and_named_and_one_with_too_many_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "From,To,Text\nVetrov,Orlin\nOrlin,Vetrov,Coal, and bread\nOrlin,Vetrov,Coal,,\n")
    taken = take_in(path)
    assert len(taken.documents) == 2
    assert taken.said("IMP143") == ["row 2: 1 of 3 cells are missing"]
    assert taken.said("IMP102") == ["row 3 has 4 cells, and the table 3 columns: it was not taken"]


def test_columns_of_one_name_are_told(tmp_path: Path) -> None:
    """A field of several values takes them all, any other the first that is not empty."""
    path = table(tmp_path, "From,To,To,Text,Text\nVetrov,Orlin,Pashin,,Coal.\n")
    taken = take_in(
        path, mapping=table(tmp_path, "", '[columns]\nfrom="From"\nto="To"\ntext="Text"', "m.csv").with_suffix(".toml")
    )
    (root,) = taken.documents.values()
    assert ["".join(one.itertext()) for one in root.findall(".//{*}correspAction[@type='received']/{*}persName")] == [
        "Orlin",
        "Pashin",
    ]
    assert text_of(root) == "Coal."
    assert taken.said("IMP146") == [
        "2 columns are called To; all of them are taken",
        "2 columns are called Text; the first that is not empty counts",
    ]


ITEMS = [
    {"from": {"name": "Vetrov"}, "to": [{"name": "Orlin"}, {"name": "Pashin"}], "n": 1.0},
    {"from": {"name": "Orlin"}},
]


@pytest.mark.parametrize(
    ("name", "data", "records"),
    [
        ("a.json", json.dumps(ITEMS), None),
        ("a.json", json.dumps(ITEMS, indent=2), None),
        ("a.json", "\ufeff" + json.dumps(ITEMS), None),
        ("a.jsonl", "\n".join(map(json.dumps, ITEMS)), None),
        ("a.json", "\n".join(map(json.dumps, ITEMS)), None),
        ("a.json", json.dumps({"meta": {"n": [1, 2]}, "none": [], "data": {"items": ITEMS}, "end": 1}), None),
        ("a.json", json.dumps({"meta": {"n": [{"x": 1}]}, "data": {"items": ITEMS}}), "data.items"),
    ],
)
def test_json_is_an_array_lines_or_an_object_with_a_way_to_the_records(
    tmp_path: Path, name: str, data: str, records: str | None
) -> None:
    rows = open_table(table(tmp_path, data, name=name), Plan({}, records=records)).rows
    first, second = rows.rows()
    assert rows.columns == ("from.name", "to.name", "n")
    assert (first.values("from.name"), first.values("to.name")) == (("Vetrov",), ("Orlin", "Pashin"))
    assert (first.values("to.1.name"), first.values("to.7.name"), first.values("n")) == (("Pashin",), (), ("1",))
    assert second.values("to.name") == ()


def test_values_of_json_become_text(tmp_path: Path) -> None:
    path = table(
        tmp_path, '[{"a": true, "b": 2.5, "c": null, "d.e": "x", "f": ["y", ["z"]], "g": {"h.i": "w"}}]', name="a.json"
    )
    (row,) = open_table(path).rows.rows()
    values = [row.values(name) for name in ("a", "b", "c", "d.e", "f", "g.h.i", "g", "f.0.q", "d.q.r")]
    assert values == [("true",), ("2.5",), (), ("x",), ("y", "z"), ("w",), (), (), ()]


def test_a_record_of_json_longer_than_a_piece_is_read_whole(tmp_path: Path) -> None:
    long = "Ice. " * 60_000
    path = table(tmp_path, json.dumps([{"text": long, "n": 12345}, {"text": "b"}]), name="a.json")
    assert [row.values("text")[0] for row in open_table(path).rows.rows()] == [long, "b"]


@pytest.mark.parametrize(
    ("data", "said", "line"),
    [
        ('[{"a": 1},\n{"a": 2}', "the file ends where JSON wants ']'", 2),
        ('[{"a": 1},\n{"a" 2}]', "this is no JSON", 2),
        ('[{"a": 1},\n3]', "record 2 is no object", 2),
        ('{"a": {"b": 1}\n', "the file ends where JSON wants '}'", 2),
        ('[{"a": ' + "[" * 100_000, "nest too deep", 1),
    ],
)
def test_json_that_is_none_is_refused_with_its_line(tmp_path: Path, data: str, said: str, line: int) -> None:
    with pytest.raises(SourceError) as raised:
        list(open_table(table(tmp_path, data, name="a.json")).rows.rows())
    (found,) = raised.value.findings
    assert (found.rule, said in found.message) == ("IMP150", True), found.message
    assert found.location.line == line


def test_an_object_without_records_in_it_is_one_record(tmp_path: Path) -> None:
    rows = open_table(table(tmp_path, '{"from": "Vetrov", "n": [1, 2]}', name="a.json")).rows
    assert [(row.values("from"), row.values("n")) for row in rows.rows()] == [(("Vetrov",), ("1", "2"))]


def test_a_way_to_records_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no key 'rows'"):
        list(open_table(table(tmp_path, '{"items": []}', name="a.json"), Plan({}, records="rows")).rows.rows())


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.csv", b"a,b\n", True),
        ("a.tsv", b"a\tb\n", True),
        ("a.json", b' [{"a": 1}]', True),
        ("a.jsonl", b'\xef\xbb\xbf{"a": 1}', True),
        ("a.json", "[".encode("utf-16"), True),
        ("a.json", b"<TEI/>", False),
        ("a.csv", b"<TEI/>", False),
        ("a.xml", b"a,b\n", False),
    ],
)
def test_a_table_is_known_by_its_name_and_its_beginning(name: str, head: bytes, expected: bool) -> None:
    assert suits(Path(name), head) is expected


@pytest.mark.parametrize(("name", "head"), [("a.xls", b"\xd0\xcf"), ("a.ods", b""), ("a.csv", b"\xd0\xcf\x11\xe0")])
def test_a_workbook_is_to_be_saved_as_a_table(name: str, head: bytes) -> None:
    with pytest.raises(SourceError) as raised:
        suits(Path(name), head)
    assert "Save as" in raised.value.findings[0].hint


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json"])
def test_many_rows_take_no_more_memory_than_few(tmp_path: Path, name: str) -> None:
    """6,000 rows of 500 characters each, 3 MB of them, in less than 1.5 MB."""
    row = {"From": "Vetrov", "To": "Orlin", "Text": "ice " * 125}
    if name == "a.csv":
        lines = ["From,To,Text\n", *(",".join(row.values()) + "\n" for _ in range(6_000))]
    else:
        lines = [json.dumps(row) + ("\n" if name == "a.jsonl" else ",\n") for _ in range(6_000)]
        lines = lines if name == "a.jsonl" else ["[", *lines[:-1], json.dumps(row), "]"]
    path = tmp_path / name
    path.write_text("".join(lines), encoding="utf-8")
    tracemalloc.start()
    assert sum(1 for _ in open_table(path).rows.rows()) == 6_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1.5 * 1024 * 1024
