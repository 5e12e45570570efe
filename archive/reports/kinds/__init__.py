"""The kinds of report, one a file: rows of archive.query in, a Report out."""
