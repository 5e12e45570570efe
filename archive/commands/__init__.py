"""The commands that ask and keep the archive, one module each."""
