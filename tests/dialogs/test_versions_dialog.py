"""The list of earlier versions: when, why, what changed, how it looked; damaged ones are named and offer nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from every_field_map import every_field_map
from model.document import Document
from model.files import native, versions
from model.files.versions import Version
from model.i18n import set_language
from widgets.dialogs.maps import shelf
from widgets.dialogs.versions import VersionsDialog
from widgets.look.theme import look

Show = Callable[..., VersionsDialog]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def given() -> Document:
    return Document(every_field_map().tables)


def _titled(document: Document, title: str) -> Document:
    return document.with_changes([("map", "map", document.info.changed(title=title))])


def _said(document: Document, text: str) -> Document:
    item = document.touchpoints[0]
    return document.with_changes([("items", item.id, item.changed(text=text))])


def _kept(document: Document, why: versions.Why = "save", minutes: int = 0) -> Version:
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    kept = versions.keep(document.document_id, native.dumps(document), why=why, path="/maps/a.journey", at=at)
    assert kept is not None
    return kept


@pytest.fixture
def three(given: Document, tmp_path: Path) -> list[Version]:
    """Yesterday's, one with another text kept while working, one with a new title."""
    _kept(given, minutes=24 * 60)
    _kept(_said(given, "Loopt erheen"), "work", minutes=1)
    _kept(_titled(_said(given, "Loopt erheen"), "Nieuwe schoenen"))
    return versions.versions(given.document_id)


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()

    def make(found: list[Version], today: Document, **more: object) -> VersionsDialog:
        dialog = VersionsDialog(found, today, window, path="/maps/a.journey", **more)  # type: ignore[arg-type]  # by name
        dialog.show()
        return dialog

    yield make
    look().choose("light")
    set_language("en")


def _read(qtbot: QtBot, dialog: VersionsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.reading)


def _rows(dialog: VersionsDialog) -> list[str]:
    model = dialog.model
    return [str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_days_times_reasons_and_what_changed_since_the_one_before(
    show: Show, given: Document, three: list[Version], qtbot: QtBot
) -> None:
    dialog = show(three, given)
    _read(qtbot, dialog)
    clock = [version.time.strftime("%H:%M") for version in three]
    count = len(given.item_table)
    rows = _rows(dialog)
    days = {"Today", "Yesterday"}
    assert [row for row in rows if row not in days] == [
        f"{clock[0]} · Saved. Title changed",
        f"{clock[1]} · While working. 1 note changed",
        f"{clock[2]} · Saved. The oldest one that is kept: {count} notes",
    ]
    assert "Yesterday" in rows


def test_the_newest_is_chosen_and_its_map_is_shown(
    show: Show, given: Document, three: list[Version], qtbot: QtBot
) -> None:
    today = _said(_titled(given, "Nieuwe schoenen"), "Rijdt erheen")
    dialog = show(three, today)
    assert dialog.version == three[0] and dialog.focusWidget() is dialog.list
    _read(qtbot, dialog)
    assert dialog.pane.laid is not None
    assert dialog.pane.laid.document.info.title == "Nieuwe schoenen"
    assert dialog.heading_label.text().endswith("· Nieuwe schoenen")
    assert dialog.facts.text() == "Saved · Until today: 1 note changed"
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.version == three[2] and not dialog.restore_button.isEnabled()
    _read(qtbot, dialog)
    assert dialog.pane.laid.document.info.title == given.info.title
    assert dialog.restore_button.isEnabled()


def test_a_click_chooses_and_each_button_says_which_version(
    show: Show, given: Document, three: list[Version], qtbot: QtBot
) -> None:
    dialog = show(three, given)
    _read(qtbot, dialog)
    index = dialog.model.index_of(1)
    QTest.mouseClick(dialog.list.viewport(), LEFT, pos=dialog.list.visualRect(index).center())
    _read(qtbot, dialog)
    said: list[tuple[str, Version, str]] = []
    for name in ("compared", "copied", "restored"):
        getattr(dialog, name).connect(
            lambda version, document, name=name: said.append((name, version, document.touchpoints[0].text))
        )
    QTest.mouseClick(dialog.compare_button, LEFT)
    assert dialog.isVisible(), "comparing lies over the list"
    QTest.mouseClick(dialog.copy_button, LEFT)
    assert not dialog.isVisible()
    assert said == [("compared", three[1], "Loopt erheen"), ("copied", three[1], "Loopt erheen")]


def test_enter_goes_back_to_the_chosen_one(show: Show, given: Document, three: list[Version], qtbot: QtBot) -> None:
    dialog = show(three, given)
    said: list[Version] = []
    dialog.restored.connect(lambda version, _document: said.append(version))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not said, "it is being read still"
    _read(qtbot, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert said == [three[0]]


def test_a_damaged_version_is_named_and_offers_nothing(
    show: Show, given: Document, three: list[Version], qtbot: QtBot
) -> None:
    """Also one whose damage shows only when it is read; what changed is told of the sound one before it."""
    middle = three[1].file
    middle.write_bytes(middle.read_bytes()[:-30])
    oldest = three[2].file
    oldest.write_bytes(b"nonsense")
    found = versions.versions(given.document_id)
    dialog = show(found, given)
    _read(qtbot, dialog)
    rows = [row for row in _rows(dialog) if row not in ("Today", "Yesterday")]
    assert rows[0].endswith(f"The oldest one that is kept: {len(given.item_table)} notes")
    assert rows[1].endswith("Damaged; cannot be opened")
    assert rows[2].endswith("Damaged; cannot be opened")
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        _read(qtbot, dialog)
        assert not dialog.copy_button.isEnabled() and not dialog.restore_button.isEnabled()
        assert dialog.pane.laid is None
        assert "Damaged" in dialog.facts.text()


def test_somebody_elses_map_is_not_gone_back_in(show: Show, given: Document, three: list[Version]) -> None:
    dialog = show(three, given, may_go_back=False)
    assert not dialog.restore_button.isVisible() and dialog.copy_button.isVisible()
    dialog.reject()


def test_sixty_versions_are_listed_at_once(show: Show, given: Document, qtbot: QtBot) -> None:
    """The list is there before any content is read, within 50 ms of the thread's own time (others work here too)."""
    for i in range(60):
        _kept(_said(given, f"Tekst {i}"), minutes=60 - i)
    took, found = [], list[Version]()
    for _ in range(3):
        begin = time.thread_time()
        found = versions.versions(given.document_id)
        took.append(time.thread_time() - begin)
    assert len(found) == 60
    assert min(took) <= 0.05
    dialog = show(found, given)
    assert sum(isinstance(row, int) for row in dialog.model.shown) == 60
    QApplication.processEvents()
    _read(qtbot, dialog)
    assert 4 <= len(dialog.model.told) < 30, "only the rows in view are read"
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    _read(qtbot, dialog)
    assert 59 in dialog.model.told
    dialog.reject()


def test_closing_while_it_reads_ends_the_reading(show: Show, given: Document, three: list[Version]) -> None:
    dialog = show(three, given)
    dialog.reject()
    QTest.qWait(80)
    assert not dialog.model.told


@pytest.mark.parametrize(
    ("days", "said"), [(0, "Today"), (1, "Yesterday"), (2, "12 Mar 2026"), (-3, "17 Mar 2026"), (400, "7 Feb 2025")]
)
def test_a_day_is_named_as_people_name_it(days: int, said: str) -> None:
    today = datetime(2026, 3, 14, tzinfo=UTC).date()
    assert shelf.day_name(today - timedelta(days=days), today) == said


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_speaks_and_looks_as_the_program_does(
    show: Show, given: Document, three: list[Version], qtbot: QtBot, language: str, theme: str
) -> None:
    set_language(language)
    look().choose(theme)  # type: ignore[arg-type]  # one of the two
    dialog = show(three, given)
    _read(qtbot, dialog)
    assert dialog.heading.text() == {"en": "Earlier versions", "nl": "Eerdere versies"}[language]
    assert dialog.restore_button.text() == {"en": "Go back to it", "nl": "Ga hierheen terug"}[language]
    assert dialog.list.accessibleName() and dialog.pane.accessibleName()
    changed = {"en": "1 note changed", "nl": "1 kaartje gewijzigd"}[language]
    assert any(row.endswith(changed) for row in _rows(dialog))
    image = dialog.list.viewport().grab().toImage()
    thumb = dialog.list.visualRect(dialog.model.index_of(0)).topLeft() + QPoint(12, 8)
    colours = {image.pixel(thumb.x() + x, thumb.y() + y) for x in range(4, 92) for y in range(4, 52)}
    assert len(colours) > 8, "a picture of the map"


def test_a_small_window_still_shows_list_picture_and_buttons(
    qtbot: QtBot, given: Document, three: list[Version]
) -> None:
    """At 300 % a screen of 1920 px has 640."""
    window = QWidget()
    window.resize(640, 420)
    qtbot.addWidget(window)
    window.show()
    dialog = VersionsDialog(three, given, window)
    dialog.show()
    assert dialog.width() <= 640 and dialog.height() <= 420
    for part in (dialog.list, dialog.pane, dialog.restore_button, dialog.compare_button):
        corner = part.mapTo(dialog, QPoint(part.width(), part.height()))
        assert corner.x() <= dialog.width() and corner.y() <= dialog.height()
    dialog.reject()
