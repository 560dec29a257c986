"""`tei schema compile` and `tei schema guide`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from edition.commands.result import Result
from tei.errors import SchemaError
from tei.files import write_atomic
from tei.findings import Severity, worst
from tei.odd import OddSchema, compile_all, compile_guide, read_odd


def run_schema_compile(odd: Path, output: Path, source: Path | None = None, ident: str = "") -> Result:
    """Compile an ODD into a folder: all files or none.

    `source` has what it takes from elsewhere; `ident` names one of several schemas, and then its files.
    """

    def write(schema: OddSchema) -> str:
        made = compile_all(schema, ident or odd.stem)
        for name, data in made.items():
            write_atomic(output / name, data)
        return f"{', '.join(made)} written to {output}\n"

    return _with_odd(odd, source, ident, lambda schema: Result(text=write(schema)))


def run_schema_guide(odd: Path, output: Path | None, source: Path | None = None, ident: str = "") -> Result:
    """Write the guide of an ODD to a file, or return it for standard output."""

    def write(schema: OddSchema) -> Result:
        data = compile_guide(schema)
        if output is None:
            return Result(data=data)
        write_atomic(output, data)
        return Result(text=f"{output} written\n")

    return _with_odd(odd, source, ident, write)


def _with_odd(odd: Path, source: Path | None, ident: str, make: Callable[[OddSchema], Result]) -> Result:
    reading = read_odd(odd, source, ident)
    if reading.schema is None or worst(reading.findings) is Severity.ERROR:
        return Result(reading.findings, (str(odd),))
    try:
        made = make(reading.schema)
    except SchemaError as error:
        return Result((*reading.findings, *error.findings), (str(odd),))
    return replace(made, findings=(*reading.findings, *made.findings), files=(str(odd),))
