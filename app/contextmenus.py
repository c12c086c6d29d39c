"""Menus at a place of the map: of what is chosen there, and of the minimap, with entries of the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from app.commands import HEADER_MENU, MENUS_OF, MINIMAP_MENU
from model.itemlist import phase_title
from widgets.panels.quick_edits import fill_quick_edits

if TYPE_CHECKING:
    from app.window import MainWindow


def open_context_menu(window: MainWindow, position: QPoint) -> None:
    """The menu of what is chosen, at a place of the screen."""
    workspace = window.workspace
    if workspace is None:
        return
    window.refresh_commands()
    kind = workspace.selection.kind
    ids = () if kind in {"cards", "emotion"} else MENUS_OF.get(kind, HEADER_MENU)
    menu = window.commands.context_menu(window, ids)
    if kind == "cards":
        before = next((a for a in menu.actions() if a is window.commands["duplicate"]), None)
        fill_quick_edits(menu, workspace.bridge, workspace.selection, window.show_toast, before)
        if before is not None:
            menu.insertSeparator(before)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(position)


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
