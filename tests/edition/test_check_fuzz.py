"""Whatever stands in documents, schemas and settings: a report and an exit code, and never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from edition.cli import main

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "a.xml": (ROOT / "tests/tei/validate/karsk.xml").read_bytes(),
    "k.rng": (ROOT / "tests/tei/validate/karsk.rng").read_bytes(),
    "k.sch": (ROOT / "schemas/generated/telegram.sch").read_bytes()[:6000] + b"</sch:rule></sch:pattern></sch:schema>",
    "later.sch": b"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" defaultPhase="a">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><phase id="a"><active pattern="one"/><let name="v" value="//t:p"/>
</phase><let name="w" value="count(//*)"/><pattern id="one"><let name="z" value="1 to 3"/><rule context="t:p[@n]|t:div">
<let name="k" value="@n"/><assert test="matches(@n, '^[0-9]+$') or $k = $v/@n" diagnostics="d">no <name/></assert>
<report test="for $i in $z return $i = $w">x</report></rule></pattern><pattern id="two" abstract="true">
<rule context="$c"><assert test="$t">q</assert></rule></pattern><pattern is-a="two"><param name="c" value="t:date"/>
<param name="t" value="@when"/></pattern><pattern documents="//t:ref/@target"><rule context="*"><assert test="true()"/>
</rule></pattern><diagnostics><diagnostic id="d">it is <value-of select="$k"/></diagnostic></diagnostics></schema>""",
    "k.xsd": b"""<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0">
<s:element name="TEI"><s:complexType><s:sequence><s:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
</s:sequence><s:attribute name="n"><s:simpleType><s:restriction base="s:string"><s:pattern value="[a-z]+|(ab){1,3}"/>
</s:restriction></s:simpleType></s:attribute><s:anyAttribute processContents="skip"/></s:complexType></s:element>
</s:schema>""",
    "k.odd": b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="k" start="log">
<elementSpec ident="log" ns="" mode="add"><content><elementRef key="day" minOccurs="0" maxOccurs="unbounded"/></content>
</elementSpec><elementSpec ident="day" ns="" mode="add"><content><textNode/></content></elementSpec></schemaSpec></body>
</text></TEI>""",
    "lint.toml": b"""schema = ["k.rng", "later.sch"]
fail-on = "warning"
skip = ["TEL2*"]
catalog = "catalog.xml"
[[suppress]]
rule = ["VAL105", "TEL*"]
files = "a*.xml"
id = "x"
line = 3
reason = "as printed"
""",
    "catalog.xml": b"""<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" xml:base="x/">
<uri name="http://a.example/b.rng" uri="../k.rng"/><rewriteURI uriStartString="http://a.example/" rewritePrefix="./"/>
<uriSuffix uriSuffix="b.rng" uri="k.rng"/><nextCatalog catalog="../catalog.xml"/><group xml:base="y">
<delegateURI uriStartString="http://c.example" catalog="none.xml"/></group></catalog>""",
    "known.json": b'{"version": 1, "findings": [{"path": "a.xml", "code": "VAL105", "message": "x", "count": 2}]}',
    "cache.json": b'{"settings": "x", "files": {}}',
}
WORDS = (
    *(b"<", b">", b"/>", b"&", b'"', b"'", b"\x00", b"\xff", b"]]>", b"<!--", b"=", b"[", b"]", b"(", b")", b"{", b"}"),
    *(
        b"|",
        b"*",
        b"+",
        b"?",
        b"$",
        b"@",
        b"//",
        b"..",
        b"::",
        b"-1",
        b"99999999999",
        b'xmlns=""',
        b'"""',
        b"{1,99999}",
    ),
    *(b"(a+)+$", b"current-date()", b"document('x')", b"key('a', 'b')", b'<include href="k.rng"/>', b"\xed\xa0\x80"),
)
RUNS = (
    ("--schema", "k.rng", "--schema", "k.sch", "--catalog", "catalog.xml"),
    ("--schema", "later.sch", "--phase", "#ALL", "--svrl", "svrl", "--no-rules"),
    ("--schema", "k.xsd", "--schema", "k.odd", "--baseline", "known.json"),
    ("--config", "lint.toml", "--cache", "cache.json"),
)


def spoil(chance: random.Random, data: bytes) -> bytes:
    """Cut, put in, double or overwrite some pieces."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data) + 1)
        end = at + chance.randint(1, 40)
        put = chance.choice([b"", chance.choice(WORDS), data[at:end] * 2, bytes([chance.randrange(256)])])
        data = data[:at] + put + data[chance.choice([at, end]) :]
    return data


@pytest.mark.parametrize("options", RUNS, ids=lambda options: options[1])
@pytest.mark.parametrize("seed", range(12))
def test_spoilt_files_give_a_report_and_an_exit_code(
    seed: int, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(f"{seed} {options}")
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(spoil(chance, data) if chance.random() < 0.4 else data)
    form = chance.choice(["text", "json", "junit", "sarif", "github", "markdown"])
    done = CliRunner().invoke(main, ["validate", "a.xml", *options, "--time-limit", "5", "--format", form])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in (0, 1, 2)
    assert done.output
