"""Data files: i18n."""
