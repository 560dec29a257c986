"""A recognised telegram becomes a TEI tree, and the tree canonical bytes."""

from tei.encode.context import context_document
from tei.encode.document import Edition, telegram_document
from tei.encode.elements import ELEMENTS
from tei.encode.identifiers import document_id
from tei.encode.serialise import serialise
from tei.encode.wording import source_words, wording

__all__ = [
    "ELEMENTS",
    "Edition",
    "context_document",
    "document_id",
    "serialise",
    "source_words",
    "telegram_document",
    "wording",
]
