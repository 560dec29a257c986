"""What can be wrong with a set of rules, or with running it: the findings of this package's own."""

from __future__ import annotations

from typing import Final

from tei.findings import Rule, Severity


class BrokenOffError(Exception):
    """An expression cannot be evaluated on a document, so that the rules of its pattern say nothing about it."""


UNREADABLE: Final = Rule(
    "SCH101",
    "schematron-unreadable",
    Severity.ERROR,
    "The file is not a Schematron schema, or points at a part that is not there: an include, an abstract pattern, a "
    "phase or a diagnostic. No rule is run until that is mended, so that none is passed over in silence.",
    bad='<sch:extends rule="no-such-rule"/>',
    good='<sch:rule abstract="true" id="dated">…</sch:rule> … <sch:extends rule="dated"/>',
)
EXPRESSION: Final = Rule(
    "SCH102",
    "expression-wrong",
    Severity.ERROR,
    "A test, context, select or value is not XPath of the version that the query binding names (1.0 for xslt and "
    "xpath, 2.0 for xpath2, 3.1 for xslt2, xslt3 and xpath3), or uses a prefix that no <sch:ns> declares.",
    bad='<sch:assert test="@when and">…</sch:assert>',
    good='<sch:assert test="@when and @cert">…</sch:assert>',
)
BINDING: Final = Rule(
    "SCH103",
    "query-binding-unsupported",
    Severity.ERROR,
    "The schema asks for a query language that is no XPath. Its rules could mean something else there, so they are "
    "refused as a whole rather than run in part.",
    bad='<sch:schema queryBinding="stx">',
    good='<sch:schema queryBinding="xslt2">',
)
UNSUPPORTED: Final = Rule(
    "SCH104",
    "feature-unsupported",
    Severity.ERROR,
    "The schema uses a function or an element that is not run here: one of a later XPath, one that opens further "
    "documents or reads the clock, or embedded XSLT. It is named rather than skipped.",
    bad="<sch:assert test=\"matches(@n, '[0-9]+')\">…</sch:assert>",
    good="<sch:assert test=\"translate(@n, '0123456789', '') = ''\">…</sch:assert>",
)
VARIABLE: Final = Rule(
    "SCH105",
    "variable-wrong",
    Severity.ERROR,
    "A variable is used that no <sch:let> defines there, or defined twice in one place (ISO/IEC 19757-3, 5.4.5).",
    bad='<sch:rule context="tei:date"><sch:assert test="$year">…</sch:assert></sch:rule>',
    good='<sch:rule context="tei:date"><sch:let name="year" value="@when"/><sch:assert test="$year">…</sch:assert>',
)
NO_PREFIX: Final = Rule(
    "SCH106",
    "context-without-prefix",
    Severity.WARNING,
    "The schema binds a prefix to TEI's namespace, but a rule names its element without one. In Schematron such a name "
    "means an element without a namespace, of which TEI has none, so that the rule never checks anything.",
    bad='<sch:rule context="persName">',
    good='<sch:rule context="tei:persName">',
)
NOT_RUN: Final = Rule(
    "SCH110",
    "rules-not-run",
    Severity.ERROR,
    "The rules of one pattern broke off on this document, for example because an expression asks a string for its "
    "children. The other patterns were run.",
)
BROKEN: Final = Rule(
    "SCH200",
    "rule-broken",
    Severity.ERROR,
    "The document breaks a rule of the schema that has no lasting id of its own; the message is the rule's.",
)
RULES: Final = (UNREADABLE, EXPRESSION, BINDING, UNSUPPORTED, VARIABLE, NO_PREFIX, NOT_RUN, BROKEN)
