"""Whatever is done to an edition, building on is the same as building anew, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

IDS = st.sampled_from([f"t{number}" for number in range(1, 8)])
WORDS = st.sampled_from(["The ice has come.", "The cook is ill, and says so.", "Onions counted: none at all."])
EDITS = st.one_of(
    st.tuples(st.just("write"), IDS, WORDS, st.sampled_from(["1938-01-05", "1938-02-01", "1937-11-30"])),
    st.tuples(st.just("remove"), IDS, st.none(), st.none()),
    st.tuples(st.just("break"), IDS, st.none(), st.none()),
)
ROUNDS = st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=4)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(rounds=ROUNDS, index=st.booleans())
def test_building_on_is_building_anew(rounds: list[Any], index: bool, edition: Any, tmp_path: Path) -> None:
    """Letters are written, changed, broken, taken away; after each round the site is that of a first build."""
    for path in (edition.tei, edition.output, edition.folder / ".site.tei"):
        shutil.rmtree(path, ignore_errors=True)
    edition.tei.mkdir()
    edition.write("t0", "The first letter, that always stays.")
    edition.build(index=index)
    for edits in rounds:
        for what, ident, words, date in edits:
            path = edition.tei / f"{ident}.xml"
            if what == "write":
                # The number of the letter is in its words, so that none is taken for another that was renamed.
                edition.write(ident, f"{words} ({ident})", date)
            elif what == "break":
                path.write_text("<TEI><p></TEI>")
            else:
                path.unlink(missing_ok=True)
        edition.build(index=index)
        whole = tmp_path / "whole"
        for folder in (whole, tmp_path / ".whole.tei"):
            shutil.rmtree(folder, ignore_errors=True)
        edition.build(output=whole, index=index)
        assert edition.files() == edition.tree(whole)
