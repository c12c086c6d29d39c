"""What the sheet of shortcuts says: every command with its keys, and the keys of map, lists and scribe line.

The latter are no commands; what has the keyboard knows them.  No Qt here.
"""

from __future__ import annotations

from app.actions import ACTIONS, MENUS, parts_of
from model.i18n import QT_TRANSLATE_NOOP, translate

Rows = list[tuple[str, tuple[str, ...]]]
"""(what it does, its keys as Qt's portable text)."""

MAP_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "Severity of a pain point"), ("1", "5")),
)
"""Keys of the map that mean something else by what is chosen; the canvas knows them."""

LIST_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "Edit the cell"), ("Return", "F2")),
    (QT_TRANSLATE_NOOP("Actions", "The field after it"), ("Tab",)),
    (QT_TRANSLATE_NOOP("Actions", "New note or action below"), ("Insert",)),
    (QT_TRANSLATE_NOOP("Actions", "Delete the chosen rows"), ("Delete",)),
    (QT_TRANSLATE_NOOP("Actions", "Choose a day from the calendar"), ("Alt+Down",)),
    (QT_TRANSLATE_NOOP("Actions", "Sort by this column"), ("Ctrl+Up", "Ctrl+Down")),
    (QT_TRANSLATE_NOOP("Actions", "Order of the map"), ("Ctrl+Backspace",)),
    (QT_TRANSLATE_NOOP("Actions", "Show the note on the map"), ("Ctrl+Return",)),
)
"""Keys of the lists; the lists themselves know them."""

SCRIBE_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Actions", "Another phase"), ("Alt+Left", "Alt+Right")),
    (QT_TRANSLATE_NOOP("Actions", "Phase 1 to 10"), ("Alt+1", "Alt+9", "Alt+0")),
    (QT_TRANSLATE_NOOP("Actions", "Another step"), ("Alt+PgUp", "Alt+PgDown")),
    (QT_TRANSLATE_NOOP("Actions", "Another lane, until you change it"), ("Alt+Up", "Alt+Down")),
    (QT_TRANSLATE_NOOP("Actions", "Another persona"), ("Ctrl+Up", "Ctrl+Down")),
    (QT_TRANSLATE_NOOP("Actions", "Persona 1 to 4"), ("Ctrl+6", "Ctrl+9")),
    (QT_TRANSLATE_NOOP("Actions", "Another channel"), ("Ctrl+Shift+Up", "Ctrl+Shift+Down")),
    (
        QT_TRANSLATE_NOOP("Actions", "Feeling of the next touchpoint, before Enter: −2 to +2; none"),
        ("Ctrl+1", "Ctrl+5", "Ctrl+0"),
    ),
    (QT_TRANSLATE_NOOP("Actions", "Hang it on another touchpoint"), ("Alt+Shift+Up", "Alt+Shift+Down")),
    (QT_TRANSLATE_NOOP("Actions", "Correct the last note, or an earlier one"), ("F2", "Shift+F2")),
    (QT_TRANSLATE_NOOP("Actions", "Split the note that is corrected"), ("Ctrl+Return",)),
    (QT_TRANSLATE_NOOP("Actions", "Merge it with the one before, at its beginning"), ("Backspace",)),
    (QT_TRANSLATE_NOOP("Actions", "Move the last note to another phase"), ("Alt+Shift+Left", "Alt+Shift+Right")),
)
"""Keys of the scribe line; the line itself knows them, and the letters of the kinds."""


def groups(typed: Rows) -> list[tuple[str, Rows]]:
    """The groups of the sheet, each with its title, in the current language; ``typed`` is what is typed before a text
    of the scribe line."""
    found: list[tuple[str, Rows]] = []
    for menu in MENUS:
        rows = [(spec.title.rstrip("…"), spec.shortcuts) for spec in ACTIONS if spec.menu in parts_of(menu.id)]
        if menu.id == "card":
            rows += _said(MAP_KEYS)
        found.append((menu.title.replace("&", ""), rows))
    found.append((translate("Window", "Writing along"), _said(SCRIBE_KEYS) + typed))
    found.append((translate("Window", "List"), _said(LIST_KEYS)))
    return found


def _said(table: tuple[tuple[str, tuple[str, ...]], ...]) -> Rows:
    return [(translate("Actions", text), keys) for text, keys in table]
