"""Which commands can be used now, what they are called, and which switches are on: for menus, bars and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import screens
from app.actions import When
from app.looking import turned_off
from app.panelstate import SCRIBE_HEIGHT
from app.textfields import COMMANDS, focused_field, taken_by
from model.i18n import LANGUAGES, translate
from model.records import EmotionScale
from model.scale import SCORES, score_text

if TYPE_CHECKING:
    from app.window import MainWindow

ON_WHAT_IS_CHOSEN: tuple[When, ...] = ("cards", "touchpoint", "header", "path", "selection")
IN_THE_LIST_OF_NOTES = ("duplicate", "to_inbox", "to_parking")
"""Commands on the chosen cards, which stand in its rows."""
NOT_IN_A_LIST = ("cut", "paste", "zoom_in", "zoom_out", "zoom_fit", "zoom_actual", "zoom_phase")
TOAST_LIFT = 12
"""px between a message and what is below it: the scribe line, or the edge."""
RESTING = ("opportunity", "solution")
WALL_COMMANDS = ("wall_next", "wall_previous")
"""Commands of a wall that is open."""
TIMER_COMMANDS = ("timer_more", "timer_less", "timer_stop")
"""Commands of a timer that was started."""


def show_state(window: MainWindow) -> None:
    """Show the state of ``window``'s map, selection and views in its commands."""
    workspace = window.workspace
    state: dict[When, bool] = {"always": True}
    single: dict[str, bool] = {"find": True}
    off: frozenset[str] = frozenset()
    undo = redo = ""
    if workspace is not None:
        selection, session = workspace.selection, workspace.open_document.session
        cards = [session.document.item_table[i] for i in selection.cards if i in session.document.item_table]
        state |= {
            "map": True,
            "undo": session.can_undo,
            "redo": session.can_redo,
            "cards": bool(cards),
            "touchpoint": selection.kind == "emotion"
            or (bool(cards) and all(card.kind == "touchpoint" for card in cards)),
            "header": selection.kind in {"phase", "step", "lane"},
            "path": workspace.editor.path_chosen,
            "selection": selection.kind != "none",
            "clipboard": True,
        }
        single["export_actions"] = bool(session.document.action_table)
        off = turned_off(workspace.open_document)
        if workspace.view != "map":
            # What is chosen there are rows: commands on cards and headers would hit what is not in sight.
            state |= dict.fromkeys(ON_WHAT_IS_CHOSEN, False)
            if workspace.view == "list":
                single |= dict.fromkeys(IN_THE_LIST_OF_NOTES, bool(cards))
            single |= dict.fromkeys(NOT_IN_A_LIST, False) | dict.fromkeys(("copy", "select_all"), True)
        else:  # beside touchpoints, what such a card rests on
            single |= {f"add_{kind}": True for kind in RESTING if workspace.editor.can_rest(kind)}
        undo, redo = session.history.undo_text, session.history.redo_text
        window.status.show_counts(session.document, len(cards))
    writing = workspace is not None and workspace.editor.editing
    field = focused_field(window)
    taken = dict.fromkeys(COMMANDS, True) if writing else {}
    if field is not None:
        taken = taken_by(field)
    single |= taken
    if "undo" in taken:
        undo = redo = ""  # they are for the text
    window.commands.set_title("undo", translate("Window", "Undo: {edit}").format(edit=undo) if undo else "")
    window.commands.set_title("redo", translate("Window", "Redo: {edit}").format(edit=redo) if redo else "")
    lane = workspace is not None and workspace.selection.kind == "lane"
    window.commands.set_title("move_header_back", translate("Window", "Move up") if lane else "")
    window.commands.set_title("move_header_on", translate("Window", "Move down") if lane else "")
    window.commands.set_icon("move_header_back", "arrow-up" if lane else "")
    window.commands.set_icon("move_header_on", "arrow-down" if lane else "")
    single |= _wall_state(window)
    single |= dict.fromkeys(off, False)
    window.commands.set_state(state, single)
    window.commands.explain(off, workspace.open_document.why_not() if off and workspace is not None else "")
    for action_id, shown in (("left_panel", window.left_shown), ("right_panel", window.right_shown)):
        window.commands[action_id].setChecked(shown)
    window.commands["minimap"].setChecked(workspace is not None and workspace.panels.minimap)
    window.commands["scribe_line"].setChecked(workspace is not None and workspace.scribe_shown)
    for mode in ("details", "trace", "people", "legend", "check"):
        window.commands[f"show_{mode}"].setChecked(workspace is not None and workspace.mode == mode)
    drawn = workspace.editor.stage.options if workspace is not None else None
    window.commands["show_evidence"].setChecked(drawn is not None and drawn.evidence is not False)
    window.commands["show_aimed"].setChecked(drawn is not None and drawn.aimed)
    window.commands["show_blind_spots"].setChecked(drawn is not None and drawn.blind_spots)
    window.commands["show_borders"].setChecked(drawn is not None and drawn.borders)
    view = workspace.view if workspace is not None else "map"
    scale: EmotionScale = "signed"
    if workspace is not None:
        scale = workspace.open_document.session.document.info.emotion_scale
    for score in SCORES:
        said = translate("Window", "Feeling: {score}").format(score=score_text(score, scale))
        window.commands.set_title(f"feel_{score}", "" if scale == "signed" else said)
    window.topbar.view.set_value(view)
    window.topbar.view.setEnabled(workspace is not None)
    window.toasts.set_lift(TOAST_LIFT + (SCRIBE_HEIGHT if workspace is not None and workspace.scribe_shown else 0))
    links = workspace.editor.stage.options.links if workspace is not None else "none"
    for action_id, mode in (("show_paths", "paths"), ("show_all_links", "all")):
        window.commands[action_id].setChecked(links == mode)
    for name in ("map", "list", "actions"):
        window.commands[f"view_{name}"].setChecked(workspace is not None and view == name)
    for name in ("system", "light", "dark"):
        window.commands[f"theme_{name}"].setChecked(window.shell.settings.theme == name)
    window.commands["still"].setChecked(window.shell.settings.still)
    for code in LANGUAGES:
        window.commands[f"language_{code}"].setChecked(window.shell.settings.language == code)


def _wall_state(window: MainWindow) -> dict[str, bool]:
    """Which commands of the wall and the timer can be used, and how they are called now."""
    workspace = window.workspace
    wall = workspace.wall if workspace is not None else None
    timing = workspace.timing if workspace is not None else None
    shown = wall is not None and wall.shown is not None
    window.commands["wall"].setChecked(shown)
    window.commands["wall_theme"].setChecked(wall is not None and wall.dark)
    window.status.show_wall(*(wall.said() if wall is not None else ("", "")))
    paused = timing is not None and timing.active and not timing.running
    window.commands.set_title("timer_pause", translate("Window", "Let the timer go on") if paused else "")
    counting = timing is not None and timing.active
    state = dict.fromkeys(WALL_COMMANDS, shown) | dict.fromkeys(TIMER_COMMANDS, counting)
    state["wall_screen"] = workspace is not None and len(screens.screens()) > 1
    state["timer_pause"] = timing is not None and counting and not timing.is_over
    return state
