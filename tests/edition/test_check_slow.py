"""Schemas that are made to be slow: each is given up in time, its pattern is named, and the rest is checked."""

from __future__ import annotations

import json
import random
import threading
import time
from pathlib import Path

import elementpath.xpath31  # noqa: F401 # loaded here, so that loading it takes no part of the time
import pytest
import xmlschema  # noqa: F401 # as above
from click.testing import CliRunner

from edition import patience
from edition.cli import main
from edition.options import today
from edition.patience import Limited
from tei.findings import Severity
from tei.patience import TooLongError
from tei.validate import Document, Validator
from tei.validate.association import associated

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'
SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
MANY = "count(//*[count(//*[count(//*) &gt; 0]) &gt; 0])"
REGEX = "matches(@n, '^(a+)+$')"
LIMIT = "0.5"
LONG_NAME = f'<a n="{"a" * 40}b"/>'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rules(binding: str, test: str) -> str:
    return (
        f'<schema {SCH} queryBinding="{binding}"><pattern id="quick"><rule context="a"><assert test="b">no b</assert>'
        f'</rule></pattern><pattern id="endless"><rule context="a"><assert test="{test} = 0">x</assert></rule>'
        "</pattern></schema>"
    )


def ready(schema: str) -> None:
    """Let a schema be ready before its time is taken, however slow the machine is."""
    Validator.load(Path(schema), inner=False, today=today()).prepare()


def check(*arguments: str) -> tuple[int, list[tuple[str, str, str]]]:
    """Return the exit code, and of each finding its code, its file and what it says."""
    done = CliRunner().invoke(main, ["validate", "--no-rules", "--format", "json", *arguments])
    findings = json.loads(done.output)["findings"]
    return done.exit_code, [(one["code"], one["path"], one["message"]) for one in findings]


def test_a_grammar_that_can_match_in_too_many_ways_is_given_up_and_names_its_element(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is one of steps, not of time, so that the same file is given up on every machine."""
    monkeypatch.setattr("tei.relaxng.schema.BUDGET", 100_000)
    item = "<choice><element name='x'><empty/></element><element name='y'><empty/></element></choice>"
    content = f"<zeroOrMore>{item}</zeroOrMore><element name='x'><empty/></element>{item * 60}"
    (here / "slow.rng").write_text(f'<element name="log" {RNG}>\n<element name="a">{content}</element></element>')
    chance = random.Random(1)
    letters = "".join(chance.choice(["<x/>", "<y/>"]) for _ in range(3000))
    (here / "a.xml").write_text(f"<log><a>{letters}</a></log>")
    (here / "b.xml").write_text(f"<log><a>{'<x/>' * 61}</a></log>")
    code, ((rule, path, message),) = check("a.xml", "b.xml", "--schema", "slow.rng")
    assert (code, rule, path) == (1, "VAL112", "a.xml")
    assert "the schema (slow.rng:2:1) can match the content of <a> in too many ways" in message


@pytest.mark.parametrize(
    ("schema", "text", "document"),
    [
        ("slow.sch", rules("xslt", MANY), f"<a>{'<c/>' * 600}</a>"),
        ("slow.sch", rules("xslt3", MANY), f"<a>{'<c/>' * 600}</a>"),
        ("slow.sch", rules("xslt2", REGEX), LONG_NAME),
    ],
    ids=["XPath 1.0", "XPath 3.1", "regular expression"],
)
def test_rules_without_end_are_given_up_and_name_their_pattern(
    here: Path, schema: str, text: str, document: str
) -> None:
    """The other patterns are run; after two files a pattern is not tried again."""
    (here / schema).write_text(text)
    ready(schema)
    for name in ("a.xml", "b.xml", "c.xml"):
        (here / name).write_text(document)
    began, before = time.thread_time(), set(threading.enumerate())
    code, found = check("a.xml", "b.xml", "c.xml", "--schema", schema, "--time-limit", LIMIT, "--svrl", "svrl")
    left = {thread for thread in threading.enumerate() if thread.daemon} - before
    assert code == 1
    assert [(rule, path) for rule, path, _ in found] == [
        (rule, path) for path in ("a.xml", "b.xml", "c.xml") for rule in ("VAL112", "quick")
    ]
    assert found[0][2] == 'the rules of the pattern "endless" in slow.sch were given up: too slow'
    assert found[4][2] == 'the rules of the pattern "endless" in slow.sch were not run: too slow before'
    assert time.thread_time() - began < 20
    assert bool(left) == ('"xslt"' in text), "what is done in C goes on behind the run, which did not wait for it"


def test_a_pattern_of_an_xml_schema_without_end_is_given_up(here: Path) -> None:
    (here / "slow.xsd").write_text(
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="log"><s:complexType><s:sequence>'
        '<s:element name="b" minOccurs="0"/><s:element name="a"><s:complexType><s:attribute name="n">'
        '<s:simpleType><s:restriction base="s:string"><s:pattern value="((a+)+)+"/></s:restriction></s:simpleType>'
        "</s:attribute></s:complexType></s:element></s:sequence></s:complexType></s:element></s:schema>"
    )
    ready("slow.xsd")
    (here / "a.xml").write_text(f"<log><b/>{LONG_NAME}</log>")
    (here / "b.xml").write_text('<log><a m="1"/></log>')
    code, found = check("a.xml", "b.xml", "--schema", "slow.xsd", "--time-limit", LIMIT, "--cache", "known.json")
    assert (code, [(rule, path) for rule, path, _ in found]) == (1, [("VAL112", "a.xml"), ("VAL103", "b.xml")])
    assert "was given up at <a>" in found[0][2]
    assert "a.xml" not in check("a.xml", "b.xml", "--schema", "slow.xsd", "--time-limit", LIMIT)[1][1]


def test_a_schema_that_is_never_ready_is_given_up(here: Path) -> None:
    """Constants are computed when a schema is read."""
    (here / "slow.sch").write_text(rules("xslt3", REGEX.replace("@n", f"'{'a' * 40}b'")))
    (here / "a.xml").write_text("<a/>")
    code, found = check("a.xml", "--schema", "slow.sch", "--time-limit", LIMIT)
    assert (code, [(rule, path) for rule, path, _ in found]) == (2, [("VAL112", "slow.sch")])
    (here / "b.xml").write_text('<?xml-model href="slow.sch"?><a/>')
    (given_up,) = associated(Document.read(here / "b.xml"), patience=Limited(0.5)).findings
    assert (given_up.rule, given_up.severity) == ("VAL112", Severity.ERROR)


def test_work_that_ends_in_time_gives_what_it_gives_and_raises_what_it_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    for run in (Limited(5).compiled, Limited(5).interpreted):
        assert run(lambda: 7) == 7
        with pytest.raises(ZeroDivisionError):
            run(lambda: 1 // 0)
    monkeypatch.delattr(patience.signal, "setitimer")
    with pytest.raises(TooLongError):
        Limited(0.05).interpreted(lambda: time.sleep(0.3))
    assert Limited(5).interpreted(lambda: 7) == 7
