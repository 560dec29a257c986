"""Several telegrams in the text of one record: a signature with its date, and under it a new address.

The title of the record is that of the first; what the page says of source and translator holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.recognise.datelines import dateline
from tei.recognise.layouts.page import Region
from tei.recognise.layouts.record_heads import nobody
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, salutation_name

MIN_BEFORE: Final = 3
MIN_TEXT: Final = 8
MAX_SIGNATURE: Final = 5


def parted(region: Region) -> tuple[Region, ...]:
    """Return the telegrams of a record, one as a rule."""
    cuts = [0, *_addresses(region.body), len(region.body)]
    if len(cuts) == 2:
        return (region,)
    first, *rest = (region.body[start:end] for start, end in pairwise(cuts))
    others = (Region(body, sources=region.sources, source_start=region.source_start, site=region.site) for body in rest)
    return (replace(region, body=first), *others)


def _addresses(body: Sequence[Paragraph]) -> Iterator[int]:
    """Yield the rows that open a further telegram: "To …:" under signature and date, with a text below."""
    for index in range(MIN_BEFORE, len(body) - 1):
        text = body[index].text
        if text[:3] != "To " or text[-1:] != ":" or salutation_name(text, nobody) is None:
            continue
        signature, date = body[index - 2].text, body[index - 1].text
        signed = len(signature.split()) <= MAX_SIGNATURE and is_capitalised(signature) and signature[-1:] not in '.:”"'
        if signed and dateline(date, None, nobody) and len(body[index + 1].text.split()) >= MIN_TEXT:
            yield index
