"""Checking documents against schemas: RELAX NG, XML Schema, Schematron and ODD behind one face."""

from tei.validate.documents import Document, Source
from tei.validate.facade import Kind, Validator, check_document, validate
from tei.validate.problems import RULES

__all__ = ["RULES", "Document", "Kind", "Source", "Validator", "check_document", "validate"]
