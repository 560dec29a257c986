"""Why a file is not well-formed: what was open, and the likely cause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.errors import SourceError
from tei.malformed import cause
from tei.xmlfile import parse_bytes

CASES = {
    "left open": (b"<p>\n<hi>Karsk</p>", "</p> stands where <hi> of line 2 is open", "add </hi>"),
    "misspelt": (b"<p><title>Karsk</titel></p>", "</titel> stands where <title> of line 1 is open", "</title>?"),
    "wrong case": (b"<P>Karsk</p>", "</p> stands where <P>", "</P>?"),
    "never opened": (b"<p>Karsk</persName></p>", "</persName> closes nothing", "take </persName> out"),
    "cut off": (b"<text>\n<body>\n<p>Kar", "ends while <p>, <body>, <text> are open; <p> since line 3", "</p>"),
    "cut off in a tag": (b"<text><p n='1", "ends while <text> is open", "</text>"),
    "ampersand": (b"<p>ice & oil</p>", "ampersand stands alone", "&amp;"),
    "entity": (b"<p>ice&nbsp;oil</p>", "&nbsp; is not defined", "&#xA0;"),
    "own entity": (b"<p>&karsk;</p>", "&karsk; is not defined", "the character itself"),
    "less than": (b"<p>2 < 3</p>", "a < that begins no tag", "&lt;"),
    "no quotation marks": (b"<p n=1>Karsk</p>", "the tag <p> is broken", 'name="value"'),
    "curly quotation marks": ("<p n=“1”>Karsk</p>".encode(), "typographic quotation marks", "straight ones"),
    "twice": (b'<p n="1" n="2"/>', "an attribute stands twice", "take one"),
    "two roots": (b"<p/><p/>", "after the end of the root", "one root"),
    "late declaration": (b'\n<?xml version="1.0"?><p/>', "does not stand at the very beginning", "before <?xml"),
    "Western bytes": (b"<p>expos\xe9</p>", "0xE9 is no character of UTF-8", "windows-1252"),
    "Cyrillic bytes": ("<p>Карск зимой</p>".encode("cp1251"), "0xCA is no character of UTF-8", "windows-1251"),
    "unknown set": (b'<?xml version="1.0" encoding="karsk"?><p/>', '"karsk" is not known', "UTF-8"),
    "wide set in single bytes": (b'<?xml version="1.0" encoding="UTF-16"?><p/>', "in single bytes", 'encoding="UTF-8"'),
    "value without end": (b"<p><hi rend='b>y</hi></p>\n<p n='2'/>", "in the value of an attribute", "quotation mark"),
    "hyphens": (b"<p>\n<!-- a -- b -->\n</p>", "two hyphens", "end the comment"),
    "comment without end": (b"<p>\n<!-- a \n</p>", "a comment has no end", "-->"),
    "end tag too many": (b"<p>Karsk</p></p>", "</p> closes nothing", "take it out"),
    "null": (b"<p>a\0</p>", "U+0000", "take it out"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_cause_of_a_fault_is_named_with_its_mend(case: tuple[bytes, str, str]) -> None:
    """A file that is not XML is refused with the likely cause, what was open, and what would mend it."""
    data, message, hint = case
    with pytest.raises(SourceError) as refused:
        parse_bytes(data, "karsk.xml")
    (finding,) = refused.value.findings
    assert finding.rule == "XML102"
    assert message in finding.message
    assert hint in finding.hint


@given(st.binary(max_size=80))
def test_any_bytes_have_a_cause(data: bytes) -> None:
    """Whatever the bytes are, the cause is words and never an exception."""
    found = cause(b"<p>" + data, "the parser's own words")
    assert found.message
    assert found.hint
