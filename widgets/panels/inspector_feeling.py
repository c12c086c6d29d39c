"""What one persona feels at a touchpoint: a face; folded in until asked for, a word, a quote and what is aimed for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands.cards import set_aimed
from model.document import Document
from model.emotionwords import emotion_words
from model.files.drafts import field_key
from model.i18n import speaking, translate
from model.layout.emotion import persona_color
from model.personas import persona_name
from model.records import EmotionScale
from model.scale import score_text
from widgets.controls.buttons import Button, IconButton
from widgets.controls.faces import FacePicker
from widgets.controls.labels import ElidedLabel, PlainLabel
from widgets.controls.persona_line import PersonaLine
from widgets.controls.texts import set_property
from widgets.panels.edits import change_feeling
from widgets.panels.field_texts import TextField
from widgets.panels.fields import WordField
from widgets.panels.page import Tools


def spoken_name(document: Document, persona_id: str) -> str:
    """A persona's name, or what the map calls one without."""
    persona = document.persona_table.get(persona_id)
    if persona is None:
        return ""
    with speaking(document.info.language):
        return persona_name(persona)


class FeelingRow(QWidget):
    """The feeling of one persona at the touchpoint that :meth:`show_feeling` names."""

    def __init__(self, tools: Tools, persona_id: str) -> None:
        super().__init__()
        self._tools = tools
        self.persona_id = persona_id
        self._touchpoint = ""
        self._asked = False
        self.line = PersonaLine(0, "persona.0")
        self.name = ElidedLabel("", "label")
        self.more = Button(lambda: translate("Panels", "Word, quote"), "link", icon_name="plus")
        self.aim = IconButton("target", self._aim_name, small=True)
        self.aim.setCheckable(True)
        self.faces = FacePicker(self._faces_name)
        self.aim_words = PlainLabel("", "small", wrap=True)
        self._aim_faces: FacePicker | None = None
        self.word = WordField(self._word_name, lambda: translate("Panels", "One word"))
        self.quote = TextField(self._quote_name, lambda: translate("Panels", "What is said or thought"))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.line)
        head.addWidget(self.name, 1)
        head.addWidget(self.aim)
        head.addWidget(self.more)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.faces)
        column.addWidget(self.aim_words)
        column.addWidget(self.word)
        column.addWidget(self.quote)
        self.more.clicked.connect(self._ask)
        self.aim.clicked.connect(self._ask_aim)
        self.faces.score_chosen.connect(self._score_chosen)
        self.word.committed.connect(self._word_chosen)
        self.quote.committed.connect(self._quote_chosen)
        self.word.draft_of = lambda: field_key("emotions", (self._touchpoint, self.persona_id), "word")
        self.quote.draft_of = lambda: field_key("emotions", (self._touchpoint, self.persona_id), "quote")

    def show_feeling(self, touchpoint_id: str) -> None:
        """Show what the persona feels there."""
        document = self._tools.bridge.document
        another = touchpoint_id != self._touchpoint
        if another:
            self._touchpoint = touchpoint_id
            self._asked = False
            self.aim.setChecked(False)
        ids = [persona.id for persona in document.personas]
        if self.persona_id not in ids:
            return
        place = ids.index(self.persona_id)
        persona = document.personas[place]
        self.line.set_persona(place, persona_color(persona, place), chosen=place == 0)
        alone = len(ids) == 1 and not persona.name.strip()  # the map's one persona is anybody: nothing to tell apart
        self.name.set_source("" if alone else spoken_name(document, self.persona_id))
        self.faces.set_persona(place)
        self.faces.set_scale(document.info.emotion_scale)
        self.aim.retranslate()
        self.word.retranslate()
        self.quote.retranslate()
        emotion = document.emotions.get((touchpoint_id, self.persona_id))
        score = emotion.score if emotion is not None else None
        if score != self.faces.value():
            self.faces.set_value(score)
        self._show_aim(place, score, emotion.aimed if emotion is not None else None)
        word, quote = (emotion.word, emotion.quote) if emotion is not None else ("", "")
        self.word.set_words(emotion_words(document.info))
        self.word.show_value(word)
        self.quote.show_value(quote)
        writing = self.word.dirty or self.quote.dirty
        focused: QWidget | None = self.window().focusWidget()
        here = not another and focused is not None and self.isAncestorOf(focused)
        open_ = bool(word or quote or self._asked or writing or (here and not self.word.isHidden()))
        self.word.setVisible(open_)
        self.quote.setVisible(open_)
        self.more.setVisible(not open_)

    @property
    def aim_faces(self) -> FacePicker:
        """The faces of what is aimed for, made when they are first asked for."""
        if self._aim_faces is None:
            self._aim_faces = FacePicker(self._aim_name)
            self._aim_faces.score_chosen.connect(self._aimed)
            self._column.insertWidget(self._column.indexOf(self.aim_words) + 1, self._aim_faces)
            self._aim_faces.hide()
        return self._aim_faces

    def _show_aim(self, place: int, score: int | None, aimed: int | None) -> None:
        scale = self._tools.bridge.document.info.emotion_scale
        self.faces.set_aim(aimed)
        if self._aim_faces is not None:
            self._aim_faces.set_persona(place)
            self._aim_faces.set_scale(scale)
            self._aim_faces.retranslate()
            if aimed != self._aim_faces.value():
                self._aim_faces.set_value(aimed)
        self.aim_words.set_source(gap_text(score, aimed, scale) or translate("Panels", "Feeling aimed for"))
        short = score is not None and aimed is not None and score < aimed
        set_property(self.aim_words, "textRole", "warn" if short else "small")
        open_ = self.aim.isChecked()
        self.aim_words.setVisible(open_ or aimed is not None)
        if self._aim_faces is not None:
            self._aim_faces.setVisible(open_)

    def _ask_aim(self, on: bool) -> None:
        faces = self.aim_faces
        self.show_feeling(self._touchpoint)
        if on:
            buttons = faces.buttons()
            next((b for b in buttons if b.isChecked()), buttons[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _aimed(self, aimed: int | None) -> None:
        if self._there:
            self._tools.bridge.run(set_aimed, self._touchpoint, self.persona_id, aimed)
            stage = self._tools.editor.stage
            if aimed is not None and not stage.options.aimed:
                stage.set_view(aimed=True)  # what was just said is to be seen

    @property
    def _there(self) -> bool:
        """A field that loses the keyboard because its card or persona goes has nobody left to tell."""
        document = self._tools.bridge.document
        item = document.item_table.get(self._touchpoint)
        return item is not None and item.kind == "touchpoint" and self.persona_id in document.persona_table

    def _ask(self) -> None:
        self._asked = True
        self.show_feeling(self._touchpoint)
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def _score_chosen(self, score: int | None) -> None:
        self._change(score=score)

    def _word_chosen(self, word: str) -> None:
        self._change(word=word)

    def _quote_chosen(self, quote: str) -> None:
        self._change(quote=quote)

    def _change(self, **fields: object) -> None:
        if self._there:
            self._tools.bridge.run(change_feeling, self._touchpoint, self.persona_id, **fields)

    def _named(self, text: str) -> str:
        return text.format(name=spoken_name(self._tools.bridge.document, self.persona_id))

    def _faces_name(self) -> str:
        return self._named(translate("Panels", "Feeling of {name}"))

    def _word_name(self) -> str:
        return self._named(translate("Panels", "Word for the feeling of {name}"))

    def _quote_name(self) -> str:
        return self._named(translate("Panels", "Quote of {name}"))

    def _aim_name(self) -> str:
        return self._named(translate("Panels", "Feeling aimed for: {name}"))


def gap_text(score: int | None, aimed: int | None, scale: EmotionScale = "signed") -> str:
    """What is aimed for and how far it is from what was found, in words of the map's scale; "" where nothing is."""
    if aimed is None:
        return ""
    aim = translate("Panels", "aimed for {score}").format(score=score_text(aimed, scale))
    if score is None:
        return aim
    if score >= aimed:
        return translate("Panels", "{aim}, reached").format(aim=aim)
    if scale == "faces":
        return translate("Panels", "{aim}, not reached").format(aim=aim)
    return translate("Panels", "{aim}, gap {number}").format(aim=aim, number=aimed - score)
