"""Which bodies took part: names, lists, roles, sectors."""
