"""How wide the columns of a list are in the room that there is."""

from __future__ import annotations

from collections.abc import Sequence


def fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths in px that together take no more than ``room`` where that can be.

    Each column gives in proportion to what it has above its least width.  Where there is room for all, or for less
    than the least, columns are as wide as wanted, or at their least.
    """
    floor = [min(low, want) for low, want in zip(least, wanted, strict=True)]
    spare = sum(wanted) - sum(floor)
    over = sum(wanted) - room
    if over <= 0:
        return list(wanted)
    if over >= spare:
        return floor
    widths: list[int] = []
    given = taken = 0
    for want, low in zip(wanted, floor, strict=True):
        given += want - low
        upto = -(-over * given // spare)  # rounded up over all columns so far, so that nothing is lost to rounding
        widths.append(want - (upto - taken))
        taken = upto
    return widths
