"""What the user chose and the program remembers: language, theme, folder, window, panels."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING, Any, Literal

from model.files.store import JsonStore, settings_store
from model.i18n import LANGUAGES

if TYPE_CHECKING:
    from model.records import Language

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")


class Settings:
    """The settings of this user; a value that makes no sense counts as none."""

    def __init__(self, store: JsonStore | None = None) -> None:
        self._store = store or settings_store()
        self._values = self._store.read()

    @property
    def problem(self) -> str:
        """The sentence that says what was wrong with the settings file; "" when nothing was."""
        return self._store.problem

    def get(self, key: str) -> Any:
        """The value of ``key``; None when there is none."""
        return self._values.get(key)

    def set(self, key: str, value: object) -> None:
        """Remember a value.  Raises WriteError when that fails; it holds for this run all the same."""
        if self._values.get(key) == value:
            return
        self._values = {**self._values, key: value}
        self._store.write(self._values)

    @property
    def language(self) -> Language:
        """The language of the interface: the chosen one, else the system's."""
        chosen = self.get("language")
        if chosen in LANGUAGES:
            return "nl" if chosen == "nl" else "en"
        names = (os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG"))
        spoken = next((name for name in names if name), None) or locale.getlocale()[0] or ""
        return "nl" if spoken.lower().startswith(("nl", "dutch")) else "en"

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system."""
        chosen = self.get("theme")
        return next((choice for choice in THEMES if choice == chosen), "system")
