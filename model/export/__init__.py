"""Writers of other formats: PDF, workbook, picture, Mermaid."""
