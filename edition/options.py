"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import click

WORTH_A_BAR = 20
SEVERITIES = ("error", "warning", "info", "never")
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def epilog(*lines: str) -> str:
    """Return the examples at the end of a command's help."""
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

source_option = click.option(
    "--source",
    type=click.Path(path_type=Path),
    help="What an ODD takes from elsewhere: TEI's p5subset.xml.  [default: what it names, or p5subset.xml beside it]",
)

ident_option = click.option(
    "--ident", default="", metavar="NAME", help="Which schema, where the ODD has several.  [default: the first]"
)

_CHECK: Final = (
    click.option("--rules/--no-rules", default=True, help="Run rules beside grammars: our own, and those inside."),
    click.option("--phase", default="", metavar="NAME", help="Phase of Schematron schemas; #ALL for every pattern."),
    click.option("--svrl", type=click.Path(path_type=Path), help="Folder for the results of Schematron as SVRL."),
    click.option("--catalog", "catalogs", multiple=True, type=click.Path(path_type=Path), help="OASIS XML catalog."),
    source_option,
    click.option("--config", type=click.Path(path_type=Path), help="Settings.  [default: tei-lint.toml here or above]"),
    click.option("--baseline", type=click.Path(path_type=Path), help="Known findings, which are not reported again."),
    click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline."),
    click.option(
        "--changed-since", "since", default="", metavar="REV", help="Only files that differ from this revision."
    ),
    click.option(
        "-j", "--jobs", default=1, show_default=True, type=click.IntRange(0), help="Processes; 0 for all cores."
    ),
    click.option(
        "--time-limit",
        default=60.0,
        show_default=True,
        type=click.FloatRange(0),
        metavar="SECONDS",
        help="For the rules of a schema on one file; 0 for none.",
    ),
    click.option("--cache", type=click.Path(path_type=Path), help="File that remembers what was found in which file."),
)
"""How `tei validate` checks: rules, settings, which files, how many processes."""


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `_CHECK`, in this order."""
    for option in reversed(_CHECK):
        command = option(command)
    return command


REVIEW_MARK: Final = b'<meta name="generator" content="tei encode --review">'
"""What the head of a review page has: no other file is written over by one."""


def review_file(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a file for the review page that is something else: "--review page.txt" forgets the name of its own."""
    if value is None or not value.is_file():
        return value
    with value.open("rb") as stream:
        head = stream.read(4096)
    if head.strip() and REVIEW_MARK not in head:
        raise click.BadParameter(f"{value} is there already and is no review page; name another file, as review.html")
    return value


def charset(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the name of a character set; raises BadParameter where there is none of that name."""
    from edition.config import is_charset

    if value is not None and not is_charset(value):
        raise click.BadParameter(f"no character set is called {value!r}; try windows-1251, koi8-r, gb18030, utf-16-le")
    return value


def date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return the date of encoding: the one given, else that of SOURCE_DATE_EPOCH, else today's."""
    import datetime

    if value is not None:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise click.BadParameter(f"{value!r} is not a date; write it as 2026-05-03")
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is not a date: {error}") from None
    return today()


@contextlib.contextmanager
def progress(number: int) -> Iterator[Callable[[], None] | None]:
    """Show on standard error how far a command has come, and give what to call after each of `number` files.

    Nothing is shown, and None given, where there are too few files to wait for.
    """
    if number < WORTH_A_BAR:
        yield None
        return
    with click.progressbar(length=number, label="checking", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def cache_folder() -> Path:
    """Return the folder of this user's cache, as the system has it: compiled schemas and expressions are kept there.

    A user without a home, as in some containers, gets a folder that cannot be: nothing is kept.
    """
    try:
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        base = os.devnull
    return Path(base) / "tei-edition"


def read_stdin() -> bytes:
    """Return standard input, cut off one byte after what any file may have, so that it is refused and not stored."""
    from tei.xmlfile import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)


def today() -> str:
    """Return the date of this run as YYYY-MM-DD: that of SOURCE_DATE_EPOCH, else today's."""
    import datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; it holds seconds since 1970") from None


def settle() -> None:
    """Make this process ready for a command: a console that lacks a letter must not stop a report.

    What a command loads stays, and the collector of rings would look at it again and again; it comes seldom here.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(50_000, 20, 20)
