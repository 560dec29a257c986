"""CBOR, as far as the files of an index need it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.searching.cbor import decode, encode

VALUES = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(max_size=300) | st.binary(max_size=300),
    lambda inner: st.lists(inner, max_size=30),
)


@given(VALUES)
def test_what_is_written_is_read_again(value: object) -> None:
    assert decode(encode(value)) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("00", 0),
        ("1818", 24),
        ("1903e8", 1000),
        ("1bffffffffffffffff", 2**64 - 1),
        ("20", -1),
        ("3903e7", -1000),
        ("4401020304", b"\1\2\3\4"),
        ("62c3bc", "ü"),
        ("83010203", [1, 2, 3]),
        ("9f018202039f0405ffff", [1, [2, 3], [4, 5]]),
    ],
)
def test_the_examples_of_the_standard(data: str, value: object) -> None:
    """RFC 8949, appendix A."""
    assert decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["", "18", "82", "62c3", "61ff", "a0", "f6", "0000", "9f01", "1c", "5f"])
def test_anything_else_is_refused(data: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is of no use to anyone
        decode(bytes.fromhex(data))
