"""Which lanes, phases and personas are on a poster: a row for each with how many, and a list to choose from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.document import Document
from model.export.part import shown_items
from model.finding import Filter
from model.i18n import number, translate
from model.kinds import LANE_KINDS
from model.layout.used import used_lanes
from model.personas import told_apart
from widgets.controls.buttons import Button
from widgets.controls.labels import PlainLabel, SectionHeader
from widgets.controls.popup import Popup
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.dialogs.exports.parts import Tick
from widgets.dialogs.exports.remembered import texts

WIDTH = 300
"""px."""
_MOST_HEIGHT = 380


class PartPopup(Popup):
    """Boxes to tick; one always is."""

    chosen = Signal(tuple)
    """The ids of what is ticked, in order."""

    def __init__(
        self, title: TextSource, rows: Sequence[tuple[str, TextSource]], shown: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(resolve(title))
        self.ticks = {key: Tick(text, checked=key in shown) for key, text in rows}
        self.all = Button(lambda: translate("CardLines", "All"), "link")
        self.all.clicked.connect(lambda _checked=False: self._all())
        head = QHBoxLayout()
        head.addWidget(SectionHeader(title), 1)
        head.addWidget(self.all)
        self.column.addLayout(head)
        inside = QWidget()
        inside.setProperty("clear", True)
        boxes = QVBoxLayout(inside)
        boxes.setContentsMargins(4, 3, 4, 3)  # room for the ring of the keyboard
        boxes.setSpacing(0)
        for tick in self.ticks.values():
            tick.toggled.connect(lambda _on: self._ticked())
            boxes.addWidget(tick)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setFixedHeight(min(_MOST_HEIGHT, boxes.sizeHint().height() + 2))
        self.column.addWidget(area)
        self.setFixedWidth(WIDTH)
        self._show()

    def open_below(self, anchor: QWidget) -> None:
        """Open, with the keyboard on the first box."""
        super().open_below(anchor)
        next(iter(self.ticks.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def values(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def _all(self) -> None:
        for tick in self.ticks.values():
            tick.set_silently(True)
        self._ticked()

    def _ticked(self) -> None:
        self._show()
        self.chosen.emit(self.values())

    def _show(self) -> None:
        """The last one stays ticked: an empty poster helps nobody."""
        ticked = self.values()
        for key, tick in self.ticks.items():
            tick.setEnabled(ticked != (key,))
        self.all.setEnabled(len(ticked) < len(self.ticks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter close; arrows go from box to box."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class PartRow(QWidget):
    """What there is, how many of it are on the poster, and a button that opens the list."""

    changed = Signal()

    def __init__(self, title: TextSource, rows: Sequence[tuple[str, TextSource]], empty: Collection[str] = ()) -> None:
        """``empty`` are the ids of those in which nothing stands: they are left off the poster, and counted."""
        super().__init__()
        self._title, self._rows, self._empty = title, list(rows), frozenset(empty)
        self._shown = tuple(key for key, _ in self._rows)
        self.popup: PartPopup | None = None
        self.count = PlainLabel("", "small")
        self.choose = Button(lambda: translate("ExportDialog", "Choose"), small=True)
        self.choose.clicked.connect(lambda _checked=False: self._open())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(title, "label"))
        words.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def set_rows(self, rows: Sequence[tuple[str, TextSource]], empty: Collection[str]) -> None:
        """The same rows with other words, and those of them in which nothing stands now."""
        self._rows, self._empty = list(rows), frozenset(empty)
        self.retranslate()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self._rows)

    @property
    def whole(self) -> bool:
        """Whether all of them are on it."""
        return len(self._shown) == len(self._rows)

    def values(self) -> tuple[str, ...]:
        """The ids of what is on it; () for all."""
        return () if self.whole else self._shown

    def left_out(self) -> tuple[str, ...]:
        """The ids of what is not on it."""
        return tuple(key for key, _ in self._rows if key not in self._shown)

    def leave_out(self, ids: Collection[str]) -> None:
        """Show all but these, silently; all where nothing would be left."""
        self.put(tuple(key for key, _ in self._rows if key not in ids))

    def put(self, ids: Sequence[str]) -> None:
        """Show these, silently; all for none of them."""
        known = [key for key, _ in self._rows]
        self._shown = tuple(key for key in known if key in ids) or tuple(known)
        self.retranslate()

    def restore(self, value: object) -> None:
        """Take what was remembered, as far as it is still there."""
        self.put(texts(value))

    def retranslate(self) -> None:
        """How many, in the language of now."""
        self.count.set_source(self.count_text)
        name_for_readers(self.choose, f"{resolve(self._title)}: {resolve(self._choose)}", self.count_text())

    def count_text(self) -> str:
        """ "5 of 8", and how many of the 5 are empty."""
        text = translate("ExportDialog", "{shown} of {all}")
        empty = sum(key in self._empty for key in self._shown)
        if empty:
            text = translate("ExportDialog", "{shown} of {all}, {empty} empty")
        return text.format(shown=number(len(self._shown)), all=number(len(self._rows)), empty=number(empty))

    @staticmethod
    def _choose() -> str:
        return translate("ExportDialog", "Choose")

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        self.popup = PartPopup(self._title, self._rows, self._shown, self)
        self.popup.chosen.connect(self._chosen)
        self.popup.destroyed.connect(self._closed)
        self.popup.open_below(self.choose)

    def _closed(self) -> None:
        self.popup = None

    def _chosen(self, ids: tuple[str, ...]) -> None:
        self.put(ids)
        self.changed.emit()


def lane_rows(document: Document, empty: Collection[str]) -> list[tuple[str, TextSource]]:
    """The lanes with their names, and a word at those that are left off the poster because nothing stands in them."""
    return [(lane.id, partial(_lane_name, lane.name, lane.kind, empty=lane.id in empty)) for lane in document.lanes]


def empty_lanes(
    document: Document,
    phases: Collection[str] = (),
    personas: Collection[str] = (),
    found: Filter | None = None,
    *,
    aimed: bool = False,
) -> frozenset[str]:
    """The lanes in which nothing of these phases, personas (none for all) and of what a filter finds stands; none where
    all are empty, for then the poster shows them."""
    items = shown_items(document, phases or document.phase_table, found) if phases or found else None
    used = used_lanes(document, personas or None, aimed=aimed, items=items)
    return frozenset(lane.id for lane in document.lanes if lane.id not in used) if used else frozenset()


def phase_rows(document: Document) -> list[tuple[str, TextSource]]:
    """The phases with their numbers and names."""
    return [(phase.id, f"{i} {phase.name}".strip()) for i, phase in enumerate(document.phases, 1)]


def persona_rows(document: Document) -> list[tuple[str, TextSource]]:
    """The personas with their names."""
    return [(persona.id, partial(_persona_name, document, persona.id)) for persona in document.personas]


def _lane_name(name: str, kind: str, *, empty: bool) -> str:
    known = LANE_KINDS.get(kind)
    shown = name.strip() or (known.title if known is not None else kind)
    if not empty:
        return shown
    return translate("ExportDialog", "{lane} (empty, only on a blank form)").format(lane=shown)


def _persona_name(document: Document, persona_id: str) -> str:
    return told_apart(document.personas)[persona_id]
