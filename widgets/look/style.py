"""The proxy style: what a stylesheet cannot draw without picture files, crisp at every scale.

Tick marks, radio discs, arrows, menus with their flat shadow, combo boxes and spin boxes.  Only a few calls are
overridden, since each one is a step from Qt into Python and back.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionSpinBox,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.look import paint
from widgets.look.corners import round_corners
from widgets.look.menus import menu_row, menu_row_size
from widgets.look.theme import look

_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_CC = QStyle.ComplexControl
_SC = QStyle.SubControl
_State = QStyle.StateFlag

_ARROWS = {
    _PE.PE_IndicatorArrowDown: "down",
    _PE.PE_IndicatorArrowUp: "up",
    _PE.PE_IndicatorArrowLeft: "left",
    _PE.PE_IndicatorArrowRight: "right",
}
_SORT_DOWN = QStyleOptionHeader.SortIndicator.SortDown
_COMBO_ARROW = 30
_SPIN_BUTTONS = 26
_HEIGHT = 34
_HEIGHT_SMALL = 30
MENU_SHADOW = 5
"""Room below a menu for its flat shadow, in px."""


class JourneyStyle(QProxyStyle):
    """Fusion, with our own small parts."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, target: Any, /) -> None:
        """Menus and tooltips get see-through corners; applications and palettes are Fusion's business."""
        super().polish(target)
        if isinstance(target, QMenu):
            target.setContentsMargins(0, 5, 0, 5 + MENU_SHADOW)
            if not target.property("rounded"):  # the style polishes again with every change of theme
                target.setProperty("rounded", True)
                round_corners(target, 8, MENU_SHADOW)
        elif isinstance(target, QWidget) and target.inherits("QTipLabel"):
            round_corners(target, 6)
        elif isinstance(target, QComboBox):
            target.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """See the class."""
        if element == _PE.PE_FrameFocusRect:
            return  # the ring round the control says it
        if element in _ARROWS:
            self._arrow(option, painter, _ARROWS[element])
        elif element in (_PE.PE_IndicatorCheckBox, _PE.PE_IndicatorItemViewItemCheck, _PE.PE_IndicatorMenuCheckMark):
            self._check(element, option, painter)
        elif element == _PE.PE_IndicatorRadioButton:
            state = _flags(option)
            paint.radio_button(
                painter,
                _square(option.rect),
                on=bool(state & _State.State_On),
                enabled=bool(state & _State.State_Enabled),
                hover=bool(state & _State.State_MouseOver),
            )
        elif element == _PE.PE_IndicatorBranch:
            if _flags(option) & _State.State_Children:
                self._arrow(option, painter, "down" if _flags(option) & _State.State_Open else "right")
        elif element == _PE.PE_IndicatorHeaderArrow:
            # Qt calls it "down" when the list runs from small to large; shown here is where the large end is.
            down = (
                isinstance(option, QStyleOptionHeader)
                and option.sortIndicator == QStyleOptionHeader.SortIndicator.SortDown
            )
            self._arrow(option, painter, "up" if down else "down")
        elif element == _PE.PE_PanelMenu:
            panel = QRectF(option.rect).adjusted(0, 0, 0, -MENU_SHADOW)
            paint.flat_shadow(painter, panel, 8, "raised")
            paint.outlined(painter, panel, 8, fill="surface.raised", line="line.strong")
        elif element != _PE.PE_FrameMenu:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Combo boxes and spin boxes are fields with a chevron; the rest is Fusion's."""
        if control == _CC.CC_ComboBox:
            self._field(option, painter, widget)
            arrow = self.subControlRect(control, option, _SC.SC_ComboBoxArrow, widget)
            paint.chevron(painter, QRectF(arrow), "down", look().color(self._ink(option)))
        elif control == _CC.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            self._field(option, painter, widget)
            steps = QAbstractSpinBox.StepEnabledFlag
            for part, direction, step in (
                (_SC.SC_SpinBoxUp, "up", steps.StepUpEnabled),
                (_SC.SC_SpinBoxDown, "down", steps.StepDownEnabled),
            ):
                if not option.subControls & part:
                    continue
                color = self._ink(option) if option.stepEnabled & step else "ink.disabled"
                rect = self.subControlRect(control, option, part, widget)
                paint.chevron(painter, QRectF(rect), direction, look().color(color), 13)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Rows of menus; the rest is Fusion's."""
        if element == _CE.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            menu_row(option, painter, widget)
        elif element != _CE.CE_MenuEmptyArea:
            super().drawControl(element, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Where the text and the chevrons of a field stand."""
        whole = QRect(option.rect)
        if control == _CC.CC_ComboBox and part in (_SC.SC_ComboBoxEditField, _SC.SC_ComboBoxArrow):
            edit = whole.adjusted(9, 2, -_COMBO_ARROW, -2)
            found = (
                edit
                if part == _SC.SC_ComboBoxEditField
                else QRect(edit.right() + 1, 0, _COMBO_ARROW - 4, whole.height())
            )
        elif control == _CC.CC_SpinBox and part in (_SC.SC_SpinBoxEditField, _SC.SC_SpinBoxUp, _SC.SC_SpinBoxDown):
            half = whole.height() // 2
            left = whole.right() - _SPIN_BUTTONS + 1
            if part == _SC.SC_SpinBoxEditField:
                found = whole.adjusted(8, 2, -_SPIN_BUTTONS, -2)
            elif part == _SC.SC_SpinBoxUp:
                found = QRect(left, whole.top() + 3, _SPIN_BUTTONS - 4, half - 3)
            else:
                found = QRect(left, whole.top() + half, _SPIN_BUTTONS - 4, half - 3)
        else:
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt takes no widget too
        return QStyle.visualRect(option.direction, whole, found)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Fields are 34 high, small ones 30."""
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox):
            small = widget is not None and widget.property("controlSize") == "small"
            side = _COMBO_ARROW if kind == QStyle.ContentsType.CT_ComboBox else _SPIN_BUTTONS
            return QSize(size.width() + side + 16, _HEIGHT_SMALL if small else _HEIGHT)
        if kind == QStyle.ContentsType.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menu_row_size(option)
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # Qt takes no widget too

    def _field(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        state = _flags(option)
        paint.field_frame(
            painter,
            QRectF(option.rect),
            enabled=bool(state & _State.State_Enabled),
            focus=bool(state & _State.State_HasFocus),
            hover=bool(state & _State.State_MouseOver),
            invalid=widget is not None and bool(widget.property("invalid")),
        )

    def _ink(self, option: QStyleOption) -> str:
        return "ink.2" if _flags(option) & _State.State_Enabled else "ink.disabled"

    def _arrow(self, option: QStyleOption, painter: QPainter, direction: str) -> None:
        paint.chevron(painter, QRectF(option.rect), direction, look().color(self._ink(option)), 14)

    def _check(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
        state = _flags(option)
        enabled = bool(state & _State.State_Enabled)
        box = _square(option.rect)
        if element == _PE.PE_IndicatorMenuCheckMark:
            if state & _State.State_On:
                paint.tick(painter, box, look().color("accent.ink" if enabled else "ink.disabled"), 1.9)
            return
        if isinstance(option, QStyleOptionViewItem):
            checked = option.checkState
        elif state & _State.State_NoChange:
            checked = Qt.CheckState.PartiallyChecked
        else:
            checked = Qt.CheckState.Checked if state & _State.State_On else Qt.CheckState.Unchecked
        paint.check_box(painter, box, state=checked, enabled=enabled, hover=bool(state & _State.State_MouseOver))


def _flags(option: QStyleOption) -> QStyle.StateFlag:
    flags: QStyle.StateFlag = option.state
    return flags


def _square(rect: QRect, most: int = 18) -> QRectF:
    side = min(rect.width(), rect.height(), most)
    return QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
