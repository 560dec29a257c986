"""Cables as the teleprinters of American posts printed them since the 1960s, and as archives give them out.

Group, posts, class, executive order, tags and subject stand over a text in capitals with numbered points; the class and
“PAGE 02 OSLO 00231 …” stand over each leaf, and a cable of several sections has a head over each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.recognise.layouts.flat_cables import is_flat, sheet_lines
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, single_lines
from tei.recognise.layouts.teletype_heads import (
    CLASS,
    GROUP,
    first_of,
    is_head,
    is_point,
    leaf_number,
    leaf_of,
    read_lines,
    section_of,
)
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_OVER: Final = regex(
    r"<<.{3,40}>>|Message (?:Attributes|Text)\b.*|(?:Raw content|Metadata|Print|Share|Hide|Show Headers)\b.{0,40}"
)
"""What the site prints over and under a cable."""
MAX_SIGNED: Final = 24
_SIGNED: Final = regex(r"[A-Z][A-Z’'-]{2,20}")


def score_teletype(page: Page) -> Score:
    """Score a page by its heads: precedence and date, from and to under it."""
    text = page.capture.text
    if "FM " not in text or not ("\nTO " in text or " TO " in text) or not _heads(page):
        return Score(0.0, "no cable with date, from and to in capitals")
    return Score(0.9, f"{len(_heads(page))} heads of teleprinted cables")


def _lines(page: Page) -> tuple[Paragraph, ...]:
    """Return the lines of a page, those of a sheet that was read into one line each by itself."""
    lines = single_lines(page)
    return sheet_lines(lines) if any(is_flat(line.text) for line in lines) else lines


def _heads(page: Page) -> tuple[int, ...]:
    """Return the lines of precedence and date that head a cable or a section of one."""
    if "teletype heads" not in page.worked_out:
        lines = _lines(page)
        groups = (i for i, line in enumerate(lines) if len(line.text) <= 60 and GROUP.fullmatch(line.text))
        page.worked_out["teletype heads"] = tuple(i for i in groups if is_head(lines, i))
    heads: tuple[int, ...] = page.worked_out["teletype heads"]
    return heads


def read_teletype(page: Page) -> Regions:
    """Part a page into its cables; later sections of one go on with it behind a page break."""
    lines, heads = _lines(page), _heads(page)
    if not heads:
        return Regions("teletype", (), (), page.paragraphs)
    firsts = [first_of(lines, head, floor + 1) for head, floor in zip(heads, (-1, *heads), strict=False)]
    ends = [*firsts[1:], _end(lines, heads[-1])]
    regions: list[Region] = []
    taken: set[int] = set()
    last = ("", 0)
    for first, head, end in zip(firsts, heads, ends, strict=True):
        number, part = section_of(lines, head, end)
        goes_on = bool(regions) and number != "" and (number, part - 1) == last
        region = _region(page, lines, first, head, end)
        if goes_on and regions:
            regions[-1] = _continued(regions[-1], region, lines, first)
        else:
            regions.append(region)
        last = number, part
        taken.update(range(first, end))
    left = tuple(line for i, line in enumerate(lines) if i not in taken)
    ended = tuple(line for line in left if _OVER.fullmatch(line.text))
    stamps = tuple(line for i, line in enumerate(lines) if i in taken and _is_stamp(line))
    leaves = {at + n for at in range(firsts[0]) for n in range(leaf_of(lines, at))}
    headed = tuple(lines[at] for at in sorted(leaves - taken))
    context = tuple(line for line in left if line not in ended and line not in headed)
    return Regions("teletype", tuple(regions), (*ended, *headed, *stamps), context)


def _end(lines: Sequence[Paragraph], head: int) -> int:
    """Return the line after the last of a page's last cable: “NNNN”, or what its site adds, ends it."""
    under = range(head + 1, len(lines))
    closed = next((i + 1 for i in under if lines[i].text in ("NNN", "NNNN")), len(lines))
    return min(closed, next((i for i in under if _OVER.fullmatch(lines[i].text)), closed))


def _region(page: Page, lines: Sequence[Paragraph], first: int, head: int, end: int) -> Region:
    served, start = read_lines(lines, first, head, end)
    body = (*(line.paragraph for line in served), *_paragraphs(page.capture.text, lines[start:end]))
    return Region(body=body, served=tuple(served), kind="telegram", formal=True)


def _continued(region: Region, section: Region, lines: Sequence[Paragraph], first: int) -> Region:
    """Return a cable with a further section, whose head is no more than a page break."""
    inner = section.body[len(section.served) :]
    last = section.served[-1].paragraph.end
    leaf = Paragraph(lines[first].start, last, "PAGE 1", lines[first].blank_before)
    return Region(body=(*region.body, leaf, *inner), served=region.served, kind="telegram", formal=True)


def _paragraphs(text: str, lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text from its lines; what stands over a leaf becomes the break of a page."""
    run: list[Paragraph] = []
    at = 0
    while at < len(lines):
        line, leaf = lines[at], leaf_of(lines, at)
        stamped = _is_stamp(line)
        opens = is_point(line.text) and not (run and run[-1].text.endswith(("END", "END OF")))
        if run and (leaf or stamped or line.blank_before or opens or _signs(lines, at)):
            yield _whole(text, run)
            run = []
        if leaf:
            number = leaf_number(lines[at : at + leaf])
            yield Paragraph(line.start, lines[at + leaf - 1].end, f"PAGE {number}", line.blank_before)
        elif not stamped:
            run.append(line)
        at += leaf or 1
    if run:
        yield _whole(text, run)


def _whole(text: str, run: Sequence[Paragraph]) -> Paragraph:
    return Paragraph(run[0].start, run[-1].end, text[run[0].start : run[-1].end], run[0].blank_before)


def _is_stamp(line: Paragraph) -> bool:
    """Say whether a line is the stamp under which an archive gave a leaf out."""
    return "Declassified/Released" in line.text and _RELEASED.fullmatch(line.text) is not None


_RELEASED: Final = regex(r"[^\n]{0,60}?Declassified/Released [^\n]{3,90}\d{4}\.?")


def _signs(lines: Sequence[Paragraph], at: int) -> bool:
    """Say whether a line is the name that signs a cable: one word, with nothing but the class under it."""
    text = lines[at].text
    if len(text) > MAX_SIGNED or not (_SIGNED.fullmatch(text) or _closes(text)):
        return False
    return all(_closes(line.text) for line in lines[at + 1 :])


def _closes(text: str) -> bool:
    return text in ("NNN", "NNNN", "BT") or CLASS.fullmatch(text) is not None


TELETYPE: Final = Layout("teletype", score_teletype, read_teletype)
"""Cables of American posts as they were printed."""
