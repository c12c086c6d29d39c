"""Every screen there is, with the way to it: for pictures (``tests/pictures.py``) and for tests that walk all of them.

A screen is opened on a :class:`Stage`; ``shows`` names the classes of dialogs and popups that it brings, so that a test
can tell which of them nobody looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app import exporting, filebars, lockbars
from app.recentmaps import RecentMaps
from lock_keeper import on_laptop_3
from model.changes import apply
from model.commands import cards
from model.files.forget import Traces
from model.files.recovery import discard, find_sessions, recently_discarded
from model.files.watch import Seen
from model.finding import Filter
from model.i18n import translate
from model.merge import merge
from model.mergewords import choices
from screen_stage import NOON, Stage
from widgets.controls.command_palette import CommandPalette
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.printing import EdgeQuestion
from widgets.dialogs.exports.reading_bar import LanesRead
from widgets.dialogs.exports.replacing import ReplaceQuestion
from widgets.dialogs.findings import FindingsDialog
from widgets.dialogs.forget import ForgetDialog
from widgets.dialogs.mergechoice import MergeDialog
from widgets.dialogs.messages import ErrorMessage, SaveQuestion
from widgets.dialogs.recovery import RecoveryDialog
from widgets.dialogs.takeover import TakeOverQuestion
from widgets.dialogs.versions import VersionsDialog
from widgets.panels.field_lines import DateField
from widgets.panels.field_pictures import PicturesEditor
from widgets.panels.inspector_actions import ActionRow
from widgets.panels.inspector_channels import IconChoice
from widgets.panels.inspector_people import ChannelRow, PersonaRow
from widgets.panels.pieces import ColorButton
from widgets.panels.quick_edits import QuickEdits
from widgets.start import StartScreen
from widgets.templates.dialogs import DeleteTemplateDialog, RenameTemplateDialog

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key
Shown = TypeVar("Shown", bound=QWidget)
Open = Callable[[Stage], "QRect | QWidget | None"]
"""Opens a screen; answers which part of the window is to be seen: a widget, a rectangle, or None for all of it."""


@dataclass(frozen=True)
class Screen:
    """One screen: the name of its picture, what it is, and how one comes there."""

    name: str
    title: str
    open: Open
    begins: Literal["start", "map"] = "map"
    shows: tuple[str, ...] = ()
    state: bool = False
    """Another state of a screen that is shown already: its picture is kept in one variant only."""


# -- the start screen ----------------------------------------------------------------------------------------------


def start(stage: Stage) -> None:
    """Templates, examples and recent maps."""
    page = stage.window.pages.currentWidget()
    assert isinstance(page, StartScreen)
    stage.settle(400)  # pictures of the examples come from a thread


def rename_template(stage: Stage) -> QRect:
    return _shown(stage, RenameTemplateDialog(*stage.own_template, stage.window))


def delete_template(stage: Stage) -> QRect:
    return _shown(stage, DeleteTemplateDialog(stage.own_template[0], stage.window))


def recovery(stage: Stage) -> QRect:
    stage.leave_work()
    stage.later(stage.forget_work)
    stage.shell.files.recover_left_work(stage.window)
    stage.settle()
    return stage.around_floating()


def recovery_both(stage: Stage) -> QRect:
    recovery(stage)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, RecoveryDialog))
    both = dialog.rows[0].both
    assert both is not None
    both.click()
    return _compared(stage)


def discarded(stage: Stage) -> QRect:
    stage.leave_work()
    stage.later(stage.forget_work)
    for found in find_sessions():
        discard(found)
    assert recently_discarded()
    stage.shell.files.show_discarded(stage.window)
    stage.settle()
    return stage.around_floating()


# -- the map -------------------------------------------------------------------------------------------------------


def editor(stage: Stage) -> None:
    stage.show_map(at=1.0)
    stage.choose(stage.touchpoint(28))


def fitted(stage: Stage) -> None:
    stage.show_map()


def zoomed(zoom: float, stage: Stage) -> QRect:
    stage.show_map(at=zoom)
    stage.choose(stage.touchpoint(28))
    stage.workspace.selection.clear()
    stage.settle()
    return _middle(stage)


def writing(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.choose(stage.touchpoint(29))
    stage.press(Key.Key_F2)
    stage.later(stage.workspace.editor.commit_edit)
    stage.settle()
    return _middle(stage)


def several(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.choose(stage.touchpoint(29), stage.touchpoint(28), stage.touchpoint(30), stage.of_kind("pain_point"))
    return _middle(stage)


def feeling(stage: Stage) -> QRect:
    """The curves, with a point chosen."""
    stage.show_map(at=1.0)
    touchpoint = stage.touchpoint(28)
    lane = next(lane for lane in stage.document.lanes if lane.kind == "emotion")
    stage.workspace.editor.reveal(lane.id)
    stage.workspace.selection.choose("emotion", [f"{touchpoint.id}/{stage.document.personas[0].id}"])
    stage.settle()
    box = stage.workspace.editor.stage.layout.lanes[lane.id]
    view = stage.workspace.editor.view
    top = view.viewport().mapTo(stage.window, view.mapFromScene(0, box.y)).y()
    area = _middle(stage)
    return QRect(area.x(), top - 60, area.width(), round(box.h) + 120)


def links(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.workspace.editor.stage.show_link_mode("all")
    stage.later(lambda: stage.workspace.editor.stage.show_link_mode("none"))
    stage.choose(stage.touchpoint(28))
    return _middle(stage)


def rail(stage: Stage) -> QRect:
    """The left panel folded to its rail, and opened over the map."""
    stage.show_map(at=1.0)
    stage.workspace.show_left(False)
    stage.later(lambda: stage.workspace.show_left(True))
    stage.settle()
    button = stage.workspace.left.rail_buttons["lists"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.later(stage.workspace.left.body_home)
    stage.settle()
    return QRect(0, 0, 700, stage.window.height())


def left_panel(stage: Stage) -> QWidget:
    stage.show_map()
    stage.choose(stage.touchpoint(28))
    return stage.workspace.left


def plus_menu(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    item = stage.touchpoint(29)
    stage.choose(item)
    place = stage.hover(item)
    menu = stage.workspace.editor.open_attach_menu()
    menu.move(place + QPoint(80, 10))
    stage.settle()
    return stage.around_floating(90)


def context_menu(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    item = stage.touchpoint(29)
    stage.choose(item)
    stage.window.open_context_menu(stage.hover(item))
    stage.settle()
    return stage.around_floating(50)


def main_menu(menu_id: str, stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.choose(stage.touchpoint(29))
    menu = stage.window.commands.menu(menu_id)
    bar = stage.window.menuBar()
    menu.popup(bar.mapToGlobal(bar.actionGeometry(menu.menuAction()).bottomLeft()))
    stage.settle()
    return stage.around_floating(12)


def recent_menu(stage: Stage) -> QRect:
    """The maps used last, in a menu as its entry in the File menu opens it."""
    stage.show_map(at=1.0)
    menu = stage.window.findChild(RecentMaps)
    assert menu is not None
    menu.popup(stage.window.menuBar().mapToGlobal(QPoint(12, 30)))
    stage.settle()
    return stage.around_floating(12)


def lane_kinds(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.window.handlers.add_lane()
    stage.settle()
    return stage.around_floating(40)


def connecting(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.choose(stage.touchpoint(29))
    stage.workspace.editor.begin_connecting()
    stage.later(lambda: stage.press(Key.Key_Escape))
    stage.hover(stage.touchpoint(30))
    return _middle(stage)


# -- the panels ----------------------------------------------------------------------------------------------------


def details(choose: Callable[[Stage], object], stage: Stage) -> QWidget:
    """The right panel with what ``choose`` chooses."""
    stage.show_map(at=1.0)
    stage.workspace.show_right(True)
    choose(stage)
    stage.settle(100)
    return stage.workspace.inspector


def _card(kind: str) -> Callable[[Stage], object]:
    return lambda stage: stage.choose(stage.of_kind(kind))


def _record(kind: Literal["phase", "step", "lane", "link"], place: int) -> Callable[[Stage], object]:
    def choose(stage: Stage) -> None:
        document = stage.document
        ids = {
            "phase": [row.id for row in document.phases],
            "step": [row.id for row in document.steps],
            "lane": [row.id for row in document.lanes],
            "link": list(document.link_table),
        }[kind]
        stage.workspace.selection.choose(kind, [ids[place]])

    return choose


def _feeling(stage: Stage) -> None:
    key = f"{stage.touchpoint(28).id}/{stage.document.personas[0].id}"
    stage.workspace.selection.choose("emotion", [key])


def _persona(stage: Stage) -> None:
    """The map's page with the first persona unfolded."""
    stage.workspace.selection.clear()
    row = next(row for row in stage.workspace.inspector.findChildren(PersonaRow) if row.isVisible())
    row.unfold.setChecked(True)
    stage.later(lambda: row.unfold.setChecked(False))


def _channel(stage: Stage) -> None:
    stage.workspace.selection.clear()
    row = next(row for row in stage.workspace.inspector.findChildren(ChannelRow) if row.isVisible())
    row.unfold.setChecked(True)
    stage.later(lambda: row.unfold.setChecked(False))
    stage.settle()
    stage.workspace.inspector._area.ensureWidgetVisible(row)


def _action(stage: Stage) -> None:
    """A solution with its first action unfolded."""
    stage.choose(next(stage.document.item_table[a.item_id] for a in stage.document.action_table.values()))
    row = _visible(stage.workspace.inspector, ActionRow)
    row.unfold.setChecked(True)
    stage.later(lambda: row.unfold.setChecked(False))
    stage.settle()
    stage.workspace.inspector._area.ensureWidgetVisible(row)


def mode(name: str, stage: Stage) -> QWidget:
    stage.show_map(at=1.0)
    if name == "trace":
        stage.choose(stage.of_kind("pain_point"))
    stage.workspace.show_right(True)
    stage.workspace.inspector.show_mode(name)  # type: ignore[arg-type]  # one of the modes
    stage.settle(150)
    return stage.workspace.inspector


def colour_picker(stage: Stage) -> QRect:
    details(_record("phase", 2), stage)
    button = _visible(stage.workspace.inspector, ColorButton)
    button.click()
    stage.settle()
    return stage.around_floating(30)


def icon_picker(stage: Stage) -> QRect:
    details(_channel, stage)
    _visible(stage.workspace.inspector, IconChoice).click()
    stage.settle()
    return stage.around_floating(30)


def calendar(stage: Stage) -> QRect:
    """The day of an action."""
    details(_action, stage)
    field = _visible(stage.workspace.inspector, DateField)
    stage.workspace.inspector._area.ensureWidgetVisible(field)
    field.show_day("2026-05-12")
    field.button.click()
    stage.settle()
    return stage.around_floating(30)


# -- finding -------------------------------------------------------------------------------------------------------


def filter_popup(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.window.handlers.filter()
    stage.settle()
    return stage.around_floating(12)


def filtered(stage: Stage) -> QRect:
    """Only some notes fit; the bar says which."""
    stage.show_map()
    stage.window.handlers.filter()
    popup = stage.floating()[-1]
    stage.later(stage.window.handlers.show_all)
    filtering = stage.workspace.filtering
    assert filtering is not None
    filtering.state.look_for(Filter(kinds=("pain_point",)))
    popup.hide()
    stage.settle()
    return _upper(stage)


def palette(stage: Stage) -> QRect:
    stage.show_map(at=1.0)
    stage.window.handlers.find()
    QTest.keyClicks(stage.window.palette_popup.field(), "ma")
    stage.settle()
    stage.later(stage.window.palette_popup.close_palette)
    return stage.around(stage.window.palette_popup, margin=40)


def columns(stage: Stage) -> QRect:
    """Which columns the list has."""
    item_list(stage)
    listed = stage.workspace.list
    assert listed is not None
    listed.filters.open_columns()
    stage.settle()
    return stage.around_floating(30)


def name_asked(stage: Stage) -> QRect:
    """A department for several notes, typed."""
    several(stage)
    quick = QuickEdits(stage.workspace.bridge, stage.workspace.selection.cards, print, stage.window)
    popup = quick.ask("department")
    popup.open_at(stage.workspace.editor.mapToGlobal(QPoint(300, 200)))
    stage.settle()
    return stage.around_floating(60)


def picture(stage: Stage) -> QRect:
    """A picture of a note, large."""
    details(lambda s: s.choose(s.touchpoint(26)), stage)
    editor = _visible(stage.workspace.inspector, PicturesEditor)
    editor.open_large(stage.touchpoint(26).pictures[0])
    stage.settle(200)
    return stage.around_floating()


# -- the wall and the timer ----------------------------------------------------------------------------------------


def wall(stage: Stage) -> None:
    stage.show_map()
    stage.window.handlers.wall()
    made = stage.workspace.wall
    assert made is not None
    assert made.shown is not None
    stage.later(made.close)
    made.shown.resize(stage.size)
    stage.subject = made.shown
    stage.settle(300)


def wall_filtered(stage: Stage) -> QRect:
    """The wall while the editor looks for some notes."""
    wall(stage)
    filtering = stage.window.handlers.filtering
    stage.later(filtering.clear)
    filtering.state.look_for(Filter(words="shop"))
    stage.settle()
    return QRect(0, 0, 960, 330)


def wall_lanes(stage: Stage) -> QRect:
    wall(stage)
    stage.window.handlers.wall_lanes()
    stage.settle()
    return stage.around_floating(30)


def wall_room(stage: Stage) -> QRect:
    wall(stage)
    stage.window.handlers.wall_room()
    stage.settle()
    return stage.around_floating(30)


def timer(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.timer()
    stage.settle()
    return stage.around_floating(30)


def shortcuts(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.shortcuts()
    stage.settle()
    return stage.around_floating()


# -- lists and the scribe line -------------------------------------------------------------------------------------


def item_list(stage: Stage) -> QRect:
    """Every note in a row."""
    stage.show_map()
    stage.window.handlers.view_list()
    stage.later(stage.workspace.show_map)
    stage.settle(150)
    return _upper(stage)


def action_list(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.view_actions()
    stage.later(stage.workspace.show_map)
    stage.settle(150)
    return _upper(stage)


def card_chooser(stage: Stage) -> QRect:
    """Which solution a new action belongs to."""
    action_list(stage)
    listed = stage.workspace.action_list
    assert listed is not None
    listed.ask_and_add()
    stage.settle()
    chooser = next(p for p in stage.window.findChildren(CommandPalette) if p.isVisible())
    stage.later(chooser.close_palette)
    return stage.around(chooser, margin=40)


def scribe(stage: Stage) -> QRect:
    stage.show_map()
    line = stage.workspace.scribe
    stage.workspace.show_scribe(True)
    QTest.keyClick(line.field, Key.Key_6, ALT)
    QTest.keyClicks(line.field, "/p")
    QTest.keyClicks(line.field, " De code komt te laat" if stage.language == "nl" else " The code comes too late")
    stage.later(line.field.clear)
    stage.settle(150)
    window = stage.window
    return QRect(0, window.height() - 400, window.width(), 400)


def scribe_unmeant(stage: Stage) -> QRect:
    """A slash and a letter that choose nothing."""
    scribe(stage)
    line = stage.workspace.scribe
    stage.later(line.field.clear)
    line.write("/k is no kind", 13)
    stage.settle()
    assert line.remark
    return stage.around(line, margin=40)


def scribe_correction(stage: Stage) -> QRect:
    """The last note of the scribe line, corrected."""
    scribe(stage)
    line = stage.workspace.scribe
    QTest.keyClick(line.field, Key.Key_Return)
    stage.settle()
    QTest.keyClick(line.field, Key.Key_F2)
    stage.settle(150)
    stage.later(stage.workspace.editor.undo)
    stage.later(lambda: QTest.keyClick(line.field, Key.Key_Escape))
    return stage.around(line, margin=40)


# -- files ---------------------------------------------------------------------------------------------------------


def export(page: str, stage: Stage) -> QRect:
    stage.show_map()
    exporting.export(stage.shell.files, stage.window, page)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, ExportDialog))
    if page == "workbook":
        stage.wait(lambda: dialog.save.isEnabled() and not dialog.worker.busy)
    else:
        stage.wait(lambda: dialog.pane.view.proof is not None)
    stage.settle(300)
    area = stage.around_floating()
    return area if page == "poster" else _form(area)


def export_tiles(stage: Stage) -> QRect:
    area = export("poster", stage)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, ExportDialog))
    form = dialog.form
    assert isinstance(form, PosterForm)
    form.paper_fields.use_preset("home")
    stage.wait(lambda: dialog.pane.view.proof is not None and bool(dialog._report and dialog._report.sheets))
    stage.settle(400)
    return _form(area)


def edge_question(stage: Stage) -> QRect:
    """A printer that leaves white what stands at the edge."""
    stage.show_map()
    return _shown(stage, EdgeQuestion("HP LaserJet 4", 6.4, 3, stage.window))


def replace_question(stage: Stage) -> QRect:
    """A folder that holds files of these names already."""
    stage.show_map()
    return _shown(stage, ReplaceQuestion("Workshop", ["wall.pdf", "headers.pdf", "stickies.pdf"], stage.window))


def _export_dialog(stage: Stage) -> tuple[ExportDialog, PosterForm]:
    export("poster", stage)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, ExportDialog))
    stage.wait(lambda: not dialog.worker.busy)
    form = dialog.form
    assert isinstance(form, PosterForm)
    return dialog, form


def export_reading(stage: Stage) -> QRect:
    """How far each lane of the poster reads."""
    dialog, _ = _export_dialog(stage)
    dialog.pane.reading.per_lane.click()
    stage.settle(200)
    return stage.around(next(d for d in stage.open_dialogs() if isinstance(d, LanesRead)))


def export_lanes(stage: Stage) -> QRect:
    """Which lanes are on the poster."""
    dialog, form = _export_dialog(stage)
    form.on_poster.head.click()
    stage.settle(100)
    row = form.on_poster.lanes
    dialog._areas["poster"].ensureWidgetVisible(form.on_poster.fields)
    dialog._areas["poster"].ensureWidgetVisible(row)
    row.choose.click()
    stage.settle(200)
    popup = row.popup
    assert popup is not None
    stage.later(popup.close)
    return stage.around_floating()


def _form(area: QRect) -> QRect:
    """The form of the dialog of exports, and some of what it shows beside it."""
    return area.adjusted(max(0, area.width() - 820), 0, 0, -area.height() // 5)


def mermaid_findings(stage: Stage) -> QRect:
    """What a Mermaid diagram cannot hold."""
    from model.export.mermaid import left_out

    stage.show_map()
    rows = [(0, sentence) for sentence in left_out(stage.document)]
    filebars.list_findings(lambda: translate("Shell", "A Mermaid diagram cannot hold this"), rows, stage.window)
    stage.settle()
    return stage.around_floating()


def new_map(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.new()
    stage.settle(300)
    return stage.around_floating()


def save_template(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.save_template()
    stage.settle()
    return stage.around_floating()


def versions(stage: Stage) -> QRect:
    stage.show_map()
    stage.keep_versions()
    stage.shell.files.versioning.show(stage.window)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, VersionsDialog))
    stage.wait(lambda: not dialog.reading)
    stage.settle(300)
    return stage.around_floating()


def compare(stage: Stage) -> QRect:
    area = versions(stage)
    dialog = next(d for d in stage.open_dialogs() if isinstance(d, VersionsDialog))
    dialog.compare_button.click()
    return area | _compared(stage)


def merge_choice(stage: Stage) -> QRect:
    """Mine or theirs, where a map and its file changed in the same places."""
    stage.show_map()
    base = stage.document
    here = (stage.touchpoint(29), stage.touchpoint(28), stage.of_kind("pain_point"))
    nl = stage.language == "nl"
    mine = ("Wacht een kwartier", "Balie: niets te vinden", "Balie weet van niets")
    theirs = ("Wacht een half uur", "Balie: bestelling is zoek", "Balie ziet alleen de winkel")
    if not nl:
        mine = ("Waits a quarter of an hour", "Desk: nothing is found", "The desk knows nothing")
        theirs = ("Waits half an hour", "Desk: the order is lost", "The desk sees the shop only")
    ours, other = base, base
    for item, left, right in zip(here, mine, theirs, strict=True):
        ours = apply(cards.set_text(ours, item.id, left), ours)
        other = apply(cards.set_text(other, item.id, right), other)
    offered = choices(merge(base, ours, other), ours, other)
    dialog = MergeDialog(ours, other, offered, lambda _taken: None, stage.window)
    dialog.open()
    stage.wait(lambda: dialog.before.laid is not None and dialog.after.laid is not None)
    stage.settle(300)
    return stage.around_floating()


def _compared(stage: Stage) -> QRect:
    stage.wait(lambda: any(isinstance(d, CompareDialog) for d in stage.open_dialogs()))
    both = next(d for d in stage.open_dialogs() if isinstance(d, CompareDialog))
    stage.wait(lambda: both.before.laid is not None and both.after.laid is not None)
    stage.settle(300)
    return stage.around_floating()


def forget(stage: Stage) -> QRect:
    stage.show_map()
    traces = Traces(work=1, discarded=1, versions=4, picture=True, recent=True)
    path = "C:/maps/Sports shoes.journey"
    title = stage.document.info.title
    return _shown(stage, ForgetDialog(title, path, traces, shown=True, unsaved=True, parent=stage.window))


def take_over(stage: Stage) -> QRect:
    stage.show_map()
    return _shown(stage, TakeOverQuestion("Anna, laptop-3", stage.window))


def looking_only(stage: Stage) -> QRect:
    """Somebody else has the map open."""
    stage.show_map()
    seen = Seen(kind="changed", since=NOON.astimezone())
    nothing = partial(str)
    holder = on_laptop_3(since=NOON.isoformat(), session_id="s1")
    bar = lockbars.held(holder, seen, show=nothing, copy=nothing, take=nothing, edit=nothing)
    return _bar(stage, bar)


def bars(stage: Stage) -> QRect:
    """What is not protected, read only, recovered."""
    stage.show_map()
    window = stage.window
    filebars.tell_read_only(window)
    filebars.tell(window, translate("Shell", "No work was discarded in the last days."))
    stage.later(window.bars.clear)
    gone = Seen(kind="away", since=(NOON + timedelta(minutes=27)).astimezone())
    return _bar(stage, lockbars.trouble(Path("E:/kaart.journey"), gone, True, window))


def toast(stage: Stage) -> QRect:
    stage.show_map()
    stage.choose(stage.touchpoint(29))
    stage.workspace.editor.delete_selection()
    stage.later(stage.workspace.editor.undo)
    stage.settle(300)
    shown = stage.window.toasts.toasts()
    assert shown
    return stage.around(*shown, margin=60)


def save_question(stage: Stage) -> QRect:
    stage.show_map()
    return _shown(stage, SaveQuestion(stage.document.info.title, stage.window))


def error(stage: Stage) -> QRect:
    stage.show_map()
    report = "Journeywall 0.1\nPython 3.11, Qt 6.11\n\nTraceback (most recent call last):\nKeyError: 'x'"
    return _shown(stage, ErrorMessage(report, Path("C:/logs/journeywall.log"), stage.window))


def about(stage: Stage) -> QRect:
    stage.show_map()
    stage.window.handlers.about()
    stage.settle()
    return stage.around_floating()


def remarks(stage: Stage) -> QRect:
    stage.show_map()
    rows = [(14, "…"), (31, "…")]
    return _shown(stage, FindingsDialog(lambda: translate("Shell", "Opened with remarks"), rows, stage.window))


# -- helpers -------------------------------------------------------------------------------------------------------


def _shown(stage: Stage, dialog: QDialog) -> QRect:
    dialog.open()
    stage.settle()
    return stage.around_floating()


def _bar(stage: Stage, bar: QWidget) -> QRect:
    stage.window.bars.show_bar("picture", bar)  # type: ignore[arg-type]  # a bar
    stage.later(lambda: stage.window.bars.remove_bar("picture"))
    stage.settle()
    return QRect(0, 0, stage.window.width(), stage.window.bars.geometry().bottom() + 60)


def _visible(root: QWidget, kind: type[Shown]) -> Shown:
    """The first of its kind that is to be seen, as Qt lists them."""
    return next(widget for widget in root.findChildren(kind) if widget.isVisible())


def _upper(stage: Stage) -> QRect:
    return QRect(0, 0, stage.window.width(), round(stage.window.height() * 0.55))


def _middle(stage: Stage) -> QRect:
    view = stage.workspace.editor
    area = QRect(view.mapTo(stage.window, QPoint(0, 0)), view.size())
    return area.adjusted(0, 0, 0, -area.height() // 2)


# -- the table -----------------------------------------------------------------------------------------------------

SCREENS = (
    Screen("start", "Start screen", start, "start"),
    Screen("template-rename", "Rename a template", rename_template, "start", ("RenameTemplateDialog",)),
    Screen("template-delete", "Delete a template", delete_template, "start", ("DeleteTemplateDialog",)),
    Screen("recovery", "Work found after a crash", recovery, "start", ("RecoveryDialog",)),
    Screen("recovery-both", "What was found beside the file", recovery_both, "start", ("CompareDialog",), state=True),
    Screen("discarded", "Recently discarded work", discarded, "start", ("DiscardedDialog",)),
    Screen("editor", "Editor at 100 %, a touchpoint chosen", editor),
    Screen("map", "The map at fit", fitted),
    Screen("zoom-25", "At 25 %", partial(zoomed, 0.25), state=True),
    Screen("zoom-50", "At 50 %", partial(zoomed, 0.5), state=True),
    Screen("zoom-200", "At 200 %", partial(zoomed, 2.0), state=True),
    Screen("writing", "A note being written", writing),
    Screen("several", "Several notes chosen", several, state=True),
    Screen("feeling", "A point of the emotion curve chosen", feeling),
    Screen("links", "All links", links, state=True),
    Screen("connecting", "Connecting two notes", connecting, state=True),
    Screen("left", "Outline, inbox, parking lot, minimap", left_panel),
    Screen("rail", "Left panel over the map", rail),
    Screen("plus-menu", "Menu of the round plus", plus_menu, shows=("QMenu",)),
    Screen("context-menu", "Menu of a note", context_menu, shows=("QMenu",)),
    Screen("menu-file", "Menu File", partial(main_menu, "file"), shows=("QMenu",), state=True),
    Screen("menu-recent", "Menu of recent maps", recent_menu, shows=("RecentMaps",), state=True),
    Screen("menu-view", "Menu View", partial(main_menu, "view"), shows=("QMenu",)),
    Screen("menu-workshop", "Menu Workshop", partial(main_menu, "workshop"), shows=("QMenu",)),
    Screen("menu-card", "Menu Note", partial(main_menu, "card"), shows=("QMenu",), state=True),
    Screen("lane-kinds", "Kinds of lanes", lane_kinds, shows=("LaneMenu",)),
    Screen("details-touchpoint", "Details of a touchpoint", partial(details, lambda s: s.choose(s.touchpoint(28)))),
    Screen("details-pain", "Details of a pain point", partial(details, _card("pain_point"))),
    Screen("details-insight", "Details of an insight", partial(details, _card("insight"))),
    Screen("details-opportunity", "Details of an opportunity", partial(details, _card("opportunity"))),
    Screen("details-solution", "Details of a solution", partial(details, _card("solution"))),
    Screen("details-thought", "Details of a thought", partial(details, _card("thought"))),
    Screen("details-several", "Details of several notes", partial(details, several)),
    Screen("details-feeling", "Details of a feeling", partial(details, _feeling)),
    Screen("details-phase", "Details of a phase", partial(details, _record("phase", 5))),
    Screen("details-step", "Details of a step", partial(details, _record("step", 5)), state=True),
    Screen("details-lane", "Details of a lane", partial(details, _record("lane", 1))),
    Screen("details-link", "Details of a link", partial(details, _record("link", 2))),
    Screen("details-map", "Details of the map", partial(details, lambda s: s.workspace.selection.clear())),
    Screen("details-persona", "Details of a persona", partial(details, _persona)),
    Screen("details-channel", "Details of a channel", partial(details, _channel)),
    Screen("trace", "Trace", partial(mode, "trace")),
    Screen("people", "People and channels", partial(mode, "people")),
    Screen("legend", "Legend", partial(mode, "legend")),
    Screen("check", "Check of the map", partial(mode, "check")),
    Screen("colours", "Colours of a phase", colour_picker, shows=("ColorPicker",)),
    Screen("icons", "Icons of a channel", icon_picker, shows=("IconPicker",)),
    Screen("calendar", "A day of an action", calendar, shows=("Calendar",)),
    Screen("filter", "Find and filter", filter_popup, shows=("FilterPopup",)),
    Screen("filtered", "A filter is on", filtered),
    Screen("palette", "Commands and search", palette, shows=("CommandPalette",)),
    Screen("shortcuts", "Shortcut sheet", shortcuts, shows=("ShortcutSheet",)),
    Screen("details-action", "Details of an action", partial(details, _action)),
    Screen("list", "List of all notes", item_list),
    Screen("columns", "Columns of the list", columns, shows=("ColumnPopup",)),
    Screen("name", "A department for several notes", name_asked, shows=("NamePopup",)),
    Screen("picture", "A picture, large", picture, shows=("PictureDialog",)),
    Screen("wall", "The map on the wall", wall, shows=("WallWindow",)),
    Screen("wall-filtered", "Notes looked for, on the wall", wall_filtered, shows=("WallWindow",), state=True),
    Screen("wall-lanes", "Lanes on the wall", wall_lanes, shows=("LanesPopup",)),
    Screen("wall-room", "Image and distance", wall_room, shows=("RoomPopup",)),
    Screen("timer", "Timer", timer, shows=("TimerPopup",)),
    Screen("action-list", "Action list", action_list),
    Screen("card-chooser", "Which solution?", card_chooser, shows=("CardChooser",)),
    Screen("scribe", "Writing along", scribe),
    Screen("scribe-unmeant", "A key that chooses nothing", scribe_unmeant, state=True),
    Screen("scribe-correction", "The last note corrected", scribe_correction),
    Screen("export-poster", "Export: poster", partial(export, "poster"), shows=("ExportDialog",)),
    Screen("export-tiles", "Export: poster on A4 sheets", export_tiles, shows=("ExportDialog",)),
    Screen("export-lanes", "Lanes on the poster", export_lanes, shows=("PartPopup",)),
    Screen("export-reading", "How far each lane reads", export_reading, shows=("LanesRead",)),
    Screen("export-kit", "Export: paper kit", partial(export, "kit"), shows=("ExportDialog",)),
    Screen("export-list", "Export: action list", partial(export, "actions"), shows=("ExportDialog",)),
    Screen("export-workbook", "Export: workbook", partial(export, "workbook"), shows=("ExportDialog",)),
    Screen("export-picture", "Export: picture", partial(export, "picture"), shows=("ExportDialog",)),
    Screen("edge-question", "Before printing to the edge", edge_question, shows=("EdgeQuestion",)),
    Screen("replace-question", "Before files of a folder are replaced", replace_question, shows=("ReplaceQuestion",)),
    Screen("export-mermaid", "What a Mermaid diagram cannot hold", mermaid_findings, shows=("FindingsDialog",)),
    Screen("new-map", "New map over a map", new_map, shows=("NewMapDialog", "TemplateChooser")),
    Screen("save-template", "Save as template", save_template, shows=("KeepTemplateDialog",)),
    Screen("versions", "Earlier versions", versions, shows=("VersionsDialog",)),
    Screen("compare", "A version beside today", compare, shows=("CompareDialog",)),
    Screen("merge", "Mine or theirs", merge_choice, shows=("MergeDialog",)),
    Screen("forget", "Forget this document", forget, shows=("ForgetDialog",)),
    Screen("take-over", "Take over", take_over, shows=("TakeOverQuestion",)),
    Screen("looking-only", "Somebody else has it open", looking_only),
    Screen("bars", "Bars under the toolbar", bars),
    Screen("toast", "What happened, with the way back", toast),
    Screen("save-question", "Not saved", save_question, shows=("SaveQuestion",)),
    Screen("error", "A fault of the program", error, shows=("ErrorMessage",)),
    Screen("remarks", "Opened with remarks", remarks, shows=("FindingsDialog",)),
    Screen("about", "About", about, shows=("AboutDialog",)),
)
"""Every screen, in the order of docs/screens.md."""


def open_screen(stage: Stage, screen: Screen) -> QRect:
    """Go to a screen from wherever one is; the part of the window to look at.  ``stage.clear()`` leaves it."""
    if screen.begins == "start" and stage.window.workspace is not None:
        stage.show_start()
    area = screen.open(stage)
    QApplication.processEvents()
    if isinstance(area, QWidget):
        return stage.around(area, margin=0)
    return area if area is not None else stage.subject.rect()
