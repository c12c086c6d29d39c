"""The program's version: one place, read by the wheel's build, the command line and the file's save stamp."""

__version__ = "0.1.0"
