"""Rows of menus: 32 high, icon, words, and the shortcut small and faint at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionMenuItem, QWidget

from widgets.look import paint
from widgets.look.fonts import ui_font
from widgets.look.keys import keys_text
from widgets.look.theme import look

ROW = 32
_SEPARATOR = 11
_OUTER = 5
_PAD = 10
_ICON = 16
_GAP = 10
_BETWEEN = 28

_Kind = QStyleOptionMenuItem.MenuItemType


def menu_row_size(option: QStyleOptionMenuItem) -> QSize:
    """The size of one row; the menu is as wide as its widest."""
    if option.menuItemType == _Kind.Separator:
        return QSize(10, _SEPARATOR)
    words, shortcut = _texts(option)
    width = 2 * (_OUTER + _PAD) + _ICON + _GAP + QFontMetrics(ui_font("body")).horizontalAdvance(words)
    if shortcut:
        width += _BETWEEN + QFontMetrics(ui_font("small")).horizontalAdvance(shortcut)
    if option.menuItemType == _Kind.SubMenu:
        width += _BETWEEN
    return QSize(max(width, 160), ROW)


def menu_row(option: QStyleOptionMenuItem, painter: QPainter, widget: QWidget | None) -> None:
    """Paint one row.  An action with the property ``danger`` is red."""
    rect: QRect = option.rect
    kind = option.menuItemType
    if kind == _Kind.Separator:
        painter.setPen(QPen(look().color("line.hair"), 1))
        middle = rect.center().y() + 0.5
        painter.drawLine(QPointF(rect.left() + 1, middle), QPointF(rect.right(), middle))
        return
    state: QStyle.StateFlag = option.state
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    if state & QStyle.StateFlag.State_Selected and enabled:
        paint.outlined(painter, QRectF(rect.adjusted(_OUTER, 0, -_OUTER, 0)), 6, fill="raised.hover")
    action = widget.actionAt(rect.center()) if isinstance(widget, QMenu) else None
    ink = "state.danger" if action is not None and action.property("danger") else "ink.1"
    color = look().color(ink if enabled else "ink.disabled")
    inner = rect.adjusted(_OUTER + _PAD, 0, -_OUTER - _PAD, 0)
    mark = _mirrored(option, inner, QRect(inner.left(), rect.center().y() - _ICON // 2 + 1, _ICON, _ICON))
    if option.checked:
        paint.tick(painter, QRectF(mark), look().color("accent.ink" if enabled else "ink.disabled"), 1.9)
    else:
        icon: QIcon = option.icon
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        icon.paint(painter, mark, Qt.AlignmentFlag.AlignCenter, mode)
    words, shortcut = _texts(option)
    start = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignRight)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    text = _mirrored(option, inner, inner.adjusted(_ICON + _GAP, 0, 0, 0))
    painter.setPen(color)
    painter.setFont(ui_font("body_strong" if action is not None and action.font().bold() else "body"))
    painter.drawText(text, int(start | middle | Qt.TextFlag.TextShowMnemonic), words)
    if kind == _Kind.SubMenu:
        arrow = _mirrored(option, inner, QRect(inner.right() - 13, inner.top(), 14, inner.height()))
        side = "left" if option.direction == Qt.LayoutDirection.RightToLeft else "right"
        paint.chevron(painter, QRectF(arrow), side, look().color("ink.2" if enabled else "ink.disabled"), 14)
    elif shortcut:
        painter.setPen(look().color("ink.3" if enabled else "ink.disabled"))
        painter.setFont(ui_font("small"))
        painter.drawText(inner, int(end | middle), shortcut)


def _texts(option: QStyleOptionMenuItem) -> tuple[str, str]:
    words, _, shortcut = str(option.text).partition("\t")
    return words, keys_text(shortcut) if shortcut else ""


def _mirrored(option: QStyleOptionMenuItem, whole: QRect, part: QRect) -> QRect:
    return QStyle.visualRect(option.direction, whole, part)
