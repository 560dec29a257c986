"""The commands that make a site: `tei new`, `tei build`, `tei serve`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from edition.console import finish, guarded
from edition.options import WORTH_A_BAR, epilog, format_option, quiet_option


def url_of(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return the address of a site, with a slash at its end."""
    from edition.values import address

    if not value:
        return ""
    try:
        return address(value)
    except TypeError as error:
        raise click.BadParameter(f"{value!r}; wanted: {error}") from None


config_option = click.option("-c", "--config", "config_path", type=click.Path(path_type=Path), help="The edition.toml.")
jobs_option = click.option(
    "-j", "--jobs", default=0, show_default=True, type=click.IntRange(0), help="Processes; 0 for all cores."
)


@click.command(
    "build",
    epilog=epilog(
        "tei build",
        "tei build letters/ --output site/",
        "tei build --strict --base-url https://example.org/karsk/",
        "tei build --no-search --jobs 1 --format json",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@config_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder of the site.  [default: site]")
@click.option("--base-url", "url", callback=url_of, metavar="URL", help="Address that the site will have.")
@click.option("--strict", is_flag=True, help="Warnings fail, and what fails leaves the old site as it is.")
@click.option("--search/--no-search", "index", default=True, help="Renew the search index, or leave it as it is.")
@click.option("--clean", is_flag=True, help="Make every page anew.")
@jobs_option
@format_option
@quiet_option
def build_command(
    paths: tuple[Path, ...],
    config_path: Path | None,
    output: Path | None,
    url: str,
    strict: bool,
    index: bool,
    clean: bool,
    jobs: int,
    format_: str,
    quiet: bool,
) -> None:
    """Build the site of an edition: HTML that needs no server, no database, no script to be read.

    PATH is the folder of an edition, a folder of TEI files, or TEI files; without any, the edition in this folder. The
    old site stands until the new one is whole and its links are verified. Only pages whose documents changed are made.
    """
    from edition.commands.build import BuildRequest, run_build

    request = BuildRequest(paths, config_path, output, strict, jobs, url, index, clean)
    with _progress(format_ == "text" and not quiet) as (on_plan, on_page):
        result = guarded(lambda: run_build(request, on_plan, on_page), format_)
    finish(result, format_, "warning" if strict else "error", quiet)


@contextlib.contextmanager
def _progress(wanted: bool) -> Iterator[tuple[Callable[[int], None] | None, Callable[[], None] | None]]:
    """Show on a terminal how many pages are made, once it is known how many there will be."""
    if not (wanted and sys.stderr.isatty()):
        yield None, None
        return
    bars: list[Any] = []
    with contextlib.ExitStack() as stack:

        def on_plan(number: int) -> None:
            if number >= WORTH_A_BAR:
                bars.append(
                    stack.enter_context(click.progressbar(length=number, label="making pages", file=sys.stderr))
                )

        def on_page() -> None:
            for bar in bars:
                bar.update(1)

        yield on_plan, on_page


@click.command("serve", epilog=epilog("tei serve", "tei serve --open", "tei serve letters/ --port 9000"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@config_option
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 for a free one.")
@click.option("--open", "open_", is_flag=True, help="Open the site in the browser.")
@jobs_option
def serve_command(paths: tuple[Path, ...], config_path: Path | None, port: int, open_: bool, jobs: int) -> None:
    """Show the site of an edition while you work on it, until Ctrl-C.

    Builds, serves on 127.0.0.1, and builds again when a document, a list, edition.toml or a file of the edition's own
    folder changes; the open page loads itself anew. What is wrong is shown in the page, and the last good site stays.
    """
    from edition.commands.serve import ServeRequest, run_serve

    def say(line: str) -> None:
        click.echo(line, err=True)

    request = ServeRequest(paths, config_path, port, open_, jobs)
    with contextlib.suppress(KeyboardInterrupt):
        guarded(lambda: run_serve(request, say), "text")


@click.command("new", epilog=epilog("tei new my-edition", 'tei new my-edition --title "Letters of Karsk"'))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--title", default="", help="Title of the edition.")
@format_option
@quiet_option
def new_command(folder: Path, title: str, format_: str, quiet: bool) -> None:
    """Start an edition that builds at once: settings, authority lists, sample captures, workflow for publishing.

    DIR is made; one that is there and not empty is refused.
    """
    from edition.commands.new import run_new

    result = guarded(lambda: run_new(folder, title), format_)
    if format_ == "json":
        finish(result, format_, "error", quiet)
    elif not quiet:
        click.echo(result.text, nl=False)
