"""Pictures of every screen, to be looked at: ``python tests/pictures.py [VARIANT ...] [--only NAME ...] [--out DIR]``.

Without a variant those of docs/screens.md are taken, each by a process of its own (the scale is Qt's, which reads it
once), and docs/screens.md is written anew.  ``--list`` names variants and screens.  The screens are those of
tests/support/screens.py.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
OUT = ROOT / "docs" / "pictures" / "screens"


@dataclass(frozen=True)
class Variant:
    """One way in which every screen is looked at; ``width`` and ``height`` are px of the window before scaling."""

    name: str
    title: str
    theme: str = "light"
    language: str = "en"
    scale: float = 1.0
    width: int = 1440
    height: int = 900
    part: tuple[int, int] | None = None
    """px of each picture that are kept at most: its upper left, of exports the upper right, where their form is."""
    in_docs: bool = True
    states: bool = False
    """Whether other states of the same screen are kept too."""
    colours: int = 40


VARIANTS = (
    Variant("light", "Light", states=True),
    Variant("dark", "Dark", theme="dark", colours=32),
    Variant("dutch", "Dutch", language="nl", colours=32),
    Variant("200", "200 %", scale=2.0, width=1024, height=640, part=(1200, 650), colours=24),
    Variant("150", "150 %", scale=1.5, in_docs=False),
    Variant("300", "300 %", scale=3.0, width=1280, height=720, in_docs=False),
    Variant("1366", "1366x768", width=1366, height=768, in_docs=False),
    Variant("1366-dutch", "1366x768, Dutch", language="nl", width=1366, height=768, in_docs=False),
    Variant("4k", "3840x2160", width=3840, height=2160, in_docs=False),
    Variant("dark-dutch", "Dark, Dutch", theme="dark", language="nl", in_docs=False),
)


def take(variant: Variant, names: list[str], out: Path) -> None:
    """Take the pictures of one variant, in this process."""
    failed: list[str] = []
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    home = Path(tempfile.gettempdir()) / f"journeywall-{variant.name}"  # it is seen in some of the pictures
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    try:
        os.environ["JOURNEYWALL_HOME"] = str(home)
        app = QApplication(["pictures", "-style", "fusion"])
        app.setQuitOnLastWindowClosed(False)
        from screen_stage import Stage
        from screens import SCREENS, open_screen
        from widgets.look.theme import look

        stage = Stage(app, home, variant.language, variant.theme, QSize(variant.width, variant.height))
        look().reduce_motion(True)
        out.mkdir(parents=True, exist_ok=True)
        for screen in SCREENS:
            if names and screen.name not in names:
                continue
            if screen.state and variant.in_docs and not (names or variant.states):
                continue
            try:
                area = open_screen(stage, screen)
                image = stage.picture(area)
                if variant.part is not None:
                    wide, high = variant.part
                    left = max(0, image.width() - wide) if screen.name.startswith("export") else 0
                    image = image.copy(left, 0, min(wide, image.width()), min(high, image.height()))
                keep(image, out / f"{screen.name}.png", variant.colours)
            except Exception:  # the others are taken all the same
                traceback.print_exc()
                failed.append(screen.name)
            stage.clear()
            print(variant.name, screen.name, flush=True)
        stage.end()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if failed:
        sys.exit(f"no picture of {', '.join(failed)}")


def keep(image: object, path: Path, colours: int) -> None:
    """Write a picture as small as it can be."""
    from PIL import Image
    from PySide6.QtGui import QImage

    from small_png import save_small

    assert isinstance(image, QImage)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size, stride = (plain.width(), plain.height()), plain.bytesPerLine()
    picture = Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", stride, 1)
    save_small(picture, path, colours)


def take_elsewhere(variant: Variant, names: list[str], out: Path) -> None:
    """Take the pictures of one variant in a process of its own, on a screen of the right size."""
    with tempfile.TemporaryDirectory(prefix="journeywall-screen-") as folder:
        screen = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        size = {"width": round(variant.width * variant.scale), "height": round(variant.height * variant.scale)}
        config = Path(folder) / "screen.json"
        config.write_text(json.dumps({"screens": [screen | size]}), encoding="utf-8")
        env = dict(os.environ, QT_QPA_PLATFORM=f"offscreen:configfile={config}", QT_SCALE_FACTOR=str(variant.scale))
        env["LC_ALL"] = "C.UTF-8"
        command = [sys.executable, __file__, variant.name, "--here", "--out", str(out)]
        subprocess.run([*command, *(["--only", *names] if names else [])], env=env, check=True)


def write_page() -> None:
    """docs/screens.md: a table of every screen and variant."""
    from screens import SCREENS

    shown = [variant for variant in VARIANTS if variant.in_docs]
    lines = [
        "# Every screen",
        "",
        "Taken by `python tests/pictures.py` from the running program, with the example map. Each picture leads to its",
        "full size. Windows are 1440x900 px; at 200 % they are 1024x640 px of twice the size, of which at most",
        "1200x650 px are kept.",
        "",
        "| | " + " | ".join(variant.title for variant in shown) + " |",
        "|---|" + "---|" * len(shown),
    ]
    for screen in SCREENS:
        cells = []
        for variant in shown:
            if screen.state and not variant.states:
                cells.append("")
                continue
            path = f"pictures/screens/{variant.name}/{screen.name}.png"
            words = f"{screen.title}: {variant.title}"
            cells.append(f'<a href="{path}"><img src="{path}" width="230" alt="{words}"></a>')
        lines.append(f"| {screen.title} | " + " | ".join(cells) + " |")
    (ROOT / "docs" / "screens.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """See the module."""
    known = {variant.name: variant for variant in VARIANTS}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("variants", nargs="*", choices=[*known, []], metavar="VARIANT")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="these screens")
    parser.add_argument("--out", type=Path, help="a folder; without one docs/pictures/screens")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--list", action="store_true", help="name variants and screens")
    asked = parser.parse_args()
    if asked.list:
        from screens import SCREENS

        print("variants:", *known)
        print("screens:", *(screen.name for screen in SCREENS))
        return 0
    out = asked.out or OUT
    wanted = [known[name] for name in asked.variants] or [variant for variant in VARIANTS if variant.in_docs]
    for variant in wanted:
        if asked.here:
            take(variant, asked.only, out)
        else:
            take_elsewhere(variant, asked.only, out / variant.name)
    if not asked.here and out == OUT:
        write_page()
    return 0


if __name__ == "__main__":
    sys.exit(main())
