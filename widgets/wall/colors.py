"""The colours of a wall: its own theme, whatever the program's is.  A projector in a lit room shows light best."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QColor

from model.draw.theme import Theme, load_theme
from widgets.look.stylesheet import css_color
from widgets.look.theme import parse_color

WallTheme = Literal["light", "dark"]


class WallColors:
    """Gives the colours of the theme of one wall."""

    def __init__(self, name: WallTheme = "light") -> None:
        self.name: WallTheme = name

    @property
    def theme(self) -> Theme:
        """For painters of display lists."""
        return load_theme(self.name)

    def color(self, token: str) -> QColor:
        """The colour of a token, or of a literal "#RRGGBB".  Raises KeyError for an unknown one."""
        return parse_color(self.theme.color(token))

    def css(self, token: str) -> str:
        """The same, as a stylesheet writes it."""
        return css_color(self.color(token))
