"""What a page said at each time, and what changed from each version to the next."""
