"""What the archive holds, written for other tools: what was served, and the facts read from it."""
