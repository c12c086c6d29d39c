"""Qt widgets: the canvas, the panels and the dialogs. Reads the document, changes it only through the session."""
