"""The command line: a command is options, one call, a report, an exit code. Only this module knows click, or prints.

What a command needs is imported when it runs, so that `tei --help` answers at once.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei import __version__

if TYPE_CHECKING:
    from tei.findings import Finding

SEVERITIES = ("error", "warning", "info", "never")
_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _epilog(*lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print findings only, no summary.")
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)


def _charset(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    from edition.config import is_charset

    if value is not None and not is_charset(value):
        raise click.BadParameter(f"no character set is called {value!r}; try windows-1251, koi8-r, gb18030, utf-16-le")
    return value


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return the date of encoding: the one given, else that of SOURCE_DATE_EPOCH, else today's."""
    import datetime
    import os

    if value is not None:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise click.BadParameter(f"{value!r} is not a date; write it as 2026-05-03")
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is not a date: {error}") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; it holds seconds since 1970") from None


@click.group(
    context_settings=_CONTEXT,
    epilog=_epilog("tei encode captures/", "tei validate tei/", "tei render tei/ --to html --output html/"),
)
@click.version_option(__version__, "-V", "--version", prog_name="tei", message="%(prog)s %(version)s")
def main() -> None:
    """Scholarly editions of telegrams and letters in TEI: encode, validate, render, cite."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that lacks a letter must not stop the report


@main.command(
    "encode",
    epilog=_epilog(
        "tei encode page.txt --output tei/",
        "tei encode captures/ --config edition.toml",
        "tei encode letter.txt --charset windows-1251",
    ),
)
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[SOURCE]...")
@click.option("-c", "--config", "config_path", type=click.Path(path_type=Path), help="The edition's edition.toml.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the TEI files.  [default: tei]")
@click.option("--charset", callback=_charset, help="Character set of the sources, where it is not found.")
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "encode"]),
    help="What to do with tracked changes of Word files.  [default: refuse such files]",
)
@click.option("--date", callback=_date, help="Date of encoding, ISO 8601.  [default: SOURCE_DATE_EPOCH or today]")
@format_option
@fail_on_option
@quiet_option
def encode_command(
    sources: tuple[Path, ...],
    config_path: Path | None,
    output: Path | None,
    charset: str | None,
    changes: str | None,
    date: str,
    format_: str,
    fail_on: str,
    quiet: bool,
) -> None:
    """Encode captured pages as TEI documents.

    SOURCE is a captured page or a folder of them; without any, those that edition.toml names. Every character of a page
    is accounted for, every document is checked before it is written, and a file that was edited by hand is left alone.
    """
    from edition.commands.encode import EncodeRequest, run_encode

    request = EncodeRequest(sources, config_path or _config_here(sources), output, charset, date, changes)
    _finish(_guarded(lambda: run_encode(request), format_), format_, fail_on, quiet)


def _config_here(sources: tuple[Path, ...]) -> Path | None:
    """Without sources, an edition.toml in this folder is meant."""
    here = Path("edition.toml")
    return here if not sources and here.exists() else None


@main.command(
    "validate",
    epilog=_epilog(
        "tei validate tei/",
        "tei validate letter.xml --schema tei_all.rng",
        "tei validate tei/ --format json --fail-on warning",
        "cat letter.xml | tei validate -",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-s",
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(path_type=Path),
    help="RELAX NG (.rng), XML Schema (.xsd), Schematron (.sch) or ODD (.odd); may be repeated.  [default: our own]",
)
@format_option
@fail_on_option
@quiet_option
def validate_command(
    paths: tuple[str, ...], schemas: tuple[Path, ...], format_: str, fail_on: str, quiet: bool
) -> None:
    """Check TEI files against grammar and rules.

    PATH is a file, a folder that is searched for *.xml, or - for standard input. Exit code 0: nothing found;
    1: findings from --fail-on upwards; 2: the check could not be made.
    """
    from edition.commands.validate import run_validate

    stdin = sys.stdin.buffer.read() if "-" in paths else b""
    _finish(_guarded(lambda: run_validate(paths, schemas, stdin), format_), format_, fail_on, quiet, stdin=stdin)


@main.command(
    "render",
    epilog=_epilog(
        "tei render letter.xml --to text",
        "tei render letter.xml --to html --output letter.html",
        "tei render tei/ --to html --output html/",
        "cat letter.xml | tei render - --to text",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "-t", "--to", "to", type=click.Choice(["html", "text"]), default="html", show_default=True, help="What to make."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder.  [default: standard output]")
@click.option(
    "-w",
    "--width",
    type=click.IntRange(min=0),
    default=72,
    show_default=True,
    help="Columns of plain text; 0: no wrapping.",
)
@click.option("--no-notes", is_flag=True, help="Leave out footnotes and their markers in plain text.")
@format_option
@fail_on_option
@quiet_option
def render_command(
    paths: tuple[Path, ...],
    to: str,
    output: Path | None,
    width: int,
    no_notes: bool,
    format_: str,
    fail_on: str,
    quiet: bool,
) -> None:
    """Render TEI files as HTML pages or plain text.

    PATH is a file, a folder that is searched for *.xml, or - for standard input. One document goes to standard output
    unless --output says otherwise; several files, or a folder, need an output folder.
    """
    from edition.commands.render import RenderRequest, run_render

    stdin = sys.stdin.buffer.read() if Path("-") in paths else b""
    request = RenderRequest(paths, to, output, width, not no_notes, stdin)
    result = _guarded(lambda: run_render(request), format_)
    if result.data is not None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.buffer.flush()
    _finish(result, format_, fail_on, quiet, to_stderr=result.data is not None, stdin=stdin)


@main.group("schema")
def schema_group() -> None:
    """Compile an ODD: RELAX NG, XML Schema, Schematron, and a guide in HTML."""


@schema_group.command("compile", epilog=_epilog("tei schema compile schemas/telegram.odd --output schemas/generated"))
@click.argument("odd", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="Folder for the results.  [default: .]"
)
@format_option
@fail_on_option
@quiet_option
def schema_compile_command(odd: Path, output: Path, format_: str, fail_on: str, quiet: bool) -> None:
    """Compile an ODD to RELAX NG, XML Schema 1.0, ISO Schematron and an HTML guide."""
    from edition.commands.schema import run_schema_compile

    _finish(_guarded(lambda: run_schema_compile(odd, output), format_), format_, fail_on, quiet)


@schema_group.command("guide", epilog=_epilog("tei schema guide schemas/telegram.odd --output guide.html"))
@click.argument("odd", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The HTML file.  [default: standard output]")
@format_option
@fail_on_option
@quiet_option
def schema_guide_command(odd: Path, output: Path | None, format_: str, fail_on: str, quiet: bool) -> None:
    """Write the guide to a schema as one HTML page: elements, attributes, values, examples, rules."""
    from edition.commands.schema import run_schema_guide

    result = _guarded(lambda: run_schema_guide(odd, output), format_)
    if result.data is not None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.buffer.flush()
    _finish(result, format_, fail_on, quiet, to_stderr=result.data is not None)


@main.command(
    "cite",
    epilog=_epilog('tei cite "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"', 'tei cite "FO 371/84053" --style chicago'),
)
@click.argument("reference")
@click.option(
    "--style",
    type=click.Choice(["wilson", "chicago", "gost"]),
    help="Print the reference in this style only.",
)
@click.option(
    "-c", "--config", "config_path", type=click.Path(path_type=Path), help="An edition.toml, for its own archives."
)
@format_option
@fail_on_option
def cite_command(reference: str, style: str | None, config_path: Path | None, format_: str, fail_on: str) -> None:
    """Read an archival reference: what it names, its key, and how each style writes it.

    REFERENCE may hold several holdings in one sentence; - reads one reference a line from standard input.
    """
    from edition.commands.cite import run_cite

    lines = sys.stdin.read().splitlines() if reference == "-" else [reference]
    result = _guarded(lambda: run_cite(lines, style, config_path), format_)
    if format_ == "json":
        click.echo(_bytes(result.json), nl=False)
    else:
        click.echo(result.text, nl=False)
        stdin = "\n".join(lines).encode("utf-8", "replace")
        click.echo(_report(result.findings, "text", (), quiet=True, stdin=stdin), nl=False, err=True)
    _exit(result, fail_on)


@main.command("explain", epilog=_epilog("tei explain VAL101", "tei explain --list"))
@click.argument("code", required=False)
@click.option("--list", "list_", is_flag=True, help="List all codes.")
def explain_command(code: str | None, list_: bool) -> None:
    """Say what a finding means, with a bad and a good example."""
    from edition.explaining import explain, listing

    if list_ or not code:
        click.echo(listing(), nl=False)
        return
    text = explain(code)
    if text is None:
        raise click.UsageError(f"no finding has the code {code}; tei explain --list shows all")
    click.echo(text, nl=False)


def _finish(
    result: Any, format_: str, fail_on: str, quiet: bool, *, to_stderr: bool = False, stdin: bytes = b""
) -> None:
    """Print the report of a command and leave with its exit code."""
    if format_ == "json":
        click.echo(_bytes(result.json), nl=False, err=to_stderr)
    else:
        if not quiet and result.text:
            click.echo(result.text, nl=False, err=to_stderr)
        show_summary = not quiet and not to_stderr
        click.echo(
            _report(result.findings, "text", result.files, quiet=not show_summary, stdin=stdin), nl=False, err=to_stderr
        )
    _exit(result, fail_on)


def _report(findings: Sequence[Finding], format_: str, files: Sequence[str], *, quiet: bool, stdin: bytes = b"") -> str:
    from edition.reports import json_report, source_lines, text_report

    if format_ == "json":
        return json_report(findings, files=files)
    return text_report(findings, files=files, colour=_colour(), summary=not quiet, sources=source_lines(stdin))


def _bytes(json: str) -> bytes:
    """JSON is UTF-8 whatever the console is; bytes of a file name that are not become escapes."""
    return json.encode("utf-8", "backslashreplace")


def _colour() -> bool:
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _exit(result: Any, fail_on: str) -> None:
    from tei.findings import Severity

    if result.refused:
        sys.exit(2)
    if fail_on != "never" and any(finding.severity >= Severity[fail_on.upper()] for finding in result.findings):
        sys.exit(1)


def _guarded(call: Callable[[], Any], format_: str) -> Any:
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
    report = _report(findings, format_, (), quiet=True)
    click.echo(_bytes(report) if format_ == "json" else report, err=format_ != "json", nl=False)
    sys.exit(2)


if __name__ == "__main__":
    main()
