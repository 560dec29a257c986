"""The schema of the project itself, from its source and as compiled, gives findings in the same words."""

from pathlib import Path

import pytest

from tei.validate import Kind, Validator

ROOT = Path(__file__).resolve().parents[3]
GRAMMAR = ROOT / "schemas" / "generated" / "telegram.rng"
RULES = ROOT / "schemas" / "generated" / "telegram.sch"

TELEGRAM = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t1937-10-23-vetrova-institute" xml:lang="ru">
<teiHeader><fileDesc><titleStmt><title type="main">Telegram, Vetrova to the institute</title></titleStmt>
<publicationStmt><publisher>Karsk papers (invented)</publisher><date when="2026">2026</date>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence>
</availability></publicationStmt>
<sourceDesc><bibl type="capture"><title>Karsk papers</title></bibl></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent">
<persName>Vetrova</persName><date when="1937-10-23">23 October</date>
</correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div type="message"><p n="1">The ice moved.</p><p n="2">We need oil.</p></div></body></text></TEI>"""

MISTAKES = [
    ('<p n="1">The', '<para n="1">The', "</p><p", "</para><p", "VAL107", "<p>"),
    ('type="sent"', 'type="send"', "", "", "VAL105", '"sent"'),
    ('<div type="message">', '<div tpye="message">', "", "", "VAL103", "@type"),
    ('<date when="1937-10-23">', '<date when="23.10.1937">', "", "", "VAL105", '"1937-10-23"'),
    ('<p n="1">The', '<p n="1"><p>a</p>The', "", "", "VAL101", "<p>"),
    ("<body><div", "<body>words<div", "", "", "VAL106", ""),
    (' xmlns="http://www.tei-c.org/ns/1.0"', "", "", "", "VAL109", "xmlns"),
    ('<title type="main">Telegram, Vetrova to the institute</title>', "", "", "", "VAL102", "<title>"),
]


@pytest.fixture(scope="module")
def grammar() -> Validator:
    if not GRAMMAR.is_file():
        pytest.skip("the schema has not been compiled yet")
    return Validator.load(GRAMMAR)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[4] + " " + mistake[1][:12])
def test_a_mistake_in_a_telegram_is_one_more_finding_of_the_grammar(
    grammar: Validator, mistake: tuple[str, ...]
) -> None:
    """Whatever the schema says of the invented telegram, one slip adds the finding that names it."""
    old, new, other, instead, code, hint = mistake
    spoilt = TELEGRAM.replace(old, new, 1)
    spoilt = spoilt.replace(other, instead, 1) if other else spoilt
    before = {found.message for found in grammar.validate(TELEGRAM.encode())}
    added = [found for found in grammar.validate(spoilt.encode()) if found.message not in before]
    assert [found.rule for found in added] == [code]
    assert hint in added[0].hint


def test_the_odd_gives_grammar_and_rules_at_once(grammar: Validator) -> None:
    """Loading the ODD checks what the grammar and the rules compiled from it check."""
    odd = Validator.load(ROOT / "schemas" / "telegram.odd")
    assert odd.kind is Kind.ODD
    spoilt = TELEGRAM.replace('type="sent"', 'type="send"').encode()
    apart = [found for one in (grammar, Validator.load(RULES)) for found in one.validate(spoilt)]
    assert odd.validate(spoilt) == tuple(sorted(apart))


def test_rules_are_run_though_the_grammar_has_failed() -> None:
    """The rules of the schema say what they can of a document that is not valid."""
    if not RULES.is_file():
        pytest.skip("the rules have not been compiled yet")
    assert Validator.load(RULES).validate(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><zzyzx/></TEI>') is not None


def test_an_odd_with_mistakes_is_an_error(tmp_path: Path) -> None:
    """What is wrong with an ODD comes as the findings of its reader."""
    from tei.errors import SchemaError

    path = tmp_path / "a.odd"
    path.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    with pytest.raises(SchemaError, match="schemaSpec"):
        Validator.load(path).prepare()


def test_an_odd_without_constraints_is_a_grammar_alone(tmp_path: Path) -> None:
    """No rules, no engine for them."""
    path = tmp_path / "a.odd"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="k" start="log">'
        '<elementSpec ident="log">'
        "<gloss>log</gloss><desc>A log.</desc><content><empty/></content></elementSpec></schemaSpec>"
        "</body></text></TEI>"
    )
    assert Validator.load(path).validate(b'<log xmlns="http://www.tei-c.org/ns/1.0"/>') == ()
