"""The words of the interface in a language: message catalogues (gettext), dates, numbers and plurals by Babel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from edition.corpus.model import Moment
from edition.resources import transforms_dir
from edition.site.catalogues import read_catalogue
from edition.site.dating import date_in_words, day_and_month

_CASES: Final = ("zero", "one", "two", "few", "many", "other")
_EUROPEAN: Final = {"en": "en_GB"}
"""Days before months in English too: what historians of all countries write."""


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """A language of the interface; what a catalogue does not hold is said in English, as the templates have it.

    `words` and `plurals` are by the English message, a plural by its singular. Messages are themselves and no other
    (`eq=False`), so that what is made with them can be remembered by them.
    """

    lang: str
    locale: Locale
    words: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]

    def gettext(self, message: str) -> str:
        """Return a message in the language."""
        return self.words.get(message) or message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the form of a message that goes with a number in the language (CLDR plural rules)."""
        forms = self.plurals.get(singular, ())
        if not forms:
            return singular if count == 1 else plural
        rule = self.locale.plural_form
        cases: list[str] = [case for case in _CASES if case in rule.tags or case == "other"]
        return forms[min(cases.index(rule(count)), len(forms) - 1)]

    def date(self, moment: Moment | str) -> str:
        """Return a date in words, with bounds, time and doubt where it has them; ISO 8601 may be given as well."""
        found = moment if isinstance(moment, Moment) else Moment(when=moment)
        return date_in_words(found, self.locale, self.gettext)

    def day_month(self, iso: str) -> str:
        """Return a day without its year: "4 September"."""
        return day_and_month(iso, self.locale)

    def month(self, number: int, width: str = "wide") -> str:
        """Return the name of a month, January being 1, as a heading has it; `width` narrow, abbreviated or wide."""
        return str(self.locale.months["stand-alone"][width][number])

    def weekday(self, number: int, width: str = "wide") -> str:
        """Return the name of a day of the week, Monday being 0; `width` narrow, short, abbreviated or wide."""
        return str(self.locale.days["stand-alone"][width][number])

    def number(self, value: int) -> str:
        """Return a number with the separators of the language."""
        return str(format_decimal(value, locale=self.locale))

    def language_name(self, code: str) -> str:
        """Return the name of a language in this one: "Russian" for ru; the code where it has none."""
        languages = self.locale.languages
        return str(languages.get(code.replace("-", "_")) or languages.get(code.partition("-")[0]) or code)


@lru_cache(maxsize=8)
def load_messages(lang: str, own: Path | None = None) -> Messages:
    """Return the words of a language: those of the edition (own/messages/LANG.po) first, then ours."""
    folders = [transforms_dir() / "messages", *([own / "messages"] if own else [])]
    words, plurals = dict[str, str](), dict[str, tuple[str, ...]]()
    for folder in folders:
        found = read_catalogue(folder / f"{lang}.po")
        words |= found.words
        plurals |= found.plurals
    return Messages(lang, find_locale(_EUROPEAN.get(lang, lang)), words, plurals)


@lru_cache(maxsize=64)
def find_locale(lang: str) -> Locale:
    """Return what Babel knows of a language tag; English where it knows nothing."""
    try:
        return Locale.parse(lang.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en_GB")


def own_name(code: str) -> str:
    """Return the name of a language in itself, as a switch of languages shows it: "Русский" for ru."""
    name = str(find_locale(code).languages.get(code.partition("-")[0], code))
    return name[:1].upper() + name[1:]
