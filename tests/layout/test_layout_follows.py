"""A layout made from the one before is the one made from scratch, whatever was edited or shown in between.

Rules named in ``model/layout/follow.py``: it may look at too much, never at too little; and boxes that come out equal
are the very objects of the layout before, so that the canvas touches nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from editing import PICK, Editing, pick
from linked_maps import linked_map
from model.carry import VIEWS
from model.changes import apply
from model.commands import cards
from model.commands.places import Cell
from model.document import Document
from model.layout import emotion, follow
from model.layout.arrange import lay_out, relink
from model.layout.cards import CardKeys
from model.layout.maplayout import LayoutOptions, MapLayout
from model.session import Session
from model.values import replace
from said_maps import said_map

SHOWN = st.sampled_from(
    [
        ("evidence", None),
        ("evidence", True),
        ("evidence", False),
        ("aimed", True),
        ("aimed", False),
        ("blind_spots", True),
        ("blind_spots", False),
        ("borders", True),
        ("borders", False),
        ("links", "all"),
        ("links", "none"),
        ("language", "en"),
        ("language", None),
        ("used_only", True),
        ("used_only", False),
        ("emotion_height", 180.0),
        ("blank", True),
        ("blank", False),
        ("fields", ("owner", "actions")),
        ("fields", ()),
    ]
)


def same(layout: MapLayout, fresh: MapLayout) -> None:
    """Both are the same map, in the same order."""
    for field in fields(MapLayout):
        if field.name in ("made", "links_key"):
            continue
        mine, wanted = getattr(layout, field.name), getattr(fresh, field.name)
        assert mine == wanted, field.name
        if isinstance(mine, Mapping):
            assert list(mine) == list(wanted), field.name


def kept(layout: MapLayout, previous: MapLayout) -> None:
    """What is equal is the same."""
    for name in ("cards", "phases", "steps", "lanes", "cells", "emotions", "chips", "evidence"):
        before: Mapping[Any, object] = getattr(previous, name)
        for key, box in getattr(layout, name).items():
            assert box is before.get(key) or box != before.get(key), (name, key)


class Following(Editing):
    """Edits, undone ones too, with what is shown changing meanwhile; laid out after each from the layout before."""

    @initialize(n=PICK)
    def open_map(self, n: int) -> None:
        """A map in which much is said, so that most edits change something."""
        self.session = Session(pick([said_map, linked_map().document], n)())
        self.clipboard: dict[str, Any] | None = None
        self.options = LayoutOptions()
        self.layout: MapLayout | None = None

    @rule(what=SHOWN)
    def show(self, what: tuple[str, Any]) -> None:
        self.options = replace(self.options, **{what[0]: what[1]})

    @rule(n=PICK)
    def show_personas(self, n: int) -> None:
        shown = frozenset(p.id for i, p in enumerate(self.document.personas) if n >> i & 1)
        self.options = replace(self.options, persona_ids=shown or None)

    @rule(n=PICK)
    def choose(self, n: int) -> None:
        ids = sorted(self.document.item_table)
        if ids and self.layout is not None and not self.options.blank:
            self.options = replace(self.options, chosen_ids=frozenset({pick(ids, n)}))
            self.layout = relink(self.layout, self.document, self.options)

    def save_and_load(self) -> None:
        """No rule here: a file knows nothing of layouts."""

    def follow_check_and_tell(self, n: int) -> None:
        """Nor here."""

    @invariant()
    def everything_holds(self) -> None:
        if not hasattr(self, "options"):
            return
        anew = Document(self.document.tables)
        for view in VIEWS:
            assert getattr(self.document, view) == getattr(anew, view), view
        layout = lay_out(self.document, self.options, self.layout)
        same(layout, lay_out(self.document, self.options))
        if self.layout is not None:
            kept(layout, self.layout)
        self.layout = layout


Following.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestFollowing = Following.TestCase


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cards whose keys are worked out, and "curve" for each curve."""
    found: list[str] = []
    key, curve = CardKeys.key, emotion.felt

    def told_key(self: CardKeys, item: Any, *args: Any) -> Any:
        found.append(item.id)
        return key(self, item, *args)

    def told_curve(*args: Any, **kwargs: Any) -> Any:
        found.append("curve")
        return curve(*args, **kwargs)

    monkeypatch.setattr(CardKeys, "key", told_key)
    monkeypatch.setattr("model.layout.arrange.felt", told_curve)
    return found


def test_an_edit_asks_for_what_it_changed_only(asked: list[str]) -> None:
    before = said_map()
    layout = lay_out(before)
    document = apply(cards.set_text(before, "c13", "Van een oudere versie"), before)
    asked.clear()
    lay_out(document, previous=layout)
    assert asked == ["c13"]
    asked.clear()
    assert lay_out(before, previous=layout).cards == layout.cards
    assert asked == []


def test_a_card_that_moves_between_lanes_of_cards_leaves_the_curve_alone(asked: list[str]) -> None:
    before = said_map()
    layout = lay_out(before)
    item = before.item_table["c5"]
    document = apply(cards.move_cards(before, ["c5"], Cell(item.lane_id or "", "s2")), before)
    assert document.item_table["c5"] != item
    asked.clear()
    lay_out(document, previous=layout)
    assert set(asked) == {"c5"}
    document = apply(cards.move_cards(before, ["c1"], Cell("touchpoints", "s2")), before)
    asked.clear()
    lay_out(document, previous=layout)
    assert "curve" in asked, "a touchpoint moves its feeling"


def test_the_number_of_a_touchpoint_is_that_of_the_cards_that_hang_on_it() -> None:
    document = said_map()
    host = next(iter(document.attachments))
    hanging = {item.id for item in document.attachments[host]}
    assert hanging
    other = document.with_changes([("items", host, document.item_table[host].changed(number=77))])
    assert (follow.changed_cards(document, other) or set()) >= hanging | {host}
