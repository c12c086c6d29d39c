"""Keep the translation files in step with the texts in the code.

    python packaging/translations.py            find every text with Qt's lupdate and update resources/i18n/*.ts
    python packaging/translations.py --check    say what is missing, stale or unfinished; exit status 1 if anything is
    python packaging/translations.py --fill FILE.tsv ...   take Dutch texts: context TAB English TAB Dutch [TAB plural]

The Dutch file holds every text; the English one only the plural forms.  A text with %n has two forms in both
languages (one, and all other numbers), whether or not lupdate sees the number that goes with it.
Needs the development environment (lupdate comes with PySide6).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("app", "widgets", "model")
I18N = ROOT / "resources" / "i18n"
Key = tuple[str, str]
Catalogue = dict[Key, tuple[str, ...]]


def texts_in_code() -> list[Key]:
    """Every (context, text) in the code, as lupdate finds them, by context and place."""
    sources = [str(path) for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.ts"
        done = subprocess.run(
            [str(lupdate), "-locations", "none", *sources, "-ts", str(target)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not target.exists():
            raise SystemExit(f"lupdate failed: {done.stderr.strip() or done.stdout.strip()}")
        return list(read(target))


def read(path: Path) -> Catalogue:
    """The translations in a .ts file; () where one is not finished."""
    found: Catalogue = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            node = message.find("translation")
            key = (name, message.findtext("source", ""))
            if node is None or node.get("type") is not None:
                found[key] = ()
                continue
            forms = tuple(form.text or "" for form in node.iter("numerusform"))
            found[key] = forms or ((node.text,) if node.text else ())
    return found


def write(path: Path, language: str, catalogue: Catalogue) -> None:
    """Write a .ts file that Qt Linguist opens; texts in the order of their contexts, no line numbers."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({key[0] for key in catalogue}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for (name, source), forms in catalogue.items():
            if name != context:
                continue
            numerus = "%n" in source
            lines.append(_message(numerus))
            lines.append(f"        <source>{escape(source)}</source>")
            lines.append("        " + _translation(forms, numerus))
            lines.append("    </message>")
        lines.append("</context>")
    lines.append("</TS>")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _message(numerus: bool) -> str:
    return '    <message numerus="yes">' if numerus else "    <message>"


def _translation(forms: tuple[str, ...], numerus: bool) -> str:
    if not forms:
        return '<translation type="unfinished"></translation>'
    if numerus:
        both = forms if len(forms) == 2 else (forms[0], forms[0])
        inner = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in both)
        return f"<translation>{inner}</translation>"
    return f"<translation>{escape(forms[0])}</translation>"


def english(source: str) -> tuple[str, str]:
    """The two English forms of a text with %n: "(s)" is the plural's ending."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def read_tsv(path: Path) -> Catalogue:
    """Dutch texts from a table; \\n and \\t stand for a line break and a tab."""
    found: Catalogue = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.replace("\\n", "\n").replace("\\t", "\t") for cell in line.split("\t")]
        if len(cells) < 3 or not all(cells[:3]):
            raise SystemExit(f"{path.name}, line {number}: needs context, English, Dutch")
        found[cells[0], cells[1]] = tuple(cell for cell in cells[2:4] if cell)
    return found


def update(fill: list[Path]) -> int:
    """Bring both files up to date; returns how many Dutch texts are missing."""
    keys = texts_in_code()
    dutch = read(I18N / "journeywall_nl.ts")
    for path in fill:
        dutch.update(read_tsv(path))
    write(I18N / "journeywall_nl.ts", "nl", {key: dutch.get(key, ()) for key in keys})
    write(I18N / "journeywall_en.ts", "en", {key: english(key[1]) for key in keys if "%n" in key[1]})
    missing = [key for key in keys if not dutch.get(key)]
    for context, text in missing:
        print(f"no Dutch: {context}\t{text!r}")
    return len(missing)


def problems() -> list[str]:
    """What is wrong with the committed files."""
    keys = set(texts_in_code())
    dutch = read(I18N / "journeywall_nl.ts")
    found = [f"not in the Dutch file: {key}" for key in sorted(keys - set(dutch))]
    found += [f"no longer in the code: {key}" for key in sorted(set(dutch) - keys)]
    found += [f"no Dutch: {key}" for key, forms in dutch.items() if not forms]
    plural = {key for key in keys if "%n" in key[1]}
    found += [f"English plural forms differ: {key}" for key in sorted(plural ^ set(read(I18N / "journeywall_en.ts")))]
    return found


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--fill", nargs="+", type=Path, default=[])
    options = parser.parse_args()
    if options.check:
        found = problems()
        print("\n".join(found) or "translations are complete")
        return 1 if found else 0
    return 1 if update(options.fill) else 0


if __name__ == "__main__":
    sys.exit(main())
