"""The one stylesheet of the program, generated from the tokens: ``$(surface.panel)``, ``$(font.label)``.

What a stylesheet cannot draw without picture files (tick marks, arrows, combo boxes, spin boxes) is drawn by
:mod:`widgets.look.style`; the focus ring, which lies outside its control, by :mod:`widgets.look.focus`.

Widgets say what they are by dynamic properties, never by colours:

=============  ===================  =====================================================================
property       on                   values
=============  ===================  =====================================================================
kind           QPushButton          (none: outlined) filled, quiet, danger, link, footer, toast
controlSize    buttons, fields      (none: 34 px) small (buttons 28, fields 30), large (38), bare (fields: no frame)
plain          buttons              true: paints itself, the stylesheet gives it no size
textRole       QLabel               display, program, title, heading, strong, label, small, faint, body2,
                                    section, danger, warn, ok, info, accent, inverse, key
surface        QFrame               window, panel, raised, sunken, wall, card
edge           QFrame               top, bottom, left, right: one hairline there
quiet          QLineEdit            true: a name in a list; its frame comes with the pointer and the keyboard
bare           QPlainTextEdit       true: a heading that can be typed in, its frame comes with the pointer
invalid        fields               true: red line (with a sentence beside it, never the line alone)
flat           item views           true: no frame, the panel's own ground
=============  ===================  =====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QColor

from widgets.look.tokens import text_style

_PLACEHOLDER = re.compile(r"\$\(([a-z_0-9.]+)\)")


def build_stylesheet(color: Callable[[str], QColor]) -> str:
    """The stylesheet with every placeholder filled; ``color`` gives the colour of a token.

    Raises KeyError for a token or a text style that does not exist.
    """

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name.startswith("font."):
            size, weight, italic = text_style(name.removeprefix("font."))
            return f"font-size: {size}px; font-weight: {weight}; font-style: {'italic' if italic else 'normal'};"
        return css_color(color(name))

    return _PLACEHOLDER.sub(fill, "\n".join((_LABELS, _BUTTONS, _FIELDS, _CHOICES, _VIEWS, _WINDOWS)))


def css_color(color: QColor) -> str:
    """A colour as a Qt stylesheet writes it."""
    if color.alpha() == 255:
        return color.name()
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


_LABELS = """
QLabel { background: transparent; }
QLabel[textRole="display"] { $(font.display) }
QLabel[textRole="title"] { $(font.title) }
QLabel[textRole="program"] { font-size: 24px; font-weight: 700; }
QLabel[textRole="heading"] { $(font.heading) }
QLabel[textRole="strong"] { $(font.body_strong) }
QLabel[textRole="label"] { $(font.label) }
QLabel[textRole="small"] { $(font.small) color: $(ink.2); }
QLabel[textRole="faint"] { $(font.small) color: $(ink.3); }
QLabel[textRole="body2"] { color: $(ink.2); }
QLabel[textRole="section"] { $(font.section) color: $(ink.2); }
QLabel[textRole="danger"] { $(font.small) color: $(state.danger); }
QLabel[textRole="warn"] { $(font.small) color: $(state.warn); }
QLabel[textRole="ok"] { $(font.small) color: $(state.ok); }
QLabel[textRole="info"] { $(font.small) color: $(state.info); }
QLabel[textRole="accent"] { $(font.label) color: $(accent.ink); }
QLabel[textRole="inverse"] { color: $(inverse.ink); }
QLabel[textRole="key"] {
    $(font.small) font-weight: 500; color: $(ink.2); background: $(surface.sunken);
    border: 1px solid $(line.hair); border-bottom-color: $(line.strong); border-radius: 4px; padding: 0px 5px;
}
QLabel:disabled { color: $(ink.disabled); }
"""

# A tool button is 3 px larger than its content, whatever the stylesheet says: 31 makes 34.
_BUTTONS = """
QPushButton {
    $(font.body) font-weight: 500; color: $(ink.1); background: $(surface.raised);
    border: 1px solid $(line.field); border-radius: 6px; padding: 0px 14px; min-height: 32px; outline: none;
    icon-size: 17px;
}
QPushButton:hover { background: $(raised.hover); }
QPushButton:pressed, QPushButton:checked { background: $(raised.pressed); }
QPushButton:disabled { color: $(ink.disabled); border-color: $(line.hair); background: transparent; }
QPushButton[kind="filled"], QPushButton:default {
    font-weight: 600; color: $(ink.on_accent); background: $(accent.base); border-color: $(accent.base);
}
QPushButton[kind="filled"]:hover, QPushButton:default:hover {
    background: $(accent.hover); border-color: $(accent.hover);
}
QPushButton[kind="filled"]:pressed, QPushButton:default:pressed {
    background: $(accent.pressed); border-color: $(accent.pressed);
}
QPushButton[kind="filled"]:disabled, QPushButton:default:disabled {
    color: $(ink.disabled); background: $(surface.sunken); border-color: $(line.hair);
}
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $(surface.hover); }
QPushButton[kind="quiet"]:pressed { background: $(surface.pressed); }
QPushButton[kind="danger"] { color: $(state.danger); border-color: $(state.danger); }
QPushButton[kind="danger"]:hover { background: $(state.danger_bg); }
QPushButton[kind="danger"]:pressed {
    background: $(state.danger_bg); border-width: 2px; padding: 0px 13px; min-height: 30px;
}
QPushButton[kind="danger"]:disabled { color: $(ink.disabled); border-color: $(line.hair); }
QPushButton[kind="link"] {
    $(font.label) color: $(accent.ink); background: transparent; border-color: transparent;
    padding: 0px 6px; min-height: 26px;
}
QPushButton[kind="link"]:hover { background: $(accent.soft); }
QPushButton[kind="link"]:pressed { background: $(surface.pressed); }
QPushButton[kind="link"]:disabled { color: $(ink.disabled); }
QPushButton[kind="toast"] {
    font-weight: 600; color: $(inverse.link); background: transparent; border-color: transparent;
    padding: 0px 8px; min-height: 28px; min-width: 14px;
}
QPushButton[kind="toast"]:hover { background: $(inverse.hover); }
QPushButton[kind="toast"]:pressed { background: $(inverse.hover); border-color: $(inverse.link); }
QPushButton[kind="footer"] {
    font-size: 12px; font-weight: 400; color: $(ink.2); background: transparent; border-color: transparent;
    padding: 0px 7px; min-height: 26px; text-align: left;
}
QPushButton[kind="footer"]:checked { color: $(accent.ink); background: $(surface.selected); font-weight: 600; }
QPushButton[kind="footer"]:hover { color: $(ink.1); background: $(surface.hover); }
QPushButton[key="true"] { text-align: left; }
QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton[controlSize="small"] { font-size: 13px; min-height: 26px; padding: 0px 10px; }

QToolButton {
    $(font.label) color: $(ink.1); background: transparent; border: none; border-radius: 6px;
    min-height: 31px; min-width: 31px; padding: 0px; outline: none; icon-size: 18px;
}
QToolButton[words="true"] { padding: 0px 8px; }
QToolButton:hover { background: $(surface.hover); }
QToolButton:pressed, QToolButton:open { background: $(surface.pressed); }
QToolButton:checked { background: $(surface.selected); color: $(accent.ink); }
QToolButton:disabled { color: $(ink.disabled); background: transparent; }
QToolButton[controlSize="small"] { min-height: 25px; min-width: 25px; }
QToolButton[controlSize="inside"] { min-height: 25px; min-width: 25px; background: transparent; }
QToolButton[kind="inverse"]:checked { background: $(ink.1); }
QToolButton::menu-indicator { image: none; width: 0px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit {
    color: $(ink.1); background: $(surface.field); border: 1px solid $(line.field); border-radius: 6px;
    selection-background-color: $(surface.selected); selection-color: $(ink.1); placeholder-text-color: $(ink.3);
}
QLineEdit { min-height: 32px; padding: 0px 8px; }
QLineEdit:focus { border: 2px solid $(accent.base); min-height: 30px; padding: 0px 7px; }
QLineEdit[invalid="true"] { border: 2px solid $(state.danger); min-height: 30px; padding: 0px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    color: $(ink.disabled); background: $(surface.sunken); border-color: $(line.hair);
}
QLineEdit[quiet="true"] { background: transparent; border-color: transparent; }
QLineEdit[quiet="true"]:hover { border-color: $(line.hair); }
QLineEdit[quiet="true"]:focus { background: $(surface.field); border-color: $(accent.base); }
QLineEdit[controlSize="small"] { font-size: 13px; min-height: 28px; }
QLineEdit[controlSize="small"]:focus, QLineEdit[controlSize="small"][invalid="true"] { min-height: 26px; }
QLineEdit[controlSize="large"] { font-size: 15px; min-height: 36px; }
QLineEdit[controlSize="large"]:focus { min-height: 34px; }
QLineEdit[controlSize="bare"], QLineEdit[controlSize="bare"]:focus, QLineEdit[controlSize="bare"]:disabled,
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:disabled,
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:disabled {
    border: none; background: transparent; padding: 0px; min-height: 0px; border-radius: 0px;
}
QLineEdit[controlSize="palette"], QLineEdit[controlSize="palette"]:focus {
    font-size: 16px; border: none; background: transparent; padding: 0px; min-height: 48px; border-radius: 0px;
}
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $(accent.base); padding: 4px 5px; }
QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"] { border: 2px solid $(state.danger); padding: 4px 5px; }
QPlainTextEdit[controlSize="small"] { font-size: 13px; padding: 4px 7px; }
QPlainTextEdit[controlSize="small"]:focus, QPlainTextEdit[controlSize="small"][invalid="true"] { padding: 3px 6px; }
QPlainTextEdit[bare="true"] { $(font.heading) background: transparent; border-color: transparent; padding: 3px 5px; }
QPlainTextEdit[bare="true"]:hover { border-color: $(line.hair); }
QPlainTextEdit[bare="true"]:focus { background: $(surface.field); border-color: $(accent.base); padding: 2px 4px; }
QComboBox { combobox-popup: 0; }
QComboBox[controlSize="small"], QAbstractSpinBox[controlSize="small"] { font-size: 13px; }
QComboBox QAbstractItemView {
    background: $(surface.raised); color: $(ink.1); border: 1px solid $(line.strong); border-radius: 8px;
    padding: 5px; outline: none; selection-background-color: $(raised.hover); selection-color: $(ink.1);
}
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0px 10px; border: none; border-radius: 6px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected {
    background: $(raised.hover); color: $(ink.1); border: none;
}
"""

_CHOICES = """
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; background: transparent; outline: none; }
QCheckBox:disabled, QRadioButton:disabled { color: $(ink.disabled); }
QPushButton[plain="true"], QRadioButton[plain="true"], QCheckBox[plain="true"] {
    min-height: 0px; padding: 0px; border: none; background: transparent;
}
QSlider::groove:horizontal { height: 3px; border-radius: 1px; background: $(line.strong); }
QSlider::sub-page:horizontal { height: 3px; border-radius: 1px; background: $(line.field); }
QSlider::handle:horizontal {
    width: 10px; height: 10px; margin: -5px 0px; border-radius: 6px;
    background: $(surface.raised); border: 2px solid $(ink.2);
}
QSlider::handle:horizontal:hover { border-color: $(accent.base); }
QSlider::handle:horizontal:pressed { background: $(accent.base); border-color: $(accent.base); }
QSlider::handle:horizontal:disabled { border-color: $(ink.disabled); }
QSlider:horizontal { min-height: 28px; }
QProgressBar {
    $(font.small) color: $(ink.2); background: $(surface.sunken); border: none; border-radius: 3px;
    min-height: 6px; max-height: 6px; text-align: right;
}
QProgressBar::chunk { background: $(accent.base); border-radius: 3px; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $(line.strong); border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $(line.field); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_VIEWS = """
QAbstractItemView {
    color: $(ink.1); background: $(surface.field); alternate-background-color: $(surface.sunken);
    border: 1px solid $(line.field); border-radius: 6px; outline: none;
    selection-background-color: $(surface.selected); selection-color: $(accent.ink);
}
QAbstractItemView[flat="true"] { background: transparent; border: none; border-radius: 0px; }
QTreeView::item { min-height: 22px; border: 2px solid transparent; padding: 0px 4px; }
QListView::item { min-height: 24px; border: 2px solid transparent; padding: 0px 4px; }
QTreeView::item:hover, QListView::item:hover { background: $(surface.hover); }
QTreeView::item:selected, QListView::item:selected { background: $(surface.selected); color: $(accent.ink); }
QTreeView::item:focus, QListView::item:focus { border: 2px solid $(focus.ring); border-radius: 4px; }
QTableView { gridline-color: $(line.hair); }
QTableView::item { padding: 0px 4px; border: 2px solid transparent; }
QTableView::item:selected { background: $(surface.selected); color: $(accent.ink); }
QTableView::item:focus { border: 2px solid $(focus.ring); }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    $(font.section) color: $(ink.2); background: $(surface.sunken); border: none;
    border-bottom: 1px solid $(line.strong); border-right: 1px solid $(line.hair); padding: 6px 8px;
}
QHeaderView::section:hover { background: $(surface.hover); }
QTableCornerButton::section { background: $(surface.sunken); border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $(line.hair); }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    $(font.label) color: $(ink.2); background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 8px 12px; min-height: 18px;
}
QTabBar::tab:hover { color: $(ink.1); background: $(surface.hover); }
QTabBar::tab:selected { color: $(accent.ink); border-bottom-color: $(accent.base); font-weight: 600; }
QTabBar::tab:focus { border: 2px solid $(focus.ring); border-radius: 6px; }
QTabBar::tab:disabled { color: $(ink.disabled); }
"""

_WINDOWS = """
QMainWindow { background: $(surface.window); }
QMainWindow::separator { background: $(line.hair); width: 1px; height: 1px; }
QSplitter::handle { background: $(line.hair); }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $(accent.base); }
QScrollArea { background: transparent; border: none; border-radius: 0px; }
QScrollArea > QWidget > QWidget[clear="true"] { background: transparent; }
QFrame[surface="window"] { background: $(surface.window); }
QFrame[surface="panel"] { background: $(surface.panel); }
QFrame[surface="raised"] { background: $(surface.raised); }
QFrame[surface="sunken"] { background: $(surface.sunken); }
QFrame[surface="wall"] { background: $(wall.base); border: 1px solid $(line.hair); border-radius: 10px; }
QFrame[surface="card"] { background: $(surface.raised); border: 1px solid $(line.hair); border-radius: 10px; }
QFrame[edge="top"] { border: none; border-top: 1px solid $(line.hair); }
QFrame[edge="bottom"] { border: none; border-bottom: 1px solid $(line.hair); }
QFrame[edge="left"] { border: none; border-left: 1px solid $(line.hair); }
QFrame[edge="right"] { border: none; border-right: 1px solid $(line.hair); }
QFrame#topbar { background: $(surface.panel); border: none; border-bottom: 1px solid $(line.hair); }
QFrame#scribeline { background: $(surface.panel); border: none; border-top: 1px solid $(line.hair); }
QFrame#statusline { background: $(surface.window); border: none; border-top: 1px solid $(line.hair); }
QFrame[rule="horizontal"] { background: $(line.hair); border: none; min-height: 1px; max-height: 1px; }
QFrame[rule="vertical"] { background: $(line.hair); border: none; min-width: 1px; max-width: 1px; }
QDockWidget { $(font.body_strong) color: $(ink.1); }
QDockWidget::title { background: $(surface.panel); padding: 10px 14px; border: none; }
QMenu { $(font.body) color: $(ink.1); }
QMenuBar { font-size: 13px; font-weight: 400; color: $(ink.1); background: $(surface.panel); }
QMenuBar::item { padding: 6px 10px 5px 10px; background: transparent; }
QToolBar {
    background: $(surface.panel); border: none; border-bottom: 1px solid $(line.hair); spacing: 4px; padding: 0px 12px;
}
QToolBar::separator { background: $(line.hair); width: 1px; margin: 13px 6px; }
QStatusBar { $(font.small) background: $(surface.window); color: $(ink.2); border-top: 1px solid $(line.hair); }
QStatusBar::item { border: none; }
QToolTip {
    $(font.label) font-weight: 400; color: $(inverse.ink); background: $(inverse.fill);
    border: 1px solid $(inverse.line); border-radius: 6px; padding: 0px 4px;
}
QGroupBox {
    $(font.body_strong) border: 1px solid $(line.hair); border-radius: 10px; margin-top: 11px; padding: 14px 12px 10px;
}
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; left: 10px; padding: 0px 4px; }
QMessageBox, QFileDialog { background: $(surface.panel); }
"""
