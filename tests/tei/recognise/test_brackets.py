"""Editorial brackets: what each means, and that writing them again gives back the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei.encode.wording import source_words
from tei.model import Mark, Owner
from tei.names import TEI_NS
from tei.recognise.brackets import bracket_marks, find_brackets, page_number
from tei.recognise.notes import find_markers
from tei.text import fill, nest, running_words
from tests.timing import seconds


def marks_of(text: str, original: str = "ru") -> tuple[Mark, ...]:
    pairs, _ = find_brackets(text, 0, len(text))
    return nest(mark for pair in pairs for mark in bracket_marks(text, pair, original=original))


def encoded(text: str, marks: tuple[Mark, ...]) -> etree._Element:
    element = etree.fromstring(f'<p xmlns="{TEI_NS}"/>')
    fill(element, text, 0, len(text), marks)
    return element


def as_xml(text: str, original: str = "ru") -> str:
    """The content of the paragraph as XML without namespace, for comparison."""
    written = etree.tostring(encoded(text, marks_of(text, original)), encoding="unicode").replace('"', "'")
    return written.removeprefix(f"<p xmlns='{TEI_NS}'>").removesuffix("</p>")


SUPPLIED = [
    ("FILIN [Vetrov] asks", "FILIN <supplied reason='identification'>Vetrov</supplied> asks"),
    ("in Tolbeya [today Port Tol] we", "in Tolbeya <supplied reason='identification'>today Port Tol</supplied> we"),
    ("Elizavetin [now Severin]", "Elizavetin <supplied reason='identification'>now Severin</supplied>"),
    ("VETROV [ANDREI]", "VETROV <supplied reason='identification'>ANDREI</supplied>"),
    ("the chief [Vetrov] asks", "the chief <supplied reason='identification'>Vetrov</supplied> asks"),
    ("he [Vetrov] asks", "he <supplied reason='identification'>Vetrov</supplied> asks"),
    ("the Council [of the Institute]", "the Council <supplied reason='identification'>of the Institute</supplied>"),
    ("the PNI [i.e. the institute]", "the PNI <supplied reason='identification'>i.e. the institute</supplied>"),
    ("one [must] wait", "one <supplied reason='sense'>must</supplied> wait"),
    ("in [the course of] loading", "in <supplied reason='sense'>the course of</supplied> loading"),
    ("and [Andrei] Vetrov", "and <supplied reason='sense'>Andrei</supplied> Vetrov"),
    ("The [Karsk] station", "The <supplied reason='sense'>Karsk</supplied> station"),
    ("Comrade [Vetrov] writes", "Comrade <supplied reason='sense'>Vetrov</supplied> writes"),
    ("I [think] so", "I <supplied reason='sense'>think</supplied> so"),
    ("A [small] ship", "A <supplied reason='sense'>small</supplied> ship"),
    ("point B [above] holds", "point B <supplied reason='sense'>above</supplied> holds"),
    ("the [long missing] ship", "the <supplied reason='sense'>long missing</supplied> ship"),
    ("the ship [that was damaged] left", "the ship <supplied reason='sense'>that was damaged</supplied> left"),
    ("a [clear-cut] case", "a <supplied reason='sense'>clear-cut</supplied> case"),
    ("the [resolution of the] council", "the <supplied reason='sense'>resolution of the</supplied> council"),
    ("this [form of work] is", "this <supplied reason='sense'>form of work</supplied> is"),
    ("the [seal hunters] came", "the <supplied reason='sense'>seal hunters</supplied> came"),
    ("2 March [1938]", "2 March <supplied reason='editorial'>1938</supplied>"),
    ("Karsk [n.d.]", "Karsk <supplied reason='editorial'>n.d.</supplied>"),
    ("desk [[cipher room]]", "desk <supplied reason='editorial' rend='double-brackets'>cipher room</supplied>"),
    ("old Zimin[?] said", "old Zimin<supplied reason='conjecture'>?</supplied> said"),
    ("he met [Zimin?] there", "he met <supplied reason='conjecture'>Zimin?</supplied> there"),
    ("the [probably new] mast", "the <supplied reason='conjecture'>probably new</supplied> mast"),
    ("a zamok [lit. lock]", "a zamok <supplied reason='translation'>lit. lock</supplied>"),
]
ORIGINAL = [
    (
        "action [vystuplenie] soon",
        "ru",
        "action <supplied reason='original'><foreign xml:lang='ru-Latn'>vystuplenie</foreign></supplied> soon",
    ),
    (
        "cabin [каюта] of",
        "ru",
        "cabin <supplied reason='original'><foreign xml:lang='ru'>каюта</foreign></supplied> of",
    ),
    (
        "station [气象站] at",
        "zh",
        "station <supplied reason='original'><foreign xml:lang='zh'>气象站</foreign></supplied> at",
    ),
    (
        "station [qixiangzhan] at",
        "zh",
        "station <supplied reason='original'><foreign xml:lang='zh-Latn'>qixiangzhan</foreign></supplied> at",
    ),
    (
        "cabin [Russian: kaiuta] of",
        "ru",
        "cabin <supplied reason='original'>Russian: <foreign xml:lang='ru-Latn'>kaiuta</foreign></supplied> of",
    ),
    (
        "mood [German: Stimmung] of",
        "ru",
        "mood <supplied reason='original'>German: <foreign xml:lang='de'>Stimmung</foreign></supplied> of",
    ),
    ("в [общем] деле", "ru", "в <supplied reason='sense'>общем</supplied> деле"),
]
EXPANSIONS = [
    ("Com[rade] Vetrov", "<expan>Com<ex>rade</ex></expan> Vetrov"),
    ("warmly, V [etrov]", "warmly, <expan>V <ex>etrov</ex></expan>"),
    ("by A [ndreev]", "by <expan>A <ex>ndreev</ex></expan>"),
    ("S[abelnikov]", "<expan>S<ex>abelnikov</ex></expan>"),
    ("it [re]turns", "it <expan><ex>re</ex>turns</expan>"),
    ("[Th]e ship", "<expan><ex>Th</ex>e</expan> ship"),
    ("Com[rad]e[s] of", "<expan>Com<ex>rad</ex>e<ex>s</ex></expan> of"),
    ("COM[RADE] VETROV", "<expan>COM<ex>RADE</ex></expan> VETROV"),
    ("Тов[арищ] Ветров", "<expan>Тов<ex>арищ</ex></expan> Ветров"),
    ("телегр[амма], лёд", "<expan>телегр<ex>амма</ex></expan>, лёд"),
    ("毛[泽东]说", "毛<supplied reason='sense'>泽东</supplied>说"),
]
SIC = [
    ("twice a days [sic], at", "twice a <sic>days</sic>, at"),
    ("a days [sic!] at", "a <sic n='sic!'>days</sic> at"),
    ("a days [Sic] at", "a <sic n='Sic'>days</sic> at"),
    ("a days, [sic] at", "a <sic>days,</sic> at"),
    ("a days [ sic ] at", "a <sic n=' sic '>days</sic> at"),
    ("a days [sic: day] at", "a <sic n='sic: day'>days</sic> at"),
    ("a days [so in original] at", "a <sic n='so in original'>days</sic> at"),
    ("a days[sic] at", "a <sic rend='glued'>days</sic> at"),
    ("[sic] at", "<note type='editor'>sic</note> at"),
    ("Fil[l]in [sic] at", "<sic><expan>Fil<ex>l</ex>in</expan></sic> at"),
]
GAPS = [
    ("[….]", "reason='omitted'"),
    ("[...]", "reason='omitted'"),
    ("[. . .]", "reason='omitted'"),
    ("[…]", "reason='omitted'"),
    ("[---]", "reason='omitted'"),
    ("[***]", "reason='omitted'"),
    ("[one word illegible]", "reason='illegible' unit='word' quantity='1'"),
    ("[illegible signature]", "reason='illegible'"),
    ("[2 lines illegible]", "reason='illegible' unit='line' quantity='2'"),
    ("[illegible: two words]", "reason='illegible' unit='word' quantity='2'"),
    ("[several words illegible]", "reason='illegible' unit='word' extent='several words'"),
    ("[a few lines are illegible]", "reason='illegible' unit='line' extent='a few lines'"),
    ("[1½ lines of source text not declassified]", "reason='undeclassified' unit='line' quantity='1.5'"),
    ("[less than 1 line not declassified]", "reason='undeclassified' unit='line' extent='less than 1 line'"),
    ("[two groups undeciphered]", "reason='undeciphered' unit='group' quantity='2'"),
    ("[garble]", "reason='undeciphered'"),
    ("[apparent omission]", "reason='omitted'"),
    ("[three paragraphs omitted]", "reason='omitted' unit='paragraph' quantity='3'"),
    ("[Here follow remarks on the weather.]", "reason='omitted'"),
    ("[text missing]", "reason='illegible'"),
    ("[corner of the page torn off]", "reason='damage'"),
    ("[unclear]", "reason='illegible'"),
    ("[deleted]", "reason='cut'"),
    ("[signature]", "reason='omitted'"),
    ("[одно слово неразборчиво]", "reason='illegible' unit='word' quantity='1'"),
    ("[нрзб]", "reason='illegible'"),
    ("[два слова пропущены]", "reason='omitted' unit='word' quantity='2'"),
    ("[两字不清]", "reason='illegible' unit='char' quantity='2'"),
    ("[略]", "reason='omitted'"),
    ("[missing]", "reason='illegible'"),
]
REMARKS = [
    ("[stamp: Karsk radio]", "<stamp><seg type='label'>stamp:</seg> Karsk radio</stamp>"),
    ("[round seal: Karsk]", "<stamp><seg type='label'>round seal:</seg> Karsk</stamp>"),
    ("[stamp of the registry]", "<stamp><seg type='label'>stamp</seg> of the registry</stamp>"),
    ("[stamp: illegible]", "<stamp><seg type='label'>stamp:</seg> illegible</stamp>"),
    ("[штамп: Карск]", "<stamp><seg type='label'>штамп:</seg> Карск</stamp>"),
    (
        "[letterhead of the Desk]",
        "<fw type='letterhead' place='top'><seg type='label'>letterhead of the</seg> Desk</fw>",
    ),
    ("[letterhead]", "<fw type='letterhead' place='top'>letterhead</fw>"),
    (
        "[handwritten at the top: to Pashin]",
        "<note type='annotation' place='top'><seg type='label'>handwritten at the top:</seg> to Pashin</note>",
    ),
    (
        "[in the left margin: no]",
        "<note type='annotation' place='margin'><seg type='label'>in the left margin:</seg> no</note>",
    ),
    (
        "[resolution: to file]",
        "<note type='annotation'><seg type='label'>resolution:</seg> to file</note>",
    ),
    ("[underlined in pencil]", "<note type='annotation'>underlined in pencil</note>"),
    ("[на полях: да]", "<note type='annotation' place='margin'><seg type='label'>на полях:</seg> да</note>"),
    (
        "[Translator’s note: a desk]",
        "<note type='translator'><seg type='label'>Translator’s note:</seg> a desk</note>",
    ),
    ("[Trans. note: a desk]", "<note type='translator'><seg type='label'>Trans. note:</seg> a desk</note>"),
    ("[译者注：台]", "<note type='translator'><seg type='label'>译者注：</seg>台</note>"),
    ("[Editor's note: cut]", "<note type='editor'><seg type='label'>Editor's note:</seg> cut</note>"),
    ("[Note: cut short]", "<note type='editor'><seg type='label'>Note:</seg> cut short</note>"),
    ("[signed]", "<note type='editor'>signed</note>"),
    ("[in English in the original]", "<note type='editor'>in English in the original</note>"),
    ("[emphasis added]", "<note type='editor'>emphasis added</note>"),
]
NESTED = [
    (
        "[stamp: room 4 [[cipher room]] Karsk]",
        "<stamp><seg type='label'>stamp:</seg> room 4 "
        "<supplied reason='editorial' rend='double-brackets'>cipher room</supplied> Karsk</stamp>",
    ),
    ("[stamp: Karsk\n\nin 3]", "<stamp><seg type='label'>stamp:</seg> Karsk<lb/>in 3</stamp>"),
    ("a [b][c] d", "a <supplied reason='sense'>b</supplied><supplied reason='sense'>c</supplied> d"),
    ("go []", "go <gap reason='illegible'/>"),
    ("ice[3] and", "ice[3] and"),
    ("ice. [3] The", "ice. [3] The"),
    ("in [3] days", "in <supplied reason='editorial'>3</supplied> days"),
    ("on [l. 45ob] the", "on <pb n='45ob'/> the"),
]


@pytest.mark.parametrize(("text", "expected"), [*SUPPLIED, *EXPANSIONS, *SIC, *REMARKS, *NESTED])
def test_a_bracket_is_encoded_as_what_it_means(text: str, expected: str) -> None:
    assert as_xml(text) == expected


@pytest.mark.parametrize(("text", "original", "expected"), ORIGINAL)
def test_words_of_the_original_are_foreign_in_supplied(text: str, original: str, expected: str) -> None:
    assert as_xml(text, original) == expected


@pytest.mark.parametrize(("text", "attributes"), GAPS)
def test_a_gap_says_why_and_how_much(text: str, attributes: str) -> None:
    assert as_xml(f"ice {text} ship") == f"ice <gap {attributes}><desc>{text[1:-1]}</desc></gap> ship"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("the ship [Karsk left", [10]),
        ("the ship] left", [9]),
        ("a] b [c] d [", [2, 12]),
        ("[[a]", [1]),
        ("a [b] c", []),
    ],
)
def test_a_bracket_without_its_other_is_a_finding_with_its_column(text: str, columns: list[int]) -> None:
    assert [finding.location.column for finding in find_brackets(text, 0, len(text), "x.txt")[1]] == columns


def test_brackets_many_blank_lines_apart_do_not_belong_together() -> None:
    text = "the ship [Karsk left" + "\n\nice" * 20 + "] end"
    assert find_brackets(text, 0, len(text))[0] == ()


@pytest.mark.parametrize(
    ("line", "number"),
    [("[l. 45]", "45"), ("[Page 84]", "84"), ("[p. 3]", "3"), ("[л. 58 об.]", "58об."), ("[Karsk]", ""), ("l. 45", "")],
)
def test_a_line_that_gives_a_leaf_is_known(line: str, number: str) -> None:
    assert page_number(line) == number


PIECES = st.sampled_from(
    [
        "[",
        "]",
        "[[",
        "]]",
        " ",
        "\n",
        "\n\n",
        "Com",
        "rade",
        "sic",
        "[sic]",
        " [sic]",
        "[ sic!]",
        "stamp: ",
        "ice",
        "Karsk",
        "V",
        "I",
        "[…]",
        "[...]",
        "one word illegible",
        "vystuplenie",
        "[p. 4]",
        "3",
        "[3]",
        ",",
        ".",
        ":",
        "“",
        "”",
        "(",
        ")",
        "?",
        "1938",
        "[Translator’s note: ",
        "handwritten at the top: ",
        "letterhead of the ",
        "Russian: ",
        "毛",
        "泽东",
        "лёд",
        "é",
        "\xa0",
        "²",
        "-",
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_brackets_written_again_give_the_words_of_the_source(text: str) -> None:
    """Whatever the brackets, balanced or not: only page numbers leave the text, and they leave a space."""
    marks = marks_of(text)
    expected = text
    for mark in reversed([mark for mark in marks if mark.owner is Owner.METADATA]):
        expected = f"{expected[: mark.start]} {expected[mark.end :]}"
    assert source_words(encoded(text, marks)) == running_words(expected)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_brackets_and_note_markers_together_lose_no_word(text: str) -> None:
    pairs, _ = find_brackets(text, 0, len(text))
    marks = nest((*(m for pair in pairs for m in bracket_marks(text, pair)), *find_markers(text, 0, len(text))))
    expected = text
    for mark in reversed([mark for mark in marks if mark.owner is Owner.METADATA]):
        expected = f"{expected[: mark.start]} {expected[mark.end :]}"
    assert source_words(encoded(text, marks)) == running_words(expected)


@pytest.mark.parametrize(
    "text", ["[" * 3000, "[" * 2000 + "]" * 2000, "[a" * 1500 + "]" * 1500, "A [b] " * 700, "[sic " + "x " * 2000 + "]"]
)
def test_a_page_of_brackets_takes_no_time(text: str) -> None:
    assert seconds(lambda: marks_of(text)) < 1.5
