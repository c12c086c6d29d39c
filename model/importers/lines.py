"""A pasted list as cards: one card for each line, without its bullet or number."""

from __future__ import annotations

import re

from model.plaintext import clean_text
from model.records import MAX_TEXT
from model.values import dataclass

MAX_CARDS = 500
"""More lines than this in one paste are a mistake rather than a list."""

# A number needs a mark behind it ("1." "2)" "a)"), or it is part of the text ("2 weken wachten").
_BULLET = re.compile(
    r"(?:[-*+•‣▪▫◦●○■□◆◇–—→➢➤✓✔☐☑☒·\uf0b7\uf0a7\uf0d8]|\(?\d{1,3}[.)](?!\d)|\(?[A-Za-z]\))(?:\s+(?:\[[ xX]\]\s+)?|$)"
)
_SPACES = re.compile(r"[ \t\u00a0]+")


@dataclass(frozen=True, slots=True)
class PastedLines:
    """``texts`` of the cards in order; ``left_out`` counts lines beyond the limit, which made no card."""

    texts: tuple[str, ...]
    left_out: int = 0


def cards_from_lines(text: str, limit: int = MAX_CARDS) -> PastedLines:
    """The cards of a pasted text: bullets, numbers, tabs and empty lines are taken away; at most ``limit`` cards.

    A line longer than a card may be is split, so that nothing of it is lost.
    """
    texts: list[str] = []
    for line in clean_text(text.removeprefix("\ufeff")).split("\n"):
        bare = _SPACES.sub(" ", line).strip()
        bullet = _BULLET.match(bare)
        if bullet is not None:
            bare = bare[bullet.end() :].strip()
        texts += [bare[i : i + MAX_TEXT] for i in range(0, len(bare), MAX_TEXT)]
    return PastedLines(tuple(texts[:limit]), max(0, len(texts) - limit))
