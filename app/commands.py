"""The commands of one window as Qt actions, made from the table in :mod:`app.actions`.

The window binds what each command does; when it can be used follows from the state it reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.actions import ACTIONS, MENUS, ActionSpec, When
from widgets.controls.command_palette import Command
from widgets.look.icons import icon


class CommandSet(QObject):
    """Actions by id.  ``handlers`` holds what each does; a command without one is an error of the program.

    Actions with scope "canvas" take their shortcut only while ``canvas`` or something in it has the keyboard, so that
    a P typed in a field is a letter.
    """

    def __init__(self, window: QWidget, canvas: QWidget, handlers: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        missing = {spec.id for spec in ACTIONS} ^ set(handlers)
        if missing:
            raise ValueError(f"commands and what they do differ: {sorted(missing)}")
        self.actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._dynamic: dict[str, str] = {}
        for spec in ACTIONS:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence.fromString(keys) for keys in spec.shortcuts])
            action.setCheckable(spec.checkable)
            if spec.icon:
                action.setIcon(icon(spec.icon, 18, "state.danger" if spec.danger else "ink.1"))
            host = canvas if spec.scope == "canvas" else window
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetWithChildrenShortcut
                if spec.scope == "canvas"
                else Qt.ShortcutContext.WindowShortcut
            )
            host.addAction(action)
            handler = handlers[spec.id]
            action.triggered.connect(lambda _checked=False, run=handler: run())
            self.actions[spec.id] = action
        self.retranslate()

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for menu_spec in MENUS:
            menu = QMenu(bar)
            menu.setObjectName(menu_spec.id)
            self._menus[menu_spec.id] = menu
            self._fill(menu, [spec for spec in ACTIONS if spec.menu == menu_spec.id])
            bar.addMenu(menu)
        self.retranslate()

    def menu(self, menu_id: str) -> QMenu:
        """One menu of the menu bar.  Raises KeyError."""
        return self._menus[menu_id]

    def context_menu(self, parent: QWidget, ids: tuple[str, ...] = ()) -> QMenu:
        """A menu of the commands for a card, or of ``ids``; those that cannot be used now are left out."""
        menu = QMenu(parent)
        chosen = [spec for spec in ACTIONS if (spec.id in ids if ids else spec.context)]
        self._fill(menu, [spec for spec in chosen if self.actions[spec.id].isEnabled()])
        return menu

    def _fill(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        last: int | None = None
        for spec in specs:
            if last is not None and spec.group != last:
                menu.addSeparator()
            menu.addAction(self.actions[spec.id])
            last = spec.group

    def set_state(self, state: Mapping[When, bool]) -> None:
        """Enable what can be used: ``state`` says which conditions hold."""
        for spec in ACTIONS:
            self.actions[spec.id].setEnabled(state.get(spec.when, False))

    def set_title(self, action_id: str, title: str) -> None:
        """Give a command a text of the moment ("Undo: Move 3 cards"); "" gives it its own again."""
        self._dynamic[action_id] = title
        self.actions[action_id].setText(_escaped(title) if title else self._own_title(action_id))

    def _own_title(self, action_id: str) -> str:
        return _escaped(next(spec for spec in ACTIONS if spec.id == action_id).title)

    def palette_commands(self) -> list[Command]:
        """The commands that can be used now, for the palette."""
        return [
            Command(
                id=f"action:{spec.id}",
                text=self._dynamic.get(spec.id) or spec.title.rstrip("…"),
                icon_name=spec.icon,
                shortcut=self.actions[spec.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for spec in ACTIONS
            if spec.id != "find" and self.actions[spec.id].isEnabled()
        ]

    def retranslate(self) -> None:
        """Say everything in the current language."""
        for spec in ACTIONS:
            action = self.actions[spec.id]
            action.setText(_escaped(self._dynamic.get(spec.id, "")) or _escaped(spec.title))
        for menu_spec in MENUS:
            if menu_spec.id in self._menus:
                self._menus[menu_spec.id].setTitle(menu_spec.title)


def _escaped(text: str) -> str:
    """``text`` for a menu, where a single & would be a mnemonic."""
    return text.replace("&", "&&")
