"""Words: every text of the window follows the language, has a name for screen readers, and shows markup as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS
from app.keysheet import LIST_KEYS, SCRIBE_KEYS
from app.shell import Shell
from dialog_texts import unnamed, untranslated
from model.i18n import PSEUDO, set_language
from model.templates import list_templates
from shell_person import Person
from widgets.dialogs.findings import FindingsDialog
from widgets.dialogs.messages import ErrorMessage, SaveQuestion
from widgets.look.language import speak
from widgets.templates.dialogs import DeleteTemplateDialog, RenameTemplateDialog

LETTERS = re.compile(r"[^\W\d_]{2,}")
OWN = ("Journeywall", "Nederlands", "English", PSEUDO)
"""Names, the same in every language."""
_KEYS = [keys for spec in ACTIONS for keys in spec.shortcuts] + [
    keys for _, own in (*LIST_KEYS, *SCRIBE_KEYS) for keys in own
]
KEYS = [*sorted({word for keys in _KEYS for word in re.findall(r"\w{2,}", keys)}), "Ins", "Enter"]
"""The names of keys, which Qt translates."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    set_language("en")


def own_words(person: Person) -> list[str]:
    """The user's words and what comes from the map: longest first, so that parts of others do not stay behind."""
    document = person.document
    words = {document.info.title, *(item.text for item in document.item_table.values())}
    for table in (document.phases, document.lanes, document.personas, document.channels, document.steps):
        words |= {row.name for row in table}
    words |= {line for text in tuple(words) for line in text.splitlines()}
    words |= {e.word for e in document.emotion_table.values()} | {e.quote for e in document.emotion_table.values()}
    return sorted((w for w in words if w), key=len, reverse=True)


def outside(text: str, own: list[str]) -> str:
    """What of ``text`` stands outside the brackets of the pseudo-language and is not the user's."""
    rest = text.replace("&&", "&")
    for words in own:
        rest = rest.replace(words, "")
    while rest != (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", rest)):
        rest = inner
    return rest


def menu_texts(menus: list[QMenu]) -> list[str]:
    found = []
    for menu in menus:
        for action in menu.actions():
            found.append(action.text())
            submenu = action.menu()
            if isinstance(submenu, QMenu):
                found.append(submenu.title())
    return found


@pytest.fixture
def full(person: Person) -> Person:
    """The example, with everything that a map can hold, in the pseudo-language."""
    person.shell.files.open_example(person.window, "en")
    set_language(PSEUDO)
    speak(PSEUDO)
    QApplication.processEvents()
    return person


def test_every_text_of_the_window_is_translated(full: Person) -> None:
    own = own_words(full)
    choices: list[Callable[[], object]] = [
        full.workspace.selection.clear,
        lambda: full.workspace.selection.choose_cards([full.document.touchpoints[25].id]),
        lambda: full.workspace.selection.choose_cards([t.id for t in full.document.touchpoints[:3]]),
        lambda: full.workspace.selection.choose("phase", [full.document.phases[0].id]),
        lambda: full.workspace.selection.choose("lane", [full.document.lanes[0].id]),
        lambda: full.workspace.selection.choose("step", [full.document.steps[0].id]),
    ]
    left: set[str] = set()
    for choose in choices:
        choose()
        QApplication.processEvents()
        left |= set(untranslated(full.window, *OWN, *own))
    assert {text for text in left if LETTERS.search(outside(text, [*OWN, *own, *KEYS]))} == set()


def test_every_text_of_the_menus_is_translated(full: Person) -> None:
    window = full.window
    menus = [window.commands.menu(menu.objectName()) for menu in window._menus]
    texts = [menu.title() for menu in menus] + menu_texts(menus)
    full.workspace.selection.choose_cards([full.document.touchpoints[0].id])
    texts += [action.text() for action in window.findChildren(QAction)]
    texts += [command.text for command in window.commands.palette_commands()]
    own = [*OWN, *own_words(full)]
    assert len(texts) > 150
    assert {text for text in texts if LETTERS.search(outside(text, own))} == set()


def test_every_text_of_the_start_screen_is_translated(person: Person) -> None:
    set_language(PSEUDO)
    speak(PSEUDO)
    QApplication.processEvents()
    titles = [row.accessibleName() for row in person.start.example_rows()]
    names = [name for card in person.start.template_cards() for name in (card.accessibleName(),)]
    own = [*OWN, *titles, *names]
    own += template_words()
    left = untranslated(person.window, *sorted(own, key=len, reverse=True))
    assert left == []


def template_words() -> list[str]:
    """What the models say, each in its language."""
    words = [text for t in list_templates("en") for text in (t.name, t.description, t.when, t.source, *t.phases)]
    return [text for text in words if text]


def dialogs(person: Person) -> dict[str, Callable[[], QDialog]]:
    def opened(command: Callable[[], object]) -> Callable[[], QDialog]:
        def make() -> QDialog:
            before = set(person.window.findChildren(QDialog))
            command()
            return next(d for d in person.window.findChildren(QDialog) if d not in before)

        return make

    handlers = person.window.handlers
    return {
        "shortcuts": opened(handlers.shortcuts),
        "about": opened(handlers.about),
        "export": opened(handlers.export),
        "save": lambda: SaveQuestion("⟦title⟧", person.window),
        "error": lambda: ErrorMessage("⟦report⟧", None, person.window),
        "findings": lambda: FindingsDialog(lambda: "⟦title⟧", [(3, "⟦sentence⟧")], person.window),
        "new": opened(handlers.new),
        "save_template": opened(handlers.save_template),
        "rename_template": lambda: RenameTemplateDialog("⟦name⟧", "⟦line⟧", person.window),
        "delete_template": lambda: DeleteTemplateDialog("⟦name⟧", person.window),
    }


@pytest.mark.parametrize(
    "name",
    [
        "shortcuts",
        "about",
        "export",
        "save",
        "error",
        "findings",
        "new",
        "save_template",
        "rename_template",
        "delete_template",
    ],
)
def test_every_text_of_the_dialogs_is_translated_and_named(full: Person, name: str, tmp_path: Path) -> None:
    dialog = dialogs(full)[name]()
    dialog.show()
    QApplication.processEvents()
    own = [*OWN, *own_words(full), *KEYS, "Del", "Return", "Excel", "Mermaid", "PDF", "PNG", "pdf", "png", "xlsx"]
    own += ["Letter", "Legal", "Tabloid"]  # names of papers, the same in every language
    own += template_words() if name == "new" else []
    left = [text for text in untranslated(dialog, *sorted(own, key=len, reverse=True)) if "/" not in text]
    assert left == []
    assert unnamed(dialog) == []
    dialog.close()


def test_everything_that_takes_the_keyboard_has_a_name(mapper: Person) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    viewport = mapper.editor.view.viewport()  # hands the keyboard on to the view
    assert viewport.focusProxy() is mapper.editor.view
    viewport.setAccessibleName("viewport")
    assert unnamed(mapper.window) == []
    second = mapper.shell.new_window()
    second.show_start()
    assert unnamed(second) == []


def test_labels_show_markup_letter_by_letter(full: Person) -> None:
    full.workspace.selection.choose_cards([full.document.touchpoints[0].id])
    rich = [
        label.text()
        for top in QApplication.topLevelWidgets()
        for label in top.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText and label.objectName() != "qt_fontDialog"
    ]
    assert rich == []


def test_the_language_changes_while_a_map_is_open(mapper: Person) -> None:
    mapper.menu("view", "language_nl")
    assert mapper.shell.settings.language == "nl"
    assert mapper.window.commands["save"].text() == "Bewaar"
    assert mapper.window.menuBar().actions()[0].text() == "&Bestand"
    assert mapper.window.topbar.export.text() == "Druk af"
    assert mapper.window.status.safety_text() == "Nog niet bewaard, wel veilig op deze computer"
    assert mapper.window.commands["undo"].text().startswith("Maak ongedaan: ")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren", "Qt's own texts as well"
    titles: list[str] = []

    def look(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    said: list[str] = []
    mapper.answering(look, mapper.window.handlers.save_as)
    assert titles == ["Bewaar de kaart"]
    assert "Z&oek in:" in said and "Bestands&type:" in said, "what Qt's own Dutch lacks as well"
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms") == "Map"
    mapper.window.handlers.run("language_en")
    assert mapper.window.commands["save"].text() == "Save"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_theme_changes_in_every_window(mapper: Person, make_shell: Callable[[], Shell]) -> None:
    other = mapper.shell.new_window()
    other.show_start()
    mapper.menu("view", "theme_dark")
    assert mapper.window.commands["theme_dark"].isChecked()
    assert other.commands["theme_dark"].isChecked()
    assert not mapper.window.commands["theme_light"].isChecked()
    dark = mapper.window.grab().toImage().pixelColor(600, 700)
    mapper.menu("view", "theme_light")
    light = mapper.window.grab().toImage().pixelColor(600, 700)
    assert dark.lightness() < 80
    assert light.lightness() > 200


def test_tab_reaches_every_control_of_the_window_and_comes_round(mapper: Person, qtbot: QtBot) -> None:
    mapper.workspace.selection.choose_cards([mapper.card("Advert").id])
    mapper.back_to_map()
    window = mapper.window

    def wanted(widget: QWidget) -> bool:
        policy = Qt.FocusPolicy.TabFocus.value
        return (
            widget.isVisibleTo(window)
            and widget.isEnabled()
            and bool(widget.focusPolicy().value & policy)
            and widget.focusProxy() is None
            and not isinstance(widget.window(), QMenu)
            and widget.window() is window
            # Arrow keys go along the choices of a group, which is one stop of the Tab key.
            and not (isinstance(widget, QRadioButton) and not widget.isChecked())
        )

    expected = {w for w in window.findChildren(QWidget) if wanted(w)}
    seen: set[QWidget] = set()
    for _ in range(len(expected) * 2 + 10):
        focus = window.focusWidget()
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if window.focusWidget() in seen and len(seen) > 5 and window.focusWidget() is mapper.editor.view:
            break
    missed = {f"{type(w).__name__} {w.accessibleName() or w.objectName()}" for w in expected - seen}
    assert missed == set()


def test_file_dialogs_begin_in_the_folder_used_last(
    mapper: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(tmp_path / "none.journey"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    mapper.window.handlers.open()
    mapper.window.handlers.open()
    assert asked[1] == str(tmp_path)
