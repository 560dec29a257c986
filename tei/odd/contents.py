"""Reading content models and datatypes: what stands in `content` and `datatype`, as particles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

from lxml import etree

from tei.findings import Rule, Severity
from tei.names import OLD_SCH_NS, RNG_ANNOTATIONS_NS, RNG_NS, SCH_NS
from tei.odd.documentation import read_documentation
from tei.odd.include import Node
from tei.odd.model import Datatype
from tei.odd.older import older_pattern
from tei.odd.particles import (
    MOST_COUNTED,
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Empty,
    Expand,
    MacroRef,
    Occurs,
    Pattern,
    Sequence,
    Text,
    Value,
    Values,
)

UNKNOWN_CONTENT = Rule(
    "ODD120",
    "unknown-in-content",
    Severity.ERROR,
    "A content model is made of sequence, alternate, elementRef, classRef, macroRef, dataRef, valList, textNode, empty "
    "and anyElement (pure ODD), or of RELAX NG that says the same; anything else in it would be lost.",
    bad="<content><text/></content>",
    good="<content><textNode/></content>",
)
BAD_OCCURRENCE = Rule(
    "ODD121",
    "bad-occurrence",
    Severity.ERROR,
    "minOccurs is a number from 0, maxOccurs a number not below it, or 'unbounded'. RELAX NG has no counters, so more "
    "than a hundred cannot be counted.",
    bad='<elementRef key="p" minOccurs="2" maxOccurs="1"/>',
    good='<elementRef key="p" minOccurs="1" maxOccurs="2"/>',
)
BAD_VALUE = Rule(
    "ODD130",
    "bad-value",
    Severity.ERROR,
    "An attribute of the ODD has a value that it cannot have, or a name that must be there is missing.",
    bad='<attDef usage="mandatory">',
    good='<attDef ident="n" usage="req">',
)
VALUE_TWICE = Rule(
    "ODD137",
    "value-twice",
    Severity.WARNING,
    "A list of values has one of them twice; the first one counts.",
)
MISSING_CONTENT = Rule(
    "ODD106",
    "missing-content",
    Severity.WARNING,
    "An element, a macro or a datatype has no content model, so that nothing may stand in it; nobody can tell whether "
    "that is meant.",
    bad='<elementSpec ident="lb"><desc>…</desc></elementSpec>',
    good='<elementSpec ident="lb"><desc>…</desc><content><empty/></content></elementSpec>',
)
RULES_IN_CONTENT = Rule(
    "ODD138",
    "rules-in-content",
    Severity.WARNING,
    "Rules of Schematron stand in a content model, as they did in the first years of TEI P5; they are left out.",
    bad="<content><textNode/><sch:pattern>…</sch:pattern></content>",
    good='<content><textNode/></content><constraintSpec ident="…" scheme="schematron"><constraint>…</constraint>',
)
RULES = (MISSING_CONTENT, UNKNOWN_CONTENT, BAD_OCCURRENCE, BAD_VALUE, VALUE_TWICE, RULES_IN_CONTENT)

_NAME: Final = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_ALL: Final = "NameList"
"""A processing instruction that stands for all elements of the schema in TEI's own customisations."""
_Choice = TypeVar("_Choice")


def chosen(node: Node, name: str, choices: dict[str, _Choice], default: _Choice) -> _Choice:
    """Return what the value of an attribute stands for; a value that is not among the choices is a finding."""
    written = node.get(name)
    if written and written not in choices:
        allowed = ", ".join(choices)
        node.report(BAD_VALUE, f'{node.name}/@{name} is "{written}"; it can be {allowed}', f"write one of {allowed}")
    return choices.get(written, default)


def required(node: Node, name: str) -> str:
    """Return the value of an attribute that must be there; empty, with a finding, where it is not."""
    written = node.get(name)
    if not written:
        node.report(BAD_VALUE, f"{node.name} has no @{name}", f'add {name}="…"')
    return written


def required_name(node: Node, name: str = "ident") -> str:
    """Return a name that becomes one in the schemas, so it has to be a name of XML (without a colon)."""
    written = required(node, name)
    if written and not is_name(written):
        node.report(
            BAD_VALUE, f'{node.name}/@{name} is "{written}", which is not a name in XML', "use letters and digits"
        )
    return written


def is_name(text: str) -> bool:
    """Say whether a text is a name of XML without a colon (an NCName)."""
    return _NAME.fullmatch(text) is not None


def read_occurs(node: Node) -> Occurs:
    """Read minOccurs and maxOccurs; numbers that make no sense are a finding, and then it is once."""
    least, most = node.get("minOccurs", "1"), node.get("maxOccurs", "1")
    unbounded = most == "unbounded"
    if not _is_number(least) or not (unbounded or _is_number(most)):
        node.report(
            BAD_OCCURRENCE,
            f'minOccurs="{least}" maxOccurs="{most}": these are whole numbers from 0, or "unbounded" for maxOccurs',
            "write numbers",
        )
        return ONCE
    if not unbounded and int(most) < int(least):
        if "maxOccurs" not in node.element.attrib:
            hint = f'add maxOccurs="{least}" or maxOccurs="unbounded"'
        else:
            hint = "exchange the two numbers"
        node.report(BAD_OCCURRENCE, f"minOccurs ({least}) is more than maxOccurs ({most})", hint)
        return ONCE
    if max(int(least), 0 if unbounded else int(most)) > MOST_COUNTED:
        number = least if unbounded else most
        node.report(BAD_OCCURRENCE, f"{number} is more than can be counted ({MOST_COUNTED})", "write unbounded")
        return Occurs(min(int(least), 1), None)
    return Occurs(int(least), None if unbounded else int(most))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def read_content(holder: Node, owner: Node) -> Content:
    """Read the content model inside `content`; several particles without a `sequence` round them are one."""
    items = _items(holder)
    if not items and any(_is_all(one) for one in holder.element.iterchildren(etree.PI)):
        return Pattern(_ALL, location=holder.location)
    if not items:
        if not any(holder.children()):
            missing_content(owner, holder)
        return Empty(location=holder.location)
    return items[0] if len(items) == 1 else Sequence(items, location=holder.location)


def _is_all(instruction: Any) -> bool:
    return bool(instruction.target == _ALL)  # the stubs of lxml take it for an element


def missing_content(owner: Node, place: Node) -> None:
    """Tell that a specification does not say what may stand in it."""
    message = f'"{owner.get("ident")}" has no content, so nothing may stand in it'
    place.report(MISSING_CONTENT, message, "add <content>, with <empty/> if need be")


def read_datatype(node: Node) -> Datatype:
    """Read `datatype`: a value, and how many of it."""
    items = _items(node)
    if len(items) > 1:
        content: Content = Alternate(items, location=node.location)
    else:
        content = items[0] if items else Text(location=node.location)
    return Datatype(content, read_occurs(node))


def read_values(node: Node) -> Values:
    """Read `valList`; without a type it is open, as in the Guidelines."""
    changes = node.get("mode") == "change"
    kind = chosen(node, "type", {"closed": "closed", "open": "open", "semi": "semi"}, "" if changes else "open")
    if node.get("mode") == "delete":
        return Values((), False, "open", location=node.location)
    deleted = tuple(required(item, "ident") for item in node.children("valItem") if item.get("mode") == "delete")
    sources = tuple(item for item in node.children("valItem") if item.get("mode") != "delete")
    items = tuple(Value(_ident(item), read_documentation(item)) for item in sources)
    met: dict[str, Value] = {}
    for item, source in zip(items, sources, strict=True):
        if met.setdefault(item.ident, item) is not item:
            source.report(VALUE_TWICE, f'the value "{item.ident}" stands here twice', "delete one of them")
    return Values(tuple(met.values()), kind == "closed", kind, changes, deleted, location=node.location)


def _ident(item: Node) -> str:
    """Return the value itself; ident="" is the empty value, which xml:lang can have."""
    return "" if item.element.get("ident") == "" else required(item, "ident")


def _items(holder: Node) -> tuple[Content, ...]:
    return tuple(found for child in holder.children() if (found := _particle(child)) is not None)


def _particle(node: Node) -> Content | None:
    reader = _READERS.get(node.name)
    if reader is not None:
        return reader(node)
    if node.name.startswith(f"{{{RNG_NS}}}"):
        return older_pattern(node)
    if node.name == f"{{{RNG_ANNOTATIONS_NS}}}documentation":
        return None
    if etree.QName(node.element).namespace in (SCH_NS, OLD_SCH_NS):
        hint = "put them into a constraintSpec beside the content"
        node.report(RULES_IN_CONTENT, "the rules in a content model are left out", hint)
        return None
    _refuse(node)
    return None


def _refuse(node: Node) -> None:
    hint = "a part is put in by classRef, macroRef or elementRef" if node.name.startswith("{") else _near(node.name)
    node.report(
        UNKNOWN_CONTENT, f"<{node.name}> means nothing in a content model; allowed: {', '.join(_READERS)}", hint
    )


def _near(name: str) -> str:
    similar = {"text": "textNode", "choice": "alternate", "group": "sequence", "ref": "elementRef", "any": "anyElement"}
    return f"write <{similar[name]}>" if name in similar else "delete it"


def _sequence(node: Node) -> Content:
    ordered = chosen(node, "preserveOrder", {"true": True, "1": True, "false": False, "0": False}, True)
    return Sequence(_items(node), ordered, occurs=read_occurs(node), location=node.location)


def _alternate(node: Node) -> Content:
    items = _items(node)
    if not items:
        node.report(UNKNOWN_CONTENT, "an alternate with nothing to choose from", "add what may stand here or delete it")
    return Alternate(items, occurs=read_occurs(node), location=node.location)


def _class_ref(node: Node) -> Content:
    return ClassRef(
        required(node, "key"),
        chosen(node, "expand", {choice.value: choice for choice in Expand}, Expand.ALTERNATE),
        node.tokens("include"),
        node.tokens("except"),
        occurs=read_occurs(node),
        location=node.location,
    )


def _data_ref(node: Node) -> Content:
    key, name = node.get("key"), node.get("name")
    if bool(key) == bool(name):
        node.report(
            BAD_VALUE, "dataRef names a dataSpec (@key) or a datatype of XML Schema (@name)", "write one of them"
        )
    facets = tuple((required(facet, "name"), facet.get("value")) for facet in node.children("dataFacet"))
    restriction = str(node.element.get("restriction", "")).strip()
    return DataRef(key, "" if key else name, restriction, facets, occurs=read_occurs(node), location=node.location)


def _listed(node: Node) -> Content:
    """Read a list of values that is a content model: these are all there are, unless it says that it is open."""
    values = read_values(node)
    return values if node.get("type") else replace(values, closed=True, kind="closed")


def _any_element(node: Node) -> Content:
    exclude = tuple(expanded(node, name) for name in node.tokens("except"))
    return AnyElement(node.tokens("require"), exclude, occurs=read_occurs(node), location=node.location)


def expanded(node: Node, name: str) -> str:
    """Turn a prefixed name into Clark notation; anything whose prefix is not bound is a namespace."""
    prefix, colon, rest = name.partition(":")
    bound = node.element.nsmap.get(prefix) if colon and not rest.startswith("/") else None
    return f"{{{bound}}}{rest}" if bound else name


_READERS: Final[dict[str, Callable[[Node], Content]]] = {
    "sequence": _sequence,
    "alternate": _alternate,
    "elementRef": lambda node: ElementRef(required(node, "key"), occurs=read_occurs(node), location=node.location),
    "classRef": _class_ref,
    "macroRef": lambda node: MacroRef(required(node, "key"), occurs=read_occurs(node), location=node.location),
    "dataRef": _data_ref,
    "valList": _listed,
    "textNode": lambda node: Text(location=node.location),
    "empty": lambda node: Empty(location=node.location),
    "anyElement": _any_element,
}
