"""What a Wayback Machine still holds: mementos, and the exchanges that they keep."""
