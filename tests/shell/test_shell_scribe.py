"""The scribe line in the window: notes typed by key events alone, and what they cost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS
from app.panelstate import PanelState
from app.shell import Shell
from model.commands.grid import add_persona
from model.files.native import dumps
from model.i18n import LANGUAGES, speaking
from model.newmap import new_map
from model.scribe import letter_of
from scribe_typist import Note, Typist, read_notes
from shell_person import Person
from widgets.controls.labels import KeyCap
from widgets.dialogs.shortcuts import ShortcutSheet
from widgets.scribe.line import ScribeLine

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT, CTRL, SHIFT = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier
NOTES = Path(__file__).resolve().parent.parent / "corpus" / "workshop" / "notes.csv"


@pytest.fixture
def scribe(person: Person) -> Person:
    """Somebody with a new Dutch map of eight phases, who opened the scribe line by its key."""
    person.shell.files.create(person.window, "eight-phases", "Keuken", "nl")
    for name in ("Ria", "Bart"):
        person.workspace.bridge.run(add_persona, name)
    person.back_to_map()
    person.key(Key.Key_M, CTRL)
    person.qtbot.waitUntil(line(person).field.hasFocus)
    return person


def line(person: Person) -> ScribeLine:
    return person.workspace.scribe


def phase_of(person: Person, text: str) -> str:
    phase = person.document.phase_of(person.card(text))
    return "" if phase is None else phase.name


def test_a_hundred_spoken_notes_go_in_by_keys_alone(scribe: Person) -> None:
    """Mean <= 3.2 and 95 of 100 <= 6 keys beyond the text; and what stands on the map is the list."""
    notes = read_notes(NOTES)
    typist = Typist(line(scribe))
    typist.all(notes)
    assert len(typist.costs) == 100
    assert sum(typist.costs) / 100 <= 3.2
    assert sorted(typist.costs)[94] <= 6
    document = scribe.document
    people = {persona.name: persona.id for persona in document.personas}
    for note in notes:
        card = document.item_table[typist.made[note.number]]
        assert (card.text, card.kind) == (note.text, note.kind)
        hosts = [host.id for host in document.targets.get(card.id, ())]
        assert hosts == ([typist.made[note.attached]] if note.attached else [])
        # Of a touchpoint a persona is who feels something there; any other note names whom it concerns itself.
        if card.kind != "touchpoint":
            assert card.persona_ids == ((people[note.persona],) if note.persona else ())
        # A note that hangs on a touchpoint stands with it (PL2), wherever it was said: of the notes of this list one
        # insight was said in another phase than the touchpoint that it belongs to, and the list says both.
        at = document.item_table[typist.made[note.attached]] if note.attached else None
        phase = document.phase_of(card)
        if at is not None:
            assert phase == document.phase_of(at)
        else:
            assert (phase.name if phase else "") == note.phase
        felt = {key: e.score for key, e in document.emotions.items() if key[0] == card.id}
        assert felt == ({(card.id, people[note.persona]): note.emotion} if note.emotion is not None else {})
        assert card.place == ("map" if note.phase else "parking")
    for phase in document.phases:
        said = [n.text for n in notes if n.kind == "touchpoint" and n.phase == phase.name]
        assert [i.text for i in document.touchpoints if document.phase_of(i) == phase] == said
    assert not scribe.workspace.scribe.field.text()


def test_whom_each_kind_of_note_concerns_goes_in_by_few_keys(scribe: Person) -> None:
    """Notes that hang on others name a persona too, thoughts name nobody, and the line goes on as before."""
    notes = [
        Note("1", "Zoekt een keuken", "touchpoint", "Oriëntatiefase", "Ria", 1),
        Note("2", "Prijs staat er niet bij", "pain_point", "Oriëntatiefase", "Ria", attached="1"),
        Note("3", "Vindt de site te druk", "insight", "Oriëntatiefase", "Bart", attached="1"),
        Note("4", "Wat een keus", "thought", "Oriëntatiefase"),
        Note("5", "Wil weten wat het kost", "need", "Oriëntatiefase", "Ria"),
        Note("6", "Alles op één bladzijde", "opportunity", "Oriëntatiefase", attached="1"),
        Note("7", "Nog uitzoeken", "note", "", "Bart"),
    ]
    typist = Typist(line(scribe))
    typist.all(notes)
    document = scribe.document
    people = {persona.id: persona.name for persona in document.personas}
    said = [document.item_table[typist.made[note.number]] for note in notes]
    named = [[people[i] for i in card.persona_ids] for card in said]
    assert named == [[], ["Ria"], ["Bart"], [], ["Ria"], [], ["Bart"]]
    assert max(typist.costs) <= 6
    scribe.key(Key.Key_Z, CTRL)
    scribe.key(Key.Key_Z, CTRL)
    assert len(scribe.document.item_table) == 5, "a note and whom it concerns are one step of undo"


def test_the_chip_says_whom_the_note_concerns(scribe: Person) -> None:
    at = line(scribe)
    assert at._persona.words == "Ria"
    scribe.type("/p")
    assert at._persona.words == "Nobody" and at._persona.isVisible()
    scribe.key(Key.Key_Down, CTRL)
    assert at._persona.words == "Ria"
    scribe.key(Key.Key_Down, CTRL)
    assert at._persona.words == "Bart"
    scribe.key(Key.Key_Down, CTRL)
    assert at._persona.words == "Nobody"


def test_every_note_is_one_step_of_undo(scribe: Person) -> None:
    typist = Typist(line(scribe))
    typist.all([Note("1", "Belt", "touchpoint", "Aankoop", "Bart", -1), Note("2", "Lang", "pain_point", attached="1")])
    scribe.key(Key.Key_Z, CTRL)
    assert scribe.texts() == {"Belt"}
    scribe.key(Key.Key_Z, CTRL)
    assert scribe.texts() == set() and not scribe.document.emotion_table
    scribe.type("Weer")
    scribe.key(Key.Key_Return)
    assert phase_of(scribe, "Weer") == "Aankoop"


def test_the_target_is_on_the_map_while_one_writes(scribe: Person) -> None:
    stage, mark = scribe.editor.stage, line(scribe).mark
    lane = next(lane for lane in scribe.document.lanes if lane.kind == "touchpoints")
    for number in (1, 6):
        scribe.key(Qt.Key(Key.Key_0 + number), ALT)
        box = stage.cell_box((lane.id, scribe.document.steps[number - 1].id))
        assert mark.place is not None and box is not None and box.contains(mark.place.center())
        seen = stage.view.viewportTransform().mapRect(mark.place)
        assert stage.view.viewport().rect().contains(seen.center().toPoint())
    scribe.editor.setFocus()
    QApplication.processEvents()
    assert mark.place is None and mark.bar is None


def test_the_chips_say_what_the_keys_chose(scribe: Person) -> None:
    at = line(scribe)
    scribe.key(Key.Key_3, ALT)
    scribe.key(Key.Key_Down, CTRL)
    scribe.key(Key.Key_Down, CTRL | SHIFT)
    scribe.key(Key.Key_1, CTRL)
    scribe.type("/p")
    words = [chip.words for chip in (at._kind, at._phase, at._persona, at._channel, at._feeling)]
    assert words == ["Pain point", "Overweging tot aankoop-fase", "Bart", scribe.document.channels[0].name, "−2"]
    assert "Pain point" in at._kind.accessibleName()


def test_chips_choose_by_the_mouse(scribe: Person, qtbot: QtBot) -> None:
    at = line(scribe)
    scribe.click(at._kind)
    menu = scribe.popup() if hasattr(scribe, "popup") else QApplication.activePopupWidget()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text().startswith("Thought"))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Modifier.NoModifier, menu.actionGeometry(action).center())
    assert at.aim.kind == "thought"
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    QTest.keyClicks(at.field, "Wat duur")
    QTest.keyClick(at.field, Key.Key_Return)
    assert scribe.card("Wat duur").kind == "thought"


def test_the_last_note_is_corrected_split_and_merged(scribe: Person) -> None:
    for text in ("Belt de winkel", "Krijgt band en hangt op"):
        scribe.type(text)
        scribe.key(Key.Key_Return)
    field = line(scribe).field
    scribe.key(Key.Key_F2)
    assert field.text() == "Krijgt band en hangt op"
    field.setCursorPosition(len("Krijgt band "))
    scribe.key(Key.Key_Return, CTRL)
    assert [item.text for item in scribe.document.touchpoints] == ["Belt de winkel", "Krijgt band", "en hangt op"]
    assert (field.text(), field.cursorPosition()) == ("en hangt op", 0)
    scribe.key(Key.Key_Backspace)
    assert [item.text for item in scribe.document.touchpoints] == ["Belt de winkel", "Krijgt band en hangt op"]
    assert (field.text(), field.cursorPosition()) == ("Krijgt band en hangt op", len("Krijgt band"))
    scribe.key(Key.Key_A, CTRL)
    scribe.type("Krijgt een bandje")
    scribe.key(Key.Key_Return)
    assert [item.text for item in scribe.document.touchpoints] == ["Belt de winkel", "Krijgt een bandje"]
    scribe.key(Key.Key_Right, ALT | SHIFT)
    assert phase_of(scribe, "Krijgt een bandje") == scribe.document.phases[1].name


def test_what_is_half_typed_is_kept(scribe: Person, qtbot: QtBot) -> None:
    scribe.type("Half")
    with qtbot.waitSignal(line(scribe).draft) as said:
        pass
    assert said.args is not None and said.args[1] == "Half"
    scribe.key(Key.Key_Escape)
    assert scribe.focus is scribe.editor.view
    assert line(scribe).field.text() == "Half"
    scribe.workspace.commit()  # as saving and closing do
    assert scribe.texts() == {"Half"}
    assert line(scribe).field.text() == ""


def test_leaving_a_correction_changes_nothing(scribe: Person) -> None:
    scribe.type("Een")
    scribe.key(Key.Key_Return)
    scribe.key(Key.Key_F2)
    scribe.type(" en meer")
    scribe.key(Key.Key_Escape)
    assert scribe.texts() == {"Een"}
    assert line(scribe).field.hasFocus() and not line(scribe).field.text()


def test_a_note_corrected_while_it_is_deleted_elsewhere_becomes_a_new_one(scribe: Person) -> None:
    scribe.type("Een")
    scribe.key(Key.Key_Return)
    scribe.key(Key.Key_F2)
    scribe.type(" twee")
    scribe.workspace.bridge.undo()
    scribe.key(Key.Key_Return)
    assert scribe.texts() == {"Een twee"}


def test_it_begins_where_one_is_on_the_map(scribe: Person) -> None:
    scribe.type("Een")
    scribe.key(Key.Key_Return)
    scribe.key(Key.Key_5, ALT)
    scribe.type("Vijf")
    scribe.key(Key.Key_Return)
    scribe.key(Key.Key_Escape)
    scribe.workspace.selection.choose_cards([scribe.card("Een").id])
    scribe.key(Key.Key_M, CTRL)
    scribe.type("/pErbij")
    scribe.key(Key.Key_Return)
    hosts = scribe.document.targets[scribe.card("Erbij").id]
    assert [host.text for host in hosts] == ["Een"]


def test_the_line_can_be_put_away_and_stays_away(scribe: Person) -> None:
    scribe.window.commands["scribe_line"].trigger()
    assert not line(scribe).isVisible()
    assert not scribe.shell.panels.scribe, "nor in the next window"
    assert PanelState(scribe.shell.panels.as_json()).scribe is False, "nor after the next start"
    scribe.window.commands["scribe"].trigger()
    assert line(scribe).isVisible() and line(scribe).field.hasFocus()


def test_it_is_not_under_the_list(scribe: Person) -> None:
    scribe.key(Key.Key_2, ALT, scribe.editor.view)
    assert scribe.workspace.view == "list" and not line(scribe).isVisible()
    scribe.window.commands["scribe"].trigger()
    assert line(scribe).isVisible()


def test_without_a_phase_the_text_stays_in_the_line(scribe: Person) -> None:
    from model.commands.grid import remove_phase

    scribe.type("Waarheen")
    while scribe.document.phases:
        scribe.workspace.bridge.run(remove_phase, scribe.document.phases[0].id)
        if len(scribe.document.phases) == 1:
            break
    assert scribe.document.phases  # the last phase stays
    scribe.key(Key.Key_Return)
    assert phase_of(scribe, "Waarheen") == scribe.document.phases[0].name


def test_one_chord_chooses_a_kind_and_a_number_before_it_the_note(scribe: Person) -> None:
    for text in ("Een", "Twee"):
        scribe.type(text)
        scribe.key(Key.Key_Return)
    scribe.type(str(scribe.card("Een").number))
    scribe.key(Key.Key_P, ALT)
    assert not line(scribe).field.text()
    scribe.type("Pijn")
    scribe.key(Key.Key_7, CTRL)
    scribe.key(Key.Key_Return)
    pain = scribe.card("Pijn")
    assert (pain.kind, [host.text for host in scribe.document.targets[pain.id]]) == ("pain_point", ["Een"])
    assert pain.persona_ids == (scribe.document.personas[1].id,)
    scribe.key(Key.Key_Q, ALT | SHIFT)
    for text in ("Hm", "Nou"):
        scribe.type(text)
        scribe.key(Key.Key_Return)
    assert {scribe.card(text).kind for text in ("Hm", "Nou")} == {"thought"}


def test_a_note_that_begins_like_a_command_is_corrected_as_it_is(scribe: Person) -> None:
    scribe.type("//pauze te kort")
    scribe.key(Key.Key_Return)
    scribe.key(Key.Key_F2)
    scribe.key(Key.Key_End)
    scribe.type("!")
    scribe.key(Key.Key_Return)
    assert [(i.text, i.kind) for i in scribe.document.item_table.values()] == [("/pauze te kort!", "touchpoint")]
    scribe.type("@ria zegt")
    scribe.key(Key.Key_Return)
    assert "zegt" in scribe.texts(), "a name is a command"
    scribe.type("/@ria zegt")
    scribe.key(Key.Key_Return)
    assert "@ria zegt" in scribe.texts()


def test_the_sheet_of_shortcuts_names_every_key_of_the_line(scribe: Person) -> None:
    scribe.window.commands["shortcuts"].trigger()
    (sheet,) = scribe.window.findChildren(ShortcutSheet)
    said = sheet.shown()
    for words in ("Pain point", "Phase 1 to 10", "Persona 1 to 4", "At the note with number 22"):
        assert words in said
    assert any("before Enter" in text for text in said)
    QTest.keyClicks(sheet.field, "Pain point")
    caps = [cap.text() for cap in sheet.findChildren(KeyCap)]
    assert {"Alt P", "/p"} <= set(caps)
    sheet.reject()


class Windows(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_as_a_window_of_its_own(
    make_shell: Callable[[], Shell], qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "given.journey"
    path.write_bytes(dumps(new_map("Given", "en", ("One", "Two"))))
    windows = Windows()
    qapp.installEventFilter(windows)
    shell = make_shell()
    window = shell.new_window()
    shell.begin(window, path)
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.scribe.isVisible())
    qtbot.wait(100)
    qapp.removeEventFilter(windows)
    assert windows.shown == ["MainWindow"]
    assert window.isActiveWindow()


def test_what_hangs_on_touchpoints_has_one_letter_on_the_map_and_in_the_line(scribe: Person) -> None:
    """In every language: a letter that makes an opportunity here and a solution there would do so without a word."""
    on_the_map = {spec.id: spec.shortcuts for spec in ACTIONS}
    for language in LANGUAGES:
        with speaking(language):
            for kind in ("pain_point", "insight", "opportunity", "solution"):
                assert on_the_map[f"add_{kind}"] == (letter_of(kind).upper(),), (language, kind)


def test_one_reads_what_was_sent(scribe: Person) -> None:
    """The empty line says kind and number of the note that was put down last, and what it hangs on."""
    field = line(scribe).field
    assert field.placeholderText() == "Type a note and press Enter"
    scribe.type("Betaalt")
    scribe.key(Key.Key_Return)
    pays = scribe.card("Betaalt")
    assert field.placeholderText() == f"Touchpoint N{pays.number} noted. Type the next one"
    scribe.type(f"/{pays.number}oBetalen met je telefoon")
    scribe.key(Key.Key_Return)
    chance = scribe.card("Betalen met je telefoon")
    assert chance.kind == "opportunity"
    assert field.placeholderText() == f"Opportunity N{chance.number} noted at N{pays.number}. Type the next one"
    scribe.shell.choose_language("nl")
    assert field.placeholderText() == f"Kans N{chance.number} genoteerd bij N{pays.number}. Typ de volgende"
    scribe.shell.choose_language("en")
    scribe.workspace.bridge.undo()
    assert field.placeholderText() == f"Touchpoint N{pays.number} noted. Type the next one"


def test_a_feeling_is_never_dropped_without_a_word(scribe: Person) -> None:
    """A pain point has none: it stays on its chip for the next touchpoint, which gets it."""
    scribe.key(Key.Key_1, CTRL)
    scribe.type("/pBand is lek")
    chip = line(scribe).chips["feeling"]
    assert "next touchpoint" in chip.accessibleName()
    scribe.key(Key.Key_Return)
    assert not chip.isHidden() and not scribe.document.emotions
    scribe.type("Loopt")
    scribe.key(Key.Key_Return)
    assert chip.isHidden()
    assert [e.score for e in scribe.document.emotions.values()] == [-2]
