"""Where a document on a page of several ends: at its source, at the next one, or where the page's own words go on."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from tei.dates import parse_time
from tei.recognise.chinese_lines import inline_addressee, signed_and_dated, signed_inline
from tei.recognise.chinese_names import is_respectful
from tei.recognise.counting import count_words, is_sign
from tei.recognise.known import nobody
from tei.recognise.layouts.announcing import (
    announces,
    goes_over_to_letter,
    is_enumeration,
    is_heading,
    is_prose,
    is_remark,
    is_rule,
    is_salutation,
    numbered,
)
from tei.recognise.layouts.chinese_counts import counts_title, is_chinese_numeral
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.inner_quotations import inner_quotation
from tei.recognise.layouts.notes_of_site import is_comments
from tei.recognise.layouts.other_matter import heads_other
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.part_headings import is_part_heading
from tei.recognise.layouts.rows import Head, Rows, is_day_over, is_named, is_title_row
from tei.recognise.layouts.seams import is_addressed_and_signed
from tei.recognise.layouts.speakers import names_speaker
from tei.recognise.openers import addressed_at
from tei.recognise.parties import is_closing, is_office
from tei.recognise.resolutions import stands_over_draft
from tei.recognise.russian import addressee
from tei.recognise.russian_papers import is_counted_paper
from tei.recognise.service import classify
from tei.recognise.signing import signature_name
from tei.regexes import regex

_FULL_STOPS: Final = ".!?…。！？"
_MARKERS: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
MAX_ADDRESS: Final = 14
MIN_BRIEF: Final = 3
MAX_UNSIGNED: Final = 8
MAX_LATER: Final = 10
MAX_BELOW: Final = 4
MAX_OPENER: Final = 3
"""So many lines may stand over the text of a document, place and date, whom it addresses and where he is."""
MIN_TEXT: Final = 8
"""Words of the shortest line that is the document's text and no line of its opener."""
_COUNTED_HEAD: Final = regex(r"№\s?\d{1,4}\.?\s+[А-ЯЁ]{4,}[\s,]")
"""The next document of a volume, whatever it is: «№ 27. ЗАПИСЬ БЕСЕДЫ …» over its day."""


def is_title_or_lead(rows: Rows, index: int) -> bool:
    """Say whether a row opens something new: a title, a number, the label of a diary."""
    words = rows.words(index)
    if is_chinese_numeral(words):
        return is_salutation(rows.words(index + 1))
    if counts_title(words):
        return is_title_row(rows, index + 1)
    if is_enumeration(words):
        if _is_last(rows, index) or is_number_over_count(words, rows.words(index + 1)):
            return False
        return len(words.rstrip(" .")) > 1 or words[:1].isdigit() or not _is_initial(rows, index)
    if is_day_over(rows, index):
        return True
    if words[:1] == "№" and _COUNTED_HEAD.match(words) and is_date_line(rows.words(index + 1)):
        return True
    if words[:1] == "№" and is_counted_paper(words):
        return True
    return is_title_row(rows, index) or diary_owner(words) is not None or heads_other(words)


def is_number_over_count(words: str, title: str) -> bool:
    """Say whether a number with its sign stands over a title that has its own count: it is of the wire above."""
    return words[:1] == "№" and numbered(title) > 0


def _is_initial(rows: Rows, index: int) -> bool:
    """Say whether a single letter signs, "V.", and does not count in Roman numerals: no document begins below it."""
    return index + 1 == len(rows.rows) or rows.is_source(index + 1)


def _is_last(rows: Rows, index: int) -> bool:
    """Say whether a number is that of the telegram above it, "No. 414" under the signature: a date, then its source."""
    after = index + 1
    noted = classify(rows.words(after)) if after < len(rows.rows) else None
    if noted is not None and noted.type in _NOTED and not is_title_row(rows, after + 1):
        return index > 0
    if _is_dated(rows.words(after)):
        after += 1 + (len(below := rows.words(after + 1)) <= MAX_ADDRESS and parse_time(below) is not None)
        if index > 1 and _signs_over(rows, index - 1) and not rows.words(index)[:1].isdigit():
            return True
    return index > 0 and after < len(rows.rows) and not rows.words(index)[:1].isdigit() and rows.is_source(after)


MAX_DECIDED: Final = 20
_NOTED: Final = frozenset(("received", "deciphered", "printed", "copies"))  # what is noted under the number at the foot


def _signs_over(rows: Rows, index: int) -> bool:
    """Say whether a name alone stands under a sentence: what comes below it may be the number and the day."""
    name = rows.words(index)
    signed = 0 < count_words(name) <= MAX_OPENER and signature_name(name, nobody, last=True) is not None
    return signed and rows.words(index - 1)[-1:] in _FULL_STOPS


def _is_own_number(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a number under place and day is that of the document whose text begins below it."""
    opener = [rows.words(at) for at in range(head.body, index)]
    if len(opener) >= MAX_OPENER or any(count_words(words) >= MIN_TEXT for words in opener):
        return False
    if not is_place_and_day(opener[-1]):
        return False
    below = takewhile(lambda at: not is_title_row(rows, at), range(index + 1, min(index + MAX_BELOW, len(rows.rows))))
    return sum(count_words(rows.words(at)) for at in below) >= MIN_TEXT


def ends_before(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a document has ended when this row is reached."""
    words = rows.words(index)
    if index == head.body or (words[:1] == "№" and _is_own_number(rows, head, index)):
        return False
    if is_title_or_lead(rows, index) or is_rule(words) or rows.is_source(index) or rows.level(index):
        return True
    if stands_over_draft([rows.words(at) for at in range(head.body, min(index, head.body + MAX_DECIDED))]):
        return False
    if is_comments(words) or (
        head.announced and (_heads_part(head, words) or _speaks_next(rows, head, index) or _is_entry(rows, head, index))
    ):
        return True
    if index in rows.footed and _is_complete(rows.words(index - 1), words):
        return True
    closed = _closed(rows, head, index)
    if is_remark(words):
        return closed
    if closed and not _belongs_to_end(rows, head, index):
        return True
    if is_sign(words[:1]) and len(words) <= MAX_ADDRESS and is_respectful(words):
        return closed
    if is_heading(words) and not _is_signature(rows, head, index) and not _says(words):
        begun = index - head.body > MAX_OPENER or _first_text(rows, head, index) < index
        return begun and _before_argument(rows, index) and index - head.body >= 1 and not is_salutation(words)
    return closed and announces(rows.said(index), rows.words(index + 1), rows.words(index + 2))


def _speaks_next(rows: Rows, head: Head, index: int) -> bool:
    """Say whether who gave the telegram goes on: a biographer to the next letter, a hearing with its next speaker."""
    said = rows.words(index)
    if said[-1:] == ":" and goes_over_to_letter(said, rows.words(index + 1), rows.words(index + 2)):
        return True
    return names_speaker(rows.words(index)) and names_speaker(rows.words(head.announced[-1]))


def _heads_part(head: Head, words: str) -> bool:
    """Say whether a line heads the next part of an article whose sentence handed over to the text: "Aftermath"."""
    return head.title is None and is_part_heading(words)


def _is_entry(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row begins the next entry of a diary whose entries stand behind dashes, under days in capitals."""
    words, told = rows.words(index), rows.rows[head.announced[-1]].text
    if words[:1] in "—–" and words[:1] == told[:1]:
        return True
    if not words.isupper() or not is_date_line(words):
        return False
    over = (rows.words(at) for at in range(max(0, head.first - MAX_ENTRY), head.first + 1))
    return any(row.isupper() and is_date_line(row) for row in over)


MAX_ENTRY: Final = 16


def is_one_paragraph(rows: Rows, head: Head) -> bool:
    """Say whether a text that a sentence hands over is one paragraph long: it is addressed and signed in its line.

    In Chinese it may be neither; nothing else parts it from the words of the page that go on below it.
    """
    words = rows.words(head.body)
    if words[:1].isascii():
        return bool(head.announced) and head.title is None and is_addressed_and_signed(words)
    if not (head.announced and head.title is None and is_sign(words[:1]) and words[-1:] in _FULL_STOPS):
        return False
    if count_words(words) < MIN_TEXT or is_salutation(words) or inline_addressee(words, nobody):
        return False
    for at in range(head.body, min(head.body + MAX_UNSIGNED, len(rows.rows))):
        if closes(rows, head, at) or _signed_at_its_end(rows, head, at):
            return False
        if at > head.body and (is_salutation(rows.words(at)) or announces(rows.said(at), rows.words(at + 1))):
            return True
    return True


_REFERS: Final = regex(
    r"(?:(?:in (?:reply|answer|response) to|with reference to|reference|re|further to|following)\s+)?"
    r"(?:my|your|our|his|yours?)\s+(?:immediately\s+(?:preceding|following)\s+)?"
    r"(?:telegrams?|cables?|wires?|letters?|desp?atch|dispatch|desp?atches|dispatches|message|tels?)\b",
    re.IGNORECASE,
)
"""“My telegram No. 58.” opens the text: it is no heading, though it is as short as one."""


_SAYS: Final = regex(r"[,，您你我]")


def _says(words: str) -> bool:
    """Say whether a line is the writer's own and no heading, though it is as short as one and has no full stop."""
    if is_sign(words[:1]):
        return _SAYS.search(words) is not None
    if not words.isascii() and addressee(words, nobody, nobody) is not None:
        return True
    return _REFERS.match(words) is not None or (words[-1:] == ":" and addressed_at(words) is not None)


def _is_complete(above: str, below: str) -> bool:
    """Say whether a text is at its end where notes stand below it, and does not go on on the next leaf."""
    return above.rstrip("”\"’')]*†‡0123456789")[-1:] in _FULL_STOPS and not below[:1].islower()


def _before_argument(rows: Rows, index: int) -> bool:
    """Say whether a heading is followed by running text or by another document, as a section's heading is."""
    following = rows.words(index + 1)
    return is_prose(following) or is_title_row(rows, index + 1)


def _closed(rows: Rows, head: Head, index: int) -> bool:
    """Say whether signature or final date stand before a row; what stands before any text is an opener's."""
    start = _first_text(rows, head, index)
    if _signed_between(rows, head, start, index):
        return True
    closing = [at for at in range(max(start + 1, index - 4), index) if closes(rows, head, at)]
    if not closing:
        return False
    inner = inner_quotation(rows, head, index)
    return not inner or any(at not in inner for at in closing) or not _signs_later(rows, head, index)


def _signs_later(rows: Rows, head: Head, index: int) -> bool:
    """Say whether somebody signs below a quotation, before the document's source or the next one's title."""
    for at in range(index, min(index + MAX_LATER, len(rows.rows))):
        if is_title_or_lead(rows, at) or rows.is_source(at):
            return False
        if closes(rows, head, at):
            return True
    return False


def _signed_between(rows: Rows, head: Head, start: int, limit: int) -> bool:
    """Look for a paragraph that is signed at its end, at each row once however long the document is."""
    seen, signed = rows.signed.get(head, (head.body, ()))
    if seen < limit:
        signed = (*signed, *(at for at in range(seen, limit) if _signed_at_its_end(rows, head, at)))
        rows.signed[head] = (limit, signed)
    return any(start <= at < limit for at in signed)


def _first_text(rows: Rows, head: Head, limit: int) -> int:
    seen, found = rows.texts.get(head.body, (head.body, -1))
    while found < 0 and seen < limit:
        found = seen if _is_text(rows.words(seen)) else -1
        seen += 1
    rows.texts[head.body] = (seen, found)
    if 0 <= found < limit:
        return found
    return head.body if limit > head.body and _is_brief(rows.words(head.body)) else limit


def _is_brief(words: str) -> bool:
    """Say whether a few words are all the text there is under a title: "STOVE IS LIT. PAPER WAS IN STOVE."."""
    ended = words[-1:] in _FULL_STOPS and count_words(words) >= MIN_BRIEF
    dated = is_date_line(words) or is_place_and_day(words)
    return ended and not is_salutation(words) and not dated and classify(words) is None


def _is_text(words: str) -> bool:
    """Say whether a row is running text: what opens like a line of service, "Re your No. 301", may go on as text."""
    count = count_words(words)
    if not words.isascii() and words[:1].isdigit() and classify(words) is not None:
        return False
    if words[:3] in ("To ", "TO ") and words[-1:] not in _FULL_STOPS and is_salutation(words):
        return False
    return count >= 12 or (count >= MIN_TEXT and classify(words) is None)


def _signed_at_its_end(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a paragraph in Chinese ends in the name of someone whom the page names over the document."""
    words = rows.words(index).rstrip(_MARKERS)
    if words.isascii():
        return False
    return signed_inline(words, lambda name: is_named(rows, head, name)) is not None


def closes(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row closes a document: a date, a signature."""
    words = rows.words(index)
    if is_sign(words[:1]) and signed_and_dated(words, nobody) is not None:
        return True
    if is_office(words) and is_salutation(rows.words(index + 1)):
        return True
    return _is_dated(words) or _is_signature(rows, head, index) or _is_dated_name(words)


def _is_dated_name(words: str) -> bool:
    """Say whether a row is a day and behind it who signs: "30 January 1938. P. Vetrov", "24.III.38 Vetrov"."""
    if not words[:1].isdigit() or len(words) > MAX_DATED_NAME:
        return False
    both = _DATED_NAME.fullmatch(words)
    return both is not None and is_date_line(both["date"])


MAX_DATED_NAME: Final = 60
_DATED_NAME: Final = regex(
    r"(?P<date>\d[^\n]{3,24}?\d)[,.]?\s+(?:[A-ZА-ЯЁ]\.\s?){0,2}[A-ZА-ЯЁ][\w’'-]{2,}(?:\s[A-ZА-ЯЁ][\w’'-]+)?\.?"
)


def _is_dated(words: str) -> bool:
    """Say whether a row is a day, perhaps with the marker of a note apart from it: “1/X-38 1”."""
    if is_date_line(words):
        return True
    return words[-1:].isdigit() and (bare := _MARKED_DAY.fullmatch(words)) is not None and is_date_line(bare["day"])


_MARKED_DAY: Final = regex(r"(?P<day>\d{1,2}\s?[/.]\s?[IVX]{1,4}\s?[/.–—-]\s?(?:\d{4}|\d\d))\s\d{1,2}")


def _belongs_to_end(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row after signature or date is still the telegram's: more of the same, an office, a docket."""
    words = rows.words(index)
    if words[:2].upper() in ("PS", "P.") or words.startswith("["):
        return True
    if is_place_and_day(words) and (index + 1 == len(rows.rows) or _is_over_end(rows, index + 1)):
        return True
    return bool(
        closes(rows, head, index)
        or is_closing(words)
        or is_office(words)
        or classify(words)
        or _short(words, rows, index)
    )


def _is_over_end(rows: Rows, index: int) -> bool:
    return is_title_or_lead(rows, index) or rows.is_source(index)


def _short(words: str, rows: Rows, index: int) -> bool:
    """Say whether a row is a line such as a second signature: a few words, no sentence and no running text after it."""
    if words[-1:] == "." and sum(word[:1].islower() for word in words.split()) > 2:
        return False
    if not words.isascii() and numbered(words):
        return False
    return count_words(words) <= 4 and not is_prose(rows.words(index + 1)) and not is_title_or_lead(rows, index + 1)


def _is_lone_name(words: str) -> bool:
    """Say whether a line is one word that can be the surname of somebody, and no heading of one word."""
    name = words.replace("-", "")
    return name.isalpha() and words[:1].isupper() and len(words) <= MAX_SURNAME and not is_part_heading(words)


MAX_SURNAME: Final = 16
_INITIALED: Final = regex(r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){1,3}[A-ZÀ-ÞА-ЯЁ][\w’'-]+")
"""A surname with its initials, which heads no part of an article."""


def _hangs_on(rows: Rows, index: int) -> bool:
    """Say whether a line hangs on the paragraph above it, and a gap follows, as under a name that signs."""
    return not rows.rows[index].blank_before and index + 1 < len(rows.rows) and rows.rows[index + 1].blank_before > 0


_OF_A_PAPER: Final = regex(
    r"(?:The\s)?(?:Answer|Reply|Response|Letter|Telegram|Cable|Note|Message)s?\s(?:of|from|to)\b"
)
"""A heading that says whose paper follows, "Answer of the Foreign Ministry"."""


def _is_signature(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row signs: a name of the heading, a name under a closing formula or over a date, a last line."""
    words = rows.words(index).rstrip(" .,")
    if not 0 < count_words(words) <= 6 or words[-1:] in "?!:;":
        return False
    if signature_name(words, nobody, last=True) is None or _OF_A_PAPER.match(words):
        return False
    above = rows.words(index - 1) if index > head.body else ""
    below = rows.words(index + 1)
    if is_closing(above) or is_date_line(below) or not below or is_office(below) or is_remark(below):
        return True
    if _is_lone_name(words) and _hangs_on(rows, index) and above[-1:] in _FULL_STOPS:
        return True
    alone = _INITIALED.fullmatch(words) is not None or (_is_lone_name(words) and is_prose(above))
    if alone and above[-1:] in _FULL_STOPS and is_prose(below):
        return True
    return is_named(rows, head, words) or rows.is_source(index + 1) or is_title_or_lead(rows, index + 1)
