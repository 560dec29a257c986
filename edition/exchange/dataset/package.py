"""datapackage.json: the tables with their types and keys, as Frictionless Data Package 1.0 describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from edition.exchange.dataset.schema import Column, Table
from edition.exchange.request import Request
from tei.slugs import slug

NAME: Final = "datapackage.json"


def describe(request: Request, tables: Iterable[Table]) -> bytes:
    """Return the description of the data set.

    The resources are the CSV files, as the specification wants it of tables; JSON Lines have the same columns.
    """
    settings = request.settings
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": slug(settings.id or settings.title) or "edition",
        "title": settings.title,
        "description": settings.description,
        "homepage": settings.url,
        "licenses": [_without_empty({"title": settings.licence, "path": settings.licence_url})],
        "contributors": [
            *({"title": editor, "role": "author"} for editor in settings.editors),
            *([{"title": settings.publisher, "role": "publisher"}] if settings.publisher else []),
        ],
        "resources": list(map(_resource, tables)),
    }
    if not settings.licence_url:
        del package["licenses"]
    return json.dumps(_without_empty(package), ensure_ascii=False, indent=1).encode() + b"\n"


def _resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"csv/{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    keys = [_key([column.name], *column.leads.split(".")) for column in table.columns if column.leads]
    other, columns = table.foreign
    return _without_empty(
        {
            "fields": list(map(_field, table.columns)),
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [*keys, *([_key(list(columns), other, *columns)] if other else [])],
        }
    )


def _key(columns: list[str], other: str, *there: str) -> dict[str, object]:
    return {"fields": columns, "reference": {"resource": other, "fields": list(there)}}


def _field(column: Column) -> dict[str, object]:
    made: dict[str, object] = {"name": column.name, "type": column.type, "description": column.description}
    if column.required:
        made["constraints"] = {"required": True}
    return made


def _without_empty(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in ("", [], {})}
