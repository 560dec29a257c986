"""The formats of `tei export`: a name, what it is for, and the module that writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from edition.exchange.request import Exporter


class Format(NamedTuple):
    """A format by the name that the command line knows it by."""

    name: str
    title: str
    module: str

    def exporter(self) -> Exporter:
        """Return the module that writes it; it is loaded only now, since some need large libraries."""
        return cast("Exporter", import_module(f"edition.exchange.{self.module}"))


FORMATS: Final = (
    Format("beacon", "who is in GND, VIAF, Wikidata (BEACON)", "beacon"),
    Format("cite", "citations for Zotero and others (CSL-JSON, RIS, BibTeX)", "cite"),
    Format("cmif", "letters for correspSearch (CMIF 1.1)", "cmif"),
    Format("corpus", "all documents in one file (teiCorpus)", "corpus"),
    Format("dataset", "tables and research text for pandas and R (CSV, JSON Lines, Frictionless)", "dataset"),
    Format("dts", "a text service of static files (DTS 1.0)", "dts"),
    Format("ead", "finding aids for archives (EAD3)", "ead"),
    Format("epub", "an e-book with registers and notes (EPUB 3.3)", "epub"),
    Format("graph", "network of correspondents for Gephi (GraphML, GEXF)", "graph"),
    Format("oai", "static repository for harvesters (OAI-PMH)", "oai"),
    Format("parquet", "the tables of dataset as Parquet (needs pyarrow)", "parquet"),
    Format("pdf", "a printed book with footnotes and registers (needs weasyprint)", "pdf"),
    Format("rdf", "linked data: schema.org and CIDOC CRM (JSON-LD, Turtle)", "rdf"),
    Format("split", "the documents of a teiCorpus as files again", "split"),
)
BY_NAME: Final = {each.name: each for each in FORMATS}
