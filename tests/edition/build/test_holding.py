"""The files of a site: what changes is known without all of them being read, and gives the name that all would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from edition.build.holding import Filed, Files, total_of

PATHS = st.sampled_from(["a.html", "b.html", "c.xml", "d/e.html"])
PAGES = st.sampled_from(["a.html", "b.html", ":assets"])
FILED = st.builds(Filed, PAGES, st.binary(min_size=1, max_size=2), st.just(3))
TREES = st.dictionaries(PATHS, FILED)


class Stored:
    """Files in a store."""

    def __init__(self, files: dict[str, Filed]) -> None:
        self.files = files

    def file(self, path: str) -> Filed | None:
        return self.files.get(path)

    def files_of(self, pages: Iterable[str]) -> dict[str, Filed]:
        wanted = set(pages)
        return {path: filed for path, filed in self.files.items() if filed.page in wanted}

    def all_files(self) -> Iterator[tuple[str, Filed]]:
        yield from self.files.items()


def fresh(files: dict[str, Filed]) -> Files:
    return Files().changed({}, files)


@given(TREES, st.lists(TREES, max_size=3))
def test_files_that_change_are_files_made_anew(first: dict[str, Filed], rounds: list[dict[str, Filed]]) -> None:
    """Whatever is replaced, added and taken away: the same content, and the same name of the state."""
    files, plain = Files(Stored(first), total_of(fresh(first).state)), dict(first)
    for new in rounds:
        gone = files.of({filed.page for filed in new.values()})
        gone |= {path: files[path] for path in new if path in files}
        files = files.changed(gone, new)
        plain = {path: filed for path, filed in plain.items() if path not in gone} | new
        assert files.all() == plain == dict(files.items())
        assert len(files) == len(plain)
        assert all((path in files) == (path in plain) for path in ("a.html", "b.html", "c.xml", "d/e.html", "none"))
        for page in ("a.html", "b.html", ":assets"):
            assert files.of({page}) == {path: filed for path, filed in plain.items() if filed.page == page}
        assert files.state == fresh(plain).state


def test_a_state_of_another_name_has_no_sum() -> None:
    assert total_of("first") == 0
    assert total_of(Files().state) == 0
