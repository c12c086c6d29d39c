"""The journey map and all that is done with it: records, commands, files, layout, drawing, exports. No Qt."""

import sys
from types import ModuleType


def _spare_plugins() -> None:
    """Tell pydantic that it has no plug-ins, in place of the module that would look for them.

    To look, it reads what every installed package announces, and to be able to look, which no setting switches off, it
    loads a mail parser: a tenth of what an empty window costs.  This program has none.
    """
    finder = ModuleType("pydantic.plugin._loader", "Finds no plug-ins.")
    vars(finder)["get_plugins"] = lambda: ()
    sys.modules.setdefault(finder.__name__, finder)


_spare_plugins()
