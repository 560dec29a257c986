"""Grammars of RELAX NG that an ODD takes in beside TEI: `moduleRef/@url` (TEI Guidelines 23.3.1), MathML or SVG say.

The file is read from beside the ODD, nothing is fetched. Its definitions come along with the names that they have, with
`@prefix` before them, or with the name of the file where TEI has such a name too; where it starts is of no concern.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tei.findings import Rule, Severity
from tei.names import RNG_NS, XSD_DATATYPES_NS
from tei.odd.include import Node
from tei.odd.model import ElementSpec, Grammar, Membership
from tei.odd.older import copied
from tei.odd.words import Documentation, Markup, Words

NO_GRAMMAR = Rule(
    "ODD118",
    "no-grammar",
    Severity.ERROR,
    "The grammar that moduleRef/@url names is not here, or cannot be read; nothing is fetched from the network. Of an "
    "address, the file of that name beside the ODD is taken.",
    bad='<moduleRef url="https://example.org/schemas/plans.rng"/>, and no plans.rng beside the ODD',
    good='<moduleRef url="schemas/plans.rng"/>',
)
RULES = (NO_GRAMMAR,)

_REF = f"{{{RNG_NS}}}ref"


@dataclass(slots=True)
class Grammars:
    """The grammars of one ODD; `names` are those that its content models use, and what they are called here."""

    taken: list[Grammar] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    specs: dict[str, ElementSpec] = field(default_factory=dict)

    def take(self, node: Node, known: frozenset[str], prefix: str) -> None:
        """Read the grammar that a `moduleRef` names; `known` are the names that the schema has already.

        What its `content` defines is added: to a class of the schema, of whose names `prefix` says what stands before
        them, or to the grammar itself.
        """
        url = node.get("url")
        path = _path(node, url)
        root = node.sources.document(path) if Path(path).is_file() else None
        if root is None or root.name != f"{{{RNG_NS}}}grammar":
            hint = (
                f"save it as {Path(path).name} beside the ODD, or name the file" if "://" in url else "check the path"
            )
            node.report(NO_GRAMMAR, f'moduleRef/@url: "{url}" is no grammar of RELAX NG that is here', hint)
            return
        stem, before = Path(path).stem, node.get("prefix")
        found = tuple(_defines(root, "", "", (path,)))
        here = {name: before + name if before else f"{stem}.{name}" if name in known else name for name, _ in found}
        more: list[Markup] = []
        for number, define in enumerate(_more(node), start=1):
            name = define.get("name")
            target = name.removeprefix(prefix) if prefix else name
            if target in known:
                ident = f"{stem}.{target}.{number}"
                self._specify(ident, node, (Membership(target, define.location),))
                more.append(replace(define, attributes=(("name", ident),)))
            else:
                more.append(
                    replace(
                        define, attributes=tuple(dict(define.attributes).items() | {("name", here.get(name, name))})
                    )
                )
        defines = tuple(_renamed(define, here) for define in (*(one for _, one in found), *more))
        self.taken.append(Grammar(path, defines))
        for name, ident in here.items():
            self.names |= {ident: ident} | ({} if name in known else {name: ident})
            self._place(ident, node)

    def spec(self, ident: str) -> ElementSpec:
        """Return what stands for a pattern of a grammar in content models."""
        return self.specs[ident]

    def _place(self, ident: str, node: Node) -> None:
        self.specs.setdefault(ident, _standing(ident, node, ()))

    def _specify(self, ident: str, node: Node, classes: tuple[Membership, ...]) -> None:
        self.specs[ident] = _standing(ident, node, classes)

    def members(self) -> Iterator[ElementSpec]:
        """Yield what the ODD has made a member of a class."""
        return (spec for spec in self.specs.values() if spec.classes)


def _standing(ident: str, node: Node, classes: tuple[Membership, ...]) -> ElementSpec:
    said = Markup("desc", content=(f"what {node.get('url')} has under this name",))
    return ElementSpec(
        ident=ident,
        name=ident,
        namespace="",
        classes=classes,
        elsewhere=True,
        docs=Documentation(desc=(Words("", said),)),
        location=node.location,
    )


def _path(node: Node, url: str) -> str:
    if url.startswith("file:"):
        return unquote(urlsplit(url).path)
    name = Path(urlsplit(url).path).name if "://" in url else unquote(url)
    return str(Path(node.path).parent / name)


def _defines(grammar: Node, namespace: str, library: str, trail: tuple[str, ...]) -> Iterator[tuple[str, Markup]]:
    """Yield the definitions of a grammar with their names, those of included files in their place."""
    namespace = grammar.get("ns", namespace)
    library = grammar.get("datatypeLibrary", library)
    for child in grammar.children():
        kind = child.name.removeprefix(f"{{{RNG_NS}}}")
        if kind == "define":
            yield child.get("name"), _own(child, namespace, library)
        elif kind == "div":
            yield from _defines(child, namespace, library, trail)
        elif kind == "include":
            yield from _included(child, namespace, library, trail)


def _own(define: Node, namespace: str, library: str) -> Markup:
    """Return a definition that says itself what it had from round it."""
    found = copied(define)
    return replace(
        found,
        attributes=tuple(({"ns": namespace, "datatypeLibrary": library} | dict(found.attributes)).items()),
    )


def _included(node: Node, namespace: str, library: str, trail: tuple[str, ...]) -> Iterator[tuple[str, Markup]]:
    path = _path(node, node.get("href"))
    root = node.sources.document(path) if Path(path).is_file() and path not in trail else None
    if root is None:
        hint = "put it beside the grammar that includes it"
        node.report(NO_GRAMMAR, f'include/@href: "{node.get("href")}" cannot be included', hint)
        return
    mine = tuple(_defines(node, namespace, library, trail))
    names = {name for name, _ in mine}
    yield from (one for one in _defines(root, "", "", (*trail, path)) if one[0] not in names)
    yield from mine


def _more(node: Node) -> Iterator[Markup]:
    for content in node.children("content"):
        for child in content.children(f"{{{RNG_NS}}}define"):
            found = copied(child)
            inherited = {"datatypeLibrary": XSD_DATATYPES_NS} | dict(found.attributes)
            yield replace(found, attributes=tuple(inherited.items()))


def _renamed(markup: Markup, here: Mapping[str, str]) -> Markup:
    """Return a pattern whose definition and references have the names that they have here."""
    attributes = markup.attributes
    if markup.name in ("ref", "define"):
        attributes = tuple((key, here.get(value, value) if key == "name" else value) for key, value in attributes)
    if markup.name == "grammar":  # has names of its own
        return markup
    inside = tuple(_renamed(item, here) if isinstance(item, Markup) else item for item in markup.content)
    return replace(markup, attributes=attributes, content=inside)
