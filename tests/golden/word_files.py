"""The Word captures among the golden ones, written as text here and packed to the same bytes each time.

`python -m tests.golden.word_files` writes them. In a paragraph `_words_` are in italics, `*words*` bold, `~words~`
struck out, `{1}` calls footnote 1, `{c1}` comment 1, `{e1}` endnote 1, and `|` breaks the line. A paragraph may begin
with the id of its style and a colon: `Heading2: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.golden.word_texts import TEXTS
from tests.tei.capture.word_file import part, relationships, zipped

CAPTURES = Path(__file__).parent / "captures"
STYLES = {
    "Title": ("Title", None),
    "Heading1": ("heading 1", 0),
    "Heading2": ("heading 2", 1),
    "Heading3": ("heading 3", 2),
    "Quote": ("Quote", None),
    "Signature": ("Signature", None),
    "Date": ("Date", None),
    "ListNumber": ("List Number", None),
}
NUMBERS = {"ListNumber": 1}
FORMS = {"_": "<w:i/>", "*": "<w:b/>", "~": "<w:strike/>"}
KINDS = (("", "footnotes", "footnote"), ("e", "endnotes", "endnote"), ("c", "comments", "comment"))


@dataclass(frozen=True, slots=True)
class Word:
    """What a Word file holds: paragraphs and tables (rows of cells) in order, and its notes by their mark."""

    body: tuple[str | tuple[tuple[str, ...], ...], ...]
    notes: tuple[tuple[str, str], ...] = ()


def word_bytes(word: Word) -> bytes:
    """Return the packed file."""
    files: dict[str, str | bytes] = {"word/document.xml": part("document", f"<w:body>{_body(word)}</w:body>")}
    files["word/styles.xml"] = part("styles", "".join(_styles()))
    files["word/numbering.xml"] = part("numbering", _numbering())
    for mark, name, root in KINDS:
        notes = [(key.removeprefix(mark), text) for key, text in word.notes if re.fullmatch(rf"{mark}\d+", key)]
        if notes:
            files[f"word/{name}.xml"] = part(name, "".join(_note(root, key, text) for key, text in notes))
    parts = [name.removeprefix("word/") for name in files if name != "word/document.xml"]
    kinds = [(f"r{n}", name.removesuffix(".xml"), name, False) for n, name in enumerate(parts, 1)]
    files["word/_rels/document.xml.rels"] = relationships(*kinds)
    files["_rels/.rels"] = relationships(("r1", "officeDocument", "word/document.xml", False))
    files["[Content_Types].xml"] = _content_types(parts)
    return zipped(files)


def _body(word: Word) -> str:
    return "".join(_table(block) if isinstance(block, tuple) else _paragraph(block) for block in word.body)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = ("".join(f"<w:tc>{_cell(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _cell(text: str) -> str:
    return "".join(map(_paragraph, text.split("\n")))


def _paragraph(text: str) -> str:
    style, colon, rest = text.partition(": ")
    known = colon and style in STYLES
    number = NUMBERS.get(style)
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if known and number else ""
    form = f'<w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr>' if known else ""
    return f"<w:p>{form}{''.join(_runs(rest if known else text))}</w:p>"


def _runs(text: str) -> Iterator[str]:
    form = ""
    for piece in re.split(r"([_*~|]|\{[ec]?\d+\})", text):
        if piece in FORMS:
            form = "" if form else FORMS[piece]
        elif piece == "|":
            yield "<w:r><w:br/></w:r>"
        elif piece.startswith("{"):
            yield _call(piece.strip("{}"))
        elif piece:
            inner = f"<w:rPr>{form}</w:rPr>" if form else ""
            yield f'<w:r>{inner}<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t></w:r>'


def _call(mark: str) -> str:
    kind = {"e": "endnote", "c": "comment"}.get(mark[0], "footnote")
    return f'<w:r><w:{kind}Reference w:id="{mark.lstrip("ec")}"/></w:r>'


def _note(root: str, key: str, text: str) -> str:
    who = ' w:author="H. Ravn" w:initials="HR" w:date="1976-01-01T00:00:00Z"' if root == "comment" else ""
    own = "" if root == "comment" else f"<w:r><w:{root}Ref/></w:r>"
    return f'<w:{root} w:id="{key}"{who}><w:p>{own}{"".join(_runs(text))}</w:p></w:{root}>'


def _styles() -> Iterator[str]:
    for id_, (name, level) in STYLES.items():
        outline = "" if level is None else f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
        yield f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{outline}</w:style>'


def _numbering() -> str:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def _content_types(parts: list[str]) -> str:
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{office}.{name.removesuffix(".xml")}+xml"/>' for name in parts
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>{overrides}</Types>'
    )


def word_captures() -> Iterator[tuple[Path, bytes]]:
    """Yield each Word capture with its bytes."""
    for name, (body, notes) in TEXTS.items():
        yield CAPTURES / name, word_bytes(Word(body, notes))


def main() -> None:
    """Write the Word captures into their folders."""
    for path, data in word_captures():
        path.write_bytes(data)


if __name__ == "__main__":
    main()
