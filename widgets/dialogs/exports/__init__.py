"""The parts of the export dialog: the worker thread, what it makes, the preview and the forms beside it."""
