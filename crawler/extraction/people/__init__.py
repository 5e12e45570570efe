"""Who took part: names, offices, roles, and what the page tells that they said."""
