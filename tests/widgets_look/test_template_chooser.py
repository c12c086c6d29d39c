"""Choosing a template: pictures that tell the models apart, keys, filter, language; all by real events."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from model.i18n import set_language
from model.templates import Template, list_templates
from widgets.controls.chip import Chip
from widgets.look.language import speak
from widgets.look.theme import look
from widgets.start_pictures import paint_template
from widgets.templates.chooser import TemplateChooser
from widgets.templates.dialogs import DeleteTemplateDialog, KeepTemplateDialog, NewMapDialog, RenameTemplateDialog

OWN = [
    Template(
        "intake",
        "Intake",
        "Voor elk gesprek",
        ("Bellen", "Komen", "Behandelen"),
        steps=(1, 2, 1),
        lanes=("touchpoints", "emotion"),
        language="nl",
        path="/templates/intake.journeytemplate",
    )
]
SIZE = (160, 100)


def picture(template: Template, theme: str) -> QImage:
    """The template's picture as the chooser paints it, 160 x 100."""
    look().choose("dark" if theme == "dark" else "light")
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(look().color("wall.base"))
    painter = QPainter(image)
    paint_template(painter, QRectF(0, 0, *SIZE), template)
    painter.end()
    return image


def different(one: QImage, other: QImage) -> float:
    """The share of pixels that differ plainly."""
    found = 0
    for x in range(SIZE[0]):
        for y in range(SIZE[1]):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            found += abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) > 48
    return found / (SIZE[0] * SIZE[1])


def runs_of(image: QImage, y: int, color: QColor) -> list[int]:
    """The widths of the stretches of ``color`` in a row of pixels."""
    widths, now = [], 0
    for x in range(image.width()):
        at = image.pixelColor(x, y)
        same = abs(at.red() - color.red()) + abs(at.green() - color.green()) + abs(at.blue() - color.blue()) < 40
        if same:
            now += 1
        elif now:
            widths.append(now)
            now = 0
    return [width for width in (*widths, now) if width > 2]


@pytest.fixture
def chooser(qtbot: QtBot) -> TemplateChooser:
    made = TemplateChooser(lambda lang: [*list_templates(lang), *OWN])
    qtbot.addWidget(made)
    made.resize(1000, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


# -- pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_model_has_a_picture_of_its_own(qapp: QApplication, theme: str) -> None:
    pictures = {template.id: picture(template, theme) for template in list_templates("en")}
    for one, other in combinations(pictures, 2):
        assert different(pictures[one], pictures[other]) > 0.02, (one, other)


@pytest.mark.parametrize(
    "model_id", ["eight-phases", "consumer-decision-journey", "5a", "common-five", "before-during-after"]
)
def test_there_are_as_many_chevrons_as_phases(qapp: QApplication, model_id: str) -> None:
    template = next(t for t in list_templates("en") if t.id == model_id)
    image = picture(template, "light")
    fill = look().color("phase.fill")
    counts = [len(runs_of(image, y, fill)) for y in range(SIZE[1])]
    assert len(template.phases) in counts


def test_a_phase_is_as_wide_as_it_has_steps(qapp: QApplication) -> None:
    template = Template("x", "", "", ("a", "b", "c"), steps=(1, 3, 1), lanes=("touchpoints",))
    fill = QColor()
    image = picture(template, "light")
    fill = look().color("phase.fill")
    rows = [runs for y in range(SIZE[1]) if len(runs := runs_of(image, y, fill)) == 3]
    narrow, wide, last = rows[len(rows) // 2]
    assert abs(wide / narrow - 3) < 0.5
    assert abs(narrow - last) <= 3


def test_a_loop_is_drawn_where_there_is_one(qapp: QApplication) -> None:
    loop = look().color("persona.1")
    for template in list_templates("en"):
        image = picture(template, "light")
        drawn = any(runs_of(image, y, loop) for y in range(SIZE[1]))
        assert drawn == bool(template.loops), template.id


@pytest.mark.parametrize(
    "template",
    [
        Template("x", "", "", ()),
        Template("x", "", "", ("",)),
        Template("x", "", "", ("only",), lanes=("pain_points",)),
        Template("x", "", "", tuple("ab" * 100), lanes=("weather", "notes", "solutions")),
        Template("x", "", "", ("a", "b"), loops=((1, 0), (9, 9)), steps=(400, 1), lanes=("channels",)),
        Template("x", "", "", ("a", "b"), figure="of a newer version"),
    ],
)
def test_any_template_of_one_s_own_can_be_drawn(qapp: QApplication, template: Template) -> None:
    assert different(picture(template, "light"), picture(Template("", "", "", (), figure="x"), "dark")) > 0.1


def focus() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def chips_of(chooser: TemplateChooser) -> list[str]:
    """What stands in the chips of the phases."""
    QApplication.processEvents()
    return [chip.accessibleName() for chip in chooser.findChildren(Chip) if chip.isVisible()]


# -- choosing ---------------------------------------------------------------------------------------------------------


def test_what_is_said_of_a_model(chooser: TemplateChooser) -> None:
    chooser.choose("consumer-decision-journey")
    model = next(t for t in list_templates("en") if t.id == "consumer-decision-journey")
    said = [label.text() for label in chooser.findChildren(QLabel) if label.isVisible()]
    assert model.when in said
    assert "Source: McKinsey, 2009" in said
    assert "5 phases · 8 lanes · Consumers" in said
    assert chips_of(chooser) == [f"{number} {name}" for number, name in enumerate(model.phases, start=1)]


def test_the_language_of_the_map_is_chosen_apart_from_the_program_s(qtbot: QtBot, chooser: TemplateChooser) -> None:
    chooser.choose("aida")
    QTest.mouseClick(chooser.language.button("nl"), Qt.MouseButton.LeftButton)
    assert chips_of(chooser)[0] == "1 Aandacht"
    assert chooser.cards()[0].accessibleName() == "The eight phases", "the program still speaks English"
    with qtbot.waitSignal(chooser.create_requested) as caught:
        QTest.mouseClick(chooser.make, Qt.MouseButton.LeftButton)
    assert caught.args == ["aida", "", "nl"]
    set_language("nl")
    speak("nl")
    assert chooser.language.value() == "nl"
    set_language("en")
    speak("en")
    assert chooser.language.value() == "nl", "what was chosen stays"


def test_one_of_one_s_own_brings_its_language(qtbot: QtBot, chooser: TemplateChooser) -> None:
    chooser.choose("intake")
    assert chooser.language.value() == "nl"
    with qtbot.waitSignal(chooser.create_requested) as caught:
        chooser.ask_for_map()
    assert caught.args == ["intake", "", "nl"]
    chooser.choose("aida")
    assert chooser.language.value() == "en"


def test_arrows_in_the_title_go_along_the_models(qtbot: QtBot, chooser: TemplateChooser) -> None:
    chooser.title.setFocus()
    QTest.keyClicks(chooser.title, "Boots")
    QTest.keyClick(chooser.title, Qt.Key.Key_Down)
    QTest.keyClick(chooser.title, Qt.Key.Key_Down)
    QTest.keyClick(chooser.title, Qt.Key.Key_Up)
    with qtbot.waitSignal(chooser.create_requested) as caught:
        QTest.keyClick(chooser.title, Qt.Key.Key_Return)
    assert caught.args == [list_templates("en")[1].id, "Boots", "en"]
    QTest.keyClick(chooser.title, Qt.Key.Key_Up)
    QTest.keyClick(chooser.title, Qt.Key.Key_Up)
    assert chooser.chosen() == list_templates("en")[0].id, "the first stays the first"


def test_enter_makes_the_map_from_the_language_and_the_filter_but_not_from_buttons(
    qtbot: QtBot, chooser: TemplateChooser
) -> None:
    for choice in (chooser.language.button("en"), chooser.filter.button("all")):
        choice.setFocus()
        with qtbot.waitSignal(chooser.create_requested):
            QTest.keyClick(choice, Qt.Key.Key_Return)
    chooser.grid.file_button.setFocus()
    with qtbot.assertNotEmitted(chooser.create_requested):
        QTest.keyClick(chooser.grid.file_button, Qt.Key.Key_Return)
    title = chooser.title
    title.setFocus()
    made: list[str] = []
    chooser.create_requested.connect(lambda which, *_: made.append(which))
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert made == ["eight-phases"], "once, not twice"


def test_letters_go_to_a_name(chooser: TemplateChooser, monkeypatch: pytest.MonkeyPatch) -> None:
    card = chooser.cards()[0]
    card.setFocus()
    QTest.keyClicks(card, "fl")
    assert chooser.chosen() == "flip-the-funnel"
    assert focus() is chooser.cards()[4]
    monkeypatch.setattr("widgets.templates.grid._TYPING_S", -1.0)  # each letter begins a new name
    for expected in ("awareness-to-loyalty", "aida", "awareness-to-loyalty"):
        QTest.keyClicks(focus(), "a")
        assert chooser.chosen() == expected
    QTest.keyClicks(focus(), "j")
    assert chooser.chosen() == "consumer-decision-journey", "a word within the name counts as well"
    QTest.keyClicks(focus(), "z")
    assert chooser.chosen() == "consumer-decision-journey", "nothing of that name: it stays"


def test_after_a_click_on_a_model_one_types_the_title(qtbot: QtBot, chooser: TemplateChooser) -> None:
    see = chooser.cards()[1]
    chooser.title.setFocus()
    QTest.mouseClick(see, Qt.MouseButton.LeftButton)
    for letter in "Een fiets kopen":  # each where the keyboard is by then
        QTest.keyClicks(focus(), letter)
    assert chooser.title.text() == "Een fiets kopen"
    assert chooser.chosen() == "see-think-do-care", "no letter went to another name"
    with qtbot.waitSignal(chooser.create_requested) as caught:
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert caught.args == ["see-think-do-care", "Een fiets kopen", "en"]
    QTest.mouseClick(see, Qt.MouseButton.LeftButton)
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    QTest.keyClicks(focus(), "fl")
    assert chooser.chosen() == "flip-the-funnel", "who goes along the cards looks for a name"
    assert chooser.title.text() == "Een fiets kopen"


def test_one_of_one_s_own_is_renamed_after_a_click(qtbot: QtBot, chooser: TemplateChooser) -> None:
    own = chooser.cards()[-1]
    chooser.grid.ensureWidgetVisible(own)
    QTest.mouseClick(own, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chooser.rename_requested):
        QTest.keyClick(focus(), Qt.Key.Key_F2)


def test_the_filter(chooser: TemplateChooser) -> None:
    def shown() -> list[str]:
        return [card.template_id for card in chooser.cards() if card.isVisible()]

    every = shown()
    QTest.mouseClick(chooser.filter.button("b2b"), Qt.MouseButton.LeftButton)
    assert shown() == [t.id for t in list_templates("en") if "b2b" in t.audience]
    assert chooser.chosen() == shown()[0], "what is chosen is in sight"
    QTest.mouseClick(chooser.filter.button("own"), Qt.MouseButton.LeftButton)
    assert shown() == ["intake"]
    chooser.choose("aida")
    assert shown() == every
    assert chooser.chosen() == "aida"


@pytest.mark.parametrize(("width", "columns"), [(560, 2), (1000, 4), (1500, 4), (3400, 9)])
def test_on_a_large_screen_there_are_more_columns_and_not_wider_cards(
    chooser: TemplateChooser, width: int, columns: int
) -> None:
    chooser.resize(width, 900)
    QApplication.processEvents()
    cards = [card for card in chooser.cards() if card.isVisible()]
    first = [card for card in cards if card.y() == cards[0].y()]
    assert len(first) == columns
    assert all(card.width() <= 400 for card in cards)


def test_arrow_keys_bring_a_card_into_sight(qtbot: QtBot, chooser: TemplateChooser) -> None:
    chooser.resize(560, 480)
    QApplication.processEvents()
    card = chooser.cards()[0]
    card.setFocus()
    for _ in range(len(chooser.cards())):
        QTest.keyClick(focus(), Qt.Key.Key_Down)
    last = next(card for card in chooser.cards() if card.isChecked())
    assert last.template_id != chooser.cards()[0].template_id
    assert not last.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect().height() >= last.height() - 2


def test_one_s_own_are_renamed_and_deleted_by_keys_and_menu(qtbot: QtBot, chooser: TemplateChooser) -> None:
    own = chooser.cards()[-1]
    own.setFocus()
    with qtbot.waitSignal(chooser.rename_requested) as caught:
        QTest.keyClick(own, Qt.Key.Key_F2)
    assert caught.args == ["intake"]
    with qtbot.waitSignal(chooser.delete_requested):
        QTest.keyClick(own, Qt.Key.Key_Delete)
    assert not chooser.more.isVisible(), "a focus alone chooses nothing"
    chooser.choose("intake")
    QTest.mouseClick(chooser.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    share = next(action for action in menu.actions() if action.text() == "Save to a file…")
    with qtbot.waitSignal(chooser.share_requested) as caught:
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(share).center())
    assert caught.args == ["intake"]
    model = chooser.cards()[0]
    model.setFocus()
    with qtbot.assertNotEmitted(chooser.delete_requested), qtbot.assertNotEmitted(chooser.rename_requested):
        QTest.keyClick(model, Qt.Key.Key_Delete)
        QTest.keyClick(model, Qt.Key.Key_F2)


def test_a_file_is_dropped(qtbot: QtBot, chooser: TemplateChooser, tmp_path: Path) -> None:
    path = tmp_path / "a.journeytemplate"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy, left = QPointF(50, 50), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at.toPoint(), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chooser, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(chooser.path_dropped) as caught:
        QApplication.sendEvent(chooser, QDropEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier))
    assert caught.args == [str(path)]


def test_own_templates_that_cannot_be_read_are_named(qtbot: QtBot) -> None:
    made = TemplateChooser(problems=lambda: ["“a.journeytemplate” is damaged; open a copy."])
    qtbot.addWidget(made)
    assert any("a.journeytemplate" in label.text() for label in made.grid.findChildren(QLabel))


# -- dialogs ----------------------------------------------------------------------------------------------------------


def test_keeping_a_map(qtbot: QtBot, chooser: TemplateChooser) -> None:
    dialog = KeepTemplateDialog("Shoes", ["Intake"], personas=True, channels=False, parent=chooser)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.personas.isChecked(), dialog.channels.isChecked(), dialog.notes.isChecked()) == (True, False, False)
    assert not dialog.channels.isEnabled(), "there are none"
    dialog.name_field.setFocus()
    dialog.name_field.selectAll()
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.name_row.error() == "Give the template a name."
    QTest.keyClicks(dialog.name_field, " intake ")
    assert dialog.replaces.isVisible()
    assert dialog.done_button.text() == "Replace template"
    QTest.keyClicks(dialog.name_field, "2")
    assert not dialog.replaces.isVisible()
    QTest.mouseClick(dialog.personas, Qt.MouseButton.LeftButton)
    assert not dialog.personas.isChecked()
    QTest.mouseClick(dialog.notes, Qt.MouseButton.LeftButton)
    assert dialog.personas.isChecked(), "notes need them"
    assert not dialog.personas.isEnabled()
    QTest.keyClicks(dialog.line_field, "For  all")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.line_field, Qt.Key.Key_Return)
    assert (dialog.chosen_name, dialog.chosen_line) == ("intake 2", "For all")


def test_renaming_and_deleting_ask(qtbot: QtBot, chooser: TemplateChooser) -> None:
    rename = RenameTemplateDialog("A", "line", chooser)
    rename.show()
    QTest.keyClicks(rename.name_field, "B")
    with qtbot.waitSignal(rename.accepted):
        QTest.keyClick(rename.name_field, Qt.Key.Key_Return)
    assert (rename.chosen_name, rename.chosen_line) == ("B", "line"), "the old name is chosen whole"
    delete = DeleteTemplateDialog("A", chooser)
    delete.show()
    with qtbot.waitSignal(delete.rejected):
        QTest.keyClick(delete, Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1600, 1000), (960, 600)])
def test_the_dialog_of_a_new_map_fits_its_window(qtbot: QtBot, chooser: TemplateChooser, size: tuple[int, int]) -> None:
    chooser.resize(*size)
    dialog = NewMapDialog(list_templates, tuple, chooser)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    assert dialog.chooser.title.hasFocus()
    title = dialog.chooser.title
    assert title.mapTo(dialog, title.rect().bottomLeft()).y() < dialog.height()
    with qtbot.waitSignal(dialog.chooser.create_requested):
        QTest.keyClick(title, Qt.Key.Key_Return)
    dialog.reject()
