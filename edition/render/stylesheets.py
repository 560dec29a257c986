"""Running the XSLT: compiled once, shut off from files and the network, everything it says turned into findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol, cast

from lxml import etree

from edition.render.wording import Words, read_stylesheet
from edition.resources import transforms_dir
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import TEI_NS

UNHANDLED = Rule(
    "REN101",
    "element-without-template",
    Severity.WARNING,
    "The stylesheets do not know this element. Its text is shown where it stands, but nothing tells a reader what the "
    "element meant. Look at the place in the result; where the plain text is enough, nothing need be done.",
    bad="<p>Send the <wireform>drum</wireform></p>",
    good="<p>Send the <seg>drum</seg></p>",
)
UNSAFE_LINK = Rule(
    "REN104",
    "unsafe-link",
    Severity.WARNING,
    "A link may lead to the web (http, https), to a mail address (mailto) or to a place in the document (#). Any other "
    "kind, javascript or file among them, can do harm in a reader's browser and is shown as text.",
    bad='<ref target="javascript:alert(1)">here</ref>',
    good='<ref target="https://example.org/karsk">here</ref>',
)
FAILED = Rule(
    "REN105",
    "stylesheet-failed",
    Severity.ERROR,
    "The stylesheet gave up on this document, most often because elements are nested far too deep; or a stylesheet of "
    "the edition's own is not XSLT 1.0.",
)
RULES = (UNHANDLED, UNSAFE_LINK, FAILED)


class _Entry(Protocol):
    message: str


class _Stylesheet(Protocol):
    """What this module uses of etree.XSLT; lxml-stubs knows neither its parameters nor its log."""

    error_log: Iterable[_Entry]

    def __call__(self, tree: etree._ElementTree, **parameters: object) -> etree._ElementTree: ...


_compile: Final = cast(Callable[..., _Stylesheet], etree.XSLT)
_allow: Final = cast(Callable[..., object], etree.XSLTAccessControl)
_SHUT: Final = _allow(read_file=False, write_file=False, create_dir=False, read_network=False, write_network=False)


def transform(
    name: str,
    tree: etree._ElementTree,
    *,
    path: str = "",
    transforms: Path | None = None,
    own: Path | None = None,
    words: Words | None = None,
    **parameters: str,
) -> tuple[etree._Element, tuple[Finding, ...]]:
    """Run `name`.xsl over a document; return the root of the result and what the stylesheet reported.

    Stylesheets of the folder `own`/xslt come before ours of the same name; `words` translates what they say. Compiled
    stylesheets are remembered by these. `parameters` are those of params.xsl, with `_` for `-`. Raises SourceError
    where the stylesheet fails or cannot be compiled.
    """
    stylesheet = _compiled(_folders(transforms or transforms_dir(), own), name, words)
    quoted = {key.replace("_", "-"): etree.XSLT.strparam(value) for key, value in parameters.items()}
    try:
        # A copy, for xsl:strip-space takes the white space out of the very tree that it is given.
        result = stylesheet(deepcopy(tree), **quoted)
    except etree.XSLTError as error:
        hint = "look for markup that nests without end"
        raise SourceError(FAILED.at(Location(path), f"cannot be rendered: {error}", hint)) from error
    said = Counter(entry.message for entry in stylesheet.error_log)
    return result.getroot(), tuple(_finding(message, count, tree, path) for message, count in said.items())


def _folders(transforms: Path, own: Path | None) -> tuple[Path, ...]:
    return tuple(folder / "xslt" for folder in (own, transforms) if folder is not None)


@lru_cache(maxsize=32)
def _compiled(folders: tuple[Path, ...], name: str, words: Words | None) -> _Stylesheet:
    """Compile a stylesheet; the access control holds while it runs, so includes beside it are still read here."""
    try:
        return _compile(read_stylesheet(name, folders, words), access_control=_SHUT)
    except (etree.XSLTError, etree.XMLSyntaxError) as error:
        place = Location(str(folders[0] / f"{name}.xsl"))
        hint = "mend the stylesheet; `xsltproc --noout` shows where it breaks"
        raise SourceError(FAILED.at(place, f"the stylesheet cannot be compiled: {error}", hint)) from error


def _finding(message: str, count: int, tree: etree._ElementTree, path: str) -> Finding:
    kind, _, value = message.strip().partition(" ")
    if kind == "unhandled":
        text = f"there is no template for <{value}>{_times(count)}; its text is shown as it stands"
        hint = "use an element of the encoding guide, or look at the result and let it be"
        return UNHANDLED.at(_place(tree, value, path), text, hint, element=value, count=count)
    if kind == "unsafe-link":
        text = f"the link to {value!r} is not followed{_times(count)}; allowed are http, https, mailto and #…"
        return UNSAFE_LINK.at(Location(path), text, "point at a web address, or take the pointer out", target=value)
    return FAILED.at(Location(path), f"the stylesheet says: {message}")


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _place(tree: etree._ElementTree, name: str, path: str) -> Location:
    """Return where the first element of that name stands in the text."""
    local = name.rpartition(":")[2]
    found = next(tree.getroot().iter(f"{{{TEI_NS}}}{local}", f"{{*}}{local}"), None)
    return Location(path, line(found) if found is not None else 0)


def line(element: etree._Element) -> int:
    """Return the line that an element starts on, 0 where it is not known."""
    number: object = element.sourceline
    return number if isinstance(number, int) else 0
