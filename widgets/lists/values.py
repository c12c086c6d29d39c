"""How values of a list are read from what one types, and written to be typed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.fields import duration_text, parse_duration
from widgets.panels.field_editors import parse_percent


def _percent_text(value: Any) -> str:
    return "" if value is None else str(value)


def _duration_text(value: Any) -> str:
    return "" if value is None else duration_text(value)


PARSED: dict[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "percent": (parse_percent, _percent_text),
    "duration": (parse_duration, _duration_text),
}
"""Type of cell -> how a value is read, and how it is written."""
