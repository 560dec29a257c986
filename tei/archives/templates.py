"""The small language in which an archive says how its segments look: "{series}/{piece}[/{item}]".

{part} is the value of a part, [ ] holds what may be missing, the rest stands as it is, in either case. One template
serves for reading and for writing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

DEFAULT_VALUE: Final = r"\w(?:[\w.\-]{0,40}\w)?"
"""What a part may be when the archive says nothing of it: a number or a word, with dots and hyphens inside."""


def template_expression(template: str, values: Mapping[str, str]) -> str:
    """Return the regular expression of one template: {part}, [what may be missing], and literal text."""
    written = []
    for token in re.findall(r"\{[\w\-]+\}|[\[\]]|[^{}\[\]]+", template):
        if token.startswith("{"):
            part = token[1:-1]
            written.append(f"(?P<{part.replace('-', '_')}>{values.get(part, DEFAULT_VALUE)})")
        else:
            literal = f"(?i:{re.escape(token)})".replace(r"\ ", r" ?\n?")
            written.append({"[": "(?:", "]": ")?"}.get(token, literal))
    return "".join(written)


@lru_cache(maxsize=512)
def template_patterns(templates: tuple[str, ...], values: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], ...]:
    """Compile the templates of an archive; a part with a hyphen has an underscore in its group."""
    known = dict(values)
    return tuple(re.compile(template_expression(template, known) + r"(?!\w)") for template in templates)


def fill(templates: Sequence[str], parts: list[tuple[str, str]], values: Sequence[tuple[str, str]] = ()) -> str | None:
    """Write the first template that begins with the first of `parts` and has all it needs; take those parts away.

    A value with a comma that the archive's own pattern would not read again is left to the caller.
    """
    known = dict(parts)
    first, value = parts[0]
    if "," in value and (pattern := dict(values).get(first)):
        whole = re.match(pattern, f"{value}, ")
        if whole is None or whole.end() != len(value):
            return None
    for template in templates:
        names = _names(template)
        needed = _names(re.sub(r"\[[^\]]*\]", "", template))
        if not names or names[0] != parts[0][0] or not all(name in known for name in needed):
            continue
        text = re.sub(r"\[([^\]]*)\]", lambda option: option[1] if _has_all(option[1], known) else "", template)
        for name in _names(text):
            parts.remove((name, known[name]))
        return re.sub(r"\{([\w\-]+)\}", lambda part: known[part[1]], text)
    return None


def _names(template: str) -> list[str]:
    return re.findall(r"\{([\w\-]+)\}", template)


def _has_all(option: str, known: Mapping[str, str]) -> bool:
    return all(name in known for name in _names(option))
