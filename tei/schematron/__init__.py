"""Rules over documents: ISO Schematron with XPath 1.0 (query bindings xslt and xpath), read, compiled and run."""

from tei.schematron.model import Failure, Schema
from tei.schematron.problems import RULES
from tei.schematron.read import read_schema
from tei.schematron.run import Locate, Schematron

__all__ = ["RULES", "Failure", "Locate", "Schema", "Schematron", "read_schema"]
