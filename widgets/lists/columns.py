"""How the columns of a list are arranged: their order, and how wide they are in the room that there is.

CO1  Columns that nobody has arranged stand after the one that they usually follow.
CO2  What was chosen for the column of one persona holds for that of another, in another map: all of them are called
     after what they show, with the persona after a colon.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.values import dataclass

NARROWEST, WIDEST = 60, 1600
"""px of a column."""
_MOST = 200
"""Columns that are remembered."""
_NAME = 200
"""Letters of a column's name."""


def kind_of(column_id: str) -> str:
    """What a column shows, whosever it is (CO2)."""
    return column_id.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the user made of the columns: their order by id, and px by what they show; () for what is as usual."""

    order: tuple[str, ...] = ()
    widths: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.order or self.widths)

    def width(self, column_id: str) -> int | None:
        """px that were chosen for a column (CO2)."""
        return dict(self.widths).get(kind_of(column_id))

    def with_width(self, column_id: str, px: int) -> Arrangement:
        """The same with another width of a column."""
        widths = {**dict(self.widths), kind_of(column_id): min(max(px, NARROWEST), WIDEST)}
        return Arrangement(self.order, tuple(sorted(widths.items())))

    def as_json(self) -> dict[str, Any]:
        """What the settings keep."""
        return {"order": list(self.order[:_MOST]), "widths": dict(self.widths)}

    @classmethod
    def from_json(cls, value: object) -> Arrangement:
        """What the settings kept.  Raises ValueError where that makes no sense."""
        if value is None:
            return cls()
        if not isinstance(value, dict):
            raise ValueError("no object")
        order, widths = value.get("order", []), value.get("widths", {})
        if not isinstance(order, list) or len(order) > _MOST or not all(_is_name(name) for name in order):
            raise ValueError("order: not names of columns")
        if len(set(order)) < len(order):
            raise ValueError("order: a column stands there twice")
        if not isinstance(widths, dict) or len(widths) > _MOST or not all(_is_name(name) for name in widths):
            raise ValueError("widths: not by names of columns")
        if not all(_is_width(px) for px in widths.values()):
            raise ValueError("widths: not px of columns")
        return cls(tuple(order), tuple(sorted(widths.items())))

    def ordered(self, ids: Sequence[str], first: Sequence[str] = ()) -> list[str]:
        """``ids``, which stand in their usual order, as they are arranged (CO1, CO2); ``first`` come first."""
        exact = {name: place for place, name in enumerate(self.order)}
        alike: dict[str, int] = {}
        for place, name in enumerate(self.order):
            alike.setdefault(kind_of(name), place)
        ranks = {name: exact.get(name, alike.get(kind_of(name))) for name in ids}
        known = [name for name in ids if ranks[name] is not None]
        found = sorted(known, key=lambda name: (ranks[name], ids.index(name)))
        before = ""
        for name in ids:
            if ranks[name] is None:
                found.insert(found.index(before) + 1 if before else 0, name)
            before = name
        leading = [name for name in first if name in found]
        return leading + [name for name in found if name not in leading]


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _NAME


def _is_width(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and NARROWEST <= value <= WIDEST


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
