"""How a document of an edition is cited: as data for reference managers, and in words in the styles of footnotes.

    source       what a document is cited by    people, dating   names and dates as citations need them
    csl          CSL-JSON                       chicago          Chicago Manual of Style, author-date
    ris          RIS                            mla              MLA Handbook
    bibtex       BibTeX and biblatex            gost             ГОСТ Р 7.0.5–2008
    publication  what is asked of the edition   citation         a citation as runs of text

All of them carry the archival reference, sender and recipient, the date with its doubts, the translator, the edition
and its publisher, and the version: the date of the last change and the first digits of the digest of the file.
"""

from __future__ import annotations

from edition.citing import chicago, gost, mla
from edition.citing.bibtex import bibtex
from edition.citing.citation import Citation, Run
from edition.citing.csl import csl_item, csl_json
from edition.citing.publication import Publication
from edition.citing.ris import ris
from edition.citing.source import read_source
from edition.corpus.model import Document

__all__ = ["Citation", "Publication", "Run", "bibtex", "citations", "csl_item", "csl_json", "ris"]


def citations(document: Document, site: Publication, lang: str = "en") -> tuple[Citation, ...]:
    """Return a document's citations in all styles, that which readers of the language use most coming first."""
    source = read_source(document, site)
    made = (
        Citation("chicago", chicago.NAME, "en", chicago.cite(source)),
        Citation("mla", mla.NAME, "en", mla.cite(source)),
        Citation("gost", gost.NAME, "ru", gost.cite(source)),
    )
    return tuple(sorted(made, key=lambda citation: citation.lang != "ru")) if lang.startswith("ru") else made
