"""`tei export corpus` and `tei export split`: one file of all, and all of it again to the same bytes."""

from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.corpus.model import Corpus, Document
from edition.exchange import corpus, split
from edition.exchange.request import Request
from edition.exchange.splitting import documents_of
from edition.exchange.splitting import split as take_apart
from edition.site.plan import File, Settings
from tei.errors import SourceError
from tei.findings import Finding
from tei.validate import Validator
from tei.xmlfile import parse_bytes
from tests.karsk import karsk_tei

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = sorted((ROOT / "tests" / "golden" / "tei").glob("*/*.xml"))
TEI_ALL = ROOT.parent / "shared" / "reference" / "tei" / "tei_all.rng"
NS = "http://www.tei-c.org/ns/1.0"
PLAIN = f"""<TEI xmlns="{NS}" xml:id="ID" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<publicationStmt><publisher>P</publisher><availability><p>Free.</p></availability></publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<standOff><listPerson><person xml:id="vetrov"><persName>Vetrov</persName></person></listPerson></standOff>
<text xml:id="words"><body><p corresp="#words"><persName ref="#vetrov">V.</persName></p></body></text></TEI>"""


def karsk() -> list[Path]:
    """The documents of the example edition."""
    return sorted(karsk_tei().glob("*.xml"))


def request(*paths: Path) -> Request:
    documents = tuple(Document(path.stem, path, "0") for path in paths)
    return Request(Corpus(documents), Settings(title="Karsk & Tolbeya", publisher="The Karsk editors", date="2026"))


def joined(*paths: Path) -> tuple[bytes, list[str]]:
    made = list(corpus.export(request(*paths)))
    told = [one.message for one in made if isinstance(one, Finding)]
    return next((one.data for one in made if isinstance(one, File)), b""), told


def parted(data: bytes, folder: Path) -> tuple[dict[str, bytes], list[str]]:
    path = folder / "corpus.xml"
    path.write_bytes(data)
    made = list(documents_of(path))
    told = [one.message for one in made if isinstance(one, Finding)]
    return {one.path: one.data for one in made if isinstance(one, File)}, told


def written(folder: Path, **texts: str | bytes) -> list[Path]:
    paths = [folder / f"{name}.xml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return paths


def comes_back(*paths: Path) -> bytes:
    """Join files, part them, compare byte by byte; return the corpus."""
    data, told = joined(*paths)
    with tempfile.TemporaryDirectory() as folder:
        files, more = parted(data, Path(folder))
    assert (told, more) == ([], [])
    assert sorted(files.values()) == sorted(path.read_bytes() for path in paths)
    parse_bytes(data, "corpus.xml")
    return data


def ids(data: bytes) -> list[str]:
    return [str(one) for one in parse_bytes(data, "").getroot().xpath("//@xml:id")]


def dangling(data: bytes) -> set[str]:
    root = parse_bytes(data, "").getroot()
    targets = {token[1:] for value in root.xpath("//@*") for token in str(value).split() if token.startswith("#")}
    return targets - set(ids(data))


def test_an_edition_comes_back_to_the_same_bytes() -> None:
    data = comes_back(*karsk())
    assert data.count(b'<person xml:id="vetrov">') == 1
    assert data.count(b"<editorialDecl>") == data.count(b"<licence ") == 1


def test_every_encoded_example_comes_back_to_the_same_bytes() -> None:
    data = comes_back(*GOLDEN)
    found = ids(data)
    assert len(found) == len(set(found))
    assert dangling(data) <= set().union(*(dangling(path.read_bytes()) for path in GOLDEN))


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all beside the checkout")
def test_the_corpus_is_valid_tei(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_bytes(joined(*karsk())[0])
    assert Validator.load(TEI_ALL).validate(path) == ()


def test_ids_are_made_unique_and_pointers_follow(tmp_path: Path) -> None:
    data = comes_back(*written(tmp_path, a=PLAIN.replace("ID", "a"), b=PLAIN.replace("ID", "b")))
    assert ids(data) == ["vetrov", "a", "a.words", "b", "b.words"]
    assert dangling(data) == set()


def test_pointers_to_files_lead_into_the_corpus(tmp_path: Path) -> None:
    one = PLAIN.replace("ID", "a").replace("#words", "b.xml c.xml b.xml#words")
    data = comes_back(*written(tmp_path, a=one, b=PLAIN.replace("ID", "b")))
    assert b'corresp="#b c.xml b.xml#words"' in data


def test_what_one_document_says_otherwise_it_keeps(tmp_path: Path) -> None:
    one, two, other = (PLAIN.replace("ID", name) for name in "aby")
    other = other.replace("Free.", "Ask.").replace("<persName>Vetrov", "<persName>Wetrow")
    data = comes_back(*written(tmp_path, a=one, b=two, y=other))
    assert [data.count(word) for word in (b"Free.", b"Ask.", b"<persName>Vetrov", b"<persName>Wetrow")] == [1] * 4
    assert ids(data)[-3:] == ["y", "y.vetrov", "y.words"]
    assert b'ref="#y.vetrov"' in data


def test_a_licence_is_shared_only_where_every_document_has_one(tmp_path: Path) -> None:
    silent = PLAIN.replace("ID", "c").replace("<availability><p>Free.</p></availability>", "")
    data = comes_back(*written(tmp_path, a=PLAIN.replace("ID", "a"), b=PLAIN.replace("ID", "b"), c=silent))
    assert data.count(b"Free.") == 2


FORMS = {
    "mark": codecs.BOM_UTF8 + PLAIN.encode(),
    "utf-16": codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
    "koi8": f'<?xml version="1.0" encoding="koi8-r"?>{PLAIN.replace("Vetrov", "Ветров")}'.encode("koi8-r"),
    "crlf": PLAIN.replace("\n", "\r\n"),
    "single quotes": PLAIN.replace('"', "'"),
    "outside": f"<?xml version='1.0'?>\n<?xml-model href='a?b.rng'?>\n<!-- </TEI> -->{PLAIN}\n<!-- a > b --></a>"[:-4],
    "closing comment": f"{PLAIN}<!-- </TEI> -->",
    "prefix": PLAIN.replace("<", "<t:").replace("<t:/", "</t:").replace("xmlns=", "xmlns:t="),
    "base": PLAIN.replace("xml:lang", 'xml:base="x/" xml:lang'),
    "other language": PLAIN.replace('"en"', '"ru"'),
    "tags in words": PLAIN.replace(
        "V.", "<![CDATA[<p xml:id=\"words\" ref='#words'>]]> <!-- <p ref='#words'> --> '#words'"
    ),
    "angles in attributes": PLAIN.replace('<p corresp="#words"', "<p n='a>b' corresp = '#words'"),
    "instructions": PLAIN.replace("V.", "<?tei-shared &#x;?><?tei-document file='x'?>V."),
    "instruction in a list": PLAIN.replace("<listPerson>", "<listPerson><?x a&amp;b>?>"),
    "like a prefix": PLAIN.replace("V.", "d. a.words a. other.words m."),
    "pointers to ids of others": PLAIN.replace("#words", "#a #b a.xml"),
    "lists with a heading": PLAIN.replace("<listPerson>", "<listPerson><head>P</head>"),
    "spaces in end tags": PLAIN.replace("</person>", "</person >").replace("</fileDesc>", "</fileDesc\n>"),
    "ends in comments": PLAIN.replace("<persName>Vetrov", "<!-- </person> --><persName>Vetrov"),
    "sources in sources": PLAIN.replace("<p>S</p>", "<biblFull><sourceDesc><p>S</p></sourceDesc></biblFull>"),
    "nested corpus": f'<teiCorpus xmlns="{NS}"><teiHeader/>{PLAIN}</teiCorpus>',
    "without id": PLAIN.replace(' xml:id="ID"', ""),
    "two of a part": PLAIN.replace("<availability>", "<availability><p>No.</p></availability><availability>"),
    "namespace in a part": PLAIN.replace("<p>Free.", f'<p xmlns:h="http://example.org/h" xmlns="{NS}">Free.'),
    "empty element": PLAIN.replace("</body>", "<p xml:id='words2'/></body>").replace("<text ", "<text\n"),
    "no text": PLAIN[: PLAIN.index("<text")] + "</TEI>",
}


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_however_others_write_their_files_they_come_back(form: str, tmp_path: Path) -> None:
    other = FORMS[form]
    other = other.replace(b"ID", b"m") if isinstance(other, bytes) else other.replace("ID", "m")
    comes_back(*written(tmp_path, a=PLAIN.replace("ID", "a"), b=PLAIN.replace("ID", "b"), m=other))


PIECES = st.sampled_from(
    ["<p>", "</p>", "&amp;", '"', "'", "#words", " a.", "a.words", "?>", "<?x ?>", "<!-- - -->", "\r\n", "\t", "ё", ">"]
)


@given(st.lists(PIECES, max_size=8), st.sampled_from(["V.", "S</p>", "Free.", "<person ", "T<", "P<", "<listPerson>"]))
@settings(max_examples=80, deadline=None)
def test_whatever_stands_in_a_document_it_comes_back(pieces: list[str], place: str) -> None:
    """What no parser takes is not joined, and is not asked about here."""
    inserted = "".join(pieces)
    mutant = PLAIN.replace("ID", "a").replace(place, place[:-1] + inserted + place[-1], 1).encode()
    try:
        parse_bytes(mutant, "")
    except SourceError:  # no XML any more
        return
    with tempfile.TemporaryDirectory() as folder:
        comes_back(*written(Path(folder), a=mutant, b=PLAIN.replace("ID", "b")))


def test_files_of_several_folders_keep_their_folders(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    paths = [*written(tmp_path, a=PLAIN.replace("ID", "a")), *written(tmp_path / "x", a=PLAIN.replace("ID", "b"))]
    files, _ = parted(joined(*paths)[0], tmp_path)
    assert sorted(files) == ["a.xml", "x/a.xml"]


@pytest.mark.parametrize(
    "data",
    [b"<mets/>", b'<?xml version="1.0" encoding="utf-7"?><TEI/>', b"", b"\xff\xfe\xfd"],
)
def test_what_is_no_tei_is_left_out_and_told(data: bytes, tmp_path: Path) -> None:
    found, told = joined(*written(tmp_path, bad=data))
    assert (found, told) == (b"", ["the document bad.xml is left out"])


def test_a_corpus_that_was_edited_gives_the_edited_documents(tmp_path: Path) -> None:
    data, _ = joined(*karsk())
    files, told = parted(data.replace(b"The supply ship ", b"The ship ").replace(b"Cook at Karsk.", b"Cook."), tmp_path)
    assert told == []
    assert [name for name in files if b"The ship " in files[name]] != []
    assert {b"Cook at Karsk." in one for one in files.values()} == {False}


def test_a_part_that_is_gone_is_a_finding_and_the_rest_goes_on(tmp_path: Path) -> None:
    data, _ = joined(*karsk())
    start = data.index(b'<person xml:id="kashin">')
    cut = data[:start] + data[data.index(b"</person>", start) + 9 :]
    files, told = parted(cut, tmp_path)
    assert 0 < len(files) < len(karsk())
    assert "leans on #kashin, which the corpus does not hold" in told[0]


@pytest.mark.parametrize("file", ["../a.xml", "/etc/a.xml", "", "c:\\a.xml"])
def test_no_document_is_written_outside_of_the_folder(file: str, tmp_path: Path) -> None:
    data = joined(*karsk()[:1])[0].replace(karsk()[0].name.encode(), file.encode())
    assert parted(data, tmp_path)[0] == {}


def test_two_documents_of_one_name_are_a_finding(tmp_path: Path) -> None:
    data, _ = joined(*karsk()[:2])
    files, told = parted(data.replace(karsk()[1].stem.encode(), karsk()[0].stem.encode()), tmp_path)
    assert (len(files), len(told)) == (1, 1)


def test_an_encoding_that_cannot_be_is_a_finding(tmp_path: Path) -> None:
    data = joined(*karsk()[:1])[0].replace(b'.xml" folded', b'.xml" encoding="ascii" folded')
    assert "cannot be written as ascii" in parted(data, tmp_path)[1][0]


def test_a_corpus_of_others_becomes_a_file_for_each_document(tmp_path: Path) -> None:
    one = f'<teiCorpus xmlns="{NS}" xml:lang="de"><teiHeader/><TEI xml:id="b1"><teiHeader/></TEI><TEI/></teiCorpus>'
    files, told = parted(one.encode(), tmp_path)
    assert (sorted(files), told) == (["b1.xml", "corpus-2.xml"], [])
    root = parse_bytes(files["b1.xml"], "").getroot()
    assert (root.tag, dict(root.attrib)["{http://www.w3.org/XML/1998/namespace}lang"]) == (f"{{{NS}}}TEI", "de")


@pytest.mark.parametrize("data", [PLAIN.encode(), b"<a", b"<a/>"])
def test_what_is_no_corpus_is_a_finding(data: bytes, tmp_path: Path) -> None:
    files, told = parted(data, tmp_path)
    assert (files, len(told)) == ({}, 1)


def test_a_corpus_is_written_into_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_bytes(joined(*karsk())[0].replace(karsk()[0].name.encode(), b"../a.xml", 1))
    assert len(take_apart(path, tmp_path / "out")) == 1
    assert len(list((tmp_path / "out").iterdir())) == len(karsk()) - 1


def test_both_ways_by_the_command_line(tei, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert tei("export", "corpus", karsk()[0].parent, "--output", tmp_path / "karsk.xml").code == 0
    assert tei("export", "split", tmp_path / "karsk.xml", "--output", tmp_path / "out").code == 0
    assert {path.name: path.read_bytes() for path in karsk()} == {
        path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.xml")
    }


def test_split_asks_for_each_corpus_once() -> None:
    assert [one.message for one in split.export(request(karsk()[0], karsk()[0])) if isinstance(one, Finding)] == [
        "this is no teiCorpus"
    ]
