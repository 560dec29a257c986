"""Checking documents against schemas: RELAX NG, XML Schema, Schematron and ODD behind one face."""

from tei.validate import association, catalog, problems, silences
from tei.validate.documents import Document, Source
from tei.validate.facade import Kind, Validator, check_document, validate

RULES = (*problems.RULES, *catalog.RULES, *association.RULES, *silences.RULES)

__all__ = ["RULES", "Document", "Kind", "Source", "Validator", "check_document", "validate"]
