"""Rules that look at all documents together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.corpusrules import RULES, Record, check_corpus, record_of
from edition.lintconfig import load_lint_config
from edition.validation import Options, run
from tei.findings import Rule
from tei.names import TEI_NS
from tei.validate.documents import Document

TELEGRAM = """<TEI xmlns="{ns}" xml:id="{id}"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt><sourceDesc><msDesc><msIdentifier><repository>KSA</repository>
<idno type="archival"><idno type="fond">{fond}</idno></idno></msIdentifier><msContents><msItem>
<locus from="{leaf}" to="{leaf}">l. {leaf}</locus></msItem></msContents></msDesc></sourceDesc></fileDesc><profileDesc>
<correspDesc><correspAction type="sent"><persName ref="people.xml#vetrov">V.</persName>
<placeName ref="people.xml#{place}">K</placeName>
<date when="{day}"/></correspAction><correspAction type="received">
<persName ref="people.xml#{to}">S.</persName></correspAction>
<correspContext><ref type="answers" target="{answers}">yours</ref></correspContext></correspDesc></profileDesc>
</teiHeader>
<text><body><ab><num type="telegram" value="{number}">{number}</num></ab></body></text></TEI>"""
PEOPLE = f"""<TEI xmlns="{TEI_NS}" xml:id="people"><teiHeader/><standOff><listPerson>
<person xml:id="vetrov"><persName>Vetrov</persName></person><person xml:id="orlin"><persName>Orlin</persName></person>
</listPerson><listPlace><place xml:id="karsk"><placeName>Karsk</placeName></place>
<place xml:id="polynya"><placeName>P</placeName></place>
</listPlace></standOff></TEI>"""
ANY = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any"><element>'
    '<anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/></choice></zeroOrMore>'
    "</element></define></grammar>"
)


def telegram(folder: Path, name: str, **values: str) -> None:
    defaults = {"id": name, "fond": "1", "leaf": name[1:], "day": f"1938-01-{int(name[1:]):02}", "number": name[1:]}
    defaults |= {"place": "karsk", "to": "orlin", "answers": "t1.xml"}
    text = TELEGRAM.format(ns=TEI_NS, **{**defaults, **values})
    (folder / f"{name}.xml").write_text(text)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "tei"
    folder.mkdir()
    (tmp_path / "any.rng").write_text(ANY)
    (folder / "people.xml").write_text(PEOPLE)
    for number in range(1, 5):
        telegram(folder, f"t{number}")
    telegram(folder, "t5", place="polynya")
    return folder


def found(folder: Path, config: str = "", **options: object) -> list[tuple[str, str, str]]:
    lint = folder.parent / "tei-lint.toml"
    lint.write_text(config)
    settings = Options(load_lint_config(lint), rules=True, **options)  # type: ignore[arg-type] # as each test names them
    report = run([folder], [folder.parent / "any.rng"], options=settings)
    return [
        (one.rule, Path(one.location.path).name, one.message)
        for one in report.findings
        if one.rule.startswith(("TEL3", "LNT"))
    ]


def test_a_corpus_in_order_has_no_finding(corpus: Path) -> None:
    assert found(corpus) == []


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ({"id": "t2"}, ("TEL301", "t9.xml", 'the id "t2" is that of {folder}/t2.xml too')),
        ({"to": "orlon"}, ("TEL302", "t9.xml", "@ref points at #orlon in people.xml, which has no such id")),
        ({"answers": "t77.xml"}, ("TEL303", "t9.xml", "@target points at t77.xml, and there is no such file")),
        ({"number": "7"}, ("TEL304", "t9.xml", "no. 7 of vetrov to orlin in 1938 follows no. 5: 6 missing")),
        (
            {"day": "1938-01-02", "place": "polynya"},
            ("TEL305", "t9.xml", "vetrov is in polynya on 1938-01-02 here, and in karsk in {folder}/t2.xml"),
        ),
        ({"leaf": "3"}, ("TEL306", "t9.xml", "KSA / 1 / 3-3 is the reference of {folder}/t3.xml too")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_each_rule_finds_what_is_wrong_between_documents(
    corpus: Path, values: dict[str, str], finding: tuple[str, str, str]
) -> None:
    telegram(corpus, "t9", **{"number": "6", **values})
    code, name, message = finding
    assert found(corpus) == [(code, name, message.format(folder=corpus))]


def test_an_entry_that_no_document_uses_is_found(corpus: Path) -> None:
    for name in ("t1", "t2", "t3", "t4", "t5"):
        telegram(corpus, name, to="vetrov", place="karsk")
    assert [(code, message) for code, _, message in found(corpus)] == [
        ("TEL307", 'the entry "orlin" is used nowhere'),
        ("TEL307", 'the entry "polynya" is used nowhere'),
    ]


def test_a_key_that_no_list_has_is_found_where_the_lists_have_most(corpus: Path) -> None:
    """The keys of an edition whose lists are elsewhere are not judged."""
    keyed = (corpus / "t1.xml").read_text()
    (corpus / "t1.xml").write_text(
        keyed.replace("<body><ab>", '<body><ab><rs key="orlin">O</rs> <rs key="karsk">K</rs> <rs key="nansk">N</rs> ')
    )
    assert found(corpus) == [("TEL308", "t1.xml", 'the key "nansk" has no entry in any list')]
    (corpus / "t1.xml").write_text(keyed.replace("<body><ab>", '<body><ab><rs key="p1">O</rs> <rs key="p2">K</rs> '))
    assert found(corpus) == []


def test_findings_of_the_corpus_are_suppressed_and_skipped_like_others(corpus: Path) -> None:
    telegram(corpus, "t9", number="6", leaf="3")
    assert found(corpus, 'skip = ["TEL306"]') == []
    assert found(corpus, '[[suppress]]\nrule = "TEL306"\nfiles = "t9.xml"\nreason = "one sheet"') == []
    assert [one[0] for one in found(corpus, '[[suppress]]\nrule = "TEL306"\nfiles = "t8.xml"\nreason = "x"')] == [
        "TEL306",
        "LNT003",
    ]


def test_the_corpus_is_judged_the_same_from_the_cache_and_by_several_processes(corpus: Path) -> None:
    telegram(corpus, "t9", number="7", leaf="3", to="orlon")
    cache = corpus.parent / "cache.json"
    first = found(corpus, cache=cache)
    assert len(first) == 2
    assert found(corpus, cache=cache) == first
    assert found(corpus, jobs=2) == first


def test_a_record_comes_back_from_json_as_it_was(corpus: Path) -> None:
    record = record_of(Document.read(corpus / "t2.xml"))
    assert Record.of_row(record.path, json.loads(json.dumps(record.row()))) == record


def test_each_rule_of_the_corpus_says_why() -> None:
    assert all(rule.why.endswith(".") and len(rule.why) > 60 for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_as_it_says(rule: Rule, tmp_path: Path) -> None:
    """The bad example, one file a line, gives the finding; the good one gives none of this rule."""
    for example, expected in ((rule.bad, True), (rule.good, False)):
        records = []
        for line in example.split("\n"):
            name, _, text = line.partition(": ")
            path = tmp_path / name
            path.write_text(text.replace("<TEI", f'<TEI xmlns="{TEI_NS}"'))
            records.append(record_of(Document.read(path)))
        assert any(one.rule == rule.code for one in check_corpus(records)) is expected
