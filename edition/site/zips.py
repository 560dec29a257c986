"""ZIP archives (APPNOTE 6.3) in which what has not changed is taken over as it stands, packed as it was.

The same members give the same bytes, whether they were packed now or taken over: no clock has a part in them. They are
what `zipfile` writes, which packs all members anew.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s4B4HL2L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_DEFLATED: Final = 8
_VERSION: Final = 20
_UNIX: Final = 3
_UTF_8: Final = 0x800
_FIRST_DAY: Final = 1 << 5 | 1
"""The first of January 1980, the first day that ZIP knows: all members bear it."""
_READABLE: Final = 0o644 << 16
_LEVEL: Final = 6


class Member(NamedTuple):
    """A file in an archive, packed: its name, the checksum and size of what it holds, and the packed bytes."""

    name: str
    checksum: int
    size: int
    packed: bytes


def packed(name: str, data: bytes) -> Member:
    """Pack a file."""
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return Member(name, zlib.crc32(data), len(data), press.compress(data) + press.flush())


def members_of(data: bytes) -> Mapping[str, Member]:
    """Return the members of an archive of ours by name; nothing for what is none, or is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error):
        return {}
    members = {}
    for one in found:
        name = one.filename
        begin = one.header_offset + _LOCAL.size + len(name.encode())
        taken = data[begin : begin + one.compress_size]
        if one.compress_type == _DEFLATED and len(taken) == one.compress_size:
            members[name] = Member(name, one.CRC, one.file_size, taken)
    return members


def archive_of(members: Iterable[Member]) -> bytes:
    """Return an archive of members, in their order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in members:
        name = one.name.encode()
        flags = 0 if one.name.isascii() else _UTF_8
        told = (flags, _DEFLATED, 0, _FIRST_DAY, one.checksum, len(one.packed), one.size, len(name), 0)
        pieces += (_LOCAL.pack(b"PK\x03\x04", _VERSION, *told), name, one.packed)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, _UNIX, _VERSION, 0, *told, 0, 0, 0, _READABLE, offset),
            name,
        )
        offset += _LOCAL.size + len(name) + len(one.packed)
    ends = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(ends), offset, 0)
    return b"".join((*pieces, ends, end))
