"""Settings and recent files: a broken file is set aside, never fatal, and paths follow JOURNEYWALL_HOME."""

from __future__ import annotations

import errno
import io
import locale
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from app.settings import Settings
from model.files import paths
from model.files.errors import WriteError
from model.files.store import MAX_RECENT, JsonStore, RecentFile, RecentFiles, settings_store


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYWALL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_home_holds_everything_and_is_not_made_by_asking(home: Path) -> None:
    folders = [paths.config_folder(), paths.state_folder(), paths.sessions_folder(), paths.log_folder()]
    assert all(folder.is_relative_to(home) for folder in folders)
    assert not home.exists()


def test_without_a_home_the_usual_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYWALL_HOME")
    assert paths.config_folder() == Path(platformdirs.user_config_path("journeywall", appauthor=False))
    assert paths.sessions_folder().parent == paths.state_folder()
    assert "tmp" not in paths.state_folder().parts


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"HOME": "/home/somebody"},
        {"HOME": "/home/somebody/"},
        {"HOME": ""},
        {"HOME": "not/absolute"},
        {"XDG_CONFIG_HOME": "/else/config", "XDG_STATE_HOME": "/else/state", "XDG_DATA_HOME": "/else/data"},
        {"XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": ""},
        {"XDG_CONFIG_HOME": "/with space/é/"},
    ],
)
def test_the_usual_places_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]) -> None:
    for name in ("JOURNEYWALL_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    said = platformdirs.PlatformDirs("journeywall", appauthor=False)
    assert paths.config_folder() == said.user_config_path
    assert paths.state_folder() == said.user_state_path
    assert paths.data_folder() == said.user_data_path
    assert paths.log_folder() == said.user_log_path


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such variables")
def test_a_place_that_is_not_absolute_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYWALL_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", "here")
    assert paths.config_folder().is_absolute()


def test_settings_come_back(home: Path) -> None:
    store = settings_store()
    assert store.read() == {}
    store.write({"theme": "dark", "zoom": 1.5, "naam": "é😀"})
    assert settings_store().read() == {"theme": "dark", "zoom": 1.5, "naam": "é😀"}
    assert store.problem == ""
    assert store.path.is_relative_to(home)


@pytest.mark.parametrize("junk", [b"{", b"", b"[1]", b"\0\0", b'"x"', b'{"a": 1, "a": 2}', b"\xff\xfe"])
def test_broken_settings_are_set_aside(home: Path, junk: bytes) -> None:
    store = settings_store()
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(junk)
    assert store.read() == {}
    assert store.problem
    assert store.path.with_name("settings.json.broken").read_bytes() == junk
    store.write({"a": 1})
    assert store.read() == {"a": 1}
    assert store.problem == ""


def test_settings_that_cannot_be_written_are_told(home: Path) -> None:
    home.mkdir()
    (home / "config").write_bytes(b"a file where the folder should be")
    with pytest.raises(WriteError):
        settings_store().write({"a": 1})
    assert settings_store().read() == {}


@pytest.mark.usefixtures("home")
def test_recent_files_newest_first_and_once() -> None:
    recent = RecentFiles()
    assert recent.entries() == []
    recent.add("/stick/a.journey", "A", "id-a")
    recent.add("/stick/b.journey")
    recent.add("/stick/a.journey", "A2", "id-a")
    assert RecentFiles().entries() == [
        RecentFile("/stick/a.journey", "A2", "id-a"),
        RecentFile("/stick/b.journey"),
    ]
    recent.remove("/stick/a.journey")
    assert [entry.path for entry in recent.entries()] == ["/stick/b.journey"]
    recent.clear()
    assert recent.entries() == []


@pytest.mark.usefixtures("home")
def test_recent_list_is_short() -> None:
    recent = RecentFiles()
    for i in range(MAX_RECENT + 5):
        recent.add(f"/stick/{i}.journey")
    assert len(recent.entries()) == MAX_RECENT
    assert recent.entries()[0].path == f"/stick/{MAX_RECENT + 4}.journey"


def test_recent_rows_that_make_no_sense_are_left_out(tmp_path: Path) -> None:
    store = JsonStore(tmp_path / "recent.json")
    store.write({"files": [5, {"path": 5}, {"path": ""}, {"path": "/a", "title": 5, "more": 1}, None, {"title": "x"}]})
    assert RecentFiles(store).entries() == [RecentFile("/a")]
    store.write({"files": "x"})
    assert RecentFiles(store).entries() == []


@contextmanager
def disk_that_does_not_read(path: Path) -> Iterator[None]:
    """Opening ``path`` for reading fails, as a disk fails: for a while."""
    plain, plain_io = os.open, io.open

    def refuse(name: object, flags: int, *rest: Any, **more: Any) -> int:
        if str(name) == str(path) and flags & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain(name, flags, *rest, **more)  # type: ignore[arg-type]  # passed on as it came

    def refuse_io(name: object, *rest: Any, **more: Any) -> Any:
        if str(name) == str(path):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return plain_io(name, *rest, **more)  # type: ignore[call-overload]  # passed on as it came

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(os, "open", refuse)
        broken.setattr(io, "open", refuse_io)
        yield


@pytest.mark.usefixtures("home")
def test_recent_files_that_cannot_be_read_now_are_not_written_over() -> None:
    RecentFiles().add("/stick/a.journey")
    with disk_that_does_not_read(paths.config_folder() / "recent.json"):
        assert RecentFiles().entries() == []
        with pytest.raises(WriteError, match=r"recent\.json"):
            RecentFiles().add("/stick/b.journey")
        with pytest.raises(WriteError):
            RecentFiles().remove("/stick/c.journey")
    RecentFiles().add("/stick/b.journey")
    assert [entry.path for entry in RecentFiles().entries()] == ["/stick/b.journey", "/stick/a.journey"]


@pytest.mark.usefixtures("home")
def test_settings_that_could_not_be_read_at_the_start_are_not_written_over() -> None:
    settings_store().write({"theme": "dark", "zoom": 2})
    with disk_that_does_not_read(settings_store().path):
        settings = Settings()
        assert settings.problem
        assert settings.theme == "system"
        with pytest.raises(WriteError):
            settings.set("language", "nl")
        assert settings.language == "nl"
    settings.set("links", "all")
    assert settings_store().read() == {"theme": "dark", "zoom": 2, "language": "nl", "links": "all"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("named", "system", "spoken"),
    [
        ("nl_BE.UTF-8", "en_US", "nl"),
        ("en_GB", "nl_NL", "en"),
        ("", "nl_NL", "nl"),
        ("", "Dutch_Netherlands", "nl"),
        ("", None, "en"),
    ],
)
def test_the_first_language_is_the_environments_else_the_systems(
    monkeypatch: pytest.MonkeyPatch, named: str, system: str | None, spoken: str
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", named)
    monkeypatch.setattr(locale, "getlocale", lambda: (system, None))
    assert Settings().language == spoken
