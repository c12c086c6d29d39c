"""The poster's page of the export dialog: presets, what is on it, how far it reads, reprints, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from export_room import settle
from maps import large_map
from model.changes import apply
from model.commands.filters import save_filter
from model.document import Document
from model.export.base import ExportOptions, export_file
from model.export.readable import LEAST_MM, WALL_M
from model.files.native import load, save
from model.files.prints import last_print, remember_settings, settings_of
from model.finding import Filter
from model.importers.base import import_file
from model.records import Item
from model.templates import example_path
from small_maps import MapMaker, every_kind_map
from widgets.dialogs.export import ExportDialog
from widgets.dialogs.exports.kit_form import KitForm
from widgets.dialogs.exports.part_rows import PartRow
from widgets.dialogs.exports.parts import Choice, Note
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import WHOLE
from widgets.dialogs.exports.reading_bar import LanesRead
from widgets.dialogs.findings import FindingsDialog

Shower = Callable[[QDialog], None]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("en")).document


@pytest.fixture(scope="module")
def small() -> Document:
    return every_kind_map()


Opener = Callable[..., ExportDialog]


@pytest.fixture
def opened(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> Opener:
    """Opens the dialog on a map, and waits for its first preview."""
    window.resize(1366, 768)

    def made(document: Document, page: str = "poster", wanted: Filter | None = None) -> ExportDialog:
        dialog = ExportDialog(document, tmp_path / "Shoes", page, window, wanted=wanted)
        show(dialog)
        settle(dialog, qtbot)
        return dialog

    return made


def form_of(dialog: ExportDialog) -> PosterForm:
    form = dialog.form_of("poster")
    assert isinstance(form, PosterForm)
    return form


def press(dialog: ExportDialog, widget: QWidget, qtbot: QtBot | None = None) -> None:
    """Click on a widget of the form, wherever that is scrolled to; with ``qtbot`` wait for what comes of it."""
    dialog._areas[dialog.page].ensureWidgetVisible(widget)
    QApplication.processEvents()
    at = QPoint(12, widget.height() // 2)
    QTest.mouseClick(widget, LEFT, pos=at)
    if qtbot is not None:
        settle(dialog, qtbot)


def choose(dialog: ExportDialog, box: Choice, row: int, qtbot: QtBot | None = None) -> None:
    """Choose a row of a box with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(row):
        QTest.keyClick(box, Qt.Key.Key_Down)
    if qtbot is not None:
        settle(dialog, qtbot)


def untick(dialog: ExportDialog, row: PartRow, keys: list[str], qtbot: QtBot | None = None) -> None:
    """Open the list of a row and take these away with the space bar."""
    press(dialog, row.choose)
    popup = row.popup
    assert popup is not None
    assert QApplication.focusWidget() is next(iter(popup.ticks.values())), "the keyboard is on the first box"
    for key in keys:
        tick = popup.ticks[key]
        tick.setFocus()
        QTest.keyClick(tick, Qt.Key.Key_Space)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    if qtbot is not None:
        settle(dialog, qtbot)


def save_as(dialog: ExportDialog, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Save by the button; what was proposed."""
    proposed: list[str] = []

    def reply(_parent: object, _title: str, where: str, _kinds: str) -> tuple[str, str]:
        proposed.append(where)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", reply)
    with qtbot.waitSignal(dialog.exported, timeout=30_000):
        QTest.mouseClick(dialog.save, LEFT)
    return proposed


def is_amber(bar: Note) -> bool:
    return bar._kind == "warn"


def edited(document: Document, number: int, text: str) -> Document:
    card = next(item for item in document.placed if item.number == number)
    changed = card.changed(text=text)
    assert isinstance(changed, Item)
    return document.with_changes([("items", card.id, changed)])


# -- presets ---------------------------------------------------------------------------------------------------------


def test_a_preset_sets_the_fields_and_says_when_one_was_changed_since(
    example: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(example)
    fields = form_of(dialog).paper_fields
    cards = fields.presets.cards
    assert fields.presets.value() == "home"
    assert dialog.what.text() == "10 pages A4"
    assert dialog.details.text() == "9 sheets and the assembly page, 0.6 m² paper"
    press(dialog, cards["shop"], qtbot)
    assert (fields.paper.value(), fields.tile.value()) == ("A0", "")
    assert (dialog.what.text(), dialog.details.text()) == ("One page A0", "A0 landscape · 1189 × 841 mm, 1.0 m² paper")
    press(dialog, cards["plotter"], qtbot)
    assert fields.paper.value() == "roll-914"
    assert dialog.what.text() == "One page"
    press(dialog, cards["handout"], qtbot)
    assert dialog.what.text() == "One page A3"
    assert "changed" not in cards["handout"].accessibleDescription()
    choose(dialog, fields.paper, 4, qtbot)
    assert dialog.what.text() == "One page A4"
    assert fields.modified
    assert cards["handout"].isChecked()
    assert cards["handout"].accessibleDescription() == "One page A3 · changed"
    press(dialog, cards["handout"], qtbot)
    assert dialog.what.text() == "One page A3", "a click takes the preset again"
    assert "changed" not in cards["handout"].accessibleDescription()


# -- what is on it ---------------------------------------------------------------------------------------------------


def test_lanes_phases_and_personas_are_chosen_and_what_goes_along_follows(
    example: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(example)
    form = form_of(dialog)
    shown = form.on_poster
    press(dialog, form.paper_fields.presets.cards["handout"])
    assert [row.count.text() for row in (shown.lanes, shown.phases, shown.personas)] == ["9 of 9", "8 of 8", "3 of 3"]
    assert form.along.text().startswith("The whole map: 8 phases, 9 lanes")
    assert "with its inbox and parking lot" in form.along.text()
    needs = next(lane.id for lane in example.lanes if lane.kind == "needs")
    untick(dialog, shown.lanes, [needs])
    untick(dialog, shown.phases, [phase.id for phase in example.phases[4:]], qtbot)
    assert [row.count.text() for row in (shown.lanes, shown.phases)] == ["8 of 9", "4 of 8"]
    proof = dialog.pane.view.proof
    assert proof is not None
    notes = proof.report.attached
    assert notes is not None
    assert form.along.text().startswith(f"A part of the map: 4 phases, 8 lanes, {notes} notes")
    assert f"Only what is shown goes along in the PDF, with {notes} notes" in form.along.text()
    save_as(dialog, tmp_path / "part.pdf", qtbot, monkeypatch)
    kept = import_file(tmp_path / "part.pdf")[0]
    assert [phase.name for phase in kept.phases] == [phase.name for phase in example.phases[:4]]
    assert len(kept.item_table) == notes
    assert needs not in {lane.id for lane in kept.lanes}


def test_the_last_lane_stays_and_all_of_them_come_back_by_one_click(
    small: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(small)
    row = form_of(dialog).on_poster.personas
    press(dialog, row.choose)
    popup = row.popup
    assert popup is not None
    *others, last = popup.ticks
    for key in others:
        QTest.mouseClick(popup.ticks[key], LEFT, pos=QPoint(10, 14))
    assert popup.values() == (last,)
    assert not popup.ticks[last].isEnabled(), "a poster of nobody helps nobody"
    QTest.mouseClick(popup.all, LEFT)
    assert row.whole
    QTest.keyClick(popup, Qt.Key.Key_Escape)


def test_title_legend_numbers_marks_and_the_assembly_page_can_be_off(
    small: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(small)
    form = form_of(dialog)
    shown = form.on_poster
    for tick in (shown.title_block, shown.legend, shown.numbers, form.marks, form.assembly):
        press(dialog, tick)
    settle(dialog, qtbot)
    options = form.options()
    asked = (options.title_block, options.legend, options.numbers, options.marks, options.assembly)
    assert asked == (False,) * 5
    proof = dialog.pane.view.proof
    assert proof is not None
    assert dialog.what.text() == f"{len(proof.report.sheets)} pages A4"
    assert dialog.details.text().startswith(f"{len(proof.report.sheets)} sheets, ")
    QTest.mouseClick(dialog.pane.how.button("sheets"), LEFT)
    settle(dialog, qtbot)
    assert dialog.pane.sheet.text() == "Sheet A1", "no page stands before the sheets"


def test_a_saved_filter_is_what_the_poster_shows(example: Document, opened: Opener, qtbot: QtBot) -> None:
    document = apply(save_filter(example, "About shoes", Filter(words="shoe")), example)
    dialog = opened(document)
    shown = form_of(dialog).on_poster
    choose(dialog, shown.found, 1, qtbot)
    assert form_of(dialog).options().found == Filter(words="shoe")
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.attached is not None
    assert proof.report.attached < len(document.placed)


def test_what_is_looked_for_on_the_map_can_be_what_the_poster_shows(
    small: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path
) -> None:
    word = small.placed[0].text.split()[0]
    dialog = ExportDialog(small, tmp_path / "Shoes", "poster", window, None, Filter(words=word))
    show(dialog)
    settle(dialog, qtbot)
    shown = form_of(dialog).on_poster
    assert not form_of(dialog).options().found, "the whole map, until it is chosen"
    choose(dialog, shown.found, 1, qtbot)
    assert form_of(dialog).options().found == Filter(words=word)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.attached is not None
    assert 0 < proof.report.attached < len(small.placed)


# -- how far it reads ------------------------------------------------------------------------------------------------


def test_the_bar_says_how_far_it_reads_and_the_list_says_it_lane_by_lane(
    example: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(example)
    bar = dialog.pane.reading
    assert is_amber(bar)
    assert bar.text() == "Notes are readable up to 1.2 metres; on a wall it should be 2 metres."
    assert all(button.isVisible() for button in bar.fixes.values())
    QTest.mouseClick(bar.per_lane, LEFT)
    lanes = dialog.findChildren(LanesRead)[0]
    rows = [[lanes.table.item(row, column).text() for column in range(5)] for row in range(lanes.table.rowCount())]  # type: ignore[union-attr]  # no cell is empty
    assert len(rows) == len(example.lanes)
    touchpoints = next(row for row in rows if row[0] == "Touchpoints")
    assert touchpoints[1:] == ["3.1", "2.4", "1.2 m", "Too near"]
    assert {row[4] for row in rows} == {"Too near", "No notes"}
    assert list(lanes.fixes) == ["paper", "sheets", "lanes", "phases"]
    QTest.mouseClick(lanes.fixes["sheets"], LEFT)
    settle(dialog, qtbot)
    settle(dialog, qtbot)
    assert not is_amber(bar)


@pytest.mark.parametrize("fix", ["paper", "sheets", "phases"])
def test_one_click_makes_it_read_from_two_metres_and_one_puts_it_back(
    fix: str, example: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(example)
    form, bar = form_of(dialog), dialog.pane.reading
    press(dialog, form.paper_fields.presets.cards["shop"], qtbot)
    before = form.options()
    assert is_amber(bar)
    QTest.mouseClick(bar.fixes[fix], LEFT)
    settle(dialog, qtbot)
    settle(dialog, qtbot)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.reading is not None
    assert proof.report.reading.reading_m >= WALL_M * 0.99
    assert not is_amber(bar)
    assert not bar.fixes[fix].isVisible()
    asked = form.options()
    if fix == "paper":
        assert asked.roll_mm == 1067
    elif fix == "sheets":
        assert asked.tile == "A4"
        assert len(proof.report.sheets) > 20
    else:
        assert proof.posters == form.count == 2
        assert dialog.what.text() == "2 posters"
    QTest.mouseClick(bar.back, LEFT)
    settle(dialog, qtbot)
    assert form.options() == before
    assert is_amber(bar)


def test_fewer_lanes_are_proposed_by_name_or_it_is_said_that_they_do_not_help(
    example: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(example)
    form, bar = form_of(dialog), dialog.pane.reading
    QTest.mouseClick(bar.fixes["lanes"], LEFT)
    settle(dialog, qtbot)
    settle(dialog, qtbot)
    assert bar.text().startswith("Fewer lanes: that makes no difference here.")
    untick(dialog, form.on_poster.phases, [phase.id for phase in example.phases[6:]], qtbot)
    assert "no difference" not in bar.text()
    QTest.mouseClick(bar.fixes["lanes"], LEFT)
    settle(dialog, qtbot)
    settle(dialog, qtbot)
    assert form.on_poster.lanes.count.text() == "6 of 9"
    gone = [lane for lane in example.lanes if lane.id not in form.on_poster.lanes.values()]
    assert bar.text().startswith("Without ")
    assert len(gone) == bar.text().split(".")[0].count(",") + 1
    QTest.mouseClick(bar.back, LEFT)
    settle(dialog, qtbot)
    assert form.on_poster.lanes.count.text() == "9 of 9"


def test_text_that_is_too_small_is_said_on_a_handout_as_well(example: Document, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(example)
    form = form_of(dialog)
    press(dialog, form.paper_fields.presets.cards["handout"])
    choose(dialog, form.paper_fields.paper, 4, qtbot)
    bar = dialog.pane.reading
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.reading is not None
    assert proof.report.reading.smallest_mm < LEAST_MM
    assert is_amber(bar)
    assert "below the 1.4 mm that can be read" in bar.text()
    assert not bar.fixes["paper"].isVisible(), "a page of A4 hangs on no wall"


def test_several_posters_are_leafed_through_and_saved_into_a_folder(
    example: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(example)
    form = form_of(dialog)
    press(dialog, form.paper_fields.presets.cards["handout"])
    choose(dialog, form.posters, 2, qtbot)
    assert (dialog.what.text(), dialog.pane.sheet.text()) == ("3 posters", "Poster 1 of 3")
    assert dialog.print.isVisible()
    QTest.mouseClick(dialog.pane.on, LEFT)
    settle(dialog, qtbot)
    assert dialog.pane.sheet.text() == "Poster 2 of 3"
    assert "Each PDF carries only what it shows" in form.along.text()
    folder = tmp_path / "posters"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    with qtbot.waitSignal(dialog.exported):
        QTest.mouseClick(dialog.save, LEFT)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["Shoes-1.pdf", "Shoes-2.pdf", "Shoes-3.pdf"]
    phases = [phase.name for name in names for phase in import_file(folder / name)[0].phases]
    assert phases == [phase.name for phase in example.phases]


# -- reprints --------------------------------------------------------------------------------------------------------


def test_only_the_sheets_that_changed_since_the_last_print_are_printed(
    example: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(example)
    row = form_of(dialog).reprint
    assert not row.which.isVisibleTo(row)
    assert "Nothing of this map was printed" in row.told.text()
    save_as(dialog, tmp_path / "first.pdf", qtbot, monkeypatch)

    changed = edited(example, 31, "Survey: ‘How did it go?’")
    dialog = opened(changed)
    settle(dialog, qtbot)
    form = form_of(dialog)
    row = form.reprint
    assert row.which.isVisibleTo(row)
    assert row.which.button("all").accessibleName() == "All 9"
    count = int(row.which.button("changed").accessibleName().removeprefix("Changed "))
    assert 1 <= count <= 4
    assert row.told.text().startswith("Since the print of ")
    dialog._areas["poster"].ensureWidgetVisible(row.which)
    QTest.mouseClick(row.which.button("changed"), LEFT)
    settle(dialog, qtbot)
    assert dialog.what.text() == f"{count + 1} pages A4"
    proof = dialog.pane.view.proof
    assert proof is not None
    assert sum(frame.printed for frame in proof.frames) == count
    printed = proof.report.changed
    assert printed is not None
    save_as(dialog, tmp_path / "second.pdf", qtbot, monkeypatch)
    with pypdfium2.PdfDocument(tmp_path / "second.pdf") as pdf:
        assert len(pdf) == count + 1

    # What was changed back hangs changed: its sheets are printed once more.
    kept = last_print(example.document_id)
    assert kept is not None
    assert kept.anew == printed
    dialog = opened(example)
    settle(dialog, qtbot)
    assert form_of(dialog).reprint.which.button("changed").accessibleName() == f"Changed {count}"


def test_an_unchanged_map_has_nothing_to_print_anew_and_other_settings_are_told(
    small: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(small)
    save_as(dialog, tmp_path / "first.pdf", qtbot, monkeypatch)
    dialog = opened(small)
    settle(dialog, qtbot)
    form = form_of(dialog)
    row = form.reprint
    assert row.which.button("changed").accessibleName() == "Changed 0"
    assert not row.which.button("changed").isEnabled()
    press(dialog, form.on_poster.legend, qtbot)
    assert "with other settings" in row.told.text()
    assert row.take.isVisibleTo(row)
    press(dialog, row.take, qtbot)
    assert form.on_poster.legend.isChecked(), "the settings of then are taken"
    assert not row.take.isVisibleTo(row)


@pytest.mark.parametrize("suffix", [".journey", ".pdf"])
def test_an_earlier_map_or_poster_can_be_chosen_instead(
    suffix: str, small: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = tmp_path / ("earlier" + suffix)
    if suffix == ".pdf":
        export_file(small, earlier, ExportOptions())
    else:
        save(small, earlier)
    dialog = opened(edited(small, small.placed[0].number, "Something else"))
    row = form_of(dialog).reprint
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(earlier), ""))
    press(dialog, row.file, qtbot)
    settle(dialog, qtbot)
    assert row.told.text().startswith(f"Since {earlier.name}: ")
    assert row.which.button("changed").isEnabled()


def test_a_file_that_is_no_map_is_one_sentence(
    small: Document, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4 no poster")
    dialog = opened(small)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "letter.pdf"), ""))
    press(dialog, form_of(dialog).reprint.file, qtbot)
    bar = dialog.bars.bar("saving")
    assert bar is not None
    assert "letter.pdf" in bar.text()
    assert form_of(dialog).reprint.earlier is None


# -- what is remembered ----------------------------------------------------------------------------------------------


def test_settings_are_remembered_for_each_map_and_never_written_into_it(opened: Opener) -> None:
    example = every_kind_map()
    dialog = opened(example)
    form = form_of(dialog)
    press(dialog, form.paper_fields.presets.cards["handout"])
    choose(dialog, form.paper_fields.direction, 2)
    press(dialog, form.on_poster.legend)
    untick(dialog, form.on_poster.personas, [example.personas[0].id])
    press(dialog, form.bw)
    QTest.mouseClick(dialog.pages.button("kit"), LEFT)
    kit = dialog.form
    assert isinstance(kit, KitForm)
    press(dialog, kit.rows["headers"].switch)
    asked = form.options(), kit.chosen()
    dialog.reject()
    again = opened(example)
    form = form_of(again)
    assert form.options() == asked[0]
    assert form.paper_fields.presets.cards["handout"].accessibleDescription() == "One page A3 · changed"
    kit = again.form_of("kit")
    assert isinstance(kit, KitForm)
    assert kit.chosen() == asked[1]
    again.reject()
    fresh = opened(Document(example.tables, document_id="00000000-0000-4000-8000-000000000001"))
    assert form_of(fresh).options().bw is None, "another map begins as usual"


def test_looking_at_the_dialog_writes_nothing(small: Document, opened: Opener, tmp_path: Path) -> None:
    opened(small).reject()
    assert settings_of(small.document_id) == {}


@pytest.mark.parametrize(
    "state",
    [
        {"poster": 3, "kit": None},
        {"poster": {"size": {"preset": [], "paper": "A9", "percent": "many", "wide": 10**9}, "shown": {"lanes": 5}}},
        {"poster": {"posters": "99", "bw": "yes", "shown": {"lanes": ["gone"], "filter": {}, "links": "some"}}},
    ],
)
def test_settings_that_make_no_sense_are_the_usual(state: dict[str, object], small: Document, opened: Opener) -> None:
    usual = PosterForm(small).options()
    remember_settings(small.document_id, state)
    dialog = opened(small)
    assert form_of(dialog).options() == usual
    assert dialog.bars.bar("preview") is None


def test_each_page_proposes_a_name_of_its_own(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = every_kind_map()
    for page, name in (("poster", "Shoes.pdf"), ("kit", "Shoes, paper kit.pdf"), ("workbook", "Shoes.xlsx")):
        dialog = opened(example, page)
        proposed = save_as(dialog, tmp_path / ("out" + Path(name).suffix), qtbot, monkeypatch)
        assert proposed == [str(tmp_path / name)]


# -- long work -------------------------------------------------------------------------------------------------------


def test_pages_are_counted_while_a_large_map_is_made_and_it_can_be_cancelled(
    opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(large_map(1000))
    seen: list[tuple[str, int, int]] = []
    target = tmp_path / "large.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))

    def told(tag: str, done: int, pages: int) -> None:
        seen.append((dialog.details.text(), done, pages))
        if len(seen) == 1:
            QTest.mouseClick(dialog.cancel, LEFT)

    dialog.worker.progressed.connect(told)
    QTest.mouseClick(dialog.save, LEFT)
    assert dialog._progress.isVisible()
    qtbot.waitUntil(lambda: not dialog.worker.busy, timeout=60_000)
    assert seen
    words, done, pages = seen[0]
    assert words == f"Page {done} of {pages}"
    assert 0 < done <= pages
    assert not target.exists()
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert not dialog._progress.isVisible()
    assert dialog.pane.page == WHOLE


def test_a_new_wish_ends_the_preview_that_is_being_made(small: Document, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(small)
    form = form_of(dialog)
    press(dialog, form.paper_fields.presets.cards["shop"])
    qtbot.waitUntil(lambda: dialog.worker._running is not None)
    running = dialog.worker._running
    assert running is not None
    press(dialog, form.paper_fields.presets.cards["handout"])
    assert running.way.unwanted.is_set()
    settle(dialog, qtbot)
    assert dialog.what.text() == "One page A3"


# -- what cannot be printed ------------------------------------------------------------------------------------------


def test_missing_characters_are_told_before_saving_with_the_number_of_their_note(
    small: Document, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(edited(small, small.placed[0].number, "Odd \ue000 sign"))
    assert dialog.pane.missing.isVisible()
    assert "All text fits" not in dialog.pane.reading.text()
    link = dialog.pane.missing.findChildren(type(dialog.save))[0]
    QTest.mouseClick(link, LEFT)
    listed = dialog.findChildren(FindingsDialog)[0]
    assert f"N{small.placed[0].number}: \ue000 (U+E000)" in listed.as_text()
    listed.accept()


def test_lanes_in_which_nothing_stands_are_counted_and_marked(opened: Opener) -> None:
    maker = MapMaker().columns(("Fase", [""])).lanes("channels", "touchpoints", "needs")
    maker.card("touchpoint", "s0", "Belt de winkel")
    dialog = opened(maker.document())
    lanes = form_of(dialog).on_poster.lanes
    assert lanes.count.text() == "3 of 3, 2 empty"
    press(dialog, lanes.choose)
    assert lanes.popup is not None
    assert [tick.text() for tick in lanes.popup.ticks.values()] == [
        "Channels (empty, only on a blank form)",
        "Touchpoints",
        "Needs (empty, only on a blank form)",
    ]
    needs = lanes.popup.ticks["needs"]
    needs.setFocus()
    QTest.keyClick(needs, Qt.Key.Key_Space)
    assert lanes.count.text() == "2 of 3, 1 empty"


def empty_in(dialog: ExportDialog) -> list[str]:
    """The lanes of the list that are told to be empty."""
    lanes = form_of(dialog).on_poster.lanes
    press(dialog, lanes.choose)
    assert lanes.popup is not None
    found = [key for key, tick in lanes.popup.ticks.items() if "empty" in tick.text()]
    lanes.popup.close()
    QApplication.processEvents()
    return found


def test_a_lane_is_empty_where_nothing_of_what_is_exported_stands(opened: Opener, qtbot: QtBot) -> None:
    """Its notes may stand in a phase that is left off, or be none that the filter finds."""
    maker = MapMaker().columns(("Zoeken", [""]), ("Kopen", [""])).lanes("channels", "touchpoints", "emotion", "needs")
    maker.persona("Sara", "sara").persona("Ali", "ali").channel("shop", "building-store", "offline")
    maker.card("touchpoint", "s0", "Belt de winkel", channels=["shop"])
    maker.card("need", "s0", "Rust")
    maker.card("touchpoint", "s1", "Betaalt", feelings={"sara": 2})
    dialog = opened(maker.document(), wanted=Filter(words="Betaalt"))
    shown, lanes = form_of(dialog).on_poster, form_of(dialog).on_poster.lanes
    assert (lanes.count.text(), empty_in(dialog)) == ("4 of 4", [])
    shown.phases.put(["p1"])
    shown.phases.changed.emit()
    assert (lanes.count.text(), empty_in(dialog)) == ("4 of 4, 2 empty", ["channels", "needs"])
    shown.phases.put(["p0"])
    shown.phases.changed.emit()
    assert empty_in(dialog) == ["emotion"]
    shown.phases.put([])
    shown.personas.put(["ali"])
    shown.personas.changed.emit()
    assert empty_in(dialog) == ["emotion"], "nobody shown feels anything"
    shown.personas.put([])
    shown.found.set_value("now")
    shown.found.changed.emit()
    assert empty_in(dialog) == ["channels", "needs"], "of what is filtered now"
    qtbot.waitUntil(lambda: not dialog.worker.busy)
    report = dialog.pane.view.proof.report if dialog.pane.view.proof is not None else None
    assert report is not None and report.reading is not None
    assert [lane.lane_id for lane in report.reading.lanes] == ["touchpoints", "emotion"], "as the poster has it"
    assert form_of(dialog).on_poster.lanes.values() == (), "and none of them was taken away"
