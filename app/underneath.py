"""What happens to an open map's file outside this program: who else has it open, who changed it, where it went.

UN1  Nothing is loaded, merged, taken over or written unless the user says so; both states are kept until then.
UN2  What is loaded or merged is one edit that can be undone.
UN3  Each state has its bar, which says what is not protected since when and what to do, and goes when it is over.
UN4  Of several versions beside a map each is led to: one that was opened or is done with makes room for the next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app import filebars, lockbars
from app.documents import OpenDocument
from model.changes import Label
from model.files import native
from model.files.errors import FileError, shown_name
from model.files.holder import Holder
from model.i18n import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from pathlib import Path

    from app.files import Files
    from app.window import MainWindow
    from model.document import Document
    from model.files.watch import Seen
    from model.merge import Choice
    from widgets.controls.bar import Bar

LOADED = QT_TRANSLATE_NOOP("Undo", "Load what was changed elsewhere")
MERGED = QT_TRANSLATE_NOOP("Undo", "Merge what was changed elsewhere")


class Underneath(QObject):
    """Shows what is seen of the files of open maps, and does what the bars offer."""

    _heard = Signal(object)

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._files = files
        self._shown: WeakKeyDictionary[MainWindow, dict[str, Any]] = WeakKeyDictionary()
        self._away: set[OpenDocument] = set()
        self._done_with: WeakKeyDictionary[OpenDocument, set[Path]] = WeakKeyDictionary()
        self._heard.connect(self._take)

    def look_after(self, document: OpenDocument) -> None:
        """Watch the file of ``document`` from now on, and show in its windows what is known."""
        document.begin_watch(lambda _seen: self._hear(document))
        self._take(document)

    def _hear(self, document: OpenDocument) -> None:
        """Something was seen, on another thread; the program may be ending."""
        if isValid(self):
            self._heard.emit(document)

    def _take(self, document: OpenDocument) -> None:
        for window in self._files.windows_of(document):
            self.show_in(window)

    def show_in(self, window: MainWindow) -> None:
        """Show in ``window`` how the file of its map is now; cheap when nothing changed."""
        workspace = window.workspace
        if workspace is None:
            return
        document = workspace.open_document
        workspace.guard.refresh()
        seen = document.watch.seen if document.watch is not None else None
        self._bar(window, "newer", (document,) if document.newer else None, lockbars.newer)
        lock = document.lock
        unseen = lock.problem if lock is not None else ""
        self._bar(window, "nolock", (document, unseen) if unseen else None, partial(lockbars.no_lock, document, window))
        taken = lock.taken_by if lock is not None else None
        self._bar(window, "taken", (document, taken) if taken else None, partial(self._taken_bar, window, document))
        if document.confirmed or document.saved_at is None:
            self._bar(window, "unconfirmed", None, None)
        else:
            make = partial(filebars.unconfirmed, window, document)
            self._bar(window, "unconfirmed", (document, document.saved_at), make)
        if seen is None:
            for key in ("held", "changed", "file", "back", "copies"):
                self._bar(window, key, None, None)
            return
        self._show_held(window, document, seen)
        self._show_changed(window, document, seen)
        self._show_trouble(window, document, seen)
        done_with = self._done_with.get(document, set())
        left = tuple(path for path in seen.copies if path not in done_with)
        make = partial(lockbars.copies, window, seen.copies, left, partial(self.compare, window, document))
        self._bar(window, "copies", (document, seen.copies, left) if left else None, make)

    def _bar(self, window: MainWindow, key: str, content: Any, make: Callable[[], Bar] | None) -> None:
        """Show the bar of ``key`` for ``content``, once, or take it away; one that was closed stays closed."""
        shown = self._shown.setdefault(window, {})
        if content is None or make is None:
            if shown.pop(key, None) is not None:
                window.bars.remove_bar(key)
        elif shown.get(key) != content:
            shown[key] = content
            window.bars.show_bar(key, make())

    def forget(self, window: MainWindow) -> None:
        """The bars of ``window`` were taken away with its map."""
        self._shown.pop(window, None)

    # -- somebody has it open --------------------------------------------------------------------------------

    def _show_held(self, window: MainWindow, document: OpenDocument, seen: Seen) -> None:
        if document.holder is None:
            self._bar(window, "held", None, None)
            return
        if seen.holder is not None:
            document.holder = seen.holder
        changed = seen.since if seen.kind == "changed" else None
        content = (document, document.holder.session_id, seen.free, seen.quiet, seen.stamp, changed)
        make = partial(
            lockbars.held,
            document.holder,
            seen,
            show=partial(self.load, window, document),
            copy=partial(self._files.open_own_copy, window, document),
            take=partial(self.ask_to_take_over, window, document),
            edit=partial(self.edit, window, document),
        )
        self._bar(window, "held", content, make)

    def edit(self, window: MainWindow, document: OpenDocument) -> None:
        """Nobody has the map open any more: edit it here, as it is in its file now."""
        try:
            if document.try_to_edit() is None:
                self._go_on(window, document)
        except FileError as error:
            self._files.tell(str(error), window)
        self._take(document)

    def ask_to_take_over(self, window: MainWindow, document: OpenDocument) -> None:
        """Ask, and take the map over."""
        from widgets.dialogs.takeover import TakeOverQuestion

        holder = document.holder
        if holder is None:
            return
        question = TakeOverQuestion(holder.who, window)
        question.accepted.connect(partial(self.take_over, window, document, holder))
        question.open()

    def take_over(self, window: MainWindow, document: OpenDocument, holder: Holder) -> None:
        """Take the map over from ``holder``; where somebody else has it meanwhile, the bar says so."""
        try:
            now = document.take_over(holder)
        except FileError as error:
            self._files.tell(str(error), window)
            return
        if now is None:
            self._go_on(window, document)
        elif now.session_id == holder.session_id:
            text = translate("Underneath", "The map could not be taken over: its folder cannot be written.")
            self._files.tell(text, window)
        self._take(document)

    def _go_on(self, window: MainWindow, document: OpenDocument) -> None:
        """The map is ours now: what was saved into it meanwhile is loaded, unless there is work of ours."""
        if document.stamp is not None and document.path is not None and not document.modified:
            try:
                found = native.load(document.path)
            except FileError as error:
                self._files.tell(str(error), window)
            else:
                if found.stamp.sha256 != document.stamp.sha256:
                    self._load(document, found)
        for other in self._files.windows_of(document):
            other.refresh()

    def _taken_bar(self, window: MainWindow, document: OpenDocument) -> Bar:
        taken = document.lock.taken_by if document.lock is not None else None
        back = partial(self.take_over, window, document, taken or Holder())
        return lockbars.taken(taken or Holder(), back, window.handlers.save_as)

    # -- the file is another one -----------------------------------------------------------------------------

    def _show_changed(self, window: MainWindow, document: OpenDocument, seen: Seen) -> None:
        if seen.kind != "changed" or document.holder is not None or window.bars.bar("save") is not None:
            self._bar(window, "changed", None, None)
            return
        content = (document, seen.stamp, document.modified)
        make = partial(
            lockbars.changed,
            seen,
            document.modified,
            compare=partial(self.compare, window, document),
            load=partial(self.load, window, document),
            merge=partial(self.merge, window, document) if document.session.saved_document is not None else None,
            keep=partial(self._files.keep_both, document),
        )
        self._bar(window, "changed", content, make)

    def load(self, window: MainWindow, document: OpenDocument) -> None:
        """Load what the file holds now, as one edit (UN2); not over work that is only here."""
        if window.workspace is not None:
            window.workspace.commit()
        if document.modified:
            self._take(document)
            return
        found = self._read(window, document)
        if found is None:
            return
        self._load(document, found)
        window.toasts.show_message(lambda: translate("Underneath", "The map is as it is in its file now."), kind="done")
        self._take(document)

    def _load(self, document: OpenDocument, found: native.Loaded) -> None:
        document.session.load(found.document, Label(LOADED))
        if document.only_to_look_at:
            document.session.history.done.clear()
        document.loaded(found.stamp)

    def merge(self, window: MainWindow, document: OpenDocument) -> None:
        """Put together what was edited here and what was changed elsewhere, as one edit; it is work to be saved.

        Where both changed the same, it is asked which one comes into the map; nothing happens before.
        """
        base = document.session.saved_document
        found = self._read(window, document)
        if found is None or base is None:
            return
        workspace = window.workspace
        if workspace is not None:
            workspace.commit()
        self._put_together(window, document, base, found, frozenset(), frozenset())

    def _put_together(
        self,
        window: MainWindow,
        document: OpenDocument,
        base: Document,
        found: native.Loaded,
        take: frozenset[Choice],
        asked: frozenset[Choice],
    ) -> None:
        """Merge, with theirs where ``take`` says so; what both changed and nobody was ``asked`` yet is asked first."""
        from model.merge import merge
        from model.mergewords import choices

        ours = document.session.document
        merged = merge(base, ours, found.document, take)
        offered = choices(merged, ours, found.document)
        if not asked.issuperset(offered):
            from widgets.dialogs.mergechoice import MergeDialog

            def run(taken: frozenset[Choice]) -> None:
                self._put_together(window, document, base, found, (take - set(offered)) | taken, asked | set(offered))

            MergeDialog(ours, found.document, offered, run, window, taken=take).open()
            return
        document.session.load(merged.document, Label(MERGED), base=found.document)
        document.loaded(found.stamp)
        rows = lockbars.lost_rows(merged)
        if rows:
            filebars.list_findings(
                lambda: translate("Underneath", "What has no place in the map any more"), rows, window
            )
        said = translate("Underneath", "Both are in the map now. Save to keep it.")
        window.toasts.show_message(said, kind="done")
        self._take(document)

    def _read(self, window: MainWindow, document: OpenDocument) -> native.Loaded | None:
        """What the file holds now; None, said to the user, where that is no whole map."""
        if document.path is None:
            return None
        try:
            found = native.view(document.path) if document.newer else native.load(document.path)
        except FileError as error:
            self._files.tell(str(error), window)
            return None
        if found.report.damaged:
            text = translate("Underneath", "What is in the file now is damaged; yours is kept. Save it elsewhere.")
            self._files.tell(text, window)
            return None
        return found

    # -- the file cannot be reached --------------------------------------------------------------------------

    def _show_trouble(self, window: MainWindow, document: OpenDocument, seen: Seen) -> None:
        kept = document.journal.protection.safe
        path = document.path
        if path is None or document.only_to_look_at or seen.kind in ("same", "changed"):
            self._bar(window, "file", None, None)
            if document in self._away and seen.kind == "same":
                self._away.discard(document)
                if document.modified and path is not None:
                    self._bar(window, "back", (document,), partial(lockbars.back, path, window))
        else:
            if seen.kind in ("away", "gone", "silent"):
                self._away.add(document)
            self._bar(window, "back", None, None)
            content = (document, seen.kind, seen.since if seen.kind != "silent" else None, kept)
            self._bar(window, "file", content, partial(lockbars.trouble, path, seen, kept, window))
        if not document.modified:
            self._bar(window, "back", None, None)

    # -- what is different -----------------------------------------------------------------------------------

    def compare(self, window: MainWindow, document: OpenDocument, beside: Path | None = None) -> None:
        """Show what is different between the map here and its file, or another version that lies beside it."""
        from widgets.dialogs.compare import CompareDialog

        if beside is None:
            found = self._read(window, document)
        else:
            try:
                found = native.view(beside)
            except FileError as error:
                self._files.tell(str(error), window)
                if document.watch is not None:
                    document.watch.look()  # it may be gone: a sync program that found its way took it away
                return
        if found is None:
            return
        theirs = _in_the_file if beside is None else shown_name(beside)
        dialog = CompareDialog(document.session.document, found.document, _here, theirs, window)
        if beside is not None:
            dialog.add_choice(
                lambda: translate("Underneath", "Done with it"), partial(self.done_with, document, beside)
            )
            dialog.add_choice(
                lambda: translate("Underneath", "Open it"), partial(self._open_beside, window, document, beside)
            )
        elif document.modified:
            dialog.add_choice(lambda: translate("Underneath", "Merge"), partial(self.merge, window, document))
        else:
            dialog.add_choice(lambda: translate("Underneath", "Load"), partial(self.load, window, document))
        dialog.open()

    def _open_beside(self, window: MainWindow, document: OpenDocument, beside: Path) -> None:
        self._files.open_beside(window, beside)
        self.done_with(document, beside)

    def done_with(self, document: OpenDocument, beside: Path) -> None:
        """Lead to ``beside`` no more in this session; its file stays as it is (UN4)."""
        self._done_with.setdefault(document, set()).add(beside)
        self._take(document)


def _here() -> str:
    return translate("Underneath", "Here")


def _in_the_file() -> str:
    return translate("Underneath", "In the file")
