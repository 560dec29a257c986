"""TEL302: a pointer into another file that finds nothing there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from edition.corpusrules.record import Pointer, Record
from tei.findings import Finding, Rule, Severity

RULE: Final = Rule(
    "TEL302",
    "pointer-across-files",
    Severity.ERROR,
    "A pointer names another file of the corpus, or an element in it by its xml:id, and there is none.",
    bad=(
        'a.xml: <TEI xml:id="lists"><standOff><listPerson><person xml:id="orlin"/></listPerson></standOff></TEI>\n'
        'b.xml: <TEI><text><persName ref="a.xml#orlon">Orlin</persName></text></TEI>'
    ),
    good=(
        'a.xml: <TEI xml:id="lists"><standOff><listPerson><person xml:id="orlin"/></listPerson></standOff></TEI>\n'
        'b.xml: <TEI><text><persName ref="a.xml#orlin">Orlin</persName></text></TEI>'
    ),
)
ANSWER: Final = Rule(
    "TEL303",
    "answer-to-nothing",
    Severity.WARNING,
    "A telegram answers another, or follows it in an exchange, that is not in the corpus. Without a target the "
    "reference can stand with its date; with one it must lead somewhere.",
    bad=(
        'a.xml: <TEI xml:id="t1"><text/></TEI>\n'
        'b.xml: <TEI><text><ref type="answers" target="c.xml">yours</ref></text></TEI>'
    ),
    good=(
        'a.xml: <TEI xml:id="t1"><text/></TEI>\n'
        'b.xml: <TEI><text><ref type="answers" target="a.xml">yours</ref></text></TEI>'
    ),
)


def check(records: Sequence[Record]) -> Iterator[Finding]:
    """Yield the pointers to files that are not there, and to ids that a file of the corpus does not have."""
    known = {Path(record.path).resolve(): record for record in records}
    there: dict[Path, bool] = {}
    for record in records:
        for pointer in record.pointers:
            target = (Path(record.path).parent / unquote(pointer.file)).resolve()
            if target not in there:
                there[target] = target in known or target.is_file()
            yield from _judge(record, pointer, known.get(target), there=there[target])


def _judge(record: Record, pointer: Pointer, target: Record | None, *, there: bool) -> Iterator[Finding]:
    rule = ANSWER if pointer.answers else RULE
    if not there:
        message = f"@{pointer.attribute} points at {pointer.file}, and there is no such file"
        yield record.at(rule, pointer.place, message, "correct the name, or take the pointer out")
    elif target is not None and pointer.fragment and pointer.fragment not in target.ids and "(" not in pointer.fragment:
        near = difflib.get_close_matches(pointer.fragment, target.ids, 1, 0.75)
        hint = f"did you mean #{near[0]}?" if near else "correct the id, or add the entry"
        message = f"@{pointer.attribute} points at #{pointer.fragment} in {pointer.file}, which has no such id"
        yield record.at(rule, pointer.place, message, hint)
