"""Everything this package raises on purpose.

    TeiError                 root: catch this to catch all of ours
    ├── SourceError          a file cannot be read for what it is (carries a Finding)
    ├── SchemaError          a schema or ODD is wrong (carries its findings)
    └── OutputError          something cannot be written where it was asked for (carries a Finding)

What an editor can mend in a text is never raised: it is a `tei.findings.Finding`. These errors stand for a broken
contract or for a file that cannot be worked on at all; each carries the finding that a report shows for it.
"""

from tei.findings import Finding


class TeiError(Exception):
    """Root of the errors of this package; `findings` is what a report shows for it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


class SourceError(TeiError):
    """A file cannot be read for what it should be: missing, empty, binary, malformed, unsafe."""


class SchemaError(TeiError):
    """A schema, ODD or rule set cannot be used."""


class OutputError(TeiError):
    """A file cannot be written: the folder is read-only, the disk is full, the place is taken."""
