"""The parts that a shelf mark is made of: their order from the whole to the single leaf, and how each is written.

The type of a part is what `idno[@type]` says. A part that is not in this table (an edition may bring its own) is
written with its type as its label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class PartForm:
    """How one type of part is written: short and long, in Latin and Cyrillic; "" where the value stands alone."""

    short: str
    long: str
    short_ru: str = ""
    long_ru: str = ""

    def label(self, *, long: bool, cyrillic: bool) -> str:
        """Return the label for a style; where there is no Russian one the Latin one serves."""
        if cyrillic and self.short_ru:
            return self.long_ru if long else self.short_ru
        return self.long if long else self.short


FORMS: Final[dict[str, PartForm]] = {
    "identifier": PartForm("", ""),
    "record-group": PartForm("RG", "Record Group"),
    "fond": PartForm("f.", "fond", "ф.", "фонд"),
    "name": PartForm("", ""),
    "subfond": PartForm("", ""),
    "collection": PartForm("", ""),
    "series": PartForm("", ""),
    "subseries": PartForm("", ""),
    "entry": PartForm("Entry", "Entry"),
    "opis": PartForm("op.", "opis", "оп.", "опись"),
    "tetrad": PartForm("tetr.", "tetrad", "тетр.", "тетрадь"),
    "perechen": PartForm("per.", "perechen", "пер.", "перечень"),
    "lot": PartForm("Lot", "Lot"),
    "accession": PartForm("FRC", "FRC"),
    "karton": PartForm("kart.", "karton", "карт.", "картон"),
    "portsiia": PartForm("por.", "portsiia", "пор.", "порция"),
    "papka": PartForm("p.", "papka", "п.", "папка"),
    "box": PartForm("Box", "Box"),
    "folder": PartForm("Folder", "Folder"),
    "call-number": PartForm("", ""),
    "maco": PartForm("maço", "maço"),
    "delo": PartForm("d.", "delo", "д.", "дело"),
    "ae": PartForm("a.e.", "arkhivna edinitsa", "а.е.", "архивна единица"),
    "file": PartForm("File", "File"),
    "protocol": PartForm("prot.", "protokol", "прот.", "протокол"),
    "document": PartForm("doc.", "document", "док.", "документ"),
    "volume": PartForm("vol.", "volume"),
    "kniga": PartForm("kn.", "kniga", "кн.", "книга"),
    "tom": PartForm("t.", "tom", "т.", "том"),
    "chast": PartForm("ch.", "chast", "ч.", "часть"),
    "piece": PartForm("piece", "piece"),
    "item": PartForm("item", "item"),
    "number": PartForm("No.", "No."),
    "reel": PartForm("Reel", "Reel"),
    "frame": PartForm("frame", "frame"),
}
"""Every part known, from the whole to the detail: also the order in which parts are kept where an archive says none."""

RANKS: Final = {name: rank for rank, name in enumerate(FORMS)}
FOND_PARTS: Final = ("fond", "opis", "delo")
"""What a reference to an archive of the Soviet kind has when nothing else is known of the archive."""


def place(name: str, own: tuple[str, ...] = ()) -> tuple[int, int]:
    """Return where a part stands: as the archive orders its own parts, others between by the table."""
    if name in own:
        return own.index(name) + 1, -1
    rank = RANKS.get(name, len(RANKS))
    return sum(RANKS.get(part, -1) <= rank for part in own), rank


def arranged(parts: tuple[tuple[str, str], ...], own: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return the parts from the whole to the detail; parts of one type keep their order."""
    return tuple(sorted(parts, key=lambda part: place(part[0], own)))
