"""ODD → RELAX NG, XML Schema, Schematron and a guide: one source says it all (TEI Guidelines, chapters TD and USE)."""

from tei.odd.compile import compile_all
from tei.odd.guide import compile_guide
from tei.odd.model import OddSchema
from tei.odd.read import Reading, read_odd
from tei.odd.relaxng import compile_relaxng
from tei.odd.rules import RULES
from tei.odd.schematron import compile_schematron
from tei.odd.xsd import compile_xsd

__all__ = [
    "RULES",
    "OddSchema",
    "Reading",
    "compile_all",
    "compile_guide",
    "compile_relaxng",
    "compile_schematron",
    "compile_xsd",
    "read_odd",
]
