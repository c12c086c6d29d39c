"""The boxes of whole maps: nothing overlaps, everything is in its cell, and what did not change is the same object."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.changes import apply
from model.commands import cards, grid
from model.commands.places import Cell
from model.document import Document
from model.kinds import LANE_KINDS
from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions, MapLayout
from small_maps import MapMaker, every_kind_map

CARD_LANES = [lane for lane in LANE_KINDS.values() if lane.item is not None]


@st.composite
def maps(draw: st.DrawFn) -> Document:
    """A map of some phases, steps, lanes, personas and cards."""
    maker = MapMaker()
    names = st.text("abcdefgh ", max_size=60)
    shape = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    maker.columns(
        *((draw(names), [draw(st.sampled_from(["", "Stap", "Nog een stap"])) for _ in range(n)]) for n in shape)
    )
    kinds = draw(st.permutations(list(LANE_KINDS)))
    spanning = draw(st.sets(st.sampled_from(kinds)))
    maker.lanes(*kinds, spanning=sorted(spanning))
    people = draw(st.integers(1, 5))
    for i in range(people):
        maker.persona(draw(st.sampled_from(["", "Sanne", "Henk-Jan van der Velden"])), f"who{i}")
    for i in range(3):
        maker.channel(f"ch{i}", "world", draw(st.sampled_from(["online", "offline", "both"])))
    touchpoints: list[str] = []
    for _ in range(draw(st.integers(0, 14))):
        lane = draw(st.sampled_from(CARD_LANES))
        step = f"s{draw(st.integers(0, sum(shape) - 1))}"
        text = draw(st.text("abc de fghi-", max_size=90))
        touchpoint = lane.item == "touchpoint"
        people_here = draw(st.sets(st.integers(0, people - 1))) if touchpoint else ()
        card = maker.card(
            lane.item or "",
            step,
            text,
            feelings={f"who{i}": draw(st.integers(-2, 2)) for i in people_here},
            channels=[f"ch{i}" for i in draw(st.sets(st.integers(0, 2)))] if touchpoint else (),
            severity=draw(st.integers(1, 5)) if lane.item == "pain_point" else None,
        )
        if touchpoint:
            touchpoints.append(card)
    return maker.document()


def check(layout: MapLayout, document: Document) -> None:
    """What holds of every layout."""
    assert set(layout.cards) == {item.id for item in document.placed}
    x = px.LANE_HEADER_W
    for phase in layout.phases.values():
        assert phase.x == pytest.approx(x)
        assert phase.w == pytest.approx(sum(layout.steps[i].w for i in phase.step_ids))
        assert all(layout.steps[i].w >= 160 for i in phase.step_ids)
        assert len(phase.lines) <= 3
        x += phase.w
    assert layout.width == pytest.approx(x)
    y = layout.header_height
    for lane in layout.lanes.values():
        assert lane.y == pytest.approx(y)
        y += lane.h
        assert all(line.y < lane.h for line in (*lane.lines, *lane.prompt))
    assert layout.height == pytest.approx(y)
    for (lane_id, step_id), stack in layout.stacks.items():
        assert [card.id for card in stack] == [item.id for item in document.cell(lane_id, step_id)]
        lane, step = layout.lanes[lane_id], layout.steps[step_id]
        cell = layout.cells[lane_id, step.phase_id if lane.spans else step_id]
        assert (cell.y, cell.h) == (lane.y, lane.h)
        for card in stack:
            assert card.w == 148
            assert card.x + card.w / 2 == pytest.approx(step.x + step.w / 2)
            assert cell.x <= card.x
            assert card.right <= cell.right
            assert card.y >= cell.y + px.CELL_PAD
            assert card.bottom <= cell.bottom - px.CELL_PAD
        for above, below in pairwise(stack):
            assert below.y == pytest.approx(above.bottom + px.GAP)
    for box in layout.emotions.values():
        assert [touchpoint for touchpoint, _ in box.columns] == [item.id for item in document.touchpoints]
        assert all(a < b for (_, a), (_, b) in pairwise(box.columns))
        for touchpoint, at in box.columns:
            step = layout.steps[document.item_table[touchpoint].step_id or ""]
            assert step.x < at < step.right
        for series in box.series:
            for point in series.points:
                assert box.y < point.y < box.bottom
                assert box.score_at(point.y) == point.score
        for label in (box.lowest_label, box.fall_label):
            if label is not None:
                assert box.x <= label.x
                assert label.x + label.w <= box.right
                assert box.y <= label.y
                assert label.y + label.h <= box.bottom
    for chip in layout.chips.values():
        lane = layout.lanes[chip.lane_id]
        assert lane.y <= chip.y
        assert chip.bottom <= lane.bottom
        step = layout.steps[chip.step_id]
        whole = layout.phases[step.phase_id] if lane.spans else step
        assert whole.x <= chip.x
        assert chip.right <= whole.x + whole.w


@settings(max_examples=25, deadline=None)
@given(maps())
def test_the_rules_of_layout_hold_for_every_map(document: Document) -> None:
    check(lay_out(document), document)


@settings(max_examples=20, deadline=None)
@given(maps(), st.data())
def test_a_layout_made_from_the_one_before_equals_one_from_scratch(document: Document, data: st.DataObject) -> None:
    layout = lay_out(document)
    for _ in range(3):
        ids = [item.id for item in document.placed]
        steps = [step.id for step in document.steps]
        what = data.draw(st.sampled_from(["text", "move", "step", "phase", "lane", "said", "loop"]))
        if what == "text" and ids:
            text = data.draw(st.text("abc de", max_size=80))
            document = apply(cards.set_text(document, data.draw(st.sampled_from(ids)), text), document)
        elif what == "move" and ids:
            item = document.item_table[data.draw(st.sampled_from(ids))]
            target = Cell(item.lane_id or "", data.draw(st.sampled_from(steps)))
            document = apply(cards.move_cards(document, [item.id], target), document)
        elif what == "said" and ids:
            said = {"evidence": data.draw(st.sampled_from(["", "assumption", "observed", "measured"]))}
            document = apply(cards.set_card(document, [data.draw(st.sampled_from(ids))], **said), document)
        elif what == "loop":
            ends = [data.draw(st.sampled_from([p.id for p in document.phases])) for _ in range(2)]
            if ends[0] != ends[1]:
                document = apply(grid.set_fields(document, "phases", ends[0], loop_to=ends[1]), document)
        elif what == "step":
            phase = data.draw(st.sampled_from([p.id for p in document.phases]))
            document = apply(grid.add_step(document, phase), document)
        elif what == "phase":
            document = apply(grid.add_phase(document, "Nieuwe fase"), document)
        else:
            lane = data.draw(st.sampled_from(list(document.lanes)))
            document = apply(grid.set_fields(document, "lanes", lane.id, name="Een heel andere naam"), document)
        previous, layout = layout, lay_out(document, previous=layout)
        fresh = lay_out(document)
        tables = ("phases", "steps", "lanes", "cells", "cards", "stacks", "emotions", "chips", "evidence", "loops")
        for name in (*tables, "width", "height", "header_height", "phase_top", "step_top", "evidence_label"):
            assert getattr(layout, name) == getattr(fresh, name)
        assert lay_out(document, previous=layout).diff(layout) == frozenset()
        assert fresh.diff(previous) == layout.diff(previous)


def test_after_an_edit_every_other_box_is_the_very_same_object() -> None:
    document = every_kind_map()
    before = lay_out(document)
    document = apply(cards.set_text(document, "c13", "Van een oudere versie"), document)
    after = lay_out(document, previous=before)
    assert after.diff(before) == {"c13"}
    for name in ("cards", "phases", "steps", "lanes", "cells", "emotions", "chips"):
        old, new = getattr(before, name), getattr(after, name)
        assert [key for key in new if new[key] is not old[key]] == (["c13"] if name == "cards" else [])


def test_a_card_that_only_moves_keeps_its_body() -> None:
    document = every_kind_map()
    before = lay_out(document)
    document = apply(cards.set_text(document, "c1", "Zoekt schoen " * 8), document)
    after = lay_out(document, previous=before)
    assert after.cards["c2"].y > before.cards["c2"].y
    assert after.cards["c2"].body is before.cards["c2"].body
    assert after.cards["c4"].y - before.cards["c4"].y == after.lanes["touchpoints"].h - before.lanes["touchpoints"].h


def test_a_feeling_changes_its_card_and_the_curve_and_nothing_else() -> None:
    document = every_kind_map()
    before = lay_out(document)
    document = apply(cards.set_emotion(document, "c3", "sanne", score=1), document)
    assert lay_out(document, previous=before).diff(before) == {"c3", "emotion"}


def test_cards_show_what_hangs_on_them_even_as_their_second_target() -> None:
    layout = lay_out(every_kind_map(), LayoutOptions(language="en"))
    badges = {i: {b.kind: b.count for b in layout.cards[i].body.foot.badges} for i in ("c1", "c2", "c3")}
    assert badges == {"c1": {"pain_point": 1}, "c2": {"pain_point": 2, "opportunity": 1}, "c3": {"insight": 1}}
    assert [line.line.text for line in layout.cards["c7"].body.foot.targets] == ["at N2, N1"]


def test_the_shown_personas_decide_faces_and_lines_and_keep_their_place() -> None:
    document = every_kind_map()
    layout = lay_out(document, LayoutOptions(persona_ids=frozenset({"henk"})))
    series = layout.emotions["emotion"].series
    assert [(one.persona_id, one.persona, one.chosen) for one in series] == [("henk", 1, True)]
    assert [(f.persona_id, f.persona) for f in layout.cards["c2"].body.foot.faces] == [("henk", 1)]


def test_what_stands_at_a_point() -> None:
    document = every_kind_map()
    layout = lay_out(document)
    first, second = layout.cards["c1"], layout.cards["c2"]
    assert layout.card_at(first.x + 1, first.y + 1) is first
    assert layout.card_at(first.x - 1, first.y + 1) is None
    assert layout.card_at(second.x + 1, second.bottom + 1) is None
    lane = layout.lanes["touchpoints"]
    assert layout.lane_at(lane.y) is lane
    assert layout.lane_at(layout.height + 1) is None
    assert layout.lane_at(0) is None
    assert layout.lane_header_at(5, lane.y + 1) is lane
    assert layout.lane_header_at(200, lane.y + 1) is None
    assert layout.phase_header_at(110, 5) is layout.phases["p0"]
    assert layout.step_header_at(110, layout.phase_height + 1) is layout.steps["s0"]
    cell = layout.cell_at(first.x, lane.y + 2)
    assert cell is not None
    assert (cell.lane_id, cell.step_id) == ("touchpoints", "s0")
    spanning = layout.cell_at(first.x, layout.lanes["solutions"].y + 2)
    assert spanning is not None
    assert (spanning.step_id, spanning.phase_id, spanning.step_ids) == (None, "p0", ("s0", "s1"))
    assert spanning.w == layout.phases["p0"].w
    chip = next(iter(layout.chips.values()))
    assert layout.chip_at(chip.x + 2, chip.y + 2) is chip


def test_where_a_dropped_card_lands() -> None:
    layout = lay_out(every_kind_map())
    first, second = layout.cards["c1"], layout.cards["c2"]
    assert layout.target_at(first.x, first.y + 1) == Cell("touchpoints", "s0", "c1")
    assert layout.target_at(first.x, first.bottom - 1) == Cell("touchpoints", "s0", "c2")
    assert layout.target_at(first.x, second.bottom) == Cell("touchpoints", "s0", None)
    assert layout.target_at(50, second.bottom) is None
    assert layout.target_at(first.x, -1) is None
    in_spanning = layout.target_at(layout.steps["s1"].x + 5, layout.lanes["solutions"].y + 1)
    assert in_spanning == Cell("solutions", "s1", "c11")
    assert layout.insertion_line(Cell("touchpoints", "s0", "c2")) == (first.x, second.y - 3, 148)
    assert layout.insertion_line(Cell("touchpoints", "s0")) == (first.x, second.bottom + 3, 148)
    empty = layout.insertion_line(Cell("touchpoints", "s1"))
    assert empty == pytest.approx((layout.steps["s1"].x + 6, layout.lanes["touchpoints"].y + 6, 148))
    assert layout.insertion_line(Cell("nowhere", "s1")) is None


def test_an_empty_form_has_room_to_write_and_no_cards() -> None:
    layout = lay_out(every_kind_map(), LayoutOptions(blank=True))
    assert not layout.cards
    assert not layout.chips
    assert not any(lane.prompt or lane.count_line for lane in layout.lanes.values())
    assert not any(series.points for series in layout.emotions["emotion"].series)
    assert all(layout.lanes[lane.id].h >= 140 for lane in CARD_LANES)


def test_a_map_without_columns_or_lanes_is_laid_out_too() -> None:
    nothing = lay_out(Document())
    assert [nothing.width, nothing.height] == [104, 46]
    assert nothing.target_at(150, 60) is None
    check(lay_out(MapMaker().lanes(*LANE_KINDS).persona("", "who").document()), MapMaker().document())
