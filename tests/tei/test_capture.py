"""Capturing plain text: bytes become text with sure offsets, or a finding says why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tei.capture import capture_file
from tei.capture.plain import capture_name, readable
from tei.errors import SourceError

TEXT = "To Vetrov\n\nСпасибо. 谢谢.\n"


def written(folder: Path, data: bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_files_are_read_by_their_byte_order_mark_or_as_utf8(tmp_path: Path, charset: str) -> None:
    assert capture_file(written(tmp_path, TEXT.encode(charset))).text == TEXT


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "gb18030"])
def test_another_character_set_is_read_when_it_is_named(tmp_path: Path, charset: str) -> None:
    text = "Карск" if charset != "gb18030" else "卡尔斯克"
    assert capture_file(written(tmp_path, text.encode(charset)), charset=charset).text == text


def test_the_digest_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfTo Vetrov\r\n"
    assert capture_file(written(tmp_path, data)).sha256 == hashlib.sha256(data).hexdigest()


BAD = [
    (b"", None, "CAP101"),
    (b" \r\n\t\n", None, "CAP101"),
    ("\ufeff \u200b".encode(), None, "CAP101"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, "CAP102"),
    (b"%PDF-1.4\n\x01\x02\x03\x04\x05\x06\x07\x08", None, "CAP102"),
    ("Карск".encode("windows-1251"), None, "CAP103"),
    ("Karsk, côté".encode("latin-1"), None, "CAP103"),
    (b"To Vetrov", "klingon-8", "CAP103"),
    ("Карск".encode("koi8-r"), "utf-8", "CAP103"),
]


@pytest.mark.parametrize(("data", "charset", "code"), BAD)
def test_what_cannot_be_read_as_text_is_a_finding_with_a_remedy(
    tmp_path: Path, data: bytes, charset: str | None, code: str
) -> None:
    with pytest.raises(SourceError) as error:
        capture_file(written(tmp_path, data), charset=charset)
    (finding,) = error.value.findings
    assert finding.rule == code
    assert finding.hint
    assert finding.location.path.endswith("page.txt")


def test_the_line_of_the_first_wrong_byte_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        capture_file(written(tmp_path, b"one\ntwo\n\xca\xe0\xf0\xf1\xea\n"))
    assert error.value.findings[0].location.line == 3


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        capture_file(tmp_path / "absent.txt")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("bell\x07 and null\x00", "bell\ufffd and null\ufffd"),
        ("cafe\u0301", "café"),
        ("no-break\u00a0space", "no-break\u00a0space"),
    ],
)
def test_text_is_made_such_that_xml_can_hold_it(raw: str, text: str) -> None:
    assert readable(raw) == text


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("004_d00fc7ff1722d990.txt", "004_d00fc7ff1722d990"),
        ("Two Barometers (copy).txt", "two-barometers-copy"),
        ("café été.txt", "cafe-ete"),
        ("Карск.txt", "karsk"),
        ("….txt", "capture"),
        ("卡尔斯克.txt", "capture"),
    ],
)
def test_the_name_of_a_capture_is_safe_in_ids_and_file_names(name: str, expected: str) -> None:
    assert capture_name(Path(name)) == expected
