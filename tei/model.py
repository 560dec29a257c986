"""Frozen values that pass between the steps: a capture, what was recognised in it, and where each thing was read.

Offsets count characters of `Capture.text`, from 0, end exclusive. Everything that is text of a telegram is kept as
spans of the capture and never copied by hand, so that the account of characters can be proved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from tei.archives import ArchivalReference
from tei.features import Attributes as Attributes
from tei.features import Feature as Feature
from tei.features import FeatureKind as FeatureKind
from tei.findings import Finding
from tei.values import value


class Owner(StrEnum):
    """What a character of a capture ended as; every character has exactly one owner."""

    TEXT = "telegram text"
    METADATA = "telegram metadata"
    NOTE = "note"
    CONTEXT = "context"
    FURNITURE = "furniture"
    SPACE = "white space"


class Certainty(StrEnum):
    """How sure a reading is; the values of TEI's @cert."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Basis(StrEnum):
    """What a reading rests on; the values of TEI's @evidence."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    CONJECTURE = "conjecture"


Scalar = str | int | float | bool | date | time | datetime
Given = tuple[tuple[str, Scalar | tuple[Scalar, ...]], ...]
"""What an editor knew already: keys with dots for nested tables (`sender.name`, `witness.0.shelfmark`), in order."""


@value()
class Capture:
    """A captured page as text: `text` has one kind of line end and no byte order mark; `sha256` is of the file.

    `guess` says how the character set was found: "utf-8", "byte order mark", "declared", "given", "guessed 0.97".
    `features` are what the file's structure knows, in order; `metadata` what it says of itself (title, url, date …);
    `given` what an editor wrote at its head, `head` the same as TOML that begins on line 2; `dropped` how much was left
    out and why; `findings` what a reader of the report should know.
    """

    path: str
    name: str
    text: str
    sha256: str
    charset: str = "utf-8"
    media_type: str = "text/plain"
    guess: str = "utf-8"
    features: tuple[Feature, ...] = ()
    metadata: Attributes = ()
    given: Given = ()
    head: str = ""
    dropped: tuple[tuple[str, int], ...] = ()
    findings: tuple[Finding, ...] = ()

    def featured(self, kind: FeatureKind) -> tuple[Feature, ...]:
        """Return the features of a kind, in order."""
        return tuple(feature for feature in self.features if feature.kind is kind)


@value()
class Evidence:
    """Where a value was read and how far to trust it: recognition step, span in the capture, certainty, basis.

    `because` is why, in the editor's words, where the step is the editor's decision.
    """

    step: str
    start: int = 0
    end: int = 0
    certainty: Certainty = Certainty.HIGH
    basis: Basis = Basis.INTERNAL
    because: str = ""


@value()
class Name:
    """A person, organisation or place as written, with the authority entry it was found to be (`ref`, else empty).

    `pseudonym` says that the written form is a cover name of that entry. `role` is the office that the source names
    with it, in the nominative; `preferred` without `ref` is a name put into the nominative.
    """

    text: str
    kind: Literal["person", "org", "place"] = "person"
    ref: str = ""
    preferred: str = ""
    pseudonym: bool = False
    evidence: Evidence = field(default_factory=lambda: Evidence("names"))
    role: str = ""


@value()
class Moment:
    """A date, with a time where known: as written, and in ISO 8601 (`when`, or `not_before`, `not_after` or both).

    `source` is where the telegram of the same page begins that the date was read from, -1 for the telegram's own.
    """

    text: str
    when: str = ""
    not_before: str = ""
    not_after: str = ""
    evidence: Evidence = field(default_factory=lambda: Evidence("dates"))
    source: int = -1

    @property
    def day(self) -> str:
        """The day as far as it is known, for ids and order: `1949-10-23`, `1949-10`, `1949` or empty.

        For "not before" and "not later than" it is the day named.
        """
        return (self.when or self.not_before or self.not_after)[:10]


ActionType = Literal["sent", "received", "transmitted", "forwarded", "redirected"]


@value()
class Action:
    """One step of a telegram's way, as TEI's correspAction has it."""

    type: ActionType
    subtype: str = ""
    names: tuple[Name, ...] = ()
    place: Name | None = None
    moment: Moment | None = None


@value()
class Mention:
    """Another telegram that this one answers or speaks of; `target` is where it begins on the same page, else -1."""

    type: Literal["answers", "mentions"]
    text: str
    moment: Moment | None = None
    number: str = ""
    evidence: Evidence = field(default_factory=lambda: Evidence("answers"))
    target: int = -1


@value()
class Envelope:
    """Who sent what to whom, how and when. `target` is the xml:id of the text that it belongs to."""

    id: str
    target: str
    actions: tuple[Action, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def action(self, type_: str, subtype: str = "") -> Action | None:
        """Return the first action of that type, None where there is none."""
        for action in self.actions:
            if action.type == type_ and action.subtype == subtype:
                return action
        return None


@value()
class Holding:
    """An archival reference and the words it was read from."""

    reference: ArchivalReference
    text: str
    leaves_text: str = ""
    evidence: Evidence = field(default_factory=lambda: Evidence("archives"))


@value()
class Printed:
    """A printed source: of the original (`printed`), a later reprint, or a printed translation.

    `day` is the day on which a newspaper came out, in ISO 8601; `year` then says it in the words of the source.
    """

    type: Literal["printed", "reprint", "translation"]
    text: str
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    title: str = ""
    title_translated: str = ""
    volume: str = ""
    book: str = ""
    volume_title: str = ""
    place: str = ""
    publisher: str = ""
    year: str = ""
    pages: tuple[tuple[str, str], ...] = ()
    document: str = ""
    evidence: Evidence = field(default_factory=lambda: Evidence("printed"))
    day: str = ""


@value()
class Credit:
    """A person named for work on the source: translator, contributor, editor."""

    role: Literal["translator", "contributor", "editor"]
    name: str
    resp: str
    evidence: Evidence = field(default_factory=lambda: Evidence("credits"))


@value()
class Mark:
    """An inline element over a span of the capture.

    `start`–`end` is all that it stands for, `inner_start`–`inner_end` what remains as text inside it: a bracket pair, a
    note marker or the word "sic" lies outside the inner span and is written again by the renderers.
    """

    start: int
    end: int
    element: str
    attributes: Attributes = ()
    inner_start: int = -1
    inner_end: int = -1
    owner: Owner = Owner.TEXT

    @property
    def inner(self) -> tuple[int, int]:
        """The span of text inside the element; the whole span where nothing is silent."""
        if self.inner_start < 0:
            return self.start, self.end
        return self.inner_start, self.inner_end


@value()
class Block:
    """An element of the body: with `children`, a structure; without, mixed content of the span `start`–`end`.

    `lead` is where the block begins in the capture when something silent, such as a numeral, stands before `start`.
    """

    element: str
    start: int
    end: int
    attributes: Attributes = ()
    children: tuple[Block, ...] = ()
    lead: int = -1

    @property
    def outer_start(self) -> int:
        """Where the block begins in the capture, numeral included."""
        return self.start if self.lead < 0 else self.lead


_SIGNS = {"*": "star", "**": "star-2", "***": "star-3", "†": "dagger", "‡": "dagger-2"}


@value()
class Footnote:
    """A note with its number: the span of the whole note, and of its text after the number.

    `marks` are the spans of its markers where the structure of the file knows them, else they are looked for. `id` is
    for a note whose number is not enough to tell it by, and for a comment, which has no number but an `author`.
    """

    n: str
    lead: int
    start: int
    end: int
    id: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    author: str = ""

    @property
    def is_comment(self) -> bool:
        """Whether somebody's comment on the words is meant, and no note of the text itself."""
        return not self.n and bool(self.id)

    @property
    def key(self) -> str:
        """The xml:id of the note."""
        if self.id or self.n.isalnum():
            return self.id or f"note-{self.n}"
        return f"note-{_SIGNS.get(self.n) or '-'.join(format(ord(sign), 'x') for sign in self.n)}"


@value()
class Body:
    """The text of a telegram: service matter before it, the message, service matter after it, and all inline marks."""

    preamble: tuple[Block, ...] = ()
    message: tuple[Block, ...] = ()
    docket: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What of a telegram the editor decided: the keys, the files that say so, who; `title` is the editor's for it."""

    keys: tuple[str, ...]
    files: tuple[str, ...] = ()
    editor: str = ""
    title: str = ""


@value()
class Telegram:
    """One telegram or letter as recognised: all that the encoder needs, and nothing that is not in the capture."""

    kind: Literal["telegram", "letter", "note", "extract"]
    language: str
    start: int
    end: int
    title: str = ""
    number: str = ""
    envelopes: tuple[Envelope, ...] = ()
    holdings: tuple[Holding, ...] = ()
    printed: tuple[Printed, ...] = ()
    credits: tuple[Credit, ...] = ()
    abstract: str = ""
    citation: str = ""
    site: str = ""
    url: str = ""
    original_language: str = ""
    original_language_certainty: Certainty = Certainty.HIGH
    translated_from: str = ""
    notes: tuple[Footnote, ...] = ()
    extract: bool = False
    body: Body = field(default_factory=Body)
    decided: Decided | None = None

    @property
    def sent(self) -> Moment | None:
        """When the telegram as a whole was sent, None where nothing says."""
        action = self.envelopes[0].action("sent") if self.envelopes else None
        return action.moment if action else None

    def party(self, type_: Literal["sent", "received"]) -> Name | None:
        """Return the first sender or recipient of the telegram as a whole."""
        action = self.envelopes[0].action(type_) if self.envelopes else None
        return action.names[0] if action and action.names else None


@value(order=True)
class OwnedSpan:
    """A run of characters of the capture and what they ended as."""

    start: int
    end: int
    owner: Owner
    step: str = ""


@value()
class Recognition:
    """All that was recognised in one capture: telegrams, what stands round them, who owns which characters."""

    capture: Capture
    layout: str
    telegrams: tuple[Telegram, ...]
    context: tuple[OwnedSpan, ...]
    spans: tuple[OwnedSpan, ...]
    findings: tuple[Finding, ...]
    surroundings: Body = field(default_factory=Body)
