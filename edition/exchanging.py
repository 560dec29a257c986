"""The commands of exchange with other projects: `tei export`, `tei import`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from edition.console import finish, guarded
from edition.exchange.formats import FORMATS
from edition.intake.forms import FORMS
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


_FORMS = "\n".join(f"{each.name:<9} {each.title}" for each in FORMS)
_IMPORT_HELP = f"""Take in what others encoded or listed. FILE is a file, or a folder of XML files, of one of
these forms:

\b
{_FORMS}

In the folder of an edition the documents go to import/NAME/tei, and `tei build`, `tei validate` and `tei export` see
them; the source is kept beside them, byte by byte. A file that was changed by hand since is never written over.
"""


def _prefix(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return what ids may begin with."""
    if value and not re.fullmatch(r"[^\W\d][\w.-]*", value):
        raise click.BadParameter(
            f"{value!r}: an id begins with a letter, and has letters, digits, hyphens and full stops"
        )
    return value


def _language(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the code of a language."""
    if value and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise click.BadParameter(f"{value!r} is no code of a language; write it as en, ru or zh-Hant")
    return value


@click.command(
    "import",
    epilog=epilog(
        "tei import volume.xml",
        "tei import letters/ --prefix karsk- --schema tei_all.rng",
        "tei import table.csv --mapping columns.toml --dry-run",
    ),
    help=_IMPORT_HELP,
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--as", "form", type=click.Choice([each.name for each in FORMS]), help="Form of the files.  [default: found]"
)
@config_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder.  [default: import/NAME]")
@click.option("--prefix", default="", callback=_prefix, metavar="TEXT", help="What the ids of documents begin with.")
@click.option("--mapping", type=click.Path(path_type=Path), help="TOML file that says what the columns of a table are.")
@click.option(
    "-s",
    "--schema",
    "schemas",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Schema to check documents against.",
)
@click.option(
    "--lang", default="", callback=_language, metavar="CODE", help="Language of texts that do not say theirs."
)
@click.option("--check", "--dry-run", "dry", is_flag=True, help="Say what would be imported, and write nothing.")
@format_option
@fail_on_option
@quiet_option
def import_command(
    paths: tuple[Path, ...],
    form: str | None,
    config_path: Path | None,
    output: Path | None,
    prefix: str,
    mapping: Path | None,
    schemas: tuple[Path, ...],
    lang: str,
    dry: bool,
    format_: str,
    fail_on: str,
    quiet: bool,
) -> None:
    """Import; the help is above, for it lists the forms."""
    from edition.commands.intake import ImportRequest, run_import

    here = Path("edition.toml")
    config = config_path or (here if here.is_file() else None)
    request = ImportRequest(paths, form or "", config, output, prefix, mapping, schemas, lang, dry)
    finish(guarded(lambda: run_import(request), format_), format_, fail_on, quiet)
