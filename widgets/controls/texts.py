"""Texts of controls: a fixed text (the user's own words), or a call that translates anew each time it is asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

TextSource = str | Callable[[], str]
"""``"Fatima A."``, or ``lambda: translate("Start", "Open a map")``, which follows a change of language."""


def resolve(source: TextSource) -> str:
    """The text of ``source`` now."""
    return source if isinstance(source, str) else source()


def language_changed(event: QEvent) -> bool:
    """Whether ``event`` of a ``changeEvent`` says that texts must be asked for again."""
    return event.type() == QEvent.Type.LanguageChange


_ONE_LINE = 80
"""Letters that a tooltip shows in one line."""


def plain_tooltip(text: str) -> str:
    """``text`` so that a tooltip shows it letter by letter: Qt would read a note like "<b>" as markup."""
    if "<" not in text and "&lt;" not in text:
        return text
    return _marked_up(text)


def long_tooltip(text: str) -> str:
    """The same for a text that may be long: Qt breaks lines only in markup."""
    return plain_tooltip(text) if len(text) <= _ONE_LINE else _marked_up(text)


def _marked_up(text: str) -> str:
    import html  # rarely needed, and it brings a long table of names

    return "<span>" + html.escape(text).replace("\n", "<br>") + "</span>"


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the stylesheet looks at, and let the style look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def name_for_readers(widget: QWidget, name: str, description: str = "") -> None:
    """Give ``widget`` the name, and if need be the explanation, that a screen reader speaks."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
