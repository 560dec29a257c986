"""Volumes of Foreign Relations become documents of ours: text, envelope, source. All of it is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.intake.frus import OWN, suits
from tests.edition.intake import frus_reading as reading
from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import Taken, faults, one, texts

SENT = "//t:correspDesc[@corresp='#telegram-text']/t:correspAction[@type='sent']"
RECEIVED = "//t:correspDesc[@corresp='#telegram-text']/t:correspAction[@type='received']"
COPIES = "//t:correspAction[@type='forwarded']"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return reading.take(volumes.WHOLE, tmp_path_factory.mktemp("volume"))


def imported(document: str, folder: Path) -> Taken:
    """A volume of one document beside the two of old and new form, which its references lead to."""
    return reading.take(volumes.volume(volumes.OLD, volumes.NEW, volumes.EDITORIAL, document), folder)


def test_telegrams_and_letters_are_taken_under_volume_and_document_number(taken: Taken) -> None:
    assert [path for path in taken.files if path.startswith("tei/")] == [
        f"tei/frus1937-58v02-{key}.xml" for key in ("d1", "d2", "d4")
    ]
    assert taken.document("d2").get(f"{{{reading.SPACES['xml']}}}id") == "frus1937-58v02-d2"


def test_every_document_and_list_is_valid_by_our_schema(taken: Taken) -> None:
    assert OWN
    assert {path: faults(data) for path, data in taken.files.items() if path.endswith(".xml") and faults(data)} == {}


def test_same_volume_gives_same_bytes(taken: Taken, tmp_path: Path) -> None:
    again = reading.take(volumes.WHOLE, tmp_path)
    assert again.files.keys() == taken.files.keys()
    assert {path: data for path, data in again.files.items() if path.startswith("tei/")} == {
        path: data for path, data in taken.files.items() if path.startswith("tei/")
    }


def test_prefix_begins_the_ids_of_documents_and_entries(tmp_path: Path) -> None:
    found = reading.take(volumes.WHOLE, tmp_path, prefix="n-")
    assert sorted(found.files) == [
        "authority/n-persons.xml", "authority/n-terms.xml", "listed.csv", "tei/n-d1.xml", "tei/n-d2.xml", "tei/n-d4.xml"
    ]  # fmt: skip
    assert "#n-p_DA1" in texts(found.document("d2"), "//t:persName/@ref")


def test_telegram_of_the_older_form_has_its_envelope(taken: Taken) -> None:
    root = taken.document("d1")
    assert one(root, f"{SENT}/t:persName") == "Minister in Norland (Drobot)"
    assert one(root, f"{SENT}/t:placeName") == "Port Severin"
    assert one(root, f"{SENT}/t:date/@when") == "1937-10-24T17:00:00"
    assert one(root, f"{RECEIVED}/t:persName") == "Secretary of State"
    assert one(root, f"{RECEIVED}/t:date/@when") == "1937-10-25T07:15:00"


def test_note_of_the_heading_says_who_got_a_copy_and_stays(taken: Taken) -> None:
    root = taken.document("d1")
    assert one(root, f"{COPIES}/t:persName") == "Minister in Osterland"
    assert one(root, f"{COPIES}/t:date/@when") == "1937-10-24T18:00:00"
    assert one(root, "//t:notesStmt/t:note[@xml:id='d1fn36']/@n") == "36"


def test_file_number_is_the_archival_reference(taken: Taken) -> None:
    root = taken.document("d1")
    assert texts(root, "//t:msIdentifier/t:idno/t:idno") == ["59", "859.91", "3"]
    assert one(root, "//t:bibl[@type='capture']/t:note") == "859.91/3: Telegram"


def test_openers_are_marking_and_precedence_in_the_preamble_and_in_the_header(taken: Taken) -> None:
    root = taken.document("d1")
    assert texts(root, "//t:div[@type='preamble']/t:ab/@type") == ["marking", "precedence"]
    assert one(root, "//t:classCode[@scheme='#classification']") == "confidential"
    assert one(root, "//t:classCode[@scheme='#precedence']") == "us urgent"


def test_number_is_read_from_the_first_words(taken: Taken) -> None:
    assert one(taken.document("d1"), "//t:num[@type='telegram']/@value") == "59"
    assert one(taken.document("d2"), "//t:title[@type='main']").startswith("Telegram No. 602, Secretary of State to ")


def test_receipt_in_the_dateline_is_the_editors_and_dated(taken: Taken) -> None:
    root = taken.document("d1")
    assert one(root, "//t:dateline/t:supplied[@reason='editorial']") == "Received October 25—7:15 a.m."
    assert one(root, "//t:dateline/t:supplied/t:date/@when") == "1937-10-25T07:15:00"


def test_brackets_in_italics_are_gaps_and_editors_words(taken: Taken) -> None:
    root = taken.document("d1")
    assert one(root, "//t:gap[@reason='undeclassified'][@unit='line']/@quantity") == "1.5"
    assert one(root, "//t:p/t:supplied") == "harbor"


def test_telegram_of_the_later_form_has_its_envelope_with_persons_of_the_list(taken: Taken) -> None:
    root = taken.document("d2")
    assert one(root, f"{RECEIVED}/t:persName") == "Minister Anton Drobot, at Port Severin"
    assert one(root, f"{RECEIVED}/t:persName/@ref") == "#frus1937-58v02-p_DA1"
    assert one(root, f"{SENT}/t:date/@when") == "1955-08-22T15:52:00-05:00"


def test_source_note_is_kept_whole_and_read(taken: Taken) -> None:
    root = taken.document("d2")
    assert one(root, "//t:note[@type='citation'][@xml:id='d2fn1']").endswith("Repeated to London and Oslo.")
    assert texts(root, "//t:msIdentifier/t:idno/t:idno") == ["59", "859.91", "8–2255"]
    assert texts(root, "//t:classCode") == ["Secret", "Niact"]
    assert texts(root, "//t:respStmt/t:resp") == ["drafted by", "approved for transmission by"]
    assert texts(root, "//t:respStmt[1]/t:persName") == ["Hale", "Smith"]
    assert texts(root, f"{COPIES}/t:placeName") == ["London", "Oslo"]


def test_lists_notes_quotations_and_tables_keep_their_form(taken: Taken) -> None:
    old, new = taken.document("d1"), taken.document("d2")
    assert texts(old, "//t:list[@type='numbered']/t:item/@n") == ["1", "2"]
    assert texts(old, "//t:item[@n='2']/t:p") == ["The second is not.", "It may be."]
    assert texts(new, "//t:list[@type='lettered']/t:item/@n") == ["a", "b"]
    assert texts(new, "//t:note[@xml:id='d2fn2']/t:p") == ["Supra.", "“It was long.”"]
    assert one(new, "//t:quote/@rend") == "blockquote"
    assert texts(new, "//t:table//t:cell") == ["Ships", "Two"]


def test_page_breaks_have_number_id_and_picture(taken: Taken) -> None:
    root = taken.document("d1")
    assert one(root, "//t:pb[@xml:id='pg_2']/@n") == "2"
    assert one(root, "//t:pb/@facs") == "https://static.history.state.gov/frus/frus1937-58v02/medium/0032.png"
    assert one(root, "//t:citedRange[@unit='page']") == "1–2"


def test_terms_lead_to_bodies_and_to_a_glossary_in_the_document(taken: Taken) -> None:
    root = taken.document("d2")
    assert one(root, "//t:text//t:orgName/@ref") == "#frus1937-58v02-t_NIC1"
    assert (
        one(root, "//t:org[@xml:id='frus1937-58v02-t_NIC1']/t:orgName[@type='preferred']") == "Norland Ice Commission"
    )
    assert one(root, "//t:text//t:term/@ref") == "#frus1937-58v02-t_Deptel1"
    assert "frus1937-58v02-t_Deptel1" in texts(root, "//t:standOff/t:note//t:term/@xml:id")


def test_every_pointer_of_a_document_has_its_target_in_it(taken: Taken) -> None:
    for key in taken.keys:
        root = taken.document(key)
        ids = set(texts(root, "//@xml:id"))
        pointers = texts(root, "//@ref | //@target | //@corresp | //@scheme")
        assert {each for each in " ".join(pointers).split() if each.startswith("#")} <= {f"#{each}" for each in ids}


def test_persons_of_the_volume_are_an_authority_list(taken: Taken) -> None:
    root = reading.parse_bytes(taken.files["authority/frus1937-58v02-persons.xml"]).getroot()
    assert texts(root, "//t:person/t:persName[@type='preferred']") == [
        "Anton Drobot Jr.", "Clara W. Hale", "Ole King of Norland"
    ]  # fmt: skip
    assert texts(root, "//t:person/t:note")[0] == "Minister in Norland to February 1957"
    assert texts(root, "//t:person/t:idno")[0].endswith("/frus1937-58v02/persons#p_DA1")


def test_references_lead_to_documents_pages_and_other_volumes(taken: Taken) -> None:
    old, new = taken.document("d1"), taken.document("d2")
    assert texts(old, "//t:note[@n='37']/t:ref/@target") == ["frus1937-58v02-d2.xml", "frus1937-58v02-d1.xml"]
    assert texts(new, "//t:text//t:ref/@target") == [
        "frus1937-58v02-d1.xml",
        "https://history.state.gov/historicaldocuments/frus1937-58v02/d3",
    ]


def test_enclosure_stands_behind_the_signed_message(taken: Taken) -> None:
    root = taken.document("d2")
    assert texts(root, "//t:body/t:div/@type") == ["message", "attachment"]
    assert one(root, "//t:div[@xml:id='enclosure-1']/t:head") == "Enclosure"


def test_letter_of_the_first_volumes(taken: Taken) -> None:
    root = taken.document("d4")
    assert one(root, "//t:text/@type") == "letter"
    assert one(root, "//t:catRef/@target") == "#kind-letter"
    assert one(root, f"{SENT}/t:persName") == "Mr. Hale"
    assert one(root, f"{RECEIVED}/t:date/@when") == "1861-07-05"
    assert one(root, "//t:opener//t:num[@type='dispatch']") == "11"
    assert one(root, "//t:postscript") == "A. Drobot, Esq., &c., Port Severin."


def test_way_back_to_volume_and_site_is_kept(taken: Taken) -> None:
    root = taken.document("d2")
    address = "https://history.state.gov/historicaldocuments/frus1937-58v02/d2"
    assert one(root, "//t:publicationStmt/t:idno[@type='url']") == address
    assert one(root, "//t:bibl[@type='capture']/t:ref/@target") == address
    assert one(root, "//t:idno[@type='frus']") == "frus1937-58v02/d2"
    assert len(one(root, "//t:idno[@type='sha256']")) == 64
    assert one(root, "//t:bibl[@type='printed']/t:citedRange[@unit='document']") == "2"


def test_everything_else_of_the_volume_is_listed_with_its_words(taken: Taken) -> None:
    rows = taken.files["listed.csv"].decode().splitlines()
    assert [row.split(",")[3] for row in rows[1:]] == [
        "title page", "preface", "terms (authority list)", "persons (authority list)", "heading of a compilation",
        "editorial note", "index",
    ]  # fmt: skip
    assert ",d3,editorial note,3,Editorial Note,3,7,https://" in rows[6]
    assert taken.codes() == ["IMP101"]
    assert "7 parts of frus1937-58v02 make no document: 1 editorial note" in taken.findings[0].message


def test_words_of_the_volume_are_those_of_documents_and_list(taken: Taken) -> None:
    from edition.intake.frus.documents import made_words
    from edition.intake.frus.words import words_of

    root = reading.parse_bytes(volumes.WHOLE.encode()).getroot()
    every = len(words_of([root[-1]]))
    documents = sum(len(made_words(taken.document(key))) for key in taken.keys)
    listed = sum(int(row.rsplit(",", 2)[1]) for row in taken.files["listed.csv"].decode().splitlines()[1:])
    assert documents + listed == every


DESPATCH = """<div type="document" xml:id="d9" n="9">
    <note rend="inline" type="source">611.2531/205</note>
    <head><hi>The Ambassador in Norland</hi> (<persName type="from">Ost</persName>) <hi>to the <gloss
        type="to">Secretary of
        State</gloss></hi></head>
    <opener><seg rendition="#left">No. 723</seg><dateline><placeName>Port Severin</placeName>, <date
        when="1937-10-01">October 1, 1937</date>.<lb/>[Received October 7.]</dateline></opener>
    <p>Sir: I have the honor.</p>
    <closer>For the Ambassador:<lb/><signed>Anna Ost</signed></closer>
    <frus:attachment><opener><seg rendition="#center">[Enclosure—Translation]</seg></opener>
        <head><hi>The <gloss type="from">Norland Ministry</gloss> to the <gloss type="to">American
            Embassy</gloss></hi></head>
        <p>On ice.</p><closer><dateline><placeName>Oslo</placeName>, <date when="1937-09-30">September 30,
        1937</date>.</dateline></closer></frus:attachment>
</div>"""


def test_despatch_has_its_number_and_its_enclosure_an_envelope(tmp_path: Path) -> None:
    root = imported(DESPATCH, tmp_path).document("d9")
    assert one(root, "//t:title[@type='main']") == (
        "Letter No. 723, Ambassador in Norland (Ost) to Secretary of State, 1 October 1937"
    )
    assert one(root, "//t:preamble | //t:ab[@type='number']") == "No. 723"
    assert (
        one(root, "//t:correspDesc[@corresp='#enclosure-1']/t:correspAction[@type='sent']/t:orgName")
        == "Norland Ministry"
    )
    assert (
        one(root, "//t:correspDesc[@corresp='#enclosure-1']/t:correspAction[@type='sent']/t:date/@when") == "1937-09-30"
    )
    assert texts(root, "//t:closer[1]/t:signed") == ["For the Ambassador:", "Anna Ost"]


UNDATED = """<div type="document" xml:id="d9" n="9" frus:doc-dateTime-min="1914-08-18T00:00:00-05:00"
    frus:doc-dateTime-max="1914-08-18T23:59:59-05:00">
    <head>The Consul General at Oslo to the Secretary of State</head><p>Harbor open.</p></div>"""


def test_document_without_date_has_that_of_the_volume_with_less_certainty(tmp_path: Path) -> None:
    root = imported(UNDATED, tmp_path).document("d9")
    assert one(root, f"{SENT}/t:date/@when") == "1914-08-18"
    assert one(root, f"{SENT}/t:date/@evidence") == "external"


OF_1914 = """<div type="document" xml:id="d9" n="9"><note rend="inline" type="source">File No. 763.72112/87</note>
    <head><hi>The Consul General at London</hi> (<persName type="from">Ost</persName>) <hi>to the</hi> <gloss
        type="to"><hi>Secretary of State</hi></gloss></head>
    <dateline><hi>American Consulate General</hi>, <lb/><placeName><hi>London</hi></placeName>, <date
        notAfter="1914-08-18T13:15:00-05:00" notBefore="1914-08-18T00:00:00+00:00"><hi>undated</hi></date>. <lb/>
        [<hi rend="italic">Received <date when="1914-08-18T13:15:00+00:00">August 18, 1914, 1:15
            p.m.</date></hi>]</dateline>
    <p rend="center">[Telegram]</p><p>405. Your August 13, 8 p.m. Marshal informs me.</p>
    <closer><signed>Ost</signed><lb/><hi rend="italic">Consul</hi></closer></div>"""


def test_telegram_of_1914_has_its_dateline_outside_an_opener(tmp_path: Path) -> None:
    root = imported(OF_1914, tmp_path).document("d9")
    assert one(root, "//t:text/@type") == "telegram"
    assert one(root, "//t:text//t:num/@value") == "405"
    assert one(root, f"{SENT}/t:date/@notBefore") == "1914-08-18T00:00:00+00:00"
    assert one(root, f"{RECEIVED}/t:date/@when") == "1914-08-18T13:15:00"
    assert texts(root, "//t:closer/t:signed") == ["Ost", "Consul"]


def test_receipt_in_italics_is_dated_as_well(tmp_path: Path) -> None:
    written = re.sub(r"Received <date.*?</hi>\]", "Received August 19</hi>.]", OF_1914, flags=re.DOTALL)
    root = imported(written, tmp_path).document("d9")
    assert one(root, "//t:dateline/t:supplied") == "Received August 19."
    assert one(root, "//t:dateline/t:supplied//t:date/@when") == "1914-08-19"
    assert one(root, f"{RECEIVED}/t:date/@when") == "1914-08-19"


BACKCHANNEL = """<div type="document" n="45" xml:id="d9"><pb n="111" facs="0142" xml:id="pg_111"/>
    <head>45. Backchannel Message From the President’s Assistant (<persName corresp="#p_HC1">Hale</persName>) to the
        Ambassador
        to Norland (<persName corresp="#p_DA1">Drobot</persName>)<note n="1" type="source" xml:id="d9fn1">Source:
            National
        Archives, Nixon Presidential Materials, NSC Files, Box 1041. Top Secret; Sensitive; Exclusively Eyes Only.
            Cleared by
        J. R. Jones, Smith (EUR), and <persName corresp="#p_DA1">Drobot</persName>. Received in the White House at 9:14
        a.m.</note></head>
    <opener><dateline rendition="#right"><placeName>Washington</placeName>, <date when="1971-05-09">May 9,
        1971</date>.</dateline></opener>
    <list type="subject"><head>SUBJECT</head><item>Ice</item></list>
    <p>WHS 2071. Thank you.</p><p>2. (S) Two. [<hi rend="italic">Here follows the rest.</hi>]</p></div>"""


def test_backchannel_message_of_the_1970s(tmp_path: Path) -> None:
    root = imported(BACKCHANNEL, tmp_path).document("d9")
    assert one(root, "//t:title[@type='main']") == (
        "Backchannel message No. WHS 2071, President’s Assistant (Hale) to Ambassador to Norland (Drobot), 9 May 1971"
    )
    assert one(root, f"{RECEIVED}/t:persName/@ref") == "#frus1937-58v02-p_DA1"
    assert one(root, f"{RECEIVED}/t:date/@when") == "1971-05-09T09:14:00"
    assert texts(root, "//t:classCode") == ["Top Secret", "Sensitive", "Exclusively Eyes Only"]
    assert texts(root, "//t:respStmt/t:persName") == ["J. R. Jones", "Smith", "Drobot"]
    assert one(root, "//t:gap/@reason") == "omitted"
    assert one(root, "//t:p[@n='2']/@rend") == "inline"
    assert one(root, "//t:div[@type='message']/t:*[1]/@n") == "111"


ODD = """<div type="document" xml:id="d9" n="9"><head>Telegram From the Embassy in Norland to the Department of
    State</head>
    <p>59. One <strange>word</strange> and <ref target="#d99">none</ref>, <ref target="#comp1">here</ref>, <ref
    target="frus1948v06#d5fn2">there</ref>, <ref target="#d2fn2">a note</ref>, <ref
        target="https://example.org">web</ref>.</p>
    <figure><graphic url="figure_0001"/></figure></div>"""


def test_what_is_unknown_or_leads_nowhere_keeps_its_words_and_is_told(tmp_path: Path) -> None:
    found = imported(ODD, tmp_path)
    assert sorted(found.codes()) == ["IMP101", "IMP132", "IMP133"]
    assert next(each for each in found.findings if each.rule == "IMP133").message == "'#d99' is nowhere in the volume"
    site = "https://history.state.gov/historicaldocuments/"
    root = found.document("d9")
    assert texts(root, "//t:text//t:p//t:ref") == ["none", "here", "there", "a note", "web"]
    assert texts(root, "//t:text//t:p//t:ref/@target") == [
        f"{site}frus1937-58v02/comp1", f"{site}frus1948v06/d5", "frus1937-58v02-d2.xml#d2fn2", "https://example.org"
    ]  # fmt: skip
    assert one(root, "//t:graphic/@url").endswith("/frus1937-58v02/figure_0001.png")
    assert faults(next(data for path, data in found.files.items() if path.endswith("-d9.xml"))) == []


def test_heading_with_one_party_is_told(tmp_path: Path) -> None:
    found = imported(ODD.replace("From the Embassy in Norland to", "to"), tmp_path)
    assert "IMP134" in found.codes()
    assert texts(found.document("d9"), f"{SENT}/*") == ["Neither sender nor date is stated."]


def test_imported_document_is_no_volume(taken: Taken) -> None:
    assert not suits(Path("frus1937-58v02-d2.xml"), taken.files["tei/frus1937-58v02-d2.xml"])


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (volumes.WHOLE.encode()[:4000], True),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1861"><teiHeader/>', True),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><title type="series">Foreign Relations of the', True),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t1938-02-14-orlin-vetrova">', False),
        (b"id,date\nfrus1861,1861", False),
        (volumes.WHOLE.encode("utf-16")[:4000], True),
        (b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><TEI xml:id="frus1861">', False),
        (b"\0\1\2", False),
    ],
)
def test_volume_is_known_by_its_first_bytes(head: bytes, wanted: bool) -> None:
    assert suits(Path("volume.xml"), head) is wanted
