"""Checks of an archive, one module a kind; each yields the faults that it finds, and writes nothing."""
