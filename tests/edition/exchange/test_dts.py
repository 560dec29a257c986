"""Distributed Text Services: a client walks the files, and the citation trees are those that another program finds."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from lxml import etree

from edition.corpus import load_corpus
from edition.exchange import dts
from edition.exchange.citetrees import structure_of, units_of
from edition.exchange.request import Request
from edition.site.plan import Settings
from tei.findings import Finding
from tei.validate import Validator
from tei.xmlfile import parse_bytes
from tests.exporting import gathered
from tests.karsk import karsk_tei

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "tei"
TEI_ALL = ROOT.parent / "shared" / "reference" / "tei" / "tei_all.rng"
WRAPPER = "{https://w3id.org/api/dts#}wrapper"
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def exported(folder: Path, url: str = "https://example.org/") -> tuple[dict[str, bytes], list[Finding]]:
    corpus, _ = load_corpus([folder])
    told = Settings(title="Karsk", id="karsk", url=url, description="Telegrams")
    return gathered(dts.export(Request(corpus, told)))


class Quiet(SimpleHTTPRequestHandler):
    """A web server that knows of files alone."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition's service, handed out as files."""
    folder = tmp_path_factory.mktemp("dts")
    served = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    url = f"http://127.0.0.1:{served.server_port}/"
    for path, data in exported(karsk_tei(), url)[0].items():
        (folder / "dts" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "dts" / path).write_bytes(data)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield url
    served.shutdown()
    served.server_close()
    thread.join()


def expand(template: str, **values: str) -> str:
    """Expand a URI template (RFC 6570) as far as these need it: simple strings and path-style parameters."""

    def expanded(found: re.Match[str]) -> str:
        if found[1] != ";":
            return quote(values[found[2]], safe="")
        named = [(name, values[name]) for name in found[2].split(",") if name in values]
        return "".join(f";{name}={quote(value, safe='')}" for name, value in named)

    return re.sub(r"\{(;?)([\w,]+)\}", expanded, template)


def get(template: str, **values: str) -> Any:
    with urlopen(expand(template, **values), timeout=10) as answer:
        data = answer.read()
    return parse_bytes(data, "").getroot() if data.startswith(b"<") else json.loads(data)


def test_a_client_walks_from_the_entry_point_to_every_paragraph(server: str) -> None:
    entry = get(f"{server}dts/index.json")
    assert (entry["@type"], entry["dtsVersion"]) == ("EntryPoint", "1.0")
    collection = get(entry["collection"])
    assert collection == get(entry["collection"], id=collection["@id"])
    assert collection["totalChildren"] == len(collection["member"]) == len(list(karsk_tei().glob("*.xml")))
    for member in collection["member"][:3]:
        resource = get(member["collection"])
        assert resource["citationTrees"] == member["citationTrees"]
        assert [one["@id"] for one in get(member["collection"], nav="parents")["member"]] == [collection["@id"]]
        refs = get(resource["navigation"], down="-1")["member"]
        assert [one for one in refs if one["level"] == 1] == get(resource["navigation"], down="1")["member"]
        whole = "".join(get(resource["document"]).find("{*}text").itertext())
        for ref in refs:
            part = get(resource["document"], ref=ref["identifier"])
            (wrapper,) = part.iter(WRAPPER)
            assert "".join(wrapper.itertext()) in whole
            assert get(resource["navigation"], ref=ref["identifier"])["ref"] == ref


def test_navigation_goes_up_down_and_beside(server: str) -> None:
    def refs(**values: str) -> list[str]:
        answer = get(f"{server}dts/navigation/t1937-08-30-vetrov-sabelnikov/of{{;ref,down}}.json", **values)
        return [one["identifier"] for one in answer["member"]]

    assert refs(down="1") == ["preamble", "message", "docket"]
    assert refs(ref="message.3", down="0") == ["message.1", "message.2", "message.3", "message.4"]
    assert refs(ref="message.3", down="1") == ["message.3", "message.3-1", "message.3-2"]
    assert refs(ref="message.3-2", down="1") == ["message.3-2"]
    assert refs(ref="message", down="1") == ["message", *refs(ref="message.3", down="0")]
    assert set(refs(ref="message", down="2")) == {one for one in refs(down="-1") if one.startswith("message")}


@pytest.mark.parametrize("values", [{"ref": "message.9"}, {"ref": "nothing", "down": "1"}, {}])
def test_what_is_not_there_is_not_found(server: str, values: dict[str, str]) -> None:
    with pytest.raises(HTTPError) as caught:
        get(f"{server}dts/navigation/t1937-08-30-vetrov-sabelnikov/of{{;ref,down}}.json", **values)
    assert caught.value.code == 404
    caught.value.close()


def unwrapped(data: bytes) -> bytes:
    root = parse_bytes(data, "").getroot()
    etree.strip_tags(root, WRAPPER)
    return etree.tostring(root)


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all beside the checkout")
def test_documents_and_their_parts_are_valid_tei(tmp_path: Path) -> None:
    """A part is valid without the wrapper, which is no element of TEI."""
    files, _ = exported(karsk_tei())
    wanted = [
        path
        for path in files
        if path.endswith("text.xml") or ("t1937-08-30" in path and "ref" in path and "document" in path)
    ]
    for number, path in enumerate(wanted):
        (tmp_path / f"{number}.xml").write_bytes(unwrapped(files[path]))
    validator = Validator.load(TEI_ALL)
    assert [one for path in sorted(tmp_path.glob("*.xml")) for one in validator.validate(path)] == []


FOREIGN = {
    "paragraphs alone": "<p>a</p><p>b</p><pb n='2'/><p n='x'>c</p>",
    "divisions of one type": "<div type='part'><p>a</p></div><pb/><div type='part'><p>b</p><p n='1'>c</p></div>",
    "a number twice": "<div type='message'><p n='1'>a</p><div n='1'><p>b</p><p>c</p></div></div>",
    "odd numbers": "<div type='message'><p n='§ 1'>a</p><p n='(2)'>b</p><p>c</p></div>",
    "odd types": "<div type='post-script'><ab>a</ab></div><div type='x.y'><p>b</p></div>",
    "text between divisions": "<p>a</p><div type='message' n='1'><p>b</p></div>",
}


def foreign(folder: Path, body: str) -> Path:
    path = folder / "f.xml"
    header = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    path.write_text(f'<TEI {NS} xml:id="f">{header}<text><body>{body}</body></text></TEI>', encoding="utf-8")
    return path


@pytest.mark.parametrize("body", FOREIGN.values(), ids=FOREIGN.keys())
def test_whatever_the_body_every_reference_names_one_unit(body: str, tmp_path: Path) -> None:
    root = parse_bytes(foreign(tmp_path, body).read_bytes(), "").getroot()
    structure = structure_of(root)
    assert structure is not None
    units = list(units_of(root, structure))
    assert len({one.ref for one in units}) == len(units)
    leaves = [one for one in units if one.element.tag.endswith(("}p", "}ab"))]
    assert "".join("".join(one.element.itertext()) for one in leaves) == "".join(root.find("{*}text").itertext())
    assert all(re.fullmatch(r"[\w.-]+", one.ref, re.ASCII) for one in units)


beside_dapytains = pytest.mark.skipif(find_spec("dapytains") is None, reason="needs dapytains")
"""MyDapytains reads citeStructure by itself (with Saxon), and knows nothing of how we do."""


def their_document(path: Path) -> Any:
    from dapytains.tei.document import Document

    return Document(str(path))


def described(unit: Any) -> tuple[str, str, int, str | None, list[Any]]:
    return unit.ref, unit.citeType, unit.level, unit.parent, [described(one) for one in unit.children]


def ours(data: bytes) -> list[Any]:
    root = parse_bytes(data, "").getroot()
    structure = structure_of(root)
    assert structure is not None
    units = list(units_of(root, structure))

    def under(parent: str) -> list[Any]:
        return [
            (one.ref, one.type, one.level, one.parent or None, under(one.ref)) for one in units if one.parent == parent
        ]

    return under("")


def agrees(data: bytes, folder: Path) -> None:
    path = folder / "whole.xml"
    path.write_bytes(data)
    theirs = their_document(path)
    assert [described(one) for one in theirs.get_reffs()] == ours(data)


@beside_dapytains
def test_dapytains_finds_the_same_citation_trees(tmp_path: Path) -> None:
    for path, data in exported(karsk_tei())[0].items():
        if path.endswith("/text.xml"):
            agrees(data, tmp_path)


@beside_dapytains
@pytest.mark.parametrize("body", FOREIGN.values(), ids=FOREIGN.keys())
def test_dapytains_finds_the_same_in_documents_of_others(body: str, tmp_path: Path) -> None:
    foreign(tmp_path, body)
    agrees(exported(tmp_path)[0]["document/f/text.xml"], tmp_path)


@beside_dapytains
def test_dapytains_takes_out_the_same_words(tmp_path: Path) -> None:
    files, _ = exported(karsk_tei())
    ident = "t1937-08-30-vetrov-sabelnikov"
    path = tmp_path / "whole.xml"
    path.write_bytes(files[f"document/{ident}/text.xml"])
    theirs = their_document(path)
    for ref in ("message.3-2", "message.2", "preamble"):
        (wrapper,) = parse_bytes(files[f"document/{ident}/text;ref={ref}.xml"], "").getroot().iter(WRAPPER)
        passage = "".join(theirs.get_passage(ref).itertext())
        assert passage.split() == "".join(wrapper.itertext()).split()


def test_a_file_with_several_documents_gives_each_of_them(tmp_path: Path) -> None:
    one = f'<TEI xml:id="%s"><teiHeader/><text><body><p>%s</p></body></text></TEI>'  # noqa: F541 # filled below
    parts = "".join(one % (name, name) for name in "ab")
    (tmp_path / "c.xml").write_text(f"<teiCorpus {NS}><teiHeader/>{parts}</teiCorpus>", encoding="utf-8")
    files, _ = exported(tmp_path)
    assert b"<p>b</p>" in files["document/b/text.xml"]
    assert b"<p>a</p>" not in files["document/b/text.xml"]


def test_a_way_to_cite_that_a_document_has_is_replaced_and_told(tmp_path: Path) -> None:
    path = foreign(tmp_path, "<p>a</p>")
    declared = "<encodingDesc><refsDecl><p>By page.</p></refsDecl></encodingDesc></teiHeader>"
    path.write_text(path.read_text(encoding="utf-8").replace("</teiHeader>", declared), encoding="utf-8")
    files, findings = exported(tmp_path)
    assert [one.message for one in findings] == ["its own way to be cited (refsDecl) is left out"]
    assert files["document/f/text.xml"].count(b"<refsDecl>") == 1
    assert b"By page" not in files["document/f/text.xml"]


def test_without_an_address_templates_are_relative_and_that_is_told(tmp_path: Path) -> None:
    foreign(tmp_path, "<p>a</p>")
    files, findings = exported(tmp_path, url="")
    assert [one.rule for one in findings] == ["EXP103"]
    assert json.loads(files["index.json"])["document"] == "document/{resource}/text{;ref}.xml"


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert exported(karsk_tei()) == exported(karsk_tei())
