"""The steepest fall is marked on the line itself, and in the legend, also where there is no room for its name."""

from __future__ import annotations

import pytest

from model.document import Document
from model.draw.curve import curve
from model.draw.displaylist import Group, Op, Path, Text, walk
from model.draw.map_painter import FALL_OPACITY, fall_of, paint_emotion
from model.draw.poster import compose_poster
from model.layout.arrange import lay_out
from model.layout.boxes import EmotionBox
from model.layout.maplayout import LayoutOptions
from model.values import replace
from small_maps import MapMaker


def falling(*scores: int) -> Document:
    maker = MapMaker("en").columns(*((f"P{i}", [""]) for i in range(len(scores)))).lanes("touchpoints", "emotion")
    maker.persona("Sanne", "sanne")
    for i, score in enumerate(scores):
        maker.card("touchpoint", f"s{i}", f"T{i}", feelings={"sanne": score})
    return maker.document()


def lane(document: Document) -> EmotionBox:
    return next(iter(lay_out(document, LayoutOptions(language="en")).emotions.values()))


def arrows(ops: tuple[Op, ...]) -> list[Path]:
    found = [op for op, *_ in walk(ops) if isinstance(op, Group) and op.role == "fall"]
    return [path for group in found for path in group.ops if isinstance(path, Path)]


def bands(ops: tuple[Op, ...]) -> list[Path]:
    found = [op for op, *_ in walk(ops) if isinstance(op, Group) and op.opacity == FALL_OPACITY]
    return [path for group in found for path in group.ops if isinstance(path, Path)]


def words(ops: tuple[Op, ...]) -> list[str]:
    return [op.line.text for op, *_ in walk(ops) if isinstance(op, Text)]


def test_the_band_is_the_very_piece_of_the_line_and_the_arrow_stands_on_it() -> None:
    box = lane(falling(1, 2, 0, -2, -1))
    picture = paint_emotion(box)
    points = box.series[0].points
    (band,), (arrow,) = bands((picture,)), arrows((picture,))
    assert band.segments[0] == ("M", (points[1].x, points[1].y))
    assert band.segments[1:] == curve([(p.x, p.y) for p in points])[2:4]
    xs, ys = zip(*(at for _, at in arrow.segments if at), strict=True)
    assert (min(xs) + max(xs)) / 2 == pytest.approx((points[1].x + points[3].x) / 2)
    assert points[1].y < min(ys) < max(ys) < points[3].y
    assert max(ys) == ys[2], "it points down"


def test_it_is_there_without_a_label_and_on_paper() -> None:
    box = lane(falling(1, 2, 0, -2, -1))
    assert box.fall_label is not None
    silent = paint_emotion(replace(box, fall_label=None))
    assert len(arrows((silent,))) == len(bands((silent,))) == 1
    poster = compose_poster(falling(1, 2, 0, -2, -1), 420, 297, lang="en")
    assert all(op.paper for op, *_ in walk(poster.ops) if isinstance(op, Group) and op.role == "fall")
    assert len(arrows(poster.ops)) == 1


@pytest.mark.parametrize("scores", [(0, -1, 0), (1,), (), (-2, 0, 2)])
def test_a_line_that_does_not_fall_far_has_none(scores: tuple[int, ...]) -> None:
    box = lane(falling(*scores, *(() if scores else (0,))))
    assert fall_of(box) is None
    assert not arrows((paint_emotion(box),)) and not bands((paint_emotion(box),))


def test_the_legend_explains_it_and_says_how_far_where_the_map_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    document = falling(1, 2, 0, -2, -1)
    assert "steepest fall" in words(compose_poster(document, 420, 297, lang="en").ops)
    assert "steepest fall" not in " ".join(words(compose_poster(falling(0, 1), 420, 297, lang="en").ops))
    from model.layout import emotion

    monkeypatch.setattr(emotion._Room, "near_fall", lambda *_: None)
    said = words(compose_poster(document, 420, 297, lang="en").ops)
    assert "steepest fall −4" in " ".join(said)
