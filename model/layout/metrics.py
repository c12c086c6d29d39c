"""Sizes and text styles of the map in px at 100 % zoom, from the tokens of the look."""

from __future__ import annotations

from functools import cache

from model.draw.theme import size, tokens
from model.text.shape import TextStyle

ASCENT, DESCENT = 0.984, 0.316
"""Of Atkinson Hyperlegible Next, as part of the em (its hhea table: 984 and 316 of 1000 units)."""

CARD_W = size("card_w")
CARD_MIN_H = size("card_min_h")
CELL_PAD = size("cell_pad")
GAP = size("gap")
STEP_W = size("phase_w")
LANE_HEADER_W = size("lane_header_w")
PHASE_HEADER_H = size("phase_header_h")
EVIDENCE_H = size("evidence_bar_h")
EVIDENCE_MARK = size("evidence_mark")
CHEVRON_TIP = size("chevron_tip")
EMOTION_H = size("emotion_h")
EMOTION_H_POSTER_MAX = size("emotion_h_poster_max")
ICON = size("icon")
FACE = size("face")
FOOT_H = size("foot_h")
BADGE_H = size("badge_h")

BORDER = 1.0
"""The outline stands inside the card's width, as a border does."""
PAD_TOP, PAD_RIGHT, PAD_BOTTOM, PAD_LEFT = (float(v) for v in tokens()["canvas_px"]["card_pad"])
TOUCHPOINT_PAD_LEFT = size("touchpoint_pad_left")
ICON_GAP = 4.0
FOOT_MARGIN = 3.0
FOOT_GAP = 3.0
SAID_MARGIN, SAID_GAP = 3.0, 2.0
"""Above the first line of the chosen fields, and between two of them."""
NUMBER_GAP = 8.0
"""The least white between the end of the text and a number on the same line."""
TAIL_H = 7.0
"""How far the tail of a thought hangs below its box; its cell is that much deeper."""

MOUNT = 4.0
"""The rim of the mount round a picture."""
PICTURE_MOST_H = 111.0
PICTURE_LEAST_H = 24.0

CHIP_W, CHIP_H, CHIP_GAP, CHIP_LEFT = 24.0, 22.0, 4.0, 8.0
DISC = 22.0
PHASE_PAD_LEFT, PHASE_PAD_RIGHT, PHASE_GAP = 20.0, 14.0, 8.0
PHASE_PAD_Y = 7.0
"""Room above and below a phase's name of three lines, for which the row grows."""
LANE_PAD_TOP, LANE_PAD_BOTTOM, LANE_PAD_LEFT, LANE_PAD_RIGHT = 8.0, 6.0, 8.0, 4.0
LANE_ICON, LANE_ICON_GAP, LANE_GAP = 15.0, 5.0, 3.0
EMOTION_PAD = 18.0
"""From the top of the emotion lane to the line of +2."""


@cache
def style(name: str) -> TextStyle:
    """A text style of the map by its name in the tokens: "touchpoint", "note", "quote", "meta", "lane", ..."""
    row = tokens()["type"]["canvas_px"][name]
    weight, _, slant = str(row["weight"]).partition(" ")
    return TextStyle(float(row["size"]), float(row["line"]), int(weight), slant == "italic")


PHASE = style("phase")
PHASE_SMALL = TextStyle(13, 14, PHASE.weight)
"""For a phase name of more than 22 characters or more than two lines."""
DISC_NUMBER = TextStyle(13, 16, 700)
LANE = style("lane")
LANE_COUNT = TextStyle(12, 16, 400)
STEP = TextStyle(12, 16, 500)
META = style("meta")
SAID = TextStyle(12, 15, 400)
"""What a card says in the fields chosen for cards."""
BADGE = style("badge")
PROMPT = TextStyle(13, 17, 400)
CURVE_LABEL = TextStyle(12, 14, 600)
CURVE_NOTE = TextStyle(12, 14, 400)


def baseline(text: TextStyle) -> float:
    """From the top of a line to its baseline, in px: the letters stand in the middle of the line."""
    return (text.line - (ASCENT + DESCENT) * text.size) / 2 + ASCENT * text.size
