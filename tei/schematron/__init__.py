"""Rules over documents: ISO Schematron with XPath 1.0, 2.0 and 3.1, read, compiled and run."""

from tei.schematron.model import Failure, Schema
from tei.schematron.problems import RULES
from tei.schematron.read import read_schema
from tei.schematron.run import Locate, Schematron
from tei.schematron.svrl import SVRL_NS, svrl

__all__ = ["RULES", "SVRL_NS", "Failure", "Locate", "Schema", "Schematron", "read_schema", "svrl"]
