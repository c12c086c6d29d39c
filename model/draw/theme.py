"""Colours and sizes of the look, from resources/tokens.json.  Painters ask here; nothing else names a colour."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal

from resources import read_text

ThemeName = Literal["light", "dark", "poster"]


@cache
def tokens() -> dict[str, Any]:
    """The whole token file."""
    data: dict[str, Any] = json.loads(read_text("tokens.json"))
    return data


class Theme:
    """The colours of one theme by token path: ``theme.color("note.pain.fill")`` -> ``"#F5A5A9"``.

    "poster" is the light theme on white paper: wall and lane tints and the shadows are dropped to save ink.
    """

    def __init__(self, name: ThemeName) -> None:
        self.name = name
        self._table: dict[str, Any] = tokens()["dark" if name == "dark" else "light"]
        self._over: dict[str, str] = {}
        if name == "poster":
            poster = tokens()["poster"]
            self._over = {
                "surface.window": poster["paper"],
                "surface.panel": poster["paper"],
                "wall.base": poster["paper"],
                "wall.emotion": poster["paper"],
                "wall.lane_alt": poster["lane_alt"],
                "wall.grid": poster["hair"],
                "wall.phase_line": poster["hair"],
                "ink.1": poster["ink"],
                "line.hair": poster["hair"],
            }
        self._cache: dict[str, str] = {}

    def color(self, name: str) -> str:
        """``#RRGGBB`` or ``#RRGGBBAA`` of a token path or of a literal.  Raises KeyError for an unknown path."""
        found = self._cache.get(name)
        if found is None:
            found = self._cache[name] = name if name.startswith("#") else self._find(name)
        return found

    def _find(self, path: str) -> str:
        if path in self._over:
            return self._over[path]
        value: Any = self._table
        for part in path.split("."):
            value = value[int(part)] if isinstance(value, list) else value[part]
        if not isinstance(value, str):
            raise KeyError(path)
        return value


@cache
def load_theme(name: ThemeName) -> Theme:
    """The theme "light", "dark" or "poster"."""
    return Theme(name)


def size(name: str) -> float:
    """A size of the canvas in px at 100 % zoom: ``size("card_w")`` -> 148."""
    return float(tokens()["canvas_px"][name])
