"""Reading all pages of an archive anew, from what is kept of them, with today's extractor."""
