"""Links under real events: drawn from the plus, connected by click and by number, chosen, worded, turned, removed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from model.commands.cards import add_cards
from model.commands.links import link_cards
from model.commands.places import Cell
from model.document import Document
from model.records import Link
from widgets.canvas.items import plus_center

Hand = Any
Key = Qt.Key
NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def plus(hand: Hand, card: str) -> QPoint:
    """Where the round plus of a card is."""
    at = plus_center(hand.editor.stage.layout.cards[card])
    spot: QPoint = hand.on_view(at.x(), at.y())
    return spot


def pull(hand: Hand, card: str, end: QPoint, *, drop: bool = True) -> None:
    """Draw a link from a card's plus."""
    hand.move(hand.card(card), held=False)
    hand.drag(plus(hand, card), end, drop=drop)


def paths(document: Document) -> list[Link]:
    return [link for link in document.link_table.values() if link.kind != "attach"]


def menu_of(hand: Hand) -> Any:
    menu = hand.editor.link_work.menu
    assert menu is not None and menu.isVisible()
    return menu


def close_menu(hand: Hand) -> None:
    if hand.editor.link_work.menu is not None:
        hand.editor.link_work.menu.close()


def middle(hand: Hand, link_id: str) -> QPoint:
    """A point on a link's line."""
    spot: QPoint = hand.on_view(*hand.editor.stage.layout.links[link_id].middle)
    return spot


@pytest.fixture
def linked(open_map: Any, small: Document) -> Hand:
    """A leads to C, and a hand over the map; all links are shown."""
    ids = {item.text: item.id for item in small.item_table.values()}
    changes = link_cards(small, "next", [ids["A"]], ids["C"])
    hand = open_map(small.with_changes((c.table, c.id, c.new) for c in changes))
    hand.editor.stage.show_link_mode("all")
    return hand


# -- by dragging -------------------------------------------------------------------------------------------------


def test_a_link_is_drawn_from_the_round_plus(hand: Hand) -> None:
    a, c = hand.find("A"), hand.find("C")
    pull(hand, a, hand.card(c))
    (link,) = paths(hand.document)
    assert (link.kind, link.source_id, link.target_id) == ("next", a, c)
    assert hand.steps == 1
    assert hand.label == ("Link %n note(s)", 1)
    assert hand.editor.selection.cards == (a,), "the card stays chosen, so its links are seen"
    assert link.id in hand.editor.stage.scene.links.links
    assert hand.editor.stage.scene.links.states[link.id] == "lit"
    close_menu(hand)
    hand.undo()
    assert not paths(hand.document)


def test_while_it_is_drawn_targets_are_framed_and_the_line_runs_in_the_gutters(hand: Hand) -> None:
    a, c, note = hand.find("A"), hand.find("C"), hand.cell(5, 0)
    pull(hand, a, hand.card(c), drop=False)
    rubber = hand.editor.stage.scene.rubber.rubber
    assert len(rubber.targets) == 4, "B, C, and the pain point and the insight, which hang on touchpoints"
    assert rubber.allowed and rubber.aim is not None
    assert all(p[0] == q[0] or p[1] == q[1] for p, q in zip(rubber.way, rubber.way[1:], strict=False))
    assert hand.editor.tag.text == "N1 leads to N3"
    hand.move(note)
    rubber = hand.editor.stage.scene.rubber.rubber
    assert rubber.aim is None and len(rubber.way) == 2, "a straight line to the pointer"
    hand.release(note)
    assert hand.steps == 0
    assert hand.editor.stage.scene.rubber.rubber.targets == ()


def test_esc_calls_it_off(hand: Hand) -> None:
    pull(hand, hand.find("A"), hand.card(hand.find("C")), drop=False)
    hand.key(Key.Key_Escape)
    hand.release(hand.card(hand.find("C")))
    assert hand.steps == 0
    assert hand.editor.stage.scene.rubber.rubber.way == ()
    assert hand.editor.tag.text == ""


def test_where_no_link_can_be_it_says_so(hand: Hand) -> None:
    pull(hand, hand.find("I"), hand.card(hand.find("P")), drop=False)
    assert hand.editor.tag.text == "Not here"
    assert not hand.editor.stage.scene.rubber.rubber.allowed
    hand.release(hand.card(hand.find("P")))
    assert hand.steps == 0


def test_a_line_the_other_way_is_the_same_link(hand: Hand) -> None:
    insight, b = hand.find("I"), hand.find("B")
    pull(hand, b, hand.card(insight))
    (link,) = [r for r in hand.document.link_table.values() if insight in (r.source_id, r.target_id)]
    assert (link.kind, link.source_id, link.target_id) == ("attach", insight, b)


def test_another_kind_of_path_is_part_of_the_same_step(hand: Hand) -> None:
    a, c = hand.find("A"), hand.find("C")
    pull(hand, a, hand.card(c))
    menu = menu_of(hand)
    assert [action.data() for action in menu.actions()] == ["next", "loop", "handover", "same_time"]
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["next"]
    assert menu.activeAction().data() == "next", "arrow keys go on from the usual one"
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    (link,) = paths(hand.document)
    assert link.kind == "handover"
    assert hand.steps == 1
    hand.undo()
    assert not paths(hand.document)


def test_where_there_is_no_choice_no_menu_opens(hand: Hand) -> None:
    pull(hand, hand.find("I"), hand.card(hand.find("B")))
    assert hand.steps == 1
    assert hand.editor.link_work.menu is None


def test_a_second_link_between_two_cards_is_not_made(linked: Hand) -> None:
    said: list[str] = []
    linked.editor.toast.connect(lambda text, undo: said.append(text))
    pull(linked, linked.find("A"), linked.card(linked.find("C")))
    assert len(paths(linked.document)) == 1
    assert said == ["These notes are linked already."]


# -- by the command ----------------------------------------------------------------------------------------------


def connect(hand: Hand, *cards: str) -> Any:
    """Give the command with these cards chosen; its field."""
    hand.editor.selection.choose_cards(cards, cards[0])
    assert hand.editor.begin_connecting()
    return hand.editor.connecting.field


def test_connect_and_click(hand: Hand) -> None:
    a, c = hand.find("A"), hand.find("C")
    field = connect(hand, a)
    assert field.isVisible() and field.edit.hasFocus()
    hand.move(hand.card(c), held=False)
    assert hand.editor.tag.text == "N1 leads to N3"
    hand.click(hand.card(c))
    assert [(r.source_id, r.target_id) for r in paths(hand.document)] == [(a, c)]
    assert hand.editor.connecting is None and not field.isVisible()
    assert hand.steps == 1


def test_connect_by_number(hand: Hand) -> None:
    a, c = hand.find("A"), hand.find("C")
    field = connect(hand, a)
    assert field.heading.text() == "Connect N1 with"
    QTest.keyClicks(field.edit, "3")
    assert field.note.text() == "N1 leads to N3: C"
    assert len(hand.editor.stage.scene.rubber.rubber.way) >= 2
    QTest.keyClick(field.edit, Key.Key_Return)
    assert [(r.source_id, r.target_id) for r in paths(hand.document)] == [(a, c)]
    assert hand.editor.view.hasFocus()
    assert menu_of(hand).activeAction().data() == "next"
    close_menu(hand)


def test_several_numbers_are_one_step(hand: Hand) -> None:
    a = hand.find("A")
    field = connect(hand, a)
    QTest.keyClicks(field.edit, "N2, 3 5")
    QTest.keyClick(field.edit, Key.Key_Return)
    linked = {r.target_id if r.source_id == a else r.source_id for r in hand.document.link_table.values()}
    assert linked == {hand.find(text) for text in "BCPI"}
    assert hand.steps == 1
    assert hand.label == ("Link %n note(s)", 3)


def test_several_cards_to_one(hand: Hand) -> None:
    field = connect(hand, hand.find("A"), hand.find("B"))
    assert field.heading.text() == "Connect 2 notes with"
    QTest.keyClicks(field.edit, "3")
    QTest.keyClick(field.edit, Key.Key_Return)
    assert {(r.source_id, r.target_id) for r in paths(hand.document)} == {
        (hand.find("A"), hand.find("C")),
        (hand.find("B"), hand.find("C")),
    }
    assert hand.steps == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("99", "There is no note N99."),
        ("", "Type the number of a note, like 28."),
        ("4", "There is no link between these kinds of notes: N4."),
    ],
)
def test_what_cannot_be_is_said_in_the_field(hand: Hand, text: str, says: str) -> None:
    field = connect(hand, hand.find("I"))
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Key.Key_Return)
    assert field.isVisible() and field.note.text() == says
    assert field.edit.text() == text, "what was typed stands"
    assert hand.steps == 0


def test_esc_in_the_field_and_a_click_beside_call_it_off(hand: Hand) -> None:
    field = connect(hand, hand.find("A"))
    QTest.keyClicks(field.edit, "3")
    QTest.keyClick(field.edit, Key.Key_Escape)
    assert hand.editor.connecting is None and not field.isVisible()
    assert hand.editor.view.hasFocus()
    connect(hand, hand.find("A"))
    hand.click(hand.cell(5, 2))
    assert hand.editor.connecting is None
    assert hand.editor.stage.scene.rubber.rubber.targets == ()
    assert hand.steps == 0


def test_a_click_on_the_plus_connects_what_is_no_touchpoint(hand: Hand) -> None:
    insight = hand.find("I")
    hand.move(hand.card(insight), held=False)
    assert hand.editor.stage.scene.cards[insight].state.plus
    hand.click(plus(hand, insight))
    assert hand.editor.connecting.field.heading.text() == "Connect N5 with"


def test_the_menu_of_the_plus_connects_a_touchpoint(hand: Hand) -> None:
    hand.click(hand.card(hand.find("A")))
    hand.click(plus(hand, hand.find("A")))
    menu = hand.editor._attach_menu
    menu.actions()[-1].trigger()
    menu.close()
    assert hand.editor.connecting is not None


def test_a_note_that_can_have_no_links_has_no_plus(open_map: Any, small: Document) -> None:
    cell = Cell(small.lanes[5].id, small.steps[0].id)
    changes = add_cards(small, "note", ["just a note"], cell)
    hand = open_map(small.with_changes((c.table, c.id, c.new) for c in changes))
    note = hand.find("just a note")
    hand.click(hand.card(note))
    assert not hand.editor.stage.scene.cards[note].state.plus


def test_what_was_made_is_announced(hand: Hand) -> None:
    heard: list[str] = []
    hand.editor.stage.announced.connect(heard.append)
    pull(hand, hand.find("A"), hand.card(hand.find("C")))
    close_menu(hand)
    assert heard == ["N1 leads to N3"]


def test_without_a_card_it_says_what_to_do(hand: Hand) -> None:
    said: list[str] = []
    hand.editor.toast.connect(lambda text, undo: said.append(text))
    hand.editor.selection.clear()
    assert not hand.editor.begin_connecting()
    assert said == ["Choose a note first, then connect it."]


# -- what is done with a link ------------------------------------------------------------------------------------


def test_a_link_is_chosen_by_a_click_and_deleted(linked: Hand) -> None:
    (link,) = paths(linked.document)
    said: list[tuple[str, bool]] = []
    linked.editor.toast.connect(lambda text, undo: said.append((text, undo)))
    linked.click(middle(linked, link.id))
    assert (linked.editor.selection.kind, linked.editor.selection.ids) == ("link", (link.id,))
    assert linked.editor.stage.scene.links.states == {link.id: "chosen"}
    cards = linked.editor.stage.scene.cards
    assert cards[linked.find("A")].state.lit and cards[linked.find("C")].state.lit
    linked.key(Key.Key_Delete)
    assert not paths(linked.document)
    assert said == [("Link removed.", True)]
    assert linked.editor.selection.cards == (linked.find("A"),)
    linked.undo()
    assert [r.id for r in paths(linked.document)] == [link.id]


def test_tab_goes_along_the_links_of_a_card_and_is_heard(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.editor.selection.choose_cards([linked.find("C")])
    linked.key(Key.Key_Tab)
    assert linked.editor.selection.ids == (link.id,)
    assert linked.view.accessibleDescription() == "N3 follows N1"
    linked.key(Key.Key_Tab, SHIFT)
    assert linked.editor.selection.cards == (linked.find("C"),)
    linked.editor.selection.choose_cards([linked.find("A")])
    heard = []
    for _ in range(2):
        linked.key(Key.Key_Tab)
        heard.append(linked.view.accessibleDescription())
    assert sorted(heard) == ["N1 has attached N4", "N1 leads to N3"]
    assert not linked.editor.link_work.walk(1), "the next Tab leaves the map"
    linked.key(Key.Key_Escape)
    assert linked.editor.selection.cards == (linked.find("A"),)


def test_arrows_follow_a_link(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.editor.selection.choose("link", [link.id])
    linked.key(Key.Key_Right)
    assert linked.editor.selection.cards == (linked.find("C"),)
    linked.editor.selection.choose("link", [link.id])
    linked.key(Key.Key_Left)
    assert linked.editor.selection.cards == (linked.find("A"),)


@pytest.mark.parametrize("way", ["Enter", "F2", "double click"])
def test_a_word_at_a_link(linked: Hand, way: str) -> None:
    (link,) = paths(linked.document)
    if way == "double click":
        linked.double_click(middle(linked, link.id))
    else:
        linked.editor.selection.choose("link", [link.id])
        linked.key(Key.Key_Return if way == "Enter" else Key.Key_F2)
    field = linked.editor.link_work.field
    assert field.isVisible() and field.heading.text() == "N1 leads to N3"
    QTest.keyClicks(field.edit, "by mail")
    QTest.keyClick(field.edit, Key.Key_Return)
    assert linked.document.link_table[link.id].text == "by mail"
    assert linked.steps == 1
    box = linked.editor.stage.layout.links[link.id]
    assert box.text == "by mail"
    linked.editor.selection.choose("link", [link.id])
    linked.key(Key.Key_Return)
    QTest.keyClicks(field.edit, "never mind")
    QTest.keyClick(field.edit, Key.Key_Escape)
    assert linked.document.link_table[link.id].text == "by mail"


def test_a_word_that_is_being_typed_is_kept_when_something_else_is_chosen(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.editor.selection.choose("link", [link.id])
    linked.key(Key.Key_Return)
    QTest.keyClicks(linked.editor.link_work.field.edit, "by mail")
    linked.editor.selection.choose_cards([linked.find("B")])
    assert linked.document.link_table[link.id].text == "by mail"


def test_a_path_is_turned_round_and_becomes_another_kind(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.editor.selection.choose("link", [link.id])
    linked.editor.link_work.reverse()
    now = linked.document.link_table[link.id]
    assert (now.source_id, now.target_id) == (link.target_id, link.source_id)
    linked.editor.link_work.offer_kinds(link.id, QPoint(0, 0))
    next(action for action in menu_of(linked).actions() if action.data() == "loop").trigger()
    close_menu(linked)
    assert linked.document.link_table[link.id].kind == "loop"
    assert linked.editor.stage.layout.links[link.id].stroke == "dashed"
    assert linked.steps == 2


def test_a_path_carries_pain_points(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.editor.selection.choose("link", [link.id])
    linked.editor.link_work.offer_pains(QPoint(0, 0))
    row = next(action for action in menu_of(linked).actions() if action.data() == linked.find("P"))
    assert row.text() == "N4  P" and not row.isChecked()
    row.trigger()
    close_menu(linked)
    assert linked.document.link_table[link.id].pain_point_ids == (linked.find("P"),)
    assert len(linked.editor.stage.layout.links[link.id].signs) == 1
    assert linked.view.accessibleDescription() == "N1 leads to N3; carries 1 pain point"
    linked.editor.link_work.offer_pains(QPoint(0, 0))
    menu_of(linked).actions()[0].trigger()
    close_menu(linked)
    field = linked.editor.link_work.field
    QTest.keyClicks(field.edit, "nobody knows the order")
    QTest.keyClick(field.edit, Key.Key_Return)
    new = linked.find("nobody knows the order")
    assert linked.document.link_table[link.id].pain_point_ids == (linked.find("P"), new)
    assert [item.id for item in linked.document.targets[new]] == [link.source_id]
    assert linked.steps == 2


def test_a_right_click_chooses_the_link_and_asks_for_its_menu(linked: Hand) -> None:
    (link,) = paths(linked.document)
    asked: list[object] = []
    linked.editor.context_menu.connect(lambda position, cell: asked.append(position))
    linked.editor.pointer.menu_at(middle(linked, link.id))
    assert linked.editor.selection.ids == (link.id,)
    assert len(asked) == 1


def test_the_pointer_over_a_link_shows_what_it_says(linked: Hand) -> None:
    (link,) = paths(linked.document)
    linked.move(middle(linked, link.id), held=False)
    assert linked.editor.highlights.hover_link == link.id
    assert linked.port.toolTip() == "<span>N1 leads to N3</span>"
    linked.move(linked.cell(5, 2), held=False)
    assert linked.editor.highlights.hover_link is None and linked.port.toolTip() == ""


# -- what is shown -----------------------------------------------------------------------------------------------


def test_links_of_what_is_chosen_are_drawn_in_any_mode(linked: Hand) -> None:
    (link,) = paths(linked.document)
    stage, shown = linked.editor.stage, linked.editor.stage.scene.links
    stage.show_link_mode("none")
    assert not shown.links
    linked.click(linked.card(linked.find("C")))
    assert set(shown.links) == {link.id}
    linked.key(Key.Key_Escape)
    assert not shown.links
    stage.show_link_mode("paths")
    assert set(shown.links) == {link.id}
    linked.click(linked.card(linked.find("A")))
    assert len(shown.links) == 2, "what hangs on it as well"


def test_a_drag_routes_nothing_before_the_card_is_dropped(linked: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    from model.layout import links as routing

    calls: list[int] = []
    real = routing.link_boxes

    def counted(*args: Any) -> Any:
        calls.append(1)
        return real(*args)

    monkeypatch.setattr(routing, "link_boxes", counted)
    linked.drag(linked.card(linked.find("B")), linked.cell(0, 2), drop=False)
    before = len(calls)
    for n in range(20):
        linked.move(linked.cell(0, 2) + QPoint(n, n))
    assert len(calls) == before
    linked.release(linked.cell(0, 2))
    assert len(calls) > before


def test_a_letter_typed_moves_no_link(linked: Hand) -> None:
    before = linked.editor.stage.layout.links
    linked.editor.selection.choose_cards([linked.find("B")])
    before = linked.editor.stage.layout.links
    linked.key(Key.Key_F2)
    linked.type("x")
    assert linked.editor.stage.layout.links is before


def test_the_item_of_links_paints_only_what_is_near(linked: Hand) -> None:
    (link,) = paths(linked.document)
    picture = linked.port.grab().toImage()
    linked.click(middle(linked, link.id))
    chosen = linked.port.grab().toImage()
    at = linked.on_view(*QPointF(*linked.editor.stage.layout.links[link.id].points[0]).toTuple())
    assert any(
        picture.pixelColor(at.x() + dx, at.y() + dy) != chosen.pixelColor(at.x() + dx, at.y() + dy)
        for dx in range(-4, 5)
        for dy in range(-4, 5)
    ), "the chosen line is drawn in the accent"
