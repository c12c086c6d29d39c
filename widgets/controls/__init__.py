"""The program's own controls: keyboard-operable, named for screen readers, plain text only."""
