"""What the user chose and the program remembers: language, theme, folder, window, panels."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any, Literal

from model.files.paths import config_folder
from model.i18n import LANGUAGES

if TYPE_CHECKING:
    from model.files.store import JsonStore
    from model.records import Language

LinkMode = Literal["none", "paths", "all"]
LINK_MODES: tuple[LinkMode, ...] = ("none", "paths", "all")
ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")

EXPORT_FOLDER = "export_folder"
"""The setting that tells where the last export of any map went."""

_LIMIT = 1024 * 1024
_SUSPECT = re.compile(rb"NaN|Infinity|[:,\[]\s*-?(?:[0-9.]+[eE]|[0-9]{16})|\\u[dD]")


def _last_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a setting that stands there twice the last one counts, which is logged."""
    values = dict(pairs)
    if len(values) != len(pairs):
        import logging

        logging.getLogger(__name__).warning("a setting stands twice in the settings file; the last one counts")
    return values


class Settings:
    """The settings of this user; a value that makes no sense counts as none."""

    def __init__(self) -> None:
        self.problem = ""
        """The sentence that says what was wrong with the settings file; "" when nothing was."""
        self._unread = False
        """There are settings and the disk did not give them: they are asked for again before anything is written."""
        self.spoken: Language | None = None
        """The language that this one start was asked to speak (``--lang``), until another one is chosen."""
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            with (config_folder() / "settings.json").open("rb") as file:
                data = file.read(_LIMIT + 1)
            # Numbers, texts and nesting that the strict reader refuses or mends are left to it.
            plain = len(data) <= _LIMIT and data.count(b"[") + data.count(b"{") <= 64 and not _SUSPECT.search(data)
            value = json.loads(data, object_pairs_hook=_last_of_each) if plain else None
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            return value
        # The store knows what to do with a broken file; a sound one is read without loading it.
        store = self._store()
        value = store.read()
        self.problem, self._unread = store.problem, store.unread
        return value

    @staticmethod
    def _store() -> JsonStore:
        from model.files.store import settings_store

        return settings_store()

    def get(self, key: str) -> Any:
        """The value of ``key``; None when there is none."""
        return self._values.get(key)

    def set(self, key: str, value: object) -> None:
        """Remember a value.  Raises WriteError when that fails; it holds for this run all the same."""
        if self._values.get(key) == value:
            return
        self._values = {**self._values, key: value}
        if self._unread:
            self._unread = False
            self._values = {**self._read(), **self._values}
            if self._unread:
                from model.files.errors import WriteError

                raise WriteError(config_folder() / "settings.json", self.problem)
        self._store().write(self._values)

    @property
    def language(self) -> Language:
        """The language of the interface: what this start was asked for, else the chosen one, else the system's."""
        if self.spoken is not None:
            return self.spoken
        chosen = self.get("language")
        if chosen in LANGUAGES:
            return "nl" if chosen == "nl" else "en"
        names = (os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG"))
        spoken = next((name for name in names if name), None) or _system_locale()
        return "nl" if spoken.lower().startswith(("nl", "dutch")) else "en"

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark, or as the system."""
        chosen = self.get("theme")
        return next((choice for choice in THEMES if choice == chosen), "system")

    @property
    def still(self) -> bool:
        """Whether nothing may move, whatever the system says."""
        return self.get("still") is True

    @property
    def view(self) -> dict[str, Any]:
        """What else a new window draws: of evidence, aims, blind spots, borders and fields what was chosen."""
        chosen = self.get("view")
        found: dict[str, Any] = chosen if isinstance(chosen, dict) else {}
        kept = {name: found[name] for name in ("aimed", "blind_spots", "borders") if isinstance(found.get(name), bool)}
        if isinstance(found.get("evidence"), bool):
            kept["evidence"] = found["evidence"]
        fields = found.get("fields")
        if isinstance(fields, list) and fields and all(isinstance(name, str) for name in fields):
            kept["fields"] = tuple(fields)
        return kept

    @property
    def list_columns(self) -> dict[str, bool]:
        """Which columns of the list of notes the user wants, or wants away (group -> shown)."""
        chosen = self.get("list_columns")
        found: dict[str, Any] = chosen if isinstance(chosen, dict) else {}
        return {group: shown for group, shown in found.items() if isinstance(shown, bool)}

    @property
    def links(self) -> LinkMode:
        """Which links a new window draws besides those of what is chosen."""
        chosen = self.get("links")
        return next((mode for mode in LINK_MODES if mode == chosen), "none")


def _system_locale() -> str:
    """The system's name for its language where the environment names none: Windows and macOS; "" when it has none."""
    import locale  # not above: most starts are told by the environment, and this library is large

    return locale.getlocale()[0] or ""
