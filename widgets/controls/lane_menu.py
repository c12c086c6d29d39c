"""The kinds of lanes to add: one by Enter or a click; several by Space, or clicks with Ctrl, and the menu stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from model.i18n import translate
from model.kinds import LANE_KINDS
from widgets.look.icons import icon

_ICON = 16


class LaneMenu(QMenu):
    """Asks which lanes to add."""

    wanted = Signal(str, bool)
    """(kind of lane, whether more are coming)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("laneKinds")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in LANE_KINDS.values():
            action = self.addAction(icon(kind.icon, _ICON), kind.title.replace("&", "&&"))
            action.setData(kind.id)
            action.triggered.connect(lambda _checked=False, kind=kind.id: self.wanted.emit(kind, False))
        self.addSeparator()
        self.addAction(translate("Window", "Several: Space, or Ctrl and a click")).setEnabled(False)
        self.setActiveAction(self.actions()[0])

    def _take_one_of_several(self, action: QAction | None) -> bool:
        if action is None or not action.isEnabled() or not action.data():
            return False
        self.wanted.emit(action.data(), True)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space adds a lane and leaves the menu open."""
        if event.key() == Qt.Key.Key_Space and self._take_one_of_several(self.activeAction()):
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with Ctrl adds a lane and leaves the menu open."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and self._take_one_of_several(self.actionAt(event.position().toPoint())):
            event.accept()
            return
        super().mouseReleaseEvent(event)
