"""The menu of the maps used last, in the File menu of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from model.i18n import translate

if TYPE_CHECKING:
    from app.window import MainWindow

MOST = 10


class RecentMaps(QMenu):
    """Filled when it opens: another window may have opened others."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.aboutToShow.connect(self._fill)

    def retranslate(self) -> None:
        """Ask for its name again."""
        self.setTitle(translate("Window", "Open again"))

    def _fill(self) -> None:
        self.clear()
        window, shell = self._window, self._window.shell
        for entry in shell.recents.entries()[:MOST]:
            self.addAction(shell.recent_text(entry).replace("&", "&&")).triggered.connect(
                lambda _checked=False, path=entry.path: shell.files.open_path(window, path)
            )
        if self.isEmpty():
            self.addAction(translate("Window", "No maps yet")).setEnabled(False)
