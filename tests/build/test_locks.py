"""The lock files hold what pyproject.toml asks for, with hashes, and the tests run on what the users run on."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"

SYSTEMS = [
    {"python_version": version, "python_full_version": f"{version}.4", "sys_platform": platform, "os_name": name}
    for version in ("3.11", "3.12", "3.13")
    for platform, name in (("linux", "posix"), ("win32", "nt"), ("darwin", "posix"))
]


def locked(lock: Path) -> list[tuple[Requirement, int]]:
    """Each pinned requirement of ``lock`` with the number of its hashes."""
    entries = re.split(r"\n(?=[a-z0-9])", "\n".join(line for line in lock.read_text("utf-8").splitlines() if line))
    return [(Requirement(re.split(r"\s*\\?\n", entry)[0]), entry.count("--hash=sha256:")) for entry in entries]


def pins(lock: Path, system: dict[str, str]) -> dict[str, str]:
    """Package -> version that ``lock`` installs on ``system``."""
    found: dict[str, str] = {}
    for requirement, _ in locked(lock):
        if requirement.marker is None or requirement.marker.evaluate(system):
            name = canonicalize_name(requirement.name)
            assert name not in found, f"two versions of {name} on {system}"
            (specifier,) = requirement.specifier
            assert specifier.operator == "=="
            found[name] = specifier.version
    return found


def asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for, with ``extras``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: f"{system['sys_platform']}-{system['python_version']}")
@pytest.mark.parametrize(("lock", "extras"), [(LOCK, ()), (DEV_LOCK, ("dev",))], ids=["run", "test"])
def test_lock_satisfies_the_project_file(lock: Path, extras: tuple[str, ...], system: dict[str, str]) -> None:
    """Every requirement is pinned inside its bounds, on every system; a changed bound asks for a new lock."""
    there = pins(lock, system)
    for requirement in asked(*extras):
        if requirement.marker is None or requirement.marker.evaluate(system):
            version = there.get(canonicalize_name(requirement.name))
            assert version is not None, f"{requirement.name} is not in {lock.name}"
            assert requirement.specifier.contains(version), f"{requirement} but {lock.name} holds {version}"


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=lambda lock: lock.name)
def test_every_pin_has_hashes(lock: Path) -> None:
    assert len(locked(lock)) > 15
    assert [requirement.name for requirement, hashes in locked(lock) if not hashes] == []


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: f"{system['sys_platform']}-{system['python_version']}")
def test_the_tests_run_on_the_versions_that_users_get(system: dict[str, str]) -> None:
    assert pins(LOCK, system).items() <= pins(DEV_LOCK, system).items()


def test_qt_stays_below_612_on_python_311() -> None:
    """PySide6 6.12 loses a reference to None at each void call there (see test_references.py)."""
    assert pins(LOCK, SYSTEMS[0])["pyside6-essentials"].startswith("6.11.")


def test_no_addons() -> None:
    """The base install stays small: of Qt only the Essentials."""
    names = {canonicalize_name(requirement.name) for requirement, _ in locked(DEV_LOCK)}
    assert {name for name in names if name.startswith("pyside6")} == {"pyside6-essentials"}
