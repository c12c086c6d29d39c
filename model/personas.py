"""What a persona is called.

PE1  A persona goes by its name.  One without a name is called the same wherever it is told: on the map and on paper, in
     lists, choices, workbooks and comparisons.
PE2  Where personas of one name must be told apart, the second of them is "(2)".
"""

from __future__ import annotations

from collections.abc import Sequence

from model.i18n import translate
from model.records import Persona


def persona_name(persona: Persona | None) -> str:
    """A persona's name, or what stands for it (PE1)."""
    return (persona.name.strip() if persona is not None else "") or translate("Map", "Unnamed persona")


def told_apart(personas: Sequence[Persona]) -> dict[str, str]:
    """The personas' names by id, no two the same (PE2)."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for persona in personas:
        name = label = persona_name(persona)
        count = 1
        while label.casefold() in used:
            count += 1
            label = f"{name} ({count})"
        used.add(label.casefold())
        found[persona.id] = label
    return found
