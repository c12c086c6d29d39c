"""Maps shown in dialogs: read and laid out beside the interface, painted by the one painter."""
