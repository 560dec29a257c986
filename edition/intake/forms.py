"""The forms that `tei import` takes: a name, what it is, and the module that reads it, in the order they are tried."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from edition.intake.request import Importer


class Form(NamedTuple):
    """A form by the name that the command line knows it by."""

    name: str
    title: str
    module: str

    def importer(self) -> Importer:
        """Return the module that reads it; it is loaded only when it is used."""
        return cast("Importer", import_module(f"edition.intake.{self.module}"))


FORMS: Final = (
    Form("frus", "a volume of Foreign Relations of the United States (TEI)", "frus"),
    Form("cmif", "letters known by their envelope (CMIF)", "cmif"),
    Form("letters", "letters and telegrams in any TEI with correspDesc, one or many in a file", "letters"),
    Form("table", "a table of metadata and texts (CSV, Excel, JSON) by a mapping in TOML", "table"),
)
BY_NAME: Final = {each.name: each for each in FORMS}
