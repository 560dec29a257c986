"""What a page says of its source: archival references, printed sources, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tei.archives import ArchivalReference, Found, Repositories, find, find_in_source
from tei.archives.repository import unknown
from tei.model import Credit, Evidence, Holding, Printed
from tei.recognise.credits import find_credits
from tei.recognise.enveloped import repeated
from tei.recognise.furniture import furniture_role
from tei.recognise.kept_only import copies_of, kept_only
from tei.recognise.layouts import Region
from tei.recognise.layouts.fields import Field, read_field
from tei.recognise.layouts.page import covers
from tei.recognise.paragraphs import Paragraph
from tei.recognise.printed import find_printed
from tei.regexes import regex
from tei.values import value

_LEAVES: Final = regex(
    r"(?:\b(?:ll?|listy?|leaves|leaf|pp?|pages?|лл?|листы?)\b\.?|Л+\.)\s*(?:No\.?\s*)?\d[\d\w\s.,;–—-]*?(?=[.,;)]?\s*$)",
    re.IGNORECASE,
)


_KEPT_AT: Final = regex(
    r"(?:根|依)?[据據](?P<name>[\u3400-\u9fff]{2,24}?(?:档案馆|檔案館|档案室|档案局|档案|檔案|博物馆|博物館|图书馆|圖書館|纪念馆))"
    r"(?:馆|館)?(?:所|保|收)?[藏存]?的?(?:手稿|原件|原稿|抄件|底稿|电稿|電稿|复印件|影印件|油印件|铅印件|打印[件稿]|存件)"
)
MAX_ARCHIVE: Final = 160
"""Characters of the longest line that is the name of an archive."""


@value()
class Provenance:
    """The sources of one telegram; `text` is all that the page says of them, `citation` that without its catalogue.

    Both are word for word; `shared` is what holds for the whole page.
    """

    text: str = ""
    citation: str = ""
    holdings: tuple[Holding, ...] = ()
    printed: tuple[Printed, ...] = ()
    credits: tuple[Credit, ...] = ()
    shared: str = ""


def read_provenance(
    text: str, region: Region, repositories: Repositories, before: ArchivalReference | None = None
) -> Provenance:
    """Read the source paragraphs of a region; without any, references in its abstract still count.

    `before` is the reference of the telegram before on the same page, which "ibid." means. A translator named for the
    whole page counts where the telegram's own source names none.
    """
    if region.antecedent is not None:
        known = find(region.antecedent.text, repositories=repositories)
        named = [one for one in known if one.reference.repository is not None]
        before = (named or known)[-1].reference if known else before
    paragraphs = (*region.sources, *region.cited)
    citation = "\n".join(paragraph.text for paragraph in paragraphs)
    holdings: list[Holding] = []
    printed: list[Printed] = []
    people: list[Credit] = []
    for whole in _whole(paragraphs, text):
        before_this = len(holdings)
        paragraph = whole.at(max(region.source_start - whole.start, 0), len(whole.text))
        last = holdings[-1].reference if holdings else before
        found = find_in_source(paragraph.text, repositories=repositories, previous=last)
        if last and (again := repeated(paragraph.text)) and not any(_is_like(hit.reference, last) for hit in found):
            found = (Found(*again.span(), replace(last, leaves=())),)
        for hit in found:
            words = paragraph.text[hit.start : hit.end]
            evidence = Evidence("archives", paragraph.start + hit.start, paragraph.start + hit.end)
            reference = hit.reference
            if reference.repository is None:
                reference = _with_archive(words, paragraphs, repositories) or reference
            holdings.append(Holding(reference, words, leaves_as_written(words), evidence))
        if not found and (kept := _kept_at(paragraph, repositories)):
            holdings.append(kept)
        if whole in region.sources or whole not in region.cited:
            more = [one for one in kept_only(paragraph, found, repositories) if not _has(holdings, one)]
            own = sorted((*holdings[before_this:], *more), key=lambda one: one.evidence.start)
            holdings = [*holdings[:before_this], *own]
        books = find_printed(paragraph.text, paragraph.start, archived=bool(holdings))
        spans = [(paragraph.start + hit.start, paragraph.start + hit.end) for hit in found]
        printed += (one for one in books if not any(a <= one.evidence.start < b for a, b in spans))
        people += find_credits(paragraph.text, paragraph.start)
    marked = [one for one in holdings if one.reference.parts]
    holdings = [one for one in holdings if one.reference.parts or not _has(marked, one)]
    copies = next((told for row in region.sources if (told := copies_of(row.text))), "")
    if copies and holdings and not holdings[0].reference.remark:
        holdings[0] = replace(holdings[0], reference=replace(holdings[0].reference, remark=copies))
    shared = "\n".join(paragraph.text for paragraph in region.shared)
    credited = {person.role for person in people}
    people += (p for row in region.shared for p in find_credits(row.text, row.start) if p.role not in credited)
    people = list({(one.role, one.name): one for one in reversed(people)}.values())[::-1]
    printed += region.printed
    citation = citation or covers(region.sources, text)
    return Provenance(citation, _cited(paragraphs) or citation, tuple(holdings), tuple(printed), tuple(people), shared)


def _whole(rows: tuple[Paragraph, ...], text: str) -> Iterator[Paragraph]:
    """Yield the rows, as one where the bracket of a row is closed in the next: "[Source: …, Delo 331," / "List 85]"."""
    opened: Paragraph | None = None
    for row in rows:
        if opened is not None and "]" in row.text and "[" not in row.text:
            yield Paragraph(opened.start, row.end, text[opened.start : row.end], opened.blank_before)
            opened = None
            continue
        if opened is not None:
            yield opened
        opened = row if row.text[:1] == "[" and "]" not in row.text else None
        if opened is None:
            yield row
    if opened is not None:
        yield opened


def _cited(rows: tuple[Paragraph, ...]) -> str:
    """Return the rows that cite the source, without those of the catalogue round them: "Language" over "Russian"."""
    kept: list[str] = []
    under = False
    for row in rows:
        label = read_field(row.text)
        of_record = label.field is Field.RECORD if label is not None else furniture_role(row.text) is not None
        value = under and len(row.text) <= MAX_VALUE and not any(map(str.isdigit, row.text))
        if not (of_record or value):
            kept.append(row.text)
        under = of_record and label is not None and label.alone
    return "\n".join(kept)


MAX_VALUE: Final = 60


def _is_like(reference: ArchivalReference, last: ArchivalReference) -> bool:
    """Say whether a reference is made of the parts that the one before it has: no registry number behind "ibid."."""
    names = {name for name, _ in reference.parts}
    return reference.repository is not None and not {name for name, _ in last.parts[:1]} - names


def _has(holdings: list[Holding], one: Holding) -> bool:
    """Say whether an archive was named before, with a shelf mark or without."""
    key = one.reference.repository.key if one.reference.repository else ""
    return not one.reference.leaves and any(
        other.reference.repository is not None and other.reference.repository.key == key for other in holdings
    )


def _kept_at(paragraph: Paragraph, repositories: Repositories) -> Holding | None:
    """Read an archive that is named without a number, 根据中央档案馆原件刊印."""
    match = _KEPT_AT.search(paragraph.text) if "据" in paragraph.text or "據" in paragraph.text else None
    if match is None:
        return None
    name = match["name"]
    archive = repositories.named(name) or unknown(name)
    evidence = Evidence("archives", paragraph.start + match.start("name"), paragraph.start + match.end("name"))
    return Holding(ArchivalReference(repository=archive, cited_as=name), name, "", evidence)


def _with_archive(
    words: str, paragraphs: tuple[Paragraph, ...], repositories: Repositories
) -> ArchivalReference | None:
    """Complete a reference by the archive that another line names: "Repository" above "Reference"."""
    for other in paragraphs:
        if words in other.text or len(other.text) > MAX_ARCHIVE:
            continue
        found = find(f"{other.text}, {words}", repositories=repositories)
        if len(found) == 1 and found[0].reference.repository is not None:
            return found[0].reference
    return None


def leaves_as_written(reference: str) -> str:
    """Return the words of a reference that give the leaves, leading zeros and all: "ll. 0049-0051"."""
    match = _LEAVES.search(reference)
    return match.group().strip() if match else ""
