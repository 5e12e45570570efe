"""Bringing in what was kept elsewhere: WARC and WACZ files, saved pages."""
