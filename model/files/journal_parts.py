"""What the journal's threads hand each other, and what it tells about the safety of the work."""

from __future__ import annotations

import logging
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

from model.changes import ChangeSet, changes_to_rows
from model.document import Document
from model.files.errors import FileError, write_error
from model.files.sessions import SessionInfo
from model.i18n import translate
from model.records import record_fields
from model.values import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether the work is safe from a crash.  ``since`` is when it stopped being so; ``reason`` a sentence."""

    safe: bool
    since: datetime | None = None
    reason: str = ""

    @property
    def sentence(self) -> str:
        """What to show: "" while all is well."""
        if self.safe or self.since is None:
            return ""
        text = translate("Journal", "Your work is not protected since {time}: {reason}")
        return text.format(time=self.since.strftime("%H:%M"), reason=self.reason)


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was handed in, the ``number``-th."""

    number: int
    changes: ChangeSet
    source: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The first ``upto`` edits are in a verified file, of which ``document`` is the content."""

    upto: int
    path: str
    sha256: str
    document: Document


@dataclass(frozen=True, slots=True)
class Start:
    """What a generation begins with."""

    document: Document
    unsaved: int
    draft: tuple[str, str] | None
    info: SessionInfo
    in_file: bool
    """Whether the work so far is in its file, verified."""


def edit_record(job: Edit) -> dict[str, Any]:
    """The record of an edit, self-contained."""
    return {"op": "edit", "source": job.source, "changes": changes_to_rows(job.changes)}


def commits_text(changes: ChangeSet) -> bool:
    """Whether a text was written or changed, as against a place, an order or a colour."""
    for change in changes:
        old, new = change.old, change.new
        if new is None:
            continue
        for name, value in record_fields(new).items():
            if isinstance(value, str) and name in _TEXTS and (old is None or old.value(name) != value) and value:
                return True
    return False


_TEXTS = frozenset({"text", "name", "title", "subtitle", "scope", "role", "quote", "goals", "frustrations", "word"})


def reason_of(error: Exception, folder: Path) -> str:
    """What to say of an error that keeps a journal in ``folder`` from being written; it is logged."""
    if not isinstance(error, OSError | FileError):
        # A fault of ours must not stop the protection silently.  The message may quote a note, and logs hold
        # none: where it happened is enough.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("the journal failed: %s\n%s", type(error).__name__, where)
        error = OSError(0, type(error).__name__)
    log.warning("the journal is not written: %s %s", type(error).__name__, getattr(error, "errno", ""))
    return str(error) if isinstance(error, FileError) else str(write_error(folder, error))
