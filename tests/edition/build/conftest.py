"""A small site that is made in milliseconds: invented letters, and pages as plain as can be in the place of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edition.build import Job, Report, build
from edition.build.workshop import MARKER, Workshop
from edition.config import Config
from edition.site.plan import File, Planned, Site, relative
from tei.findings import Finding

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><publisher>The Karsk Papers, invented</publisher></publicationStmt>
<sourceDesc><p>Invented.</p></sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName ref="#vetrov">Vetrov</persName><date when="{date}"/></correspAction>
<correspAction type="received"><persName ref="#sabelnikov">Sabelnikov</persName></correspAction>
</correspDesc></profileDesc></teiHeader>
<text><body><p>{text}</p></body></text></TEI>
"""


class Edition:
    """A folder of invented letters, and the builds of its site; tests take the functions of this module from it."""

    tree: Callable[[Path], dict[str, bytes]]
    plan: Callable[[Site], Iterator[Planned]]
    make: Callable[[Site, Planned], Iterator[File | Finding]]
    index: Callable[[Path, Site], tuple[Finding, ...]]

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tei = folder / "tei"
        self.output = folder / "site"
        self.tei.mkdir(parents=True)

    def write(self, ident: str, text: str = "The ice has come to stay.", date: str = "", title: str = "") -> Path:
        path = self.tei / f"{ident}.xml"
        day = date or f"1938-01-{1 + int(hashlib.md5(ident.encode()).hexdigest(), 16) % 28:02}"
        made = LETTER.format(id=ident, text=text, date=day, title=title or f"Letter {ident}")
        path.write_text(made, encoding="utf-8")
        return path

    def job(self, **changes: Any) -> Job:
        job = Job(Config(title="Karsk"), (self.tei,), self.output)
        return replace(job, **changes)

    def build(self, **changes: Any) -> Report:
        return build(self.job(**changes))

    def files(self, output: Path | None = None) -> dict[str, bytes]:
        """The site that stands, without its marker."""
        return tree(output or self.output)

    def clean(self, **changes: Any) -> dict[str, bytes]:
        """The site as a build makes it that knows of no other."""
        output = self.folder / f"clean{len(list(self.folder.iterdir()))}"
        self.build(output=output, **changes)
        return tree(output)


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder with their bytes, but for the marker."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def plan(site: Site) -> Iterator[Planned]:
    """A first page, a page for each letter, one for all persons: in each language."""
    documents = site.corpus.documents
    whole = " ".join(f"{one.id} {one.title}" for one in documents)
    for lang in site.settings.languages:
        yield Planned(site.address("home", lang=lang), "home", "", lang, whole)
        keys = " ".join(key for _, key in site.corpus.entries)
        yield Planned(site.address("person", lang=lang), "person", "", lang, keys)
        for one in documents:
            around = site.corpus.neighbours.get(one.id)
            yield Planned(site.address("telegram", one.id, lang), "telegram", one.id, lang, f"{one.digest} {around}")


def plan_again(site: Site, changed: Collection[str]) -> Iterator[Planned]:
    """The pages of the letters whose files have changed."""
    yield from (page for page in plan(site) if page.subject in changed)


def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
    """Pages that link one another."""
    here, lang = planned.path, planned.lang

    def link(target: str, words: str) -> str:
        return f'<a href="{relative(here, target)}">{words}</a>'

    body = [link(site.address("home", lang=lang), "Home"), link("assets/site.css", "style")]
    if planned.kind == "home":
        body += [link(site.address("telegram", one.id, lang), one.title) for one in site.corpus.documents]
    elif planned.kind == "person":
        body += [f'<h2 id="{key}">{entry.name}</h2>' for (_, key), entry in site.corpus.entries.items()]
    else:
        one = site.corpus.by_id[planned.subject]
        body += [f'<p id="text">{one.excerpt}</p>', link(site.address("person", lang=lang) + "#vetrov", "Vetrov")]
        body += [link(site.address("telegram", i, lang), i) for i in site.corpus.neighbours.get(one.id, ()) if i]
        if lang == site.settings.languages[0]:
            yield File(site.download(one.id, ".xml"), one.path.read_bytes())
    yield File(here, f"<html><body>{chr(10).join(body)}</body></html>".encode())


def index(folder: Path, _site: Site) -> tuple[Finding, ...]:
    """An index of words, one file for each page."""
    for path in sorted(folder.rglob("telegrams/*.html")):
        target = folder / "pagefind" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(" ".join(sorted(set(path.read_text(encoding="utf-8").split()))), encoding="utf-8")
    return ()


Edition.tree = staticmethod(tree)
Edition.plan = staticmethod(plan)
Edition.make = staticmethod(make)
Edition.index = staticmethod(index)


@pytest.fixture(autouse=True, scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Sites of one mark are made of the same templates, which are compiled for the first of them."""
    folder = tmp_path_factory.mktemp("templates")

    def compiled(_: Workshop, mark: str) -> Path:
        (folder / mark).mkdir(exist_ok=True)
        return folder / mark

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workshop, "compiled", compiled)
        yield


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Pages, style sheet and index of this module in the place of ours."""
    transforms = tmp_path / "transforms"
    (transforms / "static" / "site").mkdir(parents=True)
    (transforms / "static" / "site" / "base.css").write_text("a { color: teal }\n")
    for name in ("marks", "assets"):
        monkeypatch.setattr(f"edition.build.{name}.transforms_dir", lambda: transforms)
    monkeypatch.setattr("edition.build.marks._PACKAGES", ())
    monkeypatch.setattr("edition.site.kinds.plan", plan)
    monkeypatch.setattr("edition.site.kinds.plan_again", plan_again)
    monkeypatch.setattr("edition.site.kinds.make", make)
    monkeypatch.setattr("edition.build.search.make_index", index)


@pytest.fixture
def edition(tmp_path: Path, plain: None) -> Edition:  # noqa: ARG001 - pages of its own
    """Five letters."""
    made = Edition(tmp_path / "karsk")
    for number in range(1, 6):
        made.write(f"t{number}", f"Letter number {number} says that the ice has come to stay.")
    return made
