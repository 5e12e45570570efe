"""What differs between two readings of a page, by kind of fact. Pure."""

from crawler.differences.comparing import KINDS, Change, compare

__all__ = ["KINDS", "Change", "compare"]
