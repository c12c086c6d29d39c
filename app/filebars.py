"""What bars under the toolbar say of a map's file.

A bar stays until what it says is solved or put away; see :mod:`app.files` for what its buttons do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from model.files.errors import ChangedOnDisk, FileError, NotWritable, shown_name
from model.i18n import translate

if TYPE_CHECKING:
    from app.documents import OpenDocument
    from app.window import MainWindow
    from model.files.recovery import FoundSession
    from widgets.controls.bar import Bar, BarKind
    from widgets.controls.texts import TextSource


def make_bar(kind: BarKind, icon_name: str, title: TextSource, sentence: TextSource) -> Bar:
    """A bar.  What it is made of is not loaded before there is something to say: the first map is shown sooner."""
    from widgets.controls.bar import Bar

    return Bar(kind, icon_name, title, sentence)


def list_findings(title: TextSource, rows: Sequence[tuple[int, str]], window: MainWindow) -> None:
    """Show what was found, by line."""
    from widgets.dialogs.findings import FindingsDialog

    FindingsDialog(title, rows, window).open()


def tell(window: MainWindow, sentence: str) -> None:
    """Say what did not work; it stays until it is read."""
    bar = make_bar("warn", "alert-triangle", sentence, "")
    bar.add_close(lambda: translate("Shell", "Close"), lambda: window.bars.remove_bar("told"))
    window.bars.show_bar("told", bar)


def tell_texts_unread(window: MainWindow) -> None:
    """The texts of the language cannot be read."""
    sentence = translate(
        "Shell", "The texts of this language cannot be read: English stands in. Install Journeywall again."
    )
    bar = make_bar("warn", "alert-triangle", sentence, "")
    bar.add_close(lambda: translate("Shell", "Close"), lambda: window.bars.remove_bar("texts"))
    window.bars.show_bar("texts", bar)


def tell_not_protected(window: MainWindow, document: OpenDocument) -> None:
    """What is edited is not kept on this computer, as long as that is so."""
    bar = make_bar(
        "danger",
        "shield-exclamation",
        lambda: translate("Window", "Not protected."),
        lambda: document.journal.protection.sentence,
    )
    bar.add_button(lambda: translate("Window", "Save elsewhere"), window.handlers.save_as)
    window.bars.show_bar("protection", bar)


def tell_read_only(window: MainWindow) -> None:
    """The map's file cannot be written."""
    bar = make_bar(
        "warn",
        "lock",
        lambda: translate("Shell", "Read only."),
        lambda: translate("Shell", "This file cannot be changed here. What you change is kept in a copy only."),
    )
    bar.add_button(lambda: translate("Shell", "Make a copy"), window.handlers.save_as)
    window.bars.show_bar("read_only", bar)


def tell_report(window: MainWindow, document: OpenDocument) -> None:
    """What opening found, when that is more than a notice."""
    serious = document.report.serious
    if not serious:
        return
    rows = [(problem.line or 0, problem.text) for problem in serious]
    bar = make_bar(
        "warn",
        "alert-triangle",
        lambda: translate("Shell", "Opened with remarks."),
        lambda: translate("Shell", "%n remark(s); the file itself was not changed.", n=len(rows)),
    )
    bar.add_button(lambda: translate("Shell", "Fine"), lambda: window.bars.remove_bar("report"), quiet=True)
    bar.add_button(
        lambda: translate("Shell", "View"),
        lambda: list_findings(lambda: translate("Shell", "Opened with remarks"), rows, window),
    )
    window.bars.show_bar("report", bar)


def tell_recovered(window: MainWindow, found: FoundSession, document: OpenDocument) -> None:
    """The map was recovered, up to when; a note that was being typed where it has no place any more is shown."""
    waiting = [item.id for item in document.session.document.inbox if item.id in document.typed]
    bar = make_bar(
        "info",
        "history",
        lambda: translate("Shell", "Recovered."),
        lambda: _recovered(found, typed=bool(document.typed), waiting=bool(waiting)),
    )
    if waiting and window.workspace is not None:
        window.workspace.selection.choose_cards(waiting[-1:])
    bar.add_button(lambda: translate("Shell", "Fine"), lambda: window.bars.remove_bar("recovered"), quiet=True)
    bar.add_button(lambda: translate("Shell", "Save"), window.handlers.save)
    window.bars.show_bar("recovered", bar)


def _recovered(found: FoundSession, *, typed: bool, waiting: bool) -> str:
    """How much was recovered, in words; ``waiting``: what was being typed is a note in the inbox."""
    said = []
    if found.edits or not typed:
        time = found.last_edit.strftime("%H:%M")
        said.append(translate("Shell", "%n edit(s) up to {time}.", n=found.edits).format(time=time))
    if waiting:
        said.append(translate("Shell", "What was being typed is in the inbox, chosen."))
    elif typed:
        said.append(translate("Shell", "What was being typed is in the map."))
    return " ".join([*said, translate("Shell", "Save to keep it.")])


def tell_failed(
    window: MainWindow,
    error: FileError,
    since: datetime,
    keep_both: Callable[[], object],
    merge: Callable[[], object] | None = None,
) -> None:
    """A save failed, since when, and what can be done; ``keep_both`` saves beside a file that another program changed,
    ``merge`` puts both together."""
    time = since.strftime("%H:%M")
    bar = make_bar(
        "danger",
        "alert-triangle",
        lambda: translate("Shell", "Not saved since {time}.").format(time=time),
        str(error),
    )
    if isinstance(error, ChangedOnDisk):
        if error.expected is not None:
            bar.add_button(lambda: translate("Shell", "Keep both"), keep_both, quiet=True)
            if merge is not None:
                bar.add_button(lambda: translate("Underneath", "Merge"), merge, quiet=True)
    elif not isinstance(error, NotWritable):
        bar.add_button(lambda: translate("Shell", "Try again"), window.handlers.save, quiet=True)
    bar.add_button(lambda: translate("Shell", "Save elsewhere"), window.handlers.save_as)
    window.bars.show_bar("save", bar)


def unconfirmed(window: MainWindow, document: OpenDocument) -> Bar:
    """The file is written, but the disk did not confirm that it is there after a power cut."""
    time = document.saved_at.strftime("%H:%M") if document.saved_at is not None else ""
    bar = make_bar(
        "warn",
        "shield-exclamation",
        lambda: translate("Shell", "The disk does not confirm since {time}.").format(time=time),
        lambda: translate(
            "Shell", "The map is saved, but a power cut could bring the older one back. Save again, or save elsewhere."
        ),
    )
    bar.add_button(lambda: translate("Shell", "Save again"), window.handlers.save, quiet=True)
    bar.add_button(lambda: translate("Shell", "Save elsewhere"), window.handlers.save_as)
    return bar


def tell_lost(window: MainWindow, document: OpenDocument) -> None:
    """The last save could not carry every extended attribute over."""
    if document.lost:
        text = translate("Shell", "Saved, but the disk did not take these properties of the file: {names}.")
        window.show_toast(text.format(names=", ".join(document.lost)), False)


def tell_in_place(window: MainWindow, document: OpenDocument) -> None:
    """The map's file has several names (hard links): a save writes into it, and reaches all of them."""
    name = shown_name(document.path) if document.path is not None else ""
    bar = make_bar(
        "neutral",
        "link",
        lambda: translate("Shell", "Saved under all its names."),
        lambda: translate(
            "Shell", "“{name}” has another name on this disk (a hard link): what you save is written into both."
        ).format(name=name),
    )
    bar.add_button(lambda: translate("Shell", "Fine"), lambda: window.bars.remove_bar("in_place"), quiet=True)
    window.bars.show_bar("in_place", bar)


def tell_what_an_export_lacks(window: MainWindow) -> None:
    """An export of a map that only a newer program understands is not the whole map."""
    if window.workspace is not None and window.workspace.open_document.newer:
        tell(window, translate("Shell", "What was exported holds only what this Journeywall understands of the map."))
