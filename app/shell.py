"""The running program: its windows, its language and look, recent files, and its end.

Nothing but Qt is loaded here: the first window is painted before pydantic and the canvas are imported.  What needs
them is behind :attr:`Shell.files`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRect, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from app.panelstate import PanelState
from app.qttexts import QtTexts
from app.settings import Settings, ThemeChoice
from app.window import MainWindow, active_window
from model.i18n import set_language, texts_unread, translate
from widgets.look import theme
from widgets.look.language import speak

if TYPE_CHECKING:
    from app.files import Files
    from app.mappictures import ExamplePictures
    from app.memory import MemoryKeeper
    from model.draw.far import FarMap
    from model.files.store import RecentFile, RecentFiles
    from model.records import Language
    from widgets.start import RecentMap, StartScreen

USUAL_WIDTH, USUAL_HEIGHT = 1600, 1000
"""px of a window, where the screen has room for it."""


class Shell(QObject):
    """One for the process."""

    def __init__(self, app: QApplication, spoken: Language | None = None) -> None:
        """``spoken`` is the language of this start, whatever was chosen before."""
        super().__init__(app)
        self._app = app
        self.settings = Settings()
        self.settings.spoken = spoken
        self.windows: list[MainWindow] = []
        self.quitting = False
        """The program ends when every window has closed."""
        self._asking = False
        self.panels = PanelState(self.settings.get("panels"))
        """Which panels a new window shows, and how wide."""
        self._look_finished = False
        self._qt_texts: list[QTranslator] = []
        self._qt_speaks = ""
        set_language(self.settings.language)
        theme.begin(app, self.settings.theme)
        if self.settings.still:
            theme.look().reduce_motion(True)

    @cached_property
    def files(self) -> Files:
        """What is done with files; loads the model."""
        from app.files import Files

        return Files(self)

    @cached_property
    def memory(self) -> MemoryKeeper:
        """Gives back what closed maps took."""
        from app.memory import MemoryKeeper

        return MemoryKeeper(self)

    @cached_property
    def recents(self) -> RecentFiles:
        """The maps used last."""
        from model.files.store import RecentFiles

        return RecentFiles()

    @cached_property
    def _examples(self) -> ExamplePictures:
        """How the shipped examples look."""
        from app.mappictures import ExamplePictures

        return ExamplePictures(self)

    # -- settings --------------------------------------------------------------------------------------------

    def set(self, key: str, value: object) -> None:
        """Remember a setting; where that fails, say so."""
        from model.files.errors import FileError

        try:
            self.settings.set(key, value)
        except FileError as error:
            self._tell(str(error))

    def remember(self, path: Path, title: str, document_id: str) -> None:
        """Put a map at the head of the recent files."""
        from model.files.errors import FileError

        try:
            self.recents.add(path, title, document_id)
        except FileError as error:
            self._tell(str(error))

    def remembered(self, error: Exception | None) -> None:
        """Whether something was noted for the start screen, on the writer's thread."""
        from model.files.errors import FileError

        if isinstance(error, FileError):
            self._tell(str(error))
        elif error is not None:
            raise error

    def _tell(self, sentence: str) -> None:
        window = active_window(self.windows)
        if window is not None:
            window.toasts.show_message(sentence, kind="warn")

    def choose_language(self, code: str) -> None:
        """Speak ``code`` in every window from now on."""
        self.settings.spoken = None
        self.set("language", code)
        set_language(code)
        self._translate_qt()
        speak(code)
        for window in self.windows:
            window.refresh_commands()
            self._tell_texts(window)

    def _tell_texts(self, window: MainWindow) -> None:
        """Say that English stands in for the language that was chosen; no longer once another one is spoken."""
        window.bars.remove_bar("texts")
        if texts_unread():
            from app import filebars

            filebars.tell_texts_unread(window)

    def _translate_qt(self) -> None:
        """Let Qt's own dialogs speak the language as well."""
        code = self.settings.language
        if self._qt_speaks == code:
            return
        self._qt_speaks = code
        QLocale.setDefault(QLocale(code))
        self._drop_qt_texts()
        if code == "en":
            return
        texts = QTranslator(self)
        found = texts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._qt_texts = [QtTexts(self), texts] if found else []  # Qt asks the last one first
        for translator in self._qt_texts:
            QApplication.installTranslator(translator)

    def _drop_qt_texts(self) -> None:
        for translator in self._qt_texts:
            QApplication.removeTranslator(translator)
        self._qt_texts = []

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show light or dark, or follow the system."""
        self.set("theme", choice)
        theme.look().choose(choice)
        for window in self.windows:
            window.refresh_commands()

    def choose_stillness(self, still: bool) -> None:
        """Let nothing move, or let things move unless the system asks for stillness."""
        self.set("still", still)
        theme.look().reduce_motion(still)
        for window in self.windows:
            window.refresh_commands()

    # -- windows ---------------------------------------------------------------------------------------------

    def new_window(self, *, frame_only: bool = False, bars: bool = False) -> MainWindow:
        """A window without a map, of the size of the last one.

        ``frame_only`` leaves it as it can be painted at once (:meth:`begin` furnishes it); ``bars`` shows the grounds
        of the bars that a map will have.
        """
        window = MainWindow(self)
        window.show_frame(bars)
        if not frame_only:
            window.furnish()
        room = window.screen().availableGeometry()
        width, height = _size(self.settings.get("window"), room)
        window.resize(width, height)
        self.windows.append(window)
        maximized = self.settings.get("maximized")
        if maximized is True or (maximized is None and room.width() < USUAL_WIDTH):
            window.showMaximized()
        else:
            window.show()
        return window

    def finish_look(self) -> None:
        """Load what the first frame was painted without."""
        if not self._look_finished:
            self._look_finished = True
            theme.finish(self._app)

    def begin(self, window: MainWindow, path: Path | None) -> None:
        """Fill the first window: with the map at ``path``, else with the start screen; then offer left work."""
        self._translate_qt()
        if path is None or not self.files.open_path(window, path):
            self.files.tidy()
            window.furnish()
        window.show_start()
        if window.workspace is None:
            QTimer.singleShot(0, window, lambda: self.files.recover_left_work(window))
        else:
            window.workspace.painted.connect(lambda: self._look_after(window))
        if self.settings.problem:
            self._tell(self.settings.problem)
        if texts_unread():
            self._tell_texts(window)

    def _look_after(self, window: MainWindow) -> None:
        """Throw away what is too old, and offer what a crash left; the map comes first."""
        self.files.tidy()
        self.files.recover_left_work(window)

    def window_closed(self, window: MainWindow) -> None:
        """Forget a window."""
        if window not in self.windows:
            return
        self.windows.remove(window)
        if not window.isMaximized():
            self.set("window", [window.width(), window.height()])
        self.set("maximized", window.isMaximized())
        self.set("panels", self.panels.as_json())
        self._forget_pictures()
        window.deleteLater()
        if self.quitting and not self._asking:
            QTimer.singleShot(0, self, self.quit)

    def new_map(self, window: MainWindow) -> None:
        """Choose what a new map starts from: on the start screen, or over a map in a dialog."""
        if window.workspace is not None:
            self.files.templating.choose(window)
            return
        from widgets.start import StartScreen

        page = window.pages.currentWidget()
        if isinstance(page, StartScreen):
            page.title_field().setFocus()  # what was typed there stays
        else:
            window.show_start()

    def make_start(self, window: MainWindow) -> StartScreen:
        """A start screen whose wishes are heard."""
        from app.dropping import take_later
        from app.files import listen
        from model.owntemplates import known_templates, own_templates
        from widgets.start import StartScreen
        from widgets.start_maps import MapPictures

        pictures = MapPictures(self._look_of)
        start = StartScreen(templates=known_templates, problems=lambda: own_templates()[1], picture=pictures)
        pictures.setParent(start)
        pictures.changed.connect(start.show_pictures)
        self._examples.known.connect(pictures.learn)
        listen(start.chooser, window, self.files)
        start.open_requested.connect(
            lambda path: self.files.open_path(window, path) if path else self.files.ask_and_open(window)
        )
        start.import_requested.connect(lambda: self.files.ask_and_import(window))
        start.create_requested.connect(lambda template, title, code: self.files.create(window, template, title, code))
        start.example_requested.connect(lambda code: self.files.open_example(window, code))
        start.language_chosen.connect(self.choose_language)
        start.chooser.path_dropped.connect(lambda path: take_later(self.files, window, [Path(path)]))
        start.forget_requested.connect(lambda path: self._forget_recent(window, path))
        start.set_recents(self.recent_maps())
        return start

    def recent_maps(self) -> list[RecentMap]:
        """The maps used last, as the start screen lists them."""
        from widgets.start import RecentMap

        return [
            RecentMap(entry.path, self.recent_text(entry), partial(when_changed, entry.path))
            for entry in self.recents.entries()
        ]

    @staticmethod
    def _forget_recent(window: MainWindow, path: str) -> None:
        from app.forgetting import ask_about_recent

        ask_about_recent(window, path)

    def _look_of(self, key: str) -> FarMap | None:
        """How a map on the start screen looks from far away, where that is known."""
        from app.mappictures import read
        from model.templates import example_path
        from widgets.start import EXAMPLE

        if key.startswith(EXAMPLE):
            return self._examples.look_up(key, example_path("nl" if key == f"{EXAMPLE}nl" else "en"))
        return read(key)

    def _forget_pictures(self) -> None:
        """Keep no picture of a map that is on the list no more."""
        from app.mappictures import forget_others

        forget_others(entry.path for entry in self.recents.entries())

    @staticmethod
    def recent_text(entry: RecentFile) -> str:
        """What a recent file is called: its map's title, else its name."""
        return entry.title or Path(entry.path).stem

    def quit(self) -> None:
        """Close every window; where one must not be closed, the program goes on."""
        if self._asking:
            return  # a window is asking already
        self.quitting = self._asking = True
        try:
            for window in tuple(self.windows):
                if not window.close():
                    return
        finally:
            self._asking = False

    def stop(self) -> None:
        """The program ends: finish what is being written."""
        self._drop_qt_texts()
        if "files" in self.__dict__:
            if "readings" in self.files.__dict__:
                self.files.readings.stop()
            self.files.saver.stop()

    # -- help ------------------------------------------------------------------------------------------------

    def show_shortcuts(self, window: MainWindow) -> None:
        """Every command with its keys."""
        from app.keysheet import groups
        from widgets.dialogs.shortcuts import ShortcutSheet
        from widgets.scribe.sheet import typed_rows

        ShortcutSheet(groups(typed_rows()), window).open()

    def show_about(self, window: MainWindow) -> None:
        """Version, licence, and where work is kept."""
        from widgets.dialogs.about import AboutDialog

        AboutDialog(window).open()


def _size(chosen: object, room: QRect) -> tuple[int, int]:
    """The size of a new window: the last one's, else the usual one, never larger than the screen."""
    width, height = USUAL_WIDTH, USUAL_HEIGHT
    if isinstance(chosen, list) and len(chosen) == 2 and all(isinstance(side, int) for side in chosen):
        width, height = chosen
    return min(width, room.width()), min(height, room.height())


def when_changed(path: str) -> str:
    """When a file was last changed, as one says it: today 14:32, yesterday, 12-5-2025; where it is, when it is gone."""
    try:
        changed = datetime.fromtimestamp(Path(path).stat().st_mtime).astimezone()
    except OSError:
        return translate("Shell", "Not found: {path}").format(path=path)
    today = datetime.now().astimezone().date()
    if changed.date() == today:
        day = translate("Shell", "Today {time}").format(time=changed.strftime("%H:%M"))
    elif changed.date() == today - timedelta(days=1):
        day = translate("Shell", "Yesterday {time}").format(time=changed.strftime("%H:%M"))
    else:
        day = f"{changed.day}-{changed.month}-{changed.year}"
    return f"{day} · {Path(path).stem}"
