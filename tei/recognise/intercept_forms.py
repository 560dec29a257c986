"""Rows of the forms that those who read other people's telegrams used: of Japanese messages, of Soviet ones.

“Purple (Urgent) / #908 (To be handled in government code) / … / JD-1:7145  (D) Navy Trans. 12-7-41 (S-TT)” and
“Reissue / From: … / To: … / Copy No: 201 / No.: 1583 12 Nov. 1944”, as both services have published their translations.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.form_rows import row

_DAY: Final = r"\d{1,2}(?:\s[A-Z][a-z]{2,8}\.?\s|[-/.])\d{0,2}[-/.]?\d{2,4}"
INTERCEPT_FORMS: Final = (
    row("other", "purple pa la j oite red open plain",
        r"\(?(?-i:Purple|PURPLE|PA-K2|LA|J-?1\d(?:-K\d{1,2})?|Oite|OITE|(?:Red|RED|Open|Plain)(?=\s?\())\)?"
        r"(?:\s?\([A-Z][^()\n]{1,40}\)){0,3}\.?"),
    row("number", "#",
        r"(?-i:#)\s?(?P<number>\d{1,5}[A-Z]?)\.?\s\(?(?:to\s+be\s+handled|part|in\s+\d{1,2}\s+parts)[^\n()]{0,60}\)?\.?"),
    row("sent", "no number",
        rf"(?:no|number)\.?\s?:\s?(?P<number>\d{{1,5}}[A-Z]?)\s{{1,60}}(?P<rest>{_DAY})\.?"),
    row("other", "jd srdj army navy 0 1 2 3 4 5 6 7 8 9",
        r"(?:(?:army|navy)\s\d{4,6}|(?-i:JD-1|SRDJ|S\.I\.S\.)\s?:?\s?(?:no\.\s?)?\d{1,6}|\d{5})"
        rf"(?:\s{{1,60}}(?:\([A-Z]\)\s?)?(?:(?:navy|army|secret)\s){{0,2}}trans\.?\s(?:{_DAY}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}))?"
        r"(?:\s?\([\w-]{1,6}\)){0,2}\.?"),
    row("other", "m s t", r"(?-i:[MST]\d{3,5})"),
    row("other", "reissue issued", r"re-?issue(?:\s?\(?T\d{1,5}(?:\.\d)?\)?)?|re-?issued\s?:[^\n]{2,40}"),
    row("copy", "copy", r"copy\s+no\.?\s?:\s?(?P<copy>\d{1,3})"),
)  # fmt: skip
