"""The export dialog: what it shows is what it saves; errors are one sentence; its thread goes with it."""

from __future__ import annotations

import io
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QRadioButton
from pytestqt.qtbot import QtBot

from action_maps import map_with_actions
from dialog_texts import cut, unnamed, untranslated
from export_room import answer, settle
from model.document import Document
from model.export.actions_pdf import ActionListOptions
from model.export.pdf import ExportReport, PosterOptions
from model.export.split import make_split
from model.files.native import load
from model.i18n import PSEUDO, set_language
from model.layout.maplayout import LayoutOptions
from model.newmap import new_map
from model.records import Item
from model.templates import example_path
from small_maps import every_kind_map
from widgets.controls.texts import resolve
from widgets.dialogs.export import ExportDialog, Page
from widgets.dialogs.exports.forms import BookForm, PictureForm
from widgets.dialogs.exports.list_form import ListForm
from widgets.dialogs.exports.parts import Choice, Note
from widgets.dialogs.exports.poster_form import PosterForm
from widgets.dialogs.exports.press import WHOLE
from widgets.dialogs.findings import FindingsDialog
from widgets.look.language import speak
from widgets.look.theme import look

Shower = Callable[[QDialog], None]
PAGES = ["poster", "workbook", "picture"]
PAPERS = ["Letter", "Legal", "Tabloid"]


@pytest.fixture(scope="module")
def example() -> Document:
    return load(example_path("en")).document


@pytest.fixture
def dialog(example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """The dialog on the example, its first preview shown."""
    made = ExportDialog(example, tmp_path / "Shoes v1.2", "poster", window)
    choose(poster(made).paper_fields.tile, "")  # A1 in one piece
    show(made)
    settle(made, qtbot)
    return made


def press_save(dialog: ExportDialog, qtbot: QtBot) -> str:
    """Press the filled button and wait for the file; its path."""
    with qtbot.waitSignal(dialog.exported) as caught:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    return str(caught.args[0])


def pick(dialog: ExportDialog, page: str, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.pages.button(page), Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)


def poster(dialog: ExportDialog) -> PosterForm:
    form = dialog.form_of("poster")
    assert isinstance(form, PosterForm)
    return form


def choose(choice: Choice, value: str) -> None:
    """As a user chooses from a box."""
    choice.set_value(value)
    choice.changed.emit()


def book(dialog: ExportDialog) -> BookForm:
    form = dialog.form_of("workbook")
    assert isinstance(form, BookForm)
    return form


def picture(dialog: ExportDialog) -> PictureForm:
    form = dialog.form_of("picture")
    assert isinstance(form, PictureForm)
    return form


def pages_of(path: str) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


# -- saving ----------------------------------------------------------------------------------------------------------


def test_enter_saves_a_poster_of_one_page(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = answer(monkeypatch, tmp_path / "wall")
    focus = QApplication.focusWidget()
    assert focus is dialog.save
    with qtbot.waitSignal(dialog.exported) as caught:
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert caught.args == [str(tmp_path / "wall.pdf")], "the suffix is put behind a name without one"
    assert proposed == [str(tmp_path / "Shoes v1.2.pdf")]
    with pypdfium2.PdfDocument(tmp_path / "wall.pdf") as pdf:
        assert len(pdf) == 1
        width, height = pdf[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (841, 594)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_sheets_as_many_as_the_dialog_says(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.mouseClick(poster(dialog).paper_fields.presets.cards["home"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    said = dialog.what.text()
    proof = dialog.pane.view.proof
    assert proof is not None
    assert str(proof.report.pages) in said
    assert "A4" in said
    answer(monkeypatch, tmp_path / "sheets.pdf")
    assert pages_of(press_save(dialog, qtbot)) == proof.report.pages == len(proof.report.sheets) + 1


def test_what_is_shown_is_what_is_saved(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview is rendered from the same bytes that the file gets."""
    poster(dialog).paper_fields.paper.set_value("A3")
    poster(dialog).paper_fields.direction.set_value("portrait")
    poster(dialog).language.set_value("nl")
    poster(dialog).changed.emit()
    settle(dialog, qtbot)
    kept = [data for data, _ in dialog._press._kept.values()]
    answer(monkeypatch, tmp_path / "a.pdf")
    assert Path(press_save(dialog, qtbot)).read_bytes() == kept[-1]


def test_the_workbook_opens_with_every_card(
    dialog: ExportDialog, example: Document, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(dialog, "workbook", qtbot)
    titles = [dialog.book_view.tabs.tabText(i) for i in range(dialog.book_view.tabs.count())]
    assert str(len(example.item_table)) in dialog.what.text()
    answer(monkeypatch, tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(press_save(dialog, qtbot))
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert visible == titles
    assert book["Notes"].max_row >= len(example.item_table)


def test_the_template_has_no_cards(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(dialog, "workbook", qtbot)
    QTest.mouseClick(book(dialog).ways.cards["blank"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    answer(monkeypatch, tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(press_save(dialog, qtbot))["Notes"]
    assert [row for row in sheet.iter_rows(min_row=3, values_only=True) if any(row)] == []
    assert sheet.data_validations.dataValidation, "there are lists to choose from"


@pytest.mark.parametrize("dpi", ["96", "150"])
def test_the_picture_has_the_size_that_was_said(
    dpi: str, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pick(dialog, "picture", qtbot)
    picture(dialog).paper.set_value("A4")
    QTest.mouseClick(picture(dialog).dpi.button(dpi), Qt.MouseButton.LeftButton)
    picture(dialog).changed.emit()
    settle(dialog, qtbot)
    said = dialog.what.text()
    assert picture(dialog).pixels.text() == said
    answer(monkeypatch, tmp_path / "map.png")
    head = Path(press_save(dialog, qtbot)).read_bytes()[:26]
    width, height = struct.unpack(">II", head[16:24])
    assert said == f"{width} × {height} pixels"


def test_giving_up_in_the_systems_dialog_saves_nothing(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_file_is_not_replaced_unasked_because_of_its_suffix(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wall.pdf").write_bytes(b"old")
    proposed = answer(monkeypatch, tmp_path / "wall", "")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert proposed[1] == str(tmp_path / "wall.pdf"), "the system asks again, about the name that is meant"
    assert (tmp_path / "wall.pdf").read_bytes() == b"old"


# -- when it fails ---------------------------------------------------------------------------------------------------


def test_a_folder_that_is_gone_is_one_sentence_and_no_file(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "stick" / "wall.pdf", tmp_path / "wall.pdf")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.isVisible()
    bar = dialog.bars.bar("saving")
    assert bar is not None
    assert bar.text().startswith("Not saved.")
    assert bar.text().count(".") == 3, "the name, what is wrong and what to do, and no more"
    assert not (tmp_path / "stick").exists()
    assert list(tmp_path.rglob("wall*")) == []
    assert QApplication.focusWidget() is dialog.save
    assert Path(press_save(dialog, qtbot)).exists(), "the next attempt goes on"


def test_an_old_file_stays_when_the_new_one_cannot_be_written(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wall.pdf").mkdir()
    answer(monkeypatch, tmp_path / "wall.pdf")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.bars.bar("saving") is not None
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("wall")] == ["wall.pdf"]


def test_a_fault_of_the_program_is_said_and_reported(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("press")

    monkeypatch.setattr(dialog._press, "proof", broken)
    with qtbot.captureExceptions() as caught:
        poster(dialog).paper_fields.paper.set_value("A2")
        poster(dialog).changed.emit()
        settle(dialog, qtbot)
        QTest.qWait(120)  # the bar takes room from the preview: that must not ask for it again
    assert [kind for kind, *_ in caught] == [KeyError]
    bar = dialog.bars.bar("preview")
    assert bar is not None
    assert bar.text().startswith("No preview.")
    monkeypatch.undo()
    poster(dialog).changed.emit()
    settle(dialog, qtbot)
    assert dialog.bars.bar("preview") is None, "the next preview solves it"


@pytest.mark.parametrize("how", ["escape", "button"])
def test_an_export_under_way_can_be_cancelled_and_leaves_nothing(
    how: str, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    really = make_split

    def slow(*args: object) -> object:
        go.wait(10)
        return really(*args)  # type: ignore[arg-type]  # handed through as they came

    monkeypatch.setattr("widgets.dialogs.exports.saving.make_split", slow)
    (tmp_path / "wall.pdf").write_bytes(b"old")
    answer(monkeypatch, tmp_path / "wall.pdf", tmp_path / "wall.pdf")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QTest.qWait(60)
    dialog.close()
    assert dialog.isVisible(), "half a file is no answer to closing"
    assert dialog.what.text() == "Saving…"
    assert not dialog.save.isEnabled()
    if how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.details.text() == "Being cancelled…"
    go.set()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.isVisible()
    assert (tmp_path / "wall.pdf").read_bytes() == b"old"
    assert pages_of(press_save(dialog, qtbot)) == 1, "and it can be saved after all"


# -- what cannot be printed ------------------------------------------------------------------------------------------


def test_characters_that_cannot_be_printed_are_told_before_and_after(
    example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = example.placed[0]
    changed = card.changed(text="Odd \ue000 sign")
    assert isinstance(changed, Item)
    document = example.with_changes([("items", card.id, changed)])
    dialog = ExportDialog(document, tmp_path / "map", "poster", window)
    show(dialog)
    settle(dialog, qtbot)
    assert dialog.pane.missing.isVisible()
    link = dialog.pane.missing.findChildren(type(dialog.save))[0]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    lists = dialog.findChildren(FindingsDialog)
    assert "U+E000" in lists[0].as_text()
    lists[0].accept()
    answer(monkeypatch, tmp_path / "map.pdf")
    press_save(dialog, qtbot)
    qtbot.waitUntil(lambda: bool(window.findChildren(FindingsDialog)))
    after = window.findChildren(FindingsDialog)[-1]
    assert f"N{card.number}" in after.as_text()
    after.accept()


# -- the preview -----------------------------------------------------------------------------------------------------


def test_the_preview_is_the_page_and_has_ink(dialog: ExportDialog) -> None:
    proof = dialog.pane.view.proof
    assert proof is not None
    shown = proof.picture
    assert shown.width / shown.height == pytest.approx(841 / 594, abs=0.01)
    room = dialog.pane.view.room()
    assert shown.width <= room[0] + 1
    assert shown.height <= room[1] + 1
    assert max(shown.width / room[0], shown.height / room[1]) > 0.98, "as large as fits"
    assert len(set(shown.pixels[: 40 * shown.stride])) > 20
    page = dialog.pane.view.page_rect().toRect()
    shot = dialog.pane.view.grab().toImage()
    colors = {
        shot.pixel(x, y) for x in range(page.left(), page.right(), 9) for y in range(page.top(), page.bottom(), 9)
    }
    assert len(colors) > 20, "it is really painted"


def test_sheets_are_clicked_and_leafed_through(dialog: ExportDialog, qtbot: QtBot) -> None:
    QTest.mouseClick(poster(dialog).paper_fields.presets.cards["home"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    view, proof = dialog.pane.view, dialog.pane.view.proof
    assert proof is not None
    assert proof.page == WHOLE
    assert [frame.name for frame in proof.frames if frame.printed] == list(proof.report.sheets)
    page, frame = view.page_rect(), proof.frames[4]
    at = QPointF(
        page.x() + (frame.x + frame.w / 2) * page.width(), page.y() + (frame.y + frame.h / 2) * page.height()
    ).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    settle(dialog, qtbot)
    assert dialog.pane.sheet.text() == f"Sheet {frame.name}"
    assert view.proof is not None
    assert view.proof.page == 5
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    settle(dialog, qtbot)
    assert dialog.pane.sheet.text() == "How the sheets hang"
    assert not dialog.pane.back.isEnabled()
    QTest.mouseClick(dialog.pane.on, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.pane.sheet.text() == f"Sheet {proof.report.sheets[0]}"
    assert view.accessibleDescription() == dialog.pane.sheet.text()
    QTest.mouseClick(poster(dialog).paper_fields.presets.cards["shop"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert not dialog.pane.how.isVisible(), "one sheet needs no leafing"


def test_what_a_smaller_scale_saves_is_taken_and_put_back_by_one_click(dialog: ExportDialog, qtbot: QtBot) -> None:
    """As on the command line, which takes it too; the count is that of the sheets that would come out without it."""
    assert not poster(dialog).saved.isVisibleTo(poster(dialog))
    QTest.mouseClick(poster(dialog).paper_fields.presets.cards["home"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    form = poster(dialog)
    assert dialog.what.text() == "10 pages A4"
    assert not form.saved.isVisibleTo(form), "at 100 % it takes as many: the fourth row of sheets would be empty"
    form.paper_fields.paper.set_value("A2")
    form.paper_fields.paper.changed.emit()
    settle(dialog, qtbot)
    assert form.saved.isVisibleTo(form)
    assert form.saved.text() == "6 sheets instead of 8 At 97.6 % it fits 3 by 2 sheets."
    assert (dialog.what.text(), form.take.text()) == ("7 pages A4", "✓ Taken")
    assert dialog.details.text() == "6 sheets and the assembly page, 0.4 m² paper"
    dialog._areas["poster"].ensureWidgetVisible(form.take)
    QTest.mouseClick(form.take, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert (dialog.what.text(), form.take.text()) == ("9 pages A4", "Take it"), "put back: as many as was said"
    assert form.saved.text().startswith("6 sheets instead of 8"), "it stays said"
    kept = form.state()
    form.paper_fields.use_preset("home")
    assert form.paper_fields.options()["fewer_sheets"] is True, "a preset has it"
    form.restore(kept)
    assert form.paper_fields.options()["fewer_sheets"] is False, "what was put back is remembered"
    settle(dialog, qtbot)
    assert form.take.text() == "Take it"


def test_a_small_poster_warns_of_its_letters(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert "1.2 metres" in dialog.pane.reading.text()
    poster(dialog).paper_fields.paper.set_value("A4")
    poster(dialog).changed.emit()
    settle(dialog, qtbot)
    assert "The smallest text is" in dialog.pane.reading.text()


def test_the_blank_form_has_no_cards(dialog: ExportDialog, qtbot: QtBot, example: Document) -> None:
    before = dialog.pane.view.proof
    QTest.mouseClick(poster(dialog).blank, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    after = dialog.pane.view.proof
    assert before is not None
    assert after is not None
    assert after.picture.pixels != before.picture.pixels
    assert not dialog.pane.reading.isVisible()
    data = next(reversed(dialog._press._kept.values()))[0]
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert example.phases[1].name in words
    assert "Knee hurts" in " ".join(item.text for item in example.placed)
    assert "Knee hurts" not in words


def test_only_the_last_wish_is_made(dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    really = dialog._press.proof

    def counted(options: object, page: int, room: tuple[int, int]) -> object:
        asked.append(options.paper)  # type: ignore[attr-defined]  # PosterOptions
        return really(options, page, room)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(dialog._press, "proof", counted)
    for paper in ("A0", "A2", "A3", "A4"):
        poster(dialog).paper_fields.paper.set_value(paper)
        poster(dialog).changed.emit()
    settle(dialog, qtbot)
    assert set(asked) == {"A4"}, "the others were never made"


def test_a_late_result_is_dropped(dialog: ExportDialog, qtbot: QtBot) -> None:
    go = threading.Event()
    got: list[object] = []
    dialog.worker.finished.connect(lambda _tag, result: got.append(result))
    dialog.worker.ask("late", lambda: go.wait(10) and "old", 0)
    QTest.qWait(40)
    dialog.worker.ask("new", lambda: "new", 0)
    go.set()
    settle(dialog, qtbot)
    assert got == ["new"]


def test_the_thread_speaks_the_language_of_the_dialog(dialog: ExportDialog, qtbot: QtBot) -> None:
    from model.i18n import language

    got: list[object] = []
    dialog.worker.finished.connect(lambda _tag, result: got.append(result))
    set_language("nl")
    dialog.worker.ask("code", language, 0)
    settle(dialog, qtbot)
    assert got == ["nl"]


# -- its end ---------------------------------------------------------------------------------------------------------


def test_thread_and_timers_end_with_the_dialog(dialog: ExportDialog, window: QMainWindow, qtbot: QtBot) -> None:
    assert [thread for thread in threading.enumerate() if thread.name.startswith("export")]
    poster(dialog).paper_fields.paper.set_value("A0")
    poster(dialog).changed.emit()  # something waits
    timers = dialog.findChildren(QTimer)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(timer.isActive() for timer in timers if timer.parent() is dialog.worker)
    assert not dialog.worker.busy
    qtbot.waitUntil(lambda: window.findChildren(ExportDialog) == [])
    qtbot.waitUntil(lambda: not [t for t in threading.enumerate() if t.name.startswith("export")])


def test_closing_in_the_midst_of_a_preview_is_quiet(dialog: ExportDialog, window: QMainWindow, qtbot: QtBot) -> None:
    go = threading.Event()
    dialog.worker.ask("slow", lambda: go.wait(10), 0)
    QTest.qWait(40)
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChildren(ExportDialog) == [])
    go.set()
    qtbot.waitUntil(lambda: not [t for t in threading.enumerate() if t.name.startswith("export")])


# -- how it looks and reads ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("code", "theme"), [("nl", "dark"), ("en", "light"), (PSEUDO, "light")])
@pytest.mark.parametrize("size", [(960, 600), (1600, 1000)])
def test_every_text_is_translated_named_and_whole(
    size: tuple[int, int],
    code: str,
    theme: str,
    page: str,
    window: QMainWindow,
    show: Shower,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window.resize(*size)
    set_language(code)
    look().choose("dark" if theme == "dark" else "light")
    dialog = ExportDialog(every_kind_map(), tmp_path / "map", page, window)
    show(dialog)
    if page == "poster":
        QTest.mouseClick(poster(dialog).paper_fields.presets.cards["home"], Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.page == page
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    qtbot.waitUntil(lambda: not cut(dialog))  # what came with the preview is laid out in the next moment
    assert unnamed(dialog) == []
    form = dialog.form
    host = form.parentWidget()
    assert host is not None
    assert form.width() <= host.width(), "nothing runs out at the right"
    if code == PSEUDO:
        sheets = " · ".join(
            dialog.book_view.tabs.tabText(i).replace("&&", "&") for i in range(dialog.book_view.tabs.count())
        )
        own = [sheets] if sheets else []
        own += [dialog.book_view.tabs.tabText(dialog.book_view.tabs.currentIndex())] if sheets else []
        assert untranslated(dialog, *own, *PAPERS, "Nederlands", "English", " mm") == []
    dialog.reject()


@pytest.mark.parametrize("page", PAGES)
def test_the_whole_map_is_said(
    page: str, example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QLabel

    dialog = ExportDialog(example, tmp_path / "map", page, window)
    show(dialog)
    settle(dialog, qtbot)
    said = " ".join(label.text() for label in dialog.form.findChildren(QLabel))
    assert "The whole map" in said
    assert "What is selected makes no difference." in said


def test_tab_reaches_everything_and_comes_round(dialog: ExportDialog, qtbot: QtBot) -> None:
    begin = QApplication.focusWidget()
    seen = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is begin:
            break
    form, fields, shown = poster(dialog), poster(dialog).paper_fields, poster(dialog).on_poster
    wanted = [dialog.pages.button("poster"), dialog.pane.view, fields.presets.cards["home"]]
    wanted += [fields.paper, fields.tile, fields.direction, fields.scale, shown.legend, shown.lanes.choose]
    wanted += [form.language, form.blank, form.posters, form.attach, *dialog.pane.reading.fixes.values()]
    wanted += [dialog.pane.reading.per_lane, dialog.cancel, dialog.save, dialog.cross]
    assert [widget for widget in wanted if widget not in seen] == []
    order = [fields.presets.cards["home"], fields.paper, fields.tile, shown.legend, shown.lanes.choose, form.blank]
    assert [widget for widget in seen if widget in order] == order


def test_arrow_keys_choose_the_kind(dialog: ExportDialog, qtbot: QtBot) -> None:
    button = dialog.pages.button("poster")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    settle(dialog, qtbot)
    assert dialog.page == "kit"
    QTest.keyClick(dialog.pages.button("kit"), Qt.Key.Key_Right)
    settle(dialog, qtbot)
    assert dialog.page == "actions"
    QTest.keyClick(dialog.pages.button("actions"), Qt.Key.Key_Right)
    settle(dialog, qtbot)
    assert dialog.page == "workbook"
    assert dialog.save.text() == "Save as Excel"
    assert dialog.save.isDefault()
    assert QApplication.focusWidget() is dialog.pages.button("workbook"), "the arrows go on"


def test_the_sheet_below_the_pointer_is_lit(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(poster(dialog).paper_fields.tile, "A3")
    settle(dialog, qtbot)
    view = dialog.pane.view
    page = view.page_rect().toRect()
    before = view.grab().toImage()
    at = QPointF(page.topLeft() + QPoint(20, 20))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, at, view.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, move)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert view.grab().toImage() != before


def test_words_of_the_cards_are_whole_in_the_narrow_dialog(dialog: ExportDialog) -> None:
    for card in poster(dialog).paper_fields.presets.cards.values():
        assert card.width() >= card.minimumSizeHint().width(), resolve(card._title)


@pytest.mark.parametrize("page", PAGES)
def test_texts_follow_a_change_of_language(
    page: str, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog(every_kind_map(), tmp_path / "map", page, window)
    show(dialog)
    settle(dialog, qtbot)
    speak(PSEUDO)
    tabs = dialog.book_view.tabs
    own = [" · ".join(tabs.tabText(i) for i in range(tabs.count())), tabs.tabText(0), "Nederlands", "English", " mm"]
    own += PAPERS
    assert untranslated(dialog, *[words for words in own if words]) == []


# -- what of the map is on the poster --------------------------------------------------------------------------------


def test_on_the_poster_is_folded_and_its_choices_reach_preview_and_file(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = poster(dialog).on_poster
    assert not section.body.isVisible(), "folded until somebody asks"
    QTest.mouseClick(section.head, Qt.MouseButton.LeftButton)
    assert section.body.isVisible()
    QApplication.processEvents()
    before = next(iter(dialog._press._kept))
    assert isinstance(before, PosterOptions)
    assert (before.evidence, before.links, before.blind_spots) == (None, "none", False)
    QTest.mouseClick(section.evidence.button("on"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(section.links.button("paths"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(section.blind_spots, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert poster(dialog).options().given() >= {"evidence", "links", "blind_spots"}
    shown = list(dialog._press._kept)[-1]
    assert isinstance(shown, PosterOptions)
    assert (shown.evidence, shown.links, shown.blind_spots, shown.aimed) == (True, "paths", True, False)
    kept = dialog._press._kept[shown][0]
    answer(monkeypatch, tmp_path / "a.pdf")
    assert Path(press_save(dialog, qtbot)).read_bytes() == kept


@pytest.mark.parametrize("page", ["poster", "picture"])
def test_the_poster_begins_with_what_is_drawn_on_the_map(
    page: Page, example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = LayoutOptions(evidence=False, links="all", aimed=True, blind_spots=True)
    made = ExportDialog(example, tmp_path / "a", page, window, shown)
    show(made)
    settle(made, qtbot)
    options = made.form.options()
    assert (options.evidence, options.links, options.aimed, options.blind_spots) == ("off", "all", True, True)
    form = made.form
    assert isinstance(form, PosterForm | PictureForm)
    form.on_poster.links.button("none").click()
    assert made.form.options().links is None, "and can be chosen otherwise"


def test_what_the_map_has_not_is_not_asked_for(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> None:
    shown = LayoutOptions(evidence=True, links="all", aimed=True, blind_spots=True)
    made = ExportDialog(new_map("Leeg", "nl", ["A"]), tmp_path / "a", "poster", window, shown)
    show(made)
    settle(made, qtbot)
    assert not {"evidence", "links", "aimed", "blind_spots"} & made.form.options().given()


def test_of_a_map_without_any_of_it_only_what_there_is_is_offered(
    window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path
) -> None:
    made = ExportDialog(new_map("Leeg", "nl", ["A"]), tmp_path / "a", "poster", window)
    show(made)
    settle(made, qtbot)
    shown = poster(made).on_poster
    assert not shown.head.isVisibleTo(shown)
    assert not any(tick.isVisibleTo(shown) for tick in (shown.aimed, shown.blind_spots, shown.borders))
    assert not shown.phases.isVisibleTo(shown), "there is one"
    assert not shown.found.isVisibleTo(shown), "no filter was saved"


def test_what_notes_say_is_offered_where_the_map_says_it_and_reaches_preview_and_file(
    example: Document, window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ExportDialog(example, tmp_path / "a", "poster", window, LayoutOptions(fields=("goal", "later")))
    choose(poster(made).paper_fields.tile, "")
    show(made)
    settle(made, qtbot)
    section = poster(made).on_poster
    assert section.fields.values() == ("goal",), "it begins as the canvas is"
    assert made.form.options().fields == ("goal",)
    QTest.mouseClick(section.head, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    button = section.fields.toggles.button("owner")
    made._areas["poster"].ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(made, qtbot)
    assert made.form.options().fields == ("goal", "owner")
    shown = list(made._press._kept)[-1]
    assert isinstance(shown, PosterOptions)
    assert shown.fields == ("goal", "owner")
    QTest.mouseClick(section.fields.none, Qt.MouseButton.LeftButton)
    settle(made, qtbot)
    assert "fields" not in made.form.options().given()
    QTest.mouseClick(section.fields.all, Qt.MouseButton.LeftButton)
    settle(made, qtbot)
    shown = list(made._press._kept)[-1]
    assert isinstance(shown, PosterOptions)
    assert shown.fields == section.fields.offered
    kept = made._press._kept[shown][0]
    answer(monkeypatch, tmp_path / "a.pdf")
    assert Path(press_save(made, qtbot)).read_bytes() == kept


# -- the action list -------------------------------------------------------------------------------------------------


@pytest.fixture
def plans(window: QMainWindow, show: Shower, qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """The dialog on a map with thirty actions, asked for its list."""
    made = ExportDialog(map_with_actions(30).document, tmp_path / "Plans", "actions", window)
    show(made)
    settle(made, qtbot)
    return made


def test_the_action_list_is_shown_page_by_page_and_saved_as_shown(
    plans: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plans.page == "actions"
    proof = plans.pane.view.proof
    assert proof is not None
    assert proof.report.pages > 1
    assert plans.what.text() == f"{proof.report.pages} pages A4"
    assert plans.details.text() == "30 actions"
    assert plans.pane.sheet.text() == f"Page 1 of {proof.report.pages}"
    assert not plans.pane.how.isVisible()
    assert not plans.pane.reading.isVisible(), "a list is not read from a distance"
    first = proof.picture.pixels
    QTest.mouseClick(plans.pane.on, Qt.MouseButton.LeftButton)
    settle(plans, qtbot)
    proof = plans.pane.view.proof
    assert proof is not None
    assert plans.pane.sheet.text().startswith("Page 2")
    assert proof.picture.pixels != first
    kept = list(plans._press._kept.values())[-1][0]
    proposed = answer(monkeypatch, tmp_path / "list.pdf")
    assert Path(press_save(plans, qtbot)).read_bytes() == kept
    assert proposed == [str(tmp_path / "Plans, action list.pdf")]


def test_grouping_paper_and_direction_reach_the_list(plans: ExportDialog, qtbot: QtBot) -> None:
    form = plans.form
    assert isinstance(form, ListForm)
    form.group.set_value("owner")
    form.paper.set_value("A3")
    form.direction.set_value("landscape")
    form.changed.emit()
    settle(plans, qtbot)
    proof = plans.pane.view.proof
    assert proof is not None
    assert (round(proof.report.width_mm), round(proof.report.height_mm)) == (420, 297)
    options = list(plans._press._kept)[-1]
    assert isinstance(options, ActionListOptions)
    assert options.by == "owner"


def test_leaving_the_list_shows_the_whole_poster_again(plans: ExportDialog, qtbot: QtBot) -> None:
    pick(plans, "poster", qtbot)
    proof = plans.pane.view.proof
    assert proof is not None
    assert proof.page == WHOLE
    assert not plans.pane.on.isVisible()
    assert plans.pane.reading.isVisible()


def test_a_map_without_actions_is_not_offered_the_list(window: QMainWindow, show: Shower, tmp_path: Path) -> None:
    made = ExportDialog(new_map("Leeg", "nl", ["A"]), tmp_path / "a", "actions", window)
    show(made)
    assert made.page == "poster"
    assert "Action list" not in [button.accessibleName() for button in made.pages.findChildren(QRadioButton)]


def test_the_list_s_form_is_named_translated_and_whole(plans: ExportDialog, qtbot: QtBot) -> None:
    assert unnamed(plans) == []
    assert cut(plans) == []
    speak(PSEUDO)
    set_language(PSEUDO)
    QApplication.processEvents()
    assert untranslated(plans, "Nederlands", "English", "A4", "A3", "A5", "Letter", "mm", "PDF", "Excel") == []
    set_language("en")
    speak("en")


# -- true size, rolls, black and white, and what goes along ----------------------------------------------------------


def test_rolls_true_size_percentages_and_sizes_of_ones_own(dialog: ExportDialog, qtbot: QtBot) -> None:
    fields = poster(dialog).paper_fields

    def shown() -> ExportReport:
        settle(dialog, qtbot)
        proof = dialog.pane.view.proof
        assert proof is not None
        return proof.report

    choose(fields.paper, "roll-914")
    assert not fields.tile.isEnabled(), "a roll is printed in one piece"
    assert 914 in (round(shown().width_mm), round(shown().height_mm))
    assert "914" in dialog.pane.facts.text()
    for name, width in (("true-76x76", 76.0), ("true-127x76", 127.0)):
        choose(fields.paper, "A1")
        choose(fields.scale, name)
        assert fields.paper.value() == "free", "as large as it has to be"
        assert shown().mm_per_px * 148 == pytest.approx(width)
        assert "True size" in dialog.pane.facts.text()
    choose(fields.scale, "percent")
    fields.percent.setValue(50)
    assert shown().mm_per_px * 148 == pytest.approx(38)
    choose(fields.paper, "own")
    assert fields.scale.value() == "fit"
    fields.wide.setValue(700)
    fields.high.setValue(900)
    assert (round(shown().width_mm), round(shown().height_mm)) == (700, 900)


def test_what_is_chosen_for_printer_and_file_reaches_the_exporter(dialog: ExportDialog, qtbot: QtBot) -> None:
    form = poster(dialog)
    plain = form.options()
    assert (plain.bw, plain.attach, plain.marks, plain.margin_mm) == (None, None, None, None)
    assert not form.marks.isVisible()
    QTest.mouseClick(form.paper_fields.presets.cards["home"], Qt.MouseButton.LeftButton)
    assert form.marks.isVisibleTo(form)
    form.paper_fields.margin.setValue(8)
    for switch in (form.bw, form.marks, form.attach):
        switch.setChecked(not switch.isChecked())
    settle(dialog, qtbot)
    asked = form.options()
    assert (asked.bw, asked.attach, asked.marks, asked.margin_mm) == (True, False, False, 8.0)
    proof = dialog.pane.view.proof
    assert proof is not None
    assert proof.report.attached is None
    assert proof.tiling is not None
    assert proof.tiling.margin == 8
    assert "attachment" not in form.findChildren(Note)[-1].text()
