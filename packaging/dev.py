"""The two commands of the README, the same line on every system and with nothing installed but Python and git:

    python3 packaging/dev.py run      open the editor on an example map; without a display, export it
    python3 packaging/dev.py test     check everything that is checked

Both first set up .venv from the lock file, once. Standard library only.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python is started with
    sys.exit(f"Journeywall needs Python 3.11 or newer; this is {sys.version.split()[0]}, in {sys.executable}.")

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.systemlibs import BASE, Display, Library, display, install_line, missing, missing_for_window  # noqa: E402 - needs the path above
from bootstrap import SetupError, ensure, venv_python, venv_script  # noqa: E402 - stands beside the other

VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
OUTPUT = ROOT / "output"

DONE, FAILED, LIBRARIES_MISSING, NO_SETUP = 0, 1, 3, 4
"""Exit statuses; a wrong command line ends with 2."""

FINDINGS = 1
"""The program's own exit status for "done, with something to read"."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Run Journeywall, or test it.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="open the editor on an example map; without a display, export it to output/")
    run.add_argument("arguments", nargs="*", help="what to start journeywall with instead of the example, after --")
    test = commands.add_parser("test", help="run the tests, ruff, mypy and the import rules")
    test.add_argument("arguments", nargs="*", help="arguments for pytest, after --: then only pytest runs")
    for each in (run, test):
        each.add_argument(
            "--install-system-libs", action="store_true", help="install missing system libraries (as root, or by sudo)"
        )
    lock = commands.add_parser("lock", help="compile the lock files anew from pyproject.toml (needs uv and a network)")
    lock.add_argument("--check", action="store_true", help="only say whether they would change")
    options = parser.parse_args(argv)
    try:
        if options.command == "lock":
            return compile_locks(check=options.check)
        if options.command == "test":
            return test_all(options.arguments, install=options.install_system_libs)
        return run_editor(options.arguments, install=options.install_system_libs)
    except SetupError as error:
        print(error, file=sys.stderr)
        return NO_SETUP
    except KeyboardInterrupt:
        return 130


def prepare(lock: Path) -> None:
    """Set up .venv from ``lock`` if it is not there yet.  Raises SetupError."""
    supersets = (DEV_LOCK,) if lock == LOCK else ()
    if not VENV.exists():
        print("Setting up .venv, once: about 100 MB are fetched, which takes a minute or two.", flush=True)
    ensure(VENV, lock, supersets=supersets)


def program(*arguments: str) -> list[str]:
    """The command that starts Journeywall, where Python finds it."""
    return [str(venv_python(VENV)), "-m", "app", *arguments]


def example(environ: Mapping[str, str] = os.environ) -> Path:
    """The example map in the user's language: Dutch where the system speaks it, English otherwise."""
    spoken = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    language = "nl" if spoken.lower().startswith("nl") else "en"
    return ROOT / "resources" / "templates" / f"example_{language}.journey"


def run_editor(arguments: Sequence[str], *, install: bool) -> int:
    """Open the editor on the example, or export the example where no window can be shown."""
    if arguments:
        prepare(LOCK)
        # Names count from the folder one is in, as with any command; nothing there is taken for a part of the program.
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
        return subprocess.run(program(*arguments), env=environ, check=False).returncode
    shown_on = display()
    lacking = () if shown_on is Display.NONE else missing_for_window()
    if lacking and install:
        install_libraries(lacking)
        lacking = missing_for_window()
    prepare(LOCK)
    if shown_on is not Display.NONE and not lacking:
        return subprocess.run(program(str(own_example())), cwd=ROOT, check=False).returncode
    if not lacking:
        print("No display answers here, so the example map is exported instead of opened.", flush=True)
        return export_example()
    print(
        "The editor needs system libraries that are not installed; the example map is exported meanwhile.", flush=True
    )
    export_example()
    say_missing(lacking)
    return LIBRARIES_MISSING


def own_example() -> Path:
    """A copy of the example that the user may change and save; an earlier one is kept as it is."""
    copy = OUTPUT / example().name
    OUTPUT.mkdir(exist_ok=True)
    if not copy.exists():
        shutil.copyfile(example(), copy)
    return copy


def export_example() -> int:
    """Export the user's copy of the example as poster, workbook and picture beside it, and say where all of it is."""
    source = own_example()
    print(f"Map: {source}", flush=True)
    status = DONE
    for suffix, what in ((".pdf", "poster"), (".xlsx", "Excel workbook"), (".png", "picture")):
        out = source.with_suffix(suffix)
        out.unlink(missing_ok=True)
        done = subprocess.run(program("export", str(source), str(out)), cwd=ROOT, check=False).returncode
        # 1 is also what Python itself ends with when the program cannot even start: the file tells them apart.
        if done not in {DONE, FINDINGS} or not out.exists():
            print(f"The {what} could not be made (status {done}).", file=sys.stderr, flush=True)
            status = FAILED
        else:
            print(f"{what[0].upper()}{what[1:]}: {out}", flush=True)
    return status


def test_all(arguments: Sequence[str], *, install: bool) -> int:
    """Run every check; with ``arguments``, only pytest with these."""
    lacking = missing(BASE)
    if lacking and install:
        install_libraries(lacking)
        lacking = missing(BASE)
    if lacking:
        print("The tests need system libraries that are not installed.", flush=True)
        say_missing(lacking)
        return LIBRARIES_MISSING
    prepare(DEV_LOCK)
    pytest = [str(venv_python(VENV)), "-m", "pytest"]
    # The tests never open a window, whatever display there is.
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        return subprocess.run([*pytest, *arguments], cwd=ROOT, env=environ, check=False).returncode
    ruff = str(venv_script(VENV, "ruff"))
    checks = {
        "ruff check": [ruff, "check", "."],
        "ruff format": [ruff, "format", "--check", "."],
        "import rules": [str(venv_script(VENV, "lint-imports"))],
        # On all cores and one more, since many tests wait for disks and clocks; builds and checks the wheel as well.
        "pytest": [*pytest, f"--numprocesses={min(8, (os.cpu_count() or 1) + 1)}", "--dist=worksteal"],
    }
    statuses = {}
    with tempfile.TemporaryFile() as said:
        # On one core it takes long; the tests, which wait for disks and clocks now and then, go on beside it.
        mypy = [str(venv_python(VENV)), "-m", "mypy"]
        types = subprocess.Popen(mypy, cwd=ROOT, env=environ, stdout=said, stderr=subprocess.STDOUT)
        try:
            for name, command in checks.items():
                print(f"--- {name}", flush=True)
                statuses[name] = subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode
        finally:
            statuses["mypy"] = types.wait()
        said.seek(0)
        print(f"--- mypy\n{said.read().decode(errors='replace')}", end="", flush=True)
    failed = [name for name, status in statuses.items() if status != 0]
    print(f"--- failed: {', '.join(failed)}" if failed else "--- all checks passed", flush=True)
    return FAILED if failed else DONE


def say_missing(lacking: Sequence[Library]) -> None:
    """Print the one line that installs the libraries, on a line of its own so that it can be copied."""
    print(f"Install them with:\n\n    {install_line(lacking)}\n", flush=True)


def install_libraries(lacking: Sequence[Library]) -> None:
    """Install system libraries; the user asked for it, so this may use sudo.  The caller looks what still lacks."""
    line = install_line(lacking)
    print(line, flush=True)
    for command in line.split(" && "):
        try:
            subprocess.run(command.split(), check=False)
        except OSError as error:
            raise SetupError(f"The system libraries could not be installed: {error}.") from error


def compile_locks(*, check: bool) -> int:
    """Compile both lock files for all systems and Pythons; with ``check``, only compare."""
    uv = shutil.which("uv")
    if uv is None:
        raise SetupError(
            "Compiling the lock files needs uv: https://docs.astral.sh/uv/ (for instance: pipx install uv)."
        )
    with tempfile.TemporaryDirectory() as folder:
        changed = []
        # The second lock holds the first one's versions: what is tested is what runs.
        for lock, extra in ((LOCK, ()), (DEV_LOCK, ("--extra", "dev", "--constraint", "packaging/requirements.lock"))):
            fresh = Path(folder, lock.name)
            shutil.copyfile(lock, fresh)  # uv keeps the versions it finds there where they still fit
            command = [
                uv,
                "pip",
                "compile",
                "--universal",
                "--generate-hashes",
                "--no-header",
                "--only-binary",
                ":all:",
            ]
            command += ["--python-version", "3.11", "--quiet", *extra, "--output-file", str(fresh), "pyproject.toml"]
            if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
                raise SetupError("uv could not compile the lock files; it says why above.")
            if fresh.read_bytes() != lock.read_bytes():
                changed.append(lock)
                if not check:
                    shutil.copyfile(fresh, lock)
    for lock in changed:
        print(f"{lock.relative_to(ROOT)} {'is stale' if check else 'is compiled anew'}")
    return FAILED if changed and check else DONE


if __name__ == "__main__":
    sys.exit(main())
