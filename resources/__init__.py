"""Data files of the program: fonts, icons, templates, translations."""
