"""What the archive holds, written for other tools: WARC files and WACZ."""
