"""What a crash left, beside its file that was changed since: both are shown, none is touched."""

from __future__ import annotations

from model.files.errors import FileError
from model.files.native import load
from model.files.recovery import FoundSession, recover
from model.i18n import translate
from widgets.dialogs.compare import CompareDialog
from widgets.dialogs.findings import FindingsDialog
from widgets.dialogs.recovery import RecoveryDialog


def show_both(dialog: RecoveryDialog, found: FoundSession) -> None:
    """Over the list of what was found: the file at the left, the work at the right, and what is different."""
    try:
        file, work = load(found.path).document, recover(found).document
    except FileError as error:
        FindingsDialog(lambda: translate("Recovery", "They cannot be shown"), [(0, str(error))], dialog).open()
        return
    time = found.last_edit.strftime("%d-%m-%Y %H:%M")
    both = CompareDialog(
        file,
        work,
        lambda: translate("Recovery", "The file as it is now"),
        lambda: translate("Recovery", "What was found, up to {time}").format(time=time),
        dialog,
        title=lambda: translate("Recovery", "The file was changed since"),
    )
    both.add_choice(lambda: translate("Recovery", "Open what was found"), lambda: dialog.open_session(found), "filled")
    both.open()
