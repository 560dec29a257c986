"""From an edition's configuration, and from the documents where it says nothing, to the settings of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from edition.config import INTERFACE, Config
from edition.corpus.model import Corpus
from edition.site.plan import Settings

_UNNAMED = "Letters"


def settings_of(
    config: Config, corpus: Corpus, paths: Iterable[Path], *, url: str = "", aliases: tuple[tuple[str, str], ...] = ()
) -> Settings:
    """Return the settings of the site of an edition; `url` wins over that of edition.toml.

    What no configuration says is taken from the documents where they agree (publisher, licence), or from the name of
    their folder (title).
    """
    site = config.site
    licence = (config.licence, config.licence_url)
    return Settings(
        title=config.title or _title(paths),
        id=config.id,
        subtitle=site.subtitle,
        description=site.description,
        publisher=config.publisher or _common(document.publisher for document in corpus.documents),
        place=config.place,
        date=config.date,
        licence=licence[0] or _common(document.licence for document in corpus.documents),
        licence_url=licence[1] if licence[0] else _common(document.licence_url for document in corpus.documents),
        url=url or site.url,
        languages=site.languages or (_language(config),),
        own=site.own,
        aliases=aliases,
        search=site.search,
        editors=site.editors,
        contact=site.contact,
        repository_url=site.repository_url,
        citation=site.citation,
    )


def _language(config: Config) -> str:
    """Return the language of an edition where its pages can speak it, else English."""
    own = config.site.own
    there = config.language in INTERFACE or (own is not None and (own / "messages" / f"{config.language}.po").is_file())
    return config.language if there else INTERFACE[0]


def _title(paths: Iterable[Path]) -> str:
    """Return a title for documents that belong to no edition: the name of their folder, in words."""
    for path in paths:
        folder = path.resolve() if path.is_dir() else path.resolve().parent
        name = folder.parent.name if folder.name.lower() in ("tei", "xml", "data", "output") else folder.name
        words = name.replace("_", " ").replace("-", " ").strip()
        if words:
            return words[:1].upper() + words[1:]
    return _UNNAMED


def _common(values: Iterable[str]) -> str:
    """Return the value that all documents have, empty where they differ or say nothing."""
    found = Counter(values)
    return next(iter(found)) if len(found) == 1 else ""
