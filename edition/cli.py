"""The command line: a command is options, one call, a report, an exit code. Only this module knows click, or prints.

What a command needs is imported when it runs, so that `tei --help` answers at once.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from edition.options import (
    CONTEXT,
    SEVERITIES,
    cache_folder,
    check_options,
    epilog,
    fail_on_option,
    format_option,
    progress,
    quiet_option,
    read_stdin,
    settle,
    today,
)
from edition.options import charset as charset_of
from edition.options import date as date_of
from tei import __version__

if TYPE_CHECKING:
    from tei.findings import Finding


@click.group(
    context_settings=CONTEXT,
    epilog=epilog("tei encode captures/", "tei validate tei/", "tei render tei/ --to html --output html/"),
)
@click.version_option(__version__, "-V", "--version", prog_name="tei", message="%(prog)s %(version)s")
def main() -> None:
    """Scholarly editions of telegrams and letters in TEI: encode, validate, render, cite."""
    settle()


@main.command(
    "encode",
    epilog=epilog(
        "tei encode page.txt --output tei/",
        "tei encode captures/ --config edition.toml",
        "tei encode captures/ --review review.html",
        "tei encode letter.txt --charset windows-1251",
    ),
)
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[SOURCE]...")
@click.option("-c", "--config", "config_path", type=click.Path(path_type=Path), help="The edition's edition.toml.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the TEI files.  [default: tei]")
@click.option(
    "--review", type=click.Path(path_type=Path), help="Write a page to check the run: sources beside telegrams."
)
@click.option("--charset", callback=charset_of, help="Character set of the sources, where it is not found.")
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "encode"]),
    help="What to do with tracked changes of Word files.  [default: refuse such files]",
)
@click.option("--date", callback=date_of, help="Date of encoding, ISO 8601.  [default: SOURCE_DATE_EPOCH or today]")
@format_option
@fail_on_option
@quiet_option
def encode_command(
    sources: tuple[Path, ...],
    config_path: Path | None,
    output: Path | None,
    review: Path | None,
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

    request = EncodeRequest(sources, config_path or _config_here(sources), output, charset, date, changes, review)
    _finish(_guarded(lambda: run_encode(request), format_), format_, fail_on, quiet)


def _config_here(sources: tuple[Path, ...]) -> Path | None:
    """Without sources, an edition.toml in this folder is meant."""
    here = Path("edition.toml")
    return here if not sources and here.exists() else None


@main.command(
    "validate",
    epilog=epilog(
        "tei validate tei/",
        "tei validate letter.xml --schema tei_all.rng",
        "tei validate tei/ --format json --fail-on warning",
        "tei validate tei/ --format sarif --output findings.sarif --jobs 0",
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
@check_options
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "junit", "sarif", "github", "markdown"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File for the report.  [default: standard output]"
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="Exit with 1 from this severity on.  [default: error]")
@quiet_option
def validate_command(
    paths: tuple[str, ...],
    schemas: tuple[Path, ...],
    format_: str,
    output: Path | None,
    fail_on: str | None,
    quiet: bool,
    watching: bool,
    **asked: Any,
) -> None:
    """Check TEI files against grammar and rules.

    PATH is a file, a folder that is searched for *.xml, a pattern such as "letters/**/*.xml", or - for standard input.
    Without --schema, files are checked against the schemas that they name, else against our own. Exit code 0: nothing
    found; 1: findings from --fail-on upwards; 2: the check could not be made.
    """
    from edition.commands.validate import ValidateRequest, lint_config, run_validate, watched
    from edition.watching import watch

    stdin = read_stdin() if "-" in paths else b""
    request = ValidateRequest(paths, schemas, stdin, compiled=cache_folder(), today=today(), **asked)
    config = _guarded(lambda: lint_config(request), format_)
    if request.update_baseline and not (request.baseline or config.baseline):
        raise click.UsageError("--update-baseline needs --baseline FILE")
    level = fail_on or config.fail_on or "error"

    def check() -> Any:
        shown = format_ == "text" and not quiet and sys.stderr.isatty()
        with progress(len(watched(request, config)) if shown else 0) as step:
            return run_validate(request, config, step)

    def again() -> None:
        nonlocal config
        with contextlib.suppress(SystemExit):  # settings that are wrong are reported, and the old ones kept
            config = _guarded(lambda: lint_config(request), format_)
        click.clear()  # on a terminal alone
        _deliver(check(), format_, level, quiet, output, stdin)

    if watching:
        with contextlib.suppress(KeyboardInterrupt):
            watch(lambda: watched(request, config), again)
        return
    result = _guarded(check, format_)
    _deliver(result, format_, level, quiet, output, stdin)
    _exit(result, level)


def _deliver(result: Any, format_: str, fail_on: str, quiet: bool, output: Path | None, stdin: bytes) -> None:
    """Print a report of `tei validate`, or write it to a file; the figures are printed all the same."""
    from edition.commands.reporting import in_form
    from edition.reports import summary_line

    text = in_form(result, format_, fail_on, quiet=quiet, stdin=stdin, colour=output is None and _colour())
    if output is None:
        click.echo(text if format_ == "text" else _bytes(text), nl=False)
        return
    from tei.files import write_atomic

    _guarded(lambda: write_atomic(output, _bytes(text)), "text")
    if not quiet:
        click.echo(summary_line(result.findings, result.files), err=True)


@main.command(
    "render",
    epilog=epilog(
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


@schema_group.command("compile", epilog=epilog("tei schema compile schemas/telegram.odd --output schemas/generated"))
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


@schema_group.command("guide", epilog=epilog("tei schema guide schemas/telegram.odd --output guide.html"))
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
    epilog=epilog('tei cite "RGASPI, f. 558, op. 11, d. 330, ll. 95–96"', 'tei cite "FO 371/84053" --style chicago'),
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


@main.command("explain", epilog=epilog("tei explain VAL101", "tei explain --list"))
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
        for piece in result.json_pieces():
            click.echo(_bytes(piece), nl=False, err=to_stderr)
    else:
        if not quiet and result.text:
            click.echo(result.text, nl=False, err=to_stderr)
        for piece in result.text_pieces(colour=_colour(), summary=not quiet and not to_stderr, stdin=stdin):
            click.echo(piece, nl=False, err=to_stderr)
    _exit(result, fail_on)


def _report(findings: Sequence[Finding], form: str, files: Sequence[str], *, quiet: bool, **shown: Any) -> str:
    from edition.reports import report

    return report(findings, form, files, summary=not quiet, colour=_colour(), **shown)


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
