"""PDFium renders our PDFs and reads what they carry; it is not safe to use from two threads at once."""

from __future__ import annotations

import threading

PDFIUM = threading.Lock()
"""Held while PDFium works."""
