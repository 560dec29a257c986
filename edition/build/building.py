"""The build of a site: gather, check, plan, render, write beside, verify links, swap.

The site that stands is not touched before the new one is whole and verified.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from edition.build import search, verifying
from edition.build.assets import assets, digest_of
from edition.build.making import Work, found_in, make_pages
from edition.build.marks import site_mark
from edition.build.placing import Index, Notes, place
from edition.build.planning import plan_build
from edition.build.renaming import aliases_of, known_aliases, moved, prints, table
from edition.build.store import Known
from edition.build.summing import summed
from edition.build.terms import settings_of
from edition.build.workshop import Workshop, unwritable
from edition.config import Config
from edition.corpus import load_corpus
from edition.corpus.model import Corpus
from edition.corpus.remembered import name_of
from edition.corpus.sharing import share
from edition.site.filling import keep_compiled
from edition.site.plan import File, Site
from edition.workers import give_back
from tei.findings import Finding, Location, Rule, Severity

NOTHING_TO_BUILD = Rule(
    "SIT101",
    "nothing-to-build",
    Severity.ERROR,
    "There is no TEI document to make a site of: the folder is empty or another was meant, or none of its files could "
    "be read. The site that stands is left as it is.",
)
RULES = (NOTHING_TO_BUILD,)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built of what, and how.

    `paths` are TEI files and folders of them, `authority` lists beside those. `index` says whether the search index is
    to be renewed; `clean` that nothing of the last build is to be used. `keep` says of what was found whether the old
    site is to stay as it is; None puts the new one in its place in any case.
    """

    config: Config
    paths: tuple[Path, ...]
    output: Path
    authority: tuple[Path, ...] = ()
    url: str = ""
    jobs: int = 1
    index: bool = True
    clean: bool = False
    keep: Callable[[tuple[Finding, ...]], bool] | None = None
    on_page: Callable[[], None] | None = None
    on_plan: Callable[[int], None] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: findings, how many documents and pages there are, how many were made and taken away now.

    `files` are the paths of the documents, and of those that could not be read. `placed` says that the new site stands;
    else the old one does.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    documents: int = 0
    pages: int = 0
    made: int = 0
    gone: int = 0
    placed: bool = False
    changed: tuple[str, ...] = ()


def build(job: Job) -> Report:
    """Build the site of an edition.

    Raises OutputError where it cannot be written, where the folder is not ours, and where another build is at work.
    """
    with Workshop(job.output) as shop:
        try:
            return _build(job, shop)
        except OSError as error:
            raise unwritable(job.output, error) from error


def _build(job: Job, shop: Workshop) -> Report:
    known = Known() if job.clean else shop.known()
    corpus, found = _loaded(job, shop, whole=not known.state)
    documents = [name_of(one) for one in (*corpus.documents, *corpus.context)]
    if not documents:
        return Report((*found, _nothing(job)))
    files = tuple(sorted({*documents, *(one.location.path for one in found if one.location.path)}))
    marks = prints(corpus, known.prints)
    site, shared, more = _site(job, corpus, known_aliases(shop.output), moved(known.prints, marks))
    mark = site_mark(site)
    plan = plan_build(site, mark, known, marks, every=job.index and site.settings.search)
    if job.on_plan is not None:
        job.on_plan(len(plan.todo))
    folder = shop.begin(not known.state or len(plan.todo) * 2 > plan.count)
    keep_compiled(shop.compiled(mark))
    work = Work(shop, site, plan, known, folder, job.jobs)
    change = make_pages(work, shared, job.on_page)
    findings = (*found, *more, *plan.findings, *found_in(work, change))
    report = Report(summed(findings), files, len(documents), plan.count, len(plan.todo), len(plan.gone))
    if job.keep is not None and job.keep(report.findings):
        return report
    late = place(work, change, Notes(_index(job, work), verifying.dead_targets(findings), marks))
    changed = tuple(page.path for page in plan.todo)
    return replace(report, findings=summed((*findings, *late)), placed=True, changed=changed)


def _loaded(job: Job, shop: Workshop, *, whole: bool) -> tuple[Corpus, tuple[Finding, ...]]:
    """Read the documents. The collector of rings never goes through them, here or in the processes that begin here.

    Where the `whole` site is to be made, every process comes to hold all of them, so their words are held once.
    """
    gc.unfreeze()  # those of an earlier build in this process
    gc.disable()
    try:
        corpus, found = load_corpus(job.paths, authority=job.authority, store=shop.folder / "corpus", jobs=job.jobs)
        if whole:
            share((*corpus.documents, *corpus.context))
        return corpus, found
    finally:
        gc.freeze()
        gc.enable()
        give_back()


def _index(job: Job, work: Work) -> Index:
    """Say whether the search index is to be made anew; where it is to be left, what it was made of stays known."""
    if not job.index and work.site.settings.search:
        return Index(False, work.known.searched)
    wanted = search.search_mark(work.site, work.plan)
    renew = job.index and bool(wanted) and wanted != work.known.searched
    return Index(renew, wanted if renew or not wanted else work.known.searched)


def _nothing(job: Job) -> Finding:
    place = Location(str(job.paths[0]) if job.paths else "")
    return NOTHING_TO_BUILD.at(place, "there is no TEI document here", "encode first, or name a folder of TEI files")


def _site(
    job: Job, corpus: Corpus, remembered: Mapping[str, str], renamed: Mapping[str, str]
) -> tuple[Site, tuple[File, ...], tuple[Finding, ...]]:
    """Return the site, the files that its pages share, and what is to be said of its aliases."""
    config = job.config
    aliases, findings = aliases_of(corpus, config.aliases, remembered, renamed, str(config.path or ""))
    settings = settings_of(config, corpus, job.paths, url=job.url, aliases=aliases)
    shared = assets(settings.own)
    return Site(corpus, settings, digest_of(shared)), (*shared, *table(aliases)), findings
