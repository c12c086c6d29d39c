"""Making a link, whichever way it is asked for: what it may lead to, what is shown meanwhile, and the edit.

A gesture draws it from the round plus (:mod:`widgets.canvas.gesture.link`), the command "Connect" by a click or by
number (:mod:`widgets.canvas.connect`); both come here.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF

from model.commands.links import usual_kind
from model.document import Document, card_number
from model.draw.link_painter import link_label
from model.i18n import translate
from model.kinds import LINK_KINDS, LinkKind, link_kinds_between
from model.layout.boxes import CardBox
from model.layout.routes import Ground, Router, Wish
from widgets.canvas.edits import connect
from widgets.canvas.items import plus_center
from widgets.canvas.link_items import Rubber
from widgets.canvas.stage import Stage


def may_lead(document: Document, source_id: str, target_id: str) -> bool:
    """Whether there is a kind of link between two cards."""
    items = document.item_table
    if source_id == target_id or source_id not in items or target_id not in items:
        return False
    return bool(link_kinds_between(items[source_id].kind, items[target_id].kind))


def paths_between(document: Document, source_id: str, target_id: str) -> tuple[LinkKind, ...]:
    """The kinds of paths among which one may choose between two cards; none where the kind is a matter of course."""
    kinds = link_kinds_between(document.item_table[source_id].kind, document.item_table[target_id].kind)
    return tuple(kind for kind, _ in kinds if kind.flow) if len(kinds) > 1 else ()


def link_words(document: Document, kind: str, source_id: str, target_id: str) -> str:
    """What a link to be made says: "N3 leads to N7"."""
    items = document.item_table
    source, target = items[source_id], items[target_id]
    known = LINK_KINDS[kind]
    back = not (source.kind in known.sources and target.kind in known.targets)
    verb = known.backward_title if back else known.forward_title
    words = translate("Map", "{one} {verb} {other}")
    return words.format(one=card_number(source), verb=verb, other=card_number(target))


def making(link_id: str) -> str:
    """The merge key under which a link is made and its kind chosen, so that both are one step of history."""
    return f"making {link_id}"


class Linking:
    """A link under way from ``sources``, the first of them the one that the line comes from."""

    def __init__(self, stage: Stage, sources: Sequence[str]) -> None:
        self._stage = stage
        self.sources = tuple(sources)
        document, layout = stage.bridge.document, stage.layout
        kinds = {document.item_table[i].kind for i in self.sources}
        fits = {
            kind: any(link_kinds_between(one, kind) for one in kinds)
            for kind in {item.kind for item in document.item_table.values()}
        }
        self._targets = tuple(
            _rect(box)
            for box in layout.cards.values()
            if box.id not in self.sources and fits[document.item_table[box.id].kind]
        )
        self._ground: Ground | None = None
        self.show(None, None)

    def kind_to(self, target_id: str) -> str | None:
        """The kind of link that would be made to a card; None where there is none."""
        document = self._stage.bridge.document
        if target_id not in document.item_table:
            return None
        for source in self.sources:
            if source in document.item_table and (kind := usual_kind(document, source, target_id)) is not None:
                return kind
        return None

    def show(self, target_id: str | None, point: QPointF | None) -> str:
        """Show the line to a card, or to a point of the map; returns the words for it, "" where it leads nowhere."""
        stage, layout = self._stage, self._stage.layout
        start = layout.cards.get(self.sources[0])
        box = layout.cards.get(target_id or "")
        if start is None or target_id in self.sources:
            stage.scene.rubber.show_rubber(Rubber(self._targets))
            return ""
        kind = self.kind_to(target_id) if target_id is not None else None
        way: tuple[tuple[float, float], ...] = ()
        if box is not None and kind is not None:
            way = self._way(start, box, kind)
        if not way and point is not None:
            begin = plus_center(start, stage.view.zoom)
            way = ((begin.x(), begin.y()), (point.x(), point.y()))
        aim = None if box is None else _rect(box)
        stage.scene.rubber.show_rubber(Rubber(self._targets, aim, kind is not None or target_id is None, way))
        if target_id is None:
            return ""
        if kind is None:
            return translate("Canvas", "Not here")
        return link_words(stage.bridge.document, kind, self.sources[0], target_id)

    def _way(self, start: CardBox, end: CardBox, kind: str) -> tuple[tuple[float, float], ...]:
        if self._ground is None:
            self._ground = Ground(self._stage.layout)
        wish = Wish("", kind, start, end, LINK_KINDS[kind].flow)
        return Router(self._ground).route([wish]).get("", ())

    def make(self, target_ids: Sequence[str], at: QPoint | None = None) -> bool:
        """Link to cards, as one edit; where there is a choice of paths, ``at`` (on the screen) is where it is offered.

        False when nothing could be linked.
        """
        stage, document = self._stage, self._stage.bridge.document
        fits = [i for i in target_ids if self.kind_to(i) is not None]
        if not fits:
            return False
        changes = connect(document, self.sources, fits)
        made = changes.added("links")
        stage.bridge.apply(changes, merge_key=making(made[0]) if len(made) == 1 else None)
        if not made:
            stage.toast.emit(translate("Canvas", "These notes are linked already."), False)
            return True
        if len(made) == 1 and at is not None:
            stage.link_made.emit(made[0], at)
        stage.announced.emit("; ".join(link_label(i, stage.bridge.document, self.sources[0]) for i in made))
        return True

    def clear(self) -> None:
        """Show nothing of it any more."""
        self._stage.scene.rubber.show_rubber(Rubber())


def _rect(box: CardBox) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)
