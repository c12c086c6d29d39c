"""The words of a link that have no place beside its line are never silently gone: a sign on the line, a tag while the
link stands out, a row of the legend on map and poster."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from model.commands.links import set_link
from model.document import Document
from model.draw.displaylist import Group, Op, Path, Rect, Text, walk
from model.draw.link_painter import WORDS_W, link_ops, unplaced_words, words_tag
from model.draw.poster import compose_poster
from model.layout.arrange import lay_out
from model.layout.links import LinkBox
from model.layout.maplayout import LayoutOptions
from model.records import Link
from small_maps import MapMaker

Hand = Any
ALL = LayoutOptions(language="en", links="all")
STORY = "een heel verhaal " * 12


def wordy(*texts: str) -> Document:
    """A map of three phases; the first touchpoint leads to the others with these words."""
    maker = MapMaker("en").columns(("A", [""]), ("B", [""]), ("C", [""])).lanes("touchpoints").persona("", "who")
    cards = [maker.card("touchpoint", step, f"card {step}") for step in ("s0", "s1", "s2")]
    for n, text in enumerate(texts):
        maker.put(Link(id=f"l{n}", kind="next", source_id=cards[0], target_id=cards[n + 1], text=text))
    return maker.document()


def box_of(document: Document, link_id: str = "l0") -> LinkBox:
    return lay_out(document, ALL).links[link_id]


def words(ops: tuple[Op, ...]) -> list[str]:
    return [op.line.text for op, *_ in walk(ops) if isinstance(op, Text)]


def test_a_link_with_words_elsewhere_has_a_sign_on_its_line_and_one_with_them_beside_it_has_none() -> None:
    box = box_of(wordy(STORY))
    assert box.unplaced
    (sign,) = [op for op, *_ in walk(link_ops(box)) if isinstance(op, Rect)]
    assert (sign.w, sign.stroke) == (WORDS_W, box.color)
    x, y = box.words_at
    assert (sign.x + sign.w / 2, sign.y + sign.h / 2) == (x, y)
    assert box.distance(x, y) == pytest.approx(0)
    assert all(op.paper for op, *_ in walk(link_ops(box)) if isinstance(op, Group) and sign in op.ops)
    assert not [op for op, *_ in walk(link_ops(box_of(wordy("")))) if isinstance(op, Rect)]


def test_the_tag_has_all_the_words_inside_its_ground() -> None:
    ops, w, h = words_tag(box_of(wordy(STORY)), "en")
    assert "".join("".join(words(ops)).split()) == "".join(STORY.split())
    for op in ops:
        if isinstance(op, Text):
            assert op.x >= 0 and op.x + op.line.width <= w and 0 < op.y < h


def test_the_poster_lists_them_with_the_numbers_of_their_ends() -> None:
    document = wordy(STORY, "kort")
    poster = compose_poster(document, 420, 297, lang="en", show=ALL)
    said = " ".join(words(poster.ops))
    assert "Words at links" in said
    assert "N1 → N2: een heel verhaal" in said
    assert sum(text.count("heel") for text in words(poster.ops)) == 12, "whole, and once"
    placed = [box for box in lay_out(document, ALL).links.values() if box.label]
    assert all(f"→ N3: {box.text}" not in said for box in placed)


def test_without_links_or_without_such_words_there_is_no_list() -> None:
    for document, show in ((wordy(STORY), LayoutOptions(language="en")), (wordy(""), ALL)):
        poster = compose_poster(document, 420, 297, lang="en", show=show)
        assert "Words at links" not in " ".join(words(poster.ops))
    assert unplaced_words(lay_out(wordy(""), ALL), wordy("")) == []


def test_every_link_with_words_is_told_on_the_map_or_in_the_list() -> None:
    document = wordy(STORY, "op afspraak")
    layout = lay_out(document, ALL)
    listed = {box.id for box, _ in unplaced_words(layout, document)}
    beside = {box.id for box in layout.links.values() if box.label}
    assert listed | beside == set(document.link_table)
    assert not listed & beside


def test_the_sign_is_drawn_with_three_dots() -> None:
    box = box_of(wordy(STORY))
    group = next(
        op
        for op, *_ in walk(link_ops(box))
        if isinstance(op, Group) and any(isinstance(inside, Rect) for inside in op.ops)
    )
    assert sum(isinstance(op, Path) for op in group.ops) == 3


def test_words_are_seen_while_the_pointer_is_on_the_link_and_while_it_is_chosen(open_map: Any, small: Document) -> None:
    from model.commands.links import link_cards

    ids = {item.text: item.id for item in small.item_table.values()}
    hand = open_map(small)
    made = hand.bridge.run(link_cards, "next", [ids["A"]], ids["C"]).added("links")[0]
    hand.bridge.run(set_link, made, text=STORY)
    hand.editor.stage.show_link_mode("all")
    hand.editor.selection.clear()
    shown = hand.editor.stage.scene.words
    assert shown.shown == ()
    at = hand.on_view(*hand.editor.stage.layout.links[made].middle)
    hand.move(at, held=False)
    assert [text.strip() for text in shown.shown] == [STORY.strip()]
    hand.move(hand.on_view(5, 5), held=False)
    assert shown.shown == ()
    hand.click(at)
    assert hand.editor.selection.kind == "link"
    assert shown.shown
    assert shown.boundingRect().contains(*hand.editor.stage.layout.links[made].words_at)
    hand.bridge.run(set_link, made, text="")
    assert shown.shown == ()
    hand.key(Qt.Key.Key_Escape)
