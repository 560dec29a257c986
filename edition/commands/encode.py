"""`tei encode`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.commands.result import Result, absent
from edition.config import Config, load_config
from edition.encoding import NO_CAPTURES, EncodingReport, encode
from edition.reports import Sources, source_lines
from edition.rows import Rows
from edition.settings import job_of
from tei.capture import capture_file
from tei.errors import TeiError
from tei.files import write_atomic
from tei.findings import Finding, Severity, worst
from tei.model import Owner
from tei.regexcache import kept_in

if TYPE_CHECKING:
    from edition.review.gathering import Review


@dataclass(frozen=True, slots=True)
class EncodeRequest:
    """What `tei encode` was asked."""

    sources: tuple[Path, ...]
    config: Path | None
    output: Path | None
    charset: str | None
    date: str
    changes: str | None = None
    review: Path | None = None
    compiled: Path | None = None
    """Folder where compiled regular expressions are kept."""


def run_encode(request: EncodeRequest) -> Result:
    """Encode captures; raises TeiError where nothing can be done at all."""
    with kept_in(request.compiled) if request.compiled else nullcontext():
        return _run(request)


def _run(request: EncodeRequest) -> Result:
    config, findings = load_config(request.config) if request.config else (Config(), ())
    if worst(findings) is Severity.ERROR:
        return Result(tuple(findings), refused=True)
    job, more = job_of(
        config, date=request.date, output=request.output, charset=request.charset, changes=request.changes
    )
    review = _review() if request.review else None
    if review is not None:
        job = replace(job, watch=review.add)
    report = encode(request.sources or config.captures, job)
    found = Rows[Finding](job.output if job.output.is_dir() else None, chain(findings, more, report.findings))
    if review is not None and request.review is not None:
        found.extend(_write_review(request.review, review, report, found))
    return Result(
        found,
        tuple(account.source for account in report.accounts),
        "".join(f"{line}\n" for line in _encode_lines(report, job.output)),
        (("documents", lambda: _documents(report)), ("accounts", lambda: _accounts(report))),
        refused=absent(request.sources) or any(one.rule == NO_CAPTURES.code for one in report.findings),
        sources=_captured({account.source for account in report.accounts}, job.charset, job.changes),
    )


def _captured(paths: Set[str], charset: str | None, changes: str | None) -> Sources:
    """Return what gives the lines of captures as they were read: in their character set, without their markup."""
    plain = source_lines()

    @lru_cache(maxsize=4)
    def lines(path: str) -> tuple[str, ...]:
        if path not in paths:
            return plain(path)
        try:
            capture = capture_file(Path(path), charset=charset, changes=changes)
        except TeiError:
            return ()
        text = capture.text.split("\n")
        head = capture.head.split("\n") if capture.head else []  # TOML from line 2 on; the text has it as blanks
        return (*text[:1], *head, *text[1 + len(head) :])

    return lines


def _review() -> Review:
    from edition.review.gathering import Review

    return Review()


def _write_review(path: Path, review: Review, report: EncodingReport, findings: Sequence[Finding]) -> Sequence[Finding]:
    """Write the page on which an editor checks the run; what stands in the way of it is a finding."""
    # Imported where it is used: templates take longer to load than a telegram takes to encode.
    from edition.review.page import Made, review_page

    made = {document.id: Made(Path(document.path), str(document.outcome)) for document in report.documents}
    try:
        write_atomic(path, review_page(review, made, findings, beside=path.resolve().parent))
    except TeiError as error:
        return error.findings
    return ()


def _encode_lines(report: EncodingReport, output: Path) -> Iterator[str]:
    for document in report.documents:
        yield f"{document.outcome:<14} {document.id}  {document.title}"
    if not report.accounts:
        return
    counts: Counter[Owner] = Counter()
    for account in report.accounts:
        counts.update(dict(account.counts))
    total = sum(counts.values())
    owned = ", ".join(f"{owner} {counts[owner]}" for owner in Owner if counts[owner])
    yield ""
    captures = "1 capture" if len(report.accounts) == 1 else f"{len(report.accounts)} captures"
    yield f"Account of {total} characters in {captures}: {owned}."
    outcomes = Counter(document.outcome for document in report.documents)
    made = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    yield f"Documents in {output}: {made or 'none'}."


def _documents(report: EncodingReport) -> Iterator[dict[str, str]]:
    return (
        {"id": d.id, "kind": d.kind, "title": d.title, "source": d.source, "outcome": str(d.outcome), "path": d.path}
        for d in report.documents
    )


def _accounts(report: EncodingReport) -> Iterator[dict[str, Any]]:
    return (
        {
            "source": account.source,
            "layout": account.layout,
            "charset": account.charset,
            "charset_known_by": account.guess,
            "characters": {str(owner): number for owner, number in account.counts},
            "furniture": list(account.furniture),
        }
        for account in report.accounts
    )
