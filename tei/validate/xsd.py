"""W3C XML Schema by the package `xmlschema`, its errors put into the words and codes of our findings.

Nothing is fetched: schemas are local files, imports of addresses on the network stay unresolved.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any, Final

import xmlschema
from lxml import etree
from xmlschema.validators.exceptions import XMLSchemaChildrenValidationError, XMLSchemaDecodeError

from tei.errors import SchemaError
from tei.findings import Finding, Location, Rule
from tei.patience import ENDLESS, Patience, TooLongError
from tei.relaxng.problems import (
    ATTRIBUTE_MISSING,
    ATTRIBUTE_NOT_ALLOWED,
    BAD_VALUE,
    INCOMPLETE,
    NOT_ALLOWED,
    OTHER,
    SCHEMA_WRONG,
    TEXT_NOT_ALLOWED,
    TOO_SLOW,
    UNKNOWN_ELEMENT,
)
from tei.relaxng.wording import attribute, either, element, quoted
from tei.validate.documents import Document
from tei.validate.places import line_of

_KINDS: Final[tuple[tuple[re.Pattern[str], Rule, str], ...]] = (
    (re.compile(r"missing required attribute '(.+)'"), ATTRIBUTE_MISSING, "{tag} lacks {name}"),
    (re.compile(r"'(.+)' attribute not allowed for element"), ATTRIBUTE_NOT_ALLOWED, "{name} is not allowed on {tag}"),
    (re.compile(r"attribute (\S+?)='(.*?)': (.*)", re.DOTALL), BAD_VALUE, "{name} of {tag} is {value}: {rest}"),
    (re.compile(r"character data"), TEXT_NOT_ALLOWED, "text stands loose in {tag}, which does not hold any"),
    (re.compile(r"'.+' is not an element of the schema"), UNKNOWN_ELEMENT, "{tag} is not an element of the schema"),
)


class XSDEngine:
    """Checks documents against one XML Schema."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path or "the schema"
        source = path or data.decode("utf-8", "replace")
        try:
            with warnings.catch_warnings():
                # A missing include makes a schema that says less than was meant; a missing import is common, and lax.
                warnings.simplefilter("ignore", xmlschema.XMLSchemaImportWarning)
                warnings.simplefilter("error", xmlschema.XMLSchemaIncludeWarning)
                self._schema = xmlschema.XMLSchema(source, defuse="always", allow="local" if path else "none")
        except (
            xmlschema.XMLSchemaException,
            xmlschema.XMLSchemaIncludeWarning,
            etree.ParseError,
            SyntaxError,
            OSError,
            ValueError,
        ) as error:
            raise SchemaError(_schema_finding(error, path)) from error

    def check(self, document: Document, patience: Patience = ENDLESS) -> Iterator[Finding]:
        """Yield what is wrong with the document."""
        found: list[Finding] = []
        at = document.tree.getroot()

        def reached(node: Any, _declared: Any) -> bool:
            nonlocal at
            at = node
            return False

        def run() -> None:
            error: Any
            for error in self._schema.iter_errors(document.tree.getroot(), validation_hook=reached):
                found.append(_finding(error, document))

        try:
            patience.interpreted(run)
        except TooLongError:
            message = f"the check against {self._path} was given up at {element(str(at.tag))}: too slow"
            hint = "look for a pattern in the schema that its content or an attribute can match in many ways"
            found.append(TOO_SLOW.at(document.places.element(at), message, hint))
        yield from found


def _finding(error: Any, document: Document) -> Finding:
    node = error.elem if isinstance(error.elem, etree._Element) else document.tree.getroot()
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _children(error, node, document)
    place = document.places.element(node)
    tag = element(str(node.tag))
    reason = " ".join((error.reason or str(error)).split())
    if isinstance(error, XMLSchemaDecodeError):
        return BAD_VALUE.at(place, f"{tag} holds {quoted(str(error.obj))}: {reason}", "mend the value")
    for pattern, rule, words in _KINDS:
        found = pattern.match(reason)
        if found is None:
            continue
        name, value, rest = (*found.groups(), "", "", "")[:3]
        if name:
            place = document.places.element(node, name)
        return rule.at(
            place, words.format(tag=tag, name=attribute(name.removeprefix("{")), value=quoted(value), rest=rest)
        )
    return OTHER.at(place, f"{tag}: {reason}")


def _children(error: Any, node: etree._Element, document: Document) -> Finding:
    """Return the finding for a child that is out of place or missing."""
    tag = element(str(node.tag))
    expected = tuple(dict.fromkeys(element(str(one.name)) for one in error.expected or () if one.name))
    child = error.invalid_child
    if child is None:
        needs = f" needs {either(expected)}" if expected else " is not complete"
        hint = f"add {either(expected)}" if expected else "complete it"
        return INCOMPLETE.at(document.places.element(node), f"{tag}{needs}", hint)
    message = f"{element(str(child.tag))} is not allowed at this place in {tag}"
    hint = f"expected here: {either(expected)}" if expected else "take it out or move it"
    return NOT_ALLOWED.at(document.places.element(child), message, hint)


def _schema_finding(error: Any, path: str) -> Finding:
    node = getattr(error, "elem", None)
    line = line_of(node) if isinstance(node, etree._Element) else getattr(error, "sourceline", None) or 0
    reason = getattr(error, "reason", None) or getattr(error, "message", None) or str(error)
    message = f"the schema is wrong: {' '.join(str(reason).split())}"
    return SCHEMA_WRONG.at(Location(path, line), message, "mend the schema")
