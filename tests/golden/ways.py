"""Ways in which a page is copied: each makes of a text what another program, printer or scanner gives of it."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

Way = Callable[[str], str]
LEAF = 700
"""Signs of text after which a leaf ends."""
_CHINESE = re.compile("[\u4e00-\u9fff]{4}")
_LABEL = re.compile(r"(?m)^([A-ZА-Я][\w ]{2,24}:) (?=\S[^\n]{0,90}$)")


def other_browser(text: str) -> str:
    """The page as another browser and another editor give it."""
    text = re.sub(r"(?<=\d) (?=[^\W\d])|(?<=[A-ZА-Я]\.) ", "\u00a0", text)
    indented = "".join(f"  {line}  \n" if line.strip() else "\n" for line in text.splitlines())
    return indented.replace("\n\n", "\n\n\n").replace("\n", "\r\n")


def wrapped(width: int) -> Way:
    return lambda text: "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int) -> str:
    if len(line) <= width or _CHINESE.search(line):
        return line
    return "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))


def hyphenated(text: str) -> str:
    """Wrapped, with words divided at the ends of lines."""
    return "\n".join(_divided(line, 66) for line in text.split("\n"))


def _divided(line: str, width: int) -> str:
    if len(line) <= width or _CHINESE.search(line):
        return line
    lines = [""]
    for word in line.split(" "):
        room = width - len(lines[-1]) - 1
        if not lines[-1]:
            lines[-1] = word
        elif len(word) <= room:
            lines[-1] += f" {word}"
        elif room > 4 and re.fullmatch(r"[a-zа-я]{7,}", word):
            at = max(3, min(room - 1, len(word) - 3))
            lines[-1] += f" {word[:at]}-"
            lines.append(word[at:])
        else:
            lines.append(word)
    return "\n".join(lines)


def leaves(form: str, *, within: bool) -> Way:
    """With the number of each leaf: within the sentences of a wrapped page, or between the paragraphs of any."""

    def way(text: str) -> str:
        made: list[str] = []
        written = last = 0
        for at, line in enumerate(lines := (wrapped(72)(text) if within else text).split("\n")):
            if written - last > LEAF and 6 < at < len(lines) - 2 and (line[:1].islower() or not within):
                last = written
                made += ["", form.format(11 + written // LEAF), ""]
            made.append(line)
            written += len(line) + 1
        return "\n".join(made)

    return way


def numbered_lines(text: str) -> str:
    return "\n".join(f"{at:>4} {line}" if line else "" for at, line in enumerate(wrapped(72)(text).split("\n"), 1))


def every_fifth_line_numbered(text: str) -> str:
    lines = enumerate(wrapped(72)(text).split("\n"), 1)
    return "\n".join(f"{at if at % 5 == 0 else '':>3}  {line}" if line else "" for at, line in lines)


def justified(text: str) -> str:
    """With a second blank behind every fifth word."""
    return re.sub(r"((?:\S+ ){4}\S+) (?=\S)", r"\1  ", text)


def typed(text: str) -> str:
    """As a typist has it: two blanks behind a sentence, two hyphens for a dash, straight quotation marks."""
    text = re.sub(r"(?<=[a-zа-я)][.!?]) (?=[A-ZА-Я])", "  ", text).replace("—", "--")
    return text.translate(str.maketrans("“”«»‘’–", '""""\'\'-'))


def misread(text: str) -> str:
    """As a scan misreads days, years and the sign for a number."""
    text = re.sub(r"(?<= )1(?=\d (?:[A-Z][a-z]{2}|[а-я]{3}))", "l", text)
    text = re.sub(r"(?<=19[34])0|(?<= [123])0(?= (?:[A-Z][a-z]{2}|[а-я]{3}))", "O", text)
    return re.sub(r"№ ?(?=\d)", "No ", text) if re.search("[а-я]{3}", text) else text


def set_in_type(text: str) -> str:
    """With ligatures, soft hyphens, accents apart, and marks of direction."""
    text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    text = re.sub(r"\b([a-zа-я]{3})(?=[a-zа-я]{5})", "\\1\u00ad", text).replace("(", "\u200e(")
    return unicodedata.normalize("NFD", text)


def blank_lines_lost(text: str) -> str:
    return re.sub(r"\n{2,}", "\n", text)


def blank_lines_everywhere(text: str) -> str:
    return blank_lines_lost(text).replace("\n", "\n\n")


def quoted_in_a_mail(text: str) -> str:
    return re.sub(r"(?m)^", "> ", wrapped(70)(text))


def labels_over_values(text: str) -> str:
    return _LABEL.sub(lambda match: f"{match[1]}\n", text)
