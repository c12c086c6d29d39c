"""Looking for left work never raises, whatever look at the disk fails; what is there is offered the next time."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from model.files import recovery
from session_operations import dead_session


@pytest.mark.parametrize("name", ["closed.json", "journal-000001.jsonl"])
def test_a_look_that_fails_is_no_error(tmp_path: Path, name: str) -> None:
    dead_session(tmp_path, 3)
    plain = os.stat

    def failing(path: object, *rest: object, **more: object) -> os.stat_result:
        if isinstance(path, str | os.PathLike) and Path(path).name == name:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(path, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(os, "stat", failing)
        assert len(recovery.find_sessions(tmp_path)) == 1
    (found,) = recovery.find_sessions(tmp_path)
    assert found.edits == 3
