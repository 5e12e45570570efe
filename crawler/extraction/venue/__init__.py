"""Where: the house or ground, and the place."""
