"""A Schematron file, or one embedded in a grammar, → a `Schema` with every include, extension and abstraction resolved.

ISO/IEC 19757-3, or its predecessor, Schematron 1.5. Files are found relative to the file that names them; addresses on
the network are not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from tei.errors import SchemaError, SourceError
from tei.findings import Finding, Severity
from tei.names import SCH_NS, XML_ID, XML_LANG, XSL_NS
from tei.schematron.assemble import assemble, place
from tei.schematron.model import Check, Key, Let, Message, Pattern, Phase, Remark, Rule, Schema, ValueOf
from tei.schematron.problems import UNREADABLE, UNSUPPORTED, VARIABLE
from tei.xmlfile import parse_bytes, read_bytes

_SEVERITIES: Final = {
    **dict.fromkeys(("warning", "warn", "nonfatal", "caution"), Severity.WARNING),
    **dict.fromkeys(("info", "information", "informational", "hint", "notice"), Severity.INFO),
}
_WITHOUT: Final = "say it in XPath, with sch:let"
# Ids that a generator counted out (d12e345, …-rule-7, constraint3) change with the next edit of the schema.
_COUNTED: Final = re.compile(r"(^|[^A-Za-z])d\d+e\d+|(rule|report|assert|constraint|pattern)-?\d+$|^id-?\d+")


def read_schema(source: Path | bytes, path: str = "", *, whole: bool = True) -> Schema:
    """Read a schema from a file or from memory; `path` is what findings call it, and where its includes are sought.

    Raises SchemaError with all that is wrong with its structure; its expressions are looked at in `compile`. What is
    not supported is wrong too, unless the schema need not be run as a `whole`.
    """
    path = path or (str(source) if isinstance(source, Path) else "")
    try:
        tree = parse_bytes(read_bytes(source) if isinstance(source, Path) else source, path)
    except SourceError as error:
        raise SchemaError(*error.findings) from error
    return schema_of(tree.getroot(), path, whole=whole)


def schema_of(root: etree._Element, path: str, *, whole: bool = True) -> Schema:
    """Return the schema that `root` is, or that is embedded in the grammar `root`. Raises SchemaError."""
    problems: list[Finding] = []
    container = assemble(root, path, problems)
    reader = _Reader(container, problems)
    schema = reader.schema()
    if whole:
        problems += (*schema.unsupported, *(one for pattern in schema.patterns for one in pattern.unsupported))
    if problems:
        raise SchemaError(*sorted(problems))
    return schema


def stable(ident: str) -> bool:
    """Tell whether `ident` was chosen by a person, and so can stand as the code of a finding."""
    return bool(ident) and not _COUNTED.search(ident)


def _sch(name: str) -> str:
    return f"{{{SCH_NS}}}{name}"


def severity(element: etree._Element, inherited: Severity = Severity.ERROR) -> Severity:
    """Return the severity that @severity, @role or @flag of `element` names; without one, `inherited`."""
    for name in ("severity", "role", "flag"):
        value = element.get(name, "").strip().lower()
        if value in ("error", "fatal"):
            return Severity.ERROR
        if value in _SEVERITIES:
            return _SEVERITIES[value]
    return inherited


def labels(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return what a check or rule says of itself beside its id: role, flag, icon, fpi, see."""
    values = ((name, element.get(name, "")) for name in ("role", "flag", "icon", "fpi", "see"))
    return tuple((name, value) for name, value in values if value)


class _Reader:
    """Reads one assembled schema, gathering problems instead of stopping at the first."""

    def __init__(self, container: etree._Element, problems: list[Finding]) -> None:
        self.container = container
        self.problems = problems
        self.diagnostics = {one.get("id", ""): one for one in container.iter(_sch("diagnostic"))}
        self.properties = {one.get("id", ""): one for one in container.iter(_sch("property"))}

    def schema(self) -> Schema:
        top = self.container
        keys = tuple(self.keys(top))
        unsupported = self.taken_unsupported(0)
        patterns = tuple(self.pattern(one) for one in top.iterchildren(_sch("pattern")))
        phases = tuple(self.phase(one) for one in top.iterchildren(_sch("phase")))
        if not patterns and not self.problems:
            message = "the schema holds no pattern that could be run"
            hint = "add an <sch:pattern>, or give the schema that includes this part"
            self.problems.append(UNREADABLE.at(place(top), message, hint))
        self.check_phases(phases, patterns)
        return Schema(
            binding=top.get("queryBinding", "xslt"),
            namespaces=dict(self.namespaces(top)),
            lets=self.lets(top),
            keys=keys,
            patterns=patterns,
            phases=phases,
            default_phase=top.get("defaultPhase", ""),
            location=place(top),
            unsupported=unsupported,
        )

    def taken_unsupported(self, since: int) -> tuple[Finding, ...]:
        """Take what is not supported out of the problems met since there were so many, and return it."""
        found = self.problems[since:]
        self.problems[since:] = [one for one in found if one.rule != UNSUPPORTED.code]
        return tuple(one for one in found if one.rule == UNSUPPORTED.code)

    def check_phases(self, phases: tuple[Phase, ...], patterns: tuple[Pattern, ...]) -> None:
        known = {pattern.ident for pattern in patterns}
        for phase in phases:
            for name in phase.active:
                if name not in known:
                    message = f'phase "{phase.ident}" activates the pattern "{name}", and there is none of that id'
                    self.problems.append(UNREADABLE.at(phase.location, message, "name a pattern of this schema"))

    def namespaces(self, top: etree._Element) -> Iterator[tuple[str, str]]:
        for element in top.iterchildren(_sch("ns")):
            prefix, uri = element.get("prefix", ""), element.get("uri", "")
            try:
                etree.Element("probe", nsmap={prefix: uri})
            except ValueError:
                message = f'the prefix "{prefix}" cannot stand for the namespace "{uri}"'
                hint = "a prefix is a name without a colon, a namespace an address"
                self.problems.append(UNREADABLE.at(place(element), message, hint))
            else:
                yield prefix, uri

    def keys(self, top: etree._Element) -> Iterator[Key]:
        for element in top.iterchildren(f"{{{XSL_NS}}}*"):
            name = etree.QName(element).localname
            if name == "key" and element.get("use") is not None:
                yield Key(element.get("name", ""), element.get("match", ""), element.get("use", ""), place(element))
            else:
                what = "xsl:key with content instead of @use" if name == "key" else f"xsl:{name}"
                self.problems.append(UNSUPPORTED.at(place(element), f"{what} in a schema is not supported", _WITHOUT))
        for element in top.iter(_sch("key")):
            self.problems.append(
                UNSUPPORTED.at(place(element), "a key of Schematron 1.x is not supported", "use xsl:key")
            )

    def phase(self, element: etree._Element) -> Phase:
        active = tuple(one.get("pattern", "") for one in element.iterchildren(_sch("active")))
        return Phase(element.get("id", ""), active, self.lets(element), place(element))

    def pattern(self, element: etree._Element) -> Pattern:
        ident = element.get("id") or element.get(XML_ID) or ""
        level = severity(element)
        before = len(self.problems)
        rules = tuple(self.rule(one, level) for one in element.iterchildren(_sch("rule")))
        unsupported = self.taken_unsupported(before)
        documents = element.get("documents", "").strip()
        return Pattern(ident, self.lets(element), rules, place(element), documents, unsupported)

    def rule(self, element: etree._Element, level: Severity) -> Rule:
        context = element.get("context", "")
        if not context.strip():
            self.problems.append(UNREADABLE.at(place(element), "the rule has no context", "add @context"))
        level = severity(element, level)
        for foreign in element.iterchildren(f"{{{XSL_NS}}}*"):
            name = etree.QName(foreign).localname
            self.problems.append(UNSUPPORTED.at(place(foreign), f"xsl:{name} in a rule is not supported", _WITHOUT))
        checks = tuple(self.check(one, level) for one in element.iterchildren(_sch("assert"), _sch("report")))
        return Rule(context, self.lets(element), checks, place(element), labels(element))

    def check(self, element: etree._Element, level: Severity) -> Check:
        test = element.get("test", "")
        if not test.strip():
            self.problems.append(UNREADABLE.at(place(element), "the check has no test", "add @test"))
        return Check(
            ident=element.get("id") or element.get(XML_ID) or "",
            test=test,
            fails_when=etree.QName(element).localname == "report",
            severity=severity(element, level),
            message=self.message(element),
            diagnostics=self.remarks("diagnostic", self.diagnostics, element),
            see=element.get("see", ""),
            location=place(element),
            properties=self.remarks("property", self.properties, element),
            labels=labels(element),
        )

    def remarks(self, kind: str, known: Mapping[str, etree._Element], check: etree._Element) -> tuple[Remark, ...]:
        """Return the diagnostics or properties that a check refers to."""
        plural = "diagnostics" if kind == "diagnostic" else "properties"
        names = check.get(plural, "").split()
        for name in names:
            if name not in known:
                message = f'there is no {kind} "{name}"'
                self.problems.append(UNREADABLE.at(place(check), message, f"add it, or take it out of @{plural}"))
        found = [(name, known[name]) for name in names if name in known]
        return tuple(Remark(name, one.get(XML_LANG, ""), self.message(one)) for name, one in found)

    def message(self, element: etree._Element) -> Message:
        """Return the parts of the text of `element`; emph, dir and span give their text, foreign elements nothing.

        Of XSLT there are text and value-of, which mean what sch:value-of does.
        """
        parts: list[str | ValueOf] = [element.text or ""]
        for child in element:
            parts.extend(self.inline(child))
            parts.append(child.tail or "")
        return tuple(part for part in parts if part)

    def inline(self, child: etree._Element) -> Message:
        if not isinstance(child.tag, str):
            return ()
        name = etree.QName(child)
        if name.namespace == XSL_NS and name.localname == "text":
            return (child.text or "",)
        if name.namespace == XSL_NS and name.localname == "value-of" and child.keys() == ["select"]:
            return (ValueOf(child.get("select", "."), place(child)),)
        if name.namespace == XSL_NS:
            self.problems.append(
                UNSUPPORTED.at(place(child), f"xsl:{name.localname} in a message is not supported", "use sch:value-of")
            )
        if name.namespace != SCH_NS:
            return ()
        if name.localname == "value-of":
            return (ValueOf(child.get("select", "."), place(child)),)
        if name.localname == "name":
            return (ValueOf(child.get("path", "name()"), place(child)),)
        return self.message(child)

    def lets(self, parent: etree._Element) -> tuple[Let, ...]:
        found: dict[str, Let] = {}
        for element in parent.iterchildren(_sch("let")):
            name = element.get("name", "")
            if name in found:
                message = f"the variable ${name} is defined twice in one {etree.QName(parent).localname}"
                self.problems.append(VARIABLE.at(place(element), message, "rename one of the two"))
            content = "".join(str(piece) for piece in element.itertext())
            found.setdefault(name, Let(name, element.get("value"), content, place(element)))
        return tuple(found.values())
