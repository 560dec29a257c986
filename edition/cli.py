"""The command line: a command is options, one call, a report, an exit code.

Only this module and its parts know click, or print: `options`, `console` (reports and exit codes), `publishing` (the
commands that make a site). What a command needs is imported when it runs, so that `tei --help` answers at once.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Any

import click

from edition.console import as_bytes, coloured, finish, guarded, leave, report_of
from edition.exchanging import export_command, import_command
from edition.options import (
    CONTEXT,
    SEVERITIES,
    cache_folder,
    check_options,
    epilog,
    fail_on_option,
    format_option,
    ident_option,
    progress,
    quiet_option,
    read_stdin,
    review_file,
    settle,
    source_option,
    today,
)
from edition.options import charset as charset_of
from edition.options import date as date_of
from edition.publishing import build_command, new_command, serve_command
from tei import __version__


@click.group(
    context_settings=CONTEXT,
    epilog=epilog("tei new my-edition", "tei encode", "tei validate", "tei build"),
)
@click.version_option(__version__, "-V", "--version", prog_name="tei", message="%(prog)s %(version)s")
def main() -> None:
    """Scholarly editions of telegrams and letters in TEI: encode, validate, publish, cite."""
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
    "--review",
    type=click.Path(path_type=Path),
    callback=review_file,
    help="Write a page to check the run: sources beside telegrams.",
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

    config = config_path or _config_here(sources)
    request = EncodeRequest(sources, config, output, charset, date, changes, review, cache_folder())
    finish(guarded(lambda: run_encode(request), format_), format_, fail_on, quiet)


def _config_here(sources: tuple[Path, ...]) -> Path | None:
    """Without sources, an edition.toml in this folder is meant."""
    here = Path("edition.toml")
    return here if not sources and here.exists() else None


@main.command(
    "validate",
    epilog=epilog(
        "tei validate",
        "tei validate tei/",
        "tei validate letter.xml --schema tei_all.rng",
        "tei validate tei/ --format json --fail-on warning",
        "tei validate tei/ --format sarif --output findings.sarif --jobs 0",
        "cat letter.xml | tei validate -",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
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

    PATH is a file, a folder that is searched for *.xml, a pattern such as "letters/**/*.xml", or - for standard input;
    without any, the documents of the edition in this folder. Without --schema, files are checked against the schemas
    that they name, else against our own. Exit code 0: nothing found; 1: findings from --fail-on upwards; 2: the check
    could not be made.
    """
    from edition.commands.validate import ValidateRequest, lint_config, run_validate, watched
    from edition.watching import watch

    paths = paths or _documents_here(format_)
    stdin = read_stdin() if "-" in paths else b""
    request = ValidateRequest(paths, schemas, stdin, compiled=cache_folder(), today=today(), **asked)
    config = guarded(lambda: lint_config(request), format_)
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
            config = guarded(lambda: lint_config(request), format_)
        click.clear()  # on a terminal alone
        _deliver(check(), format_, level, quiet, output, stdin)

    if watching:
        with contextlib.suppress(KeyboardInterrupt):
            watch(lambda: watched(request, config), again)
        return
    result = guarded(check, format_)
    _deliver(result, format_, level, quiet, output, stdin)
    leave(result, level)


def _documents_here(format_: str) -> tuple[str, ...]:
    """Return the documents of the edition in this folder."""
    from edition.commands.sources import SETTINGS, find_sources

    if not Path(SETTINGS).is_file():
        raise click.UsageError(f"Missing argument 'PATH...': here is no {SETTINGS} that would say which files")
    return tuple(map(str, guarded(lambda: find_sources((), None, None), format_).paths))


def _deliver(result: Any, format_: str, fail_on: str, quiet: bool, output: Path | None, stdin: bytes) -> None:
    """Print a report of `tei validate`, or write it to a file; the figures are printed all the same."""
    from edition.commands.reporting import in_form
    from edition.reports import summary_line

    text = in_form(result, format_, fail_on, quiet=quiet, stdin=stdin, colour=output is None and coloured())
    if output is None:
        click.echo(text if format_ == "text" else as_bytes(text), nl=False)
        return
    from tei.files import write_atomic

    guarded(lambda: write_atomic(output, as_bytes(text)), "text")
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
    result = guarded(lambda: run_render(request), format_)
    if result.data is not None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.buffer.flush()
    finish(result, format_, fail_on, quiet, to_stderr=result.data is not None, stdin=stdin)


@main.group("schema")
def schema_group() -> None:
    """Compile an ODD: RELAX NG, XML Schema, Schematron, and a guide in HTML."""


@schema_group.command("compile", epilog=epilog("tei schema compile schemas/telegram.odd --output schemas/generated"))
@click.argument("odd", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path(), help="Folder for the results.  [default: .]"
)
@source_option
@ident_option
@format_option
@fail_on_option
@quiet_option
def schema_compile_command(
    odd: Path, output: Path, source: Path | None, ident: str, format_: str, fail_on: str, quiet: bool
) -> None:
    """Compile an ODD to RELAX NG, XML Schema 1.0, ISO Schematron and an HTML guide."""
    from edition.commands.schema import run_schema_compile

    finish(guarded(lambda: run_schema_compile(odd, output, source, ident), format_), format_, fail_on, quiet)


@schema_group.command("guide", epilog=epilog("tei schema guide schemas/telegram.odd --output guide.html"))
@click.argument("odd", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The HTML file.  [default: standard output]")
@source_option
@ident_option
@format_option
@fail_on_option
@quiet_option
def schema_guide_command(
    odd: Path, output: Path | None, source: Path | None, ident: str, format_: str, fail_on: str, quiet: bool
) -> None:
    """Write the guide to a schema as one HTML page: elements, attributes, values, examples, rules."""
    from edition.commands.schema import run_schema_guide

    result = guarded(lambda: run_schema_guide(odd, output, source, ident), format_)
    if result.data is not None:
        sys.stdout.buffer.write(result.data)
        sys.stdout.buffer.flush()
    finish(result, format_, fail_on, quiet, to_stderr=result.data is not None)


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
    result = guarded(lambda: run_cite(lines, style, config_path), format_)
    if format_ == "json":
        click.echo(as_bytes(result.json), nl=False)
    else:
        click.echo(result.text, nl=False)
        stdin = "\n".join(lines).encode("utf-8", "replace")
        click.echo(report_of(result.findings, "text", (), quiet=True, stdin=stdin), nl=False, err=True)
    leave(result, fail_on)


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


for _command in (build_command, serve_command, new_command, export_command, import_command):
    main.add_command(_command)

if __name__ == "__main__":
    main()
