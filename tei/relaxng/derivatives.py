"""Derivatives of patterns: what may still come after what has come.

James Clark's algorithm for RELAX NG validation (2001), with two changes that make it quick in Python: the content of an
element is looked at when the element opens, not carried along, and values are judged as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from tei.relaxng.patterns import (
    ATTRIBUTE,
    CHOICE,
    ELEMENT,
    GROUP,
    MORE,
    NO_NAMES,
    TEXT,
    VALUE,
    Builder,
    Opening,
    Pattern,
)
from tei.relaxng.values import Value


class Derivatives(Builder):
    """Makes patterns from others by what has come."""

    # elements

    def opening(self, pattern: Pattern, name: str) -> Opening:
        """Return the element patterns of `pattern` that may take `name` next, and what may follow each."""
        found = pattern.openings.get(name)
        if found is None:
            if not pattern.element_names.take(name):
                return ()
            found = self._opening(pattern, name)
            if name in pattern.element_names.listed:  # of what a wildcard takes there is no end
                pattern.openings[name] = found
        return found

    def _opening(self, pattern: Pattern, name: str) -> Opening:
        kind = pattern.kind
        if kind == ELEMENT:
            return ((pattern, self.empty),)
        if kind == CHOICE:
            return self._merged([one for part in self._taking(pattern, name) for one in self.opening(part, name)])
        if kind == MORE:
            rest = self.optional(pattern)
            return self._merged(
                [(element, self.group((after, rest))) for element, after in self.opening(pattern.parts[0], name)]
            )
        return self._merged(self._in_sequence(pattern, name))

    def _taking(self, pattern: Pattern, name: str) -> Iterable[Pattern]:
        """Return the parts of a choice that may take `name`: a look-up where there are many."""
        if len(pattern.parts) < 8:
            return pattern.parts
        if pattern.index is None:
            index: dict[str, list[int]] = {}
            for number, part in enumerate(pattern.parts):
                for one in part.element_names.listed:
                    index.setdefault(one, []).append(number)
            pattern.index = {one: tuple(numbers) for one, numbers in index.items()}
        found = [pattern.parts[number] for number in pattern.index.get(name, ())]
        if pattern.element_names.wild:
            found += [part for part in pattern.parts if part not in found and part.element_names.wild]
        return found

    def _in_sequence(self, pattern: Pattern, name: str) -> list[tuple[Pattern, Pattern]]:
        found: list[tuple[Pattern, Pattern]] = []
        parts = pattern.parts
        grouped = pattern.kind == GROUP
        for index, part in enumerate(parts):
            if part.element_names.take(name):
                for element, after in self.opening(part, name):
                    if grouped:
                        rest = self.group((after, *parts[index + 1 :]))
                    else:
                        rest = self.interleave((*parts[:index], after, *parts[index + 1 :]))
                    found.append((element, rest))
            if grouped and not part.nullable:
                break
        return found

    def _merged(self, found: list[tuple[Pattern, Pattern]]) -> Opening:
        """Return each element once, with all that may follow it."""
        if len(found) < 2:
            return tuple(found)
        merged: dict[Pattern, list[Pattern]] = {}
        for element, after in found:
            merged.setdefault(element, []).append(after)
        return tuple([(element, self.choice(afters)) for element, afters in merged.items()])

    # text

    def after_text(self, pattern: Pattern, matched: frozenset[Value]) -> Pattern:
        """Return what may follow a text, given which of the values in `pattern` it matches."""
        if not (pattern.textual or pattern.valued):
            return self.refused
        found = pattern.after_text.get(matched)
        if found is None:
            found = pattern.after_text[matched] = self._after_text(pattern, matched)
        return found

    def _after_text(self, pattern: Pattern, matched: frozenset[Value]) -> Pattern:
        kind = pattern.kind
        if kind == TEXT:
            return pattern
        if kind == VALUE:
            return self.empty if pattern.value in matched else self.refused
        if kind == CHOICE:
            return self.choice([self.after_text(part, matched) for part in pattern.parts])
        if kind == MORE:
            return self.group((self.after_text(pattern.parts[0], matched), self.optional(pattern)))
        found = []
        parts = pattern.parts
        for index, part in enumerate(parts):
            after = self.after_text(part, matched)
            if kind == GROUP:
                found.append(self.group((after, *parts[index + 1 :])))
                if not part.nullable:
                    break
            else:
                found.append(self.interleave((*parts[:index], after, *parts[index + 1 :])))
        return self.choice(found)

    # attributes

    def after_attribute(self, pattern: Pattern, name: str, matched: frozenset[Value]) -> Pattern:
        """Return what may follow an attribute, given which of the values in `pattern` it matches."""
        if not pattern.attribute_names.take(name):
            return self.refused
        kind = pattern.kind
        if kind == ATTRIBUTE:
            return self.empty if pattern.value in matched else self.refused
        if kind == CHOICE:
            return self.choice([self.after_attribute(part, name, matched) for part in pattern.parts])
        if kind == MORE:
            return self.group((self.after_attribute(pattern.parts[0], name, matched), self.optional(pattern)))
        join = self.group if kind == GROUP else self.interleave
        parts = pattern.parts
        return self.choice(
            [
                join((*parts[:index], self.after_attribute(part, name, matched), *parts[index + 1 :]))
                for index, part in enumerate(parts)
                if part.attribute_names.take(name)
            ]
        )

    def close(self, pattern: Pattern) -> Pattern:
        """Return the pattern after the last attribute: those that were demanded and did not come refuse it."""
        return self._closed(pattern) if pattern.closed is None else pattern.closed

    def _closed(self, pattern: Pattern) -> Pattern:
        if pattern.attribute_names is NO_NAMES:
            closed = pattern
        elif pattern.kind == ATTRIBUTE:
            closed = self.refused
        elif pattern.kind == CHOICE:
            closed = self.choice([self.close(part) for part in pattern.parts])
        elif pattern.kind == MORE:
            closed = self.more(self.close(pattern.parts[0]))
        else:
            join = self.group if pattern.kind == GROUP else self.interleave
            closed = join([self.close(part) for part in pattern.parts])
        pattern.closed = closed
        return closed

    def content(self, pattern: Pattern) -> Pattern:
        """Return what may stand inside an element, whatever becomes of its attributes."""
        if pattern.attribute_names is NO_NAMES:
            return pattern
        if pattern.kind == ATTRIBUTE:
            return self.empty
        if pattern.kind == CHOICE:
            return self.choice([self.content(part) for part in pattern.parts])
        if pattern.kind == MORE:
            return self.more(self.content(pattern.parts[0]))
        join = self.group if pattern.kind == GROUP else self.interleave
        return join([self.content(part) for part in pattern.parts])
