"""Article -> Activity: one module a kind of fact, each with its own vocabulary."""
