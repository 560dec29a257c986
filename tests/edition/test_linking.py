"""Links are set in a draft without reading the rest of it, and the result is what setting them in the whole gives."""

from __future__ import annotations

import pytest

from edition.exchanges import NO_LINKS, Links, Neighbour
from edition.linking import linked, relinked
from tei.encode.serialise import canonical
from tei.xmlfile import parse_bytes

BEFORE = Neighbour("t1938-02-11-orlin-vetrova", "Telegram No. 7, Orlin to Vetrova, 11 February 1938")
AFTER = Neighbour("t1938-02-14-orlin-vetrova", "Telegram, “R & D” to Vetrova")
REFS = (
    '<correspContext>\n        <ref type="answers">your telegram</ref>\n'
    '        <ref type="mentions">mine</ref>\n      </correspContext>'
)


def draft(description: str) -> bytes:
    document = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t1" xml:lang="en">\n  <teiHeader>\n    <profileDesc>\n'
        f"      {description}\n    </profileDesc>\n  </teiHeader>\n"
        '  <text xml:id="telegram-text"><body><p n="1">Ice – «лёд» 冰 &amp; &lt;fog&gt;</p></body></text>\n</TEI>'
    )
    return canonical(parse_bytes(document.encode()).getroot())


@pytest.mark.parametrize(
    "description",
    [
        f"<correspDesc>\n        <note>лёд</note>\n        {REFS}\n      </correspDesc>",
        f'<correspDesc corresp="#telegram-text">{REFS}</correspDesc>'
        '<correspDesc corresp="#message-text"><p/></correspDesc>',
        "<correspDesc>\n        <p>nothing yet</p>\n      </correspDesc>",
        "<correspDesc/>",
        '<langUsage><language ident="en">English</language></langUsage>',
    ],
    ids=["refs", "two-envelopes", "no-context", "empty", "none"],
)
@pytest.mark.parametrize(
    "links",
    [
        Links(((0, "t1938-02-11-orlin-vetrova"),)),
        Links((), BEFORE, AFTER),
        Links(((1, "t1938-02-01-vetrova-orlin"),), None, AFTER),
    ],
    ids=["target", "neighbours", "both"],
)
def test_a_draft_is_linked_as_a_whole_document_is(description: str, links: Links) -> None:
    data = draft(description)
    assert linked(data, links) == relinked(data, links, None)


def test_a_draft_without_links_stays_as_it_is() -> None:
    data = draft("<correspDesc><p/></correspDesc>")
    assert linked(data, NO_LINKS) is data
