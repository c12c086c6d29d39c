"""What a screen reader is told of the map: what the keyboard is on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from model.draw.card_painter import card_label
from model.i18n import translate
from model.personas import persona_name
from model.scale import score_text
from widgets.selection import split_emotion

if TYPE_CHECKING:
    from widgets.canvas.editor import MapEditor


class Speaker:
    """Keeps the accessible description of the map at what the keyboard is on, and says that it changed.

    The graphics view has one accessible object; its name is the map, its description the current card, cell, header
    or feeling.
    """

    def __init__(self, editor: MapEditor) -> None:
        self._editor = editor
        self._said = ""
        editor.selection.changed.connect(self.refresh)
        editor.stage.focus_moved.connect(self.refresh)
        editor.stage.laid_out.connect(self.refresh)
        editor.stage.announced.connect(self.announce)

    @property
    def said(self) -> str:
        """What was said last."""
        return self._said

    def announce(self, words: str) -> None:
        """Have something said that the keyboard is not on: a link that was made."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor.view, words))

    def refresh(self) -> None:
        """Say what the keyboard is on now, when it is something else."""
        words = self._words()
        if words == self._said:
            return
        self._said = words
        view: QWidget = self._editor.view
        view.setAccessibleDescription(words)
        if not view.isVisible():
            return  # nobody can have heard of it, and the first map need not wait for what tells them
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        for change in (QAccessible.Event.DescriptionChanged, QAccessible.Event.Focus):
            QAccessible.updateAccessibility(QAccessibleEvent(view, change))

    def _words(self) -> str:
        stage, selection = self._editor.stage, self._editor.selection
        document, layout, current = stage.document, stage.layout, selection.current
        if selection.kind == "cards" and current in layout.cards:
            words = card_label(layout.cards[str(current)].body, document)
            if len(selection.ids) > 1:
                words += "; " + translate("Canvas", "%n note(s) chosen", n=len(selection.ids))
            return words
        if selection.kind == "emotion" and current is not None:
            touchpoint, persona_id = split_emotion(current)
            emotion = document.emotions.get((touchpoint, persona_id))
            item, persona = document.item_table.get(touchpoint), document.persona_table.get(persona_id)
            if item is not None and persona is not None:
                score = (
                    ""
                    if emotion is None or emotion.score is None
                    else score_text(emotion.score, document.info.emotion_scale)
                )
                return f"{persona_name(persona)} {score}; {item.text}"
        if selection.kind == "link" and current in document.link_table:
            from model.draw.link_painter import link_label

            return link_label(str(current), document, stage.home)
        if selection.kind == "phase" and current in layout.phases:
            box = layout.phases[str(current)]
            return translate("Canvas", "Phase {number}: {name}").format(number=box.number, name=box.name)
        if selection.kind == "step" and current in layout.steps:
            return translate("Canvas", "Step: {name}").format(name=layout.steps[str(current)].name)
        if selection.kind == "lane" and current in layout.lanes:
            return translate("Canvas", "Lane: {name}").format(name=layout.lanes[str(current)].name)
        if selection.kind == "none" and stage.cell is not None and stage.cell_box(stage.cell) is not None:
            lane, step = layout.lanes[stage.cell[0]], layout.steps[stage.cell[1]]
            phase = layout.phases[step.phase_id]
            return translate("Canvas", "Empty place: {lane}, {phase}").format(lane=lane.name, phase=phase.name)
        return ""
