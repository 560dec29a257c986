"""How much the converter reads off the golden captures, field by field: expected, found, right, precision, recall.

Run it with `make accuracy`, or `python -m tests.accuracy [--misses]`. It encodes every page in memory and compares it
with `NAME.expected.json` beside it (tests/golden/captures/README.md says what the fields mean); real captures that lie
beside the checkout are counted as a family of their own. A key that is missing is not asked. `null` and 0 expect
nothing, so that whatever is found there lowers the precision.

A list counts by its items, a reference or a book by its parts, everything else as one. A telegram that was not found
counts in the recall of each of its fields.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from edition.config import Config
from edition.encoding import Job, source_text
from edition.settings import job_of
from tei.capture import capture_file
from tei.encode import context_document, document_id, source_words, telegram_document
from tei.model import Recognition
from tei.names import NAMESPACES, XML_ID, local
from tei.recognise import recognise
from tei.text import words as words_of

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
SEEDS = ROOT.parent / "shared" / "seeds"
TELEGRAMS = "(telegrams)"
ENVELOPE = "//tei:correspDesc[@corresp='#telegram-text']"
INNER = "//tei:correspDesc[not(@corresp='#telegram-text')]"
SENT, RECEIVED = (f"/tei:correspAction[@type='{type_}'][not(@subtype)]" for type_ in ("sent", "received"))
NAMES = "/*[self::tei:persName or self::tei:orgName]"
MESSAGE = "//tei:div[@type='message']"
ENCLOSED = "//tei:div[@xml:id='message-text' or @type='enclosed']"
NOT_ENCLOSED = "[not(ancestor::tei:div[@xml:id='message-text' or @type='enclosed'])]"
SERVICE = "//tei:div[@type='preamble' or @type='docket']"
SILENT = ("opener", "closer", "head", "pb", "postscript")
Values = tuple[str, ...]
Expected = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One telegram that was encoded."""

    id: str
    tree: Any
    headings: Values = ()
    """The heading over it in the document of what stands round it."""

    def all(self, path: str) -> list[Any]:
        found = self.tree.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found

    def texts(self, path: str) -> Values:
        return tuple(filter(None, map(words, self.all(path))))

    def first(self, *paths: str) -> Values:
        """The first text of the first path that has one."""
        return next((found[:1] for found in map(self.texts, paths) if found), ())

    def count(self, path: str) -> Values:
        """How many there are, nothing for none."""
        return tuple(str(number) for number in [len(self.all(path))] if number)

    def preferred(self, path: str) -> Values:
        """Preferred names of the entries that names point at; the name as written where it points at none."""
        return tuple(
            words(self.first(f"//tei:standOff//*[@xml:id='{name.get('ref')[1:]}']/*[@type='preferred']")[0])
            if name.get("ref")
            else words(name)
            for name in self.all(path)
        )


def words(found: Any) -> str:
    """The text of an element or attribute with single spaces, brackets written again, notes inside it left out."""
    return " ".join((found if isinstance(found, str) else "".join(_pieces(found))).split())


BLOCKS = frozenset(("p", "ab", "item", "head", "salute", "signed", "dateline", "div", "label", "lb", "pb", "cell"))


def _pieces(element: Any) -> Iterator[str]:
    name = local(str(element.tag))
    space = " " if name in BLOCKS else ""
    before, after = ("[", "]") if name in ("supplied", "ex", "gap") else (space, space)
    yield before + (element.text or "")
    for child in element:
        aside = local(str(child.tag)) == "note" or (child.get("type") == "note" and local(str(child.tag)) == "ref")
        yield from () if aside else _pieces(child)
        yield child.tail or ""
    yield after


def own_text(found: Found, root: str) -> list[str]:
    """The words of a message between salutation and closing; asides of editors, stamps and notes left out."""
    pieces: list[str] = []
    for div in found.all(root):
        for block in div.iter():
            name = local(str(block.tag))
            leaf = name in ("p", "item", "cell", "l", "ab", "head") and not block.xpath("ancestor::*[local-name()='p']")
            if leaf and not any(local(str(above.tag)) in SILENT for above in (block, *block.iterancestors())):
                pieces += words(block).split()
    return pieces


def _starts(found: Found, root: str) -> Values:
    text = " ".join(own_text(found, root)[:8])
    return (re.sub(r"^[“\"‘'«]?(?:\(?\d+[.)]|\(?[a-zа-я]\))\s+", "", text),) if text else ()


def _ends(found: Found, root: str) -> Values:
    ending = found.texts("//tei:postscript//tei:p")[-1:]
    text = ending[0].split() if ending else own_text(found, root)
    return (" ".join(text[-5:]),) if text else ()


def reference(found: Found, path: str) -> Values:
    """The parts of each archival reference, as `fond=7`; those of the second begin with `2 `."""
    parts: list[str] = []
    for number, identifier in enumerate(found.all(path), 1):
        before = f"{number} " if number > 1 else ""
        for repository in identifier.iterfind("tei:repository", NAMESPACES):
            entry = f"//tei:standOff//*[@xml:id='{(repository.get('ref') or '#')[1:]}']"
            short = found.first(f"{entry}/tei:orgName[@type='abbreviation']", f"{entry}/@xml:id")
            parts.append(f"{before}repository={(short or (words(repository),))[0]}")
        for part in identifier.iterfind("tei:idno/tei:idno", NAMESPACES):
            kind = {"listy": "leaves", "pages": "leaves"}.get(part.get("type"), part.get("type"))
            values = re.split(r"[,;]\s*", words(part)) if kind == "leaves" else [words(part)]
            parts += [f"{before}{kind}={value}" for value in values]
    return tuple(parts)


BOOK = {
    "author": "tei:author",
    "editors": "tei:editor",
    "title": "tei:title[not(@type)]",
    "volume": "tei:biblScope[@unit='volume']",
    "book": "tei:biblScope[@unit='book']",
    "place": "tei:pubPlace",
    "publisher": "tei:publisher",
    "year": "tei:date/@when",
    "pages": "tei:citedRange[@unit='page']",
    "document": "tei:biblScope[@unit='document'] | tei:citedRange[@unit='document']",
}


def book(found: Found, condition: str) -> Values:
    """The parts of printed sources, as `year=1958`."""
    return tuple(
        f"{key}={words(value)}"
        for bibl in found.all(f"//tei:sourceDesc/tei:bibl[{condition}]")
        for key, path in BOOK.items()
        for value in bibl.xpath(path, namespaces=NAMESPACES)
    )


def _answers(found: Found) -> Values:
    """Each telegram answered, with all by which it can be known: its number, its date, its document."""
    return tuple(
        f"|{ref.get('n')}|{'|'.join(d.get('when') or '' for d in ref)}|{ref.get('target')}|"
        for ref in found.all("//tei:correspContext/tei:ref[@type='answers']")
    )


def _points(found: Found, root: str = MESSAGE) -> Values:
    counted = (
        f"{root}//tei:p[@n] | {root}//tei:div[@type='point'] | {root}//tei:list[@type='numbered']/tei:item"
        f" | {root}//tei:label[@type='point']"
    )
    return found.count(counted)


def _signed(found: Found, root: str, condition: str = "") -> Values:
    joined = " ".join(found.texts(f"{root}//tei:closer/tei:signed{condition}"))
    return (joined,) if joined else ()


def _moment(found: Found, action: str) -> Values:
    values = found.first(f"{action}/tei:date/@when", f"{action}/tei:date/@notBefore", f"{action}/tei:date/@notAfter")
    return tuple(value[:16] for value in values)


def _yes(found: Found, path: str) -> Values:
    return ("true",) if found.all(path) else ()


def _party(found: Found, action: str) -> Values:
    return found.preferred(f"{action}{NAMES}")[:1] or found.preferred(f"{action}/tei:placeName")[:1]


def _kind(found: Found) -> Values:
    return tuple(value.removeprefix("#").removeprefix("kind-") for value in found.texts("//tei:catRef/@target"))


def _translated_from(found: Found) -> Values:
    others = {*found.texts("/*/@xml:lang"), *found.texts("//tei:textLang/@mainLang | //tei:foreign/@xml:lang")}
    return tuple(one for one in found.texts("//tei:langUsage/tei:language/@ident") if one not in others)


def _distribution(found: Found) -> Values:
    listed = found.texts("//tei:list[@type='distribution']/tei:item | //tei:ab[@type='distribution']")
    return listed or found.texts(f"{ENVELOPE}/tei:correspAction[@subtype='copy']/*[not(self::tei:date)]")


def _copies(found: Found) -> Values:
    numbers = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
    for text in found.texts("//tei:ab[@type='copies']"):
        made = re.search(r"(\w+)\s+cop(?:ies|y)\b|copies\D{0,9}(\d+)", text.casefold())
        if made:
            return (numbers.get(made[1] or "", made[1] or made[2]),)
    return ()


def _file_number(found: Found) -> Values:
    """The decimal file of a department, which the encoding has as the parts of an archival reference."""
    parts = (f"//tei:msIdentifier/tei:idno/tei:idno[@type='{part}']" for part in ("file", "document"))
    joined = "/".join(one for path in parts for one in found.first(path))
    return (joined,) if joined else ()


Reader = Callable[[Found], Values]


def _named(type_: str) -> Reader:
    return lambda f: tuple(num.get("n") or words(num) for num in f.all(f"{SERVICE}//tei:num[@type='{type_}']"))[:1]


def _hand(subtype: str) -> Reader:
    return lambda f: f.first(f"{ENVELOPE}/tei:correspAction[@subtype='{subtype}']/tei:persName")


def _time(subtype: str) -> Reader:
    return lambda f: _moment(f, f"{ENVELOPE}/tei:correspAction[@subtype='{subtype}']")


def _inferred(action: str) -> Reader:
    return lambda f: _yes(f, f"{ENVELOPE}{action}/tei:date[@evidence='external' or @evidence='conjecture']")


def _approximate(action: str) -> Reader:
    return lambda f: _yes(f, f"{ENVELOPE}{action}/tei:date[@notBefore or @notAfter or @cert='low']")


def _party_inferred(action: str) -> Reader:
    return lambda f: _yes(f, f"{ENVELOPE}{action}{NAMES}[@evidence='external' or @evidence='conjecture']")


READERS: dict[str, Reader] = {
    "kind": _kind,
    "extract": lambda f: _yes(f, "//tei:samplingDecl | //tei:catRef[@target='#kind-extract']"),
    "title": lambda f: f.first("//tei:titleStmt/tei:title[@type='source']"),
    "heading": lambda f: f.headings or f.first(f"{MESSAGE}//tei:head"),
    "number": _named("telegram"),
    "file_number": _file_number,
    "sender": lambda f: _party(f, f"{ENVELOPE}{SENT}"),
    "recipient": lambda f: _party(f, f"{ENVELOPE}{RECEIVED}"),
    "sender_as_written": lambda f: f.first(f"{ENVELOPE}{SENT}{NAMES}", f"{ENVELOPE}{SENT}/tei:placeName"),
    "recipient_as_written": lambda f: f.first(f"{ENVELOPE}{RECEIVED}{NAMES}", f"{ENVELOPE}{RECEIVED}/tei:placeName"),
    "sender_pseudonym": lambda f: f.first(f"{ENVELOPE}{SENT}/tei:persName[@type='pseudonym']"),
    "sender_as_signed": lambda f: f.first(
        "//tei:closer//tei:persName[@type='pseudonym']", f"{ENVELOPE}{SENT}/tei:persName[@type='pseudonym']"
    ),
    "further_senders": lambda f: f.preferred(f"{ENVELOPE}{SENT}{NAMES}")[1:],
    "further_recipients": lambda f: f.preferred(f"{ENVELOPE}{RECEIVED}{NAMES}")[1:],
    "for_whom": lambda f: f.preferred(f"{ENVELOPE}{RECEIVED}{NAMES}")[1:],
    "copy_to": lambda f: f.preferred(f"{ENVELOPE}/tei:correspAction[@subtype='copy']{NAMES}"),
    "destination": lambda f: f.first(f"{ENVELOPE}{RECEIVED}/tei:placeName"),
    "sent_from": lambda f: f.first(f"{ENVELOPE}{SENT}/tei:placeName"),
    "sent": lambda f: _moment(f, f"{ENVELOPE}{SENT}"),
    "received": lambda f: _moment(f, f"{ENVELOPE}{RECEIVED}"),
    "sent_is_inferred": _inferred(SENT),
    "sent_is_approximate": _approximate(SENT),
    "sent_not_after": lambda f: f.texts(f"{ENVELOPE}{SENT}/tei:date/@notAfter"),
    "received_is_inferred": _inferred(RECEIVED),
    "received_is_approximate": _approximate(RECEIVED),
    "sender_is_inferred": _party_inferred(SENT),
    "recipient_is_inferred": _party_inferred(RECEIVED),
    "received_before_sent": lambda f: (
        ("true",) if (_moment(f, f"{ENVELOPE}{RECEIVED}") or ("~",)) < _moment(f, f"{ENVELOPE}{SENT}") else ()
    ),
    "via": lambda f: f.texts(f"{ENVELOPE}/tei:correspAction[@subtype='via']/*[not(self::tei:date)]"),
    "answers": _answers,
    "marking": lambda f: f.texts("//tei:ab[@type='marking' or @type='precedence']"),
    "instruction": lambda f: f.texts("//tei:ab[@type='instruction']"),
    "subject": lambda f: f.texts("//tei:ab[@type='subject']"),
    "numbered_points": _points,
    "lettered_points": lambda f: f.count(f"{MESSAGE}//tei:list[@type='lettered']/tei:item"),
    "closing": lambda f: f.first(f"{MESSAGE}//tei:closer/tei:salute"),
    "signed": lambda f: (
        _signed(f, MESSAGE, NOT_ENCLOSED)
        or f.first("//tei:ab[@type='signature']", "//tei:ab[@type='dispatch']/tei:persName")
    ),
    "postscript": lambda f: _yes(f, "//tei:postscript"),
    "quotes": lambda f: f.count(f"{MESSAGE}//tei:quote"),
    "page_before": lambda f: f.first("//tei:pb/@n"),
    "enclosed_message.sender": lambda f: _party(f, f"{INNER}{SENT}"),
    "enclosed_message.recipient": lambda f: _party(f, f"{INNER}{RECEIVED}"),
    "enclosed_message.recipient_as_written": lambda f: f.first(f"{INNER}{RECEIVED}{NAMES}"),
    "enclosed_message.sent": lambda f: _moment(f, f"{INNER}{SENT}"),
    "enclosed_message.numbered_points": lambda f: _points(f, ENCLOSED),
    "enclosed_message.signed": lambda f: _signed(f, ENCLOSED),
    "enclosed_message.starts_with": lambda f: _within(f, ENCLOSED),
    "enclosed_message.ends_with": lambda f: _ends(f, ENCLOSED),
    "distribution": _distribution,
    "copies": _copies,
    "copy": _named("copy"),
    "deciphered_by": _hand("deciphered"),
    "deciphered": _time("deciphered"),
    "printed_by": _hand("printed"),
    "printed_at": _time("printed"),
    "enciphered_by": _hand("enciphered"),
    "verified_by": _hand("verified"),
    "archive": lambda f: reference(f, "//tei:msIdentifier[tei:idno]"),
    "further_holdings": lambda f: reference(f, "//tei:altIdentifier"),
    "printed": lambda f: book(f, "@type='printed' or @type='reprint'"),
    "translation_printed": lambda f: book(f, "@type='translation'"),
    "translator": lambda f: f.texts("//tei:titleStmt/tei:editor[@role='translator']/tei:persName"),
    "contributor": lambda f: f.texts("//tei:titleStmt/tei:respStmt/tei:persName"),
    "translated_from": _translated_from,
    "source_language": lambda f: f.texts("//tei:textLang/@mainLang[. != 'und']"),
    "footnotes": lambda f: f.count("//tei:note[@type='footnote']"),
    "dangling_note_markers": lambda f: f.texts("//tei:ref[@type='note']/@n"),
    "gaps": lambda f: f.count("//tei:text//tei:gap"),
    "illegible_gaps": lambda f: f.count("//tei:text//tei:gap[@reason='illegible']"),
    "stamps": lambda f: f.count("//tei:stamp"),
    "letterheads": lambda f: f.count("//tei:fw[@type='letterhead']"),
    "handwritten_notes": lambda f: f.count("//tei:note[@type='annotation'][not(ancestor::tei:note)]"),
    "translator_notes": lambda f: f.count("//tei:note[@type='translator']"),
    "abstract_starts": lambda f: f.first("//tei:abstract"),
    "starts_with": lambda f: _starts(f, MESSAGE),
    "ends_with": lambda f: _ends(f, MESSAGE),
} | {f"{kind}_number": _named(kind) for kind in ("special", "issuing", "incoming", "outgoing", "register", "dispatch")}
NOT_ENCODED = frozenset((
    "in_footnote", "message_date", "form_date", "document_form", "issuing_office", "notes_without_marker",
    "source_language_is_inferred",
))  # fmt: skip
"""What an editor knows and the encoding has no place of its own for: left out of the count."""
NOT_COUNTED = frozenset(("dangling_note_marker", "note_citing_enclosure"))
"""Remarks of the expectations on the real captures, in words."""


def _within(found: Found, root: str) -> Values:
    """Where an enclosed message begins, without the words of handing on, which stand in the same division."""
    text = " ".join(own_text(found, root))
    _, quoted, rest = text.partition("“") if "“" in text else text.partition('"')
    begins = re.sub(r"^\(?\d+[.)]\s+", "", rest if quoted else text)
    return (begins,) if begins else ()


def fold(text: str) -> str:
    """A text as it is compared: without regard to case, white space, quotation marks and full stops at its ends.

    Nor do the dash or comma after a closing formula, the space before a bracket, the article before a name, and the
    figures left out of a page number ("295–96") make a difference.
    """
    plain = text.translate(str.maketrans("’‘“”«»", '\'\'""""')).casefold()
    plain = re.sub(r"\s+\[", "[", " ".join(plain.split()).strip("\"'. ,:–—-")).removeprefix("the ")
    return _SHORT_RANGE.sub(lambda pages: f"{pages[1]}–{pages[1][: len(pages[1]) - len(pages[2])]}{pages[2]}", plain)


_SHORT_RANGE = re.compile(r"(?<=pages=)(\d{3,})–(\d{1,2})$")


def _after_gap(text: str) -> str:
    """A text without the mark of a gap at its beginning."""
    return re.sub(r"^\[[^]]*\]\s*", "", text).removeprefix("the ")


Match = Callable[[str, str], bool]
"""Whether what was found is what was expected, both folded."""
MATCHES: dict[str, Match] = {
    "starts_with": lambda found, expected: expected in (found[: len(expected)], _after_gap(found)[: len(expected)]),
    "abstract_starts": str.startswith,
    "ends_with": str.endswith,
    "distribution": str.endswith,
    "heading": lambda found, expected: found == re.sub(r"\d+$", "", expected),
    "enclosed_message.starts_with": str.startswith,
    "enclosed_message.ends_with": str.endswith,
    "marking": lambda found, expected: expected in found,
    "answers": lambda found, expected: f"|{expected}|" in found,
}


def flat(value: Any) -> Iterator[str]:
    """The items that are counted of an expectation."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "parts":
                yield from flat(inner)
            elif key == "leaves":
                yield from (f"leaves={a}" if a == b else f"leaves={a}–{b}" for a, b in inner)
            else:
                yield from (f"{'editors' if key == 'editor' else key}={one}" for one in flat(inner))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            numbered = f"{number} " if number > 1 and isinstance(inner, Mapping) else ""
            yield from (f"{numbered}{one}" for one in flat(inner))
    elif value not in (None, 0, False):
        yield str(value).lower() if value is True else str(value)


def questions(expected: Expected) -> Iterator[tuple[str, Any]]:
    """The fields that are asked of a telegram, those of an enclosed message under its name."""
    for key, value in expected.items():
        if key == "enclosed_message":
            yield from ((f"{key}.{inner}", answer) for inner, answer in (value or {"sender": None}).items())
        elif key not in NOT_ENCODED | NOT_COUNTED:
            yield key, value


@dataclass(frozen=True, slots=True)
class Count:
    """How many values of a field were expected, found, and right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.expected + other.expected, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One field of one telegram compared."""

    family: str
    source: str
    telegram: int
    field: str
    expected: Values
    found: Values
    count: Count

    @property
    def missed(self) -> bool:
        return not self.count.expected == self.count.found == self.count.right


def count_values(field: str, expected: Sequence[str], found: Sequence[str]) -> Count:
    """Compare item by item; each that was found answers one expectation, save where one line holds several."""
    match = MATCHES.get(field, str.__eq__)
    left = [one if field == "answers" else fold(one) for one in found]
    right = 0
    for one in map(fold, expected):
        hit = next((candidate for candidate in left if match(candidate, one)), None)
        right += hit is not None
        if hit is not None and field != "marking":
            left.remove(hit)
    return Count(len(expected), max(len(found), right), right)


@dataclass(frozen=True, slots=True)
class Page:
    """One capture encoded in memory, with what is expected of it and what is wrong with its documents."""

    family: str
    source: str
    expected: tuple[Expected, ...]
    recognition: Recognition
    found: tuple[Found, ...]
    invalid: tuple[str, ...]
    words_differ: tuple[str, ...]


def golden_captures() -> list[Path]:
    return sorted(path for path in (GOLDEN / "captures").rglob("*.txt") if _expectation(path).is_file())


def _expectation(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.json")


def golden_job() -> Job:
    return _job(Config(authority=(GOLDEN / "authority.xml",)))


def _job(config: Config) -> Job:
    job, findings = job_of(config, date="2026-01-01")
    assert not findings
    return job


def golden_page(path: Path, job: Job) -> Page:
    return encode_page(path, path.parent.name, json.loads(_expectation(path).read_text(encoding="utf-8")), job)


def seed_pages() -> Iterator[Page]:
    """The real captures, where they are beside the checkout; what is said of a whole page holds for its telegrams."""
    path = SEEDS / "expected.json"
    if not path.is_file():
        return
    expected = json.loads(path.read_text(encoding="utf-8"))
    job = _job(Config())
    for name in sorted(key for key in expected if key.endswith(".txt")):
        shared = {k[4:]: v for k, v in expected.items() if re.match(rf"{name[:3]}_[a-z_]+$", k)}
        yield encode_page(SEEDS / name, "seeds", [shared | one for one in expected[name]], job)


def encode_page(path: Path, family: str, expected: Iterable[Expected], job: Job) -> Page:
    """Encode a capture as `tei encode` does, without writing a file."""
    capture = capture_file(path)
    recognition = recognise(capture, job.settings)
    ids = _ids([document_id(telegram) for telegram in recognition.telegrams])
    taken = {telegram.start: id_ for telegram, id_ in zip(recognition.telegrams, ids, strict=True)}
    context = _context(recognition, taken, job)
    found, invalid, differ = [], _wrong(context, job), []
    for telegram, id_ in zip(recognition.telegrams, ids, strict=True):
        tree = telegram_document(
            telegram, capture, id_=id_, edition=job.edition, authority=job.settings.authority, others=taken
        )
        found.append(Found(id_, tree, _headings(context, id_)))
        invalid += _wrong(tree, job)
        differ += [id_] if source_words(tree[-1]) != words_of(source_text(telegram, recognition)) else []
    return Page(family, path.name, tuple(expected), recognition, tuple(found), tuple(invalid), tuple(differ))


def _context(recognition: Recognition, taken: Mapping[int, str], job: Job) -> Any:
    """The document of what stands round the telegrams, None where nothing does."""
    if not recognition.context and not recognition.surroundings.message:
        return None
    return context_document(
        recognition.capture,
        recognition.context,
        taken,
        id_=f"c-{recognition.capture.name}",
        edition=job.edition,
        body=recognition.surroundings,
        authority=job.settings.authority,
    )


def _headings(context: Any, id_: str) -> Values:
    path = f"(//tei:ref[@target='{id_}.xml'])[1]/preceding::tei:head[1]"
    return () if context is None else tuple(map(words, context.xpath(path, namespaces=NAMESPACES)))


def _wrong(tree: Any, job: Job) -> list[str]:
    found = () if tree is None else job.guard.check(tree.getroottree())
    return [f"{tree.get(XML_ID)}: {finding.rule} {finding.message}" for finding in found]


def _ids(wanted: Sequence[str]) -> list[str]:
    return [f"{id_}-{n}" if (n := wanted[:at].count(id_)) else id_ for at, id_ in enumerate(wanted)]


def pair(page: Page) -> list[Found | None]:
    """For each telegram expected the one found: by its first words, or in order where those are not told."""
    if any("starts_with" not in one for one in page.expected):
        return _in_order(page)
    texts = {found.id: fold(words(found.tree[-1])) for found in page.found}
    taken: set[str] = set()
    pairs: list[Found | None] = []
    for one in page.expected:
        holders = [f for f in page.found if f.id not in taken and fold(one["starts_with"]) in texts[f.id]]
        best = max(holders, key=lambda f: _alike(f, one), default=None)
        taken |= {best.id} if best else set()
        pairs.append(best)
    return pairs


def _alike(found: Found, expected: Expected) -> int:
    asked = {key: expected[key] for key in ("starts_with", "sender", "recipient", "sent") if key in expected}
    return sum(count_values(key, list(flat(value)), READERS[key](found)).right for key, value in asked.items())


def _in_order(page: Page) -> list[Found | None]:
    """Pair in order; where numbers differ, so that most senders, recipients and dates agree."""
    best: dict[tuple[int, int], tuple[int, list[Found | None]]] = {}
    for row in range(len(page.expected), -1, -1):
        for column in range(len(page.found), -1, -1):
            options: list[tuple[int, list[Found | None]]] = [(0, [None] * (len(page.expected) - row))]
            if row < len(page.expected):
                score, rest = best[row + 1, column]
                options.append((score, [None, *rest]))
            if column < len(page.found):
                options.append(best[row, column + 1])
            if row < len(page.expected) and column < len(page.found):
                score, rest = best[row + 1, column + 1]
                found = page.found[column]
                options.append((score + 1 + _alike(found, page.expected[row]), [found, *rest]))
            best[row, column] = max(options, key=lambda option: option[0])
    return best[0, 0][1]


def measure(page: Page) -> Iterator[Measure]:
    """Compare all that is asked of a page with what was read off it."""
    pairs = pair(page)
    paired = sum(found is not None for found in pairs)
    blank = Measure(page.family, page.source, 0, TELEGRAMS, (), (), Count())
    count = Count(len(page.expected), len(page.found), paired)
    lost = tuple(str(number) for number, found in enumerate(pairs, 1) if found is None)
    extra = tuple(found.id for found in page.found if found not in pairs)
    yield replace(blank, expected=lost, found=extra, count=count)
    for number, (expected, found) in enumerate(zip(page.expected, pairs, strict=True), 1):
        for field, value in questions(expected):
            asked = _place_to_document(field, value, pairs)
            values = _asked_only(READERS[field](found), value) if found else ()
            result = count_values(field, asked, values)
            yield replace(blank, telegram=number, field=field, expected=asked, found=values, count=result)


def _place_to_document(field: str, value: Any, pairs: Sequence[Found | None]) -> Values:
    """The items expected; an answer to an entry of the same list is one to the document found for it."""
    if field != "answers":
        return tuple(flat(value))
    named = []
    for one in value if isinstance(value, list) else [value]:
        target = pairs[one - 1] if isinstance(one, int) else None
        named.append(f"{target.id}.xml" if target else f"telegram {one}" if isinstance(one, int) else str(one))
    return tuple(named)


def _asked_only(found: Values, value: Any) -> Values:
    """Leave out parts of a reference or book that are not asked."""
    if not isinstance(value, Mapping):
        return found
    keys = {one.partition("=")[0] for one in flat(value)}
    return tuple(one for one in found if one.partition("=")[0] in keys)


def measures() -> list[Measure]:
    """All comparisons of all pages, those of the real captures last."""
    job = golden_job()
    pages = [*(golden_page(path, job) for path in golden_captures()), *seed_pages()]
    return [one for page in pages for one in measure(page)]


def sums(found: Iterable[Measure], key: Callable[[Measure], str]) -> dict[str, Count]:
    """Counts by a key, in the order in which keys come."""
    counted: dict[str, Count] = {}
    for one in found:
        counted[key(one)] = counted.get(key(one), Count()) + one.count
    return counted


def table(title: str, rows: Mapping[str, Count]) -> Iterator[str]:
    """The lines of a table."""
    yield f"{title:<40}{'expected':>9}{'found':>7}{'right':>7}{'precision':>11}{'recall':>8}"
    for name, count in rows.items():
        shares = f"{count.precision:>11.2f}{count.recall:>8.2f}"
        yield f"{name:<40}{count.expected:>9}{count.found:>7}{count.right:>7}{shares}"


def report(found: Sequence[Measure], misses: bool) -> Iterator[str]:
    """The lines of the report."""
    of_fields = [one for one in found if one.field != TELEGRAMS]
    by_field = sums(found, lambda one: one.field)
    yield from table("field", {name: by_field[name] for name in (*READERS, TELEGRAMS) if name in by_field})
    yield ""
    yield from table("family: fields", sums(of_fields, lambda one: one.family) | _totals(of_fields))
    yield ""
    whole = [one for one in found if one.field == TELEGRAMS]
    yield from table("family: telegrams", sums(whole, lambda one: one.family) | _totals(whole))
    if misses:
        yield ""
        for one in filter(lambda one: one.missed, found):
            place = f"{one.family}/{one.source}" + (f" #{one.telegram}" if one.telegram else "")
            yield f"{place}: {one.field}: expected {_said(one.expected)}, found {_said(one.found)}"


def _totals(found: Sequence[Measure]) -> dict[str, Count]:
    """The sums; the real captures apart, since the converter was made with them in view."""
    golden = (one.count for one in found if one.family != "seeds")
    return {"all golden": sum(golden, Count()), "all": sum((one.count for one in found), Count())}


def _said(values: Values) -> str:
    left = Counter(values)
    return "; ".join(repr(value[:90]) for value in left.elements()) or "nothing"


def main() -> None:
    """Print the tables. Low figures are no failure: tests/test_golden.py holds the line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--misses", action="store_true", help="list each miss with its file")
    options = parser.parse_args()
    for line in report(measures(), options.misses):
        print(line)


if __name__ == "__main__":
    main()
