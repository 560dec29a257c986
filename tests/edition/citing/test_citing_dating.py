"""The date of a document, read for a citation."""

from __future__ import annotations

import pytest

from edition.citing.dating import Dating, read_dating
from edition.corpus.model import Moment


@pytest.mark.parametrize(
    ("moment", "first", "last", "edtf"),
    [
        (Moment(when="1937-08-30T00:15:00"), (1937, 8, 30), (), "1937-08-30"),
        (Moment(when="1937-08-30Z"), (1937, 8, 30), (), "1937-08-30"),
        (Moment(when="1937-08"), (1937, 8), (), "1937-08"),
        (Moment(when="1937"), (1937,), (), "1937"),
        (Moment(when="1937", certainty="low"), (1937,), (), "1937?"),
        (Moment(when="1937", evidence="conjecture"), (1937,), (), "1937?"),
        (Moment(when="1937", certainty="medium"), (1937,), (), "1937"),
        (Moment(not_before="1937-08", not_after="1938-01"), (1937, 8), (1938, 1), "1937-08/1938-01"),
        (Moment(not_before="1937-08-30", not_after="1937-08-30"), (1937, 8, 30), (), "1937-08-30"),
        (Moment(not_before="1937"), (1937,), (), "1937/.."),
        (Moment(not_after="1938-05-02"), (), (1938, 5, 2), "../1938-05-02"),
        (Moment(when="-0044-03-15"), (-44, 3, 15), (), "-0044-03-15"),
        (Moment(when="1937-13-40"), (1937,), (), "1937"),
        (Moment("30 August", when="--08-30"), (), (), ""),
        (Moment("in the winter"), (), (), ""),
        (Moment(), (), (), ""),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(
    moment: Moment, first: tuple[int, ...], last: tuple[int, ...], edtf: str
) -> None:
    found = read_dating(moment)
    assert (found.first, found.last, found.edtf) == (first, last, edtf)


def test_years_are_told_once() -> None:
    assert Dating((1937, 8), (1937, 9), ranged=True).years == (1937,)
    assert Dating((1937,), (1938,), ranged=True).years == (1937, 1938)
    assert Dating().years == ()
