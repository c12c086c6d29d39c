"""Copy as picture: by the palette, keys and context menus; what comes on the clipboard; nothing waits for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from shell_person import Person
from widgets.look.theme import look
from widgets.selection import Kind

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def copied(person: Person) -> QImage:
    """The picture that comes on the clipboard."""
    copier = person.window.handlers.copier
    person.qtbot.waitUntil(lambda: not copier.busy, timeout=60_000)
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("image/png").data()).startswith(b"\x89PNG")
    assert mime.hasImage()
    return QImage.fromData(mime.data("image/png"))


def test_the_map_then_a_phase_then_notes(mapper: Person) -> None:
    person = mapper
    person.back_to_map()
    person.window.commands["copy_map_picture"].trigger()
    assert person.window.handlers.copier.busy, "it is made beside the interface"
    whole = copied(person)
    person.workspace.selection.choose("phase", [person.document.phases[1].id])
    person.key(Qt.Key.Key_C, CTRL | SHIFT)
    phase = copied(person)
    assert phase.width() < whole.width() / 3
    person.workspace.selection.choose_cards([person.card("Advert").id])
    person.key(Qt.Key.Key_C, CTRL | SHIFT)
    note = copied(person)
    assert note.width() == phase.width(), "a note stands below the header of its phase"
    toast = person.window.toasts.toasts()[-1]
    gap = "\N{NO-BREAK SPACE}"  # the size stays on one line
    size = f"{note.width()}{gap}×{gap}{note.height()}{gap}px"
    assert toast.text() == f"The picture is on the clipboard: {size}."


def test_it_is_light_on_a_dark_screen(mapper: Person) -> None:
    person = mapper
    look().choose("dark")
    person.window.commands["copy_map_picture"].trigger()
    assert copied(person).pixelColor(3, 3).lightness() > 240


def test_the_menus_of_headers_cards_and_ground_have_it(mapper: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person = mapper
    menus: list[list[str]] = []
    made = person.window.commands.context_menu

    def look_at(*args: object) -> object:
        menu = made(*args)  # type: ignore[arg-type]  # passed on as they come
        menus.append([action.objectName() for action in menu.actions()])
        return menu

    monkeypatch.setattr(person.window.commands, "context_menu", look_at)
    selection, document = person.workspace.selection, person.document
    choices: tuple[tuple[Kind, str], ...] = (
        ("phase", document.phases[0].id),
        ("lane", document.lanes[0].id),
        ("cards", person.card("Advert").id),
        ("none", ""),
    )
    for kind, record in choices:
        selection.choose(kind, [record] if record else [])
        wanted = "copy_picture" if record else "copy_map_picture"
        person.window.open_context_menu(person.editor.mapToGlobal(person.editor.rect().center()))
        assert wanted in menus[-1]


def test_without_anything_on_the_map_it_says_what_to_do(mapper: Person) -> None:
    person = mapper
    person.workspace.selection.choose_cards([person.card("Advert").id])
    person.editor.to_inbox()
    person.workspace.selection.choose_cards([person.card("Advert").id])
    person.window.commands["copy_picture"].trigger()
    assert person.window.toasts.toasts()[-1].text() == "Choose a phase, a lane or notes on the map first."


def test_cards_copied_as_cards_stay_cards(mapper: Person) -> None:
    """Ctrl+C gives our own cards, text and a picture, as before, and the picture is light."""
    person = mapper
    look().choose("dark")
    person.back_to_map()
    person.workspace.selection.choose_cards([person.card("Advert").id])
    person.key(Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat("application/x-journeywall+json")
    assert mime.text() == "Advert"
    image = QImage(mime.imageData())
    assert image.pixelColor(image.width() // 2, 24).lightness() > 200
