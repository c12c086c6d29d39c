"""packaging/dev.py: what a newcomer starts first decides by what the machine has, and says so."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import bootstrap
import dev
from app.systemlibs import BASE, XCB, Display, Library

WRITER = "import pathlib, sys; pathlib.Path(sys.argv[-1]).write_text('made')"


@pytest.fixture
def fake_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dev.py that installs nothing, writes below ``tmp_path`` and starts a stand-in for the program."""
    monkeypatch.setattr(dev, "prepare", lambda lock: None)
    monkeypatch.setattr(dev, "OUTPUT", tmp_path / "output")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", WRITER, *arguments])
    templates = tmp_path / "resources" / "templates"
    templates.mkdir(parents=True)
    for language in ("nl", "en"):
        (templates / f"example_{language}.journey").write_text("{}")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def test_without_a_display_the_example_is_exported(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    assert dev.main(["run"]) == 0
    said = capfd.readouterr().out
    for suffix in ("pdf", "xlsx", "png"):
        made = fake_machine / "output" / f"example_en.{suffix}"
        assert made.read_text() == "made"
        assert str(made) in said


def test_beside_the_exports_stands_the_map_that_they_show(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who looks at the exports can open what was exported; what was changed in it since is exported, and not lost."""
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    copying = "import shutil, sys; assert sys.argv[1] == 'export'; shutil.copyfile(*sys.argv[2:])"
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", copying, *arguments])
    assert dev.main(["run"]) == 0
    beside = fake_machine / "output" / "example_en.journey"
    assert beside.read_text() == "{}"
    assert str(beside) in capfd.readouterr().out
    beside.write_text("the user's own work")
    assert dev.main(["run"]) == 0
    for suffix in ("journey", "pdf", "xlsx", "png"):
        assert beside.with_suffix(f".{suffix}").read_text() == "the user's own work"


def test_without_a_display_libraries_do_not_matter(fake_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    monkeypatch.setattr(dev, "missing_for_window", lambda: BASE)
    assert dev.main(["run"]) == 0


def test_a_missing_library_is_named_and_the_example_exported_all_the_same(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "display", lambda: Display.X11)
    monkeypatch.setattr(dev, "missing_for_window", lambda: XCB[:1])
    monkeypatch.setattr(dev, "install_line", lambda lacking: "apt-get install " + lacking[0].debian)
    assert dev.main(["run"]) == 3
    assert "\n    apt-get install libxcb-cursor0\n" in capfd.readouterr().out
    assert (fake_machine / "output" / "example_en.pdf").exists()


def test_with_a_display_the_editor_opens_a_copy_of_the_example(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "display", lambda: Display.X11)
    monkeypatch.setattr(dev, "missing_for_window", lambda: ())
    assert dev.main(["run"]) == 0
    copy = fake_machine / "output" / "example_en.journey"
    assert copy.read_text() == "made"  # the stand-in wrote into what it was told to open
    assert (fake_machine / "resources" / "templates" / "example_en.journey").read_text() == "{}"
    copy.write_text("the user's own work")
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", "", *arguments])
    assert dev.main(["run"]) == 0
    assert copy.read_text() == "the user's own work"


def test_a_failed_export_is_a_failure(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", "raise SystemExit(2)"])
    assert dev.main(["run"]) == 1
    assert "could not be made" in capfd.readouterr().err


def test_findings_are_no_failure(fake_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 1 of the program is "done, with something to read"."""
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    code = WRITER + "; raise SystemExit(1)"
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", code, *arguments])
    assert dev.main(["run"]) == 0


def test_a_program_that_does_not_start_is_a_failure(fake_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python ends with 1 then as well; a file of an earlier run does not count."""
    monkeypatch.setattr(dev, "display", lambda: Display.NONE)
    (fake_machine / "output").mkdir()
    (fake_machine / "output" / "example_en.pdf").write_text("of yesterday")
    monkeypatch.setattr(dev, "program", lambda *arguments: [sys.executable, "-c", "import nowhere"])
    assert dev.main(["run"]) == 1


def test_names_count_from_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program itself runs from elsewhere, and a folder called as one of its parts is no part of it."""
    monkeypatch.setattr(dev, "prepare", lambda lock: None)
    monkeypatch.setattr(dev, "venv_python", lambda folder: Path(sys.executable))
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "__init__.py").write_text("raise SystemExit('somebody else')")
    (tmp_path / "app.py").write_text("raise SystemExit('somebody else')")
    monkeypatch.chdir(tmp_path)
    assert dev.main(["run", "--", "new", "bike.journey"]) == 0
    assert (tmp_path / "bike.journey").exists()
    assert dev.main(["run", "--", "check", "bike.journey"]) in {0, 1}


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE"}, "nl"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8", "LC_ALL": ""}, "nl"),
    ],
)
def test_the_example_speaks_the_users_language(environ: dict[str, str], language: str) -> None:
    assert dev.example(environ).name == f"example_{language}.journey"


def test_tests_stop_at_once_where_a_library_is_missing(
    fake_machine: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def never(lock: Path) -> None:
        raise AssertionError("nothing is set up before the libraries are there")

    monkeypatch.setattr(dev, "prepare", never)
    monkeypatch.setattr(dev, "missing", lambda libraries: BASE[:1])
    monkeypatch.setattr(dev, "install_line", lambda lacking: "apt-get install " + lacking[0].debian)
    assert dev.main(["test"]) == 3
    assert "\n    apt-get install libglib2.0-0\n" in capfd.readouterr().out


def test_system_libraries_are_installed_only_when_asked(fake_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking: list[tuple[Library, ...]] = [BASE[:1]]
    installed = []

    def install(libraries: object) -> None:
        installed.append(libraries)
        lacking[0] = ()

    monkeypatch.setattr(dev, "missing", lambda libraries: lacking[0])
    monkeypatch.setattr(dev, "install_libraries", install)
    monkeypatch.setattr(dev, "venv_python", lambda folder: Path(sys.executable))
    assert dev.main(["test", "--", "--version"]) == 3
    assert installed == []
    assert dev.main(["test", "--install-system-libs", "--", "--version"]) == 0
    assert installed == [BASE[:1]]


def test_no_tests_found_is_a_failure(fake_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pytest ends with 5 then; the whole run must not pass."""
    monkeypatch.setattr(dev, "missing", lambda libraries: ())
    monkeypatch.setattr(dev, "venv_script", lambda folder, name: Path(sys.executable))
    fake = fake_machine / "python"
    fake.write_text('#!/bin/sh\n[ "$2" = pytest ] && exit 5\nexit 0\n')
    fake.chmod(0o755)
    monkeypatch.setattr(dev, "venv_python", lambda folder: fake)
    monkeypatch.setattr(dev, "venv_script", lambda folder, name: fake)
    assert dev.main(["test"]) == 1


class Made:
    """Stands in for the two slow steps of ``bootstrap.ensure``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[str] = []
        self.fail = False
        monkeypatch.setattr(bootstrap, "make_venv", self.make)
        monkeypatch.setattr(bootstrap, "install", self.install)

    def make(self, folder: Path) -> None:
        self.steps.append("venv")
        python = bootstrap.venv_python(folder)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.unlink(missing_ok=True)
        python.symlink_to(sys.executable)

    def install(self, folder: Path, lock: Path) -> None:
        self.steps.append(lock.name)
        if self.fail:
            raise bootstrap.SetupError("no network")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    return Made(monkeypatch)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.lock"
    file.write_text("a==1\n")
    return file


def test_the_second_start_does_nothing(made: Made, lock: Path, tmp_path: Path) -> None:
    assert bootstrap.ensure(tmp_path / "venv", lock) is True
    assert bootstrap.ensure(tmp_path / "venv", lock) is False
    assert made.steps == ["venv", "requirements.lock"]


def test_a_changed_lock_is_installed(made: Made, lock: Path, tmp_path: Path) -> None:
    bootstrap.ensure(tmp_path / "venv", lock)
    lock.write_text("a==2\n")
    assert bootstrap.ensure(tmp_path / "venv", lock) is True
    assert made.steps == ["venv", "requirements.lock", "requirements.lock"]


def test_an_interrupted_installation_is_done_again(made: Made, lock: Path, tmp_path: Path) -> None:
    made.fail = True
    with pytest.raises(bootstrap.SetupError):
        bootstrap.ensure(tmp_path / "venv", lock)
    made.fail = False
    assert bootstrap.ensure(tmp_path / "venv", lock) is True
    assert bootstrap.ensure(tmp_path / "venv", lock) is False


def test_the_test_environment_serves_for_running(made: Made, lock: Path, tmp_path: Path) -> None:
    larger = tmp_path / "requirements-dev.lock"
    larger.write_text("a==1\nb==1\n")
    bootstrap.ensure(tmp_path / "venv", larger)
    assert bootstrap.ensure(tmp_path / "venv", lock, supersets=(larger,)) is False
    assert bootstrap.ensure(tmp_path / "venv", larger) is False


def test_another_python_makes_the_environment_anew(
    made: Made, lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.ensure(tmp_path / "venv", lock)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert bootstrap.ensure(tmp_path / "venv", lock) is True
    assert made.steps == ["venv", "requirements.lock"] * 2


def test_a_spoiled_stamp_is_no_stamp(made: Made, lock: Path, tmp_path: Path) -> None:
    bootstrap.ensure(tmp_path / "venv", lock)
    for spoiled in ("", "[]", '{"requirements.lock": 3}', "{"):
        (tmp_path / "venv" / bootstrap.STAMP).write_text(spoiled)
        assert bootstrap.ensure(tmp_path / "venv", lock) is True


WHEEL = b"the wheel of pip"


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package index behind a login, with relative links; its address."""
    wanted = "Basic " + base64.b64encode(b"me:p@ss").decode()

    class Index(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pages = {
                "/simple/pip/": f'<a href="../../files/{bootstrap.PIP_WHEEL}#sha256=x">pip</a>'.encode(),
                f"/files/{bootstrap.PIP_WHEEL}": WHEEL,
            }
            allowed = self.headers.get("Authorization") == wanted or self.path.startswith("/files/")
            body = pages.get(self.path) if allowed else None
            self.send_response(200 if body is not None else 404)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Index)
    Thread(target=server.serve_forever, daemon=True).start()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield f"http://me:p%40ss@127.0.0.1:{server.server_port}/simple"
    server.shutdown()
    server.server_close()


def test_pip_is_fetched_from_the_configured_index(index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index)
    monkeypatch.setattr(bootstrap, "PIP_SHA256", hashlib.sha256(WHEEL).hexdigest())
    assert bootstrap.fetch_pip() == WHEEL


def test_another_pip_than_the_known_one_is_refused(index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", index)
    with pytest.raises(bootstrap.SetupError) as refused:
        bootstrap.fetch_pip()
    assert "not the one" in str(refused.value)
    assert "p%40ss" not in str(refused.value)


def test_an_index_that_cannot_be_read_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with pytest.raises(bootstrap.SetupError, match="needs a network"):
        bootstrap.fetch_pip()


def test_settings_of_pip_are_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pip.conf"
    file.write_text("[global]\nindex-url = https://mirror.example/simple\ncert = /ca.pem\n[install]\ntimeout = 3\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.delenv("PIP_CERT", raising=False)
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    assert bootstrap.pip_settings() == {"index-url": "https://mirror.example/simple", "cert": "/ca.pem"}
    monkeypatch.setenv("PIP_INDEX_URL", "https://other.example/simple")
    assert bootstrap.pip_settings()["index-url"] == "https://other.example/simple"


def test_a_lock_check_needs_uv_and_says_so(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert dev.main(["lock", "--check"]) == 4
    assert "uv" in capfd.readouterr().err


def test_the_stamp_is_readable(made: Made, lock: Path, tmp_path: Path) -> None:
    bootstrap.ensure(tmp_path / "venv", lock)
    assert json.loads((tmp_path / "venv" / bootstrap.STAMP).read_text()) == {lock.name: bootstrap.stamp_of(lock)}
