"""Volumes drawn by chance, with markup where no volume should have it: no word is lost, all of it is valid."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from edition.intake.frus.words import first_difference
from tei.errors import SourceError
from tests.edition.intake import frus_drawing as drawing
from tests.edition.intake import frus_volume as volumes
from tests.edition.intake.frus_reading import faults, take

HEADS = (
    '<head>9. Telegram From the <gloss type="from">Embassy in Norland</gloss> to the <gloss type="to">Department of '
    "State</gloss>{}</head>",
    '<note rend="inline" type="source">859.91/3: Telegram</note><head><hi>The Minister in Norland</hi> (<persName '
    'type="from">Drobot</persName>) <hi>to the Secretary of State</hi>{}</head>',
)
SLOW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@SLOW
@example(HEADS[0], "", "", '<p></p><quote rend="blockquote"> ship<signed></signed>ice </quote>')
@example(HEADS[0], "", "", "<p></p><p> ship<signed></signed>ice </p>")
@given(st.sampled_from(HEADS), drawing.inline(1), drawing.blocks(2), drawing.blocks(1))
def test_every_drawn_document_keeps_its_words_and_is_valid(head: str, hung: str, blocks: str, more: str) -> None:
    """A document whose words differ would be left out with an error, so none may be."""
    document = f'<div type="document" xml:id="d9" n="9">{head.format(hung)}{drawing.numbered(blocks + more)}</div>'
    with tempfile.TemporaryDirectory() as folder:
        found = take(volumes.volume(document), Path(folder))
    assert [finding.message for finding in found.findings if finding.severity.label == "error"] == []
    (data,) = (data for path, data in found.files.items() if path.startswith("tei/"))
    assert faults(data) == []


@SLOW
@given(st.integers(0, 10_000), st.sampled_from(("", "<", "&", "</div>", "<div>", "</p>", "\0")))
def test_volume_with_something_broken_anywhere_gives_no_traceback(place: int, sign: str) -> None:
    at = place % len(volumes.WHOLE)
    text = volumes.WHOLE[:at] + sign + volumes.WHOLE[at + 3 :]
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = take(text, Path(folder))
        except SourceError:
            return
    assert all(faults(data) == [] for path, data in found.files.items() if path.startswith("tei/"))


def test_first_difference_of_words_is_told_with_its_surroundings() -> None:
    assert list(first_difference(["a", "b"], ["a", "b"])) == []
    assert list(first_difference(["a", "b", "c"], ["a", "c"])) == ["the volume has 'a b c', the document 'a c'"]
    assert list(first_difference(["a"], ["a", "b"])) == ["the volume has 'a', the document 'a b'"]
