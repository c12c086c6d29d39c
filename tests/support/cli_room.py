"""The command line in the test's own process: a user who reads English, in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import cli

Out = pytest.CaptureFixture[str]


def english_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let messages be in English; the folder, now the current one, to work in."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def run(*arguments: str | Path) -> int:
    return cli.main([str(argument) for argument in arguments])


def refused(capsys: Out, *arguments: str | Path) -> str:
    """The one sentence with which a request is refused; nothing may be left behind by it."""
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert len(err.strip().splitlines()) == 1, err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    return err.strip()
