"""Entries of the menus of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from widgets.lists.model import Entry
from widgets.look.icons import icon


def add_entry(menu: QMenu, text: str, run: Callable[[], object]) -> QAction:
    """Something to do, in a menu."""
    action = menu.addAction(text.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: run())
    return action


def fill_choices(menu: QMenu, entries: Iterable[Entry], choose: Callable[[Any], object]) -> None:
    """Choices in a menu; those in use are ticked, and the keyboard begins at one of them."""
    group: int | None = None
    for entry in entries:
        if group is not None and entry.group != group:
            menu.addSeparator()
        group = entry.group
        action = add_entry(menu, entry.title, partial(choose, entry.value))
        action.setCheckable(True)
        action.setChecked(entry.on)
        if entry.icon_name:
            action.setIcon(icon(entry.icon_name, 16, "ink.1"))
        if entry.on or menu.activeAction() is None:
            menu.setActiveAction(action)
