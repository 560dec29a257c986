"""The commands of exchange with other projects: `tei export`."""

from __future__ import annotations

from pathlib import Path

import click

from edition.console import finish, guarded
from edition.exchange.formats import FORMATS
from edition.options import epilog, fail_on_option, format_option, quiet_option
from edition.publishing import config_option, jobs_option, url_of

_LISTED = "\n".join(f"{each.name:<9} {each.title}" for each in FORMATS)
_HELP = f"""Write an edition in a format of other projects. FORMAT is one of

\b
{_LISTED}

PATH is the folder of an edition, a folder of TEI files, or TEI files; without any, the edition in this folder. What
the format cannot hold is reported, document by document; what stood there stays until the export is whole.
"""


@click.command(
    "export",
    epilog=epilog(
        *("tei export cmif", "tei export cmif letters/ --output letters.xml --base-url https://example.org/letters/")
    ),
    help=_HELP,
)
@click.argument("name", type=click.Choice([each.name for each in FORMATS]), metavar="FORMAT")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@config_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder.  [default: export/FORMAT]")
@click.option("--base-url", "url", callback=url_of, metavar="URL", help="Address that the site has.")
@jobs_option
@format_option
@fail_on_option
@quiet_option
def export_command(
    name: str,
    paths: tuple[Path, ...],
    config_path: Path | None,
    output: Path | None,
    url: str,
    jobs: int,
    format_: str,
    fail_on: str,
    quiet: bool,
) -> None:
    """Export; the help is above, for it lists the formats."""
    from edition.commands.build import cores
    from edition.commands.export import ExportRequest, run_export

    request = ExportRequest(name, paths, config_path, output, url, jobs or cores())
    finish(guarded(lambda: run_export(request), format_), format_, fail_on, quiet)
