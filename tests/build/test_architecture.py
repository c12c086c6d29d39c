"""The import rules of pyproject.toml hold, bite, and cover the folders as they are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app", "widgets", "model", "resources")
LINT = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(folder)!r}); {LINT}"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_import_rules_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "rule"),
    [
        ("model/document.py", "from PySide6 import QtCore", "Model and data know no Qt"),
        ("model/ids.py", "import widgets", "Shell over widgets over model over resources"),
        ("model/records.py", "import model.session", "Inside the model: from files of all kinds down to the records"),
        ("model/text/__init__.py", "import model.layout", "Inside the model: from painters down to letters"),
    ],
)
def test_the_import_rules_bite(module: str, line: str, rule: str, tmp_path: Path) -> None:
    for name in CODE:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=lambda folder, names: skipped(Path(folder), names))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode != 0
    assert f"{rule} BROKEN" in done.stdout


def skipped(folder: Path, names: list[str]) -> list[str]:
    return [name for name in names if (folder / name).is_file() and not name.endswith(".py")]


def test_every_folder_of_code_is_a_package() -> None:
    """Import-linter and the wheel see only packages; data folders below resources are the exception."""
    for name in CODE:
        for file in (ROOT / name).rglob("*.py"):
            assert (file.parent / "__init__.py").exists(), f"{file.parent} lacks an __init__.py"


def test_packaging_and_tests_are_no_packages() -> None:
    """An __init__.py in packaging/ would hide the library of that name from everything started in the root."""
    assert [*(ROOT / "packaging").rglob("__init__.py"), *(ROOT / "tests").rglob("__init__.py")] == []


def test_test_files_have_different_names() -> None:
    """They are no packages, so two of one name would be one module to pytest and mypy."""
    names = Counter(file.name for file in (ROOT / "tests").rglob("*.py") if file.name != "conftest.py")
    assert [name for name, count in names.items() if count > 1] == []


def test_every_folder_of_tests_is_collected_and_linted(tmp_path: Path) -> None:
    """pytest and ruff pass over folders named ``build`` unless told otherwise, and this file stands in one.

    pytest is asked in a copy of the folders with one small test in each: to collect all there are takes long.
    """
    tests = sorted((ROOT / "tests").rglob("test_*.py"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for number, folder in enumerate(sorted({file.parent.relative_to(ROOT) for file in tests})):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"test_{number}.py").write_text("def test_here(): pass\n", encoding="utf-8")
    collect = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(collect, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    collected = {line.rpartition("/")[0] for line in done.stdout.splitlines() if "::" in line}
    lint = [sys.executable, "-m", "ruff", "check", "--show-files", "."]
    linted = subprocess.run(lint, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    for file in tests:
        name = file.relative_to(ROOT)
        assert name.parent.as_posix() in collected, f"pytest does not see {name.parent}"
        assert name.as_posix() in linted, f"ruff does not see {name}"
