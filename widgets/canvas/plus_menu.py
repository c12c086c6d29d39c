"""The menu of the round plus of a touchpoint: what can be hung on it, and the way to link it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from model.i18n import translate
from model.kinds import ITEM_KINDS
from widgets.look.icons import icon

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor


def plus_menu(editor: MapEditor) -> QMenu:
    """A fresh menu; the data of an action is the kind of card that it adds."""
    menu = QMenu(editor)
    for kind in ITEM_KINDS.values():
        if kind.attaches:
            action = QAction(icon(kind.icon, 16), kind.title, menu)
            action.setData(kind.id)
            action.triggered.connect(partial(_add, editor, kind.id))
            menu.addAction(action)
    menu.addSeparator()
    link = QAction(icon("link", 16), translate("Canvas", "Connect…"), menu)
    link.triggered.connect(lambda _checked=False: editor.begin_connecting())
    menu.addAction(link)
    return menu


def _add(editor: MapEditor, kind: str, _checked: bool = False) -> None:
    editor.new_attached(kind)
