"""Mappings: what is written in them, what is wrong in them, and what is proposed where there is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from edition.intake.table.fields import FIELDS
from edition.intake.table.mapfile import read_mapping
from edition.intake.table.mapping import Reading
from edition.intake.table.opening import open_table
from edition.intake.table.proposing import mapping_text, propose
from tei.errors import SourceError
from tests.edition.intake.tables import table, take_in, text_of


def mapping(folder: Path, text: str) -> Path:
    path = folder / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_says_what_columns_are_and_how_they_are_read(tmp_path: Path) -> None:
    plan = read_mapping(
        mapping(
            tmp_path,
            """
[table]
charset = "windows-1251"
delimiter = ";"
header = 2
separator = "|"
dates = "dd.mm.yyyy"
language = "ru"
[columns]
date = "Date  sent"
received = { column = "Got", dates = "excel" }
from = ["Sender", "Second sender"]
to = { columns = ["To"], separator = " and ", kind = "org", values = { "ИПИ" = "Institute" } }
title = { column = "Title", values = { "?" = "" } }
language = "Language"
[constants]
kind = "telegram"
keywords = ["ice", 1938]
[values.language]
"Рус." = "ru"
[text]
recognise = true
paragraphs = "lines"
""",
        )
    )
    assert (plan.charset, plan.delimiter, plan.header, plan.language) == ("windows-1251", ";", 2, "ru")
    assert (plan.recognise, plan.paragraphs) == (True, "lines")
    assert plan.fields["date"] == Reading(("Date sent",), dates="dd.mm.yyyy")
    assert plan.fields["received"].dates == "excel"
    assert plan.fields["from"] == Reading(("Sender", "Second sender"), "|", dates="dd.mm.yyyy")
    assert plan.fields["to"] == Reading(("To",), " and ", (), {"ипи": "Institute"}, "dd.mm.yyyy", "org")
    assert plan.fields["kind"].constant == ("telegram",)
    assert plan.fields["keywords"].constant == ("ice", "1938")


@pytest.mark.parametrize(
    ("text", "said", "hint", "line"),
    [
        ('[columns]\nsender = "A"', "no field sender", "did you mean from?", 2),
        ('[columns]\ntexts = "A"', "no field texts", "did you mean text?", 2),
        ('[columns]\nquux = "A"', "no field quux", "the fields are id, title", 2),
        ('[colums]\nfrom = "A"', "no table colums", "did you mean [columns]?", 1),
        ('[quux]\nfrom = "A"', "no table quux", "the tables are", 1),
        ("columns = 3", "columns is a table", "write [columns]", 1),
        ("[columns]\n", "no column is named", "write under [columns]", 1),
        ("[columns]\nfrom = 3", "from names no column", 'write from = "Column"', 2),
        ("[columns]\nfrom = []", "from names no column", "write from", 2),
        ('[columns]\nfrom = { colum = "A" }', "from has no colum", "known here", 2),
        ('[columns]\nfrom = { column = "A", separator = "" }', "columns.from.separator is ''", "correct separator", 2),
        ('[columns]\nfrom = { column = "A", kind = "ship" }', "kind is 'ship'", "correct kind", 2),
        ('[columns]\ndate = { column = "A", dates = "year-month" }', "dates is 'year-month'", "correct dates", 2),
        ('[table]\ndates = 3\n[columns]\nfrom = "A"', "table.dates is 3", "correct dates", 2),
        ('[table]\nheader = -1\n[columns]\nfrom = "A"', "table.header is -1", "correct header", 2),
        ('[table]\ndelimiter = "ab"\n[columns]\nfrom = "A"', "table.delimiter is 'ab'", "correct delimiter", 2),
        ('[table]\ncharset = 3\n[columns]\nfrom = "A"', "table.charset is 3", "correct charset", 2),
        ('[table]\nheaders = 1\n[columns]\nfrom = "A"', "[table] has no headers", "did you mean header?", 2),
        ('[table]\nxyz = 1\n[columns]\nfrom = "A"', "[table] has no xyz", "known here", 2),
        ('[text]\nrecognise = "yes"\n[columns]\nfrom = "A"', "text.recognise is 'yes'", "correct recognise", 2),
        ('[text]\nparagraphs = "two"\n[columns]\nfrom = "A"', "text.paragraphs is 'two'", "correct paragraphs", 2),
        ('[columns]\nfrom = "A"\n[constants]\nkind = true', "kind is True", "quotation marks", 4),
        ('[columns]\nkind = "A"\n[values.kind]\nx = 3', "the values of kind are pairs", "what is meant", 3),
        ('[columns]\nfrom = "A"\n[values.kind]\nx = "y"', "no column is kind", "name its column", 3),
        ("[columns]\nfrom = Vetrov", "not TOML", "write NAME", 2),
    ],
)
def test_what_is_wrong_in_a_mapping_is_said_with_its_line_and_the_mend(
    tmp_path: Path, text: str, said: str, hint: str, line: int
) -> None:
    with pytest.raises(SourceError) as raised:
        read_mapping(mapping(tmp_path, text))
    found = raised.value.findings[0]
    assert (found.rule, found.location.line) == ("IMP142", line)
    assert said in found.message
    assert hint in found.hint


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read_mapping(mapping(tmp_path, '[columns]\nsender = "A"\nrecipient = "B"'))
    assert [found.location.line for found in raised.value.findings] == [2, 3]


def test_a_mapping_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_bytes(b"\xff\xfe[columns]")
    with pytest.raises(SourceError, match="not UTF-8"):
        read_mapping(path)


def test_a_column_that_the_table_does_not_have_stops_the_import(tmp_path: Path) -> None:
    path = table(tmp_path, "Sender,To,Text\nA,B,C\n", '[columns]\nfrom = "Senders"\nto = "to"\ntext = "Zzz"\n')
    with pytest.raises(SourceError) as raised:
        take_in(path)
    first, second = raised.value.findings
    assert (first.message, first.hint) == ("the table has no column 'Senders'", "did you mean 'Sender'?")
    assert second.hint == "its columns are Sender, To, Text"
    assert second.location.line == 4


def test_columns_that_are_not_taken_are_told(tmp_path: Path) -> None:
    path = table(tmp_path, "From,Text,Shelf,Checked by\nA,B,C,D\n", '[columns]\nfrom = "From"\ntext = "#2"\n')
    assert take_in(path).said("IMP149") == ["columns that are not taken: Text, Shelf, Checked by"]


def test_numbered_columns_tell_columns_of_one_name_apart(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Name,Name,Text\nA. Vetrov,B. Orlin,C\n",
        '[columns]\nfrom = "Name[2]"\nto = "Name[1]"\ntext = "Text"\n',
    )
    (root,) = take_in(path).documents.values()
    assert root.findtext(".//{*}correspAction[@type='sent']/{*}persName") == "B. Orlin"


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
def test_every_field_is_known_by_each_name_that_it_goes_by(field: str) -> None:
    """In capitals, with underscores for spaces, and never by a name of another field."""
    (own,) = (one for one in FIELDS if one.name == field)
    for name in (own.name, *filter(None, (one.strip() for one in own.names.split(";")))):
        for written in (name, name.upper(), name.replace(" ", "_").capitalize()):
            assert list(propose([written], ()).fields) == [field], written


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (
            ["№ п/п", "Дата", "Отправитель", "Получатель", "Ф.", "Оп.", "Д.", "Л.", "Текст"],
            "id date from to text fond opis delo leaves",
        ),
        (
            ["Nr.", "Datum", "Absender", "Empfänger", "Absendeort", "Signatur", "Volltext"],
            "number date from from_place reference text to",
        ),
        (["Cote", "Date d’envoi", "Expéditeur", "Destinataire", "Résumé"], "abstract date from reference to"),
        (["Dublin Core:Creator", "dc:date", "dc:Language", "dcterms:subject"], "date from keywords language"),
        (["identifier", "eventDates", "creators", "scopeAndContent", "repository"], "abstract archive date from id"),
        (
            ["sender", "senderID", "senderDate", "senderPlace", "senderPlaceID", "addressee", "addresseeID", "edition"],
            "date from from_id from_place from_place_id printed to to_id",
        ),
        (["编号", "日期", "发件人", "收件人", "正文"], "date from id text to"),
        (["dateSent", "senderName", "sender.name", "recipients.0.name", "fullText"], "date from text to"),
    ],
)
def test_columns_are_known_in_five_languages(columns: list[str], fields: str) -> None:
    assert sorted(propose(columns, ()).fields) == sorted(fields.split())


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["05.03.1938", "6.3.1938"], "dd.mm.yyyy"),
        (["05/03/1938", "16/03/1938"], "dd/mm/yyyy"),
        (["05/03/1938", "05/16/1938"], "mm/dd/yyyy"),
        (["05-03-38", "25-03-38"], "dd-mm-yy"),
        (["13943", "13944.5", "n.d."], "excel"),
        (["1938", "1939"], ""),
        (["1938-03-05"], ""),
        (["19380305", "19380306"], "yyyymmdd"),
        (["5 March 1938"], ""),
        (["16/16/1938"], ""),
        (["03/03/1938"], "dd/mm/yyyy"),
    ],
)
def test_the_form_of_dates_is_found_by_what_shows_the_day(tmp_path: Path, cells: list[str], form: str) -> None:
    rows = open_table(table(tmp_path, "From,Date\n" + "".join(f"A,{cell}\n" for cell in cells))).rows
    proposal = propose(rows.columns, rows.rows())
    assert proposal.dates.get("date", "") == form
    assert proposal.doubts == ()


def test_dates_that_show_neither_day_nor_month_are_for_the_user_to_decide(tmp_path: Path) -> None:
    """Nothing is imported, and the mapping says what to write."""
    taken = take_in(table(tmp_path, "From,Date,Text\nVetrov,03/05/1938,Wait.\n"))
    assert taken.documents == {}
    (said,) = taken.said("IMP141")
    assert said == "“Date” has dates such as 03/05/1938, and none shows whether the day or the month comes first"
    text = taken.files["mapping.toml"].decode()
    assert 'date = { column = "Date", dates = "mm/dd/yyyy" }' in text
    assert tomllib.loads(text)["columns"] == {"date": "Date", "from": "From", "text": "Text"}


def test_columns_that_want_the_same_field_are_for_the_user_to_decide(tmp_path: Path) -> None:
    taken = take_in(table(tmp_path, "Text,Transcription,From\na,b,Vetrov\n"))
    assert taken.said("IMP141") == ["“Text” and “Transcription” may each be text (the text itself)"]
    text = taken.files["mapping.toml"].decode()
    assert '# text = "Text"\n# text = "Transcription"' in text


@pytest.mark.parametrize("header", ["A;B;C", "Отправитель;Шифр;B"])
def test_names_that_say_too_little_leave_a_mapping_to_fill_in(tmp_path: Path, header: str) -> None:
    taken = take_in(table(tmp_path, f"{header}\n1;2;3\n"))
    assert taken.documents == {}
    assert "a text is wanted, or who wrote to whom and when" in taken.said("IMP141")[0]
    assert '# ? = "B"   # not taken' in taken.files["mapping.toml"].decode()


def test_a_table_with_clear_names_is_taken_at_once_and_its_mapping_laid_by(tmp_path: Path) -> None:
    """The mapping gives the same documents when it is used."""
    data = "Отправитель;Получатель;Дата;Текст\nВетров;Орлин; Пашин;05.03.1938;Ждите.\n".replace("; Пашин", "| Пашин")
    first = take_in(table(tmp_path, data))
    assert first.said("IMP140") == [
        "columns were taken by their names: date is “Дата”; from is “Отправитель”; to is “Получатель”; text is “Текст”"
    ]
    text = first.files["mapping.toml"].decode()
    assert tomllib.loads(text)["columns"]["to"] == {"column": "Получатель", "separator": "|"}
    second = take_in(table(tmp_path, data, text))
    assert second.codes() == []
    assert list(second.documents) == list(first.documents)
    assert [text_of(root) for root in second.documents.values()] == ["Ждите."]


def test_a_mapping_in_the_folder_of_the_import_is_used_and_one_beside_the_table_goes_before(tmp_path: Path) -> None:
    path = table(tmp_path, "A,B\nVetrov,Wait.\n")
    folder = tmp_path / "import" / "letters"
    folder.mkdir(parents=True)
    (folder / "mapping.toml").write_text('[columns]\nfrom = "A"\ntext = "B"\n', encoding="utf-8")
    (root,) = take_in(path, output=folder).documents.values()
    assert text_of(root) == "Wait."
    path.with_suffix(".toml").write_text('[columns]\ntext = "A"\nfrom = "B"\n', encoding="utf-8")
    (root,) = take_in(path, output=folder).documents.values()
    assert text_of(root) == "Vetrov"


def test_records_that_are_numbered_through_have_ids_and_telegrams_numbers(tmp_path: Path) -> None:
    def fields(*cells: str) -> list[str]:
        rows = open_table(table(tmp_path, "No,Text\n" + "".join(f"{cell},x\n" for cell in cells))).rows
        return sorted(propose(rows.columns, rows.rows()).fields)

    assert fields("1", "2", "3") == ["id", "text"]
    assert fields("K-1", "K-7") == ["id", "text"]
    assert fields("417", "96") == ["number", "text"]
    assert fields("1", "1") == ["number", "text"]


def test_a_mapping_is_written_in_toml_whatever_the_columns_are_called(tmp_path: Path) -> None:
    name = 'From "him" \\ her\tor'
    rows = open_table(table(tmp_path, f'"{name.replace(chr(34), chr(34) * 2)}",Text\na,b\n')).rows
    text = mapping_text(propose(rows.columns, rows.rows()), "a\nb.csv".replace("\n", " "), records="a.b")
    assert tomllib.loads(text)["table"] == {"records": "a.b"}
    assert "not taken" in text
