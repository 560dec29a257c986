"""The words of an ODD as frozen values: glosses, descriptions, remarks, examples; and markup that is kept as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tei.findings import Location
from tei.names import local


@dataclass(frozen=True, slots=True)
class Markup:
    """An element of mixed content, kept as a value: prose of a description, or Schematron in a constraint."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: tuple[str | Markup, ...] = ()
    location: Location = field(default_factory=Location, compare=False)

    @property
    def name(self) -> str:
        """The local part of the element's name."""
        return local(self.tag)

    @property
    def text(self) -> str:
        """All text inside, white space collapsed."""
        return " ".join("".join(self.strings()).split())

    def get(self, name: str, default: str = "") -> str:
        """Return the value of an attribute."""
        return dict(self.attributes).get(name, default)

    def elements(self) -> Iterator[Markup]:
        """Yield the elements directly inside."""
        return (item for item in self.content if isinstance(item, Markup))

    def strings(self) -> Iterator[str]:
        """Yield the pieces of text inside, in order."""
        for item in self.content:
            if isinstance(item, str):
                yield item
            else:
                yield from item.strings()


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of prose in one language: a gloss, a description, a remark."""

    lang: str
    markup: Markup

    @property
    def text(self) -> str:
        """The words without markup, white space collapsed."""
        return self.markup.text


@dataclass(frozen=True, slots=True)
class Example:
    """An `exemplum`: its words, if any, and the encoded text of its `egXML`, as one would type it."""

    lang: str
    words: tuple[Markup, ...]
    code: str
    location: Location = field(default_factory=Location, compare=False)


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a spec says about itself in words, in whatever languages."""

    gloss: tuple[Words, ...] = ()
    desc: tuple[Words, ...] = ()
    remarks: tuple[Words, ...] = ()
    examples: tuple[Example, ...] = ()

    def summary(self, lang: str = "en") -> str:
        """Return "(gloss) description" in one language, the form in which TEI's own schemas carry it."""
        gloss, desc = in_language(self.gloss, lang), in_language(self.desc, lang)
        parts = [f"({gloss[0].text})" if gloss else "", desc[0].text if desc else ""]
        return " ".join(part for part in parts if part)

    def over(self, before: Documentation) -> Documentation:
        """Return the words that stand after a change: these, and of each kind that is not among them the former."""
        return Documentation(
            gloss=self.gloss or before.gloss,
            desc=self.desc or before.desc,
            remarks=self.remarks or before.remarks,
            examples=self.examples or before.examples,
        )


NO_WORDS: Final = Documentation()


def in_language(words: tuple[Words, ...], lang: str) -> tuple[Words, ...]:
    """Return the words in `lang`; where there are none, those without a language, and failing that the first ones."""
    for wanted in (lang, ""):
        found = tuple(item for item in words if item.lang == wanted or item.lang.startswith(f"{wanted or lang}-"))
        if found:
            return found
    return tuple(item for item in words if item.lang == words[0].lang)
