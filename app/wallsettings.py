"""What is remembered of walls on this computer: the room, the kinds of lanes, the screen, the theme.  No Qt."""

from __future__ import annotations

from typing import Any, Literal

from model.legibility import IMAGE_M, SEAT_M, Room

WallTheme = Literal["light", "dark"]
KINDS = ("touchpoints", "emotion")
"""The kinds of lanes that are shown until others are chosen (look.md, section 10)."""


class WallSettings:
    """What ``value`` of the settings says; what makes no sense there is the usual."""

    def __init__(self, value: object = None) -> None:
        found: dict[str, Any] = value if isinstance(value, dict) else {}
        self.asked = "image_m" in found
        """Whether somebody said how large the room is."""
        self.room = Room(_length(found.get("image_m"), IMAGE_M, 1.5), _length(found.get("seat_m"), SEAT_M, 6.0))
        kinds = found.get("kinds")
        good = isinstance(kinds, list) and bool(kinds) and all(isinstance(kind, str) for kind in kinds)
        self.kinds: tuple[str, ...] = tuple(kinds) if good and isinstance(kinds, list) else KINDS
        screen = found.get("screen")
        self.screen: str = screen if isinstance(screen, str) else ""
        """The name of the screen that was used last."""
        self.theme: WallTheme = "dark" if found.get("theme") == "dark" else "light"

    def as_json(self) -> dict[str, object]:
        """What the settings keep."""
        kept: dict[str, object] = {"kinds": list(self.kinds), "screen": self.screen, "theme": self.theme}
        if self.asked:
            kept |= {"image_m": self.room.image_m, "seat_m": self.room.seat_m}
        return kept


def _length(value: object, allowed: tuple[float, float], usual: float) -> float:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and allowed[0] <= value <= allowed[1]
    return float(value) if fits and isinstance(value, int | float) else usual
