"""Checking documents against schemas: RELAX NG, XML Schema, Schematron and ODD behind one face."""

from tei.validate import association, catalog, problems, rules, silences
from tei.validate.documents import Document, Source
from tei.validate.facade import Kind, Validator, check_document, validate

RULES = (*problems.RULES, *catalog.RULES, *association.RULES, *silences.RULES, *rules.RULES)

__all__ = ["RULES", "Document", "Kind", "Source", "Validator", "check_document", "validate"]
