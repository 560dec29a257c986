"""What every page of the site has round its content: title, language, ways to the other pages, lines of the head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from edition.site.plan import Link, Planned, Site, relative

_SECTIONS: Final = (
    *("telegrams", "chronology", "persons", "organisations", "places", "archives", "exchanges"),
    *("timeline", "network", "about", "search"),
)
"""The parts of the site that each page leads to, in the order of the menu; the words for them are in the messages."""

_REGISTERS: Final = {
    "telegrams": "telegram",
    "chronology": "year",
    "persons": "person",
    "organisations": "org",
    "places": "place",
    "archives": "archive",
    "exchanges": "exchange",
}


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the menu: its name (a key of the messages), where it is, whether this page is of it, or is it."""

    name: str
    href: str
    current: bool
    here: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """A line of the head: <meta name|property content>."""

    name: str
    content: str
    property: bool = False


@dataclass(frozen=True, slots=True)
class Alternate:
    """A <link rel="alternate">: the page in another language of the interface, or in another form."""

    href: str
    lang: str = ""
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What base.html.j2 needs of any page.

    `root` leads from the page to the root of the site ("" or "../" …); `title` is the page's own, `site_title` the
    edition's. `languages` are the same page in each language of the interface (the text is the code of the language).
    `json_ld` are schema.org values for the head, made into JSON by the template. `kind` is that of the page, `section`
    the entry of the menu that it belongs to and `section_home` the way to that entry's first page, empty on it; `trail`
    leads from there down to the page. A page without a title bears the name of its section or kind in the messages.
    """

    path: str
    lang: str
    root: str
    kind: str
    title: str
    site_title: str
    description: str = ""
    title_lang: str = ""
    sections: tuple[Section, ...] = ()
    languages: tuple[Link, ...] = ()
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    metas: tuple[Meta, ...] = ()
    json_ld: tuple[dict[str, object], ...] = field(default=())
    section: str = ""
    home: str = ""
    section_home: str = ""
    trail: tuple[Link, ...] = ()
    search_page: str = ""
    downloads: str = ""
    search: bool = True
    licence: Link | None = None
    publisher: str = ""


def make_frame(
    site: Site,
    planned: Planned,
    title: str,
    *,
    section: str = "",
    description: str = "",
    title_lang: str = "",
    metas: tuple[Meta, ...] = (),
    alternates: tuple[Alternate, ...] = (),
    json_ld: tuple[dict[str, object], ...] = (),
    trail: tuple[Link, ...] = (),
) -> Frame:
    """Return the frame of a page; `section` is the entry of the menu that it belongs to, empty for none."""
    settings, path = site.settings, planned.path
    sections = _sections(site, planned, section)
    home = relative(path, site.address("home", lang=planned.lang))
    return Frame(
        path=path,
        lang=planned.lang,
        root="../" * path.count("/"),
        kind=planned.kind,
        title=title,
        site_title=settings.title,
        description=description,
        title_lang=title_lang,
        sections=sections,
        languages=tuple(
            Link(lang, relative(path, site.address(planned.kind, planned.subject, lang))) for lang in settings.languages
        ),
        canonical=site.canonical(path),
        alternates=alternates,
        metas=metas,
        json_ld=json_ld,
        section=section,
        home=home,
        section_home=next((each.href for each in sections if each.current and not each.here), ""),
        trail=trail,
        search_page=relative(path, site.address("search", lang=planned.lang)) if settings.search else "",
        downloads=relative(path, site.address("downloads", lang=planned.lang)),
        search=settings.search,
        licence=Link(settings.licence, settings.licence_url) if settings.licence else None,
        publisher=settings.publisher,
    )


def _sections(site: Site, planned: Planned, current: str) -> tuple[Section, ...]:
    return tuple(
        _section(site, planned, name, current) for name in _SECTIONS if name != "search" or site.settings.search
    )


def _section(site: Site, planned: Planned, name: str, current: str) -> Section:
    address = site.address(_REGISTERS.get(name, name), lang=planned.lang)
    return Section(name, relative(planned.path, address), name == current, address == planned.path)
