"""What was served, as it was served, for web archives: WARC files and WACZ."""
