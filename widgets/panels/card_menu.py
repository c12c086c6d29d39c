"""The menus of cards in the panels: their kind, and what else can be done with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from model.i18n import translate
from model.kinds import ITEM_KINDS
from widgets.look.icons import icon
from widgets.panels.page import Tools
from widgets.panels.quick_edits import fill_quick_edits


def _kinds_into(menu: QMenu, tools: Tools) -> None:
    items = [tools.bridge.document.item_table[i] for i in tools.selection.cards]
    kinds = {item.kind for item in items}
    for kind in ITEM_KINDS.values():
        action = menu.addAction(icon(kind.icon or "pointer", 16), kind.title)
        action.setCheckable(True)
        action.setChecked(kinds == {kind.id})
        action.setData(kind.id)
        action.triggered.connect(partial(_change, tools, kind.id))


def _change(tools: Tools, kind: str, _checked: bool = False) -> None:
    tools.editor.change_kind(kind)


def popup_kind_menu(anchor: QWidget, tools: Tools, below: QPoint) -> QMenu:
    """Open the menu of kinds for the chosen cards under ``anchor``."""
    menu = QMenu(anchor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _kinds_into(menu, tools)
    menu.popup(anchor.mapToGlobal(below))
    return menu


def fill_card_menu(parent: QWidget, tools: Tools) -> QMenu:
    """What can be done with the chosen cards."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    editor = tools.editor
    fill_quick_edits(menu, tools.bridge, tools.selection, editor.toast.emit)
    menu.addSeparator()
    places = {tools.bridge.document.item_table[i].place for i in tools.selection.cards}
    duplicate = menu.addAction(icon("copy", 16), translate("Panels", "Duplicate"))
    duplicate.triggered.connect(editor.duplicate_selection)
    if places != {"inbox"}:
        inbox = menu.addAction(icon("inbox", 16), translate("Panels", "To the inbox"))
        inbox.triggered.connect(editor.to_inbox)
    if places != {"parking"}:
        parking = menu.addAction(icon("car", 16), translate("Panels", "To the parking lot"))
        parking.triggered.connect(editor.park_selection)
    menu.addSeparator()
    delete = menu.addAction(icon("trash", 16, "state.danger"), translate("Panels", "Delete"))
    delete.setProperty("danger", True)
    delete.triggered.connect(editor.delete_selection)
    return menu
