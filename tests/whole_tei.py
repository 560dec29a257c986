"""TEI's own schema as libxml2 compiles it, which takes ten seconds: once in each process of the tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

TEI_ALL = Path(__file__).resolve().parents[1].parent / "shared" / "reference" / "tei" / "tei_all.rng"


@cache
def whole_tei() -> etree.RelaxNG:
    """Return the schema; the file must be there, beside the checkout."""
    return etree.RelaxNG(etree.parse(TEI_ALL))
