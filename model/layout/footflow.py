"""Where the signs of a card's foot stand: some from its left, some against its right, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from model.layout import metrics as px
from model.values import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the flow put something: px from the card's left, and the row of the foot."""

    x: float
    row: int


def flow(left: float, width: float, starts: Sequence[float], ends: Sequence[float]) -> tuple[list[Spot], int]:
    """Places things of these widths, first ``starts`` from the left, then ``ends`` against the right.

    Rows are added when they do not fit.  Returns the places of both, and the number of rows.
    """
    spots: list[Spot] = []
    x, row = left, 0
    for w in starts:
        if x > left and x + w > left + width:
            x, row = left, row + 1
        spots.append(Spot(x, row))
        x += w + px.FOOT_GAP
    rest = list(ends)
    while rest:
        count, total = 0, 0.0
        while count < len(rest) and total + rest[count] <= left + width - x:
            total += rest[count] + px.FOOT_GAP
            count += 1
        if count == 0 and x > left:
            x, row = left, row + 1
            continue
        if count < len(rest) and x > left:  # what belongs to the right end stays together where it can
            x, row = left, row + 1
            continue
        count = max(count, 1)
        at = left + width - sum(rest[:count]) - px.FOOT_GAP * (count - 1)
        for w in rest[:count]:
            spots.append(Spot(at, row))
            at += w + px.FOOT_GAP
        rest = rest[count:]
        if rest:
            x, row = left, row + 1
    return spots, row + 1 if spots else 0
