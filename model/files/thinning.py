"""Which versions of a map stay: a pure rule over their numbers, reasons and times.

TH1  Order is by number.  A time only groups neighbours into hours and days, so a clock that jumps loses none: going
     back begins a new hour, going ahead makes a version a day older at most.
TH2  The last 20 that were saved stay, and the last 12 that were kept while working; then the last of each hour for a
     day, and of each day for 30 days.  How old one is, is counted back from the newest version, never from today's
     clock.  What a migration or the first save found stays as long as there is room.
TH3  Content that a newer version has as well goes.
TH4  Whatever goes has a newer version that stands for it.  One that cannot be read counts for nothing and stands for
     nobody; it stays until it is older than 30 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from model.values import dataclass

Why = Literal["save", "work", "before", "migration", "restore"]

REASONS: tuple[Why, ...] = ("save", "work", "before", "migration", "restore")

KEEP_SAVES = 20
"""How many of the newest that were saved stay, whatever their times."""
KEEP_WORK = 12
"""How many of the newest that were kept while working stay: two hours of them."""
HOUR = 3600
DAY = 24 * HOUR
"""Seconds."""
KEEP_DAYS = 30
"""For how many days the last version of each stays."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the rule knows of a version.  ``seconds`` since 1970, by whatever clock there was; ``content`` a hash."""

    number: int
    why: Why
    seconds: int
    content: str
    readable: bool = True


def surplus(rows: Iterable[Row]) -> dict[int, int | None]:
    """The number of each version that may go -> of the newer one that stands for it; None for an unreadable one."""
    newest_first = sorted(rows, key=lambda row: row.number, reverse=True)
    ages = _ages(newest_first)
    going: dict[int, int | None] = {}
    seen: dict[str, int] = {}
    sound: list[Row] = []
    for row in newest_first:
        if not row.readable:
            if ages[row.number] > KEEP_DAYS * DAY:
                going[row.number] = None
        elif row.content in seen:
            going[row.number] = seen[row.content]
        else:
            seen[row.content] = row.number
            sound.append(row)
    staying = _staying(sound, ages)
    stand_in: int | None = None
    for row in sound:
        if row.number in staying:
            stand_in = row.number
        elif stand_in is not None:
            going[row.number] = stand_in
    return going


def _ages(newest_first: Sequence[Row]) -> dict[int, int]:
    """Number -> seconds before the newest (TH1)."""
    ages: dict[int, int] = {}
    age = 0
    newer: Row | None = None
    for row in newest_first:
        if newer is not None:
            between = newer.seconds - row.seconds
            age += HOUR if between < 0 else min(between, DAY)
        ages[row.number] = age
        newer = row
    return ages


def _staying(newest_first: Sequence[Row], ages: dict[int, int]) -> set[int]:
    """The numbers of those that stay, of sound versions with different contents (TH2)."""
    saved = [row.number for row in newest_first if row.why != "work"]
    worked = [row.number for row in newest_first if row.why == "work"]
    staying = {*saved[:KEEP_SAVES], *worked[:KEEP_WORK]}
    staying |= {row.number for row in newest_first if row.why == "migration"}
    staying |= {row.number for row in newest_first[:1]}
    hour = day = None
    for row in newest_first:
        new_hour, new_day = row.seconds // HOUR, row.seconds // DAY
        age = ages[row.number]
        if (new_hour != hour and age <= DAY) or (new_day != day and age <= KEEP_DAYS * DAY):
            staying.add(row.number)
        hour, day = new_hour, new_day
    return staying
