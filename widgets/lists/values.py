"""How values of a list are read from what one types, and written to be typed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.fields import duration_text, parse_duration
from model.i18n import translate


def parse_percent(text: str) -> int | None:
    """The number of "35 %" or "35"; None for an empty text.  Raises ValueError with a sentence for the user."""
    digits = text.strip().removesuffix("%").strip()
    if not digits:
        return None
    if not digits.isdecimal() or not 0 <= int(digits) <= 100:
        raise ValueError(translate("Lists", "“{text}” is no share; write a number from 0 to 100.").format(text=text))
    return int(digits)


def _percent_text(value: Any) -> str:
    return "" if value is None else str(value)


def _duration_text(value: Any) -> str:
    return "" if value is None else duration_text(value)


PARSED: dict[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "percent": (parse_percent, _percent_text),
    "duration": (parse_duration, _duration_text),
}
"""Type of cell -> how a value is read, and how it is written."""
