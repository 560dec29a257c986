"""Archives: the bytes of `zipfile`, and what has not changed taken over as it stands."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from edition.site.zips import archive_of, members_of, packed

NAMES = st.text("abcdeж北-.", min_size=1, max_size=12)
FILES = st.dictionaries(NAMES, st.binary(max_size=400), max_size=6)


@given(FILES)
def test_an_archive_is_what_zipfile_writes(files: dict[str, bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr, info.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    assert archive_of(packed(name, data) for name, data in files.items()) == stream.getvalue()


@given(FILES)
def test_members_that_are_taken_over_are_the_same_as_those_packed_anew(files: dict[str, bytes]) -> None:
    made = archive_of(packed(name, data) for name, data in files.items())
    known = members_of(made)
    assert list(known) == list(files)
    assert archive_of(known[name] for name in files) == made


def test_what_is_no_archive_has_no_members() -> None:
    """And neither has one that was cut, or packed in another way."""
    made = archive_of([packed("a", b"ice" * 100)])
    assert members_of(b"") == members_of(b"ice") == members_of(made[:-5]) == {}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", b"ice")
    assert members_of(stream.getvalue()) == {}
