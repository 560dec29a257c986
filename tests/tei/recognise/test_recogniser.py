"""Whole pages, recognised and encoded: what a careful editor reads off them, nothing lost, everything valid."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from edition.encoding import EncodingReport, Job, encode
from edition.resources import schemas_dir
from tei.capture import capture_file
from tei.encode import source_words, telegram_document
from tei.model import Action, Block, Capture, Name, Owner, Recognition, Telegram
from tei.recognise import Settings, recognise
from tei.recognise.account import tally
from tei.text import running_words
from tests.timing import seconds

PAGES = Path(__file__).with_name("pages")
EXPECTED: dict[str, Any] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
NAMES = sorted(name for name in EXPECTED if name != "about")
Recognise = Callable[[str], Recognition]


def names(action: Action | None) -> list[str]:
    return [name.ref or name.text for name in action.names] if action else []


def when(action: Action | None) -> str:
    return (action.moment.when or action.moment.not_before) if action and action.moment else ""


def text_of(name: Name | None) -> str:
    return name.text if name else ""


def lines(blocks: tuple[Block, ...]) -> list[str]:
    return [f"{b.element}/{child.element}" for b in blocks if b.element in ("opener", "closer") for child in b.children]


def types(blocks: tuple[Block, ...]) -> list[str]:
    return [dict(block.attributes).get("type", "letterhead") for block in blocks]


def summary(telegram: Telegram) -> dict[str, Any]:
    """What was read of a telegram, in the form of expected.json."""
    outer, *inner = telegram.envelopes
    sent, received = outer.action("sent"), outer.action("received")
    found = {
        "kind": telegram.kind,
        "title": telegram.title,
        "number": telegram.number,
        "from": names(sent),
        "to": names(received),
        "sent": when(sent),
        "received": when(received),
        "place": text_of(sent.place) if sent else "",
        "at": text_of(received.place) if received else "",
        "via": names(outer.action("transmitted", "via")),
        "copies": names(outer.action("forwarded", "copy")),
        "inner": [*names(inner[0].action("sent")), "→", *names(inner[0].action("received"))] if inner else [],
        "preamble": types(telegram.body.preamble),
        "lines": lines(telegram.body.message),
        "message": [b.element for b in telegram.body.message if b.element not in ("opener", "closer")],
        "docket": types(telegram.body.docket),
        "abstract": telegram.abstract,
        "archive": [holding.reference.key for holding in telegram.holdings],
        "notes": len(telegram.body.footnotes),
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("name", NAMES)
def test_page_is_read_as_an_editor_reads_it(name: str, settings: Settings) -> None:
    found = recognise(capture_file(PAGES / name), settings)
    read = {
        "layout": found.layout,
        "telegrams": [summary(telegram) for telegram in found.telegrams],
        "findings": sorted({finding.rule for finding in found.findings} - {"REC104"}),
    }
    assert read == EXPECTED[name]


@pytest.fixture(scope="module")
def encoded(karsk_job: Job, tmp_path_factory: pytest.TempPathFactory) -> EncodingReport:
    job = replace(karsk_job, output=tmp_path_factory.mktemp("pages"))
    return encode([PAGES / name for name in NAMES], job)


def test_every_telegram_of_the_pages_is_written_and_none_rejected(encoded: EncodingReport) -> None:
    outcomes = {(document.source, str(document.outcome)) for document in encoded.documents}
    assert {outcome for _, outcome in outcomes} == {"written"}
    assert len(encoded.documents) == sum(len(EXPECTED[name]["telegrams"]) for name in NAMES)


def test_every_character_of_the_pages_is_owned_once(encoded: EncodingReport) -> None:
    assert not [finding for finding in encoded.findings if finding.rule.startswith("REC9")]
    for account in encoded.accounts:
        capture = capture_file(Path(account.source))
        assert sum(dict(account.counts).values()) == len(capture.text)


def test_page_without_a_telegram_gives_a_finding_and_no_document(encoded: EncodingReport) -> None:
    empty = {str(PAGES / name) for name in NAMES if not EXPECTED[name]["telegrams"]}
    assert len(empty) > 10
    assert empty == {finding.location.path for finding in encoded.findings if finding.rule == "REC101"}
    assert not empty & {document.source for document in encoded.documents}


def test_telegram_s_number_before_its_first_words_is_marked(read: Recognise) -> None:
    text = "Telegram, Drobot to Vetrov\n\nPort Severin, 8 January 1938\n\n17. My 15, 6 January. All well.\n\nDrobot"
    (telegram,) = read(text).telegrams
    assert telegram.number == "17"
    assert ("num", "17") in [(mark.element, text[mark.start : mark.end]) for mark in telegram.body.marks]


@pytest.mark.parametrize("text", ["1. Ice holds.", "17. Ice holds.\n\n18. Dogs well."])
def test_number_of_a_point_is_no_number_of_a_telegram(text: str, read: Recognise) -> None:
    (telegram,) = read(f"To Vetrov\n\n{text}\n\nSabelnikov").telegrams
    assert telegram.number == ""


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("SECRET\n\nNo. 5\n\nIce holds.", ["REC102", "REC102", "REC103", "REC104"]),
        ("To Vetrov\n\nIce holds.\n\nSabelnikov\n\n3 May 1938", ["REC104"]),
        ("Soup recipe\n\nTake six onions.", ["REC101"]),
    ],
)
def test_what_a_page_does_not_say_is_reported(text: str, rules: list[str], read: Recognise) -> None:
    assert sorted(finding.rule for finding in read(text).findings) == rules


def test_message_between_address_and_signature_may_be_empty(read: Recognise) -> None:
    (telegram,) = read("To Vetrov\n\nSabelnikov\n\n3 May 1938").telegrams
    assert [block.element for block in telegram.body.message] == ["opener", "p", "closer"]


HOSTILE = (
    "[" * 3000,
    "(" * 3000,
    "To " * 1500,
    "a. " * 1500,
    "No. 1 " * 800,
    "“" * 2000,
    "Copy 1, " * 700,
    "¬\n" * 1500,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_page_takes_long(text: str, read: Recognise) -> None:
    assert seconds(lambda: read(f"To Vetrov\n\n{text}\n\nSabelnikov\n")) < 2


@cache
def texts_of_pages() -> list[str]:
    return [capture_file(PAGES / name).text for name in NAMES]


def mangled(seed: int) -> str:
    """Lines of the pages dropped, doubled and shuffled: what no site would give, and what must not break anything."""
    chance = random.Random(seed)
    texts = texts_of_pages()
    pool = [line for text in texts for line in text.split("\n")]
    if chance.random() < 0.5:
        return "\n".join(chance.sample(pool, chance.randint(2, 25)))
    found = chance.choice(texts).split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(found))
        found[at : at + chance.randint(0, 1)] = [chance.choice(pool), *chance.sample(found, 1)][: chance.randint(0, 2)]
        found = found or ["."]
    return "\n".join(found)


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(schemas_dir() / "generated" / "telegram.rng"))


@pytest.mark.parametrize("start", range(0, 400, 100))
def test_mangled_pages_lose_no_word_and_stay_valid(start: int, karsk_job: Job, grammar: etree.RelaxNG) -> None:
    for seed in range(start, start + 100):
        capture = Capture("mangled.txt", "mangled", f"{mangled(seed)}\n.", "0" * 64)
        found = recognise(capture, karsk_job.settings)
        assert not [finding for finding in found.findings if finding.rule.startswith("REC9")], seed
        assert sum(tally(capture, found.spans).values()) == len(capture.text)
        for telegram in found.telegrams:
            tree = telegram_document(
                telegram, capture, id_="t1", edition=karsk_job.edition, authority=karsk_job.settings.authority
            )
            assert grammar.validate(etree.ElementTree(tree)), (seed, grammar.error_log)
            assert source_words(tree[-1]) == _words(capture, found, telegram), seed


def _words(capture: Capture, found: Recognition, telegram: Telegram) -> list[str]:
    pieces: list[str] = []
    last = telegram.start
    for span in found.spans:
        if (span.owner is Owner.TEXT or span.step == "markers") and telegram.start <= span.start < telegram.end:
            pieces += ["" if last == span.start else " ", capture.text[span.start : span.end]]
            last = span.end
    return running_words("".join(pieces))
