"""Stylesheets of several folders and in several languages: the files of an edition before ours, their words translated.

Words that a stylesheet adds to a text stand in `<xsl:text its:translate="yes">` (W3C Internationalization Tag Set 2.0);
any XSLT processor runs them in English, and a catalogue of messages gives them in another language when they are
compiled, so that running them costs nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol, cast
from urllib.parse import unquote, urlsplit

from lxml import etree

Words = Callable[[str], str]

_XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
_TRANSLATE: Final = "{http://www.w3.org/2005/11/its}translate"
_OWN: Final = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:import href="{name}.xsl"/><xsl:include href="{name}-own.xsl"/></xsl:stylesheet>'
)


class _Resolver(Protocol):
    def resolve_string(self, string: bytes, context: object, *, base_url: str) -> object: ...


def read_stylesheet(name: str, folders: tuple[Path, ...], words: Words | None) -> etree._Element:
    """Return a stylesheet, ready to be compiled; what it includes is found in the folders too, the first that has it.

    Where one of the folders has NAME-own.xsl its templates come before all others (XSLT 1.0, 2.6.2: import precedence),
    and `xsl:apply-imports` leads from them to those of NAME.xsl.
    """
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(_Files(folders, words))
    if _find(f"{name}-own.xsl", folders) is None:
        path = _find(f"{name}.xsl", folders) or folders[-1] / f"{name}.xsl"
        return etree.fromstring(_translated(path, words), parser, base_url=str(path))
    return etree.fromstring(_OWN.format(name=name).encode(), parser, base_url=str(folders[-1] / f"{name}-and-own.xsl"))


def translatable(stylesheet: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a stylesheet that hold words for readers."""
    return (each for each in stylesheet.iter(f"{_XSL}text") if each.get(_TRANSLATE) == "yes")


class _Files(etree.Resolver):
    """Finds what stylesheets include: by its name, in the first folder that has it."""

    def __init__(self, folders: tuple[Path, ...], words: Words | None) -> None:
        super().__init__()
        self.folders, self.words = folders, words

    def resolve(  # type: ignore[override]  # lxml calls it with a context, which lxml-stubs do not know
        self, system_url: str, _public_id: str, context: object
    ) -> object:
        """Give libxslt the file with its words translated; what is in no folder is left to libxslt."""
        path = _find(Path(unquote(urlsplit(system_url).path)).name, self.folders)
        if path is None:
            return None
        return cast(_Resolver, self).resolve_string(_translated(path, self.words), context, base_url=str(path))


def _find(name: str, folders: tuple[Path, ...]) -> Path | None:
    return next((path for folder in folders if (path := folder / name).is_file()), None)


def _translated(path: Path, words: Words | None) -> bytes:
    data = path.read_bytes()
    if words is None or b"its:translate" not in data:
        return data
    root = etree.fromstring(data, etree.XMLParser(no_network=True, resolve_entities=False))
    for element in translatable(root):
        element.text = words(element.text or "")
    return etree.tostring(root)
