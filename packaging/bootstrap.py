"""Build the project's virtual environment from a lock file, with nothing but Python's standard library.

Debian's python3 comes without ``ensurepip`` (that is in python3-venv), so where it is missing the environment is made
without pip, and one pinned pip wheel is fetched, compared with its known hash and run as it is, out of the wheel.
"""

from __future__ import annotations

import base64
import configparser
import hashlib
import importlib.util
import json
import os
import shutil
import ssl
import subprocess
import sys
import urllib.request
import venv
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import URLError
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
PYPI = "https://pypi.org/simple"
STAMP = "journeywall-stamp.json"


class SetupError(Exception):
    """The environment could not be made; the message is one sentence for the user."""


def venv_python(folder: Path) -> Path:
    """The interpreter of the virtual environment in ``folder``."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_script(folder: Path, name: str) -> Path:
    """A command that a package put into the virtual environment in ``folder``."""
    return folder / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def stamp_of(lock: Path) -> str:
    """What an environment made from ``lock`` by this Python (3.11, 3.12 ...) is recognised by."""
    made_of = lock.read_bytes() + "{}.{}".format(*sys.version_info).encode() + sys.platform.encode()
    return hashlib.sha256(made_of).hexdigest()


def read_stamps(folder: Path) -> dict[str, str]:
    """Lock file name -> stamp of each lock that was installed completely into ``folder``; empty when unreadable."""
    try:
        stamps = json.loads((folder / STAMP).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(stamp) for name, stamp in stamps.items()} if isinstance(stamps, dict) else {}


def ensure(folder: Path, lock: Path, *, supersets: tuple[Path, ...] = ()) -> bool:
    """Make ``folder`` an environment holding what ``lock`` names.  True if anything had to be done.

    An environment made from one of ``supersets`` (locks that hold ``lock``'s packages and more) serves as well.
    Raises SetupError.
    """
    stamps = read_stamps(folder)
    python_is_there = venv_python(folder).exists()
    if python_is_there and any(stamps.get(each.name) == stamp_of(each) for each in (lock, *supersets)):
        return False
    if not python_is_there or not _same_python(folder):
        make_venv(folder)
        stamps = {}
    # The stamp goes before the packages change and comes back after: an interrupted run is not taken for a whole one.
    (folder / STAMP).unlink(missing_ok=True)
    install(folder, lock)
    kept = {each.name: stamp_of(each) for each in supersets if stamps.get(each.name) == stamp_of(each)}
    (folder / STAMP).write_text(json.dumps(kept | {lock.name: stamp_of(lock)}), "utf-8")
    return True


def _same_python(folder: Path) -> bool:
    """Whether the environment in ``folder`` runs, and on the same Python (3.11, 3.12 ...) as this."""
    ask = [str(venv_python(folder)), "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def make_venv(folder: Path) -> None:
    """Make an empty environment in ``folder``, in place of one that stands there, without pip.  Raises SetupError."""
    try:
        venv.EnvBuilder(clear=folder.exists(), symlinks=os.name != "nt", with_pip=False).create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"The virtual environment {folder} could not be made: {error}.") from error


def install(folder: Path, lock: Path) -> None:
    """Install exactly what ``lock`` names into ``folder``, wheels only, each compared with its hash.

    uv does it where it is there (seconds instead of a minute), pip otherwise.  Raises SetupError.
    """
    wanted = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    uv = shutil.which("uv")
    if uv is not None:
        if (
            subprocess.run(
                [uv, "pip", "install", "--python", str(venv_python(folder)), *wanted], check=False
            ).returncode
            == 0
        ):
            return
        print("uv could not install the packages; trying pip.", flush=True)
    command = [*pip_command(folder), "install", "--disable-pip-version-check", "--no-input", "--no-deps", *wanted]
    if not sys.stdout.isatty():
        command.append("--quiet")  # a log has no use for progress bars
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError(
            "The packages could not be installed; pip says why above. The first start needs a network or a package "
            "index (PIP_INDEX_URL), later ones do not."
        )


def pip_command(folder: Path) -> list[str]:
    """How to call pip for ``folder``: installed by ensurepip where Python has it, else out of a fetched wheel."""
    python = str(venv_python(folder))
    if importlib.util.find_spec("ensurepip") is not None:
        made = subprocess.run([python, "-m", "ensurepip", "--default-pip"], capture_output=True, check=False)
        if made.returncode == 0:
            return [python, "-m", "pip"]
    wheel = folder / PIP_WHEEL
    if not wheel.exists() or hashlib.sha256(wheel.read_bytes()).hexdigest() != PIP_SHA256:
        wheel.write_bytes(fetch_pip())
    return [python, str(wheel / "pip")]


class _Links(HTMLParser):
    """Collects file name -> href of a package index page (its HTML form, which every index and mirror serves)."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.hrefs[unquote(urlsplit(href).path).rpartition("/")[2]] = href


def find_link(page: str, page_url: str, filename: str) -> str:
    """The address of ``filename`` on the index page ``page``, whose links may be relative.  Raises SetupError."""
    links = _Links()
    links.feed(page)
    if filename not in links.hrefs:
        raise SetupError(f"The package index {without_login(page_url)} does not offer {filename}.")
    return urljoin(page_url, links.hrefs[filename]).partition("#")[0]


def fetch_pip() -> bytes:
    """The pinned pip wheel from the configured package index.  Raises SetupError."""
    settings = pip_settings()
    page_url = settings.get("index-url", PYPI).rstrip("/") + "/pip/"
    page = fetch(page_url, settings).decode("utf-8", "replace")
    wheel = fetch(find_link(page, page_url, PIP_WHEEL), settings)
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        raise SetupError(f"The {PIP_WHEEL} that {without_login(page_url)} gave is not the one this project knows.")
    return wheel


def fetch(url: str, settings: dict[str, str]) -> bytes:
    """What stands at ``url``; proxies as the environment says, a login in the address is sent.  Raises SetupError."""
    parts = urlsplit(url)
    if parts.scheme not in {"https", "http", "file"}:
        raise SetupError(f"The package index {without_login(url)} is not an address that pip can be fetched from.")
    headers = {"Accept": "text/html, */*;q=0.1"}
    request = urllib.request.Request(without_login(url), headers=headers)  # noqa: S310 - scheme checked above
    if parts.username:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(login.encode()).decode())
    checked = ssl.create_default_context(cafile=settings.get("cert"))
    try:
        return _read(request, checked)
    except ssl.SSLCertVerificationError:
        if parts.username:
            raise SetupError(
                f"The certificate of {parts.hostname} is not trusted here; install ca-certificates."
            ) from None
        # A bare system has no certificates at all. The only file fetched this way is compared with a hash that stands
        # above in this file; pip itself brings certificates along.
        unchecked = ssl.create_default_context()
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return _read(request, unchecked)


def _read(request: urllib.request.Request, context: ssl.SSLContext) -> bytes:
    try:
        with urllib.request.urlopen(request, timeout=60, context=context) as answer:  # noqa: S310 - scheme checked
            return bytes(answer.read())
    except URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            raise error.reason from None
        raise SetupError(
            f"{request.full_url} could not be read ({error.reason}). The first start needs a network or a package "
            "index (PIP_INDEX_URL); installing python3-venv spares fetching pip, not the packages."
        ) from error
    except OSError as error:
        raise SetupError(f"{request.full_url} could not be read: {error}.") from error


def without_login(url: str) -> str:
    """``url`` as it may be shown and sent: without user name and password."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def pip_settings() -> dict[str, str]:
    """``index-url`` and ``cert`` as pip takes them: from its files, the last one wins, then from the environment."""
    settings: dict[str, str] = {}
    for file in pip_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, "utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue  # pip itself will say what is wrong with it
        for section in ("global", "install"):
            for name in ("index-url", "cert"):
                if parser.has_option(section, name):
                    settings[name] = parser.get(section, name).strip()
    for name in ("index-url", "cert"):
        if given := os.environ.get("PIP_" + name.upper().replace("-", "_")):
            settings[name] = given
    return settings


def pip_files() -> list[Path]:
    """Where pip looks for its settings, the weakest first."""
    home = Path.home()
    if os.name == "nt":
        files = [Path(os.environ.get("PROGRAMDATA", "C:/ProgramData"), "pip/pip.ini"), home / "pip/pip.ini"]
        files.append(Path(os.environ.get("APPDATA", str(home)), "pip/pip.ini"))
    elif sys.platform == "darwin":
        support = "Library/Application Support/pip/pip.conf"
        files = [Path("/") / support, home / ".pip/pip.conf", home / support, home / ".config/pip/pip.conf"]
    else:
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        files = [Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf"), home / ".pip/pip.conf", config / "pip/pip.conf"]
    if chosen := os.environ.get("PIP_CONFIG_FILE"):
        files.append(Path(chosen))
    return files
