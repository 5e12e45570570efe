"""What was held: the kind of activity, and its own title."""
