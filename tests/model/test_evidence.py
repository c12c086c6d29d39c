"""Rules EV1 to EV4 of the share of evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.changes import apply
from model.commands import cards
from model.commands.places import Cell, Listing, lane_for
from model.document import Document
from model.evidence import Share, evidence_used, percents, share_by_phase, share_of_map
from model.newmap import new_map


def _with(document: Document, kind: str, step: int, *evidence: str) -> Document:
    lane = lane_for(document, kind)
    assert lane is not None
    made = cards.add_cards(document, kind, ["x"] * len(evidence), Cell(lane.id, document.steps[step].id))
    document = apply(made, document)
    for item_id, word in zip(made.added("items"), evidence, strict=True):
        document = apply(cards.set_card(document, [item_id], evidence=word), document)
    return document


def test_only_what_is_said_of_the_customer_counts_ev1_ev2() -> None:
    document = _with(new_map("", "en", ["A", "B"]), "touchpoint", 0, "measured", "observed", "", "from_the_future")
    document = _with(document, "pain_point", 1, "observed")
    document = _with(document, "solution", 1, "measured", "measured")
    assert share_of_map(document) == Share(2, 2, 1)
    assert list(share_by_phase(document).values()) == [Share(2, 1, 1), Share(0, 1, 0)]
    waiting = apply(cards.add_cards(document, "insight", ["waits"], Listing("inbox")), document)
    assert share_of_map(waiting) == share_of_map(document)


def test_a_map_that_says_nothing_of_evidence_has_none_to_show_ev4() -> None:
    document = _with(new_map("", "en", ["A"]), "touchpoint", 0, "", "")
    assert not evidence_used(document)
    assert not evidence_used(_with(document, "solution", 0, "measured"))
    assert evidence_used(_with(document, "insight", 0, "assumption"))


def test_equal_thirds_give_the_point_to_the_weaker_evidence_ev3() -> None:
    assert percents(Share(1, 1, 1)) == Share(34, 33, 33)
    assert percents(Share(0, 1, 1)) == Share(0, 50, 50)
    assert percents(Share(1, 2, 5)) == Share(13, 25, 62)
    assert percents(Share()) == Share()


@given(st.builds(Share, *[st.integers(0, 500)] * 3))
def test_percents_add_up_and_none_is_off_by_one_ev3(share: Share) -> None:
    shown = percents(share)
    assert shown.total == (100 if share.total else 0)
    if share.total:
        assert all(abs(p - 100 * n / share.total) < 1 for p, n in zip(shown, share, strict=True))
