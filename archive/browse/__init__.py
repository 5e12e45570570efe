"""A place to look: the archive as a site on Datasette, with pages for what it holds."""
