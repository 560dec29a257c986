"""`correspDesc`: the envelope in TEI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from lxml import etree

from tei.decisions import STEP
from tei.encode.markup import add
from tei.encode.responsibility import RESP
from tei.model import Action, Envelope, Evidence, Mention, Moment, Name

_ELEMENTS: Final = {"person": "persName", "org": "orgName", "place": "placeName"}


def add_envelopes(
    parent: etree._Element, envelopes: Sequence[Envelope], others: Mapping[int, str] = MappingProxyType({})
) -> None:
    """Add one `correspDesc` for each envelope, tied to its text by @corresp.

    `others` are the ids of the documents of the same page, by where each telegram begins in the capture.
    """
    for envelope in envelopes:
        description = add(parent, "correspDesc", xml_id=envelope.id, corresp=f"#{envelope.target}")
        if not _says_something(envelope.action("sent")):
            add(add(description, "correspAction", type="sent"), "note", "Neither sender nor date is stated.")
        for action in filter(_says_something, envelope.actions):
            _action(description, action, others)
        if envelope.mentions:
            context = add(description, "correspContext")
            for mention in envelope.mentions:
                _mention(context, mention, others)


def _says_something(action: Action | None) -> bool:
    return action is not None and bool(action.names or action.place or action.moment)


def _action(parent: etree._Element, action: Action, others: Mapping[int, str]) -> None:
    made = add(parent, "correspAction", type=action.type, subtype=action.subtype)
    for name in action.names:
        add_name(made, name)
    if action.place:
        add_name(made, action.place)
    if action.moment:
        moment = add_moment(made, action.moment)
        if action.moment.source in others:
            moment.set("source", f"{others[action.moment.source]}.xml")
    for because in dict.fromkeys(_reasons(action)):
        add(made, "note", because, type="editor", resp=RESP)


def _reasons(action: Action) -> Iterator[str]:
    """Yield why the editor decided what he decided of a station."""
    read = (*action.names, *(one for one in (action.place, action.moment) if one))
    yield from (one.evidence.because for one in read if one.evidence.because)


def add_name(parent: etree._Element, name: Name) -> etree._Element:
    """Add a name as written, with its office, with what it was found to be and how sure that is."""
    text = " ".join(name.text.split())
    made = add(
        parent,
        _ELEMENTS[name.kind],
        "" if name.role else text,
        type="pseudonym" if name.pseudonym else "",
        ref=f"#{name.ref}" if name.ref else "",
        **_sureness(name.evidence),
    )
    if name.role:
        add(made, "roleName", name.role).tail = f" {text}"
    return made


def add_moment(parent: etree._Element, moment: Moment) -> etree._Element:
    """Add a date as written, with its ISO value or range and its evidence."""
    return add(
        parent,
        "date",
        " ".join(moment.text.split()),
        when=moment.when,
        notBefore=moment.not_before,
        notAfter=moment.not_after,
        **_sureness(moment.evidence),
    )


def _sureness(evidence: Evidence) -> dict[str, str]:
    resp = RESP if evidence.step == STEP else ""
    return {"cert": evidence.certainty, "evidence": evidence.basis, "resp": resp}


def _mention(context: etree._Element, mention: Mention, others: Mapping[int, str]) -> None:
    """Add a telegram spoken of; its target is set when the page or the corpus has it (TEI P5, ch. 2.4.6)."""
    ref = add(context, "ref", type=mention.type, n=mention.number)
    if mention.target in others:
        ref.set("target", f"{others[mention.target]}.xml")
    text = " ".join(mention.text.split())
    if mention.moment is None or mention.moment.text not in text:
        ref.text = text
        return
    before, _, after = text.partition(mention.moment.text)
    ref.text = before
    add_moment(ref, mention.moment).tail = after
