"""What our own exports hold comes back by `tei import`: compared field by field on what the format has a place for."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from edition.config import Config, load_config
from edition.corpus import load_corpus
from edition.corpus.identifiers import preferred_url
from edition.corpus.model import Corpus, Document, Kind, Moment, Name
from edition.exchange import exporting
from edition.exchange.formats import BY_NAME
from edition.exchange.naming import name_of
from edition.intake import importing
from tests.karsk import KARSK, karsk_tei

_OF_THE_FILE = frozenset(("path", "digest", "mark", "part"))
"""Fields that say which file it is, and not what it says."""
_FILES = {
    Kind.PERSON: ("gnd", "viaf", "wikidata", "lc", "bnf"),
    Kind.ORGANISATION: ("gnd", "viaf", "wikidata", "lc"),
    Kind.PLACE: ("geonames", "wikidata", "getty-tgn"),
}
IDENTIFIED = {"vetrov": ("viaf", "1001"), "karsk-polar-institute": ("viaf", "1002"), "karsk": ("geonames", "1003")}
"""Identifiers that nobody has, for entries of the invented lists."""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lists of the example edition, with some identifiers."""
    path = tmp_path_factory.mktemp("lists") / "authority.xml"
    text = (KARSK / "authority.xml").read_text(encoding="utf-8")
    for key, (type_, value) in IDENTIFIED.items():
        for end in ("</person>", "</org>", "</place>"):
            start = text.find(f'xml:id="{key}"')
            at = text.find(end, start)
            following = text.find("xml:id=", start + 1)
            if at >= 0 and (following < 0 or at < following):
                text = f'{text[:at]}<idno type="{type_}">{value}</idno>{text[at:]}'
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def edition(lists: Path) -> Corpus:
    """The example edition as it is before it goes out."""
    return load_corpus([karsk_tei()], authority=[lists])[0]


@pytest.fixture
def back(tmp_path: Path, lists: Path) -> Callable[[str, str], Path]:
    """Export the example edition in a format, import a file of that, and return the folder of the import."""

    def there_and_back(form: str, name: str) -> Path:
        config, _ = load_config(KARSK / "edition.toml")
        site = replace(config.site, url="https://karsk.example/")
        output = tmp_path / "out" / name
        job = exporting.Job(
            BY_NAME[form],
            replace(config, site=site),
            (karsk_tei(),),
            output if BY_NAME[form].exporter().SUFFIX else output.parent,
            (lists,),
        )
        exporting.run(job)
        report = importing.run(importing.Job((output,), tmp_path / "import"))
        (made,) = report.imports
        assert made.placed, report.findings
        assert made.refused == 0
        return made.output

    return there_and_back


def imported(folder: Path) -> Corpus:
    """The corpus of an import."""
    corpus, findings = load_corpus([folder / "tei"], authority=[folder / "authority"])
    assert findings == ()
    return corpus


def differing(one: Any, other: Any) -> Iterator[tuple[str, Any, Any]]:
    """The fields in which two values of the model differ."""
    for field in fields(one):
        if field.name not in _OF_THE_FILE and getattr(one, field.name) != getattr(other, field.name):
            yield field.name, getattr(one, field.name), getattr(other, field.name)


def test_a_data_set_brings_back_every_field_of_every_document(
    edition: Corpus, back: Callable[[str, str], Path]
) -> None:
    """Titles, envelopes, holdings, credits, abstracts, numbers, languages, mentions with their forms, references."""
    corpus = imported(back("dataset", "datapackage.json"))
    assert list(corpus.by_id) == list(edition.by_id)
    for document in edition.documents:
        assert list(differing(document, corpus.by_id[document.id])) == [], document.id


def test_a_data_set_brings_back_entries_and_archives_and_how_documents_hang_together(
    edition: Corpus, back: Callable[[str, str], Path]
) -> None:
    corpus = imported(back("dataset", "datapackage.json"))
    assert set(corpus.entries) == set(edition.entries)
    for key, entry in edition.entries.items():
        assert list(differing(entry, corpus.entries[key])) == [], key
    for name, archive in edition.archives.items():
        assert list(differing(archive, corpus.archives[name])) == [], name
    assert corpus.exchanges == edition.exchanges
    assert (corpus.answers, corpus.neighbours) == (edition.answers, edition.neighbours)


_PATHS = ("path", "digest", "xml_id")
"""Columns that say where something stands in the files."""


def test_a_data_set_of_what_a_data_set_gave_is_the_same_tables(
    tmp_path: Path, back: Callable[[str, str], Path]
) -> None:
    """Row by row, with every word of text and notes, and why an editor added it: all but the place in the files."""
    folder = back("dataset", "datapackage.json")
    config, _ = load_config(KARSK / "edition.toml")
    config = replace(config, site=replace(config.site, url="https://karsk.example/"))
    again = tmp_path / "again"
    job = exporting.Job(BY_NAME["dataset"], config, (folder / "tei",), again, (folder / "authority",))
    exporting.run(job)
    for path in sorted((tmp_path / "out" / "csv").glob("*.csv")):
        assert rows(again / "csv" / path.name) == rows(path), path.name


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [{name: value for name, value in row.items() if name not in _PATHS} for row in csv.DictReader(stream)]


GOLDEN = Path(__file__).resolve().parents[2] / "golden"
CHOSEN = sorted(path for path in (GOLDEN / "tei").rglob("*.xml"))[::9]


_ADDRESSED_INSIDE = '<div type="enclosed" xml:id="enclosed-text">\n          <opener>'
"""A message that another hands on, with an address of its own."""


def test_documents_of_every_kind_come_back_from_a_data_set(tmp_path: Path) -> None:
    """Circulars, messages in messages, Chinese and Russian texts, printed sources, articles with telegrams in them.

    The excerpt of an article leaves out headings, and that of a telegram the address of a message inside it, which a
    table does not tell from other lines; references to documents that were not exported have nothing to lead to.
    """
    lists = [GOLDEN / "authority.xml"]
    folder = tmp_path / "tei"
    folder.mkdir()
    chosen = [Path(shutil.copy(path, folder)) for path in CHOSEN]
    exporting.run(exporting.Job(BY_NAME["dataset"], Config(), tuple(chosen), tmp_path / "out", tuple(lists)))
    report = importing.run(importing.Job((tmp_path / "out" / "datapackage.json",), tmp_path / "import"))
    (made,) = report.imports
    before = load_corpus(chosen, authority=lists)[0]
    assert (made.documents, made.refused) == (len(before.by_id), 0)
    after = load_corpus([made.output / "tei"], authority=[made.output / "authority"])[0]
    for document in (*before.documents, *before.context):
        found = {name for name, _, _ in differing(document, after.by_id[document.id])}
        flat = document.kind == "context" or _ADDRESSED_INSIDE in document.path.read_text(encoding="utf-8")
        assert found <= ({"excerpt"} if flat else set()), (document.id, found)


FOREIGN = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="L-12" xml:lang="de">
<teiHeader><fileDesc><titleStmt>
<title xml:lang="en">A letter about a stove</title><title type="sub">Second title</title>
<author><persName ref="#vetrov">Pavel Vetrov</persName></author>
<editor>Lena Holt</editor><respStmt><resp>Transkription</resp><name>Tobias Renn</name></respStmt></titleStmt>
<publicationStmt><publisher>Karsk editors</publisher><date>in the spring</date>
<availability><p>Free to use.</p></availability><idno type="doi">10.1/karsk</idno></publicationStmt>
<sourceDesc><msDesc><msIdentifier><settlement>Karsk</settlement><repository>Station Library</repository>
<collection>Papers</collection><idno>Box 3</idno><altIdentifier><repository>Copy Room</repository><idno>7</idno>
</altIdentifier></msIdentifier>
<msContents><msItem><textLang mainLang="ru">Russian</textLang></msItem></msContents></msDesc>
<bibl type="printed">Karsk Readings 2</bibl>
<bibl type="translation"><ref target="https://karsk.example/L-13">the English</ref></bibl>
</sourceDesc></fileDesc>
<profileDesc><creation><date when="1938-02">February</date></creation>
<abstract xml:lang="en"><p>About a stove.</p></abstract>
<textClass><catRef target="#postcard"/></textClass>
<correspDesc><note>A reply is lost.</note>
<correspAction type="sent"><persName ref="#vetrov" xml:lang="de">Wetrow</persName><rs type="person">the cook</rs>
<placeName ref="#karsk">Karsk</placeName><note>by sledge</note></correspAction>
<correspAction type="received"><orgName ref="#club">Club</orgName><placeName>Tolbeya</placeName></correspAction>
<correspAction type="transmitted" subtype="via">
<date notBefore="1938-02-01" notAfter="1938-02-28" cert="low"/></correspAction>
<correspContext><ref type="answers">an older letter of <date when="1938-01-03">3 January</date>, lost</ref>
<ref type="prev" target="https://karsk.example/L-11">the one before</ref></correspContext></correspDesc></profileDesc>
<revisionDesc><change when="2026-01-02" status="checked">Read again.</change><change>Typed.</change></revisionDesc>
</teiHeader>
<standOff><listPerson>
<person xml:id="vetrov"><persName><surname>Vetrov</surname>, <forename>Pavel</forename></persName><birth>1900</birth>
<idno type="gnd">1001</idno></person>
<person xml:id="orlin"><persName>K. Orlin</persName><persName type="nickname">Bear</persName>
<death>1950</death></person></listPerson><listPlace><place xml:id="karsk" type="station"><placeName>Karsk</placeName>
<location><geo>71.5 102.25</geo></location><note>Cold.</note></place></listPlace>
<listOrg><org xml:id="club" type="party"><orgName>Club</orgName>
<orgName type="former" xml:lang="ru">Клуб</orgName></org></listOrg>
</standOff>
<text><body><p>The stove<note n="1"><p>Of iron<note type="footnote" n="2">And heavy.</note>.</p>
<p>Black.</p></note> smokes, says
<persName ref="#orlin">Orlin</persName> [<gap/>], <supplied reason="sense" rend="none">so</supplied> it
<supplied reason="lost">does</supplied>, see <ref target="L-12.xml">here</ref>.</p><p>Yours</p></body></text></TEI>"""


def test_a_letter_of_another_project_comes_back_from_a_data_set(tmp_path: Path) -> None:
    """What its schema allows and ours does not is said in our way: here, that a licence is one."""
    path = tmp_path / "letter.xml"
    path.write_text(FOREIGN, encoding="utf-8")
    exporting.run(exporting.Job(BY_NAME["dataset"], Config(), (path,), tmp_path / "out"))
    report = importing.run(importing.Job((tmp_path / "out" / "datapackage.json",), tmp_path / "import"))
    (made,) = report.imports
    assert (made.documents, made.refused) == (1, 0), report.findings
    before = load_corpus([path])[0]
    after = load_corpus([made.output / "tei"], authority=[made.output / "authority"])[0]
    (document,), (again,) = before.documents, after.documents
    assert list(differing(document, again)) == []
    for key, entry in before.entries.items():
        assert list(differing(entry, after.entries[key])) == [], key


def test_a_prefix_goes_before_all_ids_of_a_data_set_and_pointers_follow(tmp_path: Path, lists: Path) -> None:
    config, _ = load_config(KARSK / "edition.toml")
    exporting.run(exporting.Job(BY_NAME["dataset"], config, (karsk_tei(),), tmp_path / "out", (lists,)))
    report = importing.run(importing.Job((tmp_path / "out" / "datapackage.json",), tmp_path / "import", prefix="k-"))
    corpus = imported(report.imports[0].output)
    before = load_corpus([karsk_tei()], authority=[lists])[0]
    assert list(corpus.by_id) == [f"k-{id_}" for id_ in before.by_id]
    assert {key for _, key in corpus.entries if corpus.entries[_, key].listed} == {
        f"k-{key}" for kind, key in before.entries if before.entries[kind, key].listed
    }
    assert corpus.answers == {f"k-{id_}": tuple(f"k-{one}" for one in ids) for id_, ids in before.answers.items()}


def test_a_list_of_letters_brings_back_who_wrote_to_whom_where_and_when(
    edition: Corpus, back: Callable[[str, str], Path]
) -> None:
    """What CMIF holds: names as the lists have them, identifiers, the first place, one date without its hour."""
    corpus = imported(back("cmif", "letters.xml"))
    stubs = {page(one): one for one in corpus.documents}
    wanted = [one for one in edition.documents if one.envelopes and one.body]
    assert len(stubs) == len(wanted)
    for document in wanted:
        stub = stubs[f"https://karsk.example/telegrams/{document.id}.html"]
        for type_ in ("sent", "received"):
            assert told(corpus, stub, type_) == told(edition, document, type_), (document.id, type_)


def page(document: Document) -> str:
    """The address at which a letter is to be read."""
    return next(value for _, value in document.identifiers if value.startswith("https://"))


def told(corpus: Corpus, document: Document, type_: str) -> dict[str, Any]:
    """What a list of letters holds of a station."""
    actions = document.envelope.of(type_)
    names = [name for action in actions for name in action.names]
    places = [place for action in actions for place in action.places][:1]
    dates = [date for action in actions for date in action.dates if date.earliest][:1]
    return {
        "names": [party(corpus, name) for name in names],
        "places": [party(corpus, place) for place in places],
        "date": [day(date) for date in dates],
    }


def party(corpus: Corpus, name: Name) -> tuple[Kind, str, str]:
    entry = corpus.entries.get((name.kind, name.key))
    return name.kind, name_of(corpus, name), preferred_url(entry.identifiers, _FILES[name.kind]) if entry else ""


def day(date: Moment) -> tuple[str, ...]:
    return tuple(value.partition("T")[0] for value in (date.when, date.not_before, date.not_after))


def test_a_corpus_comes_back_to_the_same_bytes(back: Callable[[str, str], Path]) -> None:
    folder = back("corpus", "corpus.xml")
    before = {path.name: path.read_bytes() for path in karsk_tei().glob("*.xml")}
    assert {path.name: path.read_bytes() for path in (folder / "tei").iterdir()} == before


def test_a_corpus_comes_back_to_the_same_bytes_into_an_edition_of_its_own(tmp_path: Path) -> None:
    """The command of the manual, from one file to an edition that sees what was imported."""
    shutil.copytree(karsk_tei(), tmp_path / "tei")
    config, _ = load_config(KARSK / "edition.toml")
    exporting.run(exporting.Job(BY_NAME["corpus"], config, (tmp_path / "tei",), tmp_path / "all.xml"))
    report = importing.run(importing.Job((tmp_path / "all.xml",), tmp_path / "import"))
    (made,) = report.imports
    corpus = load_corpus([made.output / "tei"])[0]
    assert [one.digest for one in corpus.documents] == [
        one.digest for one in load_corpus([tmp_path / "tei"])[0].documents
    ]
