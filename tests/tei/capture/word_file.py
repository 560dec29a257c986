"""Word documents made by hand for tests: the parts that a test names, packed with the least round them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
NAMES = f"{W} {R} {MC} {WPS} {M}"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relationships(*pairs: tuple[str, str, str, bool]) -> str:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{KINDS}/{kind}" Target="{target}" '
        f'TargetMode="{"Ex" if outside else "In"}ternal"/>'
        for id_, kind, target, outside in pairs
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'


def part(root: str, inner: str) -> str:
    return f"<w:{root} {NAMES}>{inner}</w:{root}>"


def text(words: str, form: str = "") -> str:
    """A run with words; `form` is what stands in its w:rPr."""
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(inner: str, form: str = "") -> str:
    """A paragraph: markup, or plain words; `form` is what stands in its w:pPr."""
    runs = inner if inner.startswith("<") or not inner else text(inner)
    return f"<w:p>{f'<w:pPr>{form}</w:pPr>' if form else ''}{runs}</w:p>"


def word_bytes(
    body: str,
    *links: tuple[str, str, str, bool],
    core: tuple[str, str, str] | None = None,
    strict: bool = False,
    **parts: str,
) -> bytes:
    """A document with this body; `parts` are further parts by kind (footnotes, styles …), markup inside their root."""
    files = word_files(body, *links, core=core, **parts)
    if strict:
        for old in (W, R):
            uri = old.partition('"')[2].rstrip('"')
            new = uri.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml").replace("/2006", "")
            files = {name: content.replace(uri, new) for name, content in files.items()}
    return zipped(files)


def word_files(
    body: str, *links: tuple[str, str, str, bool], core: tuple[str, str, str] | None = None, **parts: str
) -> dict[str, str]:
    """The files of such a document before they are packed."""
    tops = [("r1", "officeDocument", "word/document.xml", False)]
    files = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    kinds = {"header1": "header", "header2": "header", "footer1": "footer"}
    relations = list(links)
    for name, inner in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(kinds.get(name, ""), name)
        files[f"word/{name}.xml"] = part(root, inner)
        relations.append((name, kinds.get(name, name), f"{name}.xml", False))
    files["word/_rels/document.xml.rels"] = relationships(*relations)
    if core is not None:
        tops.append(("r2", "core-properties", "docProps/core.xml", False))
        files["docProps/core.xml"] = (
            '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/"><!-- x -->'
            f"<dc:title>{core[0]}</dc:title><dc:creator>{core[1]}</dc:creator><dc:subject> </dc:subject>"
            f"<t:created>{core[2]}</t:created><t:modified>x</t:modified></c>"
        )
    files["_rels/.rels"] = relationships(*tops)
    return files


def zipped(files: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def written(folder: Path, data: bytes, name: str = "letter.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
