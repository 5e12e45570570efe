"""A small WordPress-like site of our own posts, served on loopback for the demo and the tests."""
