"""How a command ends: its report is printed, and its exit code says how it went. Used by the command line alone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tei.findings import Finding


def finish(
    result: Any, format_: str, fail_on: str, quiet: bool, *, to_stderr: bool = False, stdin: bytes = b""
) -> None:
    """Print the report of a command and leave with its exit code."""
    if format_ == "json":
        for piece in result.json_pieces():
            click.echo(as_bytes(piece), nl=False, err=to_stderr)
    else:
        if not quiet and result.text:
            click.echo(result.text, nl=False, err=to_stderr)
        for piece in result.text_pieces(colour=coloured(), summary=not quiet and not to_stderr, stdin=stdin):
            click.echo(piece, nl=False, err=to_stderr)
    leave(result, fail_on)


def report_of(findings: Sequence[Finding], form: str, files: Sequence[str], *, quiet: bool, **shown: Any) -> str:
    """Return the report on findings in a form."""
    from edition.reports import report

    return report(findings, form, files, summary=not quiet, colour=coloured(), **shown)


def as_bytes(json: str) -> bytes:
    """JSON is UTF-8 whatever the console is; bytes of a file name that are not become escapes."""
    return json.encode("utf-8", "backslashreplace")


def coloured() -> bool:
    """Say whether standard output takes colours and wants them."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def leave(result: Any, fail_on: str) -> None:
    """Leave with the exit code of a result: 2 refused, 1 a finding of that severity; else go on."""
    from tei.findings import Severity

    if result.refused:
        sys.exit(2)
    if fail_on != "never" and any(finding.severity >= Severity[fail_on.upper()] for finding in result.findings):
        sys.exit(1)


def guarded(call: Callable[[], Any], format_: str) -> Any:
    """Make a call; what makes it impossible is reported, with the exit code of usage and configuration errors."""
    from tei.errors import TeiError

    try:
        return call()
    except TeiError as error:
        findings = error.findings
    except OSError as error:  # a folder that may not be listed, a disk that fails: what no reader has foreseen
        from tei.findings import Location
        from tei.xmlfile import NOT_FOUND

        message = f"cannot be used: {error.strerror or error}"
        findings = (NOT_FOUND.at(Location(str(error.filename or "")), message, "check the path and its permissions"),)
    report = report_of(findings, format_, (), quiet=True)
    click.echo(as_bytes(report) if format_ == "json" else report, err=format_ != "json", nl=False)
    sys.exit(2)
