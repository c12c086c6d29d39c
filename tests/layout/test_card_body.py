"""One card: its height comes from its text, its number has its place, its foot holds everything."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.i18n import speaking
from model.kinds import ITEM_KINDS
from model.layout import metrics as px
from model.layout.boxes import CardBody, CardKey
from model.layout.cards import card_body
from model.text.breaking import measure

PLAIN = CardKey("note", 7, "Kort", 148.0, "nl", "nl", "", (), None, (), (), ())


def body(**fields: Any) -> CardBody:
    with speaking("nl" if fields.get("language") == "nl" else "en"):
        return card_body(PLAIN._replace(**fields))


def frame(card: CardBody) -> tuple[float, float]:
    """The left and right end of what a card may write on."""
    left = 13.0 if card.kind == "touchpoint" else 9.0
    return left, card.w - 8.0


def parts(card: CardBody) -> list[tuple[float, float, float, float]]:
    """The rectangles of everything in the foot and of the number, wherever that is."""
    foot = card.foot
    found = [(f.x, f.y, px.FACE, px.FACE) for f in foot.faces]
    found += [(b.x, b.y, b.w, px.BADGE_H) for b in foot.badges]
    found += [(i.x, i.y, 13.0, 13.0) for i in foot.icons]
    found += [(foot.severity[0], foot.severity[1], 25.0, 10.0)] if foot.severity else []
    for line in (*foot.targets, card.number):
        found.append((line.x, line.y - 8, line.line.width, 9.0))
    return found


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return (
        a[0] < b[0] + b[2] - 1e-6
        and b[0] < a[0] + a[2] - 1e-6
        and a[1] < b[1] + b[3] - 1e-6
        and b[1] < a[1] + a[3] - 1e-6
    )


def test_one_line_makes_the_least_height_and_every_line_adds_its_own() -> None:
    one = body(text="Kort")
    two = body(text="Kort\nen nog iets")
    assert (one.w, one.h) == (148, 30)
    assert two.h - (len(two.lines) - 1) * 17 == 29
    assert [line.line.text for line in two.lines] == ["Kort", "en nog iets"]


def test_an_empty_card_has_one_line_to_type_on() -> None:
    empty = body(text="")
    assert len(empty.lines) == 1
    assert empty.h == 30


def test_the_first_line_leaves_room_for_the_icon() -> None:
    card = body(text="Dit is een zin die over meer dan een regel loopt")
    assert card.lines[0].x == 9 + px.ICON + px.ICON_GAP
    assert {line.x for line in card.lines[1:]} == {9.0}
    assert card.icon_at == (9, 7)


def test_the_number_stands_at_the_right_end_of_the_last_line_when_there_is_room() -> None:
    card = body(text="Kort", number=28)
    assert card.number.line.text == "N28"
    assert card.number.y == card.lines[-1].y
    assert card.number.x + card.number.line.width == pytest.approx(140)


def test_without_eight_px_to_spare_the_number_goes_to_the_foot_and_the_card_grows() -> None:
    room = 148 - 9 - 8 - 18 - measure("N7", px.META)
    seen = set()
    for count in range(1, 40):
        card = body(text="i" * count)
        if len(card.lines) > 1:
            break
        fits = card.lines[0].line.width + px.NUMBER_GAP <= room
        seen.add(fits)
        assert (card.number.y == card.lines[0].y) == fits
        assert card.h == (30 if fits else 6 + 17 + 3 + 17 + 6)
    assert seen == {True, False}


def test_a_right_to_left_text_has_its_icon_at_the_right_and_its_number_at_the_left() -> None:
    card = body(text="مرحبا بك")
    assert card.icon_at[0] == 148 - 8 - px.ICON
    assert card.lines[0].x + card.lines[0].line.width == pytest.approx(148 - 8 - px.ICON - px.ICON_GAP)
    assert card.number.x == 9


def test_the_foot_of_a_touchpoint_has_faces_then_badges_then_channels_at_the_right() -> None:
    card = body(
        kind="touchpoint",
        feelings=(("a", 0, -2), ("b", 1, 1)),
        badges=(("pain_point", 2), ("insight", 1)),
        icon="phone",
        channels=(("web", "world"),),
    )
    assert card.icon == "phone"
    xs = [f.x for f in card.foot.faces] + [b.x for b in card.foot.badges] + [i.x for i in card.foot.icons]
    assert xs == sorted(xs)
    assert [b.digits.line.text if b.digits else "" for b in card.foot.badges] == ["2", ""]
    assert card.foot.icons[0].x + 13 == pytest.approx(140)


def test_a_full_foot_goes_on_in_another_row_instead_of_off_the_card() -> None:
    card = body(
        kind="touchpoint",
        text="Balie: bestelling niet te vinden",
        feelings=tuple((f"p{i}", i, 0) for i in range(7)),
        badges=tuple((kind, 12) for kind in ("pain_point", "insight", "opportunity", "solution")),
        channels=tuple((f"c{i}", "world") for i in range(12)),
    )
    assert len({f.y for f in card.foot.faces} | {b.y for b in card.foot.badges}) > 1
    left, right = frame(card)
    for x, y, w, h in parts(card):
        assert x >= left - 1e-6
        assert x + w <= right + 1e-6
        assert y + h <= card.h - 5


def test_an_attached_card_names_its_targets_in_the_language_of_the_labels() -> None:
    assert [line.line.text for line in body(targets=(28,)).foot.targets] == ["at N28"]
    assert [line.line.text for line in body(targets=(28, 31)).foot.targets] == ["at N28, N31"]


def test_many_targets_are_all_named_in_more_lines() -> None:
    card = body(targets=tuple(range(100, 130)))
    words = " ".join(line.line.text for line in card.foot.targets)
    assert [f"N{n}" for n in range(100, 130)] == words.replace("at ", "").replace(",", "").split()
    assert max(line.y for line in card.foot.targets) < card.h


def test_pain_shows_severity_before_its_target() -> None:
    card = body(kind="pain_point", severity=4, targets=(28,))
    assert card.foot.severity is not None
    assert card.foot.severity[2] == 4
    assert card.foot.severity[0] + 25 <= card.foot.targets[0].x


def test_a_card_of_a_kind_from_a_newer_version_is_grey_with_its_text() -> None:
    card = body(kind="hologram", text="Van later")
    assert (card.token, card.icon) == ("metric", "help")
    assert card.lines[0].line.text == "Van later"


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from([*ITEM_KINDS, "hologram"]),
    text=st.text(
        st.one_of(st.characters(codec="utf-8"), st.sampled_from("abc defg hij klmno pqrs tuvw xyz \u00ad-/مرح")),
        max_size=300,
    ),
    number=st.integers(1, 99_999),
    severity=st.one_of(st.none(), st.integers(1, 5)),
    people=st.integers(0, 7),
    badges=st.lists(st.sampled_from(["pain_point", "insight", "opportunity", "solution"]), unique=True),
    channels=st.integers(0, 6),
    targets=st.lists(st.integers(1, 999), max_size=12),
)
def test_everything_is_inside_and_nothing_lies_on_anything(
    kind: str,
    text: str,
    number: int,
    severity: int | None,
    people: int,
    badges: list[str],
    channels: int,
    targets: list[int],
) -> None:
    card = body(
        kind=kind,
        text=text,
        number=number,
        severity=severity,
        feelings=tuple((f"p{i}", i, 1) for i in range(people)),
        badges=tuple((b, 3) for b in badges),
        channels=tuple((f"c{i}", "world") for i in range(channels)),
        targets=tuple(targets),
    )
    left, right = frame(card)
    for i, line in enumerate(card.lines):
        assert line.x >= left - 1e-3
        assert line.x + line.line.width <= right + 1e-3
        assert line.y < card.h
        icon_x = card.icon_at[0]
        if i == 0:
            assert line.x + line.line.width <= icon_x or line.x >= icon_x + px.ICON
    for a, b in zip(card.lines, card.lines[1:], strict=False):
        assert b.y - a.y == pytest.approx(17)
    rectangles = parts(card)
    for n, rectangle in enumerate(rectangles):
        assert rectangle[0] >= left - 1e-3
        assert rectangle[0] + rectangle[2] <= right + 1e-3
        assert rectangle[1] + rectangle[3] <= card.h - 5
        assert not any(overlap(rectangle, other) for other in rectangles[n + 1 :])
    last = card.lines[-1]
    if card.number.y == last.y:
        end = (last.x, last.x + last.line.width)
        assert card.number.x >= end[1] + px.NUMBER_GAP - 1e-3 or card.number.x + card.number.line.width <= end[0]
    else:
        assert card.number.y > last.y
    kept = {i for line in card.lines for i in range(line.line.start, line.line.end)}
    assert not "".join(char for i, char in enumerate(text) if i not in kept).strip()
