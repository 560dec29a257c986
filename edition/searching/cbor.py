"""The part of CBOR (RFC 8949) that the files of a search index are made of: numbers, texts, bytes and arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

Value = int | str | bytes | Sequence["Value"]

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY = range(5)
_SIZES: Final = {24: 1, 25: 2, 26: 4, 27: 8}
_BREAK: Final = 0xFF
_ENDLESS: Final = 31


def decode(data: bytes) -> Value:
    """Return the one value that `data` holds. Raises ValueError for anything else."""
    try:
        value, end = _read(data, 0)
    except (IndexError, KeyError, UnicodeDecodeError) as error:
        raise ValueError("not the part of CBOR that is known here") from error
    if end != len(data):
        raise ValueError("more than one value")
    return value


def encode(value: Value) -> bytes:
    """Return a value in its shortest form, arrays of known length (RFC 8949, 4.2.1)."""
    if isinstance(value, int):
        return _head(_UNSIGNED, value) if value >= 0 else _head(_NEGATIVE, -1 - value)
    if isinstance(value, bytes):
        return _head(_BYTES, len(value)) + value
    if isinstance(value, str):
        data = value.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_ARRAY, len(value)) + b"".join(map(encode, value))


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind, short = data[at] >> 5, data[at] & 31
    if kind == _ARRAY and short == _ENDLESS:
        return _read_until_break(data, at + 1)
    size, start = (short, at + 1) if short < 24 else _long(data, at + 1, _SIZES[short])
    if kind == _ARRAY:
        return _read_array(data, start, size)
    if kind in (_UNSIGNED, _NEGATIVE):
        return (size if kind == _UNSIGNED else -1 - size), start
    if kind not in (_BYTES, _TEXT) or start + size > len(data):
        raise IndexError
    chunk = data[start : start + size]
    return (chunk if kind == _BYTES else chunk.decode()), start + size


def _long(data: bytes, at: int, size: int) -> tuple[int, int]:
    return int.from_bytes(data[at : at + size]), at + size


def _read_array(data: bytes, at: int, size: int) -> tuple[Value, int]:
    found: list[Value] = []
    for _ in range(size):
        value, at = _read(data, at)
        found.append(value)
    return found, at


def _read_until_break(data: bytes, at: int) -> tuple[Value, int]:
    found: list[Value] = []
    while data[at] != _BREAK:
        value, at = _read(data, at)
        found.append(value)
    return found, at + 1


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    short, size = next((short, size) for short, size in _SIZES.items() if number < 1 << (8 * size))
    return bytes([kind << 5 | short]) + number.to_bytes(size)
