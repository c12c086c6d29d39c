"""Dragging a point of a curve: it snaps to the whole scores, the line follows, the label says who and what."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from model.changes import ChangeSet, apply
from model.commands.cards import set_emotion
from model.document import Document
from model.layout.boxes import EmotionPoint
from model.personas import persona_name
from model.scale import score_text
from widgets.canvas.stage import Stage
from widgets.canvas.tag import Tag


def with_score(document: Document, touchpoint_id: str, persona_id: str, score: int | None) -> ChangeSet:
    """Another score; the word and the quote stay."""
    was = document.emotions.get((touchpoint_id, persona_id))
    word, quote = (was.word, was.quote) if was is not None else ("", "")
    return set_emotion(document, touchpoint_id, persona_id, score=score, word=word, quote=quote)


def score_label(document: Document, persona_id: str, score: int) -> str:
    """ "Sanne −1", in the map's scale; without a name only the score."""
    said = score_text(score, document.info.emotion_scale)
    persona = document.persona_table.get(persona_id)
    if persona is None or not persona.name.strip():
        return said
    return f"{persona_name(persona)} {said}"


class FeelingDrag:
    """A point of the curve under the hand."""

    def __init__(self, stage: Stage, tag: Tag, lane_id: str, point: EmotionPoint) -> None:
        self._stage = stage
        self._tag = tag
        self._lane = lane_id
        self._touchpoint, self._persona = point.touchpoint_id, point.persona_id
        self._score = point.score
        self._was = point.score

    @property
    def key(self) -> tuple[str, str]:
        """(touchpoint, persona) of the point."""
        return self._touchpoint, self._persona

    def move(self, point: QPointF, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        box = self._stage.layout.emotions.get(self._lane)
        if box is None:
            return
        score = box.score_at(point.y())
        if score != self._score:
            self._score = score
            self._stage.set_draft(
                None
                if score == self._was
                else lambda document: apply(with_score(document, self._touchpoint, self._persona, score), document)
            )
        columns = dict(box.columns)
        at = QPointF(columns.get(self._touchpoint, point.x()), box.y_of(score))
        beside = self._stage.view.viewportTransform().map(at)
        self._tag.show_at(score_label(self._stage.bridge.document, self._persona, score), beside, beside=True)

    def finish(self) -> None:
        self._clean()
        if self._score != self._was:
            self._stage.bridge.run(with_score, self._touchpoint, self._persona, self._score)

    def cancel(self) -> None:
        self._clean()

    def _clean(self) -> None:
        self._tag.clear()
        self._stage.set_draft(None)
