"""What an edition knows of its documents: TEI files, ours or anyone's, into one frozen value with cross references.

    corpus, findings = load_corpus([Path("tei")], authority=[Path("authority.xml")], store=Path("corpus.sqlite"))

Parts: `model` the values; `gathering` which files; `parsing` one file, with `envelopes`, `headings`, `holdings`,
`lists`, `texts` for its parts, and `naming`, `moments`, `pointers`, `wording` for what they share; `reading` files in
processes, `records`, `shelves` and `store` what is remembered of them; `register` the entries, and which of them a
name stands for; `building` documents, `crossing` and `translations` how they hang together; `assembling` and `loading`
put it together; `identifiers` authority files on the web.
"""

from edition.corpus import assembling, parsing
from edition.corpus.loading import load_corpus
from edition.corpus.model import Corpus, Document, Entry, Exchange, Kind

__all__ = ("RULES", "Corpus", "Document", "Entry", "Exchange", "Kind", "load_corpus")

RULES = (*parsing.RULES, *assembling.RULES)
