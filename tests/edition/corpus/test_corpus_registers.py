"""Entries: from lists, from the excerpts of documents, and of names that no list has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from edition.corpus import Corpus, Kind
from edition.corpus.model import Archive, Entry, Variant
from tei.findings import Finding

CorpusOf = Callable[..., tuple[Corpus, tuple[Finding, ...]]]
Letter = Callable[..., str]

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def lists(inside: str) -> str:
    return f"<TEI {NS}><teiHeader/><standOff>{inside}</standOff></TEI>"


def sent(name: str) -> str:
    return f"<profileDesc><correspDesc><correspAction type='sent'>{name}</correspAction></correspDesc></profileDesc>"


PERSON = """<listPerson><person xml:id="lind">
<persName type="preferred"><surname>Lind</surname>, <forename>Dora</forename></persName>
<persName type="pseudonym" xml:lang="sv">Kocken</persName><persName type="sort">x</persName>
<birth when="1901">1901</birth><death when="1977"/><note>A cook.</note><occupation>cook</occupation>
<idno type="VIAF">123</idno></person></listPerson>"""


def test_an_entry_says_what_its_list_says(corpus_of: CorpusOf) -> None:
    corpus, _ = corpus_of({}, authority=lists(PERSON))
    entry = corpus.entries[Kind.PERSON, "lind"]
    assert (entry.name, entry.sort, entry.span, entry.notes) == (
        "Dora Lind",
        "Lind, Dora",
        "1901–1977",
        ("A cook.", "cook"),
    )
    assert entry.variants == (Variant("Kocken", "pseudonym", "sv"),)
    assert entry.identifiers == (("VIAF", "123"),)
    assert entry.listed
    assert entry.mark


SPANS = [
    ("<birth when='1901'/>", "* 1901"),
    ("<death>spring 1977</death>", "† spring 1977"),
    ("<birth when='1901-03-07'/><death notBefore='1977-01-01' notAfter='1977-02-01'/>", "1901–1977"),
    ("<birth notBefore='1899' notAfter='1901'/>", "* 1899–1901"),
    ("<floruit from='1930' to='1939'/>", "1930–1939"),
    ("<floruit>in the thirties</floruit>", "in the thirties"),
    ("<date>1920–1941</date>", "1920–1941"),
    ("", ""),
]


@pytest.mark.parametrize(("inside", "span"), SPANS)
def test_a_span_is_what_is_known_of_it(corpus_of: CorpusOf, inside: str, span: str) -> None:
    person = f"<listPerson><person xml:id='p'><persName>P</persName>{inside}</person></listPerson>"
    assert corpus_of({}, authority=lists(person))[0].entries[Kind.PERSON, "p"].span == span


def test_a_place_has_its_coordinates_and_an_archive_its_seat(corpus_of: CorpusOf) -> None:
    corpus, _ = corpus_of(
        {},
        authority=lists(
            "<listPlace><place xml:id='karsk' type='station'><placeName>Karsk</placeName><location>"
            "<geo>76.1, 92.2</geo>"
            "</location></place><place><placeName>Nowhere</placeName></place></listPlace><listOrg type='repository'>"
            "<org xml:id='AKPI'><orgName type='abbreviation'>AKPI</orgName><orgName>Archive</orgName><placeName>"
            "<settlement>Leningrad</settlement><country>Russia</country></placeName>"
            "<desc>Keeps papers.</desc></org></listOrg>"
        ),
    )
    assert corpus.entries[Kind.PLACE, "karsk"].location == "76.1 92.2"
    assert list(corpus.entries) == [(Kind.PLACE, "karsk")]
    archive = corpus.archives["AKPI"]
    assert archive == Archive("AKPI", "Archive", "AKPI", "Leningrad", "Russia", ("Keeps papers.",), archive.mark)


def test_lists_go_before_excerpts_and_excerpts_fill_in(corpus_of: CorpusOf, letter: Letter) -> None:
    """The first by path wins; what it leaves out is taken from the next, forms and identifiers are added."""
    excerpt = (
        "<standOff><listPerson><person xml:id='lind'><persName>D. Lind</persName><persName>Dodo</persName>"
        "<floruit>1937</floruit><note>Somebody.</note><idno type='VIAF'>9</idno><idno type='GND'>7</idno></person>"
        "</listPerson></standOff>"
    )
    person = "<person xml:id='lind'><persName>Dora Lind</persName><idno type='VIAF'>1</idno></person>"
    given = lists(f"<listPerson>{person}</listPerson>")
    corpus, _ = corpus_of({"a.xml": letter(more=excerpt)}, authority=given)
    entry = corpus.entries[Kind.PERSON, "lind"]
    assert (entry.name, entry.span, entry.notes) == ("Dora Lind", "1937", ("Somebody.",))
    assert entry.variants == (Variant("D. Lind"), Variant("Dodo"))
    assert entry.identifiers == (("VIAF", "1"), ("GND", "7"))


def test_a_name_without_pointer_is_an_entry_that_no_list_has(corpus_of: CorpusOf, letter: Letter) -> None:
    """So that letters of a project without lists have a register; the form that is written most often is the name."""
    files = {
        f"{n}.xml": letter(sent(f"<persName>{name}</persName>")) for n, name in enumerate(("ORLIN", "Orlin", "Orlin"))
    }
    corpus, _ = corpus_of(files)
    entry = corpus.entries[Kind.PERSON, "orlin"]
    mark = entry.mark
    assert entry == Entry("orlin", Kind.PERSON, "Orlin", "", (Variant("ORLIN"),), sort="Orlin", listed=False, mark=mark)
    assert len(corpus.uses[Kind.PERSON, "orlin"].sent) == 3


def test_a_name_without_pointer_is_not_taken_for_the_entry_that_it_sounds_like(
    corpus_of: CorpusOf, letter: Letter
) -> None:
    """An editor who gave no pointer may have had a reason: two people of one name."""
    corpus, _ = corpus_of({"a.xml": letter(sent("<persName>Lind</persName>"))}, authority=lists(PERSON))
    assert corpus.documents[0].senders[0].key == "lind-unidentified"
    assert not corpus.entries[Kind.PERSON, "lind-unidentified"].listed


def test_names_in_a_text_need_a_pointer(corpus_of: CorpusOf, letter: Letter) -> None:
    text = (
        "<p><persName>Nobody</persName> <persName ref='#lind'>Lind</persName> <rs type='work' ref='#w'>Book</rs>"
        "<name key='orlin'/> <persName ref='#lind #orlin'>the two</persName></p>"
    )
    corpus, _ = corpus_of({"a.xml": letter(text=text)})
    assert list(corpus.entries) == [(Kind.PERSON, "lind"), (Kind.PERSON, "orlin")]
    assert [(one.key, one.count, one.forms) for one in corpus.documents[0].mentions] == [
        ("lind", 2, ("Lind", "the two")),
        ("orlin", 2, ("the two",)),
    ]


def test_several_pointers_to_one_entry_are_one_mention(corpus_of: CorpusOf, letter: Letter) -> None:
    text = "A <persName ref='#lind'>Lind</persName> <persName ref='p.xml#lind'>Dora</persName> <name key='orlin'/>"
    (document,) = corpus_of({"a.xml": letter(text=text)})[0].documents
    assert [(one.key, one.count, one.forms) for one in document.mentions] == [
        ("lind", 2, ("Lind", "Dora")),
        ("orlin", 1, ()),
    ]


def test_a_translator_with_a_pointer_is_under_its_entry(corpus_of: CorpusOf, letter: Letter) -> None:
    title = "<title>A letter</title><editor role='translator'><persName ref='#lind'>Lind</persName></editor>"
    corpus, _ = corpus_of({"a.xml": letter().replace("<title>A letter</title>", title)}, authority=lists(PERSON))
    assert corpus.documents[0].responsible[0].name.key == "lind"


POINTERS = [
    "<persName ref='https://viaf.org/viaf/123'>D.</persName>",
    "<persName ref='http://www.viaf.org/viaf/123/'>D.</persName>",
    "<orgName ref='#lind'>D.</orgName>",
    "<rs ref='register/persons.xml#lind'>D.</rs>",
    "<name type='cook' key='lind'>D.</name>",
]


@pytest.mark.parametrize("name", POINTERS)
def test_every_way_to_point_at_an_entry_finds_it(corpus_of: CorpusOf, letter: Letter, name: str) -> None:
    """By an identifier that the list has, by an element of another kind, by a file that is not there."""
    corpus, _ = corpus_of({"a.xml": letter(text=f"<p>Text {name}</p>")}, authority=lists(PERSON))
    assert list(corpus.entries) == [(Kind.PERSON, "lind")]
    assert corpus.uses[Kind.PERSON, "lind"].mentioned == ("a",)


KINDS = [
    ("<name ref='places.xml#x'/>", Kind.PLACE),
    ("<rs ref='https://www.geonames.org/7'/>", Kind.PLACE),
    ("<rs ref='orgs.xml#x'/>", Kind.ORGANISATION),
    ("<rs ref='#x'/>", Kind.PERSON),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_name_of_no_stated_kind_is_judged_by_what_it_points_into(
    corpus_of: CorpusOf, letter: Letter, name: str, kind: Kind
) -> None:
    (found,) = corpus_of({"a.xml": letter(text=f"<p>Text {name}</p>")})[0].entries
    assert found[0] is kind


def test_an_entry_without_any_form_goes_by_its_key(corpus_of: CorpusOf, letter: Letter) -> None:
    corpus, _ = corpus_of({"a.xml": letter(text="<p>Text <persName ref='#x'/></p>")})
    assert corpus.entries[Kind.PERSON, "x"].name == "x"


def test_an_author_is_the_sender_of_a_letter_without_envelope(corpus_of: CorpusOf, letter: Letter) -> None:
    title = "<title>A letter</title><author>Dora Lind</author><author>[…]</author>"
    corpus, _ = corpus_of({"a.xml": letter().replace("<title>A letter</title>", title)})
    assert corpus.uses[Kind.PERSON, "dora-lind"].sent == ("a",)
    assert [name.key for name in corpus.documents[0].authors] == ["dora-lind", ""]


def _kept(repository: str, letter: Letter, settlement: str = "") -> str:
    seat = f"<settlement>{settlement}</settlement>" if settlement else ""
    return letter().replace(
        "<p>Invented.</p>", f"<msDesc><msIdentifier>{seat}{repository}<idno>7</idno></msIdentifier></msDesc>"
    )


def test_an_archive_has_one_key_however_it_is_written(corpus_of: CorpusOf, letter: Letter) -> None:
    listed = "<listOrg type='repository'><org xml:id='AKPI'><orgName>Archive of the Institute</orgName></org></listOrg>"
    files = {
        "a.xml": _kept("<repository ref='#akpi'>AKPI</repository>", letter),
        "b.xml": _kept("<repository>Archive of the  Institute</repository>", letter, "Leningrad"),
        "c.xml": _kept("<repository>Town Library</repository>", letter),
        "d.xml": _kept("<repository>Town library</repository>", letter, "Olgin"),
    }
    corpus, _ = corpus_of(files, authority=lists(listed))
    assert [document.holdings[0].repository for document in corpus.documents] == ["AKPI"] * 2 + ["town-library"] * 2
    assert [(one.key, one.settlement) for one in corpus.archives.values()] == [
        ("AKPI", "Leningrad"),
        ("town-library", "Olgin"),
    ]
