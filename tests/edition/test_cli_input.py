"""Bad input and bad places: each is a finding with an exit code, nothing is half written, nothing is overwritten."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from edition.aside import LOCK_NAME
from edition.cli import main
from tei.files import write_atomic

Call = Callable[..., Any]
ID = "t1937-09-12-vetrov-sabelnikov"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
RUSSIAN = "Телеграмма, Ветров – Сабельникову\n\nКарск, 12 сентября 1937 г.\n\nСтоим на якоре.\n\nВетров\n"
BOMB = (
    '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + ']><TEI xmlns="http://www.tei-c.org/ns/1.0">&j;</TEI>'
)
DOCUMENTS = {
    "empty": ("", "XML102"),
    "white space": (" \n ", "XML102"),
    "binary": (PNG, "XML102"),
    "not closed": ("<TEI>", "XML102"),
    "not UTF-8": (b"<TEI>\xff</TEI>", "XML102"),
    "a wrong charset": (b'<?xml version="1.0" encoding="nonsense"?><TEI/>', "XML102"),
    "a DTD": ('<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI/>', "XML103"),
    "an external entity": ('<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI>&x;</TEI>', "XML103"),
    "an entity bomb": (BOMB, "XML103"),
    "deep nesting": ("<a>" * 300 + "</a>" * 300, "XML104"),
}


def files(folder: Path) -> list[str]:
    """The files below a folder, hidden ones too: a half-written file would be one of them."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "CAP101"),
        (b" \n\t\n", "CAP101"),
        (PNG, "CAP102"),
        (b"On the shelf stand tea, flour and a barometer.\n", "REC101"),
    ],
    ids=["empty", "white space", "PNG", "no telegram"],
)
def test_a_capture_that_is_none_is_a_finding_and_writes_no_document(
    data: bytes, code: str, encode: Call, tmp_path: Path
) -> None:
    """Its place and its mend are in the finding; what has no telegram is kept as a context document."""
    capture = tmp_path / "capture.txt"
    capture.write_bytes(data)
    ran = encode(capture, "-o", tmp_path / "out")
    assert ran.code == 1
    found = next(finding for finding in ran.json["findings"] if finding["code"] == code)
    assert found["path"] == str(capture)
    assert found["hint"]
    assert [name for name in files(tmp_path / "out") if name.startswith("t1")] == []


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16-le"])
def test_a_character_set_that_nothing_names_is_reported(charset: str, encode: Call, tmp_path: Path) -> None:
    """Never read in silence, and never read wrongly: without a document, or with the right words in it."""
    capture = tmp_path / "capture.txt"
    capture.write_bytes(RUSSIAN.replace("–", "-").encode(charset))
    ran = encode(capture, "-o", tmp_path / "out")
    assert {code for code in ran.findings if code.startswith("CAP")}
    documents = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("t*.xml")]
    assert all("Стоим на якоре." in document for document in documents)
    assert documents or ran.code == 1


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-16-le", "utf-16"])
def test_charset_mends_what_is_not_utf8(charset: str, encode: Call, tmp_path: Path) -> None:
    capture = tmp_path / "capture.txt"
    capture.write_bytes(RUSSIAN.encode(charset, "replace"))
    assert encode(capture, "-o", tmp_path / "out", "--charset", charset).code == 0
    (made,) = [name for name in files(tmp_path / "out") if name.startswith("t1937-09-12")]
    assert "Стоим на якоре." in (tmp_path / "out" / made).read_text(encoding="utf-8")


def test_charset_can_stand_in_the_configuration(tei: Call, tmp_path: Path) -> None:
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "a.txt").write_bytes(RUSSIAN.encode("windows-1251"))
    (tmp_path / "edition.toml").write_text('[sources]\ncaptures = ["captures"]\ncharset = "windows-1251"\n')
    assert tei("encode", "--config", tmp_path / "edition.toml").code == 0


def test_a_source_that_cannot_be_read_does_not_stop_the_others(encode: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(PNG)
    ran = encode(tmp_path / "bad.txt", tmp_path / "nowhere.txt", page, "-o", tmp_path / "out")
    assert (ran.code, ran.findings) == (2, ["CAP102", "XML101"])
    assert files(tmp_path / "out") == [f"{ID}.xml", LOCK_NAME]


@pytest.mark.parametrize("command", ["validate", "render"])
@pytest.mark.parametrize(("data", "code"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_xml_that_is_broken_or_unsafe_is_a_finding(
    command: str, data: str | bytes, code: str, tei: Call, tmp_path: Path
) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    arguments = ("--output", tmp_path / "out") if command == "render" else ()
    ran = tei(command, path, "--format", "json", *arguments)
    assert (ran.code, ran.findings) == (1, [code])
    assert ran.json["findings"][0]["line"]
    assert files(tmp_path) == ["x.xml"]


def test_the_content_of_another_file_never_comes_in(tei: Call, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("BAROMETER")
    (tmp_path / "x.xml").write_text(f'<!DOCTYPE T [<!ENTITY x SYSTEM "{tmp_path / "secret"}">]><T>&x;</T>')
    for command in ("validate", "render"):
        ran = tei(command, tmp_path / "x.xml")
        assert "BAROMETER" not in ran.stdout + ran.stderr


def test_a_folder_where_a_file_should_be_is_a_finding(tei: Call, encode: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").mkdir()
    assert tei("encode", page, "--config", tmp_path / "edition.toml").code == 2
    assert tei("schema", "compile", tmp_path).code == 1
    assert tei("validate", page, "--schema", tmp_path).code == 2
    (tmp_path / "out" / f"{ID}.xml").mkdir(parents=True)
    ran = encode(page, "-o", tmp_path / "out")
    assert (ran.code, ran.findings) == (1, ["ENC202"])
    assert files(tmp_path / "out") == []


def test_an_output_that_is_a_file_is_refused(encode: Call, page: Path) -> None:
    before = page.read_bytes()
    ran = encode(page, "-o", page)
    assert (ran.code, ran.findings) == (2, ["OUT101"])
    assert page.read_bytes() == before


def refuse(error: OSError) -> Callable[..., Any]:
    def call(*_: object, **__: object) -> Any:
        raise error

    return call


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("os.open", PermissionError(13, "Permission denied")),
        ("os.fsync", OSError(28, "No space left on device")),
        ("os.replace", OSError(30, "Read-only file system")),
        ("pathlib.Path.mkdir", PermissionError(13, "Permission denied")),
    ],
    ids=["read-only folder", "full disk", "read-only disk", "folder that cannot be made"],
)
def test_a_place_that_cannot_be_written_to_is_a_finding_and_keeps_the_old_file(
    place: str, error: OSError, encode: Call, page: Path, karsk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = karsk / "out"
    assert encode(page, "-o", out).code == 0
    before = {name: (out / name).read_bytes() for name in files(out)}
    page.write_text(page.read_text(encoding="utf-8").replace("onions", "lemons"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(place, refuse(error))
        ran = encode(page, "-o", out)
    assert ran.code in (1, 2)
    assert set(ran.findings) == {"OUT101"}
    assert {name: (out / name).read_bytes() for name in files(out)} == before
    assert encode(page, "-o", out).code == 0
    assert "lemons" in (out / f"{ID}.xml").read_text(encoding="utf-8")


def test_a_disk_that_fills_up_in_the_middle_of_a_file_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encode: Call, page: Path
) -> None:
    def full(handle: int, *_: object) -> Any:
        os.write(handle, b"<TEI")
        os.close(handle)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", full)
        ran = encode(page, "-o", tmp_path / "out")
    assert ran.code == 1
    assert ran.json["findings"][0]["hint"] == "free some space"
    assert files(tmp_path / "out") == []


def test_a_run_that_is_killed_before_the_rename_leaves_the_old_file(tmp_path: Path) -> None:
    """A real process that dies between writing and renaming: the name still holds the old bytes."""
    path = tmp_path / "t.xml"
    write_atomic(path, b"old")
    program = (
        "import os, pathlib, sys\n"
        "os.replace = lambda *_: os._exit(9)\n"
        "from tei.files import write_atomic\n"
        "write_atomic(pathlib.Path(sys.argv[1]), b'new')\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program, str(path)], cwd=root, timeout=60)
    assert done.returncode == 9
    assert path.read_bytes() == b"old"


def test_what_a_killed_run_leaves_is_no_document(tei: Call, encode: Call, page: Path, karsk: Path) -> None:
    """The file beside is hidden, so that validate and encode pass it over."""
    out = karsk / "out"
    assert encode(page, "-o", out).code == 0
    (out / f".{ID}.xml.k3j4").write_text("<TEI")
    assert tei("validate", out).code == 0


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[edition]\ntitle = Karsk\n", "CFG101", 2),
        ("[edition\n", "CFG101", 1),
        ("x = " + "[" * 20000, "CFG101", 1),
        ("[edition]\n\ntitel = 'Karsk'\n", "CFG102", 3),
        ("[editions]\ntitle = 'Karsk'\n", "CFG102", 1),
        ("[sources]\ncaptures = 'captures'\n", "CFG103", 2),
        ("[sources]\ncharset = 'nonsense'\n", "CFG103", 2),
        ("[sources]\nfurniture = ['(']\n", "CFG103", 2),
        ("[authority]\n# yes\nbuiltin = 'yes'\n", "CFG103", 3),
        ("[authority]\nfiles = ['nowhere.xml']\n", "CFG104", 2),
        ("[sources]\ncaptures = ['nowhere']\n", "CFG104", 2),
    ],
)
def test_a_wrong_configuration_is_refused_with_its_line(
    text: str, code: str, line: int, tei: Call, page: Path, tmp_path: Path
) -> None:
    config = tmp_path / "edition.toml"
    config.write_text(text)
    ran = tei("encode", page, "--config", config, "--format", "json")
    assert (ran.code, ran.findings) == (2, [code])
    assert ran.json["findings"][0]["line"] == line
    assert files(tmp_path / "karsk") == files(page.parents[1])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100000,
        '{"documents": []}',
        '{"documents": {"t1937": {"nonsense": 1}}}',
        '{"documents": {"../../outside": {"source": "a", "passage": "b", "order": 0}}}',
        b"\xff\xfe\x00",
    ],
    ids=["empty", "cut off", "a list", "deep", "no documents", "unknown fields", "an id that climbs", "binary"],
)
def test_a_damaged_lock_stops_the_run_before_anything_is_written(
    text: str | bytes, encode: Call, page: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / LOCK_NAME).write_bytes(text if isinstance(text, bytes) else text.encode())
    ran = encode(page, "-o", out)
    assert (ran.code, ran.findings) == (2, ["ENC301"])
    assert files(out) == [LOCK_NAME]


def test_a_lock_that_cannot_be_opened_says_why(encode: Call, page: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / LOCK_NAME).mkdir(parents=True)
    ran = encode(page, "-o", tmp_path / "out")
    assert ran.code == 2
    assert "cannot be read: Is a directory" in ran.json["findings"][0]["message"]


def test_a_file_name_that_is_no_utf8_is_encoded_and_reported(encode: Call, page: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    try:
        odd.write_bytes(page.read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    assert encode(odd, "-o", tmp_path / "out").code == 0
    assert encode(odd, "-o", tmp_path / "out").json["documents"][0]["outcome"] == "unchanged"


def test_a_finding_shows_the_line_as_it_was_read_whatever_the_file_is_in(tmp_path: Path) -> None:
    text = "Товарищу Ветрову.\n\nДверь закрыта и больше не открывается ни днём, ни ночью.\n\nСабельников\n"
    (tmp_path / "a.txt").write_bytes(text.encode("windows-1251"))
    (tmp_path / "b.html").write_text(f"<html><body>{''.join(f'<p>{line}</p>' for line in text.splitlines() if line)}")
    result = CliRunner().invoke(main, ["encode", str(tmp_path), "--output", str(tmp_path / "tei")])
    frames = [line for line in result.stdout.splitlines() if " | " in line]
    assert any("Товарищу Ветрову." in line for line in frames)
    assert not any("\ufffd" in line or "<p>" in line for line in frames)
