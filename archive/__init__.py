"""The archive: what is kept of the pages, and the questions it answers."""
