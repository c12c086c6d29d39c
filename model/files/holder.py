"""Who has a map open, as a lock file says it (:mod:`model.files.locks`), and whether that process still lives."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

from model.files.atomic import process_alive
from model.files.sessions import own_identity, process_start
from model.i18n import translate
from model.plaintext import clean_text
from model.values import dataclass

HISTORY = 10
"""So many former owners are kept in a lock."""

_FORMAT = "journeywall-lock"
_MAX_WORD = 80


@dataclass(frozen=True, slots=True)
class Holder:
    """What a lock says of its owner.

    ``since`` is a time for display (ISO, with its zone).  ``machine`` and ``boot`` are tokens, ``namespace`` the
    numbering of processes that ``pid`` belongs to (a container has its own); "" where the system has no such thing.
    ``history`` are the former owners, the oldest first.  A lock that cannot be read has no ``session_id``.
    """

    user: str = ""
    host: str = ""
    machine: str = ""
    boot: str = ""
    namespace: str = ""
    pid: int = 0
    process_started: str = ""
    session_id: str = ""
    since: str = ""
    counter: int = 0
    history: tuple[dict[str, str], ...] = ()

    @property
    def known(self) -> bool:
        """Whether the lock could be read."""
        return bool(self.session_id)

    @property
    def who(self) -> str:
        """ "Anna on laptop-3", for a sentence."""
        if self.user and self.host:
            return translate("Locks", "{user} on {host}").format(user=self.user, host=self.host)
        return self.user or self.host or translate("Locks", "Somebody")

    @property
    def when(self) -> str:
        """Since when, as one says it: "10:14", or with its day where that is not today; "" where it is not known."""
        return shown_time(self.since)

    def as_json(self) -> dict[str, Any]:
        """Plain values for the file."""
        values: dict[str, Any] = {str(name): getattr(self, name) for name in Holder.__match_args__}
        return {"format": _FORMAT, "version": 1, **values, "history": list(self.history)}


def shown_time(iso: str) -> str:
    """A moment for a sentence: its time today, else day and time; "" for what is no time."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    time_of_day = moment.strftime("%H:%M")
    if moment.date() == datetime.now().astimezone().date():
        return time_of_day
    return f"{moment.day}-{moment.month}-{moment.year} {time_of_day}"


def now() -> str:
    """This moment as it stands in locks."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def own_holder() -> Holder:
    """This process as the owner of a new lock."""
    host, pid, started = own_identity()
    return Holder(
        user=_word(_user()),
        host=_word(host),
        machine=_machine(),
        boot=_token(Path("/proc/sys/kernel/random/boot_id")),
        namespace=_namespace(),
        pid=pid,
        process_started=started,
        session_id=secrets.token_hex(8),
        since=now(),
        counter=1,
    )


def is_dead(holder: Holder, mine: Holder) -> bool | None:
    """Whether ``holder`` is a process that is gone, seen from the process ``mine``; None when that cannot be told."""
    if not holder.known or holder.host != mine.host:
        return None
    if holder.machine and mine.machine:
        if holder.machine != mine.machine:
            return None
        if holder.boot and mine.boot and holder.boot != mine.boot:
            return True  # the machine was started anew since
    if holder.namespace != mine.namespace:
        return None
    if holder.session_id in OURS:
        return False
    if not process_alive(holder.pid):
        return True
    if not holder.process_started:
        return None
    started = process_start(holder.pid)
    if not started:
        return None
    return started != holder.process_started or holder.pid == mine.pid


OURS: set[str] = set()
"""The sessions whose locks this process has: a lock of this process that is not among them was left behind."""


def parse_holder(data: bytes) -> Holder:
    try:
        return holder_from_json(json.loads(data))
    except (ValueError, RecursionError):
        return Holder()


def holder_from_json(value: Any) -> Holder:
    """From a lock's value; what is missing or of the wrong type keeps its default."""
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return Holder()
    known: dict[str, Any] = {}
    for name in Holder.__match_args__:
        found, default = value.get(name), getattr(_NOBODY, name)
        if isinstance(default, str) and isinstance(found, str):
            known[name] = _word(found)
        elif isinstance(default, int) and isinstance(found, int) and not isinstance(found, bool):
            known[name] = found if 0 <= found < 2**53 else 0
    rows = value.get("history")
    known["history"] = tuple(
        {_word(str(key)): _word(str(part)) for key, part in list(row.items())[:8]}
        for row in (rows if isinstance(rows, list) else [])[-HISTORY:]
        if isinstance(row, dict)
    )
    return Holder(**known)


_NOBODY = Holder()


# -- this process ---------------------------------------------------------------------------------------------------


def _word(text: str) -> str:
    """A name for one line of a sentence."""
    return " ".join(clean_text(text).split())[:_MAX_WORD]


def _user() -> str:
    """The name of the user's account.  The system is asked only where the session does not say: that may take long."""
    account = next((os.environ[name] for name in ("LOGNAME", "USER", "USERNAME") if os.environ.get(name)), "")
    if account:
        return account
    with contextlib.suppress(ImportError, KeyError):
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    return ""


def _machine() -> str:
    """A token of this machine, which tells it from another one of the same name; not the machine's own id."""
    found = _token(Path("/etc/machine-id"))
    return hashlib.sha256(f"journeywall {found}".encode()).hexdigest()[:16] if found else ""


def _token(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()[:64]
    except OSError:
        return ""


def _namespace() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""
