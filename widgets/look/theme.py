"""The one object that knows how the program looks now: theme, stylesheet, palette, motion.

``install(app)`` sets the fonts, the proxy style, the palette and the one generated stylesheet; ``look()`` gives
colours to painters and announces a change of theme.  No widget sets a colour of its own.

The program's start does it in two parts, :func:`begin` before its first window and :func:`finish` when that is painted:
asking Qt whether the system is dark, or copying a colour, loads the whole ``Qt`` namespace, a fifth of what an empty
window costs.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from model.draw.theme import Theme, load_theme
from widgets.look import tokens
from widgets.look.fonts import load_first_font, load_fonts, ui_font
from widgets.look.motion import system_reduces_motion
from widgets.look.settle import settle
from widgets.look.stylesheet import build_stylesheet

Choice = Literal["system", "light", "dark"]
"""What the user chose; "system" follows the desktop, also while the program runs."""

Shown = Literal["light", "dark"]
"""The themes of the interface."""


class Look(QObject):
    """Theme, colours and motion of the running program; get it by :func:`look`."""

    theme_changed = Signal()
    """The colours are others now: repaint what is cached.  Widgets are repainted by Qt itself."""

    def __init__(self) -> None:
        super().__init__()
        self.finished = False
        """Whether the style is there, and painting costs no loading any more."""
        self._choice: Choice = "light"
        self._reduced = False
        self._system_is_still = system_reduces_motion()
        self._colors: dict[str, QColor] = {}
        self._theme = load_theme("light")
        self._name: Shown = "light"

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    @property
    def theme_name(self) -> Shown:
        """ "light" or "dark", whichever is shown now."""
        return self._name

    @property
    def theme(self) -> Theme:
        """The theme that is shown now, for painters of display lists."""
        return self._theme

    def choose(self, choice: Choice) -> None:
        """Show the light or the dark theme, or follow the system.  Raises ValueError for another word."""
        if choice not in ("system", "light", "dark"):
            raise ValueError(f"no such theme: {choice}")
        from PySide6.QtCore import Qt

        self._choice = choice
        hints = QGuiApplication.styleHints()
        # The frame of the window, drawn by the system, goes along.
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self.refresh()

    def refresh(self) -> None:
        """Look again which theme is due, and show it when it is another one."""
        if self._choice == "system":
            from PySide6.QtCore import Qt

            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            due: Shown = "dark" if dark else "light"
        else:
            due = self._choice
        if due != self._name:
            self._show(due)

    def begin(self, app: QApplication, choice: Choice) -> None:
        """Show the theme of ``choice``; whether the system is dark is read from the colours of its windows."""
        self._choice = choice
        dark = app.palette().window().color().lightness() < 128 if choice == "system" else choice == "dark"
        due: Shown = "dark" if dark else "light"
        if due == self._name:
            self.apply(app)
        else:
            self._show(due)

    def color(self, name: str) -> QColor:
        """The colour of a token ("note.pain.fill") or of a literal "#RRGGBB[AA]".  Raises KeyError if unknown."""
        return QColor(self._own(name))

    def _own(self, name: str) -> QColor:
        """The colour itself, not to be changed: copying it would load Qt's namespace before the first frame."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = parse_color(self._value(name))
        return found

    def _value(self, name: str) -> str:
        if name.startswith("#"):
            return name
        if name.startswith("raised."):
            # In the dark, what lies on a raised surface needs a stronger answer to the pointer to be seen.
            return self._theme.color(_ON_RAISED[self._name][name])
        if name.startswith("inverse."):
            # Tooltips and messages are dark in both themes, so they read the dark theme's ink.
            if self._name == "light" and name in _INVERSE_FILLS:
                return self._theme.color("ink.1")
            return load_theme("dark").color(_INVERSE[name])
        return self._theme.color(name)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move, because the user or the system asks so: every duration is 0 then."""
        return self._reduced or self._system_is_still

    def reduce_motion(self, reduced: bool) -> None:
        """Let nothing move, or let it move again unless the system asks for stillness."""
        self._reduced = reduced

    def motion(self, name: str) -> int:
        """The duration in ms of a movement ("hover", "panel", ...); 0 when motion is reduced.

        How long a message stays is no movement: ``toast_stay`` is kept.
        """
        if self.reduced_motion and name != "toast_stay":
            return 0
        return tokens.motion(name)

    def apply(self, app: QApplication) -> None:
        """Put palette, stylesheet and font of the current theme on ``app``."""
        app.setPalette(self.palette())
        app.setStyleSheet(build_stylesheet(self._own))

    def palette(self) -> QPalette:
        """The palette of the theme, for everything that a stylesheet does not reach."""
        palette = QPalette()
        groups = QPalette.ColorGroup
        for role, token in _PALETTE.items():
            palette.setColor(role, self._own(token))
        for role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
            QPalette.ColorRole.HighlightedText,
            QPalette.ColorRole.PlaceholderText,
        ):
            palette.setColor(groups.Disabled, role, self._own("ink.disabled"))
        palette.setColor(groups.Disabled, QPalette.ColorRole.Base, self._own("surface.sunken"))
        return palette

    def _show(self, name: Shown) -> None:
        self._name = name
        self._theme = load_theme(name)
        self._colors.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.apply(app)
        self.theme_changed.emit()
        settle()


_INVERSE = {
    "inverse.fill": "wall.backstage",
    "inverse.line": "line.strong",
    "inverse.ink": "ink.1",
    "inverse.ink2": "ink.2",
    "inverse.hover": "surface.pressed",
    "inverse.link": "accent.ink",
    "inverse.ok": "state.ok",
    "inverse.warn": "state.warn",
    "inverse.danger": "state.danger",
    "inverse.info": "state.info",
}
_ON_RAISED: dict[Shown, dict[str, str]] = {
    "light": {"raised.hover": "surface.hover", "raised.pressed": "surface.pressed"},
    "dark": {"raised.hover": "surface.pressed", "raised.pressed": "line.strong"},
}
_INVERSE_FILLS = frozenset({"inverse.fill", "inverse.line"})

_PALETTE = {
    QPalette.ColorRole.Window: "surface.window",
    QPalette.ColorRole.WindowText: "ink.1",
    QPalette.ColorRole.Base: "surface.field",
    QPalette.ColorRole.AlternateBase: "surface.sunken",
    QPalette.ColorRole.Text: "ink.1",
    QPalette.ColorRole.Button: "surface.raised",
    QPalette.ColorRole.ButtonText: "ink.1",
    QPalette.ColorRole.BrightText: "ink.on_accent",
    QPalette.ColorRole.Highlight: "surface.selected",
    QPalette.ColorRole.HighlightedText: "ink.1",
    QPalette.ColorRole.Accent: "accent.base",
    QPalette.ColorRole.Link: "ink.link",
    QPalette.ColorRole.LinkVisited: "ink.link",
    QPalette.ColorRole.PlaceholderText: "ink.3",
    QPalette.ColorRole.ToolTipBase: "surface.raised",
    QPalette.ColorRole.ToolTipText: "ink.1",
    QPalette.ColorRole.Light: "surface.raised",
    QPalette.ColorRole.Midlight: "surface.hover",
    QPalette.ColorRole.Mid: "line.strong",
    QPalette.ColorRole.Dark: "line.field",
    QPalette.ColorRole.Shadow: "line.strong",
}


def parse_color(value: str) -> QColor:
    """ "#RRGGBB" or "#RRGGBBAA" as a colour (Qt itself reads eight digits as alpha first).  Raises ValueError."""
    color = QColor(value[:7])
    if not color.isValid() or len(value) not in (7, 9):
        raise ValueError(f"not a colour: {value!r}")
    if len(value) == 9:
        color.setAlpha(int(value[7:], 16))
    return color


_look: Look | None = None


def look() -> Look:
    """The look of the running program."""
    global _look  # noqa: PLW0603 - one per process, made when first asked for
    if _look is None:
        _look = Look()
    return _look


def begin(app: QApplication, choice: Choice = "system") -> None:
    """Give ``app`` what its first window is painted with: font, palette, stylesheet.  :func:`finish` gives the rest."""
    load_first_font()
    app.setFont(ui_font("body"))
    look().begin(app, choice)


def finish(app: QApplication) -> None:
    """Give ``app`` its other fonts, its style and the focus ring, and follow the system's theme from now on."""
    from widgets.look.focus import follow_focus
    from widgets.look.style import JourneyStyle

    load_fonts()
    app.setStyle(JourneyStyle())
    current = look()
    current.finished = True
    QGuiApplication.styleHints().colorSchemeChanged.connect(current.refresh)
    current.choose(current.choice)
    follow_focus(app)


def install(app: QApplication, choice: Choice = "system") -> Look:
    """Both parts at once."""
    begin(app, choice)
    finish(app)
    return look()
