"""Which patterns a phase makes active, and which variables can be seen from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tei.errors import SchemaError
from tei.schematron.expressions import rename
from tei.schematron.model import Let, Pattern, Phase, Schema
from tei.schematron.problems import UNREADABLE


@dataclass(frozen=True, slots=True)
class Selection:
    """The patterns that are run, and the phase that chose them, None where all are run."""

    patterns: tuple[Pattern, ...]
    phase: Phase | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The variables that can be seen from a place: name as written → name in the compiled form."""

    names: Mapping[str, str]

    def inside(self, lets: Iterable[Let], owner: str) -> Scope:
        """Return the scope that `lets` of `owner` add to, hiding outer variables of the same name."""
        return Scope({**self.names, **{let.name: f"{let.name}.{owner}" for let in lets}})

    def rename(self, expression: str) -> str:
        """Return `expression` with its variables called as in the compiled form."""
        return rename(expression, lambda name: self.names.get(name, name))


def select(schema: Schema, phase: str = "") -> Selection:
    """Return what a phase selects: `#ALL` everything, an empty name or `#DEFAULT` the schema's default phase.

    Raises SchemaError where there is no such phase.
    """
    name = schema.default_phase if phase in ("", "#DEFAULT") else phase
    if name in ("", "#ALL"):
        return Selection(schema.patterns, None)
    chosen = next((one for one in schema.phases if one.ident == name), None)
    if chosen is None:
        known = ", ".join(one.ident for one in schema.phases) or "none"
        raise SchemaError(UNREADABLE.at(schema.location, f'there is no phase "{name}"', f"phases here: {known}"))
    return Selection(tuple(one for one in schema.patterns if one.ident in chosen.active), chosen)


def scopes(schema: Schema, selection: Selection) -> tuple[Scope, tuple[Scope, ...]]:
    """Return the scope of the schema, and that of each selected pattern in order.

    Variables of another pattern can be seen where nothing hides them: 5.4.5 of the edition of 2016 gives them the whole
    schema, later editions the pattern alone, and both kinds of schema then mean what their authors meant.
    """
    others = Scope({})
    for number, pattern in enumerate(selection.patterns):
        others = others.inside(pattern.lets, f"p{number}")
    whole = others.inside(schema.lets, "schema")
    if selection.phase is not None:
        whole = whole.inside(selection.phase.lets, "phase")
    return whole, tuple(whole.inside(pattern.lets, f"p{number}") for number, pattern in enumerate(selection.patterns))
