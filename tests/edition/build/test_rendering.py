"""The order in which pages are made, and what the processes that make them may keep."""

from __future__ import annotations

from edition.build import rendering
from edition.site.plan import Planned
from edition.workers import give_back


def _page(kind: str, name: str) -> Planned:
    return Planned(f"{name}.html", kind, name, "en", "")


def test_pages_of_documents_are_made_first_then_the_others_and_bundles_last() -> None:
    pages = [
        _page(*one) for one in (("home", "h"), ("bundle", "z"), ("telegram", "t"), ("context", "c"), ("year", "y"))
    ]

    names = [[page.subject for page in stage] for stage in rendering._stages(pages)]

    assert names == [["h", "t", "c"], ["y"], ["z"]]


def test_a_build_without_documents_to_make_has_its_pages_in_one_stage() -> None:
    assert [len(stage) for stage in rendering._stages([_page("year", "1937"), _page("person", "pashin")])] == [0, 2, 0]


def test_memory_can_be_given_back_on_any_system_any_number_of_times() -> None:
    give_back()
    give_back()
