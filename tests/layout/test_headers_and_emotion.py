"""Headers of phases, steps and lanes, and the emotion lane."""

from __future__ import annotations

from model.i18n import translate
from model.journey import steepest_fall
from model.layout import metrics as px
from model.layout.arrange import lay_out
from model.layout.boxes import CurveLabel, EmotionBox, EmotionPoint
from model.layout.emotion import RING
from model.layout.headers import only_asking, phase_lines
from model.layout.maplayout import LayoutOptions, MapLayout
from small_maps import MapMaker, every_kind_map

LONG = "Latente en concrete behoefte aan comfortabele hardloopschoenen voor de avond"


def texts(box: object) -> list[str]:
    return [line.line.text for line in box.lines]  # type: ignore[attr-defined]  # any box with lines


def layout_of(*phases: tuple[str, list[str]], lanes: tuple[str, ...] = ("touchpoints",)) -> MapLayout:
    return lay_out(MapMaker().columns(*phases).lanes(*lanes).persona("", "who").document())


def test_a_phase_is_as_wide_as_its_steps() -> None:
    layout = layout_of(("Een", [""]), ("Twee", ["", "", ""]))
    assert [phase.w for phase in layout.phases.values()] == [160, 480]
    assert [phase.x for phase in layout.phases.values()] == [104, 264]
    assert [phase.number for phase in layout.phases.values()] == [1, 2]
    assert [phase.first for phase in layout.phases.values()] == [True, False]


def test_a_name_of_more_than_three_lines_widens_its_phase_and_spreads_it_over_the_steps() -> None:
    layout = layout_of((LONG, [""]), (LONG, ["", ""]))
    one, two = layout.phases.values()
    assert one.w > 160
    assert len(one.lines) == 3
    assert layout.steps["s1"].w == layout.steps["s2"].w == two.w / 2
    assert "".join(texts(one)).replace(" ", "").replace("\u00ad", "") == LONG.replace(" ", "")


def test_a_page_of_text_as_a_name_is_still_shown_whole_in_three_lines() -> None:
    page = "Een fase\nmet heel veel woorden " * 600
    layout = layout_of((page, ["", "", ""]))
    phase = layout.phases["p0"]
    assert len(phase.lines) == 3
    assert " ".join(texts(phase)).split() == page.split()
    assert phase.w < 1.2 * sum(line.line.width for line in phase.lines) / 3 + 200


def test_a_short_name_is_large_and_a_long_one_small() -> None:
    layout = layout_of(("Levering", [""]), ("Overweging tot aankoop-fase", [""]))
    short, long = layout.phases.values()
    assert short.lines[0].line.runs[0].size == 15
    assert long.lines[0].line.runs[0].size == 13


def test_a_name_of_three_lines_stands_clear_of_the_edges_of_its_arrow() -> None:
    """The room is from the tops of capitals and from below the letters that hang down to the edge, px."""
    layout = layout_of(("Latente en concrete behoefte", [""]), ("Levering", [""]), ("Nazorg en gebruik", [""]))
    three, one, two = layout.phases.values()
    assert [len(box.lines) for box in (three, one, two)] == [3, 1, 2]
    assert three.h == one.h == two.h == layout.header_height == layout.phase_height
    for box in (three, one, two):
        size = box.lines[0].line.runs[0].size
        assert box.lines[0].y - 0.67 * size > 5.5
        assert box.h - box.lines[-1].y - 0.21 * size > 5.5
        assert box.digits.y < box.h / 2 + 6, "the number stays in the middle"
        widest = max(line.x + line.line.width for line in box.lines)
        assert box.w - px.CHEVRON_TIP - widest >= 5
    assert layout_of(("Levering", [""]), ("Nazorg en gebruik", [""])).header_height == px.PHASE_HEADER_H


def test_what_stands_below_the_phases_follows_a_higher_row() -> None:
    layout = layout_of(("Latente en concrete behoefte", ["Zoeken", "Vinden"]), ("B", [""]))
    narrow = layout_of(("Latente en concrete behoefte", ["Zoeken"]), ("B", [""]))
    assert narrow.phase_height > layout.phase_height == px.PHASE_HEADER_H, "two steps have the room for its name"
    assert narrow.step_top == narrow.phase_height
    assert narrow.step_header_at(110, narrow.phase_height + 1) is narrow.steps["s0"]
    assert narrow.lanes["touchpoints"].y == narrow.header_height == narrow.phase_height + 24


def test_a_question_alone_stands_in_the_middle_of_its_cell() -> None:
    lane = layout_of(("A", [""]), ("B", [""])).lanes["touchpoints"]
    alone = only_asking(lane)
    assert lane.how
    assert not alone.how
    assert [line.line for line in alone.prompt] == [line.line for line in lane.prompt]
    top, bottom = alone.prompt_icon[1], alone.prompt[-1].y + px.PROMPT.line - px.baseline(px.PROMPT)
    assert abs((top + bottom) / 2 - lane.h / 2) <= 1
    assert only_asking(alone) is alone


def test_the_question_of_the_lane_of_feelings_leaves_its_scale_alone() -> None:
    layout = layout_of(("A", [""]), ("B", [""]), lanes=("touchpoints", "emotion"))
    lane, box = layout.lanes["emotion"], layout.emotions["emotion"]
    assert lane.prompt and len(box.ticks) == 5
    ground = min(line.x for line in lane.prompt) - 4  # it is painted a little wider than its words
    assert max(tick.x + tick.line.width for tick in box.ticks) <= ground
    bottom = lane.prompt[-1].y + px.PROMPT.line - px.baseline(px.PROMPT)
    assert lane.prompt_icon[1] >= 0 and bottom <= lane.h


def test_names_of_steps_make_a_row_that_one_nameless_step_per_phase_does_not() -> None:
    assert layout_of(("A", [""]), ("B", [""])).header_height == px.PHASE_HEADER_H
    assert layout_of(("A", ["Zoeken"])).header_height == px.PHASE_HEADER_H + 24
    assert layout_of(("A", ["", ""])).header_height == px.PHASE_HEADER_H + 24
    tall = layout_of(("A", ["Een stap met een naam van meer dan een regel en nog een"]))
    assert tall.header_height > px.PHASE_HEADER_H + 24
    step = tall.steps["s0"]
    assert all(line.y < step.h for line in step.lines)


def test_a_lane_has_its_own_name_or_its_kinds_and_the_touchpoints_are_counted() -> None:
    layout = lay_out(every_kind_map(), LayoutOptions(language="en"))
    assert layout.lanes["needs"].name == translate("Kinds", "Needs")
    assert layout.lanes["later_kind"].name == "later_kind"
    lane = layout.lanes["touchpoints"]
    assert lane.count_line is not None
    assert (lane.count, lane.count_line.line.text) == (3, "3")
    assert layout.lanes["needs"].count_line is None


def test_a_row_is_never_lower_than_its_header() -> None:
    maker = MapMaker().columns(("A", [""])).lanes("notes").persona("", "who")
    row = maker.document().lane_table["notes"].changed(name="Een heel lange naam van een baan die veel regels heeft")
    document = maker.document().with_changes([("lanes", "notes", row)])
    lane = lay_out(document).lanes["notes"]
    assert lane.h >= len(lane.lines) * 16 + 14
    assert len(lane.lines) > 3


def test_an_empty_lane_asks_its_question_until_its_first_note() -> None:
    maker = MapMaker().columns(("A", [""])).lanes("touchpoints", "pain_points", "needs").persona("", "who")
    layout = lay_out(maker.document(), LayoutOptions(language="en"))
    lane = layout.lanes["touchpoints"]
    assert " ".join(line.line.text for line in lane.prompt) == "What does the customer do here, and where?"
    assert " ".join(line.line.text for line in lane.how) == "Double-click or drag a note here"
    assert layout.lanes["pain_points"].prompt
    assert not layout.lanes["needs"].prompt
    maker.card("touchpoint", "s0", "Zoekt")
    after = lay_out(maker.document(), LayoutOptions(language="en"))
    assert not after.lanes["touchpoints"].prompt
    assert not after.lanes["touchpoints"].how
    assert after.lanes["pain_points"].prompt


def test_touchpoints_that_share_a_step_are_spread_evenly_in_it_with_feelings_or_without() -> None:
    maker = MapMaker().columns(("A", ["", ""])).lanes("touchpoints", "emotion").persona("", "who")
    maker.card("touchpoint", "s0", "een", feelings={"who": 1})
    maker.card("touchpoint", "s0", "twee")
    maker.card("touchpoint", "s0", "drie", feelings={"who": -1})
    maker.card("touchpoint", "s1", "vier", feelings={"who": 0})
    layout = lay_out(maker.document())
    box = layout.emotions["emotion"]
    assert [round(x - 104, 2) for _, x in box.columns] == [26.67, 80, 133.33, 240]
    assert [round(p.x - 104, 2) for p in box.series[0].points] == [26.67, 133.33, 240]
    assert box.unit == (112 / 2 - 18) / 2
    assert [p.y for p in box.series[0].points] == [box.zero - box.unit, box.zero + box.unit, box.zero]
    assert layout.emotion_point_at(box.series[0].points[1].x + 3, box.series[0].points[1].y) == box.series[0].points[1]
    assert layout.emotion_point_at(300, 10) is None
    assert layout.touchpoint_at("emotion", 104 + 75) == "c2"


def test_one_nameless_persona_needs_no_legend_and_many_make_the_lane_higher() -> None:
    maker = MapMaker().columns(("A", [""])).lanes("emotion").persona("", "who")
    assert lay_out(maker.document()).emotions["emotion"].legend == ()
    for i in range(7):
        maker.persona(f"Persoon met naam {i}", f"who{i}")
    box = lay_out(maker.document()).emotions["emotion"]
    assert len(box.legend) == 8
    assert box.h > 112
    assert max(line.y for row in box.legend for line in row.lines) < box.h


def points(*scores: int) -> list[EmotionPoint]:
    return [EmotionPoint(f"c{i}", "who", score, 40.0 * i, -20.0 * score) for i, score in enumerate(scores)]


def test_the_steepest_fall_is_the_longest_without_a_rise_or_a_rest() -> None:
    def fall(*scores: int) -> tuple[str, str] | None:
        found = steepest_fall(points(*scores))
        return None if found is None else (found[0].touchpoint_id, found[1].touchpoint_id)

    assert fall(1, 2, 0, -2, -2, -1) == ("c1", "c3")
    assert fall(0, -1, 0, -1) is None
    assert fall(2, 0, 0, -2) == ("c0", "c1")
    assert fall() is None


def crossed(label: CurveLabel, box: EmotionBox) -> bool:
    return any(
        label.x - 2 < p.x < label.x + label.w + 2 and label.y - 2 < p.y < label.y + label.h + 2
        for series in box.series
        for p in series.points
    )


def test_labels_keep_off_points_and_the_ring_stays_without_room() -> None:
    layout = lay_out(every_kind_map(), LayoutOptions(language="en"))
    box = layout.emotions["emotion"]
    assert box.lowest is not None
    assert box.lowest.touchpoint_id == "c2"
    assert box.lowest_label is not None
    assert box.lowest_label.line.line.text == "Low point"
    assert box.fall_label is not None
    assert box.fall_label.line.line.text == "steepest fall −3"
    assert not crossed(box.lowest_label, box)
    assert not crossed(box.fall_label, box)
    assert abs(box.lowest_label.x + box.lowest_label.w / 2 - box.lowest.x) > RING

    maker = MapMaker().columns(("A", [""])).lanes("touchpoints", "emotion")
    for i in range(6):
        maker.persona("", f"who{i}")
    for n in range(12):
        maker.card("touchpoint", "s0", "x", feelings={f"who{i}": (n + i) % 5 - 2 for i in range(6)})
    crowded = lay_out(maker.document()).emotions["emotion"]
    assert crowded.lowest is not None
    assert crowded.lowest_label is None


def test_a_map_of_good_feelings_has_no_low_point() -> None:
    maker = MapMaker().columns(("A", [""])).lanes("touchpoints", "emotion").persona("", "who")
    maker.card("touchpoint", "s0", "x", feelings={"who": 1})
    maker.card("touchpoint", "s0", "y", feelings={"who": 0})
    assert lay_out(maker.document()).emotions["emotion"].lowest is None


def test_names_with_an_explanation_in_brackets_are_of_one_size() -> None:
    names = ("See (awareness)", "Think (consideration)", "Do (purchase)", "Care (loyalty)")
    set_in = {phase_lines(name, px.STEP_W, "en")[0] for name in names}
    assert set_in == {px.PHASE_SMALL}
    assert {phase_lines(name, 2 * px.STEP_W, "en")[0] for name in names} == {px.PHASE_SMALL}
    assert phase_lines("See", px.STEP_W, "en")[0] == px.PHASE
