"""Finding notes in a window: the popup, the grey bar that says what is looked for, and the way through what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.filebars import make_bar
from model.finding import saved_as, told, wanted_by
from model.i18n import translate
from widgets.filters.popup import FilterPopup, count_text
from widgets.filters.state import MapFilter

if TYPE_CHECKING:
    from app.window import MainWindow
    from app.workspace import Workspace


class Filtering(QObject):
    """The filter of the map that ``window`` shows."""

    def __init__(self, window: MainWindow, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._window, self._workspace = window, workspace
        self.state = MapFilter(workspace.bridge, workspace.editor)
        self.state.changed.connect(self.tell)
        self._popup: FilterPopup | None = None

    def open(self, anchor: QWidget) -> FilterPopup:
        """Ask what is looked for."""
        self._workspace.editor.commit_edit()
        if self._workspace.view == "actions":
            self._workspace.show_map()
        if self._popup is not None and isValid(self._popup):  # one on the wall goes with it
            self._popup.deleteLater()  # it would follow every edit, unseen
        popup = self._popup = FilterPopup(self._workspace.bridge, self.state, anchor.window())
        popup.open_below(anchor)
        return popup

    def go(self, by: int) -> None:
        """Go to the next note that fits, or the one before."""
        if not self.state.active:
            self.open(self._window.topbar.filter)
        elif self.state.go(by) is None:
            self._window.show_toast(translate("Filter", "No note on the map fits."), False)

    def apply(self, filter_id: str) -> None:
        """Look for what a saved filter asks for, on the map."""
        saved = self._workspace.bridge.document.filter_table.get(filter_id)
        if saved is not None:
            self.state.look_for(wanted_by(saved))

    def clear(self) -> None:
        """Show everything again."""
        self.state.clear()

    def tell(self) -> None:
        """Say what is looked for, in the window and on its wall."""
        window, state = self._window, self.state
        if self._workspace.wall is not None:
            self._workspace.wall.show_filter()
        bar = window.bars.bar("filter")
        if not state.active:
            window.bars.remove_bar("filter")
        elif bar is None:
            bar = make_bar("neutral", "filter", self._title, self._sentence)
            bar.add_button(lambda: translate("Filter", "Previous"), lambda: self.go(-1), quiet=True)
            bar.add_button(lambda: translate("Filter", "Next"), lambda: self.go(1), quiet=True)
            bar.add_button(lambda: translate("Filter", "Show all"), self.clear)
            window.bars.show_bar("filter", bar)
        else:
            bar.set_texts(self._title, self._sentence)
        window.refresh_commands()

    def words(self) -> str:
        """What is looked for and how much fits, in one line."""
        return f"{self._title()} {count_text(self.state, self._workspace.bridge.document)}"

    def _title(self) -> str:
        document = self._workspace.bridge.document
        what = told(document, self.state.wanted)
        saved = saved_as(document, self.state.wanted)
        if saved is not None:
            return translate("Filter", "Filter “{name}”: {what}.").format(name=saved.name, what=what)
        return translate("Filter", "Filter: {what}.").format(what=what)

    def _sentence(self) -> str:
        said = count_text(self.state, self._workspace.bridge.document) + "."
        wall = self._workspace.wall
        if wall is not None and wall.shown is not None:
            return f"{said} {translate('Filter', 'The wall shows the same.')}"
        return said
