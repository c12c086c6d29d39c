"""The wheel's ``journeywall/__main__.py``: start the program from its one folder.

The four packages import each other by their short names (``from model.records import ...``); in the wheel they stand
inside ``journeywall/``, so that folder goes first on the path. Keep this file trivial: an editable install copies it.
"""

import sys
from pathlib import Path


def main() -> int:
    """Run the command line and return its exit status."""
    here = Path(__file__).resolve().parent
    if (here / "app").is_dir():  # absent in an editable install, where the project's own folder is on the path
        sys.path.insert(0, str(here))
    from app.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
