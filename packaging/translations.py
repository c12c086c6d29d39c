"""Keep the translation files in step with the texts in the code.

    python packaging/translations.py            find every text in the code and update resources/i18n/*.ts
    python packaging/translations.py --check    say what is missing, stale or unfinished; exit status 1 if anything is
    python packaging/translations.py --fill FILE.tsv ...   take Dutch texts: context TAB English TAB Dutch [TAB plural];
                                                           a file in a folder "en" holds English plural forms

The Dutch file holds every text; the English one only the plural forms.  A text with %n has two forms in both
languages (one, and all other numbers).  Standard library only; Qt Linguist opens the files.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CALLS = ("translate", "QT_TRANSLATE_NOOP")
FOLDERS = ("app", "widgets", "model")
I18N = ROOT / "resources" / "i18n"
Key = tuple[str, str]
Catalogue = dict[Key, tuple[str, ...]]


def texts_in_code() -> list[Key]:
    """Every (context, text) in the code, by file and place.

    Qt's own lupdate overlooks calls with a keyword argument, so the code's syntax tree is read instead; the calls
    keep lupdate's form.  Raises SystemExit for a text that no tool could find: an f-string, a sum of
    strings, another name of the function.
    """
    found: dict[Key, None] = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for key in texts_in(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))):
                found[key] = None
    return list(found)


def texts_in(code: str, name: str) -> list[Key]:
    """The (context, text) pairs in one file's code."""
    found = []
    for node in ast.walk(ast.parse(code, name)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and node.value.id in CALLS:
            raise SystemExit(f"{name}, line {node.lineno}: texts behind another name of {node.value.id} are not found")
        if not isinstance(node, ast.Call) or len(node.args) < 2:
            continue
        if not isinstance(node.func, ast.Name) or node.func.id not in CALLS:  # a painter.translate() moves things
            continue
        context, text = node.args[:2]
        if isinstance(text, ast.JoinedStr | ast.BinOp) or isinstance(context, ast.JoinedStr | ast.BinOp):
            raise SystemExit(f"{name}, line {node.lineno}: a text to translate must stand there whole")
        if isinstance(context, ast.Constant) and isinstance(text, ast.Constant):
            found.append((str(context.value), str(text.value)))
    return found


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
    dutch, own_english = read(I18N / "journeywall_nl.ts"), read(I18N / "journeywall_en.ts")
    for path in fill:
        (own_english if path.parent.name == "en" else dutch).update(read_tsv(path))
    write(I18N / "journeywall_nl.ts", "nl", {key: dutch.get(key, ()) for key in keys})
    write(I18N / "journeywall_en.ts", "en", {k: own_english.get(k) or english(k[1]) for k in keys if "%n" in k[1]})
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
