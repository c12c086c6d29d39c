"""A phase, what is chosen or the map as a picture on the clipboard, for slides and mail; made beside the interface."""

from __future__ import annotations

import contextvars
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from model.excerpt import Part
from model.export.errors import ExportError
from model.export.excerpt import part_picture
from model.i18n import translate
from widgets.selection import split_emotion

if TYPE_CHECKING:
    from app.window import MainWindow
    from app.workspace import Workspace

_LOOK = 15
"""ms between two looks whether the picture is ready."""
PNG = "image/png"


def chosen_part(workspace: Workspace) -> Part | None:
    """The part of the map that is chosen: the phases of headers, a lane, cards, the ends of a link; None where nothing
    of it stands on the map."""
    selection, document = workspace.selection, workspace.bridge.document
    current = selection.current or ""
    if selection.kind == "phase":
        return Part(phase_ids=selection.ids)
    if selection.kind == "step" and current in document.step_table:
        return Part(phase_ids=(document.step_table[current].phase_id,))
    if selection.kind == "lane":
        return Part(lane_ids=selection.ids)
    cards = selection.cards
    if selection.kind == "emotion":
        cards = (split_emotion(current)[0],)
    elif selection.kind == "link" and current in document.link_table:
        link = document.link_table[current]
        cards = (link.source_id, link.target_id)
    placed = tuple(i for i in cards if i in document.item_table and document.item_table[i].place == "map")
    return Part(item_ids=placed) if placed else None


class PictureCopier(QObject):
    """Copies pictures of one window's map; the last one that was asked for counts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="picture of the map")
        pool = self._pool
        self.destroyed.connect(lambda _gone=None: pool.shutdown(wait=False, cancel_futures=True))
        self._coming: Future[tuple[bytes, QImage]] | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a picture is being made."""
        return self._coming is not None

    def copy_chosen(self) -> None:
        """Copy what is chosen."""
        workspace = self._window.workspace
        part = chosen_part(workspace) if workspace is not None else None
        if part is not None:
            self.copy(part)
        else:
            self._window.show_toast(translate("Window", "Choose a phase, a lane or notes on the map first."), False)

    def copy_map(self) -> None:
        """Copy the whole map."""
        self.copy(Part())

    def copy(self, part: Part) -> None:
        """Put a picture of ``part`` on the clipboard, as the map is drawn now, when it is ready."""
        workspace = self._window.workspace
        if workspace is None:
            return
        workspace.commit()
        document, show = workspace.bridge.document, workspace.editor.stage.options

        def make() -> tuple[bytes, QImage]:
            made = part_picture(document, part, show)
            return made.png, QImage.fromData(made.png)

        if self._coming is not None:
            self._coming.cancel()
        context = contextvars.copy_context()  # sentences are in the language of the moment
        self._coming = self._pool.submit(context.run, make)
        self._look.start()

    def _take(self) -> None:
        coming = self._coming
        if coming is None or not coming.done():
            return
        self._coming = None
        self._look.stop()
        try:
            png, image = coming.result()
        except ExportError as error:
            self._window.show_toast(str(error), False)
            return
        mime = QMimeData()
        mime.setData(PNG, png)
        mime.setImageData(image)  # for programs of systems that know no PNG on their clipboard
        QGuiApplication.clipboard().setMimeData(mime)
        told = translate("Window", "The picture is on the clipboard: {width} × {height} px.")
        told = told.format(width=image.width(), height=image.height())
        for gap in (" × ", " px"):  # a size stays on one line
            told = told.replace(gap, gap.replace(" ", "\N{NO-BREAK SPACE}"))
        self._window.toasts.show_message(told, kind="done")
