"""Authority lists: persons, places, organisations and repositories from TEI, found in texts and envelopes.

    authority, findings = Authority.load(["lists/persons.xml"])
    authority.find("Mao wrote to FILIPPOV from Beiping", date="1949-01-10")
    authority.resolve("Com[rade] Filippov", date="1949-01-10").entry

Parts: `entries` the values, `reading` TEI → entries, `checks` what is wrong in a list; `folding`, `declension` and
`forms` what counts as the same name; `lexicon` the index, `matching` running text, `resolving` names of envelopes;
`excerpt` entries → TEI, `repositories` an edition's own archives, `lists` all of it together.
"""

from tei.authority.checks import RULES
from tei.authority.entries import Entry, Kind, Period, Variant
from tei.authority.excerpt import entry_element, list_elements
from tei.authority.lexicon import LOCAL
from tei.authority.lists import Authority
from tei.authority.matching import Match
from tei.authority.repositories import RepositoryMapping
from tei.authority.resolving import Resolution

__all__ = (
    "LOCAL",
    "RULES",
    "Authority",
    "Entry",
    "Kind",
    "Match",
    "Period",
    "RepositoryMapping",
    "Resolution",
    "Variant",
    "entry_element",
    "list_elements",
)
