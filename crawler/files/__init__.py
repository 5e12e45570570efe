"""Which files are asked for, where, and what an answer is: rules without I/O, and hosts as data."""
