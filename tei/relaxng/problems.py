"""What checking a document against a RELAX NG schema can find, and what can be wrong with the schema itself.

The codes are those of the series VAL, which every validating part shares; a code means the same whoever finds it.
"""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity

SCHEMA_WRONG: Final = Rule(
    "VAL002",
    "schema-wrong",
    Severity.ERROR,
    "The schema cannot be used: it breaks the rules of its own language, or a file it includes is missing. No document "
    "was checked against it.",
)
COMPACT_SYNTAX: Final = Rule(
    "VAL005",
    "compact-syntax",
    Severity.ERROR,
    "The schema is in the compact syntax of RELAX NG, which is read with the help of the package rnc2rng; it is not "
    "installed, or cannot read this schema.",
)
NOT_ALLOWED: Final = Rule(
    "VAL101",
    "element-not-allowed",
    Severity.ERROR,
    "The element exists, but not in this place: another parent holds it, it comes too late, or once too often.",
    bad="<p>The ice <p>moved</p></p>",
    good="<p>The ice</p><p>moved</p>",
)
INCOMPLETE: Final = Rule(
    "VAL102",
    "content-incomplete",
    Severity.ERROR,
    "The element lacks a child that the schema demands.",
    bad="<titleStmt/>",
    good="<titleStmt><title>Telegram No. 7</title></titleStmt>",
)
ATTRIBUTE_NOT_ALLOWED: Final = Rule(
    "VAL103",
    "attribute-not-allowed",
    Severity.ERROR,
    "The element has no such attribute, or not beside another that it has; often the name is misspelt.",
    bad='<div tpye="message">',
    good='<div type="message">',
)
ATTRIBUTE_MISSING: Final = Rule(
    "VAL104",
    "attribute-missing",
    Severity.ERROR,
    "The schema demands an attribute that is not there.",
    bad="<num>7</num>",
    good='<num value="7">7</num>',
)
BAD_VALUE: Final = Rule(
    "VAL105",
    "value-wrong",
    Severity.ERROR,
    "An attribute, or an element that holds a single value, has one of the wrong form or not on the list.",
    bad='<date when="20.10.1937"/>',
    good='<date when="1937-10-20"/>',
)
TEXT_NOT_ALLOWED: Final = Rule(
    "VAL106",
    "text-not-allowed",
    Severity.ERROR,
    "Words stand loose where only elements may stand; they need an element of their own, or moved into one.",
    bad="<body>The ice moved.</body>",
    good="<body><p>The ice moved.</p></body>",
)
UNKNOWN_ELEMENT: Final = Rule(
    "VAL107",
    "element-unknown",
    Severity.ERROR,
    "The schema has no element of this name anywhere: it is misspelt, or the edition's schema left it out.",
    bad="<perName>Vetrova</perName>",
    good="<persName>Vetrova</persName>",
)
DUPLICATE_ID: Final = Rule(
    "VAL108",
    "id-used-twice",
    Severity.ERROR,
    "Two elements carry the same @xml:id, so a reference to it could mean either.",
    bad='<p xml:id="a"/><p xml:id="a"/>',
    good='<p xml:id="a"/><p xml:id="b"/>',
)
WRONG_NAMESPACE: Final = Rule(
    "VAL109",
    "namespace-wrong",
    Severity.ERROR,
    "The name is right, the namespace is not: as far as any program can tell, this is another element.",
    bad="<TEI>",
    good='<TEI xmlns="http://www.tei-c.org/ns/1.0">',
)
WRONG_ROOT: Final = Rule(
    "VAL110",
    "root-not-allowed",
    Severity.ERROR,
    "The schema has this element, but no document starts with it: a fragment was given, or the wrong schema.",
)
MORE_FINDINGS: Final = Rule(
    "VAL111",
    "more-findings",
    Severity.INFO,
    "There is more wrong with the file than is shown; what is left often goes away with what is mended first.",
)
TOO_SLOW: Final = Rule(
    "VAL112",
    "schema-too-slow",
    Severity.ERROR,
    "Checking was given up: a pattern of the schema can match in so many ways that following them all would take "
    "hours, or its rules had no end within the time limit. Nothing is said about the rest of the document.",
)
OTHER: Final = Rule(
    "VAL199",
    "not-valid",
    Severity.ERROR,
    "The document is not valid, for a reason that can only be given in the words of the validating library.",
)
RULES: Final = (
    SCHEMA_WRONG,
    COMPACT_SYNTAX,
    NOT_ALLOWED,
    INCOMPLETE,
    ATTRIBUTE_NOT_ALLOWED,
    ATTRIBUTE_MISSING,
    BAD_VALUE,
    TEXT_NOT_ALLOWED,
    UNKNOWN_ELEMENT,
    DUPLICATE_ID,
    WRONG_NAMESPACE,
    WRONG_ROOT,
    MORE_FINDINGS,
    TOO_SLOW,
    OTHER,
)
