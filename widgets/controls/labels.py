"""Labels: always plain text, wrapped or cut with an ellipsis and the whole text as tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets.controls.texts import TextSource, language_changed, plain_tooltip, resolve


class PlainLabel(QLabel):
    """A label that shows its text letter by letter, whatever the text holds.

    ``role`` is a text role of the stylesheet ("title", "small", ...).
    """

    def __init__(
        self, text: TextSource = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("textRole", role)
        self._source: TextSource = text
        self.retranslate()

    def set_source(self, text: TextSource) -> None:
        """Show another text."""
        self._source = text
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the text again, in the language of now."""
        self.setText(resolve(self._source))

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)


class ElidedLabel(PlainLabel):
    """One line, cut with an ellipsis where there is no room; the whole text is in the tooltip then."""

    def __init__(
        self,
        text: TextSource = "",
        role: str = "",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def retranslate(self) -> None:
        """Ask for the text again; a line break becomes a space."""
        super().retranslate()
        self.setText(" ".join(self.text().split("\n")))
        self._tell()

    def minimumSizeHint(self) -> QSize:
        """May shrink to an ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def is_cut(self) -> bool:
        """Whether less than the whole text is to be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room changed."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, or its beginning."""
        from PySide6.QtWidgets import QStyle  # not above: it is large, and the first map is shown without

        painter = QPainter(self)
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, rect.width())
        self.style().drawItemText(
            painter,
            rect,
            QStyle.visualAlignment(self.layoutDirection(), self.alignment()).value,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()

    def _tell(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self.is_cut() else "")


class SectionHeader(QWidget):
    """The heading of a group in a panel: small, semibold, with room for one control at the right."""

    def __init__(self, text: TextSource, trailing: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(text, "section")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addStretch(1)
        if trailing is not None:
            row.addWidget(trailing)


class KeyCap(PlainLabel):
    """The name of a key, framed: Enter, Ctrl K."""

    def __init__(self, text: TextSource, parent: QWidget | None = None) -> None:
        super().__init__(text, "key", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Surface(QFrame):
    """A ground: "window", "panel", "raised", "sunken", "wall" or "card"; ``edge`` draws one hairline."""

    def __init__(self, ground: str, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", ground)
        if edge:
            self.setProperty("edge", edge)


class Rule(QFrame):
    """A hairline between groups, "horizontal" or "vertical"."""

    def __init__(self, direction: str = "horizontal", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", direction)
        self.setAccessibleName("")
