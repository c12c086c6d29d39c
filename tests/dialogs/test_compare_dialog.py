"""Two maps beside each other: what is different as a list and in both pictures, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from every_field_map import every_field_map
from model.changes import Edit
from model.document import Document
from model.i18n import set_language
from model.newmap import new_map
from model.records import Item
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.maps.entries import kind_name
from widgets.dialogs.maps.pane import COLORS, MapPane
from widgets.look.theme import look

Show = Callable[[Document, Document], CompareDialog]


@pytest.fixture(scope="module")
def old() -> Document:
    return every_field_map()


@pytest.fixture
def new(old: Document) -> Document:
    """One note added, one changed, one gone (with its links), one moved; a phase renamed; a feeling changed."""
    edit = Edit(old)
    touchpoints = old.touchpoints
    lane, step = touchpoints[0].lane_id, old.steps[-1].id
    edit.put(
        Item(
            id="item-new",
            kind="touchpoint",
            number=900,
            text="Nieuw contact",
            order="zz",
            place="map",
            lane_id=lane,
            step_id=step,
        )
    )
    edit.put(touchpoints[0].changed(text="Loopt erheen\nen wacht", duration=5))
    gone = next(item for item in old.placed if item.kind == "need")
    edit.remove(gone)
    moved = next(item for item in old.placed if item.kind == "solution")
    edit.put(moved.changed(place="parking", lane_id=None, step_id=None))
    edit.put(old.phases[0].changed(name="Kijken"))
    edit.put(next(iter(old.emotion_table.values())).changed(score=2))
    return edit.document


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()

    def make(before: Document, after: Document) -> CompareDialog:
        dialog = CompareDialog(before, after, "Saturday 14:20", "Today", window)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.before.laid is not None and dialog.after.laid is not None)
        return dialog

    yield make
    look().choose("light")
    set_language("en")


def _titles(dialog: CompareDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def test_the_list_goes_by_groups_and_says_how_many(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    titles = _titles(dialog)
    headings = [title for title in titles if title in ("Notes", "Phases, steps and lanes", "Links", "Feelings")]
    assert headings == ["Notes", "Phases, steps and lanes", "Feelings"]
    assert "N900 Nieuw contact" in titles and "Kijken" in titles
    assert dialog.sentence.text().startswith("1 note added, 1 removed, 1 changed, 1 moved, 1 phase renamed")
    assert dialog.heading.text() == "What is different"


def test_the_keyboard_goes_along_the_entries_and_passes_headings(
    show: Show, old: Document, new: Document, qtbot: QtBot
) -> None:
    dialog = show(old, new)
    assert dialog.focusWidget() is dialog.list
    seen = []
    for _ in range(len(dialog.difference)):
        assert dialog.chosen is not None
        seen.append(dialog.chosen)
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert set(seen) == set(dialog.difference.entries)
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    assert dialog.chosen is not None and dialog.chosen.table == "items"


def test_choosing_an_entry_brings_both_maps_to_it(show: Show, old: Document, new: Document) -> None:
    """Also to where a note was that is only on one of them."""
    dialog = show(old, new)
    for pane in (dialog.before, dialog.after):
        pane.set_zoom(2.0)
    for row in range(dialog.model.rowCount()):
        index = dialog.model.index(row)
        entry = dialog.model.entry(index)
        if entry is None:
            continue
        dialog.list.scrollTo(index)
        place = dialog.list.visualRect(index)
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert dialog.chosen == entry
        for pane in (dialog.before, dialog.after):
            box = pane.lit
            if entry.kind == "moved" and pane is dialog.after:
                continue  # on the parking lot: nowhere on the map today, so it is ringed where it was
            assert box is not None, entry
            seen = pane.shown_box()
            assert seen.x() < box[0] + box[2] and box[0] < seen.right(), entry
            assert seen.y() < box[1] + box[3] and box[1] < seen.bottom(), entry


def test_the_changed_notes_are_marked_in_both_maps(show: Show, old: Document, new: Document) -> None:
    """Added ones only on the new map, gone ones only on the old; by a sign, not by colour alone."""
    dialog = show(old, new)
    kinds = {entry.id: entry.kind for entry in dialog.difference if entry.table == "items"}
    assert sorted(kinds.values()) == ["added", "changed", "moved", "removed"]
    before, after = dict(dialog.before.marks), dict(dialog.after.marks)
    for record_id, kind in kinds.items():
        assert (("items", record_id) in before) == (kind != "added")
        assert (("items", record_id) in after) == (kind != "removed")
    _assert_sign_is_painted(dialog.after, "item-new", "added")
    _assert_sign_is_painted(dialog.before, next(k for k, kind in kinds.items() if kind == "removed"), "removed")


def _assert_sign_is_painted(pane: MapPane, record_id: str, kind: str) -> None:
    assert pane.laid is not None
    box = pane.laid.box_of("items", record_id)
    assert box is not None
    pane.light(box)
    pane.light(None)
    with_mark = _grab(pane)
    pane.show_map(pane.laid, {}, 0.5)
    pane.light(box)
    pane.light(None)
    without = _grab(pane)
    color = look().color(COLORS[kind])  # type: ignore[index]  # one of the kinds
    assert _count(with_mark, color.rgb()) > _count(without, color.rgb()) + 40


def _grab(pane: MapPane) -> QImage:
    return pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _count(image: QImage, rgb: int) -> int:
    return sum(image.pixel(x, y) == rgb for x in range(image.width()) for y in range(image.height()))


def test_what_the_chosen_one_says_stands_below_the_list(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    index = dialog.model.first()
    entry = dialog.model.entry(index)
    assert entry is not None and entry.kind == "changed"
    assert dialog.details.text() == (
        f"Text\nWas: {old.touchpoints[0].text}\nIs: Loopt erheen\nen wacht\n\nDuration\nWas: 2 h 30 min\nIs: 5 min"
    )
    spoken = dialog.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith(f"{kind_name('changed')}: {entry.title}. Text was “")


def test_choices_are_given_by_who_shows_it(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    done: list[str] = []
    dialog.add_choice("Keep both", lambda: done.append("both"))
    take = dialog.add_choice("Take it", lambda: done.append("take"), "filled")
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert done == ["take"] and not dialog.isVisible()


def test_escape_closes_and_nothing_is_chosen(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    done: list[str] = []
    dialog.add_choice("Take it", lambda: done.append("take"), "filled")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not done and not dialog.isVisible()


def test_both_maps_zoom_together_and_fit(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    before = dialog.before.zoom
    QTest.keyClick(dialog.before, Qt.Key.Key_Plus)
    assert dialog.before.zoom == dialog.after.zoom > before
    QTest.keyClick(dialog.after, Qt.Key.Key_0)
    laid = dialog.after.laid
    assert laid is not None
    assert dialog.after.shown_box().contains(1.0, 1.0)
    assert dialog.after.shown_box().contains(laid.size[0] - 1, laid.size[1] - 1)


def test_buttons_zoom_both_maps(show: Show, old: Document, new: Document) -> None:
    dialog = show(old, new)
    smaller, larger, whole = dialog.zoom_buttons
    assert [button.accessibleName() for button in dialog.zoom_buttons] == ["Smaller", "Larger", "The whole map"]
    before = dialog.before.zoom
    QTest.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert dialog.before.zoom == dialog.after.zoom > before
    QTest.mouseClick(smaller, Qt.MouseButton.LeftButton)
    assert dialog.before.zoom == pytest.approx(before)
    dialog.after.set_zoom(2.0)
    QTest.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert dialog.after.zoom < 2.0
    assert dialog.after.laid is not None
    assert dialog.after.shown_box().contains(dialog.after.laid.size[0] - 1, dialog.after.laid.size[1] - 1)


def test_two_equal_maps_say_so(show: Show, old: Document) -> None:
    dialog = show(old, old)
    assert dialog.sentence.text() == "Nothing changed"
    assert dialog.model.rowCount() == 0


def test_an_empty_map_can_be_compared(show: Show, old: Document) -> None:
    dialog = show(new_map("Leeg"), old)
    assert dialog.difference and dialog.before.lit is not None


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_speaks_and_looks_as_the_program_does(
    show: Show, old: Document, new: Document, language: str, theme: str, tmp_path: Path
) -> None:
    set_language(language)
    look().choose(theme)  # type: ignore[arg-type]  # one of the two
    dialog = show(old, new)
    assert dialog.list.accessibleName() == {"en": "Differences", "nl": "Verschillen"}[language]
    assert dialog.before.accessibleName() == {"en": "Map: Saturday 14:20", "nl": "Kaart: Saturday 14:20"}[language]
    image = dialog.grab().toImage()
    ground = look().color("surface.panel").rgb()
    assert image.pixel(QPoint(30, dialog.height() // 2)) in (ground, look().color("surface.selected").rgb())


def test_a_small_window_still_shows_list_and_maps(qtbot: QtBot, old: Document, new: Document) -> None:
    """At 300 % a screen of 1920 px has 640."""
    window = QWidget()
    window.resize(640, 420)
    qtbot.addWidget(window)
    window.show()
    dialog = CompareDialog(old, new, "Saturday 14:20", "Today", window)
    dialog.add_choice("Open as a copy", lambda: None)
    dialog.add_choice("Go back to it", lambda: None, "filled")
    dialog.show()
    assert dialog.width() <= 640 and dialog.height() <= 420
    for part in (dialog.list, dialog.before, dialog.after):
        assert part.width() >= 100 and part.height() >= 80
        corner = part.mapTo(dialog, QPoint(part.width(), part.height()))
        assert corner.x() <= dialog.width() and corner.y() <= dialog.height()
    dialog.reject()
