"""Draw random documents that a grammar accepts, so that together they use everything the grammar offers.

Each document is aimed at what was used least so far: an element, an attribute of it, a value of a closed list. The way
from the root to that element is planned; all else is left to chance, within a bound on depth and length. The same seed
gives the same documents.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from functools import cache

from lxml import etree
from schema_grammar import TEXT, Element, Grammar, Pattern, derive, first, is_pointer, nullable

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"
FAR = 10_000
WORDS = ("mast", "stores", "until May", "Карск", "北站", "№ 17", "stop", "no wind", "QTH", "—", "a & b", "< 40 km")

SAMPLES: dict[str, tuple[str, ...]] = {
    "ID": ("",),
    "Name": ("tei-edition", "kolb", "Лебедь"),
    "language": ("en", "ru", "ru-Latn", "zh-Hant", "de-1901"),
    "decimal": ("1", "-0.5", "17", "59363", "+3.25"),
    "string": ("17", "212/rk", "two or three", "a  b"),
    "date": ("1938-02-14", "1938-12-31", "2024-02-29"),
    "gYear": ("1938",),
    "gMonth": ("--02",),
    "gDay": ("---14",),
    "gYearMonth": ("1938-02",),
    "gMonthDay": ("--02-14",),
    "time": ("08:40:00", "23:59:59Z"),
    "dateTime": ("1938-02-14T08:40:00", "1938-02-14T08:40:00+03:00", "1938-02-14T08:40:00.5Z"),
}
PATTERNS: dict[str, tuple[str, ...]] = {
    r"[^\p{C}\p{Z}]+": ("word", "red-pencil", "Ⅳ", "(1)", "слово"),
    r"[0-9]+": ("0", "1", "12", "100"),
    r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}": ("1", "0.1.0", "2.10b1"),
    r"[a-z][a-z0-9\+\.\-]*": ("psn", "x-1.a+b"),
    r"[\-+]?\d+(\.\d+)?(%|cm|mm|in|pt|pc|px|em|ex|ch|rem|vw|vh|vmin|vmax)": ("50%", "12.5cm", "-3px"),
    r".+": ("([a-z]+)", ".", "a.b"),
}
POINTER = "#x"
POINTERS = (
    "https://karsk.example:8080/17?leaf=48#top",
    "https://karsk.example/%D0%9A%D0%B0%D1%80%D1%81%D0%BA",
    "urn:isbn:0000000000",
    "mailto:orlin@karsk.example",
    "t1938-02-14-orlin-vetrova.xml",
    "../lists/persons.xml#orlin",
    "psn:orlin",
    "лист-48.jpg",
)


class Drawing:
    """A source of documents, each different from the last; `used` counts elements, attributes and listed values."""

    def __init__(self, grammar: Grammar, seed: int, *, depth: int = 14, size: int = 80) -> None:
        self.grammar = grammar
        self.random = random.Random(seed)
        self.depth = depth
        self.size = size
        self.used: Counter[tuple[str, ...]] = Counter()
        self.wanted = tuple(everything(grammar))
        self.height = heights(grammar)
        self._ends: dict[Pattern, tuple[int, int]] = {}
        self._count = self._ids = self._left = 0

    def missing(self) -> list[tuple[str, ...]]:
        """Return what no document drawn so far has used: (element,), (element, attribute) or (…, …, value)."""
        return [item for item in self.wanted if not self.used[item]]

    def document(self) -> etree._Element:
        """Draw one document, aimed at what has been used least."""
        least = min(map(self.used.__getitem__, self.wanted))
        target = self.random.choice([item for item in self.wanted if self.used[item] == least])
        path = self._path(target[0])
        self._count += 1
        self._ids = 0
        self._left = self.random.randint(self.size // 4, self.size)
        self._pointers: list[tuple[etree._Element, str, int]] = []
        root = self._element(path[0], path[1:], target, self.depth)
        self._resolve(root)
        return root

    def _path(self, name: str) -> list[str]:
        """Return one of the shortest ways from a root to an element called `name`."""
        queue = deque([start] for start in self.random.sample(self.grammar.start, len(self.grammar.start)))
        seen = set(self.grammar.start)
        while queue:
            path = queue.popleft()
            if path[-1] == name:
                return path
            children = [child for child in _children(self.grammar, path[-1]) if child not in seen]
            self.random.shuffle(children)
            seen.update(children)
            queue.extend([*path, child] for child in children)
        raise AssertionError(f"no root leads to {name}")

    def _element(self, name: str, path: list[str], target: tuple[str, ...], depth: int) -> etree._Element:
        self.used[(name,)] += 1
        self._left -= 1
        declared = self.grammar.elements[name]
        node = etree.Element(f"{{{TEI_NS}}}{name}", nsmap={None: TEI_NS})
        aimed = target[1:] if not path and name == target[0] else ()
        self._attributes(node, declared, aimed)
        here = path[0] if path else ""
        for symbol in self._word(declared.content, here, depth):
            if symbol == TEXT:
                self._text(node)
                continue
            onward = path[1:] if symbol == here else []
            goal = target if symbol == here else ()
            here = "" if symbol == here else here
            node.append(self._element(symbol, onward, goal or ("",), depth - 1))
        return node

    def _word(self, content: Pattern, must: str, depth: int) -> list[str]:
        """Draw a word of a content model, with the symbol `must` in it, none of its elements too high for `depth`."""
        word: list[str] = list(way_to(content, must)) if must else []
        state = content
        for symbol in word:
            state = derive(state, symbol)
        budget = len(word) + (self.random.randint(0, 4) if depth > 0 and self._left > 0 else 0)
        while True:
            if nullable(state) and len(word) >= budget:
                return word or [TEXT] * (TEXT in first(content) and self.random.random() < 0.6)
            symbol = self._choose(state, depth, finish=len(word) >= budget)
            if symbol is None:
                return word
            word.append(symbol)
            state = derive(state, symbol)

    def _choose(self, state: Pattern, depth: int, *, finish: bool) -> str | None:
        options = [symbol for symbol in first(state) if symbol == TEXT or self.height[symbol] <= depth]
        if (finish or not options) and not nullable(state):
            return min(first(state), key=lambda symbol: self._cost(state, symbol))
        if not options:
            return None
        weights = [1 / (1 + self.used[(symbol,)]) if symbol != TEXT else 0.5 for symbol in options]
        return self.random.choices(options, weights)[0]

    def _cost(self, state: Pattern, symbol: str) -> tuple[int, int]:
        onward = derive(state, symbol)
        rest = self._ends.get(onward) or self._ends.setdefault(onward, to_end(onward, self.height))
        return (max(rest[0], self.height.get(symbol, 0)), rest[1])

    def _text(self, node: etree._Element) -> None:
        words = self.random.choice(WORDS)
        if len(node):
            node[-1].tail = f"{node[-1].tail or ' '}{words} "
        else:
            node.text = f"{node.text or ''}{words} "

    def _attributes(self, node: etree._Element, declared: Element, aimed: tuple[str, ...]) -> None:
        for name, data in declared.data.items():
            rare = 1 / (1 + self.used[(declared.name, name)])
            if name in declared.required or aimed[:1] == (name,) or self.random.random() < max(rare * 0.5, 0.03):
                self.used[(declared.name, name)] += 1
                value = aimed[1] if aimed[:1] == (name,) and len(aimed) > 1 else self._value(declared.name, name, data)
                self.used[(declared.name, name, value)] += 1
                self._set(node, name, value, data)

    def _set(self, node: etree._Element, name: str, value: str, data: Pattern) -> None:
        full = f"{{{XML_NS}}}{name[4:]}" if name.startswith("xml:") else name
        if is_pointer(data):
            self._pointers.append((node, full, self.random.randint(1, 3) if data[0] == "list" else 1))
        node.set(full, value)

    def _value(self, element: str, attribute: str, data: Pattern) -> str:
        match data:
            case ("value", value):
                return str(value)
            case ("oneOf", parts):
                least = min(self.used[(element, attribute, part[1])] for part in parts)
                rare = [part for part in parts if self.used[(element, attribute, part[1])] == least]
                return self._value(element, attribute, self.random.choice(rare))
            case _ if is_pointer(data):
                return POINTER
            case ("list", ("many", part)):
                return " ".join(self._value(element, attribute, part) for _ in range(self.random.randint(1, 3)))
            case ("data", "ID", _):
                self._ids += 1
                return f"d{self._count}-{self._ids}"
            case ("data", name, facets):
                pattern = dict(facets).get("pattern")
                return self.random.choice(PATTERNS[pattern] if pattern else SAMPLES[name])
        raise AssertionError(f"cannot draw a value of {element}/@{attribute}: {data}")

    def _resolve(self, root: etree._Element) -> None:
        """Point every pointer at an element of the document, or now and then at something outside."""
        ids = [value for node in root.iter() if (value := node.get(f"{{{XML_NS}}}id"))]
        for node, name, count in self._pointers:
            inside = [f"#{value}" for value in ids]
            chosen = [
                self.random.choice(inside if inside and self.random.random() < 0.8 else POINTERS) for _ in range(count)
            ]
            node.set(name, " ".join(chosen))


def everything(grammar: Grammar) -> list[tuple[str, ...]]:
    """Return each element, each attribute of each element, and each value that a closed list of it names."""
    found: list[tuple[str, ...]] = []
    for name, element in grammar.elements.items():
        found.append((name,))
        for attribute, data in element.data.items():
            found.append((name, attribute))
            parts = data[1] if data[0] == "oneOf" else (data,)
            found.extend((name, attribute, part[1]) for part in parts if part[0] == "value")
    return found


def heights(grammar: Grammar) -> dict[str, int]:
    """Return for each element the least number of levels that a valid one has beneath it."""
    known = dict.fromkeys(grammar.elements, FAR)
    while True:
        better = {
            name: 0 if nullable(element.content) else min(FAR, 1 + to_end(element.content, known)[0])
            for name, element in grammar.elements.items()
        }
        if better == known:
            return known
        known = better


def to_end(content: Pattern, known: dict[str, int]) -> tuple[int, int]:
    """Return the height and the length of the lowest, then shortest, word that completes `content`."""
    best: dict[Pattern, tuple[int, int]] = {content: (0, 0)}
    queue = deque([content])
    while queue:
        state = queue.popleft()
        height, length = best[state]
        for symbol in first(state):
            onward = derive(state, symbol)
            cost = (max(height, known.get(symbol, 0)), length + 1)
            if onward not in best or cost < best[onward]:
                best[onward] = cost
                queue.append(onward)
    return min(cost for state, cost in best.items() if nullable(state))


@cache
def way_to(content: Pattern, symbol: str) -> tuple[str, ...]:
    """Return the shortest beginning of a word of `content` that ends in `symbol`."""
    queue: deque[tuple[Pattern, tuple[str, ...]]] = deque([(content, ())])
    seen = {content}
    while queue:
        state, word = queue.popleft()
        if symbol in first(state):
            return (*word, symbol)
        for step in first(state):
            onward = derive(state, step)
            if onward not in seen:
                seen.add(onward)
                queue.append((onward, (*word, step)))
    raise AssertionError(f"{symbol} cannot be reached")


def _children(grammar: Grammar, name: str) -> list[str]:
    return [symbol for symbol in _symbols(grammar.elements[name].content) if symbol in grammar.elements]


@cache
def _symbols(content: Pattern) -> tuple[str, ...]:
    seen, queue, found = {content}, [content], {}
    while queue:
        state = queue.pop()
        for symbol in first(state):
            found[symbol] = None
            onward = derive(state, symbol)
            if onward not in seen:
                seen.add(onward)
                queue.append(onward)
    return tuple(found)
