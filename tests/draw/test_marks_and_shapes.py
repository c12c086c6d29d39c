"""Faces, markers, bars and outlines: each says by shape what it says by colour."""

from __future__ import annotations

from itertools import pairwise

import pytest

from model.draw import marks
from model.draw.displaylist import Group, Path, Rect, Segments, walk
from model.draw.icons import ICON_NAMES
from model.draw.shapes import NOTCH_H, card_outline, chevron, edge_bar
from model.draw.theme import load_theme
from model.kinds import ITEM_KINDS


def box(segments: Segments) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the points of an outline."""
    xs = [v for _, values in segments for v in values[::2]]
    ys = [v for _, values in segments for v in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("size", [15.0, 16.0, 34.0])
@pytest.mark.parametrize("persona", range(5))
@pytest.mark.parametrize("score", range(-2, 3))
def test_a_face_fills_its_square_and_no_more(score: int, persona: int, size: float) -> None:
    group = marks.face(score, persona, 3, 4, size)
    assert (group.x, group.y) == (3, 4)
    for op in group.ops:
        assert isinstance(op, Path)
        left, top, right, bottom = box(op.segments)
        assert left >= -0.3
        assert top >= -0.3
        assert right <= size + 0.3
        assert bottom <= size + 0.3


def test_every_score_has_its_own_mouth_and_colour_and_only_the_worst_has_brows() -> None:
    faces = {score: marks.face_ops(score, 0, 20) for score in range(-2, 3)}
    mouths = [ops[-1].segments for ops in faces.values() if isinstance(ops[-1], Path)]
    assert len(set(mouths)) == 5
    fills = [ops[0].fill for ops in faces.values() if isinstance(ops[0], Path)]
    assert len(set(fills)) == 5
    assert [len(ops) for ops in faces.values()] == [4, 3, 3, 3, 3]
    happy, sad = faces[2][-1], faces[-2][-1]
    assert isinstance(happy, Path)
    assert isinstance(sad, Path)
    assert happy.fill == "emotion.2.ink"
    assert sad.fill is None


def test_the_mouth_turns_up_when_happy_and_down_when_sad() -> None:
    for score in (-2, -1, 0, 1, 2):
        mouth = marks.face_ops(score, 0, 20)[-1]
        assert isinstance(mouth, Path)
        (_, start), (_, bow) = mouth.segments[:2]
        middle = (bow[1] + bow[3]) / 2
        assert (middle > start[1]) == (score > 0)
        assert (middle < start[1]) == (score < 0)


def test_four_personas_have_four_outlines_and_markers_and_the_fifth_begins_again() -> None:
    outlines = [marks.face_ops(0, persona, 16)[0] for persona in range(5)]
    assert len({op.segments for op in outlines[:4] if isinstance(op, Path)}) == 4
    assert outlines[4] == outlines[0]
    shapes = [marks.marker(persona, 0, 0, "persona.0", 3, "wall.emotion").segments for persona in range(5)]
    assert len(set(shapes[:4])) == 4
    assert shapes[4] == shapes[0]
    assert len(set(marks.DASHES)) == 4


@pytest.mark.parametrize("severity", range(1, 6))
def test_severity_fills_as_many_bars_and_they_rise(severity: int) -> None:
    bars = [op for op in marks.severity_ops(severity, "note.pain.edge") if isinstance(op, Rect)]
    assert [bar.fill is not None for bar in bars] == [True] * severity + [False] * (5 - severity)
    assert all(small.h < large.h for small, large in pairwise(bars))
    assert len({round(bar.y + bar.h, 6) for bar in bars}) == 1


def test_a_channel_is_tinted_online_clear_offline_and_half_tinted_when_both() -> None:
    def tints(medium: str) -> list[type]:
        return [type(op) for op in marks.chip("world", medium, 0, 0, 24, 22) if getattr(op, "fill", None)]

    assert tints("online") == [Rect]
    assert tints("offline") == []
    assert tints("both") == [Path]


def test_an_icon_of_a_newer_version_becomes_a_question_mark() -> None:
    assert marks.icon("teleporter", 0, 0, 14, "ink.1").name == "help"
    assert "help" in ICON_NAMES


def test_the_outlines_differ_by_kind_and_stay_in_the_box_but_for_the_tail() -> None:
    outlines = {kind: card_outline(kind, 148, 60) for kind in ITEM_KINDS}
    shaped = {outlines[kind] for kind in ("touchpoint", "thought", "pain_point", "solution", "note")}
    assert len(shaped) == 5
    assert outlines["note"] == outlines["insight"] == card_outline("from_later", 148, 60)
    for kind, outline in outlines.items():
        left, top, right, bottom = box(outline)
        assert (left, top, right) == pytest.approx((0.5, 0.5, 147.5))
        assert bottom == pytest.approx(65.0 if kind == "thought" else 59.5)


def test_the_notch_the_cut_and_the_bar_are_where_they_belong() -> None:
    notch = card_outline("pain_point", 148, 60)
    assert ("L", (141.0, 0.5 + NOTCH_H)) in notch
    cut = card_outline("solution", 148, 60)
    assert ("L", (147.5, 46.5)) in cut
    assert ("L", (134.5, 59.5)) in cut
    left, top, right, bottom = box(edge_bar(60))
    assert (left, right) == pytest.approx((0, 4))
    assert 0 <= top < 1
    assert 59 < bottom <= 60


def test_the_first_chevron_is_flat_and_the_others_are_notched_for_the_tip_before() -> None:
    first, second = chevron(160, 46, 9, True), chevron(160, 46, 9, False)
    assert box(first)[0] == 3
    assert ("L", (9, 23.0)) in second
    assert ("L", (9, 23.0)) not in first
    assert ("L", (159, 23.0)) in first


def test_every_colour_of_the_marks_is_in_every_theme() -> None:
    ops: list[Group] = [marks.face(score, persona, 0, 0, 16) for score in range(-2, 3) for persona in range(4)]
    ops.append(Group(marks.chip("world", "both", 0, 0, 24, 22)))
    for name in ("light", "dark", "poster"):
        theme = load_theme(name)
        for op, _, _ in walk(ops):
            for color in (getattr(op, "fill", None), getattr(op, "stroke", None), getattr(op, "color", None)):
                if color is not None:
                    assert theme.color(color).startswith("#")
