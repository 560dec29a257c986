"""Files into files: names kept, broken files reported, the others rendered."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from edition.render import RULES, Format, Options, render_document, render_paths, stylesheets
from tei.errors import SourceError
from tei.xmlfile import parse_bytes

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>{}</p></body></text></TEI>'


def write(path: Path, text: str = "Ice.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEI.format(text), encoding="utf-8")
    return path


def codes(findings: tuple[object, ...]) -> list[str]:
    return [getattr(finding, "rule", "") for finding in findings]


def test_a_folder_keeps_its_shape_and_gets_an_index(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.xml")
    write(tmp_path / "in" / "1938" / "b.xml")
    write(tmp_path / "in" / ".history" / "a.xml")
    (tmp_path / "in" / "notes.md").write_text("no document", encoding="utf-8")
    report = render_paths([tmp_path / "in"], "html", tmp_path / "out", title="Karsk")
    names = [path.relative_to(tmp_path / "out").as_posix() for path in report.written]
    assert (len(report.read), names, report.findings) == (2, ["1938/b.html", "a.html", "index.html"], ())
    index = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="1938/b.html"' in index
    assert "<h1>Karsk</h1>" in index


def test_text_gets_no_index(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.xml")
    report = render_paths([tmp_path / "in"], Format.TEXT, tmp_path / "out")
    assert [path.name for path in report.written] == ["a.txt"]
    assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8").endswith("\nIce.\n")


def test_one_file_may_be_given_the_name_of_its_result(tmp_path: Path) -> None:
    report = render_paths([write(tmp_path / "a.xml")], "html", tmp_path / "page.html")
    assert report.written == (tmp_path / "page.html",)


def test_one_file_goes_into_a_folder_where_the_output_is_one(tmp_path: Path) -> None:
    (tmp_path / "out.d").mkdir()
    report = render_paths([write(tmp_path / "a.xml")], "html", tmp_path / "out.d")
    assert [path.name for path in report.written] == ["a.html", "index.html"]


def test_a_broken_file_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "good.xml")
    (folder / "broken.xml").write_text("<TEI", encoding="utf-8")
    (folder / "empty.xml").write_text("", encoding="utf-8")
    (folder / "page.xml").write_text("<html/>", encoding="utf-8")
    (folder / "corpus.xml").write_text('<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    report = render_paths([folder, tmp_path / "missing.xml"], "text", tmp_path / "out")
    assert [path.name for path in report.written] == ["good.txt"]
    assert len(report.read) == 6
    assert sorted(codes(report.findings)) == ["REN102", "REN102", "XML101", "XML102", "XML102"]


def test_a_document_without_text_gives_a_page_and_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', encoding="utf-8")
    report = render_paths([path], "html", tmp_path / "out")
    assert codes(report.findings) == ["REN103"]
    assert len(report.written) == 2


def test_two_files_are_never_written_to_one_place(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1" / "a.xml", "first"), write(tmp_path / "2" / "a.xml", "second")
    report = render_paths([one, two], "text", tmp_path / "out")
    assert codes(report.findings) == ["REN106"]
    assert "first" in (tmp_path / "out" / "a.txt").read_text(encoding="utf-8")


def test_a_document_called_index_keeps_its_page(tmp_path: Path) -> None:
    report = render_paths([write(tmp_path / "index.xml")], "html", tmp_path / "out")
    assert codes(report.findings) == ["REN106"]
    assert "Ice." in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_folder_without_documents_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report = render_paths([tmp_path / "in"], "html", tmp_path / "out")
    assert (codes(report.findings), report.written) == (["REN107"], ())


def test_what_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    report = render_paths([write(tmp_path / "a.xml")], "text", tmp_path / "taken" / "out")
    assert (codes(report.findings), report.written) == (["OUT101"], ())


def test_options_reach_the_text() -> None:
    tree = parse_bytes(TEI.format("old<note>x</note> ice").encode())
    made = render_document(tree, "text", options=Options(width=3, notes=False))
    assert made.data.decode().endswith("\nold\nice\n")


def test_a_format_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="epub"):
        render_paths([], "epub", tmp_path)


def test_findings_of_the_text_come_with_the_document() -> None:
    tree = parse_bytes(TEI.format("<wireform>x</wireform>").encode())
    for to in Format:
        assert codes(render_document(tree, to, path="k.xml").findings) == ["REN101"]


def test_a_stylesheet_reads_no_other_file_and_writes_none(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.xml", "secret")
    stolen = tmp_path / "stolen.xml"
    (tmp_path / "xslt").mkdir()
    (tmp_path / "xslt" / "text.xsl").write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
        'xmlns:e="http://exslt.org/common" extension-element-prefixes="e"><xsl:template match="/"><d>'
        f"<xsl:copy-of select=\"document('{secret.as_uri()}')\"/>"
        f'<e:document href="{stolen.as_uri()}">x</e:document></d></xsl:template></xsl:stylesheet>',
        encoding="utf-8",
    )
    with suppress(SourceError):
        root, _ = stylesheets.transform("text", parse_bytes(TEI.encode()), transforms=tmp_path)
        assert "secret" not in "".join(str(piece) for piece in root.itertext())
    assert not stolen.exists()


def test_what_a_stylesheet_says_besides_is_a_finding_too(tmp_path: Path) -> None:
    (tmp_path / "xslt").mkdir()
    (tmp_path / "xslt" / "text.xsl").write_text(
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">'
        "<d><xsl:message>odd</xsl:message></d></xsl:template></xsl:stylesheet>",
        encoding="utf-8",
    )
    _, findings = stylesheets.transform("text", parse_bytes(TEI.encode()), transforms=tmp_path)
    assert codes(findings) == ["REN105"]


def test_every_rule_has_a_code_of_its_own_and_says_why() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.code.startswith("REN") and rule.why for rule in RULES)
