"""The build: what stands in the end, what is made again, what is left alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edition.build import Report
from edition.build.workshop import MARKER
from edition.config import Config, SiteConfig
from edition.site.plan import File, Planned, Site
from tei.errors import OutputError
from tei.findings import Finding, Location, Rule, Severity

ODD = Rule("REN101", "element-without-template", Severity.WARNING, "")


def codes(report: Report) -> list[str]:
    return [one.rule for one in report.findings]


def warned(findings: tuple[Finding, ...]) -> bool:
    return any(one.severity >= Severity.WARNING for one in findings)


def test_a_first_build_puts_every_page_in_its_place(edition: Any) -> None:
    report = edition.build()
    assert (report.findings, report.placed, report.documents, report.pages) == ((), True, 5, 7)
    files = edition.files()
    wanted = {"index.html", "persons/index.html", "telegrams/t1.html", "telegrams/t1.xml", "assets/site.css"}
    assert wanted <= set(files)
    assert b"Letter t3" in files["index.html"]


def test_a_second_build_of_the_same_makes_nothing_and_touches_no_file(edition: Any) -> None:
    edition.build()
    before = {path: path.stat().st_mtime_ns for path in edition.output.rglob("*")}
    report = edition.build()
    assert (report.made, report.placed) == (0, True)
    assert {path: path.stat().st_mtime_ns for path in edition.output.rglob("*")} == before


def test_a_change_of_one_letter_makes_its_page_again_and_no_other(edition: Any) -> None:
    edition.build()
    edition.write("t2", "The cook is ill.")
    report = edition.build()
    assert report.changed == ("telegrams/t2.html",)
    assert b"The cook is ill" in edition.files()["telegrams/t2.html"]
    assert edition.files() == edition.clean()


def test_what_is_no_longer_planned_goes(edition: Any) -> None:
    edition.build()
    (edition.tei / "t4.xml").unlink()
    report = edition.build()
    assert report.gone == 1
    assert not [path for path in edition.files() if "t4" in path]
    assert edition.files() == edition.clean()


def test_a_folder_that_becomes_empty_goes(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    edition.build()
    monkeypatch.setattr("edition.site.kinds.plan", lambda site: (p for p in edition.plan(site) if p.kind != "person"))
    edition.build()
    assert not (edition.output / "persons").exists()


def test_a_page_that_no_longer_has_a_file_takes_it_away(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is the same, and the TEI that was offered with it is not any more."""
    edition.build()

    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        yield from (item for item in edition.make(site, planned) if not str(getattr(item, "path", "")).endswith(".xml"))

    monkeypatch.setattr("edition.site.kinds.make", make)
    edition.write("t1", "Changed.")
    edition.build()
    assert "telegrams/t1.xml" not in edition.files()
    assert "telegrams/t2.xml" in edition.files()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_bytes_do_not_depend_on_the_order_of_files_or_the_number_of_jobs(edition: Any, jobs: int) -> None:
    for number in range(6, 70):
        edition.write(f"t{number}")
    paths = sorted(edition.tei.iterdir())
    random.Random(jobs).shuffle(paths)
    edition.build(paths=tuple(paths), jobs=jobs)
    marker = (edition.output / MARKER).read_bytes()
    other = edition.folder / "other"
    edition.build(output=other)
    assert edition.files() == edition.tree(other)
    assert marker == (other / MARKER).read_bytes()


def test_a_page_in_each_language_of_the_interface(edition: Any) -> None:
    edition.build(config=Config(title="Karsk", site=SiteConfig(languages=("ru", "en"))))
    files = edition.files()
    assert {"telegrams/t1.html", "en/telegrams/t1.html", "telegrams/t1.xml"} <= set(files)
    assert "en/telegrams/t1.xml" not in files


def test_other_settings_make_every_page_again(edition: Any) -> None:
    edition.build()
    assert edition.build(config=Config(title="Other")).made == 7
    assert edition.build(config=Config(title="Other"), clean=True).made == 7
    assert edition.build(config=Config(title="Other")).made == 0


def test_a_file_of_the_editions_own_folder_makes_every_page_again(edition: Any) -> None:
    own = edition.folder / "own"
    (own / "static" / "site").mkdir(parents=True)
    config = Config(title="Karsk", site=SiteConfig(own=own))
    edition.build(config=config)
    (own / "static" / "site" / "variables.css").write_text(":root { --accent: teal }\n")
    assert edition.build(config=config).made == 7
    assert b"teal" in edition.files()["assets/site.css"]


def test_a_broken_file_is_a_finding_and_is_left_out(edition: Any) -> None:
    (edition.tei / "t3.xml").write_text("<TEI>")
    report = edition.build()
    assert (codes(report), report.placed, report.documents) == (["XML102"], True, 4)
    assert "telegrams/t3.html" not in edition.files()


def test_findings_may_keep_the_old_site_as_it_is(edition: Any) -> None:
    edition.build()
    before = edition.files()
    (edition.tei / "t3.xml").write_text("<TEI>")
    edition.write("t1", "Changed.")
    report = edition.build(keep=warned)
    assert (report.placed, edition.files()) == (False, before)
    edition.write("t3")
    assert edition.build(keep=warned).placed
    assert edition.files() == edition.clean()


def test_without_any_document_the_old_site_stands(edition: Any) -> None:
    edition.build()
    before = edition.files()
    for path in edition.tei.iterdir():
        path.unlink()
    report = edition.build()
    assert (codes(report), report.placed, edition.files()) == (["SIT101"], False, before)


def test_a_page_that_fails_is_a_finding_and_the_others_are_made(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        if planned.subject == "t3":
            raise KeyError("odd")
        return edition.make(site, planned)

    monkeypatch.setattr("edition.site.kinds.make", make)
    report = edition.build()
    failed = next(one for one in report.findings if one.rule == "SIT104")
    assert failed.location.path.endswith("t3.xml")
    assert "KeyError" in failed.message
    assert "telegrams/t2.html" in edition.files()


def test_what_pages_report_is_reported_again_while_they_stand(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An element without a template is one finding, however many documents have it."""

    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        yield from edition.make(site, planned)
        if planned.kind == "telegram":
            place = Location(f"{planned.subject}.xml", 7)
            yield ODD.at(place, "there is no template for <w>", element="w", count=2)

    monkeypatch.setattr("edition.site.kinds.make", make)
    assert ["<w> (10 times in 5 files)" in one.message for one in edition.build().findings] == [True]
    edition.write("t2", "Changed.")
    report = edition.build()
    assert report.made == 1
    assert ["<w> (10 times in 5 files)" in one.message for one in report.findings] == [True]


def test_two_pages_in_one_place_are_a_finding(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def plan(site: Site) -> Iterator[Planned]:
        for planned in edition.plan(site):
            yield planned
            yield Planned("index.html", "home", "again", "en", "x")

    monkeypatch.setattr("edition.site.kinds.plan", plan)
    assert set(codes(edition.build())) == {"SIT106"}


def test_two_pages_that_write_one_file_are_a_finding(edition: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(site: Site, planned: Planned) -> Iterator[File | Finding]:
        yield from edition.make(site, planned)
        yield File("same.txt", planned.path.encode())

    monkeypatch.setattr("edition.site.kinds.make", make)
    assert set(codes(edition.build())) == {"SIT106"}


def test_the_index_is_made_only_when_what_is_searched_has_changed(
    edition: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def index(folder: Path, site: Site) -> tuple[Finding, ...]:
        made.append(folder)
        return tuple(edition.index(folder, site))

    monkeypatch.setattr("edition.build.search.make_index", index)
    edition.build()
    edition.build()
    assert len(made) == 1
    edition.write("t2", "The cook is ill.")
    edition.build(index=False)
    assert len(made) == 1
    assert b"cook" not in edition.files()["pagefind/t2.html"]
    edition.build()
    assert len(made) == 2
    assert b"cook" in edition.files()["pagefind/t2.html"]
    edition.build(config=Config(title="Karsk", site=SiteConfig(search=False)))
    assert not (edition.output / "pagefind").exists()
    assert len(made) == 2


def test_a_folder_that_is_no_site_of_ours_is_never_replaced(edition: Any) -> None:
    edition.output.mkdir()
    (edition.output / "diary.txt").write_text("not to be lost")
    with pytest.raises(OutputError) as caught:
        edition.build()
    assert caught.value.findings[0].rule == "SIT102"
    assert (edition.output / "diary.txt").read_text() == "not to be lost"


def test_an_empty_folder_may_become_a_site(edition: Any) -> None:
    edition.output.mkdir()
    assert edition.build().placed


def test_a_site_that_somebody_changed_is_made_anew(edition: Any) -> None:
    edition.build()
    whole = edition.files()
    (edition.output / "index.html").write_text("scribbled over")
    (edition.output / "more.html").write_text("put here")
    (edition.output / "telegrams" / "t1.html").unlink()
    edition.build()
    assert edition.files() == whole


def test_another_build_of_the_same_site_is_refused_while_one_is_at_work(edition: Any) -> None:
    from edition.build.workshop import Workshop

    with Workshop(edition.output), pytest.raises(OutputError) as caught:
        edition.build()
    assert caught.value.findings[0].rule == "SIT103"


def test_a_disk_that_refuses_is_a_finding_and_leaves_the_old_site(
    edition: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.build()
    before = edition.files()
    edition.write("t1", "Changed.")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "t1.html")

    with monkeypatch.context() as patch:
        patch.setattr("edition.build.rendering.write_file", full)
        with pytest.raises(OutputError) as caught:
            edition.build()
    assert caught.value.findings[0].rule == "OUT101"
    assert edition.files() == before


def test_a_site_among_the_documents_is_not_read(edition: Any) -> None:
    """Built into the folder of the letters, the TEI that it offers is not taken for more letters."""
    output = edition.tei / "site"
    assert edition.build(output=output).documents == 5
    edition.write("t1", "Changed.")
    report = edition.build(output=output)
    assert (report.documents, report.findings) == (5, ())


def test_a_damaged_store_is_no_store(edition: Any) -> None:
    edition.build()
    whole = edition.files()
    store = edition.folder / ".site.tei" / "build.sqlite"
    store.write_bytes(b"not a database at all, though it is where one should be" * 100)
    edition.build()
    assert edition.files() == whole
