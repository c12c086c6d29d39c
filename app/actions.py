"""The table of commands: menus, context menu, command palette, shortcut sheet and tests are made from it.

A command is data; what it does is the method of the same name that the window binds (see :mod:`app.commands`).
No Qt here.  Shortcuts are written as Qt's portable text; "Ctrl" is Cmd on a Mac.
"""

from __future__ import annotations

from typing import Literal

from model.i18n import QT_TRANSLATE_NOOP, translate
from model.values import dataclass

When = Literal[
    "always", "map", "undo", "redo", "cards", "one_card", "touchpoint", "header", "path", "selection", "clipboard"
]
"""When a command can be used: always; a map is open; there is something to undo or redo; cards are chosen; one card
is; a touchpoint is; a phase, step or lane is; a path between touchpoints is; anything is; a map is open and the
clipboard holds text or cards."""

Scope = Literal["window", "canvas"]
"""Where a shortcut works: in the whole window, or only while the canvas has the keyboard (single keys)."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command.

    ``text`` is a source string of the context "Actions"; ``menu`` the id of its menu or "" for none; ``tip`` one
    sentence for the palette and the shortcut sheet, may be empty.  ``checkable`` commands are switches.
    """

    id: str
    text: str
    menu: str = ""
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    when: When = "map"
    scope: Scope = "window"
    group: int = 0
    """Commands of one menu with different groups have a line between them."""
    context: bool = False
    """Whether it stands in the menu of a card."""
    checkable: bool = False
    danger: bool = False

    @property
    def title(self) -> str:
        """The command's name in the current language."""
        return translate("Actions", self.text)


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """One menu of the menu bar; ``text`` is a source string of the context "Menus".

    ``inside`` is the menu that it is a part of, at the place of the first of its commands; "" for the menu bar.
    """

    id: str
    text: str
    inside: str = ""

    @property
    def title(self) -> str:
        """The menu's name in the current language."""
        return translate("Menus", self.text)


MENUS = (
    MenuSpec("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    MenuSpec("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    MenuSpec("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    MenuSpec("map", QT_TRANSLATE_NOOP("Menus", "&Map")),
    MenuSpec("card", QT_TRANSLATE_NOOP("Menus", "&Note")),
    MenuSpec("workshop", QT_TRANSLATE_NOOP("Menus", "&Workshop")),
    MenuSpec("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)
SUBMENUS = (
    MenuSpec("zoom", QT_TRANSLATE_NOOP("Menus", "Zoom"), "view"),
    MenuSpec("looks", QT_TRANSLATE_NOOP("Menus", "Light, dark and language"), "view"),
)
"""The parts of menus that have more commands than fit a laptop's screen."""


def parts_of(menu_id: str) -> set[str]:
    """The ids of a menu and of the menus in it."""
    return {menu_id, *(menu.id for menu in SUBMENUS if menu.inside == menu_id)}


_A = ActionSpec

ACTIONS: tuple[ActionSpec, ...] = (
    # -- file
    _A("new", QT_TRANSLATE_NOOP("Actions", "New map…"), "file", "plus", ("Ctrl+N",), "always"),
    _A("open", QT_TRANSLATE_NOOP("Actions", "Open…"), "file", "folder-open", ("Ctrl+O",), "always"),
    _A("open_example", QT_TRANSLATE_NOOP("Actions", "Open the example"), "file", "map-2", (), "always"),
    _A("new_window", QT_TRANSLATE_NOOP("Actions", "Another window of this map"), "file", "copy", ()),
    _A(
        "import_mermaid",
        QT_TRANSLATE_NOOP("Actions", "Import Mermaid diagram…"),
        "file",
        "download",
        (),
        "always",
        group=1,
    ),
    _A(
        "find_discarded",
        QT_TRANSLATE_NOOP("Actions", "Recently discarded work…"),
        "file",
        "history",
        (),
        "always",
        group=1,
    ),
    _A("show_versions", QT_TRANSLATE_NOOP("Actions", "Versions…"), "file", "clock", (), group=1),
    _A("forget", QT_TRANSLATE_NOOP("Actions", "Forget this document…"), "file", "trash", (), group=1, danger=True),
    _A("save", QT_TRANSLATE_NOOP("Actions", "Save"), "file", "device-floppy", ("Ctrl+S",), group=2),
    _A("save_as", QT_TRANSLATE_NOOP("Actions", "Save as…"), "file", "", ("Ctrl+Shift+S",), group=2),
    _A("save_template", QT_TRANSLATE_NOOP("Actions", "Save as template…"), "file", "template", (), group=2),
    _A("export", QT_TRANSLATE_NOOP("Actions", "Print or export…"), "file", "printer", ("Ctrl+P",), group=3),
    _A("export_kit", QT_TRANSLATE_NOOP("Actions", "Paper kit…"), "file", "scissors", (), group=3),
    _A("export_actions", QT_TRANSLATE_NOOP("Actions", "Action list…"), "file", "list", (), group=3),
    _A("export_workbook", QT_TRANSLATE_NOOP("Actions", "Excel workbook…"), "file", "file-spreadsheet", (), group=3),
    _A("export_picture", QT_TRANSLATE_NOOP("Actions", "Picture…"), "file", "photo", ("Ctrl+Shift+E",), group=3),
    _A("export_mermaid", QT_TRANSLATE_NOOP("Actions", "Mermaid diagram…"), "file", "upload", (), group=3),
    _A("close", QT_TRANSLATE_NOOP("Actions", "Close"), "file", "x", ("Ctrl+W",), "always", group=4),
    _A("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", "", ("Ctrl+Q",), "always", group=4),
    # -- edit
    _A("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", "arrow-back-up", ("Ctrl+Z",), "undo"),
    _A("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", "arrow-forward-up", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    _A("cut", QT_TRANSLATE_NOOP("Actions", "Cut"), "edit", "scissors", ("Ctrl+X",), "cards", "canvas", 1),
    _A("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), "edit", "copy", ("Ctrl+C",), "cards", "canvas", 1),
    _A(
        "copy_picture",
        QT_TRANSLATE_NOOP("Actions", "Copy as picture"),
        "edit",
        "photo",
        ("Ctrl+Shift+C",),
        "selection",
        group=1,
        context=True,
    ),
    _A(
        "copy_map_picture",
        QT_TRANSLATE_NOOP("Actions", "Copy the map as picture"),
        "edit",
        "",
        (),
        group=1,
    ),
    _A("paste", QT_TRANSLATE_NOOP("Actions", "Paste"), "edit", "clipboard", ("Ctrl+V",), "clipboard", "canvas", 1),
    _A(
        "paste_lines",
        QT_TRANSLATE_NOOP("Actions", "Paste lines as notes"),
        "edit",
        "",
        ("Ctrl+Shift+V",),
        "clipboard",
        group=1,
    ),
    _A("select_all", QT_TRANSLATE_NOOP("Actions", "Select all"), "edit", "", ("Ctrl+A",), "map", "canvas", 2),
    _A(
        "find",
        QT_TRANSLATE_NOOP("Actions", "Search or do something"),
        "edit",
        "search",
        ("Ctrl+K",),
        "map",
        group=3,
    ),
    _A("filter", QT_TRANSLATE_NOOP("Actions", "Find notes…"), "edit", "filter", ("Ctrl+F",), group=3),
    _A("find_next", QT_TRANSLATE_NOOP("Actions", "Next that fits"), "edit", "", ("F3",), group=3),
    _A("find_previous", QT_TRANSLATE_NOOP("Actions", "Previous that fits"), "edit", "", ("Shift+F3",), group=3),
    _A("show_all", QT_TRANSLATE_NOOP("Actions", "Show all notes again"), "edit", "", (), group=3),
    # -- view
    _A("view_map", QT_TRANSLATE_NOOP("Actions", "Map"), "view", "map-2", ("Alt+1",), group=-1, checkable=True),
    _A("view_list", QT_TRANSLATE_NOOP("Actions", "List"), "view", "table", ("Alt+2",), group=-1, checkable=True),
    _A(
        "view_actions",
        QT_TRANSLATE_NOOP("Actions", "Action list"),
        "view",
        "list",
        ("Alt+8",),
        group=-1,
        checkable=True,
    ),
    _A("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "zoom", "zoom-in", ("Ctrl++", "Ctrl+=")),
    _A("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "zoom", "zoom-out", ("Ctrl+-",)),
    _A("zoom_fit", QT_TRANSLATE_NOOP("Actions", "Fit the map"), "zoom", "arrows-maximize", ("Ctrl+0",)),
    _A("zoom_actual", QT_TRANSLATE_NOOP("Actions", "Zoom to 100 %"), "zoom", "", ("Ctrl+1",)),
    _A("zoom_phase", QT_TRANSLATE_NOOP("Actions", "Zoom to the phase"), "zoom", "", ("Ctrl+2",)),
    _A("zoom_selection", QT_TRANSLATE_NOOP("Actions", "Zoom to what is chosen"), "zoom", "", ("Ctrl+3",), "selection"),
    _A(
        "left_panel",
        QT_TRANSLATE_NOOP("Actions", "Left panel"),
        "view",
        "layout-sidebar",
        ("Ctrl+Alt+L",),
        group=1,
        checkable=True,
    ),
    _A("minimap", QT_TRANSLATE_NOOP("Actions", "Minimap"), "view", "map-2", group=1, checkable=True),
    _A(
        "right_panel",
        QT_TRANSLATE_NOOP("Actions", "Right panel"),
        "view",
        "layout-sidebar-right",
        ("Ctrl+Alt+R",),
        group=1,
        checkable=True,
    ),
    _A("both_panels", QT_TRANSLATE_NOOP("Actions", "Both panels"), "view", "", ("Ctrl+\\",), group=1),
    _A(
        "show_details",
        QT_TRANSLATE_NOOP("Actions", "Details"),
        "view",
        "adjustments",
        ("Alt+3",),
        group=4,
        checkable=True,
    ),
    _A("show_trace", QT_TRANSLATE_NOOP("Actions", "Trace"), "view", "git-merge", ("Alt+4",), group=4, checkable=True),
    _A(
        "show_people",
        QT_TRANSLATE_NOOP("Actions", "People and channels"),
        "view",
        "users",
        ("Alt+5",),
        group=4,
        checkable=True,
    ),
    _A("show_legend", QT_TRANSLATE_NOOP("Actions", "Legend"), "view", "palette", ("Alt+6",), group=4, checkable=True),
    _A(
        "show_check",
        QT_TRANSLATE_NOOP("Actions", "Check the map"),
        "view",
        "circle-check",
        ("Alt+7",),
        group=4,
        checkable=True,
    ),
    _A("show_evidence", QT_TRANSLATE_NOOP("Actions", "Show evidence"), "view", "", (), group=5, checkable=True),
    _A(
        "show_aimed",
        QT_TRANSLATE_NOOP("Actions", "Show feelings aimed for"),
        "view",
        "target",
        (),
        group=5,
        checkable=True,
    ),
    _A(
        "show_blind_spots",
        QT_TRANSLATE_NOOP("Actions", "Show blind spots"),
        "view",
        "eye-off",
        (),
        group=5,
        checkable=True,
    ),
    _A(
        "show_borders",
        QT_TRANSLATE_NOOP("Actions", "Show borders between departments"),
        "view",
        "arrows-exchange",
        (),
        group=5,
        checkable=True,
    ),
    _A("choose_fields", QT_TRANSLATE_NOOP("Actions", "What notes say…"), "view", "note", (), group=5),
    _A("show_paths", QT_TRANSLATE_NOOP("Actions", "Show paths"), "view", "route", (), group=5, checkable=True),
    _A("show_all_links", QT_TRANSLATE_NOOP("Actions", "Show all links"), "view", "link", (), group=5, checkable=True),
    _A(
        "scribe_line",
        QT_TRANSLATE_NOOP("Actions", "Line for writing along"),
        "workshop",
        "",
        (),
        group=5,
        checkable=True,
    ),
    _A("wall", QT_TRANSLATE_NOOP("Actions", "Wall"), "workshop", "device-tv", ("F11",), group=6, checkable=True),
    _A("wall_next", QT_TRANSLATE_NOOP("Actions", "Wall: next phase"), "workshop", "", ("Ctrl+PgDown",), group=6),
    _A("wall_previous", QT_TRANSLATE_NOOP("Actions", "Wall: phase before"), "workshop", "", ("Ctrl+PgUp",), group=6),
    _A("wall_lanes", QT_TRANSLATE_NOOP("Actions", "Wall: lanes…"), "workshop", "stack-2", ("Shift+F11",), group=6),
    _A(
        "wall_room",
        QT_TRANSLATE_NOOP("Actions", "Wall: image size and distance…"),
        "workshop",
        "ruler-2",
        ("Ctrl+F11",),
        group=6,
    ),
    _A("wall_screen", QT_TRANSLATE_NOOP("Actions", "Wall: another screen…"), "workshop", "", (), group=6),
    _A("wall_theme", QT_TRANSLATE_NOOP("Actions", "Wall: dark"), "workshop", "moon", (), group=6, checkable=True),
    _A("timer", QT_TRANSLATE_NOOP("Actions", "Timer…"), "workshop", "hourglass", ("F6",), group=7),
    _A(
        "timer_pause",
        QT_TRANSLATE_NOOP("Actions", "Pause the timer"),
        "workshop",
        "player-pause",
        ("Shift+F6",),
        group=7,
    ),
    _A("timer_more", QT_TRANSLATE_NOOP("Actions", "Timer: a minute more"), "workshop", "", (), group=7),
    _A("timer_less", QT_TRANSLATE_NOOP("Actions", "Timer: a minute less"), "workshop", "", (), group=7),
    _A("timer_stop", QT_TRANSLATE_NOOP("Actions", "Put the timer away"), "workshop", "", (), group=7),
    _A(
        "theme_system",
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"),
        "looks",
        "",
        (),
        "always",
        group=2,
        checkable=True,
    ),
    _A("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), "looks", "sun", (), "always", group=2, checkable=True),
    _A("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "looks", "moon", (), "always", group=2, checkable=True),
    _A("still", QT_TRANSLATE_NOOP("Actions", "Without movement"), "looks", "", (), "always", group=2, checkable=True),
    _A("language_nl", "Nederlands", "looks", "language", (), "always", group=3, checkable=True),
    _A("language_en", "English", "looks", "language", (), "always", group=3, checkable=True),
    # -- map
    _A("add_phase", QT_TRANSLATE_NOOP("Actions", "Add phase"), "map", "plus", ("Ctrl+Shift+P",)),
    _A("add_step", QT_TRANSLATE_NOOP("Actions", "Add step"), "map", "", ("Ctrl+Shift+T",)),
    _A("add_lane", QT_TRANSLATE_NOOP("Actions", "Add lane…"), "map", "", ("Ctrl+Shift+L",)),
    _A("add_persona", QT_TRANSLATE_NOOP("Actions", "Add persona"), "map", "user", ()),
    _A("add_channel", QT_TRANSLATE_NOOP("Actions", "Add channel"), "map", "world", ()),
    _A("rename", QT_TRANSLATE_NOOP("Actions", "Rename"), "map", "pencil", (), "header", group=1),
    _A(
        "move_header_back",
        QT_TRANSLATE_NOOP("Actions", "Move back"),
        "map",
        "arrow-left",
        ("Alt+Shift+Left",),
        "header",
        group=1,
    ),
    _A(
        "move_header_on",
        QT_TRANSLATE_NOOP("Actions", "Move on"),
        "map",
        "arrow-right",
        ("Alt+Shift+Right",),
        "header",
        group=1,
    ),
    _A(
        "remove_header",
        QT_TRANSLATE_NOOP("Actions", "Remove, notes to the inbox"),
        "map",
        "trash",
        (),
        "header",
        group=1,
        danger=True,
    ),
    _A("map_properties", QT_TRANSLATE_NOOP("Actions", "About this map"), "map", "settings", (), group=2),
    # -- card
    _A("new_card", QT_TRANSLATE_NOOP("Actions", "New note"), "card", "plus", ("Insert", "Ctrl+Return")),
    _A("edit_card", QT_TRANSLATE_NOOP("Actions", "Edit"), "card", "pencil", ("F2",), "selection", context=True),
    _A(
        "scribe",
        QT_TRANSLATE_NOOP("Actions", "Write along"),
        "card",
        "pencil",
        ("Ctrl+M",),
    ),
    _A(
        "add_pain_point",
        QT_TRANSLATE_NOOP("Actions", "Add pain point"),
        "card",
        "bolt",
        ("P",),
        "touchpoint",
        "canvas",
        1,
        True,
    ),
    _A(
        "add_insight",
        QT_TRANSLATE_NOOP("Actions", "Add insight"),
        "card",
        "bulb",
        ("I",),
        "touchpoint",
        "canvas",
        1,
        True,
    ),
    _A(
        "add_opportunity",
        QT_TRANSLATE_NOOP("Actions", "Add opportunity"),
        "card",
        "seedling",
        ("O",),
        "touchpoint",
        "canvas",
        1,
        True,
    ),
    _A(
        "add_solution",
        QT_TRANSLATE_NOOP("Actions", "Add solution"),
        "card",
        "puzzle",
        ("S",),
        "touchpoint",
        "canvas",
        1,
        True,
    ),
    _A("connect", QT_TRANSLATE_NOOP("Actions", "Connect…"), "card", "link", ("L",), "cards", "canvas", 5, True),
    _A(
        "reverse_link",
        QT_TRANSLATE_NOOP("Actions", "Turn path round"),
        "card",
        "arrows-exchange",
        (),
        "path",
        group=5,
    ),
    _A("change_link_kind", QT_TRANSLATE_NOOP("Actions", "Other kind of path…"), "card", "route", (), "path", group=5),
    _A(
        "carry_pain_points",
        QT_TRANSLATE_NOOP("Actions", "Pain points on this path…"),
        "card",
        "bolt",
        (),
        "path",
        group=5,
    ),
    _A("feel_-2", QT_TRANSLATE_NOOP("Actions", "Feeling −2"), "card", "", ("1",), "touchpoint", "canvas", 2),
    _A("feel_-1", QT_TRANSLATE_NOOP("Actions", "Feeling −1"), "card", "", ("2",), "touchpoint", "canvas", 2),
    _A("feel_0", QT_TRANSLATE_NOOP("Actions", "Feeling 0"), "card", "", ("3",), "touchpoint", "canvas", 2),
    _A("feel_1", QT_TRANSLATE_NOOP("Actions", "Feeling +1"), "card", "", ("4",), "touchpoint", "canvas", 2),
    _A("feel_2", QT_TRANSLATE_NOOP("Actions", "Feeling +2"), "card", "", ("5",), "touchpoint", "canvas", 2),
    _A("duplicate", QT_TRANSLATE_NOOP("Actions", "Duplicate"), "card", "copy", ("Ctrl+D",), "cards", "window", 3, True),
    _A(
        "to_inbox",
        QT_TRANSLATE_NOOP("Actions", "To the inbox"),
        "card",
        "inbox",
        ("Ctrl+I",),
        "cards",
        "window",
        3,
        True,
    ),
    _A(
        "to_parking",
        QT_TRANSLATE_NOOP("Actions", "To the parking lot"),
        "card",
        "car",
        ("Ctrl+J",),
        "cards",
        "canvas",
        3,
        True,
    ),
    _A(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "Delete"),
        "card",
        "trash",
        ("Delete", "Backspace"),
        "selection",
        "canvas",
        4,
        True,
        danger=True,
    ),
    # -- help
    _A("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "help", "help", ("F1",), "always"),
    _A("about", QT_TRANSLATE_NOOP("Actions", "About Journeywall"), "help", "", (), "always"),
)
"""Every command, in the order of the menus."""


def action(action_id: str) -> ActionSpec:
    """The command with an id.  Raises KeyError."""
    return _BY_ID[action_id]


_BY_ID = {spec.id: spec for spec in ACTIONS}
