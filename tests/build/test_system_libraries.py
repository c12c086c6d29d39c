"""app/systemlibs.py: a display counts when it answers, and what is missing is named in one line."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import systemlibs
from app.systemlibs import BASE, WAYLAND, XCB, Display, Library, display, install_line, missing
from model.i18n import speaking

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings everything along")
ROOT = Path(__file__).resolve().parents[2]


def listening(address: str) -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(address)
    server.listen()
    return server


@pytest.fixture
def x_display() -> Iterator[str]:
    """The name of an X display on which something listens."""
    number = 4000 + os.getpid() % 4000
    with listening(f"\0/tmp/.X11-unix/X{number}"):
        yield f":{number}"


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Wayland session in which something listens."""
    with listening(str(tmp_path / "wayland-9")):
        yield {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_no_display_named() -> None:
    assert display({}) is Display.NONE


@pytest.mark.parametrize("name", [":3999", "unix:3999", "localhost:3999.0", "nonsense", ":", "../x:0:1"])
def test_a_display_that_does_not_answer_is_none(name: str) -> None:
    """Qt would end the process there."""
    assert display({"DISPLAY": name}) is Display.NONE


def test_an_x_server_that_answers(x_display: str) -> None:
    assert display({"DISPLAY": x_display}) is Display.X11
    assert display({"DISPLAY": f"unix{x_display}.0"}) is Display.X11


def test_a_wayland_session(wayland: dict[str, str], x_display: str) -> None:
    assert display(wayland) is Display.WAYLAND
    assert display({**wayland, "WAYLAND_DISPLAY": "wayland-8"}) is Display.NONE
    assert display({**wayland, "DISPLAY": x_display}) is Display.EITHER


def test_a_qt_platform_chosen_by_hand(wayland: dict[str, str], x_display: str) -> None:
    both = {**wayland, "DISPLAY": x_display}
    assert display({**both, "QT_QPA_PLATFORM": "xcb"}) is Display.X11
    assert display({**both, "QT_QPA_PLATFORM": "wayland-egl"}) is Display.WAYLAND
    assert display({**both, "QT_QPA_PLATFORM": "offscreen"}) is Display.NONE
    assert display({"QT_QPA_PLATFORM": "vnc:port=5900"}) is Display.NATIVE


def test_other_systems_bring_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert display({}, platform="win32") is Display.NATIVE
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing(BASE, lambda soname: False) == ()


def test_missing_is_what_the_loader_does_not_find() -> None:
    there, gone = Library("libc.so.6", "libc6", "glibc"), Library("libnowhere.so.1", "libnowhere1", "nowhere")
    assert missing([there, gone]) == (gone,)


@pytest.mark.parametrize(
    ("shown_on", "lacking", "expected"),
    [
        (Display.NONE, {XCB[0], WAYLAND[1]}, ()),
        (Display.X11, {XCB[0], WAYLAND[1]}, (XCB[0],)),
        (Display.WAYLAND, {XCB[0], WAYLAND[1]}, (WAYLAND[1],)),
        (Display.EITHER, {XCB[0]}, ()),
        (Display.EITHER, {WAYLAND[1]}, ()),
        (Display.EITHER, {XCB[0], WAYLAND[1]}, (XCB[0],)),
        (Display.X11, {BASE[0]}, (BASE[0],)),
    ],
)
def test_a_window_needs_what_its_display_needs(
    shown_on: Display, lacking: set[Library], expected: tuple[Library, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(systemlibs, "display", lambda environ: shown_on)
    monkeypatch.setattr(systemlibs, "missing", lambda libraries: tuple(each for each in libraries if each in lacking))
    assert systemlibs.missing_for_window() == expected


@pytest.fixture
def debian(tmp_path: Path) -> Path:
    (tmp_path / "usr/bin").mkdir(parents=True)
    (tmp_path / "usr/bin/apt-get").touch()
    (tmp_path / "var/lib/apt/lists").mkdir(parents=True)
    (tmp_path / "var/lib/apt/lists/mirror_main_binary-amd64_Packages").touch()
    return tmp_path


def test_the_line_for_a_bare_debian(debian: Path) -> None:
    """Packages that others bring along are not named, so that the line can be typed from a screen."""
    assert install_line(BASE, root=debian, administrator=True) == (
        "apt-get install -y --no-install-recommends "
        "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libgssapi-krb5-2"
    )
    assert install_line(XCB, root=debian, administrator=False) == (
        "sudo apt-get install -y --no-install-recommends "
        "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
        "libx11-xcb1 libxcb-randr0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0"
    )


def test_a_package_is_named_where_the_one_that_brings_it_is_there_already(debian: Path) -> None:
    x11 = next(library for library in BASE if library.debian == "libx11-6")
    assert install_line([x11], root=debian, administrator=True).endswith(" libx11-6")


def test_a_debian_without_package_lists_fetches_them_first(debian: Path) -> None:
    for file in (debian / "var/lib/apt/lists").iterdir():
        file.unlink()
    assert install_line(BASE[:1], root=debian, administrator=False) == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libglib2.0-0"
    )


def test_the_line_for_a_fedora_and_for_an_unknown_system(tmp_path: Path) -> None:
    assert install_line(BASE[:1], root=tmp_path, administrator=True) == "libglib-2.0.so.0"
    (tmp_path / "usr/bin").mkdir(parents=True)
    (tmp_path / "usr/bin/dnf").touch()
    assert install_line(BASE[:3], root=tmp_path, administrator=True) == "dnf install -y glib2 libglvnd-glx"


def test_the_sentence_for_the_user(x_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with speaking("en"):
        assert "no display" in (systemlibs.why_no_window({}) or "")
        monkeypatch.setattr(systemlibs, "missing", lambda libraries: ())
        assert systemlibs.why_no_window({"DISPLAY": x_display}) is None
        assert systemlibs.why_no_window({"QT_QPA_PLATFORM": "offscreen"}) is None
        monkeypatch.setattr(systemlibs, "missing", lambda libraries: tuple(libraries)[:1])
        assert "libxcb-cursor0" in (systemlibs.why_no_window({"DISPLAY": x_display}) or "")


def test_ci_installs_what_the_table_names() -> None:
    """.ci/run installs without asking what the test command would ask for."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    named = set((re.search(r"packages=\(([^)]*)\)", script) or ["", ""])[1].split())
    wanted = {library.debian for library in BASE + XCB}
    assert {library.debian for library in BASE + XCB if library.comes_with not in wanted} <= named
