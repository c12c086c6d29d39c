"""The icons: all that are asked for, in their square, at the right weight."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.draw.displaylist import Icon, Segments
from model.draw.displaylist import Path as Outline
from model.draw.icons import CHANNEL_ICONS, GRID, ICON_NAMES, icon_ops, icon_paths, stroke_units
from model.kinds import ITEM_KINDS, LANE_KINDS
from resources import read_text, resource_path

_ROOT = Path(__file__).resolve().parents[2]


def _points(segments: Segments) -> list[tuple[float, float]]:
    return [(at[i], at[i + 1]) for _, at in segments for i in range(0, len(at), 2)]


def test_the_table_holds_the_listed_names() -> None:
    listed = (_ROOT / "packaging" / "icons.txt").read_text(encoding="utf-8").split()
    assert list(ICON_NAMES) == sorted(set(listed))
    assert len(listed) == len(set(listed))


def test_what_the_kinds_and_channels_name_is_there() -> None:
    types = json.loads(resource_path("tokens.json").read_text(encoding="utf-8"))["types"]
    named = {kind["icon"] for kind in types.values() if "channel" not in kind["icon"]}
    assert named <= set(ICON_NAMES)
    assert set(CHANNEL_ICONS) <= set(ICON_NAMES)
    assert len(CHANNEL_ICONS) == len(set(CHANNEL_ICONS)) >= 30


def _icons_in_code(tree: ast.AST) -> Iterator[str]:
    """Icon names written out in calls: ``icon=`` and ``icon_name=``, and what the drawing functions are given."""
    places = {"Icon": 0, "icon": 0, "icon_paths": 0, "IconLabel": 0, "paint_icon": 1}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        given = [word.value for word in call.keywords if word.arg in ("icon", "icon_name")]
        place = places.get(call.func.id if isinstance(call.func, ast.Name) else "")
        if place is not None and len(call.args) > place:
            given.append(call.args[place])
        yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


@pytest.mark.parametrize("folder", ["model", "widgets", "app"])
def test_every_icon_that_the_code_asks_for_is_there(folder: str) -> None:
    asked = {
        (path.name, name)
        for path in (_ROOT / folder).rglob("*.py")
        for name in _icons_in_code(ast.parse(path.read_text(encoding="utf-8")))
        if name
    }
    assert {(file, name) for file, name in asked if name not in ICON_NAMES} == set()


def test_the_kinds_of_cards_and_lanes_have_icons_that_are_there() -> None:
    named = {kind.icon for kind in ITEM_KINDS.values()} | {kind.icon for kind in LANE_KINDS.values()}
    assert named - {""} <= set(ICON_NAMES)


def test_the_licence_is_beside_the_table() -> None:
    assert "MIT License" in read_text("icons", "LICENSE-tabler-icons.txt")


@pytest.mark.parametrize("name", ICON_NAMES)
def test_an_icon_is_lines_and_curves_inside_its_square(name: str) -> None:
    paths = icon_paths(name)
    assert paths
    for path in paths:
        assert path.stroke != path.fill
        assert path.width == (stroke_units(GRID) if path.stroke else 0)
        assert path.segments[0][0] == "M"
        for letter, at in path.segments:
            assert len(at) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter]
        for x, y in _points(path.segments):
            assert -0.5 <= x <= GRID + 0.5
            assert -0.5 <= y <= GRID + 0.5
    assert any(path.fill for path in paths) or not name.endswith("-filled")


def test_a_known_icon_has_its_known_shape() -> None:
    (vertical, horizontal) = icon_paths("plus")
    assert vertical.segments == (("M", (12.0, 5.0)), ("L", (12.0, 19.0)))
    assert horizontal.segments == (("M", (5.0, 12.0)), ("L", (19.0, 12.0)))
    (ring,) = icon_paths("circle")
    points = _points(ring.segments)
    assert {(3.0, 12.0), (21.0, 12.0)} <= set(points)
    for letter, at in ring.segments:
        if letter == "C":
            assert (at[4] - 12) ** 2 + (at[5] - 12) ** 2 == pytest.approx(81, abs=0.01)


@pytest.mark.parametrize(("size", "units"), [(11, 2.2), (14, 2.2), (15, 1.9), (18, 1.9), (19, 1.75), (30, 1.75)])
def test_small_icons_have_heavier_strokes(size: float, units: float) -> None:
    assert icon_paths("plus", size)[0].width == pytest.approx(units * size / GRID)


def test_an_icon_of_a_display_list_stands_at_its_place_in_its_colour() -> None:
    (vertical, horizontal) = icon_ops(Icon("plus", 100, 50, 12, "ink.1"))
    assert isinstance(vertical, Outline)
    assert vertical.segments == (("M", (106.0, 52.5)), ("L", (106.0, 59.5)))
    assert (horizontal.stroke, horizontal.fill, horizontal.round_caps) == ("ink.1", None, True)
    (star,) = icon_ops(Icon("star-filled", 0, 0, 24, "accent.base"))
    assert (star.stroke, star.fill) == (None, "accent.base")


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon_paths("no-such-icon")
