"""Templates in the running program: chosen for a new map, kept of a map, renamed, shared, deleted; by real events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from model.files.native import load
from model.files.paths import templates_folder
from model.owntemplates import as_template, discard_template, keep_template, own_templates, write_template
from model.templates import make_from_template
from shell_person import CTRL, LEFT, Person
from widgets.start import StartScreen
from widgets.templates.chooser import TemplateChooser
from widgets.templates.dialogs import DeleteTemplateDialog, KeepTemplateDialog, NewMapDialog, RenameTemplateDialog


def dialog_of(person: Person, kind: type[QDialog]) -> QDialog:
    """The open dialog of a kind."""
    found: list[QDialog] = []

    def look() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return bool(found)

    person.qtbot.waitUntil(look)
    return found[0]


def new_map_dialog(person: Person) -> NewMapDialog:
    person.back_to_map()
    person.key(Qt.Key.Key_N, CTRL)
    dialog = dialog_of(person, NewMapDialog)
    assert isinstance(dialog, NewMapDialog)
    return dialog


def keep(person: Person, name: str, *, notes: bool = False) -> None:
    """File > Save as template…, a name, Enter."""
    person.menu("file", "save_template")
    dialog = dialog_of(person, KeepTemplateDialog)
    assert isinstance(dialog, KeepTemplateDialog)
    dialog.name_field.selectAll()
    QTest.keyClicks(dialog.name_field, name)
    if notes:
        QTest.mouseClick(dialog.notes, LEFT)
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: not person.shell.windows[0].isHidden())
    QApplication.processEvents()


def toast(chooser: TemplateChooser) -> QPushButton:
    """The button of the message over the templates."""
    return next(b for b in chooser.grid.findChildren(QPushButton) if b.text() == "Put back")


# -- a new map --------------------------------------------------------------------------------------------------------


def test_a_map_of_a_model_in_two_actions_from_the_start_screen(person: Person) -> None:
    """Tasks 1 and 2 in one: five phases and their lanes, against 8 actions and more elsewhere."""
    card = next(card for card in person.start.template_cards() if card.template_id == "common-five")
    person.click(card)
    person.key(Qt.Key.Key_Return, widget=card)
    assert person.document.phases[0].name == "Awareness"
    assert len(person.document.phases) == 5
    assert {lane.kind for lane in person.document.lanes} >= {"touchpoints", "emotion", "pain_points"}


def test_ctrl_n_over_a_map_asks_and_opens_a_window_of_its_own(mapper: Person) -> None:
    before = mapper.document
    dialog = new_map_dialog(mapper)
    field = dialog.chooser.title
    assert field.hasFocus()
    QTest.keyClicks(field, "Second")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    mapper.qtbot.waitUntil(lambda: len(mapper.shell.windows) == 2)
    other = mapper.shell.windows[1].workspace
    assert other is not None
    made = other.bridge.document
    assert made.info.title == "Second"
    assert [phase.name for phase in made.phases] == [
        "See (awareness)",
        "Think (consideration)",
        "Do (purchase)",
        "Care (loyalty)",
    ]
    assert mapper.document is before
    assert not dialog.isVisible()


def test_ctrl_n_before_the_start_screen_keeps_what_was_typed(person: Person) -> None:
    start = person.start
    start.title_field().setText("Boots")
    start.template_cards()[2].setFocus()
    person.key(Qt.Key.Key_N, CTRL)
    assert person.start is start
    assert start.title_field().text() == "Boots"
    assert start.title_field().hasFocus()
    assert len(person.shell.windows) == 1


def test_giving_up_changes_nothing(mapper: Person) -> None:
    dialog = new_map_dialog(mapper)
    QTest.keyClick(dialog.chooser.title, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(mapper.shell.windows) == 1


def test_a_map_in_the_other_language(person: Person) -> None:
    chooser = person.start.chooser
    chooser.choose("5a")
    person.click(chooser.language.button("nl"))
    person.click(chooser.make)
    assert person.document.info.language == "nl"
    assert person.document.phases[0].name == "Bekend"
    assert person.document.phases[0].prompt.startswith("Hoe hoort iemand van je")
    assert person.shell.settings.language == "en"


# -- keeping one ------------------------------------------------------------------------------------------------------


def test_a_kept_map_is_a_template_without_its_notes(mapper: Person) -> None:
    keep(mapper, "Mine")
    (template,), problems = own_templates()
    assert problems == []
    assert (template.name, len(template.phases)) == ("Mine", 8)
    assert "Advert" not in Path(template.path).read_text()
    assert "My map" not in Path(template.path).read_text()
    assert mapper.texts() >= {"Advert", "Search"}, "the map itself is as it was"
    assert mapper.workspace.open_document.path is None
    dialog = new_map_dialog(mapper)
    card = dialog.chooser.cards()[0]
    card.setFocus()
    QTest.keyClicks(card, "mine")
    QTest.keyClick(dialog.chooser.cards()[-1], Qt.Key.Key_Return)
    mapper.qtbot.waitUntil(lambda: len(mapper.shell.windows) == 2)
    other = mapper.shell.windows[1].workspace
    assert other is not None
    assert [p.name for p in other.bridge.document.phases] == [p.name for p in mapper.document.phases]
    assert not other.bridge.document.item_table
    assert other.open_document.path is None


def test_with_the_notes(mapper: Person) -> None:
    keep(mapper, "Mine", notes=True)
    (template,), _ = own_templates()
    texts = {item.text for item in load(template.path).document.item_table.values()}
    assert texts == mapper.texts()


def test_the_same_name_replaces_and_keeps_the_old_one(mapper: Person) -> None:
    keep(mapper, "Mine")
    keep(mapper, "mine", notes=True)
    (template,), _ = own_templates()
    assert template.name == "mine"
    assert load(template.path).document.item_table
    assert len(list((templates_folder() / "discarded").iterdir())) == 1


def test_a_map_made_of_a_template_is_saved_elsewhere(mapper: Person, tmp_path: Path) -> None:
    keep(mapper, "Mine")
    (template,), _ = own_templates()
    before = Path(template.path).read_bytes()
    window = mapper.shell.new_window()
    other = Person(mapper.qtbot, mapper.shell, window)
    assert mapper.shell.files.open_path(window, template.path)
    other.add_cards("New")
    with_file = tmp_path / "made"
    other.with_file(with_file, lambda: other.key(Qt.Key.Key_S, CTRL))
    other.saved()
    assert Path(template.path).read_bytes() == before, "TP1"
    saved = json.loads(with_file.with_suffix(".journey").read_bytes())
    assert "template" not in saved
    assert saved["document_id"] != json.loads(before)["document_id"]


# -- one's own on the start screen ------------------------------------------------------------------------------------


@pytest.fixture
def owner(person: Person) -> Person:
    """Somebody before a start screen with a template of their own."""
    keep_template(as_template(make_from_template("5a", "nl"), "Intake", "Voor elk gesprek"))
    person.start.chooser.refresh()
    person.start.chooser.choose("intake")
    return person


def test_renaming(owner: Person) -> None:
    chooser = owner.start.chooser
    QTest.keyClick(chooser.cards()[-1], Qt.Key.Key_F2)
    dialog = dialog_of(owner, RenameTemplateDialog)
    assert isinstance(dialog, RenameTemplateDialog)
    QTest.keyClicks(dialog.name_field, "Gesprek")
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert chooser.cards()[-1].accessibleName() == "Gesprek"
    assert [(t.name, t.description) for t in own_templates()[0]] == [("Gesprek", "Voor elk gesprek")]


def test_deleting_asks_and_can_be_taken_back(owner: Person) -> None:
    chooser = owner.start.chooser
    QTest.keyClick(chooser.cards()[-1], Qt.Key.Key_Delete)
    dialog = dialog_of(owner, DeleteTemplateDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(own_templates()[0]) == 1, "not without a yes"
    QTest.keyClick(chooser.cards()[-1], Qt.Key.Key_Delete)
    dialog = dialog_of(owner, DeleteTemplateDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert own_templates()[0] == []
    assert [card.template_id for card in chooser.cards() if card.template.own] == []
    owner.click(toast(chooser))
    assert [template.name for template in own_templates()[0]] == ["Intake"]
    assert chooser.chosen() == "intake"


def test_a_template_deleted_before_is_put_back_from_the_list(owner: Person) -> None:
    chooser = owner.start.chooser
    assert not chooser.grid.deleted_button.isVisible()
    discard_template(Path(own_templates()[0][0].path))
    chooser.refresh()
    assert chooser.grid.deleted_button.isVisible()
    chooser.grid.ensureWidgetVisible(chooser.grid.deleted_button)
    owner.click(chooser.grid.deleted_button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    owner.choose(menu, "Put back “Intake”")
    assert [template.name for template in own_templates()[0]] == ["Intake"]
    assert chooser.chosen() == "intake"
    assert not chooser.grid.deleted_button.isVisible()


def test_sharing_and_opening_the_file(owner: Person, tmp_path: Path) -> None:
    chooser = owner.start.chooser
    path = tmp_path / "given.journeytemplate"

    def share() -> None:
        owner.click(chooser.more)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        owner.choose(menu, "Save to a file…")

    owner.with_file(path, share)
    assert path.exists()
    Path(own_templates()[0][0].path).unlink()
    chooser.refresh()
    owner.with_file(path, lambda: owner.click(chooser.grid.file_button))
    assert owner.document.phases[0].name == "Bekend"
    assert owner.workspace.open_document.path is None
    button = next(b for b in owner.window.toasts.findChildren(QPushButton) if b.text() == "Keep the template")
    owner.click(button)
    assert [template.name for template in own_templates()[0]] == ["Intake"]


def test_a_broken_template_is_one_sentence_and_no_map(owner: Person) -> None:
    path = Path(own_templates()[0][0].path)
    path.write_bytes(b"{broken")
    owner.key(Qt.Key.Key_Return, widget=owner.start.chooser.cards()[-1])
    assert owner.window.workspace is None
    assert path.read_bytes() == b"{broken"
    assert owner.window.bars.bar("told") is not None
    owner.start.chooser.refresh()
    assert not any(card.template.own for card in owner.start.chooser.cards())


def test_a_template_given_at_the_start_is_a_new_map(person: Person, tmp_path: Path) -> None:
    """By a double click in the file manager, which starts the program with the file."""
    path = tmp_path / "given.journeytemplate"
    write_template(as_template(make_from_template("aida", "en"), "Given"), path)
    before = path.read_bytes()
    window = person.shell.new_window(frame_only=True)
    person.shell.begin(window, path)
    assert window.workspace is not None
    document = window.workspace.open_document
    assert document.path is None
    assert not document.modified, "a new map without an edit is nothing to save"
    assert len(document.session.document.phases) == 4
    assert path.read_bytes() == before
    assert str(path) not in [entry.path for entry in person.shell.recents.entries()]


def test_the_chooser_is_not_loaded_with_a_map(person: Person) -> None:
    """It belongs to the start screen and to the dialog alone."""
    import app.shell
    import app.window

    for module in (app.shell, app.window):
        assert "templates.chooser" not in " ".join(
            line for line in Path(str(module.__file__)).read_text().splitlines() if line.startswith(("import", "from"))
        )


def test_a_start_screen_that_is_open_hears_of_a_kept_template(mapper: Person) -> None:
    window = mapper.shell.new_window()
    window.show_start()
    start = window.pages.currentWidget()
    assert isinstance(start, StartScreen)
    keep(mapper, "Mine")
    assert start.template_cards()[-1].accessibleName() == "Mine"
