"""Rules TR1 to TR11 of model/trace.py."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linked_maps import LinkedMap, linked_map
from model.i18n import speaking
from model.kinds import LINK_KINDS
from model.trace import Trace, grounds, standing, trace_back, trace_forward, unanswered, unsupported


def rows(trace: Trace) -> list[str]:
    """A trace as indented lines: what it says and whether it is opened elsewhere."""
    with speaking("en"):
        return [
            "  " * depth + " ".join(filter(None, (row.relation, row.id, "(again)" if row.again else "")))
            for depth, row in trace.walk()
        ]


def test_tr1_tr2_from_a_solution_back_to_the_touchpoints() -> None:
    document = linked_map().document()
    assert rows(trace_back(document, "so")) == [
        "so",
        "  answers op",
        "    is based on pa",
        "      is attached to t1",
        "    is based on in1",
        "      belongs with in2",
        "        is attached to t4",
    ]
    touchpoint = next(row for _, row in trace_back(document, "so").walk() if row.id == "t4")
    phase = document.phase_of(touchpoint.item)
    assert phase is not None and phase.id == "p2"


def test_tr2_from_a_touchpoint_forward_to_the_actions() -> None:
    assert rows(trace_forward(linked_map().document(), "t4")) == [
        "t4",
        "  has attached in2",
        "    belongs with in1",
        "      is a ground for op",
        "        is answered by so",
        "          is carried out by ring-back",
        "          is carried out by tablet",
    ]


def test_tr1_a_pain_on_a_path_rests_on_both_its_ends() -> None:
    document = linked_map().document()
    assert rows(trace_back(document, "on_path")) == ["on_path", "  on the way from t2", "  on the way to t3"]
    assert rows(trace_forward(document, "t2")) == ["t2", "  on the way from here on_path"]
    assert rows(trace_forward(document, "t3")) == ["t3", "  on the way to here on_path"]


def test_tr1_paths_unknown_kinds_and_lost_ends_are_not_followed() -> None:
    made = linked_map().link("of_later", "so", "t4").link("attach", "in1", "nowhere")
    assert rows(trace_back(made.document(), "so")) == rows(trace_back(linked_map().document(), "so"))
    assert rows(trace_back(made.document(), "t2")) == ["t2"]


def test_tr3_a_circle_ends_and_a_card_is_opened_where_it_is_nearest() -> None:
    made = LinkedMap().columns(1).card("t", "touchpoint", "s1")
    for name in "abcd":
        made.card(name, "insight", "s1")
    for one, other in ("ab", "bc", "ca", "cd"):
        made.link("relates", one, other)
    made.link("attach", "d", "t").link("attach", "c", "t")
    assert rows(trace_back(made.document(), "a")) == [
        "a",
        "  belongs with b",
        "    belongs with c (again)",
        "  belongs with c",
        "    is attached to t",
        "    belongs with b (again)",
        "    belongs with d",
        "      is attached to t (again)",
    ]


def test_tr3_a_long_chain_and_a_thicket_stay_small() -> None:
    made = LinkedMap().columns(1)
    for i in range(1500):
        made.card(f"c{i}", "insight", "s1")
    chain = made.document()
    for i in range(1499):
        made.link("relates", f"c{i}", f"c{i + 1}")
    assert sum(1 for _ in trace_back(made.document(), "c0").walk()) == 1500
    assert sum(1 for _ in trace_back(chain, "c0").walk()) == 1
    thicket = LinkedMap().columns(1)
    names = [f"c{i}" for i in range(40)]
    for name in names:
        thicket.card(name, "insight", "s1")
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            thicket.link("relates", one, other)
    assert sum(1 for _ in trace_back(thicket.document(), "c0").walk()) == 1 + 39 + 39 * 38


def test_tr4_children_stand_in_map_order_whatever_the_order_of_the_links() -> None:
    made = LinkedMap().columns(1, 1).card("t", "touchpoint", "s1").card("op", "opportunity", "s1")
    made.card("late", "pain_point", "s2").card("early", "pain_point", "s1").card("waiting", "insight")
    for ground in ("waiting", "late", "early"):
        made.link("based_on", "op", ground)
    assert rows(trace_back(made.document(), "op")) == [
        "op",
        "  is based on early",
        "  is based on late",
        "  is based on waiting",
    ]


def test_a_card_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        trace_back(linked_map().document(), "gone")


def test_a_document_is_worked_out_once() -> None:
    document = linked_map().document()
    assert grounds(document) is grounds(document)
    assert grounds(linked_map().document()) is not grounds(document)


# -- unsupported ------------------------------------------------------------------------------------------------


def lacking(made: LinkedMap) -> list[tuple[str, str]]:
    return [(each.rule, each.item.id) for each in unsupported(made.document())]


def test_what_is_supported_is_not_listed() -> None:
    assert lacking(linked_map()) == []


def test_tr5_a_solution_that_answers_nothing() -> None:
    made = linked_map().card("idea", "solution", "s1").link("attach", "idea", "t1")
    assert lacking(made) == [("TR5", "idea")]


def test_tr6_an_opportunity_that_rests_on_nothing() -> None:
    made = linked_map().card("loose", "opportunity", "s1").card("hung", "opportunity", "s1")
    made.link("attach", "hung", "t1")
    assert lacking(made) == [("TR6", "loose")]


def test_tr7_an_insight_without_touchpoint_and_source() -> None:
    made = linked_map().card("rumour", "insight", "s1").card("second", "insight").card("told", "insight", source="x")
    made.link("relates", "rumour", "second")
    assert lacking(made) == [("TR7", "rumour"), ("TR7", "second")]
    made.link("relates", "told", "second")
    assert lacking(made) == []


def test_tr8_a_pain_that_belongs_nowhere() -> None:
    made = linked_map().card("nowhere", "pain_point").card("here", "pain_point", "s1").card("hung", "pain_point")
    made.link("attach", "hung", "t1")
    assert lacking(made) == [("TR8", "nowhere")]


def test_tr9_a_chain_that_leads_back_to_nothing() -> None:
    made = linked_map().card("nowhere", "pain_point").card("o2", "opportunity", "s1").card("s2x", "solution", "s1")
    made.link("based_on", "o2", "nowhere").link("solves", "s2x", "o2")
    assert lacking(made) == [("TR8", "nowhere"), ("TR9", "o2"), ("TR9", "s2x")]
    made.link("based_on", "o2", "in1")
    assert lacking(made) == [("TR8", "nowhere")]


def test_tr11_parked_cards_are_set_aside() -> None:
    made = linked_map().card("parked", "solution", place="parking").card("lone", "opportunity", "s1")
    made.card("basis", "insight", place="parking", source="x").link("based_on", "lone", "basis")
    assert lacking(made) == [("TR6", "lone")]


# -- what is done -----------------------------------------------------------------------------------------------


def test_tr10_how_far_it_came() -> None:
    made = LinkedMap().columns(1).card("t", "touchpoint", "s1").card("pa", "pain_point", "s1").link("attach", "pa", "t")
    made.card("known", "insight", "s1").link("attach", "known", "t")
    seen = [standing(made.document(), "pa")]
    made.card("op", "opportunity", "s1").link("based_on", "op", "pa")
    seen.append(standing(made.document(), "pa"))
    made.card("so", "solution", "s1").link("solves", "so", "op")
    seen.append(standing(made.document(), "pa"))
    made.action("so", "dropped", "dropped")
    seen.append(standing(made.document(), "pa"))
    made.action("so", "one").action("so", "two", "open")
    seen.append(standing(made.document(), "pa"))
    made.action("so", "one", "done")
    seen.append(standing(made.document(), "pa"))
    made.action("so", "two", "done")
    seen.append(standing(made.document(), "pa"))
    assert seen == ["nothing", "opportunity", "solution", "solution", "planned", "doing", "done"]
    assert standing(made.document(), "t") == "done"
    assert standing(made.document(), "known") == "nothing"


def test_tr10_tr11_pains_nothing_is_done_about() -> None:
    made = linked_map().card("new", "pain_point", "s3").card("aside", "pain_point", place="parking")
    made.card("plan", "opportunity", place="parking").link("based_on", "plan", "new")
    assert [(each.item.id, each.standing) for each in unanswered(made.document())] == [
        ("new", "nothing"),
        ("on_path", "nothing"),
    ]


# -- property ---------------------------------------------------------------------------------------------------

KINDS = ("touchpoint", "pain_point", "insight", "opportunity", "solution", "of_later")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_tr2_back_and_forward_are_each_others_reverse(data: st.DataObject) -> None:
    made = LinkedMap().columns(1, 1)
    kinds = data.draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=9))
    for i, kind in enumerate(kinds):
        made.card(f"c{i}", kind, data.draw(st.sampled_from(("", "s1", "s2"))))
    cards = st.integers(0, len(kinds) - 1)
    for _ in range(data.draw(st.integers(0, 14))):
        a, b = data.draw(cards), data.draw(cards)
        fits = [k.id for k in LINK_KINDS.values() if k.fits(kinds[a], kinds[b])]
        if a != b and fits:
            pains = [f"c{i}" for i, kind in enumerate(kinds) if kind == "pain_point"]
            made.link(data.draw(st.sampled_from(fits)), f"c{a}", f"c{b}", pain_point_ids=tuple(pains[:1]))
    document = made.document()
    back = {i: {row.id for _, row in trace_back(document, i).walk()} for i in document.item_table}
    forward = {i: {row.id for _, row in trace_forward(document, i).walk()} for i in document.item_table}
    for one in document.item_table:
        for other in document.item_table:
            assert (other in back[one]) == (one in forward[other])
        opened = [row.id for _, row in trace_back(document, one).walk() if not row.again]
        assert len(opened) == len(set(opened))
    unsupported(document)
    unanswered(document)
