"""Findings of many pages in a form that can be read: what is wrong everywhere is said once, with its number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tei.findings import Finding

_ELEMENT = "element"
_CAUSE = "cause"


def summed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in order, each once: a page in three languages finds everything three times.

    An element without a template is one finding, at the first place, with all its occurrences; so are pages that failed
    for the same `cause`.
    """
    groups: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    others: list[Finding] = []
    for one in set(findings):
        data = dict(one.data)
        kind = next((kind for kind in (_ELEMENT, _CAUSE) if data.get(kind)), "")
        if kind:
            groups[one.rule, kind, str(data[kind])].append(one)
        else:
            others.append(one)
    merged = [_merged(kind, value, sorted(found)) for (_, kind, value), found in groups.items()]
    return tuple(sorted([*others, *merged]))


def _merged(kind: str, value: str, found: list[Finding]) -> Finding:
    if len(found) == 1:
        return found[0]
    return _element(value, found) if kind == _ELEMENT else _failure(found)


def _element(name: str, found: list[Finding]) -> Finding:
    files = len({one.location.path for one in found})
    count = sum(int(dict(one.data).get("count", 1)) for one in found)
    message = f"there is no template for <{name}> ({count} times in {files} files); its text is shown as it stands"
    data = tuple(sorted({**dict(found[0].data), "count": count, "files": files}.items()))
    return replace(found[0], message=message, data=data)


def _failure(found: list[Finding]) -> Finding:
    pages = sorted(str(dict(one.data).get("page", "")) for one in found)
    message = f"{found[0].message} (and {len(found) - 1} pages more)"
    data = tuple(sorted({**dict(found[0].data), "pages": pages}.items()))
    return replace(found[0], message=message, data=data)
