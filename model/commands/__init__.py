"""Pure functions from a document to the changes they make."""
