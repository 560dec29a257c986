"""Templates of the site filled in the language of the interface; the edition's own win over ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from edition.resources import transforms_dir
from edition.site.messages import Messages, load_messages, own_name

_FOLDER: Final = "site"
_MESSAGE: Final = ("name", "lparen", "string", "rparen")
_LINES: Final = 24576
"""So many lines of lists are remembered in a process, at less than a kilobyte each."""


def fill(template: str, context: object, lang: str, own: Path | None = None) -> bytes:
    """Return a template of the site (`telegram.html.j2`), filled with its context, as UTF-8.

    The template knows the context as `page`, `page.frame` being the Frame; `_`, `ngettext`, the filters `date`,
    `day_month`, `number` and the function `language` (the name of a language) speak the language of the interface.
    """
    return environment(lang, own).get_template(f"{_FOLDER}/{template}").render(page=context).encode()


def keep_compiled(folder: Path | None) -> None:
    """Keep templates compiled in a folder, for the next process; it must be another when words or extensions change."""
    _compiled["folder"] = folder
    environment.cache_clear()


_compiled: dict[str, Path | None] = {}


@lru_cache(maxsize=8)
def environment(lang: str, own: Path | None = None) -> Environment:
    """Return the templates of a language: those of the edition's folder `own`/templates first, then ours."""
    folders = ([own / "templates"] if own else []) + [transforms_dir() / "templates"]
    kept = _compiled.get("folder")
    made = Environment(
        bytecode_cache=FileSystemBytecodeCache(str(kept), f"{lang}-%s") if kept else None,
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n", Constants],
    )
    install(made, load_messages(lang, own))
    return made


class Constants(Extension):
    """Messages without placeholders put into templates when they are compiled: a page has some eighty of them."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Return the tokens of a template with `_("…")` translated."""
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if not _opens_message(held):
                yield from held
                held = []
            elif len(held) == len(_MESSAGE):
                yield Token(held[0].lineno, "string", self._say(str(held[2].value)))
                held = []
        yield from held

    def _say(self, message: str) -> str:
        say: Callable[[str], str] = self.environment.globals["gettext_plain"]  # type: ignore[assignment]
        return say(message)


def _opens_message(tokens: list[Token]) -> bool:
    """Say whether tokens are `_("…")` or a beginning of it."""
    return all(token.type == type_ for token, type_ in zip(tokens, _MESSAGE, strict=False)) and tokens[0].value == "_"


def install(made: Environment, messages: Messages) -> None:
    """Give an environment the words and the filters of a language."""
    made.install_gettext_callables(messages.gettext, messages.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"date": messages.date, "day_month": messages.day_month, "number": messages.number}
    made.filters |= {"month": messages.month, "weekday": messages.weekday}
    made.filters |= {"json_ld": json_ld, "sentence": sentence}
    made.globals |= {"line_of": _remembered_lines(made), "section_word": _remembered_sections(made)}
    made.globals |= {"gettext_plain": messages.gettext, "language": messages.language_name, "own_name": own_name}


def _remembered_lines(made: Environment) -> Callable[[object, bool], str]:
    """Return what writes a line of a list: a document stands in a dozen lists, and is written once."""

    @lru_cache(maxsize=1)
    def macros() -> dict[str, Callable[[object, bool], str]]:
        return vars(made.get_template(f"{_FOLDER}/macros.html.j2").module)

    @lru_cache(maxsize=_LINES)
    def line_of(row: object, year: bool = False) -> str:
        return macros()["document"](row, year)

    return line_of


def _remembered_sections(made: Environment) -> Callable[[str], str]:
    """Return what says the name of a section: every page has them all in its menu."""

    @lru_cache(maxsize=64)
    def section_word(name: str) -> str:
        return Markup(vars(made.get_template(f"{_FOLDER}/macros.html.j2").module)["section_name"](name))

    return section_word


def json_ld(value: object) -> Markup:
    """Return values as JSON for a script element that is data: no `<` in it, so that nothing can end the element."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def sentence(text: str) -> str:
    """Return a text with a capital at its start, the rest as it is: names of languages in Russian have none."""
    return text[:1].upper() + text[1:]
