"""The same files make the same corpus: in any order, with any number of jobs, from the store or not."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.corpus import load_corpus, shelves
from edition.corpus.records import mark_of

KEYS = st.sampled_from(["#lind", "#orlin", "p.xml#lind", "https://viaf.org/viaf/7", ""])
NAMES = st.sampled_from(["Dora Lind", "ORLIN", "Лунд", "吴文舟", ""])
DAYS = st.sampled_from(["1937-05-01", "1937-05", "1937-05-01T10:00:00", "when it thawed"])
IDS = st.sampled_from(["t1", "t2", "t3", ""])


@st.composite
def letters(draw: st.DrawFn) -> str:
    """A letter of the few people above, answering any other."""

    def name(tag: str) -> str:
        key = draw(KEYS)
        return f"<{tag}{f' ref={key!r}' if key else ''}>{draw(NAMES)}</{tag}>"

    id_, day = draw(IDS), draw(DAYS)
    own = f"xml:id='{id_}'" if id_ else ""
    return (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' {own} xml:lang='{draw(st.sampled_from(['en', 'ru']))}'><teiHeader>"
        f"<profileDesc><correspDesc><correspAction type='sent'>{name('persName')}<date when='{day}'/></correspAction>"
        f"<correspAction type='received'>{name('persName')}{name('orgName')}</correspAction><correspContext>"
        f"<ref type='{draw(st.sampled_from(['answers', 'prev', 'reply']))}' target='{draw(IDS)}.xml'/></correspContext>"
        f"</correspDesc></profileDesc></teiHeader><standOff><listPerson><person xml:id='lind'>{name('persName')}"
        f"</person></listPerson></standOff><text><body><p>Words of {name('rs')}</p></body></text></TEI>"
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(letters(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_files_and_the_store_change_nothing(files: list[str], chance: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, content in enumerate(files):
            paths.append(Path(folder, f"{number}.xml"))
            paths[-1].write_text(content, encoding="utf-8")
        first = load_corpus(paths)
        chance.shuffle(paths)  # type: ignore[attr-defined]
        store = Path(folder, "store.sqlite")
        assert load_corpus(paths) == first
        assert load_corpus(paths, store=store) == first
        assert load_corpus([Path(folder)], store=store) == first
    corpus, _ = first
    assert len(corpus.documents) == len(files) == len(corpus.by_id)
    named = {(n.kind, n.key) for d in corpus.documents for a in d.envelope.actions for n in a.names if n.key}
    assert named | {(one.kind, one.key) for d in corpus.documents for one in d.mentions} <= set(corpus.entries)
    assert set(corpus.uses) <= set(corpus.entries)
    threaded = [sorted(id_ for thread in one.threads for id_ in thread) for one in corpus.exchanges]
    assert threaded == [sorted(one.documents) for one in corpus.exchanges]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(letters(), min_size=3, max_size=5),
    st.lists(st.tuples(st.integers(0, 5), st.one_of(letters(), st.none())), min_size=1, max_size=3),
)
def test_after_any_change_the_store_gives_what_reading_anew_gives(
    files: list[str], changes: list[tuple[int, str | None]]
) -> None:
    """Files changed, added, taken away: nothing of the last time is left in what did not change itself."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelves, "LOT", 1)
        store = Path(folder, "store.sqlite")
        for number, content in enumerate(files):
            Path(folder, f"{number}.xml").write_text(content, encoding="utf-8")
        load_corpus([Path(folder)], store=store)
        for number, changed in changes:
            path = Path(folder, f"{number}.xml")
            if changed is None:
                path.unlink(missing_ok=True)
            else:
                path.write_text(changed, encoding="utf-8")
            assert load_corpus([Path(folder)], store=store) == load_corpus([Path(folder)])


def test_several_processes_read_the_same_as_one(tmp_path: Path, letter: Callable[..., str]) -> None:
    """Entries that several files carry are sent once by each process, and none is lost."""
    for number in range(12):
        entry = f"<person xml:id='p{number % 3}'><persName>P{number % 3}</persName></person>"
        excerpt = f"<standOff><listPerson>{entry}</listPerson></standOff>"
        (tmp_path / f"{number}.xml").write_text(letter(more=excerpt), encoding="utf-8")
    one = load_corpus([tmp_path])
    assert load_corpus([tmp_path], jobs=3) == one
    assert len(one[0].entries) == 3


def test_a_mark_changes_with_what_other_pages_show(tmp_path: Path, letter: Callable[..., str]) -> None:
    """Not with a word in the middle of the text."""
    path = tmp_path / "a.xml"
    texts = ("<p>One.</p>" + "<p>ice and snow</p>" * 50, "<p>One.</p>" + "<p>ice and snow</p>" * 60, "<p>Two.</p>")
    marks = []
    for text in texts:
        path.write_text(letter(text=text), encoding="utf-8")
        marks.append(load_corpus([path])[0].documents[0].mark)
    assert marks[0] == marks[1] != marks[2]
    assert mark_of(("a", ("b",))) == mark_of(("a", ("b",))) != mark_of(("a", "b"))


@pytest.mark.parametrize("enabled", [True, False])
def test_loading_leaves_the_collector_as_it_was(tmp_path: Path, enabled: bool) -> None:
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        load_corpus([tmp_path])
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was else gc.disable)()
