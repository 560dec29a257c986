"""Saved web pages: what the page's own structure calls navigation is no part of a telegram. The page is invented."""

from __future__ import annotations

from pathlib import Path

from tei.archives import builtin
from tei.authority import Authority
from tei.capture import capture_file
from tei.model import Owner, Recognition
from tei.recognise import Settings, recognise

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><script>count()</script></head><body>
<nav><a href="/">Papers of the far north</a> <a href="/all">All telegrams of the year</a></nav>
<main><h1>Telegram, Vetrov to Sabelnikov</h1><p>Karsk, 12 September 1937</p><p>To Sabelnikov</p>
<p>Ship at anchor. Onions counted twice.</p><ol><li>Coal is enough.</li><li>Flour is not.</li></ol><p>Vetrov</p></main>
<footer>Kept by friends of the station, who answer letters</footer></body></html>"""


def recognised(folder: Path) -> Recognition:
    path = folder / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return recognise(capture_file(path), Settings(Authority.load([])[0], builtin()))


def test_menus_and_footers_of_a_saved_page_are_furniture(tmp_path: Path) -> None:
    found = recognised(tmp_path)
    text = found.capture.text
    furniture = " ".join(text[span.start : span.end] for span in found.spans if span.owner is Owner.FURNITURE)
    assert "Papers of the far north" in furniture
    assert "Kept by friends" in furniture
    assert "count()" not in text


def test_the_signature_above_a_footer_is_found_and_lists_keep_their_numbers(tmp_path: Path) -> None:
    (telegram,) = recognised(tmp_path).telegrams
    assert [block.element for block in telegram.body.message] == ["opener", "p", "p", "p", "closer"]
    assert [dict(block.attributes).get("n") for block in telegram.body.message[2:4]] == ["1", "2"]
