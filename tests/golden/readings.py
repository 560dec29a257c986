"""What the encoding of a telegram says, field by field, in the terms of the expectations: `READERS`.

Each reader takes an encoded telegram and returns the values found in it, none where it says nothing. They read the
TEI only, never what the recogniser thought: what is not in the document is not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tei.names import NAMESPACES
from tests.golden.encoded import Found, Values, own_text, words

ENVELOPE = "//tei:correspDesc[@corresp='#telegram-text']"
INNER = "//tei:correspDesc[not(@corresp='#telegram-text')]"
SENT, RECEIVED = (f"/tei:correspAction[@type='{type_}'][not(@subtype)]" for type_ in ("sent", "received"))
NAMES = "/*[self::tei:persName or self::tei:orgName]"
MESSAGE = "//tei:div[@type='message']"
ENCLOSED = "//*[self::tei:div[@xml:id='message-text' or @type='enclosed'] or self::tei:quote[@xml:id]]"
NOT_ENCLOSED = "[not(ancestor::tei:div[@xml:id='message-text' or @type='enclosed'])]"
SERVICE = "//tei:div[@type='preamble' or @type='docket']"
_NUMERAL = re.compile(r"^[“\"‘'«]?(?:(?:\(?\d+[.)]|\(?[a-zа-я]\))\s+|[(（]?[一二三四五六七八九十]+[、)）]|\d+[．、])")
"""The numeral of a point, which a text begins with where the browser or the typist put it into the words."""


def _starts(found: Found, root: str) -> Values:
    text = " ".join(own_text(found, root)[:8])
    return (_NUMERAL.sub("", text),) if text else ()


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


def _unlabelled(texts: Values) -> Values:
    """The words of a line of a form without its label (Subj: …, Signature: …)."""
    return tuple(re.sub(r"^[A-ZА-Я]\w+\s*:\s*|^\w{2}[:：]", "", text) for text in texts)


def _unidentified(texts: Values) -> Values:
    """A cover name without the bracket that says whose it is."""
    return tuple(re.sub(r"\s*[\[［].*", "", text) for text in texts)


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
    for text in found.texts("//tei:ab[@type='copies' or @type='printed']"):
        made = re.search(r"(\w+)\s+(?:cop(?:ies|y)?\b|экз)|(?:copies|印)\D{0,12}(\d+)", text.casefold())
        if made:
            return (numbers.get(made[1] or "", made[1] or made[2]),)
    return ()


def _file_number(found: Found) -> Values:
    """The decimal file of a department, which the encoding has as the parts of an archival reference."""
    parts = (f"//tei:msIdentifier/tei:idno/tei:idno[@type='{part}']" for part in ("file", "document"))
    joined = "/".join(one for path in parts for one in found.first(path))
    return (joined,) if joined else ()


def _within(found: Found, root: str) -> Values:
    """Where an enclosed message begins, without the words of handing on, which stand in the same division."""
    text = " ".join(own_text(found, root))
    _, quoted, rest = text.partition("“") if "“" in text else text.partition('"')
    begins = re.sub(r"^\(?\d+[.)]\s+", "", rest if quoted else text)
    return (begins,) if begins else ()


Reader = Callable[[Found], Values]


def _named(type_: str) -> Reader:
    """Read a number of service matter, or the telegram's own where it opens the text: "417. Re Deptel 203"."""
    opening = f"({MESSAGE}//tei:p)[1]/tei:num[@type='{type_}'][not(preceding-sibling::*)][1]"
    path = f"{SERVICE}//tei:num[@type='{type_}'] | {opening}"
    return lambda f: tuple(_figures(num.get("n") or words(num), num.get("value")) for num in f.all(path))[:1]


def _number_in_title(found: Found) -> Values:
    """Read the number that only the source's heading gives: the document has it in its own title."""
    title = found.first("//tei:titleStmt/tei:title[@type='main']")
    match = re.match(r"[^,]{3,30}? No\. ([^\s,]+),", title[0]) if title else None
    return (match[1],) if match else ()


def _figures(said: str, value: str | None) -> str:
    """A number as written, or its value where it is written without figures (三〇七)."""
    return said if re.search(r"[0-9]", said) else value or said


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
    "language": lambda f: f.texts("/*/@xml:lang"),
    "title": lambda f: f.first("//tei:titleStmt/tei:title[@type='source']"),
    "heading": lambda f: f.headings or f.first(f"{MESSAGE}//tei:head"),
    "number": lambda f: _named("telegram")(f) or _number_in_title(f),
    "file_number": _file_number,
    "sender": lambda f: _party(f, f"{ENVELOPE}{SENT}"),
    "recipient": lambda f: _party(f, f"{ENVELOPE}{RECEIVED}"),
    "sender_as_written": lambda f: f.first(f"{ENVELOPE}{SENT}{NAMES}", f"{ENVELOPE}{SENT}/tei:placeName"),
    "recipient_as_written": lambda f: f.first(f"{ENVELOPE}{RECEIVED}{NAMES}", f"{ENVELOPE}{RECEIVED}/tei:placeName"),
    "sender_pseudonym": lambda f: _unidentified(f.first(f"{ENVELOPE}{SENT}/tei:persName[@type='pseudonym']")),
    "sender_as_signed": lambda f: _unidentified(
        f.first("//tei:closer//tei:persName[@type='pseudonym']", f"{ENVELOPE}{SENT}/tei:persName[@type='pseudonym']")
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
    "subject": lambda f: _unlabelled(f.texts("//tei:ab[@type='subject']")),
    "numbered_points": _points,
    "lettered_points": lambda f: f.count(f"{MESSAGE}//tei:list[@type='lettered']/tei:item"),
    "closing": lambda f: f.first(f"{MESSAGE}//tei:closer/tei:salute"),
    "signed": lambda f: (
        _signed(f, MESSAGE, NOT_ENCLOSED)
        or _unlabelled(f.first("//tei:ab[@type='signature']", "//tei:ab[@type='dispatch']/tei:persName"))
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
