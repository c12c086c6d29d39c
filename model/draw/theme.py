"""Colours and sizes of the look, from resources/tokens.json.  Painters ask here; nothing else names a colour."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal

from resources import read_text

ThemeName = Literal["light", "dark", "poster", "mono"]


@cache
def tokens() -> dict[str, Any]:
    """The whole token file."""
    data: dict[str, Any] = json.loads(read_text("tokens.json"))
    return data


class Theme:
    """The colours of one theme by token path: ``theme.color("note.pain.fill")`` -> ``"#F5A5A9"``.

    "poster" is the light theme on white paper: wall and lane tints and the shadows are dropped to save ink.  "mono" is
    the poster for a printer without colour: texts black, cards white, everything else the grey that is as light.
    """

    def __init__(self, name: ThemeName) -> None:
        self.name = name
        self._table: dict[str, Any] = tokens()["dark" if name == "dark" else "light"]
        self._over: dict[str, str] = {}
        if name in ("poster", "mono"):
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
            found = name if name.startswith("#") else self._find(name)
            if self.name == "mono":
                found = _mono(name, found)
            self._cache[name] = found
        return found

    def _find(self, path: str) -> str:
        if path in self._over:
            return self._over[path]
        value: Any = self._table
        for part in path.split("."):
            if isinstance(value, list):
                value = value[int(part)]
            elif isinstance(value, dict):
                value = value[part]
            else:
                raise KeyError(path)
        if not isinstance(value, str):
            raise KeyError(path)
        return value


_BLACK, _WHITE = "#1B1D21", "#FFFFFF"
_MONO = {
    "phase.ink": _BLACK,
    "phase.number_fill": _BLACK,
    "phase.number_ink": _WHITE,
    "emotion.-2.fill": _BLACK,
    "emotion.-1.fill": "#A4A6AA",
    "emotion.0.fill": "#E0E1E3",
    "emotion.1.fill": "#C6C8CB",
    "emotion.2.fill": "#4A4D53",
    "emotion.above": "#EFEFF0",
}
_MONO_ENDS = {"fill": _WHITE, "ink": _BLACK, "edge": _BLACK, "outline": _BLACK}


def _mono(name: str, color: str) -> str:
    """What a colour is on paper without colour."""
    if name in _MONO:
        return _MONO[name]
    first, _, rest = name.partition(".")
    if first == "note":
        return _MONO_ENDS[rest.rpartition(".")[2]]
    if first in ("ink", "persona"):
        return _BLACK
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    light = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{light:02X}{light:02X}{light:02X}{color[7:]}"


@cache
def load_theme(name: ThemeName) -> Theme:
    """The theme "light", "dark", "poster" or "mono"."""
    return Theme(name)


def size(name: str) -> float:
    """A size of the canvas in px at 100 % zoom: ``size("card_w")`` -> 148."""
    return float(tokens()["canvas_px"][name])
