"""The map's own file: reading, writing, migrating, journal and lock."""
