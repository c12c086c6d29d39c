"""The commands of one window as Qt actions, made from the table in :mod:`app.actions`.

The window says what each command does and which can be used now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import ACTIONS, MENUS, SUBMENUS, ActionSpec, When, action, parts_of
from widgets.controls.command_palette import Command
from widgets.controls.texts import plain_tooltip
from widgets.look.icons import icon

HEADER_MENU = (
    *("rename", "move_header_back", "move_header_on", "add_phase", "add_step", "add_lane", "remove_header"),
    "copy_picture",
)
LINK_MENU = ("edit_card", "reverse_link", "change_link_kind", "carry_pain_points", "delete")
GROUND_MENU = (
    *("new_card", "paste", "paste_lines", "add_phase", "add_step", "add_lane", "select_all", "copy_map_picture"),
)
MINIMAP_MENU = ("zoom_fit", "zoom_phase", "zoom_actual", "minimap")
MENUS_OF = {"none": GROUND_MENU, "link": LINK_MENU}
"""Kind of what is chosen -> the commands of its menu; cards have those with ``context``, headers ``HEADER_MENU``."""

CONTEXTS = {
    "window": Qt.ShortcutContext.WindowShortcut,
    "canvas": Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


class CommandSet(QObject):
    """Actions by id; ``run`` does the command with an id.

    Actions with scope "canvas" take their shortcut only while ``canvas`` or something in it has the keyboard, so that
    a P typed in a field is a letter.
    """

    menu_opens = Signal()
    """A menu of the menu bar is about to be shown: say which commands can be used."""

    def __init__(self, window: QWidget, canvas: QWidget, run: Callable[[str], object]) -> None:
        super().__init__(window)
        self.actions: dict[str, QAction] = {}
        self._run = run
        self._menus: dict[str, QMenu] = {}
        self._titles: dict[str, str] = {}
        self._icons: dict[str, str] = {}
        self._explained: tuple[Collection[str], str] = (frozenset(), "")
        for spec in ACTIONS:
            made = QAction(window)
            made.setObjectName(spec.id)
            made.setShortcuts([QKeySequence.fromString(keys) for keys in spec.shortcuts])
            made.setShortcutContext(CONTEXTS[spec.scope])
            made.setMenuRole(QAction.MenuRole.QuitRole if spec.id == "quit" else QAction.MenuRole.NoRole)
            made.setCheckable(spec.checkable)
            made.setProperty("danger", spec.danger)
            if spec.icon:
                made.setIcon(icon(spec.icon, 18, "state.danger" if spec.danger else "ink.1"))
            if spec.scope == "window":
                window.addAction(made)
            made.triggered.connect(lambda _checked=False, done=spec.id: self._run(done))
            self.actions[spec.id] = made
        self.set_canvas(canvas)
        self.retranslate()

    def set_canvas(self, canvas: QWidget) -> None:
        """Another widget holds the canvas from now on, and the shortcuts that work there."""
        for spec in ACTIONS:
            if spec.scope == "canvas":
                canvas.addAction(self.actions[spec.id])

    def __getitem__(self, action_id: str) -> QAction:
        return self.actions[action_id]

    # -- menus -----------------------------------------------------------------------------------------------

    def fill_menus(self, menus: Sequence[QMenu]) -> None:
        """Fill the menus of the menu bar, one for each of :data:`app.actions.MENUS`."""
        for menu_spec, menu in zip(MENUS, menus, strict=True):
            menu.setObjectName(menu_spec.id)
            menu.aboutToShow.connect(self.menu_opens)
            self._menus[menu_spec.id] = menu
            parts = parts_of(menu_spec.id)
            self._fill(menu, [spec for spec in ACTIONS if spec.menu in parts], parts - {menu_spec.id})
        self.retranslate()

    def menu(self, menu_id: str) -> QMenu:
        """One menu of the menu bar.  Raises KeyError."""
        return self._menus[menu_id]

    def insert_submenu(self, before: str, submenu: QMenu) -> None:
        """Put ``submenu`` before a command in the command's menu."""
        self._menus[action(before).menu].insertMenu(self.actions[before], submenu)

    def context_menu(self, parent: QWidget, ids: tuple[str, ...] = ()) -> QMenu:
        """A menu of the commands for a card, or of ``ids``; those that cannot be used now are left out."""
        menu = QMenu(parent)
        chosen = [spec for spec in ACTIONS if (spec.id in ids if ids else spec.context)]
        self._fill(menu, [spec for spec in chosen if self.actions[spec.id].isEnabled()])
        return menu

    def _fill(self, menu: QMenu, specs: list[ActionSpec], parts: Collection[str] = ()) -> None:
        """Put commands into a menu; those of its ``parts`` go into menus of their own, in a group of their own."""
        last: tuple[str, int] | None = None
        for part in (part for part in SUBMENUS if part.id in parts):
            self._menus[part.id] = QMenu(part.title, menu)
            self._menus[part.id].setObjectName(part.id)
            self._fill(self._menus[part.id], [spec for spec in specs if spec.menu == part.id])
        for spec in specs:
            here = (spec.menu, 0 if spec.menu in parts else spec.group)
            if last is not None and here != last:
                menu.addSeparator()
            if spec.menu not in parts:
                menu.addAction(self.actions[spec.id])
            elif here != last:
                menu.addMenu(self._menus[spec.menu])
            last = here

    # -- state -----------------------------------------------------------------------------------------------

    def set_state(self, state: Mapping[When, bool], single: Mapping[str, bool]) -> None:
        """Enable what can be used: ``state`` says which conditions hold, ``single`` overrules it for a command."""
        for spec in ACTIONS:
            self.actions[spec.id].setEnabled(single.get(spec.id, state.get(spec.when, False)))

    def explain(self, off: Collection[str], why: str) -> None:
        """Let the commands in ``off`` say why they are off: in their tip, which menus show then."""
        if self._explained == (off, why):
            return
        self._explained = (off, why)
        for action_id, made in self.actions.items():
            made.setToolTip(plain_tooltip(why) if action_id in off else "")
        for menu in self._menus.values():
            menu.setToolTipsVisible(bool(off))

    def why_off(self, keys: QKeySequence) -> str:
        """Why the command of ``keys`` is off, where :meth:`explain` said so; "" for other keys."""
        off, why = self._explained
        return why if any(keys in self.actions[action_id].shortcuts() for action_id in off) else ""

    def set_title(self, action_id: str, title: str) -> None:
        """Give a command a text of the moment ("Undo: Move 3 cards"); "" gives it its own again."""
        self._titles[action_id] = title
        self.actions[action_id].setText(_escaped(self.title(action_id)))

    def set_icon(self, action_id: str, name: str) -> None:
        """Give a command a picture of the moment; "" gives it its own again."""
        shown = name or action(action_id).icon
        if self._icons.get(action_id, action(action_id).icon) != shown:
            self._icons[action_id] = shown
            self.actions[action_id].setIcon(icon(shown, 18, "ink.1"))

    def title(self, action_id: str) -> str:
        """A command's text of the moment, as a person reads it."""
        return self._titles.get(action_id) or action(action_id).title

    def keys(self, action_id: str) -> str:
        """A command's first shortcut, as this system writes it."""
        return self.actions[action_id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def palette_commands(self) -> list[Command]:
        """The commands that can be used now, for the palette."""
        return [
            Command(
                id=f"action:{spec.id}",
                text=self.title(spec.id).rstrip("…"),
                icon_name=spec.icon,
                shortcut=self.keys(spec.id),
            )
            for spec in ACTIONS
            if spec.id != "find" and self.actions[spec.id].isEnabled()
        ]

    def retranslate(self) -> None:
        """Say everything in the current language."""
        for spec in ACTIONS:
            self.actions[spec.id].setText(_escaped(self.title(spec.id)))
        for menu_spec in (*MENUS, *SUBMENUS):
            if menu_spec.id in self._menus:
                self._menus[menu_spec.id].setTitle(menu_spec.title)


def _escaped(text: str) -> str:
    """``text`` for a menu, where a single & would be a mnemonic."""
    return text.replace("&", "&&")
