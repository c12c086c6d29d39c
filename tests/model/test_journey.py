"""Rules CV1 to CV6, BS1, BS2 and FL1 to FL8 of model/journey.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linked_maps import LinkedMap, linked_map
from model import journey
from model.journey import CurvePoint, Marks, blind_spots, contradictions, crossings, curve, curve_marks, gaps, marks
from model.records import Channel, Persona, Phase


def points(*scores: int) -> list[CurvePoint]:
    return [CurvePoint(f"t{i}", score) for i, score in enumerate(scores)]


def named(*scores: int) -> tuple[str | None, str | None, str | None, tuple[str, str] | None]:
    found = marks(points(*scores))
    first, second, third = (p.touchpoint_id if p else None for p in found[:3])
    return first, second, third, (found.fall[0].touchpoint_id, found.fall[1].touchpoint_id) if found.fall else None


def test_cv1_a_line_goes_through_the_touchpoints_on_the_map_in_map_order() -> None:
    made = linked_map().card("off", "touchpoint")
    made.feel("t4", -1, aimed=2).feel("t1", 2).feel("t2", None, word="so so").feel("t3", None, aimed=0).feel("off", -2)
    document = made.document()
    assert curve(document, "sanne") == (("t1", 2), ("t4", -1))
    assert curve(document, "sanne", "aimed") == (("t3", 0), ("t4", 2))
    assert set(curve_marks(document)) == {("sanne", "found"), ("sanne", "aimed")}
    assert marks(points(-2)) == Marks() == marks([])


def test_cv1_each_persona_has_lines_of_its_own() -> None:
    made = linked_map().put(Persona(id="henk", name="Henk", order="zz"))
    made.feel("t1", 2).feel("t2", -2).feel("t1", -1, persona="henk").feel("t4", 1, persona="henk")
    found = curve_marks(made.document())
    assert list(found) == [("sanne", "found"), ("henk", "found")]
    assert found["sanne", "found"].lowest == ("t2", -2)
    assert found["henk", "found"].lowest == ("t1", -1)


def test_cv2_the_lowest_point_is_the_first_of_equal_ones_and_below_zero() -> None:
    assert named(1, -2, 0, -2)[0] == "t1"
    assert named(2, 0, 1)[0] is None


def test_cv3_the_peak_is_the_last_of_equal_ones_and_above_zero() -> None:
    assert named(2, 0, 2, -1)[1] == "t2"
    assert named(0, -1)[1] is None


def test_cv4_the_end_is_the_last_point() -> None:
    assert named(2, 0, 2, -1)[2] == "t3"


def test_cv5_the_steepest_drop_is_the_first_longest_fall_without_a_rise_or_rest() -> None:
    assert named(0, 2, 1, -1, 0, 2, -1)[3] == ("t1", "t3")
    assert named(2, 1, 1, 0)[3] is None
    assert named(2, 1, 0)[3] == ("t0", "t2")
    assert journey.LEAST_FALL == 2


def test_cv6_gaps_where_both_are_known() -> None:
    made = linked_map().feel("t1", -1, aimed=2).feel("t2", 1).feel("t3", None, aimed=1).feel("t4", 2, aimed=2)
    assert [(gap.touchpoint_id, gap.size) for gap in gaps(made.document())] == [("t1", 3), ("t4", 0)]


def test_bs1_bs2_blind_spots() -> None:
    made = linked_map().card("off", "touchpoint")
    assert [item.id for item in blind_spots(made.document())] == ["t1", "t2", "t3", "t4"]
    assert not journey.systems_used(made.document())
    made.card("t5", "touchpoint", "s3", system="CRM").card("t6", "touchpoint", "s3", system="  ")
    assert [item.id for item in blind_spots(made.document())] == ["t1", "t2", "t3", "t4", "t6"]
    assert journey.systems_used(made.document())


def test_bs2_systems_are_missed_where_others_are_named() -> None:
    before = linked_map().card("off", "touchpoint").document()
    assert journey.missed_systems(before) == frozenset()
    after = linked_map().card("t5", "touchpoint", "s3", system="CRM").document()
    assert journey.missed_systems(after) == {"t1", "t2", "t3", "t4"}
    assert journey.missed_systems(after) is journey.missed_systems(after), "worked out once"
    assert journey.missed_systems(before) == frozenset(), "of each document by itself"


# -- paths ------------------------------------------------------------------------------------------------------


def pair(
    kind: str, first: Mapping[str, Any], second: Mapping[str, Any], steps: Sequence[str] = ("s1", "s2")
) -> LinkedMap:
    """Two touchpoints a and b with a path from one to the other; channels w(eb), s(hop), p(hone)."""
    made = LinkedMap().columns(1, 1)
    made.put(Channel(id="w", medium="online"), Channel(id="s", medium="offline"), Channel(id="p", medium="both"))
    made.card("a", "touchpoint", steps[0], **first).card("b", "touchpoint", steps[1], **second)
    return made.link(kind, "a", "b")


def crossed(made: LinkedMap) -> list[tuple[bool, bool]]:
    return [(each.media, each.departments) for each in crossings(made.document())]


def test_fl1_from_online_to_offline() -> None:
    assert crossed(pair("next", {"channel_ids": ("w",)}, {"channel_ids": ("s",)})) == [(True, False)]
    assert crossed(pair("handover", {"channel_ids": ("s",)}, {"channel_ids": ("w",)})) == [(True, False)]
    assert crossed(pair("next", {"channel_ids": ("w",)}, {"channel_ids": ("p",)})) == []
    assert crossed(pair("next", {"channel_ids": ("w", "s")}, {"channel_ids": ("s",)})) == []
    assert crossed(pair("next", {"channel_ids": ("w",)}, {})) == []


def test_fl2_from_one_department_to_another() -> None:
    assert crossed(pair("next", {"department": "Sales"}, {"department": "Service"})) == [(False, True)]
    assert crossed(pair("next", {"department": "Sales"}, {"department": " sales "})) == []
    assert crossed(pair("next", {"department": "Sales"}, {})) == []


def test_fl3_at_the_same_time_is_no_passage() -> None:
    assert crossed(pair("same_time", {"department": "Sales"}, {"department": "Service"}, ("s1", "s1"))) == []


def against(made: LinkedMap) -> list[tuple[str, str]]:
    return [(each.rule, each.record.id) for each in contradictions(made.document())]


def test_fl4_next_that_leads_back() -> None:
    assert against(pair("next", {}, {}, ("s2", "s1"))) == [("FL4", "next-a-b")]
    assert against(pair("next", {}, {}, ("s1", "s1"))) == []
    assert against(pair("next", {}, {})) == []
    assert against(pair("handover", {}, {}, ("s2", "s1"))) == []


def test_fl5_a_loop_that_leads_on() -> None:
    assert against(pair("loop", {}, {})) == [("FL5", "loop-a-b")]
    assert against(pair("loop", {}, {}, ("s2", "s1"))) == []
    assert against(pair("loop", {}, {}, ("s1", ""))) == []


def test_fl6_a_phase_that_goes_back_to_a_later_one() -> None:
    made = LinkedMap().columns(1, 1)
    made.put(Phase(id="p1", loop_to="p2", order="A"), Phase(id="p2", loop_to="p1", order="B"))
    assert against(made) == [("FL6", "p1")]


def test_fl7_a_hand_over_at_which_nothing_changes() -> None:
    web, sales = {"channel_ids": ("w",)}, {"department": "Sales"}
    assert against(pair("handover", web, web)) == [("FL7", "handover-a-b")]
    assert against(pair("handover", sales, {"department": "sales"})) == [("FL7", "handover-a-b")]
    assert against(pair("handover", {**web, **sales}, {**web, "department": "Service"})) == []
    assert against(pair("handover", {**web, **sales}, web)) == []
    assert against(pair("handover", {}, {})) == []
    assert against(pair("next", web, web)) == []


def test_fl8_at_the_same_time_in_two_phases() -> None:
    assert against(pair("same_time", {}, {})) == [("FL8", "same_time-a-b")]
    assert against(pair("same_time", {}, {}, ("s1", "s1"))) == []
