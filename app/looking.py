"""Which commands work on a map that may only be looked at (rule DO6 of :mod:`app.documents`); all others are off.

A new command is off there until it is named here: what it does to a map is not known.
"""

from __future__ import annotations

from app.actions import ACTIONS
from app.documents import OpenDocument

_MENUS = frozenset({"view", "zoom", "looks", "workshop", "help"})
"""Menus whose commands show something and change nothing."""
_NAMED = frozenset(
    {
        "new",
        "open",
        "open_example",
        "new_window",
        "import_mermaid",
        "find_discarded",
        "forget",
        "show_versions",
        "export",
        "export_kit",
        "export_actions",
        "export_workbook",
        "export_picture",
        "export_mermaid",
        "close",
        "quit",
        "copy",
        "copy_picture",
        "copy_map_picture",
        "select_all",
        "find",
        "map_properties",
    }
)
_COPIES = frozenset({"save_as", "save_template"})
"""Commands that write the map elsewhere; not one that only a newer program understands, since parts of it would be
missing there."""


def turned_off(document: OpenDocument) -> frozenset[str]:
    """The commands that do not work on ``document`` because it may only be looked at."""
    if not document.only_to_look_at:
        return frozenset()
    works = _NAMED if document.newer else _NAMED | _COPIES
    return frozenset(spec.id for spec in ACTIONS if spec.menu not in _MENUS and spec.id not in works)
