"""The folder of one session: locked while its journal lives, numbered by generation, removed or marked at the end."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from model.files.errors import FileError
from model.files.sessions import FolderLock, generations, mark_closed
from model.files.syncing import make_folder, require_synced

log = logging.getLogger(__name__)


class SessionPlace:
    """``folder`` and its lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = FolderLock(folder)
        self._generation = 0

    def next_generation(self, *, anew: bool) -> int:
        """The number of the next generation, in a folder that is there and locked; ``anew`` after a trouble, when the
        lock's file may have gone with the folder.  Raises OSError."""
        make_folder(self.folder)
        if anew:
            self._lock.release()
        if not self._lock.acquire():
            raise OSError(0, "the session folder is locked")
        older = generations(self.folder)
        if not older:
            # Also what an earlier process made and did not live to sync.
            require_synced(self.folder.parent)
            require_synced(self.folder.parent.parent)
        self._generation = max(self._generation, *older, 0) + 1
        return self._generation

    def beside(self, names: Sequence[str]) -> list[Path]:
        """The folders of other sessions, by their names."""
        return [self.folder.with_name(Path(name).name) for name in names]

    def leave(self, earlier: Sequence[Path], *, keep: bool) -> bool:
        """Let go; the folder and those of ``earlier`` sessions go too, or stay as discarded with ``keep``.

        Whether that could be done.
        """
        self._lock.release()
        try:
            for folder in (self.folder, *earlier):
                if keep:
                    mark_closed(folder)
                else:
                    remove(folder)
        except (OSError, FileError) as error:
            log.warning("closing a session failed: %s", type(error).__name__)
            return False
        return True


def remove(folder: Path) -> None:
    """Remove a session's folder, if it is there.  Raises OSError."""
    if folder.is_dir():
        shutil.rmtree(folder)
