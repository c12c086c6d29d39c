"""Standard output and error of the command line: lines, JSON and bytes on whatever terminal, pipe or disk there is."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any, BinaryIO, cast


def give_up_stdout() -> None:
    """Let Python close standard output without complaining once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def soften_streams() -> None:
    """Let a terminal that cannot show a character show something instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def print_lines(lines: Iterable[str]) -> None:
    """Print these lines."""
    for line in lines:
        print(line)


def print_json(value: Any) -> None:
    """Print JSON that survives every terminal: where its encoding lacks a character, in ASCII."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    print(text)


def write_stdout(data: bytes) -> None:
    """Write a file to standard output, after what was printed."""
    stream = cast("BinaryIO", sys.stdout.buffer)
    sys.stdout.flush()
    stream.write(data)
    stream.flush()
