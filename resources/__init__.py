"""Data files of the program: fonts, icons, templates, translations.

They lie beside this file, in the flat folders of development and in the one folder of an installed package alike.
(:mod:`importlib.resources` would find the same files, and take a twentieth of the editor's start for it.)
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    return Path(__file__).parent


def resource_path(*parts: str) -> Path:
    """The file or folder ``parts`` under ``resources``, for example ``resource_path("fonts", "x.ttf")``.

    Painters and font engines want real files, so the package is installed unpacked.  Raises FileNotFoundError when
    there is no such file or folder.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"The program's own file {'/'.join(parts)} is missing. Install Journeywall again.")
    return path


def read_text(*parts: str) -> str:
    """The text of a resource in UTF-8; raises FileNotFoundError."""
    return resource_path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """The bytes of a resource; raises FileNotFoundError."""
    return resource_path(*parts).read_bytes()
