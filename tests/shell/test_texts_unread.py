"""Where the texts of the chosen language cannot be read, one sentence on the screen says so; settings said twice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.shell import Shell
from app.window import MainWindow
from model import i18n
from resources import read_text

SENTENCE = "The texts of this language cannot be read: English stands in. Install Journeywall again."


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    i18n._unread.clear()
    for kept in (i18n.catalogue, i18n._contexts, i18n._texts):
        kept.cache_clear()


def said(window: MainWindow) -> str:
    bar = window.bars.bar("texts")
    return "" if bar is None else bar.text()


@pytest.fixture
def without_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*names: str) -> str:
        if names[-1] == "journeywall_nl.ts":
            raise OSError(5, "Input/output error")
        return read_text(*names)

    monkeypatch.setattr(i18n, "read_text", broken)


@pytest.mark.usefixtures("without_dutch")
def test_it_is_said_at_the_start_and_when_a_language_is_chosen(
    make_shell: Callable[[], Shell], qtbot: QtBot, home: Path
) -> None:
    shell = make_shell()
    window = shell.new_window()
    shell.begin(window, None)
    qtbot.waitUntil(lambda: bool(window.isVisible()))
    assert said(window) == ""
    shell.choose_language("nl")
    assert said(window).startswith(SENTENCE)
    shell.choose_language("en")
    assert said(window) == ""
    shell.set("language", "nl")
    again = make_shell()
    other = again.new_window()
    again.begin(other, None)
    assert said(other).startswith(SENTENCE)


def test_of_a_setting_that_stands_there_twice_the_last_one_counts_and_the_log_says_so(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = home / "config" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"language": "en", "theme": "dark", "language": "nl"}', encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        settings = Settings()
    assert settings.get("language") == "nl"
    assert any("stands twice" in record.message for record in caplog.records)
    assert '"language": "en"' in file.read_text(encoding="utf-8"), "the file is left as it is"
