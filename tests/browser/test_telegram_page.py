"""The page of a telegram in a real browser: its views, its notes, its colours, with and without script."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

Tabs = Callable[..., Any]

VISIBLE = "els => els.filter(el => el.checkVisibility()).length"


def page_with(site: Path, words: str) -> str:
    """The first page of a telegram that holds some markup."""
    found = sorted(path for path in (site / "telegrams").glob("*.html") if words in path.read_text(encoding="utf-8"))
    if not found:
        pytest.skip(f"no telegram of the example holds {words}")
    return f"telegrams/{found[0].name}"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_the_switch_shows_and_hides_editorial_marks(site: Path, tabs: Tabs, script: bool) -> None:
    """The brackets of letters that the editor supplied, by keyboard too."""
    page = tabs(java_script_enabled=script).open(page_with(site, 'class="mark"'))
    marks = page.locator(".reading-text .mark")
    assert not marks.first.is_visible()
    page.locator("#page--view-reading").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#page--view-marks").is_checked()
    assert marks.first.is_visible()


def test_the_view_that_a_reader_chose_is_kept(site: Path, tabs: Tabs) -> None:
    """On the next telegram, and after a reload."""
    tab = tabs()
    page = tab.open(page_with(site, 'class="mark"'))
    page.locator("#page--view-marks").check()
    page.reload(wait_until="networkidle")
    assert page.locator("#page--view-marks").is_checked()
    assert tab.troubles == []


def test_markers_and_notes_lead_to_each_other_by_keyboard(site: Path, tabs: Tabs) -> None:
    """Enter on a marker goes to its note, Enter on its arrow goes back."""
    page = tabs(viewport={"width": 390, "height": 800}).open(page_with(site, "doc-noteref"))
    marker = page.locator("a[role=doc-noteref]").first
    marker.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    note = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"li[id='{note}']").is_visible()
    page.locator(f"li[id='{note}'] a[role=doc-backlink]").first.focus()
    page.keyboard.press("Enter")
    back = marker.get_attribute("id")
    page.wait_for_url(lambda url: unquote(url.partition("#")[2]) == back)


def test_notes_stand_beside_their_markers_where_there_is_room(site: Path, tabs: Tabs) -> None:
    """None above its marker, none over another; on a phone they follow the text."""
    path = page_with(site, "doc-noteref")
    page = tabs(viewport={"width": 1400, "height": 900}).open(path)
    boxes = page.eval_on_selector_all(
        ".notes > li",
        "els => els.map(el => { const b = el.getBoundingClientRect(); return [b.left, b.top, b.bottom] })",
    )
    text = page.locator(".reading-text").bounding_box()
    first = page.locator("a[role=doc-noteref]").first.bounding_box()
    assert all(left >= text["x"] + text["width"] for left, _, _ in boxes)
    assert boxes[0][1] >= first["y"] - 4
    assert all(below[1] >= above[2] for above, below in pairwise(boxes))
    phone = tabs(viewport={"width": 390, "height": 800}).open(path)
    assert phone.locator(".notes").bounding_box()["y"] > phone.locator(".reading-text").bounding_box()["y"]


def test_an_original_stands_beside_its_translation(site: Path, tabs: Tabs) -> None:
    """Shown by the switch: in columns where there is room, one after the other where not."""
    path = page_with(site, 'value="beside-1"')
    for width, beside in ((1400, True), (390, False)):
        page = tabs(viewport={"width": width, "height": 900}, java_script_enabled=False).open(path)
        other = page.locator(".beside-1").first
        assert not other.is_visible()
        page.locator("#page--view-beside-1").check()
        assert other.get_attribute("lang")
        own = page.locator(".pair > *").first
        assert (other.bounding_box()["x"] > own.bounding_box()["x"] + 100) is beside


def test_light_and_dark_can_be_chosen_and_are_kept(tabs: Tabs) -> None:
    """Whatever the system says; without script there is no switch."""
    tab = tabs(color_scheme="light")
    page = tab.open("index.html")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.locator("[data-theme-switch]").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload(wait_until="networkidle")
    assert page.evaluate(paper) == dark
    assert not tabs(java_script_enabled=False).open("index.html").locator("[data-theme-switch]").is_visible()


def test_the_menu_opens_without_script_on_a_phone(tabs: Tabs) -> None:
    """By a button that the keyboard reaches."""
    page = tabs(viewport={"width": 390, "height": 800}, java_script_enabled=False).open("index.html")
    menu = page.locator(".sections")
    assert not menu.is_visible()
    page.locator(".menu-button").focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()


def test_a_citation_is_copied(site: Path, tabs: Tabs) -> None:
    """As plain text; the button says so."""
    tab = tabs(permissions=["clipboard-read", "clipboard-write"])
    page = tab.open(page_with(site, "page--cite-chicago"))
    button = page.locator("button[data-copy=page--cite-chicago]")
    done = str(button.get_attribute("data-done"))
    button.click()
    button.and_(page.get_by_text(done, exact=True)).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#page--cite-chicago").inner_text()


def test_an_offprint_has_the_text_its_notes_and_its_citation_and_no_menu(site: Path, tabs: Tabs) -> None:
    """Printed from any width."""
    page = tabs(viewport={"width": 390, "height": 800}).open(page_with(site, "doc-noteref"))
    page.emulate_media(media="print")
    for shown in ("h1", ".stations", ".reading-text", ".footnotes", "#page--cite-chicago"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.eval_on_selector_all("nav, button, .views, .menu", VISIBLE) == 0
