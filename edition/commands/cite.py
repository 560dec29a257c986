"""`tei cite`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from edition.commands.result import STDIN, Result
from edition.config import Config, load_config
from edition.register import repositories_of
from tei.archives import STYLES, describe, format_reference, key, parse_all
from tei.authority import Authority
from tei.findings import Finding, Location, Rule, Severity, worst

UNREADABLE_REFERENCE = Rule(
    "ARC199",
    "not-a-reference",
    Severity.ERROR,
    "The words hold no archival reference that could be read.",
    bad='tei cite "in the archive in Moscow"',
    good='tei cite "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"',
)
RULES = (UNREADABLE_REFERENCE,)


def run_cite(lines: Iterable[str], style: str | None, config_path: Path | None) -> Result:
    """Read archival references, one or several a line."""
    config, findings = load_config(config_path) if config_path else (Config(), ())
    if worst(findings) is Severity.ERROR:
        return Result(tuple(findings), refused=True)
    authority, more = Authority.load(config.authority, builtin=False)
    register = repositories_of(authority)
    found: list[Finding] = [*findings, *more]
    blocks: list[str] = []
    records: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        references = parse_all(line, repositories=register)
        if not references and line.strip():
            found.append(_unread(number, f"no archival reference in {line.strip()[:80]!r}"))
        for reference in references:
            written: dict[str, str] = {name: format_reference(reference, name) for name in STYLES}
            rows = [*describe(reference), *written.items()]
            records.append({"key": key(reference), "parts": dict(reference.idnos), "styles": written, "cited": line})
            blocks.append(f"{written[style]}\n" if style else _table(rows))
    if not records and not found:
        found.append(_unread(1, "there is nothing to read"))
    text = "".join(blocks) if style else "\n".join(blocks)
    return Result(tuple(found), text=text, extra=(("references", records),))


def _unread(line: int, message: str) -> Finding:
    hint = 'for example "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"'
    return UNREADABLE_REFERENCE.at(Location(STDIN, line, 1), message, hint)


def _table(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:<{width}}  {value}\n" for label, value in rows)
