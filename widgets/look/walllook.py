"""The line for writing on the wall: its window has colours of its own, whatever the theme of the editor.

The stylesheet of the program holds one theme, so this is a sheet of the widget itself, made of the wall's tokens.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget


def dress_line(line: QWidget, css: Callable[[str], str], unit: float, text: float, remark: float) -> None:
    """Give the wall's line and its field the colours that ``css`` names by token.

    ``unit`` is px of the screen for each px of a wall 1000 high, ``text`` the size of what is written in such px, and
    ``remark`` that of what is said about it.
    """
    line.setStyleSheet(
        f"WallLine {{ background: {css('surface.panel')}; border: none;"
        f" border-top: 1px solid {css('line.hair')}; }}"
        f" WallField {{ background: {css('surface.field')}; color: {css('ink.1')};"
        f" border: {max(1, round(3 * unit))}px solid {css('accent.base')}; border-radius: {round(8 * unit)}px;"
        f" padding: 0 {round(14 * unit)}px; font-size: {round(text * unit)}px; min-height: 0;"
        f" selection-background-color: {css('surface.selected')}; selection-color: {css('ink.1')}; }}"
        f" WallLine QLabel {{ color: {css('ink.2')}; font-size: {round(remark * unit)}px; }}"
    )
