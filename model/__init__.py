"""The journey map and all that is done with it: records, commands, files, layout, drawing, exports. No Qt."""

import os

# pydantic would read what every installed package announces, in search of plug-ins that this program does not have.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
