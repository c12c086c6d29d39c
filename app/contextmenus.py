"""Menus at a place of the map: of what is chosen there, and of the minimap, with entries of the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.commands import HEADER_MENU, MENUS_OF, MINIMAP_MENU
from model.itemlist import phase_title
from widgets.panels.quick_edits import fill_quick_edits

if TYPE_CHECKING:
    from app.window import MainWindow

CLIPBOARD = ("cut", "copy", "paste", "copy_picture")
HEADER_GROUPS = (
    ("rename", "move_header_back", "move_header_on"),
    ("copy_picture",),
    ("add_phase", "add_step", "add_lane"),
    ("remove_header",),
)


def open_context_menu(window: MainWindow, position: QPoint) -> None:
    """The menu of what is chosen, at a place of the screen."""
    workspace = window.workspace
    if workspace is None:
        return
    window.refresh_commands()
    kind = workspace.selection.kind
    ids = () if kind in {"cards", "emotion"} else MENUS_OF.get(kind, HEADER_MENU)
    menu = window.commands.context_menu(window, ids)
    if ids == HEADER_MENU:
        _grouped(window, menu)
    elif not ids:
        _with_clipboard(window, menu)
    if kind == "cards":
        before = next((a for a in menu.actions() if a is window.commands["duplicate"]), None)
        fill_quick_edits(menu, workspace.bridge, workspace.selection, window.show_toast, before)
        if before is not None:
            menu.insertSeparator(before)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(position)


def _grouped(window: MainWindow, menu: QMenu) -> None:
    """What is done with a phase, step or lane itself comes first, what takes it away last."""
    usable = menu.actions()
    menu.clear()
    for group in HEADER_GROUPS:
        here = [action for action in map(window.commands.__getitem__, group) if action in usable]
        if here and not menu.isEmpty():
            menu.addSeparator()
        menu.addActions(here)


def _with_clipboard(window: MainWindow, menu: QMenu) -> None:
    """A note is edited first; then it is cut and copied, which the menu of commands keeps with the clipboard."""
    commands = window.commands
    edit = commands["edit_card"]
    if edit not in menu.actions():
        return
    for action in menu.actions()[: menu.actions().index(edit)]:
        menu.removeAction(action)  # the picture, and the line below it
    behind = menu.actions()[menu.actions().index(edit) + 1 :]
    before = behind[0] if behind else None
    here = [commands[name] for name in CLIPBOARD if commands[name].isEnabled()]
    if before is None:
        menu.addSeparator()
        menu.addActions(here)
    else:
        menu.insertSeparator(before)
        menu.insertActions(before, here)


def open_minimap_menu(window: MainWindow, position: QPoint, phase_id: str) -> None:
    """The menu of the minimap; its zoom to a phase is to ``phase_id``, where the pointer is, "" for none."""
    workspace = window.workspace
    if workspace is None:
        return
    window.refresh_commands()
    menu = window.commands.context_menu(window, MINIMAP_MENU)
    menu.setObjectName("minimapMenu")
    shared = window.commands["zoom_phase"]
    if phase_id and shared in menu.actions():
        name = phase_title(workspace.bridge.document, phase_id).replace("&", "&&")
        here = menu.addAction(shared.icon(), f"{shared.text()}: {name}")
        here.triggered.connect(lambda _checked=False: workspace.editor.zoom_to_phase(phase_id))
        menu.insertAction(shared, here)
        menu.removeAction(shared)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(position)
