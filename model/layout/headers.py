"""The headers of phases, steps and lanes, and what an empty lane asks."""

from __future__ import annotations

from collections.abc import Sequence

from model.i18n import translate
from model.kinds import LANE_KINDS
from model.layout import metrics as px
from model.layout.boxes import LaneBox, PhaseBox, PlacedLine, StepBox
from model.records import Colour, Lane, Phase, Step
from model.text.breaking import layout_text, shape_line
from model.text.shape import TextLine, TextStyle
from model.values import replace

MOST_LINES = 3
"""A phase name of more lines makes its phase wider."""
WIDEN = 16.0
INTO_TIP = 5.0
"""A single line stands beside the tip of the arrow, and may be so much longer than lines above and below it."""
STEP_PAD_X, STEP_PAD_Y = 8.0, 4.0
STEP_MIN_H = 24.0
LANE_TEXT_LEFT = px.LANE_PAD_LEFT + px.LANE_ICON + px.LANE_ICON_GAP
PROMPT_ICON, PROMPT_PAD, PROMPT_GAP = 18.0, 12.0, 6.0
PROMPT_MOST_W = 300.0


def palette(color: Colour, default: str | None) -> str | None:
    """The token or literal of a phase's, step's or lane's colour."""
    if isinstance(color, int):
        return f"phase.palette.{color % 8}"
    return color if color is not None else default


def phase_lines(name: str, width: float, lang: str) -> tuple[TextStyle, tuple[TextLine, ...]]:
    """The lines of a phase's name in a header ``width`` px wide, and their style.

    Names of up to 22 characters, and all names in a phase of several steps, are set large when they then take at
    most two lines; everything else is set small, and so are names with an explanation in brackets, which are too long
    in one phase and not in the next: those of one map are to look alike.  Line ends in a name are spaces.
    """
    name = " ".join(name.split())
    room = width - px.PHASE_PAD_LEFT - px.DISC - px.PHASE_GAP - px.PHASE_PAD_RIGHT
    if "(" not in name and (len(name) <= 22 or width > px.STEP_W):
        large = layout_text(name, px.PHASE, room, lang=lang)
        if len(large) <= 2 and not any("\u00ad" in line.text for line in large):
            return px.PHASE, large
        alone = layout_text(name, px.PHASE, room + INTO_TIP, lang=lang)
        if len(alone) == 1:
            return px.PHASE, alone
    return px.PHASE_SMALL, layout_text(name, px.PHASE_SMALL, room, lang=lang)


def phase_width(name: str, steps: int, lang: str) -> float:
    """The width of a phase: its steps', or more when its name would take more than three lines."""
    width = steps * px.STEP_W
    while (count := len(phase_lines(name, width, lang)[1])) > MOST_LINES:
        # near the end in small steps, so that it gets no wider than it must; a page of text at once
        grow = max(1.0, (count / (2 * MOST_LINES) - 1) * width / WIDEN, width / WIDEN / 16)
        width += WIDEN * steps * max(1, int(grow / steps))
    return width


def phase_header_height(phases: Sequence[tuple[str, float]], lang: str) -> float:
    """The height of the row of phases, of their names and widths: more than usual where a name needs the room.

    One height for all of them, since they are one row of arrows.
    """
    needed = px.PHASE_HEADER_H
    for name, width in phases:
        setting, broken = phase_lines(name, width, lang)
        if len(broken) > 2:
            needed = max(needed, len(broken) * setting.line + 2 * px.PHASE_PAD_Y)
    return needed


def phase_box(
    phase: Phase, index: int, x: float, width: float, height: float, step_ids: tuple[str, ...], lang: str
) -> PhaseBox:
    """The header of a phase at ``x``."""
    setting, broken = phase_lines(phase.name, width, lang)
    left = px.PHASE_PAD_LEFT + px.DISC + px.PHASE_GAP
    top = (height - len(broken) * setting.line) / 2
    digits = shape_line(str(index + 1), px.DISC_NUMBER)
    number = PlacedLine(
        px.PHASE_PAD_LEFT + (px.DISC - digits.width) / 2,
        (height - px.DISC_NUMBER.line) / 2 + px.baseline(px.DISC_NUMBER),
        digits,
    )
    room = width - left - px.PHASE_PAD_RIGHT
    return PhaseBox(
        x,
        0.0,
        width,
        height,
        phase.id,
        index + 1,
        index == 0,
        phase.name,
        stack(broken, setting, left, top, room),
        number,
        palette(phase.color, "phase.fill") or "phase.fill",
        step_ids,
    )


def stack(
    lines: Sequence[TextLine], setting: TextStyle, left: float, top: float, room: float
) -> tuple[PlacedLine, ...]:
    """Lines below each other from ``top``; right-to-left ones against the right of ``room`` px."""
    return tuple(
        PlacedLine(left + (room - line.width if line.rtl else 0.0), top + i * setting.line + px.baseline(setting), line)
        for i, line in enumerate(lines)
    )


def step_header_height(steps: Sequence[tuple[Step, float]], lang: str) -> float:
    """The height of the row of step names; the map decides whether it has one."""
    most = max((len(_step_lines(step, width, lang)) for step, width in steps), default=1)
    return max(STEP_MIN_H, most * px.STEP.line + 2 * STEP_PAD_Y)


def _step_lines(step: Step, width: float, lang: str) -> tuple[TextLine, ...]:
    return layout_text(step.name, px.STEP, width - 2 * STEP_PAD_X, lang=lang) if step.name.strip() else ()


def step_box(step: Step, first: bool, x: float, width: float, y: float, h: float, lang: str) -> StepBox:
    """The header of a step."""
    lines = _step_lines(step, width, lang)
    top = (h - len(lines) * px.STEP.line) / 2
    placed = stack(lines, px.STEP, STEP_PAD_X, top, width - 2 * STEP_PAD_X) if h else ()
    return StepBox(x, y, width, h, step.id, step.phase_id, step.name, placed, palette(step.color, None), first)


def lane_name(lane: Lane) -> str:
    """A lane's own name, else its kind's; a kind of a newer version is named as it is."""
    known = LANE_KINDS.get(lane.kind)
    return lane.name.strip() or (known.title if known else lane.kind)


class LaneHeader:
    """The header of one lane, before the lane's place is known: its lines and the height it needs."""

    def __init__(self, lane: Lane, index: int, count: int, lang: str) -> None:
        self.lane, self.index, self.count = lane, index, count
        known = LANE_KINDS.get(lane.kind)
        self.name = lane_name(lane)
        self.icon = known.icon if known else "help"
        self.item_kind = known.item if known else None
        right = px.LANE_HEADER_W - px.LANE_PAD_RIGHT
        if lane.kind == "emotion":
            right -= 18  # the faces of the scale
        room = right - LANE_TEXT_LEFT
        broken = layout_text(self.name, px.LANE, room, lang=lang)
        self.lines = stack(broken, px.LANE, LANE_TEXT_LEFT, px.LANE_PAD_TOP, room)
        self.bottom = px.LANE_PAD_TOP + len(broken) * px.LANE.line
        self.count_line: PlacedLine | None = None
        if lane.kind == "touchpoints" and count:
            at = self.bottom + px.LANE_GAP + px.baseline(px.LANE_COUNT)
            self.count_line = PlacedLine(LANE_TEXT_LEFT, at, shape_line(str(count), px.LANE_COUNT))
            self.bottom += px.LANE_GAP + px.LANE_COUNT.line
        self.height = self.bottom + px.LANE_PAD_BOTTOM
        self.prompt: tuple[PlacedLine, ...] = ()
        self.how: tuple[PlacedLine, ...] = ()
        self.prompt_icon = (0.0, 0.0)
        self._prompt_height = 0.0
        self._asked: list[tuple[PlacedLine, ...]] = []
        self._written = False

    def hint(self, cells: Sequence[tuple[float, float, str]], lang: str, *, written: bool) -> float:
        """Let phases ask in their first cells, (x, width, text) each; returns the height that they need.

        ``written``: on a form for paper, where they stand at the top and leave the rest to write in.
        """
        self._asked = []
        for x, width, text in cells:
            room = min(width - 2 * PROMPT_PAD, PROMPT_MOST_W)
            broken = layout_text(" ".join(text.split()), px.PROMPT, room, lang=lang)
            placed = tuple(
                PlacedLine(x + (width - line.width) / 2, i * px.PROMPT.line + px.baseline(px.PROMPT), line)
                for i, line in enumerate(broken)
            )
            self._asked.append(placed)
        self._written = written
        most = max((len(lines) for lines in self._asked), default=0)
        return most * px.PROMPT.line + (PROMPT_PAD if written else 2 * PROMPT_PAD) if most else 0.0

    def _hints(self, height: float) -> tuple[PlacedLine, ...]:
        found: list[PlacedLine] = []
        for lines in self._asked:
            top = PROMPT_PAD / 2 if self._written else round((height - len(lines) * px.PROMPT.line) / 2)
            found += lowered(lines, top)
        return tuple(found)

    def ask(self, width: float, empty_map: bool, lang: str, asked: str = "", *, left: float = 0.0) -> float:
        """Let the empty lane ask its question in a first cell ``width`` px wide; returns the height it needs.

        ``asked`` is what its first phase asks instead; ``left`` px of the cell are kept free at its left.
        """
        known = LANE_KINDS.get(self.lane.kind)
        question = asked.strip() or self.lane.prompt.strip() or (known.question if known else "")
        if not question:
            return 0.0
        room = min(width - left - 2 * PROMPT_PAD, PROMPT_MOST_W)
        center = px.LANE_HEADER_W + left + (width - left) / 2
        self.prompt_icon = (center - PROMPT_ICON / 2, PROMPT_PAD)

        def centered(text: str, top: float) -> tuple[PlacedLine, ...]:
            return tuple(
                PlacedLine(center - line.width / 2, top + i * px.PROMPT.line + px.baseline(px.PROMPT), line)
                for i, line in enumerate(layout_text(text, px.PROMPT, room, lang=lang))
            )

        top = PROMPT_PAD + PROMPT_ICON + PROMPT_GAP
        self.prompt = centered(question, top)
        bottom = top + len(self.prompt) * px.PROMPT.line
        if empty_map and self.lane.kind == "touchpoints":
            self.how = centered(translate("Map", "Double-click or drag a note here"), bottom + PROMPT_GAP)
            bottom += PROMPT_GAP + len(self.how) * px.PROMPT.line
        self._prompt_height = bottom + PROMPT_PAD
        return self._prompt_height

    def box(self, y: float, width: float, height: float) -> LaneBox:
        """The lane's box, ``width`` px wide with its header; a prompt stands in the middle of the row."""
        shift = round((height - self._prompt_height) / 2) if self.prompt else 0
        return LaneBox(
            0.0,
            y,
            width,
            height,
            self.lane.id,
            self.lane.kind,
            self.item_kind,
            self.index,
            self.lane.alignment == "phase",
            self.name,
            self.icon,
            self.lines,
            self.count,
            self.count_line,
            palette(self.lane.color, None),
            lowered(self.prompt, shift),
            (self.prompt_icon[0], self.prompt_icon[1] + shift),
            self._hints(height),
            self._written,
            lowered(self.how, shift),
        )


def lowered(lines: Sequence[PlacedLine], by: float) -> tuple[PlacedLine, ...]:
    """Lines ``by`` px further down."""
    return tuple(PlacedLine(line.x, line.y + by, line.line) for line in lines)


def only_asking(box: LaneBox) -> LaneBox:
    """A lane that asks its question but does not say how a note is made, for where nobody can make one."""
    if not box.how:
        return box
    shift = round((PROMPT_GAP + len(box.how) * px.PROMPT.line) / 2)
    x, y = box.prompt_icon
    return replace(box, prompt=lowered(box.prompt, shift), prompt_icon=(x, y + shift), how=())
