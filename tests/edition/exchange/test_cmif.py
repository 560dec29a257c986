"""CMIF: what correspSearch harvests, checked by the schema and the rules of the format where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.corpus.model import Action, Corpus, Document, Entry, Envelope, Kind, Moment, Name, Relation
from edition.exchange import cmif
from edition.exchange.request import Request
from edition.site.plan import File, Settings
from tei.findings import Finding
from tei.validate import Validator
from tei.xmlfile import parse_bytes
from tests.exporting import gathered

REFERENCE = Path(__file__).resolve().parents[4] / "shared" / "reference" / "cmif"
SETTINGS = Settings(
    title="Telegrams of Karsk",
    publisher="The Karsk editors",
    licence="CC0 1.0",
    licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
    url="https://example.org/karsk/",
    editors=("Ida Fairweather",),
    date="2026",
)
VETROV = Name("Vetrov", Kind.PERSON, "vetrov")
INSTITUTE = Name("Institute", Kind.ORGANISATION, "institute")
KARSK = Name("Karsk", Kind.PLACE, "karsk")
ENTRIES = {
    (Kind.PERSON, "vetrov"): Entry("vetrov", Kind.PERSON, "Lev Vetrov", identifiers=(("viaf", "12345"),)),
    (Kind.ORGANISATION, "institute"): Entry("institute", Kind.ORGANISATION, "Polar Institute"),
    (Kind.PLACE, "karsk"): Entry("karsk", Kind.PLACE, "Karsk", identifiers=(("geonames", "99"),)),
}


def telegram(ident: str = "t1", *actions: Action, **values: object) -> Document:
    made = actions or (
        Action("sent", names=(VETROV,), places=(KARSK,), dates=(Moment("2 May", "1938-05-02T21:00:00+03:00"),)),
        Action("received", names=(INSTITUTE,)),
    )
    return Document(ident, Path(f"{ident}.xml"), "0", envelopes=(Envelope(made),), **values)  # type: ignore[arg-type]


def exported(*documents: Document, settings: Settings = SETTINGS) -> tuple[etree._Element, list[Finding]]:
    files, found = gathered(cmif.export(Request(Corpus(documents, entries=ENTRIES), settings)))
    ((path, data),) = files.items()
    return parse_bytes(data, path).getroot(), found


def said(findings: list[Finding], code: str) -> list[str]:
    return [one.message for one in findings if one.rule == code]


def attributes(root: etree._Element, name: str) -> list[dict[str, str]]:
    return [dict(one.attrib) for one in root.iter(f"{{*}}{name}")]


def test_a_letter_is_who_wrote_to_whom_when_and_where() -> None:
    root, _ = exported(telegram())
    assert attributes(root, "correspDesc")[0]["ref"] == "https://example.org/karsk/telegrams/t1.html"
    assert attributes(root, "persName") == [{"ref": "https://viaf.org/viaf/12345"}]
    assert attributes(root, "placeName") == [{"ref": "https://www.geonames.org/99"}]
    assert [one.text for one in root.iter("{*}orgName")] == ["Polar Institute"]


def test_a_time_of_day_is_left_out_and_told() -> None:
    root, findings = exported(telegram())
    assert {"when": "1938-05-02"} in attributes(root, "date")
    assert said(findings, "EXP101") == ["the time of day when it was sent is left out"]


def test_what_is_no_sending_or_receiving_is_left_out_and_told() -> None:
    via = Action("transmitted", "via", names=(Name("Zhitkov", Kind.PERSON, "zhitkov"),))
    sent = Action("sent", names=(VETROV,), dates=(Moment("", "1938-05-02"), Moment("", "1938-05-03")))
    document = telegram("t1", sent, via, Action("received", names=(INSTITUTE,)))
    root, findings = exported(document)
    assert {one["type"] for one in attributes(root, "correspAction")} == {"sent", "received"}
    expected = ["the second date of sent is left out", "“transmitted via” (Zhitkov) is left out"]
    assert said(findings, "EXP101") == expected


def test_relations_and_inner_messages_are_left_out_and_told() -> None:
    inner = Envelope((Action("sent", names=(VETROV,)),), part="inner")
    own = Envelope(telegram().envelope.actions, (Relation("answers", "t0"),))
    document = Document("t1", Path("t1.xml"), "0", envelopes=(own, inner))
    told = said(exported(document)[1], "EXP101")
    assert told[1:] == ["what it answers and its neighbours is left out", "the message inside it is left out"]


def test_a_cover_name_gives_way_to_the_person_and_is_told() -> None:
    cover = Name("BERGFELD", Kind.PERSON, "vetrov", pseudonym=True)
    sent = Action("sent", names=(cover,), dates=(Moment("", "1938-05-02"),))
    root, findings = exported(telegram("t1", sent, Action("received", names=(INSTITUTE,))))
    assert [one.text for one in root.iter("{*}persName")] == ["Lev Vetrov"]
    assert said(findings, "EXP101") == ["the cover name BERGFELD is left out"]


def test_names_without_an_identifier_are_text_and_told() -> None:
    root, findings = exported(telegram())
    assert attributes(root, "orgName") == [{}]
    assert said(findings, "EXP102") == ["Polar Institute has no identifier of an authority file"]


def test_who_has_no_identifier_is_told_once() -> None:
    assert len(said(exported(telegram("t1"), telegram("t2"))[1], "EXP102")) == 1


def test_an_uncertain_date_keeps_its_bounds() -> None:
    sent = Action("sent", names=(VETROV,), dates=(Moment("May", not_before="1938-05-01", not_after="1938-05-31"),))
    root, _ = exported(telegram("t1", sent, Action("received", names=(INSTITUTE,))))
    assert {"notBefore": "1938-05-01", "notAfter": "1938-05-31"} in attributes(root, "date")


def test_what_a_harvester_would_refuse_is_told_first() -> None:
    nobody = telegram("t1", Action("sent"), Action("received"))
    told = said(exported(nobody, settings=Settings(title="Letters"))[1], "EXP103")
    assert told == [
        "the address of the site is not told",
        "the licence with its address is not told",
        "the publisher is not told",
        "the date is not told",
        "an editor is not told",
        "the sender of t1 is not told",
        "the date of t1 is not told",
        "the recipient of t1 is not told",
    ]


def test_without_a_site_letters_have_keys() -> None:
    root, _ = exported(telegram(), settings=Settings(title="Letters"))
    assert attributes(root, "correspDesc")[0]["key"] == "t1"


def test_stubs_are_not_offered_for_others_hold_the_letters() -> None:
    root, _ = exported(telegram(body=False))
    assert attributes(root, "correspDesc") == []


def test_the_same_corpus_gives_the_same_bytes() -> None:
    request = Request(Corpus((telegram(),), entries=ENTRIES), SETTINGS)
    assert list(cmif.export(request)) == list(cmif.export(request))


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="needs the schema of CMIF beside the checkout")
@pytest.mark.parametrize("schema", ["cmi-customization.rng", "cmif.sch"])
def test_the_file_is_valid_by_the_schema_and_the_rules_of_the_format(schema: str, tmp_path: Path) -> None:
    path = tmp_path / "cmif.xml"
    empty = telegram("t2", Action("sent"), Action("received"))
    for file in cmif.export(Request(Corpus((telegram(), empty), entries=ENTRIES), SETTINGS)):
        if isinstance(file, File):
            path.write_bytes(file.data)
    assert Validator.load(REFERENCE / schema).validate(path) == ()
