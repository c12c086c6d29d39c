"""Days as people type them, in Dutch and in English, and what is past.

DY1  A day is kept as YYYY-MM-DD.  Typed it may be 2026-03-01, 1-3-2026, 1/3/26, 1.3, 1 mrt, 1 maart 2026, March 1 2026,
     vandaag, today, morgen, tomorrow, gisteren, yesterday.  Numbers are day, month, year, whatever the language.
     Without a year it is the next such day, or, where the past is meant (the date of a source), the last one.
DY2  An action is overdue when its day is before today and it is neither done nor dropped.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from model.i18n import translate
from model.records import Action

_MONTHS = {
    **dict.fromkeys(("jan", "january", "januari"), 1),
    **dict.fromkeys(("feb", "february", "februari"), 2),
    **dict.fromkeys(("mar", "march", "mrt", "maart"), 3),
    **dict.fromkeys(("apr", "april"), 4),
    **dict.fromkeys(("may", "mei"), 5),
    **dict.fromkeys(("jun", "june", "juni"), 6),
    **dict.fromkeys(("jul", "july", "juli"), 7),
    **dict.fromkeys(("aug", "august", "augustus"), 8),
    **dict.fromkeys(("sep", "sept", "september"), 9),
    **dict.fromkeys(("oct", "october", "okt", "oktober"), 10),
    **dict.fromkeys(("nov", "november"), 11),
    **dict.fromkeys(("dec", "december"), 12),
}
_NEAR = {
    **dict.fromkeys(("today", "vandaag", "now", "nu"), 0),
    **dict.fromkeys(("tomorrow", "morgen"), 1),
    **dict.fromkeys(("yesterday", "gisteren"), -1),
    "overmorgen": 2,
    "eergisteren": -2,
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})(?:\s*[-/. ]\s*(\d{4}|\d{2}))?\.?")
_EARLIEST, _LATEST = 1900, 2200
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e)?\.?[\s-]*([a-z]+)\.?,?(?:[\s-]*(\d{4}|\d{2}))?")
_MONTH_DAY = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")


def parse_day(text: str, today: date | None = None, *, past: bool = False) -> str:
    """The day that was typed, as YYYY-MM-DD; "" for an empty text.

    Day before month, as in Dutch and British English (DY1).  Without a year it is the next such day from ``today`` on,
    or with ``past`` the last one until then.  Raises ValueError with a sentence for the user.
    """
    typed = " ".join(text.split()).casefold()
    if not typed:
        return ""
    now = today or date.today()  # noqa: DTZ011 - the day on the user's own calendar
    if typed in _NEAR:
        return (now + timedelta(days=_NEAR[typed])).isoformat()
    found = _parts(typed)
    if found is not None:
        day, month, year = found
        try:
            if year is not None and _EARLIEST <= year <= _LATEST:
                return date(year, month, day).isoformat()
            if year is None:
                return _nearest(day, month, now, past=past).isoformat()
        except ValueError:
            pass  # no such day: said below
    raise ValueError(translate("Days", "“{text}” is no day; write it like 31-12-2026.").format(text=text.strip()))


def _nearest(day: int, month: int, now: date, *, past: bool) -> date:
    """The next or the last such day.  Raises ValueError where there is none in any year."""
    for years in range(9):  # 29 February comes every four years, once in eight
        try:
            near = date(now.year + (-years if past else years), month, day)
        except ValueError:
            if (month, day) != (2, 29):
                raise
            continue
        if near == now or (near < now) == past:
            return near
    raise ValueError("no such day")


def _parts(typed: str) -> tuple[int, int, int | None] | None:
    """Day, month and year as they are written; None for what is no day at all."""
    if match := _ISO.fullmatch(typed):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _NUMBERS.fullmatch(typed):
        return int(match[1]), int(match[2]), _year(match[3])
    if (match := _DAY_MONTH.fullmatch(typed)) and match[2] in _MONTHS:
        return int(match[1]), _MONTHS[match[2]], _year(match[3])
    if (match := _MONTH_DAY.fullmatch(typed)) and match[1] in _MONTHS:
        return int(match[2]), _MONTHS[match[1]], _year(match[3])
    return None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) + (2000 if len(written) == 2 else 0)


def overdue(action: Action, today: date | None = None) -> bool:
    """Whether an action should have been done by ``today`` (DY2)."""
    if not action.due or action.status in ("done", "dropped"):
        return False
    return action.due < (today or date.today()).isoformat()  # noqa: DTZ011 - the day on the user's own calendar
