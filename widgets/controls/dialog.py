"""Dialogs: a head with the title, a body, a foot with buttons; the window behind lies under a scrim."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from model.i18n import translate
from widgets.controls.buttons import Button, IconButton, Kind
from widgets.controls.labels import PlainLabel, Rule
from widgets.controls.texts import TextSource, language_changed, name_for_readers, resolve
from widgets.look import paint
from widgets.look.corners import round_corners
from widgets.look.theme import look
from widgets.look.tokens import radius

_SHADOW = 8
_SIDE = 24


class Scrim(QWidget):
    """Dims a window while a dialog is open over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimming."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().color("surface.scrim"))
        painter.end()


class Dialog(QDialog):
    """A modal dialog with round corners.

    ``body`` is the layout to fill (padding 24; ``flush`` leaves the padding out), ``head`` has room behind the title,
    ``foot`` before the buttons.  Use ``open()`` and the signals ``accepted`` and ``rejected``; Esc and the cross
    reject.
    The head moves the dialog.
    """

    def __init__(self, title: TextSource, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self._title = title
        self._scrim: Scrim | None = None
        self.setWindowFlags(Qt.WindowType.Dialog)
        round_corners(self, radius("dialog"), _SHADOW)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1 + _SHADOW)
        column.setSpacing(0)
        self._head_bar = QWidget()
        row = QHBoxLayout(self._head_bar)
        row.setContentsMargins(_SIDE, 12, 12, 12)
        row.setSpacing(12)
        self._label = PlainLabel(title, "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self._close = IconButton("x", lambda: translate("Controls", "Close"))
        self._close.clicked.connect(self.reject)
        row.addWidget(self._label)
        row.addLayout(self.head, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._head_bar)
        column.addWidget(Rule())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*((0, 0, 0, 0) if flush else (_SIDE, 18, _SIDE, 18)))
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        self._foot_bar = QWidget()
        foot = QVBoxLayout(self._foot_bar)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(Rule())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_SIDE, 15, _SIDE, 15)
        buttons.setSpacing(10)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        buttons.addLayout(self.foot)
        buttons.addStretch(1)
        buttons.addLayout(self._buttons)
        foot.addLayout(buttons)
        self._foot_bar.hide()
        column.addWidget(self._foot_bar)
        self.retranslate()

    def add_button(
        self,
        text: TextSource,
        run: Callable[[], object] | None = None,
        kind: Kind = "outlined",
        *,
        icon_name: str = "",
        default: bool = False,
    ) -> Button:
        """Add a button at the right of the foot; without ``run`` it closes.  Enter presses the ``default`` one."""
        button = Button(text, kind, icon_name=icon_name)
        chosen = run or self.reject
        button.clicked.connect(lambda _checked=False: chosen())
        if default:
            button.setAutoDefault(True)
            button.setDefault(True)
        self._buttons.addWidget(button)
        self._foot_bar.show()
        return button

    def set_title(self, title: TextSource) -> None:
        """Be called otherwise."""
        self._title = title
        self._label.set_source(title)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the title again."""
        title = resolve(self._title)
        self.setWindowTitle(title)
        name_for_readers(self, title)

    def changeEvent(self, event: QEvent) -> None:
        """A change of language."""
        if language_changed(event):
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window behind and stand in its middle."""
        super().showEvent(event)
        self._place_focus()
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        if self._scrim is None:
            self._scrim = Scrim(window)
        self._scrim.raise_()
        self._scrim.show()
        middle = window.mapToGlobal(QPoint(window.width() // 2, window.height() // 2))
        place = QRect(QPoint(0, 0), self.size())
        place.moveCenter(middle)
        room = self.screen().availableGeometry()
        place.moveTop(max(room.top(), min(place.top(), room.bottom() - place.height())))
        place.moveLeft(max(room.left(), min(place.left(), room.right() - place.width())))
        self.move(place.topLeft())

    def _place_focus(self) -> None:
        """The keyboard begins in the body; with nothing there, at the default button; never at the cross."""
        if self.focusWidget() not in (None, self._close):
            return
        inside: QWidget | None = self._close.nextInFocusChain()
        while inside is not None and inside is not self and not self._foot_bar.isAncestorOf(inside):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isVisibleTo(self) and inside.isEnabled():
                inside.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            inside = inside.nextInFocusChain()
        default = next((button for button in self.findChildren(Button) if button.isDefault()), None)
        if default is not None:
            default.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Light up the window behind."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The head moves the dialog."""
        handle = self.windowHandle()
        inside = self._head_bar.geometry().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and handle is not None:
            handle.startSystemMove()
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel and its shadow."""
        painter = QPainter(self)
        panel = QRectF(self.rect()).adjusted(0, 0, 0, -_SHADOW)
        paint.flat_shadow(painter, panel, radius("dialog"))
        paint.outlined(painter, panel, radius("dialog"), fill="surface.panel", line="line.strong")
        painter.end()


class Question(Dialog):
    """One sentence, what follows from it, and a few answers.

    ``answer`` holds the id of the button that was pressed; closing in another way answers ``cancel``.
    """

    def __init__(
        self, title: TextSource, sentence: TextSource, parent: QWidget | None = None, *, cancel: str = "cancel"
    ) -> None:
        super().__init__(title, parent)
        self.answer = cancel
        self.body.addWidget(PlainLabel(sentence, wrap=True))
        self.setMinimumWidth(440)
        self.setMaximumWidth(560)

    def add_answer(self, answer: str, text: TextSource, kind: Kind = "outlined", *, default: bool = False) -> Button:
        """Add a button that answers ``answer``.  The safest one is the default."""
        return self.add_button(text, lambda: self._say(answer), kind, default=default)

    def ask(self) -> str:
        """Show the question, wait, and give the answer's id."""
        self.exec()
        return self.answer

    def _say(self, answer: str) -> None:
        self.answer = answer
        self.accept()
