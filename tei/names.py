"""Namespaces and qualified names of the vocabularies that this package reads and writes."""

from functools import cache
from typing import Final

TEI_NS: Final = "http://www.tei-c.org/ns/1.0"
XML_NS: Final = "http://www.w3.org/XML/1998/namespace"
RNG_NS: Final = "http://relaxng.org/ns/structure/1.0"
RNG_ANNOTATIONS_NS: Final = "http://relaxng.org/ns/compatibility/annotations/1.0"
XSD_NS: Final = "http://www.w3.org/2001/XMLSchema"
XSL_NS: Final = "http://www.w3.org/1999/XSL/Transform"
XSD_DATATYPES_NS: Final = "http://www.w3.org/2001/XMLSchema-datatypes"
SCH_NS: Final = "http://purl.oclc.org/dsdl/schematron"
SCH_OLD_NS: Final = "http://www.ascc.net/xml/schematron"
XI_NS: Final = "http://www.w3.org/2001/XInclude"

NAMESPACES: Final = {"tei": TEI_NS, "xml": XML_NS}
"""Prefixes for XPath over TEI documents."""

XML_ID: Final = f"{{{XML_NS}}}id"
XML_LANG: Final = f"{{{XML_NS}}}lang"


@cache  # as many as TEI has names; asked for with every element that is made
def tei(name: str) -> str:
    """Return `name` in the TEI namespace in Clark notation, as lxml writes it."""
    return f"{{{TEI_NS}}}{name}"


def local(tag: str) -> str:
    """Return the local part of a name in Clark notation."""
    return tag.rpartition("}")[2]


P5SUBSET: Final = "p5subset.xml"
"""What the file of all specifications of TEI is called in its releases."""
