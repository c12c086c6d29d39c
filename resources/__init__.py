"""Data files of the program: fonts, icons, templates, translations.

They are found through :mod:`importlib.resources`, so that the flat folders of development and the one folder of an
installed package work alike.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    from importlib.resources import files

    return Path(str(files(__name__)))


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
