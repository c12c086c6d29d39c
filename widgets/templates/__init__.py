"""Choosing a template, and keeping templates of one's own."""
