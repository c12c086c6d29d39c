"""A message with the way back: it takes back the edit that it tells of, never one that was made since."""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.changes import ChangeSet
from model.i18n import translate
from widgets.bridge import SessionBridge
from widgets.controls.toast import Choices, Toast, ToastStack


def tell_with_way_back(toasts: ToastStack, bridge: SessionBridge, sentence: str, choices: Choices = ()) -> None:
    """Say what the last edit of ``bridge`` did.  The way back is offered while that edit is the last one."""
    edit = _last(bridge)
    toast = toasts.show_message(
        sentence, action=lambda: translate("Window", "Put back"), run=lambda: _take_back(bridge, edit), choices=choices
    )
    _Follower(toast, bridge, edit)


def _last(bridge: SessionBridge) -> ChangeSet | None:
    done = bridge.session.history.done
    return done[-1].changes if done else None


def _take_back(bridge: SessionBridge, edit: ChangeSet | None) -> None:
    if _last(bridge) is edit:
        bridge.undo()


class _Follower(QObject):
    """Goes with its message; a bound method of it is let go with it."""

    def __init__(self, toast: Toast, bridge: SessionBridge, edit: ChangeSet | None) -> None:
        super().__init__(toast)
        self._toast, self._bridge, self._edit = toast, bridge, edit
        bridge.changed.connect(self._look)

    def _look(self, *_changed: object) -> None:
        self._toast.offer_action(_last(self._bridge) is self._edit)
