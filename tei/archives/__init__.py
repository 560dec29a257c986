"""Archival references: parse, normalise, compare, format, and find in running text.

    parse("RGASPI, f. 558, op. 11, d. 330, ll. 0095-0096").key   →   "rgaspi/558/11/330/95-96"

What the names of archives are, and what their references look like, is data: repositories.toml, and what an edition
adds with `builtin().extended(…)`.

    script       two alphabets made comparable          repository   archives and the register of their names
    leaves       leaves, ranges, lists of them          parts        types of parts, their order and labels in print
    labels       words before the parts of a shelf mark templates    how an archive says what its segments look like
    marks        a shelf mark as far as it is read      meaning      what a label means where it stands
    shelfmark    fond, opis, delo … at one place        segments     parts between commas: American, British …
    archive_names  whose shelf mark it is               reading      all references of a text, in one pass
    after_names  … behind the name of an archive        readings     a reference at its place
    reference    the value; key, same_file, contains    behind       archives named behind their shelf marks
    citation     parse, parse_all, find, find_in_source
    style        wilson, chicago, gost                  faults       what an editor should see
"""

from tei.archives.citation import Found, find, find_in_source, parse, parse_all
from tei.archives.faults import RULES, findings
from tei.archives.leaves import Leaf, LeafRange, count_leaves, single, write_leaves
from tei.archives.reference import ArchivalReference, contains, describe, key, same_file
from tei.archives.repository import Repositories, Repository, builtin, unknown
from tei.archives.style import STYLES, format_reference

__all__ = [
    "RULES",
    "STYLES",
    "ArchivalReference",
    "Found",
    "Leaf",
    "LeafRange",
    "Repositories",
    "Repository",
    "builtin",
    "contains",
    "count_leaves",
    "describe",
    "find",
    "find_in_source",
    "findings",
    "format_reference",
    "key",
    "parse",
    "parse_all",
    "same_file",
    "single",
    "unknown",
    "write_leaves",
]
