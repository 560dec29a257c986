"""The lock of ids: a passage keeps its id, whatever is captured, corrected, added or moved round it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.aside import LOCK_NAME
from edition.cards import Card
from edition.entry import Entry
from edition.explaining import all_rules
from edition.lock import RULES, Lock
from edition.passages import Passage, digest, passage_digest
from tei.errors import SourceError


def passages(*words: str, wanted: str = "t1937-x") -> tuple[Passage, ...]:
    return tuple(Passage(wanted, passage_digest(word), order) for order, word in enumerate(words))


def lock_of(source: str, words: tuple[str, ...], lock: Lock | None = None) -> Lock:
    """A lock that remembers passages which were encoded."""
    lock = lock or Lock()
    given = passages(*words)
    for id_, passage in zip(lock.assign(source, given, ()), given, strict=True):
        lock.put(Entry(id_, source, passage.digest, passage.order))
    return lock


def test_a_new_passage_gets_the_id_that_it_wants() -> None:
    assert Lock().assign("a/1.txt", passages("ice"), ()) == ("t1937-x",)


def test_others_of_the_same_name_get_b_c_and_so_on() -> None:
    """After -z come numbers."""
    words = tuple(str(number) for number in range(29))
    ids = Lock().assign("a/1.txt", passages(*words), ())
    assert ids[:3] == ("t1937-x", "t1937-x-b", "t1937-x-c")
    assert ids[25:] == ("t1937-x-z", "t1937-x-27", "t1937-x-28", "t1937-x-29")


def test_an_id_that_another_source_took_in_this_run_is_taken() -> None:
    assert Lock().assign("a/2.txt", passages("ice"), ("t1937-x",)) == ("t1937-x-b",)


def test_words_keep_their_id_when_passages_change_places() -> None:
    lock = lock_of("a/1.txt", ("ice", "onions"))
    assert lock.assign("a/1.txt", passages("onions", "ice"), ()) == ("t1937-x-b", "t1937-x")


def test_a_corrected_passage_keeps_the_id_of_its_place() -> None:
    lock = lock_of("a/1.txt", ("ice", "onions"))
    assert lock.assign("a/1.txt", passages("ice", "lemons"), ()) == ("t1937-x", "t1937-x-b")


def test_a_passage_that_is_new_among_known_ones_takes_none_of_their_ids() -> None:
    lock = lock_of("a/1.txt", ("ice", "onions"))
    assert lock.assign("a/1.txt", passages("tea", "ice", "onions"), ()) == ("t1937-x-c", "t1937-x", "t1937-x-b")


def test_a_passage_of_another_source_never_takes_a_known_id() -> None:
    assert lock_of("a/1.txt", ("ice",)).assign("a/2.txt", passages("ice"), ()) == ("t1937-x-b",)


def test_white_space_is_no_word() -> None:
    assert passage_digest("ice  and\nonions ") == passage_digest("ice and onions")
    assert passage_digest("ice") != passage_digest("Ice")


WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6)


@given(WORDS, WORDS)
def test_ids_are_never_given_twice_and_known_words_keep_theirs(before: list[str], after: list[str]) -> None:
    lock = lock_of("a/1.txt", tuple(dict.fromkeys(before)))
    known = dict(zip(dict.fromkeys(before), lock.assign("a/1.txt", passages(*dict.fromkeys(before)), ()), strict=True))
    after = list(dict.fromkeys(after))
    ids = lock.assign("a/1.txt", passages(*after), ())
    assert len(set(ids)) == len(ids)
    assert all(known[word] == id_ for word, id_ in zip(after, ids, strict=True) if word in known)


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    lock = lock_of("a/Карск.txt", ("ice", "onions"))
    lock.save(tmp_path)
    assert Lock.load(tmp_path).bytes() == lock.bytes()
    assert Lock.load(tmp_path).get("t1937-x") == lock.get("t1937-x")


def test_a_lock_that_somebody_laid_out_anew_is_read_all_the_same(tmp_path: Path) -> None:
    """And is written as it should be, a line a document."""
    lock = lock_of("a/1.txt", ("ice", "onions"))
    lock.save(tmp_path)
    path = tmp_path / LOCK_NAME
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=2), encoding="utf-8")
    Lock.load(tmp_path).save(tmp_path)
    assert path.read_bytes() == lock.bytes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"order": 0', '"order": '),
        ('"order": 0, ', ""),
        ('"order": 0', '"odrer": 0'),
        ('"source": "a"', '"source": 1'),
        ('"order"', '"card": ["telegram"], "order"'),
        ("}\n}}\n", "}\n"),
        ("}\n}}\n", "}\n}}\nmore"),
        (' "t1937-x":', "<<<<<<< ours\n"),
        (": {", ": ["),
    ],
)
def test_a_lock_damaged_in_one_line_is_not_believed(old: str, new: str, tmp_path: Path) -> None:
    lock_of("a", ("ice",)).save(tmp_path)
    path = tmp_path / LOCK_NAME
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError, match="damaged"):
        Lock.load(tmp_path)


def test_a_branch_of_a_lock_leaves_the_lock_as_it_was() -> None:
    lock = lock_of("a", ("ice",))
    before, branch = lock.bytes(), lock.branch()
    branch.put(Entry("t1938", "b", "", 0, begun="1"))
    assert lock.bytes() == before
    assert ("t1938" in lock, "t1938" in branch, len(branch)) == (False, True, 2)


def test_parts_of_an_entry_are_read_without_the_rest() -> None:
    """Whatever stands in them: quotation marks, and names of other parts."""
    card = Card("telegram", 'The "links": "one" of Karsk', ("orlin",), sent="1938-01-06T10:00")
    unknown = (("person", 'O\\"rlin', "sender"),)
    path = '../a "b"/1.txt'
    lock = Lock(
        [Entry("t1", "a", "", 0, "ab", links="cd", path=path, card=card, unknown=unknown), Entry("t2", "b", "", 0)]
    )
    assert lock.digests("t1") == ("ab", "cd")
    assert lock.digests("t3") is None
    assert (lock.card("t1"), lock.card("t2")) == (card, None)
    assert list(lock.whereabouts()) == [("t1", "a", path), ("t2", "b", "")]
    assert list(lock.unknown()) == [("t1", "1938-01-06", unknown)]


def test_an_entry_that_changes_its_source_is_of_the_new_one_only() -> None:
    lock = lock_of("a", ("ice",))
    lock.put(Entry("t1937-x", "b", "", 0))
    assert (lock.of_source("a"), [entry.id for entry in lock.of_source("b")]) == ((), ["t1937-x"])


def test_an_empty_lock_writes_no_file_and_an_unchanged_one_is_left_alone(tmp_path: Path) -> None:
    Lock().save(tmp_path)
    assert list(tmp_path.iterdir()) == []
    lock_of("a", ("ice",)).save(tmp_path)
    before = (tmp_path / LOCK_NAME).stat().st_mtime_ns
    lock_of("a", ("ice",)).save(tmp_path)
    assert (tmp_path / LOCK_NAME).stat().st_mtime_ns == before


def test_an_absent_lock_is_empty(tmp_path: Path) -> None:
    assert Lock.load(tmp_path / "nowhere").get("t1937-x") is None


@pytest.mark.parametrize("id_", ["../x", "a/b", "1937", "", "x y"])
def test_an_id_that_is_no_plain_name_is_damage(id_: str, tmp_path: Path) -> None:
    """Ids become names of files: one that climbs out of the folder must not be believed."""
    (tmp_path / LOCK_NAME).write_text(f'{{"documents": {{"{id_}": {{"source": "", "passage": "", "order": 0}}}}}}')
    with pytest.raises(SourceError, match="damaged"):
        Lock.load(tmp_path)


def test_a_digest_is_sha256() -> None:
    assert digest(b"").startswith("e3b0c44298fc1c14")


def test_the_rules_of_the_lock_can_be_explained() -> None:
    assert set(RULES) <= set(all_rules())
