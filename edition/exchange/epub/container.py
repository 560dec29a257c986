"""The ZIP container of an e-book (EPUB OCF 3.3): the media type first and stored, the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from typing import Final

FOLDER: Final = "EPUB"
PACKAGE: Final = "package.opf"
_MEDIA: Final = b"application/epub+zip"
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_RIGHTS: Final = 0o100644 << 16
_CONTAINER: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
""".encode()


class Container:
    """An e-book that is being written, file by file: only the packed bytes are held."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._archive = zipfile.ZipFile(self._bytes, "w")
        self._put("mimetype", _MEDIA, zipfile.ZIP_STORED)
        self._put("META-INF/container.xml", _CONTAINER)

    def add(self, name: str, data: bytes) -> None:
        """Add a file of the publication."""
        self._put(f"{FOLDER}/{name}", data)

    def _put(self, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
        member = zipfile.ZipInfo(name, _DATE)
        member.create_system, member.external_attr, member.compress_type = _UNIX, _RIGHTS, method
        self._archive.writestr(member, data, compresslevel=9)

    def close(self) -> bytes:
        """Return the whole."""
        self._archive.close()
        return self._bytes.getvalue()
