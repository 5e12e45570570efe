"""The pages of the site, one module each: what is asked of the archive for it."""
