"""What was served, kept as WARC 1.1 files (ISO 28500) in the archive's folder `warc`."""
