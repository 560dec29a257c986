"""Word documents that are broken, locked or made to do harm: each is a finding, none is unpacked."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tei.capture.docx.package as package_module
from tei.capture import capture_file
from tei.capture.docx.package import MAX_PARTS
from tei.errors import SourceError
from tei.findings import Finding
from tests.tei.capture.word_file import p, part, relationships, text, word_bytes, word_files, written, zipped

GOOD = word_files(p("To Vetrov"))
NOTED = word_files(p(text("ice") + '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes="")


def refused(folder: Path, data: bytes) -> Finding:
    with pytest.raises(SourceError) as error:
        capture_file(written(folder, data))
    (finding,) = error.value.findings
    assert finding.hint
    return finding


def encrypted(data: bytes) -> bytes:
    """The same archive with the flag of encryption on every entry."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


def lying(data: bytes, size: int) -> bytes:
    """The same archive with its central directory saying that the main part is of another size."""
    at = data.find(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]


BROKEN = {
    "a bomb": (zipped({**GOOD, "word/media/x.xml": b"\0" * 20_000_000}), "CAP115"),
    "a part outside": (zipped({**GOOD, "../../evil.xml": "x"}), "CAP115"),
    "a part outside, the other way": (zipped({**GOOD, "word\\..\\..\\evil.xml": "x"}), "CAP115"),
    "an absolute part": (zipped({**GOOD, "/etc/passwd": "x"}), "CAP115"),
    "a part on a drive": (zipped({**GOOD, "C:/evil.xml": "x"}), "CAP115"),
    "a password": (encrypted(zipped(GOOD)), "CAP111"),
    "cut short": (zipped(GOOD)[:-40], "CAP112"),
    "a main part that lies of its size": (lying(word_bytes(p("a")), 10), "CAP112"),
    "a main part that is no XML": (zipped({**GOOD, "word/document.xml": "<w:document"}), "CAP112"),
    "a main part that is empty": (zipped({**GOOD, "word/document.xml": ""}), "CAP112"),
    "a main part that is another thing": (zipped({**GOOD, "word/document.xml": "<a/>"}), "CAP112"),
    "a main part without body": (zipped({**GOOD, "word/document.xml": part("document", "")}), "CAP112"),
    "a document type": (zipped({**GOOD, "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "CAP112"),
    "a part that is promised": (zipped({k: v for k, v in NOTED.items() if "footnotes" not in k}), "CAP112"),
    "notes that are no XML": (zipped({**NOTED, "word/footnotes.xml": "\0"}), "CAP112"),
    "no main part": (zipped({k: v for k, v in GOOD.items() if k != "word/document.xml"}), "CAP112"),
    "nothing of Word": (zipped({"a.txt": "x"}), "CAP114"),
    "a spreadsheet": (
        zipped({"_rels/.rels": relationships(("r", "officeDocument", "xl/workbook.xml", False))}),
        "CAP114",
    ),
    "an empty archive": (b"PK\x05\x06" + bytes(18), "CAP114"),
    "nested without end": (word_bytes(p("<w:smartTag>" * 300 + text("a") + "</w:smartTag>" * 300)), "CAP112"),
}


@pytest.mark.parametrize(("data", "code"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_locked_or_harmful_is_a_finding(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(tmp_path, data).rule == code


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    many = {**GOOD, **{f"x/{n}": "" for n in range(MAX_PARTS)}}
    assert refused(tmp_path, zipped(many)).rule == "CAP115"


@pytest.mark.parametrize(("limit", "says"), [("MAX_PART", "is larger"), ("MAX_UNPACKED", "unpacks to")])
def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, says: str) -> None:
    monkeypatch.setattr(package_module, limit, 64)
    finding = refused(tmp_path, zipped(GOOD))
    assert (finding.rule, says in finding.message) == ("CAP115", True)


def test_deep_nesting_never_ends_in_a_traceback(tmp_path: Path) -> None:
    """Just within the depth that any XML may have."""
    tables = "<w:tbl><w:tr><w:tc>" * 60 + p("a") + "</w:tc></w:tr></w:tbl>" * 60
    wrapped = p("<w:smartTag>" * 240 + text("b") + "</w:smartTag>" * 240)
    try:
        outcome = capture_file(written(tmp_path, word_bytes(tables + wrapped))).text
    except SourceError as error:
        outcome = error.findings[0].rule
    assert outcome in ("a\n\nb", "CAP112")


def test_nesting_beyond_what_can_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("tei.capture.docx.blocks.Blocks.write", write)
    assert "nests deeper" in refused(tmp_path, zipped(GOOD)).message


def test_parts_are_found_by_their_relations_wherever_they_are(tmp_path: Path) -> None:
    files = {
        "_rels/.rels": relationships(("r", "officeDocument", "/deep/main.xml", False)),
        "deep/main.xml": GOOD["word/document.xml"],
    }
    assert capture_file(written(tmp_path, zipped(files))).text == "To Vetrov"
    assert capture_file(written(tmp_path, zipped({"word/document.xml": GOOD["word/document.xml"]}))).text == "To Vetrov"
    assert (
        capture_file(written(tmp_path, zipped({**GOOD, "word/vbaProject.bin": b"macro"}), "a.docm")).text == "To Vetrov"
    )


WHOLE = zipped(NOTED)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=150
)
@given(st.integers(4, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_any_damage_is_a_finding_or_does_no_harm(tmp_path: Path, at: int, noise: bytes) -> None:
    """Bytes overwritten anywhere: the document is read, or refused with a finding."""
    try:
        outcome: object = capture_file(written(tmp_path, WHOLE[:at] + noise + WHOLE[at + len(noise) :])).text
    except SourceError as error:
        outcome = error.findings
    assert outcome


INNER = st.sampled_from(
    [p("a"), p(""), p(text("b", "<w:b/>") + text("c", "<w:i/><w:b/>") + text("d", "<w:i/>")), "<w:tbl/>",
     "<w:tbl><w:tr><w:tc>" + p("x") + "</w:tc><w:tc/></w:tr></w:tbl>", p('<w:r><w:br w:type="page"/></w:r>'),
     p('<w:commentRangeStart w:id="0"/>'), p('<w:commentRangeEnd w:id="0"/>'), p('<w:ins '
        'w:id="1">' + text("i") + "</w:ins>"),
     p("e", '<w:rPr><w:del w:id="1"/></w:rPr>'), p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
     p('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'), p('<w:r><w:footnoteReference w:id="1"/></w:r>'),
     p('<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'), p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
     p('<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/></w:r>')]
)  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=150
)
@given(st.lists(INNER, max_size=12), st.sampled_from(["accept", "reject", "encode"]))
def test_any_order_of_blocks_has_sound_features(tmp_path: Path, blocks: list[str], changes: str) -> None:
    """Spans lie in the text, and those of a kind, comments apart, nest."""
    data = word_bytes(
        "".join([p("x"), *blocks]),
        footnotes='<w:footnote w:id="1">' + p("n" + "") + "</w:footnote>",
        comments='<w:comment w:id="0">' + p("c") + "</w:comment>",
    )
    capture = capture_file(written(tmp_path, data), changes=changes)
    assert all(0 <= one.start <= one.end <= len(capture.text) for one in capture.features)
    for one in capture.features:
        for other in capture.featured(one.kind):
            apart = other.end <= one.start or one.end <= other.start
            inside = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert one.kind == "comment" or apart or inside
