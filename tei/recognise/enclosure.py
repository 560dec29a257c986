"""A message quoted inside the one that hands it on: "Pass to Mao Zedong: “…”"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.model import Block

_HANDING_ON: Final = re.compile(
    r"\b(?:pass|convey|transmit|hand|deliver|give|forward|relay|communicate|send|read|text|following|as follows|"
    r"telegram|message|letter|reply|"
    r"передай\w*|вручи\w*|сообщи\w*|следующ\w*|телеграмм\w*|转告|转交|如下)\b|转|如下",
    re.IGNORECASE,
)
_OPEN: Final = "“\"«„‘'「『"
_CLOSE: Final = "”\"»“’'」』"
ENCLOSED_ID: Final = "enclosed-text"


def enclose(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Set a quoted message apart as a division when a paragraph that hands it on stands before it.

    It must open with a quotation mark at the head of a paragraph and close with one at the end of the last paragraph,
    over at least two paragraphs or after a colon; TEI lets nothing but divisions follow.
    """
    for index in range(1, len(blocks)):
        before, block = blocks[index - 1], blocks[index]
        if not _opens(text, block) or not _hands_on(text, before):
            continue
        if text[blocks[-1].end - 1] in _CLOSE and all(b.element in ("p", "list", "div") for b in blocks[index:]):
            enclosed = Block(
                "div",
                block.start,
                blocks[-1].end,
                (("type", "enclosed"), ("xml:id", ENCLOSED_ID)),
                tuple(blocks[index:]),
                block.lead,
            )
            return (*blocks[:index], enclosed)
    return tuple(blocks)


def _opens(text: str, block: Block) -> bool:
    return text[block.outer_start] in _OPEN


def _hands_on(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    return words.rstrip().endswith((":", "：")) and bool(_HANDING_ON.search(words)) and not block.children
