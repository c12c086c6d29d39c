"""Rows round the headers of phases: evidence, ways back; what phases and lanes ask; lanes that are not used."""

from __future__ import annotations

from itertools import combinations

import pytest

from model.document import Document
from model.evidence import share_by_phase
from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.maplayout import LayoutOptions, MapLayout
from model.layout.phase_rows import LEAST_BAR, LOOP_ROW
from said_maps import changed, said_map
from small_maps import MapMaker, every_kind_map


def looping(*ways: tuple[int, int], phases: int = 6) -> MapLayout:
    maker = MapMaker().columns(*((f"Fase {i}", [""]) for i in range(phases))).lanes("touchpoints").persona("", "who")
    rows = {f"p{a}": {"loop_to": f"p{b}"} for a, b in ways}
    return lay_out(changed(maker.document(), {"phases": rows}), LayoutOptions(language="en"))


def test_evidence_has_a_row_below_the_phases_where_it_is_used_and_everything_else_moves_down() -> None:
    document = said_map()
    off, on = (lay_out(document, LayoutOptions(evidence=shown)) for shown in (False, None))
    assert not off.evidence
    assert off.evidence_label == ()
    assert on.header_height - off.header_height == px.EVIDENCE_H
    assert {i: box.y for i, box in on.steps.items()} == {i: box.y + 16 for i, box in off.steps.items()}
    assert on.lanes["channels"].y == off.lanes["channels"].y + 16
    for phase_id, box in on.evidence.items():
        phase = on.phases[phase_id]
        assert (box.x, box.y, box.w, box.h) == (phase.x, phase.bottom, phase.w, 16)
    shares = share_by_phase(document)
    assert {i: (b.assumption, b.observed, b.measured) for i, b in on.evidence.items()} == dict(shares)
    assert not lay_out(every_kind_map()).evidence
    assert lay_out(every_kind_map(), LayoutOptions(evidence=True)).evidence
    assert not lay_out(document, LayoutOptions(blank=True, evidence=True)).evidence


def test_percents_stand_beside_the_bar_of_a_wide_phase_and_a_narrow_one_has_the_bar_alone() -> None:
    wide, narrow = lay_out(said_map(), LayoutOptions(language="en")).evidence.values()
    assert [(name, line.line.text) for _, name, line in wide.marks] == [("measured", "33 %"), ("assumption", "67 %")]
    assert wide.bar_w >= LEAST_BAR
    assert wide.marks[0][0] > wide.bar_x + wide.bar_w
    last = wide.marks[-1][2]
    assert last.x + last.line.width <= wide.w - 7
    assert narrow.marks == ()
    assert narrow.bar_w == narrow.w - 16
    assert wide.label == "Evidence of Oriëntatie: 33 % measured, 0 % observed, 67 % assumption"


def test_a_way_back_has_a_row_above_the_phases() -> None:
    plain, layout = looping(), looping((4, 1))
    assert (plain.phase_top, plain.loops) == (0, ())
    assert layout.phase_top == LOOP_ROW
    assert {box.y for box in layout.phases.values()} == {LOOP_ROW}
    assert layout.header_height == plain.header_height + LOOP_ROW
    (way,) = layout.loops
    later, earlier = layout.phases["p4"], layout.phases["p1"]
    assert later.x < way.start < later.right
    assert earlier.x < way.end < earlier.right
    assert way.start > way.end
    assert way.bottom == layout.phase_top
    assert 0 < way.level < way.bottom
    assert way.label == "From Fase 4 back to Fase 1"


def test_ways_back_that_would_cross_have_levels_of_their_own_and_others_share_one() -> None:
    ways = looping((5, 0), (3, 2), (4, 1)).loops
    assert len({way.level for way in ways}) == 3
    lengths = sorted((abs(way.start - way.end), -way.level) for way in ways)
    assert [level for _, level in lengths] == sorted(level for _, level in lengths)
    apart = looping((1, 0), (3, 2), (5, 4))
    assert len({way.level for way in apart.loops}) == 1
    for a, b in combinations(looping((5, 0), (4, 0), (3, 1), (2, 0)).loops, 2):
        if a.level == b.level:
            assert a.right < b.x or b.right < a.x


@pytest.mark.parametrize("way", [(2, 2), (2, 99)])
def test_a_phase_that_goes_back_to_itself_or_to_none_has_no_way(way: tuple[int, int]) -> None:
    maker = MapMaker().columns(*((f"Fase {i}", [""]) for i in range(4))).lanes("touchpoints").persona("", "who")
    document = changed(maker.document(), {"phases": {f"p{way[0]}": {"loop_to": f"p{way[1]}"}}})
    assert lay_out(document).loops == ()


def asking(**fields: object) -> Document:
    maker = MapMaker().columns(("A", [""]), ("B", ["", ""]), ("C", [""])).lanes("touchpoints", "notes", "pain_points")
    document = maker.persona("", "who").document()
    rows = {"p0": {"prompt": "Wat merkt de klant?"}, "p1": {"prompt": "Waar kijkt de klant rond? " * 3}}
    return changed(document, {"phases": rows, "lanes": {"pain_points": dict(fields)} if fields else {}})


def said(lines: object) -> str:
    return " ".join(line.line.text for line in lines)  # type: ignore[attr-defined]  # placed lines


def test_phases_ask_in_the_first_touchpoint_cell_of_an_empty_map() -> None:
    layout = lay_out(asking(), LayoutOptions(language="en"))
    lane = layout.lanes["touchpoints"]
    assert said(lane.prompt).startswith("Wat merkt de klant?")
    assert "Double-click" in said(lane.how)
    assert said(lane.hints).startswith("Waar kijkt de klant rond? Waar")
    assert not lane.written
    first = layout.steps["s1"]
    for line in lane.hints:
        assert first.x <= line.x
        assert line.x + line.line.width <= first.right
        assert 0 < line.y < lane.h
    assert layout.lanes["notes"].hints == ()


def test_nothing_is_asked_of_a_map_that_has_notes() -> None:
    maker = MapMaker().columns(("A", [""])).lanes("touchpoints", "notes").persona("", "who")
    maker.card("note", "s0", "Iets")
    document = changed(maker.document(), {"phases": {"p0": {"prompt": "Wat merkt de klant?"}}})
    lane = lay_out(document, LayoutOptions(language="en")).lanes["touchpoints"]
    assert said(lane.prompt) == "What does the customer do here, and where?"
    assert lane.hints == ()


def test_a_form_for_paper_has_the_questions_of_all_phases_and_room_below_them() -> None:
    blank = lay_out(asking(), LayoutOptions(blank=True))
    lane, plain = blank.lanes["touchpoints"], blank.lanes["notes"]
    assert lane.written
    assert said(lane.hints).startswith("Wat merkt de klant? Waar kijkt")
    assert lane.h >= max(line.y for line in lane.hints) + plain.h - 24


def test_a_lane_asks_its_own_question() -> None:
    layout = lay_out(asking(prompt="Wat gaat er mis bij de balie?"))
    assert said(layout.lanes["pain_points"].prompt) == "Wat gaat er mis bij de balie?"


def test_only_lanes_that_are_used_when_so_asked() -> None:
    document = said_map()
    assert list(lay_out(document, LayoutOptions(used_only=True)).lanes) == list(lay_out(document).lanes)
    maker = MapMaker().columns(("A", [""])).lanes("channels", "emotion", "touchpoints", "notes").persona("Sanne", "who")
    card = maker.card("touchpoint", "s0", "Belt")
    layout = lay_out(maker.document(), LayoutOptions(used_only=True))
    assert list(layout.lanes) == ["touchpoints"]
    assert [lane.index for lane in layout.lanes.values()] == [0]
    assert layout.cards[card].y >= layout.lanes["touchpoints"].y
    assert not layout.emotions
