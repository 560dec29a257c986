"""The forms of service matter by what a line begins with, so that only those are tried that can match it."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from tei.recognise.form_rows import Form
from tei.recognise.form_words import NUMBER, NUMBER_SIGN
from tei.recognise.forms import FORMS
from tei.recognise.intercept_forms import INTERCEPT_FORMS
from tei.recognise.ministry_forms import MINISTRY_FORMS
from tei.recognise.office_forms import OFFICE_FORMS
from tei.regexes import regex

DISPATCH: Final = regex(
    rf"{NUMBER_SIGN}\s*{NUMBER}[.,;:]?\s+(?P<name>[^\W\d_][^\d\n]{{1,60}}?)"
    r"(?:[,.]?\s+(?P<date>(?:\d|[^\W\d_]+\s+\d)[^\n]*))?"
)

_LEAD: Final = regex(r"[\u3400-\u9fff]|[^\W\d_]+|\d|[№#]")


def lead_of(text: str) -> str:
    """Return what a line begins with, by which forms are looked up: a word, a Chinese character, a number sign."""
    match = _LEAD.match(text)
    return match.group().lower() if match else ""


def _by_lead() -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = defaultdict(list)
    for form in (*MINISTRY_FORMS, *OFFICE_FORMS, *INTERCEPT_FORMS, *FORMS):
        for lead in dict.fromkeys(form.leads):
            table[lead].append(form)
    return {lead: tuple(forms) for lead, forms in table.items()}


FORMS_BY_LEAD: Final = _by_lead()
