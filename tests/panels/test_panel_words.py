"""Words of the panels: every text goes through translation, follows a change of language, and is spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from model.commands import cards, links
from model.commands.places import Listing
from model.i18n import PSEUDO, translate
from panel_room import Room
from widgets.controls.faces import FacePicker
from widgets.look.language import speak
from widgets.panels.card_menu import fill_card_menu
from widgets.panels.field_editors import ParsedEditor
from widgets.panels.inspector_card import CardPage
from widgets.panels.inspector_map import MapPage
from widgets.panels.page import Tools
from widgets.selection import emotion_key

_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
_OURS = re.compile(r"N\d+")


def shown_by_panels(room: Room) -> dict[str, Callable[[], None]]:
    """Every state of the panels, by its name."""
    document = room.document

    def card(text: str) -> Callable[[], None]:
        return lambda: room.choose(text)

    def chosen(kind: str, record_id: str) -> Callable[[], None]:
        return lambda: room.selection.choose(kind, [record_id])  # type: ignore[arg-type]  # one of the kinds

    def unfolded_map() -> None:
        room.selection.clear()
        page = room.inspector.page
        assert isinstance(page, MapPage)
        for rows in (page.personas.rows.rows, page.channels.rows.rows):
            next(iter(rows.values())).set_open(True)
        page.words.field.show()
        page.personas.field.show()
        page.channels.field.show()

    def opened_touchpoint() -> None:
        room.choose("Belt")
        page = room.inspector.page
        assert isinstance(page, CardPage)
        for group in (page.pains, page.insights, page.solutions):
            group.field.show()
        page.channels.form.show()
        for row in page.feeling_rows.rows.values():
            row.word.show()
            row.quote.show()
            row.aim.click()
        for field in ("description", "time", "duration", "pictures", "tags", "actors", "owner", "system", "evidence"):
            page.more.open(field)
        duration = page.more.editor("duration")
        assert isinstance(duration, ParsedEditor)
        duration.line.set_draft("lang")
        page.links.field.open()
        page.links.field.line.setText("N999")
        page.links.field.line.added.emit("N999")

    def solution() -> None:
        room.bridge.run(cards.add_cards, "solution", ["Orderlijst"], Listing("inbox"))
        room.bridge.run(links.add_action, room.card("Orderlijst").id, "Proefdraaien", due="2020-05-01", owner="Mila")
        room.choose("Orderlijst")
        page = room.inspector.page
        assert isinstance(page, CardPage)
        for row in page.actions_group.rows.rows.values():
            row.unfold.click()
        page.more.open("impact")

    def path() -> None:
        room.bridge.run(links.link_cards, "next", [room.card("Zoekt").id], room.card("Belt").id)
        link = next(link for link in room.document.link_table.values() if link.kind == "next")
        room.selection.choose("link", [link.id])

    def mixed() -> None:
        room.bridge.run(cards.set_card, [room.card("Belt").id], owner="Mila", evidence="observed", tags=("balie",))
        room.choose("Belt", "Zoekt")

    def wrong_number() -> None:
        room.choose("Wacht lang")
        page = room.inspector.page
        assert isinstance(page, CardPage)
        page.targets.number.setText("N999")
        page.targets.take_number()

    lane = next(lane for lane in document.lanes if lane.kind == "touchpoints")
    return {
        "map": unfolded_map,
        "touchpoint": opened_touchpoint,
        "pain point": wrong_number,
        "note": card("Later"),
        "solution": solution,
        "path": path,
        "several": lambda: room.choose("Belt", "Wacht lang"),
        "mixed": mixed,
        "phase": chosen("phase", document.phases[0].id),
        "step": chosen("step", document.steps[0].id),
        "lane": chosen("lane", lane.id),
        "feeling": chosen("emotion", emotion_key(room.card("Zoekt").id, document.personas[0].id)),
    }


STATES = (
    *("map", "touchpoint", "pain point", "note", "solution", "path", "several", "mixed"),
    *("phase", "step", "lane", "feeling"),
)


def visible(room: Room) -> Iterator[QWidget]:
    """Every widget of the panels that is to be seen."""
    for panel in (room.left, room.inspector):
        yield from (widget for widget in panel.findChildren(QWidget) if widget.isVisibleTo(room.window))


def words_of(widget: QWidget) -> list[str]:
    """All that a widget says."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        said.append(widget.placeholderText())
    return [text for text in said if text]


def is_translated(text: str, own: set[str]) -> bool:
    """Whether nothing is left when translated texts, the user's own words and numbers are taken out."""
    left = text
    while _BRACKETED.search(left):
        left = _BRACKETED.sub("", left)
    for word in sorted(own, key=len, reverse=True):
        left = left.replace(word, "")
    return not re.search(r"[A-Za-zÀ-ÖØ-öø-ÿ]", _OURS.sub("", left))


def own_words(room: Room) -> set[str]:
    """The words of the map, and those that are the same in every language."""
    document = room.document
    own = {record.text for record in document.item_table.values()} | {
        "lang",
        "Proefdraaien",
        "Mila",
        "balie",
        "#1F5FD0",
    }
    for table in (document.phases, document.steps, document.personas, document.channels):
        own |= {record.name for record in table if record.name}
    page = room.inspector.page
    if isinstance(page, MapPage):
        own |= set(page.words.chips)
    return own | {"Nederlands", "English", "Oplossingen", "Contactmomenten", "Wat doet de klant hier, en waar?"}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_said_untranslated(room: Room, state: str) -> None:
    states = shown_by_panels(room)
    assert set(states) == set(STATES)
    states[state]()
    speak(PSEUDO)
    room.settle()
    own = own_words(room)
    said = [(type(widget).__name__, text) for widget in visible(room) for text in words_of(widget)]
    assert len(said) > 20
    assert [row for row in said if not is_translated(row[1], own)] == []
    assert any("⟦" in text for _, text in said)


@pytest.mark.parametrize("state", STATES)
def test_everything_that_takes_the_keyboard_has_a_name(room: Room, state: str) -> None:
    shown_by_panels(room)[state]()
    room.settle()
    nameless = [
        widget
        for widget in visible(room)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not isinstance(widget.parentWidget(), QComboBox)
    ]
    assert nameless == []


def test_menus_are_translated(room: Room) -> None:
    speak(PSEUDO)
    room.choose("Belt")
    page = room.inspector.page
    assert isinstance(page, CardPage)
    tools = Tools(room.bridge, room.selection, room.editor, room.editor.reveal)
    for menu in (fill_card_menu(room.window, tools), page.channels.menu(), room.left.body.outline_menu()):
        assert isinstance(menu, QMenu)
        said = [action.text() for action in menu.actions() if action.text()]
        assert said
        assert [text for text in said if not is_translated(text, own_words(room))] == []


def test_the_language_changes_while_the_panels_are_open(room: Room) -> None:
    room.choose("Wacht lang")
    page = room.inspector.page
    assert isinstance(page, CardPage)
    assert page.kind.words == "Pain point"
    speak(PSEUDO)
    assert page.kind.words == "⟦Pain point⟧"
    assert room.left.body.inbox.notes.accessibleName() == "⟦Inbox⟧"
    speak("nl")
    assert page.kind.words == "Pijnpunt"
    assert room.left.body.parking.notes.accessibleName() == translate("Panels", "Parking lot")


def test_a_name_of_a_persona_is_in_the_name_of_its_faces(room: Room) -> None:
    room.choose("Zoekt")
    names = [picker.accessibleName() for picker in room.inspector.findChildren(FacePicker) if picker.isVisible()]
    assert names == ["Feeling of Sanne", "Feeling of Henk"]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [280, 400])
def test_no_text_is_cut_at_the_narrowest_width(room: Room, state: str, width: int) -> None:
    """In Dutch, which needs more room than English; labels that may be cut say so by an ellipsis."""
    speak("nl")
    room.inspector.setFixedWidth(width)
    shown_by_panels(room)[state]()
    room.settle()
    room.settle()
    cut: list[tuple[str, str, QSize, object]] = []
    for widget in visible(room):
        if not room.inspector.isAncestorOf(widget) or isinstance(widget, QAbstractScrollArea):
            continue
        if isinstance(widget, QAbstractButton | QLabel):
            hint = widget.minimumSizeHint()
            if widget.width() < hint.width() or widget.height() < hint.height():
                cut.append((type(widget).__name__, str(words_of(widget)), widget.size(), hint))
        at = widget.mapTo(room.inspector, widget.rect().topRight())
        if at.x() > room.inspector.width():
            cut.append((type(widget).__name__, str(words_of(widget)), widget.size(), at))
    assert cut == []
