"""How wide the panels are and which are open, as it was left: kept in the settings, between starts.  No Qt.

A wish holds for the room that the window had then: who folds the left panel on a laptop has not asked for that on the
big screen.  The inspector over a narrow window's map is a passing guest, and never one to begin with.
"""

from __future__ import annotations

from typing import Any, Literal

Side = Literal["left", "right"]

LEFT_WIDTH, RIGHT_WIDTH, RAIL_WIDTH, SCRIBE_HEIGHT = 236, 300, 56, 52
"""px, the usual ones."""
LEFT_RANGE, RIGHT_RANGE = (200, 320), (280, 400)
"""px (look.md, section 3)."""
LEFT_BESIDE, RIGHT_BESIDE = 1440, 1200
"""px of the window from which on each panel stands beside the map."""

MODES = ("details", "trace", "people", "legend", "check")
"""What the right panel may show, the usual one first."""
_KEPT = ("left_wide", "left_narrow", "right_wide")


class PanelState:
    """The widths in px, and what was wished; what makes no sense in ``value``, read from the settings, is the usual."""

    def __init__(self, value: object = None) -> None:
        found: dict[str, Any] = value if isinstance(value, dict) else {}
        self.left_width = _width(found.get("left_width"), LEFT_RANGE, LEFT_WIDTH)
        self.right_width = _width(found.get("right_width"), RIGHT_RANGE, RIGHT_WIDTH)
        self.scribe = found.get("scribe") is not False
        """Whether the scribe line stands under the map, as it does until it is put away."""
        self.mode = _mode(found.get("mode"))
        """What the right panel shows (:mod:`widgets.panels.modes`)."""
        self.minimap = found.get("minimap") is not False
        """Whether the minimap stands at the bottom of the left panel."""
        whole = found.get("whole_outline")
        self.whole_outline: bool | None = whole if isinstance(whole, bool) else None
        """Whether the outline shows every lane and note; None while nobody said so."""
        self._wishes: dict[str, bool] = {key: found[key] for key in _KEPT if isinstance(found.get(key), bool)}

    def shown(self, side: Side, window: int) -> bool:
        """Whether a panel is open in a window of so many px: as wished for such a window, else where it has room."""
        return self._wishes.get(_key(side, window), _wide(side, window))

    def wish(self, side: Side, window: int, shown: bool) -> None:
        """A panel is wanted, or not, in windows like this one."""
        self._wishes[_key(side, window)] = shown

    def as_json(self) -> dict[str, int | bool | str]:
        """What the settings keep."""
        wishes = {key: wish for key, wish in self._wishes.items() if key in _KEPT}
        if self.whole_outline is not None:
            wishes["whole_outline"] = self.whole_outline
        return {
            "left_width": self.left_width,
            "right_width": self.right_width,
            "scribe": self.scribe,
            "minimap": self.minimap,
            "mode": self.mode,
            **wishes,
        }

    def copy(self) -> PanelState:
        """For another window."""
        return PanelState(self.as_json())


def _wide(side: Side, window: int) -> bool:
    return window >= (LEFT_BESIDE if side == "left" else RIGHT_BESIDE)


def _key(side: Side, window: int) -> str:
    return f"{side}_{'wide' if _wide(side, window) else 'narrow'}"


def _mode(value: object) -> str:
    return value if isinstance(value, str) and value in MODES else MODES[0]


def _width(value: object, allowed: tuple[int, int], usual: int) -> int:
    fits = isinstance(value, int) and not isinstance(value, bool) and allowed[0] <= value <= allowed[1]
    return value if fits and isinstance(value, int) else usual
