"""Patterns that wait until somebody needs them.

Compiling a class of characters from several scripts takes a millisecond or two, and a start has nothing to look for
with most of them: the words of a map in Latin letters are told by patterns that know no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial


def late(source: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Gives the pattern of ``source``, which is compiled when it is first asked for."""
    return cache(partial(re.compile, source, flags))
