"""Why a file is not well-formed, in words of an editor: what was open there, and what will have gone wrong.

The parser that refuses a file says what broke its grammar; whoever has to mend it wants to know which tag was left
open, and where. Expat reads the file once more, up to the fault, with a list of what is open.
"""

from __future__ import annotations

import pyexpat
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from html.entities import name2codepoint
from typing import Final

_MISMATCH: Final = "mismatched tag"
_UNCLOSED: Final = frozenset({"no element found", "unclosed token", "unclosed CDATA section"})
_SHOWN: Final = 4
_END_TAG: Final = re.compile(rb"</\s*([^\s<>/]{1,200})")
_START_TAG: Final = re.compile(rb"<([^\s<>/!?]{1,200})")
_ENTITY: Final = re.compile(rb"&([\w.:-]{1,60});")
_WIDE: Final = (b"utf-16", b"utf16", b"utf-32", b"utf32", b"ucs-2", b"ucs-4", b"iso-10646-ucs")
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,60})")
_CURLY: Final = frozenset("“”„‟«»‘’‚‹›")
_PREDEFINED: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_SAID: Final[dict[str, tuple[str, str]]] = {
    "not allowed in attributes values": (
        "a < stands in the value of an attribute",
        "add the quotation mark that ends the value, further up perhaps, or write &lt;",
    ),
    "hyphen within comment": ("two hyphens stand inside a comment", "write one, or end the comment with --> there"),
    "Comment not terminated": ("a comment has no end", "add -->"),
}
"""What libxml2 says (a part of it), and the cause."""

_PLAIN: Final[dict[str, tuple[str, str]]] = {
    "duplicate attribute": ("an attribute stands twice in one tag", "take one of the two out"),
    "junk after document element": (
        "something stands after the end of the root element",
        "a file has one root: take out what follows it, or move it inside",
    ),
    "XML or text declaration not at start of entity": (
        "the XML declaration does not stand at the very beginning",
        "take out what stands before <?xml, spaces and empty lines too",
    ),
    "unclosed CDATA section": ("a CDATA section has no end", "add ]]>"),
    "reference to invalid character number": (
        "a character reference to what is no character of XML",
        "write another character, or take it out",
    ),
}


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong with a file that is not XML, and what would mend it."""

    message: str
    hint: str


@dataclass(slots=True)
class _Reading:
    """How far expat came: the fault in its words, where it is (bytes from 0), and the elements open there."""

    fault: str = ""
    offset: int = 0
    open: list[tuple[str, int]] = field(default_factory=list)


def cause(data: bytes, reason: str) -> Cause:
    """Return the cause why `data` is not well-formed; `reason` is what the parser said, for where no more is known."""
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower().startswith(_WIDE):  # that could be read byte by byte
        wide = f"the file says that it is {_text(declared[1])}, and it is written in single bytes"
        return Cause(wide, 'write encoding="UTF-8", or save it as it says')
    reading = _read(data)
    said = next((words for part, words in _SAID.items() if part in reason), None)
    if said is not None:
        return Cause(*said)
    if not reading.open and (end := _END_TAG.match(data, max(data.rfind(b"<", 0, reading.offset + 1), 0))):
        return Cause(f"</{_text(end[1])}> closes nothing: no element is open here", "take it out")
    if reading.fault == _MISMATCH:
        return _mismatch(data, reading)
    if reading.fault in _UNCLOSED and reading.open and reading.fault != "unclosed CDATA section":
        return _cut_off(reading)
    if reading.fault in _PLAIN:
        return Cause(*_PLAIN[reading.fault])
    if "ncoding" in reason or reading.fault == "unknown encoding":
        return _encoding(data, reason)
    return _sign(data, reading, reason)


def _read(data: bytes) -> _Reading:
    """Read up to the fault; expat opens no other file, and a document type declaration ends the reading."""
    reading = _Reading()
    parser = pyexpat.ParserCreate()

    def start(name: str, _attributes: dict[str, str]) -> None:
        reading.open.append((name, parser.CurrentLineNumber))

    def end(_name: str) -> None:
        reading.open.pop()

    def doctype(*_said: object) -> None:
        raise ValueError

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except pyexpat.ExpatError as error:
        reading.fault = pyexpat.errors.messages[error.code]
        reading.offset = max(parser.ErrorByteIndex, 0)
    except (ValueError, LookupError):
        pass
    return reading


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")


def _mismatch(data: bytes, reading: _Reading) -> Cause:
    """Explain an end tag that does not close what is open."""
    found = _END_TAG.match(data, max(data.rfind(b"</", 0, reading.offset + 2), 0))
    name = _text(found[1]) if found else "…"
    inner, line = reading.open[-1]
    opened = f"<{inner}> of line {line} is open"
    if name in (one for one, _ in reading.open):
        return Cause(f"</{name}> stands where {opened}", f"add </{inner}> where it ends, before </{name}>")
    if get_close_matches(name, [inner], cutoff=0.6) or name.lower() == inner.lower():
        return Cause(f"</{name}> stands where {opened}", f"did you mean </{inner}>?")
    return Cause(
        f"</{name}> closes nothing: no <{name}> is open here, {opened}", f"take </{name}> out, or open <{name}>"
    )


def _cut_off(reading: _Reading) -> Cause:
    """Explain a file that ends too soon."""
    inner, line = reading.open[-1]
    names = [f"<{name}>" for name, _ in reversed(reading.open)]
    more = " …" if len(names) > _SHOWN else ""
    message = f"the file ends while {', '.join(names[:_SHOWN])}{more} {'is' if len(names) == 1 else 'are'} open"
    return Cause(f"{message}; <{inner}> since line {line}", f"add </{inner}> where it ends, or restore a file cut off")


def _encoding(data: bytes, reason: str) -> Cause:
    """Explain bytes that are not what the file says, or a character set that nobody knows."""
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf"))
    name = _text(declared[1]) if declared else "UTF-8"
    if "nsupported" in reason or "unknown" in reason.lower():
        return Cause(f'the character set "{name}" is not known', 'save the file as UTF-8 and say encoding="UTF-8"')
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        byte = data[error.start]
        hint = f'save the file as UTF-8, or say which character set it is in, such as encoding="{_likely(data)}"'
        return Cause(f"the byte 0x{byte:02X} is no character of {name}, the character set of the file", hint)
    except LookupError:
        pass
    return Cause(reason, "save the file as UTF-8")


def _likely(data: bytes) -> str:
    """Guess the character set by the share of high bytes: Cyrillic words are made of them, Western words hold a few."""
    letters = sum(map(str.isalpha, re.sub(rb"<[^>]*>", b"", data[:100_000]).decode("latin-1")))
    high = sum(byte >= 0xC0 for byte in data[:100_000])
    return "windows-1251" if letters and high * 3 > letters else "windows-1252"


def _sign(data: bytes, reading: _Reading, reason: str) -> Cause:
    """Explain what stands at the fault: an ampersand, a tag, a character."""
    entity = next((one for one in _ENTITY.finditer(data, reading.offset) if _text(one[1]) not in _PREDEFINED), None)
    if "undefined entity" in reading.fault and entity:
        return _entity(_text(entity[1]))
    before = data[max(reading.offset - 1, 0) : reading.offset + 1]
    if b"&" in before:
        return Cause(f"an ampersand stands alone ({reason})", "write &amp;")
    control = next((byte for byte in before[::-1] if byte < 0x20 and byte not in (9, 10, 13)), None)
    if control is not None:
        return Cause(f"the control character U+{control:04X}, which XML does not allow ({reason})", "take it out")
    tag = data.rfind(b"<", 0, reading.offset + 1)
    if tag >= 0 and data.find(b">", tag, reading.offset) < 0:
        name = _START_TAG.match(data, tag)
        if name and data[reading.offset : reading.offset + 3].decode("utf-8", "ignore")[:1] in _CURLY:
            found = f"a value of <{_text(name[1])}> stands between typographic quotation marks"
            return Cause(found, 'write it between straight ones, name="value"')
        what = f"the tag <{_text(name[1])}>" if name else "a < that begins no tag"
        hint = 'write every attribute as name="value"' if name else "write &lt;"
        return Cause(f"{what} is broken ({reason})" if name else f"{what} ({reason})", hint)
    return Cause(reason, "mend the markup here")


def _entity(name: str) -> Cause:
    code = name2codepoint.get(name)
    hint = f"write &#x{code:X};, or the character itself" if code else "write the character itself"
    return Cause(f"the entity &{name}; is not defined: XML knows only amp, lt, gt, quot and apos", hint)
