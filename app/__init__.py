"""The shell: command line, window, documents, settings. Imports everything below, is imported by nothing."""
