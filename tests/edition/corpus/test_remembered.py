"""Documents of the last run: there when they are asked for, and equal to those that were built."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from edition.corpus import Document, load_corpus, remembered, shelves, ties
from edition.corpus.remembered import Remembered, name_of
from edition.corpus.ties import Tie, tie_of

Letter = Callable[..., str]


@pytest.fixture
def both(tmp_path: Path, letter: Letter) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """The documents of a folder as they were built, and as they are remembered."""
    for number in range(5):
        text = f"<p>Letter {number} on <persName ref='#lind'>Lind</persName> and <ref target='t0'>that</ref>.</p>"
        (tmp_path / f"t{number}.xml").write_text(letter(text=text, attributes=f"xml:id='t{number}'"))
    made = [load_corpus([tmp_path], store=tmp_path / "store")[0].documents for _ in range(2)]
    return made[0], made[1]


def test_they_are_equal_to_those_that_were_built(both: tuple[tuple[Document, ...], tuple[Document, ...]]) -> None:
    """In whichever order they are compared, copied, sent to another process or changed."""
    built, known = both
    assert all(type(one) is Remembered for one in known)
    assert built == known
    assert known == built
    for one, other in zip(built, known, strict=True):
        assert hash(one) == hash(other)
        assert repr(one) == repr(other)
        assert pickle.loads(pickle.dumps(other)) == copy.copy(other) == one
        assert replace(other, title="Ice") == replace(one, title="Ice")
        assert other != "a letter"
        assert name_of(one) == name_of(other) == str(one.path)
    with pytest.raises(AttributeError, match="colour"):
        _ = known[0].colour  # type: ignore[attr-defined]


def test_what_ties_them_is_known_without_their_being_opened(
    both: tuple[tuple[Document, ...], tuple[Document, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer is that of the document as it was built."""
    built, known = both
    opened: list[object] = []
    fill = remembered.Sheaf.fill
    monkeypatch.setattr(remembered.Sheaf, "fill", lambda self: opened.append(self) or fill(self))
    for one, other in zip(built, known, strict=True):
        assert tie_of(one, ()) == tie_of(other, ()) == Tie(*tie_of(one, ()))
        assert [getattr(other, name) for name in remembered.AT_HAND] == list(remembered.at_hand(one))
    assert not opened
    assert known[0].title == built[0].title
    assert known[1].excerpt == built[1].excerpt
    assert len(opened) == 1, "neighbours are opened together"


def test_every_field_is_at_hand_or_comes_later() -> None:
    names = {field.name for field in fields(Document)}
    assert {*remembered.AT_HAND, *remembered.LATER, "path"} == names
    assert {name for name in Tie._fields if not hasattr(ties, f"{name}_of")} <= {
        *("mentioned", "related", "lost", "stated", "kept"),
    }


def test_the_face_of_a_lot_stays_while_only_the_file_and_the_rest_of_the_text_change(tmp_path: Path) -> None:
    one = Document("t1", tmp_path / "t1.xml", "digest", words=3, mark="m")
    face = shelves.face_of(shelves.written([one]))
    assert shelves.face_of(shelves.written([replace(one, digest="other", words=4)])) == face
    assert shelves.face_of(shelves.written([replace(one, mark="n")])) != face
    assert shelves.face_of(shelves.written([replace(one, references=("t2",))])) != face
